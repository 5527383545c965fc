"""What somebody types at the till, read as they mean it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.amounts import ONE
from app.shapes.products import ProductRow
from ui.common.goods.basket import BasketLine, Off
from ui.common.goods.words import quantity_of
from ui.common.widgets.money_field import read_money

TIMES = re.compile(  # an x before a Latin letter is a part of a name, as in 2XL
    r"(?P<n>\d+(?:\.\d+)?)\s*(?:[*×]|[xX](?![A-Za-z]))\s*(?P<what>.+)"
    r"|(?P<what2>.+?)\s*[*×]\s*(?P<n2>\d+(?:\.\d+)?)"
)
LAST = re.compile(r"(?P<what>.*\S)\s+(?P<amount>\S+)")
LESS = re.compile(r"(?P<what>.*\S)\s+[-−]\s*(?P<off>\d\S*(?:\s*%)?)")
PART = re.compile(r"(?P<whole>\d{1,6})(?:\.(?P<tenth>\d))?\s*[%％]")
FEW, CHEAP = 2, 20  # digits of a number of pieces; parts of a price that are none
CODE = 8  # digits from which a bare number is a bar code and no amount
Find = Callable[[str], ProductRow | None]


@dataclass(frozen=True, slots=True)
class Typed:
    """What typed text is; all empty: nothing that is known.

    `off` is for the line, or what is in the basket as `named`, or else for the whole.
    `too_much` is a part above 100 %, `negative` is less than nothing.
    """

    line: BasketLine | None = None
    off: Off | None = None
    named: str = ""
    priceless: ProductRow | None = None
    unknown_code: str = ""
    too_much: bool = False
    negative: bool = False


def read_typed(text: str, currency: str, by_code: Find, by_name: Find) -> Typed:
    """Return what is typed: '장미 꽃다발', '3*장미', '35000', '포장 5000', '장미 -10%', a code."""
    words, quantity = text.strip(), ONE
    if (named := by_name(words)) and named.name.casefold() == words.casefold():
        return _of_product(named, quantity)
    if words.startswith(("-", "−")):
        off = _read_off(words[1:].strip(), currency)
        return Typed(negative=True) if off == Typed() else off
    if (less := LESS.fullmatch(words)) and (off := _read_off(less["off"], currency)) != Typed():
        of = read_typed(less["what"], currency, by_code, by_name)
        return replace(off, named=less["what"]) if of == Typed() else _less(of, off)
    if found := TIMES.fullmatch(words):
        words = (found["what"] or found["what2"]).strip()
        quantity = quantity_of(found["n"] or found["n2"]) or ONE
    if (product := by_code(words)) or (words.isdecimal() and len(words) >= CODE):
        return _of_product(product, quantity) if product else Typed(unknown_code=words)
    amount = read_money(words, currency)
    if amount is not None:
        return Typed(BasketLine("", amount, quantity)) if amount >= 0 else Typed(negative=True)
    return _read_name(words, quantity, currency, by_name)


def read_code(code: str, by_code: Find) -> Typed:
    """Return what has a code that was scanned."""
    product = by_code(code)
    return Typed(unknown_code=code) if product is None else _of_product(product, ONE)


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
    if found and (many := _pieces(found["amount"], amount, by_name(found["what"]))):
        return many
    if found is None or amount is None:
        return Typed()
    if amount < 0:
        return Typed(negative=True)
    name = found["what"]
    product = by_name(name)
    if product is not None and product.name.casefold() == name.casefold():
        line = BasketLine(product.name, amount, quantity, product.id)
        return Typed(replace(line, tax_rate=product.tax_rate))
    return Typed(BasketLine(name, amount, quantity, description=name))


def _pieces(words: str, amount: int | None, product: ProductRow | None) -> Typed | None:
    """Return so many of a product, where that number is far too little money for one."""
    few = words.isdecimal() and len(words) <= FEW and int(words) > 0
    if not few or product is None or amount is None or amount * CHEAP > (product.price or 0):
        return None
    return _of_product(product, int(words) * ONE)


def _less(found: Typed, off: Typed) -> Typed:
    """Return what was found with something taken off it."""
    if found.line is None:
        return found
    gross = found.line.total
    if off.off is None or off.off.amount > gross:
        return Typed(too_much=True)
    return replace(found, line=replace(found.line, off=off.off), off=off.off)


def _read_off(words: str, currency: str) -> Typed:
    """Read '10%', '12.5 %' or an amount."""
    if part := PART.fullmatch(words):
        thousandths = int(part["whole"]) * 10 + int(part["tenth"] or 0)
        return Typed(too_much=True) if thousandths > ONE else Typed(off=Off(part=thousandths))
    amount = read_money(words, currency)
    return Typed() if amount is None or amount < 0 else Typed(off=Off(amount))
