"""One stage as it is typed in the dialog of stages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.kinds import STAGE_KINDS
from app.shapes.pipelines import COLOURS, StageForm
from app.shapes.task_plans import PlanRow
from app.words import kind_words
from ui.common.deal_looks import stage_colour
from ui.common.editor_list import ListedEditor
from ui.common.kit import Kit
from ui.common.painting import disc
from ui.common.theme import Theme
from ui.common.typed_numbers import whole
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label

LONGEST = 200
KIND, COLOUR, NUMBER, DOT = 104, 64, 56, 12  # px
LINES = 64  # px of the checklist
FIXED = {"won": 100, "lost": 0}  # chances that follow from what the stage is


class StageRowEditor(ListedEditor):
    """Name, kind, chance, days and colour; folded out also the checklist and the plan."""

    def __init__(
        self,
        kit: Kit,
        form: StageForm,
        plans: Sequence[PlanRow],
        deals: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._id = form.id
        self.deals = deals
        self.name = QLineEdit(form.name)
        self.name.setMaxLength(LONGEST)
        self.kind = QComboBox()
        self.chance, self.rot = QLineEdit(), QLineEdit()
        self.colour = QComboBox()
        self.checks = QPlainTextEdit("\n".join(form.checklist))
        self.plan = QComboBox()
        self.more_button = IconButton(kit.theme, "list-checks", "", size=24)
        self.more_button.setCheckable(True)
        self.last, self.main = self.plan, self.name
        self.more = QWidget()
        self._fill(form, plans)
        self._build()
        self.more_button.toggled.connect(self.more.setVisible)
        self.more_button.setChecked(False)
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self._on_kind_chosen()

    @property
    def stage_id(self) -> int | None:
        """The stage this is; None for a new one."""
        return self._id

    def set_place(self, place: int, count: int) -> None:
        """Say the how-manieth of how many stages it is."""
        super().set_place(place, count)
        number = self._kit.formats.number(place + 1)
        for widget, words in (
            (self.name, self.tr("Stage {n}: name")),
            (self.kind, self.tr("Stage {n}: what it means")),
            (self.chance, self.tr("Stage {n}: chance in percent")),
            (self.rot, self.tr("Stage {n}: days until a deal waits too long, empty for none")),
            (self.colour, self.tr("Stage {n}: colour")),
            (self.checks, self.tr("Stage {n}: checklist, a line each")),
            (self.plan, self.tr("Stage {n}: plan that starts")),
        ):
            widget.setAccessibleName(words.format(n=number))
        self.more_button.set_name(self.tr("Checklist and plan of stage {n}").format(n=number))
        self.up_button.set_name(self.tr("Move stage {n} up").format(n=number))
        self.down_button.set_name(self.tr("Move stage {n} down").format(n=number))
        self.remove_button.set_name(self.tr("Remove stage {n}").format(n=number))

    def form(self) -> StageForm | None:
        """Return the stage; None where a field, which has the focus then, is not right."""
        chance, rot = whole(self.chance.text() or "0"), whole(self.rot.text() or "0")
        for wrong, field in (
            (not self.name.text().strip(), self.name),
            (chance is None or not 0 <= chance <= 100, self.chance),
            (rot is None or rot < 0, self.rot),
        ):
            if wrong:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
        lines = (line.strip() for line in self.checks.toPlainText().splitlines())
        return StageForm(
            name=self.name.text().strip(),
            kind=str(self.kind.currentData()),
            probability=int(chance or 0),
            rot_days=int(rot) if rot else None,
            colour=str(self.colour.currentData()),
            checklist=tuple(dict.fromkeys(line for line in lines if line)),
            starter_plan_id=self.plan.currentData(),
            id=self._id,
        )

    def _fill(self, form: StageForm, plans: Sequence[PlanRow]) -> None:
        code, scale = self._kit.language.code, self._kit.theme.text_scale
        for kind in STAGE_KINDS:
            self.kind.addItem(kind_words("stage_kind", kind, code), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(form.kind)))
        self.chance.setText(str(form.probability))
        self.rot.setText(str(form.rot_days) if form.rot_days else "")
        for colour in COLOURS:
            self.colour.addItem(dot_icon(self._kit.theme, colour), "", colour)
        self.colour.setCurrentIndex(max(0, self.colour.findData(form.colour)))
        self.plan.addItem(self.tr("No plan"), None)
        for plan in plans:
            if not plan.retired or plan.id == form.starter_plan_id:
                self.plan.addItem(plan.name, plan.id)
        self.plan.setCurrentIndex(max(0, self.plan.findData(form.starter_plan_id)))
        self.checks.setPlaceholderText(self.tr("What is to be known before, a line each"))
        self.checks.setTabChangesFocus(True)
        self.checks.setFixedHeight(round(LINES * scale))
        for widget, width in (
            (self.kind, KIND),
            (self.colour, COLOUR),
            (self.chance, NUMBER),
            (self.rot, NUMBER),
        ):
            widget.setFixedWidth(round(width * scale))

    def _build(self) -> None:
        theme = self._kit.theme
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.colour)
        line.addWidget(self.name, 1)
        line.addWidget(self.kind)
        line.addWidget(self.chance)
        line.addWidget(Label(theme, "%", colour="muted"))
        line.addWidget(self.rot)
        line.addWidget(Label(theme, self.tr("days"), colour="muted"))
        for button in (self.more_button, self.up_button, self.down_button, self.remove_button):
            line.addWidget(button)
        below = QHBoxLayout(self.more)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.checks, 1)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(Label(theme, self.tr("Starts the plan"), "caption", "muted"))
        beside.addWidget(self.plan)
        beside.addStretch(1)
        below.addLayout(beside)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.more)

    def _on_kind_chosen(self) -> None:
        """Won is certain and lost is over: neither has a chance or days of its own."""
        kind = str(self.kind.currentData())
        open_ended = kind not in FIXED
        self.chance.setEnabled(open_ended)
        self.rot.setEnabled(open_ended)
        if not open_ended:
            self.chance.setText(str(FIXED[kind]))
            self.rot.clear()


def dot_icon(theme: Theme, colour: str) -> QIcon:
    """Return a dot of a stage's colour."""
    picture = QPixmap(QSize(2 * DOT, 2 * DOT))
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    disc(painter, QRectF(0, 0, DOT, DOT), stage_colour(theme, colour))
    painter.end()
    return QIcon(picture)
