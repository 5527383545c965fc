"""The people of a book as columns: each different value once, and a number for each person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from app.duplicates.people import Person, name_tokens, plain_address, plain_company

Numbers = npt.NDArray[np.int64]


@dataclass(slots=True)
class Values:
    """A column: `codes[i]` is the place of person i's value in `texts`; 0 is the blank one."""

    texts: list[str]
    codes: Numbers
    _table: npt.NDArray[np.object_] = field(init=False)

    def __post_init__(self) -> None:
        self._table = np.array(self.texts, dtype=np.object_)

    @staticmethod
    def of(values: Iterable[str]) -> Values:
        """Give the different texts numbers, in the order of their first use."""
        known = {"": 0}
        codes = [known.setdefault(value, len(known)) for value in values]
        return Values(list(known), np.array(codes, dtype=np.int64))

    def at(self, codes: Numbers) -> list[str]:
        """Return the texts with these codes."""
        texts: list[str] = self._table[codes].tolist()
        return texts

    def counts(self) -> Numbers:
        """Return how many people have each text."""
        return np.bincount(self.codes, minlength=len(self.texts)).astype(np.int64)


@dataclass(slots=True)
class Columns:
    """A book, column by column. `phones` and `emails` hold the first of each person."""

    people: Sequence[Person]
    names: Values  # words joined
    sorted_names: Values  # words in the order of the alphabet
    phones: Values
    emails: Values
    birthdays: Values
    addresses: Values
    companies: Values
    words_of_names: list[tuple[str, ...]]  # by the code of a name
    held: dict[str, tuple[Numbers, Numbers]] = field(default_factory=dict)

    @staticmethod
    def of(people: Sequence[Person]) -> Columns:
        """Read a book."""
        tokens = [name_tokens(person.name) for person in people]
        names = Values.of("".join(words) for words in tokens)
        words_of: list[tuple[str, ...]] = [()] * len(names.texts)
        for code, words in zip(names.codes, tokens, strict=True):
            words_of[code] = words
        columns = Columns(
            people,
            names,
            Values.of("".join(sorted(words)) for words in tokens),
            Values.of(person.phones[0] if person.phones else "" for person in people),
            Values.of(person.emails[0] if person.emails else "" for person in people),
            Values.of(person.birthday for person in people),
            Values.of(plain_address(person.address) for person in people),
            Values.of(plain_company(person.company) for person in people),
            words_of,
        )
        columns.held["phone"] = _held([person.phones for person in people])
        columns.held["email"] = _held([person.emails for person in people])
        return columns


def _held(lists: Sequence[tuple[str, ...]]) -> tuple[Numbers, Numbers]:
    """Return who holds which key, as two equally long arrays: people and numbers of keys."""
    known: dict[str, int] = {}
    owners, codes = [], []
    for owner, keys in enumerate(lists):
        for key in keys if len(keys) < 2 else dict.fromkeys(keys):
            if key:
                owners.append(owner)
                codes.append(known.setdefault(key, len(known) + 1))
    return np.array(owners, dtype=np.int64), np.array(codes, dtype=np.int64)
