"""Each customer's own rhythm: when one is due, late, slipping and gone."""

from datetime import date

import numpy as np
import pytest

from app.insight.rhythm import STATES, rhythm
from tests.app.insight.shops import TODAY, purchases_of


def visits(*gaps, ago=0):
    """Return the days of somebody who came after such gaps, the last time some days ago."""
    last = TODAY - ago
    return last - np.concatenate([np.cumsum(gaps[::-1])[::-1], [0]])


def shop(*people, as_of=TODAY):
    who = np.concatenate([np.full(len(days), one) for one, days in enumerate(people)])
    days = np.concatenate(people)
    return rhythm(purchases_of(who, days, np.ones(len(days)), as_of=as_of))


def state_of(clock, one=0):
    return STATES[clock.state[one]]


def test_the_usual_gap_is_the_middle_one_of_the_latest():
    clock = shop(visits(7, 7, 90, 7, 8), visits(*[60] * 9, *[20] * 12))
    assert clock.gap.tolist() == pytest.approx([7, 20])


def test_below_four_purchases_the_gap_of_the_shop_weighs_in():
    regulars = [visits(*[30] * 6) for _one in range(5)]
    clock = shop(visits(), visits(10), visits(10, 10), visits(10, 10, 10), *regulars)
    gaps = clock.gap.tolist()
    assert gaps[0] == pytest.approx(clock.shop_gap) == 30
    assert gaps[0] > gaps[1] > gaps[2] > gaps[3] == 10


@pytest.mark.parametrize(
    ("ago", "state"),
    [(0, "on_time"), (20, "on_time"), (21, "due"), (31, "due"), (32, "late"), (41, "late"),
     (42, "slipping"), (62, "slipping"), (63, "gone"), (4_000, "gone")],
)  # fmt: skip
def test_a_steady_regular_is_late_sooner_than_slipping_and_gone(ago, state):
    people = [visits(*[21] * 8, ago=ago), *(visits(*[21] * 8) for _other in range(9))]
    assert state_of(shop(*people)) == state


def test_who_comes_daily_may_stay_away_for_a_weekend():
    people = [visits(*[1] * 40, ago=3), *(visits(*[1] * 40) for _other in range(9))]
    assert state_of(shop(*people)) == "due"


def test_a_shop_without_a_rhythm_waits_longer_before_it_calls_anybody_late():
    chance = np.random.default_rng(3)
    uneven = [visits(*chance.geometric(1 / 21, 9), ago=45) for _one in range(30)]
    even = [visits(*[21] * 9, ago=45) for _one in range(30)]
    late = [(shop(*people).state >= STATES.index("slipping")).mean() for people in (uneven, even)]
    assert late[0] < late[1] == 1


def test_where_nobody_came_twice_months_count():
    clock = shop(visits(ago=29), visits(ago=59), visits(ago=100), visits(ago=150), visits(ago=200))
    assert [STATES[one] for one in clock.state] == list(STATES)
    assert np.isnan(clock.gap).all()


def test_the_days_on_which_states_begin_are_told_beforehand():
    people = [visits(*[21] * 8, ago=5) for _one in range(10)]
    clock = shop(*people)
    begins = clock.begins[0]
    for place, state in enumerate(STATES[1:]):
        as_of = int(begins[place])
        later = shop(*people, as_of=as_of)
        assert state_of(later) == state, date.fromordinal(as_of)
        assert later.state[0] == shop(*people, as_of=as_of - 1).state[0] + 1


def test_a_steady_regular_is_told_the_day_their_rhythm_says():
    bought = purchases_of([0] * 10, visits(*[21] * 9, ago=2), np.ones(10))
    clock = rhythm(bought)
    assert clock.steady.all()
    middle, early, late = (clock.next_within(bought, share)[0] for share in (0.5, 0.2, 0.8))
    assert middle == pytest.approx(19, abs=0.5)
    assert early < middle < late
