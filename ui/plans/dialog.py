"""The form of a task plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.shapes.staff import StaffRow
from app.shapes.task_plans import PlanDetail, PlanForm, StepForm
from app.words import kind_words
from ui.common.editor_list import EditorList
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.plans.step_editor import StepEditor

WIDTH = 880
STEPS = 300  # px of the steps that are seen at once
LONGEST = 200


class PlanDialog(FormDialog):
    """Name, from which day it counts, and its steps in their order."""

    def __init__(
        self,
        kit: Kit,
        staff: Sequence[StaffRow],
        keep: Callable[[PlanForm], object],
        plan: PlanDetail | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` is given the form."""
        super().__init__(kit, parent, width=WIDTH)
        self._staff = staff
        self._keep = keep
        row = plan.row if plan else None
        self.set_words(self.tr("Change the plan") if row else self.tr("New plan"), self.tr("Save"))
        self.name = QLineEdit(row.name if row else "")
        self.name.setMaxLength(LONGEST)
        anchors = {
            anchor: _capital(kind_words("plan_anchor", anchor, kit.language.code))
            for anchor in ("start", "end")
        }
        self.anchor = Segmented(kit.theme, anchors, self.tr("Days count"), size=32)
        self.note = QLineEdit(row.note if row else "")
        self.note.setMaxLength(LONGEST)
        self.list: EditorList[StepEditor] = EditorList(kit, STEPS)
        self.add_button = Button(kit.theme, self.tr("Add a step"), icon="plus")
        self._build(under_way=row.running if row else 0)
        if row is not None:
            self.anchor.choose(row.anchor)
        for step in plan.steps if plan else ():
            self.list.put(StepEditor(kit, staff, step))
        if not self.steps:
            self._put_new()
        self.anchor.chosen.connect(self._anchor)
        self.list.ordered.connect(self._anchor)
        self.list.remove_asked.connect(lambda step: self.list.drop(step, self.add_button))
        self.add_button.clicked.connect(self.add_step)
        self.list.number()
        self.name.setFocus()

    @property
    def steps(self) -> list[StepEditor]:
        """The steps in their order."""
        return self.list.editors

    def job(self) -> Callable[[], object] | None:
        if not self.name.text().strip():
            self.refuse(self.kit.messages.say("form.required"), self.name)
            return None
        forms: list[StepForm] = []
        for place, step in enumerate(self.steps):
            form = step.form()
            if form is None:
                words = self.tr("Step {n} is not whole yet.").format(n=place + 1)
                self.list.ensureWidgetVisible(step)
                self.refuse(words)
                return None
            forms.append(form)
        if not forms:
            self.refuse(self.tr("A plan needs at least one step."), self.add_button)
            return None
        form_of_all = PlanForm(
            name=self.name.text(), steps=tuple(forms), anchor=self.anchor.current,
            note=self.note.text(),
        )  # fmt: skip
        return lambda: self._keep(form_of_all)

    def add_step(self) -> None:
        """Put another step behind the others and the cursor into it."""
        self.list.begin(self._put_new())

    def _put_new(self) -> StepEditor:
        step = StepEditor(self.kit, self._staff)
        step.begin(before=self.anchor.current == "end")
        self.list.put(step)
        return step

    def _build(self, under_way: int) -> None:
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Days count"), self.anchor)
        self.add(self.tr("Note"), self.note)
        self.body.addWidget(self.list)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        if under_way:
            one = self.tr("It is under way once: that keeps the steps it began with.")
            many = self.tr("It is under way {n} times: those keep the steps they began with.")
            words = self.kit.formats.count(under_way, one, many)
            self.body.addWidget(Label(self.kit.theme, words, "caption", "muted", wrap=True))

    def _anchor(self) -> None:
        for step in self.steps:
            step.set_anchor(self.anchor.current)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
