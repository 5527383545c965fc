"""What finding duplicates needs to know of people, and how it reads it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TITLES = (
    "사장님",
    "대표님",
    "선생님",
    "고객님",
    "회원님",
    "사모님",
    "원장님",
    "실장님",
    "대표",
    "님",
    "씨",
)
_LATIN_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_FIRMS = re.compile(
    r"\(주\)|㈜|주식회사|유한회사|\b(?:co|ltd|inc|corp|llc|gmbh|company)\b\.?", re.IGNORECASE
)
_APART = re.compile(r"[\W_]+")
_HANGUL = re.compile(r"[가-힣]+")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One contact. `phones` and `emails` are keys (`db.keys`): what equal ones share.

    `birthday` is 'YYYY-MM-DD', '--MM-DD', 'YYYY' or ''; `address` a whole text.
    """

    id: int
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birthday: str = ""
    address: str = ""
    company: str = ""


@lru_cache(maxsize=50_000)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name, without titles; a Hangul name is one word.

    Compatible forms are one (NFKC), then Hangul is taken apart into its letters (NFD), so that
    one wrong letter is one small difference.
    """
    text = _BRACKETS.sub(" ", unicodedata.normalize("NFKC", name).casefold())
    words = [word for word in _APART.split(text) if word]
    if words and all(map(_HANGUL.fullmatch, words)):
        words = [_without_title("".join(words))]
    else:
        words = [word for word in words if word not in _LATIN_TITLES] or words
    return tuple(unicodedata.normalize("NFD", word) for word in words)


def _without_title(name: str) -> str:
    for title in _TITLES:
        if name.endswith(title) and len(name) - len(title) >= 2:
            return name.removesuffix(title)
    return name


@lru_cache(maxsize=50_000)
def plain_company(company: str) -> str:
    """Return a company's name without its legal form, as `name_tokens` reads names."""
    text = unicodedata.normalize("NFKC", _FIRMS.sub(" ", company.casefold()))
    return unicodedata.normalize("NFD", _APART.sub("", text))


def plain_address(address: str) -> str:
    """Return an address as its words in small letters."""
    text = unicodedata.normalize("NFKC", address).casefold()
    return " ".join(word for word in _APART.split(text) if word)
