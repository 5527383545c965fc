"""What counts as a purchase: one a day, refunds taken off, nothing after the day asked for."""

import numpy as np
import pytest

from app.insight.concentration import concentration, holding
from app.insight.rfm import rfm
from tests.app.insight.shops import TODAY, purchases_of


def test_purchases_of_one_day_are_one():
    bought = purchases_of([0, 0, 0, 1], [TODAY - 9, TODAY - 9, TODAY, TODAY], [5, 7, 3, 1])
    assert bought.count.tolist() == [2, 1]
    assert bought.amount.tolist() == [12, 3, 1]
    assert bought.silent.tolist() == [0, 0]


def test_nothing_after_the_day_is_read():
    bought = purchases_of([0, 0, 1], [TODAY - 9, TODAY + 1, TODAY + 2], [5, 700, 3])
    assert bought.count.tolist() == [1, 0]
    assert bought.spent.tolist() == [5, 0]


@pytest.mark.parametrize(
    ("amounts", "count", "spent"),
    [
        ((100, 50, -50), 1, 100),  # the second was given back wholly
        ((100, 50, -20), 2, 130),
        ((100, 50, -120), 1, 30),
        ((100, 50, -150), 0, 0),
        ((100, 50, -200), 0, -50),
        ((0, 0, 0), 3, 0),  # presents are visits
    ],
)
def test_refunds_come_off_the_purchases_before_them_the_latest_first(amounts, count, spent):
    bought = purchases_of([0, 0, 0], [TODAY - 20, TODAY - 10, TODAY - 5], amounts)
    assert bought.count.tolist() == [count]
    assert bought.spent.tolist() == [spent]
    assert bought.amount.sum() == max(spent, 0)


def test_what_is_bought_and_given_back_on_one_day_was_no_purchase():
    bought = purchases_of([0, 0, 0], [TODAY - 3] * 3, [77_183.6, 0.1, -77_183.7])
    assert bought.count.tolist() == [0]


def test_refunds_of_one_customer_touch_no_other():
    bought = purchases_of([0, 1, 1], [TODAY - 5, TODAY - 4, TODAY - 1], [10, -10, -5])
    assert bought.count.tolist() == [1, 0]
    assert bought.spent.tolist() == [10, -15]


def test_an_earlier_day_shows_the_shop_as_it_was():
    bought = purchases_of([0, 0, 1], [TODAY - 9, TODAY - 2, TODAY - 1], [5, 7, 3])
    before = bought.until(TODAY - 2)
    assert before.count.tolist() == [2, 0]
    assert before.age.tolist() == [7, 0]


def test_scores_are_fifths_and_equals_share_one():
    many = 50
    days = np.full(many, TODAY - 5)
    scores = rfm(purchases_of(np.arange(many), days, np.arange(many) + 1.0))
    assert scores.steps == 5
    assert np.bincount(scores.m).tolist() == [0, 10, 10, 10, 10, 10]
    assert scores.m.tolist() == sorted(scores.m.tolist())
    assert set(scores.f.tolist()) == set(scores.r.tolist()) == {3}


@pytest.mark.parametrize(("many", "steps"), [(9, 0), (10, 3), (29, 3), (30, 5)])
def test_few_buyers_stand_in_thirds_and_very_few_without_scores(many, steps):
    scores = rfm(purchases_of(np.arange(many), [TODAY] * many, np.arange(many) + 1.0))
    assert scores.steps == steps == scores.m.max()


def test_who_left_years_ago_does_not_push_the_others_up():
    who = np.arange(60)
    days = np.where(who < 20, TODAY - 4_000, TODAY - who)
    scores = rfm(purchases_of(who, days, who + 1.0))
    assert scores.r[:20].tolist() == [1] * 20
    assert np.bincount(scores.r[20:]).tolist() == [0, 8, 8, 8, 8, 8]


def test_who_never_bought_has_no_score():
    scores = rfm(purchases_of(np.arange(40), [TODAY] * 40, [1.0] * 39 + [-5.0]))
    assert scores.f[-1] == scores.r[-1] == scores.m[-1] == 0


def test_the_share_of_the_best_fifth_and_how_few_bring_four_fifths():
    told = concentration(np.array([50.0, 20, 10, 10, 4, 3, 2, 1, 0, -30]))
    assert (told.top, told.top_share) == (2, 0.7)
    assert told.holding == 3
    assert told.curve[[0, -1]].tolist() == [0, 1]
    assert concentration(np.zeros(3)).holding == 0
    assert concentration(np.zeros(0)).customers == 0


def test_equals_on_the_border_of_the_valuable_are_all_valuable():
    assert holding(np.array([50.0, 30, 30, 5, 0]), 0.6).tolist() == [True, True, True, False, False]
