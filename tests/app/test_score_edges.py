"""Points by the shop's rules and what closed deals teach, reckoned by hand."""

import math
from datetime import date

import numpy as np
import pytest

from app.scoring.learning import FOLDS, clipped, learn
from app.scoring.logistic import fit
from app.scoring.rules import DEFAULTS, Facts, score
from app.shapes.scores import RuleRow

TODAY = date(2026, 5, 12)
NOTHING = Facts(1, "", "", "", 0, 0, 0, 0, 0, 0, "", "")


def points(kind, operand="", worth=7, **known):
    return score(NOTHING._replace(**known), [RuleRow(None, kind, operand, worth)], TODAY).points


def test_each_rule_holds_from_its_first_day_or_amount_to_its_last():
    assert [points("value", "500", value=value) for value in (499, 500, 501)] == [0, 7, 7]
    days = ("2026-05-11", "2026-05-12", "2026-05-26T10:00", "2026-05-27", "")
    assert [points("soon", "14", closes_on=day) for day in days] == [0, 7, 7, 0, 0]
    days = ("2026-04-27", "2026-04-28T23:59:59", "2026-04-29", "")
    assert [points("silent", "14", touched_on=day) for day in days] == [7, 7, 0, 0]
    assert [points("channel", "web", channel=one) for one in ("web", "phone", "")] == [7, 0, 0]
    assert [points("source", " Blog ", source=one) for one in ("blog", "BLOG", "")] == [7, 7, 0]
    asked = ("The PRICE?", "급해요", "hm")
    assert [points("words", "price, ,급해", text=one) for one in asked] == [7, 7, 0]
    for operand in ("soon", "１４", "²", "-1"):  # no number: as if 0 were asked
        assert [points("soon", operand, closes_on=f"2026-05-{day}") for day in (12, 13)] == [7, 0]


@pytest.mark.parametrize("kind", ["phone", "email", "product", "customer", "referred"])
def test_what_is_known_gives_points_and_what_is_not_gives_none(kind):
    field = f"{'is' if kind in ('customer', 'referred') else 'has'}_{kind}"
    assert points(kind, **{field: 1}) == 7
    every = {name: 1 for name in Facts._fields if name.startswith(("is_", "has_"))}
    assert points(kind, **(every | {field: 0})) == points("odd", **every) == 0


def test_points_stay_between_nothing_and_a_hundred_and_name_the_rules_that_gave_any():
    known = NOTHING._replace(has_phone=1, has_email=1, has_product=1)
    rules = [RuleRow(None, "phone", "", 60), RuleRow(4, "email", "", 60, "Mail"),
             RuleRow(None, "product", "", 0), RuleRow(None, "customer", "", 9)]  # fmt: skip
    found = score(known, rules, TODAY)
    assert found.points == 100
    assert [(one.points, one.kind, one.label) for one in found.reasons] == [
        (60, "phone", ""), (60, "email", "Mail"),
    ]  # fmt: skip
    assert score(known, rules[:1], TODAY).points == 60
    assert score(known, [RuleRow(None, "phone", "", -5)], TODAY).points == 0


def test_a_shop_begins_with_rules_of_which_a_warm_enquiry_has_many():
    known = NOTHING._replace(
        channel="walk_in", text="오늘 price", has_phone=1, has_email=1, has_product=1,
        is_customer=1, closes_on="2026-05-26", touched_on="2026-04-28",
    )  # fmt: skip
    found = score(known, DEFAULTS, TODAY)
    assert [one.points for one in found.reasons] == [10, 10, 5, 3, 10, 20, 15, 15, -10]
    assert found.points == 78
    channels = {one.operand: one.points for one in DEFAULTS if one.kind == "channel"}
    assert channels == {"walk_in": 15, "phone": 10, "referral": 5, "web": 5}
    assert points("referred", worth=20, is_referred=1) == 20
    assert {one.kind: one.points for one in DEFAULTS}["referred"] == 20


