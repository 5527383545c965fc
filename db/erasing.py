"""Forgetting a person: every row, every line of the ledger, every cell of an import.

Rows of the ledger stay, emptied: what was done keeps its place, and an older step that is
undone finds that its rows are gone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import Connection

from db import erasing_deals, erasing_merges, erasing_sales, search_index
from db.models.base import ledgered_tables
from db.repositories.files import needed_files

BLANK = "—"  # where a text must go on without a name
_CHUNK = 1000
_NAMES = ("name", "nickname", "reading")
_GIVEN = "(SELECT value FROM json_each(?))"
_FEW_DIGITS = 7  # in a shorter number of a foreign list anybody's may be found

KEPT = ("contact", "sale", "deal")  # sales and deals are kept, of nobody

Rows = dict[str, set[int]]


def erase(
    connection: Connection, contact_ids: Collection[int], now: str, open_set: int
) -> set[str]:
    """Erase contacts, with those merged into them, inside the open change set.

    Returns the SHA-256 of the files nobody needs any more. Contacts that are gone from the
    tables are erased from the ledger.
    """
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    contacts = _with_merged(connection, contact_ids)
    rows = _belonging(connection, contacts)
    _add_former(connection, rows)
    texts = _Texts(connection, rows)
    rows.setdefault("enquiry", set()).update(_asked(connection, texts))
    before = needed_files(connection)
    erasing_merges.forget(connection, rows)
    shared = _shared(connection, rows)
    sets = _sets_of(connection, rows)
    _blank_shared(connection, shared, texts)
    erasing_sales.forget(connection, contacts, texts)
    deals = erasing_deals.forget(connection, contacts, BLANK)
    for table in reversed(ledgered_tables()):
        _each(connection, f"DELETE FROM {table.name} WHERE id IN {_GIVEN}", rows.get(table.name))
    erasing_deals.settle(connection, deals)
    _empty_ledger(connection, rows, now, open_set)
    _blank_facts(connection, sets, texts)
    _blank_imports(connection, contacts, texts)
    for column, other in (("a_id", "b_id"), ("b_id", "a_id")):
        alike = f"SELECT {other} FROM duplicate_pair WHERE {column} IN {_GIVEN}"
        _each(connection, f"UPDATE contact SET quality = NULL WHERE id IN ({alike})", contacts)
    for column in ("a_id", "b_id"):
        _each(connection, f"DELETE FROM duplicate_pair WHERE {column} IN {_GIVEN}", contacts)
    _each(connection, f"DELETE FROM contact_search WHERE id IN {_GIVEN}", contacts)
    search_index.rebuild(connection)
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO erasure (id, erased_at) VALUES (?, ?)",
        [(contact_id, now) for contact_id in sorted(contacts)],
    )
    connection.exec_driver_sql("PRAGMA secure_delete = OFF")  # it costs every later write
    return before - needed_files(connection)


class _Texts:
    """What names the people who are erased, in texts that stay."""

    def __init__(self, connection: Connection, rows: Rows) -> None:
        names: set[str] = set()
        self.points: set[str] = set()
        self.numbers: set[str] = set()
        for state in _states(connection, "contact", rows):
            names.update(str(state[column]) for column in _NAMES if state.get(column))
        for state in _states(connection, "contact_point", rows):
            value = str(state.get("value") or "")
            if state.get("kind") in ("phone", "email") and value:
                self.points.add(value)
                digits = re.sub(r"\D", "", value)
                if len(digits) >= _FEW_DIGITS:
                    self.numbers.add(digits)
        self.names = {name for name in names if len(name) > 1}
        words = sorted(self.names | self.points, key=len, reverse=True)
        self._found = re.compile("|".join(map(re.escape, words)), re.IGNORECASE) if words else None

    def blanked(self, value: Any) -> Any:
        """Return a text, or all texts of a JSON value, without the names."""
        if isinstance(value, str):
            return self._found.sub(BLANK, value) if self._found else value
        if isinstance(value, dict):
            return {key: self.blanked(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.blanked(item) for item in value]
        return value

    def is_about(self, cells: Iterable[object]) -> bool:
        """Tell whether a row of a foreign list has a name, number or e-mail of theirs."""
        for cell in cells:
            text = str(cell).strip()
            if text in self.names or any(point in text for point in self.points):
                return True
            digits = re.sub(r"\D", "", text)
            if digits and any(number in digits for number in self.numbers):
                return True
        return False


def _asked(connection: Connection, texts: _Texts) -> set[int]:
    """Return the enquiries of nobody in the book that came by a number or e-mail of theirs."""
    found = connection.exec_driver_sql(
        "SELECT id, phone, email FROM enquiry WHERE contact_id IS NULL"
    )
    return {row_id for row_id, *told in found if texts.is_about(filter(None, told))}


def _with_merged(connection: Connection, contact_ids: Collection[int]) -> set[int]:
    found, fresh = set(contact_ids), list(contact_ids)
    while fresh:
        query = f"SELECT id FROM contact WHERE merged_into_id IN {_GIVEN}"
        merged = connection.exec_driver_sql(query, (json.dumps(fresh),))
        fresh = [i for (i,) in merged if i not in found]
        found.update(fresh)
    return found


def _belonging(connection: Connection, contacts: set[int]) -> Rows:
    """Return every row that refers to them, and the interactions nobody else took part in."""
    rows: Rows = {"contact": set(contacts)}
    _follow(connection, rows)
    alone = connection.exec_driver_sql(
        f"SELECT DISTINCT interaction_id FROM interaction_contact WHERE id IN {_GIVEN}"
        " AND NOT EXISTS (SELECT 1 FROM interaction_contact o WHERE"
        " o.interaction_id = interaction_contact.interaction_id AND o.deleted_at IS NULL"
        f" AND o.id NOT IN {_GIVEN})",
        (links := json.dumps(sorted(rows.get("interaction_contact", ()))), links),
    )
    if found := {row[0] for row in alone}:
        rows["interaction"] = found
        _follow(connection, rows)
    return rows


def _follow(connection: Connection, rows: Rows) -> None:
    for table in ledgered_tables():  # parents come first
        for key in table.foreign_keys:
            parent = key.column.table.name
            if parent in rows and table.name not in KEPT:
                found = connection.exec_driver_sql(
                    f"SELECT id FROM {table.name} WHERE {key.parent.name} IN {_GIVEN}",
                    (json.dumps(sorted(rows[parent])),),
                )
                rows.setdefault(table.name, set()).update(row[0] for row in found)


def _add_former(connection: Connection, rows: Rows) -> None:
    """Add rows the ledger alone still knows: undo took them away."""
    references = {
        table.name: [
            key.parent.name for key in table.foreign_keys if key.column.table.name == "contact"
        ]
        for table in ledgered_tables()
    }
    for contact_id in sorted(rows["contact"]):
        found = connection.exec_driver_sql(
            "SELECT table_name, row_id, before, after FROM change"
            " WHERE instr(before, ?1) OR instr(after, ?1)",
            (str(contact_id),),
        ).fetchall()
        for table, row_id, *states in found:
            told = [json.loads(state) for state in states if state]
            columns = references.get(table, ())
            if not any(state.get(column) == contact_id for state in told for column in columns):
                continue
            _add_if_gone(connection, rows, table, row_id)
            for meeting in {state.get("interaction_id") for state in told} - {None}:
                _add_if_gone(connection, rows, "interaction", meeting)


def _add_if_gone(connection: Connection, rows: Rows, table: str, row_id: int) -> None:
    """Add a row that is not there: one that is, is somebody else's by now or was found."""
    if not connection.exec_driver_sql(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)).first():
        rows.setdefault(table, set()).add(row_id)


