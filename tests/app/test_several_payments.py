"""A sale that is paid in several ways, and what becomes of its money."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import InvalidInputError, Problem
from app.shapes.contacts import ContactForm
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.payments import PaidForm
from tests.app.shop_sales import sale, sell

TODAY = "2026-05-12"


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지"))


@pytest.fixture
def points(core):
    return core.loyalty.add_programme(ProgrammeForm("포인트", earn_per=100, worth=1, least=1_000))


def problem(act):
    with pytest.raises(InvalidInputError) as caught:
        act()
    return caught.value.problems


def till(core):
    return {row.method: row.amount for row in core.day_closes.expected(TODAY)}


def methods(core, sale_id):
    return [(p.method, p.amount) for p in core.sale_lists.detail(sale_id).payments]


def test_points_a_pass_cash_and_the_rest_owed_in_one_sale(core, kim, points):
    core.loyalty.adjust(kim, points, 12_300)
    card = core.passes.add(PassForm(kim, "선불권", "amount", 8_000))
    sold = sell(core, 35_000, contact_id=kim, payments=(
        PaidForm(5_000, "points", programme_id=points), PaidForm(8_000, "pass", pass_id=card),
        PaidForm(12_000, "cash"),
    ))  # fmt: skip
    row = core.sale_lists.detail(sold).row
    assert (row.paid, row.owed, row.status) == (25_000, 10_000, "partial")
    assert core.passes.of(kim) == []
    assert core.loyalty.balance(kim)[0].points == 12_300 - 5_000 + (35_000 - 13_000) // 100
    assert till(core) == {"cash": 12_000, "points": 5_000, "pass": 8_000, "owed": 10_000}
    core.payments.pay_all(sold, [PaidForm(4_000, "transfer"), PaidForm(None, "cash")])
    assert core.sale_lists.detail(sold).row.status == "paid"
    assert core.care.check() == []
    core.history.undo()
    assert core.sale_lists.detail(sold).row.owed == 10_000


def test_all_ways_of_one_step_are_taken_or_none(core, kim):
    sold = sell(core, 35_000, contact_id=kim, paid=False)
    ways = [PaidForm(30_000, "card"), PaidForm(5_001, "cash")]
    assert problem(lambda: core.payments.pay_all(sold, ways)) == {"amount": Problem.MORE_THAN_OWED}
    assert methods(core, sold) == []


def test_what_somebody_owes_is_paid_in_several_ways_the_oldest_first(core, kim, points):
    core.loyalty.adjust(kim, points, 7_000)
    first, second = (sell(core, 10_000, contact_id=kim, paid=False) for _ in range(2))
    core.payments.pay_owed(
        kim, PaidForm(4_000, "transfer"), PaidForm(7_000, "points", programme_id=points),
        PaidForm(None, "cash"),
    )  # fmt: skip
    assert methods(core, first) == [("transfer", 4_000), ("points", 6_000)]
    assert methods(core, second) == [("points", 1_000), ("cash", 9_000)]
    assert core.loyalty.balance(kim)[0].points == 40 + 90  # what the points paid earns nothing
    assert problem(lambda: core.payments.pay_owed(kim, PaidForm(None, "cash"))) == {
        "amount": Problem.NOT_MONEY
    }


@pytest.mark.parametrize("act", ["cancel", "refund"])
def test_money_goes_back_in_the_ways_it_came(core, kim, act):
    paid = (PaidForm(20_000, "cash"), PaidForm(15_000, "card"))
    sold = sell(core, 35_000, contact_id=kim, payments=paid)
    getattr(core.sales, act)(sold, back="same")
    assert sorted(methods(core, sold)) == [
        ("card", -15_000), ("card", 15_000), ("cash", -20_000), ("cash", 20_000),
    ]  # fmt: skip
    assert not any(till(core).values())


def test_of_a_part_that_goes_back_what_came_last_goes_first(core, kim):
    paid = (PaidForm(20_000, "cash"), PaidForm(15_000, "card"))
    sold = sell(core, 10_000, 25_000, contact_id=kim, payments=paid)
    cheap, dear = core.sale_lists.detail(sold).lines
    core.sales.refund(sold, {cheap.id: 1000}, back="same")
    assert till(core) == {"cash": 20_000, "card": 5_000}
    core.sales.refund(sold, {dear.id: 1000}, back="same")
    assert not any(till(core).values())


def test_points_come_back_with_the_money_as_it_came(core, kim, points):
    core.loyalty.adjust(kim, points, 5_000)
    paid = (PaidForm(5_000, "points", programme_id=points), PaidForm(None, "card"))
    sold = sell(core, 35_000, contact_id=kim, payments=paid)
    core.sales.refund(sold, back="same")
    assert core.loyalty.balance(kim)[0].points == 5_000
    assert not any(till(core).values())


def test_what_an_exchange_pays_is_told_before(core, kim):
    sold = sell(core, 20_000, 15_000, contact_id=kim, paid=False)
    first, _second = core.sale_lists.detail(sold).lines
    assert core.sales.credit(sold, {first.id: 1000}) == 0
    core.payments.pay(sold, PaidForm(30_000, "card"))
    assert core.sales.credit(sold, {first.id: 1000}) == 15_000
    assert core.sales.credit(sold, None) == 30_000
    assert core.sale_lists.detail(sold).row.refunded == 0
    new = core.sales.exchange(sold, {first.id: 1000}, sale(18_000, contact_id=kim))
    assert core.sale_lists.detail(new).row.owed == 3_000


def test_what_an_exchange_leaves_is_paid_out(core, kim):
    paid = (PaidForm(20_000, "cash"), PaidForm(15_000, "card"))
    sold = sell(core, 35_000, contact_id=kim, payments=paid)
    new = sale(12_000, contact_id=kim)
    for way in ("same", "points", "shells"):
        assert problem(lambda way=way: core.sales.exchange(sold, None, new, way)) == {
            "method": Problem.NOT_A_CHOICE
        }
    core.sales.exchange(sold, None, new, "cash")
    assert till(core)["cash"] + till(core)["card"] == 12_000
    told = [(p.method, p.amount) for p in core.sale_lists.detail(sold).payments]
    assert sorted(told) == [("card", 15_000), ("cash", -23_000), ("cash", 20_000),
                            ("other", -12_000)]  # fmt: skip


def test_who_has_fewer_points_than_can_be_spent_is_known_before(core, kim, points):
    core.loyalty.adjust(kim, points, 999)
    [balance] = core.loyalty.balance(kim)
    assert (balance.points, balance.least) == (999, 1_000)
    short = PaidForm(500, "points", programme_id=points)
    assert problem(lambda: sell(core, 35_000, contact_id=kim, payments=(short,))) == {
        "points": Problem.MORE_THAN_LEFT
    }


def test_a_sale_is_not_paid_with_the_points_it_has_earned(core, kim, points):
    core.loyalty.adjust(kim, points, 12_300)
    sold, other = (sell(core, price, contact_id=kim, paid=False) for price in (20_000, 15_000))
    assert core.loyalty.balance(kim)[0].points == 12_300 + 350
    assert core.loyalty.spendable(kim, sold)[0].points == 12_300 + 150
    assert core.loyalty.spendable(kim)[0].points == 12_300
    most = core.loyalty.spendable(kim, sold)[0].points
    more = PaidForm(most + 1, "points", programme_id=points)
    assert problem(lambda: core.payments.pay(sold, more)) == {"points": Problem.MORE_THAN_LEFT}
    core.payments.pay(sold, PaidForm(most, "points", programme_id=points))
    assert core.loyalty.balance(kim)[0].points == (20_000 - most) // 100
    assert core.loyalty.spendable(kim, other) == []


def test_stamps_pay_for_one_thing_and_come_back_once_all_of_it_does(core, kim):
    stamps = core.loyalty.add_programme(
        ProgrammeForm("스탬프", "stamps", earn_by="visit", least=10)
    )
    way = PaidForm(4_500, "points", programme_id=stamps)
    core.loyalty.adjust(kim, stamps, 9)
    assert problem(lambda: sell(core, 4_500, contact_id=kim, payments=(way,))) == {
        "points": Problem.MORE_THAN_LEFT
    }
    core.loyalty.adjust(kim, stamps, 3)
    sold = sell(core, 4_500, 9_000, contact_id=kim, payments=(way, PaidForm(None, "cash")))
    assert core.loyalty.balance(kim)[0].points == 2 + 1
    coffee, cake = core.sale_lists.detail(sold).lines
    core.sales.refund(sold, {cake.id: 1000}, back="same")
    assert {way: amount for way, amount in till(core).items() if amount} == {"points": 4_500}
    core.sales.refund(sold, {coffee.id: 1000}, back="same")
    assert core.loyalty.balance(kim)[0].points == 12
    assert core.care.check() == []


def test_points_without_a_worth_pay_nothing(core, kim):
    plain = core.loyalty.add_programme(ProgrammeForm("포인트", least=10))
    core.loyalty.adjust(kim, plain, 50)
    way = PaidForm(None, "points", programme_id=plain)
    assert problem(lambda: sell(core, 4_500, contact_id=kim, payments=(way,))) == {
        "points": Problem.NOT_A_CHOICE
    }


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    prices=st.lists(st.integers(1, 50_000), min_size=1, max_size=4),
    parts=st.lists(
        st.tuples(st.sampled_from(["cash", "card", "points", "pass"]), st.integers(1, 60)),
        max_size=5,
    ),
    order=st.randoms(),
)
def test_however_a_sale_is_paid_all_of_it_goes_back_the_way_it_came(core, prices, parts, order):
    kim = core.contacts.add(ContactForm(name="김민지"))
    points = core.loyalty.add_programme(ProgrammeForm("포인트", earn_per=10**12, worth=3))
    core.loyalty.adjust(kim, points, 20_000)
    card = core.passes.add(PassForm(kim, "선불권", "amount", 60_000))
    before, left, forms = till(core), sum(prices), []
    for method, share in parts:
        amount = min(left, sum(prices) * share // 100)
        if amount and (method in ("cash", "card") or method not in {f.method for f in forms}):
            forms.append(PaidForm(amount, method, pass_id=card, programme_id=points))
            left -= amount
    sold = core.sales.sell(sale(*prices, contact_id=kim, payments=tuple(forms)))
    assert core.sale_lists.detail(sold).row.owed == left
    for line in order.sample(core.sale_lists.detail(sold).lines, len(prices)):
        core.sales.refund(sold, {line.id: 1000}, back="same")
        paid = Counter()
        for method, amount in methods(core, sold):
            paid[method] += amount
        assert min(paid.values(), default=0) >= 0
        assert core.sale_lists.detail(sold).row.owed >= 0
    assert not any(paid.values())
    assert {way: amount for way, amount in till(core).items() if amount} == {
        way: amount for way, amount in before.items() if amount
    }
    assert core.loyalty.balance(kim)[0].points == 20_000
    assert core.passes.of(kim)[0].remaining == 60_000
    assert core.care.check() == []
