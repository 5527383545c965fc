"""The rows of a mapped table become sales, put together one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.exchange.matches import Mapping
from app.exchange.sales_amounts import (
    LineAmounts,
    SaleAmounts,
    line_amounts,
    sale_amounts,
    shared_out,
    tax_inside,
)
from app.exchange.sales_grouping import Groups
from app.exchange.sales_own import GONE, OwnHead, own_heads, own_sums, stage_own
from app.exchange.sales_people import SalePeople, Written
from app.exchange.sales_products import Products
from app.exchange.sales_reading import Goods, Head, SaleReader
from app.exchange.sales_status import read_method
from app.jobs import Ticket
from db.ids import LARGEST, meaning_id
from db.sales_staging import StagedSale

BLOCK = 1024  # sales
MOST_MONEY = 10**12
_FEE_PLACE = 1 << 20  # no sale has so many lines before its fees
_FEES = {"ko": ("배송비", "기타 금액"), "en": ("Delivery", "Other amount")}
_BUYER = {"ko": "구매자", "en": "Buyer"}
Who = tuple[int | None, Written, int | None, Written]
StagedLine = tuple[  # in the order of LINE
    int, int, int, int, int | None, str | None, int, int, int, int, int, int
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SaleRules:
    """How the sales of one file are understood.

    `key` begins their external keys; `last_day` is the last one a sale may be of; `tax_rate`
    (thousandths) is inside prices where the file tells no tax.
    """

    source: str
    key: str
    channel: str
    tax_added: bool
    tax_rate: int
    last_day: str
    currency: str
    language: str
    decisions: dict[int, int | str] = field(default_factory=dict)


class SaleParser:
    """Yields the sales of a table; products and people gather on the way."""

    def __init__(
        self,
        reader: SaleReader,
        mapping: Mapping,
        groups: Groups,
        people: SalePeople,
        rules: SaleRules,
        ticket: Ticket,
    ) -> None:
        self._reader = reader
        self._groups = groups
        self._people = people
        self._rules = rules
        self._ticket = ticket
        targets = {match.target for match in mapping.columns}
        self._taxed, self._shipped = "line.tax" in targets, "line.shipping" in targets
        self._gross = any("gross" in m.rules for m in mapping.columns if m.target == "line.total")
        free = any("text" in m.rules for m in mapping.columns if m.target == "line.name")
        self.products = Products(only_known=free)
        self._known_amounts: dict[tuple[int | None, ...], LineAmounts] = {}
        self._known_taxes: dict[int, int] = {}
        self._own = "sale.own" in targets
        self._own_lines: set[int] = set()

    def __iter__(self) -> Iterator[StagedSale]:
        """Yield the sales in the order of their first rows."""
        count = len(self._groups.keys)
        for first in range(0, count, BLOCK):
            self._ticket.advance(count + first, count * 2)
            yield from self._block(range(first, min(first + BLOCK, count)))
        self._ticket.advance(count * 2, count * 2)

    def _block(self, places: range) -> Iterator[StagedSale]:
        groups = self._groups
        at = groups.heads[places.start : places.stop]
        heads = self._reader.heads(at)
        people = self._people.read(at)
        order = groups.order[groups.starts[places.start] : groups.starts[places.stop]]
        sizes = [groups.starts[place + 1] - groups.starts[place] for place in places]
        currencies = [
            head.currency for head, size in zip(heads, sizes, strict=True) for _ in range(size)
        ]
        goods = self._reader.goods(order, currencies)
        own: Sequence[OwnHead | None] = [None] * len(heads)
        if self._own:
            own = own_heads(self._reader.columns, self._reader.rows(at))
        start = 0
        for place, head, ours, who, size in zip(places, heads, own, people, sizes, strict=True):
            rows = goods[start : start + size]
            if ours is None:
                yield self._sale(place, head, who, rows)
            else:
                yield self._own_sale(place, head, ours, who[0], rows)
            start += size

    def _own_sale(
        self, place: int, head: Head, own: OwnHead, buyer: int | None, rows: list[Goods]
    ) -> StagedSale:
        rules, sums = self._rules, own_sums(head, rows)
        whole = SaleAmounts(sums.discount, 0, 0, sums.tax_added)
        failure = self._failure(place, head, sums.lines, sums.total, whole)
        if own.id is None:  # written by somebody's hand, below ours
            key = rules.key + self._groups.keys[place]
            own = own._replace(
                id=meaning_id("sale", rules.source, key), source=rules.source, source_number=key
            )
        state = _state(head, rows) if own.refunds is None and sums.total >= 0 else "paid"
        at_home = head.currency == rules.currency
        products = [
            self.products.of(
                one.name, one.code, one.barcode, one.category, one.unit,
                line.unit_price if at_home else None,
            )
            if one.name or one.code else None
            for one, line in zip(rows, sums.lines, strict=True)
        ]  # fmt: skip
        return stage_own(
            place, head, own, buyer, rows, sums, products, state,
            paid=_payment(head, state, sums.total)[1], taken=self._own_lines,
            told=rules.decisions.get(head.line), failure=failure,
        )  # fmt: skip

    def _sale(self, place: int, head: Head, who: Who, rows: list[Goods]) -> StagedSale:
        rules, amounts = self._rules, head.amounts
        goods = _each_once(rows)
        sums = [self._amounts(one) for one in goods]
        if len(sums) == 1 and not sums[0].known and amounts.total is not None:
            fees = (amounts.shipping or 0) - abs(amounts.discount or 0)
            fees += (amounts.tax or 0) * rules.tax_added
            sums = [line_amounts(sums[0].quantity, None, amounts.total - fees)]
        state = _state(head, goods)
        if head.texts.original and state in GONE:  # the row is the return, not what came back
            sums, state = [_given_back(line) for line in sums], "paid"
            goods = [one._replace(status="paid") for one in goods]
        whole = self._whole(head, goods, sums)
        taxes = self._taxes(head, goods, sums, whole)
        charged = _sum(sums) + whole.shipping + whole.other - whole.discount
        if whole.tax_added:
            charged += sum(taxes or ())
        key = rules.key + self._groups.keys[place]
        original = None
        if charged < 0:
            told = head.texts.original
            original, key = rules.key + told if told else key, f"{key}#back"
        sale_id = meaning_id("sale", rules.source, key)
        if state == "part" and not amounts.refunded:
            self._reader.problems.append((head.line, "", "refund_unclear"))
        lines = self._lines(place, sale_id, head, goods, sums, taxes)
        lines += self._fees(place, sale_id, whole, known_tax=taxes is not None)
        subtotal, tax = sum([line[10] for line in lines]), sum([line[9] for line in lines])
        if state in GONE:
            lines = [(*line[:-1], 1) for line in lines]
        values = (
            place, head.line, sale_id, key, self._groups.numbers[place] or None,
            original and meaning_id("sale", rules.source, original),
            original,
            *_when(head), head.texts.channel or rules.channel or None, head.currency,
            whole.discount, int(whole.tax_added), subtotal, tax, charged,
            *_payment(head, state, charged),
            state, head.gone_on and head.gone_on.day, abs(amounts.refunded or 0),
            *self._who(who), head.due and head.due.day, *self._said(head, who),
            rules.decisions.get(head.line), self._failure(place, head, sums, charged, whole),
            None, None, None, None,
        )  # fmt: skip
        return StagedSale(values, lines)

    def _amounts(self, one: Goods) -> LineAmounts:
        told = (one.quantity, one.price, one.option_price, one.total, one.discount)
        known = self._known_amounts.get(told)  # most lines are like another one
        if known is None:
            price = one.price
            if price is not None and one.option_price is not None:
                price += one.option_price
            known = self._known_amounts[told] = line_amounts(
                one.quantity, price, one.total, one.discount, gross=self._gross
            )
        return known

    def _whole(
        self, head: Head, goods: Sequence[Goods], sums: Sequence[LineAmounts]
    ) -> SaleAmounts:
        of = head.amounts
        lines = _sum(sums)
        delivered = [one.shipping for one in goods if one.shipping] if self._shipped else ()
        taxed = [one.tax for one in goods if one.tax] if self._taxed else ()
        back = lines < 0 or (of.total is not None and of.total < 0)
        discount = abs(of.discount or 0)
        total = of.total
        if total is not None and lines < 0 < total:
            total = -total
        return sale_amounts(
            lines,
            total=total,
            discount=-discount if back else discount,
            shipping=sum(delivered) if delivered else of.shipping or 0,
            tax=sum(taxed) if taxed else of.tax or 0,
            tax_added=self._rules.tax_added,
        )

    def _taxes(
        self,
        head: Head,
        goods: Sequence[Goods],
        sums: Sequence[LineAmounts],
        whole: SaleAmounts,
    ) -> list[int] | None:
        """Return the tax of each line where the file tells it, else None."""
        if self._taxed and any(one.tax is not None for one in goods):
            return [one.tax or 0 for one in goods]
        if head.amounts.tax is not None or whole.tax_added:
            return shared_out(head.amounts.tax or 0, [abs(line.total) for line in sums])
        return None

    def _inside(self, amount: int) -> int:
        tax = self._known_taxes.get(amount)
        if tax is None:
            tax = self._known_taxes[amount] = tax_inside(amount, self._rules.tax_rate)
        return tax

    def _lines(
        self,
        of: int,
        sale_id: int,
        head: Head,
        goods: Sequence[Goods],
        sums: Sequence[LineAmounts],
        taxes: Sequence[int] | None,
    ) -> list[StagedLine]:
        at_home = head.currency == self._rules.currency
        staged: list[StagedLine] = []
        for place, (one, line) in enumerate(zip(goods, sums, strict=True)):
            key = one.key
            line_id = meaning_id("sale_line", sale_id, key) if key else sale_id + place + 1
            name = f"{one.name} / {one.option}" if one.name and one.option else one.name
            name = name or one.option
            product = self.products.of(
                name, one.code, one.barcode, one.category, one.unit,
                line.unit_price if at_home else None,
            )  # fmt: skip
            tax = self._inside(line.total) if taxes is None else taxes[place]
            gone = (one.status or head.status) in GONE
            staged.append((
                line_id & LARGEST, of, sale_id, place, product, name or None, line.quantity,
                line.unit_price, line.discount, tax, line.total, int(gone),
            ))  # fmt: skip
        return staged

    def _fees(
        self, of: int, sale_id: int, whole: SaleAmounts, *, known_tax: bool
    ) -> list[StagedLine]:
        if not (whole.shipping or whole.other):
            return []
        staged: list[StagedLine] = []
        words = _FEES["ko" if self._rules.language == "ko" else "en"]
        for place, (name, fee) in enumerate(zip(words, (whole.shipping, whole.other), strict=True)):
            if fee:
                quantity, price = (1000, fee) if fee > 0 else (-1000, -fee)
                tax = 0 if known_tax else self._inside(fee)
                position = _FEE_PLACE + place
                staged.append((
                    (sale_id + position) & LARGEST, of, sale_id, position, None, name, quantity,
                    price, 0, tax, fee, 0,
                ))  # fmt: skip
        return staged

    def _who(self, who: Who) -> tuple[object, ...]:
        buyer, _said, recipient, got = who
        return (
            buyer, recipient, got.name or None, got.phone or None, got.postcode or None,
            got.address or None,
        )  # fmt: skip

    def _said(self, head: Head, who: Who) -> tuple[object, ...]:
        texts, (buyer, said, *_recipient) = head.texts, who
        note = texts.note
        if buyer is None and said.line:
            named = f"{_BUYER['ko' if self._rules.language == 'ko' else 'en']}: {said.line}"
            note = f"{note}\n{named}" if note else named
        return (
            texts.card_text or None, texts.maker_note or None, note or None,
            texts.cash_receipt or None, texts.staff or None,
        )  # fmt: skip

    def _failure(
        self, place: int, head: Head, sums: Sequence[LineAmounts], charged: int, whole: SaleAmounts
    ) -> str | None:
        spoilt = self._reader.spoilt
        if spoilt:
            rows = (self._groups.heads[place], *self._groups.rows_of(place))
            reason = next((spoilt[row] for row in rows if row in spoilt), None)
            if reason:
                return reason
        if head.moment is None or len(head.moment.day) != len("2026-05-12"):
            return "no_sale_date"
        if head.moment.day > self._rules.last_day:
            return "sale_in_future"
        if head.amounts.total is None and not any(line.known for line in sums):
            return "no_amount"
        return "too_much" if _is_too_much(charged, whole, sums) else None


def _is_too_much(charged: int, whole: SaleAmounts, sums: Sequence[LineAmounts]) -> bool:
    if abs(charged) > MOST_MONEY or abs(whole.discount) > MOST_MONEY:
        return True
    for line in sums:
        if (
            line.unit_price > MOST_MONEY
            or abs(line.total) > MOST_MONEY
            or abs(line.discount) > MOST_MONEY
        ):
            return True
    return False


def _each_once(rows: list[Goods]) -> list[Goods]:
    """Leave out a line that the file repeats; another one of the same number is told apart."""
    if len(rows) == 1 or not rows[0].key:
        return rows
    kept: dict[str, Goods] = {}
    for one in rows:
        key, number = one.key, 1
        while key in kept and kept[key]._replace(key=one.key) != one:
            number += 1
            key = f"{one.key}#{number}"
        kept.setdefault(key, one._replace(key=key))
    return list(kept.values())


def _state(head: Head, goods: Sequence[Goods]) -> str:
    """Return the status of the whole sale: gone only where all of it is."""
    if not head.status and not any(one.status for one in goods):
        return "paid"
    statuses = {one.status or head.status for one in goods}
    if statuses <= set(GONE):
        return "refunded" if "refunded" in statuses else "cancelled"
    total, refunded = head.amounts.total, abs(head.amounts.refunded or 0)
    if total and refunded >= total:
        return "refunded"
    standing = head.status if head.status not in GONE else ""
    return standing or next((s for s in sorted(statuses) if s and s not in GONE), "") or "paid"


def _given_back(line: LineAmounts) -> LineAmounts:
    if line.quantity <= 0:
        return line
    return LineAmounts(-line.quantity, line.unit_price, -line.discount, -line.total, line.known)


def _sum(lines: Sequence[LineAmounts]) -> int:
    return sum([line.total for line in lines])


def _when(head: Head) -> tuple[object, ...]:
    return (head.moment.day, head.moment.at or None) if head.moment else (None, None)


def _payment(head: Head, state: str, charged: int) -> tuple[int, int, str, str | None]:
    """Return (whether all was paid, how much, method, reference)."""
    amounts, by = head.amounts, head.texts.paid_by
    if state == "cancelled":
        paid = 0
    elif amounts.paid is not None and state != "refunded":
        paid = amounts.paid
    elif amounts.owed is not None and state != "refunded":
        paid = charged - amounts.owed
    else:
        paid = 0 if state in ("open", "partial") else charged
    return int(paid == charged), paid, read_method(by) if by else "other", by or None
