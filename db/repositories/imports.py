"""Importing staged rows: matching, adding, updating, all set-based in SQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from db.bare import read
from db.ids import IdSource
from db.models.contact import CONSENTS, Contact
from db.models.imports import ImportBatch, ImportRow
from db.repositories.import_bonds import add_bonds, define_types
from db.repositories.import_changes import (
    CHILDREN,
    KINDS,
    NEXT_POSITION,
    NO_TAG,
    foresee,
    new_value,
    note_changes,
    number_rounds,
    replaced,
)
from db.repositories.import_custom import add_values, define
from db.repositories.import_matching import ImportRules, decide, forget, group, match_rows
from db.staging import SCALARS

__all__ = ["OUTCOMES", "OVERWRITABLE", "ImportRepository", "ImportRules", "RowOutcome"]


OUTCOMES = ("added", "updated", "same", "skipped", "failed")
OVERWRITABLE = (*(c for c in SCALARS if c not in CONSENTS), *KINDS)


class RowOutcome(NamedTuple):
    """What became of one row of the file."""

    line: int
    outcome: str
    reason: str | None
    contact_id: int | None


class ImportRepository:
    """Runs an import inside the open change set, keeps what became of each row; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def run(self, stage: Path, rules: ImportRules, check: Callable[[], None]) -> dict[str, int]:
        """Bring the staged rows in; return how many rows had which outcome.

        `check` is called between steps and may raise to call it off.
        """
        connection = self.attached(stage)
        return self._stepped(
            connection,
            check,
            lambda: forget(connection),
            lambda: match_rows(connection, rules),
            lambda: decide(connection, rules),
            lambda: group(connection, rules),
            lambda: define(connection, self._now(), self._origin(connection)),
            lambda: define_types(connection, self._now(), self._origin(connection)),
            lambda: self._add(connection, rules),
            lambda: self._update(connection, rules, check),
        )

    def foresee(self, stage: Path, rules: ImportRules, check: Callable[[], None]) -> dict[str, int]:
        """Return what `run` would, without writing to the shop: fast, and nearly always the same.

        Rows that follow another one of the file into the same contact count as updates; whether
        they bring anything new is known only once that other row is in.
        """
        connection = self.attached(stage)
        return self._stepped(
            connection,
            check,
            lambda: forget(connection),
            lambda: match_rows(connection, rules),
            lambda: decide(connection, rules),
            lambda: group(connection, rules),
            lambda: foresee(connection, rules),
        )

    def candidates(self) -> list[tuple[int, int, str]]:
        """Return (line, contact, its name) for each contact a doubtful row of this run fits."""
        found = self._session.connection().exec_driver_sql(
            "SELECT DISTINCT h.line, c.id, c.name FROM stage.hit h JOIN stage.row r"
            " ON r.line = h.line AND (r.reason = 'ambiguous' OR r.told IS NOT NULL)"
            " JOIN contact c ON c.id = h.contact_id ORDER BY h.line, h.sure DESC, c.id"
        )
        return [(line, contact_id, name) for line, contact_id, name in found]

    def attached(self, stage: Path) -> Connection:
        """Return the connection with the staging file attached, once for a transaction."""
        connection = self._session.connection()
        if not connection.info.get("stage"):
            connection.info["stage"] = True  # the engine detaches it when the connection goes back
            connection.exec_driver_sql("ATTACH ? AS stage", (str(stage),))
        return connection

    def _stepped(
        self, connection: Connection, check: Callable[[], None], *steps: Callable[[], None]
    ) -> dict[str, int]:
        for step in steps:
            step()
            check()
        found = connection.exec_driver_sql("SELECT outcome, count(*) FROM stage.row GROUP BY 1")
        return dict.fromkeys(OUTCOMES, 0) | dict(found.all())

    def outcomes(self, among: Collection[str] = OUTCOMES) -> Iterable[RowOutcome]:
        """Return what became of the rows just run, by line."""
        holes = ", ".join("?" * len(among))
        found = read(
            self._session.connection(),
            f"SELECT line, outcome, reason, contact_id FROM stage.row WHERE outcome IN ({holes})"
            " ORDER BY line",
            tuple(among),
        )
        return list(map(RowOutcome._make, found))

    def kept_consents(self) -> list[tuple[int, str]]:
        """Return (line, column) where the file would have loosened a consent."""
        found = self._session.connection().exec_driver_sql("SELECT line, field FROM stage.kept")
        return [(line, field) for line, field in found]

    def record(self, values: Mapping[str, object], counts: Mapping[str, int]) -> int:
        """Keep the batch and the outcome of each row; return the batch's id."""
        batch_id = self.add_batch(values, counts)
        self._session.connection().exec_driver_sql(
            "INSERT INTO import_row (batch_id, line, outcome, reason, contact_id)"
            " SELECT ?, line, outcome, reason, contact_id FROM stage.row",
            (batch_id,),
        )
        return batch_id

    def add_batch(self, values: Mapping[str, object], counts: Mapping[str, int]) -> int:
        """Keep that an import was made; return the batch's id."""
        batch = ImportBatch(
            id=self._ids.next(),
            happened_at=self._now(),
            **{**values, **counts},
        )
        self._session.add(batch)
        self._session.flush()
        return batch.id

    def keep_cells(
        self, batch_id: int, rows: Iterable[tuple[int, str, str, Sequence[object]]]
    ) -> None:
        """Keep the cells of rows that were left out: (line, outcome, reason, cells)."""
        connection = self._session.connection()
        lines = [
            (
                json.dumps([_plain(c) for c in cells], ensure_ascii=False),
                batch_id,
                line,
                outcome,
                reason,
            )
            for line, outcome, reason, cells in rows
        ]
        if not lines:
            return
        connection.exec_driver_sql(
            "DELETE FROM import_row WHERE batch_id = ? AND outcome = 'failed'", (batch_id,)
        )
        connection.exec_driver_sql(
            "INSERT INTO import_row (cells, batch_id, line, outcome, reason)"
            " VALUES (?, ?, ?, ?, ?)",
            lines,
        )

    def batch(self, batch_id: int) -> ImportBatch | None:
        """Return a batch, by its id or that of its change set."""
        found = self._session.get(ImportBatch, batch_id)
        if found is None:
            query = select(ImportBatch).where(ImportBatch.change_set_id == batch_id)
            found = self._session.scalar(query)
        return found

    def batches(self, *, limit: int, before: int | None = None) -> Sequence[ImportBatch]:
        """Return the newest imports, newest first; `before` is the batch to go on from."""
        query = select(ImportBatch).order_by(ImportBatch.id.desc()).limit(limit)
        if before is not None:
            query = query.where(ImportBatch.id < before)
        return self._session.scalars(query).all()

    def batch_rows(
        self, batch_id: int, outcomes: Collection[str], *, limit: int
    ) -> Sequence[tuple[ImportRow, str]]:
        """Return rows of an import by line, each with the name of its contact or ''."""
        query = (
            select(ImportRow, func.coalesce(Contact.name, ""))
            .outerjoin(Contact, Contact.id == ImportRow.contact_id)
            .where(ImportRow.batch_id == batch_id, ImportRow.outcome.in_(outcomes))
            .order_by(ImportRow.line)
            .limit(limit)
        )
        return [(row, name) for row, name in self._session.execute(query)]

    def same_file(self, sha256: str, kind: str | None = None) -> ImportBatch | None:
        """Return the newest import of the very same file, for its contacts or for a `kind`."""
        query = select(ImportBatch).where(ImportBatch.sha256 == sha256, ImportBatch.kind.is_(kind))
        return self._session.scalar(query.order_by(ImportBatch.id.desc()).limit(1))

    def remembered(self, fingerprint: str) -> str | None:
        """Return the mapping (JSON) last used for a file of these headers."""
        query = select(ImportBatch.mapping).where(ImportBatch.fingerprint == fingerprint)
        return self._session.scalar(query.order_by(ImportBatch.id.desc()).limit(1))

    def _add(self, connection: Connection, rules: ImportRules) -> None:
        """Insert the contacts of rows that lead a group nobody in the book fits."""
        last = connection.exec_driver_sql("SELECT max(line) FROM stage.row").scalar() or 0
        base = self._ids.reserve(last + 1)
        connection.exec_driver_sql(
            "UPDATE stage.row SET outcome = 'added', contact_id = CASE WHEN given_id IS NULL"
            " OR EXISTS (SELECT 1 FROM contact c WHERE c.id = given_id) THEN ? + line"
            " ELSE given_id END WHERE outcome IS NULL AND contact_id IS NULL AND leader = line",
            (base,),
        )
        connection.exec_driver_sql(
            "UPDATE stage.row SET contact_id = (SELECT l.contact_id FROM stage.row l"
            " WHERE l.line = row.leader) WHERE outcome IS NULL AND contact_id IS NULL"
        )
        now = self._now()
        scalars = ", ".join(SCALARS)
        connection.exec_driver_sql(
            f"INSERT INTO contact (id, {scalars}, name_key, created_at, updated_at, origin)"
            f" SELECT contact_id, {scalars}, name_key, ?, ?, ? FROM stage.row"
            " WHERE outcome = 'added' ORDER BY line",
            (now, now, self._origin(connection)),
        )
        self._add_children(connection, "r.outcome = 'added'", fresh=True)
        self._add_custom(connection, "r.outcome = 'added'", rules)
        self._add_bonds(connection, "r.outcome = 'added'")

    def _update(
        self, connection: Connection, rules: ImportRules, check: Callable[[], None]
    ) -> None:
        """Bring rows into contacts that exist by now, one row of each contact at a time."""
        number_rounds(connection)
        rounds = connection.exec_driver_sql("SELECT max(round) FROM stage.row").scalar() or 0
        if rounds:
            connection.exec_driver_sql(
                "CREATE INDEX IF NOT EXISTS stage.row_round ON row (round) WHERE round IS NOT NULL"
            )
        for number in range(1, rounds + 1):
            check()
            note_changes(connection, rules, number)
            self._change_scalars(connection, rules, number)
            self._replace_points(connection, rules, number)
            self._add_children(connection, f"r.round = {number}", fresh=False)
            self._add_custom(connection, f"r.round = {number}", rules)
            self._add_bonds(connection, f"r.round = {number}")
            connection.exec_driver_sql(
                "UPDATE stage.row SET outcome = iif(changed, 'updated', 'same') WHERE round = ?",
                (number,),
            )

    def _change_scalars(self, connection: Connection, rules: ImportRules, number: int) -> None:
        sets = ", ".join(f"{c} = {new_value(c, rules)}" for c in SCALARS)
        connection.exec_driver_sql(
            f"UPDATE contact AS c SET {sets},"
            f" name_key = iif({new_value('name', rules)} IS c.name, c.name_key, r.name_key),"
            " updated_at = ? FROM stage.row r"
            " WHERE r.round = ? AND r.changed = 2 AND c.id = r.contact_id",
            (self._now(), number),
        )

    def _replace_points(self, connection: Connection, rules: ImportRules, number: int) -> None:
        """Put in the trash the phones, e-mails … that a chosen column of the file replaces."""
        for kind in KINDS:
            if kind in rules.overwrite:
                connection.exec_driver_sql(
                    "UPDATE contact_point SET deleted_at = ?, updated_at = ?"
                    f" WHERE id IN (SELECT p.id FROM stage.row r {replaced(kind)}"
                    " WHERE r.round = ?)",
                    (self._now(), self._now(), number),
                )

    def _add_children(self, connection: Connection, which: str, *, fresh: bool) -> None:
        """Add the points, tags, notes and numbers of some rows; `fresh` contacts have none yet."""
        now, origin = self._now(), self._origin(connection)
        for table, target, columns, absent, position in CHILDREN:
            last = connection.exec_driver_sql(f"SELECT max(id) FROM stage.{table}").scalar() or 0
            base = self._ids.reserve(last + 1)
            missing = "" if fresh else f" AND {absent}"
            place = ", position" if position else ""
            value = (
                ""
                if not position
                else (", s.position" if fresh else f", s.position + {NEXT_POSITION}")
            )
            listed = ", ".join(columns)
            picked = ", ".join(f"s.{c}" for c in columns)
            connection.exec_driver_sql(
                f"INSERT INTO {target} (id, contact_id, {listed}{place}, created_at, updated_at,"
                f" origin) SELECT ? + s.id, r.contact_id, {picked}{value}, ?, ?, ?"
                f" FROM stage.row r JOIN stage.{table} s ON s.line = r.line WHERE {which}{missing}",
                (base, now, now, origin),
            )
        _add_tags(connection, which, now, origin, fresh=fresh)

    def _add_custom(self, connection: Connection, which: str, rules: ImportRules) -> None:
        add_values(connection, which, rules.overwrite, self._now(), self._origin(connection))

    def _add_bonds(self, connection: Connection, which: str) -> None:
        last = connection.exec_driver_sql("SELECT max(id) FROM stage.day").scalar() or 0
        first_day = self._ids.reserve(last + 1)
        add_bonds(connection, which, self._now(), self._origin(connection), first_day)

    def _origin(self, connection: Connection) -> int | None:
        found = connection.exec_driver_sql("SELECT change_set_id FROM open_change_set").scalar()
        return None if found is None else int(found)


