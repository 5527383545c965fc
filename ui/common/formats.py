"""Dates, times, money and numbers as the language in use writes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

from app.clock import Clock, stamp
from app.day_words import SHORT
from app.money import money, short_money


class Spoken(Protocol):
    """A language: 'ko' or 'en'."""

    code: str


@dataclass(slots=True)
class Tongue:
    """A language that is not the window's."""

    code: str


class Formats:
    """Short forms by design: the year only when it is not this one, times of today as a time."""

    def __init__(self, language: Spoken, now: Clock, zone: tzinfo | None = None) -> None:
        """`zone` is the time zone to show moments in; by default this PC's."""
        self._language = language
        self._now = now
        self._zone = zone

    def spoken(self, code: str) -> "Formats":
        """Return these formats in that language, whatever the window speaks: for paper."""
        return Formats(Tongue(code), self._now, self._zone)

    @property
    def korean(self) -> bool:
        """Whether Korean is spoken now."""
        return self._language.code == "ko"

    def today(self) -> date:
        """Return the date on the wall."""
        return self._now().astimezone(self._zone).date()

    def stamp(self) -> str:
        """Return this moment as it is kept: UTC, ISO 8601."""
        return stamp(self._now())

    def hour(self) -> int:
        """Return the hour on the wall."""
        return self._now().astimezone(self._zone).hour

    def day(self, text: str) -> str:
        """Return a date given as YYYY-MM-DD: 'May 9', 'Today'; odd ones as they are."""
        try:
            return self._day(date.fromisoformat(text[:10]))
        except ValueError:
            return text

    def short_day(self, text: str) -> str:
        """Return a date given as YYYY-MM-DD in little room: 'May 9', in other years 'Dec ’25'."""
        today = self.today()
        if text[:4] == str(today.year) or text[:10] == str(today - timedelta(days=1)):
            return self.day(text)
        year, month = text[2:4], int(text[5:7])
        return f"{year}년 {month}월" if self.korean else f"{SHORT[month - 1]} ’{year}"

    def whole_day(self, text: str) -> str:
        """Return a date given as YYYY-MM-DD with its year."""
        return self.birthday(text[:10])

    def moment(self, text: str) -> str:
        """Return a moment given in UTC, ISO 8601: a time if it is today, else its day."""
        moment = datetime.fromisoformat(text).astimezone(self._zone)
        if moment.date() != self.today():
            return self._day(moment.date())
        return self.time_of(text)

    def time_of(self, text: str) -> str:
        """Return the time on the wall of a moment given in UTC, ISO 8601: '9:20 AM'."""
        return self.clock(f"{datetime.fromisoformat(text).astimezone(self._zone):%H:%M}")

    def clock(self, text: str) -> str:
        """Return a time given as HH:MM of the clock on the wall: '9:20 AM'."""
        hour, minute = int(text[:2]), text[3:5]
        shown = f"{(hour + 11) % 12 + 1}:{minute}"
        if self.korean:
            return f"{'오전' if hour < 12 else '오후'} {shown}"
        return f"{shown} {'AM' if hour < 12 else 'PM'}"

    def exact(self, text: str) -> str:
        """Return day and time of a moment given in UTC, ISO 8601: 'May 9, 9:20 AM'."""
        day, time = self.day_of(text), self.time_of(text)
        return f"{day} {time}" if self.korean else f"{day}, {time}"

    def moment_of(self, seconds: float) -> str:
        """Return a moment given in seconds since 1970, as file systems do."""
        return self.moment(datetime.fromtimestamp(seconds, UTC).isoformat())

    def day_of(self, text: str) -> str:
        """Return the day of a moment given in UTC, ISO 8601."""
        return self._day(datetime.fromisoformat(text).astimezone(self._zone).date())

    def whole_day_of(self, text: str) -> str:
        """Return the day of a moment given in UTC, ISO 8601, with its year: for paper."""
        return self.birthday(datetime.fromisoformat(text).astimezone(self._zone).date().isoformat())

    def month(self, text: str) -> str:
        """Return month and year of a date or moment: 'May 2024'."""
        year, month = int(text[:4]), int(text[5:7])
        return f"{year}년 {month}월" if self.korean else f"{SHORT[month - 1]} {year}"

    def month_name(self, month: int) -> str:
        """Return a month, 1 to 12, in little room: 'Nov'."""
        return f"{month}월" if self.korean else SHORT[month - 1]

    def birthday(self, text: str) -> str:
        """Return a birthday given as YYYY-MM-DD, --MM-DD or YYYY."""
        if len(text) == 4:
            return f"{text}년" if self.korean else text
        month, day = int(text[-5:-3]), int(text[-2:])
        shown = f"{month}월 {day}일" if self.korean else f"{SHORT[month - 1]} {day}"
        if text.startswith("--"):
            return shown
        return f"{text[:4]}년 {shown}" if self.korean else f"{shown}, {text[:4]}"

    def count(self, count: int, one: str, many: str, *, more: bool = False) -> str:
        """Return `many` with its {n} filled in, or `one`; `more`: there are beyond these."""
        shown = self.number(count) + ("+" if more else "")
        return one if count == 1 and not more else many.format(n=shown)

    def number(self, number: int) -> str:
        """Return a number with separators."""
        return f"{number:,}"

    def money(self, minor: int, currency: str) -> str:
        """Return an amount of minor units: '₩1,035,000', '1,035,000원'."""
        return money(minor, currency, self._language.code)

    def short_money(self, minor: int, currency: str) -> str:
        """Return an amount in little room: '₩21.18M', '₩960K', '2,118만 원', '12.35억 원'."""
        return short_money(minor, currency, self._language.code)

    def listing(self, words: Sequence[str]) -> str:
        """Return words as a list in one line."""
        return ", ".join(words)

    def _day(self, day: date) -> str:
        today = self.today()
        near = {today: ("Today", "오늘"), today - timedelta(days=1): ("Yesterday", "어제")}
        if day in near:
            return near[day][self.korean]
        if self.korean:
            shown = f"{day.month}월 {day.day}일"
            return shown if day.year == today.year else f"{day.year}년 {shown}"
        shown = f"{SHORT[day.month - 1]} {day.day}"
        return shown if day.year == today.year else f"{shown}, {day.year}"
