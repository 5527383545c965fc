"""Which plan is to start, from which day, and what that makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.jobs import Ticket
from app.shapes.task_plans import PlanDetail, PlanRow
from ui.common.ahead_words import long_day
from ui.common.bars import clear
from ui.common.form_dialog import FormDialog
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.plan_words import step_when
from ui.common.widgets.label import Label
from ui.common.widgets.month_grid import MonthGrid
from ui.common.widgets.note import announce
from ui.plans.desk import PlanDesk

WIDTH = 440
MOST = 8  # steps that are shown


class StartDialog(FormDialog):
    """Enter starts the plan for the contacts that do not have it under way yet.

    For many it runs on in the background, and is one step to undo.
    """

    def __init__(
        self,
        kit: Kit,
        desk: PlanDesk,
        plans: Sequence[PlanRow],
        contact_ids: Sequence[int],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`name` is that of the contact, where it is one."""
        super().__init__(kit, parent, width=WIDTH)
        self._desk = desk
        self._ids = list(contact_ids)
        self._name = name
        self._detail: PlanDetail | None = None
        self._job: Job | None = None
        self.missing = 0  # contacts it would start for
        self.plan = QComboBox()
        for row in plans:
            self.plan.addItem(row.name, row.id)
        self.month = MonthGrid(kit.theme, kit.formats)
        self.day_label = Label(kit.theme, "", "strong")
        self.steps = QGridLayout()
        self.steps.setHorizontalSpacing(16)
        self.steps.setVerticalSpacing(4)
        self.steps.setColumnStretch(1, 1)
        self.summary = Label(kit.theme, "", colour="text-2", wrap=True)
        self._build()
        self.plan.currentIndexChanged.connect(self._read)
        self.month.chosen.connect(self._show)
        self.month.opened.connect(self.accept)
        self._read()
        self.plan.setFocus()

    def job(self) -> Callable[[], object]:
        """Return what starts the plan for one contact."""
        plans, plan_id = self._desk.plans, int(self.plan.currentData())
        day, contact_id = self.month.day.isoformat(), self._ids[0]
        return lambda: plans.run(plan_id, contact_id, None, day)

    def accept(self) -> None:
        if len(self._ids) == 1 or not self.save_button.isEnabled():
            super().accept()
            return
        plans, plan_id, ids = self._desk.plans, int(self.plan.currentData()), self._ids
        start = partial(plans.run_many, plan_id, ids, self.month.day.isoformat())
        job = self.kit.runner.write(start, title=self.tr("Starting the plan"))
        job.succeeded.connect(self.saved)
        self.done(self.DialogCode.Accepted)

    def _build(self) -> None:
        count = self.kit.formats.count
        one, many = self.tr("Start a plan"), self.tr("Start a plan for {n} contacts")
        title = count(len(self._ids), one, many)
        if self._name:
            title = self.tr("Start a plan for {name}").format(name=self._name)
        self.set_words(title, self.tr("Start"))
        self.add(self.tr("Plan"), self.plan)
        self.body.addWidget(self.day_label)
        self.body.addWidget(self.month, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(self.steps)
        self.body.addWidget(self.summary)

    def _read(self) -> None:
        plans, ids, plan_id = self._desk.plans, self._ids, int(self.plan.currentData())
        self.save_button.setEnabled(False)

        def task(_ticket: Ticket) -> tuple[PlanDetail, int]:
            return plans.get(plan_id), plans.under_way(plan_id, ids)

        self._job = job = self.kit.runner.read(task)
        job.succeeded.connect(lambda read: self._on_read(job, *read))

    def _on_read(self, job: Job, detail: PlanDetail, under_way: int) -> None:
        if job is not self._job:
            return
        self._job, self._detail = None, detail
        self.missing = len(self._ids) - under_way
        self.save_button.setEnabled(self.missing > 0)
        self.summary.set_text(self._summary(under_way))
        announce(self, self.summary.text())
        self._show(self.month.day)

    def _summary(self, under_way: int) -> str:
        formats = self.kit.formats
        if len(self._ids) == 1:
            return self.tr("It is under way for this contact already.") if under_way else ""
        one, many = self.tr("Starts for one contact."), self.tr("Starts for {n} contacts.")
        told = formats.count(self.missing, one, many)
        if under_way:
            words = self.tr("{n} have it under way already and stay as they are.")
            told += " " + words.format(n=formats.number(under_way))
        return told

    def _show(self, day: date) -> None:
        """Say on which days the steps would be."""
        detail, formats = self._detail, self.kit.formats
        if detail is None:
            return
        anchor = detail.row.anchor
        words = self.tr("Ends on {day}") if anchor == "end" else self.tr("Starts on {day}")
        self.day_label.set_text(words.format(day=long_day(day, formats)))
        self.month.setAccessibleName(self.tr("Last day") if anchor == "end" else self.tr("Day"))
        clear(self.steps)
        for line, step in enumerate(detail.steps[:MOST]):
            when = step_when(step, anchor, day, formats)
            title = step.title
            if step.mode == "suggest":
                title = self.tr("{step} (offered)").format(step=title)
            self.steps.addWidget(Label(self.kit.theme, title, wrap=True), line, 1)
            told = Label(self.kit.theme, when, colour="muted", digits=True)
            self.steps.addWidget(told, line, 0, Qt.AlignmentFlag.AlignTop)
        hidden = len(detail.steps) - MOST
        if hidden > 0:
            more = self.tr("{n} more").format(n=formats.number(hidden))
            self.steps.addWidget(Label(self.kit.theme, more, "caption", "muted"), MOST, 1)
        self.adjustSize()
