"""Who is leaving: one judgement of the own rhythm and of what customers of the shop did.

The model knows how often and how late customers come back here, but takes all of them to come by
chance. Who keeps a rhythm and breaks it is further away than that: their own rhythm weighs in, the
more the more gaps it is known from. Whether that does better is tried on the shop's own past.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from app.insight.buying import Buying, Numbers
from app.insight.minimising import Floats
from app.insight.normal import normal_below
from app.insight.rhythm import STATES, Rhythm
from app.leaving import HIGH_FROM, MEDIUM_FROM

if TYPE_CHECKING:
    from app.insight.purchases import Purchases

JUDGED_FROM = 2  # purchases; of who came once there is no rhythm, and no risk is told
_OTHERS = 4.0  # gaps, as which the other customers of the shop count
_MOST = 12  # gaps of one's own that count
_SURE = 1e-6  # a chance is no surer than that
_LEAST = 0.01  # nobody is told to come, or to stay away, for certain
_ON_TIME, _DUE, _LATE, _SLIPPING, _GONE = range(len(STATES))


def with_rhythm(alive: Floats, purchases: Purchases, clock: Rhythm, buying: Buying) -> Floats:
    """Return the chance to be still buying, where a steady rhythm of one's own weighs in."""
    kept = clock.steady & np.isfinite(clock.gap) & (purchases.count >= JUDGED_FROM)
    if not kept.any():
        return alive
    x, gap = purchases.x[kept], np.maximum(clock.gap[kept], 1)
    silent = np.maximum(purchases.silent[kept], 0.5)
    longer = 1 - normal_below(np.log(silent / gap) / clock.spread[kept])
    stays = (buying.b + x) / buying.a * np.maximum(longer, _SURE)
    gaps = np.minimum(x, _MOST)
    weight = gaps / (gaps + _OTHERS)
    odds = (1 - weight) * _log_odds(alive[kept]) + weight * _log_odds(stays / (1 + stays))
    found = alive.copy()
    found[kept] = 1 / (1 + np.exp(-odds))
    return found


def agreed(alive: Floats, purchases: Purchases, clock: Rhythm) -> tuple[Floats, Rhythm]:
    """Return chances and a rhythm that tell the same (see `app.leaving`).

    Nobody is late of whom the chances say they come, nobody gone who may well come. Nobody on time
    is at a high risk, nor is it more than a low one on the day of a purchase.
    """
    judged = (purchases.count >= JUDGED_FROM) & np.isfinite(alive)
    kept = np.clip(np.rint(alive * 1000) / 1000, _LEAST, 1 - _LEAST)
    alive = np.where(judged, kept, alive)  # as it is kept and shown
    today = judged & (purchases.silent <= 0)
    percent = _percent(alive)
    alive = np.where(today & (percent >= MEDIUM_FROM), 1 - (MEDIUM_FROM - 1) / 100, alive)
    punctual = judged & ~today & (clock.state < _LATE)
    alive = np.where(punctual & (percent >= HIGH_FROM), 1 - (HIGH_FROM - 1) / 100, alive)
    percent = _percent(alive)
    most = np.where(percent < MEDIUM_FROM, _DUE, np.where(percent < HIGH_FROM, _SLIPPING, _GONE))
    state: Numbers = np.where(judged, np.minimum(clock.state, most), clock.state)
    return alive, replace(clock, state=state)


def _percent(alive: Floats) -> npt.NDArray[np.float64]:
    percent: Floats = np.rint(100 * (1 - np.nan_to_num(alive, nan=1.0)))
    return percent


def _log_odds(chance: Floats) -> Floats:
    sure = np.clip(chance, _SURE, 1 - _SURE)
    odds: Floats = np.log(sure / (1 - sure))
    return odds
