"""Scores of whole shops: what always holds, and shops that are not as the models wish."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.insight import storing
from app.insight.back_test import back_test
from app.insight.concentration import concentration
from app.insight.margin import margin_of
from app.insight.reasons import reasons
from app.insight.rhythm import STATES
from app.insight.scoring import learn, score
from app.insight.tiers import AT_RISK, LAPSED, NOT_YET, SLIPPING, TIERS, VIP
from app.insight.wallet import wallet
from tests.app.insight.shops import TODAY, purchases_of, simulated

CUSTOMERS = 40
rows = st.lists(
    st.tuples(
        st.integers(0, CUSTOMERS - 1),
        st.integers(0, 500).map(lambda ago: TODAY - ago),
        st.one_of(st.integers(1, 300), st.integers(-50, 0)).map(float),
    ),
    min_size=1,
    max_size=150,
)


def scored(table, **told):
    who, day, amount = zip(*table, strict=True) if table else ((), (), ())
    return score(purchases_of(who, day, amount, customers=CUSTOMERS, **told))


def same(one, other):
    for name in ("alive", "expected", "returns"):
        assert np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True), name
    for name in ("tier", "next_day", "next_from", "next_until"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist(), name
    for name in ("r", "f", "m"):
        assert getattr(one.rfm, name).tolist() == getattr(other.rfm, name).tolist(), name
    assert one.rhythm.begins.tolist() == other.rhythm.begins.tolist()


def sound(scores):
    bought = scores.purchases.count > 0
    known = np.isfinite(scores.alive)
    assert (known <= bought).all()
    assert ((scores.alive[known] >= 0) & (scores.alive[known] <= 1)).all()
    for table in (scores.expected, scores.returns, scores.value, scores.value_low):
        assert np.isfinite(table[known]).all()
        assert (table[known] >= 0).all()
    assert (scores.value_low[known] <= scores.value[known] + 1e-9).all()
    assert (scores.value[known] <= scores.value_high[known] + 1e-9).all()
    assert (np.diff(scores.expected[known], axis=1) >= 0).all()
    assert (scores.returns[known] <= scores.alive[known, None] + 1e-12).all()
    dated = scores.next_day >= 0
    assert (scores.next_day[dated] > scores.purchases.as_of).all()
    assert (scores.next_from[dated] <= scores.next_day[dated]).all()
    assert (scores.next_day[dated] <= scores.next_until[dated]).all()
    assert ((scores.tier == NOT_YET) == ~bought).all()
    assert (np.diff(scores.rhythm.begins, axis=1) >= 0).all()
    for language in ("en", "ko"):
        assert all(reasons(scores, language))


@settings(max_examples=60, deadline=None)
@given(rows)
def test_every_score_is_a_number_of_its_kind_and_no_date_is_past(table):
    sound(scored(table))


@settings(max_examples=60, deadline=None)
@given(rows, st.integers(0, CUSTOMERS - 1))
def test_who_bought_today_is_never_at_risk(table, customer):
    scores = scored([*table, (customer, TODAY, 400_000.0)])
    assert scores.tier[customer] not in (AT_RISK, SLIPPING, LAPSED)
    assert STATES[scores.rhythm.state[customer]] == "on_time"


@settings(max_examples=60, deadline=None)
@given(rows, st.integers(0, CUSTOMERS - 1), st.integers(0, 500))
def test_one_more_purchase_never_lowers_how_often(table, customer, ago):
    before = scored(table).rfm.f[customer]
    assert scored([*table, (customer, TODAY - ago, 10.0)]).rfm.f[customer] >= before


@settings(max_examples=30, deadline=None)
@given(rows, st.randoms(use_true_random=False), st.sampled_from([0.01, 0.37, 1_300.0]))
def test_neither_the_order_of_rows_nor_the_currency_counts(table, chance, rate):
    told = scored(table)
    mixed = list(table)
    chance.shuffle(mixed)
    same(told, scored(mixed))
    exchanged = scored([(who, day, amount * rate) for who, day, amount in table])
    same(told, exchanged)
    assert exchanged.value == pytest.approx(told.value * rate, rel=1e-6, abs=1e-6, nan_ok=True)


@settings(max_examples=30, deadline=None)
@given(rows, rows)
def test_what_comes_after_the_day_changes_nothing(table, later):
    ahead = [(who, day + 501, amount) for who, day, amount in later]
    same(scored(table), scored([*table, *ahead]))


def faulty_shops():
    """Return, by what is wrong with them, the rows of shops that are not as they should be."""
    who, day, amount = simulated(customers=80, seed=3)
    return {
        "no sales": ([], [], []),
        "one customer": ([0, 0, 0], [TODAY - 60, TODAY - 30, TODAY - 1], [5.0, 5.0, 5.0]),
        "one purchase each": (np.arange(50), TODAY - np.arange(50), np.full(50, 9.0)),
        "all on one day": (who, np.full(len(who), TODAY - 3), amount),
        "refunds only": (who, day, -amount),
        "future dates": (who, day + 10_000, amount),
        "duplicates": (np.tile(who, 3), np.tile(day, 3), np.tile(amount, 3)),
        "one with nine tenths": (who, day, np.where(who == who[0], amount * 1e4, amount)),
        "gaps of fifty years": (who, np.where(who % 2 == 0, day - 18_262, day), amount),
        "free things": (who, day, amount * 0),
        "all alike": (who, day, np.full(len(who), 7.0)),
    }


FAULTY = faulty_shops()
WITHOUT_CHANCES = list(FAULTY)[:6]


@pytest.mark.parametrize("name", FAULTY)
def test_a_shop_that_is_not_as_it_should_be_has_sound_scores(name):
    scores = score(purchases_of(*FAULTY[name], customers=80))
    sound(scores)
    assert (scores.model.basis == "none") == (name in WITHOUT_CHANCES)
    if name in WITHOUT_CHANCES:
        assert np.isnan(scores.alive).all()


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_kept_of_such_a_shop_can_be_kept(name):
    bought = purchases_of(*FAULTY[name], customers=80)
    scores, past = score(bought), back_test(bought)
    params = storing.params_of(scores, margin_of(0, 0, 0.0))
    kept = params, storing.tested_of(past)
    json.dumps(kept, allow_nan=False)
    hidden = storing.hidden_by(kept[1], scores.model.basis)
    made, moves = storing.columns_of(scores, range(80), 1, {}, hidden)
    assert {len(column) for column in made} == {len(moves)} == {int((bought.count > 0).sum())}
    assert all(isinstance(one, int | str | None) for column in made for one in column)
    shares = wallet(bought.spent, np.full(80, np.nan), np.full(80, np.nan)).share
    assert ((shares >= 0) & (shares <= 1) | np.isnan(shares)).all()
    assert 0 <= concentration(bought.spent).top_share <= 1 + 1e-9


def test_sales_that_came_twice_change_no_chance():
    who, day, amount = FAULTY["duplicates"]
    many = len(who) // 3
    once = score(purchases_of(who[:many], day[:many], amount[:many]))
    thrice = score(purchases_of(who, day, amount))
    assert np.array_equal(once.alive, thrice.alive)
    assert once.rfm.f.tolist() == thrice.rfm.f.tolist()


def test_a_fit_that_does_not_settle_gives_way_to_usual_figures_and_says_so():
    bought = purchases_of(*simulated())
    hasty = learn(bought, steps=1)
    assert hasty.basis == "fallback"
    sound(score(bought, model=hasty))


def test_what_the_chances_rest_on_is_told():
    assert learn(purchases_of(*simulated(customers=60))).basis == "rough"
    assert learn(purchases_of(*simulated(customers=800))).basis == "fitted"
    faithful = simulated(customers=3_000, days=120, alpha=8.0, r=4.0, a=1e-4, b=3.0)
    assert learn(purchases_of(*faithful)).basis == "early"


def test_somebody_leaving_is_told_apart_by_what_they_spent():
    who, day, amount = simulated(customers=300, seed=8)
    weekly = np.arange(30)
    regulars = [(300, TODAY - 7 * weekly, 50.0), (301, TODAY - 80 - 7 * weekly, 900.0)]
    for customer, days, worth in regulars:
        who = np.append(who, np.full(30, customer))
        day, amount = np.append(day, days), np.append(amount, np.full(30, worth))
    scores = score(purchases_of(who, day, amount))
    assert TIERS[scores.tier[300]] == "vip"
    assert TIERS[scores.tier[301]] in ("at_risk", "lapsed")
    assert scores.alive[300] > 0.9
    assert scores.alive[301] < 0.3
    assert scores.next_day[300] - TODAY in range(4, 11)
    whys = reasons(scores, "en"), reasons(scores, "ko")
    assert whys[0][300].startswith("Usually comes every week; bought today. Of 10 customers")
    assert whys[0][301].startswith("Usually comes every week; silent for 3 months.")
    assert whys[1][301].startswith("보통 매주 오시는 분인데, 3개월 동안 안 오셨어요.")


def test_somebody_just_below_the_border_stays_what_they_were():
    bought = purchases_of(*simulated(customers=500, seed=4))
    told = score(bought)
    near = (told.rfm.m == 4) & (told.rfm.f >= 4) & (bought.count >= 3) & (told.rhythm.state < 2)
    somebody = int(np.flatnonzero(near & (told.tier != VIP) & (bought.age > 30))[0])
    before = told.tier.copy()
    before[somebody] = VIP
    assert score(bought, before=before).tier[somebody] == VIP
    before[:] = LAPSED
    assert score(bought, before=before).tier.tolist() == told.tier.tolist()
