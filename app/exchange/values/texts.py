"""A cell as clean text, and what must not stay in it."""

import datetime
import re

from app.exchange.table import Cell
from db.keys import clean

# '900503-1234567': a resident number of Korea, or of a foreigner living there.
_RESIDENT = re.compile(r"(?<![\d-])(\d{6}\s?-\s?[1-8])\d{6}(?![\d-])")
_PLAIN = re.compile(r"[ -~가-힣]*")  # what db.keys.clean only strips, known without asking it
_CHECK = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)  # weights of its last digit (until October 2020)
_NOTHING = frozenset(
    ("-", "--", "---", "–", "—", ".", "x", "n/a", "na", "#n/a", "none", "null", "nil", "unknown")
) | frozenset(("없음", "(없음)", "없슴", "무", "모름", "미상", "미입력", "해당없음"))


def text_of(cell: Cell) -> str:
    """Return a cell of a foreign file as clean text, '' for a blank one.

    Whole numbers lose their '.0'; dates and times are ISO. One apostrophe before a digit or
    = + - @ goes: other programs put it there against spreadsheets.
    """
    if type(cell) is str:
        text = cell.strip() if _PLAIN.fullmatch(cell) else clean(cell)
        if text[:1] == "'" and (text[1:2] in ("=", "+", "-", "@") or text[1:2].isdigit()):
            return text[1:]
        return text
    return "" if cell is None else _spelled(cell)


def own_text_of(cell: Cell) -> str:
    """Return a cell of a file Dangol wrote without escaping, exactly as it was."""
    if type(cell) is str:
        return clean(cell)
    return "" if cell is None else _spelled(cell)


def _spelled(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e21 else format(cell, ".15g")
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ", "seconds" if cell.second else "minutes")
    if isinstance(cell, datetime.time):
        return cell.isoformat("seconds" if cell.second else "minutes")
    return str(cell).upper() if isinstance(cell, bool) else str(cell)


def says_nothing(text: str) -> bool:
    """Tell whether a text stands for an empty cell: '', '-', '없음', 'N/A' and the like."""
    return not text or (len(text) <= 7 and text.casefold() in _NOTHING)


def is_resident_number(text: str) -> bool:
    """Tell whether a whole cell is a resident number: hyphenated, or by its check digit."""
    if _RESIDENT.fullmatch(text):
        return True
    if len(text) != 13 or not (text.isascii() and text.isdigit()) or text[6] not in "12345678":
        return False
    if not ("01" <= text[2:4] <= "12" and "01" <= text[4:6] <= "31"):
        return False
    weighed = sum(int(digit) * weight for digit, weight in zip(text, _CHECK, strict=False))
    return (11 - weighed % 11) % 10 == int(text[12])


def without_resident_numbers(text: str) -> str:
    """Return `text` with the last six digits of every resident number starred out."""
    return _RESIDENT.sub(r"\1******", text) if "-" in text else text