def _states(connection: Connection, table: str, rows: Rows) -> Iterable[dict[str, Any]]:
    """Yield what these rows hold and ever held."""
    columns = {"contact": _NAMES, "contact_point": ("kind", "value")}[table]
    given = (json.dumps(sorted(rows.get(table, ()))),)
    now = connection.exec_driver_sql(
        f"SELECT {', '.join(columns)} FROM {table} WHERE id IN {_GIVEN}", given
    )
    for row in now.fetchall():
        yield dict(zip(columns, row, strict=True))
    kinds: dict[int, str] = {}
    then = connection.exec_driver_sql(
        "SELECT row_id, before, after FROM change WHERE table_name = ?2"
        " AND row_id IN (SELECT value FROM json_each(?1)) ORDER BY id",
        (*given, table),
    )
    for row_id, *states in then.fetchall():
        for state in (json.loads(text) for text in states if text):
            kinds[row_id] = state.get("kind") or kinds.get(row_id, "")
            yield {**state, "kind": kinds[row_id]}


def _shared(connection: Connection, rows: Rows) -> list[int]:
    found = connection.exec_driver_sql(
        f"SELECT DISTINCT interaction_id FROM interaction_contact WHERE id IN {_GIVEN}",
        (json.dumps(sorted(rows.get("interaction_contact", ()))),),
    )
    return [i for (i,) in found.fetchall() if i not in rows.get("interaction", ())]


