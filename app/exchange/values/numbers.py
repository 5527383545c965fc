"""Numbers that are no money: exact, and never with a comma taken for something it is not."""

import re
from decimal import Decimal, InvalidOperation

_GAPS = re.compile(r"[\s_'’]+")
_FORMS = {
    decimal: re.compile(
        rf"[+-]?(?:\d{{1,3}}(?:{re.escape(other)}\d{{3}})+|\d*)"
        rf"(?:{re.escape(decimal)}\d*)?(?:[eE][+-]?\d{{1,3}})?"
    )
    for decimal, other in ((".", ","), (",", "."))
}


def read_number(text: str, decimal: str = ".") -> Decimal | None:
    """Return a number (NFKC) whose decimals stand behind `decimal`, None for what is none."""
    plain = _GAPS.sub("", text)
    if not _FORMS[decimal].fullmatch(plain):
        return None
    try:
        return Decimal(plain.replace("," if decimal == "." else ".", "").replace(decimal, "."))
    except InvalidOperation:  # no digit at all
        return None
