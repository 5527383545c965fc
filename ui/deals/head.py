"""The head of a deal's page: what it is, where it stands, and how it can end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.deals import DealDetail
from app.shapes.pipelines import PipelineRow
from ui.common.deal_words import WAITS, close_words, days_words, hidden_words, money_words
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.deals.stage_steps import StageSteps, Step
from ui.deals.words import KINDS

SIDE = 24
AVATAR = 24
LONGEST = 240  # px of the name of its contact
NEVER_CUT = QSizePolicy.Policy.Fixed


class DealHead(QFrame):
    """Title and amount, the contact, the stages to click, and three ways to end it."""

    won_asked = Signal()
    lost_asked = Signal()
    later_asked = Signal()
    reopen_asked = Signal()
    show_asked = Signal()  # one that was put off, again
    contact_asked = Signal(object)  # contact id
    stage_asked = Signal(object)  # stage id

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.setObjectName("Header")
        self._kit = kit
        self._detail: DealDetail | None = None
        self.title = Label(theme, "", "title")
        self.amount = Label(theme, "", "title", digits=True)
        self.amount.setSizePolicy(NEVER_CUT, NEVER_CUT)
        self.pill = Pill(theme, "", "neutral")
        self.avatar = Avatar(theme, "", 0, AVATAR)
        self.contact_button = Button(theme, "", "link", size="sm")
        self.contact_button.setMaximumWidth(round(LONGEST * theme.text_scale))
        self.contact_button.hide()  # until somebody is shown
        self.facts = Label(theme, "", colour="muted", digits=True)
        self.age = Label(theme, "", colour="muted", digits=True)
        self.won_button = Button(theme, "", "primary", icon="party-popper")
        self.lost_button = Button(theme, "", icon="circle-x")
        self.later_button = Button(theme, "", icon="alarm-clock")
        self.reopen_button = Button(theme, "", icon="rotate-ccw")
        self.steps = StageSteps(theme)
        self._build()
        self.won_button.clicked.connect(self.won_asked)
        self.lost_button.clicked.connect(self.lost_asked)
        self.later_button.clicked.connect(self._on_later)
        self.reopen_button.clicked.connect(self.reopen_asked)
        self.contact_button.clicked.connect(self._on_contact)
        self.steps.chosen.connect(self.stage_asked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.won_button.set_text(self.tr("Won"))
        self.lost_button.set_text(self.tr("Lost"))
        self.reopen_button.set_text(self.tr("Open again"))
        for button, key in ((self.won_button, "W"), (self.lost_button, "X")):
            button.setToolTip(f"{button.text()}  {key}")
            button.updateGeometry()

    def show_deal(self, detail: DealDetail, pipeline: PipelineRow) -> None:
        """Show a deal of a pipeline."""
        self._detail = detail
        row, kit = detail.row, self._kit
        formats = kit.formats
        self.title.set_text(row.title)
        self.amount.set_text(money_words(row.amount, row.currency, formats))
        known = row.contact_id is not None
        for part in (self.avatar, self.contact_button):
            part.setVisible(known)
        if row.contact_id is not None:
            company = row.contact_kind == "company"
            self.avatar.show_contact(row.contact, avatar_colour(row.contact_id), company=company)
            self.contact_button.set_text(row.contact)
            self.contact_button.setAccessibleName(self.tr("Open {name}").format(name=row.contact))
        facts = (row.company if row.company != row.contact else "", row.pipeline, row.owner)
        self.facts.set_text(" · ".join(part for part in facts if part))
        self._show_state(detail)
        steps = [
            Step(stage.id, stage.name, stage.colour)
            for stage in pipeline.stages
            if stage.is_open and (not stage.retired or stage.id == row.stage_id)
        ]
        self.steps.show_steps(steps, row.stage_id, open_=row.is_open)

    def _show_state(self, detail: DealDetail) -> None:
        row, formats = detail.row, self._kit.formats
        open_, hidden = row.is_open, hidden_words(row, formats)
        for button in (self.won_button, self.lost_button, self.later_button):
            button.setVisible(open_)
        self.reopen_button.setVisible(not open_)
        self.later_button.set_text(self.tr("Show again") if hidden else self.tr("Later"))
        self.later_button.updateGeometry()
        self.pill.setVisible(not open_ or bool(hidden))
        if not open_:
            role, icon = KINDS.get(row.stage_kind, KINDS["open"])
            told = f"{row.stage} · {row.reason}" if row.reason else row.stage
            self.pill.show_state(told, role, icon)
        elif hidden:
            self.pill.show_state(hidden, "neutral", "alarm-clock")
        days = days_words(row.days, formats)
        words = self.tr("{time} here, waiting too long") if row.wait else self.tr("{time} here")
        self.age.set_text(words.format(time=days) if open_ else close_words(row, formats))
        self.age.set_colour(WAITS.get(row.wait, "muted"))

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(self.amount)
        first.addWidget(self.pill)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        for part in (self.avatar, self.contact_button, self.facts, self.age):
            second.addWidget(part)
        second.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(first)
        words.addLayout(second)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        for button in (
            self.later_button, self.lost_button, self.won_button, self.reopen_button,
        ):  # fmt: skip
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.steps)

    def _on_later(self) -> None:
        hidden = self._detail is not None and hidden_words(self._detail.row, self._kit.formats)
        (self.show_asked if hidden else self.later_asked).emit()

    def _on_contact(self) -> None:
        if self._detail is not None and self._detail.row.contact_id is not None:
            self.contact_asked.emit(self._detail.row.contact_id)