def _add_tags(
    connection: Connection, which: str, now: str, origin: int | None, *, fresh: bool
) -> None:
    """Put the rows' tags on their contacts, making or reviving tags and links as needed."""
    wanted = f"FROM stage.row r JOIN stage.tag s ON s.line = r.line WHERE {which}"
    connection.exec_driver_sql(
        "INSERT INTO tag (id, name, created_at, updated_at, origin)"
        f" SELECT s.tag_id, min(s.name), ?, ?, ? {wanted}"
        " AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.id = s.tag_id) GROUP BY s.tag_id",
        (now, now, origin),
    )
    links = (
        "SELECT p.id FROM stage.row r JOIN stage.tag s ON s.line = r.line JOIN contact_tag p"
        " ON p.contact_id = r.contact_id AND p.tag_id = s.tag_id"
        f" WHERE p.deleted_at IS NOT NULL AND {which}"
    )
    revived = {"tag": f"SELECT s.tag_id {wanted}"} | ({} if fresh else {"contact_tag": links})
    for table, ids in revived.items():
        connection.exec_driver_sql(
            f"UPDATE {table} SET deleted_at = NULL, updated_at = ? WHERE deleted_at IS NOT NULL"
            f" AND id IN ({ids})",
            (now,),
        )
    missing = "" if fresh else f" AND {NO_TAG}"
    # Sorted by their ids, which are as good as random, links are written side by side.
    connection.exec_driver_sql(
        "INSERT INTO contact_tag (id, contact_id, tag_id, created_at, updated_at, origin)"
        " SELECT meaning_id(contact_id, tag_id), contact_id, tag_id, ?, ?, ?"
        f" FROM (SELECT DISTINCT r.contact_id, s.tag_id {wanted}{missing}) ORDER BY 1",
        (now, now, origin),
    )


def _plain(cell: object) -> object:
    """Return a cell as JSON can keep it."""
    return cell if cell is None or isinstance(cell, (str, int, float, bool)) else str(cell)
