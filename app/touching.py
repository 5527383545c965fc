"""Rows of who is to be spoken with again, as shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.shapes.stay_in_touch import SCOPES, TouchRow


def touch_row(row: Sequence[Any]) -> TouchRow:
    """Return how long nobody has spoken with a contact, and how bad that is."""
    contact_id, name, kind, last, days, ideal, most, next_task, place, about = row
    level = "red" if days >= most else "amber" if days >= ideal else ""
    return TouchRow(
        contact_id, name, kind, last, days, ideal, most, level, next_task, SCOPES[place], about
    )
