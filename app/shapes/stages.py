"""Where contacts stand with the shop, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage (one of `db.kinds.STAGES`), since which date, and why in a sentence."""

    stage: str
    since: str
    why: str
    by_hand: bool
