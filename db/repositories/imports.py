"""Importing staged rows: matching, adding, updating, all set-based in SQL.

Matching answers for each row which contact it is:

    Dangol's id > another program's number > phone, e-mail, name + birthday, number

A phone or an e-mail is shared by families and offices: where the names differ it makes a row
doubtful, and a doubtful row, or one that fits several contacts, fails as 'ambiguous'. Rows of
the file that fit nobody in the book are compared with one another by the same rules.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from db.ids import IdSource
from db.models.base import ALIVE
from db.models.contact import CONSENTS
from db.models.imports import ImportBatch
from db.staging import POINT, SCALARS

OUTCOMES = ("added", "updated", "same", "skipped", "failed")
MATCHES = ("phone", "email", "name+birthday", "number")
C_ALIVE = " AND ".join(f"c.{part}" for part in ALIVE.split(" AND "))
SAME_NAME = (
    "(NOT r.named OR r.name_key = c.name_key OR length(r.name_key) > 1 AND length(c.name_key) > 1"
    " AND (instr(r.name_key, c.name_key) OR instr(c.name_key, r.name_key))"
    # A contact known by its number alone takes any name.
    " OR EXISTS (SELECT 1 FROM contact_point s WHERE s.contact_id = c.id AND s.value = c.name))"
)
KINDS = ("phone", "email", "address", "link")
OVERWRITABLE = (*(c for c in SCALARS if c not in CONSENTS), *KINDS)


@dataclass(frozen=True, slots=True)
class ImportRules:
    """How rows become changes: `mode` is 'add', 'update' or 'both'."""

    mode: str
    match: Collection[str]
    overwrite: Collection[str]


@dataclass(frozen=True, slots=True)
class RowOutcome:
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
        connection = self._session.connection()
        connection.info["stage"] = True  # the engine detaches it when the connection goes back
        connection.exec_driver_sql("ATTACH ? AS stage", (str(stage),))
        steps: list[Callable[[], None]] = [
            lambda: _forget(connection),
            lambda: _match(connection, rules),
            lambda: _group(connection, rules),
            lambda: self._add(connection),
            lambda: self._update(connection, rules, check),
        ]
        for step in steps:
            step()
            check()
        found = connection.exec_driver_sql("SELECT outcome, count(*) FROM stage.row GROUP BY 1")
        return dict.fromkeys(OUTCOMES, 0) | dict(found.all())

    def outcomes(self, among: Collection[str] = OUTCOMES) -> Iterable[RowOutcome]:
        """Return what became of the rows just run, by line."""
        holes = ", ".join("?" * len(among))
        found = self._session.connection().exec_driver_sql(
            f"SELECT line, outcome, reason, contact_id FROM stage.row WHERE outcome IN ({holes})"
            " ORDER BY line",
            tuple(among),
        )
        return [RowOutcome(*row) for row in found]

    def kept_consents(self) -> list[tuple[int, str]]:
        """Return (line, column) where the file would have loosened a consent."""
        found = self._session.connection().exec_driver_sql("SELECT line, field FROM stage.kept")
        return [(line, field) for line, field in found]

    def record(self, values: Mapping[str, object], counts: Mapping[str, int]) -> int:
        """Keep the batch and the outcome of each row; return the batch's id."""
        batch = ImportBatch(
            id=self._ids.next(),
            happened_at=self._now(),
            **{**values, **counts},
        )
        self._session.add(batch)
        self._session.flush()
        self._session.connection().exec_driver_sql(
            "INSERT INTO import_row (batch_id, line, outcome, reason, contact_id)"
            " SELECT ?, line, outcome, reason, contact_id FROM stage.row",
            (batch.id,),
        )
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

    def same_file(self, sha256: str) -> ImportBatch | None:
        """Return the newest import of the very same file."""
        query = select(ImportBatch).where(ImportBatch.sha256 == sha256)
        return self._session.scalar(query.order_by(ImportBatch.id.desc()).limit(1))

    def remembered(self, fingerprint: str) -> str | None:
        """Return the mapping (JSON) last used for a file of these headers."""
        query = select(ImportBatch.mapping).where(ImportBatch.fingerprint == fingerprint)
        return self._session.scalar(query.order_by(ImportBatch.id.desc()).limit(1))

    def _add(self, connection: Connection) -> None:
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

    def _update(
        self, connection: Connection, rules: ImportRules, check: Callable[[], None]
    ) -> None:
        """Bring rows into contacts that exist by now, one row of each contact at a time."""
        connection.exec_driver_sql(
            "UPDATE stage.row SET round = n.round FROM (SELECT line, row_number() OVER"
            " (PARTITION BY contact_id ORDER BY line) AS round FROM stage.row"
            " WHERE outcome IS NULL) n WHERE n.line = row.line AND row.outcome IS NULL"
        )
        rounds = connection.exec_driver_sql("SELECT max(round) FROM stage.row").scalar() or 0
        if rounds:
            connection.exec_driver_sql(
                "CREATE INDEX IF NOT EXISTS stage.row_round ON row (round) WHERE round IS NOT NULL"
            )
        for number in range(1, rounds + 1):
            check()
            _note_changes(connection, rules, number)
            self._change_scalars(connection, rules, number)
            self._replace_points(connection, rules, number)
            self._add_children(connection, f"r.round = {number}", fresh=False)
            connection.exec_driver_sql(
                "UPDATE stage.row SET outcome = iif(changed, 'updated', 'same') WHERE round = ?",
                (number,),
            )

    def _change_scalars(self, connection: Connection, rules: ImportRules, number: int) -> None:
        sets = ", ".join(f"{c} = {_new_value(c, rules)}" for c in SCALARS)
        connection.exec_driver_sql(
            f"UPDATE contact AS c SET {sets},"
            f" name_key = iif({_new_value('name', rules)} IS c.name, c.name_key, r.name_key),"
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
                    f" WHERE id IN (SELECT p.id FROM stage.row r {_replaced(kind)}"
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

    def _origin(self, connection: Connection) -> int | None:
        found = connection.exec_driver_sql("SELECT change_set_id FROM open_change_set").scalar()
        return None if found is None else int(found)


NEXT_POSITION = (
    "(SELECT coalesce(max(x.position) + 1, 0) FROM contact_point x"
    " WHERE x.contact_id = r.contact_id AND x.kind = s.kind)"
)
NO_POINT = (
    "NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.contact_id = r.contact_id"
    " AND p.kind = s.kind AND p.deleted_at IS NULL"
    " AND (p.value = s.value OR s.key <> '' AND p.key = s.key))"
)
# A note somebody deleted does not come back with the next import: deleted ones count as there.
NO_NOTE = "NOT EXISTS (SELECT 1 FROM note p WHERE p.contact_id = r.contact_id AND p.body = s.body)"
NO_EXTERNAL = (
    "NOT EXISTS (SELECT 1 FROM external_key p WHERE p.contact_id = r.contact_id"
    " AND p.system = s.system AND p.value = s.value AND p.deleted_at IS NULL)"
)
NO_TAG = (
    "NOT EXISTS (SELECT 1 FROM contact_tag p WHERE p.contact_id = r.contact_id"
    " AND p.tag_id = s.tag_id AND p.deleted_at IS NULL)"
)
# staging table, table, its columns, what an existing contact lacks it by, whether it has an order
CHILDREN: tuple[tuple[str, str, tuple[str, ...], str, bool], ...] = (
    ("point", "contact_point", POINT, NO_POINT, True),
    ("note", "note", ("body",), NO_NOTE, False),
    ("external", "external_key", ("system", "value"), NO_EXTERNAL, False),
)


def _forget(connection: Connection) -> None:
    """Start from the parsed rows, whatever an earlier rehearsal left in the staging file."""
    connection.exec_driver_sql("DELETE FROM stage.hit")
    connection.exec_driver_sql("DELETE FROM stage.kept")
    connection.exec_driver_sql("UPDATE stage.row SET outcome = 'failed' WHERE reason IS NOT NULL")


def _match(connection: Connection, rules: ImportRules) -> None:
    """Find out which contact in the book each row is."""
    if rules.mode == "add":
        return
    connection.exec_driver_sql(
        "UPDATE stage.row SET contact_id = (SELECT coalesce(c.merged_into_id, c.id)"
        " FROM contact c WHERE c.id = given_id AND c.deleted_at IS NULL)"
        " WHERE given_id IS NOT NULL AND outcome IS NULL"
    )
    for source in _match_queries(rules.match):
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO stage.hit (line, contact_id, sure) {source}"
        )
    doubtful = "1" if "name" in rules.overwrite else "0"
    # The strongest kind of evidence decides; within it only one contact may be left.
    connection.exec_driver_sql(
        "WITH best AS (SELECT line, max(sure) AS sure FROM stage.hit GROUP BY line),"
        " fit AS (SELECT h.line, min(h.contact_id) AS contact_id, count(*) AS n, h.sure"
        "  FROM stage.hit h JOIN best b ON b.line = h.line AND b.sure = h.sure GROUP BY h.line)"
        " UPDATE stage.row SET"
        f" contact_id = iif(f.n = 1 AND (f.sure > 0 OR {doubtful}), f.contact_id, NULL),"
        f" outcome = iif(f.n = 1 AND (f.sure > 0 OR {doubtful}), NULL, 'failed'),"
        f" reason = iif(f.n = 1 AND (f.sure > 0 OR {doubtful}), NULL, 'ambiguous')"
        " FROM fit f WHERE f.line = row.line"
    )


