"""The sentences of Home."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.common.ahead_words import LONG_WEEKDAYS, WEEK, WEEKDAYS, long_day
from ui.common.formats import Formats

if TYPE_CHECKING:
    from ui.home.desk import Morning

translate = QCoreApplication.translate

NOON, EVENING, NIGHT_ENDS = 12, 18, 5  # hours
FEW_WEEKS, FEW_MONTHS = 14, 63  # days that are still told as days, as weeks
MONTH = 30.44  # days
SYLLABLES = 3  # of a usual Korean name, the family's first


def given_name(name: str) -> str:
    """Return how somebody is greeted: '이서연' is 서연, 'Anna Berg' is Anna."""
    plain = name.replace(" ", "")
    if plain and all("가" <= letter <= "힣" for letter in plain):
        return plain[1:] if len(plain) == SYLLABLES else plain
    return name.split(maxsplit=1)[0] if name.split() else ""


def greeting_words(morning: Morning) -> str:
    """Return the greeting of the hour, with the name of who is at the desk if it is known."""
    return greeting(morning.hour, morning.me)


def greeting(hour: int, me: str) -> str:
    """Return the greeting of an hour."""
    name = given_name(me)
    if NIGHT_ENDS <= hour < NOON:
        told = translate("Home", "Good morning, {name}"), translate("Home", "Good morning")
    elif NOON <= hour < EVENING:
        told = translate("Home", "Good afternoon, {name}"), translate("Home", "Good afternoon")
    else:
        told = translate("Home", "Good evening, {name}"), translate("Home", "Good evening")
    return told[0].format(name=name) if name else told[1]


def day_sentence(morning: Morning, formats: Formats) -> str:
    """Return the day, and one sentence that is true of it."""
    day = long_day(morning.home.today, formats)
    return f"{day}. {true_sentence(morning, formats)}"


def quiet_sentence(morning: Morning, formats: Formats) -> str:
    """Return what is said where there is no card."""
    today = morning.home.counts.get("today", 0)
    calm = translate("Home", "Nothing is late.")
    if not today:
        free = translate("Home", "No task for today.")
        return f"{calm} {free}"
    return f"{calm} {_tasks(today, formats)}"


def since_words(day: date, formats: Formats) -> str:
    """Return since when something is late: 'since yesterday', 'since Friday', 'since May 3'."""
    away = (formats.today() - day).days
    if 1 < away < WEEK:
        names = WEEKDAYS[True] if formats.korean else LONG_WEEKDAYS
        shown = names[day.weekday()] + ("요일" if formats.korean else "")
    else:
        shown = formats.day(day.isoformat())
        if away == 1 and not formats.korean:
            shown = shown.lower()
    return translate("Home", "since {day}").format(day=shown)


def gap_words(usual: int, now: int, formats: Formats) -> str:
    """Return a rhythm and how long it has been: 'Every 3 weeks, now 6 weeks'."""
    unit, count = _unit(usual)
    rhythm = {
        "day": formats.count(
            count, translate("Home", "Every day"), translate("Home", "Every {n} days")
        ),
        "week": formats.count(
            count, translate("Home", "Every week"), translate("Home", "Every {n} weeks")
        ),
        "month": formats.count(
            count, translate("Home", "Every month"), translate("Home", "Every {n} months")
        ),
    }[unit]
    return translate("Home", "{rhythm}, now {length}").format(
        rhythm=rhythm, length=length_words(now, formats)
    )


def length_words(days: int, formats: Formats) -> str:
    """Return how long some days are: '9 days', '6 weeks', '4 months'."""
    unit, count = _unit(days)
    one, many = {
        "day": (translate("Home", "1 day"), translate("Home", "{n} days")),
        "week": (translate("Home", "1 week"), translate("Home", "{n} weeks")),
        "month": (translate("Home", "1 month"), translate("Home", "{n} months")),
    }[unit]
    return formats.count(count, one, many)


def quiet_words(days: int, formats: Formats) -> str:
    """Return for how long nobody answered: up to a month to the day, '16 days'."""
    if days > MONTH:
        return length_words(days, formats)
    one, many = translate("Home", "1 day"), translate("Home", "{n} days")
    return formats.count(days, one, many)


def _unit(days: int) -> tuple[str, int]:
    if days >= FEW_MONTHS:
        return "month", round(days / MONTH)
    if days >= FEW_WEEKS or days == WEEK:
        return "week", round(days / WEEK)
    return "day", days


def _tasks(count: int, formats: Formats) -> str:
    one, many = translate("Home", "1 task today."), translate("Home", "{n} tasks today.")
    return formats.count(count, one, many)


def true_sentence(morning: Morning, formats: Formats) -> str:
    """Return the one thing that matters most, with the next beside it."""
    home = morning.home
    late, today = home.counts.get("overdue", 0), home.counts.get("today", 0)
    if not late:
        return quiet_sentence(morning, formats)
    count = formats.count
    one, many = translate("Home", "1 task is late"), translate("Home", "{n} tasks are late")
    first = count(late, one, many)
    if morning.quiet_count:
        one = translate("Home", "1 deal is going quiet")
        many = translate("Home", "{n} deals are going quiet")
        second = count(morning.quiet_count, one, many)
    elif today:
        one, many = translate("Home", "1 is for today"), translate("Home", "{n} are for today")
        second = count(today, one, many)
    elif home.slipping_count:
        one = translate("Home", "1 customer has not come for longer than usual")
        many = translate("Home", "{n} customers have not come for longer than usual")
        second = count(home.slipping_count, one, many)
    else:
        return translate("Home", "{told}.").format(told=first)
    return translate("Home", "{first} and {second}.").format(first=first, second=second)
