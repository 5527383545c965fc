"""The tables of words that quick add knows besides those of the quick log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from app.quick_dates import any_of, words
from resources import path


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(path("words/understanding.json").read_text("utf-8"))
    return tables


def table(name: str) -> Any:
    """Return a table of resources/words/understanding.json."""
    return _tables()[name]


def one_of(listed: Iterable[str]) -> str:
    """Return a pattern of words, the longest first; spaces stretch."""
    longest = sorted(listed, key=len, reverse=True)
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in longest)


@lru_cache(maxsize=1)
def numbers() -> str:
    """Return a pattern of numbers, in digits and words of both languages."""
    return rf"\d{{1,4}}|{any_of('numbers')}|{one_of(table('sino'))}"


def number_of(text: str) -> int:
    """Return what a text that `numbers` fits says."""
    small = " ".join(text.casefold().split())
    if small.isdecimal():
        return int(small)
    known = words()["numbers"]
    return int(known[small] if small in known else table("sino")[small])
