"""Everybody who is in the book twice, and whether somebody new is in it already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from app.duplicates.blocking import candidates
from app.duplicates.clusters import LEAST as CLUSTERED
from app.duplicates.clusters import clustered, reachable
from app.duplicates.columns import Columns, Numbers
from app.duplicates.comparing import FIELDS, SAME, Comparer
from app.duplicates.pairwise import Levels
from app.duplicates.people import Person, name_tokens
from app.duplicates.weights import Floats, Weights, learn, strangers
from app.jobs import Ticket

LEAST = 0.5
_STEPS = 4  # of a scan, for its progress
_ALIKE = {  # by field: the level -> how it is called; the rest is 'different'
    "name": {6: "same", 5: "one_letter", 4: "similar", 3: "partly", 2: "partly"},
    "phone": {3: "same", 2: "one_digit"},
    "email": {3: "same", 2: "similar"},
    "birthday": {3: "same", 2: "similar"},
    "address": {4: "same", 3: "similar"},
    "company": {3: "same", 2: "similar"},
}
_NAMES_TRIED = 20
_NAME_LETTERS, _FEW = 6, 2  # a shorter name, or one with more like it, says nothing by itself
_NAME_LEAST = 0.8


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of evidence: `field` name, phone, email, birthday, address, company.

    `how`: same, one_letter, one_digit, similar, partly (a word is shared), different. Blank
    fields are no evidence. `weight` is how much it speaks for (or against) one person, as bits.
    """

    field: str
    how: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two contacts that may be one, by their ids (the smaller first), how probably, and why."""

    a: int
    b: int
    score: float
    evidence: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scan found: pairs by score, the best first, and who belongs together."""

    matches: tuple[Match, ...]
    clusters: tuple[tuple[int, ...], ...]
    compared: int  # pairs that were looked at


def scan(
    people: Sequence[Person],
    ticket: Ticket | None = None,
    least: float = LEAST,
    *,
    families: bool = True,
) -> Scan:
    """Return who is in a book twice. May take seconds: for a worker thread.

    `families=False` is for lists without them: what a family shares is then enough.
    """
    return _searched(people, ticket or Ticket(), least, families=families)[0]


def _searched(
    people: Sequence[Person], ticket: Ticket, least: float, *, families: bool = True
) -> tuple[Scan, Weights | None]:
    ticket.advance(0, _STEPS)
    columns = Columns.of(people)
    ticket.advance(1, _STEPS)
    pairs = candidates(columns)
    if not len(pairs):
        return Scan((), (), 0), None
    ticket.advance(2, _STEPS)
    comparer = Comparer(columns)
    compared = len(pairs)
    pairs, found = comparer.possible(pairs, families=families)
    ticket.advance(3, _STEPS)
    weights = learn(columns, found, comparer.levels(strangers(len(people))))
    scores = weights.scores(columns, pairs, found, families=families)
    kept = np.flatnonzero(scores >= least)
    kept = kept[np.argsort(-scores[kept], kind="stable")]
    matches = tuple(_matches(columns, weights, pairs, found, scores, kept))
    ids = [person.id for person in people]
    first, second = pairs // len(ids), pairs % len(ids)
    near = reachable(first, second, scores >= CLUSTERED)
    groups = clustered(
        zip(first[near].tolist(), second[near].tolist(), scores[near].tolist(), strict=True)
    )
    ticket.advance(_STEPS, _STEPS)
    clusters = tuple(tuple(sorted(ids[place] for place in group)) for group in groups)
    return Scan(matches, clusters, compared), weights


def _matches(
    columns: Columns,
    weights: Weights,
    pairs: Numbers,
    found: dict[str, Levels],
    scores: Floats,
    kept: Numbers,
) -> Iterator[Match]:
    """Yield the pairs at some places as matches; equal levels are said in equal words."""
    said: dict[tuple[int, ...], tuple[Fact, ...]] = {}
    told = zip(*(found[field][kept].tolist() for field in FIELDS), strict=True)
    for pair, score, levels in zip(pairs[kept].tolist(), scores[kept].tolist(), told, strict=True):
        if levels not in said:
            said[levels] = evidence(dict(zip(FIELDS, levels, strict=True)), weights)
        a, b = sorted(columns.people[place].id for place in divmod(pair, len(columns.people)))
        yield Match(a, b, round(score, 6), said[levels])


