"""Text as filters compare it: capital Latin letters are the small ones."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func

_SMALL = {ord(letter): ord(letter) + 32 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def small(text: str) -> str:
    """Return a text as SQLite's lower() has it, which knows the Latin letters alone."""
    return text.translate(_SMALL)


def letters(column: ColumnElement[Any], op: str, values: list[Any]) -> ColumnElement[bool]:
    """Ask a text what is in it."""
    match op:
        case "known":
            return func.coalesce(column, "") != ""
        case "empty":
            return func.coalesce(column, "") == ""
    wanted, kept = small(str(values[0])), func.lower(column)
    match op:
        case "contains":
            return func.instr(kept, wanted) > 0
        case "starts_with":
            return func.substr(kept, 1, len(wanted)) == wanted
    return kept == wanted
