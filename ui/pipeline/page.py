"""The pipeline page: deals on a board, in a list, by the month they are expected, and enquiries."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.jobs import Ticket
from app.shapes.pipelines import PipelineRow
from app.shapes.staff import StaffRow
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import popup, under
from ui.common.widgets.segmented import Segmented
from ui.pipeline.acts import PipelineActs
from ui.pipeline.board_view import BoardView
from ui.pipeline.desk import PipelineDesk
from ui.pipeline.filters import PipelineFilters
from ui.pipeline.pipeline_menu import PipelineMenu

if TYPE_CHECKING:
    from ui.pipeline.list_view import DealsList

STAGES = {"pipeline", "pipeline_stage", "stage_check", "staff", "setting"}
TABLES = {"deal", "deal_line", "deal_reason", "task", "contact", "interaction", *STAGES}
BOARD, LIST, FORECAST, ENQUIRIES = "board", "list", "forecast", "enquiries"
ICONS = {BOARD: "square-kanban", LIST: "list", FORECAST: "chart-line", ENQUIRIES: "inbox"}
CHOSEN = "pipeline/chosen"  # what this PC remembers: the pipeline shown last
WIDE = 1160  # px of the page from which the sums stand in the header


class Read(NamedTuple):
    """What all views have in common."""

    pipelines: list[PipelineRow]
    staff: list[StaffRow]


class PipelinePage(Page):
    """Each view is made when it is first wanted; those of others are put in by `add_view`.

    What is opened or made in a dialog is asked for by signals.
    """

    icon = "square-kanban"
    topic = "pipeline"
    deal_asked = Signal(object)  # deal id
    new_asked = Signal(object, object)  # pipeline id, stage id or None
    edit_asked = Signal(object)  # deal id
    quote_asked = Signal(object)  # deal id
    task_asked = Signal(object)  # deal id
    contact_asked = Signal(object)  # contact id
    stages_asked = Signal(object)  # pipeline id, None for a new one

    def __init__(
        self, kit: Kit, desk: PipelineDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._desk = desk
        self._stale = True
        self._job: Job | None = None
        self._staff: list[StaffRow] = []
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, Any] = {}
        self._put_away: list[PipelineRow] = []
        self.pipelines: list[PipelineRow] = []
        self.pipeline: PipelineRow | None = None
        self._takes: int | None = None  # the pipeline to show once it is read
        self.is_read = False
        self.heading = Label(theme, "", "title")
        self.pipeline_chip = Chip(theme, "")
        self.pipeline_chip.hide()  # until there is something to call it
        self.total_label = Label(theme, "", colour="text-2", digits=True, markup=True)
        self.views = Segmented(theme, self._views(), self.tr("View"), size=32, icons=ICONS)
        self.new_button = Button(theme, "", "primary", icon="plus")
        self.filters = PipelineFilters(kit, desk.currency, self)
        self.filters.hide()  # its button and its chips stand elsewhere
        self.acts = PipelineActs(kit, desk, self)
        self.board = BoardView(kit, desk, self.acts)
        self.none = EmptyState(theme, "square-kanban", "", action=" ", action_icon="plus")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.board, self.none):
            self.stack.addWidget(part)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedSize(1, 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(
            bar(theme, "Header", 56, [
                self.heading, self.pipeline_chip, self.total_label, None, self.views, line,
                self.new_button,
            ])
        )  # fmt: skip
        whole.addWidget(self.filters.bar)
        whole.addWidget(self.stack, 1)
        self._connect(bridge)
        self.retranslate()

    @cached_property
    def list(self) -> DealsList:
        """Deals as a table."""
        from ui.pipeline.list_view import DealsList  # noqa: PLC0415 - when it is first wanted

        view = DealsList(self.kit, self._desk, self.acts)
        view.new_asked.connect(self.make_new)
        view.clear_asked.connect(self.filters.clear)
        self._made[LIST] = view
        self.stack.addWidget(view)
        view.fit(self.width())
        return view

    @property
    def view(self) -> str:
        """The key of the view in front."""
        return self.views.current

    def add_view(self, key: str, make: Callable[[], QWidget]) -> None:
        """Take in a view of others: made when it is first wanted."""
        self._makers[key] = make

    def made(self, key: str) -> Any:
        """Return a view of others, made now if it was not wanted before."""
        if key not in self._made and key in self._makers:
            self._made[key] = view = self._makers[key]()
            self.stack.addWidget(view)
        return self._made.get(key)

    def title(self) -> str:
        return self.tr("Pipeline")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.pipeline_chip.setAccessibleDescription(self.tr("Another pipeline, or its stages"))
        self.views.setAccessibleName(self.tr("View"))
        self.views.set_texts(self._views())
        self._name_new()
        self.none.show_words(
            self.tr("What goes through which steps here?"),
            self.tr("A pipeline has the stages a deal goes through. Take a ready-made one and"
                    " change it as you like."),
            self.tr("Choose a pipeline"),
        )  # fmt: skip
        self.filters.retranslate()
        self.board.retranslate()
        for view in self._made.values():
            if hasattr(view, "retranslate"):
                view.retranslate()
        self._tell()

    def show_view(self, key: str) -> None:
        """Bring a view to the front and read it."""
        if key != self.view:
            self.place_left.emit(self.place())
        self._bring(key)

    def show_deal(self, deal_id: int, pipeline_id: int) -> None:
        """Choose a deal on the board of its pipeline."""
        self.views.choose(BOARD)
        self.board.select(deal_id)
        self.take_pipeline(pipeline_id)

    def place(self) -> object:
        return self.view

    def go_to(self, place: object) -> None:
        if isinstance(place, str):
            self._bring(place)

    def make_new(self) -> None:
        """Ask for a new deal."""
        if self.view == ENQUIRIES and hasattr(self.made(ENQUIRIES), "make_new"):
            self.made(ENQUIRIES).make_new()
        else:
            self._ask_new(None)

    def start_search(self) -> None:
        """Put the focus into the search."""
        view = self.made(self.view) if self.view in self._makers else None
        if view is not None and hasattr(view, "start_search"):
            view.start_search()
            return
        if view is not None:
            self.show_view(BOARD)
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Read which pipelines there are, then the view in front."""
        desk = self._desk

        def task(_ticket: Ticket) -> Read:
            return Read(list(desk.pipelines.all(retired=True)), desk.staff.all())

        if self._job is not None:
            self._job.cancel()
        self._job = job = self.kit.runner.read(task)
        job.succeeded.connect(lambda read: self._on_read(job, read))

    def recount(self) -> None:
        """Tell the navigation how many deals are open, without filling the page."""
        board = self._desk.board
        job = self.kit.runner.read(lambda _ticket: board.open_count(), quiet=True)
        job.succeeded.connect(lambda count: self.counted.emit(count or None))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.filters.follow_day()
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filters.fit(self.width())
        self._fit_header()
        if LIST in self._made:
            self.list.fit(self.width())

    def _connect(self, bridge: ChangeBridge) -> None:
        acts = self.acts
        bridge.changed.connect(self._on_changed)
        self.views.chosen.connect(self._on_view_chosen)
        self.new_button.clicked.connect(self.make_new)
        self.pipeline_chip.clicked.connect(self._ask_pipeline)
        self.filters.changed.connect(self._read_view)
        self.board.told.connect(self._tell)
        self.board.new_asked.connect(self._ask_new)
        self.board.clear_asked.connect(self.filters.clear)
        self.none.acted.connect(lambda: self.stages_asked.emit(None))
        acts.opened.connect(self.deal_asked)
        acts.edit_asked.connect(self.edit_asked)
        acts.quote_asked.connect(self.quote_asked)
        acts.task_asked.connect(self.task_asked)
        acts.contact_asked.connect(self.contact_asked)
        acts.restored.connect(self.take_pipeline)

    def _views(self) -> dict[str, str]:
        return {
            BOARD: self.tr("Board"), LIST: self.tr("List"), FORECAST: self.tr("Forecast"),
            ENQUIRIES: self.tr("Enquiries"),
        }  # fmt: skip

    def _name_new(self) -> None:
        """Name the button after what it makes in this view."""
        asks = self.view == ENQUIRIES
        self.new_button.set_text(self.tr("New enquiry") if asks else self.tr("New deal"))
        self.new_button.updateGeometry()

    def _on_view_chosen(self, key: str) -> None:
        self._bring(key)

    def _bring(self, key: str) -> None:
        self.views.choose(key)
        self._show_part()
        self._read_view()

    def _show_part(self) -> None:
        """Bring what belongs to the view to the front."""
        key = self.view
        needs = key != ENQUIRIES
        self._name_new()
        part: QWidget | None = self.board
        if needs and self.pipeline is None:
            part = self.none if self.is_read else self.stack.widget(0)
        elif key == LIST:
            part = self.list
        elif key in self._makers:
            part = self.made(key)
        if part is not None:
            self.stack.setCurrentWidget(part)
        self.filters.bar.setVisible(key in (BOARD, LIST) and self.pipeline is not None)
        self.filters.offer_order(on=key == BOARD)
        self.pipeline_chip.setVisible(needs and self.pipeline is not None)
        self._tell()

    def _read_view(self) -> None:
        """Read what is in front; the others when they are brought there."""
        pipeline, wanted, key = self.pipeline, self.filters.wanted, self.view
        if key in self._makers:
            view = self.made(key)
            if pipeline is not None and hasattr(view, "show_pipeline"):
                view.show_pipeline(pipeline.id)
            if hasattr(view, "show_narrowed"):
                view.show_narrowed(on=self.filters.is_narrowed)
            if hasattr(view, "reload"):
                view.reload()
        elif pipeline is None:
            return
        elif key == LIST:
            self.list.show_pipeline(pipeline, wanted)
        else:
            self.board.show_pipeline(pipeline.id, wanted)

    def _on_read(self, job: Job, read: Read) -> None:
        if job is not self._job:
            return
        self._job, self.is_read = None, True
        self.pipelines = [row for row in read.pipelines if not row.retired]
        self._put_away = [row for row in read.pipelines if row.retired]
        self.filters.show_staff(read.staff)
        remembered = self.kit.state.text(CHOSEN)
        known = {row.id: row for row in self.pipelines}
        shown = self._takes or (self.pipeline.id if self.pipeline is not None else 0)
        self._takes = None
        chosen = int(remembered) if remembered.isdecimal() else 0
        first = next((row.id for row in self.pipelines if row.is_default), 0)
        found = next((each for each in (shown, chosen, first, *known) if each in known), 0)
        self.pipeline = known.get(found)
        self._show_part()
        self._read_view()

    def take_pipeline(self, pipeline_id: int) -> None:
        """Show another pipeline; one that was just made is read first."""
        self.kit.state.put_text(CHOSEN, str(pipeline_id))
        known = next((row for row in self.pipelines if row.id == pipeline_id), None)
        if known is None:
            self._takes = pipeline_id
            self.reload()
            return
        self.pipeline = known
        self._show_part()
        self._read_view()

    def _ask_pipeline(self) -> None:
        if self.pipeline is None:
            return
        every = [*self.pipelines, *self._put_away]
        menu = PipelineMenu(self.kit.theme, every, self.pipeline, self)
        menu.taken.connect(self.take_pipeline)
        menu.stages_asked.connect(self.stages_asked)
        menu.retired.connect(self.acts.retire)
        menu.restored.connect(self.acts.restore)
        popup(menu, under(self.pipeline_chip))
        menu.setActiveAction(menu.actions()[0])

    def _ask_new(self, stage_id: int | None) -> None:
        if self.pipeline is None:
            self.stages_asked.emit(None)
        else:
            self.new_asked.emit(self.pipeline.id, stage_id)

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.reshaped | changes.edited.keys()
        theirs: Collection[str] = getattr(self._made.get(self.view), "TABLES", ())
        if not touched & {*TABLES, *theirs}:
            return
        if "deal" in touched:
            self.recount()
        if not self.isVisible():
            self._stale = True
        elif touched & STAGES:
            self.reload()
        else:
            self._read_view()

    def _tell(self) -> None:
        """Say what is on the board."""
        pipeline = self.pipeline
        self.pipeline_chip.set_name(pipeline.name if pipeline is not None else "")
        read = self.board.read
        if read is None or pipeline is None:
            self.total_label.set_text("")
            return
        formats, total = self.kit.formats, self.board.total
        number, money = formats.number, formats.money
        if total.count == total.all:
            words = formats.count(total.all, self.tr("1 deal"), self.tr("{n} deals"))
        else:
            words = self.tr("{n} of {all} deals").format(
                n=number(total.count), all=number(total.all)
            )
        value, weighted = (
            f"<b>{escape(money(each, read.currency))}</b>" for each in (total.value, total.weighted)
        )
        told = self.tr("weighted {amount}").format(amount=weighted)
        self.total_label.set_text(f"{escape(words)} · {value} · {told}")
        self.total_label.setToolTip(self.tr("Weighted: each value times its chance to be won"))
        self.filters.show_waiting(read.waiting)
        self._fit_header()

    def _fit_header(self) -> None:
        room = self.width() >= WIDE * self.kit.theme.text_scale
        self.total_label.setVisible(room and self.view in (BOARD, LIST))
