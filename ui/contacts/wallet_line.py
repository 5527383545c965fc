"""The foot of the health card: how much of what a customer needs they buy here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.contacts.health_words import wallet_words

if TYPE_CHECKING:
    from app.shapes.insight import WalletRow

SIDE = 16  # px
WIDTH, SPACE = 400, 24


class WalletLine(QWidget):
    """The share and where it is known from; `told` comes with what a customer says they need."""

    told = Signal(object)  # minor units, None for not told

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._wallet: WalletRow | None = None
        self._currency = ""
        self.dialog: NeedDialog | None = None
        theme = kit.theme
        self.share = Label(theme, "", "strong", wrap=True)
        self.basis = Label(theme, "", "caption", "muted", wrap=True)
        self.button = Button(theme, "", "link", size="sm")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.share)
        words.addWidget(self.basis)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 10, SIDE, 10)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.ask)
        self.hide()

    def show_wallet(self, wallet: WalletRow | None, currency: str) -> None:
        """Show an estimate; None hides it."""
        self._wallet, self._currency = wallet, currency
        self.setVisible(wallet is not None)
        if wallet is None:
            return
        share, basis = wallet_words(wallet, currency, self._kit)
        told = wallet.basis == "told"
        self.share.set_text(share)
        self.basis.set_text(basis)
        self.button.set_text(self.tr("Change") if told else self.tr("They told me"))
        self.button.setAccessibleName(self.tr("What they spend on such things in a year"))
        self.setAccessibleName(f"{share}. {basis}")

    def ask(self) -> None:
        """Ask what the customer says they spend in all."""
        told = self._wallet is not None and self._wallet.basis == "told"
        amount = self._wallet.need if told and self._wallet is not None else None
        self.dialog = NeedDialog(self._kit, self._currency, amount, self.window())
        self.dialog.answered.connect(self.told)
        self.dialog.open()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._kit.theme.colour("border"))
        painter.end()


class NeedDialog(QDialog):
    """Asks for an amount a year; an empty field takes back what was told."""

    answered = Signal(object)  # minor units, None for not told

    def __init__(self, kit: Kit, currency: str, amount: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        theme = kit.theme
        title = self.tr("What they spend on such things in a year")
        self.setWindowTitle(title)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        label = Label(theme, title, strong=True)
        below = self.tr("Here and elsewhere together. Empty: not told.")
        self.field = MoneyField(currency)
        self.field.show_amount(amount)
        self.field.setAccessibleName(title)
        label.setBuddy(self.field)
        self.button = Button(theme, self.tr("Save"), "primary")
        cancel = Button(theme, self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(Label(theme, below, "caption", "muted", wrap=True))
        column.addSpacing(8)
        column.addLayout(row_of(None, cancel, self.button))
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self.accept)
        self.button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._on_typed()
        self.field.setFocus()

    def accept(self) -> None:
        if self._is_good():
            self.answered.emit(self.field.amount())
            super().accept()

    def _is_good(self) -> bool:
        amount = self.field.amount()
        return self.field.is_good() and (amount is None or amount > 0)

    def _on_typed(self) -> None:
        self.button.setEnabled(self._is_good())
