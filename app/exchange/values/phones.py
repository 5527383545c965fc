"""Phone numbers of a cell: shown as their country writes them, never with a digit invented."""

import re
import unicodedata
from typing import NamedTuple

from app.exchange.table import Cell
from app.exchange.values.texts import says_nothing, text_of
from db.keys import phone_display
from db.points import point_key

# Digits of any country have at least this many; what is shorter is an extension or a house number.
_SHORTEST = 7
_BETWEEN = re.compile(r"\s*(?::::|[;,/|\n]|\s-\s(?=\+|0\d)|\s+or\s+|\s+또는\s+)\s*")
_GAP = re.compile(r"[^\S\n]{2,}")  # _BETWEEN takes the cube of its length
_EXPONENT = re.compile(r"[+-]?\d+(?:\.\d+)?E\+?\d+", re.I)
_DIGITS = re.compile(r"\d+")
_MOBILE = re.compile(r"01[016-9]\d{7,8}")
_ZERO_LOST = re.compile(r"10[\s-]?\d{4}[\s-]?\d{4}|[1-9]\d{8,9}")
# As nine in ten are written in Korea; the same as db.keys makes of them, without the detours.
_HYPHENED = re.compile(r"0(?:(?:2|3[1-3]|4[1-4]|5[1-5]|6[0-4])-\d{3,4}|70-\d{4})-\d{4}", re.A)
_PLAIN = re.compile(r"(010)[- .]?(\d{4})[- .]?(\d{4})|(01[16-9])[- .]?(\d{3,4})[- .]?(\d{4})", re.A)
_LINES = re.compile(r"(?<=\d{4})\s?/\s?(?=\d{1,2}$)")  # 02-123-4567/8: two lines of one office


class Phone(NamedTuple):
    """One number: `shown` is what people see, `key` what matches ('' for nothing).

    `problem` is '' or why somebody should look at it again.
    """

    shown: str
    key: str
    problem: str = ""


def read_phones(cell: Cell, country: str) -> tuple[Phone, ...]:
    """Return the numbers in a cell of a foreign file, in order; () for a blank one.

    Problems: phone_zero_added (a spreadsheet took the first 0; it is back), phone_digits_lost
    (8.21012E+11: the number is gone, the text stays), phone_odd (no number anybody can dial).
    """
    if type(cell) is str and country == "KR":
        if plain := _PLAIN.fullmatch(cell):
            network, middle, last = plain.groups()[:3] if plain[1] else plain.groups()[3:]
            return (Phone(f"{network}-{middle}-{last}", network + middle + last),)
        if _HYPHENED.fullmatch(cell):
            return (Phone(cell, cell.replace("-", "")),)
    text = unicodedata.normalize("NFKC", _digits_of(cell)).strip()
    if says_nothing(text):
        return ()
    return tuple(_phone(part, country) for part in _parts(text))


def _digits_of(cell: Cell) -> str:
    """Return a cell as text; a number of twelve digits that ends in zeros has lost the rest."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        whole = text_of(cell)
        if len(whole) >= 12 and (whole.endswith("000000") or len(whole) > 15):
            return f"{cell:.5E}"
        return whole
    return text_of(cell)


def _parts(text: str) -> list[str]:
    """Split several numbers in one cell; a text that is not all numbers stays whole."""
    parts = [part for part in _BETWEEN.split(_GAP.sub(" ", text)) if part]
    if len(parts) > 1 and all(_count_digits(part) >= _SHORTEST for part in parts):
        return parts
    return [text]


def _count_digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _phone(text: str, country: str) -> Phone:
    if _EXPONENT.fullmatch(text):
        return Phone(text, "", "phone_digits_lost")
    shown = phone_display(_LINES.sub("~", text), country)  # db.keys takes '/' for a hyphen
    key = point_key("phone", None, shown, country)
    if country == "KR" and shown[:1] == "0" and _ZERO_LOST.fullmatch(text):
        return Phone(shown, key, "phone_zero_added")
    return Phone(shown, key, "" if key or _may_lack_key(shown) else "phone_odd")


def _may_lack_key(text: str) -> bool:
    """Tell whether a number without a key is nothing to worry about: relayed or starred out."""
    return "*" in text or "●" in text or "".join(_DIGITS.findall(text)).startswith("050")


def is_mobile(key: str) -> bool:
    """Tell whether a match key is a mobile number of Korea."""
    return bool(_MOBILE.fullmatch(key))
