"""The letters of texts as bits: a bound of how alike two of them can be, without comparing.

Comparing two texts costs as much as looking at the bits of fifty, and most pairs are not alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.duplicates.columns import Numbers

Bits = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]
_AT_ONCE = 4_000
_LONGEST = 64  # a longer text is not bounded: its letters would fill all bits
_SPREAD, _TOP = np.uint64(0x9E3779B97F4A7C15), np.uint64(58)  # a hash of 6 bits (Fibonacci)
_WINKLER, _PREFIX = 0.7, 0.4  # from where a common beginning counts, and at most how much


@dataclass(slots=True)
class Letters:
    """Of each text: a bit for each letter it has once, one for each it has twice, and so on."""

    bits: Bits
    lengths: Numbers
    bounded: npt.NDArray[np.bool_]

    @staticmethod
    def of(texts: Sequence[str]) -> Letters:
        """Read the texts."""
        lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        bits = np.zeros(len(texts), dtype=np.uint64)
        for start in range(0, len(texts), _AT_ONCE):
            some = texts[start : start + _AT_ONCE]
            bits[start : start + _AT_ONCE] = _bits([text[:_LONGEST] for text in some])
        return Letters(bits, lengths, lengths <= _LONGEST)

    def edits(self, one: Numbers, other: Numbers) -> Numbers:
        """Return how many edits (OSA) lie at least between texts, by their places."""
        gone, come = self._changed(one, other)
        least = np.maximum(gone, come)
        least[~(self.bounded[one] & self.bounded[other])] = 0
        return least

    def name_likeness(self, one: Numbers, other: Numbers) -> Floats:
        """Return the most that the mean of OSA and Jaro-Winkler can be; texts are not blank."""
        gone, come = self._changed(one, other)
        length, another = self.lengths[one], self.lengths[other]
        common = np.minimum(length - gone, another - come)
        jaro = (common / length + common / another + 1) / 3
        winkler = np.where(jaro > _WINKLER, jaro + _PREFIX * (1 - jaro), jaro)
        edits = 1 - np.maximum(gone, come) / np.maximum(length, another)
        most: Floats = (winkler + edits) / 2
        most[~(self.bounded[one] & self.bounded[other])] = 1
        return most

    def _changed(self, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        bits, others = self.bits[one], self.bits[other]
        gone = np.bitwise_count(bits & ~others).astype(np.int64)
        return gone, np.bitwise_count(others & ~bits).astype(np.int64)


def _bits(texts: list[str]) -> Bits:
    table = np.array(texts, dtype=np.str_)
    width = table.dtype.itemsize // 4
    if not width:
        return np.zeros(len(texts), dtype=np.uint64)
    letters = np.sort(table.view(np.uint32).reshape(len(texts), width), axis=1).astype(np.uint64)
    places = np.arange(width)
    begins = np.zeros(letters.shape, dtype=np.int64)
    begins[:, 1:] = np.where(letters[:, 1:] != letters[:, :-1], places[1:], 0)
    times = (places - np.maximum.accumulate(begins, axis=1)).astype(np.uint64)
    hashed = ((letters << np.uint64(8)) + times) * _SPREAD >> _TOP
    bits: Bits = np.bitwise_or.reduce(
        np.where(letters > 0, np.uint64(1) << hashed, np.uint64(0)), axis=1
    )
    return bits
