"""The models say what their papers say; checked without the code under test."""

import math

import numpy as np
import pytest

from app.insight.buying import Buying, fit
from app.insight.normal import digamma, gamma_at, log_gamma, normal_at, normal_below
from app.insight.spending import Spending, fit_spending
from tests.app.insight.shops import purchases_of, simulated

PUBLISHED = Buying("bgnbd", 0.24259, 4.41353, 0.79289, 2.42575)  # Fader, Hardie and Lee 2005
X, LAST, AGE = np.array([2]), np.array([30.43]), np.array([38.86])


def beta(a, b):
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def one_by_one(model, x, last, age):
    """The likelihood as the papers print it, a customer at a time."""
    r, alpha, a, b = model.r, model.alpha, model.a, model.b
    more = 1 if model.kind == "mbgnbd" else 0
    total = 0.0
    for n, until, t in zip(x.tolist(), last.tolist(), age.tolist(), strict=True):
        front = math.lgamma(r + n) - math.lgamma(r) + r * math.log(alpha)
        ways = [beta(a, b + n + more) - beta(a, b) - (r + n) * math.log(alpha + t)]
        if n or more:
            stopped = beta(a + 1, b + n - 1 + more) - beta(a, b)
            ways.append(stopped - (r + n) * math.log(alpha + until))
        total += front + math.log(sum(map(math.exp, ways)))
    return total


def customers(**told):
    bought = purchases_of(*simulated(**told))
    return bought.x, bought.until_last, bought.age


@pytest.mark.parametrize("kind", ["bgnbd", "mbgnbd"])
def test_the_fit_is_the_most_likely_and_its_likelihood_that_of_the_papers(kind):
    table = customers(customers=400)
    found = fit(kind, *table)
    assert found.settled
    assert found.log_likelihood == pytest.approx(one_by_one(found.model, *table), abs=1e-6)
    for name in ("r", "alpha", "a", "b"):
        for nearby in (0.97, 1.03):
            parameters = {n: getattr(found.model, n) for n in ("r", "alpha", "a", "b")}
            parameters[name] *= nearby
            assert one_by_one(Buying(kind, **parameters), *table) < found.log_likelihood


@pytest.mark.parametrize("kind", ["bgnbd", "mbgnbd"])
def test_another_unit_of_time_changes_alpha_and_the_likelihood_alone(kind):
    x, last, age = customers(customers=300)
    in_days, in_weeks = fit(kind, x, last, age), fit(kind, x, last / 7, age / 7)
    assert in_weeks.model.alpha == pytest.approx(in_days.model.alpha / 7, rel=1e-6)
    assert in_weeks.model.b == pytest.approx(in_days.model.b, rel=1e-6)
    shifted = in_days.log_likelihood + x.sum() * math.log(7)
    assert in_weeks.log_likelihood == pytest.approx(shifted, abs=1e-6)


def test_many_equal_customers_are_fitted_as_if_each_stood_alone():
    table = customers(customers=500)
    once = fit("mbgnbd", *table)
    often = fit("mbgnbd", *(np.tile(column, 400) for column in table))
    assert often.log_likelihood == pytest.approx(400 * once.log_likelihood, rel=1e-9)
    assert often.model.r == pytest.approx(once.model.r, rel=1e-5)


def test_who_stops_is_learnt_from_customers_made_by_the_model():
    found = fit("mbgnbd", *customers(customers=6_000, days=900, r=1.2, alpha=20, a=1.0, b=3.0))
    assert found.model.a / (found.model.a + found.model.b) == pytest.approx(0.25, abs=0.05)
    assert found.model.r / found.model.alpha == pytest.approx(1.2 / 20, rel=0.15)


def test_the_published_customer_comes_as_often_as_the_paper_says():
    assert PUBLISHED.expected(X, LAST, AGE, 39) == pytest.approx([1.226], abs=5e-4)
    assert PUBLISHED.alive(X, LAST, AGE) == pytest.approx([0.72661], abs=1e-5)
    assert PUBLISHED.returns(X, LAST, AGE, 39) == pytest.approx([0.55461], abs=1e-5)


