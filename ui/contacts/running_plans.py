"""Plans of tasks that are under way for a contact, and the step that is offered next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.task_plans import RunRow
from app.shapes.tasks import StepRow, TaskRow
from ui.common.ahead_words import when_words
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.plan_words import due_of
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.progress import ProgressBar
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.task_lists import TaskListService
    from app.services.task_plans import TaskPlanService

KEY = "P"
MOST = 3  # plans shown
BAR = 96  # px


@dataclass(frozen=True, slots=True)
class Running:
    """A plan under way: what is to be done of it now, or what is offered."""

    run: RunRow
    task: TaskRow | None
    step: StepRow | None


class PlansSection(ContactSection):
    """How far each plan is; P takes the step that is offered, so that it becomes a task.

    Not seen where nothing is under way.
    """

    tables = frozenset({"plan_run", "task", "task_plan"})
    decides = True
    letter = KEY.lower()
    start_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, plans: TaskPlanService, tasks: TaskListService) -> None:
        super().__init__(kit)
        self._plans = plans
        self._tasks = tasks
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self.shown: Sequence[Running] = ()
        self.accept_buttons: list[Button] = []
        self.stop_buttons: list[IconButton] = []

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            self.hide()
            self.shown = ()
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Task plans"))
        self.add_button.set_name(self.tr("Start a plan"))
        contact_id, plans, tasks = detail.id, self._plans, self._tasks

        def task(_ticket: Ticket) -> list[Running]:
            runs = [run for run in plans.runs(contact_id) if run.status == "running"]
            if not runs:
                return []
            rows = {row.plan_run_id: row for row in tasks.of_contact(contact_id)}
            return [Running(run, rows.get(run.id), plans.suggested(run.id)) for run in runs[:MOST]]

        self._asked += 1
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, self._asked, contact_id))

    def add_asked(self) -> None:
        self.start_asked.emit(self.contact_id)

    def letter_pressed(self) -> None:
        """Take the first step that is offered."""
        offered = next((each.run.id for each in self.shown if each.step is not None), None)
        if offered is not None:
            self._accept(offered)

    def _on_read(self, asked: int, contact_id: int, read: Sequence[Running]) -> None:
        if asked != self._asked or contact_id != self.contact_id:
            return
        self.shown = read
        clear(self.rows)
        self.accept_buttons, self.stop_buttons = [], []
        for each in read:
            self.rows.addWidget(self._line(each))
            if each.step is not None:
                self.rows.addWidget(self._card(each.run, each.step))
        self.setVisible(bool(read))

    def _line(self, each: Running) -> QWidget:
        theme, run, number = self._kit.theme, each.run, self._kit.formats.number
        holder = QWidget(self)
        holder.setProperty("clear", "true")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        told = self.tr("{n} of {total}").format(n=number(run.done), total=number(run.steps))
        bar = ProgressBar(theme, f"{run.plan}: {told}")
        bar.setRange(0, run.steps)
        bar.setValue(run.done)
        bar.setFixedWidth(round(BAR * theme.text_scale))
        stop = IconButton(theme, "circle-stop", "", size=24)
        stop.set_name(self.tr("Stop {plan}").format(plan=run.plan))
        stop.clicked.connect(lambda: self.write(partial(self._plans.stop, run.id)))
        self.stop_buttons.append(stop)
        row.addWidget(Label(theme, run.plan, "strong", wrap=True), 1)
        row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(theme, told, "caption", "muted", digits=True))
        row.addWidget(stop)
        column.addLayout(row)
        if each.task is not None:
            words = each.task.title
            if each.task.due_at:
                words += f" · {when_words(each.task.due_at, self._kit.formats)}"
            column.addWidget(Label(theme, words, colour="text-2", wrap=True))
        return holder

    def _card(self, run: RunRow, step: StepRow) -> Card:
        theme = self._kit.theme
        card = Card(theme, padding=12)
        card.column.setSpacing(8)
        words = self.tr("Next step: {step}").format(step=step.title)
        card.column.addWidget(Label(theme, words, "strong", wrap=True))
        due = due_of(step, date.fromisoformat(run.anchor_on))
        if due:
            when = when_words(due, self._kit.formats)
            card.column.addWidget(Label(theme, when, "caption", "muted"))
        accept = Button(theme, self.tr("Make it a task"), icon="plus", size="sm")
        accept.setAccessibleName(self.tr("Make it a task: {step}").format(step=step.title))
        if not self.accept_buttons:
            accept.setToolTip(self.tr("Make it a task  {key}").format(key=KEY))
        accept.clicked.connect(lambda: self._accept(run.id))
        self.accept_buttons.append(accept)
        leave = Button(theme, self.tr("Leave it out"), "ghost", size="sm")
        leave.setAccessibleName(self.tr("Leave it out: {step}").format(step=step.title))
        leave.clicked.connect(lambda: self.write(partial(self._plans.pass_over, run.id)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(accept)
        row.addWidget(leave)
        row.addStretch(1)
        card.column.addLayout(row)
        return card

    def _accept(self, run_id: int) -> None:
        self.write(lambda: self._plans.accept(run_id))
