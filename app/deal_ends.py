"""How deals end: won, as a sale and again next year, or lost; inside an action that is open."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.dealing import add_deal, form_of, go_to, line_forms, money, today_of, valued
from app.errors import Problem
from app.finishing import Desk
from app.inputs import day_or_none, require
from app.settings import TAX_ADDED
from app.shapes.deals import DealForm, LostForm, PartyForm, Won, WonForm
from app.shapes.payments import PaidForm
from app.shapes.pipelines import LIVE
from app.shapes.sales import LineForm, SaleForm
from app.shop_clock import utc_of
from db.errors import RowNotFoundError
from db.keys import clean

if TYPE_CHECKING:
    from db.models.deal import Deal
    from db.models.pipeline import PipelineStage
    from db.uow import UnitOfWork

AHEAD = timedelta(days=30)  # a deal that repeats is shown so long before it is expected
NEEDED = {
    "open": Problem.NO_OPEN_STAGE,
    "won": Problem.NO_WON_STAGE,
    "lost": Problem.NO_LOST_STAGE,
}  # what a pipeline cannot do without a stage of a kind
Sell = Callable[["UnitOfWork", SaleForm], int]
"""Records a sale within the action that is open; returns its id."""


def win(unit: UnitOfWork, deal: Deal, form: WonForm, desk: Desk, sell: Sell) -> Won:
    """Close a deal as won; make its sale if that is wanted, and the deal that repeats it."""
    _end(unit, deal, "won", form, desk)
    if form.amount is not None and form.amount != deal.amount:
        deal.amount, deal.from_lines = money(form.amount), 0
    sale_id = None
    if form.sale:
        sale_id = sell_for(unit, deal, sale_form(unit, deal, form.payments), sell)
    return Won(deal.id, sale_id, repeat(unit, deal, desk))


def lose(unit: UnitOfWork, deal: Deal, form: LostForm, desk: Desk) -> None:
    """Close a deal as lost."""
    _end(unit, deal, "lost", form, desk)


def _end(unit: UnitOfWork, deal: Deal, kind: str, form: WonForm | LostForm, desk: Desk) -> None:
    require(deal.closed_at is None, "deal", Problem.CLOSED)
    stage = _stage(unit, deal, kind, form.stage_id)
    note = clean(form.note)
    if unit.pipelines.reasons(kind):  # a shop may have done away with all of them
        require(form.reason_id is not None, "reason_id")
        reason = unit.pipelines.reason(form.reason_id or 0)
        require(reason.kind == kind, "reason_id", Problem.NOT_A_CHOICE)
        require(note or not reason.needs_note, "note")
        deal.reason_id = reason.id
    deal.reason_note = note or None
    go_to(unit, deal, stage, desk, at=_moment(unit, form.on, desk))


def _stage(unit: UnitOfWork, deal: Deal, kind: str, stage_id: int | None) -> PipelineStage:
    if stage_id is None:
        found = unit.pipelines.first_of(deal.pipeline_id, kind)
        require(found, "stage_id", NEEDED[kind])
        stage_id = found.id if found else 0
    stage = unit.pipelines.stage(stage_id)
    require(stage.kind == kind, "stage_id", Problem.NOT_A_CHOICE)
    return stage


def _moment(unit: UnitOfWork, on: str, desk: Desk) -> datetime:
    """Return when a deal ended: now, or at noon of an earlier day of the shop."""
    told, today = day_or_none(on, "on"), today_of(unit, desk)
    if told is None or told == today.isoformat():
        return desk.now
    require(told < today.isoformat(), "on", Problem.IN_THE_FUTURE)
    noon = datetime.combine(date.fromisoformat(told), time(12))
    return utc_of(noon, unit.settings.all())


def reopen(unit: UnitOfWork, deal: Deal, desk: Desk) -> None:
    """Open a deal again: in the stage it was in before, or else the first one."""
    require(deal.closed_at is not None, "deal")
    before = [
        move.from_stage_id for move in unit.deals.moves(deal.id) if move.from_stage_id is not None
    ]
    known = {s.id: s for s in unit.pipelines.stages(deal.pipeline_id) if s.kind in LIVE}
    stage = next((known[i] for i in reversed(before) if i in known), None)
    stage = stage or unit.pipelines.first_of(deal.pipeline_id, "open")
    require(stage, "stage_id", Problem.NO_OPEN_STAGE)
    deal.closed_at = deal.reason_id = deal.reason_note = None
    if stage is not None:
        go_to(unit, deal, stage, desk)


def repeat(unit: UnitOfWork, deal: Deal, desk: Desk) -> int | None:
    """Make the deal that repeats one; return its id, None where it does not repeat.

    It is put off until a month before it is expected.
    """
    if not deal.repeat_months:
        return None
    today = today_of(unit, desk)
    due = date.fromisoformat(deal.expected_close) if deal.expected_close else today
    due = max(due, today - timedelta(days=366 * 100))  # one that was to close in 1970, say
    times = 1
    while months_later(due, deal.repeat_months * times) <= today:
        times += 1
    due = months_later(due, deal.repeat_months * times)
    parties = tuple(
        PartyForm(contact_id, role)
        for _id, contact_id, _name, _kind, role in unit.deal_lists.parties(deal.id)
    )
    form = replace(
        form_of(unit, deal), expected_close=due.isoformat(), parties=parties, probability=None
    )
    made = unit.deals.get(add_deal(unit, form, desk.actor_id, desk.now))
    made.owner_id, made.parent_id = deal.owner_id, deal.id
    if due - AHEAD > today:
        made.later_until = (due - AHEAD).isoformat()
    return made.id


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def sale_form(unit: UnitOfWork, deal: Deal, payments: tuple[PaidForm, ...]) -> SaleForm:
    """Return the sale a deal becomes: its lines, or one line with its title and amount.

    Where another amount was agreed on than the lines come to, the difference is a discount; more
    than they come to is one line.
    """
    require(deal.amount is not None, "amount")
    amount = deal.amount or 0
    lines, discount = line_forms(unit, deal), deal.discount
    if not deal.from_lines and lines:
        whole = sum(line.total for line in unit.deals.lines(deal.id))
        if deal.tax_added or amount > whole:
            lines = ()
        discount = whole - amount
    if not lines:
        # What was agreed on is the whole of it: where tax comes on top, there is none.
        free = 0 if TAX_ADDED.of(unit.settings.all()) else None
        lines, discount = (LineForm(amount, description=deal.title, tax_rate=free),), 0
    return SaleForm(
        lines, contact_id=deal.contact_id, discount=discount, currency=deal.currency,
        note=deal.note or "", payments=payments,
    )  # fmt: skip


def sell_for(unit: UnitOfWork, deal: Deal, form: SaleForm, sell: Sell) -> int:
    """Record a sale of a deal; return its id."""
    require(_is_there(unit, form.contact_id), "contact_id", Problem.IN_TRASH)
    sale_id = sell(unit, form)
    unit.sales.get(sale_id).deal_id = deal.id
    return sale_id


def _is_there(unit: UnitOfWork, contact_id: int | None) -> bool:
    try:
        return contact_id is None or bool(unit.contacts.get(contact_id))
    except RowNotFoundError:
        return False


def split(
    unit: UnitOfWork, deal: Deal, wanted: dict[int, int] | None, amount: int | None, sell: Sell
) -> int:
    """Make a sale of a part of an open deal, lines by quantity or an amount; return its id.

    The rest stays in the deal.
    """
    require(deal.closed_at is None, "deal", Problem.CLOSED)
    if wanted is None:
        part = money(amount)
        require(part, "amount")
        require((part or 0) <= (deal.amount or 0), "amount", Problem.MORE_THAN_LEFT)
        form = SaleForm(
            (LineForm(part or 0, description=deal.title),), contact_id=deal.contact_id,
            currency=deal.currency,
        )  # fmt: skip
        sale_id = sell_for(unit, deal, form, sell)
        deal.amount, deal.from_lines = (deal.amount or 0) - (part or 0), 0
        return sale_id
    rows, typed = unit.deals.lines(deal.id), line_forms(unit, deal)
    require(wanted and wanted.keys() <= {row.id for row in rows}, "lines")
    gone, left = [], []
    for row, line in zip(rows, typed, strict=True):
        quantity = wanted.get(row.id, 0)
        require(0 <= quantity <= row.quantity, "quantity", Problem.MORE_THAN_LEFT)
        off = line.discount * quantity // row.quantity
        if quantity:
            gone.append(replace(line, quantity=quantity, discount=off))
        if quantity < row.quantity:
            rest = row.quantity - quantity
            left.append(replace(line, quantity=rest, discount=line.discount - off))
    form = SaleForm(tuple(gone), contact_id=deal.contact_id, currency=deal.currency)
    sale_id = sell_for(unit, deal, form, sell)
    put_lines(unit, deal, tuple(left), min(deal.discount, _sum(left)))
    return sale_id


def _sum(lines: list[LineForm]) -> int:
    return sum(line.unit_price * line.quantity // 1000 - line.discount for line in lines)


def put_lines(unit: UnitOfWork, deal: Deal, lines: tuple[LineForm, ...], discount: int) -> None:
    """Let a deal have these lines and what they come to; without any it is worth nothing yet."""
    form = DealForm(title=deal.title, lines=lines, discount=discount, currency=deal.currency)
    worth, rows = valued(unit, form)
    for column, value in worth.items():
        setattr(deal, column, value)
    unit.deals.put_lines(deal.id, rows)
