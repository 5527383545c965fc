"""Contacts that may be the same, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against two contacts being the same; `facts` are what its words need.

    `kind` is a key of the catalogue behind 'evidence.', `weight` in thousandths, negative
    where it speaks against.
    """

    kind: str
    weight: int
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two contacts that look alike; `score` is from 0 to 1000, the higher the surer."""

    a_id: int
    b_id: int
    score: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the change set that can be taken back, and who stays."""

    change_set: int
    stays_id: int
    goes_id: int
