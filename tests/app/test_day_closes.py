"""The end of the day: what the book expects, what was counted, the difference."""

import pytest

from app.errors import GoneError, InvalidInputError, Problem
from app.shapes.contacts import ContactForm
from app.shapes.payments import PaidForm
from app.shapes.sales import SaleFilter
from tests.app.shop_sales import sell
from tests.dumps import logical_dump

DAY = "2026-05-12"


def sums(core, day=DAY):
    return {row.method: row.amount for row in core.day_closes.expected(day)}


@pytest.fixture
def busy(core, clock):
    kim = core.contacts.add(ContactForm(name="김민지"))
    old = sell(core, 9_000, contact_id=kim, paid=False)
    clock.move(days=1)
    sell(core, 10_000)
    sell(core, 20_000, payments=(PaidForm(15_000, "card"),))
    core.payments.pay(old, PaidForm(4_000, "transfer"))
    core.sales.refund(sell(core, 3_000))
    core.sales.cancel(sell(core, 7_000))
    return core


def test_the_ways_of_payment_are_together_what_was_sold(busy):
    found = sums(busy, "2026-05-13")
    assert found == {"cash": 10_000, "card": 15_000, "transfer": 4_000, "owed": 1_000}
    day = busy.sale_lists.totals(SaleFilter("2026-05-13", "2026-05-13"))
    assert sum(found.values()) == day.total
    assert sums(busy) == {"owed": 9_000}


def test_a_day_is_closed_with_its_differences_and_can_be_counted_again(busy, shop):
    day = "2026-05-13"
    busy.day_closes.close(day, {"cash": 9_500, "points": 300}, "500원 모자람")
    closed = busy.day_closes.of(day)
    assert [(c.method, c.expected, c.counted, c.difference) for c in closed.counts] == [
        ("cash", 10_000, 9_500, -500),
        ("card", 15_000, 15_000, 0),
        ("transfer", 4_000, 4_000, 0),
        ("points", 0, 300, 300),
        ("owed", 1_000, 1_000, 0),
    ]
    before = logical_dump(shop)
    busy.day_closes.close(day, {"cash": 10_000})
    assert busy.day_closes.of(day).note == ""
    assert len(busy.day_closes.recent()) == 1
    busy.history.undo()
    assert logical_dump(shop) == before
    busy.day_closes.reopen(day)
    assert busy.day_closes.of(day) is None
    with pytest.raises(GoneError):
        busy.day_closes.reopen(day)
    busy.day_closes.close(day, {})
    assert all(c.difference == 0 for c in busy.day_closes.of(day).counts)
    assert busy.care.check() == []


def test_a_sale_after_the_close_shows_beside_what_was_counted(busy):
    busy.day_closes.close("2026-05-13", {})
    sell(busy, 1_000)
    closed = busy.day_closes.of("2026-05-13")
    assert closed.counts[0].expected == 10_000
    assert closed.expected_now[0].amount == 11_000


def test_what_cannot_be_counted_is_refused(core):
    for day, counted, field, why in (
        ("", {}, "day", Problem.REQUIRED),
        ("오늘", {}, "day", Problem.NOT_A_DATE),
        (DAY, {"shells": 5}, "method", Problem.NOT_A_CHOICE),
        (DAY, {"cash": 10**15}, "counted", Problem.TOO_MUCH),
    ):
        with pytest.raises(InvalidInputError) as caught:
            core.day_closes.close(day, counted)
        assert caught.value.problems == {field: why}
