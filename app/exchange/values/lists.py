"""Several values in one cell: tags, and the numbers other programs know a contact by.

An item with a separator in it stands between double quotes, doubled inside: what Dangol joins
it can split again exactly.
"""

import re
from collections.abc import Iterable

from app.exchange.values.texts import says_nothing

_SEPARATED = re.compile(r"\s*(?::::|[,;\n])\s*")
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"(?=\s*(?::::|[,;\n]|$))|((?:(?!:::)[^,;\n])*))')
_SPECIAL = re.compile(r'[",;\n]|:::|^\s|\s$')
_SYSTEM_TAGS = frozenset(("mycontacts", "my contacts", "starred", "starred in android"))


def join_list(items: Iterable[str]) -> str:
    """Return items as one cell, ', ' between them."""
    return ", ".join(
        '"' + item.replace('"', '""') + '"' if _SPECIAL.search(item) else item for item in items
    )


def split_list(text: str) -> list[str]:
    """Return the items of one cell, split on , ; ' ::: ' and line ends; blank ones left out."""
    if '"' not in text:
        return [item for item in _SEPARATED.split(text) if item] if text else []
    items = []
    place = 0
    while place < len(text):
        found = _ITEM.match(text, place)
        if not found:
            break
        quoted, plain = found.groups()
        items.append(plain.strip() if quoted is None else quoted.replace('""', '"'))
        between = _SEPARATED.match(text, found.end())
        place = between.end() if between else max(found.end(), place + 1)
    return [item for item in items if item]


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags another program wrote in one cell, without its own groups ('* Friends')."""
    found: dict[str, None] = {}
    for item in split_list(text):
        tag = item.removeprefix("*").lstrip("# ").strip()
        if tag and tag.casefold() not in _SYSTEM_TAGS and not says_nothing(tag):
            found[tag] = None
    return tuple(found)
