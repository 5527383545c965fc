"""Which pairs are worth a look: those that share a key, or stand side by side in some order.

Everything is arrays; a pair is one number, `a * n + b` with a < b. A key that too many people
share (a switchboard, 김민준) is no key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from app.duplicates.columns import Columns, Numbers

LARGEST_BLOCK = 40  # people with one key
_NUMBER = re.compile(r"\d{3,}")
NEIGHBOURS = 4  # looked at on each side in an order


def sharing(owners: Numbers, codes: Numbers, people: int, largest: int = LARGEST_BLOCK) -> Numbers:
    """Return the pairs of owners that share a code; codes of 0 are blank."""
    kept = codes > 0
    owners, codes = owners[kept], codes[kept]
    order = np.argsort(codes, kind="stable")
    owners, codes = owners[order], codes[order]
    if not len(codes):
        return np.empty(0, dtype=np.int64)
    _values, counts = np.unique(codes, return_counts=True)
    fitting = np.repeat((counts > 1) & (counts <= largest), counts)
    owners, codes = owners[fitting], codes[fitting]
    found = []
    for step in range(1, largest):
        same = codes[step:] == codes[:-step]
        if not same.any():
            break
        found.append(_pairs(owners[:-step][same], owners[step:][same], people))
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def _pairs(first: Numbers, second: Numbers, people: int) -> Numbers:
    low, high = np.minimum(first, second), np.maximum(first, second)
    pairs: Numbers = (low * people + high)[low != high]
    return pairs


def side_by_side(texts: Sequence[str], people: int, neighbours: int = NEIGHBOURS) -> Numbers:
    """Return the pairs that are close when people are sorted by a text; blank ones are not."""
    placed = sorted((text, place) for place, text in enumerate(texts) if text)
    order = np.array([place for _text, place in placed], dtype=np.int64)
    found = [
        _pairs(order[:-step], order[step:], people)
        for step in range(1, min(neighbours, len(order) - 1) + 1)
    ]
    return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)


def candidates(columns: Columns) -> Numbers:
    """Return every pair worth comparing, once, in order."""
    people = len(columns.people)
    if people < 2:
        return np.empty(0, dtype=np.int64)
    everybody = np.arange(people, dtype=np.int64)
    found = [sharing(*columns.held[kind], people) for kind in ("phone", "email")]
    for keys in _keys(columns):
        codes: dict[str, int] = {"": 0}
        numbers = [codes.setdefault(key, len(codes)) for key in keys]
        found.append(sharing(everybody, np.array(numbers, dtype=np.int64), people))
    names = [columns.sorted_names.texts[code] for code in columns.sorted_names.codes]
    days = [columns.birthdays.texts[code] for code in columns.birthdays.codes]
    places = [columns.addresses.texts[code] for code in columns.addresses.codes]
    phones = [columns.phones.texts[code] for code in columns.phones.codes]
    found.append(side_by_side([n + d for n, d in zip(names, days, strict=True)], people))
    found.append(side_by_side([p and p + n for p, n in zip(places, names, strict=True)], people))
    found.append(side_by_side([p[::-1] for p in places], people))
    found.append(side_by_side(phones, people, 2))
    found.append(side_by_side([phone[::-1] for phone in phones], people, 2))
    return np.unique(np.concatenate(found))


def _keys(columns: Columns) -> Iterator[list[str]]:
    """Yield compound keys, a list with one for each person; '' where a part is blank."""
    names = [columns.names.texts[code] for code in columns.names.codes]
    ordered = [columns.sorted_names.texts[code] for code in columns.sorted_names.codes]
    days = [columns.birthdays.texts[code] for code in columns.birthdays.codes]
    places = [columns.addresses.texts[code] for code in columns.addresses.codes]
    phones = [columns.phones.texts[code] for code in columns.phones.codes]
    firms = [columns.companies.texts[code] for code in columns.companies.codes]
    yield ordered
    yield _joined((name[:5] for name in names), days)
    yield _joined((name[-5:] for name in names), days)
    yield _joined((name[:4] for name in ordered), (day[-5:] for day in days))
    yield _joined((name[:5] for name in names), (place[:10] for place in places))
    yield _joined((name[-5:] for name in names), (place[:10] for place in places))
    yield _joined((name[:5] for name in names), (place[-12:] for place in places))
    yield _joined(days, (place[:6] for place in places))
    yield _joined(days, (place[-8:] for place in places))
    yield _joined((name[:4] for name in names), (phone[-4:] for phone in phones))
    yield _joined((name[:4] for name in names), (phone[:7] for phone in phones))
    yield _joined((name[:3] for name in names), firms)
    yield places
    first = [columns.words_of_names[code] for code in columns.names.codes]
    numbers = [_NUMBER.findall(place)[-1:] for place in places]
    codes = [found[0] if found else "" for found in numbers]
    yield _joined((words[0][:4] if words else "" for words in first), codes)
    yield _joined((words[-1][:4] if words else "" for words in first), codes)
    yield _joined((place[:12] for place in places), codes)
    yield _joined((_middle(place) for place in places), codes)


def _middle(place: str) -> str:
    """Return the longest word of an address, which a wrong number before it leaves alone."""
    return max(place.split(), key=len, default="")


def _joined(first: Iterator[str] | list[str], second: Iterator[str] | list[str]) -> list[str]:
    return [f"{a}\x1f{b}" if a and b else "" for a, b in zip(first, second, strict=True)]
