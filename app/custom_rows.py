"""The shop's own fields as the screen sees them, read from the file."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.custom_values import from_columns
from app.shapes.custom_fields import ChoiceRow, CustomValueRow, FieldRow

if TYPE_CHECKING:
    from db.uow import UnitOfWork

COLUMNS = ("text", "number", "choice_id", "person_id", "name", "attachment_id")


def field_rows(unit: UnitOfWork, *, retired: bool) -> list[FieldRow]:
    """Return the fields in their order; with `retired` those no longer used too."""
    choices: dict[int, list[ChoiceRow]] = {}
    for c in unit.custom_fields.choices():
        row = ChoiceRow(c.id, c.label_ko, c.label_en, c.retired_at is not None)
        choices.setdefault(c.field_id, []).append(row)
    return [
        FieldRow(
            f.id, f.kind, f.label_ko, f.label_en, bool(f.in_list), f.retired_at is not None,
            tuple(choices.get(f.id, ())),
        )
        for f in unit.custom_fields.all(retired=retired)
    ]  # fmt: skip


def kept_values(
    unit: UnitOfWork, contact_ids: Collection[int]
) -> dict[tuple[int, int], list[dict[str, object]]]:
    """Return the columns of what contacts have in fields, by contact and field."""
    rows: dict[tuple[int, int], list[dict[str, object]]] = {}
    for contact_id, field_id, *columns in unit.custom_fields.values(contact_ids):
        row = dict(zip(COLUMNS, columns, strict=True))
        rows.setdefault((contact_id, field_id), []).append(row)
    return rows


def value_rows(unit: UnitOfWork, contact_ids: Collection[int]) -> dict[int, list[CustomValueRow]]:
    """Return what contacts have in the fields that are not retired."""
    kinds = {field.id: field.kind for field in unit.custom_fields.all()}
    found: dict[int, list[CustomValueRow]] = {}
    for (contact_id, field_id), values in kept_values(unit, contact_ids).items():
        kind = kinds.get(field_id)
        content = None if kind is None else from_columns(kind, values)
        if content is not None:
            name = str(values[0]["name"])
            found.setdefault(contact_id, []).append(CustomValueRow(field_id, content, name))
    return found
