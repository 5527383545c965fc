"""Which part of a deal becomes a sale; the rest stays open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from app.shapes.deals import DealDetail
from ui.common.form_dialog import FormDialog
from ui.common.goods.words import quantity_of, quantity_words
from ui.common.kit import Kit
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField


class SplitDialog(FormDialog):
    """How many of each line, or how much of an amount without lines."""

    def __init__(
        self,
        kit: Kit,
        detail: DealDetail,
        split: Callable[..., object],
        parent: QWidget | None = None,
    ) -> None:
        """`split` is given the quantities by line, or `amount`."""
        super().__init__(kit, parent)
        self._split = split
        self._detail = detail
        row = detail.row
        self.set_words(self.tr("Sell a part: {title}").format(title=row.title), self.tr("Sell"))
        self.fields: dict[int, QLineEdit] = {}
        self.amount = MoneyField(row.currency)
        for line in detail.lines:
            field = QLineEdit(quantity_words(line.quantity, kit))
            name = line.name or line.description
            of = self.tr("{name}, of {n}").format(name=name, n=quantity_words(line.quantity, kit))
            self.fields[line.id] = field
            self.add(of, field)
        if not detail.lines:
            self.amount.show_amount(row.amount)
            self.add(self.tr("Amount"), self.amount)
        about = self.tr("A sale is made of this part; the deal goes on with the rest.")
        self.body.addWidget(Label(kit.theme, about, colour="text-2", wrap=True))
        first: QWidget = next(iter(self.fields.values()), self.amount)
        first.setFocus()

    def job(self) -> Callable[[], object] | None:
        """Return what makes the sale; None where a number is none."""
        split = self._split
        if not self._detail.lines:
            amount = self.amount.amount()
            if not amount or amount < 0:
                self.refuse(self.kit.messages.say("form.not_money"), self.amount)
                return None
            return lambda: split(amount=amount)
        wanted: dict[int, int] = {}
        for line in self._detail.lines:
            field = self.fields[line.id]
            text = field.text().strip()
            quantity = 0 if text in ("", "0") else quantity_of(text)
            if quantity is None or quantity > line.quantity:
                self.refuse(self.tr("Type how many, no more than there are"), field)
                return None
            if quantity:
                wanted[line.id] = quantity
        if not wanted:
            self.refuse(self.tr("Nothing is chosen yet"), next(iter(self.fields.values())))
            return None
        return lambda: split(lines=wanted)
