"""Deals read: the board, lists, sums, one deal whole."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.orm import Session

from db.bare import read
from db.repositories.deal_queries import (
    ALL_OF,
    CARD,
    CHECKS,
    CLOSING,
    ENDED,
    EVENTS,
    FIND,
    FROM,
    GIVEN,
    LINES,
    MOVES,
    NEXT_STATE,
    OF_KINDS,
    ON_BOARD,
    OPEN_COUNT,
    OPEN_SUMS,
    PARTIES,
    ROW,
    SORTS,
    SOURCES,
    SUMS,
    TAGGED,
    TEXT,
    WAITS,
    WITHOUT_NEXT,
)


class DealFilterLike(Protocol):
    """Which deals are meant; what is empty asks nothing."""

    @property
    def pipeline_id(self) -> int | None: ...  # noqa: D102
    @property
    def stage_ids(self) -> Collection[int]: ...  # noqa: D102
    @property
    def kinds(self) -> Collection[str]: ...  # noqa: D102
    @property
    def owner_ids(self) -> Collection[int]: ...  # noqa: D102
    @property
    def close_first(self) -> str: ...  # noqa: D102
    @property
    def close_last(self) -> str: ...  # noqa: D102
    @property
    def value_least(self) -> int | None: ...  # noqa: D102
    @property
    def value_most(self) -> int | None: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def tags(self) -> Collection[str]: ...  # noqa: D102
    @property
    def contact_ids(self) -> Collection[int]: ...  # noqa: D102
    @property
    def sources(self) -> Collection[str]: ...  # noqa: D102
    @property
    def waiting(self) -> bool: ...  # noqa: D102
    @property
    def next_states(self) -> Collection[str]: ...  # noqa: D102
    @property
    def later(self) -> bool: ...  # noqa: D102
    @property
    def sort(self) -> str: ...  # noqa: D102
    @property
    def descending(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Moment:
    """What time it is, as the reads of deals need it."""

    today: str  # of the shop's clock
    clock: str  # the same to the minute: '2026-05-12T09:20'
    began: str  # when today began, in UTC
    currency: str  # the shop's


class DealListRepository:
    """Reads deals, also those of contacts in the trash: what may be sold is not over with them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def cards(self, pipeline_id: int, wanted: DealFilterLike, now: Moment) -> list[tuple[Any, ...]]:
        """Return the deals of a pipeline that are not over, as CARD has them, in their order."""
        clause, given = _clause(wanted, now, board=True)
        given["pipeline"] = pipeline_id
        query = f"{CARD} WHERE {ON_BOARD} AND {clause} ORDER BY {_order(wanted)}"
        return self._read(query, given)

    def column_sums(
        self, pipeline_id: int, wanted: DealFilterLike, now: Moment
    ) -> dict[int, tuple[int, ...]]:
        """Return (deals, value, weighted, without a value, waiting) by stage."""
        clause, given = _clause(wanted, now, board=True)
        given["pipeline"] = pipeline_id
        query = f"SELECT d.stage_id, {SUMS} {FROM} WHERE {ON_BOARD} AND {clause} GROUP BY 1"
        return {row[0]: tuple(row[1:]) for row in self._read(query, given)}

    def all_of(self, pipeline_id: int, now: Moment) -> dict[int, tuple[int, int]]:
        """Return (deals, of them put off) by stage, of those of a pipeline that are not over."""
        found = self._read(ALL_OF, {"pipeline": pipeline_id, "today": now.today})
        return {stage: (count, later) for stage, count, later in found}

    def page(
        self, wanted: DealFilterLike, now: Moment, *, offset: int, limit: int
    ) -> list[tuple[Any, ...]]:
        """Return one window of a list as rows (see ROW)."""
        clause, given = _clause(wanted, now)
        given |= {"offset": offset, "limit": limit}
        # The ids first: what a row shows besides is read of few.
        ids = f"SELECT d.id {_lean(wanted)} WHERE {clause} ORDER BY {_order(wanted)}"
        query = (
            f"WITH chosen AS MATERIALIZED ({ids} LIMIT :limit OFFSET :offset) {ROW}"
            f" WHERE d.id IN (SELECT id FROM chosen) ORDER BY {_order(wanted)}"
        )
        return self._read(query, given)

    def ids(self, wanted: DealFilterLike, now: Moment) -> list[int]:
        """Return the deals of a list, in the order of `page`."""
        clause, given = _clause(wanted, now)
        query = f"SELECT d.id {_lean(wanted)} WHERE {clause} ORDER BY {_order(wanted)}"
        return [i for (i,) in self._read(query, given)]

    def sums(self, wanted: DealFilterLike, now: Moment) -> tuple[int, ...]:
        """Return (deals, value, weighted, without a value, waiting) of what is not over."""
        clause, given = _clause(wanted, now)
        query = f"SELECT count(*), {OPEN_SUMS} {FROM} WHERE {clause}"
        return tuple(self._read(query, given)[0])

    def count(self, wanted: DealFilterLike, now: Moment) -> int:
        """Return how many deals a list has."""
        clause, given = _clause(wanted, now)
        return int(self._read(f"SELECT count(*) {FROM} WHERE {clause}", given)[0][0])

    def others(
        self, wanted: DealFilterLike, now: Moment, pipeline_id: int | None = None
    ) -> list[tuple[str, int, int]]:
        """Return (currency, deals, sum) of open deals in other currencies than the shop's."""
        clause, given = _clause(wanted, now, board=pipeline_id is not None)
        given["pipeline"] = pipeline_id
        where = f"{ON_BOARD} AND {clause}" if pipeline_id is not None else clause
        query = (
            f"SELECT d.currency, count(*), ifnull(sum(d.amount), 0) {FROM} WHERE {where}"
            " AND s.kind = 'open' AND d.currency <> :currency GROUP BY 1 ORDER BY 1"
        )
        return [(a, b, c) for a, b, c in self._read(query, given)]

    def rows(self, ids: Collection[int], now: Moment) -> list[tuple[Any, ...]]:
        """Return these deals as rows, also those in the trash; in no order."""
        given = {**_now(now), "ids": json.dumps(list(ids))}
        return self._read(f"{ROW} WHERE d.id IN {GIVEN}", given)

    def of_contacts(self, contact_ids: Collection[int], now: Moment) -> list[int]:
        """Return the deals of contacts that are not over, the nearest next step first."""
        given = {**_now(now), "ids": json.dumps(list(contact_ids))}
        query = (
            f"SELECT d.id {FROM} WHERE d.deleted_at IS NULL AND d.closed_at IS NULL"
            f" AND (d.contact_id IN {GIVEN} OR d.company_id IN {GIVEN} OR d.id IN (SELECT p.deal_id"
            f" FROM deal_party p WHERE p.contact_id IN {GIVEN} AND p.deleted_at IS NULL))"
            f" ORDER BY {SORTS['next']} IS NULL, {SORTS['next']}, d.id"
        )
        return [i for (i,) in self._read(query, given)]

    def ended(self, contact_ids: Collection[int], currency: str) -> tuple[Any, ...]:
        """Return (won, their value, when the last was won, lost) of contacts."""
        given: dict[str, object] = {"ids": json.dumps(list(contact_ids)), "currency": currency}
        return self._read(ENDED, given)[0]

    def find(self, text: str, limit: int) -> list[int]:
        """Return the deals whose title or contact has a text in it, open ones first."""
        given: dict[str, object] = {"text": _like(text), "limit": limit}
        return [i for (i,) in self._read(FIND, given)]

    def closing(self, first: str, after: str) -> list[tuple[Any, ...]]:
        """Return open deals expected to close on these days (see CLOSING)."""
        return self._read(CLOSING, {"first": first, "after": after})

    def without_next(self, limit: int) -> tuple[list[int], int]:
        """Return open deals without a next step, the most valuable first, and how many."""
        found = self._read(WITHOUT_NEXT, {"limit": limit})
        return [row[0] for row in found], found[0][1] if found else 0

    def open_count(self) -> int:
        """Return how many deals are not over."""
        return int(self._read(OPEN_COUNT, {})[0][0])

    def sources(self) -> list[str]:
        """Return where deals are said to come from."""
        return [source for (source,) in self._read(SOURCES, {})]

    def trash(self, *, limit: int, offset: int) -> list[int]:
        """Return the deals in the trash, the last put there first."""
        query = (
            "SELECT id FROM deal WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC"
            " LIMIT :limit OFFSET :offset"
        )
        return [i for (i,) in self._read(query, {"limit": limit, "offset": offset})]

    # One deal

    def lines(self, deal_id: int) -> list[tuple[Any, ...]]:
        """Return the lines of a deal as rows (see LINES)."""
        return self._read(LINES, {"deal": deal_id})

    def parties(self, deal_id: int) -> list[tuple[Any, ...]]:
        """Return who has a part in a deal (see PARTIES)."""
        return self._read(PARTIES, {"deal": deal_id})

    def moves(self, deal_id: int) -> list[tuple[Any, ...]]:
        """Return where a deal went, oldest first (see MOVES)."""
        return self._read(MOVES, {"deal": deal_id})

    def checks(self, deal_id: int) -> list[tuple[Any, ...]]:
        """Return the checklist of a deal's stage and what of it is ticked."""
        return self._read(CHECKS, {"deal": deal_id})

    def sales(self, deal_id: int) -> list[int]:
        """Return the sales a deal became."""
        query = "SELECT id FROM sale WHERE deal_id = :deal AND deleted_at IS NULL ORDER BY id"
        return [i for (i,) in self._read(query, {"deal": deal_id})]

    def events(self, deal_id: int, limit: int) -> list[tuple[Any, ...]]:
        """Return what happened with a deal besides its moves, newest first (see EVENTS)."""
        return self._read(EVENTS, {"deal": deal_id, "limit": limit})

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


