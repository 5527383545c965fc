"""What every section of the settings is made of: cards with rows of a name and a control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.common.kit import Kit
from ui.common.theme import Theme
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label

FIELD = 240  # px of what is typed into or chosen from
WIDEST = 720  # px of a form; longer lines are hard to follow


class Section(QScrollArea):
    """One view of the settings on the canvas: title, a line of explanation, cards."""

    icon = ""
    topic = "settings"  # of the help that tells about it
    tables: frozenset[str] = frozenset()  # shown beside settings and staff

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self._heading = Label(kit.theme, "", "title")
        self._about = Label(kit.theme, "", colour="text-2", wrap=True)
        inner = QWidget()
        inner.setObjectName("Canvas")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        form = QWidget()
        form.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(form)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.column.addWidget(self._heading)
        self.column.addSpacing(-16)
        self.column.addWidget(self._about)
        row = QHBoxLayout()
        row.addWidget(form, 100)
        row.addStretch(1)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 20, 24, 24)
        whole.addLayout(row)
        whole.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def title(self) -> str:
        """Return its name in the language in use."""
        raise NotImplementedError

    def about(self) -> str:
        """Return what it is for, in a sentence."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.title())
        self._heading.set_text(self.title())
        self._about.set_text(self.about())

    def refresh(self) -> None:
        """Show what is set now; called when the section comes into view and after changes."""


class SettingRow(QWidget):
    """A name with a line of explanation at the left, its control at the right."""

    def __init__(self, theme: Theme, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._name = Label(theme, "", wrap=True)
        self._hint = Label(theme, "", "caption", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.height(36))

    def set_words(self, name: str, hint: str = "") -> None:
        """Say what is set here; the control takes the name as its own."""
        self._name.set_text(name)
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(hint)


class ChoiceBox(QComboBox):
    """A list to choose from that the wheel scrolls past; `choose` shows a value silently."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(FIELD)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, options: dict[str, str]) -> None:
        """Offer {value: words}; the value shown stays."""
        shown = self.currentData()
        self.clear()
        for value, words in options.items():
            self.addItem(words, value)
        self.choose(shown)

    def choose(self, value: str | None) -> None:
        """Show that value; one that was never offered is added as it is."""
        if value is None:
            return
        place = self.findData(value)
        if place < 0:
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a setting must not change on the way


def rule() -> QFrame:
    """Return the line between two rows of a card."""
    line = QFrame()
    line.setObjectName("Line")
    line.setFixedHeight(1)
    return line


def fill(card: Card, *rows: QWidget) -> Card:
    """Put rows into a card, a line between each two."""
    for number, row in enumerate(rows):
        if number:
            card.column.addWidget(rule())
        card.column.addWidget(row)
    return card
