"""Stored sums are what the rows say: after every act, its undo, a merge, an erasure, a new day."""

import re
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import open_core
from app.errors import InvalidInputError, NothingToUndoError, UserError
from app.shapes.contacts import ContactForm
from app.shapes.passes import PassForm
from app.shapes.payments import PaidForm
from app.shapes.sales import LineForm, SaleFilter, SaleForm
from db.models.base import ledgered_tables
from db.repositories.merges import HANDED_OVER
from tests.app.shop_sales import counted, rows, sell, stored
from tests.app.test_erasing import assert_no_trace
from tests.conftest import NOW
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


@pytest.fixture
def lee(core):
    return core.contacts.add(ContactForm(name="이서연", phone="010-0142-9051"))


def test_every_table_that_knows_a_contact_is_handed_over_by_a_merge():
    moved = set(re.findall(r"(?:UPDATE|INTO|FROM) (\w+)", HANDED_OVER))
    known = {
        table.name
        for table in ledgered_tables()
        for key in table.foreign_keys
        if key.column.table.name == "contact"
    }
    assert known - moved <= {"contact", "distinct_pair"}


def test_a_merge_hands_purchases_over_and_an_unmerge_gives_them_back(core, shop, kim, lee):
    for contact in (kim, lee):
        sell(core, 10_000, contact_id=contact, paid=False, recipient_id=lee)
        core.passes.add(PassForm(contact, "10회권", "uses", 10))
    before, cards = logical_dump(shop), [core.sale_lists.card(i) for i in (kim, lee)]
    merged = core.duplicates.merge(kim, lee)
    card = core.sale_lists.card(kim)
    assert (card.total, card.owed, len(card.passes)) == (20_000, 20_000, 2)
    assert rows(shop, "SELECT DISTINCT recipient_id FROM sale") == [(kim,)]
    assert core.care.check() == []
    core.duplicates.unmerge(merged.change_set)
    assert logical_dump(shop) == before
    assert [core.sale_lists.card(i) for i in (kim, lee)] == cards
    assert core.care.check() == []


def test_an_erased_buyer_leaves_the_amounts_and_nothing_else(core, shop, tmp_path, lee):
    name, phone = "남궁하늘", "010-7391-5582"
    haneul = core.contacts.add(ContactForm(name=name, phone=phone))
    sold = sell(
        core, LineForm(30_000, description=f"{name} 님 꽃바구니"), contact_id=haneul,
        recipient_name=name, recipient_phone=phone, address="복숭아로 5", card_text="하늘에게",
        note="복숭아는 빼고", payments=(PaidForm(None, "transfer", reference=name),),
    )  # fmt: skip
    gift = sell(core, 20_000, contact_id=lee, recipient_id=haneul, card_text="하늘에게, 복숭아")
    sent = sell(core, 10_000, contact_id=lee, recipient_name=name, recipient_phone="01073915582")
    core.sales.put_details(sold, {"note": "복숭아 두 개"})
    core.passes.add(PassForm(haneul, "복숭아 이용권", "uses", 10))
    total = core.sale_lists.totals(SaleFilter()).total
    core.erasure.erase(haneul)
    assert_no_trace(tmp_path, [name, "7391-5582", "73915582", "복숭아", "하늘"])
    assert core.sale_lists.totals(SaleFilter()).total == total
    detail = core.sale_lists.detail(sold)
    assert (detail.row.contact_id, detail.row.total, detail.row.paid) == (None, 30_000, 30_000)
    for kept in (gift, sent):
        assert core.sale_lists.detail(kept).row.contact == "이서연"
    assert core.care.check() == []
    while True:
        try:
            core.history.undo()
        except NothingToUndoError:
            break
    assert_no_trace(tmp_path, [name, "복숭아", "하늘"])
    assert core.care.check() == []


def test_a_sum_somebody_changed_by_hand_is_found(core, shop, kim):
    sell(core, 10_000, contact_id=kim)
    for broken in (
        "UPDATE contact SET sales_year = 5",
        "UPDATE contact SET usual_gap = 5",
        "UPDATE sale SET total = total + 1",
        "UPDATE sale SET status = 'open'",
    ):
        with closing(sqlite3.connect(shop)) as hand:
            hand.execute(broken)
            hand.commit()
        assert {f.what for f in core.care.check()} == {"derived"}, broken
        core.sales.put_details(core.sale_lists.ids(SaleFilter())[0], {"note": broken})
        assert core.care.check() == []


def test_what_is_written_past_dangol_is_summed_up_at_the_next_start(core, shop, clock, kim):
    sold = sell(core, 10_000, contact_id=kim)
    core.close()
    with closing(sqlite3.connect(shop)) as hand:
        hand.execute("UPDATE sale_line SET total = 7000, unit_price = 7000")
        hand.commit()
    again = open_core(shop, now=clock)
    assert again.sale_lists.detail(sold).row.total == 7_000
    assert again.sale_lists.card(kim).total == 7_000
    assert again.care.check() == []
    again.close()


def test_twelve_months_are_counted_from_today(core, shop, clock, kim):
    sell(core, 10_000, contact_id=kim)
    core.passes.add(PassForm(kim, "10회권", "uses", 10, expires_on="2026-06-01"))
    assert core.sale_lists.card(kim).year == 10_000
    clock.move(days=364)
    assert core.sales.keep_day()
    assert core.sale_lists.card(kim).year == 10_000
    assert rows(shop, "SELECT passes_left FROM contact") == [(None,)]
    clock.move(days=1)
    core.close()
    again = open_core(shop, now=clock)
    assert (again.sale_lists.card(kim).year, again.sale_lists.card(kim).total) == (0, 10_000)
    assert not again.sales.keep_day()
    assert again.care.check() == []
    again.close()