def _match_queries(match: Collection[str]) -> list[str]:
    open_rows = "r.outcome IS NULL AND r.contact_id IS NULL"
    point = (
        f"SELECT r.line, c.id, {SAME_NAME} FROM stage.row r"
        " JOIN stage.point s ON s.line = r.line AND s.kind = '{kind}' AND s.key <> ''"
        " JOIN contact_point p ON p.key = s.key AND p.kind = s.kind AND p.deleted_at IS NULL"
        f" JOIN contact c ON c.id = p.contact_id AND {C_ALIVE} WHERE {open_rows}"
    )
    queries = {
        "phone": point.replace("{kind}", "phone"),
        "email": point.replace("{kind}", "email"),
        "name+birthday": (
            "SELECT r.line, c.id, 1 FROM stage.row r JOIN contact c ON c.name_key = r.name_key"
            f" AND c.birthday = r.birthday AND {C_ALIVE}"
            f" WHERE {open_rows} AND r.birthday IS NOT NULL AND r.name_key <> ''"
        ),
        "number": (
            "SELECT r.line, c.id, 1 FROM stage.row r JOIN contact c ON c.number = r.number"
            f" AND {C_ALIVE} WHERE {open_rows} AND r.number IS NOT NULL"
        ),
    }
    external = (
        "SELECT r.line, c.id, 2 FROM stage.row r JOIN stage.external s ON s.line = r.line"
        " JOIN external_key p ON p.value = s.value AND p.system = s.system"
        f" AND p.deleted_at IS NULL JOIN contact c ON c.id = p.contact_id AND {C_ALIVE}"
        f" WHERE {open_rows}"
    )
    return [external, *(queries[key] for key in MATCHES if key in match)]


