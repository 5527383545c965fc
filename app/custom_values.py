"""What a field of the shop's own holds, between people and columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.errors import Problem
from app.inputs import day_or_none, require
from app.shapes.custom_fields import CustomContent, FieldRow
from db.keys import clean

MICRO = 1_000_000  # numbers are kept in millionths
LARGEST = 1 << 62
TEXT_LIMIT = 2000


def to_columns(field: FieldRow, content: CustomContent | None) -> list[dict[str, Any]]:
    """Return the values of `custom_value` that hold this content; none where it says nothing.

    Raises InvalidInputError for content that is not of the field's kind.
    """
    if content is None or content in ("", ()):
        return []
    if field.kind in ("choice", "choices"):
        return _chosen(field, content)
    column, kept = _COLUMN[field.kind], _KEPT[field.kind](content)
    return [] if kept in (None, "") else [{column: kept}]


def from_columns(kind: str, rows: Sequence[Mapping[str, Any]]) -> CustomContent | None:
    """Return the content that these values of one contact and field hold."""
    if not rows:
        return None
    if kind == "choices":
        return tuple(int(row["choice_id"]) for row in rows)
    kept = rows[0][_COLUMN[kind]]
    match kind:
        case "number":
            return Decimal(kept) / MICRO
        case "date":
            return date.fromisoformat(kept)
        case "yes_no":
            return bool(kept)
    return str(kept) if kind == "text" else int(kept)


def _text(content: object) -> str:
    require(isinstance(content, str), "value")
    words = clean(str(content))
    require(len(words) <= TEXT_LIMIT, "value", Problem.TOO_LONG)
    return words


def _day(content: object) -> str | None:
    require(isinstance(content, (date, str)), "value")
    return content.isoformat() if isinstance(content, date) else day_or_none(str(content), "value")


def _yes(content: object) -> int:
    require(isinstance(content, bool), "value")
    return int(bool(content))


def _whole(content: object) -> int:
    require(isinstance(content, int) and not isinstance(content, bool), "value")
    amount = int(str(content))
    require(abs(amount) < LARGEST, "value", Problem.TOO_LONG)
    return amount


def _number(content: object) -> int:
    require(isinstance(content, (int, Decimal)) and not isinstance(content, bool), "value")
    return _scaled(Decimal(str(content)))


def _scaled(number: Decimal) -> int:
    require(number.is_finite(), "value")
    try:
        scaled = (number * MICRO).to_integral_value()
    except InvalidOperation:
        require(met=False, field="value", problem=Problem.TOO_LONG)
        raise
    require(abs(scaled) < LARGEST, "value", Problem.TOO_LONG)
    return int(scaled)


def _chosen(field: FieldRow, content: CustomContent) -> list[dict[str, Any]]:
    several = content if isinstance(content, tuple) else (content,)
    require(field.kind == "choices" or not isinstance(content, tuple), "value")
    require(set(several) <= {choice.id for choice in field.choices}, "value")
    return [{"choice_id": chosen} for chosen in dict.fromkeys(several)]


_KEPT: dict[str, Callable[[object], str | int | None]] = {
    "text": _text,
    "number": _number,
    "money": _whole,
    "date": _day,
    "yes_no": _yes,
    "person": _whole,
    "file": _whole,
}
_COLUMN = {
    "text": "text",
    "number": "number",
    "money": "number",
    "date": "text",
    "yes_no": "number",
    "choice": "choice_id",
    "person": "person_id",
    "file": "attachment_id",
}
