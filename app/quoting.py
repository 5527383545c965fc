"""What quotes come to, and how they are read; prices are those of the paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from app.amounts import MOST_MONEY, shares, tax_of
from app.clock import Clock
from app.errors import Problem
from app.inputs import day_or_none, require, required
from app.line_prices import price_of
from app.settings import TAX_ADDED, TAX_RATE
from app.shapes.quotes import QuoteForm, QuoteLine, QuoteLineForm, QuoteRow
from app.shapes.sales import LineForm
from app.shop_clock import shop_now
from db.keys import clean

if TYPE_CHECKING:
    from db.models.deal import Deal
    from db.models.quote import Quote
    from db.uow import UnitOfWork

GOOD_FOR = timedelta(days=14)


def quote_columns(
    unit: UnitOfWork, form: QuoteForm, today: date
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the columns a quote's form fills, and its lines as columns.

    Raises InvalidInputError for what cannot be offered so.
    """
    require(form.lines, "lines")
    settings = unit.settings.all()
    added = TAX_ADDED.of(settings) if form.tax_added is None else form.tax_added
    lines = [_line(unit, line, TAX_RATE.of(settings)) for line in form.lines]
    totals = [line["total"] for line in lines]
    require(0 <= form.discount <= sum(totals), "discount", Problem.NOT_MONEY)
    for line, less in zip(lines, shares(form.discount, totals), strict=True):
        line["tax"] = tax_of(line["total"] - less, line["tax_rate"], added=added)
    tax = sum(line["tax"] for line in lines)
    total = sum(totals) - form.discount + (tax if added else 0)
    require(total <= MOST_MONEY, "lines", Problem.TOO_MUCH)
    issued = day_or_none(form.issued_on, "issued_on") or today.isoformat()
    until = day_or_none(form.valid_until, "valid_until")
    until = until or (date.fromisoformat(issued) + GOOD_FOR).isoformat()
    require(until >= issued, "valid_until", Problem.NOT_A_DATE)
    return {
        "issued_on": issued, "valid_until": until, "tax_added": int(added),
        "discount": form.discount, "subtotal": sum(totals), "tax": tax, "total": total,
        "recipient": clean(form.recipient) or None, "note": clean(form.note) or None,
        "terms": clean(form.terms) or None,
    }, lines  # fmt: skip


def _line(unit: UnitOfWork, line: QuoteLineForm, usual: int) -> dict[str, Any]:
    price = price_of(unit, line, usual)
    return {
        "product_id": line.product_id,
        "name": required(line.name or (price.product.name if price.product else ""), "name"),
        "spec": clean(line.spec) or None, "unit": clean(line.unit) or None,
        "quantity": line.quantity, "unit_price": line.unit_price, "discount": line.discount,
        "tax_rate": price.rate, "total": price.total,
    }  # fmt: skip


def form_of_deal(unit: UnitOfWork, deal: Deal) -> QuoteForm:
    """Return the quote of a deal: its lines, or one with its title and amount."""
    lines = tuple(
        QuoteLineForm(
            name=name or deal.title, unit_price=price, quantity=quantity, discount=discount,
            tax_rate=rate, product_id=product_id, unit=_unit(unit, product_id),
        )
        for _id, product_id, name, _told, quantity, price, discount, rate, _tax, _total
        in unit.deal_lists.lines(deal.id)
    )  # fmt: skip
    whom = deal.company_id or deal.contact_id
    recipient = unit.contacts.get(whom).name if whom else ""
    if not deal.from_lines or not lines:
        lines = (QuoteLineForm(deal.title, deal.amount or 0),)
        return QuoteForm(lines=lines, tax_added=False, recipient=recipient)
    return QuoteForm(
        lines=lines, discount=deal.discount, tax_added=bool(deal.tax_added), recipient=recipient
    )


def _unit(unit: UnitOfWork, product_id: int | None) -> str:
    return "" if product_id is None else unit.products.get(product_id).unit or ""


def form_of_quote(unit: UnitOfWork, quote: Quote) -> QuoteForm:
    """Return what a quote offers as it was typed; its days are those of a new one."""
    return QuoteForm(
        lines=tuple(
            QuoteLineForm(
                name=line.name, unit_price=line.unit_price, quantity=line.quantity,
                discount=line.discount, tax_rate=line.tax_rate, product_id=line.product_id,
                spec=line.spec or "", unit=line.unit or "",
            )
            for line in unit.quotes.lines(quote.id)
        ),
        discount=quote.discount, tax_added=bool(quote.tax_added),
        recipient=quote.recipient or "", note=quote.note or "", terms=quote.terms or "",
    )  # fmt: skip


def deal_lines(unit: UnitOfWork, quote: Quote) -> tuple[LineForm, ...]:
    """Return the lines of a quote as those of a deal."""
    return tuple(
        LineForm(
            unit_price=line.unit_price, product_id=line.product_id,
            description=" ".join(part for part in (line.name, line.spec) if part),
            quantity=line.quantity, discount=line.discount, tax_rate=line.tax_rate,
        )
        for line in unit.quotes.lines(quote.id)
    )  # fmt: skip


def quote_rows(unit: UnitOfWork, now: Clock, **asked: Any) -> list[QuoteRow]:
    """Return quotes as shapes, the newest first; `asked` as `QuoteRepository.rows` takes it."""
    today = shop_now(now(), unit.settings.all()).date().isoformat()
    rows = unit.quotes.rows(today, **asked)
    told = [(*row[:8], bool(row[8]), *row[9:]) for row in rows]
    return [QuoteRow(*row) for row in told]


def quote_lines(unit: UnitOfWork, quote: Quote) -> tuple[QuoteLine, ...]:
    """Return the lines of a quote; their parts of the discount are taken off."""
    lines = unit.quotes.lines(quote.id)
    less = shares(quote.discount, [line.total for line in lines])
    return tuple(
        QuoteLine(
            line.id, line.product_id, line.name, line.spec or "", line.unit or "", line.quantity,
            line.unit_price, line.discount, line.tax_rate,
            line.total - off - (0 if quote.tax_added else line.tax), line.tax, line.total,
        )
        for line, off in zip(lines, less, strict=True)
    )  # fmt: skip
