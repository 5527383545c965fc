"""Pairs put together into people: by average, so that a chain of look-alikes is no cluster."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from app.duplicates.columns import Numbers

LEAST = 0.5  # mean score of all pairs between two clusters that become one


def reachable(first: Numbers, second: Numbers, joined: npt.NDArray[np.bool_]) -> Numbers:
    """Return the places of the pairs within groups that `joined` pairs hold together.

    No other pair can say anything of clusters: their mean is low where no pair is high.
    """
    group: dict[int, int] = {}

    def root(one: int) -> int:
        while (above := group.setdefault(one, one)) != one:
            group[one] = one = group[above]
        return one

    for one, other in zip(first[joined].tolist(), second[joined].tolist(), strict=True):
        group[root(one)] = root(other)
    roots = np.full(int(second.max(initial=-1)) + 1, -1)
    for one in group:
        roots[one] = root(one)
    within: Numbers = np.flatnonzero((roots[first] >= 0) & (roots[first] == roots[second]))
    return within


def clustered(scored: Iterable[tuple[int, int, float]], least: float = LEAST) -> list[list[int]]:
    """Return clusters of two and more, each in order; a pair that was not scored counts as 0.

    The most alike clusters are joined first, as long as the mean over all pairs between them
    is `least` or more (average linkage).
    """
    links: dict[int, dict[int, float]] = {}
    for one, other, score in scored:
        links.setdefault(one, {})[other] = score
        links.setdefault(other, {})[one] = score
    members = {one: [one] for one in links}
    waiting = [
        (-score, one, other)
        for one, others in links.items()
        for other, score in others.items()
        if one < other and score >= least
    ]
    heapq.heapify(waiting)
    while waiting:
        negative, one, other = heapq.heappop(waiting)
        if one not in members or other not in members:
            continue
        size = len(members[one]) * len(members[other])
        if -negative != links[one].get(other, 0.0) / size:
            continue  # what was true before one of them grew
        _join(one, other, links, members)
        for third, total in links[one].items():
            mean = total / (len(members[one]) * len(members[third]))
            if mean >= least:
                heapq.heappush(waiting, (-mean, min(one, third), max(one, third)))
    found = [sorted(group) for group in members.values() if len(group) > 1]
    return sorted(found)


def _join(
    one: int, other: int, links: dict[int, dict[int, float]], members: dict[int, list[int]]
) -> None:
    """Put `other` into `one`; links hold the sum of the scores between two clusters."""
    members[one] += members.pop(other)
    del links[one][other]
    for third, total in links.pop(other).items():
        if third == one:
            continue
        links[one][third] = links[third][one] = links[one].get(third, 0.0) + total
        del links[third][other]
