"""A row's birthday out of one column or three, and the calendar it is counted by."""

from collections.abc import Sequence

from app.exchange.columns import Column, Day, Reading
from app.exchange.matches import Mapping
from app.exchange.remarks import Remarks, merged
from app.exchange.table import Cell
from app.exchange.values.dates import DateOrder

Rows = Sequence[Sequence[Cell]]
_PARTS = ("birthday.year", "birthday.month", "birthday.day")


class Birthdays:
    """Reads birthday and birthday_calendar of a table's rows."""

    def __init__(
        self, reading: Reading, mapping: Mapping, problems: list[tuple[str, str]]
    ) -> None:  # fmt: skip
        self._reading = reading
        self._days: list[Column[Day | None]] = []
        self._parts: dict[str, list[Column[str | None]]] = {part: [] for part in _PARTS}
        self._calendar = []
        for match in mapping.columns:
            if match.target == "birthday":
                self._days.append(reading.column(match, reading.day(match, problems)))
            elif match.target in _PARTS:
                self._parts[match.target].append(reading.column(match, reading.optional))
            elif match.target == "birthday_calendar":
                read = reading.choice("calendar", "calendar_unclear")
                self._calendar.append(reading.column(match, read))

    def read(self, rows: Rows, remarks: Remarks) -> tuple[list[str | None], list[str | None]]:
        """Return the birthdays and their calendars; a birthday without a calendar is solar."""
        days: list[Day | None] = merged(self._days, rows, remarks)
        if any(self._parts.values()):
            days = [
                day or joined
                for day, joined in zip(days, self._joined(rows, remarks), strict=True)
            ]  # fmt: skip
        calendars: list[str | None] = merged(self._calendar, rows, remarks)
        birthdays: list[str | None] = [None] * len(rows)
        for place, day in enumerate(days):
            if day is None:
                calendars[place] = None
                continue
            birthdays[place], calendar = day
            calendars[place] = _stricter(calendar, calendars[place])
        return birthdays, calendars

    def _joined(self, rows: Rows, remarks: Remarks) -> list[Day | None]:
        """Return birthdays whose year, month and day stand in columns of their own."""
        parts = [merged(self._parts[part], rows, remarks) for part in _PARTS]
        reader = self._reading.dates(DateOrder(), partial=True)
        joined: list[Day | None] = []
        for place, texts in enumerate(zip(*parts, strict=True)):
            year, month, day = (_digits(text) for text in texts)
            text = f"--{month:>02}-{day:>02}" if month and day and not year else ""
            text = text or "-".join(number for number in (year, month, day) if number)
            found = reader.read(text)
            joined.append((found.iso, found.calendar) if found and found.iso else None)
            if found is None:
                self._keep(place, texts, remarks)
        return joined

    def _keep(self, place: int, texts: tuple[str | None, ...], remarks: Remarks) -> None:
        for part, text in zip(_PARTS, texts, strict=True):
            if text and text.strip("0"):
                match = self._parts[part][0].match
                remarks.problems[place].append((match.header, "not_a_date"))
                remarks.keep(place, match, text)


def _stricter(written: str, told: str | None) -> str:
    """Return the calendar of a birthday, from the date itself and from the column beside it."""
    if written == "solar":
        return told or written
    return "lunar_leap" if "lunar_leap" in (written, told) else written


def _digits(text: str | None) -> str:
    """Return the number in '1990년' or '5'; '' for none and for 0."""
    return "".join(filter(str.isdigit, text or "")).lstrip("0")
