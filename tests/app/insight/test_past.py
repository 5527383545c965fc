"""What the shop's own past tells: cohorts, who moved, how well the scores did, customer share."""

from datetime import date

import numpy as np
import pytest

from app.insight.back_test import back_test, first_after, ordered, top_share
from app.insight.cohorts import UNREACHED, cohorts, repeat_rate
from app.insight.migration import migration
from app.insight.scoring import score
from app.insight.tiers import TIERS
from app.insight.wallet import BASES, wallet
from tests.app.insight.shops import TODAY, purchases_of, simulated

NOT_KNOWN = float("nan")


def day(text):
    return date.fromisoformat(text).toordinal()


def test_cohorts_count_customers_of_calendar_months_and_leave_the_future_blank():
    bought = purchases_of(
        [0, 0, 0, 1, 1, 2],
        [day("2026-01-05"), day("2026-01-31"), day("2026-03-01"), day("2026-01-31"),
         day("2026-02-01"), day("2026-03-09")],
        [1.0] * 6, as_of=day("2026-03-20"),
    )  # fmt: skip
    told = cohorts(bought)
    assert divmod(told.first, 12) == (2026, 0)
    assert told.began.tolist() == [2, 0, 1]
    none = UNREACHED
    assert told.came.tolist() == [[2, 1, 1], [0, 0, none], [1, none, none]]
    shares = told.retention()
    assert shares[0].tolist() == [1, 0.5, 0.5]
    assert np.isnan(shares[1:, 1:]).all()
    assert np.isnan(shares[1, 0])


def test_a_shop_without_sales_has_no_cohorts():
    nobody = purchases_of([], [], [], customers=3)
    assert cohorts(nobody).came.shape == (0, 0)
    assert repeat_rate(nobody) == 0


def test_the_repeat_rate_counts_days():
    bought = purchases_of([0, 0, 1, 2, 2], [TODAY - 5, TODAY - 5, TODAY, TODAY - 9, TODAY], [1] * 5)
    assert repeat_rate(bought) == pytest.approx(1 / 3)


def test_everybody_is_counted_once_where_they_went():
    bought = purchases_of(*simulated(customers=400))
    before, after = score(bought.until(TODAY - 60)), score(bought)
    moves = migration(before, after)
    assert moves.sum() == 400
    assert moves.sum(axis=1).tolist() == np.bincount(before.tier, minlength=len(TIERS)).tolist()
    assert moves.sum(axis=0).tolist() == np.bincount(after.tier, minlength=len(TIERS)).tolist()
    never = TIERS.index("not_yet")
    assert moves[:never, never].sum() == 0


def test_scores_are_compared_with_what_came_and_with_the_plain_rule():
    told = back_test(purchases_of(*simulated(customers=3_000, days=700)), 120)
    assert (told.cut, told.days) == (TODAY - 120, 120)
    assert told.came_back < told.customers <= 3_000
    assert told.ordering.score > 0.7
    assert told.ordering.better
    assert told.counts.better
    assert told.counts.score < told.counts.rule
    assert told.chances.better
    assert told.values.score >= told.values.rule - 0.01
    assert told.dates.better


def test_chances_that_hold_nothing_are_not_worth_showing():
    who, when, amount = simulated(customers=600, days=500)
    by_chance = np.random.default_rng(7)
    said = back_test(purchases_of(by_chance.permutation(who) % 600, when, amount), 90)
    everybody_left = np.where(when > TODAY - 90, when - 400, when)
    told = back_test(purchases_of(who, everybody_left, amount), 90)
    assert told.came_back == 0
    assert told.ordering is told.chances is None
    assert said.ordering is not None


def test_too_few_customers_tell_nothing_of_a_score():
    told = back_test(purchases_of(*simulated(customers=40)))
    assert told.ordering is told.chances is told.counts is told.values is told.dates is None
    nobody = back_test(purchases_of([], [], [], customers=5))
    assert nobody.customers == 0


def test_who_came_first_after_a_day():
    bought = purchases_of([0, 0, 1, 2], [TODAY - 9, TODAY - 3, TODAY - 8, TODAY - 20], [1] * 4)
    assert first_after(bought, TODAY - 10).tolist() == [TODAY - 9, TODAY - 8, -1]


def test_ordering_and_the_best_fifth():
    assert ordered(np.array([1.0, 2, 2, 3]), np.array([False, False, True, True])) == 0.875
    assert ordered(np.array([1.0, 2]), np.array([True, True])) == 0.5
    figures, amounts = np.array([9.0, 1, 1, 1, 1]), np.array([30.0, 70, 0, 0, -5])
    assert top_share(figures, amounts) == 0.3


def test_the_customer_share_is_told_or_seen_or_else_assumed():
    spent = np.array([100.0, 300.0, 50.0, 0.0])
    told = np.array([400.0, 200.0, NOT_KNOWN, NOT_KNOWN])
    seen = np.array([NOT_KNOWN, NOT_KNOWN, 150.0, NOT_KNOWN])
    found = wallet(spent, told, seen)
    assert found.share.tolist() == [0.25, 1.0, 0.25, 0.0]
    assert found.room.tolist()[:3] == [300, 0, 150]
    assert [BASES[at] for at in found.basis] == ["told", "told", "observed", "assumed"]
    nobody = wallet(np.zeros(1), np.array([NOT_KNOWN]), np.array([NOT_KNOWN]))
    assert np.isnan(nobody.share).all()
