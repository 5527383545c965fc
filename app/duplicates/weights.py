"""How much each agreement says, after Fellegi and Sunter, learnt from the book itself.

For every level of every field: how often equal people show it (m), and how often two people
taken at random do (u). Both begin at what is usual and are corrected by counts (Dirichlet
priors), so that a small book stays sensible. A name that many have says less than a rare one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.duplicates.columns import Columns, Numbers
from app.duplicates.comparing import COUNTS, FIELDS, SAME
from app.duplicates.pairwise import Levels

Floats = npt.NDArray[np.float64]
_Shares = dict[str, Floats]
_ROUNDS = 25
_STRANGERS, _STRANGERS_EACH = 100_000, 30  # pairs taken at random: in all, for each person
_FIRM, _FIRM_APART = 40.0, 500.0  # how many pairs the usual figures are worth
# Without level 0, which says nothing.
_USUAL_M = {
    "name": (0.02, 0.03, 0.03, 0.06, 0.13, 0.73),
    "phone": (0.12, 0.08, 0.80),
    "email": (0.25, 0.05, 0.70),
    "birthday": (0.04, 0.08, 0.88),
    "address": (0.15, 0.10, 0.15, 0.60),
    "company": (0.30, 0.10, 0.60),
}
_USUAL_U = {
    "name": (0.98, 0.01, 0.005, 0.004, 0.0008, 0.0002),
    "phone": (0.9998, 0.0001, 0.0001),
    "email": (0.9998, 0.0001, 0.0001),
    "birthday": (0.9985, 0.0014, 0.0001),
    "address": (0.98, 0.0185, 0.001, 0.0005),
    "company": (0.99, 0.002, 0.008),
}
# What people who are not one may share, or no one but one may.
_MAY_SHARE = ("phone", "address", "company")
_AT_MOST = 0.3  # where only a shared phone, address or company speaks, or only a name


@dataclass(frozen=True, slots=True)
class Weights:
    """What has been learnt: the weight of each level (natural logarithm), and where to begin."""

    of: dict[str, Floats]  # by field; level 0 weighs nothing
    prior: float  # the logarithm of the odds that two people taken at random are one
    common: Floats  # what an equal name weighs less (or more), by the code of the name

    def scores(
        self, columns: Columns, pairs: Numbers, found: dict[str, Levels], *, families: bool = True
    ) -> Floats:
        """Return how probable it is of each pair to be one person, 0 to 1.

        `families`: whether an address, a telephone and a part of a name may be a family's.
        """
        total = np.full(len(pairs), self.prior)
        for field in FIELDS:
            total += self.of[field][found[field]]
        equal = found["name"] == SAME["name"]
        total[equal] += self.common[columns.names.codes[pairs[equal] // len(columns.people)]]
        scores: Floats = 1 / (1 + np.exp(-np.clip(total, -500, 500)))
        return np.where(_doubtful(found, families=families), np.minimum(scores, _AT_MOST), scores)


def _doubtful(found: dict[str, Levels], *, families: bool) -> npt.NDArray[np.bool_]:
    """Tell the pairs that nothing but a name makes one, or that share all but their names."""
    agreeing = np.zeros(len(found["name"]), dtype=np.int64)
    for field in FIELDS:
        if field != "name":
            agreeing += found[field] >= (2 if field == "address" else SAME[field] - 1)
    private = (found["birthday"] == SAME["birthday"]) | (found["email"] == SAME["email"])
    several = agreeing > 1
    doubtful: npt.NDArray[np.bool_] = (agreeing == 0) | ((found["name"] == 1) & ~several)
    if families:
        doubtful |= (found["name"] == 1) & ~private
        doubtful |= (found["name"] == 2) & ~(private | several)
    return doubtful


def learn(columns: Columns, found: dict[str, Levels], of_strangers: dict[str, Levels]) -> Weights:
    """Return weights learnt from the pairs that can be one person and from strangers."""
    people = len(columns.people)
    m = {field: np.array([1.0, *_USUAL_M[field]]) for field in FIELDS}
    u = {field: np.array([1.0, *_USUAL_U[field]]) for field in FIELDS}
    near, strange = _patterns(found), _patterns(of_strangers)
    all_pairs = max(people * (people - 1) / 2, 1.0)
    share = min(0.05 * people / all_pairs, 0.1)
    for _round in range(_ROUNDS):
        sure = near[1] * _posterior(near[0], m, u, share)
        # In a small book some of the strangers are one person: they must not count as two.
        apart = strange[1] * (1 - _posterior(strange[0], m, u, share))
        share = float(np.clip((sure.sum() + 0.5) / all_pairs, 1e-12, 0.2))
        for place, field in enumerate(FIELDS):
            m[field] = _shares(near[0][:, place], sure, _USUAL_M[field], _FIRM)
            u[field] = _shares(strange[0][:, place], apart, _USUAL_U[field], _FIRM_APART)
    of = {field: np.log(m[field] / u[field]) for field in FIELDS}
    return Weights(of, float(np.log(share) - np.log1p(-share)), _common(columns, u["name"]))


def _posterior(patterns: Numbers, m: _Shares, u: _Shares, share: float) -> Floats:
    weighed = np.full(len(patterns), np.log(share) - np.log1p(-share))
    for place, field in enumerate(FIELDS):
        weighed += np.log(m[field] / u[field])[patterns[:, place]]
    posterior: Floats = 1 / (1 + np.exp(-np.clip(weighed, -500, 500)))
    return posterior


def _shares(levels_seen: Numbers, counts: Floats, usual: tuple[float, ...], firm: float) -> Floats:
    """Return shares of the levels from counts and what is usual; 1 for the blank level."""
    seen: Floats = np.zeros(len(usual) + 1)
    np.add.at(seen, levels_seen, counts)
    mixed = seen[1:] + firm * np.array(usual)
    return np.concatenate([[1.0], mixed / mixed.sum()])


def strangers(people: int) -> Numbers:
    """Return pairs taken at random; the same book gives the same pairs."""
    chance = np.random.default_rng(people)
    one, other = chance.integers(0, people, (2, min(_STRANGERS, _STRANGERS_EACH * people)))
    low, high = np.minimum(one, other), np.maximum(one, other)
    pairs: Numbers = np.unique((low * people + high)[low != high])
    return pairs


def _patterns(found: dict[str, Levels]) -> tuple[Numbers, Numbers]:
    """Return the different rows of levels, and how often each is there."""
    codes = np.zeros(len(found["name"]), dtype=np.int64)
    for field in FIELDS:
        codes = codes * COUNTS[field] + found[field]
    different, counts = np.unique(codes, return_counts=True)
    rows = np.zeros((len(different), len(FIELDS)), dtype=np.int64)
    for place in range(len(FIELDS) - 1, -1, -1):
        different, rows[:, place] = np.divmod(different, COUNTS[FIELDS[place]])
    return rows, counts


def _common(columns: Columns, u: Floats) -> Floats:
    """Return by how much an equal name says more or less than an equal name usually does."""
    counts = columns.names.counts().astype(np.float64)
    share = (counts + 1) / (len(columns.people) + 1)
    usual = max(float(u[SAME["name"]]), 1e-9)
    common: Floats = np.clip(np.log(usual) - np.log(share), -4.0, 2.0)
    return common
