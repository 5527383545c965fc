"""Reports of shops with hardly anything in them, or with odd days; and how days are compared."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from app.cli import main
from app.jobs import Ticket
from app.reporting.catalogue import REPORTS
from app.reporting.periods import base_of, each_day, holiday, steps
from app.reporting.tiles import TILES
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm
from app.shapes.payments import PaidForm
from app.shapes.reports import ReportAsk
from tests.app.shop_sales import sell
from tests.app.test_reports import add_up, reconcile

ASK = ReportAsk(key="", first="2026-04-13", last="2026-05-12", step="month")
OF_SCORES = ("rfm", "migration", "products_by_segment")
NOW = datetime(2026, 5, 12, 0, 20, tzinfo=UTC)


def buyer(core, name):
    return core.contacts.add(ContactForm(name=name))


def nothing(core, clock):
    return ASK


def one_customer(core, clock):
    sell(core, 30_000, contact_id=buyer(core, "김민지"))
    return ASK


def one_purchase_each_on_one_day(core, clock):
    for number in range(6):
        sell(core, 10_000, contact_id=buyer(core, f"고객 {number}"))
    return replace(ASK, first="2026-05-12")


def refunds_only(core, clock):
    sold = sell(core, 30_000, contact_id=buyer(core, "김민지"))
    clock.move(days=60)
    core.sales.refund(sold)
    return replace(ASK, first="2026-07-01", last="2026-07-31")


def days_to_come(core, clock):
    clock.move(days=400)
    sell(core, 30_000, contact_id=buyer(core, "김민지"))
    clock.move(days=-400)
    return replace(ASK, last="2027-12-31")


def other_currencies_only(core, clock):
    sell(core, 500, currency="USD", payments=(PaidForm(None, "cash"),))
    core.deals.add(DealForm(title="달러", amount=5_000, currency="USD"))
    return ASK


def the_same_sale_twice(core, clock):
    who = buyer(core, "김민지")
    for _time in range(2):
        sell(core, 30_000, contact_id=who, paid=False)
    return ASK


def fifty_years_between(core, clock):
    who = buyer(core, "김민지")
    sell(core, 30_000, contact_id=who, sold_at=NOW - timedelta(days=365 * 50))
    sell(core, 30_000, contact_id=who)
    return replace(ASK, first="1976-01-01", compare="year")


def one_with_nearly_all(core, clock):
    sell(core, 9_000_000, contact_id=buyer(core, "김민지"))
    for number in range(3):
        sell(core, 100_000, contact_id=buyer(core, f"고객 {number}"))
    return replace(ASK, compare="")


def a_long_time_away(core, clock):
    sell(core, 30_000)
    return replace(ASK, first="2999-01-01", last="2999-12-31", compare="year", step="")


@pytest.mark.parametrize(
    "made",
    [
        nothing, one_customer, one_purchase_each_on_one_day, refunds_only, days_to_come,
        other_currencies_only, the_same_sale_twice, fifty_years_between, one_with_nearly_all,
        a_long_time_away,
    ],
)  # fmt: skip
def test_thin_and_odd_shops_have_honest_reports(core, clock, made):
    ask = made(core, clock)
    for scored in (False, True):
        if scored:
            core.insight.recompute(Ticket())
        language = "ko" if scored else "en"
        for key in REPORTS if scored else OF_SCORES:
            report = core.reports.make(ask.of(key), language)
            assert report.says
            reconcile(report)
            if scored and len(report.rows) < 20:
                add_up(core, report)
        tiles = core.reports.tiles(ask, list(TILES), language)
        assert all(tile.title for tile in tiles)


def test_what_is_thin_is_said(core, clock):
    empty = core.reports.make(ASK.of("top_customers"), "en")
    assert (empty.is_empty, empty.says) == (
        True, "No sales yet. With the first one there is something to see here."
    )  # fmt: skip
    assert empty.nearest == ""
    assert "not been reckoned" in core.reports.make(ASK.of("rfm"), "en").says
    ask = one_with_nearly_all(core, clock)
    curve = core.reports.make(ask.of("share_curve"), "en")
    assert curve.says.startswith("One customer alone brings 97% of the money")
    assert curve.notes == ("Fewer than 20 customers: the curve says little.",)
    cohorts = core.reports.make(ask.of("cohorts"), "en")
    assert [row.values[1] for row in cohorts.rows] == [4]
    assert "fewer than 5 new customers" in cohorts.notes[0]
    assert cohorts.says == "Too few new customers yet to tell whether they stay."
    debt = core.reports.make(ask.of("data_debt"), "en")
    assert debt.says == "Fix this first: 4 customers worth ₩9,300,000 a year (No phone or e-mail)."
    other_currencies_only(core, clock)
    sales = core.reports.make(ask.of("sales_by_period"), "ko")
    assert "다른 통화 판매 1건은 합계에 없어요." in sales.notes
    dollars = core.reports.make(replace(ask, currency="USD").of("sales_by_period"), "en")
    assert (dollars.total[1], dollars.currency) == (500, "USD")
    assert dollars.says == "$5.00 in sales."


def test_days_about_seollal_are_laid_on_those_of_the_year_before():
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    base = base_of(first, last, "year", korean=True)
    assert (holiday("seollal", 2026), holiday("seollal", 2025)) == (
        date(2026, 2, 17), date(2025, 1, 29),
    )  # fmt: skip
    assert base.days[date(2026, 2, 17)] == date(2025, 1, 29)
    assert base.days[date(2026, 2, 10)] == date(2025, 1, 22)
    assert base.days[date(2026, 5, 8)] == date(2025, 5, 8)  # Parents' Day keeps its date
    assert sorted(base.days.values()) == each_day(date(2025, 1, 1), date(2025, 12, 31))
    assert [name for name, _now, _then in base.moved] == ["seollal", "chuseok"]
    assert not base_of(date(2026, 5, 1), date(2026, 5, 31), "year", korean=True).moved
    assert base_of(first, last, "year", korean=False).spans(first, last) == [
        ("2025-01-01", "2025-12-31")
    ]
    leap = base_of(date(2028, 2, 28), date(2028, 3, 1), "year", korean=False)
    assert leap.days[date(2028, 2, 29)] is None


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1955, 1, 1), date(2049, 1, 1)), st.integers(0, 800),
    st.sampled_from(["day", "week", "month"]),
)  # fmt: skip
def test_no_day_is_counted_twice(first, more, step):
    last = first + timedelta(days=more)
    found = steps(first, last, step)
    days = [day for one in found for day in each_day(one.first, one.last)]
    assert days == each_day(first, last)
    if step == "week":
        assert all(one.first.weekday() == 6 for one in found[1:])
    for compare in ("previous", "year"):
        base = base_of(first, last, compare, korean=True)
        laid = [day for day in base.days.values() if day is not None]
        assert len(laid) == len(set(laid))
        spanned = [
            day for one, other in base.spans(first, last)
            for day in each_day(date.fromisoformat(one), date.fromisoformat(other))
        ]  # fmt: skip
        assert spanned == sorted(laid)


def test_a_holiday_that_moved_is_said(core):
    sell(core, 30_000, sold_at=datetime(2025, 1, 29, 3, tzinfo=UTC))
    sell(core, 50_000, sold_at=datetime(2026, 2, 17, 3, tzinfo=UTC))
    ask = replace(ASK, first="2026-02-01", last="2026-02-28", compare="year", step="day")
    report = core.reports.make(ask.of("sales_by_period"), "en")
    row = next(row for row in report.rows if row.mark == "2026-02-17")
    assert row.values[1:] == (50_000, 1, 30_000)
    assert report.notes == ("Seollal moves: Feb 17 is laid on Jan 29, 2025.",)
    assert report.says == "₩50,000 in sales, 66.7% more than in the same days a year before."


def test_reports_are_printed_for_people_and_for_scripts(core, shop):
    sell(core, 30_000, contact_id=buyer(core, "김민지"))
    core.close()

    def run(*words):
        result = CliRunner().invoke(main, ["report", *words, "--db", str(shop)])
        assert result.exit_code == 0, result.output
        return result.output

    span = ("--from", "2026-05-01", "--to", "2026-05-12", "--compare", "previous")
    told = json.loads(run("sales_by_period", *span, "--step", "month", "--json"))
    assert (told["total"], told["says"]) == (["합계", 30_000, 1, 0], told["says"])
    assert told["ask"]["compare"] == "previous"
    assert "30,000" in run("top_customers", *span)
    assert "0%" not in run("cohorts", "--to", "2026-05-12").splitlines()[0]
    assert set(json.loads(run("--json"))["reports"]) == set(REPORTS)
    assert "revenue_goal" in run()
    refused = CliRunner().invoke(main, ["report", "nothing", "--db", str(shop)])
    assert refused.exit_code == 1
