"""One step of a plan as it is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.kinds import TASK_KINDS
from app.shapes.staff import StaffRow
from app.shapes.task_plans import StepForm
from app.shapes.tasks import HIGH, LOW, NORMAL, URGENT, StepRow
from app.words import kind_words
from ui.common.editor_list import ListedEditor
from ui.common.kit import Kit
from ui.common.widgets.interval_field import IntervalField
from ui.common.widgets.label import Label

KIND, TIME, WHEN, HOW, WHO = 112, 68, 176, 148, 116  # px
PRIORITY, LENGTH = 104, 104
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)  # minutes that are offered
LONGEST = 500
HOUR = re.compile(r"(\d{1,2})(?::?(\d\d))?", re.ASCII)


class StepEditor(ListedEditor):
    """Title, kind and priority above; below when it is due, how long it lasts, and whose it is.

    What lasts is an appointment: it needs its hour.
    """

    def __init__(
        self,
        kit: Kit,
        staff: Sequence[StaffRow],
        step: StepRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        theme, scale = kit.theme, kit.theme.text_scale
        self.number = Label(theme, "", "strong", "muted", digits=True)
        self.title = QLineEdit(step.title if step else "")
        self.title.setMaxLength(LONGEST)
        self.title.setPlaceholderText(self.tr("What is to be done"))
        self.kind = self._choice(KIND, {
            kind: kind_words("task", kind, kit.language.code) for kind in TASK_KINDS
        })  # fmt: skip
        self.priority = self._choice(PRIORITY, {
            priority: kind_words("priority", str(priority), kit.language.code)
            for priority in (LOW, NORMAL, HIGH, URGENT)
        })  # fmt: skip
        self.offset = IntervalField(theme)
        self.when = self._choice(WHEN, {"after": "", "before": "", "previous": ""})
        self.time = QLineEdit(step.at_time if step else "")
        self.time.setFixedWidth(round(TIME * scale))
        self.time.setPlaceholderText("15:00")
        own = step.duration_min if step and step.duration_min else 0
        self.length = self._choice(LENGTH, {
            0: self.tr("No length"),
            **{minutes: self._minutes(minutes) for minutes in sorted({*LENGTHS, own} - {0})},
        })  # fmt: skip
        self.mode = self._choice(HOW, {
            "create": self.tr("Comes by itself"), "suggest": self.tr("Is offered"),
        })  # fmt: skip
        self.owner = self._choice(WHO, {0: self.tr("Nobody’s")})
        for each in staff:
            if not each.retired or (step is not None and step.assignee_id == each.id):
                self.owner.addItem(each.name or self.tr("Shop owner"), each.id)
        self.last, self.main = self.owner, self.title
        self._build()
        self._show(step)

    def set_place(self, place: int, count: int) -> None:
        """Say the how-manieth of how many steps it is."""
        super().set_place(place, count)
        number = self._kit.formats.number(place + 1)
        self.number.set_text(number)
        for widget, words in (
            (self.title, self.tr("Step {n}: what is to be done")),
            (self.kind, self.tr("Step {n}: kind")),
            (self.priority, self.tr("Step {n}: priority")),
            (self.offset, self.tr("Step {n}: how long")),
            (self.when, self.tr("Step {n}: from when")),
            (self.time, self.tr("Step {n}: time of day, empty for none")),
            (self.length, self.tr("Step {n}: how long it lasts")),
            (self.mode, self.tr("Step {n}: how it comes")),
            (self.owner, self.tr("Step {n}: whose it is")),
        ):
            widget.setAccessibleName(words.format(n=number))
        self.up_button.set_name(self.tr("Move step {n} up").format(n=number))
        self.down_button.set_name(self.tr("Move step {n} down").format(n=number))
        self.remove_button.set_name(self.tr("Remove step {n}").format(n=number))

    def set_anchor(self, anchor: str) -> None:
        """Say whether the plan counts from its start or its end."""
        ends = anchor == "end"
        for place, words in enumerate((
            self.tr("after the end") if ends else self.tr("after the start"),
            self.tr("before the end") if ends else self.tr("before the start"),
            self.tr("after the step before"),
        )):  # fmt: skip
            self.when.setItemText(place, words)

    def begin(self, *, before: bool) -> None:
        """Propose what a new step is mostly like."""
        self.offset.show_days(0, "days")
        self.when.setCurrentIndex(1 if before else 0)

    def form(self) -> StepForm | None:
        """Return the step; None where a field, which has the focus then, is not right."""
        days, hour = self.offset.days(), read_hour(self.time.text())
        for wrong, field in (
            (not self.title.text().strip(), self.title),
            (days is None, self.offset.number),
            (hour is None or (not hour and self.length.currentData()), self.time),
        ):
            if wrong:
                field.setFocus()
                return None
        when = str(self.when.currentData())
        return StepForm(
            title=self.title.text(), kind=str(self.kind.currentData()),
            offset_days=-(days or 0) if when == "before" else days or 0,
            after="previous" if when == "previous" else "anchor",
            mode=str(self.mode.currentData()), at_time=hour or "",
            assignee_id=self.owner.currentData() or None,
            priority=int(self.priority.currentData()),
            duration_min=self.length.currentData() or None,
        )  # fmt: skip

    def _show(self, step: StepRow | None) -> None:
        self.priority.setCurrentIndex(self.priority.findData(step.priority if step else NORMAL))
        if step is None:
            return
        self.offset.show_days(abs(step.offset_days))
        when = "previous" if step.after == "previous" else "after"
        if step.offset_days < 0:
            when = "before"
        for box, value in (
            (self.kind, step.kind), (self.when, when), (self.mode, step.mode),
            (self.owner, step.assignee_id or 0), (self.length, step.duration_min or 0),
        ):  # fmt: skip
            box.setCurrentIndex(max(box.findData(value), 0))

    def _build(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        above.addWidget(self.number)
        above.addWidget(self.title, 1)
        above.addWidget(self.kind)
        above.addWidget(self.priority)
        for button in (self.up_button, self.down_button, self.remove_button):
            above.addWidget(button)
        for part in (self.offset, self.when, self.time, self.length, self.mode, self.owner):
            below.addWidget(part)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(below)

    def _minutes(self, minutes: int) -> str:
        return self.tr("{n} min").format(n=self._kit.formats.number(minutes))

    def _choice(self, width: int, options: dict[str, str] | dict[int, str]) -> QComboBox:
        box = QComboBox()
        box.setMinimumWidth(round(width * self._kit.theme.text_scale))
        for value, words in options.items():
            box.addItem(words, value)
        return box


def read_hour(text: str) -> str | None:
    """Return a typed time of day as HH:MM, '' for nothing, None for what is none."""
    if not text.strip():
        return ""
    found = HOUR.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"
