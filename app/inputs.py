"""What somebody typed, checked before anything is written."""

from __future__ import annotations

from datetime import date, datetime

from app.errors import InvalidInputError, Problem
from db.keys import clean


def require(met: object, field: str, problem: Problem = Problem.REQUIRED) -> None:
    """Raise InvalidInputError about a field unless something is met."""
    if not met:
        raise InvalidInputError({field: problem})


def required(text: str, field: str) -> str:
    """Return a text without what does not belong to it; raise InvalidInputError for none."""
    words = clean(text)
    require(words, field)
    return words


def plain_tag(text: str) -> str:
    """Return a tag's name as it is kept, without '#'; '' for none."""
    return clean(text).lstrip("# ").strip()


def day_or_none(text: str, field: str) -> str | None:
    """Return an ISO date, or None for an empty text; raise InvalidInputError for another."""
    try:
        return date.fromisoformat(clean(text)).isoformat() if clean(text) else None
    except ValueError as error:
        raise InvalidInputError({field: Problem.NOT_A_DATE}) from error


def moment_or_none(text: str, field: str) -> str | None:
    """Return an ISO date, with its time of the shop's clock where one is told; None for ''."""
    told = clean(text)
    if not told:
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise InvalidInputError({field: Problem.NOT_A_DATE}) from error
    require(moment.tzinfo is None, field, Problem.NOT_A_DATE)
    timed = "T" in told or " " in told
    return moment.isoformat(timespec="minutes") if timed else moment.date().isoformat()
