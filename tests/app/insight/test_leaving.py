"""Who is leaving is one judgement: group, rhythm, percentage and word never contradict."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.insight.back_test import back_test
from app.insight.buying import Buying
from app.insight.leaving import agreed, with_rhythm
from app.insight.rhythm import STATES, Rhythm
from app.insight.scoring import learn, score
from app.insight.tiers import TIERS
from app.insight_words import verdict_words
from app.leaving import LEVELS, level_of
from app.shapes.insight import PastScore
from tests.app.insight.shops import TODAY, purchases_of, simulated

PAST = ("late", "slipping", "gone")
LEAVING = ("at_risk", "slipping", "lapsed")


def agree(level, rhythm, tier, silent):
    """Tell whether no two of what a shop owner is shown contradict."""
    if silent == 0:
        return level == "low" and rhythm == "on_time" and tier not in LEAVING
    at_least = {"late": "medium", "slipping": "medium", "gone": "high"}.get(rhythm, "low")
    at_most = "high" if rhythm in PAST else "medium"
    if tier in LEAVING:
        at_least = "high" if tier == "lapsed" else max(at_least, "medium", key=LEVELS.index)
    else:
        at_most = "medium"
    return LEVELS.index(at_least) <= LEVELS.index(level) <= LEVELS.index(at_most)


# Of each customer the days between their purchases, and those since the last.
histories = st.lists(
    st.tuples(st.lists(st.integers(1, 120), min_size=1, max_size=6), st.integers(0, 700)),
    min_size=16, max_size=24,
)  # fmt: skip
regulars = [([21] * 12, ago) for ago in range(0, 160, 8)]


@settings(max_examples=30, deadline=None)
@example(regulars, True)
@example(regulars, False)
@given(histories, st.booleans())
def test_group_rhythm_percentage_and_word_never_contradict(told, rhythmic):
    who, when = [], []
    for customer, (gaps, silent) in enumerate(told):
        days = TODAY - silent - np.append(0, np.cumsum(gaps))
        who += [customer] * len(days)
        when += days.tolist()
    scores = score(purchases_of(who, when, [10.0] * len(who)), rhythmic=rhythmic)
    if scores.model.basis == "early":
        return  # nobody is seen to stop: no risk is told
    for at, alive in enumerate(scores.alive.tolist()):
        rhythm, tier = STATES[scores.rhythm.state[at]], TIERS[scores.tier[at]]
        silent = int(scores.purchases.silent[at])
        assert agree(level_of(alive), rhythm, tier, silent), (alive, rhythm, tier, silent)
        assert scores.returns[at].max() <= alive + 1e-9  # nor do the chances of the sentence


def test_each_limit_of_the_judgement():
    told = (  # purchases, chance, days of silence, state; then chance and state as they are judged
        (2, 0.001, 30, "gone", 0.01, "gone"),
        (2, 0.9999, 30, "on_time", 0.99, "on_time"),
        (2, 0.5004, 30, "late", 0.5, "late"),
        (2, 0.2, 0, "on_time", 0.67, "on_time"),
        (2, 0.66, 0, "on_time", 0.67, "on_time"),
        (2, 0.68, 0, "on_time", 0.68, "on_time"),
        (2, 0.2, 1, "on_time", 0.34, "on_time"),
        (2, 0.33, 1, "due", 0.34, "due"),
        (2, 0.35, 1, "due", 0.35, "due"),
        (2, 0.66, 1, "due", 0.66, "due"),
        (2, 0.2, 1, "late", 0.2, "late"),
        (2, 0.67, 1, "gone", 0.67, "due"),
        (2, 0.66, 1, "gone", 0.66, "slipping"),
        (2, 0.34, 1, "gone", 0.34, "slipping"),
        (2, 0.33, 1, "gone", 0.33, "gone"),
        (1, 0.2004, 1, "on_time", 0.2004, "on_time"),
        (1, 0.9, 1, "gone", 0.9, "gone"),
    )
    who, when = [], []
    for customer, (count, _alive, silent, *_judged) in enumerate(told):
        who += [customer] * count
        when += [TODAY - silent - 20 * visit for visit in range(count)]
    shop = purchases_of(who, when, [10.0] * len(who))
    state = np.array([STATES.index(row[3]) for row in told])
    none = np.full(len(told), np.nan)
    clock = Rhythm(none, none, state, np.zeros((len(told), len(STATES) - 1), int), 20.0, 0.5)
    alive, judged = agreed(np.array([row[1] for row in told]), shop, clock)
    found = [(round(a, 9), STATES[s]) for a, s in zip(alive, judged.state, strict=True)]
    assert found == [(row[4], row[5]) for row in told]


def test_a_steady_regular_who_breaks_their_rhythm_is_at_a_higher_risk():
    who, when, amount = simulated(customers=400, days=700)
    steady = [TODAY - 60 - 21 * visit for visit in range(30)]
    one = int(who.max()) + 1
    shop = purchases_of([*who, *[one] * 30], [*when, *steady], [*amount, *[20.0] * 30])
    model = learn(shop)
    alone = score(shop, model=model, rhythmic=False, judged=False)
    weighed = score(shop, model=model)
    assert level_of(float(alone.alive[one])) == "low"
    assert level_of(float(weighed.alive[one])) != "low"
    assert STATES[weighed.rhythm.state[one]] in PAST
    without = score(shop, model=model, rhythmic=False)  # nor is it said in a shop that proves it
    assert STATES[without.rhythm.state[one]] == "due"
    assert TIERS[without.tier[one]] not in LEAVING


def test_the_rhythm_counts_where_it_did_better_on_the_past_of_the_shop():
    chance = np.random.default_rng(3)
    who, when = [], []
    for customer in range(200):
        gap, day = chance.lognormal(3.3, 0.6), TODAY - int(chance.integers(1, 700))
        stops = chance.beta(0.6, 6)
        while day <= TODAY:
            who.append(customer)
            when.append(day)
            if chance.random() < stops:
                break
            day += max(1, round(gap * np.exp(0.35 * chance.normal())))
    told = back_test(purchases_of(who, when, [10.0] * len(who)))
    assert told.leaving.score < 0.8 * told.leaving.rule
    assert told.rhythmic
    said = verdict_words("leaving", PastScore(0.1, 0.2, better=True), 90, "en")
    assert said.endswith("off by 0.100, without it by 0.200; so the rhythm counts.")
    said = verdict_words("leaving", PastScore(0.2, 0.1, better=False), 90, "en")
    assert said.endswith("it counts only how often customers here come back.")


def told_by_rhythm(count, spread, chance, *, silent=40):
    """What is told of who came every 20 days, where every fifth visit is the last."""
    days = [TODAY - silent - 20 * visit for visit in range(count)]
    shop = purchases_of([0] * count, days, [10.0] * count)
    gap, spread = np.array([20.0]), np.array([spread])
    clock = Rhythm(gap, spread, np.array([0]), np.zeros((1, len(STATES) - 1), int), 20.0, 0.5)
    buying = Buying("bgnbd", r=1.0, alpha=20.0, a=1.0, b=4.0)
    return float(with_rhythm(np.array([chance]), shop, clock, buying)[0])


def test_how_much_the_own_rhythm_weighs():
    # Five visits are four gaps, which weigh as much as the others: the odds are the mean of both.
    # (4 + 4) / 1 to stay, times one half of the logarithm normal beyond its own middle: 4 to 1.
    on_the_day = told_by_rhythm(5, 0.5, 0.5, silent=20)
    assert on_the_day == pytest.approx(1 / (1 + np.exp(-np.log(4) / 2)))
    assert told_by_rhythm(5, 0.7, 0.5) == 0.5  # nobody's rhythm
    assert told_by_rhythm(1, 0.5, 0.5) == 0.5
    assert 0.5 < told_by_rhythm(5, 0.5, 1.0, silent=20) < 1  # no chance is for certain
