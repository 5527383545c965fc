"""Where a contact stands with the shop: a pill in the head of its page, since and why below."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.kinds import STAGES
from app.shapes.contacts import ContactDetail
from app.shapes.stages import StageRow
from app.words import stage_why
from ui.common.ask import AskDialog
from ui.common.kit import Kit
from ui.common.painting import ring
from ui.common.stage_looks import LOOKS, NOWHERE, stage_words
from ui.common.theme import Theme
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.pill import paint_pill, pill_height, pill_width
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.state import literal, state_of, words_of
from ui.contacts.date_words import within
from ui.contacts.section import ContactSection
from ui.contacts.tier_looks import ALIKE, LEAVING

if TYPE_CHECKING:
    from app.services.stages import StageService


class StagePill(QPushButton):
    """A pill that opens a menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = NOWHERE
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stage(self, words: str, look: tuple[str, str]) -> None:
        """Show another stage."""
        self._look = look
        self.setText(literal(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = pill_width(self._theme, words_of(self), self._look[1])
        return QSize(ceil(width) + 4, pill_height(self._theme) + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role, icon = self._look
        paint_pill(painter, self._theme, QPointF(2, self.height() / 2), words_of(self), role, icon)
        if state_of(self).ring:
            ring(painter, self._theme, QRectF(self.rect()))
        painter.end()


class StageSection(ContactSection):
    """Since when and why; its `pill` stands in the head and lets the stage be set by hand."""

    tables = frozenset({"contact_role"})

    def __init__(self, kit: Kit, stages: StageService, parent: QWidget | None = None) -> None:
        super().__init__(kit, "pencil", parent)
        self._stages = stages
        self._row: StageRow | None = None
        self._group = ""  # of customers, by their purchases
        self.pill = StagePill(kit.theme)
        self.menu: Menu | None = None
        self.dialog: AskDialog | None = None
        self.pill.hide()  # no words until there is a contact
        self.pill.clicked.connect(lambda: self._offer(self.pill))

    def fill(self, detail: ContactDetail) -> None:
        theme, formats = self._kit.theme, self._kit.formats
        self._row = row = self._stages.of(detail.id)
        self.header.set_title(self.tr("Stage"))
        self.add_button.set_name(self.tr("Change the stage"))
        words = self._words(row.stage) if row else self.tr("No stage")
        self.pill.show_stage(words, LOOKS[row.stage] if row else NOWHERE)
        name = self.tr("Stage: {stage}").format(stage=words)
        if row is None:
            unknown = self.tr("Not known yet: no visit, purchase or talk.")
            self.rows.addWidget(Label(theme, unknown, colour="muted", wrap=True))
            self._tell(name, unknown)
            return
        since = within(formats.day(row.since), self._kit) if row.since else "—"
        self.rows.addWidget(PropertyRow(theme, words, self.tr("since {day}").format(day=since)))
        why = stage_why(
            row.why, self._kit.language.code, lambda day: within(formats.day(day), self._kit)
        )
        if why:
            self.rows.addWidget(Label(theme, why, colour="text-2", wrap=True))
        by = self.tr("Set by hand.") if row.by_hand else self.tr("Dangol decides.")
        self.rows.addWidget(Label(theme, by, "caption", "muted", wrap=True))
        self._tell(name, self.tr("Since {day}. {why}").format(day=since, why=why))

    def add_asked(self) -> None:
        self._offer(self.add_button)

    def give_way(self, group: str) -> None:
        """Leave who is leaving to the group that stands beside the pill: one answer is enough."""
        self._group = group
        if self._row is not None and self.pill.parent() is not None:
            self.pill.setVisible(not self._is_told_otherwise())

    def _is_told_otherwise(self) -> bool:
        row = self._row
        if row is None or row.by_hand or row.stage not in LEAVING or not self._group:
            return False
        return ALIKE[row.stage] != self._group

    def _tell(self, name: str, why: str) -> None:
        self.pill.setAccessibleName(name)
        self.pill.setAccessibleDescription(why)
        self.pill.setToolTip(why)
        if self.pill.parent() is not None:
            self.pill.setVisible(not self._is_told_otherwise())

    def _words(self, stage: str) -> str:
        return stage_words(stage, self._kit.language.code)

    def _offer(self, under_what: QWidget) -> None:
        menu = self.menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(self.tr("Stage"))
        for stage in STAGES:
            action = menu.add(self._words(stage), LOOKS[stage][1])
            action.setCheckable(True)
            action.setChecked(self._row is not None and self._row.stage == stage)
            action.triggered.connect(partial(self._ask_why, stage))
        menu.addSeparator()
        rules = menu.add(self.tr("Let Dangol decide"), "sparkles")
        rules.setEnabled(self._row is None or self._row.by_hand)
        rules.triggered.connect(self._leave)
        popup(menu, under(under_what))

    def _ask_why(self, stage: str) -> None:
        if self.contact_id is None:
            return
        title = self.tr("Why “{stage}”? You may leave it empty.").format(stage=self._words(stage))
        self.dialog = AskDialog(
            self._kit.theme,
            title,
            self.tr("Set the stage"),
            accepts=lambda _text: True,
            parent=self.window(),
        )
        self.dialog.answered.connect(partial(self._put, self.contact_id, stage))
        self.dialog.open()

    def _put(self, contact_id: int, stage: str, why: str) -> None:
        self.write(lambda: self._stages.put([contact_id], stage, why))

    def _leave(self) -> None:
        if self.contact_id is not None:
            contact_id = self.contact_id
            self.write(lambda: self._stages.leave_to_rules([contact_id]))
