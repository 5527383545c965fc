"""Dangol's own file of sales read back: known by its header, and exact where others are guessed.

A sale is known by its id, a line by its own. A row without an id is a new sale of a sheet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from app.exchange.headers import normalise
from app.exchange.own_format import decode_id
from app.exchange.sale_export import COLUMNS
from app.exchange.sales_amounts import PIECE, LineAmounts, line_amounts, rounded, shared_out
from app.exchange.sales_columns import Rows, SaleColumns
from app.exchange.sales_paid import method_of, payments_of
from app.exchange.sales_reading import Goods, Head
from app.exchange.sales_status import own_words, read_method
from app.exchange.table import Table
from db.ids import meaning_id
from db.kinds import HANDOVERS
from db.sales_staging import StagedSale

OWN = "dangol_sales"  # what the mapping of such a file calls its program
IDS = ("sale", "line")  # columns without which it is any sheet
ENOUGH = 0.5  # of the columns; somebody may have deleted some
DESK = "desk"
GONE = ("cancelled", "refunded")
TARGETS = {
    "sale": "sale.own", "number": "sale.number", "sold_on": "sale.date", "time": "sale.time",
    "status": "sale.status", "refunds": "sale.refunds", "exchange_of": "sale.exchange_of",
    "customer_id": "buyer.own", "customer": "buyer.name", "phone": "buyer.phone",
    "line": "line.id", "code": "line.code", "product": "line.name", "category": "line.category",
    "description": "line.option", "quantity": "line.quantity", "unit_price": "line.price",
    "line_discount": "line.discount", "line_total": "line.total", "discount": "sale.discount",
    "tax": "sale.tax", "total": "sale.total", "paid": "sale.paid", "owed": "sale.owed",
    "currency": "sale.currency", "methods": "sale.paid_by", "channel": "sale.channel",
    "source": "sale.source", "external_key": "sale.source_number", "staff": "sale.staff",
    "recipient": "recipient.name", "recipient_phone": "recipient.phone",
    "postcode": "recipient.address.postcode", "address": "recipient.address.full",
    "handover": "sale.handover", "due": "sale.due", "card_text": "sale.card_text",
    "maker_note": "sale.maker_note", "note": "sale.note", "cash_receipt": "sale.cash_receipt",
}  # fmt: skip
"""Codes of the file's columns -> what they are in an import."""
_TEXTS = (
    "sale.own", "sale.refunds", "sale.exchange_of", "sale.number", "sale.source",
    "sale.source_number", "sale.handover", "sale.due", "recipient.name", "recipient.phone",
    "recipient.address.postcode", "recipient.address.full", "sale.paid_by",
)  # fmt: skip
_DUE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2})?", re.A)


class OwnHead(NamedTuple):
    """What our own file tells of a sale beyond others, in the order of `_TEXTS`."""

    id: int | None
    refunds: int | None
    exchange_of: int | None
    number: str
    source: str
    source_number: str
    handover: str | None
    due: str | None
    recipient: str
    recipient_phone: str
    postcode: str
    address: str
    paid_by: str


class OwnSums(NamedTuple):
    """The amounts of a sale: its lines, the tax of each, whether that is added, and so on."""

    lines: list[LineAmounts]
    taxes: list[int]
    tax_added: bool
    discount: int
    total: int


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {normalise(title): code for code, *titles in COLUMNS for title in titles}


def own_targets(headers: Sequence[str]) -> list[str | None] | None:
    """Return the target of each column; None for a file that Dangol did not write."""
    codes = [_codes().get(normalise(header)) for header in headers]
    if not set(IDS) <= set(codes) or len(set(codes) - {None}) < ENOUGH * len(COLUMNS):
        return None
    return [TARGETS[code] if code else None for code in codes]


def is_escaped(table: Table) -> bool:
    """Tell whether the cells went through `escape`: in text files with a byte order mark."""
    return table.encoding is not None and (table.bom or table.encoding != "utf-8")


