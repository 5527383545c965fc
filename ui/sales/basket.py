"""What is being sold: lines, a discount, and what is typed read into them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.amounts import ONE, line_total, rounded, shares, tax_of
from app.shapes.products import ProductRow
from app.shapes.sales import LineForm, LineRow
from ui.common.widgets.money_field import read_money
from ui.sales.words import quantity_of

TIMES = re.compile(  # an x before a Latin letter is a part of a name, as in 2XL
    r"(?P<n>\d+(?:\.\d+)?)\s*(?:[*×]|[xX](?![A-Za-z]))\s*(?P<what>.+)"
    r"|(?P<what2>.+?)\s*[*×]\s*(?P<n2>\d+(?:\.\d+)?)"
)
LAST = re.compile(r"(?P<what>.*\S)\s+(?P<amount>\S+)")
CODE = 8  # digits from which a bare number is a bar code and no amount
Find = Callable[[str], ProductRow | None]


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One thing that is being sold; without a name it is an amount alone."""

    name: str
    unit_price: int
    quantity: int = ONE
    product_id: int | None = None
    description: str = ""
    discount: int = 0
    tax_rate: int | None = None  # None: the shop's

    @property
    def total(self) -> int:
        """What it comes to."""
        return line_total(self.quantity, self.unit_price, self.discount)

    def form(self) -> LineForm:
        """Return it as the shop records it."""
        return LineForm(
            unit_price=self.unit_price, product_id=self.product_id,
            description=self.description, quantity=self.quantity, discount=self.discount,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typed:
    """What typed text is: a line, a discount, a product without a price, or nothing known."""

    line: BasketLine | None = None
    discount: int | None = None
    priceless: ProductRow | None = None
    unknown_code: str = ""


def line_of(row: LineRow) -> BasketLine:
    """Return a line that was sold before as one to change."""
    return BasketLine(
        row.name or row.description, row.unit_price, row.quantity, row.product_id,
        row.description, row.discount,
    )  # fmt: skip


def read_typed(text: str, currency: str, subtotal: int, by_code: Find, by_name: Find) -> Typed:
    """Return what somebody typed: '장미 꽃다발', '3*장미', '35000', '포장 5000', '-10%', a code."""
    words, quantity = text.strip(), ONE
    if (named := by_name(words)) and named.name.casefold() == words.casefold():
        return _of_product(named, quantity)
    if found := TIMES.fullmatch(words):
        words = (found["what"] or found["what2"]).strip()
        quantity = quantity_of(found["n"] or found["n2"]) or ONE
    if words.startswith(("-", "−")):
        return Typed(discount=_discount(words[1:].strip(), currency, subtotal))
    if product := by_code(words):
        return _of_product(product, quantity)
    if words.isdecimal() and len(words) >= CODE:
        return Typed(unknown_code=words)
    amount = read_money(words, currency)
    if amount is not None and amount >= 0:
        return Typed(BasketLine("", amount, quantity))
    return _read_name(words, quantity, currency, by_name)


def due(lines: Sequence[BasketLine], discount: int, added: bool, rate: int) -> tuple[int, int]:  # noqa: FBT001 - as the shop has it
    """Return what lines come to, and the tax that is put on top of them."""
    totals = [line.total for line in lines]
    tax = 0
    if added:
        for line, less in zip(lines, shares(discount, totals), strict=True):
            usual = rate if line.tax_rate is None else line.tax_rate
            tax += tax_of(line.total - less, usual, added=True)
    return sum(totals) - discount + tax, tax


def merged(lines: Sequence[BasketLine], line: BasketLine) -> list[BasketLine]:
    """Return the lines with one more; the same product again is more of it."""
    for place, known in enumerate(lines):
        same = known.product_id is not None and known.product_id == line.product_id
        if same and known.unit_price == line.unit_price:
            more = replace(known, quantity=known.quantity + line.quantity)
            return [*lines[:place], more, *lines[place + 1 :]]
    return [*lines, line]


def _of_product(product: ProductRow, quantity: int) -> Typed:
    if product.price is None:
        return Typed(priceless=product)
    line = BasketLine(product.name, product.price, quantity, product.id)
    return Typed(replace(line, tax_rate=product.tax_rate))


def _read_name(words: str, quantity: int, currency: str, by_name: Find) -> Typed:
    """Read a product's name, or any words with an amount behind them."""
    found = LAST.fullmatch(words)
    amount = read_money(found["amount"], currency) if found else None
    if product := by_name(words):
        return _of_product(product, quantity)
    if found is None or amount is None or amount < 0:
        return Typed()
    name = found["what"]
    product = by_name(name)
    if product is not None and product.name.casefold() == name.casefold():
        line = BasketLine(product.name, amount, quantity, product.id)
        return Typed(replace(line, tax_rate=product.tax_rate))
    return Typed(BasketLine(name, amount, quantity, description=name))


def _discount(words: str, currency: str, subtotal: int) -> int | None:
    if words.endswith("%"):
        percent = words[:-1].strip()
        thousandths = int(percent) * 10 if percent.isdecimal() and len(percent) <= 3 else None
        return None if thousandths is None else rounded(subtotal * thousandths, ONE)
    return read_money(words, currency)
