"""What a user can do with deals; `deal_board` reads them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.clock import Clock, stamp
from app.deal_ends import NEEDED, Sell, lose, put_lines, reopen, sale_form, sell_for, split, win
from app.dealing import (
    add_deal,
    checked,
    columns,
    form_of,
    go_to,
    parties,
    ranked,
    today_of,
    with_person,
)
from app.errors import InvalidInputError, Problem
from app.finishing import Desk
from app.inputs import day_or_none, require
from app.ops import Op
from app.shapes.deals import AUTO, DealForm, LostForm, Moved, PartyForm, Won, WonForm
from app.shapes.payments import PaidForm
from app.shapes.pipelines import LIVE
from app.shapes.sales import LineForm
from app.store import Store

if TYPE_CHECKING:
    from db.models.deal import Deal
    from db.uow import UnitOfWork

SURELY, HARDLY = 99, 1  # what a model says at most, and at least: it never says won or lost


class DealService:
    """Deals and what becomes of them; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock, sell: Sell) -> None:
        self._store = store
        self._now = now
        self._sell = sell

    def add(self, form: DealForm) -> int:
        """Add a deal; return its id. Raises InvalidInputError for what cannot be kept."""
        with self._store.action(Op.ADD_DEAL) as unit:
            told = with_person(unit, form, self._store.country, self._store.actor_id)
            made = add_deal(unit, told, self._store.actor_id, self._now())
            unit.changes.add_facts(name=unit.deals.get(made).title)
            return made

    def edit(self, deal_id: int, form: DealForm) -> None:
        """Change all that is typed of a deal; its stage is left to `move`.

        Without a probability it follows its stage again, without a currency it keeps its own.
        """
        with self._store.action(Op.EDIT_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            told = form if form.currency else replace(form, currency=deal.currency)
            told = with_person(unit, told, self._store.country, self._store.actor_id)
            values, lines = columns(unit, told)
            for column, value in values.items():
                setattr(deal, column, value)
            if form.owner_id != AUTO:
                deal.owner_id = form.owner_id
            _estimate(unit, deal, form.probability, "manual")
            unit.deals.put_lines(deal_id, lines)
            unit.deals.put_parties(deal_id, parties(unit, form.parties))
            unit.changes.add_facts(name=deal.title)

    def put(self, deal_ids: Collection[int], **values: Any) -> None:
        """Change columns of deals: what is theirs stays but for these."""
        with self._store.action(Op.EDIT_DEALS, count=len(deal_ids)) as unit:
            told = checked(unit, values)
            for deal_id in deal_ids:
                deal = unit.deals.get(deal_id)
                for column, value in told.items():
                    setattr(deal, column, value)

    def set_close(self, deal_ids: Collection[int], on: str) -> None:
        """Expect deals to close on another day, '' for none."""
        self.put(deal_ids, expected_close=on)

    def set_lines(self, deal_id: int, lines: Sequence[LineForm], discount: int = 0) -> None:
        """Let a deal be about these lines; its amount is what they come to."""
        with self._store.action(Op.EDIT_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            put_lines(unit, deal, tuple(lines), discount)
            unit.changes.add_facts(name=deal.title)

    def set_probability(
        self, deal_ids: Collection[int], percent: int | None, source: str = "manual"
    ) -> None:
        """Say how likely deals are; None lets them follow their stage again.

        What a 'model' says is never sure, and closes nothing. Deals that are over stay as they
        are.
        """
        require(source in ("manual", "model"), "probability_by", Problem.NOT_A_CHOICE)
        with self._store.action(Op.EDIT_DEALS, count=len(deal_ids)) as unit:
            for deal_id in deal_ids:
                _estimate(unit, unit.deals.get(deal_id), percent, source)

    def set_parties(self, deal_id: int, wanted: Sequence[PartyForm]) -> None:
        """Say who has which part in a deal, these and nobody else."""
        with self._store.action(Op.EDIT_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            unit.deals.put_parties(deal_id, parties(unit, wanted))
            unit.changes.add_facts(name=deal.title)

    def move(
        self,
        deal_ids: Sequence[int],
        stage_id: int,
        before: int | None = None,
        after: int | None = None,
    ) -> Moved:
        """Let deals go to a stage, between two others of it; by default on top.

        Raises GoneError for a stage that is not there any more, InvalidInputError for one whose
        deals are won or lost: that takes a reason.
        """
        with self._store.action(Op.MOVE_DEALS, count=len(deal_ids)) as unit:
            stage = unit.pipelines.stage(stage_id)
            require(stage.kind in LIVE, "reason_id")
            deals = [_open(unit, deal_id) for deal_id in deal_ids]
            ranks = ranked(unit, deal_ids, stage_id, before, after)
            desk, tasks = self._desk(), list[int]()
            for deal, rank in zip(deals, ranks, strict=True):
                tasks += go_to(unit, deal, stage, desk, rank=rank)
            unit.changes.add_facts(name=stage.name)
            missing = unit.deals.unchecked(deal_ids, stage_id)
            return Moved(tuple(deal_ids), tuple(tasks), tuple(missing))

    def win(self, deal_id: int, form: WonForm) -> Won:
        """Close a deal as won, with its sale if that is wanted; return what came of it.

        Raises InvalidInputError without a reason, and in a pipeline without a stage for it.
        """
        with self._store.action(Op.WIN_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            unit.changes.add_facts(name=deal.title)
            return win(unit, deal, form, self._desk(), self._sell)

    def lose(self, deal_ids: Collection[int], form: LostForm) -> None:
        """Close deals as lost; raises InvalidInputError without a reason, or its note."""
        with self._store.action(Op.LOSE_DEALS, count=len(deal_ids)) as unit:
            for deal_id in deal_ids:
                lose(unit, unit.deals.get(deal_id), form, self._desk())

    def reopen(self, deal_ids: Collection[int]) -> None:
        """Open deals again, each in the stage it was in."""
        with self._store.action(Op.REOPEN_DEALS, count=len(deal_ids)) as unit:
            for deal_id in deal_ids:
                reopen(unit, unit.deals.get(deal_id), self._desk())

    def later(self, deal_ids: Collection[int], on: str) -> None:
        """Put deals off to a day, until which they are on no board; '' shows them again."""
        until = day_or_none(on, "on")
        op = Op.PUT_OFF_DEALS if until else Op.SHOW_DEALS
        with self._store.action(op, count=len(deal_ids)) as unit:
            ahead = until is None or until > today_of(unit, self._desk()).isoformat()
            require(ahead, "on", Problem.NOT_A_DATE)
            for deal_id in deal_ids:
                _open(unit, deal_id).later_until = until

    def tick(self, deal_id: int, check_id: int, *, done: bool = True) -> None:
        """Tick a line of the stage's checklist for a deal, or take the tick back."""
        with self._store.action(Op.TICK_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            unit.pipelines.check(check_id)
            unit.deals.tick(deal_id, check_id, stamp(self._now()) if done else None)
            unit.changes.add_facts(name=deal.title)

    def split(
        self, deal_id: int, lines: Mapping[int, int] | None = None, amount: int | None = None
    ) -> int:
        """Make a sale of a part of a deal: lines by quantity, or an amount; return its id.

        The rest stays in the deal.
        """
        with self._store.action(Op.SPLIT_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            unit.changes.add_facts(name=deal.title)
            wanted = None if lines is None else dict(lines)
            return split(unit, deal, wanted, amount, self._sell)

    def to_sale(self, deal_id: int, payments: tuple[PaidForm, ...] = ()) -> int:
        """Make the sale of a deal that was won without one; return its id."""
        with self._store.action(Op.SELL_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            require(deal.closed_at and deal.probability, "deal")
            require(not unit.deal_lists.sales(deal_id), "deal", Problem.TAKEN)
            unit.changes.add_facts(name=deal.title)
            form = sale_form(unit, deal, payments)
            return sell_for(unit, deal, form, self._sell)

    def copy(self, deal_id: int) -> int:
        """Add a deal like another one, in the first stage; return its id."""
        with self._store.action(Op.ADD_DEAL) as unit:
            deal = unit.deals.get(deal_id)
            made = add_deal(unit, form_of(unit, deal), self._store.actor_id, self._now())
            unit.changes.add_facts(name=deal.title)
            return made

    def remove(self, deal_ids: Collection[int]) -> None:
        """Put deals in the trash."""
        with self._store.action(Op.REMOVE_DEALS, count=len(deal_ids)) as unit:
            unit.deals.put_in_trash(deal_ids)

    def bring_back(self, deal_ids: Collection[int]) -> None:
        """Bring deals back from the trash, to the first stage where theirs is gone."""
        with self._store.action(Op.RESTORE_DEALS, count=len(deal_ids)) as unit:
            for deal_id in deal_ids:
                deal = unit.deals.take_from_trash(deal_id)
                _stand_somewhere(unit, deal, self._desk())

    def _desk(self) -> Desk:
        return Desk(self._store.actor_id, self._now())


def _open(unit: UnitOfWork, deal_id: int) -> Deal:
    deal = unit.deals.get(deal_id)
    require(deal.closed_at is None, "deal", Problem.CLOSED)
    return deal


def _stand_somewhere(unit: UnitOfWork, deal: Deal, desk: Desk) -> None:
    """Let a deal whose stage was removed meanwhile stand in the first one of its kind."""
    if deal.stage_id in {stage.id for stage in unit.pipelines.stages(deal.pipeline_id)}:
        return
    ended = deal.closed_at
    kind = ("won" if deal.probability else "lost") if ended else "open"
    stage = unit.pipelines.first_of(deal.pipeline_id, kind)
    if stage is None:
        raise InvalidInputError({"stage_id": NEEDED[kind]})
    go_to(unit, deal, stage, desk)
    deal.closed_at = ended


def _estimate(unit: UnitOfWork, deal: Deal, percent: int | None, source: str) -> None:
    if deal.closed_at is not None:
        return
    if percent is None:
        stage = unit.pipelines.stage(deal.stage_id)
        deal.probability, deal.probability_by = stage.probability, "stage"
        return
    require(0 <= percent <= 100, "probability", Problem.NOT_A_NUMBER)
    if source == "model":
        percent = min(max(percent, HARDLY), SURELY)
    deal.probability, deal.probability_by = percent, source
