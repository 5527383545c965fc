"""The ledger written: change sets opened and closed, steps, what a set touched."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.bare import read
from db.errors import NothingToUndoError, RowNotFoundError
from db.ids import IdSource
from db.models.ledger import Change, ChangeSet
from db.undo import Kept, revert

STEP_SECONDS = 60  # two edits of the same field by the same person within this are one step


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change set touched: ids by table, and the tables that gained or lost rows."""

    edited: Mapping[str, frozenset[int]]
    reshaped: frozenset[str]
    rows: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row a change set touched."""

    table: str
    row_id: int
    kind: str
    before: dict[str, Any]
    after: dict[str, Any]
    kind_of_point: str = ""  # 'phone', 'email' …


class ChangeRepository:
    """Ordered by each device's sequence and the Lamport clock, never by the PC's clock.

    Opens and closes change sets, finds steps to undo; never commits.
    """

    def __init__(
        self, session: Session, ids: IdSource, now: Callable[[], str], device_id: int
    ) -> None:
        self._session = session
        self._ids = ids
        self._now = now
        self._device_id = device_id
        self.open_id: int | None = None

    def begin(
        self, op: str, facts: Mapping[str, Any], actor_id: int | None, undoes_id: int | None = None
    ) -> int:
        """Open a change set: from here on the triggers file every change under it."""
        clock = self._session.scalar(select(func.max(ChangeSet.clock))) or 0
        own = select(func.max(ChangeSet.sequence)).where(ChangeSet.device_id == self._device_id)
        set_id = self._ids.next()
        self._session.add(
            ChangeSet(
                id=set_id,
                device_id=self._device_id,
                sequence=(self._session.scalar(own) or 0) + 1,
                clock=clock + 1,
                op=op,
                facts=json.dumps(facts, ensure_ascii=False),
                happened_at=self._now(),
                step_id=set_id,
                actor_id=actor_id,
                undoes_id=undoes_id,
                first_change_id=(self._session.scalar(select(func.max(Change.id))) or 0) + 1,
            )
        )
        self._session.flush()
        self._session.execute(
            text("INSERT INTO open_change_set (id, change_set_id) VALUES (1, :id)"), {"id": set_id}
        )
        self.open_id = set_id
        return set_id

    def end(self) -> Touched | None:
        """Close the open change set; return what it touched, None if nothing."""
        self._session.flush()
        entity = self._entity(self.open_id or 0)
        last = self._session.scalar(select(func.max(Change.id))) or 0
        self._session.execute(text("DELETE FROM open_change_set"))
        if last < entity.first_change_id:
            self._session.delete(entity)
            self._session.flush()
            return None
        entity.last_change_id = last
        self._join_quick_edit(entity)
        self._session.flush()
        return self.touched(entity.id)

    def add_facts(self, **facts: object) -> None:
        """Add what the sentence of the open change set needs and was not known at its start."""
        entity = self._entity(self.open_id or 0)
        entity.facts = json.dumps(json.loads(entity.facts) | facts, ensure_ascii=False)

    def touched(self, set_id: int) -> Touched:
        """Return what a change set touched; a set of many rows names tables only."""
        entity = self._entity(set_id)
        within = (Change.id.between(entity.first_change_id, entity.last_change_id),
                  Change.change_set_id == set_id)  # fmt: skip
        kinds = select(Change.table_name, Change.kind, func.count()).where(*within)
        counts = {
            (table, kind): count
            for table, kind, count in self._session.execute(
                kinds.group_by(Change.table_name, Change.kind)
            )
        }
        rows = sum(counts.values())
        reshaped = {table for table, kind in counts if kind != "update"}
        many = rows > 1000
        edited: dict[str, set[int]] = {}
        for table, row_id in self._session.execute(
            select(Change.table_name, Change.row_id).where(*within).limit(0 if many else rows)
        ):
            edited.setdefault(table, set()).add(row_id)
        if many:
            reshaped |= {table for table, _kind in counts}
        else:  # A row put in the trash leaves the lists although its row is only edited.
            trashed = select(Change.table_name).where(
                *within, Change.kind == "update", text("after LIKE '%\"deleted_at\"%'")
            )
            reshaped |= set(self._session.scalars(trashed.distinct()))
        return Touched({t: frozenset(ids) for t, ids in edited.items()}, frozenset(reshaped), rows)

    def span(self, set_id: int) -> tuple[int, int, int]:
        """Return a change set with its first and its last change."""
        entity = self._entity(set_id)
        return set_id, entity.first_change_id, entity.last_change_id

    def contacts_touched(self, set_id: int) -> list[int]:
        """Return the contacts whose search text a change set may have changed."""
        entity = self._entity(set_id)
        connection = self._session.connection()
        # Without DISTINCT: quicker where there are hundreds of thousands.
        rows = read(
            connection,
            CONTACTS_TOUCHED,
            {"first": entity.first_change_id, "last": entity.last_change_id, "set": set_id},
        )
        found = {row[0] for row in rows}
        found.update(row[1] for row in rows)
        for column, query in ((2, TAGGED), (3, FILLED_IN)):
            if meant := list({row[column] for row in rows} - {None}):
                found.update(i for (i,) in read(connection, query, (json.dumps(meant),)))
        return list(found - {None})

    def contacts_met(self, set_id: int) -> list[int]:
        """Return the contacts whose interactions a change set touched."""
        entity = self._entity(set_id)
        found = self._session.execute(
            text(CONTACTS_MET),
            {"first": entity.first_change_id, "last": entity.last_change_id, "set": set_id},
        )
        return [row[0] for row in found if row[0] is not None]

    def last_step(self, passed_over: Collection[int] = ()) -> int:
        """Return the newest set undo would take back, of none of these steps.

        Raise NothingToUndoError if there is none.
        """
        newest = text(
            f"{WALK} SELECT s.id FROM walk CROSS JOIN change_set s ON s.id = walk.id"
            " WHERE s.undoes_id IS NULL AND s.device_id = :device"
            " AND s.step_id NOT IN (SELECT value FROM json_each(:passed_over))"
            f" AND s.op NOT IN {NOT_A_STEP} AND NOT {UNDONE} LIMIT 1"
        )
        passed = json.dumps(list(passed_over))
        found = self._session.scalar(newest, {"device": self._device_id, "passed_over": passed})
        if found is None:
            raise NothingToUndoError
        return int(found)

    def last_undo(self, passed_over: Collection[int] = ()) -> int:
        """Return the undo that redo would take back, none of these.

        A new action after the undo ends the chance to redo. Raise NothingToUndoError if there is
        none.
        """
        newest = text(
            f"{WALK} SELECT s.id, s.undoes_id FROM walk CROSS JOIN change_set s ON s.id = walk.id"
            " LEFT JOIN change_set t ON t.id = s.undoes_id WHERE s.device_id = :device"
            f" AND (s.undoes_id IS NULL OR (t.undoes_id IS NULL AND NOT {UNDONE}"
            " AND s.id NOT IN (SELECT value FROM json_each(:passed_over)))) LIMIT 1"
        )
        passed = json.dumps(list(passed_over))
        found = self._session.execute(
            newest, {"device": self._device_id, "passed_over": passed}
        ).first()
        if found is None or found[1] is None:
            raise NothingToUndoError
        return int(found[0])

    def is_undone(self, set_id: int) -> bool:
        """Tell whether a step has been taken back and not done again."""
        query = text(f"SELECT {UNDONE} FROM change_set s WHERE s.id = :id")
        return bool(self._session.scalar(query, {"id": set_id}))

    def step(self, set_id: int) -> list[tuple[int, int, int]]:
        """Return (set id, first change, last change) of the step a set belongs to, oldest first."""
        entity = self._entity(set_id)
        query = (
            select(ChangeSet.id, ChangeSet.first_change_id, ChangeSet.last_change_id)
            .where(ChangeSet.step_id == entity.step_id)
            .order_by(ChangeSet.clock)
        )
        return [(a, b, c) for a, b, c in self._session.execute(query)]

    def op_of(self, set_id: int) -> tuple[str, dict[str, Any]]:
        """Return the op and the facts of a change set."""
        entity = self._entity(set_id)
        return entity.op, json.loads(entity.facts)

    def revert(self, set_id: int) -> list[Kept]:
        """Take a step back inside the open change set; return what was left as it is."""
        self._session.flush()
        return revert(self._session.connection(), self.step(set_id), self._now(), self.open_id)

    def rows_of(self, set_id: int, *, limit: int) -> Sequence[ChangeRow]:
        """Return the first rows a change set touched, in the order they were written."""
        entity = self._entity(set_id)
        query = (
            select(Change)
            .where(
                Change.id.between(entity.first_change_id, entity.last_change_id),
                Change.change_set_id == set_id,
            )
            .order_by(Change.id)
            .limit(limit)
        )
        return [
            ChangeRow(
                c.table_name, c.row_id, c.kind, json.loads(c.before or "{}"),
                json.loads(c.after or "{}"),
            )
            for c in self._session.scalars(query)
        ]  # fmt: skip

    def adopt_outside(self) -> int | None:
        """File what was written past Dangol under the open change set; return its first row."""
        first = self._session.scalar(
            select(func.min(Change.id)).where(Change.change_set_id.is_(None))
        )
        if first is None:
            return None
        entity = self._entity(self.open_id or 0)
        self._session.execute(
            text("UPDATE change SET change_set_id = :set WHERE change_set_id IS NULL"),
            {"set": entity.id},
        )
        entity.first_change_id = first
        self._session.flush()
        return int(first)

    def _entity(self, set_id: int) -> ChangeSet:
        entity = self._session.get(ChangeSet, set_id)
        if entity is None:
            raise RowNotFoundError("change_set", set_id)
        return entity

    def _join_quick_edit(self, entity: ChangeSet) -> None:
        """Make this set part of the step before it, if both are one correction being typed."""
        if entity.undoes_id is None and entity.first_change_id == entity.last_change_id:
            earlier = self._session.scalar(
                text(QUICK_EDIT), {"set": entity.id, "seconds": STEP_SECONDS}
            )
            if earlier is not None:
                entity.step_id = int(earlier)


# What founded the shop, came with a new day or was done past Dangol is not taken back by a key
# press; who was erased is not brought back at all.
NOT_A_STEP = "('start_shop', 'outside', 'age_stages', 'erase_contact')"
UNDONE = (
    # A step is undone while the newest undo of it has not itself been undone.
    "EXISTS (SELECT 1 FROM change_set u WHERE u.undoes_id = s.step_id"
    " AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.undoes_id = u.id))"
)
# From the newest set to the oldest one, as this PC wrote them, without an index of their own:
# each set knows where its rows in `change` begin. Rows written past Dangol lie scattered.
WALK = """
WITH RECURSIVE walk(at, id) AS (
  SELECT c.id, c.change_set_id FROM change c WHERE c.id = (SELECT max(id) FROM change)
  UNION ALL
  SELECT c.id, c.change_set_id FROM walk w LEFT JOIN change_set s ON s.id = w.id
    JOIN change c ON c.id = (SELECT max(id) FROM change WHERE id <
      CASE WHEN s.id IS NULL OR s.op = 'outside' THEN w.at ELSE s.first_change_id END)
)
"""
# What a whole row begins with is read off: to parse it takes as long as all the rest.
OWNER = (
    """iif(before GLOB '{"contact_id":[1-9]*', CAST(substr(before, 15, 20) AS INTEGER),"""
    " json_extract(before, '$.contact_id'))"
)
# Each change's contact, the one it hung on before it was moved, its tag, its own field or choice.
CONTACTS_TOUCHED = f"""
SELECT CASE
    WHEN table_name = 'contact' THEN row_id
    WHEN table_name IN ('tag', 'custom_field', 'custom_choice') THEN NULL
    WHEN kind = 'delete' THEN {OWNER}
    WHEN table_name = 'contact_point' THEN (SELECT contact_id FROM contact_point WHERE id = row_id)
    WHEN table_name = 'note' THEN (SELECT contact_id FROM note WHERE id = row_id)
    WHEN table_name = 'custom_value' THEN (SELECT contact_id FROM custom_value WHERE id = row_id)
    ELSE (SELECT contact_id FROM contact_tag WHERE id = row_id) END,
  CASE WHEN kind = 'update'
      AND table_name IN ('contact_point', 'note', 'contact_tag', 'custom_value')
    THEN {OWNER} END,
  iif(table_name = 'tag', row_id, NULL),
  iif(table_name IN ('custom_field', 'custom_choice'), row_id, NULL)
  FROM change WHERE id BETWEEN :first AND :last AND change_set_id = :set
    AND table_name IN ('contact', 'contact_point', 'note', 'contact_tag', 'tag', 'custom_value',
      'custom_field', 'custom_choice')
    AND (table_name <> 'contact' OR kind <> 'update' OR NOT instr(after, '"stage')
      OR json_remove(after, '$.stage', '$.stage_since', '$.stage_why', '$.stage_by') <> '{{}}')
"""
TAGGED = """
SELECT contact_id FROM contact_tag WHERE tag_id IN (SELECT value FROM json_each(?))
"""
FILLED_IN = """
SELECT contact_id FROM custom_value WHERE field_id IN (SELECT value FROM json_each(?1))
UNION SELECT contact_id FROM custom_value WHERE choice_id IN (SELECT value FROM json_each(?1))
"""
CONTACTS_MET = """
WITH touched AS (
  SELECT table_name, row_id, before FROM change
  WHERE id BETWEEN :first AND :last AND change_set_id = :set
)
SELECT l.contact_id FROM touched JOIN interaction_contact l ON l.interaction_id = row_id
  WHERE table_name = 'interaction'
UNION SELECT coalesce(
    (SELECT contact_id FROM interaction_contact l WHERE l.id = row_id),
    json_extract(before, '$.contact_id')) FROM touched WHERE table_name = 'interaction_contact'
"""
QUICK_EDIT = """
SELECT e.step_id FROM change_set e
JOIN change_set s ON s.id = :set
JOIN change a ON a.id = e.first_change_id
JOIN change b ON b.id = s.first_change_id
WHERE e.device_id = s.device_id AND e.sequence = s.sequence - 1
  AND e.op = s.op AND e.actor_id IS s.actor_id AND e.undoes_id IS NULL
  AND e.first_change_id = e.last_change_id
  AND a.kind = 'update' AND b.kind = 'update'
  AND a.table_name = b.table_name AND a.row_id = b.row_id
  AND (SELECT group_concat(key) FROM json_each(a.after))
    = (SELECT group_concat(key) FROM json_each(b.after))
  -- A text typed back would make a step that does nothing, at which undo stops.
  AND b.after <> (SELECT f.before FROM change_set t JOIN change f ON f.id = t.first_change_id
    WHERE t.id = e.step_id)
  AND abs(unixepoch(s.happened_at) - unixepoch(e.happened_at)) < :seconds
  -- Another PC may have taken it back meanwhile.
  AND NOT EXISTS (SELECT 1 FROM change_set u WHERE u.undoes_id = e.step_id AND u.clock > e.clock)
"""
