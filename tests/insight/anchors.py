"""The parameters and likelihoods that the papers print."""

from __future__ import annotations

from typing import Any

import numpy as np

from app.insight.buying import Buying, Kind, fit
from app.insight.spending import fit_spending
from tests.insight.logs import Peer, published_summary
from tests.insight.rows import Row

NAMES = ("r", "alpha", "a", "b")
PUBLISHED: dict[Kind, tuple[tuple[float, ...], float]] = {
    "bgnbd": ((0.24259, 4.41353, 0.79289, 2.42575), -9582.4256),
    "mbgnbd": ((0.52484, 6.18299, 0.89136, 1.61400), -9582.1327),
}
SPENDING = ((6.24880, 3.74459, 15.44775), -4055.923)
LEAST_PARAMETER, LEAST_LIKELIHOOD = 0.005, 0.05  # as a share; as it is


def anchors(peer: Peer, told: dict[str, Any]) -> list[Row]:
    """Fit the customers of the papers, in weeks."""
    x, last, age, mean = published_summary(peer)
    rows = []
    for kind, (parameters, likelihood) in PUBLISHED.items():
        found = fit(kind, x, last, age)
        for name, value in zip(NAMES, parameters, strict=True):
            ours = getattr(found.model, name)
            rows.append(
                Row(f"{kind} {name}", ours, told[kind][name], value, value * LEAST_PARAMETER)
            )
        rows.append(
            Row(
                f"{kind} log-likelihood",
                found.log_likelihood,
                told[kind]["log_likelihood"],
                likelihood,
                LEAST_LIKELIHOOD,
            )
        )
    again = x > 0
    spent = fit_spending(x[again], mean[again])
    for name, value in zip("pqv", SPENDING[0], strict=True):
        ours = getattr(spent.model, name)
        theirs = told["gammagamma"][name]
        rows.append(Row(f"Gamma-Gamma {name}", ours, theirs, value, value * LEAST_PARAMETER))
    likely, theirs = spent.log_likelihood, told["gammagamma"]["log_likelihood"]
    rows.append(Row("Gamma-Gamma log-likelihood", likely, theirs, SPENDING[1], LEAST_LIKELIHOOD))
    rows.append(Row("Gamma-Gamma mean amount", spent.model.mean(), None, 35.171, 0.2, digits=3))
    return rows + _one_customer(fit("bgnbd", x, last, age).model)


def _one_customer(model: Buying) -> list[Row]:
    one = np.array([2]), np.array([30.43]), np.array([38.86])
    return [
        Row("x = 2, 30.43 of 38.86 weeks: in 39 weeks", float(model.expected(*one, 39)[0]), None,
            1.22591, 0.001, digits=5),
        Row("the same: still buying", float(model.alive(*one)[0]), None, 0.72661, 0.001, digits=5),
        Row("the same: buys within 39 weeks", float(model.returns(*one, 39)[0]), None, 0.55461,
            0.001, digits=5),
    ]  # fmt: skip