def _group(connection: Connection, rules: ImportRules) -> None:
    """Let the first of the rows that are one and the same person lead the others."""
    if rules.mode == "update":
        connection.exec_driver_sql(
            "UPDATE stage.row SET outcome = 'skipped', reason = 'not_found'"
            " WHERE outcome IS NULL AND contact_id IS NULL"
        )
        return
    connection.exec_driver_sql(
        "UPDATE stage.row SET leader = line WHERE outcome IS NULL AND contact_id IS NULL"
    )
    if rules.mode == "add":
        _let_one_keep_its_id(connection)
        return
    left = "r.leader IS NOT NULL"
    same = ["SELECT min(r.line) OVER (PARTITION BY r.given_id) AS lead, r.line FROM stage.row r"
            f" WHERE {left} AND r.given_id IS NOT NULL",
            "SELECT min(r.line) OVER (PARTITION BY s.system, s.value), r.line FROM stage.row r"
            " JOIN stage.external s ON s.line = r.line"
            f" WHERE {left} AND r.given_id IS NULL"]  # fmt: skip
    # Few keys come twice in a file: those alone are worth sorting.
    point = (
        "SELECT min(r.line) OVER (PARTITION BY s.key, r.name_key), r.line FROM stage.point s"
        " JOIN stage.row r ON r.line = s.line WHERE s.kind = '{kind}' AND s.key IN"
        " (SELECT key FROM stage.point WHERE key <> '' GROUP BY key HAVING count(*) > 1)"
        f" AND {left} AND r.given_id IS NULL"
    )
    others = {
        "phone": point.replace("{kind}", "phone"),
        "email": point.replace("{kind}", "email"),
        "name+birthday": (
            "SELECT min(r.line) OVER (PARTITION BY r.name_key, r.birthday), r.line"
            f" FROM stage.row r WHERE {left} AND r.given_id IS NULL AND r.birthday IS NOT NULL"
            " AND r.name_key <> ''"
        ),
        "number": (
            "SELECT min(r.line) OVER (PARTITION BY r.number), r.line FROM stage.row r"
            f" WHERE {left} AND r.given_id IS NULL AND r.number IS NOT NULL"
        ),
    }
    same += [others[key] for key in MATCHES if key in rules.match]
    connection.exec_driver_sql(
        "UPDATE stage.row SET leader = g.lead FROM"
        f" (SELECT line, min(lead) AS lead FROM ({' UNION ALL '.join(same)}) GROUP BY line"
        "  HAVING min(lead) < line) g WHERE g.line = row.line"
    )
    # A leader may itself follow somebody through another key: go up until nobody does.
    while connection.exec_driver_sql(
        "UPDATE stage.row SET leader = l.leader FROM stage.row l"
        " WHERE l.line = row.leader AND l.leader < row.leader"
    ).rowcount:
        pass


