"""Money that comes in for what was sold before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.errors import Problem
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented
from ui.sales.words import METHODS, method_words

Pay = Callable[[int, str], object]  # amount in minor units, method


class PayDialog(FormDialog):
    """Asks how much and how; all that is owed is proposed."""

    def __init__(
        self,
        kit: Kit,
        owed: int,
        currency: str,
        pay: Pay,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        title = self.tr("Take payment")
        self.set_words(title, title)
        self._pay = pay
        self.amount = MoneyField(currency)
        self.amount.show_amount(owed)
        self.amount.selectAll()
        words = {method: method_words(method, kit) for method in METHODS}
        self.method = Segmented(kit.theme, words, self.tr("How"), size=32)
        if name:
            self.heading.set_text(self.tr("Payment of {name}").format(name=name))
        self.add(self.tr("Amount"), self.amount)
        self.add(self.tr("How"), self.method)
        self.amount.setFocus()

    def job(self) -> Callable[[], object] | None:
        amount, method = self.amount.amount(), self.method.current
        if amount is None or amount <= 0:
            words = self.kit.messages.say(f"form.{Problem.NOT_MONEY}")
            self.refuse(words, self.amount)
            return None
        return lambda: self._pay(amount, method)
