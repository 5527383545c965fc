"""Selling, paying, giving back, exchanging: what the desk does all day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import GoneError, InvalidInputError, NothingToUndoError, Problem
from app.settings import TAX_ADDED
from app.shapes.contacts import ContactForm
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm, SaleFilter
from tests.app.shop_sales import sale, sell
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


@pytest.fixture
def rose(core):
    return core.products.add(
        ProductForm(name="장미 한 단", code="R-1", category="꽃다발", price=12_000, cost=5_000)
    )


def problem(act):
    with pytest.raises(InvalidInputError) as caught:
        act()
    return caught.value.problems


def test_a_sale_is_recorded_with_one_amount_and_nothing_else(core):
    row = core.sale_lists.detail(sell(core, 35_000)).row
    assert (row.total, row.paid, row.owed, row.status) == (35_000, 35_000, 0, "paid")
    assert (row.number, row.sold_on, row.contact) == ("260512-001", "2026-05-12", "")
    assert core.sale_lists.detail(sell(core, 100)).row.number == "260512-002"
    assert core.care.check() == []


def test_a_sale_knows_its_lines_buyer_and_recipient(core, kim, rose):
    sold = core.sales.sell(
        sale(
            LineForm(12_000, rose, quantity=2000), LineForm(3_000, description="배송비"),
            contact_id=kim, discount=1_000, recipient_name="이서연", handover="delivery",
            due_at="2026-05-14T15:00", card_text="생일 축하해요", maker_note="백합은 빼고",
        )
    )  # fmt: skip
    detail = core.sale_lists.detail(sold)
    assert [(line.name, line.total) for line in detail.lines] == [
        ("장미 한 단", 24_000),
        ("배송비", 3_000),
    ]
    assert (detail.subtotal, detail.discount, detail.row.total) == (27_000, 1_000, 26_000)
    assert detail.tax == 2364  # 1/11 of what each line comes to, its share of the discount off
    assert (detail.row.what, detail.row.more, detail.row.contact) == ("장미 한 단", 1, "김민지")
    assert (detail.row.status, detail.row.owed, detail.card_text) == (
        "open", 26_000, "생일 축하해요",
    )  # fmt: skip
    core.sales.put_details(sold, {"card_text": "", "due_at": "2026-05-15", "recipient_id": kim})
    again = core.sale_lists.detail(sold)
    assert (again.card_text, again.row.due_at, again.recipient_id) == ("", "2026-05-15", kim)


def test_tax_is_inside_the_price_or_on_top_of_it(core, rose):
    core.settings.put(TAX_ADDED, True)
    detail = core.sale_lists.detail(sell(core, LineForm(12_000, rose), 505))
    assert (detail.subtotal, detail.tax, detail.row.total) == (12_505, 1_251, 13_756)
    free = core.products.add(ProductForm(name="책", price=10_000, tax_rate=0))
    assert core.sale_lists.detail(sell(core, LineForm(10_000, free))).tax == 0


@pytest.mark.parametrize(
    ("line", "field", "why"),
    [
        (LineForm(-1), "unit_price", Problem.NOT_MONEY),
        (LineForm(10**15), "unit_price", Problem.TOO_MUCH),
        (LineForm(10**9, quantity=10**7), "unit_price", Problem.TOO_MUCH),
        (LineForm(100, quantity=0), "quantity", Problem.NOT_A_NUMBER),
        (LineForm(100, quantity=-1000), "quantity", Problem.NOT_A_NUMBER),
        (LineForm(100, quantity=10**12), "quantity", Problem.TOO_MUCH),
        (LineForm(100, discount=101), "discount", Problem.NOT_MONEY),
        (LineForm(100, discount=-1), "discount", Problem.NOT_MONEY),
    ],
)
def test_amounts_that_cannot_be_are_refused(core, shop, line, field, why):
    before = logical_dump(shop)
    assert problem(lambda: sell(core, line)) == {field: why}
    assert logical_dump(shop) == before


def test_what_a_sale_cannot_be_is_refused(core, clock, kim):
    assert problem(lambda: core.sales.sell(replace(sale(), lines=()))) == {
        "lines": Problem.REQUIRED
    }
    late = clock.now + timedelta(days=2)
    assert problem(lambda: sell(core, sold_at=late)) == {"sold_at": Problem.IN_THE_FUTURE}
    assert problem(lambda: sell(core, discount=12_001)) == {"discount": Problem.NOT_MONEY}
    assert problem(lambda: sell(core, currency="won")) == {"currency": Problem.NOT_A_CHOICE}
    assert problem(lambda: sell(core, handover="carrier pigeon")) == {
        "handover": Problem.NOT_A_CHOICE
    }
    assert problem(lambda: sell(core, due_at="next week")) == {"due_at": Problem.NOT_A_DATE}
    with pytest.raises(GoneError):
        sell(core, contact_id=kim + 1)
    with pytest.raises(GoneError):
        sell(core, LineForm(100, product_id=5))


def test_something_may_be_free(core, kim):
    detail = core.sale_lists.detail(sell(core, 0, contact_id=kim))
    assert (detail.row.total, detail.row.status) == (0, "paid")
    assert core.sale_lists.card(kim).visits == 1


def test_what_is_not_paid_at_once_is_owed_until_it_is(core, clock, kim):
    old = sell(core, 30_000, contact_id=kim, paid=False, sold_at=clock.now - timedelta(days=70))
    new = sell(core, 20_000, contact_id=kim, payments=(PaidForm(5_000, "card"),))
    assert core.sale_lists.detail(new).row.status == "partial"
    (owing,) = core.sale_lists.receivables()
    assert (owing.name, owing.owed, owing.oldest_on) == ("김민지", 45_000, "2026-03-03")
    assert owing.ageing == (15_000, 0, 30_000, 0)
    assert core.sale_lists.card(kim).owed == 45_000
    assert problem(lambda: core.payments.pay(new, PaidForm(15_001, "cash"))) == {
        "amount": Problem.MORE_THAN_OWED
    }
    assert problem(lambda: core.payments.pay_owed(kim, PaidForm(45_001, "cash"))) == {
        "amount": Problem.MORE_THAN_OWED
    }
    core.payments.pay_owed(kim, PaidForm(35_000, "transfer"))
    assert [core.sale_lists.detail(i).row.owed for i in (old, new)] == [0, 10_000]
    last = core.payments.pay(new, PaidForm(None, "cash"))
    assert core.sale_lists.receivables() == []
    core.payments.remove(last)
    assert core.sale_lists.card(kim).owed == 10_000
    core.history.undo()
    assert core.sale_lists.card(kim).owed == 0
    assert core.care.check() == []


def test_nobody_pays_nothing_or_less(core, kim):
    sold = sell(core, contact_id=kim, paid=False)
    for amount in (0, -5):
        assert "amount" in problem(lambda a=amount: core.payments.pay(sold, PaidForm(a, "cash")))
        assert "amount" in problem(
            lambda a=amount: core.payments.pay_owed(kim, PaidForm(a, "cash"))
        )
    assert problem(lambda: core.payments.pay(sold, PaidForm(5, "shells"))) == {
        "method": Problem.NOT_A_CHOICE
    }


def test_a_refund_is_a_row_of_its_own_and_never_more_than_the_sale(core, kim, rose):
    sold = sell(core, LineForm(12_000, rose, quantity=3000), 3_333, contact_id=kim, discount=1_000)
    line, other = (one.id for one in core.sale_lists.detail(sold).lines)
    core.sales.refund(sold, {line: 1000})
    detail = core.sale_lists.detail(sold)
    assert (detail.row.status, detail.row.refunded, detail.row.paid) == ("paid", 11_695, 26_638)
    assert detail.lines[0].refunded == 1000
    assert [(p.amount, p.method) for p in detail.payments] == [
        (38_333, "cash"),
        (-11_695, "cash"),
    ]
    assert problem(lambda: core.sales.refund(sold, {line: 2001})) == {
        "quantity": Problem.MORE_THAN_SOLD
    }
    core.sales.refund(sold, {other: 500})
    core.sales.refund(sold)
    detail = core.sale_lists.detail(sold)
    assert (detail.row.status, detail.row.refunded, detail.row.paid) == ("refunded", 38_333, 0)
    assert sum(row.total for row in detail.refunds) == -38_333
    assert problem(lambda: core.sales.refund(sold)) == {"lines": Problem.MORE_THAN_SOLD}
    assert problem(lambda: core.sales.refund(detail.refunds[0].id)) == {"sale": Problem.REQUIRED}
    card = core.sale_lists.card(kim)
    assert (card.visits, card.total, card.owed) == (0, 0, 0)
    assert core.care.check() == []


def test_there_is_no_refund_without_a_sale(core):
    with pytest.raises(GoneError):
        core.sales.refund(12345)
    sold = sell(core)
    assert problem(lambda: core.sales.refund(sold, {999: 1000})) == {
        "lines": Problem.MORE_THAN_SOLD
    }
    core.sales.cancel(sold)
    assert problem(lambda: core.sales.refund(sold)) == {"sale": Problem.CANCELLED}


def test_a_refund_may_be_left_to_the_buyer_as_credit(core, kim):
    sold = sell(core, 20_000, contact_id=kim)
    core.sales.refund(sold, back=None)
    assert core.sale_lists.card(kim).owed == -20_000
    core.sales.refund(sell(core, 20_000, contact_id=kim, paid=False))
    assert core.sale_lists.card(kim).owed == -20_000


def test_a_cancelled_sale_never_was_and_its_money_goes_back(core, kim):
    sold = sell(core, 20_000, contact_id=kim)
    core.sales.cancel(sold, "card")
    row = core.sale_lists.detail(sold).row
    assert (row.status, row.paid, row.owed) == ("cancelled", 0, 0)
    assert core.sale_lists.card(kim).visits == 0
    assert core.sale_lists.totals(SaleFilter()).total == 0
    assert problem(lambda: core.sales.amend(sold, sale())) == {"sale": Problem.CANCELLED}
    core.history.undo()
    assert core.sale_lists.card(kim).total == 20_000


@pytest.mark.parametrize(
    ("new", "more", "owed", "till"),
    [(20_000, (), 0, 20_000), (15_000, (), 0, 15_000), (30_000, (), 10_000, 20_000),
     (30_000, (PaidForm(None, "cash"),), 0, 30_000)],
)  # fmt: skip
def test_an_exchange_moves_the_money_to_the_new_sale(core, kim, new, more, owed, till):
    old = sell(core, 20_000, contact_id=kim)
    sold = core.sales.exchange(old, None, sale(new, contact_id=kim, payments=more))
    detail = core.sale_lists.detail(sold)
    assert (detail.exchange_of_id, detail.row.owed) == (old, owed)
    assert core.sale_lists.detail(old).row.owed == 0
    assert core.sale_lists.card(kim).owed == owed
    assert [(s.method, s.amount) for s in core.day_closes.expected("2026-05-12")] == [
        ("cash", till),
        *([("owed", owed)] if owed else []),
    ]
    assert core.care.check() == []


def test_a_sale_can_be_put_right_afterwards(core, kim, rose, clock):
    sold = sell(core, 10_000, 5_000, contact_id=kim)
    earlier = clock.now - timedelta(days=3)
    core.sales.amend(sold, sale(LineForm(12_000, rose), contact_id=kim, sold_at=earlier))
    detail = core.sale_lists.detail(sold)
    assert [line.name for line in detail.lines] == ["장미 한 단"]
    assert (detail.row.total, detail.row.owed, detail.row.sold_on) == (
        12_000, -3_000, "2026-05-09",
    )  # fmt: skip
    core.history.undo()
    assert [line.total for line in core.sale_lists.detail(sold).lines] == [10_000, 5_000]
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[0].id: 1000})
    assert problem(lambda: core.sales.amend(sold, sale())) == {"sale": Problem.GIVEN_BACK}
    assert core.care.check() == []


def test_another_buyer_takes_the_sums_along(core, kim):
    lee = core.contacts.add(ContactForm(name="이서연"))
    sold = sell(core, 10_000, contact_id=kim)
    core.sales.amend(sold, sale(10_000, contact_id=lee))
    assert [core.sale_lists.card(i).total for i in (kim, lee)] == [0, 10_000]
    core.history.undo()
    assert [core.sale_lists.card(i).total for i in (kim, lee)] == [10_000, 0]


def test_a_sale_and_its_refund_are_removed_together(core, kim):
    sold = sell(core, 12_000, contact_id=kim)
    core.sales.refund(sold)
    both = core.sale_lists.ids(SaleFilter(descending=False))
    assert both[0] == sold
    core.sales.remove(both)
    assert core.sale_lists.ids(SaleFilter()) == []
    core.sales.bring_back([sold])
    assert set(core.sale_lists.ids(SaleFilter())) == set(both)
    assert core.care.check() == []


def test_a_sale_in_the_trash_counts_nowhere_and_comes_back_whole(core, kim):
    sold = sell(core, 20_000, contact_id=kim)
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[0].id: 500})
    before = core.sale_lists.card(kim)
    core.sales.remove([sold])
    assert core.sale_lists.card(kim).total == 0
    assert core.sale_lists.count(SaleFilter()) == 0
    with pytest.raises(GoneError):
        core.sale_lists.detail(sold)
    assert [row.id for row in core.sale_lists.trash(offset=0, limit=9)] == [sold]
    core.sales.bring_back([sold])
    assert core.sale_lists.trash(offset=0, limit=9) == []
    assert core.sale_lists.card(kim) == before
    assert core.care.check() == []


def test_a_product_that_is_retired_while_it_is_being_sold_is_sold(core, kim, rose):
    core.products.retire([rose])
    sold = sell(core, LineForm(12_000, rose), contact_id=kim)
    assert core.sale_lists.detail(sold).lines[0].name == "장미 한 단"
    assert core.sale_lists.card(kim).favourites[0].name == "장미 한 단"


def test_the_undo_of_a_product_that_was_sold_since_leaves_it(core, rose):
    added = core.history.entries(limit=1)[0].change_set
    sold = sell(core, LineForm(12_000, rose))
    undone = core.history.undo(added)
    assert {(k.table, k.reason) for k in undone.kept} >= {("product", "referred")}
    assert core.sale_lists.detail(sold).lines[0].name == "장미 한 단"
    assert core.care.check() == []


def test_the_undo_of_a_sale_that_was_paid_since_leaves_all_of_it(core, shop, kim):
    sold = sell(core, 10_000, 5_000, contact_id=kim, paid=False)
    made = core.history.entries(limit=1)[0].change_set
    core.payments.pay(sold, PaidForm(6_000, "cash"))
    before = logical_dump(shop)
    undone = core.history.undo(made)
    assert undone.change_set is None
    assert logical_dump(shop) == before
    core.history.undo()
    core.history.undo(made)
    assert core.sale_lists.count(SaleFilter()) == 0
    with pytest.raises(NothingToUndoError):
        core.history.undo(made)


def test_sales_of_other_currencies_stand_apart(core, kim):
    sell(core, 20_000, contact_id=kim)
    sell(core, 5_000, contact_id=kim, currency="USD")
    card = core.sale_lists.card(kim)
    assert (card.total, card.currency, card.others) == (20_000, "KRW", (("USD", 5_000),))
    totals = core.sale_lists.totals(SaleFilter())
    assert (totals.total, totals.others) == (20_000, (("USD", 5_000),))
    old = core.sale_lists.ids(SaleFilter())[0]
    other = "KRW" if core.sale_lists.detail(old).row.currency == "USD" else "USD"
    assert problem(lambda: core.sales.amend(old, sale(1, currency=other))) == {
        "currency": Problem.OTHER_CURRENCY
    }
    assert core.care.check() == []


def test_the_figures_follow_the_currency_of_the_shop(core, kim):
    from app.settings import CURRENCY

    sell(core, 20_000, contact_id=kim)
    sell(core, 5_000, contact_id=kim, currency="USD")
    core.settings.put(CURRENCY, "USD")
    assert core.sale_lists.card(kim).total == 5_000
    assert core.care.check() == []
    core.history.undo()
    assert core.sale_lists.card(kim).total == 20_000
    assert core.care.check() == []


def test_a_clock_set_back_loses_no_sale_and_no_sum(core, clock, kim):
    for _ in range(2):
        sell(core, 10_000, contact_id=kim)
        clock.move(days=-400)
    core.sales.keep_day()
    assert core.sale_lists.card(kim).total == 20_000
    assert [row.number for row in core.sale_lists.page(SaleFilter(), offset=0, limit=9)] == [
        "260512-001", "250407-001",
    ]  # fmt: skip
    assert core.care.check() == []


def test_the_list_is_filtered_and_sorted(core, clock, kim, rose):
    lee = core.contacts.add(ContactForm(name="이서연"))
    a = sell(core, LineForm(12_000, rose), contact_id=kim, channel="전화")
    b = sell(core, 90_000, contact_id=lee, paid=False, sold_at=clock.now - timedelta(days=40))
    c = sell(core, LineForm(5_000, description="100%_할인"), due_at="2026-05-20T10:00")

    def found(**asked):
        return core.sale_lists.ids(SaleFilter(**asked))

    assert found() == [c, a, b]
    assert found(sort="total") == [b, a, c]
    assert found(descending=False) == [b, a, c]
    assert found(contact_ids=(kim,)) == [a]
    assert found(contact_ids=(kim, lee)) == [a, b]
    assert found(first="2026-05-01") == [c, a]
    assert found(last="2026-05-01") == [b]
    assert found(statuses=("open",)) == found(owed=True) == [b]
    category = core.products.categories()[0].id
    assert found(product_id=rose) == found(category_id=category) == found(channel="전화") == [a]
    assert found(text="서연") == [b]
    assert found(text="%_") == [c]
    assert found(text="장미") == [a]
    assert found(due_first="2026-05-20", due_last="2026-05-20") == [c]
    assert (core.sale_lists.channels(), core.sale_lists.sources()) == (["전화"], ["desk"])
    assert found(source="desk", staff_id=core.store.actor_id) == [c, a, b]
    for asked in (SaleFilter(text="서연"), SaleFilter(), SaleFilter(product_id=rose)):
        page = core.sale_lists.page(asked, offset=0, limit=10)
        assert [row.id for row in page] == core.sale_lists.ids(asked)
        assert core.sale_lists.count(asked) == len(page)
        assert core.sale_lists.totals(asked).total == sum(row.total for row in page)
    assert problem(lambda: core.sale_lists.count(SaleFilter(first="May"))) == {
        "first": Problem.NOT_A_DATE
    }


def test_what_was_sold_of_each_thing_adds_up_to_what_was_sold(core, clock, rose):
    core.settings.put(TAX_ADDED, True)
    sold = sell(core, LineForm(12_000, rose, quantity=2500), 4_000, discount=777)
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[0].id: 1000})
    sell(core, 9_999, sold_at=clock.now - timedelta(days=1))
    sell(core, 70_000, sold_at=clock.now - timedelta(days=40))
    core.sales.cancel(sell(core, 1))
    span = ("2026-05-01", "2026-05-31")
    totals = core.sale_lists.totals(SaleFilter(*span))
    days = core.sale_lists.days(*span)
    assert [day.period for day in days] == ["2026-05-11", "2026-05-12"]
    assert sum(day.total for day in days) == totals.total
    assert sum(day.count for day in days) == totals.count == 2
    for sums in (core.sale_lists.by_product(*span), core.sale_lists.by_category(*span)):
        items = sum(item.total for item in sums.items)
        assert items - sums.discount + sums.tax_added == totals.total
    assert [i.name for i in core.sale_lists.by_category(*span).items] == ["꽃다발", ""]
    assert core.sale_lists.by_product(*span).items[0].quantity == 1500
    months = core.sale_lists.months("", "")
    assert [month.period for month in months] == ["2026-04", "2026-05"]


def test_a_company_is_told_with_its_people_as_one_buyer(core, clock, kim):
    from app.shapes.relations import RelationForm

    firm = core.contacts.add(ContactForm(name="봄날상사", kind="company"))
    core.relations.relate(kim, firm, RelationForm(kind="works_at"))
    sell(core, 10_000, contact_id=kim, paid=False)
    sell(core, 50_000, contact_id=firm)
    sell(core, 5_000, contact_id=firm, sold_at=clock.now - timedelta(days=10))
    alone, whole = core.sale_lists.card(firm), core.sale_lists.card(firm, together=True)
    assert (alone.visits, alone.total, alone.owed) == (2, 55_000, 0)
    assert set(core.sale_lists.buyers(firm)) == {firm, kim}
    assert (whole.visits, whole.total, whole.owed, whole.usual_gap) == (2, 65_000, 10_000, 10)


def test_the_desk_sees_what_somebody_bought_last(core, clock, kim, rose):
    sell(core, LineForm(12_000, rose), contact_id=kim, sold_at=clock.now - timedelta(days=9))
    back = sell(core, 8_000, contact_id=kim, sold_at=clock.now - timedelta(days=2))
    core.sales.refund(back)
    (last,) = core.sale_lists.last_bought(kim)
    assert (last.what, last.sold_on) == ("장미 한 단", "2026-05-03")


def test_history_says_what_was_sold_to_whom(core, kim):
    from app.words import sentence_of

    sell(core, contact_id=kim)
    entry = core.history.entries(contact_id=kim)[0]
    assert sentence_of(entry.op, entry.facts, "ko") == "김민지의 판매를 적었어요"


def test_what_is_settled_is_not_settled_again(core, kim):
    sold = sell(core, 20_000, contact_id=kim)
    assert problem(lambda: core.sales.refund(sold, back="points")) == {
        "method": Problem.NOT_A_CHOICE
    }
    assert problem(lambda: core.payments.pay(sold, PaidForm(None, "cash"))) == {
        "amount": Problem.NOT_MONEY
    }
    core.sales.cancel(sold)
    assert problem(lambda: core.payments.pay(sold, PaidForm(5, "cash"))) == {
        "sale": Problem.CANCELLED
    }
    assert problem(lambda: core.sales.cancel(sold)) == {"sale": Problem.CANCELLED}
    other = sell(core, 20_000, contact_id=kim)
    refund = core.sales.refund(other)
    assert problem(lambda: core.payments.pay(refund, PaidForm(5, "cash"))) == {
        "sale": Problem.REQUIRED
    }
    assert problem(lambda: core.sales.cancel(other)) == {"sale": Problem.GIVEN_BACK}
    dollars = sale(5_000, currency="USD", contact_id=kim)
    won = sell(core, 20_000, contact_id=kim)
    assert problem(lambda: core.sales.exchange(won, None, dollars)) == {
        "currency": Problem.OTHER_CURRENCY
    }
    assert core.sale_lists.detail(won).row.refunded == 0
    assert problem(lambda: core.sales.put_details(won, {"total": 5})) == {
        "field": Problem.NOT_A_CHOICE
    }
    assert problem(lambda: core.sales.put_details(won, {"handover": "owl"})) == {
        "handover": Problem.NOT_A_CHOICE
    }
    with pytest.raises(GoneError):
        core.sales.put_details(won, {"recipient_id": 5})
    assert core.care.check() == []


def test_every_refusal_has_its_sentence(core):
    from app.words import describe

    for language in ("ko", "en"):
        with pytest.raises(InvalidInputError) as caught:
            sell(core, LineForm(10**15))
        assert "1,000,000,000,000" in describe(caught.value, language)
