"""What was told on one day beside what came in the weeks after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.insight.back_test import first_after, ordered, top_share
from app.insight.buying import Buying, Kind, Numbers, fit
from app.insight.cohorts import repeat_rate
from app.insight.concentration import concentration
from app.insight.minimising import Floats
from app.insight.scoring import Scores, score
from tests.insight.logs import Log
from tests.insight.rows import Row

MAE = {"sample": 0.79, "master": 0.82}
TOP = {"sample": 0.64, "master": 0.665}
DATES = {"sample": 34.0, "master": 36.0}
STUDY = {
    "sample": {"MBG/NBD": 0.7648, "BG/NBD": 0.7855, "Pareto/NBD": 0.7545, "x / T": 1.024,
               "alive": 0.687, "alive BG": 0.316, "expected": 0.7728, "silence": 0.771,
               "Brier": 0.1614},
    "master": {"MBG/NBD": 0.7945, "BG/NBD": 0.819, "Pareto/NBD": 0.794, "alive": 0.700,
               "alive BG": 0.320, "expected": 0.765, "Brier": 0.1661},
    "example": {"MBG/NBD": 0.444, "BG/NBD": 0.506, "x / T": 2.02, "alive": 0.891,
                "alive BG": 0.531, "Brier": 0.0647},
}  # fmt: skip
"""What the study before Dangol found on the same logs: mean errors, AUC, Brier."""
CUMULATIVE: dict[Kind, float] = {"bgnbd": -3.99, "mbgnbd": -6.55}
WHOLE = {"sample": (None, None, None), "master": (0.488587, 0.678, 7_695)}
SHOPS, SHOP = 300, 40


def holdout(log: Log, peers: Path, name: str) -> list[Row]:
    """Return every figure of the holdout."""
    before = log.before
    scores = score(before, horizons=(90, log.ahead))
    peer = np.load(peers)
    later = log.later
    expected, alive = scores.expected[:, 1], scores.alive
    naive = before.x / np.maximum(before.age, 1) * log.ahead
    bought = later > 0
    study = STUDY[name]
    rows = []
    for what, ours, theirs in (
        ("MBG/NBD", expected, "mbgnbd"), ("BG/NBD", _fitted("bgnbd", log), "bgnbd"),
        ("Pareto/NBD", None, "pareto"), ("x / T", naive, None),
    ):  # fmt: skip
        told = None if theirs is None else peer[f"{theirs}_expected"]
        must = MAE.get(name) if theirs == "mbgnbd" else None
        error, other = (_or_none(_mae, one, later) for one in (ours, told))
        rows.append(Row(f"mean error, {what}", error, other, study.get(what), must, "most"))
        error, other = (_or_none(_off, one, later) for one in (ours, told))
        rows.append(Row(f"error of the total, {what}", error, other))
    mbg, bg = (ordered(peer[f"{kind}_alive"], bought) for kind in ("mbgnbd", "bgnbd"))
    brier = float(((scores.returns[:, 1] - bought) ** 2).mean())
    silence = ordered(-before.silent.astype(float), bought)
    rows += [
        Row("AUC still buying → buys", ordered(alive, bought), mbg, study["alive"], 0.66, "least"),
        Row("AUC of BG/NBD's, never shown", ordered(_alive("bgnbd", log), bought), bg,
            study["alive BG"]),
        Row("AUC expected → buys", ordered(expected, bought),
            ordered(peer["mbgnbd_expected"], bought), study.get("expected")),
        Row("AUC days of silence", silence, None, study.get("silence")),
        Row("Brier, whether one buys", brier, None, study["Brier"]),
    ]  # fmt: skip
    rows += _dates(log, scores.next_day, DATES.get(name))
    return rows if name == "example" else rows + _money(log, scores, name)


def _money(log: Log, scores: Scores, name: str) -> list[Row]:
    spent, later = log.before.spent, log.later_spent
    within = _within(scores.value_low[:, 1], scores.value_high[:, 1], later)
    rows = [
        Row("top 20 % by value: share of later money", top_share(scores.value[:, 1], later), None,
            None, TOP[name], "least"),
        Row("the same by past spend", top_share(spent, later)),
        Row("later money within its range, 8 of 10", within),
        *_whole(log, name),
    ]  # fmt: skip
    for kind, published in CUMULATIVE.items() if name == "sample" else ():
        off = _cumulative(log, kind)
        rows.append(Row(f"repeat sales to week 78 off, %, {kind}", off, None, published, digits=2))
    return rows


def _fitted(kind: Kind, log: Log) -> Floats:
    model, history = _model(kind, log)
    return model.expected(*history, log.ahead)


def _alive(kind: Kind, log: Log) -> Floats:
    model, history = _model(kind, log)
    return model.alive(*history)


def _model(kind: Kind, log: Log) -> tuple[Buying, tuple[Numbers, Floats, Floats]]:
    history = log.before.x, log.before.until_last, log.before.age
    return fit(kind, *history).model, history


def _mae(told: Floats, later: Numbers) -> float:
    return float(np.abs(told - later).mean())


def _off(told: Floats, later: Numbers) -> float:
    return float(told.sum() / later.sum() - 1)


def _or_none(
    how: Callable[[Floats, Numbers], float], told: Floats | None, later: Numbers
) -> float | None:
    return None if told is None else how(told, later)


def _within(low: Floats, high: Floats, amount: Floats) -> float:
    return float(((amount >= low) & (amount <= high)).mean())


def _dates(log: Log, told: Numbers, must: float | None) -> list[Row]:
    first = first_after(log.whole, log.cut)
    some = (log.before.x >= 3) & (first >= 0) & (told >= 0)
    gap = log.before.until_last / np.maximum(log.before.x, 1)
    rule = log.before.last + gap
    errors = (
        float(np.median(np.abs(day - first)[some]))
        for day in (told, rule, np.maximum(rule, log.cut))
    )
    ours, naive, clipped = errors
    return [
        Row(
            "dates in the past", float((told[told >= 0] <= log.cut).sum()), None, None, 0, "most", 0
        ),
        Row("days off, three repeats and more", ours, None, None, must, "most", 1),
        Row("days off, last + mean gap", naive, digits=1),
        Row("days off, the same, today at the earliest", clipped, digits=1),
    ]


def _whole(log: Log, name: str) -> list[Row]:
    rate, share, few = WHOLE[name]
    told = concentration(log.whole.spent)
    figures = (
        ("repeat rate, by days", repeat_rate(log.whole), rate, 1e-6, 6),
        ("share of the top 20 %", told.top_share, share, 5e-4, 4),
        ("customers who bring 80 %", float(told.holding), few, 0.0, 0),
    )
    return [
        Row(what, ours, None, published, None if published is None else within, digits=digits)
        for what, ours, published, within, digits in figures
    ]


def _cumulative(log: Log, kind: Kind) -> float:
    """Return by how many hundredths the repeat sales of all 78 weeks are missed."""
    model, _history = _model(kind, log)
    days, customers = np.unique(log.whole.first, return_counts=True)
    none = np.zeros(1, dtype=np.int64), np.zeros(1), np.zeros(1)
    told = sum(
        many * float(model.expected(*none, float(log.whole.as_of - day))[0])
        for day, many in zip(days.tolist(), customers.tolist(), strict=True)
    )
    return 100 * (told / float(log.whole.x.sum()) - 1)


def small_shops(log: Log) -> list[Row]:
    """Draw shops of a few customers, and tell how far off their totals are."""
    chance = np.random.default_rng(1)
    before, later = log.before, log.later
    off: dict[str, list[float]] = {"prior": [], "likely": [], "naive": []}
    ran_away = {"prior": 0, "likely": 0}
    all_alive = infinite = 0
    for _shop in range(SHOPS):
        some = chance.choice(len(later), SHOP, replace=False)
        history = before.x[some], before.until_last[some], before.age[some]
        came = max(float(later[some].sum()), 1.0)
        for name, prior in (("prior", True), ("likely", False)):
            found = fit("mbgnbd", *history, prior=prior)
            told = found.model.expected(*history, log.ahead)
            infinite += prior and not np.isfinite(told).all()
            all_alive += prior and bool((found.model.alive(*history) > 0.99).all())
            ran_away[name] += found.degenerate
            off[name].append(abs(float(told.sum()) - came) / came)
        naive = history[0] / np.maximum(history[2], 1) * log.ahead
        off["naive"].append(abs(float(naive.sum()) - came) / came)
    means = {name: float(np.mean(errors)) for name, errors in off.items()}
    return [
        Row("mean error of the total, with the prior", means["prior"], None, 0.313,
            0.65 * means["naive"], "most", 3),
        Row("without it", means["likely"], None, 0.370, digits=3),
        Row("x / T", means["naive"], None, 0.699, digits=3),
        Row("parameters ran away, with the prior", float(ran_away["prior"]), None, 0, 0, "most", 0),
        Row("without it, %", 100 * ran_away["likely"] / SHOPS, None, 35, digits=0),
        Row("everybody still buys", float(all_alive), None, 0, 0, "most", 0),
        Row("no number", float(infinite), None, 0, 0, "most", 0),
    ]  # fmt: skip
