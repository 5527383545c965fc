"""What a deal is worth: typed by hand, or the sum of what is offered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.goods.basket import Basket
from ui.common.goods.goods import Counter, Goods
from ui.common.kit import Kit
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented

LINES = 2  # of what is offered, seen at once: the dialog is to fit on a low screen


class AmountField(QWidget):
    """One amount, or lines of products; what was typed in one is kept while the other shows."""

    fitted = Signal()  # it is higher or lower now

    def __init__(self, kit: Kit, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        options = {"hand": self.tr("By hand"), "lines": self.tr("From products")}
        self.way = Segmented(kit.theme, options, self.tr("How the amount is told"), size=32)
        self.line = MoneyField(counter.currency())
        self.line.setPlaceholderText(self.tr("Not known yet"))
        self.goods = Goods(kit, counter)
        self.goods.basket.most = LINES
        self.goods.retranslate()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.goods)
        self.way.chosen.connect(self._on_chosen)
        self.goods.changed.connect(self._show_sum)
        self.goods.fitted.connect(self.fitted)
        self.setFocusProxy(self.line)
        self._fit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @property
    def has_lines(self) -> bool:
        """Whether what is offered makes the amount."""
        return self.way.current == "lines"

    def show_amount(self, amount: int | None, currency: str, basket: Basket | None = None) -> None:
        """Show an amount, and the lines it is the sum of where there are any."""
        self.line.set_currency(currency)
        self.line.show_amount(amount)
        self.goods.show_basket(basket or Basket(), currency)
        self.way.choose("lines" if basket is not None and basket.lines else "hand")
        self._fit()

    def use_lines(self) -> None:
        """Let what is offered make the amount."""
        self.way.choose("lines")
        self._fit()

    def is_good(self) -> bool:
        """Tell whether it can be kept: an amount, none, or lines that are understood."""
        if self.has_lines:
            return not self.goods.product.text() or self.goods.enter()
        return self.line.is_good() and (self.line.amount() or 0) >= 0

    def _on_chosen(self, way: str) -> None:
        self._fit()
        first: QWidget = self.goods if way == "lines" else self.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self.goods.setVisible(self.has_lines)
        self.line.setReadOnly(self.has_lines)
        self._show_sum()
        self.fitted.emit()

    def _show_sum(self) -> None:
        if self.has_lines and self.goods.lines:
            self.line.show_amount(self.goods.due)
