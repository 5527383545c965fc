"""By which rules enquiries and deals are judged, and what the shop's own deals teach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.score_words import model_words
from app.shapes.scores import Model, RuleForm, RuleRow
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.score_looks import effect_line
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.enquiries.rule_line import RuleLine

if TYPE_CHECKING:
    from app.services.lead_scores import LeadScoreService

WIDTH = 640
RULES = 320  # px of the rules that are seen at once
EFFECTS = 5  # of the model that are told


@dataclass(frozen=True, slots=True)
class RulesRead:
    """The rules, and what pipelines are called, by id."""

    rules: Sequence[RuleRow]
    pipelines: Mapping[str, str]


class RulesDialog(FormDialog):
    """A line for each rule; below them what can be learned from the deals that were closed."""

    def __init__(
        self,
        kit: Kit,
        scores: LeadScoreService,
        read: RulesRead,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        self._scores = scores
        self._pipelines = read.pipelines
        self._currency = currency
        self.lines: list[RuleLine] = []
        self._inner = QWidget()
        self._inner.setProperty("clear", "true")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFixedHeight(round(RULES * kit.theme.text_scale))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = Button(kit.theme, self.tr("Add a rule"), icon="plus", size="sm")
        self.usual_button = Button(kit.theme, self.tr("The usual rules"), "link", size="sm")
        about = self.tr(
            "Points of the rules that hold are added up: 50 and more is hot, 25 and more warm."
        )
        self.model = Note(kit.theme, self.tr("Reading your closed deals"))
        self.effects = Label(kit.theme, "", "caption", "text-2", wrap=True)
        self.body.addWidget(Label(kit.theme, about, colour="text-2", wrap=True))
        self.body.addWidget(self._area)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.model)
        self.body.addWidget(self.effects)
        self.effects.hide()
        self._buttons.insertWidget(0, self.usual_button)
        self.set_words(self.tr("Rules of the score"), self.tr("Save"))
        self._fill(read.rules)
        self.add_button.clicked.connect(self._add_new)
        self.usual_button.clicked.connect(lambda: self._fill(scores.default_rules()))
        job = kit.runner.read(lambda _ticket: scores.model(), quiet=True)
        job.succeeded.connect(self._on_learned)
        self.lines[0].kind.setFocus() if self.lines else self.add_button.setFocus()

    def job(self) -> Callable[[], object] | None:
        """Return what keeps the rules; None where one is not whole."""
        for line in self.lines:
            if not line.is_whole():
                self._area.ensureWidgetVisible(line)
                self.refuse(self.tr("Say what this rule looks for"), line.operand)
                return None
        forms, scores = [line.form() for line in self.lines], self._scores
        return lambda: scores.put_rules(forms)

    def _fill(self, rules: Sequence[RuleRow]) -> None:
        for line in list(self.lines):
            self._remove(line)
        for rule in rules:
            self._put(RuleForm(rule.kind, rule.operand, rule.points, rule.label, rule.id))

    def _put(self, form: RuleForm) -> RuleLine:
        line = RuleLine(self.kit, form)
        line.removed.connect(partial(self._remove, line))
        self.lines.append(line)
        self._column.insertWidget(len(self.lines) - 1, line)
        return line

    def _add_new(self) -> None:
        line = self._put(RuleForm("words", points=10))
        line.show()
        self._inner.adjustSize()
        self._area.ensureWidgetVisible(line)
        line.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: RuleLine) -> None:
        at = self.lines.index(line)
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        following = self.lines[min(at, len(self.lines) - 1)].remove_button if self.lines else None
        (following or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_learned(self, model: Model) -> None:
        code = self.kit.language.code
        self.model.show_note(model_words(model, code), "success" if model.shown else "info")
        if model.shown:
            told = (
                effect_line(effect, self.kit, self._currency, self._pipelines)
                for effect in model.effects[:EFFECTS]
            )
            self.effects.set_text("\n".join(told))
        self.effects.setVisible(model.shown and bool(model.effects))
        self.adjustSize()
