"""What the ids inside a filter are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.shapes.custom_fields import FieldRow
from app.shapes.filter_fields import custom_id
from app.shapes.filters import Condition, Filter


@dataclass(frozen=True, slots=True)
class FilterNames:
    """Names by id: who works here, fields of the shop's own (retired ones too), lists, contacts.

    `currency` is the shop's, in which amounts are said.
    """

    staff: Mapping[int, str] = field(default_factory=dict)
    fields: Mapping[int, FieldRow] = field(default_factory=dict)
    lists: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    currency: str = "KRW"

    def of(self, asked: Condition) -> Mapping[int, str] | None:
        """Return the names that the values of a condition stand for, None where they are words."""
        if asked.field == "owner":
            return self.staff
        if asked.field == "list":
            return self.lists
        return self.people if asked.op == "of" else None

    def is_broken(self, asked: Condition) -> bool:
        """Tell whether a condition asks about something that is no longer there."""
        own = custom_id(asked.field)
        if own is not None:
            known = self.fields.get(own)
            if known is None or known.retired:
                return True
            choices = {choice.id for choice in known.choices if not choice.retired}
            if asked.op in ("any_of", "all_of", "none_of"):
                return not choices.issuperset(asked.values)
        names = self.of(asked)
        return names is not None and not set(names).issuperset(asked.values)


def people_in(part: Condition | Filter) -> set[int]:
    """Return the contacts that a filter names."""
    if isinstance(part, Filter):
        return {found for inner in part.parts for found in people_in(inner)}
    return {int(value) for value in part.values} if part.op == "of" else set()
