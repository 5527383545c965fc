"""The ways a date is written, taken apart before anybody says which number is the month."""

import datetime
import math
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from app.exchange.table import Cell
from app.exchange.values.texts import says_nothing, text_of


class Written(NamedTuple):
    """A date as far as one cell tells it.

    `form` and what `numbers` then hold:
    ymd (year, month, day) · packed (the same, six digits together) · md (month, day) · y (year) ·
    short (three of two digits) · last (two, year) · two (two) ·
    digits (one number of three to five digits) · serial (days as a spreadsheet counts them) ·
    blank · odd (no date).
    A year below 100 lacks its century. `dotted` says '.' stood between the numbers.
    """

    form: str
    numbers: tuple[int, ...] = ()
    lunar: bool = False
    dotted: bool = False
    leap: bool = False  # in a leap month of the lunar calendar


BLANK, ODD = Written("blank"), Written("odd")

_MONTHS = """
jan january januar janvier enero gennaio janeiro styczeń stycznia januari ene gen sty янв января
feb february februar février febrero febbraio fevereiro luty lutego fev fév lut фев февраля
mar march märz mars marzo março marzec marca mär mrz мар марта
apr april avril abril aprile kwiecień kwietnia abr avr kwi апр апреля
may mai mayo maggio maio maj maja mag мая май
jun june juni juin junio giugno junho czerwiec czerwca giu cze июн июня
jul july juli juillet julio luglio julho lipiec lipca lug lip июл июля
aug august août agosto sierpień sierpnia ago aoû sie авг августа
sep september septembre septiembre settembre setembro wrzesień września sept set wrz сен сентября
oct october oktober octobre octubre ottobre outubro październik października okt ott out paź окт октября
nov november novembre noviembre novembro listopad listopada lis ноя ноября
dec december dezember décembre diciembre dicembre dezembro grudzień grudnia dez dic déc gru дек декабря
"""  # noqa: E501 - one month a line
_MONTH = {
    word: number
    for number, line in enumerate(_MONTHS.strip().splitlines(), start=1)
    for word in line.split()
}

_LUNAR = re.compile(
    r"\(?(?:음력|陰曆|农历|農曆|lunar)\)?|\(음\)|^음\.?(?=[\s\d])|(?<=[\s\d.])음$", re.I
)
_LEAP = re.compile(r"\(?(?:윤달?|閏月?|leap month)\.?(?=[\s\d)(]|$)\)?", re.I)
_SOLAR = re.compile(r"\(?(?:양력|solar)\)?|\(양\)|^양\.?(?=[\s\d])|(?<=[\s\d.])양$", re.I)
_TIME = re.compile(
    r"(?:T|[\s,]+)(?:오전|오후|[ap]m)?\s*\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?"
    r"\s*(?:[ap]\.?m\.?|오전|오후)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
    r"|\s+(?:오전|오후)?\s*\d{1,2}시(?:\s*\d{1,2}분)?(?:\s*\d{1,2}초)?$",
    re.I,
)
_BESIDE = re.compile(
    r"\(?[월화수목금토일]요일\)?|\([월화수목금토일月火水木金土日]\)|\s*(?:생일|출생|생)$"
    r"|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+",
    re.I,
)
_ISO = re.compile(r"([12]\d{3})[-./](\d{2})[-./](\d{2})", re.A)
_NOUGHT = re.compile(r"[0\s./:년월일-]+")
_DIGITS = re.compile(r"\d{3,8}")
_SERIAL = re.compile(r"(\d{5})\.\d+")
_LONGEST = 100  # letters; no date is longer, and _TIME takes its time over what is


def _ints(found: re.Match[str], *, form: str, dotted: bool = False) -> Written:
    numbers = tuple(int(group) for group in found.groups() if group is not None)
    return Written(form, numbers, dotted=dotted)


def _year_first(found: re.Match[str]) -> Written:
    return _ints(found, form="ymd")


def _month_day(found: re.Match[str]) -> Written:
    return _ints(found, form="md")


def _year_last(found: re.Match[str]) -> Written:
    return _ints(found, form="last", dotted="." in found[0])


def _short(found: re.Match[str]) -> Written:
    return _ints(found, form="short", dotted="." in found[0])


def _two(found: re.Match[str]) -> Written:
    return _ints(found, form="two", dotted="." in found[0])


def _year(found: re.Match[str]) -> Written:
    return _ints(found, form="y")


