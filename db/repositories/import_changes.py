"""What staged rows of an import change in the contacts they are, all in SQL."""

from __future__ import annotations

from sqlalchemy import Connection

from db.models.contact import CONSENTS
from db.repositories.import_bonds import ABSENT
from db.repositories.import_custom import absent as lacks_custom
from db.repositories.import_custom import missing_choices
from db.repositories.import_matching import STARRED, ImportRules
from db.staging import POINT, SCALARS

KINDS = ("phone", "email", "address", "link")
NEXT_POSITION = (
    "(SELECT coalesce(max(x.position) + 1, 0) FROM contact_point x"
    " WHERE x.contact_id = r.contact_id AND x.kind = s.kind)"
)
NO_POINT = (
    "NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.contact_id = r.contact_id"
    " AND p.kind = s.kind AND p.deleted_at IS NULL"
    " AND (p.value = s.value OR s.key <> '' AND p.key = s.key"
    # The same address, but for blanks and commas.
    "  OR s.kind = 'address' AND name_key(p.value) = name_key(s.value)))"
)
# A note somebody deleted does not come back with the next import: deleted ones count as there.
NO_NOTE = "NOT EXISTS (SELECT 1 FROM note p WHERE p.contact_id = r.contact_id AND p.body = s.body)"
NO_EXTERNAL = (
    "NOT EXISTS (SELECT 1 FROM external_key p WHERE p.contact_id = r.contact_id"
    " AND p.system = s.system AND p.value = s.value AND p.deleted_at IS NULL)"
)
# By the contact's few tags, not by the many contacts of a tag: the plus keeps that index away.
NO_TAG = (
    "NOT EXISTS (SELECT 1 FROM contact_tag p WHERE p.contact_id = r.contact_id"
    " AND +p.tag_id = s.tag_id AND p.deleted_at IS NULL)"
)
# staging table, table, its columns, what an existing contact lacks it by, whether it has an order
CHILDREN: tuple[tuple[str, str, tuple[str, ...], str, bool], ...] = (
    ("point", "contact_point", POINT, NO_POINT, True),
    ("note", "note", ("body",), NO_NOTE, False),
    ("external", "external_key", ("system", "value"), NO_EXTERNAL, False),
)


def number_rounds(connection: Connection) -> None:
    """Give the rows of each contact that is there a number: one of them is brought in at a time."""
    connection.exec_driver_sql(
        "UPDATE stage.row SET round = n.round FROM (SELECT line, row_number() OVER"
        " (PARTITION BY contact_id ORDER BY line) AS round FROM stage.row"
        " WHERE outcome IS NULL) n WHERE n.line = row.line AND row.outcome IS NULL"
    )


def foresee(connection: Connection, rules: ImportRules) -> None:
    """Set the outcomes that adding and updating would, as far as the book alone tells them."""
    connection.exec_driver_sql(
        "UPDATE stage.row SET outcome = 'added' WHERE outcome IS NULL AND contact_id IS NULL"
        " AND leader = line"
    )
    number_rounds(connection)
    note_changes(connection, rules, 1)
    connection.exec_driver_sql(
        "UPDATE stage.row SET outcome = iif(round = 1 AND contact_id IS NOT NULL AND NOT changed,"
        " 'same', 'updated') WHERE outcome IS NULL"
    )


def new_value(column: str, rules: ImportRules) -> str:
    """Return SQL for what a column of contact `c` becomes, given row `r`; blank never erases."""
    if column in CONSENTS:  # tightened, never loosened
        return f"iif(r.{column} = 'denied', 'denied', c.{column})"
    wanted = "birthday" if column == "birthday_calendar" else column
    if wanted in rules.overwrite:
        guard = "r.named AND " if column == "name" else ""
        return f"iif({guard}r.{column} IS NOT NULL, r.{column}, c.{column})"
    if column == "name":
        stands_in = "SELECT 1 FROM contact_point s WHERE s.contact_id = c.id AND s.value = c.name"
        open_ = f"(EXISTS ({stands_in}) OR {STARRED})"
        return f"iif(r.named AND r.name_key <> c.name_key AND {open_}, r.name, c.name)"
    if column == "birthday_calendar":
        return f"iif(c.birthday IS NULL, r.{column}, c.{column})"
    return f"coalesce(c.{column}, r.{column})"


def replaced(kind: str) -> str:
    """Return the joins to points `p` of row `r`'s contact that the row's own do not include."""
    return (
        f"JOIN contact_point p ON p.contact_id = r.contact_id AND p.kind = '{kind}'"
        " AND p.deleted_at IS NULL AND EXISTS (SELECT 1 FROM stage.point s"
        f"  WHERE s.line = r.line AND s.kind = '{kind}')"
        " AND NOT EXISTS (SELECT 1 FROM stage.point s WHERE s.line = r.line AND s.kind = p.kind"
        "  AND (s.value = p.value OR s.key <> '' AND s.key = p.key))"
    )


def note_changes(connection: Connection, rules: ImportRules, number: int) -> None:
    """Mark the rows of this round that bring anything new: 2 new values, 1 only additions."""
    differs = " OR ".join(f"c.{c} IS NOT {new_value(c, rules)}" for c in SCALARS)
    additions = " OR ".join(
        f"EXISTS (SELECT 1 FROM stage.{table} s WHERE s.line = r.line AND {absent})"
        for table, absent in [
            *((t, a) for t, _t, _c, a, _p in CHILDREN),
            ("tag", NO_TAG),
            ("custom", lacks_custom(rules.overwrite)),
            *ABSENT,
        ]
    )
    additions += f" OR {missing_choices(rules.overwrite)}"
    for kind in KINDS:
        if kind in rules.overwrite:
            # The row is already `r` out there: its contact's points are looked up from it.
            joins = replaced(kind).removeprefix("JOIN contact_point p ON ")
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
