"""Reads what the ids inside a filter are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custom_rows import field_rows
from app.settings import CURRENCY
from app.shapes.filter_names import FilterNames, people_in
from app.shapes.filters import Filter

if TYPE_CHECKING:
    from db.uow import UnitOfWork


def names_of(unit: UnitOfWork, wanted: Filter) -> FilterNames:
    """Return everybody who ever worked here, fields, lists, the contacts named, the currency."""
    return FilterNames(
        staff={row[0]: row[1] for row in unit.settings.everybody()},
        fields={field.id: field for field in field_rows(unit, retired=True)},
        lists={segment.id: segment.name for segment in unit.segments.all()},
        people={i: str(row[2]) for i, row in unit.contacts.rows(people_in(wanted)).items()},
        currency=CURRENCY.of(unit.settings.all()),
    )
