"""What a user can do to a field of many contacts at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.bulk_values import column_value, require_way
from app.clock import Clock, stamp
from app.custom_rows import field_rows, kept_values
from app.custom_texts import exact_text
from app.custom_values import from_columns, to_columns
from app.day import today
from app.errors import GoneError
from app.file_sources import Facts, keep, look, require_keepable
from app.inputs import plain_tag, require
from app.jobs import Ticket
from app.ops import Op
from app.settings import CURRENCY
from app.shapes.bulk import BulkEdit, BulkPlan, Example
from app.shapes.custom_fields import CustomContent, FieldRow
from app.store import Store
from db.keys import tag_id

if TYPE_CHECKING:
    from db.uow import UnitOfWork

CHUNK = 5_000  # contacts between two reports; all are in one transaction
EXAMPLES = 3
OPS = {
    ("tag", "add"): Op.TAG_CONTACTS,
    ("tag", "remove"): Op.UNTAG_CONTACTS,
    ("owner_id", "set"): Op.ASSIGN_OWNER,
    ("owner_id", "clear"): Op.CLEAR_OWNER,
    ("stage", "set"): Op.SET_STAGE,
    ("stage", "clear"): Op.SET_STAGE,
}
Ids = Collection[int]


@dataclass(frozen=True, slots=True)
class Way:
    """How an edit is done: who differs, what is written, and what History is told of it."""

    who: Callable[[Ids], list[int]]
    act: Callable[[Ids], None]
    shown: str = ""  # the column of what is there before, or 'owner' …
    before: str = ""  # … or the same for all
    after: str = ""
    facts: dict[str, str] = field(default_factory=dict)


class BulkService:
    """A summary before, one step for all of them, Undo after."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def fields(self) -> list[FieldRow]:
        """Return the fields of the shop's own that can be set for many."""
        with self._store.read() as unit:
            return field_rows(unit, retired=False)

    def plan(self, contact_ids: Ids, edit: BulkEdit, language: str = "en") -> BulkPlan:
        """Return what an edit would change.

        Raises InvalidInputError for one that cannot be done, FileError for a file that is gone.
        """
        require_way(edit)
        file = self._file_of(edit, look)
        with self._store.read() as unit:
            way = self._way(unit, edit, file)
            who = way.who(contact_ids)
            few = unit.bulk.before(who[:EXAMPLES], way.shown)
            before = {i: str(value or way.before) for i, _name, value in few}
            after = way.after
            if edit.custom_id is not None:
                before, after = self._custom_words(unit, edit, list(before), language, file)
            examples = tuple(Example(name, before.get(i, ""), after) for i, name, _ in few)
            return BulkPlan(unit.bulk.there(contact_ids), len(who), examples)

    def edit(self, contact_ids: Ids, edit: BulkEdit, ticket: Ticket | None = None) -> int:
        """Let these contacts have this in a field, in one step; return how many changed.

        Who has it already, and who is gone meanwhile, stays as it is. Raises InvalidInputError
        for an edit that cannot be done, GoneError for a field or staff that is not there, FileError
        for a file that is not there.
        """
        require_way(edit)
        file = self._file_of(edit, partial(keep, self._store.files))
        told = ticket or Ticket()
        op = OPS.get((edit.field, edit.how), Op.BULK_EDIT)
        op = Op.SET_CUSTOM if edit.custom_id is not None else op
        with self._store.action(op, field=edit.field) as unit:
            if edit.field == "tag" and edit.how == "add":
                unit.tags.ensure(_tag_name(edit))
            way = self._way(unit, edit, file)
            who = way.who(contact_ids)
            unit.changes.add_facts(count=len(who), **way.facts)
            for start in range(0, len(who), CHUNK):
                told.advance(start, len(who))
                way.act(who[start : start + CHUNK])
            told.check()
        return len(who)

    def _file_of(self, edit: BulkEdit, read: Callable[[Path], Facts]) -> Facts | None:
        """Return what a row tells of the file that is to be put into a field; None of no file."""
        if edit.custom_id is None or edit.how == "clear":
            return None
        with self._store.read() as unit:
            if _field(unit, edit.custom_id).kind != "file":
                return None
        require(isinstance(edit.value, str) and edit.value, "value")
        source = Path(str(edit.value))
        require_keepable(source)
        return read(source)

    def _way(self, unit: UnitOfWork, edit: BulkEdit, file: Facts | None) -> Way:
        if edit.custom_id is not None:
            return self._custom(unit, edit, edit.custom_id, file)
        ways: dict[str, Callable[[UnitOfWork, BulkEdit], Way]] = {
            "tag": self._tag,
            "role": self._role,
            "owner_id": self._owner,
            "stage": self._stage,
            "do_not_contact": self._stop,
        }
        return ways.get(edit.field, self._column)(unit, edit)

    def _column(self, unit: UnitOfWork, edit: BulkEdit) -> Way:
        column, value = edit.field, column_value(edit)
        return Way(
            lambda ids: unit.bulk.differing(ids, column, value),
            lambda ids: unit.bulk.put(ids, {column: value}),
            column,
            after=value or "",
        )

    def _stage(self, unit: UnitOfWork, edit: BulkEdit) -> Way:
        stage = column_value(edit)
        told = {
            "stage": stage,
            "stage_since": today(self._now()).today.isoformat() if stage else None,
            "stage_why": None,
            "stage_by": "hand" if stage else None,
        }
        return Way(
            lambda ids: unit.bulk.differing(ids, "stage", stage),
            lambda ids: unit.bulk.put(ids, told),
            "stage",
            after=stage or "",
            facts={"stage": stage or ""},
        )

    def _owner(self, unit: UnitOfWork, edit: BulkEdit) -> Way:
        owner, name = None, ""
        if edit.how == "set":
            names = {i: called for i, called, _role in unit.settings.staff()}
            if edit.value not in names or not isinstance(edit.value, int):
                raise GoneError(str(edit.value))
            owner, name = edit.value, names[edit.value]
        return Way(
            lambda ids: unit.bulk.differing(ids, "owner_id", owner),
            lambda ids: unit.bulk.put(ids, {"owner_id": owner}),
            "owner",
            after=name,
            facts={"name": name},
        )

    def _tag(self, unit: UnitOfWork, edit: BulkEdit) -> Way:
        name = _tag_name(edit)
        tag, adds, origin = tag_id(name), edit.how == "add", unit.changes.open_id

        def act(ids: Ids) -> None:
            if adds:
                unit.tags.link_all(ids, tag, now=unit.now(), origin=origin)
            else:
                unit.bulk.take_tag(ids, tag)

        return Way(
            lambda ids: unit.bulk.tagged(ids, tag, has=not adds),
            act,
            before="" if adds else name,
            after=name if adds else "",
            facts={"tag": name},
        )

    def _role(self, unit: UnitOfWork, edit: BulkEdit) -> Way:
        role, adds = column_value(edit) or "", edit.how == "add"
        until = today(self._now()).today.isoformat()

        def act(ids: Ids) -> None:
            if adds:
                unit.bulk.give_role(ids, role, origin=unit.changes.open_id)
            else:
                unit.bulk.end_role(ids, role, until)

        return Way(
            lambda ids: unit.bulk.in_role(ids, role, has=not adds),
            act,
            before="" if adds else role,
            after=role if adds else "",
        )

    def _stop(self, unit: UnitOfWork, edit: BulkEdit) -> Way:
        require(edit.value is True, "value")
        moment, staff = stamp(self._now()), self._store.actor_id
        day = today(self._now()).today.isoformat()

        def act(ids: Ids) -> None:
            unit.bulk.put(ids, {"do_not_contact": day})
            told = {"staff": staff, "origin": unit.changes.open_id}
            unit.bulk.declare_stop(ids, moment, told)

        return Way(
            lambda ids: unit.bulk.without_date(ids, "do_not_contact"), act,
            "do_not_contact", after=day,
        )  # fmt: skip

    def _custom(self, unit: UnitOfWork, edit: BulkEdit, field_id: int, file: Facts | None) -> Way:
        row = _field(unit, field_id)
        if row.kind == "file":
            return _way_of_file(unit, row, file)
        content = None if edit.how == "clear" else edit.value
        require(edit.how == "clear" or content not in (None, "", ()), "value")
        values = to_columns(row, content)
        for value in values:
            if "person_id" in value:
                unit.contacts.get(value["person_id"])
        origin = unit.changes.open_id
        return Way(
            lambda ids: unit.bulk.differing_custom(ids, field_id, values),
            lambda ids: unit.custom_fields.put(ids, field_id, values, origin=origin),
            facts={"field": row.label_ko or row.label_en},
        )

    def _custom_words(
        self,
        unit: UnitOfWork,
        edit: BulkEdit,
        ids: Sequence[int],
        language: str,
        file: Facts | None,
    ) -> tuple[dict[int, str], str]:
        """Return what these have in a field of the shop's own, and what they would, in words."""
        row = _field(unit, edit.custom_id or 0)
        currency = CURRENCY.of(unit.settings.all())
        kept = kept_values(unit, ids)
        held = {i: rows for (i, field_id), rows in kept.items() if field_id == row.id}

        def words(content: CustomContent | None, name: object) -> str:
            if content is None:
                return ""
            if row.kind in ("person", "file"):
                return str(name)
            return exact_text(row, content, language, currency)

        before = {i: words(from_columns(row.kind, v), v[0]["name"]) for i, v in held.items()}
        value = None if edit.how == "clear" else edit.value
        name = str(file["file_name"]) if file else ""
        if row.kind == "person" and isinstance(value, int):
            name = unit.contacts.get(value).name
        return before, words(value, name)


def _way_of_file(unit: UnitOfWork, row: FieldRow, file: Facts | None) -> Way:
    """Return how a file is put into a field; without one, how what is there is taken out."""
    told = {"field": row.label_ko or row.label_en}
    if file is None:
        return Way(
            lambda ids: unit.bulk.differing_custom(ids, row.id, []),
            lambda ids: unit.files.take_from_field(ids, row.id),
            facts=told,
        )
    sha256, name, origin = str(file["sha256"]), str(file["file_name"]), unit.changes.open_id
    return Way(
        lambda ids: unit.bulk.differing_file(ids, row.id, sha256, name),
        lambda ids: unit.files.put_in_field(ids, row.id, file, origin=origin),
        facts=told,
    )


def _tag_name(edit: BulkEdit) -> str:
    name = plain_tag(str(edit.value or ""))
    require(name, "tag")
    return name


def _field(unit: UnitOfWork, field_id: int) -> FieldRow:
    row = next((row for row in field_rows(unit, retired=False) if row.id == field_id), None)
    if row is None:
        raise GoneError(str(field_id))
    return row
