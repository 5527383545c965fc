"""Sales of the sample shop, as `demo_days` has them: invented, the same for the same seed."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.amounts import ONE, shares, tax_of
from app.clock import stamp
from app.demo_days import Calendar
from app.settings import CURRENCY, TAX_RATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.jobs import Ticket
    from db.uow import UnitOfWork

OF_THE_PICTURES = 6200  # sales
AT_ONCE = 10_000  # sales written at a time
POINTS_SINCE = timedelta(days=365)
OFFSET = timedelta(hours=9)  # the sample shop is in Korea
SEASONAL = {"C-01": {5: 9.0}, "B-04": {3: 3.0, 4: 3.0}, "B-05": {2: 5.0, 3: 4.0}}
METHODS, OFTEN = ("card", "cash", "transfer", ""), (62, 22, 13, 3)  # '' is not paid yet
CHANNELS_OFTEN = (70, 12, 8, 6, 4)
GIFTS, DISCOUNTS, REFUNDS = 0.12, 0.06, 0.012
LONGEST_OWED = timedelta(days=120)
EARLIER = 45  # days before the last on which comes what a planned day has no room for

SALE = (
    "id", "number", "contact_id", "sold_on", "sold_at", "channel", "currency", "discount",
    "refunds_id", "staff_id", "recipient_name", "handover", "due_at", "card_text", "maker_note",
)  # fmt: skip
LINE = (
    "id", "sale_id", "product_id", "quantity", "unit_price", "tax", "total", "position", "cost",
    "refunds_line_id",
)  # fmt: skip
PAYMENT = ("id", "sale_id", "amount", "method", "paid_on", "paid_at", "staff_id")
MOVE = ("id", "contact_id", "programme_id", "kind", "points", "moved_on", "sale_id")


_Visit = tuple[date, int | None, tuple[str, int] | None]  # day, contact, (product, price) if told


@dataclass(frozen=True, slots=True)
class _Product:
    id: int
    code: str
    price: int
    cost: int
    often: int


@dataclass(slots=True)
class _Rows:
    """Rows on their way into the file."""

    sales: list[tuple[Any, ...]] = field(default_factory=list)
    lines: list[tuple[Any, ...]] = field(default_factory=list)
    payments: list[tuple[Any, ...]] = field(default_factory=list)
    moves: list[tuple[Any, ...]] = field(default_factory=list)

    def write(self, unit: UnitOfWork) -> None:
        """Bring the rows into the file."""
        for table, columns, rows in (
            ("sale", SALE, self.sales), ("sale_line", LINE, self.lines),
            ("payment", PAYMENT, self.payments), ("loyalty_move", MOVE, self.moves),
        ):  # fmt: skip
            unit.sales.add_many(table, columns, rows, unit.changes.open_id)


def sell(
    unit: UnitOfWork, words: dict[str, Any], count: int, seed: int, until: date, ticket: Ticket
) -> None:
    """Add `count` sales, the last of them on the day `until`, inside the action that is open."""
    chance = random.Random(f"sales {seed}")
    calendar = Calendar(until, chance)
    contacts = unit.contacts.first_seen()
    pictured = count >= OF_THE_PICTURES
    told = _told(contacts, words["regulars"]) if pictured else []
    plan = {date.fromisoformat(day): total for day, total in words["days"]} if pictured else {}
    kept = {row[0] for row in contacts if row[2] in words["last"]}
    others = [row for row in contacts if row[0] not in {contact_id for _, contact_id, _ in told}]
    buyers = calendar.buyers(others, words["last"])
    visits: list[_Visit] = [
        (calendar.begin + timedelta(days=day), contact_id, None)
        for day, contact_id in calendar.visits(buyers, count - len(told) - len(plan))
    ]
    visits = sorted([*visits, *told], key=lambda one: (one[0], one[1] not in kept, one[1] is None))
    begun = {buyer.id: buyer.first for buyer in buyers}
    latest = calendar.last - EARLIER
    shop = _Shop(unit, words, chance, until, plan)
    for start in range(0, count, AT_ONCE):
        rows = _Rows()
        for visit in visits[start : start + AT_ONCE]:
            if not shop.sell(rows, *visit, must=visit[1] in kept):
                first = begun.get(visit[1] or 0, 0)
                moved = calendar.begin + timedelta(days=calendar.day(min(first, latest), latest))
                shop.sell(rows, moved, visit[1] if first <= latest else None)
        if start + AT_ONCE >= count:
            shop.fill(rows, words["filler"])
        rows.write(unit)
        ticket.advance(min(start + AT_ONCE, count), count)


def _told(
    contacts: Iterable[tuple[int, str, str, str]], regulars: dict[str, list[tuple[str, str, int]]]
) -> list[_Visit]:
    """Return the visits of those whose purchases the pictures tell."""
    first: dict[str, int] = {}
    for contact_id, _kind, name, _first_seen in contacts:
        first.setdefault(name, contact_id)
    return [
        (date.fromisoformat(day), first[name], (code, price))
        for name, purchases in regulars.items()
        if name in first
        for day, code, price in purchases
    ]


class _Shop:
    """Knows what is sold and how it is paid for."""

    def __init__(
        self, unit: UnitOfWork, words: dict[str, Any], chance: random.Random, until: date,
        plan: dict[date, int],
    ) -> None:  # fmt: skip
        settings = unit.settings.all()
        self._words, self._chance, self._until = words, chance, until
        self._plan, self._net = plan, Counter[date]()
        self._currency, self._rate = CURRENCY.of(settings), TAX_RATE.of(settings)
        self._staff = [staff_id for staff_id, *_rest in unit.settings.staff()]
        self._new_id = unit.sales.new_id
        self._products = _stocked(unit, words)
        self._often = {
            month: [p.often * SEASONAL.get(p.code, {}).get(month, 1.0) for p in self._products]
            for month in range(1, 13)
        }
        self._programme = _points(unit, words)
        self._numbers: Counter[date] = Counter()

    def sell(
        self, rows: _Rows, day: date, contact_id: int | None,
        told: tuple[str, int] | None = None, *, must: bool = False,
    ) -> bool:  # fmt: skip
        """Add the rows of one sale: of what was `told`, else of whatever comes.

        Return whether there was room for it: a day that is planned takes no more than its plan,
        but for what `must` be.
        """
        chance, sale_id, staff = self._chance, self._new_id(), self._chance.choice(self._staff)
        moment = self._moment(day)
        bought = self._bought(day) if told is None else [(self._told(*told), 1)]
        subtotal = sum(product.price * pieces for product, pieces in bought)
        may_be_off = contact_id and told is None
        off = subtotal // 2000 * 100 if may_be_off and chance.random() < DISCOUNTS else 0
        if not must and day in self._plan and self._net[day] + subtotal - off > self._plan[day]:
            return False
        self._net[day] += subtotal - off
        channel = chance.choices(self._words["channels"], CHANNELS_OFTEN)[0]
        rows.sales.append(
            (sale_id, self._number(day), contact_id, day.isoformat(), moment, channel,
             self._currency, off, None, staff, *self._gift(day))
        )  # fmt: skip
        lines = self._lines(sale_id, bought, off)
        rows.lines += lines
        total = subtotal - off
        method = chance.choices(METHODS, OFTEN)[0]
        if not method and (contact_id is None or day < self._until - LONGEST_OWED):
            method = "transfer"
        if method and total:
            rows.payments.append(
                (self._new_id(), sale_id, total, method, day.isoformat(), moment, staff)
            )
        if told is None and chance.random() < REFUNDS:
            self._give_back(rows, day, rows.sales[-1], lines, method)
        elif contact_id and self._programme and day > self._until - POINTS_SINCE and total >= 100:
            rows.moves.append(
                (self._new_id(), contact_id, self._programme, "earn", total // 100,
                 day.isoformat(), sale_id)
            )  # fmt: skip
        return True

    def fill(self, rows: _Rows, code: str) -> None:
        """Bring the days that are planned to what is planned of them."""
        for day, total in self._plan.items():
            if (missing := total - self._net[day]) > 0:
                self.sell(rows, day, None, (code, missing))

    def _moment(self, day: date) -> str:
        """Return when of a day: while the shop is open, on the last one before it is."""
        minutes, opens = self._chance.randrange(9 * 60), 10
        if day == self._until:
            minutes, opens = minutes * 2 // 9, 7
        opened = datetime(day.year, day.month, day.day, opens, tzinfo=UTC) - OFFSET
        return stamp(opened + timedelta(minutes=minutes))

    def _told(self, code: str, price: int) -> _Product:
        product = next(product for product in self._products if product.code == code)
        return replace(product, price=price)

    def _bought(self, day: date) -> list[tuple[_Product, int]]:
        many = self._chance.choices((1, 2, 3, 4), (46, 32, 15, 7))[0]
        picked = self._chance.choices(self._products, self._often[day.month], k=many)
        pieces: Counter[_Product] = Counter()
        for product in picked:
            pieces[product] += self._chance.choices((1, 2, 3), (85, 11, 4))[0]
        return list(pieces.items())

    def _lines(self, sale_id: int, bought: list[tuple[_Product, int]], off: int) -> list[Any]:
        totals = [product.price * pieces for product, pieces in bought]
        rows = zip(bought, totals, shares(off, totals), strict=True)
        return [
            (self._new_id(), sale_id, product.id, pieces * ONE, product.price,
             tax_of(total - less, self._rate, added=False), total, place, product.cost, None)
            for place, ((product, pieces), total, less) in enumerate(rows)
        ]  # fmt: skip

    def _gift(self, day: date) -> tuple[str | None, ...]:
        """Return recipient, handover, when, card and note for the maker."""
        chance = self._chance
        if chance.random() > GIFTS:
            return (None,) * 5
        due = (day + timedelta(days=chance.randint(0, 4))).isoformat()
        recipient = chance.choice(self._words["family"]) + chance.choice(self._words["given"])
        note = chance.choice(self._words["makers"]) if chance.random() < 0.3 else None
        return (
            recipient, chance.choice(("delivery", "delivery", "pickup")),
            f"{due}T{chance.randint(10, 18)}:00", chance.choice(self._words["cards"]), note,
        )  # fmt: skip

    def _give_back(
        self, rows: _Rows, day: date, sale: tuple[Any, ...], lines: list[Any], method: str
    ) -> None:
        """Add the row that gives all of a sale back, some days later."""
        later = min(day + timedelta(days=self._chance.randint(0, 6)), self._until)
        refund_id, sold = self._new_id(), dict(zip(SALE, sale, strict=True))
        rows.sales.append(
            (refund_id, self._number(later), sold["contact_id"], later.isoformat(), None,
             sold["channel"], self._currency, -sold["discount"], sold["id"], sold["staff_id"],
             *(None,) * 5)
        )  # fmt: skip
        total = -sold["discount"]
        for line in lines:
            told = dict(zip(LINE, line, strict=True))
            total += told["total"]
            rows.lines.append(
                (self._new_id(), refund_id, told["product_id"], -told["quantity"],
                 told["unit_price"], -told["tax"], -told["total"], told["position"], told["cost"],
                 told["id"])
            )  # fmt: skip
        self._net[later] -= total
        if method and total:
            rows.payments.append(
                (self._new_id(), sold["id"], -total, method, later.isoformat(), None,
                 sold["staff_id"])
            )  # fmt: skip

    def _number(self, day: date) -> str:
        self._numbers[day] += 1
        return f"{day:%y%m%d}-{self._numbers[day]:03d}"


def _stocked(unit: UnitOfWork, words: dict[str, Any]) -> list[_Product]:
    """Return the products of the shop, added where they are not there."""
    there = {row[2]: row[0] for row in unit.products.all(retired=True)}
    found = []
    for code, name, category, measure, price, cost, often in words["products"]:
        product_id = there.get(code)
        if product_id is None:
            product_id = unit.products.add(
                {"code": code, "name": name, "unit": measure, "price": price, "cost": cost,
                 "category_id": unit.products.category(category)}
            ).id  # fmt: skip
        found.append(_Product(product_id, code, price, cost, often))
    code, name, category, price, cost, uses, days = words["pass"]
    if code not in there:
        unit.products.add(
            {"code": code, "name": name, "price": price, "cost": cost, "pass_uses": uses,
             "pass_days": days, "category_id": unit.products.category(category)}
        )  # fmt: skip
    return found


def _points(unit: UnitOfWork, words: dict[str, Any]) -> int:
    """Return the programme of points, added where there is none."""
    for programme in unit.loyalty.programmes():
        return programme.id
    return unit.loyalty.add_programme(
        {"name": words["points"], "earn_per": 100, "earn_points": 1, "worth": 1, "least": 1000}
    )
