"""Measuring many pairs: each different one once, in C."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import process

from app.duplicates.columns import Numbers

Likeness = npt.NDArray[np.float32]
Levels = npt.NDArray[np.int8]


def each(one: list[str], other: list[str], scorer: Any) -> Likeness:
    """Compare text by text."""
    found: Likeness = process.cpdist(one, other, scorer=scorer, dtype=np.float32)
    return found


def each_once(
    one: Numbers, other: Numbers, measure: Callable[[Numbers, Numbers], Likeness]
) -> Likeness:
    """Measure each different pair of codes once, whichever comes first in it."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    size = int(high.max(initial=0)) + 1
    different, back = np.unique(low * size + high, return_inverse=True)
    return measure(different // size, different % size)[back]
