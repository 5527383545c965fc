"""One deal on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GoneError
from app.events import Changes
from app.jobs import Ticket
from app.shapes.deals import DealEvent, DealRow, Moved, PartyForm, PartyRow
from app.shapes.interactions import InteractionForm
from app.shapes.scores import Chance
from ui.common.bars import bar, indent
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.note_place import NotePlace
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.help_button import HelpButton
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.note import Note
from ui.common.writing.composer import Written
from ui.deals.acts import DealActs
from ui.deals.columns import DealColumns
from ui.deals.desk import DealDesk
from ui.deals.facts import DealFacts
from ui.deals.files import DealFiles
from ui.deals.head import DealHead
from ui.deals.reading import DealRead, read_deal
from ui.deals.side import DealSide
from ui.deals.story import DealStory

BAR = 48
BAR_LEFT = 16  # px before the first button, whose own room follows
SHOWN = {
    "deal", "deal_line", "deal_party", "deal_check", "pipeline_stage", "stage_check", "stage_move",
    "pipeline", "deal_reason", "quote", "quote_line", "task", "contact", "staff", "interaction",
    "interaction_contact", "attachment", "score_rule", "note", "sale", "setting",
}  # fmt: skip


class DealPage(Page):
    """F2 changes it, W wins, X loses, D puts it off; L and E log and note, T adds a task."""

    icon = "square-kanban"
    topic = "deal"
    in_nav = False
    closed = Signal()
    contact_asked = Signal(object)  # contact id
    task_asked = Signal(object)  # task id
    task_done = Signal(object)  # TaskRow
    new_task_asked = Signal(object)  # DealRow
    quote_asked = Signal(object)  # deal id: a new one
    quote_opened = Signal(object)  # quote id
    sale_asked = Signal(object)  # sale id

    def __init__(
        self, kit: Kit, desk: DealDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._desk = desk
        self._read: DealRead | None = None
        self._wanted: int | None = None
        self._stale = False
        self.acts = DealActs(kit, desk, self)
        self.head = DealHead(kit)
        self.note = Note(kit.theme, " ")
        self.note.hide()
        self.facts = DealFacts(kit)
        self.story = DealStory(kit)
        self.side = DealSide(kit)
        self.files = DealFiles(kit, desk.files)
        self.side.add(self.files)
        self.columns = DealColumns(kit, self.facts, self.story, self.side)
        self._build()
        self._connect()
        bridge.changed.connect(self._on_changed)
        self.retranslate()
        self._show_parts(on=False)

    @property
    def deal_id(self) -> int | None:
        """The id of the deal that is shown."""
        return self._read.detail.row.id if self._read else None

    def title(self) -> str:
        return self.tr("Deal")

    def place(self) -> object:
        return self._wanted

    def go_to(self, place: object) -> None:
        if isinstance(place, int):
            self.show_deal(place)

    def show_deal(self, deal_id: int) -> None:
        """Read a deal and show it; closes if it has gone meanwhile."""
        if deal_id != self._wanted:
            self.note.hide()
        self._wanted = deal_id
        desk = self._desk
        job = self.kit.runner.read(lambda _ticket: read_deal(desk, deal_id), quiet=True)
        job.succeeded.connect(self._on_read)
        job.failed.connect(partial(self._on_failed, deal_id))

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Deal"))
        self.back_button.set_name(self.tr("Back to the pipeline"), "Esc")
        self.list_button.set_text(self.tr("Pipeline"))
        self.list_button.updateGeometry()
        self.more_button.set_name(self.tr("More"))
        self.close_button.set_name(self.tr("Close"), "Esc")
        for part in (self.head, self.facts, self.story, self.side, self.files):
            part.retranslate()
        if self._read is not None:
            self._fill(self._read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._do("change")
        elif event.key() == Qt.Key.Key_Delete:
            self._do("remove")
        elif not self._do(LETTERS.get(letter_of(event), "")):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._wanted is not None:
            self._stale = False
            self.show_deal(self._wanted)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Look again when the window comes to the front: another one may have changed the deal."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange or self._wanted is None:
            return
        if self.isVisible() and self.isActiveWindow():
            self.show_deal(self._wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.crumb.setMaximumWidth(self.width() // 2)

    # Building

    def _build(self) -> None:
        theme = self.kit.theme
        self.back_button = IconButton(theme, "arrow-left", "")
        self.list_button = Button(theme, "", "ghost", size="sm")
        self.crumb = Label(theme, "", "strong")
        self.more_button = IconButton(theme, "ellipsis", "")
        self.close_button = IconButton(theme, "x", "")
        step = Label(theme, "›  ", colour="muted")
        top = bar(
            theme, "Toolbar", BAR,
            [self.back_button, self.list_button, step, self.crumb, HelpButton(theme), None,
             self.more_button, self.close_button],
            gap=4,
        )  # fmt: skip
        indent(top, BAR_LEFT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self.head)
        whole.addWidget(NotePlace(self.note, QMargins(24, 12, 16, 12)))
        whole.addWidget(self.columns, 1)

    def _connect(self) -> None:
        for button in (self.back_button, self.list_button, self.close_button):
            button.clicked.connect(self.closed)
        self.more_button.clicked.connect(lambda: self._ask_more(under(self.more_button)))
        head, side, do = self.head, self.side, self._do
        for signal, what in (
            (head.won_asked, "won"), (head.lost_asked, "lost"), (head.later_asked, "later"),
            (head.reopen_asked, "reopen"), (head.show_asked, "show"), (side.task_asked, "task"),
            (side.person_asked, "person"), (side.lines_asked, "lines"),
            (side.quote_asked, "quote"),
        ):  # fmt: skip
            signal.connect(partial(do, what))
        head.contact_asked.connect(self.contact_asked)
        head.stage_asked.connect(self._on_stage_asked)
        self.facts.change_asked.connect(self._on_change_asked)
        self.facts.ticked.connect(self._on_ticked)
        side.task_opened.connect(self.task_asked)
        side.task_done.connect(self.task_done)
        side.person_opened.connect(self.contact_asked)
        side.person_removed.connect(self._on_person_removed)
        side.quote_opened.connect(self.quote_opened)
        side.sale_opened.connect(self.sale_asked)
        self.story.written.connect(self._on_written)
        self.story.opened.connect(self._on_event_opened)
        self.acts.moved.connect(self._on_moved)
        self.acts.added.connect(self.show_deal)
        self.acts.refused.connect(self._look_again)

    # Reading

    def _on_read(self, read: DealRead) -> None:
        if read.detail.row.id != self._wanted:
            return  # another one is wanted by now
        if read == self._read:
            return  # it was looked at again, and nothing is new
        anew = self._read is None or self._read.detail.row.id != read.detail.row.id
        self._read = read
        self._fill(read)
        if anew:
            self.columns.go_up()
        if read.detail.row.is_open:
            self._read_learned(read.detail.row)

    def _read_learned(self, deal: DealRow) -> None:
        """Read what closed deals teach of this one; it may take a moment."""
        scores = self._desk.scores

        def task(_ticket: Ticket) -> tuple[int, Chance | None]:
            return deal.id, scores.chances([deal.id]).get(deal.id)

        self.kit.runner.read(task, quiet=True).succeeded.connect(self._on_learned)

    def _on_learned(self, read: tuple[int, Chance | None]) -> None:
        deal_id, chance = read
        if self._read is not None and deal_id == self._wanted and chance is not None:
            detail = self._read.detail
            names = {str(detail.row.pipeline_id): detail.row.pipeline}
            self.facts.show_learned(chance, names)

    def _on_failed(self, deal_id: int, error: BaseException) -> None:
        if deal_id != self._wanted:
            return
        if isinstance(error, GoneError):
            self._read, self._wanted = None, None
            self.closed.emit()
        else:
            self.kit.runner.failed.emit(error)

    def _look_again(self) -> None:
        """Read the deal once more: what was asked did not happen."""
        if self._wanted is not None:
            self.show_deal(self._wanted)

    def _on_changed(self, changes: Changes) -> None:
        if self._wanted is None or not SHOWN & (changes.reshaped | changes.edited.keys()):
            return
        if self.isVisible():
            self.show_deal(self._wanted)
        else:
            self._stale = True

    def _show_parts(self, *, on: bool) -> None:
        """Show the deal's own parts, or nothing until a deal is shown."""
        for part in (self.head, self.columns):
            part.setVisible(on)

    def _fill(self, read: DealRead) -> None:
        detail = read.detail
        self._show_parts(on=True)
        self.crumb.set_text(detail.row.title)
        if not detail.row.is_open or all(check.done for check in detail.checks):
            self.note.hide()
        self.head.show_deal(detail, read.pipeline)
        self.facts.show_deal(detail, read.score)
        self.side.show_deal(detail, read.tasks, read.events)
        self.files.show_files(detail.row, read.files)
        self.story.show_deal(detail, read.events)

    # Doing

    def _do(self, what: str) -> bool:
        """Do what a key or a button is for; return whether there is such a thing."""
        if self._read is None or not what:
            return False
        detail = self._read.detail
        row, acts = detail.row, self.acts
        known = row.contact_id is not None
        doing: dict[str, tuple[Callable[[], object], bool]] = {
            "won": (partial(acts.ask_won, detail), row.is_open),
            "lost": (partial(acts.ask_lost, row), row.is_open),
            "later": (partial(acts.ask_later, row), row.is_open),
            "show": (partial(acts.show_again, row), row.is_open),
            "reopen": (partial(acts.reopen, row), not row.is_open),
            "change": (partial(acts.ask_change, row.id), True),
            "lines": (partial(acts.ask_change, row.id, "lines"), row.is_open),
            "close_day": (partial(acts.ask_change, row.id, "expected_close"), row.is_open),
            "task": (partial(self.new_task_asked.emit, row), row.is_open),
            "quote": (partial(self.quote_asked.emit, row.id), row.is_open),
            "person": (partial(acts.ask_party, detail), True),
            "note": (partial(self.story.composer.start, "note"), known),
            "log": (partial(self.story.composer.start, "call"), known),
            "remove": (partial(acts.remove, row), True),
        }
        act, wanted = doing[what]
        if wanted:
            act()
        return True

    def _ask_more(self, at: QPoint) -> None:
        if self._read is None:
            return
        detail, acts = self._read.detail, self.acts
        row, menu = detail.row, Menu(self.kit.theme, parent=self)
        sold = bool(detail.sale_ids)
        worth = bool(row.amount) and row.currency == self._desk.currency()
        for words, icon, key, act, wanted in (
            (self.tr("Change"), "pencil", "F2", partial(self._do, "change"), True),
            (self.tr("Sell a part"), "receipt", "", partial(acts.ask_split, detail),
             row.is_open and worth),
            (self.tr("Make a sale of it"), "receipt", "", partial(acts.sell, row),
             row.stage_kind == "won" and not sold and worth),
            (self.tr("Make another like it"), "copy", "", partial(acts.copy, row), True),
            (self.tr("Open again"), "rotate-ccw", "", partial(acts.reopen, row), not row.is_open),
        ):  # fmt: skip
            if wanted:
                menu.add(words, icon, key).triggered.connect(act)
        menu.addSeparator()
        remove = menu.add(self.tr("Put in the trash"), "trash-2", "Del", danger=True)
        remove.triggered.connect(partial(acts.remove, row))
        popup(menu, at)

    def _on_event_opened(self, event: DealEvent) -> None:
        """Show the task, quote or sale that a line of the timeline is about."""
        signals = {
            "task": self.task_asked, "quote": self.quote_opened, "sale": self.sale_asked,
        }  # fmt: skip
        if event.what in signals:
            signals[event.what].emit(event.id)

    def _on_stage_asked(self, stage_id: int) -> None:
        if self._read is not None:
            self.acts.move(self._read.detail.row, stage_id)

    def _on_moved(self, moved: Moved) -> None:
        """Say what the stage asks for that was not done yet."""
        self.note.setVisible(bool(moved.unchecked))
        if moved.unchecked:
            words = self.tr("Still to do before this stage: {what}")
            told = self.kit.formats.listing(moved.unchecked)
            self.note.show_note(words.format(what=told), "warning")

    def _on_change_asked(self, field: str) -> None:
        if self._read is not None:
            self.acts.ask_change(self._read.detail.row.id, field)

    def _on_ticked(self, check_id: int, done: bool) -> None:  # noqa: FBT001 - a box's state
        if self._read is not None:
            self.acts.tick(self._read.detail.row.id, check_id, done)

    def _on_person_removed(self, gone: PartyRow) -> None:
        if self._read is None:
            return
        detail = self._read.detail
        kept = [PartyForm(p.contact_id, p.role) for p in detail.parties if p.id != gone.id]
        self.acts.put_parties(detail.row.id, kept)

    def _on_written(self, written: Written) -> None:
        """Keep what was written with the contact of the deal."""
        if self._read is None or (contact_id := self._read.detail.row.contact_id) is None:
            return
        desk = self._desk
        form = InteractionForm(
            contact_ids=(contact_id,), kind=written.kind, outcome=written.outcome,
            direction=written.direction, body=written.body,
        )  # fmt: skip

        def task(_ticket: Ticket) -> int:
            if written.kind == "note":
                return desk.contacts.add_note(contact_id, written.body)
            return desk.interactions.log(form)

        job = self.kit.runner.write(task)
        job.failed.connect(lambda _error: self.story.composer.give_back(contact_id, written))


LETTERS = {
    "w": "won", "x": "lost", "d": "later", "t": "task", "q": "quote", "p": "person", "e": "note",
    "l": "log",
}  # fmt: skip
