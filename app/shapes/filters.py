"""One filter model for lists, smart lists, bulk actions, exports and rules."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.errors import InvalidInputError, Problem

# What each field may be asked, with how many values: None for any number, at least one.
OPS: dict[str, dict[str, int | None]] = {
    "kind": {"any_of": None},
    "tag": {"any_of": None, "all_of": None, "none_of": None},
    "source": {"any_of": None, "empty": 0},
    "owner": {"any_of": None, "empty": 0},
    "gender": {"any_of": None, "empty": 0},
    "area": {"any_of": None},  # a word of an address, or a tag
    "last_contact": {"within_days": 1, "before_days": 1, "never": 0},
    "created": {"within_days": 1, "before_days": 1, "on_or_after": 1, "before": 1},
    "first_seen": {"within_days": 1, "before_days": 1, "on_or_after": 1, "before": 1},
    "birthday": {"month": 1, "within_days": 1, "known": 0, "unknown": 0},
    "phone": {"known": 0, "unknown": 0},
    "email": {"known": 0, "unknown": 0},
    "address": {"known": 0, "unknown": 0},
    "consent_sms": {"any_of": None, "empty": 0},
    "consent_email": {"any_of": None, "empty": 0},
    "company": {"any_of": None, "empty": 0},
}
MOST_DAYS = 36_500  # a hundred years
MOST_LEVELS = 20  # of filters inside filters; SQLite would give up at a few more
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.A)


@dataclass(frozen=True, slots=True)
class Condition:
    """One question about a contact; `values` are what `op` compares with.

    Days are whole days before today, dates ISO text, months 1 to 12, owners staff ids.
    """

    field: str
    op: str
    values: tuple[str | int, ...] = ()

    def require_valid(self) -> None:
        """Raise InvalidInputError for a field, an op or values that cannot be asked."""
        wanted = OPS.get(self.field, {}).get(self.op, -1)
        right = len(self.values) >= 1 if wanted is None else len(self.values) == wanted
        if not right or not all(self._takes(value) for value in self.values):
            raise InvalidInputError({self.field: Problem.REQUIRED})

    def _takes(self, value: object) -> bool:
        if self.op in ("within_days", "before_days"):
            return type(value) is int and 0 <= value <= MOST_DAYS
        if self.op == "month":
            return type(value) is int and 1 <= value <= 12
        if self.field == "owner":
            return type(value) is int and abs(value) < 1 << 63
        if type(value) is not str:
            return False
        return _is_date(value) if self.op in ("on_or_after", "before") else _is_text(value)


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that must all hold, or any of them; filters may stand inside filters."""

    parts: tuple[Condition | Filter, ...] = field(default=())
    mode: str = "all"  # or 'any'

    def __bool__(self) -> bool:
        return bool(self.parts)

    def require_valid(self) -> None:
        """Raise InvalidInputError unless every condition is one that can be asked."""
        level: list[Condition | Filter] = [self]
        for _ in range(MOST_LEVELS):
            inner = [part for made in level if isinstance(made, Filter) for part in made.parts]
            for part in inner:
                if isinstance(part, Condition):
                    part.require_valid()
            level = inner
        if level:
            raise InvalidInputError({"filter": Problem.TOO_LONG})

    def to_json(self) -> str:
        """Return the filter as it is kept."""
        return json.dumps(_plain(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Filter:
        """Return a filter that was kept; raise InvalidInputError if it is none."""
        try:
            made = _made(json.loads(text))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InvalidInputError({"filter": Problem.REQUIRED}) from error
        if not isinstance(made, Filter):
            raise InvalidInputError({"filter": Problem.REQUIRED})
        made.require_valid()
        return made


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter, which no database keeps
        return False
    return True


def _plain(part: Condition | Filter) -> dict[str, Any]:
    if isinstance(part, Condition):
        return {"field": part.field, "op": part.op, "values": list(part.values)}
    return {"mode": part.mode, "parts": [_plain(p) for p in part.parts]}


def _made(plain: dict[str, Any]) -> Condition | Filter:
    if "field" in plain:
        return Condition(str(plain["field"]), str(plain["op"]), tuple(plain["values"]))
    mode = "any" if plain["mode"] == "any" else "all"
    return Filter(tuple(_made(p) for p in plain["parts"]), mode)
