"""The shop's own fields as the screen sees them, read from the file."""

from __future__ import annotations

from app.shapes.custom_fields import ChoiceRow, FieldRow
from db.uow import UnitOfWork


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
