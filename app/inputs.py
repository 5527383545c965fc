"""What somebody typed, checked before anything is written."""

from __future__ import annotations

from datetime import date

from app.errors import InvalidInputError, Problem
from db.keys import clean


def require(met: object, field: str, problem: Problem = Problem.REQUIRED) -> None:
    """Raise InvalidInputError about a field unless something is met."""
    if not met:
        raise InvalidInputError({field: problem})


def day_or_none(text: str, field: str) -> str | None:
    """Return an ISO date, or None for an empty text; raise InvalidInputError for another."""
    try:
        return date.fromisoformat(clean(text)).isoformat() if clean(text) else None
    except ValueError as error:
        raise InvalidInputError({field: Problem.NOT_A_DATE}) from error
