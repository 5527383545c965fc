"""Reads what the ids inside a filter are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.shapes.custom_fields import ChoiceRow, FieldRow
from app.shapes.filter_names import FilterNames, people_in
from app.shapes.filters import Filter

if TYPE_CHECKING:
    from db.uow import UnitOfWork


def names_of(unit: UnitOfWork, wanted: Filter) -> FilterNames:
    """Return everybody who ever worked here, every field and list, and the contacts named."""
    choices: dict[int, list[ChoiceRow]] = {}
    for c in unit.custom_fields.choices():
        row = ChoiceRow(c.id, c.label_ko, c.label_en, c.retired_at is not None)
        choices.setdefault(c.field_id, []).append(row)
    fields = {
        f.id: FieldRow(
            f.id, f.kind, f.label_ko, f.label_en, bool(f.in_list), f.retired_at is not None,
            tuple(choices.get(f.id, ())),
        )
        for f in unit.custom_fields.all(retired=True)
    }  # fmt: skip
    return FilterNames(
        staff={row[0]: row[1] for row in unit.settings.everybody()},
        fields=fields,
        lists={segment.id: segment.name for segment in unit.segments.all()},
        people={i: str(row[2]) for i, row in unit.contacts.rows(people_in(wanted)).items()},
    )
