"""Quantities and discounts in words."""

from __future__ import annotations

from ui.common.goods.basket import Off
from ui.common.kit import Kit


def quantity_words(thousandths: int, kit: Kit) -> str:
    """Return a quantity without needless zeros: '1.5'."""
    whole, part = divmod(abs(thousandths), 1000)
    sign = "−" if thousandths < 0 else ""
    tail = f".{part:03d}".rstrip("0") if part else ""
    return f"{sign}{kit.formats.number(whole)}{tail}"


def quantity_of(text: str) -> int | None:
    """Return typed text as thousandths; None if it is no positive quantity."""
    plain = text.strip().replace(",", "")
    whole, _point, part = plain.partition(".")
    if not (whole or part) or not (whole + part).isdecimal() or len(part) > 3 or len(whole) > 6:
        return None
    thousandths = int(whole or "0") * 1000 + int(part.ljust(3, "0"))
    return thousandths or None


def off_words(off: Off, currency: str, kit: Kit) -> str:
    """Return what is taken off: '−10%', '−₩5,000'."""
    if not off.part:
        return kit.formats.money(-off.amount, currency)
    whole, tenth = divmod(off.part, 10)
    return f"−{whole}.{tenth}%" if tenth else f"−{whole}%"
