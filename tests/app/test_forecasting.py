"""Ranges, chances by age, seasons: figures that are told, and that stay within what can be."""

import math
import random
from datetime import date, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.forecasting import (
    EXACT,
    Odds,
    StageOdds,
    Stay,
    add_months,
    fresh_deals,
    last_day,
    likely_range,
    quarter_of,
    renewals,
    spread_of,
)
from app.goal_periods import before, open_days, open_weekdays, span, year_before
from app.seasons import forecast
from app.working_hours import due
from tests.insight.pipelines import made_deals, pipeline

BETS = st.lists(
    st.tuples(st.integers(0, 10**7), st.floats(0.01, 0.99)), min_size=0, max_size=EXACT + 5
)


@settings(max_examples=60, deadline=None)
@given(BETS)
def test_a_range_holds_what_is_likely_and_no_more_than_all_of_it(bets):
    found = likely_range(bets)
    total = sum(amount for amount, _chance in bets)
    assert 0 <= found.low <= found.likely <= found.high
    assert found.high <= total * 1.01 + 1
    assert found.likely == pytest.approx(sum(a * p for a, p in bets))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 1000), st.floats(0.05, 0.95)), min_size=1, max_size=6))
def test_eight_times_of_ten_is_what_trying_all_outcomes_gives(bets):
    sums = {}
    for won in product((0, 1), repeat=len(bets)):
        share = math.prod(p if w else 1 - p for w, (_a, p) in zip(won, bets, strict=True))
        total = sum(a for w, (a, _p) in zip(won, bets, strict=True) if w)
        sums[total] = sums.get(total, 0) + share
    found = likely_range(bets)
    below = sum(share for total, share in sums.items() if total < found.low)
    above = sum(share for total, share in sums.items() if total > found.high)
    assert below <= 0.1 + 1e-9
    assert above <= 0.1 + 1e-9


def test_a_deal_that_stands_too_long_is_worth_less_than_its_stage_says():
    odds = Odds({1: StageOdds(0.3, 7)}, [])
    chances = [odds.chance(1, days) for days in (0, 7, 14, 30, 90, 400)]
    assert chances[0] == pytest.approx(0.3)
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] == 0.01
    assert odds.chance(1, 400, given=0.6) == 0.6  # somebody knows better


def test_the_shops_own_history_counts_the_more_there_is_of_it():
    few = Odds({1: StageOdds(0.3, 7)}, [Stay(1, 3, 2, 2)])
    many = Odds({1: StageOdds(0.3, 7)}, [Stay(1, 3, 200, 160)])
    assert 0.3 < few.chance(1, 0) < many.chance(1, 0) < 0.8
    quick = Odds({1: StageOdds(0.5, 30)}, [Stay(1, 3, 50, 40), Stay(1, 40, 50, 2)])
    assert quick.chance(1, 20) < 0.15  # who stood as long was hardly ever won
    assert quick.chance(2, 0) == 0.01  # a stage nobody knows


def test_many_that_stand_for_ever_tell_of_one_that_has_begun_to():
    closed = [Stay(1, days, 4, 3) for days in range(1, 60)]
    forgotten = [Stay(1, days, 0, 0, 2) for days in range(1, 300)]
    without, known = (Odds({1: StageOdds(0.5, 30)}, rows) for rows in (closed, closed + forgotten))
    assert without.chance(1, 1) == pytest.approx(0.75, abs=0.02)
    assert known.chance(1, 1) < without.chance(1, 1) - 0.1  # some are never ended
    assert known.chance(1, 61) < 0.03
    assert without.chance(1, 61) > 0.3
    young = Odds({1: StageOdds(0.5, 30)}, [*closed, *(Stay(1, 1, 0, 0, 1) for _ in range(100))])
    assert young.chance(1, 1) == pytest.approx(without.chance(1, 1), abs=0.01)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 365), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
    ),
    st.integers(-3, 400),
)
def test_a_chance_is_one_whatever_stood_how_long(rows, days):
    stays = [Stay(1, day, won + lost, won, standing) for day, won, lost, standing in rows]
    odds = Odds({1: StageOdds(0.3, 14)}, stays)
    assert 0.01 <= odds.chance(1, days) <= 0.99
    dealt = Odds({1: StageOdds(0.3, 14)}, reversed(stays))
    assert dealt.chance(1, days) == pytest.approx(odds.chance(1, days))


