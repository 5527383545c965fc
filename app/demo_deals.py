"""The deals of the sample shop: those of the pictures, and how earlier ones went."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from app.amounts import ONE
from app.clock import stamp
from app.dealing import valued
from app.demo_tasks import MANY
from app.quoting import form_of_deal, quote_columns
from app.ready_pipelines import SURE, make_ready
from app.settings import CURRENCY
from app.shapes.deals import DealForm
from app.shapes.sales import LineForm
from db.repositories.deals import GAP

if TYPE_CHECKING:
    from db.models.deal import Deal
    from db.models.pipeline import PipelineStage
    from db.uow import UnitOfWork

PIPELINE = "events"
OVER, WON = 68, 0.28  # deals that are over, and the share of them that was won
LONGEST_AGO = 360  # days since a deal was over
DAYS = (2, 5, 4, 5, 6)  # in a stage, on average
SKIPPED = (0.0, 0.0, 0.4, 0.3, 0.1)  # share of deals that a stage is nothing for
LOST_IN = (24, 15, 5, 4, 3)  # in which stages deals are lost, against each other
LINGERED = 2.5  # times as long stands a deal where it is lost
STEP = 10_000  # amounts are told in

_Path = Sequence[tuple["PipelineStage", date]]


def add_deals(unit: UnitOfWork, words: dict[str, Any], as_of: date, seed: int) -> dict[str, int]:
    """Add the deals of the sample shop; return by title those that are not over.

    Of contacts that are not there the deal alone is added.
    """
    shop = _Shop(unit, as_of, random.Random(f"deals {seed}"))
    shop.add_past(words["deals_past"], {row[1] for row in words["first"] + words["late"]})
    over = {title: shop.add_over(title, *told) for title, *told in words["deals_over"]}
    return {
        title: shop.add_open(rank, over, place, title, *told)
        for rank, (place, title, *told) in enumerate(words["deals"])
    }


class _Shop:
    """Who buys, who sells, and the stages in between."""

    def __init__(self, unit: UnitOfWork, as_of: date, chance: random.Random) -> None:
        self._unit, self._as_of, self._chance = unit, as_of, chance
        self._contacts = unit.listed.page("created_at", descending=True, offset=0, limit=MANY)
        self._people = {name: contact_id for contact_id, _kind, name, *_rest in self._contacts}
        self._staff = {name: staff_id for staff_id, name, _role in unit.settings.staff()}
        self._currency = CURRENCY.of(unit.settings.all())
        self._pipeline = make_ready(unit, PIPELINE).id
        stages = unit.pipelines.stages(self._pipeline)
        self._live = [stage for stage in stages if stage.kind == "open"]
        self._ends = {kind: next(s for s in stages if s.kind == kind) for kind in SURE}
        self._reasons = {
            kind: [row[0] for row in unit.pipelines.reasons(kind) if not row[3]] for kind in SURE
        }

    def add_open(
        self, rank: int, over: dict[str, int], place: int, title: str, contact: str,
        amount: int | None, owner: str, days: int, close: str | None,
        step: tuple[str, str | None, str] | None, more: dict[str, Any],
    ) -> int:  # fmt: skip
        """Add a deal that has stood so many days in a stage, and was in those before it."""
        day = self._as_of - timedelta(days=days)
        path = [(self._live[place], day)]
        for stage in reversed(self._live[:place]):
            day -= timedelta(days=self._chance.randint(2, 6))
            path.insert(0, (stage, day))
        kind, what, at = step or (None, None, None)
        deal = self._put(
            path, title=title, contact_id=self._people.get(contact), amount=amount,
            owner_id=self._staff.get(owner), expected_close=close, next_step_kind=kind,
            next_step=what, next_step_at=at, board_rank=rank * GAP, source=more.get("source"),
            repeat_months=more.get("every"), later_until=more.get("later"),
            parent_id=over.get(more.get("after", "")),
        )  # fmt: skip
        if "lines" in more:
            self._offer(deal, more["lines"], path[-1][1], more["valid"])
        return deal.id

    def add_over(
        self, title: str, contact: str, amount: int, owner: str, kind: str, day: str
    ) -> int:
        """Add a deal the pictures tell of that was won or lost on a day; return it."""
        path = self._way(date.fromisoformat(day), kind)
        return self._end(path, title, self._people.get(contact), amount, self._staff.get(owner))

    def add_past(self, told: Sequence[tuple[str, str, int, int]], pictured: set[str]) -> None:
        """Add deals of the past year with whoever is not in the pictures."""
        known: dict[str, list[int]] = {"person": [], "company": []}
        for contact_id, kind, name, *_rest in reversed(self._contacts):
            if name not in pictured:
                known.setdefault(kind, []).append(contact_id)
        owners = list(self._staff.values())
        for _number in range(OVER):
            title, kind, least, most = self._chance.choice(told)
            day = self._as_of - timedelta(days=self._chance.randint(2, LONGEST_AGO))
            end = "won" if self._chance.random() < WON else "lost"
            amount = self._chance.randint(least, most) * STEP
            whose = self._chance.choice(known[kind]) if known[kind] else None
            self._end(self._way(day, end), title, whose, amount, self._chance.choice(owners))

    def _way(self, last: date, end: str) -> _Path:
        """Return the stages a deal went through to its end on a day."""
        reached = len(self._live)
        if end == "lost":
            reached = 1 + self._chance.choices(range(len(LOST_IN)), LOST_IN)[0]
        path = [(self._ends[end], last)]
        day = last
        for place in reversed(range(min(reached, len(self._live)))):
            is_last = len(path) == 1
            if not is_last and self._chance.random() < SKIPPED[place]:
                continue
            usual = DAYS[place] * (LINGERED if end == "lost" and is_last else 1)
            day -= timedelta(days=1 + int(self._chance.expovariate(1 / usual)))
            path.insert(0, (self._live[place], day))
        return path

    def _end(
        self, path: _Path, title: str, contact_id: int | None, amount: int, owner_id: int | None
    ) -> int:
        kind = path[-1][0].kind
        reasons = self._reasons[kind]
        often = range(len(reasons), 0, -1)
        return self._put(
            path, title=title, contact_id=contact_id, amount=amount, owner_id=owner_id,
            expected_close=path[-1][1].isoformat(),
            reason_id=self._chance.choices(reasons, often)[0] if reasons else None,
        ).id  # fmt: skip

    def _put(self, path: _Path, **told: Any) -> Deal:
        """Add a deal that came to stages on days; it stands in the last of them."""
        hour = self._chance.randint(1, 9)  # of UTC: the shop is open in Korea
        times = [_moment(day, hour) for _stage, day in path]
        stage, entered = path[-1][0], times[-1]
        deal = self._unit.deals.add(
            pipeline_id=self._pipeline, stage_id=stage.id, probability=stage.probability,
            currency=self._currency, stage_entered_at=entered, created_at=times[0],
            closed_at=entered if stage.kind in SURE else None, **told,
        )  # fmt: skip
        move = {"deal_id": deal.id, "staff_id": deal.owner_id, "amount": deal.amount}
        self._unit.deals.add_move(**move, to_stage_id=path[0][0].id, moved_at=times[0])
        for (before, since), (after, day) in pairwise(path):
            self._unit.deals.add_move(
                **move, from_stage_id=before.id, to_stage_id=after.id, days=(day - since).days,
                moved_at=_moment(day, hour),
            )  # fmt: skip
        return deal

    def _offer(
        self, deal: Deal, lines: Sequence[tuple[str, int, int]], day: date, until: str
    ) -> None:
        """Let a deal be about these lines, and have a quote of them that was sent on a day."""
        unit = self._unit
        forms = tuple(
            LineForm(price, description=name, quantity=pieces * ONE)
            for name, pieces, price in lines
        )
        worth, rows = valued(unit, DealForm(title=deal.title, lines=forms, currency=deal.currency))
        for column, value in worth.items():
            setattr(deal, column, value)
        unit.deals.put_lines(deal.id, rows)
        form = replace(form_of_deal(unit, deal), issued_on=day.isoformat(), valid_until=until)
        values, offered = quote_columns(unit, form, self._as_of)
        number, sequence = unit.quotes.next_number(day.year)
        unit.quotes.add(
            offered, **values, number=number, year=day.year, sequence=sequence, deal_id=deal.id,
            contact_id=deal.contact_id, currency=deal.currency, staff_id=deal.owner_id,
            status="sent", sent_at=deal.stage_entered_at, created_at=deal.stage_entered_at,
        )  # fmt: skip
        for check in unit.pipelines.checks(deal.stage_id):
            unit.deals.tick(deal.id, check.id, deal.stage_entered_at)


def _moment(day: date, hour: int) -> str:
    return stamp(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
