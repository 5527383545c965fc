"""The list of sales: what narrows it, what it comes to, and the panel of the one selected."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.errors import GoneError
from app.jobs import Ticket
from app.shapes.sales import PeriodTotal, SaleDetail, SaleFilter, SaleTotals
from ui.common.bars import bar
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.row_table import RowTable
from ui.common.short_model import set_columns
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.skeleton import Skeleton
from ui.sales.acts import SaleActs
from ui.sales.filters import SaleFilters
from ui.sales.panel import NARROW, WIDTH, SalePanel
from ui.sales.summary import MOST_DAYS, Summary, filled
from ui.sales.table import ROOM, SORTED, TOTAL, WHAT, WHEN, WIDTHS, SalesModel

if TYPE_CHECKING:
    from ui.sales.till import Till

PATIENCE = 300  # ms of reading until what will be there is hinted at
WIDE_PAGE = 1144  # px: a window of 1360 less the navigation
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
FAR = 50_000  # rows from which a list is read by its ids: the end of it comes as quickly


class Read(NamedTuple):
    """What the list is filled with; `line` is that of the sale that was shown beside it."""

    rows: int
    ids: list[int] | None
    line: int | None
    totals: SaleTotals
    periods: list[PeriodTotal]
    ever: bool


class SalesList(QWidget):
    """Reads in the background, shows a page at a time; letters act on the sale selected.

    chips -> SaleFilter -> count, totals and days (one job) -> table, strip
    """

    receipt_asked = Signal(object)  # SaleDetail
    contact_asked = Signal(object)  # contact id
    new_asked = Signal()
    change_asked = Signal(object)  # SaleDetail

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self._job: Job | None = None
        self.is_read = False
        self._takes_focus = False  # what is listed, once it is read
        self._focused: QWidget | None = None  # what had the focus when that was wished for
        self.filters = SaleFilters(kit, till)
        self.summary = Summary(kit)
        self.model = SalesModel(kit, till.lists, self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        set_columns(self.table, WIDTHS)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSortIndicator(WHEN, Qt.SortOrder.DescendingOrder)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.waiting = Skeleton(theme, self.tr("Reading the sales"), rows=12)
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.empty = EmptyState(theme, "receipt", "", action=" ", action_icon="plus")
        self.nothing = EmptyState(
            theme, "search-x", "", role="neutral", action=" ", primary=False, second=" "
        )
        self.stack = QStackedWidget()
        for part in (QWidget(), self.waiting, self.table, self.empty, self.nothing, self.trouble):
            self.stack.addWidget(part)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        self.panel = SalePanel(kit)
        self.acts = SaleActs(kit, till, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        self._build()
        self._connect()
        theme.changed.connect(self._fit_again)
        self.retranslate()

    @property
    def sale_id(self) -> int | None:
        """The id of the sale that is selected."""
        lines = self.table.selectionModel().selectedRows()
        return self.model.id_at(lines[0].row()) if lines else None

    def reload(self) -> None:
        """Read the list, its totals and its days again."""
        wanted, lists = self.filters.wanted, self._till.lists
        narrowed = self.filters.is_narrowed

        order, shown = self.model.order_of(wanted), self.panel.detail

        def task(_ticket: Ticket) -> Read:
            count = lists.count(wanted)
            ids = lists.ids(order) if count > FAR or shown else []
            line = ids.index(shown.row.id) if shown and shown.row.id in ids else None
            ever = count > 0 or lists.count(SaleFilter()) > 0
            totals = lists.totals(wanted)
            return Read(count, ids if count > FAR else None, line, totals, periods(wanted), ever)

        def periods(wanted: SaleFilter) -> list[PeriodTotal]:
            if narrowed:  # bars are of the whole shop
                return []
            months = not wanted.first or days_of(wanted) > MOST_DAYS
            read = lists.months if months else lists.days
            found = read(wanted.first, wanted.last)
            return found if months else filled(found, wanted.first, wanted.last)

        if self._job is not None:
            self._job.cancel()
        self._job = job = self._kit.runner.read(task)
        job.succeeded.connect(lambda read: self._on_read(wanted, read))
        job.failed.connect(self._on_failed)
        if not self.is_read:
            self._patience.start()

    def focus_first(self) -> None:
        """Put the focus on the list, or on what stands in its place, once it is read."""
        self._takes_focus = not self.is_read
        if not self.is_read:
            QTimer.singleShot(0, self._note_focus)  # once the page has been turned to
            return
        here = self.stack.currentWidget()
        first: QWidget | None = self.table
        if here is not None and here is not self.table:
            first = next((b for b in here.findChildren(Button) if b.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_again(self) -> None:
        self.fit(self.width())

    def _note_focus(self) -> None:
        self._focused = QApplication.focusWidget() if self._takes_focus else None

    def show_sale(self, sale_id: int) -> None:
        """Select a sale; one that is not in the list is shown in the panel alone."""
        line = self.model.line_of(sale_id)
        if line is None:
            self._show_detail(sale_id)
            return
        index = self.model.index(line, WHAT)
        self.table.selectionModel().setCurrentIndex(index, ROWS)
        self.table.scrollTo(index)

    def retranslate(self) -> None:
        """Set every word again."""
        self.table.setAccessibleName(self.tr("Sales"))
        self.filters.retranslate()
        self.summary.retranslate()
        self.model.retranslate()
        self.panel.retranslate()
        self.empty.show_words(
            self.tr("No sale has been recorded yet"),
            self.tr("Record what is bought, and you see who comes how often and who owes what."),
            self.tr("Record sale"),
        )
        self.nothing.show_words(
            self.tr("No sale fits"),
            self.tr("Nothing was sold in that time, or the chips leave nothing over."),
            self.tr("Any time"),
            self.tr("Take the filters away"),
        )
        self.trouble.show_words(
            self.tr("The sales cannot be read"),
            self.tr("Nothing was changed. Your file may be on a drive that is not connected."),
            self.tr("Try again"),
        )
        self._show_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A table would take letters for the beginning of a row it is to look for.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do as a key of the list does; return whether it is one."""
        if self.panel.detail is None:
            return False
        acts = {
            "p": self.panel.pay_asked, "r": self.panel.refund_asked,
            "x": self.panel.exchange_asked, "d": self.panel.details_asked,
            "e": self.panel.change_asked,
        }  # fmt: skip
        signal = acts.get(letter_of(event))
        if signal is not None:
            signal.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.panel.remove_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._close_panel()
        else:
            return False
        return True

    def fit(self, width: int) -> None:
        """Share out the width of the page."""
        panel = WIDTH if width >= WIDE_PAGE else NARROW
        self._panes.setSizes([width - panel, panel])
        room = width - panel
        self.summary.fit(room)
        for column, least in ROOM.items():
            self.table.setColumnHidden(column, room < least * self._kit.theme.text_scale)

    def _build(self) -> None:
        theme = self._kit.theme
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.stack, 1)
        column.addWidget(bar(theme, "Footer", 40, [self.footer_label, None]))
        self._panes = QSplitter()
        self._panes.setHandleWidth(0)
        self._panes.addWidget(listing)
        self._panes.addWidget(self.panel)
        self._panes.setStretchFactor(0, 1)
        self._panes.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Toolbar", 48, [self.filters]))
        whole.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.reload)
        self.filters.search.submitted.connect(self.table.setFocus)
        self.summary.day_chosen.connect(self.filters.show_span)
        self.table.installEventFilter(self)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(lambda _line: self.panel.pay_button.setFocus())
        self.table.menu_asked.connect(self.panel.open_menu)
        self.empty.acted.connect(self.new_asked)
        self.trouble.acted.connect(self.reload)
        acts = self.acts
        acts.removed.connect(lambda: self.panel.show_sale(None))
        self.nothing.acted.connect(lambda: self.filters.show_span("", ""))
        self.nothing.followed.connect(self.filters.clear)
        panel = self.panel
        for signal, act in (
            (panel.pay_asked, acts.pay),
            (panel.refund_asked, acts.refund),
            (panel.exchange_asked, acts.exchange),
            (panel.details_asked, acts.tell_more),
            (panel.cancel_asked, acts.cancel),
            (panel.remove_asked, acts.remove),
            (panel.receipt_asked, self.receipt_asked.emit),
            (panel.change_asked, self.change_asked.emit),
        ):
            signal.connect(lambda act=act: panel.detail and act(panel.detail))
        panel.payment_removed.connect(acts.remove_payment)
        panel.sale_asked.connect(self.show_sale)
        panel.contact_asked.connect(self.contact_asked)
        panel.closed.connect(self._close_panel)

    def _on_read(self, wanted: SaleFilter, read: Read) -> None:
        if wanted != self.filters.wanted:
            return  # something else is wanted by now
        self._job = None
        self._patience.stop()
        kept = self.panel.detail.row.id if self.panel.detail else None
        self.is_read = True
        self.model.source.wanted = wanted
        if read.ids is None:
            self.model.show_all(read.rows)
        else:
            self.model.show_found(read.ids, best_first=False)
        self.summary.show_totals(read.totals, read.periods, self._till.currency())
        nothing = self.nothing if read.ever else self.empty
        self.stack.setCurrentWidget(self.table if read.rows else nothing)
        self._show_count()
        stayed = self._focused in (None, QApplication.focusWidget())  # nobody went on meanwhile
        if self._takes_focus and stayed and self.isVisible():
            self.focus_first()
        self._takes_focus, self._focused = False, None
        if kept is not None:
            self._keep(kept, read.line)

    def _keep(self, sale_id: int, line: int | None) -> None:
        """Leave a sale selected where it stands now; one that is not in the list is only shown."""
        there = line is not None and self.model.id_at(line) == sale_id
        if line is None or not there:
            self._show_detail(sale_id)
        else:
            self.table.selectionModel().setCurrentIndex(self.model.index(line, WHAT), ROWS)

    def _on_failed(self, _error: object) -> None:
        self._patience.stop()
        self.stack.setCurrentWidget(self.trouble)

    def _on_sort_chosen(self, column: int, order: Qt.SortOrder) -> None:
        if column not in (WHEN, TOTAL):
            return
        self.table.horizontalHeader().setSortIndicator(column, order)
        if self.model.is_whole:
            self.model.sort(column, order)
        else:
            key, descending = SORTED[column], order == Qt.SortOrder.DescendingOrder
            self.model.sort_next_by(key, descending=descending)
            self.reload()

    def _on_selected(self) -> None:
        if (sale_id := self.sale_id) is not None:
            self._show_detail(sale_id)

    def _show_detail(self, sale_id: int) -> None:
        detail: SaleDetail | None
        try:
            detail = self._till.lists.detail(sale_id)
        except GoneError:
            detail = None
        self.panel.show_sale(detail)

    def _close_panel(self) -> None:
        self.table.clearSelection()
        self.panel.show_sale(None)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self) -> None:
        one, many = self.tr("1 entry"), self.tr("{n} entries")
        self.footer_label.set_text(self._kit.formats.count(self.model.rowCount(), one, many))


def days_of(wanted: SaleFilter) -> int:
    """Return how many days a filter spans."""
    return (date.fromisoformat(wanted.last) - date.fromisoformat(wanted.first)).days + 1
