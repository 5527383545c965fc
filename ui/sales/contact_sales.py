"""What one contact bought: narrowed, added up, listed. A view beside their timeline."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.sales import SaleFilter, SaleTotals
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.row_table import RowTable
from ui.common.short_model import set_columns
from ui.common.widgets.card import Card
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.toggle import Toggle
from ui.sales.contact_filters import ContactFilters
from ui.sales.summary import Figure
from ui.sales.table import NUMBER, OWED, SORTED, STATUS, TOTAL, WHAT, WHEN, WHO, WIDTHS, SalesModel

if TYPE_CHECKING:
    from app.shapes.contacts import ContactDetail
    from ui.sales.till import Till

LEAST = 280  # px of the list's height; a lower window scrolls
ROOM = {NUMBER: 900, OWED: 700, STATUS: 480}  # px of list from which these columns are shown
WHO_ROOM = 140  # px more where a column tells which of several bought it
FAR = 50_000  # rows from which a list is read by its ids: the end of it comes as quickly


class Read(NamedTuple):
    """What the view is filled with."""

    buyers: tuple[int, ...]
    wanted: SaleFilter
    ids: list[int]
    totals: SaleTotals


class ContactSales(QWidget):
    """Reads while it is seen; Enter opens a sale, letters are keys of the page around it.

    A company or household can be listed together with its people.
    """

    tables = frozenset(
        {"sale", "sale_line", "payment", "product", "product_category", "relation", "setting"}
    )
    opened = Signal(object)  # sale id
    sale_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self._detail: ContactDetail | None = None
        self._job: Job | None = None
        self._totals: SaleTotals | None = None
        self._takes_focus = False
        self.together = Toggle(theme)
        self.filters = ContactFilters(kit, till)
        self.total, self.count, self.average, self.owed = (Figure(kit) for _ in range(4))
        self.model = SalesModel(kit, till.lists, self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        set_columns(self.table, WIDTHS)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSortIndicator(WHEN, Qt.SortOrder.DescendingOrder)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.empty = EmptyState(
            theme, "receipt", "", action=" ", action_icon="plus", primary=False
        )  # the head of the page has the main one
        self.nothing = EmptyState(theme, "search-x", "", role="neutral", action=" ", primary=False)
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.table, self.empty, self.nothing, self.trouble):
            self.stack.addWidget(part)
        self._build()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """Return its name in the language in use."""
        return self.tr("Purchases")

    def show_contact(self, detail: ContactDetail) -> None:
        """List what a contact bought; whoever is shown anew, is shown with nothing left out."""
        anew = self._detail is None or detail.id != self._detail.id
        self._detail = detail
        self.together.setVisible(detail.kind != "person")
        if anew:
            self.together.setChecked(False)
            self.stack.setCurrentIndex(0)
            self.filters.show_contacts((detail.id,), detail.name)  # reads by itself
        else:
            self.refresh()

    def show_together(self, *, on: bool) -> None:
        """List the sales of its people too, or not."""
        self.together.setChecked(on)

    def focus_first(self) -> None:
        """Put the focus on the list once it is read."""
        self._takes_focus = True

    def refresh(self) -> None:
        """Read anew, unless nobody sees it."""
        detail = self._detail
        if detail is None or not self.isVisible():
            return
        wanted, lists, order_of = self.filters.wanted, self._till.lists, self.model.order_of
        together = self.together.isChecked() and detail.kind != "person"

        def task(_ticket: Ticket) -> Read:
            buyers = lists.buyers(detail.id) if together else (detail.id,)
            of_them = order_of(replace(wanted, contact_ids=buyers))
            return Read(buyers, of_them, lists.ids(of_them), lists.totals(of_them))

        if self._job is not None:
            self._job.cancel()
        self._job = job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, job))
        job.failed.connect(lambda _error: self.stack.setCurrentWidget(self.trouble))

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.title())
        self.table.setAccessibleName(self.title())
        self.together.setText(self.tr("Together with its people"))
        self.filters.retranslate()
        self.model.retranslate()
        self.empty.show_words(
            self.tr("Nothing was bought yet"),
            self.tr("What is sold to this customer is listed here."),
            self.tr("Record sale"),
        )
        self.nothing.show_words(
            self.tr("No sale fits"),
            self.tr("Nothing was sold in that time, or the chips leave nothing over."),
            self.tr("Take the filters away"),
        )
        self.trouble.show_words(
            self.tr("The sales cannot be read"),
            self.tr("Nothing was changed. Your file may be on a drive that is not connected."),
            self.tr("Try again"),
        )
        self._show_totals()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A table would take letters for the beginning of a row it is to look for.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = letter_of(event)
            if letter == "/":
                self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if letter or event.key() == Qt.Key.Key_Escape:
                event.ignore()  # the page has keys of its own
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        theme = self._kit.theme
        self._figures = figures = QHBoxLayout()
        figures.setSpacing(24)
        for figure in (self.total, self.count, self.average, self.owed):
            figures.addWidget(figure)
        figures.addStretch(1)
        figures.addWidget(self.filters.search, 0, Qt.AlignmentFlag.AlignBottom)
        listing = Card(theme, padding=1)
        listing.column.addWidget(self.stack)
        self.stack.setMinimumHeight(LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addWidget(self.together)
        column.addLayout(figures)
        column.addWidget(listing, 1)
        self.together.hide()

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.search.submitted.connect(self.table.setFocus)
        self.together.toggled.connect(lambda _on: self._on_together())
        self.table.installEventFilter(self)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.opened.connect(lambda line: self.opened.emit(self.model.id_at(line)))
        self.empty.acted.connect(self._on_sale_wanted)
        self.nothing.acted.connect(self.filters.clear)
        self.trouble.acted.connect(self.refresh)

    def _fit(self) -> None:
        """Show the columns and figures there is room for."""
        scale, room = self._kit.theme.text_scale, self.stack.width()
        together = self.together.isChecked()
        self.table.setColumnHidden(WHO, not together)
        for column, least in ROOM.items():
            needed = (least + WHO_ROOM * together) * scale
            self.table.setColumnHidden(column, room < needed)
        parts = (self.total, self.count, self.owed, self.average, self.filters.search)
        taken = sum(part.sizeHint().width() for part in parts)
        self.average.setVisible(taken + len(parts) * self._figures.spacing() <= self.width())

    def _on_sale_wanted(self) -> None:
        if self._detail is not None:
            self.sale_asked.emit(self._detail.id)

    def _on_together(self) -> None:
        self._fit()
        self.refresh()

    def _on_read(self, job: Job, read: Read) -> None:
        if job is not self._job:
            return  # something else is wanted by now
        self._job = None
        current = self.model.id_at(self.table.currentIndex().row())
        self.filters.know_buyers(read.buyers)
        self.model.source.wanted = read.wanted
        if len(read.ids) > FAR:
            self.model.show_found(read.ids, best_first=False)
        else:
            self.model.show_all(len(read.ids))
        if current in read.ids:
            self.table.setCurrentIndex(self.model.index(read.ids.index(current), WHAT))
        self._totals = read.totals
        self._show_totals()
        nothing = self.nothing if self.filters.is_narrowed else self.empty
        self.stack.setCurrentWidget(self.table if read.ids else nothing)
        if self._takes_focus and self.isVisible():
            (self.table if read.ids else self.filters.period_chip).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
        self._takes_focus = False

    def _show_totals(self) -> None:
        totals, kit = self._totals, self._kit
        if totals is None:
            return
        money, currency = kit.formats.money, self._till.currency()
        others = [money(amount, code) for code, amount in totals.others]
        self.total.show_figure(
            self.tr("Total"), " + ".join([money(totals.total, currency), *others])
        )
        self.count.show_figure(self.tr("Sales"), kit.formats.number(totals.count))
        average = round(totals.total / totals.count) if totals.count else 0
        self.average.show_figure(self.tr("Average"), money(average, currency))
        colour = "warning" if totals.owed > 0 else "text"
        self.owed.show_figure(self.tr("Owed"), money(totals.owed, currency), colour)
        self._fit()

    def _on_sort_chosen(self, column: int, order: Qt.SortOrder) -> None:
        if column not in (WHEN, TOTAL):
            return
        self.table.horizontalHeader().setSortIndicator(column, order)
        self.model.sort_next_by(SORTED[column], descending=order == Qt.SortOrder.DescendingOrder)
        self.refresh()
