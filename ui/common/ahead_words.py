"""When something is to be, as people say it."""

from __future__ import annotations

from datetime import date, datetime, time

from app.day_words import SHORT
from ui.common.formats import Formats

WEEKDAYS = {
    False: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    True: ("월", "화", "수", "목", "금", "토", "일"),
}
LONG_WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
WEEK = 7  # days


def when_words(at: str, formats: Formats) -> str:
    """Return a moment of the shop's clock ('2026-05-16T15:00', or a date): 'Sat 3 PM'.

    Farther away it has its date too: 'Sat, May 30, 3 PM'.
    """
    day = date.fromisoformat(at[:10])
    shown = day_words(day, formats)
    if "T" not in at:
        return shown
    return f"{shown} {hour_words(datetime.fromisoformat(at).time(), korean=formats.korean)}"


def whole_when(at: str, formats: Formats) -> str:
    """Return a moment with its date: 'Wed, May 13, 3:00 PM', '5월 13일 (수) 오후 3:00'."""
    day = date.fromisoformat(at[:10])
    weekday = WEEKDAYS[formats.korean][day.weekday()]
    year = day.year != formats.today().year
    if formats.korean:
        shown = (f"{day.year}년 " if year else "") + f"{day.month}월 {day.day}일 ({weekday})"
    else:
        shown = f"{weekday}, {SHORT[day.month - 1]} {day.day}" + (f", {day.year}" if year else "")
    if "T" not in at:
        return shown
    return shown + (" " if formats.korean else ", ") + formats.clock(at[11:16])


def is_late(at: str, formats: Formats) -> bool:
    """Tell whether a moment of the shop's clock is of a day that is over."""
    return bool(at) and at[:10] < formats.today().isoformat()


def day_words(day: date, formats: Formats) -> str:
    """Return a day to come: 'Today', 'Tomorrow', 'Sat', 'May 30 (Sat)'."""
    away = (day - formats.today()).days
    if away == 1:
        return "내일" if formats.korean else "Tomorrow"
    if away in (0, -1):
        return formats.day(day.isoformat())
    weekday = WEEKDAYS[formats.korean][day.weekday()]
    if 1 < away < WEEK:
        return f"{weekday}요일" if formats.korean else weekday
    return f"{formats.day(day.isoformat())} ({weekday})"


def hour_words(at: time, *, korean: bool) -> str:
    """Return a time as people say it: '3 PM', '3:30 PM', '오후 3시', '오후 3시 30분'."""
    hour = (at.hour + 11) % 12 + 1
    if korean:
        half = "오전" if at.hour < 12 else "오후"
        return f"{half} {hour}시" + (f" {at.minute}분" if at.minute else "")
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes} {'AM' if at.hour < 12 else 'PM'}"


def long_day(day: date, formats: Formats) -> str:
    """Return a day with its weekday: 'Tuesday, May 12', '5월 12일 화요일'."""
    if formats.korean:
        return f"{day.month}월 {day.day}일 {WEEKDAYS[True][day.weekday()]}요일"
    return f"{LONG_WEEKDAYS[day.weekday()]}, {SHORT[day.month - 1]} {day.day}"


def span_words(first: date, last: date, formats: Formats) -> str:
    """Return a stretch of days: 'May 14 – 17', '5월 14–17일'."""
    if formats.korean:
        end = f"{last.day}일" if last.month == first.month else f"{last.month}월 {last.day}일"
        begin = f"{first.month}월 {first.day}"
        return f"{begin}–{end}" if last.month == first.month else f"{begin}일 – {end}"
    end = str(last.day) if last.month == first.month else f"{SHORT[last.month - 1]} {last.day}"
    return f"{SHORT[first.month - 1]} {first.day} – {end}"
