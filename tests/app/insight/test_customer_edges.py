"""Rhythms, scores and groups of customers at their borders, reckoned by hand."""

import numpy as np
import pytest

from app.insight.rfm import Rfm, rfm
from app.insight.rhythm import STATES, UNKNOWN, Rhythm, rhythm
from app.insight.tiers import (
    AT_RISK,
    LAPSED,
    NEW,
    NOT_YET,
    OCCASIONAL,
    REGULAR,
    SLIPPING,
    VIP,
    places_of,
    tiers,
)
from tests.app.insight.shops import TODAY, purchases_of


def days(*gaps, ago=0):
    """Return the days of somebody who came after such gaps, the last time some days ago."""
    found = [TODAY - ago]
    for gap in reversed(gaps):
        found.insert(0, found[0] - gap)
    return found


def bought(*people, customers=None, amount=1.0):
    who = [one for one, when in enumerate(people) for _day in when]
    when = [day for one in people for day in one]
    return purchases_of(who, when, [amount] * len(who), customers=customers)


def steps(clock, purchases, one=0):
    return (clock.begins[one] - purchases.last[one]).tolist()


def test_the_usual_gap_is_the_middle_of_the_latest_twelve():
    shop = bought(days(100, *[40] * 6, *[20] * 6), days(10, 40, 20, 30), days(5, 50, 6))
    assert rhythm(shop).gap.tolist() == pytest.approx([30, 25, 6])


def test_who_came_once_or_never_says_nothing_of_the_shop():
    once = [days(), days(), days(ago=3)]
    clock = rhythm(bought(*once, days(10), days(*[30] * 3), days(*[40] * 3), customers=7))
    assert clock.shop_gap == 30
    assert clock.state[6] == UNKNOWN == -1
    assert clock.gap[0] == pytest.approx(30)
    assert clock.gap[3] == pytest.approx(10 ** (1 / 3) * 30 ** (2 / 3))


def test_how_unevenly_somebody_comes_is_told_beside_the_shop():
    ln = np.log(1.25)
    shop = bought(days(16, 20, 25), days(7))
    clock = rhythm(shop)
    assert clock.shop_spread == pytest.approx(1.4826 * ln)
    own = np.sqrt((2 * ln**2 + 4 * (1.4826 * ln) ** 2) / 7)
    assert clock.spread.tolist() == pytest.approx([own, 1.4826 * ln])
    assert steps(clock, shop) == [20, 30, 40, 60]
    few = rhythm(bought(days(10, 30)))  # two gaps: believed of nobody
    assert (few.shop_spread, few.spread[0], few.steady[0]) == (1, 1, False)
    odd = rhythm(bought(days(20, 20, 1, 20, 20)))
    assert odd.shop_spread == 0.25
    assert odd.spread[0] == pytest.approx(np.sqrt((4 + 4 * 0.25**2) / 9))


def test_who_comes_unevenly_is_late_later():
    shop = bought(days(10, 20, 40))
    clock = rhythm(shop)
    assert clock.shop_spread == 1
    assert steps(clock, shop) == [20, 36, 59, 108]
    assert not clock.steady[0]


def test_who_comes_daily_has_some_days_and_a_shop_of_new_ones_has_months():
    shop = bought(*[days(*[1] * 9)] * 3)
    assert steps(rhythm(shop), shop) == [1, 4, 8, 31]
    fresh = bought(days(), days(ago=30))
    clock = rhythm(fresh)
    assert steps(clock, fresh) == [30, 60, 120, 180]
    assert [STATES[one] for one in clock.state] == ["on_time", "due"]
    assert len(rhythm(purchases_of([], [], [])).state) == 0


def test_the_day_somebody_comes_next_is_told_by_their_gap_and_spread():
    shop = bought(*[days(*[20] * 8)] * 2, days(*[20] * 8, ago=4_000))
    clock = rhythm(shop)
    middle, late = (clock.next_within(shop, share) for share in (0.5, 0.8))
    assert middle[0] == pytest.approx(19.5, abs=0.01)
    assert late[0] == pytest.approx(20 * np.exp(0.25 * 0.8416) - 0.5, abs=0.01)
    assert np.isfinite(middle).all()


def test_scores_begin_with_ten_active_buyers_and_are_finer_from_thirty():
    for many, steps_ in ((0, 0), (9, 0), (10, 3), (29, 3), (30, 5)):
        found = rfm(bought(*[days(ago=n) for n in range(many)], customers=many + 1))
        assert found.steps == steps_
        assert found.r[many] == found.f[many] == found.m[many] == 0  # never bought
    ten = rfm(bought(*[days(ago=n) for n in range(10)]))
    assert ten.r.tolist() == [3, 3, 3, 2, 2, 2, 2, 1, 1, 1]
    assert ten.f.tolist() == ten.m.tolist() == [2] * 10
    assert (ten.r.dtype, ten.f.dtype) == (np.int64, np.int64)


def test_who_bought_within_three_years_is_active():
    nine = [days(ago=n) for n in range(9)]
    assert rfm(bought(*nine, days(ago=1_096))).steps == 0
    found = rfm(bought(*nine, days(ago=1_095)))
    assert (found.steps, found.r[9]) == (3, 1)
    long_ago = rfm(bought(*nine, days(ago=9), days(*[1] * 8, ago=2_000)))
    assert (long_ago.r[10], long_ago.f[10], long_ago.m[10]) == (1, 3, 3)