def own_heads(columns: SaleColumns, rows: Rows) -> list[OwnHead]:
    """Return what the rows tell of their sales."""
    texts = [columns.texts(target, rows) for target in _TEXTS]
    return [_own_head(*said) for said in zip(*texts, strict=True)]


def own_sums(head: Head, goods: Sequence[Goods]) -> OwnSums:
    """Return the amounts as they stand in the file; only the lines tell what they come to."""
    lines = [_own_line(one) for one in goods]
    told, discount, tax = head.amounts.total, head.amounts.discount or 0, head.amounts.tax or 0
    total = sum(line.total for line in lines) - discount
    added = bool(tax) and told is not None and told != total and told == total + tax
    taxes = shared_out(tax, [abs(line.total) for line in lines])
    return OwnSums(lines, taxes, added, discount, total + tax * added)


def _own_line(one: Goods) -> LineAmounts:
    if one.quantity is None or one.price is None or one.total is None:
        return line_amounts(one.quantity, one.price, one.total, one.discount)
    value = rounded(one.quantity * one.price, PIECE)
    return LineAmounts(one.quantity, one.price, value - one.total, one.total)


def _own_head(
    own: str, refunds: str, exchange_of: str, number: str, source: str, source_number: str,
    handover: str, due: str, recipient: str, phone: str, postcode: str, address: str,
    paid_by: str,
) -> OwnHead:  # fmt: skip
    return OwnHead(
        decode_id(own), decode_id(refunds), decode_id(exchange_of), number, source or DESK,
        source_number, own_words("handover", HANDOVERS).get(handover),
        due.replace(" ", "T") if _DUE.fullmatch(due) else None, recipient, phone,
        postcode, address,
        paid_by,
    )  # fmt: skip


def stage_own(
    place: int, head: Head, own: OwnHead, buyer: int | None, goods: Sequence[Goods],
    sums: OwnSums, products: Sequence[int | None], state: str, *, paid: int, taken: set[int],
    told: int | str | None, failure: str | None,
) -> StagedSale:  # fmt: skip
    """Return the sale as it is staged; ids of lines in `taken` are those of rows before it."""
    sale_id, texts, lines = own.id or 0, head.texts, []
    given_back = own.refunds is not None or sums.total < 0
    for position, (one, line) in enumerate(zip(goods, sums.lines, strict=True)):
        line_id = decode_id(one.key)
        if line_id is None or line_id in taken:
            line_id = meaning_id("sale_line", sale_id, position)
        taken.add(line_id)
        lines.append((
            line_id, place, sale_id, position, products[position], one.option or one.name or None,
            line.quantity, line.unit_price, line.discount, sums.taxes[position], line.total,
            int(state in GONE),
        ))  # fmt: skip
    if head.amounts.paid is not None:
        called_paid = state == "paid" and not given_back
        paid = head.amounts.paid + max(head.amounts.owed or 0, 0) * called_paid
    payments = payments_of(own.paid_by, head.currency)
    if sum(amount for _method, amount in payments) != paid:
        payments = ()  # somebody changed one of the two: what was paid in all is sure
    values = (
        place, head.line, sale_id, own.source_number or None, own.number or None,
        (own.refunds or sale_id) if given_back else None, None,
        head.moment and head.moment.day, (head.moment and head.moment.at) or None,
        texts.channel or None, head.currency, sums.discount, int(sums.tax_added),
        sum(line.total for line in sums.lines), sum(sums.taxes), sums.total,
        0, paid, method_of(own.paid_by) or read_method(texts.paid_by), None, state, None, 0,
        buyer, None, own.recipient or None, own.recipient_phone or None, own.postcode or None,
        own.address or None, own.due or (head.due and head.due.day), texts.card_text or None,
        texts.maker_note or None, texts.note or None, texts.cash_receipt or None,
        texts.staff or None, told, failure, own.source, own.handover, own.exchange_of,
        json.dumps(payments) if payments else None,
    )  # fmt: skip
    return StagedSale(values, lines)
