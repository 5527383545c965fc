"""Filters as the window makes them, for Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from app.shapes.filter_fields import CUSTOM_OPS, KNOWN_VALUES, OPS, Ask, Takes
from app.shapes.filters import Condition, Filter

WORDS = ("VIP", "망원동", "단골", "꽃", "카페 모루", "소개")
IDS = st.integers(1, 12)
VALUES: dict[Takes, st.SearchStrategy[Any]] = {
    Takes.TEXT: st.sampled_from(["민", "KIM", "kim", "0142", "a@", "모루", "", "꽃"]),
    Takes.WORD: st.sampled_from(WORDS),
    Takes.ID: IDS,
    Takes.DAYS: st.sampled_from([0, 1, 7, 30, 90, 365, 4000, 36_500]),
    Takes.MONTH: st.integers(1, 12),
    Takes.DATE: st.dates().map(str) | st.sampled_from(["2026-05-12", "2026-05-11", "2026-01-01"]),
    Takes.NUMBER: st.integers(-1, 4) | st.sampled_from([1_000_000, 30_000, (1 << 63) - 1]),
}


def values(field: str, ask: Ask, ids: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[Any, ...]]:
    def of(takes: Takes) -> st.SearchStrategy[Any]:
        if takes is Takes.WORD and field in KNOWN_VALUES:
            return st.sampled_from(KNOWN_VALUES[field])
        return ids if takes is Takes.ID else VALUES[takes]

    if ask.several:
        return st.lists(of(ask.takes[0]), min_size=1, max_size=3).map(tuple)
    return st.tuples(*(of(takes) for takes in ask.takes))


def conditions(
    customs: dict[int, str] | None = None, ids: st.SearchStrategy[int] = IDS
) -> st.SearchStrategy[Condition]:
    """Any condition; `customs` are ids and kinds of the shop's own fields."""
    asked: list[tuple[str, str, Ask]] = [
        (field, op, ask) for field, ops in OPS.items() for op, ask in ops.items()
    ]
    for field_id, kind in (customs or {}).items():
        asked += [(f"custom:{field_id}", op, ask) for op, ask in CUSTOM_OPS[kind].items()]

    def of(found: tuple[str, str, Ask]) -> st.SearchStrategy[Condition]:
        field, op, ask = found
        return values(field, ask, ids).map(lambda given: Condition(field, op, given))

    # By its place: Hypothesis shows a strategy whole, and so many are too long for it.
    return st.integers(0, len(asked) - 1).flatmap(lambda place: of(asked[place]))


def filters(asked: st.SearchStrategy[Condition]) -> st.SearchStrategy[Filter]:
    def of(part: st.SearchStrategy[Any]) -> st.SearchStrategy[Filter]:
        return st.builds(
            Filter, st.lists(part, max_size=3).map(tuple), st.sampled_from(["all", "any", "none"])
        )

    return st.recursive(of(asked), lambda inner: of(asked | inner), max_leaves=6)