def _let_one_keep_its_id(connection: Connection) -> None:
    """Where rows that stay apart carry the same id of Dangol's, the first alone keeps it."""
    connection.exec_driver_sql(
        "UPDATE stage.row SET given_id = NULL FROM (SELECT line, row_number() OVER"
        " (PARTITION BY given_id ORDER BY line) AS place FROM stage.row"
        " WHERE given_id IS NOT NULL AND leader IS NOT NULL) d"
        " WHERE d.line = row.line AND d.place > 1"
    )


def _new_value(column: str, rules: ImportRules) -> str:
    """Return SQL for what a column of contact `c` becomes, given row `r`; blank never erases."""
    if column in CONSENTS:  # tightened, never loosened
        return f"iif(r.{column} = 'denied', 'denied', c.{column})"
    wanted = "birthday" if column == "birthday_calendar" else column
    if wanted in rules.overwrite:
        guard = "r.named AND " if column == "name" else ""
        return f"iif({guard}r.{column} IS NOT NULL, r.{column}, c.{column})"
    if column == "name":
        stands_in = "SELECT 1 FROM contact_point s WHERE s.contact_id = c.id AND s.value = c.name"
        return f"iif(r.named AND r.name_key <> c.name_key AND EXISTS ({stands_in}), r.name, c.name)"
    if column == "birthday_calendar":
        return f"iif(c.birthday IS NULL, r.{column}, c.{column})"
    return f"coalesce(c.{column}, r.{column})"


def _replaced(kind: str) -> str:
    """Return the joins to points `p` of row `r`'s contact that the row's own do not include."""
    return (
        f"JOIN contact_point p ON p.contact_id = r.contact_id AND p.kind = '{kind}'"
        " AND p.deleted_at IS NULL AND EXISTS (SELECT 1 FROM stage.point s"
        f"  WHERE s.line = r.line AND s.kind = '{kind}')"
        " AND NOT EXISTS (SELECT 1 FROM stage.point s WHERE s.line = r.line AND s.kind = p.kind"
        "  AND (s.value = p.value OR s.key <> '' AND s.key = p.key))"
    )


def _note_changes(connection: Connection, rules: ImportRules, number: int) -> None:
    """Mark the rows of this round that bring anything new: 2 new values, 1 only additions."""
    differs = " OR ".join(f"c.{c} IS NOT {_new_value(c, rules)}" for c in SCALARS)
    additions = " OR ".join(
        f"EXISTS (SELECT 1 FROM stage.{table} s WHERE s.line = r.line AND {absent})"
        for table, absent in [*((t, a) for t, _t, _c, a, _p in CHILDREN), ("tag", NO_TAG)]
    )
    for kind in KINDS:
        if kind in rules.overwrite:
            # The row is already `r` out there: its contact's points are looked up from it.
            joins = _replaced(kind).removeprefix("JOIN contact_point p ON ")
            additions += f" OR EXISTS (SELECT 1 FROM contact_point p WHERE {joins})"
    connection.exec_driver_sql(
        f"UPDATE stage.row SET changed = n.changed FROM (SELECT r.line, CASE WHEN {differs} THEN 2"
        f" WHEN {additions} THEN 1 ELSE 0 END AS changed FROM stage.row r"
        " JOIN contact c ON c.id = r.contact_id WHERE r.round = ?) n WHERE n.line = row.line",
        (number,),
    )
    for column in CONSENTS:
        connection.exec_driver_sql(
            "INSERT INTO stage.kept SELECT r.line, ? FROM stage.row r"
            " JOIN contact c ON c.id = r.contact_id"
            f" WHERE r.round = ? AND r.{column} = 'granted' AND c.{column} IS NOT 'granted'",
            (column, number),
        )


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
