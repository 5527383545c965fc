"""What filters ask of staying in touch: who has not been spoken with for longer than wanted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, not_, text

from db.day import Day
from db.models.contact import Contact
from db.repositories.touch_rules import EVERYBODY

WANTED = {"overdue": " WHERE days >= ideal_days", "too_long": " WHERE days >= max_days"}


def standing(op: str, _values: list[Any], day: Day) -> ColumnElement[bool]:
    """Ask how long nobody has spoken with a contact, beside what is wanted of it."""
    query = f"SELECT id FROM ({EVERYBODY}{WANTED.get(op, '')})"
    ids = text(query).bindparams(today=day.today.isoformat()).columns(Contact.id)
    found = Contact.id.in_(ids)
    return not_(found) if op == "empty" else found
