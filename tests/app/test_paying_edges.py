"""Money at its borders: the most that is taken, what goes back to the unit, who may pay how."""

from datetime import timedelta

import pytest

from app.amounts import MOST_MONEY, MOST_QUANTITY, ONE
from app.errors import InvalidInputError, Problem
from app.settings import TAX_ADDED
from app.shapes.contacts import ContactForm
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm
from tests.app.shop_sales import sell


def problem(act):
    with pytest.raises(InvalidInputError) as caught:
        act()
    return caught.value.problems


def paid_back(core, sale_id):
    return [(p.method, p.amount) for p in core.sale_lists.detail(sale_id).payments if p.amount < 0]


def test_a_sale_comes_to_a_million_millions_at_most(core, clock):
    assert (MOST_MONEY, MOST_QUANTITY, ONE) == (1_000_000_000_000, 1_000_000_000, 1_000)
    assert core.sale_lists.detail(sell(core, MOST_MONEY)).row.total == MOST_MONEY
    assert problem(lambda: sell(core, MOST_MONEY + 1)) == {"unit_price": Problem.TOO_MUCH}
    assert problem(lambda: sell(core, MOST_MONEY, 1)) == {"lines": Problem.TOO_MUCH}
    assert sell(core, LineForm(1, quantity=MOST_QUANTITY))
    much = LineForm(1, quantity=MOST_QUANTITY + 1)
    assert problem(lambda: sell(core, much)) == {"quantity": Problem.TOO_MUCH}
    cheap = LineForm(MOST_MONEY + 1, quantity=1)  # a thousandth of it
    assert problem(lambda: sell(core, cheap)) == {"unit_price": Problem.TOO_MUCH}
    dear = LineForm(2, quantity=1500, discount=3)
    free = core.sale_lists.detail(sell(core, dear, discount=0))
    assert (free.row.total, free.lines[0].total) == (0, 0)
    assert sell(core, sold_at=clock.now + timedelta(days=1))


def test_taxes_are_of_none_to_all_of_a_price(core):
    core.settings.put(TAX_ADDED, True)
    for rate, tax in ((0, 0), (1, 1), (1000, 1000)):
        assert core.sale_lists.detail(sell(core, LineForm(1000, tax_rate=rate))).tax == tax
    for rate in (-1, 1001):
        wrong = LineForm(1000, tax_rate=rate)
        assert problem(lambda line=wrong: sell(core, line)) == {"tax_rate": Problem.NOT_A_NUMBER}


def test_a_refund_takes_back_the_tax_on_top_and_its_part_of_the_discount(core):
    core.settings.put(TAX_ADDED, True)
    sold = sell(core, LineForm(1_000, quantity=3_000, discount=100), 505, discount=5)
    detail = core.sale_lists.detail(sold)
    assert (detail.row.total, detail.tax) == (3_740, 340)
    first, other = detail.lines
    assert core.sales.credit(sold, {first.id: 1_000}) == 1_063  # what an exchange would pay
    core.sales.refund(sold, {first.id: 1_000})
    assert paid_back(core, sold) == [("cash", -1_063)]  # 967 less 1, and 97 of tax
    core.sales.refund(sold, {first.id: 2_000})
    core.sales.refund(sold, {other.id: 1_000})
    assert sum(amount for _way, amount in paid_back(core, sold)) == -3_740
    assert core.sale_lists.detail(sold).row.status == "refunded"
    assert core.care.check() == []


