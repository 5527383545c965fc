"""What has been done, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.errors import NothingToUndoError
from app.ops import Op
from app.shapes.history import ChangedField, HistoryEntry, KeptPart
from app.store import Store, Undone
from db.repositories.changes import ChangeRow
from db.repositories.history import SetRow
from db.undo import Kept

if TYPE_CHECKING:
    from db.uow import UnitOfWork

DETAILED = {
    Op.ADD_CONTACT, Op.EDIT_CONTACT, Op.ADD_POINT, Op.EDIT_POINT, Op.ADD_NOTE, Op.EDIT_NOTE,
    Op.LOG_INTERACTION, Op.OUTSIDE,
}  # fmt: skip
POINTS = (Op.ADD_POINT, Op.EDIT_POINT, Op.REMOVE_POINT)
UNTOLD = ("created_at", "origin", "contact_id", "position")
NEW = ("value", "body", "company")  # what is worth telling of a row that was added
MOST_KEPT = 50
POINT = "contact_point"


class HistoryService:
    """Reads the ledger as a list of actions, and undoes and redoes them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(
        self,
        *,
        limit: int = 100,
        before: int | None = None,
        contact_id: int | None = None,
        actor_id: int | None = None,
    ) -> list[HistoryEntry]:
        """Return the newest actions, newest first; `before` is the change set to go on from.

        `contact_id` keeps those about one contact, `actor_id` those of one of the staff. The
        facts of an action about one contact have its name as `contact`.
        """
        with self._store.read() as unit:
            sets = unit.history.sets(
                limit=limit, before=before, contact_id=contact_id, actor_id=actor_id
            )
            return _entries(unit, [row for row in sets if row.op != Op.START_SHOP])

    def undo(self, change_set: int | None = None) -> Undone:
        """Take back the last action, or the one given; raise NothingToUndoError if none is left."""
        return self._named(self._store.undo(change_set))

    def redo(self) -> Undone:
        """Do again what was last undone; raise NothingToUndoError if there is none."""
        return self._named(self._store.redo())

    def next_undo(self) -> HistoryEntry | None:
        """Return what undo would take back, without who did it and what it changed."""
        return self._next(redo=False)

    def next_redo(self) -> HistoryEntry | None:
        """Return the undo that redo would take back, without who did it and what it changed."""
        return self._next(redo=True)

    def kept_by_undo(self, change_set: int) -> list[KeptPart]:
        """Return what taking an action back would leave as it is; nothing is changed."""
        with self._store.rehearsal(Op.UNDO) as unit:
            kept = unit.changes.revert(change_set)
            return [part for row in kept[:MOST_KEPT] for part in _parts(unit, row)]

    def change_set_of_batch(self, batch_id: int) -> int | None:
        """Return the change set of an import, by the id of its batch or of the set itself."""
        with self._store.read() as unit:
            batch = unit.imports.batch(batch_id)
            return batch.change_set_id if batch else None

    def _next(self, *, redo: bool) -> HistoryEntry | None:
        try:
            with self._store.read() as unit:
                newest = unit.changes.last_undo if redo else unit.changes.last_step
                set_id = newest(self._store.passed_over)
                row = unit.history.set_of(set_id)
                contact = unit.history.about([set_id]).get(set_id, "")
                facts = _facts(row.op, row.facts, contact, _points(unit, row))
                at = row.happened_at
                return HistoryEntry(
                    row.id, row.op, facts, at, "", undone=False, rows=row.rows, fields=()
                )
        except NothingToUndoError:
            return None

    def _named(self, undone: Undone) -> Undone:
        """Add to the facts whom the action is about, which the undo itself tells as well."""
        if undone.change_set is None:
            return undone
        with self._store.read() as unit:
            entry = _entries(unit, [unit.history.set_of(undone.change_set)])[0]
        return replace(undone, facts=entry.facts["facts"])


def _entries(unit: UnitOfWork, sets: Sequence[SetRow]) -> list[HistoryEntry]:
    ids = [row.id for row in sets]
    about, changes = unit.history.about(ids), unit.history.rows_of(ids)
    points = [c.row_id for rows in changes.values() for c in rows if c.table == POINT]
    kinds = unit.contacts.point_kinds(points) if points else {}
    staff = _staff(unit)
    entries = []
    for row in sets:
        of_set = [_with_kind(change, kinds) for change in changes.get(row.id, ())]
        fields = [f for c in of_set for f in _fields(c, staff)] if row.op in DETAILED else []
        facts = _facts(row.op, row.facts, about.get(row.id, ""), of_set)
        actor = staff.get(row.actor_id or 0, "")
        entries.append(
            HistoryEntry(
                row.id, row.op, facts, row.happened_at, actor, row.undone, row.rows, tuple(fields)
            )
        )
    return entries


def _staff(unit: UnitOfWork) -> dict[int, str]:
    """Return the names of all who ever worked here, by id."""
    return {staff_id: name for staff_id, name, *_rest in unit.settings.everybody()}


def _points(unit: UnitOfWork, row: SetRow) -> list[ChangeRow]:
    """Return what a small change set did to phones and the like, if that is what it was about."""
    if row.facts.get("of", row.op) not in POINTS:
        return []
    changes = unit.history.rows_of([row.id]).get(row.id, [])
    kinds = unit.contacts.point_kinds([change.row_id for change in changes])
    return [_with_kind(change, kinds) for change in changes]


def _facts(
    op: str, facts: Mapping[str, Any], contact: str, changes: Sequence[ChangeRow]
) -> dict[str, Any]:
    """Return the facts with the contact the action is about, and what kind of point it is."""
    named = dict(facts)
    if isinstance(inner := named.get("facts"), dict):
        named["facts"] = _facts(str(named.get("of")), inner, contact, changes)
    kind = next((c.kind_of_point for c in changes if c.kind_of_point), "")
    if op in POINTS and kind:
        named["field"] = kind
    if contact and (op not in POINTS or kind):
        named["contact"] = contact
    return named


def _with_kind(change: ChangeRow, kinds: Mapping[int, str]) -> ChangeRow:
    # The kind of a point that is gone for good is told by the ledger alone.
    known = change.before.get("kind") or change.after.get("kind") or ""
    if change.table != POINT:
        return change
    return replace(change, kind_of_point=kinds.get(change.row_id, known))


def _fields(change: ChangeRow, staff: Mapping[int, str]) -> list[ChangedField]:
    columns = sorted(change.before.keys() | change.after.keys())
    if change.kind == "insert":
        columns = [column for column in columns if column in NEW]
    told = []
    for column in columns:
        if column in UNTOLD:
            continue
        values = [change.before.get(column), change.after.get(column)]
        if column == "owner_id":
            values = [staff.get(value or 0, "") for value in values]
        # What people changed is the phone, not the 'value' of a contact point.
        name = change.kind_of_point if column == "value" and change.kind_of_point else column
        told.append(ChangedField(name, *values))
    return told


def _parts(unit: UnitOfWork, kept: Kept) -> list[KeptPart]:
    contact = unit.history.name_of_owner(kept.table, kept.row_id)
    columns = [column for column in kept.columns if column not in UNTOLD]
    if not columns:
        return [KeptPart(contact, "", "", kept.reason)]
    kinds = unit.contacts.point_kinds([kept.row_id]) if kept.table == POINT else {}
    parts = []
    for column in columns:
        now = unit.history.value_of(kept.table, kept.row_id, column)
        if column == "owner_id":
            now = _staff(unit).get(now or 0, "")
        field = kinds.get(kept.row_id, column) if column == "value" else column
        parts.append(KeptPart(contact, field, "" if now is None else str(now), kept.reason))
    return parts
