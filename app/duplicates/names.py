"""How alike names are: letter by letter, with their words turned round, and word by word."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA, JaroWinkler

from app.duplicates.columns import Columns, Numbers, Values
from app.duplicates.letters import Letters
from app.duplicates.pairwise import Likeness, each, each_once

FAMILY, PARTLY = 0.72, 0.78  # a shared family name; a shared given name, or half of a name
_WORD = 3  # letters of a word that says something
_WORDS = 6  # of a name; more are not looked at one by one
_NEAR = 0.7
_HANGUL_LETTER, _LAST_LETTER = "\u1100", "\u11ff"  # taken apart; a Hangul name is one word


def name_like(one: list[str], other: list[str]) -> Likeness:
    """Return how alike texts are as names are, letter by letter."""
    edits = each(one, other, OSA.normalized_similarity)
    winkler = each(one, other, JaroWinkler.normalized_similarity)
    return (edits + winkler) / np.float32(2)


class Names:
    """The names of a book, by their codes in its column."""

    def __init__(self, columns: Columns) -> None:
        self._straight, self._sorted = columns.names, columns.sorted_names
        self._sorted_of = np.zeros(len(columns.names.texts), dtype=np.int64)
        self._sorted_of[columns.names.codes] = columns.sorted_names.codes
        self._letters = Letters.of(columns.names.texts)
        self._one_word = np.array([len(words) < 2 for words in columns.words_of_names])
        self._words = _Words(columns.words_of_names)

    def likeness(self, one: Numbers, other: Numbers) -> Likeness:
        """Return how alike names are that are not blank; 0 if less than by a shared word.

        Names that share a whole word are alike a little: by the given name more than by the
        family's.
        """
        best = np.zeros(len(one), dtype=np.float32)
        best[one == other] = 1
        close = (one != other) & (self._letters.name_likeness(one, other) >= FAMILY)
        best[close] = each_once(one[close], other[close], self._letter_by_letter)
        left = np.flatnonzero(best < PARTLY)
        left = left[self._words.there[one[left]] & self._words.there[other[left]]]
        by_words = each_once(one[left], other[left], self._words.likeness)
        best[left] = np.maximum(best[left], by_words)
        return best

    def _letter_by_letter(self, one: Numbers, other: Numbers) -> Likeness:
        alike = name_like(self._straight.at(one), self._straight.at(other))
        turned = ~(self._one_word[one] & self._one_word[other])
        first, second = self._sorted_of[one[turned]], self._sorted_of[other[turned]]
        sorted_ones = name_like(self._sorted.at(first), self._sorted.at(second))
        alike[turned] = np.maximum(alike[turned], sorted_ones)
        return alike


class _Words:
    """The words of names that have some to be compared: a Hangul name is one word."""

    def __init__(self, names: list[tuple[str, ...]]) -> None:
        self.there = np.array([_is_worded(words) for words in names])
        known = {"": 0}
        self._of = np.zeros((_WORDS, len(names)), dtype=np.int64)  # 0 is no word
        for name in np.flatnonzero(self.there).tolist():
            for place, word in enumerate(names[name][:_WORDS]):
                self._of[place, name] = known.setdefault(word, len(known))
        self._known = Values(list(known), self._of[0])
        self._letters = Letters.of(self._known.texts)

    def likeness(self, one: Numbers, other: Numbers) -> Likeness:
        """Return how alike names are by a word they share, or nearly share."""
        given = self._near(self._of[0, one], self._of[0, other])
        shared = given.copy()
        for word in self._of[:, one]:
            for another in self._of[:, other]:
                left = ~shared & (word > 0) & (another > 0)
                shared[left] = self._near(word[left], another[left])
        several, others = self._of[1, one] > 0, self._of[1, other] > 0
        alike = np.where(several & others, FAMILY, np.where(several | others, PARTLY, 0))
        found: Likeness = np.where(given, PARTLY, np.where(shared, alike, 0)).astype(np.float32)
        return found

    def _near(self, one: Numbers, other: Numbers) -> npt.NDArray[np.bool_]:
        length, another = self._letters.lengths[one], self._letters.lengths[other]
        near = np.minimum(length, another) >= _WORD
        most = 1 - self._letters.edits(one, other) / np.maximum(length, another).clip(1)
        unlike = np.flatnonzero(near & (one != other))
        near[unlike] = most[unlike] >= _NEAR
        close = unlike[near[unlike]]
        near[close] = each_once(one[close], other[close], self._spelled) >= np.float32(_NEAR)
        return near

    def _spelled(self, one: Numbers, other: Numbers) -> Likeness:
        return each(self._known.at(one), self._known.at(other), OSA.normalized_similarity)


def _is_worded(name: tuple[str, ...]) -> bool:
    return bool(name) and not _HANGUL_LETTER <= name[0][0] <= _LAST_LETTER