def _blank_shared(connection: Connection, shared: list[int], texts: _Texts) -> None:
    """Take the name out of what others took part in, now and in the ledger."""
    given = (json.dumps(shared),)
    bodies = connection.exec_driver_sql(
        f"SELECT id, body FROM interaction WHERE body IS NOT NULL AND id IN {_GIVEN}", given
    ).fetchall()
    for row_id, body in bodies:
        if (blanked := texts.blanked(body)) != body:
            connection.exec_driver_sql(
                "UPDATE interaction SET body = ? WHERE id = ?", (blanked, row_id)
            )
    changes = connection.exec_driver_sql(
        "SELECT id, before, after FROM change WHERE table_name = 'interaction'"
        f" AND row_id IN {_GIVEN}",
        given,
    ).fetchall()
    for change_id, before, after in changes:
        connection.exec_driver_sql(
            "UPDATE change SET before = ?, after = ? WHERE id = ?",
            (_blanked_json(before, texts.blanked), _blanked_json(after, texts.blanked), change_id),
        )


def _blanked_json(text: str | None, blanked: Callable[[Any], Any]) -> str | None:
    return text and json.dumps(blanked(json.loads(text)), ensure_ascii=False)


def _sets_of(connection: Connection, rows: Rows) -> set[int]:
    """Return the change sets that touched these rows, and the undos and redos of their steps."""
    found: set[int] = set()
    for table, ids in rows.items():
        for chunk in _chunks(ids):
            touching = connection.exec_driver_sql(
                "SELECT DISTINCT change_set_id FROM change WHERE table_name = ?2"
                " AND row_id IN (SELECT value FROM json_each(?1))",
                (json.dumps(chunk), table),
            )
            found.update(row[0] for row in touching if row[0] is not None)
    undos = connection.exec_driver_sql(
        "SELECT u.id FROM change_set u JOIN change_set s ON s.step_id = u.undoes_id"
        f" WHERE s.id IN {_GIVEN}",
        (json.dumps(sorted(found)),),
    )
    return found | {row[0] for row in undos}


def _empty_ledger(connection: Connection, rows: Rows, now: str, open_set: int) -> None:
    """Leave of these rows in the ledger that they were touched, and that they went."""
    gone = json.dumps({"deleted_at": now})
    for table, ids in rows.items():
        for chunk in _chunks(ids):
            given = (json.dumps(chunk), table)
            which = "table_name = ?2 AND row_id IN (SELECT value FROM json_each(?1))"
            connection.exec_driver_sql(
                f"DELETE FROM change WHERE change_set_id = ?3 AND {which}", (*given, open_set)
            )
            connection.exec_driver_sql(
                f"UPDATE change SET kind = 'update', before = '{{}}', after = '{{}}' WHERE {which}",
                given,
            )
            connection.exec_driver_sql(
                "INSERT INTO change (change_set_id, table_name, row_id, kind, before, after)"
                " VALUES (?, ?, ?, 'update', '{}', ?)",
                [(open_set, table, row_id, gone) for row_id in chunk],
            )


def _blank_facts(connection: Connection, sets: set[int], texts: _Texts) -> None:
    for chunk in _chunks(sets):
        found = connection.exec_driver_sql(
            f"SELECT id, facts FROM change_set WHERE facts <> '{{}}' AND id IN {_GIVEN}",
            (json.dumps(chunk),),
        ).fetchall()
        for set_id, facts in found:
            blanked = _blanked_json(facts, texts.blanked)
            if blanked != facts:
                connection.exec_driver_sql(
                    "UPDATE change_set SET facts = ? WHERE id = ?", (blanked, set_id)
                )


def _blank_imports(connection: Connection, contacts: set[int], texts: _Texts) -> None:
    given = (json.dumps(sorted(contacts)),)
    batches = connection.exec_driver_sql(
        "SELECT DISTINCT b.id, b.file_name FROM import_row r JOIN import_batch b"
        f" ON b.id = r.batch_id WHERE r.contact_id IN {_GIVEN}",
        given,
    ).fetchall()
    for batch_id, name in batches:
        connection.exec_driver_sql(
            "UPDATE import_batch SET file_name = ? WHERE id = ?", (texts.blanked(name), batch_id)
        )
    connection.exec_driver_sql(
        f"UPDATE import_row SET contact_id = NULL, cells = NULL WHERE contact_id IN {_GIVEN}", given
    )
    kept = connection.exec_driver_sql("SELECT id, cells FROM import_row WHERE cells IS NOT NULL")
    theirs = [row_id for row_id, cells in kept if texts.is_about(json.loads(cells))]
    _each(connection, f"UPDATE import_row SET cells = NULL WHERE id IN {_GIVEN}", theirs)


def _each(connection: Connection, statement: str, ids: Collection[int] | None) -> None:
    for chunk in _chunks(ids or ()):
        connection.exec_driver_sql(statement, (json.dumps(chunk),))


def _chunks(ids: Collection[int]) -> Iterable[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
