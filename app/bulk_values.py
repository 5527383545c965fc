"""What is to be put into a field of many contacts, checked before anything is written."""

from __future__ import annotations

import re

from app.errors import Problem
from app.inputs import day_or_none, require
from app.shapes.bulk import ADDABLE, CHOICES, CONSENTS, DAYS, TEXTS, BulkEdit
from db.keys import clean
from db.kinds import ROLES, STAGES

TEXT_LIMIT = 2000
_YEARLESS = re.compile(r"--(\d\d-\d\d)|\d{4}", re.A)
_LEAP_YEAR = "2000-"  # has every day of a month


def require_way(edit: BulkEdit) -> None:
    """Raise InvalidInputError for what cannot be done to a field."""
    ways: tuple[str, ...] = ("add", "remove") if edit.field in ADDABLE else ("set", "clear")
    if edit.field in CONSENTS or edit.field in ("do_not_contact", "kind"):
        ways = ("set",)
    known = edit.custom_id is not None or edit.field in {
        *TEXTS, *CHOICES, *DAYS, *CONSENTS, *ADDABLE, "owner_id", "stage", "do_not_contact",
    }  # fmt: skip
    require(known and edit.how in ways, "field")


def column_value(edit: BulkEdit) -> str | None:
    """Return what a column of contacts is to hold; None clears it.

    Raises InvalidInputError for a value that the field does not take. Consent is only tightened.
    """
    if edit.how == "clear":
        return None
    text = clean(str(edit.value or ""))
    require(text, "value")
    if edit.field in CHOICES:
        require(text in CHOICES[edit.field], "value")
    elif edit.field in CONSENTS:
        require(text == "denied", "value")
    elif edit.field == "stage":
        require(text in STAGES, "value")
    elif edit.field == "role":
        require(text in ROLES, "value")
    elif edit.field == "birthday" and (found := _YEARLESS.fullmatch(text)):
        if found[1]:
            day_or_none(_LEAP_YEAR + found[1], "value")
    elif edit.field in DAYS:
        return day_or_none(text, "value")
    require(len(text) <= TEXT_LIMIT, "value", Problem.TOO_LONG)
    return text
