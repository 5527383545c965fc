"""What somebody typed about a sale, priced and checked: the rows it becomes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.amounts import MOST_MONEY, line_total, portion, shares, tax_of
from app.clock import stamp
from app.errors import Problem
from app.inputs import moment_or_none, require
from app.line_prices import price_of
from app.settings import CURRENCY, TAX_ADDED, TAX_RATE
from app.shapes.sales import LineForm, SaleForm
from db.keys import clean
from db.kinds import HANDOVERS

if TYPE_CHECKING:
    from db.models.sale import Sale, SaleLine
    from db.uow import UnitOfWork

_CURRENCY = re.compile(r"[A-Z]{3}", re.A)
TEXTS = (
    "channel", "recipient_name", "recipient_phone", "postcode", "address", "card_text",
    "maker_note", "note", "cash_receipt",
)  # fmt: skip
AHEAD = timedelta(days=1)  # clocks of tills differ, also by a time zone


@dataclass(frozen=True, slots=True)
class Priced:
    """A sale's lines as columns, and what it comes to."""

    lines: list[dict[str, Any]]
    total: int
    currency: str
    tax_added: bool


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The lines of a refund as columns, its share of the sale's discount (negative), its total."""

    lines: list[dict[str, Any]]
    discount: int
    total: int


def priced(unit: UnitOfWork, form: SaleForm) -> Priced:
    """Return what a form comes to; raise InvalidInputError for what cannot be sold so."""
    require(form.lines, "lines")
    settings = unit.settings.all()
    currency = form.currency or CURRENCY.of(settings)
    require(_CURRENCY.fullmatch(currency), "currency", Problem.NOT_A_CHOICE)
    added, usual = TAX_ADDED.of(settings), TAX_RATE.of(settings)
    lines, rates = [], []
    for line in form.lines:
        columns, rate = _line(unit, line, usual)
        lines.append(columns)
        rates.append(rate)
    subtotal = sum(line["total"] for line in lines)
    require(0 <= form.discount <= subtotal, "discount", Problem.NOT_MONEY)
    off = shares(form.discount, [line["total"] for line in lines])
    for columns, share, rate in zip(lines, off, rates, strict=True):
        columns["tax"] = tax_of(columns["total"] - share, rate, added=added)
    tax = sum(line["tax"] for line in lines) if added else 0
    total = subtotal - form.discount + tax
    require(total <= MOST_MONEY, "lines", Problem.TOO_MUCH)
    return Priced(lines, total, currency, added)


def _line(unit: UnitOfWork, line: LineForm, usual: int) -> tuple[dict[str, Any], int]:
    price = price_of(unit, line, usual)
    return {
        "product_id": line.product_id,
        "description": clean(line.description) or None,
        "quantity": line.quantity,
        "unit_price": line.unit_price,
        "discount": line.discount,
        "total": price.total,
        "cost": price.product.cost if price.product else None,
    }, price.rate


def moment(sold_at: datetime | None, now: datetime) -> tuple[str, str]:
    """Return (day in the shop, moment in UTC) of a sale; refuse what is still to come."""
    at = sold_at or now
    require(at <= now + AHEAD, "sold_at", Problem.IN_THE_FUTURE)
    return at.astimezone().date().isoformat(), stamp(at)


def details(form: SaleForm) -> dict[str, Any]:
    """Return the columns of a sale that are neither money nor time."""
    require(not form.handover or form.handover in HANDOVERS, "handover", Problem.NOT_A_CHOICE)
    texts = {name: clean(getattr(form, name)) or None for name in TEXTS}
    return {
        **texts,
        "contact_id": form.contact_id,
        "recipient_id": form.recipient_id,
        "handover": form.handover or None,
        "due_at": moment_or_none(form.due_at, "due_at"),
    }


def given_back(
    unit: UnitOfWork, sale: Sale, lines: Sequence[SaleLine], wanted: dict[int, int] | None
) -> GivenBack:
    """Return what giving back these quantities of lines (None: all that is left) comes to.

    Portions are cut so that all refunds of a sale together are the sale, to the last unit.
    Raises InvalidInputError for more than is left, or nothing.
    """
    back = unit.sales.given_back([line.id for line in lines])
    left = {line.id: line.quantity - back.get(line.id, 0) for line in lines}
    wanted = {i: q for i, q in left.items() if q} if wanted is None else wanted
    require(wanted and wanted.keys() <= left.keys(), "lines", Problem.MORE_THAN_SOLD)
    off = shares(sale.discount, [abs(line.total) for line in lines])
    rows, discount, total = [], 0, 0
    for line, share in zip(lines, off, strict=True):
        quantity, done = wanted.get(line.id), line.quantity - left[line.id]
        if quantity is None:
            continue
        # Of what was brought in some lines may be negative: they are given back with the others.
        sign = 1 if line.quantity > 0 else -1
        within = 0 < quantity * sign <= left[line.id] * sign
        require(within, "quantity", Problem.MORE_THAN_SOLD)
        amount, tax, less = (
            portion(whole, done * sign, quantity * sign, line.quantity * sign)
            for whole in (line.total, line.tax, share)
        )
        rows.append(
            {
                "product_id": line.product_id, "description": line.description,
                "quantity": -quantity, "unit_price": line.unit_price,
                "discount": line_total(-quantity, line.unit_price) + amount,
                "tax": -tax, "total": -amount, "cost": line.cost, "refunds_line_id": line.id,
            }
        )  # fmt: skip
        discount -= less
        total -= amount - less + (tax if sale.tax_added else 0)
    return GivenBack(rows, discount, total)
