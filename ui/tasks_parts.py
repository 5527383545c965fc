"""What belongs to tasks in an open shop: their page, a task whole, the line that adds one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.jobs import Ticket
from app.shapes.tasks import Finished, StepRow, TaskDetail, TaskForm, TaskRow
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.shell.main_window import MainWindow
from ui.tasks.acts import TaskActs
from ui.tasks.desk import TaskDesk
from ui.tasks.page import TasksPage
from ui.tasks.step_offer import StepOffer

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.open_shop import OpenShop
    from ui.tasks.add_dialog import AddDialog
    from ui.tasks.task_dialog import TaskDialog

Wire = Callable[[SignalInstance, Callable[..., object]], None]


class TaskParts(QObject):
    """Makes the page; a task is opened and a new one begun from wherever one is."""

    deal_asked = Signal(object)  # deal id

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self.add_dialog: AddDialog | None = None
        self.task_dialog: TaskDialog | None = None
        self.desk = TaskDesk(
            core.tasks, core.task_lists, core.agenda, core.contacts, core.staff, core.shop_now
        )
        self.page = TasksPage(kit, self.desk, bridge)
        self.setParent(self.page)
        self._plans = core.task_plans
        self.offer = StepOffer(kit, window.toast.parentWidget() or window)
        self.offer.taken.connect(self._on_step_taken)
        self.offer.left_out.connect(self._on_step_left_out)
        window.stack.currentChanged.connect(self.offer.hide)
        self.page.destroyed.connect(self.offer.deleteLater)
        self._acts = TaskActs(kit, self.desk, self.page)
        for acts in (self.page.acts, self._acts):
            self.follow_acts(acts)

    def follow_acts(self, acts: TaskActs) -> None:
        """Open what is done with tasks elsewhere leads to."""
        acts.opened.connect(self.open_row)
        acts.finished.connect(self._on_finished)
        acts.deal_asked.connect(self.deal_asked)
        if acts is not self.page.acts:
            acts.next_typed.connect(self._on_next_typed)

    def lead(self, shop: OpenShop, in_front: Callable[[], int | None], wire: Wire) -> None:
        """Wire the page to the others; all of them are there."""
        window, page = self._window, self.page
        page.contact_asked.connect(shop.contacts.full_asked)
        page.sale_asked.connect(shop.selling.show_sale)
        page.task_asked.connect(self.open_task)
        page.deal_asked.connect(self.deal_asked)
        page.plans_asked.connect(shop.planning.open)
        page.calendar_asked.connect(shop.calendar.show)
        shop.planning.page.shown_as = page
        calendar = shop.calendar
        calendar.follow(page)
        calendar.task_asked.connect(self.open_task)
        calendar.new_asked.connect(lambda at: self.make(due_at=at))
        calendar.list_asked.connect(lambda: window.open_page_of(page))
        shop.home.plan_asked.connect(self.add_for)
        shop.home.tasks_asked.connect(lambda: window.open_page_of(page))
        shop.home.task_asked.connect(self.open_task)
        shop.full.profile.task_asked.connect(lambda: self.add_for(shop.full.contact_id))
        for section in shop.parts.tasks:
            section.opened.connect(self.open_task)
            section.done_asked.connect(self.finish)
            section.new_asked.connect(self.add_for)
        if shop.home.acts is not None:
            self.follow_acts(shop.home.acts)
        wire(window.menus.task_asked, lambda: self._on_task_asked(in_front()))
        page.recount()

    def add_for(self, contact_id: int | None) -> None:
        """Ask in one line what is to be done, for a contact if one is given."""
        if contact_id is None:
            self._ask_line(None, "")
            return
        contacts = self.desk.contacts
        job = self._kit.runner.read(lambda _ticket: contacts.name_of(contact_id))
        job.succeeded.connect(partial(self._ask_line, contact_id))

    def make(self, due_at: str = "") -> None:
        """Ask for a new task with all that can be said of one."""
        self._open_dialog(None, due_at)

    def finish(self, row: TaskRow) -> None:
        """Finish a task from wherever one is."""
        self._acts.finish(row)

    def begin(self, form: TaskForm) -> None:
        """Ask for a new task of which some is known already."""
        self._open_dialog(form)

    def open_row(self, row: TaskRow) -> None:
        """Show a task whole."""
        self.open_task(row.id)

    def open_task(self, task_id: int) -> None:
        """Read a task and show it whole."""
        lists = self.desk.lists

        def task(_ticket: Ticket) -> TaskDetail:
            return lists.get(task_id)

        self._kit.runner.read(task).succeeded.connect(self._open_dialog)

    def _on_task_asked(self, contact_id: int | None) -> None:
        page = self._window.page()
        if page is self.page:
            self.page.make_new()
        elif page is not None:  # nothing is over it
            self.add_for(contact_id)

    def _on_next_typed(self, text: str, task: TaskRow) -> None:
        """Add what follows a task; where it cannot be meant plainly, its dialog asks."""
        self._ask_line(task.contact_id, "").quick.take_after(text, task)

    def _ask_line(self, contact_id: int | None, name: str) -> AddDialog:
        from ui.tasks.add_dialog import AddDialog  # noqa: PLC0415 - when it is asked for

        self.add_dialog = dialog = AddDialog(self._kit, self.desk, contact_id, name, self._window)
        dialog.more_asked.connect(self.begin)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        return dialog

    def _open_dialog(self, shown: TaskDetail | TaskForm | None, due_at: str = "") -> None:
        from ui.tasks.task_dialog import TaskDialog  # noqa: PLC0415 - when it is asked for

        self.task_dialog = dialog = TaskDialog(self._kit, self.desk, shown, due_at, self._window)
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_finished(self, told: Finished) -> None:
        """Offer the step that comes next in the plan of a task, where its plan only offers it."""
        lists, step = self.desk.lists, told.suggested
        if step is None:
            return
        job = self._kit.runner.read(lambda _ticket: lists.rows([told.task_id])[told.task_id])
        job.succeeded.connect(lambda row: self.offer.offer(row.plan_run_id, row.plan, step))

    def _on_step_taken(self, run_id: int) -> None:
        plans = self._plans
        self._kit.runner.write(lambda _ticket: plans.accept(run_id))

    def _on_step_left_out(self, run_id: int) -> None:
        plans, plan = self._plans, self.offer.plan
        job = self._kit.runner.write(lambda _ticket: plans.pass_over(run_id))
        job.succeeded.connect(lambda step: self._offer_next(run_id, plan, step))

    def _offer_next(self, run_id: int, plan: str, step: StepRow | None) -> None:
        if step is not None:
            self.offer.offer(run_id, plan, step)

    def _on_closed(self) -> None:
        self.add_dialog = self.task_dialog = None
        self._window.activateWindow()  # some window managers forget it
