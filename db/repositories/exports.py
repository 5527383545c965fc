"""Whole contacts, read in one sweep for a file that leaves the shop."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, text
from sqlalchemy.orm import Session

from db.alive import ALIVE
from db.repositories.relations import MUTUAL
from db.staging import DAY, POINT, SCALARS

CHUNK = 2000  # contacts read at a time
SHOWN_POINT = tuple(c for c in POINT if c != "key")
_COLUMNS = ", ".join(("id", *SCALARS))
_GIVEN = "IN (SELECT value FROM json_each(?))"
Of = tuple[str, tuple[Any, ...]]  # which contacts, as SQL behind a column, and its values


PointCells = tuple[
    str, str | None, str, str | None, str | None, str | None, str | None, str | None, str | None
]


CustomCells = tuple[int, int, str | None, int | None, int | None, int | None]
DayCells = tuple[str, str | None, str, int, int | None, int, int | None]
RelationCells = tuple[str, int | None, int, int | None, int | None, str | None, str]


@dataclass(slots=True)
class Whole:
    """One contact with all that hangs on it; `scalars` in SCALARS order, points without keys."""

    id: int
    scalars: tuple[str | int | None, ...]
    points: list[PointCells] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    externals: list[tuple[str, str]] = field(default_factory=list)
    custom: list[CustomCells] = field(default_factory=list)
    days: list[DayCells] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    relations: list[RelationCells] = field(default_factory=list)


class ExportRepository:
    """Reads contacts whole, in the order of their ids; never writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def widths(self, ids: Collection[int] | None = None) -> dict[str, int]:
        """Return how many points of each kind the richest contact has."""
        wanted = "" if ids is None else f" AND contact_id IN ({_listed(ids)})"
        found = self._session.execute(
            text(
                "SELECT kind, max(n) FROM (SELECT kind, count(*) AS n FROM contact_point"
                f" WHERE deleted_at IS NULL{wanted} GROUP BY contact_id, kind) GROUP BY kind"
            )
        )
        return dict(found.all())

    def long_noted(self, units: int) -> list[int]:
        """Return the contacts whose notes together may need more than `units` UTF-16 units."""
        found = self._session.execute(
            text(
                "SELECT contact_id FROM note WHERE deleted_at IS NULL GROUP BY contact_id"
                " HAVING sum(length(body) * 2 + 10) > :units"
            ),
            {"units": units},
        )
        return [row[0] for row in found]

    def last_contacts(self, ids: Collection[int]) -> dict[int, str]:
        """Return when there was last contact, of those with whom there was any."""
        found = self._session.execute(
            text(
                "SELECT id, last_contact_at FROM contact"
                f" WHERE last_contact_at IS NOT NULL AND id IN ({_listed(ids)})"
            )
        )
        return dict(found.all())

    def latest(self, ids: Collection[int], most: int) -> dict[int, list[tuple[str, str, str]]]:
        """Return (kind, moment, text) of the latest interactions of each contact, newest first."""
        found = self._session.execute(
            text(
                "SELECT contact_id, kind, happened_at, body FROM (SELECT l.contact_id, i.kind,"
                " i.happened_at, coalesce(i.body, '') AS body, row_number() OVER (PARTITION BY"
                " l.contact_id ORDER BY i.happened_at DESC, i.id DESC) AS place"
                " FROM interaction_contact l JOIN interaction i ON i.id = l.interaction_id"
                f" WHERE l.contact_id IN ({_listed(ids)}) AND l.deleted_at IS NULL"
                " AND i.deleted_at IS NULL) WHERE place <= :most ORDER BY contact_id, place"
            ),
            {"most": most},
        )
        latest: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        for contact_id, kind, happened_at, body in found:
            latest[contact_id].append((kind, happened_at, body))
        return latest

    def related(self, today: str) -> dict[int, str]:
        """Return the name of every living contact that a relation of today leads to."""
        query = text(
            f"SELECT id, name FROM contact WHERE {ALIVE} AND id IN (SELECT from_id FROM relation"
            f" WHERE {LASTS} UNION SELECT to_id FROM relation WHERE {LASTS})"
        )
        return dict(self._session.execute(query, {"today": today}).all())

    def people(self, ids: Collection[int] | None = None, *, bonds_on: str = "") -> Iterator[Whole]:
        """Yield every contact, or those of `ids`, that is not in the trash.

        With the date `bonds_on` also their days, and the roles and relations of that date.
        """
        connection = self._session.connection()
        for rows in _every(connection) if ids is None else _those(connection, sorted(ids)):
            chunk = {row[0]: Whole(row[0], tuple(row[1:])) for row in rows}
            # Of all of them a span is read; of some, what lies between is none of theirs.
            of: Of = ("BETWEEN ? AND ?", (rows[0][0], rows[-1][0]))
            if ids is not None:
                of = (_GIVEN, (json.dumps(list(chunk)),))
            _fill(connection, chunk, *of)
            if bonds_on:
                _fill_bonds(connection, chunk, of, bonds_on)
            yield from chunk.values()


def _every(connection: Connection) -> Iterator[Sequence[Row[Any]]]:
    query = f"SELECT {_COLUMNS} FROM contact WHERE id > ? AND {ALIVE} ORDER BY id LIMIT ?"
    last = 0
    while rows := connection.exec_driver_sql(query, (last, CHUNK)).fetchall():
        yield rows
        last = rows[-1][0]


