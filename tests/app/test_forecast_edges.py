"""What forecasts come to, reckoned by hand."""

import math
from datetime import date
from itertools import pairwise

import pytest

from app.forecasting import (
    EXACT,
    NOTHING,
    REACH,
    Odds,
    Range,
    StageOdds,
    Stay,
    add_months,
    fresh_deals,
    last_day,
    likely_range,
    month_of,
    quarter_of,
    renewals,
    spread_of,
    together,
)
from app.goal_periods import before, open_days, open_weekdays, span, year_before
from app.grading import Snapshot, grade_months, grade_quarters
from app.seasons import forecast
from app.shapes.forecast import Grade


def same(one, other):
    assert (one.low, one.likely, one.high) == pytest.approx((other.low, other.likely, other.high))


def test_a_chance_halves_for_each_further_double_of_the_days_a_deal_is_slow_after():
    odds = Odds({1: StageOdds(0.4, None), 2: StageOdds(0.4, 10)}, [])
    assert [odds.chance(1, days) for days in (0, 60, 120, 180)] == pytest.approx(
        [0.4, 0.4, 0.2, 0.1]
    )
    assert [odds.chance(2, days) for days in (-5, 20, 40)] == pytest.approx([0.4, 0.4, 0.2])
    assert [odds.chance(1, 0, given=told) for told in (0, 0.005, 0.995, 2)] == [
        0.01, 0.01, 0.99, 0.99,
    ]  # fmt: skip
    assert odds.chance(9, 0) == odds.fresh_chance(9) == 0.01


def test_history_weighs_against_eight_deals_of_what_the_stage_was_given():
    odds = Odds({1: StageOdds(0.5, 30)}, [Stay(1, 0, 4, 0), Stay(1, 10, 8, 6), Stay(1, 20, 4, 4)])
    assert odds.fresh_chance(1) == pytest.approx((10 + 4) / (16 + 8))
    fresh = 14 / 24
    assert odds.chance(1, 0) == pytest.approx((10 + 8 * fresh) / (16 + 8))
    assert odds.chance(1, 1) == odds.chance(1, 10) == pytest.approx((10 + 8 * fresh) / (12 + 8))
    assert odds.chance(1, 11) == odds.chance(1, 20) == pytest.approx((4 + 8 * fresh) / (4 + 8))
    assert odds.chance(1, 21) == pytest.approx(fresh)


def test_an_open_deal_tells_the_more_the_longer_it_has_stood():
    def told(stood, days=60):
        rows = [Stay(1, 0, 10, 5), Stay(1, stood, 0, 0, 30)]
        return Odds({1: StageOdds(0.5, 30)}, rows).chance(1, days)

    fresh = (40 * 0.125 + 8 * 0.5) / 48  # of 40, 5 were won and 30 stand for longer than slow is
    assert told(90) == pytest.approx(8 * fresh / (30 + 8))  # none of 30 was won
    assert told(70) == pytest.approx(8 * fresh / (10 + 8))  # 30 by a third of what is slow
    assert told(60) == pytest.approx(fresh)  # they know no more than it does
    assert told(90, 0) == pytest.approx((5 + 8 * fresh) / 48)


def test_the_range_of_few_deals_is_told_one_by_one_and_that_of_many_by_their_spread():
    assert likely_range([]) == likely_range([(0, 0.5), (-5, 0.5)]) == NOTHING == Range(0, 0, 0)
    same(likely_range([(100, 0.5)]), Range(0, 50, 100))
    same(likely_range([(100, 0.95)]), Range(95, 95, 100))
    same(likely_range([(100, 0.05)]), Range(0, 5, 5))
    same(likely_range([(10, 0.5), (20, 0.5), (40, 0.5), (80, 0.5)]), Range(10, 75, 140))
    same(likely_range([(1_000_003, 0.95), (2_000_000, 0.05)]),
         Range(1_000_003, 1_050_002.85, 1_050_002.85))  # fmt: skip
    many = [(1000, 0.5)] * (EXACT + 1)
    spread = REACH * math.sqrt(len(many) * 1000**2 * 0.25)
    same(likely_range(many), Range(20_500 - spread, 20_500, 20_500 + spread))
    sure = likely_range([(1000, 0.99)] * (EXACT + 1))
    assert sure.high == 41_000
    few = likely_range([(1000 + n, 0.5) for n in range(EXACT)])  # sums that are told apart roughly
    assert few.likely == pytest.approx(20_390)
    assert (few.low, few.high) == (pytest.approx(16_300, abs=500), pytest.approx(24_500, abs=500))


def test_ranges_are_added_and_widened_around_what_is_likely():
    same(together(Range(70, 100, 140), Range(60, 100, 130)), Range(150, 200, 250))
    same(together(Range(0, 10, 20), Range(0, 10, 20)), Range(20 - 200**0.5, 20, 20 + 200**0.5))
    same(together(), NOTHING)
    same(Range(80, 100, 130).widened(2), Range(60, 100, 160))
    same(Range(10, 100, 120).widened(3), Range(0, 100, 160))