def test_where_nothing_is_over_nothing_goes_back(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    sold = sell(core, 10_000, 5_000, contact_id=kim, payments=(PaidForm(5_000, "cash"),))
    first, second = core.sale_lists.detail(sold).lines
    core.sales.refund(sold, {first.id: 1_000})
    assert (paid_back(core, sold), core.sale_lists.detail(sold).row.owed) == ([], 0)
    core.sales.refund(sold, {second.id: 500})
    assert paid_back(core, sold) == [("cash", -2_500)]
    assert core.sale_lists.card(kim).owed == 0


def test_a_payment_is_of_something_and_of_no_more_than_is_owed(core):
    sold = sell(core, 1_000, paid=False)
    for amount, why in ((0, Problem.NOT_MONEY), (1_001, Problem.MORE_THAN_OWED),
                        (MOST_MONEY, Problem.MORE_THAN_OWED),
                        (MOST_MONEY + 1, Problem.TOO_MUCH)):  # fmt: skip
        form = PaidForm(amount, "cash")
        assert problem(lambda form=form: core.payments.pay(sold, form)) == {"amount": why}
    shells = PaidForm(1, "shells")
    assert problem(lambda: core.payments.pay(sold, shells)) == {"method": Problem.NOT_A_CHOICE}
    core.payments.pay(sold, PaidForm(1, "card", reference=" 승인 12 "))
    assert core.sale_lists.detail(sold).payments[0].reference == "승인 12"
    core.payments.pay(sold, PaidForm(999, "card"))
    assert core.sale_lists.detail(sold).row.owed == 0
    core.sales.cancel(other := sell(core, 5))
    once = PaidForm(1, "cash")
    assert problem(lambda: core.payments.pay(other, once)) == {"sale": Problem.CANCELLED}


def test_a_pass_of_uses_pays_anything_with_one_use_on_its_last_day_too(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    one = core.passes.add(PassForm(kim, "1회권", "uses", 1, expires_on="2026-05-12"))
    old = core.passes.add(PassForm(kim, "정액권", "amount", 9_000, expires_on="2026-05-11"))
    ended = (PaidForm(5_000, "pass", pass_id=old),)
    assert problem(lambda: sell(core, 5_000, contact_id=kim, payments=ended)) == {
        "pass": Problem.EXPIRED
    }
    way = (PaidForm(None, "pass", pass_id=one),)
    sold = sell(core, 35_000, contact_id=kim, payments=way)
    [use] = core.passes.uses(one)
    assert (use.units, use.on) == (1, "2026-05-12")
    assert use.at
    assert problem(lambda: sell(core, 1, contact_id=kim, payments=way)) == {
        "pass": Problem.MORE_THAN_LEFT
    }
    core.sales.refund(sold)
    assert core.passes.of(kim)[0].remaining == 1
    exact = core.passes.add(PassForm(kim, "선불권", "amount", 8_000))
    sell(core, 8_000, contact_id=kim, payments=(PaidForm(None, "pass", pass_id=exact),))
    assert [row.name for row in core.passes.of(kim)] == ["1회권"]


def test_points_are_spent_by_a_buyer_from_a_programme_rounded_up(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    tens = core.loyalty.add_programme(ProgrammeForm("포인트", earn_per=10**6, worth=10, least=5))
    core.loyalty.adjust(kim, tens, 12)
    nobody = (PaidForm(10, "points", programme_id=tens),)
    assert problem(lambda: sell(core, 10, payments=nobody)) == {"points": Problem.REQUIRED}
    none = (PaidForm(10, "points"),)
    assert problem(lambda: sell(core, 10, contact_id=kim, payments=none)) == {
        "points": Problem.REQUIRED
    }
    ways = (PaidForm(61, "points", programme_id=tens), PaidForm(None, "cash"))
    sold = sell(core, 161, contact_id=kim, payments=ways)
    assert core.loyalty.balance(kim)[0].points == 12 - 7
    [move] = core.loyalty.moves(kim, limit=1)
    assert (move.points, move.kind) == (-7, "spend")
    core.sales.refund(sold)
    assert core.loyalty.balance(kim)[0].points == 12
    core.loyalty.adjust(kim, tens, -8)
    few = (PaidForm(10, "points", programme_id=tens),)
    assert problem(lambda: sell(core, 10, contact_id=kim, payments=few)) == {
        "points": Problem.MORE_THAN_LEFT
    }


def test_part_of_what_points_paid_comes_back_in_whole_points(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    tens = core.loyalty.add_programme(ProgrammeForm("포인트", earn_per=10**6, worth=10, least=5))
    core.loyalty.adjust(kim, tens, 100)
    sold = sell(core, 600, 400, contact_id=kim,
                payments=(PaidForm(1_000, "points", programme_id=tens),))  # fmt: skip
    assert core.loyalty.balance(kim)[0].points == 0
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[1].id: 1_000})
    assert core.loyalty.balance(kim)[0].points == 40
    core.sales.refund(sold)
    assert core.loyalty.balance(kim)[0].points == 100


def test_stamps_of_one_are_no_full_card_and_of_two_are(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    ones, twos = (
        core.loyalty.add_programme(ProgrammeForm(f"{least}", "stamps", "visit", least=least))
        for least in (1, 2)
    )
    for programme in (ones, twos):
        core.loyalty.adjust(kim, programme, 2)
    way = (PaidForm(None, "points", programme_id=ones),)
    assert problem(lambda: sell(core, 900, contact_id=kim, payments=way)) == {
        "points": Problem.NOT_A_CHOICE
    }
    sell(core, 900, contact_id=kim, payments=(PaidForm(None, "points", programme_id=twos),))
    assert {row.name: row.points for row in core.loyalty.balance(kim)} == {"1": 2, "2": 0}


def test_points_are_earned_for_each_whole_amount_and_last_as_long_as_told(core, clock):
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.loyalty.add_programme(
        ProgrammeForm("셋", earn_per=1_000, earn_points=3, expires_after_days=10)
    )
    for price in (999, 1_000, 2_999):
        sell(core, price, contact_id=kim)
    assert core.loyalty.balance(kim)[0].points == 0 + 3 + 6
    core.loyalty.add_programme(ProgrammeForm("하나", earn_per=1_000, expires_after_days=20))
    sold = sell(core, 1_000, contact_id=kim)
    assert [row.points for row in core.loyalty.balance(kim)] == [9 + 3, 1]
    clock.move(days=10)
    core.loyalty.expire()
    assert [row.points for row in core.loyalty.balance(kim)] == [12, 1]
    clock.move(days=1)
    core.loyalty.expire()
    assert [row.points for row in core.loyalty.balance(kim)] == [0, 1]
    clock.move(days=10)
    core.loyalty.expire()
    assert [row.points for row in core.loyalty.balance(kim)] == [0, 0]
    core.sales.remove([sold])
    assert core.care.check() == []


def test_a_sale_that_is_given_away_or_in_other_money_earns_nothing(core):
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.loyalty.add_programme(ProgrammeForm("방문", "stamps", "visit", earn_points=2))
    gift = core.products.add(ProductForm(name="사은품", price=0))
    sell(core, LineForm(0, gift), contact_id=kim, payments=())
    sell(core, 1_000, contact_id=kim, currency="USD")
    assert core.loyalty.balance(kim) == []
    sell(core, 1, contact_id=kim)
    assert core.loyalty.balance(kim)[0].points == 2
