"""Deals as screens ask for them: the board, lists and their sums, one deal with its past."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from statistics import median_low
from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.deal_rows import deal_rows, moment, pipeline_rows
from app.errors import GoneError
from app.quoting import quote_rows
from app.shapes.deals import (
    Board,
    BoardColumn,
    CheckState,
    ClosingDeal,
    ContactDeals,
    DealCard,
    DealDetail,
    DealEvent,
    DealFilter,
    DealLine,
    DealRow,
    DealTotals,
    MoveRow,
    PartyRow,
)
from app.shapes.pipelines import PipelineRow, StageRow
from app.store import Store

if TYPE_CHECKING:
    from db.uow import UnitOfWork

NOTHING = (0, 0, 0, 0, 0)


class DealBoardService:
    """Reads deals; sums are of the shop's currency, others are told apart."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def board(self, pipeline_id: int, wanted: DealFilter | None = None) -> Board:
        """Return a pipeline's deals that are not over, by stage, with the sums of its columns.

        Of a filter, pipeline and kinds are the board's own. Raises GoneError for a pipeline that
        is not there.
        """
        asked = wanted or DealFilter()
        with self._store.read() as unit:
            pipeline = _pipeline(unit, pipeline_id)
            now, lists = moment(unit, self._now), unit.deal_lists
            cards: dict[int, list[DealCard]] = {}
            for card in map(DealCard._make, lists.cards(pipeline_id, asked, now)):
                cards.setdefault(card.stage_id, []).append(card)
            sums = lists.column_sums(pipeline_id, asked, now)
            known = lists.all_of(pipeline_id, now)
            others = tuple(lists.others(asked, now, pipeline_id))
        columns = tuple(
            _column(stage, cards.get(stage.id, []), sums.get(stage.id, NOTHING), known)
            for stage in pipeline.stages
            if stage.is_open
        )
        open_ones = [column for column in columns if column.stage.kind == "open"]
        return Board(
            pipeline, columns, sum(c.count for c in columns), sum(c.all for c in columns),
            sum(c.value for c in open_ones), sum(c.weighted for c in open_ones),
            sum(c.waiting for c in columns), sum(later for _all, later in known.values()),
            sum(c.no_value for c in open_ones), others, now.currency,
        )  # fmt: skip

    def page(
        self, wanted: DealFilter | None = None, *, offset: int = 0, limit: int = 256
    ) -> list[DealRow]:
        """Return one window of a list of deals."""
        asked = wanted or DealFilter()
        with self._store.read() as unit:
            now = moment(unit, self._now)
            rows = unit.deal_lists.page(asked, now, offset=offset, limit=limit)
            return [DealRow(*row) for row in rows]

    def ids(self, wanted: DealFilter | None = None) -> list[int]:
        """Return the deals of a list, in its order."""
        with self._store.read() as unit:
            return unit.deal_lists.ids(wanted or DealFilter(), moment(unit, self._now))

    def count(self, wanted: DealFilter | None = None) -> int:
        """Return how many deals a list has."""
        with self._store.read() as unit:
            return unit.deal_lists.count(wanted or DealFilter(), moment(unit, self._now))

    def totals(self, wanted: DealFilter | None = None) -> DealTotals:
        """Return the sums of a list; only open deals have a value, and weigh."""
        asked = wanted or DealFilter()
        with self._store.read() as unit:
            now = moment(unit, self._now)
            count, value, weighted, no_value, waiting = unit.deal_lists.sums(asked, now)
            others = tuple(unit.deal_lists.others(asked, now))
        return DealTotals(count, value, weighted, waiting, no_value, others)

    def rows(self, deal_ids: Collection[int]) -> dict[int, DealRow]:
        """Return these deals by id, those that are not there left out."""
        with self._store.read() as unit:
            return deal_rows(unit, deal_ids, self._now)

    def detail(self, deal_id: int) -> DealDetail:
        """Return one deal whole; raise GoneError if it is not there."""
        with self._store.read() as unit:
            deal = unit.deals.get(deal_id)
            lists, after = unit.deal_lists, unit.deals.follower(deal_id)
            return DealDetail(
                row=deal_rows(unit, [deal_id], self._now)[deal_id],
                note=deal.note or "",
                discount=deal.discount,
                tax_added=bool(deal.tax_added),
                from_lines=bool(deal.from_lines),
                lines=tuple(DealLine(*row) for row in lists.lines(deal_id)),
                parties=tuple(PartyRow(*row) for row in lists.parties(deal_id)),
                moves=tuple(MoveRow(*row[:-1]) for row in lists.moves(deal_id)),
                checks=tuple(
                    CheckState(check_id, label, bool(done), done_at)
                    for check_id, label, done, done_at in lists.checks(deal_id)
                ),
                next_step=deal.next_step or "",
                next_step_kind=deal.next_step_kind or "",
                next_step_at=deal.next_step_at or "",
                reason_id=deal.reason_id,
                reason_note=deal.reason_note or "",
                parent_id=deal.parent_id,
                next_id=None if after is None else after.id,
                sale_ids=tuple(lists.sales(deal_id)),
                quotes=tuple(quote_rows(unit, self._now, deal_id=deal_id)),
            )

    def timeline(self, deal_id: int, limit: int = 200) -> list[DealEvent]:
        """Return what happened with a deal, the newest first.

        What was spoken with its contacts counts from when it was made until it was closed.
        """
        with self._store.read() as unit:
            unit.deals.get(deal_id)
            moves = [_moved(row) for row in unit.deal_lists.moves(deal_id)]
            others = [_happened(row) for row in unit.deal_lists.events(deal_id, limit)]
        return sorted(moves + others, key=lambda one: (one.at, one.id), reverse=True)[:limit]

    def of_contact(self, contact_id: int, *, together: bool = False) -> ContactDeals:
        """Return the deals a contact has a part in; `together` with its people."""
        with self._store.read() as unit:
            ids = [contact_id]
            if together:
                ids += unit.relations.belonging_to(contact_id)
            now = moment(unit, self._now)
            rows = deal_rows(unit, unit.deal_lists.of_contacts(ids, now), self._now)
            won, value, last, lost = unit.deal_lists.ended(ids, now.currency)
        ours = [row for row in rows.values() if row.currency == now.currency]
        return ContactDeals(
            tuple(rows.values()),
            sum(row.amount or 0 for row in ours if row.stage_kind == "open"),
            sum(row.weighted for row in ours), won, value, last, lost,
        )  # fmt: skip

    def find(self, text: str, limit: int = 8) -> list[DealRow]:
        """Return the deals whose title or contact has a text in it, open ones first."""
        with self._store.read() as unit:
            found = unit.deal_lists.find(text.strip(), limit) if text.strip() else []
            return list(deal_rows(unit, found, self._now).values())

    def closing(self, first: date, last: date) -> list[ClosingDeal]:
        """Return the deals that are expected to close on these days, both ends too."""
        after = last + timedelta(days=1) if last < date.max else last
        with self._store.read() as unit:
            rows = unit.deal_lists.closing(first.isoformat(), after.isoformat())
            return [ClosingDeal(*row) for row in rows]

    def without_next_step(self, limit: int = 5) -> tuple[list[DealRow], int]:
        """Return open deals nothing is planned for, the most valuable first, and how many."""
        with self._store.read() as unit:
            found, count = unit.deal_lists.without_next(limit)
            return list(deal_rows(unit, found, self._now).values()), count

    def waiting(self, limit: int = 5) -> tuple[list[DealRow], int]:
        """Return the deals that wait too long, the longest first, and how many."""
        asked = DealFilter(waiting=True, sort="age")
        with self._store.read() as unit:
            found = unit.deal_lists.ids(asked, moment(unit, self._now))
            return list(deal_rows(unit, found[:limit], self._now).values()), len(found)

    def open_count(self) -> int:
        """Return how many deals are not over."""
        with self._store.read() as unit:
            return unit.deal_lists.open_count()

    def sources(self) -> list[str]:
        """Return where deals are said to come from."""
        with self._store.read() as unit:
            return unit.deal_lists.sources()

    def trash(self, *, offset: int = 0, limit: int = 100) -> list[DealRow]:
        """Return the deals in the trash, the last put there first."""
        with self._store.read() as unit:
            found = unit.deal_lists.trash(limit=limit, offset=offset)
            return list(deal_rows(unit, found, self._now).values())


def _pipeline(unit: UnitOfWork, pipeline_id: int) -> PipelineRow:
    for row in pipeline_rows(unit):
        if row.id == pipeline_id:
            return row
    raise GoneError(str(pipeline_id))


def _column(
    stage: StageRow,
    cards: list[DealCard],
    sums: tuple[int, ...],
    known: dict[int, tuple[int, int]],
) -> BoardColumn:
    count, value, weighted, no_value, waiting = sums
    days = median_low([card.days for card in cards]) if cards else None
    whole, _later = known.get(stage.id, (0, 0))
    return BoardColumn(stage, count, whole, value, weighted, days, waiting, no_value, tuple(cards))


def _moved(row: tuple[Any, ...]) -> DealEvent:
    move_id, left, _kind, stage, kind, at, days, staff, amount = row
    what = "move" if left else "made"
    return DealEvent(at, what, move_id, stage, kind, left, days, None, "", staff, amount)


def _happened(row: tuple[Any, ...]) -> DealEvent:
    at, what, row_id, title, kind, detail, contact_id, contact, staff, amount = row
    return DealEvent(
        at, what, row_id, title, kind, detail, None, contact_id, contact, staff, amount
    )
