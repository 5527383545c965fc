"""What has been done, and taking it back."""

from __future__ import annotations

from app.ops import Op
from app.shapes.history import ChangedField, HistoryEntry
from app.store import Store, Undone
from db.repositories.changes import ChangeRow
from db.uow import UnitOfWork

DETAILED = (Op.EDIT_CONTACT, Op.EDIT_POINT, Op.EDIT_NOTE, Op.OUTSIDE)
FEW = 20  # rows whose fields are worth telling one by one
UNTOLD = ("created_at", "origin", "contact_id", "position")


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

        `contact_id` keeps those about one contact, `actor_id` those of one of the staff.
        """
        with self._store.read() as unit:
            actors = {staff_id: name for staff_id, name, _role in unit.settings.staff()}
            return [
                HistoryEntry(
                    row.id, row.op, row.facts, row.happened_at,
                    actors.get(row.actor_id or 0, ""), row.undone, row.rows,
                    _fields(unit, row.id) if row.op in DETAILED and row.rows <= FEW else (),
                )
                for row in unit.changes.history(
                    limit=limit, before=before, contact_id=contact_id, actor_id=actor_id
                )
                if row.op != Op.START_SHOP
            ]  # fmt: skip

    def undo(self, change_set: int | None = None) -> Undone:
        """Take back the last action, or the one given; raise NothingToUndoError if none is left."""
        return self._store.undo(change_set)

    def redo(self) -> Undone:
        """Do again what was last undone; raise NothingToUndoError if there is none."""
        return self._store.redo()

    def next_undo(self) -> HistoryEntry | None:
        """Return what undo would take back."""
        return next(
            (e for e in self.entries(limit=200) if not e.undone and e.op not in _NOT_STEPS), None
        )

    def change_set_of_batch(self, batch_id: int) -> int | None:
        """Return the change set of an import, by the id of its batch or of the set itself."""
        with self._store.read() as unit:
            batch = unit.imports.batch(batch_id)
            return batch.change_set_id if batch else None


_NOT_STEPS = (Op.UNDO, Op.REDO, Op.OUTSIDE, Op.START_SHOP)


def _fields(unit: UnitOfWork, set_id: int) -> tuple[ChangedField, ...]:
    rows: list[ChangeRow] = list(unit.changes.rows_of(set_id, limit=FEW))
    kinds = unit.contacts.point_kinds([r.row_id for r in rows if r.table == "contact_point"])
    return tuple(
        # What people changed is the phone, not the 'value' of a contact point.
        ChangedField(
            kinds[row.row_id] if column == "value" and row.row_id in kinds else column,
            row.before.get(column),
            row.after.get(column),
        )
        for row in rows
        for column in sorted(row.before.keys() | row.after.keys())
        if column not in UNTOLD
    )
