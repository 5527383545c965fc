"""A rule of a repeat as people say it: '매주 월요일', 'every 3rd Friday'."""

from __future__ import annotations

from app.day_words import LONG, day_words
from app.repeat_rules import NotARuleError, Rule
from app.words import say

DAY = 60 * 24  # minutes
WORKDAYS = {0, 1, 2, 3, 4}
WEEKDAYS = {
    "ko": ("월", "화", "수", "목", "금", "토", "일"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
NTH = {
    "ko": {1: "첫째", 2: "둘째", 3: "셋째", 4: "넷째", 5: "다섯째", -1: "마지막"},
    "en": {-1: "last"},
}


def repeat_words(text: str, language: str) -> str:
    """Return what a rule says; '' for no rule, the text itself for one that is none."""
    if not text:
        return ""
    try:
        rule = Rule.read(text)
    except NotARuleError:
        return text
    parts = [_every(rule, language)]
    if rule.not_on:
        parts.append(say(f"repeat.off.{rule.not_on}.{rule.move}", language))
    if rule.until:
        parts.append(say("repeat.until", language, day=day_words(rule.until.isoformat(), language)))
    if rule.count:
        parts.append(say("repeat.count", language, count=rule.count))
    return ", ".join(parts)


def _every(rule: Rule, language: str) -> str:
    if rule.from_done:
        return say(f"repeat.done.{rule.freq}", language, count=rule.interval)
    on = _on(rule, language)
    if (
        language == "en"
        and rule.interval == 1
        and rule.by_day
        and rule.freq in ("WEEKLY", "MONTHLY")
    ):
        return say("repeat.on", language, on=on.replace("weekdays", "weekday"))
    key = f"repeat.{rule.freq}.on" if on else f"repeat.{rule.freq}"
    return say(key, language, count=rule.interval, on=on)


def _on(rule: Rule, language: str) -> str:
    """Return on which days of its weeks, months or years; '' where the rule leaves that open."""
    days = _weekdays(rule, language)
    if rule.by_month_day:
        days = _listed([_month_day(rule, day, language) for day in rule.by_month_day], language)
    if rule.by_month and rule.freq == "YEARLY":
        months = _listed([_month(rule, number, language) for number in rule.by_month], language)
        if language == "ko":
            return f"{months} {days}".strip()
        if rule.by_month_day or not days:
            return f"{months} {days}".strip()
        return f"the {days} of {months}" if rule.by_day[0][0] else f"{days} in {months}"
    if rule.lunar and days:
        return f"음력 {days}" if language == "ko" else f"{days} (lunar)"
    return days


def _month(rule: Rule, number: int, language: str) -> str:
    if language == "ko":
        moon = ("음력 윤" if rule.leap else "음력 ") if rule.lunar else ""
        return f"{moon}{number}월"
    if rule.lunar:
        return f"{'leap ' if rule.leap else ''}lunar month {number}, day"
    return LONG[number - 1]


def _month_day(rule: Rule, day: int, language: str) -> str:
    if day == -1:
        return "말일" if language == "ko" else "the last day"
    if language == "ko":
        return f"{day}일" if day > 0 else f"끝에서 {-day}번째 날"
    if day < 0:
        return f"the {ordinal(day)} day"
    return str(day) if rule.by_month else f"the {ordinal(day)}"


def _weekdays(rule: Rule, language: str) -> str:
    plain = {day for nth, day in rule.by_day if nth == 0}
    if plain == WORKDAYS and len(rule.by_day) == len(WORKDAYS):
        return "평일" if language == "ko" else "weekdays"
    if language == "ko":
        if plain and len(plain) == len(rule.by_day):
            names = ", ".join(WEEKDAYS["ko"][day] for _nth, day in sorted(rule.by_day))
            return f"{names}요일" if len(plain) == 1 else names
        return _listed(
            [f"{NTH['ko'].get(nth, f'{nth}번째')} {WEEKDAYS['ko'][day]}요일".strip()
             for nth, day in rule.by_day], language,
        )  # fmt: skip
    return _listed([_english(nth, day) for nth, day in rule.by_day], language)


def _english(nth: int, day: int) -> str:
    name = WEEKDAYS["en"][day]
    if nth == 0:
        return name
    return f"{'last' if nth == -1 else ordinal(nth)} {name}"


def _listed(parts: list[str], language: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    if language == "ko":
        return ", ".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th …; -2 is the 2nd last."""
    if number < 0:
        return f"{ordinal(-number)} last"
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(
        number % 10, "th"
    )  # fmt: skip
    return f"{number}{tail}"


def reminder_words(before_min: int, language: str, *, dated: bool) -> str:
    """Return when one is reminded, before what has an hour or, `dated`, of a whole day."""
    if dated:
        days, minute = -(-before_min // DAY), -before_min % DAY
        clock = f"{minute // 60:02}:{minute % 60:02}"
        return say(f"reminder.dated.{min(days, 2)}", language, count=days, time=clock)
    if before_min == 0:
        return say("reminder.now", language)
    for size, unit in ((DAY, "days"), (60, "hours"), (1, "minutes")):
        if before_min % size == 0:
            return say(f"reminder.{unit}", language, count=before_min // size)
    return ""
