"""How long a task can be put off: what a menu offers at this hour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from app.holidays import after_holidays
from app.settings import COUNTRY, EVENING, MORNING
from app.shapes.tasks import SnoozeChoice
from app.shop_clock import is_dated, text_of

TWO_HOURS = timedelta(hours=2)
STEP = 5  # minutes that a time two hours from now is rounded up to


def choices(
    now: datetime, due_at: str, settings: Mapping[str, object], *, answers: bool
) -> list[SnoozeChoice]:
    """Return what a task may be put off to; `now` is by the shop's clock.

    A day without an hour stays one where a whole day is chosen. `answers` tells whether there is
    somebody whose answer can be waited for. What is over at this hour is not offered.
    """
    values = dict(settings)
    morning, evening = _time(MORNING.of(values), 9), _time(EVENING.of(values), 18)
    today = now.date()

    def on(day: date) -> str:
        dated = not due_at or is_dated(due_at)
        return day.isoformat() if dated else text_of(datetime.combine(day, morning))

    later = now + TWO_HOURS
    later += timedelta(minutes=-later.minute % STEP, seconds=-later.second)
    offered = [SnoozeChoice("two_hours", text_of(later))] if later.date() == today else []
    if datetime.combine(today, evening) > now:
        offered.append(SnoozeChoice("evening", text_of(datetime.combine(today, evening))))
    offered.append(SnoozeChoice("tomorrow", on(today + timedelta(days=1))))
    offered.append(SnoozeChoice("next_week", on(today + timedelta(days=7 - today.weekday()))))
    if found := after_holidays(COUNTRY.of(values), today):
        day, holiday = found
        offered.append(SnoozeChoice("after_holiday", on(day), holiday))
    if answers:
        offered.append(SnoozeChoice("answer", ""))
    return offered


def _time(text: str, hour: int) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return time(hour)
