"""The one group each customer is in, and the rule of each; somebody in it stays a little longer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from app.insight.concentration import holding
from app.insight.rfm import Rfm
from app.insight.rhythm import STATES
from db.kinds import TIERS

if TYPE_CHECKING:
    from app.insight.purchases import Purchases
    from app.insight.rhythm import Rhythm

(VIP, REGULAR, OCCASIONAL, NEW, AT_RISK, SLIPPING, LAPSED, NOT_YET) = range(len(TIERS))

NEW_DAYS = 30
REGULAR_FROM = 3  # purchases
HELD = 0.8  # of everything spent: who holds it is valuable
_STAYS = 0.85  # as HELD, of somebody at risk already
_LATE, _SLIPPING, _GONE = (STATES.index(name) for name in ("late", "slipping", "gone"))

Mask = npt.NDArray[np.bool_]


def tiers(
    purchases: Purchases,
    scores: Rfm,
    clock: Rhythm,
    alive: npt.NDArray[np.float64] | None,
    before: npt.NDArray[np.int64] | None = None,
) -> npt.NDArray[np.int64]:
    """Return everybody's place in TIERS.

    `before` is where they stood the last time: a vip stays one a fifth below the border, and so
    does somebody at risk, so that nobody goes to and fro from day to day.
    """
    state = clock.state
    leaving = state >= _SLIPPING
    if alive is not None:
        leaving |= (state >= _LATE) & (alive < 0.5)
    valuable = holding(purchases.spent, HELD)
    best = (scores.m == scores.steps) & (scores.f >= scores.steps - 1) & (scores.steps > 0)
    if before is not None:
        valuable |= (before == AT_RISK) & holding(purchases.spent, _STAYS)
        best |= (before == VIP) & (np.minimum(scores.m, scores.f) >= scores.steps - 1)
    chosen = np.full(len(state), OCCASIONAL, dtype=np.int64)
    chosen[purchases.count >= REGULAR_FROM] = REGULAR
    chosen[best & (purchases.count >= REGULAR_FROM)] = VIP
    chosen[purchases.as_of - purchases.first <= NEW_DAYS] = NEW
    chosen[leaving] = SLIPPING
    chosen[leaving & valuable] = AT_RISK
    chosen[state >= _GONE] = LAPSED
    chosen[purchases.count == 0] = NOT_YET
    return chosen


def places_of(
    contacts: Sequence[int], known: Mapping[int, tuple[str, str]]
) -> npt.NDArray[np.int64]:
    """Return where everybody stood, from their tier's name; nowhere (-1) for who had none."""
    places = {tier: place for place, tier in enumerate(TIERS)}
    stood = [places.get(known.get(contact, ("", ""))[0], -1) for contact in contacts]
    return np.array(stood, dtype=np.int64)
