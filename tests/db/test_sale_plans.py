"""Nothing the desk does walks through all sales, lines, payments, contacts or changes."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event

from app.bootstrap import open_core
from app.shapes.contacts import ContactForm
from app.shapes.payments import PaidForm
from app.shapes.sales import LineForm, SaleFilter, SaleForm

LARGE = ("sale", "sale_line", "payment", "contact", "change", "loyalty_move")
TEMPS = ("touched_sale", "touched_pass", "touched_contact")
NAMED = re.compile(rf"\b(?:FROM|JOIN|UPDATE) ({'|'.join(LARGE)})(?: AS)? (?!WHERE|SET)(\w+)")
# What such an index holds is few, or what is asked for begins where it begins.
FEW = "(ix_sale_sold|ix_sale_owed|ix_change_outside)"
MONTH = ("2026-05-01", "2026-05-31")


@pytest.fixture
def told(shop, clock):
    """A core and the statements SQLite is given from now on, with their values."""
    statements = []

    def listen(connection, _record):
        connection.set_trace_callback(statements.append)

    event.listen(Engine, "connect", listen)
    core = open_core(shop, now=clock)
    yield core, statements
    core.close()
    event.remove(Engine, "connect", listen)


def walked(shop, statements):
    """Return (what is walked through whole, statement) of those that do."""
    found = []
    with closing(sqlite3.connect(shop)) as look:
        for name in ("name_key", "product_key", "meaning_id", "point_key"):
            look.create_function(name, -1, lambda *_given: "")
        for name in TEMPS:
            look.execute(f"CREATE TEMP TABLE {name} (id INTEGER PRIMARY KEY)")
        for statement in dict.fromkeys(statements):
            if not statement.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
                continue
            if "undo_net" in statement or "contact_search" in statement:
                continue
            names = {alias: table for table, alias in NAMED.findall(statement)}
            for *_ids, step in look.execute(f"EXPLAIN QUERY PLAN {statement}"):
                scan = re.match(rf"SCAN (\w+)(?! USING (COVERING )?INDEX {FEW})", step)
                if scan and names.get(scan[1], scan[1]) in LARGE:
                    found.append((step, statement))
    return found


def test_reading_uses_indexes(told, shop):
    core, statements = told
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.sales.sell(SaleForm((LineForm(5_000),), contact_id=kim))
    statements.clear()
    core.sale_lists.card(kim)
    core.sale_lists.last_bought(kim)
    month = SaleFilter(*MONTH)
    core.sale_lists.page(month, offset=0, limit=50)
    core.sale_lists.totals(month)
    core.sale_lists.count(month)
    core.sale_lists.days(*MONTH)
    core.sale_lists.by_product(*MONTH)
    core.sale_lists.by_category(*MONTH)
    core.sale_lists.page(SaleFilter(), offset=0, limit=50)
    core.sale_lists.page(SaleFilter(owed=True), offset=0, limit=50)
    core.sale_lists.page(SaleFilter(contact_ids=(kim, 5)), offset=0, limit=50)
    core.sale_lists.detail(core.sale_lists.ids(SaleFilter(contact_ids=(kim,)))[0])
    core.sale_lists.receivables()
    core.day_closes.expected("2026-05-12")
    core.passes.of(kim)
    core.loyalty.balance(kim)
    core.history.entries(contact_id=kim, limit=20)
    assert len(statements) > 30
    assert walked(shop, statements) == []


def test_writing_and_undoing_use_indexes(told, shop, clock):
    core, statements = told
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.sales.sell(SaleForm((LineForm(5_000),), contact_id=kim))
    statements.clear()
    sold = core.sales.sell(SaleForm((LineForm(9_000),), contact_id=kim))
    core.payments.pay(sold, PaidForm(2_000, "cash"))
    core.sales.refund(sold)
    core.payments.pay_owed(kim, PaidForm(1_000, "card"))
    core.history.undo()
    clock.now += timedelta(days=3)
    core.sales.keep_day()
    assert len(statements) > 60
    assert walked(shop, statements) == []
