"""Who went from one group to another between two days."""

from __future__ import annotations

import numpy as np

from app.insight.buying import Numbers
from app.insight.scoring import Scores
from db.kinds import TIERS


def migration(before: Scores, after: Scores) -> Numbers:
    """Return how many went from each group (rows) to each (columns), in the order of TIERS."""
    size = len(TIERS)
    moves = np.bincount(before.tier * size + after.tier, minlength=size * size)
    return moves.reshape(size, size).astype(np.int64)