def test_how_far_ranges_were_off_is_that_of_the_fifth_worst_month_of_ten():
    below, above = (90, 100, 150, 80), (90, 100, 150, 175)
    assert spread_of([below] * 4) == pytest.approx(2)
    assert spread_of([above] * 4) == pytest.approx(1.5)
    assert spread_of([(100, 100, 100, 100)] * 4) == 0.75
    assert spread_of([(100, 100, 100, 101)] * 4) == spread_of([(90, 100, 110, 200)] * 4) == 3
    assert spread_of([below] * 3) == spread_of([]) == 1
    assert spread_of([above] * 8 + [below] * 2) == pytest.approx(2)
    assert spread_of([above] * 9 + [below]) == pytest.approx(1.5)
    assert spread_of([above] * 4 + [below]) == pytest.approx(2)


def test_deals_nobody_knows_of_yet_are_told_by_when_those_of_the_last_year_were_made():
    months = [add_months("2026-05", -n) for n in range(1, 13)]
    won = {}
    for place, month in enumerate(months):
        won[month, month] = 200 + 100 * (place % 2)  # 200, 300, 200 …
        won[add_months(month, -1), month] = 60
        won[add_months(month, -7), month] = 1000
    this, following = fresh_deals(won, date(2026, 5, 21), 2, 30)
    left, spread = 10 / 31, REACH * 50
    same(this, Range((250 - spread) * left, 250 * left, (250 + spread) * left))
    mean = 250 + 60 * left
    same(following, Range(mean - spread, mean, mean + spread))
    half = fresh_deals({("2026-04", "2026-04"): 600, ("2025-10", "2025-10"): 9},
                       date(2026, 5, 1), 1, 6)  # fmt: skip
    assert half[0].likely == pytest.approx(100 * 30 / 31)
    assert half[0].low == 0
    assert fresh_deals(won, date(2026, 5, 21), 2, 5) == [NOTHING, NOTHING]


def test_a_deal_that_repeats_comes_again_in_the_months_asked_for_alone():
    months = ["2026-06", "2026-07", "2026-08"]
    assert renewals("2026-05", 1, 0.5, 100, months, 0.5) == [
        ("2026-06", (100, 0.25)), ("2026-07", (100, 0.125)), ("2026-08", (100, 0.0625)),
    ]  # fmt: skip
    assert renewals("2026-04", 1, 0.5, 100, months[2:], 0.5) == [("2026-08", (100, 0.03125))]
    assert renewals("2026-08", 1, 0.5, 100, months, 0.5) == []
    assert renewals("2026-05", 1, 0.5, 100, [], 0.5) == []


def test_months_and_quarters_have_their_names():
    assert month_of(date(2026, 3, 9)) == "2026-03"
    assert [add_months("2026-01", n) for n in (-13, -1, 0, 11, 12)] == [
        "2024-12", "2025-12", "2026-01", "2026-12", "2027-01",
    ]  # fmt: skip
    assert [last_day(f"2026-{n:02d}")[-2:] for n in (1, 2, 4, 12)] == ["31", "28", "30", "31"]
    assert [quarter_of(f"2026-{n:02d}")[-2:] for n in range(1, 13)] == [
        *["Q1"] * 3, *["Q2"] * 3, *["Q3"] * 3, *["Q4"] * 3,
    ]  # fmt: skip


def told(month, taken_on, low=90, likely=100, high=110):
    return Snapshot(taken_on, month, taken_on, low, likely, high)


def test_a_month_is_graded_by_what_was_told_just_before_it_began():
    every = [told("2026-05", day, likely=place) for place, day in enumerate(
        ("2026-03-26", "2026-03-27", "2026-04-20", "2026-05-01", "2026-05-02", "2026-05-07",
         "2026-05-08"))]  # fmt: skip

    def likely(*places):
        found = grade_months([every[place] for place in places], {"2026-05": 95})
        return [one.predicted.predicted for one in found]

    assert likely(*range(7)) == [3]
    assert likely(0, 1, 2, 4) == [2]
    assert likely(0, 1, 4) == [1]
    assert likely(0, 5, 4, 6) == [4]
    assert likely(0, 5) == [5]
    assert likely(0, 6) == likely() == []


def test_a_month_is_inside_its_range_ends_counted_and_one_of_nothing_is_not_graded():
    began = "2026-05-01"
    for came, inside in ((89, False), (90, True), (110, True), (111, False)):
        [one] = grade_months([told("2026-05", began)], {"2026-05": came})
        assert one.predicted == Grade("2026-05", 100, came, inside)
        assert (one.low, one.high) == (90, 110)
    nothing = told("2026-05", began, 0, 0, 0)
    assert grade_months([nothing], {"2026-05": 0}) == []
    assert len(grade_months([nothing], {"2026-05": 1})) == 1
    assert len(grade_months([told("2026-05", began)], {"2026-05": 0})) == 1


