"""One filter model for lists, smart lists, bulk actions, exports and rules."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from app.errors import InvalidInputError, Problem
from app.shapes.filter_fields import MOST_DAYS, OPS, Ask, ops_of

__all__ = ["MODES", "MOST_DAYS", "MOST_LEVELS", "OPS", "Ask", "Condition", "Filter", "ops_of"]

MODES = ("all", "any", "none")
MOST_LEVELS = 20  # of filters inside filters; SQLite would give up at a few more


@dataclass(frozen=True, slots=True)
class Condition:
    """One question about a contact; `values` are what `op` compares with.

    What may be asked, and with which values, is told in `app.shapes.filter_fields`.
    """

    field: str
    op: str
    values: tuple[str | int, ...] = ()

    def require_valid(self) -> None:
        """Raise InvalidInputError for a field, an op or values that cannot be asked."""
        ask = ops_of(self.field).get(self.op)
        if ask is None or not ask.accepts(self.values):
            raise InvalidInputError({self.field: Problem.REQUIRED})


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that must all hold, or any of them, or none; filters may stand inside filters."""

    parts: tuple[Condition | Filter, ...] = field(default=())
    mode: str = "all"  # or 'any' or 'none'

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


def _plain(part: Condition | Filter) -> dict[str, Any]:
    if isinstance(part, Condition):
        return {"field": part.field, "op": part.op, "values": list(part.values)}
    return {"mode": part.mode, "parts": [_plain(p) for p in part.parts]}


def _made(plain: dict[str, Any]) -> Condition | Filter:
    if "field" in plain:
        if not isinstance(plain["values"], list):
            raise TypeError(plain)
        return Condition(str(plain["field"]), str(plain["op"]), tuple(plain["values"]))
    if plain["mode"] not in MODES:  # of a newer Dangol: read otherwise it would let others through
        raise ValueError(plain)
    return Filter(tuple(_made(p) for p in plain["parts"]), plain["mode"])
