"""How a sale is paid: in one way by one key, or in several, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.payments import PaidForm
from ui.common.kit import Kit
from ui.common.tab_order import put_behind
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.sales.methods import MethodButtons
from ui.sales.part_list import PartList
from ui.sales.ways import MONEY, Known, Part, Way, ways
from ui.sales.words import has_words, most_words

FIELD = 140  # px
PART = "0"  # the key that asks for a part


class Tender(QWidget):
    """A number pays all that is left that way; 0 first asks how much of it.

    What cannot pay all pays what it can, and the rest is asked for. `settled` comes once nothing
    is left, or the rest is owed. With more paid than is due it asks how that goes back.
    """

    settled = Signal(object)  # tuple[PaidForm, ...]
    given_back = Signal(str)  # the method
    refused = Signal(str)
    fitted = Signal()  # it is higher or lower now

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._known = Known()
        self._owing = False
        self._due = self._credit = 0
        self._ways: dict[str, Way] = {}
        self.parts: list[Part] = []
        self.list = PartList(kit)
        self.left = Label(theme, "", "strong", digits=True)
        self.part_label = Label(theme, "", colour="text-2")
        self.part_field = MoneyField("KRW")
        self.part_field.setFixedWidth(round(FIELD * theme.text_scale))
        self.part_label.setBuddy(self.part_field)
        self.methods = MethodButtons(kit, MONEY)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.part_label)
        row.addWidget(self.part_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self.methods)
        self.methods.chosen.connect(self.take)
        self.methods.part_asked.connect(self.ask_part)
        self.part_field.returnPressed.connect(self._on_part_typed)
        self.list.removed.connect(self._on_removed)
        self.retranslate()

    @property
    def to_pay(self) -> int:
        """What is left to pay; less than nothing where some goes back."""
        return self._due - self._credit - sum(part.amount for part in self.parts)

    @property
    def payments(self) -> tuple[PaidForm, ...]:
        """The parts that are paid until now."""
        return tuple(part.way.form(part.amount) for part in self.parts)

    def begin(self, currency: str, credit: int = 0) -> None:
        """Start anew; the `credit` of what is given back pays first."""
        self.part_field.set_currency(currency)
        self.parts, self._credit = [], credit
        self._ask_whole()

    def show_due(self, due: int) -> None:
        """Ask for that much; parts beyond it go."""
        self._due = due
        while self.parts and self.to_pay < 0:
            self.parts.pop()
        self._show()

    def offer(self, known: Known, *, owing: bool) -> None:
        """Offer what somebody has to pay with; what another would have paid with goes."""
        if known != self._known:
            self.parts = [part for part in self.parts if part.way.method in MONEY]
        self._known, self._owing = known, owing
        self._show()

    def ask_part(self) -> None:
        """Ask how much is paid the way that is chosen next."""
        self.part_label.show()
        self.part_field.show()
        self.part_field.clear()
        self.part_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fitted.emit()

    def take(self, method: str) -> None:
        """Pay that way what is asked for: the part that is typed, or all that is left."""
        left = self.to_pay
        if left < 0:
            self.given_back.emit(method)
            return
        if method == "owed":
            self.settled.emit(self.payments)
            return
        way, amount = self._ways[method], self._wanted(left)
        if amount is None:
            return
        if way.most is not None and amount > way.most:
            if self.part_field.text().strip():
                self._refuse(most_words(way, self.part_field.currency, self._kit))
                return
            amount = way.most
        self._ask_whole()
        if amount == left:
            self.settled.emit((*self.payments, way.form(None)))
            return
        self.parts.append(Part(way, amount))
        self._show()
        self.methods.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asks = self.part_field.isVisible()
        if event.key() == Qt.Key.Key_Escape and asks:
            self._ask_whole()
            self.methods.focus_first()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word again."""
        self.part_label.set_text(self.tr("Part"))
        self.part_field.setAccessibleName(self.tr("How much is paid the way chosen next"))
        self.list.setAccessibleName(self.tr("Paid until now"))
        self.list.setAccessibleDescription(self.tr("Delete takes a payment out."))
        self.methods.retranslate()
        self._show()

    def way_words(self, way: Way) -> str:
        """Return what a way still has: 'has 12,300'."""
        return has_words(way, self.part_field.currency, self._kit)

    def _wanted(self, left: int) -> int | None:
        if not self.part_field.text().strip():
            return left
        amount = self.part_field.amount()
        if amount is None or amount <= 0:
            self._refuse(self._kit.messages.say("form.not_money"))
            return None
        if amount > left:
            words = self.tr("Only {amount} is left to pay.")
            self._refuse(words.format(amount=self._money(left)))
            return None
        return amount

    def _refuse(self, words: str) -> None:
        self.refused.emit(words)
        self.part_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.part_field.selectAll()

    def _on_part_typed(self) -> None:
        if self._wanted(self.to_pay) is not None:
            self.refused.emit("")
            self.methods.focus_first()

    def _on_removed(self, place: int) -> None:
        del self.parts[place]
        self._show()
        if not self.parts:
            self.methods.focus_first()

    def _ask_whole(self) -> None:
        self.part_field.clear()
        self.part_label.hide()
        self.part_field.hide()
        self.fitted.emit()

    def _show(self) -> None:
        left = self.to_pay
        self._ways = ways(MONEY, self._known, self.parts, owing=self._owing)
        back = left < 0
        offered: Sequence[str] = MONEY if back else tuple(self._ways)
        self.methods.offer(offered, part=not back and self._due > 0)
        buttons = self.methods.buttons.values()
        put_behind(self.list, self.part_field, *buttons, self.methods.part_button)
        self.list.show_parts(self.parts, self._money, self.way_words)
        words = ""
        if back:
            words = self.tr("Give back {amount}").format(amount=self._money(-left))
        elif self.parts or self._credit:
            words = self.tr("Left to pay {amount}").format(amount=self._money(left))
        if self._credit:
            credit = self.tr("Credit {amount}").format(amount=self._money(self._credit))
            words = f"{credit} · {words}"
        self.left.set_text(words)
        self.left.setVisible(bool(words))
        self.fitted.emit()

    def _money(self, amount: int) -> str:
        return self._kit.formats.money(amount, self.part_field.currency)