def _those(connection: Connection, ids: Sequence[int]) -> Iterator[Sequence[Row[Any]]]:
    query = f"SELECT {_COLUMNS} FROM contact WHERE id {_GIVEN} AND {ALIVE} ORDER BY id"
    for start in range(0, len(ids), CHUNK):
        given = json.dumps(ids[start : start + CHUNK])
        if rows := connection.exec_driver_sql(query, (given,)).fetchall():
            yield rows


def _fill(
    connection: Connection, chunk: dict[int, Whole], which: str, span: tuple[Any, ...]
) -> None:
    alive = f"contact_id {which} AND {{0}}deleted_at IS NULL"
    points = connection.exec_driver_sql(
        f"SELECT contact_id, {', '.join(SHOWN_POINT)} FROM contact_point"
        f" WHERE {alive.format('')} ORDER BY contact_id, position, id",
        span,
    )
    for contact_id, kind, label, value, *address in points:
        if contact_id in chunk:
            postcode, region, city, street, detail, country = address
            chunk[contact_id].points.append(
                (kind, label, value, postcode, region, city, street, detail, country)
            )
    tags = connection.exec_driver_sql(
        "SELECT l.contact_id, t.name FROM contact_tag l JOIN tag t ON t.id = l.tag_id"
        f" WHERE l.{alive.format('l.')} AND t.deleted_at IS NULL ORDER BY t.name, t.id",
        span,
    )
    for contact_id, name in tags:
        if contact_id in chunk:
            chunk[contact_id].tags.append(name)
    notes: dict[int, list[str]] = defaultdict(list)
    for contact_id, body in connection.exec_driver_sql(
        f"SELECT contact_id, body FROM note WHERE {alive.format('')} ORDER BY id", span
    ):
        notes[contact_id].append(body)
    for contact_id, bodies in notes.items():
        if contact_id in chunk:
            chunk[contact_id].notes = bodies
    externals = connection.exec_driver_sql(
        "SELECT contact_id, system, value FROM external_key"
        f" WHERE {alive.format('')} ORDER BY system, value, id",
        span,
    )
    for contact_id, system, value in externals:
        if contact_id in chunk:
            chunk[contact_id].externals.append((system, value))
    _fill_custom(connection, chunk, which, span)


def _fill_custom(
    connection: Connection, chunk: dict[int, Whole], which: str, span: tuple[Any, ...]
) -> None:
    customs = connection.exec_driver_sql(
        "SELECT v.contact_id, v.field_id, f.kind = 'choices', coalesce(a.file_name, v.text),"
        " v.number, v.choice_id,"
        " v.person_id FROM custom_value v JOIN custom_field f ON f.id = v.field_id"
        " LEFT JOIN custom_choice o ON o.id = v.choice_id"
        " LEFT JOIN attachment a ON a.id = v.attachment_id"
        f" WHERE v.contact_id {which} AND v.deleted_at IS NULL"
        " AND f.retired_at IS NULL"
        " ORDER BY f.position, f.id, o.position, v.id",
        span,
    )
    for contact_id, *cells in customs:
        if contact_id in chunk:
            field_id, many, text, number, choice_id, person_id = cells
            chunk[contact_id].custom.append((field_id, many, text, number, choice_id, person_id))


LASTS = "deleted_at IS NULL AND (until IS NULL OR until > :today)"


def _fill_bonds(connection: Connection, chunk: dict[int, Whole], of: Of, today: str) -> None:
    which, span = of
    among = f"{which} AND {{0}}deleted_at IS NULL"
    lasts = "({0}until IS NULL OR {0}until > ?)"
    for contact_id, *day in connection.exec_driver_sql(
        f"SELECT contact_id, {', '.join(DAY)} FROM important_date"
        f" WHERE contact_id {among.format('')} ORDER BY month, day, id",
        span,
    ):
        if contact_id in chunk:
            kind, label, calendar, leap, year, month, number = day
            chunk[contact_id].days.append((kind, label, calendar, leap, year, month, number))
    for contact_id, role in connection.exec_driver_sql(
        f"SELECT contact_id, role FROM contact_role WHERE contact_id {among.format('')}"
        f" AND {lasts.format('')} ORDER BY role",
        (*span, today),
    ):
        if contact_id in chunk:
            chunk[contact_id].roles.append(role)
    for mine, other, forward, name in (
        ("from_id", "to_id", 1, "forward_name"), ("to_id", "from_id", 0, "reverse_name"),
    ):  # fmt: skip
        for contact_id, kind, type_id, other_id, title, named in connection.exec_driver_sql(
            f"SELECT l.{mine}, l.kind, l.type_id, l.{other}, l.title, coalesce(t.{name}, '')"
            " FROM relation l JOIN contact c"
            f" ON c.id = l.{other} AND c.deleted_at IS NULL AND c.merged_into_id IS NULL"
            " LEFT JOIN relation_type t ON t.id = l.type_id"
            f" WHERE l.{mine} {among.format('l.')} AND {lasts.format('l.')}"
            " AND t.deleted_at IS NULL ORDER BY l.kind, l.id",
            (*span, today),
        ):
            if contact_id in chunk:
                reads = 1 if kind in MUTUAL else forward
                chunk[contact_id].relations.append(
                    (kind, type_id, reads, other_id, None, title, named)
                )


def _listed(ids: Collection[int]) -> str:
    return ", ".join(str(int(i)) for i in ids)
