"""The least of a function of a few parameters whose gradient is known (BFGS)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Valued = Callable[[Floats], tuple[float, Floats]]

_STEEP = 1e-7  # of the gradient: below it there is no slope left
_FLAT = 1e-13  # of the value: a ridge on which nothing is gained any more
_FLAT_STEPS = 4
STEPS = 300
_HALVINGS = 40
_LONGEST = 2.0  # of a step; the parameters are logarithms
_ENOUGH = 1e-4  # of the promised descent (Armijo)


@dataclass(frozen=True, slots=True)
class Least:
    """Where the search ended; `settled` unless it ran out of steps or of numbers."""

    at: Floats
    value: float
    settled: bool
    steps: int


def minimise(function: Valued, start: Floats, steps: int = STEPS) -> Least:
    """Walk downhill from `start`, so many steps at most; never onto what is no number."""
    at = start.copy()
    value, slope = function(at)
    if not (np.isfinite(value) and np.isfinite(slope).all()):
        return Least(at, float(value), settled=False, steps=0)
    bent = np.eye(len(at))  # the inverse of the curvature, as known so far
    flat = 0
    for step in range(1, steps + 1):
        if np.abs(slope).max() < _STEEP:
            return Least(at, value, settled=True, steps=step - 1)
        way = -bent @ slope
        if way @ slope >= 0:
            bent, way = np.eye(len(at)), -slope
        found = _downhill(function, at, value, slope, way)
        if found is None:
            settled = bool(np.abs(slope).max() < _STEEP * 1e3)
            return Least(at, value, settled=settled, steps=step)
        there, lower, slope_there = found
        flat = flat + 1 if value - lower < _FLAT * max(1.0, abs(value)) else 0
        bent = _bent(bent, there - at, slope_there - slope, first=step == 1)
        at, value, slope = there, lower, slope_there
        if flat == _FLAT_STEPS:
            return Least(at, value, settled=True, steps=step)
    return Least(at, value, settled=False, steps=steps)


def _downhill(
    function: Valued, at: Floats, value: float, slope: Floats, way: Floats
) -> tuple[Floats, float, Floats] | None:
    way = way * min(1.0, _LONGEST / float(np.abs(way).max()))
    promised = float(way @ slope)
    share = 1.0
    for _halving in range(_HALVINGS):
        there = at + share * way
        lower, slope_there = function(there)
        if (
            np.isfinite(lower)
            and np.isfinite(slope_there).all()
            and lower <= value + _ENOUGH * share * promised
        ):
            return there, lower, slope_there
        share /= 2
    return None


def _bent(bent: Floats, moved: Floats, turned: Floats, *, first: bool) -> Floats:
    """Return what is known of the curvature after one more step."""
    along = float(moved @ turned)
    if along <= 1e-14 * float(np.linalg.norm(moved) * np.linalg.norm(turned)):
        return bent
    if first:
        bent = np.eye(len(moved)) * (along / float(turned @ turned))
    left = np.eye(len(moved)) - np.outer(moved, turned) / along
    known: Floats = left @ bent @ left.T + np.outer(moved, moved) / along
    return known
