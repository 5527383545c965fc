"""Why each customer of a table is scored so, in one or two plain sentences of either language."""

from __future__ import annotations

import numpy as np

from app.insight.scoring import Scores
from app.insight_words import WITHIN, reason_in


def reasons(scores: Scores, language: str) -> list[str]:
    """Return each customer's reason."""
    purchases, clock = scores.purchases, scores.rhythm
    gaps = np.nan_to_num(np.rint(clock.gap), nan=0).astype(np.int64).tolist()
    chances = _in_ten(scores)
    words = reason_in(language)
    return [
        words(min(count, 2), silent, gap, state, chance)
        for count, silent, gap, state, chance in zip(
            purchases.count.tolist(), purchases.silent.tolist(), gaps, clock.state.tolist(),
            chances, strict=True,
        )
    ]  # fmt: skip


def _in_ten(scores: Scores) -> list[int]:
    """Return how many of 10 customers like each come back within three months; -1 for unknown."""
    if WITHIN not in scores.horizons:
        return [-1] * len(scores.alive)
    chance = scores.returns[:, scores.horizons.index(WITHIN)]
    tenths: list[int] = np.nan_to_num(np.rint(chance * 10), nan=-1).astype(np.int64).tolist()
    return tenths
