"""The search index: what can be found of a contact, and how it is kept true.

`contact_search` holds each living contact as text (a derived table). Two FTS5 tables read it:
`contact_trigram` answers words of three and more characters, `contact_gram` shorter ones and
initial consonants, from the pieces in the column `grams`. Triggers keep both.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from db.alive import ALIVE
from db.bare import read
from db.search_text import Document, document

FTS_TABLES = ("contact_trigram", "contact_gram")
TEXTS = ("names", "phones", "emails", "tags", "notes")
COLUMNS = (*TEXTS, "grams")
_OPTIONS = "content='contact_search', content_rowid='id', columnsize=0"
# The 'ascii' tokenizer takes every other character as a letter: no gram falls apart, whatever
# script or sign it is of, and no Unicode table of an SQLite version has a say in it.
_SIGNS = "!#$%&()*+,-./:;<=>?@[\\]^_`{|}~\"\"''''"
TRIGRAM_DDL = (
    f"CREATE VIRTUAL TABLE contact_trigram USING fts5({', '.join(TEXTS)}, {_OPTIONS},"
    " detail=none, tokenize='trigram case_sensitive 1')"
)
GRAM_DDL = (
    f"CREATE VIRTUAL TABLE contact_gram USING fts5(grams, {_OPTIONS},"
    f" detail=none, tokenize=\"ascii tokenchars '{_SIGNS}'\")"
)


def _change(table: str, columns: Sequence[str], row: str) -> str:
    """Return the statement that tells one FTS table of the row that comes (NEW) or goes (OLD)."""
    names, values = ", ".join(columns), ", ".join(f"{row}.{column}" for column in columns)
    if row == "NEW":
        return f"INSERT INTO {table} (rowid, {names}) VALUES (NEW.id, {values});"
    return f"INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', OLD.id, {values});"


def _triggers() -> dict[str, str]:
    made = {}
    for table, columns in zip(FTS_TABLES, (TEXTS, ("grams",)), strict=True):
        comes, goes = (_change(table, columns, row) for row in ("NEW", "OLD"))
        differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
        for event, when, body in (
            ("INSERT", "", comes),
            ("DELETE", "", goes),
            ("UPDATE", f"WHEN {differs}", f"{goes} {comes}"),
        ):
            name = f"search_{table}_{event.lower()}"
            made[name] = (
                f"CREATE TRIGGER {name} AFTER {event} ON contact_search {when} BEGIN {body} END"
            )
    return made


TRIGGERS = _triggers()

TRIGGER_COST = 2.4  # of a row by triggers, in rows of a rebuild (13.5 and 5.6 µs)
# Bytes of an index that a rebuild collects before it writes them: the fewer pieces, the less there
# is to merge, here and at each search. All of it together is merged in the end.
_IN_MEMORY = 32 * 1024 * 1024
_CHUNK = 2000  # contacts read and written at a time
_GIVEN = "(SELECT value FROM json_each(?))"
_CONTACTS = (
    "SELECT id, name, reading, nickname, company, number FROM contact"
    f" WHERE id IN {_GIVEN} AND {ALIVE}"
)
_POINTS = (
    "SELECT contact_id, kind, value, key FROM contact_point"
    f" WHERE contact_id IN {_GIVEN} AND deleted_at IS NULL AND kind IN ('phone', 'email')"
)
_TAGS = (
    "SELECT link.contact_id, tag.name FROM contact_tag AS link JOIN tag ON tag.id = link.tag_id"
    f" WHERE link.contact_id IN {_GIVEN} AND link.deleted_at IS NULL AND tag.deleted_at IS NULL"
)
_NOTES = f"SELECT contact_id, body FROM note WHERE contact_id IN {_GIVEN} AND deleted_at IS NULL"
# Words, choices and file names of the shop's own fields are found like notes; a retired field
# is not.
_CUSTOM = (
    "SELECT v.contact_id, trim(coalesce(v.text, '') || ' ' || coalesce(c.label_ko, '')"
    " || ' ' || coalesce(c.label_en, '') || coalesce(a.file_name, '')) FROM custom_value AS v"
    " JOIN custom_field AS f ON f.id = v.field_id LEFT JOIN custom_choice AS c"
    " ON c.id = v.choice_id LEFT JOIN attachment AS a ON a.id = v.attachment_id"
    f" WHERE v.contact_id IN {_GIVEN} AND v.deleted_at IS NULL"
    " AND f.deleted_at IS NULL AND f.retired_at IS NULL"
    " AND f.kind IN ('text', 'choice', 'choices', 'file')"
)
_PUT = (
    f"INSERT INTO contact_search (id, {', '.join(COLUMNS)}) VALUES {{}}"
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in COLUMNS)}"
    f" WHERE {' OR '.join(f'{c} IS NOT excluded.{c}' for c in COLUMNS)}"
)
_ROW = f"({', '.join('?' * (len(COLUMNS) + 1))})"
_REMOVE = f"DELETE FROM contact_search WHERE id IN {_GIVEN}"
_STORED = f"SELECT id, {', '.join(COLUMNS)} FROM contact_search WHERE id IN {_GIVEN}"
_ORPHANS = f"SELECT id FROM contact_search WHERE id NOT IN (SELECT id FROM contact WHERE {ALIVE})"
_NEXT = f"SELECT id FROM contact WHERE id > ? AND {ALIVE} ORDER BY id LIMIT {_CHUNK}"


def create(connection: Connection) -> None:
    """Make the FTS tables and their triggers; `contact_search` must exist."""
    connection.exec_driver_sql(TRIGRAM_DDL)
    connection.exec_driver_sql(GRAM_DDL)
    resume(connection)


def drop(connection: Connection) -> None:
    """Remove the FTS tables and their triggers, for a migration."""
    suspend(connection)
    for table in FTS_TABLES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


def fill(connection: Connection) -> None:
    """Compute everything anew from the contacts; the FTS tables must exist."""
    suspend(connection)
    connection.exec_driver_sql("DELETE FROM contact_search")
    for ids in _living(connection):
        refresh(connection, ids)
    rebuild(connection)


def suspend(connection: Connection) -> None:
    """Stop keeping the FTS tables until `rebuild`, for a bulk write in the same transaction."""
    for name in TRIGGERS:
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def resume(connection: Connection) -> None:
    """Keep the FTS tables again after a `suspend` in which nothing they read was written."""
    for statement in TRIGGERS.values():
        connection.exec_driver_sql(statement)


def rebuild(connection: Connection) -> None:
    """Make the FTS tables anew from `contact_search` and keep them again."""
    for table in FTS_TABLES:
        tell = f"INSERT INTO {table} ({table}, rank) VALUES "
        connection.exec_driver_sql(f"{tell}('hashsize', {_IN_MEMORY})")
        connection.exec_driver_sql(f"{tell}('rebuild', NULL)")
        connection.exec_driver_sql(f"{tell}('optimize', NULL)")
    suspend(connection)
    resume(connection)


@contextmanager
def bulk(connection: Connection, expected_rows: int) -> Iterator[None]:
    """Write many contacts: the block's changes to `contact_search` go the cheaper way.

    Either the triggers follow row by row, or they rest and the index is made anew at the end,
    which costs as much as all contacts together. Belongs inside one transaction.
    """
    if expected_rows <= _CHUNK:
        yield
        return
    there = connection.exec_driver_sql(f"SELECT count(*) FROM contact WHERE {ALIVE}").scalar_one()
    if expected_rows * TRIGGER_COST < there + expected_rows:
        yield
        return
    suspend(connection)
    yield
    rebuild(connection)


def refresh(connection: Connection, ids: Collection[int]) -> None:
    """Compute the rows of these contacts anew; those not alive lose theirs."""
    ordered = sorted(set(ids))  # FTS5 also writes whenever a rowid is below the last one
    for start in range(0, len(ordered), _CHUNK):
        chunk = ordered[start : start + _CHUNK]
        found = _documents(connection, chunk)
        # One statement for all: FTS5 writes to disk at the end of each.
        if len(found) < len(chunk):
            gone = [i for i in chunk if i not in found]
            connection.exec_driver_sql(_REMOVE, (json.dumps(gone),))
        if found:
            values = [value for i in chunk if i in found for value in (i, *found[i])]
            rows = ", ".join([_ROW] * len(found))
            connection.exec_driver_sql(_PUT.format(rows), tuple(values))


def mismatches(connection: Connection) -> list[int]:
    """Return the contacts whose row is missing, outdated or should not be there."""
    wrong = [row[0] for row in connection.exec_driver_sql(_ORPHANS)]
    for ids in _living(connection):
        stored = {
            row[0]: tuple(row[1:])
            for row in connection.exec_driver_sql(_STORED, (json.dumps(ids),))
        }
        found = _documents(connection, ids)
        wrong += [i for i in ids if stored.get(i) != found[i]]
    return sorted(wrong)


def _living(connection: Connection) -> Iterator[list[int]]:
    """Yield the ids of all living contacts, some thousand at a time."""
    last = -1
    while ids := [row[0] for row in connection.exec_driver_sql(_NEXT, (last,))]:
        yield ids
        last = ids[-1]


def _documents(connection: Connection, ids: Sequence[int]) -> dict[int, Document]:
    """Return the text of those of these contacts that are alive."""
    given = (json.dumps(ids),)
    phones: dict[int, list[str]] = {}
    emails: dict[int, list[str]] = {}
    for contact_id, kind, value, key in read(connection, _POINTS, given):
        if kind == "phone":
            phones.setdefault(contact_id, []).append(key or value)
        else:
            emails.setdefault(contact_id, []).append(value)
    tags = _by_contact(connection, _TAGS, given)
    notes = _by_contact(connection, _NOTES, given)
    for contact_id, words in _by_contact(connection, _CUSTOM, given).items():
        notes.setdefault(contact_id, []).extend(words)
    return {
        row[0]: document(
            row[1:],
            phones.get(row[0], ()),
            emails.get(row[0], ()),
            tags.get(row[0], ()),
            notes.get(row[0], ()),
        )
        for row in read(connection, _CONTACTS, given)
    }


def _by_contact(connection: Connection, query: str, given: tuple[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for contact_id, text in read(connection, query, given):
        found.setdefault(contact_id, []).append(text)
    return found
