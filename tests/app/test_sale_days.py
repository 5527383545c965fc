"""Sums of days are what the sales say, whatever was done to them, and reports add them up."""

import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from app import care
from app.bootstrap import open_core
from app.errors import UserError
from app.settings import CURRENCY
from app.shapes.contacts import ContactForm
from db.care import Finding
from db.repositories.report_scope import Scope
from tests.app.shop_sales import rows, sale, sell
from tests.app.test_properties import QUICK, open_unsafely
from tests.app.test_sale_sheets import TILL
from tests.conftest import NOW, TickingClock
from tests.files import write_csv
from tests.sale_files import bring_sales

VISIT = ("open", "partial", "paid")
FIRST, MIDDLE, LAST = ("2026-05-09", "2026-05-10", "2026-05-12")
SPANS = (
    [], [(FIRST, LAST)], [(MIDDLE, MIDDLE)], [(FIRST, FIRST), (LAST, LAST)],
    [(LAST, LAST), (FIRST, FIRST)], [("2025-05-13", LAST)], [("2024-01-01", "2024-12-31")],
)  # fmt: skip
pick, day = st.integers(0, 5), st.integers(0, 4)
step = st.one_of(
    st.tuples(st.just("sell"), pick, day, st.sampled_from((0, 1_000, 5_000))),
    st.tuples(st.sampled_from(("amend", "move")), pick, day, st.just(7_000)),
    st.tuples(
        st.sampled_from(
            ("refund", "cancel", "remove", "bring_back", "undo", "redo", "merge", "trash", "erase",
             "import", "currency")
        ),
        pick, day, st.just(0),
    ),
)  # fmt: skip


class Shop:
    """A shop at work, and what its sales come to counted by hand."""

    def __init__(self, path, core):
        self.path, self.core = path, core
        self.people = [core.contacts.add(ContactForm(name=f"손님 {n}")) for n in range(3)]
        self.staff = [None, *(core.staff.add(name) for name in ("수아", "지호"))]

    def do(self, what, pick, day, amount):
        core, people = self.core, [*self.people, None]
        sales = [row[0] for row in rows(self.path, "SELECT id FROM sale ORDER BY id")]
        one = sales[pick % len(sales)] if sales else 0
        at = NOW - timedelta(days=day)
        form = sale(amount, contact_id=people[pick % len(people)], sold_at=at)
        seller, there = self.staff[(pick + day) % 3], {row.id for row in core.staff.all()}
        core.store.actor_id = seller if seller in there else None  # undo may have taken them
        verbs = {
            "sell": partial(sell, core, amount, contact_id=form.contact_id, sold_at=at,
                            paid=amount > 1_000),
            "amend": partial(core.sales.amend, one, form),
            "move": partial(core.sales.amend, one, form),
            "refund": partial(core.sales.refund, one), "cancel": partial(core.sales.cancel, one),
            "remove": partial(core.sales.remove, [one]),
            "bring_back": partial(core.sales.bring_back, [one]),
            "undo": core.store.undo, "redo": core.store.redo,
            "merge": partial(core.duplicates.merge, self.people[pick % 3], self.people[day % 3]),
            "trash": partial(core.contacts.trash, [self.people[pick % 3]]),
            "erase": partial(core.erasure.erase, self.people[pick % 3]),
            "import": partial(self.bring, day),
            "currency": partial(core.settings.put, CURRENCY, ("USD", "KRW")[day % 2]),
        }  # fmt: skip
        with suppress(UserError):
            verbs[what]()

    def bring(self, number):
        lines = [
            (f"2026-05-{day:02} 10:00", f"{number}-{day}", name, phone, "장미", "", "1", price,
             price, "카드")
            for day, name, phone, price in (
                (8, "손님 0", "", "4000"), (10, "새 손님", f"010-0142-000{number}", "6000"),
                (12, "", "", "9000"),
            )
        ]  # fmt: skip
        path = write_csv(self.path.with_name(f"{number}.csv"), [TILL, *lines])
        report = bring_sales(self.core, path)
        if number % 2 and report.change_set:
            self.core.history.undo(report.change_set)

    def prove(self):
        assert self.core.care.check() == []
        sold = rows(
            self.path,
            "SELECT sold_on, currency, staff_id, contact_id, status, total FROM sale"
            " WHERE deleted_at IS NULL AND cancelled_at IS NULL",
        )
        with self.core.store.read() as unit:
            for currency in ("KRW", "USD"):
                ours = [row for row in sold if row[1] == currency]
                read = unit.reports.sales
                firsts = {}
                for on, _currency, _staff, who, status, _total in sorted(ours, key=str):
                    if who is not None and status in VISIT:
                        firsts[who] = min(on, firsts.get(who, on))
                for spans in SPANS:
                    within = [row for row in ours if any(a <= row[0] <= b for a, b in spans)]
                    for staff in self.staff:
                        scope = Scope(currency=currency, staff_id=staff)
                        mine = [row for row in within if staff in (None, row[2])]
                        assert read.days(scope, spans) == by_day(mine)
                        assert sorted(read.by_seller(scope, spans), key=str) == by_seller(mine)
                        assert read.nameless(scope, spans) == sums(
                            [row for row in mine if row[3] is None]
                        )
                        others = [row for row in sold if row[1] != currency
                                  and staff in (None, row[2]) and row[4] != "refund"
                                  and any(a <= row[0] <= b for a, b in spans)]  # fmt: skip
                        assert read.others(scope, spans) == len(others)
                    scope = Scope(currency=currency)
                    came = {(row[0], row[3]) for row in within if row[3] and row[4] in VISIT}
                    assert read.came(scope, spans) == len({who for _on, who in came})
                    if currency == CURRENCY.of(unit.settings.all()):
                        assert read.knows_first_days(scope)
                        told = visits(within, came, firsts)
                        assert read.visits(scope, spans) == told
                        assert read.comings(scope, spans) == [row[:3] for row in told]
                        new = sum(row[1] for row in told)
                        assert read.buyers(scope, spans) == (len({w for _, w in came}), new)


