"""How promising something is, in words, icons and colours."""

from __future__ import annotations

from collections.abc import Mapping

from app.score_words import effect_words, reason_words
from app.shapes.scores import Effect, Score, ScoreReason
from app.words import kind_words
from ui.common.kit import Kit
from ui.common.text import capital

LEVELS = {"hot": ("success", "flame"), "warm": ("warning", "thermometer"), "cold": ("neutral", "")}


def level_words(score: Score, kit: Kit) -> str:
    """Return a score and what it is called: 'Warm · 35'."""
    level = capital(kind_words("score_level", score.level, kit.language.code))
    return f"{level} · {kit.formats.number(score.points)}"


def score_words(score: Score, kit: Kit, currency: str) -> str:
    """Return a score with its reasons, a line for each."""
    reasons = [reason_line(reason, kit, currency) for reason in score.reasons]
    return "\n".join((level_words(score, kit), *reasons))


def reason_line(reason: ScoreReason, kit: Kit, currency: str) -> str:
    """Return one reason with the points it gives or takes."""

    def money(minor: int) -> str:
        return kit.formats.money(minor, currency)

    words = reason_words(reason, kit.language.code, money)
    return f"{signed(reason.points)}  {words}"


def effect_line(effect: Effect, kit: Kit, currency: str, pipelines: Mapping[str, str]) -> str:
    """Return what moves a chance, and by how much; `pipelines` are names by id."""
    value = ""
    if effect.feature == "pipeline":
        value = pipelines.get(effect.value, "")
    elif effect.feature == "amount" and effect.value.isdigit():
        value = kit.formats.money(int(effect.value), currency)
    return capital(effect_words(effect, kit.language.code, value))


def signed(points: int) -> str:
    """Return points with their sign."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
