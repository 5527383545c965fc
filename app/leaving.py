"""What a risk of leaving is called; the window, lists and the reckoning ask here alone.

The group of a customer, their rhythm, the percentage and its word are one judgement, which
`app.insight.leaving` makes. Who bought today is never at risk: their risk is low. Who is on time
or due is never at a high one; who is late, slipping or at risk is at least at a medium one, and
who is gone or lapsed at a high one.
"""

from __future__ import annotations

from typing import Literal

Level = Literal["low", "medium", "high"]
LEVELS: tuple[Level, ...] = ("low", "medium", "high")
MEDIUM_FROM, HIGH_FROM = 34, 67  # percent: thirds, as they are shown


def risk_percent(alive: float) -> int:
    """Return the risk of leaving in whole percents, from the chance to be still buying."""
    return round(100 * (1 - alive))


def level_of(alive: float) -> Level:
    """Return what the risk of leaving is called."""
    percent = risk_percent(alive)
    return LEVELS[(percent >= MEDIUM_FROM) + (percent >= HIGH_FROM)]
