"""The stages of a pipeline: named, ordered, added and taken out, also with deals inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.shapes.pipelines import PipelineForm, PipelineRow, ReadyMade, StageForm, StageRow
from app.shapes.task_plans import PlanRow
from app.words import kind_words
from ui.common.editor_list import EditorList
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.menu import Menu, popup, under
from ui.pipeline.stage_row import StageRowEditor

WIDTH = 880
ROOM = 332  # px of the stages that are seen at once
LONGEST = 200
NEEDED = ("open", "won", "lost")  # kinds a pipeline has at least one stage of
Keep = Callable[[PipelineForm, dict[int, int], bool], object]


class StagesDialog(FormDialog):
    """A new pipeline begins with a ready-made one; of a stage that goes, deals are sent on."""

    def __init__(
        self,
        kit: Kit,
        keep: Keep,
        plans: Sequence[PlanRow],
        ready: Sequence[ReadyMade],
        pipeline: PipelineRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`keep` is given the form, where deals go of stages left out, and if it is the default."""
        super().__init__(kit, parent, width=WIDTH)
        self._keep = keep
        self._plans = plans
        self._ready = ready
        self._moves: dict[int, int] = {}  # stage that goes: the one its deals go to
        self.menu: Menu | None = None
        self.list: EditorList[StageRowEditor] = EditorList(kit, ROOM)
        title = self.tr("Stages of {name}").format(name=pipeline.name) if pipeline else ""
        self.set_words(title or self.tr("New pipeline"), self.tr("Save"))
        self.begin = QComboBox()
        self.name = QLineEdit(pipeline.name if pipeline else "")
        self.name.setMaxLength(LONGEST)
        self.first = CheckBox(kit.theme, self.tr("New deals begin here"))
        self.add_button = Button(kit.theme, self.tr("Add a stage"), icon="plus")
        self._build(pipeline)
        if pipeline is not None:
            for stage in pipeline.stages:
                if not stage.retired or stage.deals:
                    self._put(form_of(stage), stage.deals)
        else:
            self.begin.currentIndexChanged.connect(self._on_begin_chosen)
            self._on_begin_chosen()
        self.add_button.clicked.connect(self.add_stage)
        self.list.remove_asked.connect(self._remove)
        self.list.number()
        (self.name if pipeline else self.begin).setFocus()

    @property
    def rows(self) -> list[StageRowEditor]:
        """The stages in their order."""
        return self.list.editors

    def job(self) -> Callable[[], object] | None:
        if not self.name.text().strip():
            self.refuse(self.kit.messages.say("form.required"), self.name)
            return None
        forms: list[StageForm] = []
        for place, row in enumerate(self.rows):
            form = row.form()
            if form is None:
                self.list.ensureWidgetVisible(row)
                self.refuse(self.tr("Stage {n} is not whole yet.").format(n=place + 1))
                return None
            forms.append(form)
        if missing := next((kind for kind in NEEDED if all(f.kind != kind for f in forms)), ""):
            code = self.kit.language.code
            words = self.tr("A stage is missing that means “{kind}”.")
            self.refuse(words.format(kind=kind_words("stage_kind", missing, code)))
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        whole = PipelineForm(name=self.name.text().strip(), stages=tuple(forms))
        moves, first = dict(self._moves), self.first.isChecked()
        return lambda: self._keep(whole, moves, first)

    def add_stage(self) -> None:
        """Put another stage before those that end deals, and the cursor into it."""
        kinds = [str(row.kind.currentData()) for row in self.rows]
        place = next((at for at, kind in enumerate(kinds) if kind in ("won", "lost")), len(kinds))
        self.list.begin(self._put(StageForm(name=""), 0, place))

    def _build(self, pipeline: PipelineRow | None) -> None:
        if pipeline is None:
            for ready in self._ready:
                self.begin.addItem(ready.name)
            self.begin.addItem(self.tr("Nothing: stages of my own"))
            self.add(self.tr("Begin with"), self.begin)
        self.add(self.tr("Name"), self.name)
        if pipeline is not None and pipeline.is_default:
            self.first.setChecked(True)
            self.first.setEnabled(False)
        self.body.addWidget(self.list)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.first)

    def _on_begin_chosen(self) -> None:
        """Show the stages of the ready-made pipeline that was chosen."""
        place = self.begin.currentIndex()
        ready = self._ready[place] if place < len(self._ready) else None
        for row in list(self.rows):
            self.list.take_out(row)
        self.name.setText(ready.name if ready else "")
        own = (
            StageForm(name="", kind="open", probability=20),
            StageForm(name=self.tr("Won"), kind="won", probability=100, colour="won"),
            StageForm(name=self.tr("Lost"), kind="lost", colour="lost"),
        )
        for form in ready.stages if ready else own:
            self._put(form, 0)
        self.list.number()

    def _put(self, form: StageForm, deals: int, place: int | None = None) -> StageRowEditor:
        row = StageRowEditor(self.kit, form, self._plans, deals)
        self.list.put(row, place)
        return row

    def _remove(self, row: StageRowEditor) -> None:
        """Take a stage out; where it has deals, ask first where those go."""
        sent = [each for each, to in self._moves.items() if to == row.stage_id]
        if not row.deals and not sent:
            self.list.drop(row, self.add_button)
            return
        self.menu = menu = Menu(self.kit.theme, "", self)
        words = self.kit.formats.count(
            row.deals, self.tr("Its deal goes to"), self.tr("Its {n} deals go to")
        )
        menu.setAccessibleName(words)
        menu.add(words).setEnabled(False)
        for other in self.rows:
            if other is not row and other.stage_id is not None and ends_like(row, other):
                entry = menu.add(other.name.text().replace("&", "&&"))
                entry.triggered.connect(partial(self._send, row, other.stage_id))
        popup(menu, under(row.remove_button))
        if len(menu.actions()) > 1:
            menu.setActiveAction(menu.actions()[1])

    def _send(self, row: StageRowEditor, to: int, *_checked: object) -> None:
        """Send the deals of a stage that goes to another."""
        if row.stage_id is not None:
            self._moves = {
                each: to if goal == row.stage_id else goal for each, goal in self._moves.items()
            }
            self._moves[row.stage_id] = to
        target = next((each for each in self.rows if each.stage_id == to), None)
        if target is not None:
            target.deals += row.deals
        self.list.drop(row, self.add_button)


def ends_like(stage: StageRowEditor, other: StageRowEditor) -> bool:
    """Whether deals of one stage may stand in the other: none is won or lost on the way."""
    kinds = {str(each.kind.currentData()) for each in (stage, other)}
    return len(kinds) == 1 or kinds == {"open", "on_hold"}


def form_of(stage: StageRow) -> StageForm:
    """Return a stage as it can be typed over."""
    return StageForm(
        name=stage.name,
        kind=stage.kind,
        probability=stage.probability,
        rot_days=stage.rot_days,
        colour=stage.colour,
        checklist=tuple(check.label for check in stage.checks),
        starter_plan_id=stage.starter_plan_id,
        id=stage.id,
    )