def evidence(told: dict[str, int], weights: Weights) -> tuple[Fact, ...]:
    """Return levels as facts, what speaks loudest first."""
    facts = [
        Fact(
            field,
            _ALIKE[field].get(level, "different"),
            round(float(weights.of[field][level] / np.log(2)), 2),
        )
        for field, level in told.items()
        if level
    ]
    return tuple(sorted(facts, key=lambda fact: -abs(fact.weight)))


class Book:
    """A book kept ready, so that somebody being typed is compared in milliseconds."""

    def __init__(self, people: Sequence[Person], ticket: Ticket | None = None) -> None:
        """Search and learn; as long as a scan. Not for the thread of the window."""
        self._people = people
        self.found, weights = _searched(people, ticket or Ticket(), LEAST)
        if weights is None and len(people) > 1:
            columns = Columns.of(people)
            comparer, nobody = Comparer(columns), np.empty(0, dtype=np.int64)
            strange = comparer.levels(strangers(len(people)))
            weights = learn(columns, comparer.levels(nobody), strange)
        self._weights = weights
        self._names = ["".join(sorted(name_tokens(person.name))) for person in people]
        self._by_key: dict[str, list[int]] = {}
        for place, person in enumerate(people):
            for key in {*person.phones, *person.emails}:
                self._by_key.setdefault(key, []).append(place)

    def like(self, person: Person, least: float = LEAST) -> list[Match]:
        """Return who in the book may be `person`, the most probable first."""
        if self._weights is None:
            return []
        places = {
            place
            for key in (*person.phones, *person.emails)
            for place in self._by_key.get(key, ())[:_NAMES_TRIED]
        }
        name = "".join(sorted(name_tokens(person.name)))
        if name:
            alike = process.extract(
                name, self._names, scorer=JaroWinkler.normalized_similarity,
                score_cutoff=_NAME_LEAST, limit=_NAMES_TRIED,
            )  # fmt: skip
            places |= {place for _name, _score, place in alike}
        near = [self._people[place] for place in sorted(places)]
        near = [one for one in near if one.id != person.id]
        return self._scored(person, near, least)

    def near(self, person: Person) -> list[tuple[int, str]]:
        """Return who else may be meant, by id, and why: 'one_letter' or 'like_name'.

        A name alone is told of only where few are like it.
        """
        told: dict[int, str] = {}
        for match in self.like(person):
            other = match.b if match.a == person.id else match.a
            name = next((fact.how for fact in match.evidence if fact.field == "name"), "")
            if name in ("one_letter", "similar"):
                told[other] = "one_letter" if name == "one_letter" else "like_name"
        name = "".join(sorted(name_tokens(person.name)))
        if len(name) >= _NAME_LETTERS:
            found = process.extract(
                name, self._names, scorer=OSA.distance, score_cutoff=1, limit=_FEW + 1
            )
            alike = [place for _name, apart, place in found if apart == 1]
            if len(alike) <= _FEW:
                for place in alike:
                    told.setdefault(self._people[place].id, "one_letter")
        return list(told.items())

    def _scored(self, person: Person, near: list[Person], least: float) -> list[Match]:
        if not near or self._weights is None:
            return []
        columns = Columns.of([person, *near])
        pairs = np.arange(1, len(columns.people), dtype=np.int64)  # 0 * n + place
        found = Comparer(columns).levels(pairs)
        local = Weights(self._weights.of, self._weights.prior, self._rarity(columns))
        scores = local.scores(columns, pairs, found)
        kept = np.flatnonzero(scores >= least)
        matches = _matches(columns, local, pairs, found, scores, kept)
        return sorted(matches, key=lambda match: -match.score)

    def _rarity(self, columns: Columns) -> np.typing.NDArray[np.float64]:
        """Return what common names weigh less; a name typed now may be new to the book."""
        return np.zeros(len(columns.names.texts))


__all__ = ["LEAST", "SAME", "Book", "Fact", "Match", "Person", "Scan", "evidence", "scan"]
