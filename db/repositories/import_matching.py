"""Which contact each staged row of an import is: matched, decided, grouped, all in SQL.

    Dangol's id > another program's number > phone, e-mail, name + birthday, number

A phone or an e-mail is shared by families and offices: where the names differ it makes a row
doubtful, and a doubtful row, or one that fits several contacts, fails as 'ambiguous'. Rows of
the file that fit nobody in the book are compared with one another by the same rules.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from db.alive import ALIVE

MATCHES = ("phone", "email", "name+birthday", "name+address", "name", "number")
C_ALIVE = " AND ".join(f"c.{part}" for part in ALIVE.split(" AND "))
# As a market writes 김*수: a name that any other may turn out to be.
STARRED = "instr(c.name, '*')"
SAME_NAME = (
    "(NOT r.named OR r.name_key = c.name_key OR length(r.name_key) > 1 AND length(c.name_key) > 1"
    " AND (instr(r.name_key, c.name_key) OR instr(c.name_key, r.name_key))"
    # A contact known by its number alone takes any name.
    " OR EXISTS (SELECT 1 FROM contact_point s WHERE s.contact_id = c.id AND s.value = c.name)"
    f" OR {STARRED})"
)


@dataclass(frozen=True, slots=True)
class ImportRules:
    """How rows become changes: `mode` is 'add', 'update' or 'both'."""

    mode: str
    match: Collection[str]
    overwrite: Collection[str]
    look_alikes: str = "ask"  # what becomes of doubtful rows: ask, add, update, skip
    apart: bool = False  # a phone or e-mail under another name is another person's


def forget(connection: Connection) -> None:
    """Start from the parsed rows, whatever an earlier rehearsal left in the staging file."""
    connection.exec_driver_sql("DELETE FROM stage.hit")
    connection.exec_driver_sql("DELETE FROM stage.kept")
    connection.exec_driver_sql("UPDATE stage.row SET outcome = 'failed' WHERE reason IS NOT NULL")
    connection.exec_driver_sql(
        "UPDATE stage.row SET outcome = 'skipped', reason = 'left_out' WHERE told = 'skip'"
    )


def match_rows(connection: Connection, rules: ImportRules) -> None:
    """Find out which contact in the book each row is."""
    if rules.mode == "add":
        return
    connection.exec_driver_sql(
        "UPDATE stage.row SET contact_id = (SELECT coalesce(c.merged_into_id, c.id)"
        " FROM contact c WHERE c.id = given_id AND c.deleted_at IS NULL)"
        " WHERE given_id IS NOT NULL AND outcome IS NULL"
    )
    # Who was merged into somebody who was merged later leads to the last one.
    while connection.exec_driver_sql(
        "UPDATE stage.row SET contact_id = c.merged_into_id FROM contact c"
        " WHERE c.id = row.contact_id AND c.merged_into_id IS NOT NULL"
    ).rowcount:
        pass
    for source in _match_queries(rules.match):
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO stage.hit (line, contact_id, sure) {source}"
        )
    doubtful = "1" if "name" in rules.overwrite else "0"
    fits = f"f.n = 1 AND (f.sure > 0 OR {doubtful})"
    settled = f"{fits} OR f.sure = 0" if rules.apart else fits
    # The strongest kind of evidence decides; within it only one contact may be left.
    connection.exec_driver_sql(
        "WITH best AS (SELECT line, max(sure) AS sure FROM stage.hit GROUP BY line),"
        " fit AS (SELECT h.line, min(h.contact_id) AS contact_id, count(*) AS n, h.sure"
        "  FROM stage.hit h JOIN best b ON b.line = h.line AND b.sure = h.sure GROUP BY h.line)"
        " UPDATE stage.row SET"
        f" contact_id = iif({fits}, f.contact_id, NULL),"
        f" outcome = iif({settled}, NULL, 'failed'),"
        f" reason = iif({settled}, NULL, 'ambiguous')"
        " FROM fit f WHERE f.line = row.line"
    )


def _match_queries(match: Collection[str]) -> list[str]:
    open_rows = "r.outcome IS NULL AND r.contact_id IS NULL"
    point = (
        f"SELECT r.line, c.id, {SAME_NAME} FROM stage.row r"
        " JOIN stage.point s ON s.line = r.line AND s.kind = '{kind}' AND s.key <> ''"
        # SQLite takes the index of keys only where it sees that none is empty.
        " JOIN contact_point p ON p.key = s.key AND p.key <> '' AND p.kind = s.kind"
        " AND p.deleted_at IS NULL"
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
        "name+address": (
            "SELECT r.line, c.id, 1 FROM stage.row r"
            " JOIN stage.point s ON s.line = r.line AND s.kind = 'address'"
            f" JOIN contact c ON c.name_key = r.name_key AND {C_ALIVE}"
            " JOIN contact_point p ON p.contact_id = c.id AND p.kind = 'address'"
            " AND p.deleted_at IS NULL AND name_key(p.value) = name_key(s.value)"
            f" WHERE {open_rows} AND r.named AND r.name_key <> ''"
        ),
        "name": (
            "SELECT r.line, c.id, 1 FROM stage.row r JOIN contact c ON c.name_key = r.name_key"
            f" AND {C_ALIVE} WHERE {open_rows} AND r.named AND r.name_key <> ''"
            " AND NOT EXISTS (SELECT 1 FROM stage.point s WHERE s.line = r.line)"
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


def decide(connection: Connection, rules: ImportRules) -> None:
    """Let what a person decided settle doubtful rows: one by one, then by the rule for the rest."""
    open_ = "(reason IS NULL OR reason = 'ambiguous')"
    connection.exec_driver_sql(
        "UPDATE stage.row SET outcome = NULL, reason = NULL, contact_id = c.id FROM contact c"
        f" WHERE typeof(told) = 'integer' AND c.id = told AND {C_ALIVE} AND {open_}"
    )
    apart = "outcome = NULL, reason = NULL, contact_id = NULL"
    doubtful = "reason = 'ambiguous'"
    connection.exec_driver_sql(f"UPDATE stage.row SET {apart} WHERE told = 'add' AND {open_}")
    if rules.look_alikes == "add":
        connection.exec_driver_sql(f"UPDATE stage.row SET {apart} WHERE {doubtful}")
    elif rules.look_alikes == "skip":
        connection.exec_driver_sql(
            f"UPDATE stage.row SET outcome = 'skipped', reason = 'left_out' WHERE {doubtful}"
        )
    elif rules.look_alikes == "update":
        connection.exec_driver_sql(
            "UPDATE stage.row SET outcome = NULL, reason = NULL, contact_id = (SELECT h.contact_id"
            " FROM stage.hit h WHERE h.line = row.line ORDER BY h.sure DESC, h.contact_id LIMIT 1)"
            f" WHERE {doubtful}"
        )


def group(connection: Connection, rules: ImportRules) -> None:
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
    kinds = ", ".join(f"'{kind}'" for kind in ("phone", "email") if kind in rules.match)
    same.append(
        "SELECT min(r.line) OVER (PARTITION BY s.kind, s.key, r.name_key), r.line"
        " FROM stage.point s JOIN stage.row r ON r.line = s.line"
        f" WHERE s.kind IN ({kinds}) AND s.key IN"
        " (SELECT key FROM stage.point WHERE key <> '' GROUP BY key HAVING count(*) > 1)"
        f" AND {left} AND r.given_id IS NULL"
    )
    others = {
        "name+birthday": (
            "SELECT min(r.line) OVER (PARTITION BY r.name_key, r.birthday), r.line"
            f" FROM stage.row r WHERE {left} AND r.given_id IS NULL"
            " AND (r.name_key, r.birthday) IN (SELECT name_key, birthday FROM stage.row"
            "  WHERE birthday IS NOT NULL AND name_key <> '' GROUP BY 1, 2 HAVING count(*) > 1)"
        ),
        "name+address": (
            "SELECT min(r.line) OVER (PARTITION BY name_key(s.value), r.name_key), r.line"
            " FROM stage.point s JOIN stage.row r ON r.line = s.line WHERE s.kind = 'address'"
            f" AND {left} AND r.given_id IS NULL AND r.named AND r.name_key <> ''"
        ),
        "number": (
            "SELECT min(r.line) OVER (PARTITION BY r.number), r.line FROM stage.row r"
            f" WHERE {left} AND r.given_id IS NULL AND r.number IS NOT NULL"
        ),
    }
    same += [others[key] for key in MATCHES if key in rules.match and key in others]
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
