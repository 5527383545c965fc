"""Money that comes in for what was sold before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import Problem
from app.shapes.payments import PaidForm
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented
from ui.sales.part_list import PartList
from ui.sales.ways import Known, Part, Way, ways
from ui.sales.words import METHODS, has_words, method_words, most_words

WIDTH = 544
MORE = "+"  # typed behind an amount: in this way, and then another
Pay = Callable[[Sequence[PaidForm]], object]


class PayDialog(FormDialog):
    """Asks how much and how; all that is owed is proposed.

    A plus behind the amount keeps it as a part, and the rest can be paid another way.
    """

    def __init__(
        self,
        kit: Kit,
        owed: int,
        currency: str,
        pay: Pay,
        known: Known,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`known` is what there is to pay with beside money."""
        super().__init__(kit, parent, width=WIDTH)
        title = self.tr("Take payment")
        self.set_words(title, title)
        self._owed = owed
        self._pay = pay
        self._known = known
        self.parts: list[Part] = []
        self.amount = MoneyField(currency)
        words = {each: method_words(each, kit) for each in ways(METHODS, known, (), owing=False)}
        self.method = Segmented(kit.theme, words, self.tr("How"), size=32)
        if name:
            self.heading.set_text(self.tr("Payment of {name}").format(name=name))
        self.add(self.tr("Amount"), self.amount)
        self.add(self.tr("How"), self.method)
        self.list = PartList(kit)
        self.list.setAccessibleName(self.tr("Paid until now"))
        self.left = Label(kit.theme, "", colour="text-2", digits=True)
        self.more_button = Button(kit.theme, self.tr("Add another way"), "link", size="sm")
        self.more_button.setToolTip(f"{self.more_button.text()}  {MORE}")
        row = QHBoxLayout()
        row.addWidget(self.more_button)
        row.addStretch(1)
        row.addWidget(self.left)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        self.amount.textEdited.connect(self._on_typed)
        self.method.chosen.connect(self._on_way_chosen)
        self.more_button.clicked.connect(self.add_part)
        self.list.removed.connect(self._on_removed)
        self._show()

    @property
    def to_pay(self) -> int:
        """What is left to pay beside the parts."""
        return self._owed - sum(part.amount for part in self.parts)

    def add_part(self) -> None:
        """Keep what is typed as a part, and ask for the rest."""
        part = self._part()
        if part is None:
            return
        self.parts.append(part)
        self.problem.show_hint("")
        self._show()

    def job(self) -> Callable[[], object] | None:
        parts = list(self.parts)
        if self.amount.text().strip() or not parts:
            part = self._part()
            if part is None:
                return None
            parts.append(part)
        forms = [part.way.form(part.amount) for part in parts]
        return lambda: self._pay(forms)

    def _part(self) -> Part | None:
        """Return what is typed as a part; None, and why, where it is none."""
        amount, way, say = self.amount.amount(), self._way(), self.kit.messages.say
        if amount is None or amount <= 0:
            why = say(f"form.{Problem.NOT_MONEY}")
        elif amount > self.to_pay:
            why = say(f"form.{Problem.MORE_THAN_OWED}")
        elif way is None:
            why = say(f"form.{self.method.current}.{Problem.MORE_THAN_LEFT}")
        elif way.most is not None and amount > way.most:
            why = most_words(way, self.amount.currency, self.kit)
        else:
            return Part(way, amount)
        self.refuse(why, self.amount)
        self.amount.selectAll()
        return None

    def _way(self) -> Way | None:
        return ways(METHODS, self._known, self.parts, owing=False).get(self.method.current)

    def _on_typed(self, text: str) -> None:
        if text.endswith(MORE):
            self.amount.setText(text.removesuffix(MORE))
            self.add_part()

    def _on_way_chosen(self) -> None:
        """Tell what there is to pay with, and propose no more than that."""
        way, amount = self._way(), self.amount.amount()
        has = has_words(way, self.amount.currency, self.kit) if way else ""
        self.problem.show_hint(f"{way.name}: {has}" if way and has else "", "muted")
        if way and way.most is not None and amount is not None and amount > way.most:
            self.amount.show_amount(way.most)
        self.adjustSize()

    def _on_removed(self, place: int) -> None:
        del self.parts[place]
        self._show()

    def _show(self) -> None:
        code, left = self.amount.currency, self.to_pay

        def money(amount: int) -> str:
            return self.kit.formats.money(amount, code)

        self.list.show_parts(self.parts, money, lambda way: has_words(way, code, self.kit))
        self.left.set_text(self.tr("Left to pay {amount}").format(amount=money(left)))
        self.left.setVisible(bool(self.parts))
        self.amount.show_amount(left or None)
        self.amount.selectAll()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()
