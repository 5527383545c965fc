"""The table of deals, a page of them at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.shapes.deals import DealRow
from app.words import kind_words
from ui.common.card_looks import BESIDE
from ui.common.deal_looks import stage_colour
from ui.common.kit import Kit
from ui.common.paged_model import Column, PagedModel
from ui.common.painting import disc
from ui.common.row_delegate import Cell, PersonCell, RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import avatar_colour
from ui.pipeline.card import ICON, draw_step
from ui.pipeline.words import ROT, days_words, joined, money_words, step_words

if TYPE_CHECKING:
    from app.services.deal_board import DealBoardService

TITLE, WHO, STAGE, VALUE, CHANCE, CLOSES, STEP, AGE, OWNER = range(1, 10)
WIDTHS = (
    RowColumn(0),
    RowColumn(140),
    RowColumn(112),
    RowColumn(96),
    RowColumn(52, sortable=False),
    RowColumn(84),
    RowColumn(184),
    RowColumn(72),
    RowColumn(72),
)
# px of table from which these columns are shown
ROOM = {OWNER: 1040, AGE: 960, CHANCE: 880, WHO: 760, CLOSES: 640}
SORTED = {
    TITLE: "title", WHO: "contact", STAGE: "stage", VALUE: "value", CLOSES: "close",
    STEP: "next", AGE: "age", OWNER: "owner",
}  # fmt: skip
FIELDS = ("", "title", "contact", "stage", "amount", "probability", "expected_close", "next_title",
          "days", "owner")  # fmt: skip
DOT = 8


@dataclass(frozen=True, slots=True)
class StageCell:
    """The name of a stage behind a dot of its colour."""

    name: str
    colour: str

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        dot = QRectF(rect.left(), rect.center().y() - DOT / 2, DOT, DOT)
        disc(painter, dot, stage_colour(theme, self.colour))
        words = rect.adjusted(DOT + 8, 0, 0, 0)
        draw_text(painter, words, self.name, theme.font("body"), theme.colour("text-2"))


@dataclass(frozen=True, slots=True)
class StepCell:
    """What is next behind its icon, and when."""

    step: str
    when: str
    icon: str
    role: str

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        if not compact:
            at = QPointF(rect.left(), rect.center().y() - ICON / 2)
            theme.paint_icon(painter, at, self.icon, ICON, self.role or "muted")
            rect = rect.adjusted(ICON + BESIDE, 0, 0, 0)
        draw_step(painter, theme, rect, (self.step, self.when), "body", self.role)


class DealSource:
    """Deals by their ids: which ones and in what order the list itself reads."""

    def __init__(self, deals: DealBoardService) -> None:
        self._deals = deals

    def count(self) -> int:
        """Return nothing: what is listed is always told."""
        return 0

    def page(
        self, sort: str, *, descending: bool, offset: int, limit: int, total: int
    ) -> Sequence[DealRow]:
        """Return nothing: see `count`."""
        return ()

    def line_of(self, row_id: int, sort: str, *, descending: bool) -> int | None:
        """Return nothing: see `count`."""
        return None

    def rows(self, ids: Collection[int]) -> Mapping[int, DealRow]:
        """Return these deals."""
        return self._deals.rows(list(ids))


class DealsModel(PagedModel):
    """Deals as rows."""

    def __init__(self, kit: Kit, deals: DealBoardService, parent: QObject | None = None) -> None:
        super().__init__(DealSource(deals), "next", parent)
        self._kit = kit
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        titles = (
            "",
            self.tr("Deal"), self.tr("Customer"), self.tr("Stage"), self.tr("Value"),
            self.tr("Chance"), self.tr("Closing"), self.tr("Next step"), self.tr("Waiting"),
            self.tr("Owner"),
        )  # fmt: skip
        self.columns = [
            Column(field, title, SORTED.get(place, ""))
            for place, (field, title) in enumerate(zip(FIELDS, titles, strict=True))
        ]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)
        self.repaint_all()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (VALUE, CHANCE):
            return int(RIGHT)
        return super().headerData(section, orientation, role)

    def look(self, row: Any) -> RowLook:
        """Return how a deal is painted and read aloud."""
        kit, formats = self._kit, self._kit.formats
        who: Cell = TextCell("", "muted")
        if row.contact_id is not None:
            company = row.contact_kind == "company"
            who = PersonCell(row.contact, avatar_colour(row.contact_id), company)
        money = money_words(row.amount, row.currency, formats)
        step, when, icon, role = step_words(row, kit) if row.is_open else ("", "", "", "")
        chance = f"{formats.number(row.probability)}%"
        closes = row.expected_close if row.is_open else ""
        day = formats.short_day(closes) if closes else ""
        if row.closed_at:
            day = formats.day_of(row.closed_at)
        age = days_words(row.days, formats) if row.is_open else ""
        late = row.is_open and bool(closes) and closes < formats.today().isoformat()
        colour = "text" if row.amount is not None else "muted"
        kind = "" if row.is_open else kind_words("stage_kind", row.stage_kind, kit.language.code)
        parts = (
            row.title,
            row.contact,
            row.stage,
            kind,
            money,
            chance,
            day,
            joined(step, when),
            age,
            row.owner,
        )
        return RowLook(
            (
                None,
                TextCell(row.title, "text", strong=True),
                who,
                StageCell(row.stage, row.colour),
                TextCell(money, colour, right=True, digits=True),
                TextCell(chance, "muted", right=True, digits=True),
                TextCell(day, "danger" if late else "text-2", digits=True),
                StepCell(step, when, icon, role) if step else TextCell(""),
                TextCell(age, ROT.get(row.wait, "text-2"), digits=True),
                TextCell(row.owner),
            ),
            sentence=", ".join(part for part in parts if part),
        )
