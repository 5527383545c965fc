"""What a header means where no program's file was recognised: exact words, never look-alikes.

Similarity is deliberately absent: 'E-mail' and 'E-mail 2' are 93 % alike and differ, while
이름 and 성명 share nothing and are the same.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.exchange.fields import FIELDS
from app.exchange.headers import normalise, squeeze, uncounted, undecorated
from resources import path

_COUNTABLE = re.compile(r"phone|email|link|tag|note|address")


class Meaning(NamedTuple):
    """A target with its rule and how sure the word makes it (0..100)."""

    target: str
    rule: str
    confidence: int


@dataclass(frozen=True)
class _Words:
    columns: dict[str, tuple[str, str]]  # squeezed header -> target, rule
    index: frozenset[str]
    never: frozenset[str]
    never_within: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    facts = json.loads(path("synonyms.json").read_text("utf-8"))
    columns: dict[str, tuple[str, str]] = {}
    for written, headers in facts["columns"].items():
        target, _, rule = written.partition(" ")
        for header in headers:
            columns.setdefault(squeeze(normalise(header)), (target, rule))
    for field in FIELDS.values():
        for header in (field.english, field.korean):
            columns.setdefault(squeeze(normalise(header)), (field.target, ""))
    return _Words(
        columns=columns,
        index=frozenset(facts["index"]),
        never=frozenset(map(squeeze, facts["never"]["is"])),
        never_within=tuple(facts["never"]["contains"]),
    )


def is_never(header: str) -> bool:
    """Tell whether a header names what no shop may keep, like 주민등록번호 or a passport."""
    tight = squeeze(normalise(header))
    words = _words()
    if tight in words.never or squeeze(undecorated(normalise(header))) in words.never:
        return True
    return any(part in tight for part in words.never_within)


def is_index(header: str) -> bool:
    """Tell whether a header may stand over a running number, like No. or 순번."""
    return squeeze(undecorated(normalise(header))) in _words().index


def meaning(header: str) -> Meaning | None:
    """Return what a header means by itself; None for a word Dangol does not know.

    Tried as it stands (95), then without '(필수)' and such or the 여부 of a yes-or-no (90), then,
    for what may occur several times, without its closing number (85).
    """
    columns = _words().columns
    normal = normalise(header)
    bare = undecorated(normal)
    for form, confidence in ((normal, 95), (bare, 90), (bare.removesuffix("여부"), 90)):
        if known := columns.get(squeeze(form)):
            return Meaning(*known, confidence)
    known = columns.get(squeeze(uncounted(bare)))
    if known and _COUNTABLE.match(known[0]):
        return Meaning(*known, 85)
    return None
