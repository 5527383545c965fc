"""What was sold of each product and category, and month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.sales import ItemSums
from ui.common.bars import bar
from ui.common.goods.words import quantity_words
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.row_delegate import RowLook, TextCell
from ui.common.row_table import RowColumn, RowTable
from ui.common.short_model import ShortModel, set_columns
from ui.common.theme import Theme
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.segmented import Segmented
from ui.sales.periods import PERIODS, moved, period_words, span_of
from ui.sales.words import span_words

if TYPE_CHECKING:
    from ui.sales.till import Till

WIDTHS = (
    RowColumn(0, sortable=False),
    RowColumn(200, sortable=False),
    RowColumn(80, sortable=False),
    RowColumn(72, sortable=False),
    RowColumn(128, sortable=False),
)
SHARE, QUANTITY = 2, 3
NUMBERS = (3, 4, 5)  # columns
LEAST = {SHARE: 720, QUANTITY: 560}  # px of view from which these columns are shown
BAR = 8
PERCENT = 48  # px for the words behind a bar


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of totals."""

    key: object  # product id, month, or None where a click leads nowhere
    name: str
    quantity: int
    sales: int
    total: int
    share: float  # of the largest one
    part: float  # of all
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ShareCell:
    """A bar as long as the share, with the percentage of the whole behind it."""

    share: float
    words: str

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        room = rect.width() - PERCENT * theme.text_scale
        top = rect.center().y() - BAR / 2
        track = QRectF(rect.left(), top, room, BAR)
        box(painter, track, BAR / 2, theme.colour("neutral-soft"))
        if self.share > 0:
            filled = QRectF(rect.left(), top, max(BAR, room * self.share), BAR)
            box(painter, filled, BAR / 2, theme.series(0))
        words = rect.adjusted(room + 8, 0, 0, 0)
        TextCell(self.words, "muted", digits=True).paint(painter, theme, words, compact=compact)


