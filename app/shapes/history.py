"""History, as the screen and the command line see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field that a step changed."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One action; `fields` only where it touched few rows. `at` is UTC, ISO 8601."""

    change_set: int
    op: str
    facts: dict[str, Any]
    at: str
    actor: str
    undone: bool
    rows: int
    fields: tuple[ChangedField, ...]
