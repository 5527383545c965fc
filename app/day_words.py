"""Days and moments as people write them, for sentences that are read long afterwards."""

from __future__ import annotations

import re
from datetime import datetime

LONG = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT = tuple(name if len(name) < 5 else name[:3] for name in LONG)
DAY = re.compile(r"(?:\d{4}|-)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
YEAR = re.compile(r"\d{4}")
MOMENT = re.compile(rf"{DAY.pattern}T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")


def day_words(text: str, language: str) -> str:
    """Return a day kept as YYYY-MM-DD, --MM-DD or YYYY, or a moment in ISO 8601, in words.

    The year is always told, but for what has none. Anything else is returned as it is.
    """
    if YEAR.fullmatch(text):
        return f"{text}년" if language == "ko" else text
    if DAY.fullmatch(text):
        return _day(text, language)
    return _moment(text, language) if MOMENT.fullmatch(text) else text


def _day(text: str, language: str) -> str:
    month, day = int(text[-5:-3]), int(text[-2:])
    shown = f"{month}월 {day}일" if language == "ko" else f"{SHORT[month - 1]} {day}"
    if text.startswith("--"):
        return shown
    return f"{text[:4]}년 {shown}" if language == "ko" else f"{shown}, {text[:4]}"


def _moment(text: str, language: str) -> str:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    if at.tzinfo is not None:
        at = at.astimezone()
    day = _day(at.date().isoformat(), language)
    hour, minute = (at.hour + 11) % 12 + 1, f"{at.minute:02d}"
    if language == "ko":
        return f"{day} {'오전' if at.hour < 12 else '오후'} {hour}:{minute}"
    return f"{day}, {hour}:{minute} {'AM' if at.hour < 12 else 'PM'}"