def sums(sold):
    return sum(row[4] != "refund" for row in sold), sum(row[5] for row in sold)


def by_day(sold):
    found = defaultdict(list)
    for row in sold:
        found[row[0]].append(row)
    return [(on, *sums(found[on])) for on in sorted(found)]


def by_seller(sold):
    found = defaultdict(list)
    for row in sold:
        found[row[2]].append(row)
    return sorted([(who, *sums(some)) for who, some in found.items()], key=str)


def visits(sold, came, firsts):
    found = []
    for on in sorted({row[0] for row in sold}):
        here = [row for row in sold if row[0] == on]
        new = sum(firsts[who] == on for day, who in came if day == on)
        new_money = sum(row[5] for row in here if row[3] and firsts.get(row[3]) == on)
        nameless = sum(row[5] for row in here if row[3] is None)
        count = sum(day == on for day, _who in came)
        back = sum(row[5] for row in here) - nameless - new_money
        found.append((on, new, count - new, new_money, back, nameless))
    return found


@QUICK
@given(steps=st.lists(step, min_size=4, max_size=10))
def test_whatever_is_done_the_days_are_what_the_sales_say(template, steps):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "shop.db"))
        core = open_unsafely(path, TickingClock())
        shop = Shop(path, core)
        for number, what in enumerate(steps):
            shop.do(*what)
            if number % 3 == 2:
                shop.prove()
        shop.prove()
        for _step in range(3):
            with suppress(UserError):
                core.store.undo()
        shop.prove()
        core.close()


def test_each_way_a_sale_changes_its_days(core, shop, clock):
    book = Shop(shop, core)
    story = [
        ("sell", 2, 4, 5_000), ("sell", 2, 3, 5_000), ("sell", 2, 1, 5_000),  # about and in spans
        ("sell", 0, 0, 5_000), ("sell", 0, 0, 5_000), ("sell", 1, 0, 1_000), ("sell", 3, 2, 5_000),
        ("move", 0, 4, 7_000), ("move", 2, 2, 7_000), ("undo", 0, 0, 0), ("redo", 0, 0, 0),
        ("refund", 1, 0, 0), ("cancel", 2, 0, 0), ("undo", 0, 0, 0), ("remove", 0, 0, 0),
        ("bring_back", 0, 0, 0), ("merge", 0, 1, 0), ("undo", 0, 0, 0), ("import", 0, 0, 0),
        ("import", 0, 1, 0), ("trash", 1, 0, 0), ("currency", 0, 0, 0), ("sell", 2, 0, 5_000),
        ("currency", 0, 1, 0), ("erase", 0, 0, 0),
    ]  # fmt: skip
    for act in story:
        before = rows(shop, "SELECT max(id) FROM change_set")
        book.do(*act)
        assert rows(shop, "SELECT max(id) FROM change_set") != before, act
        book.prove()
    assert len(rows(shop, "SELECT * FROM sale_day")) >= 3


def test_a_backup_that_is_restored_without_the_erased_has_the_days_of_what_is_left(
    core, shop, clock, tmp_path
):
    kim, lee = (core.contacts.add(ContactForm(name=name)) for name in ("김민지", "이서연"))
    for who in (kim, lee):
        sell(core, 5_000, contact_id=who)
    visited = "SELECT visits, nameless_total FROM sale_day"
    assert rows(shop, visited) == [(2, 0)]
    backup = core.care.back_up(tmp_path / "backups")
    core.erasure.erase(kim)
    assert rows(shop, visited) == [(1, 5_000)]
    core.close()
    care.restore(backup, shop)
    assert rows(shop, visited) == [(1, 5_000)]
    again = open_core(shop, now=clock)
    assert again.care.check() == []
    again.close()


def test_days_somebody_spoilt_are_found_and_mended(core, shop):
    sell(core, 5_000)
    core.close()
    for spoil, found in (
        ("UPDATE sale_day SET total = 1", "sale_day"), ("DELETE FROM seller_day", "seller_day"),
        ("INSERT INTO sale_day VALUES ('2020-01-01', 'KRW', 1, 1, 1, 1, 1)", "sale_day"),
    ):  # fmt: skip
        with closing(sqlite3.connect(shop)) as other:
            other.execute(spoil)
            other.commit()
        again = open_core(shop)
        assert again.care.check() == [Finding("derived", found, 1)]
        again.care.repair()
        assert again.care.check() == []
        again.close()