@pytest.mark.parametrize("kind", ["bgnbd", "mbgnbd"])
@pytest.mark.parametrize("x", [0, 1, 7, 60])
def test_expected_purchases_are_those_of_the_integral_over_everybody_alike(kind, x):
    model = Buying(kind, 0.7, 6.0, 0.9, 1.6)
    last, age, within = (30.0 if x else 0.0), 40.0, 52.0
    stays = model.b + x + (kind == "mbgnbd")
    p = np.linspace(0, 1, 400_001)[1:-1]
    weight = p ** (model.a - 1) * (1 - p) ** (stays - 1)
    grown = (model.alpha + age) / (model.alpha + age + p * within)
    bought = (1 - grown ** (model.r + x)) / p
    mean = (weight * bought).sum() / weight.sum()
    one = np.array([x]), np.array([last]), np.array([age])
    told = model.expected(*one, within) / model.alive(*one)
    assert told == pytest.approx([mean], rel=2e-3)


def test_a_daily_customer_of_many_years_is_still_a_number():
    x, age = np.array([20_000]), np.array([20_000.0])
    model = Buying("mbgnbd", 0.7, 6.0, 0.9, 1.6)
    assert model.expected(x, age, age, 365)[0] == pytest.approx(361, abs=5)
    assert 300 < model.expected(x, age, age, 40_000)[0] < 40_000


def test_half_of_those_who_return_have_returned_by_the_day_that_is_told():
    days = PUBLISHED.wait(X, AGE, 39)
    alive = PUBLISHED.alive(X, LAST, AGE)
    within = PUBLISHED.returns(X, LAST, AGE, float(days[0])) / alive
    assert within == pytest.approx(PUBLISHED.returns(X, LAST, AGE, 39) / alive / 2)


def test_a_prior_keeps_small_shops_from_running_away():
    for seed in range(25):
        found = fit("mbgnbd", *customers(customers=20, days=200, seed=seed), prior=True)
        assert found.settled
        assert not found.degenerate


def test_the_likelihood_of_amounts_is_that_of_the_paper():
    rng = np.random.default_rng(5)
    times = rng.integers(1, 9, 300)
    own = rng.gamma(3.0, 1 / 15.0, 300)
    mean = np.array([rng.gamma(6.0, 1 / o, n).mean() for n, o in zip(times, own, strict=True)])
    found = fit_spending(times, mean)
    p, q, v = found.model.p, found.model.q, found.model.v
    total = sum(
        math.lgamma(p * n + q) - math.lgamma(p * n) - math.lgamma(q) + q * math.log(v)
        + (p * n - 1) * math.log(m) + p * n * math.log(n) - (p * n + q) * math.log(n * m + v)
        for n, m in zip(times.tolist(), mean.tolist(), strict=True)
    )  # fmt: skip
    assert found.settled
    assert found.log_likelihood == pytest.approx(total, abs=1e-6)
    assert 3 < p < 12


def test_a_first_purchase_weighs_less_than_many():
    model = Spending(6.25, 3.74, 15.44)
    assert model.mean() == pytest.approx(35.2, abs=0.1)
    once, often = model.of(np.array([1, 50]), np.array([100.0, 100.0])).tolist()
    assert 35.2 < once < often < 100


def test_gamma_functions_and_the_normal_curve_agree_with_the_library():
    z = np.geomspace(0.01, 5e4, 200)
    assert log_gamma(z) == pytest.approx([math.lgamma(one) for one in z], rel=1e-12, abs=1e-12)
    h = 1e-4
    slope = [(math.lgamma(one + h) - math.lgamma(one - h)) / (2 * h) for one in z[z < 100]]
    assert digamma(z[z < 100]) == pytest.approx(slope, rel=1e-4, abs=1e-4)
    at = np.linspace(-5, 5, 101)
    below = [0.5 * math.erfc(-one / math.sqrt(2)) for one in at]
    assert normal_below(at) == pytest.approx(below, abs=2e-7)
    assert normal_at(np.array(below)) == pytest.approx(at, abs=1e-6)
    assert gamma_at(np.array([10.0, 0.0]), np.array([20.0, 0.0]), 0.9) == pytest.approx(
        [15.987, 0], abs=0.05
    )
