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


@dataclass(frozen=True, slots=True)
class KeptPart:
    """What an undo would leave as it is.

    `reason` is 'changed' (since then), 'referred' (later entries need it) or 'gone'; `field` and
    `now` are empty where a whole entry is left.
    """

    contact: str
    field: str
    now: str
    reason: str