def test_a_quarter_is_graded_where_all_of_it_was_told_before_it_began():
    months = ("2026-04", "2026-05", "2026-06")
    snapshots = [told(month, "2026-04-01", 80, 100, 130) for month in months]
    came = dict.fromkeys(months, 100)
    assert grade_quarters(snapshots, came) == [Grade("2026-Q2", 300, 300, True)]
    below, above = 300 - 1200**0.5, 300 + 2700**0.5  # 265.4 and 352.0
    for total, inside in ((265, False), (266, True), (351, True), (352, False)):
        assert below < 266
        assert above < 352
        [one] = grade_quarters(snapshots, came | {"2026-06": total - 200})
        assert (one.actual, one.inside) == (total, inside)
    assert grade_quarters(snapshots[:2], came) == []
    assert grade_quarters(snapshots, dict.fromkeys(months[:2], 100)) == []
    late = [*snapshots[:2], told("2026-06", "2026-05-30")]  # after its quarter had begun
    assert grade_quarters(late, came) == []
    more = snapshots + [told(month, "2026-01-01") for month in ("2026-01", "2026-02", "2026-03")]
    more += [told(add_months(first, n), f"{first}-01") for first in ("2026-02", "2026-03")
             for n in range(3)]  # three months, but no quarter  # fmt: skip
    both = came | {"2026-01": 7, "2026-02": 7, "2026-03": 7}
    assert [one.period for one in grade_quarters(more, both)] == ["2026-Q2", "2026-Q1"]


SHAPE = [80, 90, 100, 110, 120, 130, 70, 60, 100, 110, 120, 110]


@pytest.mark.parametrize("months", [24, 30, 41])
def test_a_season_that_never_changes_is_told_as_it_was(months):
    every = SHAPE * 6
    found = forecast(every[:months], 14)
    assert [likely for _low, likely, _high in found] == pytest.approx(every[months : months + 14])
    assert [low for low, _likely, _high in found] == pytest.approx(every[months : months + 14])


def test_growth_goes_on_half_as_fast_and_ranges_grow_with_the_root_of_the_months():
    found = forecast([1000 + 10 * n for n in range(48)], 13)
    rises = [after[1] - before_[1] for before_, after in pairwise(found)]
    assert sum(rises) == pytest.approx(60, abs=10)  # 120 in a year of what was
    assert found[0][1] == pytest.approx(1480, abs=15)
    uneven = [value + 15 * (-1) ** (n // 2 + n // 5) for n, value in enumerate(SHAPE * 3)]
    found = forecast(uneven, 13)
    reach = [high - likely for _low, likely, high in found]
    assert reach[12] / reach[0] == pytest.approx(13**0.5)
    assert found[0][1] - found[0][0] == pytest.approx(reach[0])
    assert 10 < reach[0] < 40
    fell = forecast([max(0, 1000 - 40 * n) for n in range(30)], 12)
    assert all(low == 0 <= likely for low, likely, _high in fell)


def test_a_month_that_brings_nothing_each_year_is_told_as_almost_nothing():
    found = forecast([0, *[100] * 11] * 3, 12)
    assert found[0][1] < 6
    assert found[1][1] == pytest.approx(100, rel=0.1)
    assert len(forecast([1.0] * 24, 1)) == 1
    assert forecast([1.0] * 23, 1) == []


def test_spans_of_goals_have_their_first_and_last_day_and_those_before():
    may = date(2026, 5, 12)
    assert span("month", may) == (date(2026, 5, 1), date(2026, 5, 31))
    assert span("quarter", date(2026, 12, 31)) == (date(2026, 10, 1), date(2026, 12, 31))
    assert span("quarter", date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 3, 31))
    assert span("year", may) == (date(2026, 1, 1), date(2026, 12, 31))
    assert before("quarter", *span("quarter", may)) == (date(2026, 1, 1), date(2026, 3, 31))
    assert before("year", *span("year", may)) == (date(2025, 1, 1), date(2025, 12, 31))
    assert before("range", may, may) == (date(2026, 5, 11), date(2026, 5, 11))
    assert before("range", may, date(2026, 5, 13)) == (date(2026, 5, 10), date(2026, 5, 11))
    assert (year_before(may), year_before(date(2028, 2, 29))) == (
        date(2025, 5, 12), date(2027, 2, 28),
    )  # fmt: skip
    assert open_weekdays("MO,SU") == {0, 6}
    assert open_weekdays("") == set(range(7))


@pytest.mark.parametrize("length", range(-1, 16))
def test_open_days_are_counted_one_by_one(length):
    first = date(2026, 5, 15)  # a Friday
    last = date.fromordinal(first.toordinal() + length - 1)
    days = [date.fromordinal(first.toordinal() + n) for n in range(length)]
    for weekdays in ({0, 2, 4}, {5, 6}, set(range(7))):
        assert open_days(first, last, weekdays) == sum(d.weekday() in weekdays for d in days)
