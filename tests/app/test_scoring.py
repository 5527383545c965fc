"""What closed deals teach: shown only where it is more than chance, silent otherwise."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.score_words import effect_words, model_words
from app.scoring.learning import learn
from app.scoring.logistic import auc, fit


def deals(seed, count, chance):
    """Deals of three sources; `chance` tells how often those of a source are won."""
    made = random.Random(seed)
    found = []
    for _ in range(count):
        known = {
            "source": made.choice("abc"),
            "channel": made.choice(("phone", "web")),
            "month": str(made.randint(1, 12)),
        }
        found.append((known, made.random() < chance(known["source"])))
    return found


def test_on_noise_the_model_is_silent():
    shown = [learn(deals(seed, 60, lambda _s: 0.4)).model for seed in range(100)]
    assert sum(model.shown for model in shown) <= 5
    assert {model.why for model in shown if not model.shown} == {"no_pattern"}


def test_a_pattern_is_shown_and_used():
    learned = learn(deals(3, 150, {"a": 0.85, "b": 0.45, "c": 0.1}.__getitem__))
    model = learned.model
    assert model.shown
    assert model.z > 2
    assert model.auc > 0.7
    assert model.brier < model.brier_base
    best, worst = learned.chance({"source": "a"}), learned.chance({"source": "c"})
    assert best.by == worst.by == "model"
    assert best.percent > 60
    assert worst.percent < 40
    assert model.effects[0].feature == "source"
    assert "source" in effect_words(model.effects[0], "en")
    assert "150" in model_words(model, "en")
    assert model_words(model, "ko") != model_words(model, "en")


@pytest.mark.parametrize(("won", "lost"), [(0, 0), (14, 0), (7, 7), (2, 30), (30, 2)])
def test_too_few_deals_give_their_share_alone(won, lost):
    rows = [({"source": "a"}, True)] * won + [({"source": "b"}, False)] * lost
    learned = learn(rows)
    assert learned.model.why == "few"
    assert not learned.model.shown
    chance = learned.chance({"source": "a"})
    if not rows:
        assert chance is None
    else:
        assert chance.by == "base"
        assert 1 <= chance.percent <= 99
    for language in ("ko", "en"):
        assert model_words(learned.model, language)


def test_a_chance_is_never_certain_and_a_new_value_is_no_surprise():
    rows = [({"source": "a"}, True)] * 60 + [({"source": "b"}, False)] * 60
    learned = learn(rows)
    assert learned.model.shown
    assert learned.chance({"source": "a"}).percent <= 99
    assert learned.chance({"source": "b"}).percent >= 1
    assert 1 <= learned.chance({"source": "never seen"}).percent <= 99


def test_columns_that_part_won_from_lost_do_not_run_away():
    columns = np.array([[1.0, 0.0]] * 40 + [[0.0, 1.0]] * 40)
    won = np.array([1.0] * 40 + [0.0] * 40)
    weights = fit(columns, won).weights
    assert np.isfinite(weights).all()
    assert abs(weights).max() < 20


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=2, max_size=40))
def test_auc_is_the_share_of_pairs_in_order(rows):
    chances = np.array([place / 4 for place, _won in rows])
    won = np.array([float(win) for _place, win in rows])
    good = [a for a, win in zip(chances, won, strict=True) if win]
    bad = [b for b, win in zip(chances, won, strict=True) if not win]
    pairs = [(a > b) + 0.5 * (a == b) for a in good for b in bad]
    expected = sum(pairs) / len(pairs) if pairs else 0.5
    assert auc(chances, won) == pytest.approx(expected)
