"""Days of vCards, which every program writes another way, some by the moon."""

import re
from datetime import date

from app.exchange.cards import CardDay
from app.exchange.vcard_lines import Property

_WRITTEN = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"|--(?P<month_only>\d{2})-?(?P<day_only>\d{2})?"
    r"|(?P<year_only>\d{4})(?:-(?P<month_of>\d{2}))?",
    re.ASCII,
)
_TIME = re.compile(r"[T ]\d{2}.*", re.ASCII)
_BY_THE_MOON = re.compile(r"음(?:력)?|\((?:음|음력)\)|lunar", re.IGNORECASE)
_LEAP = re.compile(r"윤(?:달)?|leap", re.IGNORECASE)
_MOONS = ("lunar", "chinese", "korean", "dangi", "음력")
# An iPhone tells the year of the moon by a cycle of sixty: cycle 78 began in 1984.
_CYCLE = re.compile(r"(\d{4})(\d{4})(\d{2})(\d{2})(L?)", re.ASCII)
_CYCLE_78 = 1984


def day_of(found: Property, text: str) -> CardDay | None:
    """Return the day of a BDAY, an anniversary or any X- property; None for a blank one.

    A text that is no date comes back as it is, to be looked at by somebody.
    """
    if not text:
        return None
    scales = [found.param(name).casefold() for name in ("CALSCALE", "X-CALENDAR", "CALENDAR")]
    lunar = any(scale in _MOONS for scale in scales) or "lunar" in found.types
    lunar = lunar or "LUNAR" in found.name
    leap = found.param("LEAP") == "1"
    if lunar and (cycle := _CYCLE.fullmatch(text)):
        return _of_cycle(cycle)
    if scales[0] and not lunar and scales[0] != "gregorian":
        return CardDay(f"{text} ({scales[0]})")
    bare = text
    if _BY_THE_MOON.search(bare):
        lunar, leap = True, leap or bool(_LEAP.search(bare))
        bare = _LEAP.sub("", _BY_THE_MOON.sub("", bare)).strip(" ().")
    iso = _iso(_TIME.sub("", bare), found, lunar=lunar)
    return CardDay(iso or text, lunar=lunar and bool(iso), leap=leap and lunar and bool(iso))


def _of_cycle(cycle: re.Match[str]) -> CardDay:
    era, year, month, day = (int(part) for part in cycle.groups()[:4])
    solar = _CYCLE_78 + (era - 78) * 60 + year - 1
    known = 1900 <= solar <= 2100
    text = f"{solar:04}-{month:02}-{day:02}" if known else f"--{month:02}-{day:02}"
    return CardDay(text, lunar=True, leap=bool(cycle[5]))


def _iso(text: str, found: Property, *, lunar: bool) -> str:
    """Return a date as Dangol keeps it, '' for what is none."""
    read = _WRITTEN.fullmatch(text.replace("/", "-").replace(".", "-").strip("- ") if
                              not text.startswith("-") else text.strip())  # fmt: skip
    if read is None:
        return ""
    year = read["year"] or read["year_only"] or ""
    month = read["month"] or read["month_only"] or read["month_of"] or ""
    day = read["day"] or read["day_only"] or ""
    if year and year in (found.param("X-APPLE-OMIT-YEAR"), "0000", "1604"):
        year = ""
    if not _is_day(int(year or 2000), int(month or 1), int(day or 1), lunar=lunar):
        return ""
    parts = [year or "-", *(part for part in (month, day) if part)]
    return "-".join(parts) if year or month else ""


def _is_day(year: int, month: int, day: int, *, lunar: bool) -> bool:
    if lunar:
        return 1 <= month <= 12 and 1 <= day <= 30
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