def test_equal_customers_share_a_score_and_a_middle_on_a_border_is_in_the_lower_part():
    amounts = [1] * 4 + [2] * 2 + [3] * 4
    shop = purchases_of(range(10), [TODAY] * 10, amounts)
    assert rfm(shop).m.tolist() == [1] * 4 + [2] * 2 + [3] * 4
    alike = purchases_of(range(10), [TODAY] * 10, [0.1 + 0.2] * 5 + [0.3] * 5)
    assert rfm(alike).m.tolist() == [2] * 10
    thirds = purchases_of(range(12), [TODAY] * 12, [1] * 8 + [2] * 4)
    assert rfm(thirds).m.tolist() == [1] * 8 + [3] * 4  # the middle of 8 of 12 is a third
    nothing = rfm(purchases_of(range(10), [TODAY] * 10, [1e-300] * 10))
    assert nothing.m.tolist() == [2] * 10


def group(count, first_ago, state, f=1, m=1, spent=0.5, alive=None, before=None):
    """Return the group of somebody beside a hundred small customers."""
    when = [*[TODAY - first_ago] * min(count, 1), *range(TODAY - count + 1, TODAY)]
    who = [0] * len(when) + list(range(1, 101))
    amounts = [spent / max(count, 1)] * len(when) + [1.0] * 100
    shop = purchases_of(who, when + [TODAY - 50] * 100, amounts, customers=101)
    ones = np.ones(101, dtype=np.int64)
    scores = Rfm(5, ones, np.array([f, *ones[1:]]), np.array([m, *ones[1:]]))
    floats = np.ones(101)
    clock = Rhythm(floats, floats, np.array([state, *ones[1:]]), shop.last[:, None], 1.0, 1.0)
    lives = None if alive is None else np.array([alive, *floats[1:]])
    was = None if before is None else np.array([before, *[-1] * 100])
    return int(tiers(shop, scores, clock, lives, was)[0])


ON_TIME, DUE, LATE, SLIPS, GONE = range(5)


@pytest.mark.parametrize(
    ("told", "tier"),
    [
        ((0, 0, -1), NOT_YET), ((1, 30, ON_TIME), NEW), ((1, 31, ON_TIME), OCCASIONAL),
        ((2, 90, ON_TIME), OCCASIONAL), ((3, 90, ON_TIME), REGULAR), ((3, 30, DUE), NEW),
        ((3, 90, ON_TIME, 4, 5), VIP), ((3, 90, ON_TIME, 3, 5), REGULAR),
        ((3, 90, ON_TIME, 5, 4), REGULAR), ((2, 90, ON_TIME, 5, 5), OCCASIONAL),
        ((3, 20, LATE, 5, 5), NEW), ((3, 90, LATE, 5, 5), VIP), ((3, 90, SLIPS, 5, 5), SLIPPING),
        ((3, 20, SLIPS), SLIPPING), ((3, 90, SLIPS, 1, 1, 900), AT_RISK),
        ((3, 90, ON_TIME, 1, 1, 900), REGULAR), ((3, 90, GONE, 5, 5, 900), LAPSED),
        ((3, 90, LATE, 1, 1, 0.5, 0.49), SLIPPING), ((3, 90, LATE, 1, 1, 0.5, 0.5), REGULAR),
        ((3, 90, DUE, 1, 1, 0.5, 0.1), REGULAR), ((3, 90, SLIPS, 1, 1, 0.5, 0.9), SLIPPING),
        ((3, 90, LATE, 1, 1, 900, 0.1), AT_RISK),
        ((3, 90, ON_TIME, 4, 4, 0.5, None, VIP), VIP), ((3, 90, DUE, 5, 4, 0.5, None, VIP), VIP),
        ((3, 90, ON_TIME, 3, 4, 0.5, None, VIP), REGULAR),
        ((3, 90, ON_TIME, 4, 3, 0.5, None, VIP), REGULAR),
        ((3, 90, ON_TIME, 4, 4, 0.5, None, REGULAR), REGULAR),
        ((3, 90, SLIPS, 4, 4, 0.5, None, VIP), SLIPPING),
        ((3, 90, SLIPS, 4, 4, 900, None, VIP), AT_RISK),
    ],
)  # fmt: skip
def test_everybody_is_in_the_group_whose_rule_holds(told, tier):
    assert group(*told) == tier


def test_somebody_at_risk_stays_so_a_little_below_the_border():
    amounts = [790, 20, 19, 18, 17, *[8] * 17]  # a thousand in all
    shop = purchases_of(range(22), [TODAY - 90] * 22, amounts)
    ones, floats = np.ones(22, dtype=np.int64), np.ones(22)
    clock = Rhythm(floats, floats, ones * SLIPS, shop.last[:, None], 1.0, 1.0)

    def at_risk(before):
        found = tiers(shop, Rfm(5, ones, ones, ones), clock, None, before)
        return np.flatnonzero(found == AT_RISK).tolist()

    assert at_risk(None) == at_risk(ones * SLIPPING) == [0, 1]
    assert at_risk(ones * AT_RISK) == [0, 1, 2, 3, 4]
    few = tiers(shop, Rfm(0, ones * 0, ones * 0, ones * 0), clock, None)
    assert VIP not in few
    steady = Rhythm(floats, floats, ones * 0, shop.last[:, None], 1.0, 1.0)
    thrice = purchases_of([0] * 3, [TODAY - 90, TODAY - 60, TODAY - 30], [1] * 3, customers=22)
    assert tiers(thrice, Rfm(0, ones * 0, ones * 0, ones * 0), steady, None)[0] == REGULAR


def test_where_somebody_stood_is_told_by_the_name_of_their_group():
    known = {5: ("vip", "x"), 6: ("lapsed", ""), 7: ("odd", "")}
    assert places_of([5, 6, 7, 8], known).tolist() == [VIP, LAPSED, -1, -1]
