"""What is given back of a sale: all of it, or some lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.shapes.sales import LineRow, SaleDetail
from ui.common.form_dialog import FormDialog
from ui.common.goods.words import quantity_of, quantity_words
from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.sales.words import METHODS, line_words, method_words

WIDTH = 544
SAME = "same"  # money goes back in the ways it came
Back = Callable[[dict[int, int], str], object]  # quantities by line, way of giving back


class BackLine(QWidget):
    """One line that can be given back, and how much of it."""

    def __init__(self, kit: Kit, line: LineRow, currency: str) -> None:
        super().__init__()
        theme = kit.theme
        self.line = line
        self.left = line.quantity - line.refunded
        name = line_words(line)
        self.check = CheckBox(theme, name)
        self.check.setChecked(True)
        self.quantity = QLineEdit(quantity_words(self.left, kit))
        self.quantity.setFixedWidth(round(64 * theme.text_scale))
        self.quantity.setAccessibleName(self.tr("How much of {name}").format(name=name))
        self.of = Label(theme, f"/ {quantity_words(self.left, kit)}", colour="muted", digits=True)
        money = kit.formats.money(line.total, currency)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.check, 1)
        row.addWidget(self.quantity)
        row.addWidget(self.of)
        row.addWidget(Label(theme, money, colour="muted", digits=True))
        self.check.toggled.connect(self.quantity.setEnabled)

    def wanted(self) -> int | None:
        """Return how much is given back: 0 for nothing, None for what is no quantity."""
        return quantity_of(self.quantity.text()) if self.check.isChecked() else 0


class BackDialog(FormDialog):
    """Lines with a check and a quantity; `take` gives them back.

    With `exchange` nothing is written: `lines_chosen` hands them over for the sale that follows.
    """

    lines_chosen = Signal(object)  # {line id: thousandths}

    def __init__(
        self,
        kit: Kit,
        detail: SaleDetail,
        take: Back | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        self._take = take
        title = self.tr("Refund") if take else self.tr("Exchange")
        self.set_words(title, title if take else self.tr("Choose what goes instead"))
        currency = detail.row.currency
        self.lines = [
            BackLine(kit, line, currency)
            for line in detail.lines
            if line.quantity - line.refunded > 0
        ]
        for line in self.lines:
            self.body.addWidget(line)
        methods = {payment.method for payment in detail.payments if payment.amount > 0}
        words = {method: method_words(method, kit) for method in METHODS}
        if len(methods) > 1:
            words = {SAME: self.tr("As it was paid"), **words}
        self.method = Segmented(kit.theme, words, self.tr("Given back by"), size=32)
        if len(methods) == 1 and (only := methods.pop()) in METHODS:
            self.method.choose(only)
        if detail.row.paid > 0 and take is not None:
            self.add(self.tr("Given back by"), self.method)
        else:
            self.method.hide()
        if self.lines:
            self.lines[0].check.setFocus()

    def quantities(self) -> dict[int, int] | None:
        """Return how much of which line; None where one is no quantity, or more than is left."""
        found = {}
        for line in self.lines:
            wanted = line.wanted()
            if wanted is None or wanted > line.left:
                words = self.tr("At most {n} can be given back.").format(
                    n=quantity_words(line.left, self.kit)
                )
                self.refuse(words, line.quantity)
                return None
            if wanted:
                found[line.line.id] = wanted
        if not found:
            self.refuse(self.tr("Check at least one line."))
            return None
        return found

    def job(self) -> Callable[[], object] | None:
        lines, take = self.quantities(), self._take
        if lines is None:
            return None
        if take is None:
            self.lines_chosen.emit(lines)
            self.reject()
            return None
        method = self.method.current
        return lambda: take(lines, method)
