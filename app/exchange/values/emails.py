"""E-mail addresses of a cell, checked lightly: an odd one is kept, never dropped."""

import re
from typing import NamedTuple

from app.exchange.table import Cell
from app.exchange.values.texts import says_nothing, text_of
from db.points import point_key

_LIKELY = re.compile(r"[^\s@,;:<>()\[\]\"']+@[^\s@,;:<>()\[\]\"'/.]+(?:\.[^\s@,;:<>()\[\]\"'/.]+)+")
_BETWEEN = re.compile(r"\s*(?::::|[;,\n|])\s*|\s*/\s*(?=\S+@)|\s+(?=\S+@)")
_NAMED = re.compile(r".*<([^<>]+@[^<>]+)>", re.S)


class Email(NamedTuple):
    """One address: `shown` as written, `key` what matches; `problem` is '' or 'email_odd'."""

    shown: str
    key: str
    problem: str = ""


def read_emails(cell: Cell) -> tuple[Email, ...]:
    """Return the addresses in a cell of a foreign file, in order; () for a blank one."""
    text = text_of(cell)
    if _LIKELY.fullmatch(text):
        return (Email(text, _key(text)),)
    if says_nothing(text):
        return ()
    parts = [part for part in _BETWEEN.split(text) if part]
    if not all("@" in part for part in parts):
        parts = [text]
    return tuple(map(_email, parts))


def _email(text: str) -> Email:
    if named := _NAMED.fullmatch(text):
        text = named[1].strip()
    bare = text[7:] if text[:7].casefold() == "mailto:" else text
    if _LIKELY.fullmatch(bare):
        return Email(bare, _key(bare))
    return Email(text, point_key("email", None, text), "email_odd")


def _key(text: str) -> str:
    """Return the match key of a likely address as db.points has it, without detours for most."""
    key = text.lower()
    if key.isascii() and "+" not in key and "*" not in key and "marketplace" not in key:
        return key
    return point_key("email", None, text)


def is_email(text: str) -> bool:
    """Tell whether a text is an address somebody could write to."""
    return bool(_LIKELY.fullmatch(text))
