"""Sales of months to come by the season: the Theta method on what is left without it.

Under two full years nothing is told: one year cannot tell its season from chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean

YEAR = 12
FEWEST = 2 * YEAR  # months
REACH = 1.2816  # standard deviations: 8 times of 10
GRID = [n / 20 for n in range(1, 20)]  # smoothing that is tried


def forecast(months: Sequence[float], ahead: int) -> list[tuple[float, float, float]]:
    """Return (low, likely, high) of the months after these, whole ones in a row.

    Returns nothing where there are too few, or where they come to nothing.
    """
    if len(months) < FEWEST or sum(months) <= 0:
        return []
    indices = _indices(months)
    calm = [value / indices[place % YEAR] for place, value in enumerate(months)]
    slope, smoothed, errors = _theta(calm)
    spread = REACH * sqrt(fmean(error * error for error in errors))
    found = []
    for step in range(1, ahead + 1):
        season = indices[(len(months) + step - 1) % YEAR]
        likely = max(0.0, (smoothed + slope / 2 * step) * season)
        reach = spread * sqrt(step) * season
        found.append((max(0.0, likely - reach), likely, likely + reach))
    return found


def _indices(months: Sequence[float]) -> list[float]:
    """Return how much above an average month each of the twelve is; the first is of months[0]."""
    half = YEAR // 2
    ratios: list[list[float]] = [[] for _ in range(YEAR)]
    for place in range(half, len(months) - half):
        around = months[place - half : place + half + 1]
        level = (sum(around) - around[0] / 2 - around[-1] / 2) / YEAR
        if level > 0:
            ratios[place % YEAR].append(months[place] / level)
    raw = [fmean(values) if values else 1.0 for values in ratios]
    mean = fmean(raw)
    if mean <= 0:
        return [1.0] * YEAR
    return [max(value / mean, 0.05) for value in raw]


def _theta(calm: Sequence[float]) -> tuple[float, float, list[float]]:
    """Return the slope, the smoothed level at the end and the errors one month ahead."""
    middle = (len(calm) - 1) / 2
    level = fmean(calm)
    spread = sum((n - middle) ** 2 for n in range(len(calm)))
    slope = sum((n - middle) * (value - level) for n, value in enumerate(calm)) / spread
    best = min((_smoothed(calm, slope, alpha) for alpha in GRID), key=lambda one: one[0])
    return slope, best[1], best[2]


def _smoothed(
    calm: Sequence[float], slope: float, alpha: float
) -> tuple[float, float, list[float]]:
    level, errors = calm[0], []
    for value in calm[1:]:
        error = value - (level + slope / 2)
        errors.append(error)
        level += slope / 2 + alpha * error
    return sum(error * error for error in errors), level, errors