def _now(now: Moment) -> dict[str, object]:
    return {
        "today": now.today, "clock": now.clock, "began": now.began, "currency": now.currency,
    }  # fmt: skip


def _like(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{escaped}%"


def _clause(
    wanted: DealFilterLike, now: Moment, *, board: bool = False
) -> tuple[str, dict[str, object]]:
    """Return what a filter asks; on a board its pipeline and kinds are the board's."""
    given = _now(now)
    later = "ifnull(d.later_until > :today, 0)"
    parts = ["d.deleted_at IS NULL", later if wanted.later else f"NOT {later}"]
    if not board:
        _ask_place(wanted, parts, given)
    for name, column, values in (
        ("stages", "d.stage_id", wanted.stage_ids),
        ("owners", "coalesce(d.owner_id, 0)", wanted.owner_ids),
        ("contacts", "d.contact_id", wanted.contact_ids),
        ("sources", "ifnull(d.source, '')", wanted.sources),
        ("next", NEXT_STATE, wanted.next_states),
    ):
        if values:
            parts.append(f"{column} IN (SELECT value FROM json_each(:{name}))")
            given[name] = json.dumps(list(values))
    for name, asked, value in (
        ("close_first", "d.expected_close >= :close_first", wanted.close_first or None),
        ("close_last", "d.expected_close <= :close_last", wanted.close_last or None),
        ("least", "d.amount >= :least AND d.currency = :currency", wanted.value_least),
        ("most", "d.amount <= :most AND d.currency = :currency", wanted.value_most),
        ("text", TEXT, _like(wanted.text) if wanted.text else None),
        ("tags", TAGGED, json.dumps(list(wanted.tags)) if wanted.tags else None),
        ("waiting", WAITS, True if wanted.waiting else None),
    ):
        if value is not None:
            parts.append(asked)
            given[name] = value
    return " AND ".join(parts), given


def _ask_place(wanted: DealFilterLike, parts: list[str], given: dict[str, object]) -> None:
    if wanted.pipeline_id is not None:
        parts.append("d.pipeline_id = :of_pipeline")
        given["of_pipeline"] = wanted.pipeline_id
    if wanted.kinds:
        parts.append(OF_KINDS)
        given["kinds"] = json.dumps(list(wanted.kinds))
        if set(wanted.kinds) <= {"open", "on_hold"}:
            parts.append("d.closed_at IS NULL")  # for the indexes of these


def _order(wanted: DealFilterLike) -> str:
    column = SORTS[wanted.sort]
    way = "DESC" if wanted.descending else ""
    # What has nothing to sort by comes last, whichever way.
    return f"{column} IS NULL, {column} {way}, d.id {way}"


def _lean(wanted: DealFilterLike) -> str:
    """Return the tables a list is chosen from: none that nothing is asked of."""
    if wanted.text or wanted.waiting or wanted.sort in ("age", "contact", "stage", "owner"):
        return FROM
    return "FROM deal d"
