"""Scales of charts: round steps for figures, as many labels as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
PLACES = (1, 2, 3, 5, 7, 10, 14, 15, 20, 30, 60, 90, 180, 365)
PARTS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """From low to high in steps; `ticks` are the figures beside the axis."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def place(self, value: float, start: float, end: float) -> float:
        """Return where a value lies between two places of the screen."""
        return start + (value - self.low) / (self.high - self.low) * (end - start)


def scale_of(values: Sequence[float], *, whole: bool = False, parts: int = PARTS) -> Scale:
    """Return a scale with zero on it and about `parts` steps; `whole`: no halves."""
    low, high = min((0.0, *values)), max((0.0, *values))
    if low == high:  # nothing to measure: no other figure than zero stands beside it
        return Scale(0.0, 1.0, (0.0,))
    rough = (high - low) / parts
    size = 10.0 ** floor(log10(rough))
    step = next(each * size for each in STEPS if each * size >= rough * 0.999)
    if whole:
        step = max(1.0, float(ceil(step)))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Scale(first * step, last * step, tuple(n * step for n in range(first, last + 1)))


def labelled(count: int, room: float, width: float) -> list[int]:
    """Return which of `count` places are named where each name needs `width` of the room."""
    if count < 1:
        return []
    most = max(1, int(room // max(width, 1)))
    step = next((each for each in PLACES if count / each <= most), ceil(count / most))
    named = list(range(0, count, step))
    last = count - 1
    if named[-1] != last:
        if len(named) > 1 and (last - named[-1]) * room / max(last, 1) < width:
            named.pop()
        named.append(last)
    return named
