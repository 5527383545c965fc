"""The panel that Ctrl+K puts over the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.shadow import Shadow
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.search_field import MOVES, ComposedLineEdit
from ui.palette.commands import Command
from ui.palette.delegate import ResultDelegate
from ui.palette.lines import PaletteLines
from ui.palette.results import Result, Results

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.shapes.contacts import FoundContact
    from app.shapes.deals import DealRow

    Answer = tuple[Sequence[FoundContact], Mapping[int, str], Sequence[DealRow]]
    FindDeals = Callable[[str, int], Sequence[DealRow]]

Found = TypeVar("Found")

WIDTH = 640
TOP = 112
EDGE = 24  # px at least between the panel and the window
FIELD = 52
FOOTER = 36
MOST = 418  # px of results, further ones scroll
RADIUS = 12
CONTACTS = 8  # most contacts shown
DEALS = 4  # most deals shown
ALL = 1_000_000  # lines, more than there ever are
ENDS = {Qt.Key.Key_Home: -ALL, Qt.Key.Key_End: ALL}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Palette(QWidget):
    """Covers the window while it is open; `>` finds commands only, `#` tags only.

    What was typed is searched one read at a time, the newest text next. Enter before the answer
    waits for it, so that it never runs what an older text had found.
    """

    contact_chosen = Signal(object)  # id
    tag_chosen = Signal(str)
    deal_chosen = Signal(object)  # id
    action_chosen = Signal(object, str)  # id; 'log', 'note', 'tag' or 'trash'

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        commands: Callable[[], list[Command]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._kit = kit
        self._contacts = contacts
        self.find_deals: FindDeals | None = None  # until there are any
        self._lines = PaletteLines(kit, commands, self)
        self._acting: tuple[list[Result], int] | None = None  # to go back to from actions
        self._opener: QWidget | None = None
        self._shadow = Shadow(RADIUS)
        self._tags: list[tuple[str, int]] | None = None  # as read since it was opened
        self._reading = False
        self._enter_waits = False
        self.panel = QWidget(self)
        self.field = ComposedLineEdit(self.panel)
        self.results = Results(self)
        self.list = QListView()
        self._delegate = ResultDelegate(kit.theme, self)
        self._hints = [Label(kit.theme, "", "caption", "muted", markup=n > 2) for n in range(4)]
        self._tab_key = Kbd(kit.theme, "Tab")
        self._build()
        self.hide()
        window.installEventFilter(self)
        self.field.installEventFilter(self)
        self.field.composed.connect(self._on_typed)
        self.list.clicked.connect(self._run)
        self._lines.contact_chosen.connect(self.contact_chosen)
        self._lines.tag_chosen.connect(self.tag_chosen)
        self._lines.deal_chosen.connect(self.deal_chosen)
        self._lines.action_chosen.connect(self.action_chosen)
        self._pointer = QCursor.pos()
        self.list.entered.connect(self._on_entered)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def open(self) -> None:
        """Come up empty, over everything in the window."""
        if self.isVisible():
            return
        self._opener = QApplication.focusWidget()
        self._tags = None
        self._enter_waits = False
        self._pointer = QCursor.pos()
        self.field.clear()
        self._search()
        self.show()
        self._place()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Go away; the focus returns to where it was."""
        self.hide()
        opener, self._opener = self._opener, None
        if opener is not None and isValid(opener):
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Command palette"))
        self.field.setPlaceholderText(self.tr("Search or jump to"))
        self.field.setAccessibleName(self.tr("Search or jump to"))
        self.list.setAccessibleName(self.tr("Results"))
        move, choose, act = self.tr("move"), self.tr("open"), self.tr("actions")
        words = move, choose, act, self.tr("Type <b>&gt;</b> for commands, <b>#</b> for tags")
        for label, text in zip(self._hints, words, strict=True):
            label.set_text(text)

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window works under the panel
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and watched is self.field and isinstance(event, QKeyEvent):
            return self._go_to_end(event)
        return False

    def _go_to_end(self, event: QKeyEvent) -> bool:
        """Choose the first or last line on Home or End; with Shift they select in the text."""
        key, bare = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not bare or key not in ENDS or self.field.composing:
            return False
        self._choose(self.results.next_row(self.list.currentIndex().row(), ENDS[key]))
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        # The field is the only place to type in; Tab stays there and turns to the actions.
        if forward:
            self._show_actions()
        else:
            self._leave_actions()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape and self._leave_actions():
            pass
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_K and held):
            self.close_up()
        elif key in MOVES:
            self._move(MOVES[key])
        elif key in ENTER:
            self._enter_waits = self._reading
            if not self._reading:
                self._run(self.list.currentIndex())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_up()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("scrim"))
        rect = QRectF(self.panel.geometry())
        self._shadow.paint(painter, rect, theme.colour("shadow"))
        box(painter, rect, RADIUS, theme.colour("raised"), theme.colour("border-strong"))
        line = theme.colour("border")
        inner = rect.adjusted(1, 0, -1, 0)
        top, bottom = rect.top() + self._field_height(), rect.bottom() - self._footer_height()
        painter.fillRect(QRectF(inner.left(), top - 1, inner.width(), 1), line)
        foot = QRectF(inner.left(), bottom, inner.width(), rect.bottom() - bottom - 1)
        painter.setClipRect(foot)
        box(painter, rect.adjusted(1, 1, -1, -1), RADIUS - 1, theme.colour("sunken"))
        painter.setClipping(False)
        painter.fillRect(QRectF(inner.left(), bottom, inner.width(), 1), line)
        at = QRectF(rect.left() + 16, rect.top() + (self._field_height() - 20) / 2, 20, 20)
        theme.paint_icon(painter, at.topLeft(), "search", 20, "muted")
        painter.end()

    # Building

    def _build(self) -> None:
        theme, keys = self._kit.theme, ("↑", "↓", "Enter", "Esc")
        up, down, enter, escape = (Kbd(theme, key) for key in keys)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(46, 0, 16, 0)
        head.addWidget(self.field, 1)
        head.addWidget(escape)
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(6)
        for widget in (up, down, self._hints[0]):
            foot.addWidget(widget)
        foot.addSpacing(10)
        foot.addWidget(enter)
        foot.addWidget(self._hints[1])
        foot.addSpacing(10)
        foot.addWidget(self._tab_key)
        foot.addWidget(self._hints[2])
        foot.addStretch(1)
        foot.addWidget(self._hints[3])
        self._head, self._foot = QWidget(), QWidget()
        self._head.setLayout(head)
        self._foot.setLayout(foot)
        self.list.setModel(self.results)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView { background: transparent; }")
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self.list, self._foot):
            column.addWidget(part)

    def _field_height(self) -> int:
        return self._kit.theme.height(FIELD, "heading")

    def _footer_height(self) -> int:
        return self._kit.theme.height(FOOTER, "caption")

    def _place(self) -> None:
        whole = self._window.rect()
        self.setGeometry(whole)
        self.field.setFont(self._kit.theme.font("reading"))
        head, foot = self._field_height(), self._footer_height()
        self._head.setFixedHeight(head)
        self._foot.setFixedHeight(foot)
        lines = range(self.results.rowCount())
        wanted = sum(self._delegate.height(self.results.line(row)) for row in lines) + 8
        room = min(MOST, whole.height() - TOP - head - foot - EDGE)
        self.list.setFixedHeight(max(0, min(wanted, room)))
        width = min(round(WIDTH * self._kit.theme.text_scale), whole.width() - 2 * EDGE)
        height = head + self.list.height() + foot
        self.panel.setGeometry((whole.width() - width) // 2, TOP, width, height)
        self.update()

    # Finding

    def _text(self) -> str:
        return self.field.composed_text().strip()

    def _on_entered(self, index: QModelIndex) -> None:
        """Follow the mouse when it moves, not when the list moves below it."""
        if QCursor.pos() != self._pointer:
            self._pointer = QCursor.pos()
            self.list.setCurrentIndex(index)

    def _on_typed(self) -> None:
        self._enter_waits = False
        self._acting = None
        if self.isVisible() and not self._reading:
            self._search()

    def _search(self) -> None:
        text = self._text()
        if text.startswith(">"):
            self._show(self._lines.commands(text[1:].strip()))
        elif text.startswith("#"):
            if self._tags is None:
                self._read(text, lambda _ticket: self._contacts.tags(), self._take_tags)
            else:
                self._show(self._lines.tags(text[1:].strip(), self._tags))
        elif text:

            def task(_ticket: Ticket) -> Answer:
                found = self._contacts.find(text, limit=CONTACTS).contacts
                noted = [contact.id for contact in found if contact.why == "note"]
                deals = self.find_deals(text, DEALS) if self.find_deals is not None else ()
                return found, self._contacts.snippets(noted, text), deals

            self._read(text, task, partial(self._take_found, text))
        else:
            self._show(self._lines.commands(""))

    def _read(
        self, text: str, task: Callable[[Ticket], Found], take: Callable[[Found], None]
    ) -> None:
        def finished() -> None:
            self._reading = False
            if self._text() != text:
                self._search()
            elif self._enter_waits and self.isVisible():
                self._enter_waits = False
                self._run(self.list.currentIndex())

        def failed(_error: object) -> None:
            self._enter_waits = False
            self._show(self._lines.commands(text))

        self._reading = True
        job = self._kit.runner.read(task)
        job.succeeded.connect(take)
        job.failed.connect(failed)
        job.finished.connect(finished)

    def _take_tags(self, tags: list[tuple[str, int]]) -> None:
        self._tags = tags
        text = self._text()
        if text.startswith("#"):
            self._show(self._lines.tags(text[1:].strip(), tags))

    def _take_found(self, text: str, found: Answer) -> None:
        if self._text() == text:  # else somebody typed on meanwhile
            self._show(self._lines.found(text, *found))

    # Choosing

    def _show(self, lines: list[Result]) -> None:
        self._acting = None
        self._set_lines(lines or self._lines.nothing(self._text()), 0)

    def _set_lines(self, lines: list[Result], row: int) -> None:
        self.results.show_lines(lines)
        self._show_hints()
        self._choose(row if row > 0 else self.results.next_row(-1, 0))
        if self.isVisible():
            self._place()

    def _show_actions(self) -> None:
        """Show what can be done with the contact of the selected line."""
        row = self.list.currentIndex().row()
        contact = self.results.line(row).contact if row >= 0 and not self._reading else None
        if contact is not None and self._acting is None:
            self._acting = self.results.lines(), row
            self._set_lines(self._lines.actions(contact), 0)

    def _leave_actions(self) -> bool:
        """Go back to what was found; return whether actions were shown."""
        if self._acting is None:
            return False
        (lines, row), self._acting = self._acting, None
        self._set_lines(lines, row)
        return True

    def _show_hints(self) -> None:
        lines = self.results.lines()
        act = self._acting is None and any(line.contact is not None for line in lines)
        for widget in (self._tab_key, self._hints[2]):
            widget.setVisible(act)

    def _move(self, step: int) -> None:
        self._choose(self.results.next_row(self.list.currentIndex().row(), step))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.list.setCurrentIndex(self.results.index(row))
            if self.results.next_row(-1, 0) == row:
                self.list.scrollToTop()  # with its heading
            else:
                self.list.scrollTo(self.results.index(row))

    def _tell_current(self, index: QModelIndex) -> None:
        # The focus stays in the field, so the field tells what Enter would do.
        line = self.results.line(index.row()) if index.isValid() else None
        spoken = line.spoken if line else ""
        if line and line.contact is not None:
            spoken += ". " + self.tr("Tab shows actions")
        self.field.setAccessibleDescription(spoken)

    def _run(self, index: QModelIndex) -> None:
        if index.isValid() and (run := self.results.line(index.row()).run) is not None:
            self.close_up()
            run()
