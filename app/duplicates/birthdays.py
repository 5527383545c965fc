"""How alike birthdays are: a year may lack, day and month may be turned, a digit be wrong."""

from __future__ import annotations

import re

import numpy as np
from rapidfuzz.distance import OSA

from app.duplicates.columns import Numbers, Values
from app.duplicates.pairwise import Levels, Likeness, each_once

_WHOLE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EACH_DIGIT = np.uint32(0x11111111)
_TURNED_DIGITS = 2  # that differ where two beside each other are turned


class Birthdays:
    """The birthdays of a book, by their codes in its column."""

    def __init__(self, values: Values) -> None:
        self._texts = values.texts
        self._whole = np.array([bool(_WHOLE.fullmatch(text)) for text in values.texts])
        self._digits = np.zeros(len(values.texts), dtype=np.uint32)  # four bits for each
        self._turned_of = np.full(len(values.texts), -1)
        codes = {text: code for code, text in enumerate(values.texts)}
        for code in np.flatnonzero(self._whole).tolist():
            self._digits[code] = int(values.texts[code].replace("-", ""), 16)
            self._turned_of[code] = codes.get(_turned(values.texts[code]), -1)

    def levels(self, one: Numbers, other: Numbers) -> Levels:
        """Return the levels of days that are not blank, see `birthday_level`."""
        differing = self._digits[one] ^ self._digits[other]
        differing |= differing >> 1
        differing |= differing >> 2
        few = np.bitwise_count(differing & _EACH_DIGIT) <= _TURNED_DIGITS
        whole = self._whole[one] & self._whole[other]
        near = ~whole | few | (self._turned_of[one] == other)
        found = np.ones(len(one), dtype=np.int8)
        found[near] = each_once(one[near], other[near], self._told).astype(np.int8)
        return found

    def _told(self, one: Numbers, other: Numbers) -> Likeness:
        both = zip(one.tolist(), other.tolist(), strict=True)
        told = [birthday_level(self._texts[a], self._texts[b]) for a, b in both]
        return np.array(told, dtype=np.float32)


def birthday_level(one: str, other: str) -> int:
    """Return 3 for equal days (a year may lack), 2 for one digit or a turned day and month."""
    if one == other:
        return 3
    if len(one) > 4 and len(other) > 4 and "-" in (one[0], other[0]):
        return 3 if one[-5:] == other[-5:] else 1
    if 4 in (len(one), len(other)):
        return 2 if one[:4] == other[:4] else 1
    return 2 if _turned(one) == other or OSA.distance(one, other) <= 1 else 1


def _turned(day: str) -> str:
    return f"{day[:5]}{day[8:]}-{day[5:7]}"