def rows_of(won, lost, known=lambda n, win: {}):
    return [(known(n, n < won), n < won) for n in range(won + lost)]


def test_from_fifteen_deals_with_three_of_a_kind_on_something_can_be_learned():
    for won, lost, why in ((3, 11, "few"), (3, 12, "no_pattern"), (2, 13, "few"),
                           (12, 3, "no_pattern"), (13, 2, "few")):  # fmt: skip
        model = learn(rows_of(won, lost)).model
        assert (model.why, model.won, model.lost, model.n) == (why, won, lost, won + lost)
        assert model.base == round(100 * won / (won + lost))
        assert not model.shown
    assert learn([]).model.base is None
    assert [learn(rows_of(*one)).chance({}).percent for one in ((4, 0), (0, 4), (1, 3))] == [
        99, 1, 25,
    ]  # fmt: skip
    assert [clipped(share) for share in (0, 0.004, 0.6, 0.994, 1)] == [1, 1, 60, 99, 99]


def known_of(n, win):
    """A deal of which the source tells much, and other things nothing."""
    source = "a" if win != (n % 7 == 0) else "b"
    return {"source": source, "day": "mo" if n % 2 else "", "once": "yes" if n < 2 else "no"}


def test_deals_held_back_are_told_by_the_others_alone():
    rows = rows_of(30, 24, known_of)
    model = (learned := learn(rows)).model
    columns = (("day", "mo"), ("source", "a"), ("source", "b"))  # not what all but two are
    assert learned.columns == columns
    matrix = np.array([[float(known[name] == value) for name, value in columns]
                       for known, _win in rows])  # fmt: skip
    won = np.array([float(win) for _known, win in rows])
    fold = [n % FOLDS if n < 30 else (n - 30) % FOLDS for n in range(54)]
    told, plain = [], []
    for n in range(54):
        rest = [m for m in range(54) if fold[m] != fold[n]]
        plain.append((sum(won[rest]) + 0.5) / (len(rest) + 1))
        told.append(float(fit(matrix[rest], won[rest]).chances(matrix[[n]])[0]))

    def losses(chances):
        return [-math.log(p if win else 1 - p) for p, win in zip(chances, won, strict=True)]

    gains = [a - b for a, b in zip(losses(plain), losses(told), strict=True)]
    gain = sum(gains) / 54
    spread = math.sqrt(sum((one - gain) ** 2 for one in gains) / 53)
    assert (model.gain, model.z) == pytest.approx((gain, gain / (spread / math.sqrt(54))))
    assert model.shown
    assert model.brier == pytest.approx(float(np.mean((np.array(told) - won) ** 2)))
    assert model.brier_base == pytest.approx(float(np.mean((np.array(plain) - won) ** 2)))


def test_what_moves_a_chance_is_told_in_points_of_percent_the_most_first():
    rows = rows_of(30, 24, known_of)
    learned = learn(rows)
    weights = dict(zip(learned.columns, learned.fitted.weights, strict=True))

    def effects(share, pairs):
        told = [(*pair, round(100 * weights[pair] * share * (1 - share))) for pair in pairs]
        return sorted((one for one in told if one[2]), key=lambda one: -abs(one[2]))

    found = [(one.feature, one.value, one.points) for one in learned.model.effects]
    assert sorted(found) == sorted(effects(30 / 54, learned.columns))
    assert abs(found[0][2]) >= abs(found[-1][2])
    chance = learned.chance({"source": "b", "day": "mo", "once": "odd"})
    odds = learned.fitted.intercept + weights["source", "b"] + weights["day", "mo"]
    share = 1 / (1 + math.exp(-odds))
    assert (chance.percent, chance.by) == (round(100 * share), "model")
    told = [(one.feature, one.value, one.points) for one in chance.effects]
    assert told == effects(share, [("source", "b"), ("day", "mo")])