def _worded(found: re.Match[str]) -> Written:
    """Read a date whose month is a word, in the order of the pattern's named groups."""
    month = _MONTH.get(found["month"].casefold())
    if month is None:
        return ODD
    day = int(found["day"])
    if found["year"] is None:
        return Written("md", (month, day))
    return Written("ymd", (int(found["year"]), month, day))


def _resident(found: re.Match[str]) -> Written:
    """Read the birthday a resident number begins with; its seventh digit tells the century."""
    year, month, day, century = (int(group) for group in found.groups())
    return Written("ymd", ((1900 if century in (1, 2, 5, 6) else 2000) + year, month, day))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Written]], ...] = (
    (
        re.compile(r"(\d{4})\s*[-./년年]\s*(\d{1,2})\s*[-./월月]\s*(\d{1,2})\s*[.일日]?"),
        _year_first,
    ),
    (re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{4})"), _year_last),
    (re.compile(r"(\d{2})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일?"), _year_first),
    (re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\.?"), _short),
    (re.compile(r"(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]?"), _month_day),
    (re.compile(r"--(\d{2})-(\d{2})"), _month_day),
    (re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\.?"), _two),
    (re.compile(r"(\d{4}|\d{2})\s*[년年]"), _year),
    (re.compile(r"(\d{2})(\d{2})(\d{2})\s?-\s?([1-8])[\d*●]{0,6}"), _resident),
    (
        re.compile(
            r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[.\s/-]*(?:de\s+)?(?P<month>[^\W\d_]+)"
            r"(?:[.,\s/-]+(?:del?\s+)?(?P<year>\d{4}|\d{2}))?",
            re.I,
        ),
        _worded,
    ),
    (
        re.compile(
            r"(?P<month>[^\W\d_]+)\.?[\s/-]*(?P<day>\d{1,2})(?:st|nd|rd|th)?"
            r"(?:[,\s/-]+(?P<year>\d{4}|\d{2}))?",
            re.I,
        ),
        _worded,
    ),
    (re.compile(r"(?P<year>\d{4})[\s/-]+(?P<month>[^\W\d_]+)\.?[\s/-]+(?P<day>\d{1,2})"), _worded),
)


def taken_apart(cell: Cell) -> Written:
    """Return a cell's date as far as the cell alone tells it."""
    if isinstance(cell, datetime.date):  # also a datetime: its day, whatever its hour
        return Written("ymd", (cell.year, cell.month, cell.day))
    if isinstance(cell, bool | datetime.time):
        return ODD
    if isinstance(cell, float) and not cell.is_integer():
        # 46302.65 is a day and an hour; 5.3 may have been 5.30 before it became a number
        return Written("serial", (int(cell),)) if 10_000 <= cell < math.inf else ODD
    return _text_taken_apart(text_of(cell))


def _text_taken_apart(text: str) -> Written:
    if iso := _ISO.fullmatch(text):
        return _ints(iso, form="ymd")
    text = unicodedata.normalize("NFKC", text).strip()
    if says_nothing(text) or _NOUGHT.fullmatch(text):
        return BLANK
    text, leap = _LEAP.subn("", text)
    text, lunar = _LUNAR.subn("", text)
    if not lunar and not leap:
        text = _SOLAR.sub("", text)
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return ODD._replace(lunar=bool(lunar or leap), leap=bool(leap))
    text = _BESIDE.sub("", _TIME.sub("", text)).strip(" ,")
    return _plain(text)._replace(lunar=bool(lunar or leap), leap=bool(leap))


def _plain(text: str) -> Written:
    if _DIGITS.fullmatch(text):
        return _together(text)
    if serial := _SERIAL.fullmatch(text):
        return _ints(serial, form="serial")
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(text):
            return read(found)
    return ODD


def _together(text: str) -> Written:
    """Read digits without anything between them: 19900503, 900503, 0503, 1990."""
    if len(text) == 8 and 1850 <= int(text[:4]) <= 2150:
        return Written("ymd", (int(text[:4]), int(text[4:6]), int(text[6:])))
    if len(text) == 8:
        return Written("last", (int(text[:2]), int(text[2:4]), int(text[4:])))
    if len(text) == 6:
        return Written("packed", (int(text[:2]), int(text[2:4]), int(text[4:])))
    if len(text) == 4 and text[0] == "0":
        return Written("md", (int(text[:2]), int(text[2:])))
    return Written("digits", (int(text),)) if len(text) < 6 else ODD