def test_open_deals_are_worth_what_they_bring_though_many_are_never_ended():
    told, *_days = pipeline(made_deals())
    assert told.met
    assert told.ours < 0.2 * told.peer  # the share won so far, times the value


def test_renewals_and_deals_nobody_knows_of_yet_come_in_their_months():
    months = [add_months("2026-05", n) for n in range(6)]
    found = renewals("2026-05-20", 2, 0.5, 1000, months, 0.8)
    assert found == [("2026-07", (1000, 0.4)), ("2026-09", (1000, pytest.approx(0.32)))]
    assert renewals("2026-05-20", 0, 0.5, 1000, months, 0.8) == []
    won = {(month, month): 100 for month in (add_months("2026-05", -n) for n in range(1, 13))}
    this, following = fresh_deals(won, date(2026, 5, 16), 2, 12)
    assert this.likely == pytest.approx(100 * 15 / 31)
    assert following.likely == pytest.approx(100)
    assert fresh_deals(won, date(2026, 5, 16), 1, 5)[0].likely == 0  # five months tell nothing


def test_ranges_that_were_too_narrow_are_widened():
    assert spread_of([(90, 100, 110, 130)] * 3) == 1.0
    assert spread_of([(90, 100, 110, 120)] * 6) == pytest.approx(2.0)
    assert spread_of([(50, 100, 150, 101)] * 6) == 0.75


def test_sales_by_the_season_are_nearer_than_last_year_alone():
    made = random.Random(2)
    wave = [1 + 0.5 * math.sin(n / 12 * 2 * math.pi) for n in range(48)]
    months = [1000 * (1 + 0.01 * n) * w * made.uniform(0.95, 1.05) for n, w in enumerate(wave)]
    told = forecast(months[:36], 12)
    own = sum(abs(told[n][1] - months[36 + n]) for n in range(12))
    naive = sum(abs(months[24 + n] - months[36 + n]) for n in range(12))
    assert own < 0.7 * naive
    assert all(low <= likely <= high for low, likely, high in told)
    assert forecast(months[:23], 3) == []
    assert forecast([0.0] * 40, 3) == []


def test_months_quarters_and_days_of_goals():
    assert last_day("2028-02") == "2028-02-29"
    assert (quarter_of("2026-05"), add_months("2026-11", 3)) == ("2026-Q2", "2027-02")
    assert span("quarter", date(2026, 5, 12)) == (date(2026, 4, 1), date(2026, 6, 30))
    assert before("month", date(2026, 3, 1), date(2026, 3, 31))[1] == date(2026, 2, 28)
    ranged = before("range", date(2026, 3, 10), date(2026, 3, 19))
    assert ranged == (date(2026, 2, 28), date(2026, 3, 9))
    assert year_before(date(2028, 2, 29)) == date(2027, 2, 28)
    weekdays = open_weekdays("MO,TU,WE,TH,FR")
    assert open_days(date(2026, 5, 1), date(2026, 5, 31), weekdays) == 21
    assert open_days(date(2026, 5, 2), date(2026, 5, 1), weekdays) == 0
    assert open_weekdays("nonsense") == frozenset(range(7))


def test_an_answer_is_due_in_hours_the_shop_is_open():
    every = frozenset(range(7))
    evening = datetime(2026, 5, 12, 18, 30)
    assert due(evening, 4, "10:00", "20:00", every) == datetime(2026, 5, 13, 12, 30)
    early = datetime(2026, 5, 12, 7, 0)
    assert due(early, 4, "10:00", "20:00", every) == datetime(2026, 5, 12, 14, 0)
    friday = datetime(2026, 5, 15, 19, 0)
    workdays = open_weekdays("MO,TU,WE,TH,FR")
    assert due(friday, 2, "10:00", "20:00", workdays) == datetime(2026, 5, 18, 11, 0)
    assert due(evening, 4, "odd", "20:00", every) == datetime(2026, 5, 12, 22, 30)
    assert due(evening, 0, "10:00", "20:00", every) == evening
