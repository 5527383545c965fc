"""What customers have left: passes that are used up, points that come and go."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import InvalidInputError, Problem, UserError
from app.shapes.contacts import ContactForm
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm
from tests.app.shop_sales import rows, sale, sell
from tests.conftest import NOW


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지"))


@pytest.fixture
def points(core):
    return core.loyalty.add_programme(
        ProgrammeForm(name="포인트", earn_per=100, earn_points=1, worth=1, least=100)
    )


def problem(act):
    with pytest.raises(InvalidInputError) as caught:
        act()
    return caught.value.problems


def has(core, contact):
    return sum(row.points for row in core.loyalty.balance(contact))


def test_a_pass_counts_on_its_last_day_and_no_longer_on_the_next(core, kim, clock, shop):
    core.passes.add(PassForm(kim, "커트 10회권", "uses", 10, expires_on="2026-05-12"))
    assert rows(shop, "SELECT passes_left FROM contact") == [(10,)]
    clock.move(days=1)
    assert core.sales.keep_day()
    assert rows(shop, "SELECT passes_left FROM contact") == [(None,)]
    assert core.care.check() == []


def test_a_pass_is_used_until_nothing_is_left(core, kim):
    ten = core.passes.add(PassForm(kim, "커트 3회권", "uses", 3, expires_on="2026-12-31"))
    uses = [core.passes.use(ten) for _ in range(3)]
    assert problem(lambda: core.passes.use(ten)) == {"units": Problem.MORE_THAN_LEFT}
    assert core.passes.of(kim) == []
    assert core.passes.of(kim, used_up=True)[0].remaining == 0
    core.passes.take_back(uses[1])
    assert core.passes.of(kim)[0].remaining == 1
    core.history.undo()
    assert core.passes.of(kim) == []
    assert [use.units for use in core.passes.uses(ten)] == [1, 1, 1]
    assert core.care.check() == []


def test_a_pass_that_was_sold_is_the_buyers(core, kim, shop):
    product = core.products.add(
        ProductForm(name="클래스 5회권", price=200_000, pass_uses=5, pass_days=90)
    )
    sold = sell(core, LineForm(200_000, product, quantity=2000), contact_id=kim)
    (given_pass,) = core.passes.of(kim)
    assert (given_pass.name, given_pass.units, given_pass.expires_on) == (
        "클래스 5회권", 10, "2026-08-10",
    )  # fmt: skip
    assert rows(shop, "SELECT passes_left FROM contact") == [(10,)]
    core.sales.amend(sold, sale(LineForm(200_000, product), contact_id=kim))
    assert [p.units for p in core.passes.of(kim)] == [5]
    core.sales.cancel(sold)
    assert core.passes.of(kim) == []
    core.history.undo()
    assert [p.units for p in core.passes.of(kim)] == [5]
    assert core.care.check() == []


def test_a_pass_of_an_amount_pays_a_sale(core, kim):
    credit = core.passes.add(PassForm(kim, "정액권", "amount", 50_000))
    sold = sell(core, 30_000, contact_id=kim, payments=(PaidForm(None, "pass", pass_id=credit),))
    assert core.passes.of(kim)[0].remaining == 20_000
    assert core.sale_lists.detail(sold).row.owed == 0
    assert problem(
        lambda: sell(
            core, 30_000, contact_id=kim, payments=(PaidForm(None, "pass", pass_id=credit),)
        )
    ) == {"pass": Problem.MORE_THAN_LEFT}
    assert problem(lambda: sell(core, payments=(PaidForm(5, "pass"),))) == {
        "pass": Problem.REQUIRED
    }
    assert core.passes.of(kim)[0].remaining == 20_000


def test_passes_that_run_out_are_named(core, kim, clock):
    for name, units, day in (("곧", 9, "2026-05-20"), ("나중", 9, ""), ("하나", 1, "")):
        core.passes.add(PassForm(kim, name, "uses", units, expires_on=day))
    assert [row.name for row in core.passes.running_out(14)] == ["곧", "하나"]
    clock.move(days=9)
    assert [row.name for row in core.passes.of(kim)] == ["나중", "하나"]
    assert [row.expired for row in core.passes.of(kim, used_up=True)] == [True, False, False]


def test_what_a_pass_cannot_be_is_refused(core, kim):
    good = PassForm(kim, "권", "uses", 5)
    for field, form in {
        "name": PassForm(kim, " ", "uses", 5),
        "kind": PassForm(kim, "권", "years", 5),
        "units": PassForm(kim, "권", "uses", 0),
        "expires_on": PassForm(kim, "권", "uses", 5, expires_on="언젠가"),
    }.items():
        assert set(problem(lambda form=form: core.passes.add(form))) == {field}
    one = core.passes.add(good)
    assert problem(lambda: core.passes.use(one, -1)) == {"units": Problem.NOT_A_NUMBER}
    core.passes.edit(one, name="다른 이름", expires_on="2026-06-01", note="선물")
    assert core.passes.of(kim)[0].name == "다른 이름"
    core.passes.remove(one)
    assert core.passes.of(kim, used_up=True) == []


def test_a_sale_earns_and_its_refund_takes_back(core, kim, points):
    sold = sell(core, 12_345, contact_id=kim)
    assert has(core, kim) == 123
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[0].id: 500})
    assert has(core, kim) == 61
    core.sales.refund(sold)
    assert has(core, kim) == 0
    sell(core, 5_000, contact_id=kim, currency="USD")
    sell(core, 5_000)
    assert has(core, kim) == 0
    assert core.care.check() == []


def test_points_pay_and_what_they_pay_earns_nothing(core, kim, points):
    sell(core, 50_000, contact_id=kim)
    pay = PaidForm(300, "points", programme_id=points)
    sold = sell(core, 10_300, contact_id=kim, payments=(pay, PaidForm(None, "cash")))
    assert core.sale_lists.detail(sold).row.owed == 0
    assert has(core, kim) == 500 - 300 + 100
    assert [move.kind for move in core.loyalty.moves(kim)] == ["earn", "spend", "earn"]
    much = PaidForm(301, "points", programme_id=points)
    assert problem(lambda: sell(core, 10_000, contact_id=kim, payments=(much,))) == {
        "points": Problem.MORE_THAN_LEFT
    }
    assert problem(lambda: core.loyalty.spend(kim, points, 301)) == {
        "points": Problem.MORE_THAN_LEFT
    }
    core.loyalty.spend(kim, points, 250, "컵")
    least = problem(lambda: core.loyalty.spend(kim, points, 10))
    assert least == {"points": Problem.MORE_THAN_LEFT}
    core.loyalty.adjust(kim, points, 60, "생일")
    assert has(core, kim) == 110
    assert core.sale_lists.card(kim).points == 110


def test_a_stamp_a_visit_is_one_a_day(core, kim, clock):
    core.loyalty.add_programme(ProgrammeForm(name="도장", kind="stamps", earn_by="visit"))
    first = sell(core, contact_id=kim)
    sell(core, contact_id=kim)
    assert has(core, kim) == 1
    clock.move(days=1)
    sell(core, contact_id=kim)
    assert has(core, kim) == 2
    core.sales.remove([first])
    assert has(core, kim) == 1
    core.sales.bring_back([first])
    assert has(core, kim) == 2


def test_the_oldest_points_are_spent_first_and_the_rest_expires(core, kim, clock):
    programme = core.loyalty.add_programme(
        ProgrammeForm(name="포인트", earn_per=100, worth=1, expires_after_days=30)
    )
    sell(core, 10_000, contact_id=kim)
    clock.move(days=20)
    sell(core, 5_000, contact_id=kim)
    core.loyalty.spend(kim, programme, 30)
    assert core.loyalty.expire() == 0
    clock.move(days=11)
    assert core.loyalty.expire() == 1
    assert has(core, kim) == 50
    assert core.loyalty.expire() == 0
    core.history.undo()
    assert has(core, kim) == 120
    assert core.care.check() == []


def test_a_programme_that_has_ended_earns_no_more(core, kim, points):
    sold = sell(core, 20_000, contact_id=kim)
    core.loyalty.retire_programme(points)
    sell(core, 20_000, contact_id=kim)
    assert has(core, kim) == 200
    assert core.loyalty.programmes() == []
    core.sales.refund(sold)
    assert has(core, kim) == 0


def test_rules_that_make_no_sense_are_refused(core):
    for field, form in {
        "name": ProgrammeForm(name=""),
        "kind": ProgrammeForm(name="a", kind="shells"),
        "earn_by": ProgrammeForm(name="a", earn_by="smile"),
        "earn_per": ProgrammeForm(name="a", earn_per=0),
        "earn_points": ProgrammeForm(name="a", earn_points=-1),
        "worth": ProgrammeForm(name="a", worth=0),
        "least": ProgrammeForm(name="a", least=0),
        "expires_after_days": ProgrammeForm(name="a", expires_after_days=0),
    }.items():
        assert set(problem(lambda form=form: core.loyalty.add_programme(form))) == {field}


def paid_back(core, sale_id):
    return [(p.method, p.amount) for p in core.sale_lists.detail(sale_id).payments]


def test_what_was_paid_from_a_pass_goes_back_to_it_and_not_to_the_till(core, kim):
    ten = core.passes.add(PassForm(kim, "커트 10회권", "uses", 10))
    paid = (PaidForm(None, "pass", pass_id=ten),)
    cancelled = sell(core, 30_000, contact_id=kim, payments=paid)
    refunded = sell(core, 10_000, 20_000, contact_id=kim, payments=paid)
    assert core.passes.of(kim)[0].remaining == 8
    core.sales.cancel(cancelled)
    assert core.passes.of(kim)[0].remaining == 9
    assert paid_back(core, cancelled) == [("pass", 30_000), ("pass", -30_000)]
    first = core.sale_lists.detail(refunded).lines[0]
    core.sales.refund(refunded, {first.id: 1000})
    assert core.passes.of(kim)[0].remaining == 9  # half a use cannot go back
    core.sales.refund(refunded)
    assert core.passes.of(kim)[0].remaining == 10
    assert {method for method, _amount in paid_back(core, refunded)} == {"pass"}
    core.history.undo()
    assert core.passes.of(kim)[0].remaining == 9
    assert core.care.check() == []


def test_money_of_a_pass_goes_back_to_the_won(core, kim):
    credit = core.passes.add(PassForm(kim, "정액권", "amount", 50_000))
    paid = (PaidForm(30_000, "pass", pass_id=credit), PaidForm(None, "cash"))
    sold = sell(core, 10_000, 25_000, contact_id=kim, payments=paid)
    first, second = core.sale_lists.detail(sold).lines
    core.sales.refund(sold, {first.id: 1000}, "card")
    assert core.passes.of(kim)[0].remaining == 25_000  # 5,000 had come in cash
    core.sales.refund(sold, {second.id: 1000})
    assert core.passes.of(kim)[0].remaining == 50_000
    assert [amount for method, amount in paid_back(core, sold) if method == "card"] == [-5_000]
    assert core.care.check() == []


def test_points_that_paid_a_sale_come_back_with_it(core, kim, points):
    sell(core, 50_000, contact_id=kim)
    pay = (PaidForm(300, "points", programme_id=points), PaidForm(None, "cash"))
    sold = sell(core, 10_300, contact_id=kim, payments=pay)
    core.sales.refund(sold)
    assert has(core, kim) == 500
    assert sorted(paid_back(core, sold)) == [
        ("cash", -10_000), ("cash", 10_000), ("points", -300), ("points", 300),
    ]  # fmt: skip
    assert core.care.check() == []


def test_a_sale_in_the_trash_has_used_neither_pass_nor_points(core, kim, points):
    ten = core.passes.add(PassForm(kim, "커트 10회권", "uses", 10))
    core.loyalty.adjust(kim, points, 500)
    pay = (PaidForm(300, "points", programme_id=points), PaidForm(None, "pass", pass_id=ten))
    sold = sell(core, 10_300, contact_id=kim, payments=pay)
    core.sales.remove([sold])
    assert (core.passes.of(kim)[0].remaining, has(core, kim)) == (10, 500)
    core.sales.bring_back([sold])
    assert (core.passes.of(kim)[0].remaining, has(core, kim)) == (9, 200)
    assert core.care.check() == []


def test_a_pass_that_is_given_back_is_gone(core, kim):
    product = core.products.add(ProductForm(name="5회권", price=200_000, pass_uses=5))
    sold = sell(core, LineForm(200_000, product), 3_000, contact_id=kim)
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[1].id: 1000})
    assert [p.units for p in core.passes.of(kim)] == [5]
    core.sales.refund(sold)
    assert core.passes.of(kim, used_up=True) == []
    core.history.undo()
    assert [p.units for p in core.passes.of(kim)] == [5]
    assert core.care.check() == []


def test_a_pass_that_has_ended_is_not_used(core, kim):
    old = core.passes.add(PassForm(kim, "커트 10회권", "uses", 10, expires_on="2026-05-11"))
    assert problem(lambda: core.passes.use(old)) == {"pass": Problem.EXPIRED}
    paid = (PaidForm(None, "pass", pass_id=old),)
    assert problem(lambda: sell(core, 9, contact_id=kim, payments=paid)) == {
        "pass": Problem.EXPIRED
    }
    assert problem(lambda: core.passes.use_next(kim)) == {"pass": Problem.EXPIRED}
    core.passes.edit(old, name="커트 10회권", expires_on="2026-05-12")
    core.passes.use(old)
    assert core.passes.of(kim)[0].remaining == 9


def test_the_pass_that_ends_first_is_used_until_none_is_left(core, kim):
    assert problem(lambda: core.passes.use_next(kim)) == {"pass": Problem.REQUIRED}
    core.passes.add(PassForm(kim, "나중", "uses", 1))
    core.passes.add(PassForm(kim, "먼저", "uses", 1, expires_on="2026-06-01"))
    core.passes.use_next(kim)
    assert [row.name for row in core.passes.of(kim)] == ["나중"]
    core.passes.use_next(kim)
    assert problem(lambda: core.passes.use_next(kim)) == {"units": Problem.MORE_THAN_LEFT}


FIRST = ("add_contact", "add_programme")


def _act(core, clock, kim, programme, sold, what, number):
    match what:
        case "sell":
            sold.append(sell(core, number, contact_id=kim))
        case "refund" if sold:
            core.sales.refund(sold[number % len(sold)])
        case "spend":
            core.loyalty.spend(kim, programme, number % 300)
        case "pay":
            paid = PaidForm(number % 300, "points", programme_id=programme)
            sold.append(sell(core, 60_000, contact_id=kim, payments=(paid,)))
        case "adjust":
            core.loyalty.adjust(kim, programme, number % 200 - 100)
        case "day":
            clock.now += timedelta(days=number % 50)
        case "expire":
            core.loyalty.expire()
        case "undo" if core.history.next_undo().op not in FIRST:
            core.history.undo()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(["sell", "refund", "spend", "pay", "adjust", "day", "expire", "undo"]),
            st.integers(1, 60_000),
        ),
        max_size=14,
    )
)
def test_whatever_is_done_points_are_the_sum_of_their_moves(core, clock, shop, acts):
    clock.now = NOW
    kim = core.contacts.add(ContactForm(name="김민지"))
    programme = core.loyalty.add_programme(
        ProgrammeForm(name="포인트", earn_per=100, worth=2, least=5, expires_after_days=40)
    )
    sold = []
    for what, number in acts:
        with suppress(UserError):  # refused, and so nothing has changed
            _act(core, clock, kim, programme, sold, what, number)
    query = "SELECT sum(points) FROM loyalty_move WHERE contact_id = ? AND deleted_at IS NULL"
    ((total,),) = rows(shop, query, kim)
    assert has(core, kim) == core.sale_lists.card(kim).points == (total or 0)
    assert sum(move.points for move in core.loyalty.moves(kim, limit=999)) == (total or 0)
    assert core.care.check() == []
