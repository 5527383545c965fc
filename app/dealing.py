"""How deals come to be and go through their stages, inside an action that is open."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.adding import add_contact
from app.amounts import MOST_MONEY
from app.assigning import next_owner
from app.clock import stamp
from app.errors import InvalidInputError, Problem
from app.finishing import Desk
from app.inputs import day_or_none, moment_or_none, require, required
from app.ready_pipelines import FIRST, SURE, make_ready
from app.selling import priced
from app.settings import CURRENCY
from app.shapes.deals import AUTO, DEAL_ROLES, DealForm, PartyForm
from app.shapes.pipelines import LIVE
from app.shapes.sales import LineForm, SaleForm
from app.shop_clock import shop_now
from app.task_steps import stop, take_step
from db.keys import clean
from db.kinds import TASK_KINDS

if TYPE_CHECKING:
    from db.models.deal import Deal
    from db.models.pipeline import Pipeline, PipelineStage
    from db.uow import UnitOfWork

TITLE_LIMIT = 500
MOST_MONTHS = 120  # between a deal and the one that repeats it
_CURRENCY = re.compile(r"[A-Z]{3}", re.A)


def add_deal(unit: UnitOfWork, form: DealForm, actor_id: int | None, now: datetime) -> int:
    """Add a deal, on top of its stage; return its id.

    Raises InvalidInputError for what cannot be kept, GoneError for a stage or contact that is not
    there any more.
    """
    desk = Desk(actor_id, now)
    stage = stage_for(unit, form)
    owner = form.owner_id
    if owner == AUTO:
        owner = next_owner(unit, "pipeline", stage.pipeline_id)
        owner = actor_id if owner is None else owner
    values, lines = columns(unit, form)
    by_hand = form.probability is not None
    at = stamp(now)
    deal = unit.deals.add(
        **values, pipeline_id=stage.pipeline_id, stage_id=stage.id, owner_id=owner,
        probability=form.probability if by_hand else stage.probability,
        probability_by="manual" if by_hand else "stage",
        board_rank=unit.deals.first_rank(stage.id), stage_entered_at=at,
    )  # fmt: skip
    unit.deals.put_lines(deal.id, lines)
    unit.deals.put_parties(deal.id, parties(unit, form.parties))
    unit.deals.add_move(
        deal_id=deal.id, to_stage_id=stage.id, moved_at=at, staff_id=actor_id, amount=deal.amount
    )
    begin_plan(unit, deal, stage, desk)
    return deal.id


def with_person(unit: UnitOfWork, form: DealForm, country: str, actor_id: int | None) -> DealForm:
    """Put the new person a form tells of in the book; return the form with them as contact.

    Raises InvalidInputError for somebody who cannot be kept.
    """
    person = form.person
    if person is None:
        return form
    if form.contact_id is not None:
        return replace(form, person=None)
    person.require_valid()
    contact_id = add_contact(unit, person, country, actor_id)
    unit.flush()
    return replace(form, contact_id=contact_id, person=None)


def stage_for(unit: UnitOfWork, form: DealForm) -> PipelineStage:
    """Return the stage a new deal stands in; without a pipeline the usual one is made."""
    if form.stage_id is not None:
        stage = unit.pipelines.stage(form.stage_id)
        require(stage.kind in LIVE, "stage_id", Problem.NOT_A_CHOICE)
        return stage
    told = form.pipeline_id
    pipeline = usual_pipeline(unit) if told is None else unit.pipelines.get(told)
    found = unit.pipelines.first_of(pipeline.id, "open")
    if found is None:
        raise InvalidInputError({"stage_id": Problem.NO_OPEN_STAGE})
    return found


def usual_pipeline(unit: UnitOfWork) -> Pipeline:
    """Return the pipeline of new deals, made if there is none."""
    return unit.pipelines.default() or make_ready(unit, FIRST)


def columns(unit: UnitOfWork, form: DealForm) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the columns a form fills, but for stage, owner and probability, and its lines."""
    told = checked(
        unit,
        {
            "title": form.title, "contact_id": form.contact_id, "company_id": form.company_id,
            "expected_close": form.expected_close, "source": form.source,
            "campaign": form.campaign, "note": form.note, "repeat_months": form.repeat_months,
            "next_step": form.next_step, "next_step_kind": form.next_step_kind,
            "next_step_at": form.next_step_at,
        },
    )  # fmt: skip
    if form.probability is not None:
        require(0 <= form.probability <= SURE["won"], "probability", Problem.NOT_A_NUMBER)
    worth, lines = valued(unit, form)
    return told | worth, lines