def test_the_notice_of_a_sale_names_the_buyer_whose_figures_changed(core, heard, kim):
    sell(core, 10_000, contact_id=kim)
    assert heard[-1].edited["contact"] == {kim}


def test_what_came_back_without_its_sale_lowers_the_sum_and_is_no_visit(core, shop, kim):
    """As a till writes it whose sale is in no book; the desk itself refuses it."""
    with core.store.action("import_sales", file="pos.csv", read=2) as unit:
        for number, quantities in enumerate(((-1000,), (2000, -1000))):
            lines = [
                {"quantity": q, "unit_price": 3_000, "total": 3 * q, "tax": 0} for q in quantities
            ]
            sold = unit.sales.add(
                lines, source="pos", external_key=str(number), contact_id=kim,
                sold_on=f"2026-05-0{number + 1}", currency="KRW",
            )  # fmt: skip
            total = 3 * sum(quantities)
            unit.sales.add_payment(sold.id, amount=total, method="cash", paid_on="2026-05-01")
    mixed, back = core.sale_lists.page(SaleFilter(), offset=0, limit=9)
    assert (back.status, back.total, back.owed) == ("refund", -3_000, 0)
    assert core.sale_lists.card(kim).visits == 1
    assert core.sale_lists.card(kim).total == 0
    assert core.sale_lists.totals(SaleFilter()).count == 1
    core.sales.refund(mixed.id)
    assert core.sale_lists.detail(mixed.id).row.status == "refunded"
    assert core.sale_lists.detail(mixed.id).row.paid == 0
    with pytest.raises(InvalidInputError):
        core.sales.refund(back.id)
    assert core.sale_lists.card(kim).visits == 0
    assert core.care.check() == []


def test_opening_figures_are_in_no_sum(core, kim):
    with core.store.action("edit_contact") as unit:
        contact = unit.contacts.get(kim)
        contact.opening_total, contact.opening_visits = 900_000, 30
    card = core.sale_lists.card(kim)
    assert (card.opening_total, card.opening_visits) == (900_000, 30)
    assert (card.visits, card.total, card.usual_gap) == (0, 0, None)


PRICES = st.integers(0, 60_000)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["sell", "pay", "refund", "part", "cancel", "amend", "remove", "back", "move", "undo",
             "redo", "merge", "trash", "exchange"]
        ),
        st.integers(0, 2), st.integers(0, 5), PRICES, st.integers(0, 500),
    ),
    max_size=14,
)  # fmt: skip


def _act(core, clock, people, made, act):  # noqa: C901, PLR0912 - one branch per act
    what, who, which, price, days = act
    chosen = made[which % len(made)] if made else None
    if what == "sell":
        lines = (LineForm(price, quantity=1500), LineForm(333, discount=which))
        form = SaleForm(
            lines, contact_id=people[who], discount=min(price, days), currency="KRW",
            sold_at=clock.now - timedelta(days=days),
            payments=(PaidForm(None, "cash"),) if price % 2 and price else (),
        )  # fmt: skip
        made.append(core.sales.sell(form))
    elif what == "undo":
        core.history.undo()
    elif what == "redo":
        core.history.redo()
    elif what == "merge":
        core.duplicates.merge(people[who], people[(who + 1) % 3])
    elif what == "trash":
        core.contacts.trash([people[who]])
    elif what == "move":
        clock.move(days=days % 90)
        core.sales.keep_day()
    elif chosen is None:
        return
    elif what == "pay":
        core.payments.pay(chosen, PaidForm(price, "card"))
    elif what == "refund":
        core.sales.refund(chosen, back="cash" if days % 2 else None)
    elif what == "part":
        line = core.sale_lists.detail(chosen).lines[0]
        core.sales.refund(chosen, {line.id: max(1, line.quantity // 3)})
    elif what == "cancel":
        core.sales.cancel(chosen)
    elif what == "amend":
        core.sales.amend(chosen, SaleForm((LineForm(price),), contact_id=people[who]))
    elif what == "remove":
        core.sales.remove([chosen])
    elif what == "back":
        core.sales.bring_back([chosen])
    elif what == "exchange":
        made.append(
            core.sales.exchange(chosen, None, SaleForm((LineForm(price),), contact_id=people[who]))
        )


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_whatever_is_done_the_sums_are_those_of_the_rows(core, clock, shop, acts):
    clock.now = NOW
    core.sales.keep_day()
    people = [core.contacts.add(ContactForm(name=f"사람 {n}")) for n in range(3)]
    made = []
    for act in acts:
        with suppress(UserError):  # refused, and so nothing has changed
            _act(core, clock, people, made, act)
    assert stored(shop) == counted(shop, clock.now.date())
    assert core.care.check() == []
    for total, lines, off, tax, added in rows(
        shop,
        "SELECT s.total, s.subtotal, s.discount, s.tax, s.tax_added FROM sale s",
    ):
        assert total == lines - off + (tax if added else 0)
    over = (
        "SELECT o.id FROM sale_line o JOIN sale_line r ON r.refunds_line_id = o.id"
        " JOIN sale s ON s.id = r.sale_id WHERE r.deleted_at IS NULL AND s.deleted_at IS NULL"
        " GROUP BY o.id HAVING -sum(r.quantity) > o.quantity OR -sum(r.total) > max(o.total, 0)"
    )
    assert rows(shop, over) == []
