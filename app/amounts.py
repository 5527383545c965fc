"""Money and quantities of sales, in whole numbers; halves are rounded away from zero.

Money is in minor units of a currency, quantities and rates are in thousandths.
"""

from __future__ import annotations

from collections.abc import Sequence

ONE = 1000
MOST_MONEY = 10**12  # so that the sum of a million sales is still a whole number of 63 bits
MOST_QUANTITY = 10**9


def rounded(part: int, whole: int) -> int:
    """Return part / whole as the nearest whole number, halves away from zero; whole > 0."""
    result = (2 * abs(part) + whole) // (2 * whole)
    return -result if part < 0 else result


def line_total(quantity: int, unit_price: int, discount: int = 0) -> int:
    """Return what a line comes to."""
    return rounded(quantity * unit_price, ONE) - discount


def tax_of(amount: int, rate: int, *, added: bool) -> int:
    """Return the tax on top of an amount, or the part of it that is tax."""
    return rounded(amount * rate, ONE if added else ONE + rate)


def shares(whole: int, parts: Sequence[int]) -> list[int]:
    """Divide `whole` over parts in proportion, to the last unit.

    What rounding down leaves goes one each to the largest remainders, the first of equal ones
    first (Hare's method). Where all parts are 0 the first one takes everything. No part may be
    negative.
    """
    total = sum(parts)
    if total == 0:
        return [whole, *[0] * (len(parts) - 1)] if parts else []
    sign = -1 if whole < 0 else 1
    floors = [abs(whole) * part // total for part in parts]
    left = abs(whole) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda i: (-(abs(whole) * parts[i] % total), i))
    for i in by_remainder[:left]:
        floors[i] += 1
    return [sign * share for share in floors]


def portion(amount: int, done: int, more: int, whole: int) -> int:
    """Return the part of an amount that goes with `more` of `whole`, after `done` of it.

    Whatever the portions, together they are the amount to the last unit.
    """
    return rounded(amount * (done + more), whole) - rounded(amount * done, whole)
