"""The page of task plans: what there is, and where it is under way."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.sample_plans import sample_plans
from app.shapes.staff import StaffRow
from app.shapes.task_plans import PlanDetail, PlanForm, PlanRow, RunRow
from app.words import kind_words
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.row_delegate import RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.short_model import set_columns
from ui.common.table_page import TablePage
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.menu import Menu, popup
from ui.common.widgets.segmented import Segmented
from ui.plans.desk import PlanDesk
from ui.plans.dialog import PlanDialog

NAME, TEXT, NUMBER = (RowColumn(width, sortable=False) for width in (0, 208, 96))
WIDTHS = {"plans": (NAME, TEXT, NUMBER, NUMBER), "runs": (NAME, TEXT, NUMBER, NUMBER)}
Read = tuple[list[PlanRow], list[RunRow], list[StaffRow]]


class PlansPage(TablePage):
    """Enter changes a plan, N adds one, Delete offers it no more; of those under way it stops."""

    icon = "route"
    topic = "plans"
    tables = frozenset({"task_plan", "task_plan_step", "plan_run", "task", "contact", "staff"})
    contact_asked = Signal(object)  # contact id

    def __init__(
        self, kit: Kit, desk: PlanDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._desk = desk
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self._read_once = False
        self._plans: list[PlanRow] = []
        self._runs: list[RunRow] = []
        self._staff: list[StaffRow] = []
        self._build(bridge)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Task plans")

    def retranslate(self) -> None:
        """Set every word again."""
        self.show_frame_words(
            self.tr("Back to tasks"), self.tr("Also what is no longer offered"),
            self.tr("New plan"),
        )  # fmt: skip
        self.view.set_texts({"plans": self.tr("Plans"), "runs": self.tr("Under way")})
        self.view.setAccessibleName(self.tr("What is listed"))
        self.empty.show_words(
            self.tr("Steps that always come one after the other"),
            self.tr("A plan makes the task of each step when the one before is done: after a "
                    "first visit, for a wedding, for a regular who stays away."),
            self.tr("New plan"),
            self.tr("Begin with three examples"),
        )  # fmt: skip
        self.nothing.show_words(
            self.tr("Nothing is under way"),
            self.tr("Start a plan from the menu of a contact, or for all that are checked."),
            self.tr("Show the plans"),
        )
        self._show()

    def make_new(self) -> None:
        """Ask for a new plan."""
        self._open(None)

    def start_search(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> PlanRow | RunRow | None:
        """Return the plan, or where one is under way, that is selected."""
        row = self.row()
        return row if isinstance(row, PlanRow | RunRow) else None

    def show_view(self, view: str) -> None:
        """List the 'plans', or the 'runs' under way."""
        self.view.choose(view)
        self._show()

    def ask(self, row: PlanRow) -> None:
        """Ask for other steps of a plan."""
        plans = self._desk.plans
        job = self.kit.runner.read(lambda _ticket: plans.get(row.id))
        job.succeeded.connect(self._open)

    def _build(self, bridge: ChangeBridge) -> None:
        theme = self.kit.theme
        self.view = Segmented(theme, {"plans": " ", "runs": " "}, "")
        self.empty = EmptyState(theme, "route", "", action=" ", action_icon="plus", second=" ")
        self.nothing = EmptyState(theme, "route", "", role="neutral", action=" ", primary=False)
        self._build_frame(bridge, (3, 4), (self.empty, self.nothing), [self.view])
        self.empty.acted.connect(self.make_new)
        self.empty.followed.connect(self._add_samples)
        self.nothing.acted.connect(lambda: self.show_view("plans"))
        self.view.chosen.connect(lambda _view: self._show())

    # Reading and showing

    def _read(self) -> None:
        plans, staff, retired = self._desk.plans, self._desk.staff, self.retired_toggle.isChecked()

        def task(_ticket: Ticket) -> Read:
            under_way = [run for run in plans.runs() if run.status == "running"]
            return plans.all(retired=retired), under_way, staff.all()

        self._asked += 1
        self.kit.runner.read(task).succeeded.connect(partial(self._on_read, self._asked))

    def _on_read(self, asked: int, read: Read) -> None:
        if asked != self._asked:
            return
        self._plans, self._runs, self._staff = read
        self._read_once = True
        self._show()

    def _show(self) -> None:
        kept, view = self.current(), self.view.current
        listed: list[PlanRow | RunRow] = [*(self._plans if view == "plans" else self._runs)]
        titles = (
            (self.tr("Name"), self.tr("Days count"), self.tr("Steps"), self.tr("Under way"))
            if view == "plans"
            else (self.tr("For"), self.tr("Plan"), self.tr("Done"), self.tr("Day"))
        )
        fresh = self.model.columnCount() == 0
        self.model.show_rows(titles, listed)
        if fresh:
            set_columns(self.table, WIDTHS[view])
        self.retired_toggle.setVisible(view == "plans")
        line = next((n for n, row in enumerate(listed) if kept and row.id == kept.id), 0)
        if listed:
            self.table.selectRow(line)
        if self._read_once:
            nothing = self.empty if not self._plans and not self._runs else self.nothing
            if view == "plans" and not listed:
                nothing = self.empty
            self.stack.setCurrentWidget(self.table if listed else nothing)
        self.count_label.set_text(self.kit.formats.number(len(listed)) if listed else "")

    def _look(self, row: Any) -> RowLook:
        number = self.kit.formats.number
        if isinstance(row, RunRow):
            done = self.tr("{n} of {total}").format(n=number(row.done), total=number(row.steps))
            parts = (row.contact, row.plan, done, self.kit.formats.day(row.anchor_on))
        else:
            anchor = kind_words("plan_anchor", row.anchor, self.kit.language.code)
            if row.retired:
                anchor = self.tr("no longer offered")
            running = number(row.running) if row.running else ""
            parts = (row.name, anchor, number(row.steps), running)
        first, second, third, fourth = parts
        faded = isinstance(row, PlanRow) and row.retired
        return RowLook(
            (
                TextCell(first, "muted" if faded else "text", strong=True),
                TextCell(second, "muted" if faded else "text-2"),
                TextCell(third, right=True, digits=True),
                TextCell(fourth, right=True, digits=True),
            ),
            sentence=", ".join(part for part in parts if part),
        )

    # What is done

    def _open_row(self) -> None:
        row = self.current()
        if isinstance(row, PlanRow):
            self.ask(row)
        elif row is not None and row.contact_id is not None:
            self.contact_asked.emit(row.contact_id)

    def _open(self, detail: PlanDetail | None) -> None:
        plans = self._desk.plans

        def keep(form: PlanForm) -> None:
            if detail is None:
                plans.add(form)
            else:
                plans.edit(detail.row.id, form)

        self._open_dialog(PlanDialog(self.kit, self._staff, keep, detail, self.window()))

    def _put_away(self, row: PlanRow | RunRow) -> None:
        plans = self._desk.plans
        if isinstance(row, RunRow):
            act = partial(plans.stop, row.id)
        else:
            act = partial(plans.restore if row.retired else plans.retire, row.id)
        self.kit.runner.write(lambda _ticket: act())

    def _add_samples(self) -> None:
        plans, language = self._desk.plans, self.kit.language.code

        def task(_ticket: Ticket) -> None:
            for form in sample_plans(language):
                plans.add(form)

        self.kit.runner.write(task)

    def _open_menu(self, at: QPoint) -> None:
        row = self.current()
        if row is None:
            return
        menu = Menu(self.kit.theme, parent=self)
        if isinstance(row, RunRow):
            opens = menu.add(self.tr("Open {name}").format(name=row.contact), "user-round", "Enter")
            opens.setEnabled(row.contact_id is not None)
            words, icon = self.tr("Stop it"), "circle-stop"
        else:
            opens = menu.add(self.tr("Change"), "pencil", "Enter")
            words = self.tr("Offer it again") if row.retired else self.tr("Offer it no more")
            icon = "archive"
        opens.triggered.connect(self._open_row)
        menu.add(words, icon, "Del").triggered.connect(lambda: self._put_away(row))
        popup(menu, at)
        menu.setActiveAction(menu.actions()[0])
