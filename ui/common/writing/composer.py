"""Where a note is written and a call, visit or message is logged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import RING, box, ring
from ui.common.widgets.button import Button
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.common.writing.entry_words import outcome_words
from ui.common.writing.growing_text import GrowingText

TABS = 36
LONGEST_NAME = 120  # px in the words of the empty field
RADIUS = 8
BOTTOM = Qt.AlignmentFlag.AlignBottom
KINDS = {"note": "sticky-note", "call": "phone", "visit": "store", "text": "message-square"}


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote; `kind` is 'note' or a kind of interaction."""

    kind: str
    body: str
    outcome: str | None = None
    direction: str | None = None


class Composer(QWidget):
    """One box for notes and logs; Ctrl+Enter saves. Without words only a note is nothing.

    A `compact` one closes when it is done; the other stays where it is.
    """

    submitted = Signal(object)  # Written
    closed = Signal()

    def __init__(self, kit: Kit, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._theme = theme
        self._compact = compact
        self._name = ""
        self._contact_id = 0
        self._drafts: dict[int, str] = {}  # what was not saved, by contact
        self._opener: QWidget | None = None  # what had the focus before
        self.tabs = Tabs(kit, compact=compact)
        self.outcome = QComboBox()
        self.direction = Segmented(theme, {"out": " ", "in": " "}, "")
        self.text = GrowingText(theme)
        self.save_button = Button(theme, "", "primary", size="sm")
        self.cancel_button = Button(theme, "", "ghost", size="sm")
        self._keys = [Kbd(theme, "Ctrl"), Kbd(theme, "Enter")]
        self._hint = Label(theme, "", "caption", "muted")
        self._build()
        self.tabs.currentChanged.connect(self._on_kind_changed)
        self.text.submitted.connect(self.submit)
        self.text.cancelled.connect(self.cancel)
        self.text.focus_changed.connect(self.update)
        self.text.textChanged.connect(self._show_buttons)
        self.save_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.cancel)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self._on_kind_changed()

    @property
    def kind(self) -> str:
        """What is being written."""
        return list(KINDS)[self.tabs.currentIndex()]

    @property
    def is_begun(self) -> bool:
        """Whether there are words in it that nobody has saved."""
        return bool(self.text.toPlainText().strip())

    def start(self, kind: str) -> None:
        """Come up for a note or a log, ready to type."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._opener = focused
        self.tabs.setCurrentIndex(list(KINDS).index(kind))
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_contact(self, contact_id: int, name: str) -> None:
        """Say whom it is about; what was typed about another one waits for its return."""
        if contact_id != self._contact_id:
            self._drafts[self._contact_id] = self.text.toPlainText()
            self._contact_id = contact_id
            self.text.setPlainText(self._drafts.pop(contact_id, ""))
            if self._compact:
                self.setVisible(self.is_begun)
        self._name = name
        self._show_placeholder()

    def give_back(self, contact_id: int, written: Written) -> None:
        """Show again what could not be saved; about another contact it waits for its return."""
        if contact_id != self._contact_id:
            drafts = (written.body, self._drafts.get(contact_id, ""))
            self._drafts[contact_id] = "\n".join(filter(None, drafts))
            return
        typed = self.text.toPlainText()
        self.text.setPlainText("\n".join(filter(None, (written.body, typed))))
        if not typed:
            self.tabs.setCurrentIndex(list(KINDS).index(written.kind))
        self.show()

    def set_names(self, names: Sequence[str]) -> None:
        """Say who can be mentioned."""
        self.text.set_names(names)

    def submit(self) -> None:
        """Hand over what is written."""
        kind, body = self.kind, self.text.toPlainText().strip()
        if kind == "note" and not body:
            return
        call = kind == "call"
        outcome = self.outcome.currentData() if call else None
        direction = self.direction.current if kind in ("call", "text") else None
        self.text.clear()
        self.submitted.emit(Written(kind, body, outcome, direction))
        if self._compact:
            self.cancel()

    def cancel(self) -> None:
        """Close; what is typed stays for the next time. The focus goes back to where it was."""
        if self._compact:
            opener, self._opener = self._opener, None
            if opener is not None and isValid(opener) and opener.isVisible():
                opener.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Set every word again."""
        words = {
            "note": self.tr("Note"),
            "call": self.tr("Call"),
            "visit": self.tr("Visit"),
            "text": self.tr("Message"),
        }
        for number, kind in enumerate(KINDS):
            self.tabs.setTabText(number, words[kind])
        self.tabs.setAccessibleName(self.tr("What to write"))
        self.direction.setAccessibleName(self.tr("Who called"))
        self.outcome.setAccessibleName(self.tr("What came of it"))
        chosen = self.outcome.currentIndex()
        self.outcome.clear()
        for code, shown in outcome_words().items():
            self.outcome.addItem(shown, code)
        self.outcome.setCurrentIndex(max(0, chosen))
        self.save_button.set_text(self.tr("Save"))
        self.cancel_button.set_text(self.tr("Cancel"))
        self._hint.set_text(self.tr("to save"))
        self._on_kind_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect, theme = QRectF(self.rect()), self._theme
        box(painter, rect, RADIUS, theme.colour("surface"), theme.colour("border-strong"))
        line = QRectF(1, self.tabs.geometry().bottom() + 1, rect.width() - 2, 1)
        painter.fillRect(line, theme.colour("border"))
        if self.text.hasFocus():
            ring(painter, theme, rect, RADIUS)
        painter.end()

    def _build(self) -> None:
        for icon in KINDS.values():
            self.tabs.addTab(QIcon() if self._compact else self._theme.icon(icon), "")
        self._choices = QWidget()
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 8, 0, 0)
        choices.setSpacing(8)
        choices.addWidget(self.direction)
        choices.addWidget(self.outcome, 1)
        choices.addStretch(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 0, 6 if self._compact else 10)
        foot.setSpacing(4)
        for key in self._keys:
            foot.addWidget(key, 0, BOTTOM)
        foot.addWidget(self._hint, 0, BOTTOM)
        foot.addStretch(1 if self._compact else 0)
        foot.addWidget(self.cancel_button, 0, BOTTOM)
        foot.addWidget(self.save_button, 0, BOTTOM)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 0, 8, 0)
        inner.setSpacing(2)
        inner.addWidget(self._choices)
        if self._compact:
            inner.addWidget(self.text)
            inner.addLayout(foot)
        else:
            beside = QHBoxLayout()
            beside.addWidget(self.text, 1)
            beside.addLayout(foot)
            inner.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        column.addWidget(self.tabs)
        column.addLayout(inner)

    def _on_kind_changed(self) -> None:
        kind = self.kind
        self._choices.setVisible(kind in ("call", "text"))
        self.outcome.setVisible(kind == "call")
        if kind == "text":
            words = {"out": self.tr("Sent"), "in": self.tr("Received")}
        else:
            words = {"out": self.tr("Outgoing"), "in": self.tr("Incoming")}
        self.direction.set_texts(words)
        self._show_placeholder()
        self._show_buttons()

    def _show_placeholder(self) -> None:
        metrics = self._theme.metrics("body")
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, LONGEST_NAME)
        words = {
            "note": self.tr("Write a note about {name}"),
            "call": self.tr("What was said with {name}"),
            "visit": self.tr("What happened on the visit of {name}"),
            "text": self.tr("What was written with {name}"),
        }[self.kind].format(name=name)
        self.text.setPlaceholderText(words)
        self.text.setAccessibleName(words)

    def _show_buttons(self) -> None:
        ready = self.kind != "note" or self.is_begun
        self.save_button.setEnabled(ready)
        self.cancel_button.setVisible(self._compact)
        self.save_button.setVisible(self._compact or ready)
        for widget in (*self._keys, self._hint):
            widget.setVisible(not self._compact and not ready)


class Tabs(QTabBar):
    """The kinds side by side; arrows go from one to the next."""

    def __init__(self, kit: Kit, *, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self.setExpanding(compact)
        policy = QSizePolicy.Policy.Ignored if compact else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.height(TABS, space=20))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if shows_ring(self):
            painter = QPainter(self)
            rect = QRectF(self.tabRect(self.currentIndex()))
            ring(painter, self._theme, rect.adjusted(RING, RING, -RING, -RING))
            painter.end()
