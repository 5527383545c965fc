"""Figures of reports that somebody built: one subject, grouped by up to two dimensions."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.bare import read
from db.pivot_subjects import MEASURES, SUBJECTS, TIMES, Dimension, Subject

Span = tuple[str, str, str, str]
"""(its first day or moment, the one it ends before, its label in rows, its label in columns)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PivotAsk:
    """What is asked: names of a measure and of dimensions ('' for none), and of what.

    `contact_ids` None for everybody.
    """

    measure: str
    rows: str
    columns: str
    spans: Sequence[Span]
    currency: str
    contact_ids: Collection[int] | None = None
    staff_id: int | None = None
    pipeline_id: int | None = None
    tag: str = ""


class PivotRepository:
    """Reads figures by group, and the rows behind them; never writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cells(self, ask: PivotAsk) -> list[tuple[str, str, str, str, int, int]]:
        """Return (row, its name, column, its name, sum, divisor) of every group with anything.

        The divisor is 1 where nothing is divided. Groups of no value have the key ''.
        """
        measure, pieces = MEASURES[ask.measure], _Pieces(ask)
        summed = measure.by_line if pieces.by_line and measure.by_line else measure.summed
        query = (
            f"SELECT {pieces.row.key}, {pieces.row.name}, {pieces.column.key},"
            f" {pieces.column.name}, coalesce({summed}, 0), {measure.divided or 1}"
            f" {pieces.rest} GROUP BY 1, 3"
        )
        return [
            (str(row or ""), str(called or ""), str(column or ""), str(name or ""), top, under)
            for row, called, column, name, top, under in self._read(query, pieces.given)
        ]

    def behind(
        self, ask: PivotAsk, row: str | None, column: str | None
    ) -> list[tuple[int, int | None]]:
        """Return (id, its part of the sum) behind a group; None asks for all rows, or columns.

        What is counted has no part.
        """
        measure, pieces = MEASURES[ask.measure], _Pieces(ask)
        places = ("row", pieces.row, row), ("column", pieces.column, column)
        asked = "".join(
            f" AND coalesce(CAST({dimension.key} AS TEXT), '') = :{name}"
            for name, dimension, value in places
            if value is not None
        )
        part = "NULL"
        if measure.kind == "money":
            by_line = pieces.by_line and measure.by_line
            part = f"coalesce({measure.by_line if by_line else measure.summed}, 0)"
        given = {**pieces.given, "row": row, "column": column}
        query = (
            f"SELECT {measure.behind}, {part} {pieces.rest}{asked} AND {measure.behind} IS NOT"
            f" NULL GROUP BY 1 ORDER BY max({pieces.subject.at}) DESC, 1"
        )
        return [(row_id, amount) for row_id, amount in self._read(query, given)]

    def elsewhere(self, ask: PivotAsk) -> int:
        """Return how many rows are of other currencies, and so in no sum."""
        pieces = _Pieces(ask, other_currency=True)
        if not pieces.subject.currency or MEASURES[ask.measure].kind != "money":
            return 0
        return int(self._read(f"SELECT count(DISTINCT s.id) {pieces.rest}", pieces.given)[0][0])

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


class _Pieces:
    """The parts that the queries of one question share."""

    def __init__(self, ask: PivotAsk, *, other_currency: bool = False) -> None:
        measure = MEASURES[ask.measure]
        self.subject = subject = SUBJECTS[measure.subject]
        self.row = _dimension(subject, ask.rows, "r")
        self.column = _dimension(subject, ask.columns, "c")
        joins = {self.row.joins, self.column.joins} - {""}
        self.by_line = any("sale_line" in join for join in joins)
        # A join of lines stands in both of product and category; each is written once.
        joined = "\n".join(
            dict.fromkeys(line for join in sorted(joins) for line in join.split("\n"))
        )
        where = [subject.where, measure.where]
        self.given: dict[str, object] = {
            "spans": json.dumps(list(ask.spans)), "currency": ask.currency,
        }  # fmt: skip
        if subject.currency and measure.kind == "money":
            sign = "<>" if other_currency else "="
            where.append(f"{subject.currency} {sign} :currency")
        if ask.contact_ids is not None:
            self.given["contacts"] = json.dumps(list(ask.contact_ids))
            where.append(f"{subject.contact} IN (SELECT value FROM json_each(:contacts))")
        if ask.staff_id is not None and subject.staff:
            self.given["staff"] = ask.staff_id
            where.append(f"{subject.staff} = :staff")
        if ask.pipeline_id is not None and subject.pipeline:
            self.given["pipeline"] = ask.pipeline_id
            where.append(f"{subject.pipeline} = :pipeline")
        if ask.tag:
            self.given["tag"] = ask.tag
            where.append(f"{subject.contact} IN ({_TAGGED})")
        self.rest = (
            "FROM (SELECT json_extract(value, '$[0]') AS begun, json_extract(value, '$[1]') AS"
            " ended, json_extract(value, '$[2]') AS r, json_extract(value, '$[3]') AS c"
            f" FROM json_each(:spans)) x CROSS JOIN {subject.table} s"
            f" ON {subject.at} >= x.begun AND {subject.at} < x.ended\n{joined}\n"
            f"WHERE {' AND '.join(part for part in where if part)}"
        )


def _dimension(subject: Subject, name: str, place: str) -> Dimension:
    if not name:
        return Dimension("''", "''")
    return Dimension(f"x.{place}", "''") if name in TIMES else subject.dimensions[name]


_TAGGED = (
    "SELECT k.contact_id FROM contact_tag k JOIN tag g ON g.id = k.tag_id"
    " WHERE g.name = :tag AND k.deleted_at IS NULL AND g.deleted_at IS NULL"
)
