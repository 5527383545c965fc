"""How alike two people are, field by field, as a few levels; 0 is 'one of them is blank'."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from app.duplicates.blocking import sharing
from app.duplicates.columns import Columns, Numbers, Values

Levels = npt.NDArray[np.int8]
Likeness = npt.NDArray[np.float32]
FIELDS = ("name", "phone", "email", "birthday", "address", "company")
_FAMILY, _PARTLY = 0.72, 0.78  # a shared family name; a shared given name, or half of a name
# From level 2 up: the least likeness; level 1 is 'not alike'. The highest means equal.
_STEPS = {
    "name": (_FAMILY, _PARTLY, 0.84, 0.9, 0.9999),
    "address": (0.65, 0.8, 0.93),
    "company": (0.85, 0.9999),
}
COUNTS = {"name": 7, "phone": 4, "email": 4, "birthday": 4, "address": 5, "company": 4}
SAME = {"name": 6, "phone": 3, "email": 3, "birthday": 3, "address": 4, "company": 3}
_CHUNK = 50_000
_WORD = 3  # letters of a word that says something
_NEAR = 0.7
_DAY_APART = 6  # letters at most between birthdays that can be alike: '1996' and '1996-05-03'
_HANGUL_LETTER, _LAST_LETTER = "\u1100", "\u11ff"  # taken apart; a Hangul name is one word


def levels(columns: Columns, pairs: Numbers) -> dict[str, Levels]:
    """Return the level of each field for each pair."""
    people = len(columns.people)
    first, second = pairs // people, pairs % people
    return {
        "name": _stepped(columns.names, first, second, _STEPS["name"], _name_likeness(columns)),
        "phone": _reached(columns, "phone", pairs, columns.phones, 1),
        "email": _reached(columns, "email", pairs, columns.emails, 2),
        "birthday": _birthdays(columns.birthdays, first, second),
        "address": _stepped(
            columns.addresses, first, second, _STEPS["address"], _likeness(_address_like)
        ),
        "company": _stepped(
            columns.companies, first, second, _STEPS["company"], _likeness(_name_like)
        ),
    }


_Measure = Callable[[Values, Numbers, Numbers], Likeness]


def _stepped(
    values: Values, first: Numbers, second: Numbers, steps: Sequence[float], measure: _Measure
) -> Levels:
    """Measure each different pair of values once, and tell its level."""
    one, other = values.codes[first], values.codes[second]
    found = np.zeros(len(first), dtype=np.int8)
    filled = (one > 0) & (other > 0)
    size = len(values.texts)
    codes = np.minimum(one, other)[filled] * size + np.maximum(one, other)[filled]
    different, back = np.unique(codes, return_inverse=True)
    alike = measure(values, different // size, different % size)
    stepped = 1 + np.searchsorted(np.array(steps, dtype=np.float32), alike, side="right")
    found[filled] = stepped.astype(np.int8)[back]
    return found


def _likeness(like: Callable[[list[str], list[str]], Likeness]) -> _Measure:
    def measure(values: Values, one: Numbers, other: Numbers) -> Likeness:
        parts = [np.empty(0, dtype=np.float32)]
        for start in range(0, len(one), _CHUNK):
            texts = [values.texts[code] for code in one[start : start + _CHUNK]]
            others = [values.texts[code] for code in other[start : start + _CHUNK]]
            parts.append(like(texts, others))
        return np.concatenate(parts)

    return measure


def _name_likeness(columns: Columns) -> _Measure:
    """Return how alike names are, in their own order and in that of the alphabet.

    Names that share a whole word are alike a little: by the given name more than by the family's.
    """
    sorted_of = np.zeros(len(columns.names.texts), dtype=np.int64)
    sorted_of[columns.names.codes] = columns.sorted_names.codes
    measure = _likeness(_name_like)

    def measured(values: Values, one: Numbers, other: Numbers) -> Likeness:
        straight = measure(values, one, other)
        turned = measure(columns.sorted_names, sorted_of[one], sorted_of[other])
        best = np.maximum(straight, turned)
        words = columns.words_of_names
        worded = np.array([_is_worded(name) for name in words])
        for i in np.flatnonzero((best < _PARTLY) & worded[one] & worded[other]):
            best[i] = max(best[i], _by_words(words[one[i]], words[other[i]]))
        return best

    return measured


def _is_worded(name: tuple[str, ...]) -> bool:
    """Tell names whose words can be compared: a Hangul name is one word."""
    return bool(name) and not _HANGUL_LETTER <= name[0][0] <= _LAST_LETTER


def _by_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how alike names of several words are by a word they share, or nearly share."""
    if _near(one[0], other[0]):
        return _PARTLY
    if len(one) > 1 and len(other) > 1:
        shared = any(_near(word, another) for word in one for another in other)
        return _FAMILY if shared else 0.0
    shared = any(_near(word, another) for word in one for another in other)
    return _PARTLY if shared and max(len(one), len(other)) > 1 else 0.0


def _near(word: str, another: str) -> bool:
    if min(len(word), len(another)) < _WORD:
        return False
    return word == another or OSA.normalized_similarity(word, another) >= _NEAR


def _each(one: list[str], other: list[str], scorer: Any) -> Likeness:
    found: Likeness = process.cpdist(one, other, scorer=scorer, dtype=np.float32)
    return found


def _edits(one: list[str], other: list[str]) -> Likeness:
    return _each(one, other, OSA.distance)


def _name_like(one: list[str], other: list[str]) -> Likeness:
    edits = _each(one, other, OSA.normalized_similarity)
    winkler = _each(one, other, JaroWinkler.normalized_similarity)
    return (edits + winkler) / np.float32(2)


def _address_like(one: list[str], other: list[str]) -> Likeness:
    return _each(one, other, fuzz.token_sort_ratio) / np.float32(100)


def _reached(columns: Columns, kind: str, pairs: Numbers, values: Values, near: int) -> Levels:
    """Return 3 where a number is shared, 2 where the first ones are nearly equal."""
    people = len(columns.people)
    found = np.zeros(len(pairs), dtype=np.int8)
    one, other = values.codes[pairs // people], values.codes[pairs % people]
    filled = (one > 0) & (other > 0)
    apart = _likeness(_edits)(values, one[filled], other[filled])
    found[filled] = np.where(apart == 0, 3, np.where(apart <= near, 2, 1)).astype(np.int8)
    found[np.isin(pairs, sharing(*columns.held[kind], people), assume_unique=True)] = 3
    return found


def _birthdays(values: Values, first: Numbers, second: Numbers) -> Levels:
    def alike(one: list[str], other: list[str]) -> Likeness:
        apart = _each(one, other, OSA.distance)
        near = np.flatnonzero(apart <= _DAY_APART)
        found: Likeness = np.ones(len(one), dtype=np.float32)
        found[near] = [birthday_level(one[i], other[i]) for i in near]
        return found

    steps = (1.5, 2.5)
    return _stepped(values, first, second, steps, _likeness(alike))


def birthday_level(one: str, other: str) -> int:
    """Return 3 for equal days (a year may lack), 2 for one digit or a turned day and month."""
    if one == other:
        return 3
    if len(one) > 4 and len(other) > 4 and "-" in (one[0], other[0]):
        return 3 if one[-5:] == other[-5:] else 1
    if 4 in (len(one), len(other)):
        return 2 if one[:4] == other[:4] else 1
    turned = f"{one[:5]}{one[8:]}-{one[5:7]}"
    return 2 if turned == other or OSA.distance(one, other) <= 1 else 1