def valued(unit: UnitOfWork, form: DealForm) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the columns of a deal that are about money, and its lines as columns."""
    currency = form.currency or CURRENCY.of(unit.settings.all())
    require(_CURRENCY.fullmatch(currency), "currency", Problem.NOT_A_CHOICE)
    if not form.lines:
        worth = {"amount": money(form.amount), "from_lines": 0, "discount": 0, "tax_added": 0}
        return worth | {"currency": currency}, []
    new = priced(unit, SaleForm(form.lines, discount=form.discount, currency=currency))
    lines = [
        {name: value for name, value in line.items() if name != "cost"} | {"tax_rate": f.tax_rate}
        for line, f in zip(new.lines, form.lines, strict=True)
    ]
    return {
        "amount": new.total, "from_lines": 1, "discount": form.discount,
        "tax_added": int(new.tax_added), "currency": currency,
    }, lines  # fmt: skip


def money(amount: int | None) -> int | None:
    """Return an amount of money; raise InvalidInputError for what is none."""
    if amount is not None:
        require(amount >= 0, "amount", Problem.NOT_MONEY)
        require(amount <= MOST_MONEY, "amount", Problem.TOO_MUCH)
    return amount


def parties(unit: UnitOfWork, wanted: Sequence[PartyForm]) -> list[tuple[int, str]]:
    """Return who has which part in a deal; raise InvalidInputError for an unknown part."""
    for party in wanted:
        require(party.role in DEAL_ROLES, "role", Problem.NOT_A_CHOICE)
        unit.contacts.get(party.contact_id)
    return [(party.contact_id, party.role) for party in wanted]


TEXTS = ("source", "campaign", "note", "next_step")
PEOPLE = ("contact_id", "company_id")
CHANGED = frozenset(
    {*TEXTS, *PEOPLE, "title", "amount", "owner_id", "repeat_months", "expected_close",
     "next_step_kind", "next_step_at"}
)  # fmt: skip


def checked(unit: UnitOfWork, values: dict[str, Any]) -> dict[str, Any]:
    """Return columns of a deal as they are kept; raise InvalidInputError for what cannot be."""
    require(values.keys() <= CHANGED, "field", Problem.NOT_A_CHOICE)
    for name in PEOPLE:
        if values.get(name) is not None:
            unit.contacts.get(values[name])
    told = {name: _as_kept(name, value) for name, value in values.items()}
    return told | {"from_lines": 0} if "amount" in told else told


def _as_kept(name: str, value: Any) -> Any:
    if name == "title":
        title = required(value, name)
        require(len(title) <= TITLE_LIMIT, name, Problem.TOO_LONG)
        return title
    if name in TEXTS:
        return clean(value or "") or None
    if name == "expected_close":
        return day_or_none(value or "", name)
    if name == "next_step_at":
        return moment_or_none(value or "", name)
    if name == "next_step_kind":
        require(value in (None, "", *TASK_KINDS), name, Problem.NOT_A_CHOICE)
        return value or None
    if name == "repeat_months":
        require(value is None or 0 < value <= MOST_MONTHS, name, Problem.NOT_A_NUMBER)
    return money(value) if name == "amount" else value


def go_to(
    unit: UnitOfWork,
    deal: Deal,
    stage: PipelineStage,
    desk: Desk,
    *,
    rank: int | None = None,
    at: datetime | None = None,
) -> tuple[int, ...]:
    """Let a deal go to a stage; return the tasks that its starter plan made.

    The way it went is added to its history. Its probability follows, unless it is by hand: won
    and lost are sure whatever was told.
    """
    if rank is not None or stage.id != deal.stage_id:
        deal.board_rank = unit.deals.first_rank(stage.id) if rank is None else rank
    if stage.id == deal.stage_id:
        return ()
    moved_at = max(stamp(at or desk.now), deal.stage_entered_at)
    stood = datetime.fromisoformat(moved_at) - datetime.fromisoformat(deal.stage_entered_at)
    unit.deals.add_move(
        deal_id=deal.id, from_stage_id=deal.stage_id, to_stage_id=stage.id, moved_at=moved_at,
        days=stood.days, staff_id=desk.actor_id, amount=deal.amount,
    )  # fmt: skip
    deal.stage_id, deal.pipeline_id, deal.stage_entered_at = stage.id, stage.pipeline_id, moved_at
    if stage.kind in SURE:
        deal.probability, deal.probability_by = SURE[stage.kind], "stage"
    elif deal.probability_by == "stage":
        deal.probability = stage.probability
    if stage.kind in LIVE:
        return begin_plan(unit, deal, stage, desk)
    deal.closed_at, deal.later_until = stamp(at or desk.now), None
    for run in unit.deals.running(deal.id):
        stop(unit, run, stamp(desk.now))
    return ()


def begin_plan(unit: UnitOfWork, deal: Deal, stage: PipelineStage, desk: Desk) -> tuple[int, ...]:
    """Begin the starter plan of a stage, once for each deal; return the tasks it made."""
    plan_id = stage.starter_plan_id
    if plan_id is None or unit.deals.has_run(deal.id, plan_id):
        return ()
    plan = unit.task_plans.get(plan_id)
    if plan.retired_at:
        return ()
    today = today_of(unit, desk)
    anchor = deal.expected_close if plan.anchor == "end" else None
    run = unit.task_plans.begin(
        plan, contact_id=deal.contact_id, deal_id=deal.id, anchor_on=anchor or today.isoformat()
    )
    made, _offered = take_step(unit, run, today)
    return () if made is None else (made,)


def ranked(
    unit: UnitOfWork,
    deal_ids: Collection[int],
    stage_id: int,
    before: int | None,
    after: int | None,
) -> list[int | None]:
    """Return the ranks of deals that go between two others of a stage; None without these."""
    if before is None and after is None:
        return [None] * len(deal_ids)
    return list(unit.deals.ranks_between(stage_id, before, after, len(deal_ids)))


def today_of(unit: UnitOfWork, desk: Desk) -> date:
    """Return which day it is in the shop."""
    return shop_now(desk.now, unit.settings.all()).date()


def line_forms(unit: UnitOfWork, deal: Deal) -> tuple[LineForm, ...]:
    """Return the lines of a deal as they were typed."""
    return tuple(
        LineForm(
            unit_price=line.unit_price, product_id=line.product_id,
            description=line.description or "", quantity=line.quantity, discount=line.discount,
            tax_rate=line.tax_rate,
        )
        for line in unit.deals.lines(deal.id)
    )  # fmt: skip


def form_of(unit: UnitOfWork, deal: Deal) -> DealForm:
    """Return a deal as somebody would type it again, but for who has a part in it."""
    lines = line_forms(unit, deal) if deal.from_lines else ()
    form = DealForm(
        title=deal.title, contact_id=deal.contact_id, company_id=deal.company_id,
        pipeline_id=deal.pipeline_id, amount=deal.amount, lines=lines, discount=deal.discount,
        currency=deal.currency, expected_close=deal.expected_close or "", owner_id=deal.owner_id,
        source=deal.source or "", campaign=deal.campaign or "", note=deal.note or "",
        repeat_months=deal.repeat_months,
    )  # fmt: skip
    if deal.probability_by == "manual" and deal.closed_at is None:
        return replace(form, probability=deal.probability)
    return form
