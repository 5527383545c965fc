"""Numbers, days and fields of the shop's own, as filters compare them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select

from db.day import Day
from db.filter_links import among
from db.filter_texts import letters
from db.models.contact import Contact
from db.models.custom_field import CustomValue
from db.models.interaction import Attachment


def compared(column: ColumnElement[Any], op: str, values: list[Any]) -> ColumnElement[bool]:
    """Compare a number."""
    if op in ("known", "empty"):
        return column.is_not(None) if op == "known" else column.is_(None)
    number = int(values[0])
    if op == "at_least":
        return column >= number
    return column <= number if op == "at_most" else column == number


def day_asked(
    column: ColumnElement[Any], op: str, values: list[Any], day: Day
) -> ColumnElement[bool]:
    """Compare a date, which may lie ahead."""
    if op in ("known", "empty"):
        return column.is_not(None) if op == "known" else column.is_(None)
    if op in ("on_or_after", "before"):
        return column >= str(values[0]) if op == "on_or_after" else column < str(values[0])
    today = day.today.isoformat()
    if op == "next_days":
        last = day.today + timedelta(days=int(values[0]))
        return and_(column >= today, column <= last.isoformat())
    back = 0 if op == "overdue" else int(values[0])
    since = (day.today - timedelta(days=back)).isoformat()
    return and_(column >= since, column <= today) if op == "within_days" else column < since


def custom(field_id: int, op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    """Ask what a contact has in a field of the shop's own."""
    kept = select(CustomValue.contact_id).where(
        CustomValue.field_id == field_id, CustomValue.deleted_at.is_(None)
    )
    if op in ("known", "empty"):
        return among(kept, op)
    if op == "all_of":
        return and_(*(Contact.id.in_(kept.where(CustomValue.choice_id == v)) for v in values))
    if op == "none_of":
        return Contact.id.not_in(kept.where(CustomValue.choice_id.in_(values)))
    return Contact.id.in_(kept.where(_content(op, values, day)))


def _content(op: str, values: list[Any], day: Day) -> ColumnElement[bool]:
    text, number = CustomValue.text.expression, CustomValue.number.expression
    match op:
        case "any_of":
            return CustomValue.choice_id.in_(values)
        case "of":
            return CustomValue.person_id.in_(values)
        case "yes" | "no":
            return number == int(op == "yes")
        case "contains" | "is" | "starts_with":
            return or_(letters(text, op, values), _named(op, values))
        case "at_least" | "at_most" | "equals":
            return compared(number, op, values)
    return day_asked(text, op, values, day)


def _named(op: str, values: list[Any]) -> ColumnElement[bool]:
    """Ask the name of the file that a value holds."""
    asked = letters(Attachment.file_name.expression, op, values)
    return exists().where(Attachment.id == CustomValue.attachment_id, asked)
