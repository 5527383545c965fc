"""The inbox of enquiries: who waits for an answer, the longest waiting first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QMargins, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.enquiries import CHANNELS, WAITING, EnquiryCounts, EnquiryFilter, EnquiryRow
from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.note_place import NotePlace
from ui.common.row_table import RowTable
from ui.common.short_model import set_columns
from ui.common.widgets.button import Button
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.note import Note
from ui.common.widgets.search_field import SearchField
from ui.common.widgets.segmented import Segmented
from ui.enquiries.acts import EnquiryActs
from ui.enquiries.learned import Learned, read_learned
from ui.enquiries.model import ROOM, WIDTHS, InboxModel
from ui.enquiries.model import WAITING as WAITING_COLUMN
from ui.enquiries.new_line import NewEnquiryLine
from ui.enquiries.panel import EnquiryPanel
from ui.enquiries.words import InboxLine, channel_words

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk

PAUSE = 80  # ms without a keystroke before it is looked for
PANEL, NARROW, WIDE = 372, 320, 1144  # px: of the panel, and of the view from which it is wide
MINUTE = 60_000  # ms: the clocks of those who wait go on
STATES = {
    "waiting": WAITING, "answered": ("answered",), "closed": ("closed",), "spam": ("spam",),
}  # fmt: skip
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class InboxView(QWidget):
    """Enter opens, A says answered, P says who it is, D makes a deal, X is spam."""

    TABLES: ClassVar[set[str]] = {
        "enquiry", "contact", "staff", "score_rule", "deal", "interaction", "setting",
    }  # fmt: skip

    def __init__(self, kit: Kit, desk: EnquiryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._desk = desk
        self._channels: tuple[str, ...] = ()
        self._counts = EnquiryCounts()
        self._kept: int | None = None  # the enquiry that is to be selected once it is read
        self._field_asked = False  # somebody wants to type, since it was brought to the front
        self._list_wanted = False  # the list is to have the keys as soon as it has a line
        self.acts = EnquiryActs(kit, desk, self)
        self.search = SearchField(theme, "", key="/")
        self.search.setFixedWidth(round(204 * theme.text_scale))
        self.states = Segmented(theme, dict.fromkeys(STATES, " "), " ")
        self.channel_chip = Chip(theme, "")
        self.file_button = Button(theme, "", "ghost", icon="file-up", size="sm")
        self.rules_button = Button(theme, "", "ghost", icon="sliders-horizontal", size="sm")
        self.new_line = NewEnquiryLine(kit, desk)
        self.note = Note(theme, " ")
        self.model = InboxModel(kit, desk, self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        set_columns(self.table, WIDTHS)
        self.empty = EmptyState(theme, "inbox", "", action=" ", action_icon="plus", second=" ")
        self.nothing = EmptyState(theme, "search-x", "", role="neutral", action=" ", primary=False)
        self.panel = EnquiryPanel(kit)
        self.hint = Label(theme, "", "caption", "muted")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._minute = QTimer(self, interval=MINUTE)
        self._build()
        self._connect()
        self.retranslate()
        self.reload()
        self._minute.start()

    @property
    def wanted(self) -> EnquiryFilter:
        """What is listed."""
        text = self.search.text().strip()
        return EnquiryFilter(STATES[self.states.current], self._channels, text=text)

    def current(self) -> InboxLine | None:
        """Return the enquiry the keys are for."""
        row = self.model.row_at(self.table.currentIndex().row())
        return row if isinstance(row, InboxLine) and self._selected() else None

    def reload(self) -> None:
        """Read the inbox again."""
        line = self.current()
        self._kept = line.id if line else self._kept
        self.panel.currency = self._desk.currency()
        self.model.show_filter(self.wanted)
        enquiries = self._desk.enquiries

        def task(_ticket: Ticket) -> EnquiryCounts:
            return enquiries.counts()

        self._kit.runner.read(task, quiet=True).succeeded.connect(self._on_counted)

    def show_enquiry(self, enquiry_id: int) -> None:
        """Select an enquiry among those that wait."""
        self.table.clearSelection()  # what is selected would stay so
        self._kept = enquiry_id
        self.states.choose("waiting")
        self.reload()

    def make_new(self) -> None:
        """Put the cursor where a new enquiry is taken in."""
        self._want_field()
        self.new_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_search(self) -> None:
        """Put the focus into the search."""
        self._want_field()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the list, or where something is taken in while it is empty."""
        first: QWidget = self.table if self.model.rowCount() else self.new_line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Enquiries"))
        self.search.set_placeholder(self.tr("Search enquiries"))
        self.states.setAccessibleName(self.tr("Which enquiries"))
        self.channel_chip.set_name(self.tr("Channel"))
        self.file_button.set_text(self.tr("From a file"))
        self.rules_button.set_text(self.tr("Score"))
        self.table.setAccessibleName(self.tr("Enquiries"))
        self.hint.set_text(
            self.tr("Enter opens · A answered · P person · D deal · X spam · C close")
        )
        self.empty.show_words(
            self.tr("Nobody waits for an answer"),
            self.tr("Write down who asks for what, by phone or at the counter, and nobody is "
                    "forgotten. The file of a web form comes in by itself."),
            self.tr("New enquiry"),
            self.tr("From a file"),
        )  # fmt: skip
        self.nothing.show_words(self.tr("No enquiry fits"), "", self.tr("Show all that wait"))
        self.new_line.retranslate()
        self.model.retranslate()
        self.panel.retranslate()
        self._show_channels()
        self._show_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A table would take letters for the beginning of a row it is to look for.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._field_asked = False
        QTimer.singleShot(0, self, self._take_keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        panel = PANEL if width >= WIDE else NARROW
        self._panes.setSizes([width - panel, panel])
        for column, least in ROOM.items():
            hidden = width - panel < least * self._kit.theme.text_scale
            self.table.setColumnHidden(column, hidden)

    def _build(self) -> None:
        theme = self._kit.theme
        tools = [
            self.search, self.states, self.channel_chip, None, self.file_button, self.rules_button,
        ]  # fmt: skip
        self.stack = QStackedWidget()
        for part in (QWidget(), self.table, self.empty, self.nothing):
            self.stack.addWidget(part)
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.new_line)
        self.note.hide()
        column.addWidget(NotePlace(self.note, QMargins(24, 8, 16, 8)))
        column.addWidget(self.stack, 1)
        column.addWidget(bar(theme, "Footer", 40, [self.hint, None]))
        self._panes = QSplitter()
        self._panes.setHandleWidth(0)
        self._panes.addWidget(listing)
        self._panes.addWidget(self.panel)
        self._panes.setStretchFactor(0, 1)
        self._panes.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Toolbar", 48, tools))
        whole.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.search.typed.connect(lambda _text: self._pause.start())
        self.search.typed.connect(self._want_field)
        self.new_line.who.textEdited.connect(self._want_field)
        self.search.submitted.connect(self.table.setFocus)
        self._pause.timeout.connect(self.reload)
        self._minute.timeout.connect(self._on_minute)
        self.states.chosen.connect(lambda _state: self.reload())
        self.channel_chip.clicked.connect(self._ask_channel)
        self.channel_chip.cleared.connect(partial(self._choose_channels, ()))
        self.file_button.clicked.connect(self.acts.ask_file)
        self.rules_button.clicked.connect(self.acts.ask_rules)
        self.new_line.added.connect(self._on_added)
        self.acts.told.connect(self._tell)
        self.model.arrived.connect(self._on_arrived)
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(self._show_current)
        self.table.opened.connect(lambda _line: self._do("open"))
        self.table.menu_asked.connect(self._ask)
        self.panel.asked.connect(self._do)
        self.empty.acted.connect(self.make_new)
        self.empty.followed.connect(self.acts.ask_file)
        self.nothing.acted.connect(self._on_cleared)
        self._kit.language.changed.connect(self.retranslate)

    def _take_keys(self) -> None:
        """Give the keys to the list where nobody asked for a field: Qt may have left one there."""
        held = self.window().focusWidget()
        if self._field_asked or (held is not None and not self.isAncestorOf(held)):
            return
        self._list_wanted = not self.model.rowCount()
        if not self._list_wanted:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_field(self) -> None:
        self._field_asked, self._list_wanted = True, False

    def _press(self, event: QKeyEvent) -> bool:
        """Do as a key of the list does; return whether it is one."""
        keys = {
            "a": "answer", "p": "person", "d": "deal", "x": "spam", "c": "close", "r": "reopen",
        }  # fmt: skip
        what = keys.get(letter_of(event), "")
        if event.key() == Qt.Key.Key_Delete:
            what = "remove"
        if not what or self.current() is None:
            return False
        self._do(what)
        return True

    def _do(self, what: str) -> None:
        line, acts = self.current(), self.acts
        if line is None:
            return
        rows = self._rows()
        self.note.hide()
        if what == "contact" and line.row.contact_id is not None:
            acts.contact_asked.emit(line.row.contact_id)
        elif what == "open":
            acts.open(line)
        elif what == "person":
            acts.ask_person(line.row)
        elif what == "deal":
            acts.ask_deal(line.row)
        else:
            each = {
                "answer": acts.answer, "spam": acts.mark_spam, "close": acts.close,
                "reopen": acts.reopen, "remove": acts.remove,
            }  # fmt: skip
            if what in each:
                each[what](rows)

    def _ask(self, at: QPoint) -> None:
        if (line := self.current()) is not None:
            self.acts.ask(line, self._rows(), at)

    def _rows(self) -> list[EnquiryRow]:
        return [line.row for line in self._selected()]

    def _selected(self) -> list[InboxLine]:
        lines = [line for part in self.table.selected_lines() for line in part]
        found: list[Any] = [self.model.row_at(line) for line in lines]
        return [each for each in found if isinstance(each, InboxLine)]

    def _on_arrived(self, anew: bool) -> None:  # noqa: FBT001 - a slot
        narrowed = bool(self.wanted.text or self._channels or self.states.current != "waiting")
        nothing = self.nothing if narrowed else self.empty
        if self.table.hasFocus() and not self.model.rowCount():
            self._list_wanted = True  # it comes back as soon as this is undone
        self.stack.setCurrentWidget(self.table if self.model.rowCount() else nothing)
        if anew and self.model.rowCount():
            kept = self._kept
            line = max(0, self.model.line_of(lambda each: each.id == kept))
            self._select(line)
        if anew:
            self._kept = None
            self._show_current()
        if self._list_wanted and self.model.rowCount():
            self._list_wanted = False
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_counted(self, counts: EnquiryCounts) -> None:
        self._counts = counts
        self._show_counts()

    def _on_added(self, enquiry_id: int) -> None:
        """Select it, also where the list is read anew only after this."""
        line = self.model.line_of(lambda each: each.id == enquiry_id)
        if line >= 0:
            self._select(line)
        else:
            self.table.clearSelection()
            self._kept = enquiry_id

    def _select(self, line: int) -> None:
        index = self.model.index(line, WAITING_COLUMN)
        self.table.selectionModel().setCurrentIndex(index, ROWS)
        self.table.scrollTo(index)

    def _on_minute(self) -> None:
        if self.isVisible() and self.states.current == "waiting":
            self.reload()

    def _on_cleared(self) -> None:
        self._channels = ()
        self.states.choose("waiting")
        self.search.set_text("")
        self._show_channels()
        self.reload()

    def _show_current(self) -> None:
        line = self.current()
        self.panel.show_line(line)
        if line is not None and line.row.is_open:
            desk, enquiry_id = self._desk, line.id
            job = self._kit.runner.read(lambda _ticket: read_learned(desk, enquiry_id), quiet=True)
            job.succeeded.connect(self._on_learned)

    def _on_learned(self, learned: Learned | None) -> None:
        line = self.current()
        if learned is not None and line is not None and line.id == learned.enquiry_id:
            self.panel.show_learned(learned)

    def _show_counts(self) -> None:
        counts = self._counts
        shown = {
            "waiting": (self.tr("Waiting"), counts.waiting),
            "answered": (self.tr("Answered"), counts.answered),
            "closed": (self.tr("Closed"), 0),
            "spam": (self.tr("Spam"), 0),
        }
        number = self._kit.formats.number
        texts = {key: f"{words} {number(n)}" if n else words for key, (words, n) in shown.items()}
        self.states.set_texts(texts)
        self.states.updateGeometry()

    def _ask_channel(self) -> None:
        menu = Menu(self._kit.theme, parent=self)
        for channel in CHANNELS:
            words = channel_words(channel, self._kit)
            action = menu.add(words)
            action.setCheckable(True)
            action.setChecked(channel in self._channels)
            action.triggered.connect(partial(self._turn_channel, channel))
        popup(menu, under(self.channel_chip))

    def _turn_channel(self, channel: str, on: bool) -> None:  # noqa: FBT001 - a slot
        kept = [each for each in self._channels if each != channel]
        self._choose_channels((*kept, channel) if on else tuple(kept))

    def _choose_channels(self, channels: tuple[str, ...]) -> None:
        self._channels = channels
        self._show_channels()
        self.reload()

    def _show_channels(self) -> None:
        names = [channel_words(each, self._kit) for each in self._channels]
        told = self.tr("Channel: {names}").format(names=self._kit.formats.listing(names))
        self.channel_chip.set_active(told if names else "")

    def _tell(self, words: str, role: str) -> None:
        self.note.show_note(words, role)
        self.note.show()
