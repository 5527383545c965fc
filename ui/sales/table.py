"""The table of sales, a page of them at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from app.shapes.sales import SaleFilter, SaleRow
from ui.common.kit import Kit
from ui.common.paged_model import Column, PagedModel
from ui.common.row_delegate import Cell, PersonCell, PillCell, RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.text import RIGHT
from ui.common.widgets.avatar import avatar_colour
from ui.sales.words import LOOKS, buyer_words, moment_words, sentence, state_words, what_words

if TYPE_CHECKING:
    from app.services.sale_lists import SaleListService

WHEN, NUMBER, WHO, WHAT, TOTAL, OWED, STATUS = range(1, 8)
WIDTHS = (
    RowColumn(92),
    RowColumn(104, sortable=False),
    RowColumn(148, sortable=False),
    RowColumn(0, sortable=False),
    RowColumn(96),
    RowColumn(88, sortable=False),
    RowColumn(104, sortable=False),
)
# px of table from which these columns are shown
ROOM = {NUMBER: 860, OWED: 720, STATUS: 560, WHAT: 460}
FIELDS = ("", "sold_on", "number", "contact", "what", "total", "owed", "status")
SORTED = {WHEN: "sold_on", TOTAL: "total"}


class SaleSource:
    """The sales that a filter lets through."""

    def __init__(self, sales: SaleListService) -> None:
        self._sales = sales
        self.wanted = SaleFilter()

    def count(self) -> int:
        """Return how many there are."""
        return self._sales.count(self.wanted)

    def page(
        self, sort: str, *, descending: bool, offset: int, limit: int, total: int
    ) -> Sequence[SaleRow]:
        """Return one window of them."""
        wanted = in_order(self.wanted, sort, descending=descending)
        return self._sales.page(wanted, offset=offset, limit=limit)

    def line_of(self, row_id: int, sort: str, *, descending: bool) -> int | None:
        """Return the line of a sale that no page holds: nobody asks for one so far away."""
        return None

    def rows(self, ids: Collection[int]) -> Mapping[int, SaleRow]:
        """Return these sales."""
        return self._sales.rows(list(ids))


class SalesModel(PagedModel):
    """Sales as rows, the newest first."""

    def __init__(self, kit: Kit, sales: SaleListService, parent: QObject | None = None) -> None:
        self.source = SaleSource(sales)
        super().__init__(self.source, "sold_on", parent)
        self.descending = True
        self._kit = kit
        self.retranslate()

    def order_of(self, wanted: SaleFilter) -> SaleFilter:
        """Return a filter with the order of the list."""
        return in_order(wanted, self.sorted_by, descending=self.descending)

    def retranslate(self) -> None:
        """Set every word again."""
        titles = (
            "",
            self.tr("Day"), self.tr("Number"), self.tr("Customer"), self.tr("What"),
            self.tr("Total"), self.tr("Owed"), self.tr("Status"),
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
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (TOTAL, OWED):
            return int(RIGHT)
        return super().headerData(section, orientation, role)

    def look(self, row: Any) -> RowLook:
        """Return how a sale is painted and read aloud."""
        kit, money = self._kit, self._kit.formats.money
        role, icon = LOOKS.get(row.status, ("neutral", ""))
        gone = row.status in ("cancelled", "refunded")
        colour = "muted" if gone else "text"
        who: Cell = TextCell(buyer_words(row), "muted")
        if row.contact_id is not None:
            who = PersonCell(row.contact, avatar_colour(row.contact_id))
        owed = money(row.owed, row.currency) if row.owed else ""
        return RowLook(
            (
                None,
                TextCell(moment_words(row, kit), digits=True),
                TextCell(row.number, "muted", digits=True),
                who,
                TextCell(what_words(row, kit)),
                TextCell(money(row.total, row.currency), colour, right=True, digits=True),
                TextCell(owed, "warning", right=True, digits=True),
                PillCell(state_words(row.status, kit), role, icon),
            ),
            sentence=sentence(row, kit),
        )


def in_order(wanted: SaleFilter, sort: str, *, descending: bool) -> SaleFilter:
    """Return a filter whose sales come in that order."""
    if sort == "total":
        return replace(wanted, sort="total", descending=descending)
    return replace(wanted, sort="sold_on", descending=descending)
