"""A learned chance on offers people took or not, and silence where there is nothing to learn.

Of each list some teach and the others are told, in several orders; a chance that is told must not
be worse than telling everybody the share that came.
"""

from __future__ import annotations

import random
import time
from statistics import fmean

import numpy as np

from app.scoring.learning import learn
from app.scoring.logistic import Floats, auc, fit
from tests.insight.books import Known, said_by
from tests.insight.logs import Peer
from tests.insight.rows import Row

TEACH = 0.6
ORDERS = 5
SHUFFLED, OF = 60, 400  # lists whose outcomes are dealt anew, and people in each
MOST_SHOWN = 3  # of them: chance alone gives one or two
WORSE = 1.02  # times the error of the plain share


def leads(
    peer: Peer, what: str, rows: list[Known], published: float | None, least: float | None
) -> list[Row]:
    """Learn from some, tell the others; `least` is how near to the peer's the AUC must be."""
    found: dict[str, list[float]] = {"ours": [], "plain": [], "trees": [], "told": [], "base": []}
    took, shown = [], 0
    for order in range(ORDERS):
        dealt = list(rows)
        random.Random(order).shuffle(dealt)
        cut = round(len(rows) * TEACH)
        known, later = dealt[:cut], dealt[cut:]
        came = _came(later)
        began = time.perf_counter()
        learned = learn(known)
        took.append(1000 * (time.perf_counter() - began))
        shown += learned.model.shown
        shares = (learned.chance(one) for one, _came in later)
        told = np.array([one.percent / 100 for one in shares if one is not None])
        base = float(_came(known).mean())
        found["told"].append(float(((told - came) ** 2).mean()))
        found["base"].append(float(((base - came) ** 2).mean()))
        one, other = _columns(known, later)
        found["ours"].append(auc(fit(one, _came(known)).chances(other), came))
        given = {"known": one.tolist(), "came": _came(known).tolist(), "later": other.tolist()}
        for name, chances in (said_by(peer, "leads", given) or {}).items():
            found[name].append(auc(np.array(chances), came))
    mean = {name: fmean(values) if values else None for name, values in found.items()}
    plain, base = mean["plain"], mean["base"] or 0.0
    near = None if least is None or plain is None else plain - least
    return [
        Row(f"AUC, {what}", mean["ours"], plain, published, near, "least"),
        Row("the same, boosted trees", None, mean["trees"]),
        Row(f"Brier of what is told, {what}", mean["told"], None, None, WORSE * base, "most"),
        Row("the same by the share that came", base),
        Row(f"shown, of {ORDERS} orders", float(shown), digits=0),
        Row("time to learn and try it, ms", fmean(took), digits=0),
    ]


def noise(rows: list[Known]) -> list[Row]:
    """Learn from outcomes that mean nothing; hardly ever is a pattern seen in them."""
    draw = random.Random(4)
    shown = 0
    for _list in range(SHUFFLED):
        some = draw.sample(rows, OF)
        outcomes = [one for _known, one in some]
        draw.shuffle(outcomes)
        given = [(known, one) for (known, _one), one in zip(some, outcomes, strict=True)]
        shown += learn(given).model.shown
    what = f"lists of noise, of {SHUFFLED}, in which a pattern is shown"
    return [Row(what, float(shown), None, 0, MOST_SHOWN, "most", 0)]


def _came(rows: list[Known]) -> Floats:
    return np.array([float(came) for _known, came in rows])


def _columns(known: list[Known], later: list[Known]) -> tuple[Floats, Floats]:
    pairs = sorted({pair for row, _came in known for pair in row.items()})
    one, other = (
        np.array([[float(row.get(name) == value) for name, value in pairs] for row, _came in rows])
        for rows in (known, later)
    )
    return one, other
