"""Which pairs are worth a look: those that share a key, or stand side by side in some order.

Everything is arrays; a pair is one number, `a * n + b` with a < b. A key that too many people
share (a switchboard, 김민준) is no key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np

from app.duplicates.columns import Columns, Numbers, Values

LARGEST_BLOCK = 40  # people with one key
_NUMBER = re.compile(r"\d{3,}")
NEIGHBOURS, FEW_NEIGHBOURS = 4, 2  # looked at on each side in an order


def sharing(owners: Numbers, codes: Numbers, people: int, largest: int = LARGEST_BLOCK) -> Numbers:
    """Return the pairs of owners that share a code, once for each; codes of 0 are blank."""
    kept = codes > 0
    owners, codes = owners[kept], codes[kept]
    order = np.argsort(codes, kind="stable")
    owners, codes = owners[order], codes[order]
    begins = np.flatnonzero(np.diff(codes, prepend=0, append=0))
    counts = np.diff(begins)
    fitting = np.repeat((counts > 1) & (counts <= largest), counts)
    owners, codes = owners[fitting], codes[fitting]
    found = [np.empty(0, dtype=np.int64)]
    for step in range(1, largest):
        same = codes[step:] == codes[:-step]
        if not same.any():
            break
        found.append(_pairs(owners[:-step][same], owners[step:][same], people))
    return np.concatenate(found)


def _pairs(first: Numbers, second: Numbers, people: int) -> Numbers:
    low, high = np.minimum(first, second), np.maximum(first, second)
    pairs: Numbers = (low * people + high)[low != high]
    return pairs


def side_by_side(order: Numbers, people: int, neighbours: int = NEIGHBOURS) -> Numbers:
    """Return the pairs of people that are close in an order."""
    found = [
        _pairs(order[:-step], order[step:], people)
        for step in range(1, max(min(neighbours, len(order) - 1), 0) + 1)
    ]
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def candidates(columns: Columns) -> Numbers:
    """Return every pair worth comparing, once, in order."""
    people = len(columns.people)
    if people < 2:
        return np.empty(0, dtype=np.int64)
    everybody = np.arange(people, dtype=np.int64)
    found = [sharing(*columns.held[kind], people) for kind in ("phone", "email")]
    found += [sharing(everybody, keys, people) for keys in _keys(columns)]
    names, days = _ranks(columns.sorted_names), _ranks(columns.birthdays)
    places, phones = _ranks(columns.addresses), _ranks(columns.phones)
    found.append(side_by_side(_ordered(names, days), people))
    found.append(side_by_side(_ordered(places, names)[np.sum(places == 0) :], people))
    for ranks, neighbours in (
        (_ranks(columns.addresses, backwards=True), NEIGHBOURS),
        (phones, FEW_NEIGHBOURS),
        (_ranks(columns.phones, backwards=True), FEW_NEIGHBOURS),
    ):
        found.append(side_by_side(_ordered(ranks)[np.sum(ranks == 0) :], people, neighbours))
    pairs = np.concatenate(found)
    found.clear()
    pairs.sort()
    return pairs[np.diff(pairs, prepend=-1) > 0]


def _ranks(values: Values, *, backwards: bool = False) -> Numbers:
    """Return each person's place in the order of a column's texts; 0 is the blank one."""
    texts = [text[::-1] for text in values.texts] if backwards else values.texts
    ranks = np.empty(len(texts), dtype=np.int64)
    ranks[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
    return ranks[values.codes]


def _ordered(*ranks: Numbers) -> Numbers:
    """Return everybody by the first ranks, then by the next ones."""
    order: Numbers = np.lexsort(ranks[::-1])
    return order


def _keys(columns: Columns) -> Iterator[Numbers]:
    """Yield compound keys, a number for each person; 0 where a part is blank."""
    names, ordered, days = columns.names, columns.sorted_names, columns.birthdays
    places, phones, firms = columns.addresses, columns.phones, columns.companies
    begins, ends = _part(names, _first(5)), _part(names, _last(5))
    short, short_ordered = _part(names, _first(4)), _part(ordered, _first(4))
    yield ordered.codes
    yield _joined(begins, days.codes)
    yield _joined(ends, days.codes)
    yield _joined(short_ordered, _part(days, _last(5)))
    yield _joined(begins, _part(places, _first(10)))
    yield _joined(ends, _part(places, _first(10)))
    yield _joined(begins, _part(places, _last(12)))
    yield _joined(days.codes, _part(places, _first(6)))
    yield _joined(days.codes, _part(places, _last(8)))
    yield _joined(short, _part(phones, _last(4)))
    yield _joined(short, _part(phones, _first(7)))
    yield _joined(_part(names, _first(3)), firms.codes)
    yield places.codes
    numbers = _part(places, _last_number)
    words = columns.words_of_names
    yield _joined(_coded([name[0][:4] if name else "" for name in words])[names.codes], numbers)
    yield _joined(_coded([name[-1][:4] if name else "" for name in words])[names.codes], numbers)
    yield _joined(_part(places, _first(12)), numbers)
    yield _joined(_part(places, _longest_word), numbers)


def _first(letters: int) -> Callable[[str], str]:
    return lambda text: text[:letters]


def _last(letters: int) -> Callable[[str], str]:
    return lambda text: text[-letters:]


def _last_number(place: str) -> str:
    found = _NUMBER.findall(place)
    return found[-1] if found else ""


def _longest_word(place: str) -> str:
    """Return the longest word of an address, which a wrong number before it leaves alone."""
    return max(place.split(), key=len, default="")


def _part(values: Values, cut: Callable[[str], str]) -> Numbers:
    """Return a number for each person that stands for a part of its value."""
    return _coded([cut(text) for text in values.texts])[values.codes]


def _coded(texts: list[str]) -> Numbers:
    known = {"": 0}
    return np.array([known.setdefault(text, len(known)) for text in texts], dtype=np.int64)


def _joined(first: Numbers, second: Numbers) -> Numbers:
    size = int(second.max()) + 1
    return np.where((first > 0) & (second > 0), first * size + second, 0)
