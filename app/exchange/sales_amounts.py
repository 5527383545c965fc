"""The arithmetic of a sale read from a file: whatever it says, lines − discount + tax = total.

Whole numbers throughout: minor units, and thousandths of a piece; halves are rounded away from
nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

PIECE = 1000  # thousandths
_INSIDE, _ADDED = False, True


def rounded(numerator: int, denominator: int) -> int:
    """Return a quotient rounded to a whole number, halves away from nought."""
    size = (2 * abs(numerator) + abs(denominator)) // (2 * abs(denominator))
    return -size if (numerator < 0) != (denominator < 0) else size


class LineAmounts(NamedTuple):
    """Of one line: total = quantity × unit price − discount. `known`: the file said an amount."""

    quantity: int
    unit_price: int
    discount: int
    total: int
    known: bool = True


def line_amounts(
    quantity: int | None,
    price: int | None,
    total: int | None,
    discount: int | None = None,
    *,
    gross: bool = False,
) -> LineAmounts:
    """Return the amounts of a line from what of them a file tells.

    A `gross` total is the one before the discount. What is given back is negative, whether the
    file says so with the quantity, the price or the total.
    """
    quantity = PIECE if quantity is None else quantity
    if total is None and price is None:
        return LineAmounts(quantity, 0, 0, 0, known=False)
    if price is not None and price < 0:
        quantity, price = -abs(quantity), -price
    if quantity < 0 and total is not None and total > 0:
        total = -total
    if total is not None and total < 0 < quantity:
        quantity = -quantity
    taken = abs(discount or 0) if quantity >= 0 else -abs(discount or 0)
    if price is None:
        before = (total or 0) + taken * (not gross)
        price = rounded(before * PIECE, quantity) if quantity else 0
    value = rounded(quantity * price, PIECE)
    if total is None:
        total = value - taken
    elif taken and (gross or total == value):
        total -= taken
    return LineAmounts(quantity, price, value - total, total)


class SaleAmounts(NamedTuple):
    """Of a whole sale: its total is lines + shipping + other − discount (+ tax, if added).

    `other` is what the file's total has more than anything it names explains.
    """

    discount: int
    shipping: int
    other: int
    tax_added: bool


def sale_amounts(
    lines: int,
    *,
    total: int | None,
    discount: int = 0,
    shipping: int = 0,
    tax: int = 0,
    tax_added: bool = False,
) -> SaleAmounts:
    """Return how the parts of a sale make up its total; `lines` is the sum of its lines.

    Whether the total includes the delivery, the discount and the tax is found by adding up; what
    cannot be explained becomes a discount or an amount of its own. `tax_added` decides where the
    file has no total.
    """
    if total is None:
        return SaleAmounts(discount, shipping, 0, bool(tax) and tax_added)
    for less, more, added in (
        (discount, shipping, _INSIDE), (discount, shipping, _ADDED),
        (discount, 0, _INSIDE), (discount, 0, _ADDED),
        (0, shipping, _INSIDE), (0, shipping, _ADDED), (0, 0, _INSIDE), (0, 0, _ADDED),
    ):  # fmt: skip
        if lines + more - less + (tax if added else 0) == total:
            return SaleAmounts(less, more, 0, bool(tax) and added)
    added = bool(tax) and tax_added
    missing = total - (lines + shipping - discount + (tax if added else 0))
    if missing < 0 <= total:
        return SaleAmounts(discount - missing, shipping, 0, added)
    return SaleAmounts(discount, shipping, missing, added)


def tax_inside(total: int, rate: int) -> int:
    """Return the tax within an amount; `rate` is in thousandths of the price before tax."""
    return rounded(total * rate, PIECE + rate)


def shared_out(amount: int, parts: Sequence[int]) -> list[int]:
    """Share an amount out over parts by their size; the shares add up to it exactly."""
    whole = sum(parts)
    if not parts:
        return []
    if not whole:
        return [amount, *[0] * (len(parts) - 1)]
    shares, given, seen = [], 0, 0
    for part in parts:
        seen += part
        share = rounded(amount * seen, whole) - given
        given += share
        shares.append(share)
    return shares
