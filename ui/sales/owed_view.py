"""Who owes how much, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.shapes.sales import Receivable
from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.row_delegate import Cell, PersonCell, RowLook, TextCell
from ui.common.row_table import RowColumn, RowTable
from ui.common.short_model import ShortModel, set_columns
from ui.common.widgets.avatar import avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup

if TYPE_CHECKING:
    from ui.sales.till import Till

WIDTHS = (
    RowColumn(0, sortable=False),
    RowColumn(96, sortable=False),
    RowColumn(96, sortable=False),
    RowColumn(96, sortable=False),
    RowColumn(96, sortable=False),
    RowColumn(96, sortable=False),
    RowColumn(112, sortable=False),
)
AGES = range(3, 7)  # the columns of how old it is
ROOMY = 840  # px of view below which they are left out


class OwedView(QWidget):
    """One line per customer, the most first; P takes a payment, Enter shows the sales."""

    pay_asked = Signal(object)  # Receivable
    sales_asked = Signal(object, str)  # contact id, name

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self.model = ShortModel(self._look, (*AGES, AGES.stop), self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.told = Label(theme, "", colour="text-2", digits=True)
        self.pay_button = Button(theme, "", icon="banknote", size="sm")
        self.empty = EmptyState(theme, "circle-check", "", role="neutral")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Toolbar", 48, [self.told, None, self.pay_button]))
        whole.addWidget(self.stack, 1)
        whole.addWidget(bar(theme, "Footer", 40, [self.footer_label, None]))
        self.pay_button.clicked.connect(self._ask_payment)
        self.table.installEventFilter(self)
        self.table.opened.connect(self._on_opened)
        self.table.menu_asked.connect(self._open_menu)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        theme.changed.connect(self._fit)
        self.retranslate()

    def current(self) -> Receivable | None:
        """Return who is selected."""
        lines = self.table.selectionModel().selectedRows()
        row = self.model.rows[lines[0].row()] if lines else None
        return row if isinstance(row, Receivable) else None

    def reload(self) -> None:
        """Read again who owes what."""
        lists = self._till.lists
        job = self._kit.runner.read(lambda _ticket: lists.receivables())
        job.succeeded.connect(self._on_read)

    def retranslate(self) -> None:
        """Set every word again."""
        self.table.setAccessibleName(self.tr("Who owes what"))
        self.pay_button.set_text(self.tr("Take payment"))
        self.pay_button.updateGeometry()
        self.empty.show_words(
            self.tr("Nobody owes anything"),
            self.tr("What is sold and not paid at once stands here, with how old it is."),
        )
        self._on_read(list(self.model.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if letter_of(event) != "p":
                return False
            self._ask_payment()
            return True
        return super().eventFilter(watched, event)

    def _on_read(self, rows: list[Receivable]) -> None:
        before = self.current()
        titles = (
            self.tr("Customer"), self.tr("Since"), self.tr("To 30 days"), self.tr("31 to 60"),
            self.tr("61 to 90"), self.tr("Older"), self.tr("Owed"),
        )  # fmt: skip
        fresh = self.model.columnCount() == 0
        self.model.show_rows(titles, rows)
        if fresh:
            set_columns(self.table, WIDTHS)
        self._fit()
        kept = next((n for n, r in enumerate(rows) if before and r.name == before.name), None)
        if rows:
            self.table.selectRow(kept or 0)
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        money, code = self._kit.formats.money, self._till.currency()
        total = sum(row.owed for row in rows)
        late = sum(row.ageing[3] for row in rows)
        told = self.tr("{amount} is owed in all").format(amount=money(total, code))
        if late:
            words = self.tr("{amount} of it for more than 90 days")
            told += " · " + words.format(amount=money(late, code))
        self.told.set_text(told if rows else "")
        one, many = self.tr("1 customer"), self.tr("{n} customers")
        self.footer_label.set_text(self._kit.formats.count(len(rows), one, many))
        self._show_buttons()

    def _fit(self) -> None:
        narrow = self.width() < ROOMY * self._kit.theme.text_scale
        for column in AGES:
            self.table.setColumnHidden(column, narrow)

    def _look(self, row: Receivable) -> RowLook:
        money, code = self._kit.formats.money, self._till.currency()
        name = row.name or self.tr("Without a name")
        who: Cell = TextCell(name, "muted")
        if row.contact_id is not None:
            who = PersonCell(name, avatar_colour(row.contact_id))
        ages = [
            TextCell(
                money(amount, code) if amount else "", "danger" if place == 3 else "text-2",
                right=True, digits=True,
            )
            for place, amount in enumerate(row.ageing)
        ]  # fmt: skip
        since = self._kit.formats.day(row.oldest_on)
        owed = money(row.owed, code)
        total = TextCell(owed, "text", right=True, digits=True, strong=True)
        return RowLook(
            (who, TextCell(since, digits=True), *ages, total), sentence=f"{name}, {owed}, {since}"
        )

    def _show_buttons(self) -> None:
        row = self.current()
        self.pay_button.setEnabled(row is not None and row.contact_id is not None and row.owed > 0)

    def _ask_payment(self) -> None:
        if (row := self.current()) is not None:
            self.pay_asked.emit(row)

    def _on_opened(self, _line: int) -> None:
        row = self.current()
        if row is not None and row.contact_id is not None:
            self.sales_asked.emit(row.contact_id, row.name)

    def _open_menu(self, at: QPoint) -> None:
        if self.current() is None:
            return
        menu = Menu(self._kit.theme, parent=self)
        pay = menu.add(self.tr("Take payment"), "banknote", "P")
        pay.setEnabled(self.pay_button.isEnabled())
        pay.triggered.connect(self._ask_payment)
        menu.add(self.tr("Show the sales"), "receipt").triggered.connect(lambda: self._on_opened(0))
        popup(menu, at)
        self.table.setFocus(Qt.FocusReason.PopupFocusReason)
