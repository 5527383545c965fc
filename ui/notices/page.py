"""The notice centre: what happened by itself, what needs somebody, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.notice_words import notice_words
from app.shapes.notices import Notice
from ui.common.bars import bar, clear
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.card import Card
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.notices.line import NoticeLine

if TYPE_CHECKING:
    from app.events import Changes
    from app.services.notices import NoticeService

WIDEST = 720  # px
OFTEN = 30_000  # ms between two looks while it is in front: files are taken away elsewhere
SELDOM = 300_000  # ms while it is not: an answer becomes due by time alone
TABLES = {"setting", "import_batch", "sale", "task", "task_reminder", "enquiry", "interaction"}


class NoticesPage(Page):
    """What needs somebody stands above; its number stands beside its name in the navigation.

    Read in the background: at the start, whenever something was told, and while it is seen.
    """

    icon = "bell"
    topic = "notices"
    in_nav = False
    in_foot = True
    import_asked = Signal(object)  # Path
    undo_asked = Signal(object)  # change set
    done_asked = Signal(object)  # task id: it has been done
    snooze_asked = Signal(object)  # task id: later
    task_asked = Signal(object)  # task id: all of it is wanted
    enquiry_asked = Signal(object)  # enquiry id
    settle_asked = Signal(object)  # Path of a file that is to be put with those that are done

    def __init__(
        self, kit: Kit, notices: NoticeService, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._notices = notices
        self._shown: Sequence[Notice] = ()
        self._reads = self._again = False
        self.heading = Label(theme, "", "title")
        self.needed, self.lately = Card(theme, " "), Card(theme, " ")
        self._columns = QVBoxLayout(), QVBoxLayout()
        self.empty = EmptyState(theme, "bell", "")
        self.stack = QStackedWidget()
        self._build()
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self._look_again)
        self._seldom = QTimer(self, interval=SELDOM)
        self._seldom.timeout.connect(self.refresh)
        self._seldom.start()
        bridge.changed.connect(self._on_changed)
        kit.theme.changed.connect(self._show)
        self.retranslate()
        self.refresh()

    def title(self) -> str:
        return self.tr("Notices")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.needed.set_title(self.tr("Needs you"))
        self.lately.set_title(self.tr("Lately"))
        self.empty.show_words(
            self.tr("There is nothing to tell"),
            self.tr(
                "What happens by itself, as files of a watched folder coming in, is told here."
            ),
            "",
        )
        self._show()

    def lines(self) -> list[NoticeLine]:
        """Return the lines from the top."""
        items = [c.itemAt(n) for c in self._columns for n in range(c.count())]
        found = [item.widget() for item in items if item is not None]
        return [line for line in found if isinstance(line, NoticeLine)]

    def refresh(self) -> None:
        """Read the notices again."""
        self._again = self._reads
        if self._reads:
            return
        self._reads, notices = True, self._notices
        job = self.kit.runner.read(lambda _ticket: notices.all(), quiet=True)
        job.succeeded.connect(self._on_read)
        job.finished.connect(self._on_ended)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def _build(self) -> None:
        form = QWidget()
        form.setMaximumWidth(WIDEST)
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        for card, column in zip((self.needed, self.lately), self._columns, strict=True):
            column.setSpacing(12)
            card.column.addLayout(column)
            inside.addWidget(card)
        canvas = QWidget()
        canvas.setObjectName("Canvas")
        canvas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = QVBoxLayout(canvas)
        whole.setContentsMargins(24, 20, 24, 24)
        whole.addWidget(form)
        whole.addStretch(1)
        area = QScrollArea()
        area.setWidget(canvas)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        self.stack.addWidget(area)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar(self.kit.theme, "Header", 56, [self.heading, None]))
        column.addWidget(self.stack, 1)

    def _on_read(self, notices: Sequence[Notice]) -> None:
        waiting = sum(notice.attention for notice in notices)
        self.counted.emit(waiting or None)
        if list(notices) != list(self._shown):
            self._shown = notices
            self._show()
        self.stack.setCurrentWidget(self._area if notices else self.empty)

    def _on_ended(self) -> None:
        self._reads = False
        if self._again:
            self.refresh()

    def _show(self) -> None:
        held = next((line.held() for line in self.lines() if line.held()), None)
        for column in self._columns:
            clear(column)
        for notice in self._shown:
            words = notice_words(notice, self.kit.language.code)
            line = NoticeLine(self.kit, notice, words)
            line.import_asked.connect(self.import_asked)
            line.undo_asked.connect(self.undo_asked)
            line.settle_asked.connect(self.settle_asked)
            line.done_asked.connect(self.done_asked)
            line.snooze_asked.connect(self.snooze_asked)
            line.task_asked.connect(self.task_asked)
            line.enquiry_asked.connect(self.enquiry_asked)
            line.folder_asked.connect(open_folder)
            self._columns[not notice.attention].addWidget(line)
        attention = {notice.attention for notice in self._shown}
        self.needed.setVisible(True in attention)
        self.lately.setVisible(False in attention)
        if held is not None:
            self._hold(*held)

    def _hold(self, key: str, act: str) -> None:
        """Leave the focus where it was, or where what had it would stand."""
        lines = self.lines()
        same = next((line for line in lines if line.notice.key == key), None)
        if same is not None and act in same.buttons:
            same.buttons[act].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = next((b for line in lines for b in line.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_again(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._timer.stop()

    def _on_changed(self, changes: Changes) -> None:
        if TABLES & (changes.reshaped | changes.edited.keys()):
            self.refresh()


def open_folder(folder: object) -> None:
    """Show a folder in the program that shows files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
