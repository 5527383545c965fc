"""How alike two people are, field by field, as a few levels; 0 is 'one of them is blank'."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from app.duplicates.birthdays import Birthdays
from app.duplicates.blocking import sharing
from app.duplicates.columns import Columns, Numbers, Values
from app.duplicates.letters import Letters
from app.duplicates.names import FAMILY, PARTLY, Names, name_like
from app.duplicates.pairwise import Levels, Likeness, each, each_once

FIELDS = ("name", "phone", "email", "birthday", "address", "company")
# From level 2 up: the least likeness; level 1 is 'not alike'. The highest means equal.
_STEPS = {
    "name": (FAMILY, PARTLY, 0.84, 0.9, 0.9999),
    "address": (0.65, 0.8, 0.93),
    "company": (0.85, 0.9999),
}
COUNTS = {"name": 7, "phone": 4, "email": 4, "birthday": 4, "address": 5, "company": 4}
SAME = {"name": 6, "phone": 3, "email": 3, "birthday": 3, "address": 4, "company": 3}
_EDITS = {"phone": 1, "email": 2}  # at most, of what is nearly equal
_AT_ONCE = 250_000  # pairs, so that what they need in passing is little


class Comparer:
    """Compares pairs of the people of one book."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._names = Names(columns)
        self._birthdays = Birthdays(columns.birthdays)
        self._first = {"phone": columns.phones, "email": columns.emails}
        self._letters = {kind: Letters.of(values.texts) for kind, values in self._first.items()}
        self._shared = {
            kind: sharing(*columns.held[kind], len(columns.people)) for kind in self._first
        }

    def levels(self, pairs: Numbers) -> dict[str, Levels]:
        """Return the level of each field for each pair; the pairs are in order."""
        return self._quick(pairs) | self._slow(pairs)

    def possible(
        self, pairs: Numbers, *, families: bool = True
    ) -> tuple[Numbers, dict[str, Levels]]:
        """Return the pairs that can be one person, and their levels.

        Those whose names disagree and that share neither birthday nor e-mail cannot: a phone, an
        address and a company may be a family's, and are not looked at any more.
        """
        telling = ("birthday", "email") if families else ("birthday", "email", "phone")
        kept, found = [pairs[:0]], [self.levels(pairs[:0])]
        for start in range(0, len(pairs), _AT_ONCE):
            some = pairs[start : start + _AT_ONCE]
            quick = self._quick(some)
            able = quick["name"] != 1
            for field in telling:
                able |= quick[field] == SAME[field]
            some = some[able]
            kept.append(some)
            found.append({field: of[able] for field, of in quick.items()} | self._slow(some))
        together = {field: np.concatenate([some[field] for some in found]) for field in FIELDS}
        return np.concatenate(kept), together

    def _quick(self, pairs: Numbers) -> dict[str, Levels]:
        return {
            "name": self._stepped("name", self._columns.names, pairs, self._names.likeness),
            "phone": self._reached("phone", pairs),
            "email": self._reached("email", pairs),
            "birthday": self._filled(self._columns.birthdays, pairs, self._birthdays.levels),
        }

    def _slow(self, pairs: Numbers) -> dict[str, Levels]:
        addresses, companies = self._columns.addresses, self._columns.companies

        def address(one: Numbers, other: Numbers) -> Likeness:
            alike = each(addresses.at(one), addresses.at(other), fuzz.token_sort_ratio)
            return alike / np.float32(100)

        def company(one: Numbers, other: Numbers) -> Likeness:
            return name_like(companies.at(one), companies.at(other))

        return {
            "address": self._stepped("address", addresses, pairs, address),
            "company": self._stepped(
                "company", companies, pairs, lambda one, other: each_once(one, other, company)
            ),
        }

    def _filled(
        self, values: Values, pairs: Numbers, tell: Callable[[Numbers, Numbers], Levels]
    ) -> Levels:
        """Return what is told of the codes of pairs that both have a value, 0 for the others."""
        people = len(self._columns.people)
        one, other = values.codes[pairs // people], values.codes[pairs % people]
        found = np.zeros(len(pairs), dtype=np.int8)
        filled = (one > 0) & (other > 0)
        found[filled] = tell(one[filled], other[filled])
        return found

    def _stepped(
        self,
        field: str,
        values: Values,
        pairs: Numbers,
        measure: Callable[[Numbers, Numbers], Likeness],
    ) -> Levels:
        steps = np.array(_STEPS[field], dtype=np.float32)

        def tell(one: Numbers, other: Numbers) -> Levels:
            return (1 + np.searchsorted(steps, measure(one, other), side="right")).astype(np.int8)

        return self._filled(values, pairs, tell)

    def _reached(self, kind: str, pairs: Numbers) -> Levels:
        """Return 3 where a number is shared, 2 where the first ones are nearly equal."""
        values, letters, most = self._first[kind], self._letters[kind], _EDITS[kind]

        def edits(one: Numbers, other: Numbers) -> Likeness:
            return each(values.at(one), values.at(other), OSA.distance)

        def tell(one: Numbers, other: Numbers) -> Levels:
            found = np.ones(len(one), dtype=np.int8)
            close = letters.edits(one, other) <= most
            apart = each_once(one[close], other[close], edits)
            found[close] = np.where(apart == 0, 3, np.where(apart <= most, 2, 1))
            return found

        found = self._filled(values, pairs, tell)
        shared = self._shared[kind]
        places = np.searchsorted(pairs, shared)
        there = places < len(pairs)
        there[there] = pairs[places[there]] == shared[there]
        found[places[there]] = SAME[kind]
        return found
