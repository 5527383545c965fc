"""How a sale was paid, in one cell of our own file: '카드 50,000 + 현금 20,000', or '카드'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.amounts import MOST_MONEY
from app.exchange.sales_status import own_words
from app.exchange.values.money import as_text, from_text
from app.words import kind_words
from db.kinds import METHODS

Payments = tuple[tuple[str, int], ...]
AND = " + "
_PART = re.compile(r"(?P<method>.+?) (?P<amount>-?[\d,]+(?:\.\d+)?)", re.A)


def paid_words(payments: Sequence[tuple[str, int]], currency: str, language: str) -> str:
    """Return the payments in words; the amount of a single one stands in a column of its own."""
    names = [kind_words("payment", method, language) for method, _amount in payments]
    if len(payments) < 2:
        return "".join(names)
    amounts = [_grouped(as_text(amount, currency)) for _method, amount in payments]
    return AND.join(f"{name} {amount}" for name, amount in zip(names, amounts, strict=True))


def payments_of(text: str, currency: str) -> Payments:
    """Take back `paid_words`; () for one payment alone, and for what is written otherwise."""
    found = []
    for part in text.split(AND):
        told = _PART.fullmatch(part.strip())
        method = method_of(told["method"]) if told else ""
        amount = from_text(told["amount"].replace(",", ""), currency) if told else None
        if not method or not amount or abs(amount) > MOST_MONEY:
            return ()
        found.append((method, amount))
    return tuple(found)


def method_of(text: str) -> str:
    """Return the first way of paying that a cell of our own file names; '' for none."""
    first = re.split(r",|\+", text, maxsplit=1)[0].strip()
    told = _PART.fullmatch(first)
    return own_words("payment", METHODS).get(told["method"] if told else first, "")


def _grouped(text: str) -> str:
    whole, point, part = text.partition(".")
    return f"{int(whole):,}{point}{part}" if whole.lstrip("-") not in ("0", "") else text