class TotalsView(QWidget):
    """Products, categories or months of a span; Enter shows the sales behind a line."""

    product_chosen = Signal(object, str)  # product id, its name
    span_chosen = Signal(str, str)  # first and last day

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self._span = span_of("year", kit.formats.today())
        self._read: tuple[str, ItemSums | None, list[Line]] | None = None
        names = {"product": " ", "category": " ", "month": " "}
        self.by = Segmented(theme, names, "")
        self.back_button = IconButton(theme, "chevron-left", "")
        self.period_chip = Chip(theme, "")
        self.next_button = IconButton(theme, "chevron-right", "")
        self.model = ShortModel(self._look, NUMBERS, self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.empty = EmptyState(theme, "chart-column", "", role="neutral")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        self.sum_label = Label(theme, "", "caption", "text", strong=True, digits=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        chips = [self.by, self.back_button, self.period_chip, self.next_button, None]
        whole.addWidget(bar(theme, "Toolbar", 48, chips))
        whole.addWidget(self.stack, 1)
        whole.addWidget(bar(theme, "Footer", 40, [self.footer_label, None, self.sum_label]))
        self.by.chosen.connect(lambda _key: self.reload())
        self.back_button.clicked.connect(partial(self._step, -1))
        self.next_button.clicked.connect(partial(self._step, 1))
        self.period_chip.clicked.connect(self._ask_period)
        self.period_chip.cleared.connect(lambda: self._show_span(("", "")))
        self.table.opened.connect(self._on_opened)
        theme.changed.connect(self._fit)
        self.retranslate()

    def reload(self) -> None:
        """Read the totals again."""
        by, span, lists = self.by.current, self._span, self._till.lists

        def task(_ticket: Ticket) -> object:
            if by == "month":
                return lists.months(*span)
            return lists.by_product(*span) if by == "product" else lists.by_category(*span)

        job = self._kit.runner.read(task)
        job.succeeded.connect(partial(self._on_read, by, span))

    def retranslate(self) -> None:
        """Set every word again."""
        self.by.setAccessibleName(self.tr("Totals by"))
        self.by.set_texts(
            {
                "product": self.tr("Products"),
                "category": self.tr("Categories"),
                "month": self.tr("Months"),
            }
        )
        self.back_button.set_name(self.tr("Earlier"))
        self.next_button.set_name(self.tr("Later"))
        self.period_chip.set_name(self.tr("Any time"))
        self.table.setAccessibleName(self.tr("Totals"))
        self.empty.show_words(self.tr("Nothing was sold in that time"))
        self._show_period()
        if self._read is not None:
            self._show()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        for column, least in LEAST.items():
            self.table.setColumnHidden(column, self.width() < least * self._kit.theme.text_scale)

    def _on_read(self, by: str, span: tuple[str, str], found: object) -> None:
        if by != self.by.current or span != self._span:
            return
        sums = found if isinstance(found, ItemSums) else None
        lines: list[Line]
        if sums is not None:
            most = max((item.total for item in sums.items), default=0)
            whole = sum(item.total for item in sums.items)
            lines = [
                Line(
                    item.id if by == "product" else None, item.name, item.quantity, item.sales,
                    item.total, part(item.total, most), part(item.total, whole),
                )
                for item in sums.items
            ]  # fmt: skip
        else:
            months = list(found) if isinstance(found, Sequence) else []
            most = max((month.total for month in months), default=0)
            whole = sum(month.total for month in months)
            lines = [
                Line(m.period, "", 0, m.count, m.total, part(m.total, most), part(m.total, whole))
                for m in reversed(months)
            ]
        self._read = by, sums, lines
        self._show()

    def _show(self) -> None:
        if self._read is None:
            return
        by, sums, lines = self._read
        first = {
            "product": self.tr("Product"),
            "category": self.tr("Category"),
            "month": self.tr("Month"),
        }[by]
        titles = (
            first, self.tr("Share"), self.tr("Quantity"), self.tr("Sales"), self.tr("Total"),
        )  # fmt: skip
        fresh = self.model.columnCount() == 0
        self.model.show_rows(titles, lines)
        if fresh:
            set_columns(self.table, WIDTHS)
        self._fit()
        self.stack.setCurrentWidget(self.table if lines else self.empty)
        money, code = self._kit.formats.money, self._till.currency()
        whole = sum(line.total for line in lines)
        told = []
        if sums is not None:
            whole += sums.tax_added - sums.discount
            if sums.discount:
                words = self.tr("Discounts of whole sales: {amount}")
                told.append(words.format(amount=money(-sums.discount, code)))
            if sums.tax_added:
                told.append(self.tr("Tax on top: {amount}").format(
                    amount=money(sums.tax_added, code)
                ))  # fmt: skip
        self.footer_label.set_text(" · ".join(told))
        self.sum_label.set_text(self.tr("In all: {amount}").format(amount=money(whole, code)))

    def _look(self, line: Line) -> RowLook:
        kit, code = self._kit, self._till.currency()
        name = self._name_of(line)
        percent = f"{line.part * 100:.0f}%"
        total = kit.formats.money(line.total, code)
        quantity = quantity_words(line.quantity, kit) if line.quantity else ""
        return RowLook(
            (
                TextCell(name, "text" if line.name or line.key else "muted", strong=True),
                ShareCell(line.share, percent),
                TextCell(quantity, right=True, digits=True),
                TextCell(kit.formats.number(line.sales), right=True, digits=True),
                TextCell(total, "text", right=True, digits=True),
            ),
            sentence=f"{name}, {total}, {percent}",
        )

    def _name_of(self, line: Line) -> str:
        if isinstance(line.key, str):
            return self._kit.formats.month(line.key)
        none = {"product": self.tr("Without a product"), "category": self.tr("Without a category")}
        return line.name or none.get(self.by.current, "")

    def _on_opened(self, place: int) -> None:
        line = self.model.rows[place]
        if isinstance(line.key, str):
            first = date.fromisoformat(f"{line.key}-01")
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            self.span_chosen.emit(first.isoformat(), last.isoformat())
        elif line.key is not None:
            self.product_chosen.emit(line.key, line.name)

    def _step(self, step: int) -> None:
        self._show_span(moved(self._span, step))

    def _show_span(self, span: tuple[str, str]) -> None:
        self._span = span
        self._show_period()
        self.reload()

    def _show_period(self) -> None:
        dated = bool(self._span[0])
        self.period_chip.set_active(span_words(*self._span, self._kit) if dated else "")
        for button in (self.back_button, self.next_button):
            button.setVisible(dated)

    def _ask_period(self) -> None:
        menu = Menu(self._kit.theme, parent=self)
        today = self._kit.formats.today()
        for period in PERIODS:
            span = span_of(period, today)
            action = menu.add(period_words(period))
            action.setCheckable(True)
            action.setChecked(span == self._span)
            action.triggered.connect(lambda _on=False, span=span: self._show_span(span))
        popup(menu, under(self.period_chip))
        menu.setActiveAction(menu.actions()[0])


def part(amount: int, whole: int) -> float:
    """Return which part of a whole an amount is, nothing for less than none."""
    return max(0.0, amount / whole) if whole > 0 else 0.0
