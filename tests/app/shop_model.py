"""A shop as plain rows in a dict: what the services must show after any order of steps.

It knows nothing of SQL. A step is what it did to each row; taking a step back gives every row
its old values, but overwrites no column that has changed since, and takes away no new row that
has changed or is needed by others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Key = tuple[str, int]
Row = dict[str, Any]  # without what is empty
Net = dict[Key, tuple[Row | None, Row | None]]
PARENTS = {
    "contact_point": {"contact_id": "contact"},
    "note": {"contact_id": "contact"},
    "contact_tag": {"contact_id": "contact", "tag_id": "tag"},
    "interaction_contact": {"contact_id": "contact", "interaction_id": "interaction"},
}
OWNERS = ("contact", "interaction")  # what a row may belong to
JOINED_WITHIN = 60  # seconds between two edits of one field that are one step


@dataclass
class Step:
    """One change set: what it did to each row (before, after), and what it took back."""

    op: str
    at: datetime
    did: Net
    id: int = 0  # of the change set
    undoes: Step | None = None
    joined: list[Step] = field(default_factory=list)  # with itself; shared by its fellows

    @property
    def first(self) -> Step:
        """The change set the whole step goes by."""
        return self.joined[0]


class ShopModel:
    """The rows of the shop and the steps that led to them, oldest first."""

    def __init__(self) -> None:
        self.rows: dict[Key, Row] = {}
        self.steps: list[Step] = []
        self.passed_over: list[Step] = []  # could not be taken back; undo goes on to earlier ones

    def do(self, op: str, at: datetime, after: dict[Key, Row]) -> bool:
        """Write these columns of these rows as one step; False where that changes nothing."""
        step = Step(op, at, self._difference(after))
        if step.did:
            self._write(step)
            self.passed_over = []
        return bool(step.did)

    def living(self, table: str, **wanted: object) -> dict[int, Row]:
        """The rows of a table that are not in the trash and have these values, by id."""
        return {
            row_id: row
            for (name, row_id), row in sorted(self.rows.items(), key=lambda item: item[0])
            if name == table
            and "deleted_at" not in row
            and all(row.get(column) == value for column, value in wanted.items())
        }

    # Taking back

    def is_undone(self, step: Step) -> bool:
        """Whether a step has been taken back and not done again."""
        return any(
            undo.undoes is step.first and not any(redo.undoes is undo for redo in self.steps)
            for undo in self.steps
        )

    def last_step(self) -> Step | None:
        """The step that undo takes back."""
        ahead = (s for s in reversed(self.steps) if s.undoes is None and not self.is_undone(s))
        return next((s.first for s in ahead if s.first not in self.passed_over), None)

    def last_undo(self) -> Step | None:
        """The undo that redo takes back; a new step has put an end to it."""
        for step in reversed(self.steps):
            if step.undoes is None:
                return None
            if step.undoes.undoes is None and not self.is_undone(step):
                return step
        return None

    def take_back(self, step: Step, op: str, at: datetime) -> tuple[bool, set[Key]]:
        """Undo a step, or an undo; return whether it did anything, and the rows it left alone."""
        net = _net(step.first)
        after, kept = self._inverse(net)
        kept |= self._spare(net, after, kept)
        taken = Step(op, at, self._difference(after), undoes=step.first)
        if taken.did:
            self._write(taken)
        if step.undoes is not None:
            self.passed_over = [] if taken.did else self.passed_over
        elif not taken.did:
            self.passed_over.append(step.first)
        return bool(taken.did), kept

    def _inverse(self, net: Net) -> tuple[dict[Key, Row | None], set[Key]]:
        """What each row would be set to, as far as nothing came later; and what came later."""
        after: dict[Key, Row | None] = {}
        kept = set()
        for key, (before, left) in net.items():
            now = self.rows.get(key)
            if before is not None and left is not None and now is not None:
                touched = [c for c in before | left if before.get(c) != left.get(c)]
                same = [c for c in touched if now.get(c) == left.get(c)]
                after[key] = {column: before.get(column) for column in same}
                kept |= {key} if len(same) < len(touched) else set()
            elif now == left:
                after[key] = before
            else:
                kept.add(key)
        return after, kept

    def _spare(self, net: Net, after: dict[Key, Row | None], kept: set[Key]) -> set[Key]:
        """Leave new rows that are needed, and what belongs to a new row that stays."""
        named: set[Key] = set()
        while True:
            gone = {key for key, row in after.items() if row is None}
            needed = {
                parent
                for child, row in self.rows.items()
                if child not in gone
                for parent in _parents(child, row)
            } & gone
            stay = {key for key, (before, _) in net.items() if before is None and key not in gone}
            owned = {
                key
                for key in gone
                if any((name, self.rows[key].get(f"{name}_id", 0)) in stay for name in OWNERS)
            }
            there = (self.rows.keys() | {key for key, row in after.items() if row}) - gone
            orphans = {
                key
                for key, row in after.items()
                if row and key not in self.rows and not _parents(key, row) <= there
            }
            if not needed | owned | orphans:
                return named
            named |= needed | orphans
            for key in needed | owned | orphans:
                del after[key]

    # Writing

    def _difference(self, after: Mapping[Key, Row | None]) -> Net:
        did: Net = {}
        for key, columns in after.items():
            before = self.rows.get(key)
            now = None if columns is None else _filled({**(before or {}), **columns})
            if now != before:
                did[key] = (before, now)
        return did

    def _write(self, step: Step) -> None:
        for key, (_before, now) in step.did.items():
            if now is None:
                del self.rows[key]
            else:
                self.rows[key] = now
        step.joined = self.steps[-1].joined if self._joins(step) else []
        step.joined.append(step)
        self.steps.append(step)

    def _joins(self, step: Step) -> bool:
        """Whether a step is one correction being typed together with the one before it."""
        if not self.steps or step.undoes or self.steps[-1].undoes:
            return False
        last = self.steps[-1]
        seconds = (step.at - last.at).total_seconds()
        field = _only_field(step)
        if last.op != step.op or seconds >= JOINED_WITHIN:
            return False
        if field is None or field != _only_field(last):
            return False
        ((key, (_before, now)),) = step.did.items()
        return last.first.did[key][0] != now  # else typed back, which joined would do nothing


def _only_field(step: Step) -> tuple[Key, frozenset[str]] | None:
    """The row and the columns that a step changed, if it changed a single row."""
    if len(step.did) != 1:
        return None
    ((key, (before, now)),) = step.did.items()
    if before is None or now is None:
        return None
    return key, frozenset(c for c in before | now if before.get(c) != now.get(c))


def _net(first: Step) -> Net:
    net: Net = {}
    for step in first.joined:
        for key, (before, after) in step.did.items():
            net[key] = (net[key][0] if key in net else before, after)
    return net


def _parents(key: Key, row: Row) -> set[Key]:
    return {(table, row[column]) for column, table in PARENTS.get(key[0], {}).items()}


def _filled(row: Row) -> Row:
    return {column: value for column, value in row.items() if value is not None}
