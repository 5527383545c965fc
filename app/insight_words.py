"""How well scores did on the shop's own past, in a sentence."""

from __future__ import annotations

from app.shapes.insight import PastScore
from app.words import say

_SCALES = {"ordering": 100.0, "values": 100.0}  # shares that are told of a hundred
_DIGITS = {"chances": 3, "counts": 2}


def verdict_words(kind: str, told: PastScore, days: int, language: str) -> str:
    """Return how a kind of score did beside its plain rule, and whether it is shown."""
    scale, digits = _SCALES.get(kind, 1.0), _DIGITS.get(kind, 0)
    score, rule = (f"{figure * scale:.{digits}f}" for figure in (told.score, told.rule))
    said = say(f"insight.tested.{kind}", language, days=days, score=score, rule=rule)
    return said if told.better else f"{said} {say('insight.not_shown', language)}"
