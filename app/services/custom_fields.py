"""What a user can do with fields of the shop's own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.custom_rows import field_rows, value_rows
from app.custom_texts import both_names
from app.custom_values import to_columns
from app.errors import Problem
from app.inputs import require
from app.ops import Op
from app.shapes.custom_fields import (
    CustomContent,
    CustomValueRow,
    FieldEdit,
    FieldForm,
    FieldRow,
)
from app.store import Store
from db.keys import clean
from db.kinds import FIELD_KINDS

if TYPE_CHECKING:
    from db.uow import UnitOfWork

LABEL_LIMIT = 200
CHOOSING = ("choice", "choices")


class CustomFieldService:
    """Fields and what contacts have in them; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, *, retired: bool = False) -> list[FieldRow]:
        """Return the fields in their order; with `retired` those no longer used too."""
        with self._store.read() as unit:
            return field_rows(unit, retired=retired)

    def add(self, form: FieldForm) -> int:
        """Add a field; return its id. A name in one language is enough."""
        require(form.kind in FIELD_KINDS, "kind")
        korean, english = clean(form.label_ko), clean(form.label_en)
        _require_label(korean, english)
        with self._store.action(Op.ADD_FIELD, name=korean or english) as unit:
            field_id = unit.custom_fields.add(form.kind, korean, english, in_list=form.in_list)
            if form.kind in CHOOSING:
                for name in form.choices:
                    if clean(name):
                        unit.custom_fields.add_choice(field_id, *both_names(clean(name)))
            return field_id

    def edit(self, field_id: int, edit: FieldEdit) -> None:
        """Change names, place in the list and choices of a field, in one step."""
        korean, english = clean(edit.label_ko), clean(edit.label_en)
        _require_label(korean, english)
        with self._store.action(Op.EDIT_FIELD, name=korean or english) as unit:
            field = unit.custom_fields.get(field_id)
            field.label_ko, field.label_en = korean, english
            field.in_list = int(edit.in_list)
            for form in edit.choices:
                ours, theirs = clean(form.label_ko), clean(form.label_en)
                _require_label(ours, theirs)
                if form.id is None:
                    require(field.kind in CHOOSING, "kind")
                    unit.custom_fields.add_choice(field_id, ours, theirs)
                    continue
                choice = unit.custom_fields.choice(form.id)
                require(choice.field_id == field_id, "choice")
                choice.label_ko, choice.label_en = ours, theirs
                if form.retired != (choice.retired_at is not None):
                    choice.retired_at = unit.now() if form.retired else None

    def rename(self, field_id: int, label_ko: str, label_en: str) -> None:
        """Give a field other names."""
        korean, english = clean(label_ko), clean(label_en)
        _require_label(korean, english)
        with self._store.action(Op.EDIT_FIELD, name=korean or english) as unit:
            field = unit.custom_fields.get(field_id)
            field.label_ko, field.label_en = korean, english

    def show_in_list(self, field_id: int, *, shown: bool) -> None:
        """Let a field be a column of the list, or not."""
        with self._store.action(Op.EDIT_FIELD) as unit:
            field = unit.custom_fields.get(field_id)
            unit.changes.add_facts(name=field.label_ko or field.label_en)
            field.in_list = int(shown)

    def move(self, field_ids: Sequence[int]) -> None:
        """Put the fields in this order."""
        with self._store.action(Op.MOVE_FIELDS) as unit:
            for position, field_id in enumerate(field_ids):
                unit.custom_fields.get(field_id).position = position

    def retire(self, field_id: int, *, retired: bool = True) -> None:
        """Offer a field no more, or again; what contacts have in it stays."""
        op = Op.RETIRE_FIELD if retired else Op.RESTORE_FIELD
        with self._store.action(op) as unit:
            field = unit.custom_fields.get(field_id)
            unit.changes.add_facts(name=field.label_ko or field.label_en)
            field.retired_at = unit.now() if retired else None

    def used(self, field_id: int) -> int:
        """Return how many contacts have something in a field."""
        with self._store.read() as unit:
            return unit.custom_fields.used(field_id)

    def counts(self) -> dict[int, int]:
        """Return how many contacts have something in each field; those nobody uses are left out."""
        with self._store.read() as unit:
            return unit.custom_fields.counts()

    def add_choice(self, field_id: int, label_ko: str, label_en: str = "") -> int:
        """Add a choice to a field of choices; return its id."""
        korean, english = clean(label_ko), clean(label_en)
        _require_label(korean, english)
        with self._store.action(Op.EDIT_FIELD) as unit:
            field = unit.custom_fields.get(field_id)
            require(field.kind in CHOOSING, "kind")
            unit.changes.add_facts(name=field.label_ko or field.label_en)
            return unit.custom_fields.add_choice(field_id, korean, english)

    def rename_choice(self, choice_id: int, label_ko: str, label_en: str = "") -> None:
        """Give a choice other names."""
        korean, english = clean(label_ko), clean(label_en)
        _require_label(korean, english)
        with self._store.action(Op.EDIT_FIELD, name=korean or english) as unit:
            choice = unit.custom_fields.choice(choice_id)
            choice.label_ko, choice.label_en = korean, english

    def retire_choice(self, choice_id: int, *, retired: bool = True) -> None:
        """Offer a choice no more, or again; who has it keeps it."""
        with self._store.action(Op.EDIT_FIELD) as unit:
            choice = unit.custom_fields.choice(choice_id)
            unit.changes.add_facts(name=choice.label_ko or choice.label_en)
            choice.retired_at = unit.now() if retired else None

    def of(self, contact_id: int) -> list[CustomValueRow]:
        """Return what a contact has in the fields that are not retired."""
        return self.of_many([contact_id]).get(contact_id, [])

    def of_many(self, contact_ids: Collection[int]) -> dict[int, list[CustomValueRow]]:
        """Return what these contacts have in the fields that are not retired."""
        with self._store.read() as unit:
            return value_rows(unit, contact_ids)

    def put(
        self, contact_ids: Collection[int], field_id: int, content: CustomContent | None
    ) -> None:
        """Let contacts have this in a field, in one step; None clears it.

        Of a file each contact gets a row of its own; the one that was there goes to the trash.

        Raises InvalidInputError for content that is not of the field's kind, GoneError for a
        contact, person or field that is not there.
        """
        with self._store.action(Op.SET_CUSTOM, count=len(contact_ids)) as unit:
            field = next((f for f in field_rows(unit, retired=True) if f.id == field_id), None)
            if field is None:
                unit.custom_fields.get(field_id)  # raises: it is gone
                return
            unit.changes.add_facts(field=field.label_ko or field.label_en)
            if field.kind == "file":
                _put_file(unit, contact_ids, field, content)
                return
            values = to_columns(field, content)
            for value in values:
                if "person_id" in value:
                    unit.contacts.get(value["person_id"])
            unit.contacts.require_there(contact_ids)
            unit.custom_fields.put(contact_ids, field_id, values, origin=unit.changes.open_id)


def _put_file(
    unit: UnitOfWork, contact_ids: Collection[int], field: FieldRow, content: CustomContent | None
) -> None:
    """Let contacts have a file that is kept already, each in a row of its own."""
    unit.contacts.require_there(contact_ids)
    for value in to_columns(field, content):
        facts = unit.files.facts(value["attachment_id"])
        unit.files.put_in_field(contact_ids, field.id, facts, origin=unit.changes.open_id)
        return
    unit.files.take_from_field(contact_ids, field.id)


def _require_label(korean: str, english: str) -> None:
    require(korean or english, "label")
    longest = max(len(korean), len(english))
    require(longest <= LABEL_LIMIT, "label", Problem.TOO_LONG)
