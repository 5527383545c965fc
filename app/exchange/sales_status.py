"""What a cell says about a sale: whether it stands, and how it was paid."""

import re
from functools import lru_cache

from app.exchange.sales_presets import sale_words, tight
from app.exchange.values.texts import says_nothing
from app.words import LANGUAGES, kind_words

STATUSES = ("paid", "partial", "open", "part", "refunded", "cancelled")
"""From a sale that stands to one that does not: of several columns the last one counts."""

_CLAIM = re.compile(r"요청|접수|처리중|진행중|대기중|철회|거부|request")
_GONE = re.compile(r"(?:취소|cancel[l]?ed|void(?:ed)?)(?:완료|됨|처리|건)?$")
_BACK = re.compile(r"(?:반품|환불|refunded|returned)(?:완료|됨|처리|건)?$")
_PART = re.compile(r"부분|일부|partial")
_OURS = ("open", "partial", "paid", "cancelled", "refunded", "refund")
_NO = frozenset(("n", "no", "false", "0", "아니오", "아니요", "x", "정상"))


def read_status(text: str) -> str | None:
    """Return the code of a status; '' of a blank cell, None of a word nobody knows.

    What is only asked for (취소요청) has not happened.
    """
    if says_nothing(text):
        return ""
    word = tight(text)
    known = sale_words().statuses.get(word)
    if known:
        return known
    if _CLAIM.search(word):
        return "paid"
    if _GONE.search(word):
        return "part" if _PART.search(word) else "cancelled"
    if _BACK.search(word):
        return "part" if _PART.search(word) else "refunded"
    return None


@lru_cache(maxsize=8)
def own_words(group: str, kinds: tuple[str, ...]) -> dict[str, str]:
    """Return the kinds of a group by what Dangol's own files call them, in either language."""
    return {kind_words(group, kind, language): kind for language in LANGUAGES for kind in kinds}


def read_own_status(text: str) -> str | None:
    """Return the code of a status in our own file; a row that gives back stands as it is."""
    code = own_words("sale", _OURS).get(text)
    return "paid" if code == "refund" else code or read_status(text)


def says_cancelled(text: str) -> bool:
    """Tell whether the cell of a column 'cancelled' says so: a date or a yes."""
    return not says_nothing(text) and tight(text) not in _NO


@lru_cache(maxsize=1024)
def read_method(text: str) -> str:
    """Return how a sale was paid: cash, card, transfer, points, pass or other."""
    word = tight(text)
    methods = sale_words().methods
    if word in methods:
        return methods[word]
    found = [code for name, code in methods.items() if len(name) > 1 and name in word]
    return found[0] if found else "other"
