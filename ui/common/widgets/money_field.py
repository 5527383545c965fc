"""A field for an amount of money."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app.exchange.values.money import MoneyReader, MoneyStyle, as_text

LONGEST = 24


def read_money(text: str, currency: str) -> int | None:
    """Return typed text in minor units ('35,000', '3만 5천'); None if it is no amount."""
    return MoneyReader(MoneyStyle(), currency).read(text)[0] if text.strip() else None


class MoneyField(QLineEdit):
    """Reads an amount as people write it; nothing typed is no amount."""

    def __init__(self, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self.setMaxLength(LONGEST)

    @property
    def currency(self) -> str:
        """What it counts in."""
        return self._currency

    def set_currency(self, currency: str) -> None:
        """Count in another currency from now on."""
        self._currency = currency

    def amount(self) -> int | None:
        """Return what is typed in minor units, None for nothing and for what is no amount."""
        return read_money(self.text(), self._currency)

    def is_good(self) -> bool:
        """Tell whether it is an amount, or empty."""
        return not self.text().strip() or self.amount() is not None

    def show_amount(self, minor: int | None) -> None:
        """Put an amount in, with separators."""
        if minor is None:
            self.clear()
            return
        text = as_text(minor, self._currency)
        whole, point, part = text.partition(".")
        self.setText(f"{int(whole):,}{point}{part}")
