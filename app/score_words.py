"""What a score and a model say, in words."""

from __future__ import annotations

from collections.abc import Callable

from app.day_words import LONG
from app.shapes.scores import Effect, Model, ScoreReason
from app.words import has_words, kind_words, say

Money = Callable[[int], str]
YES_NO = ("yes", "no")


def reason_words(reason: ScoreReason, language: str, money: Money = str) -> str:
    """Return why there are points: 'The phone is known'; `money` puts an amount into words."""
    if reason.label:
        return reason.label
    what = reason.operand
    if reason.kind == "channel":
        what = kind_words("enquiry_channel", what, language)
    elif reason.kind == "value" and what.isdigit():
        what = money(int(what))
    return say(f"rule_said.{reason.kind}", language, what=what)


def effect_words(effect: Effect, language: str, value: str = "") -> str:
    """Return what moves a chance, and by how much; `value` is another word for what it is."""
    what = value or _value_words(effect, language)
    named = say(f"effect.{effect.feature}", language, what=what)
    way = "up" if effect.points > 0 else "down"
    return say(f"effect.{way}", language, what=named, points=abs(effect.points))


def model_words(model: Model, language: str) -> str:
    """Return in one sentence or two what closed deals teach, and how well."""
    if model.base is None:
        return say("model.none", language)
    facts: dict[str, object] = {"count": model.n, "won": model.won, "base": model.base}
    if model.auc is not None:
        facts["auc"] = round(100 * model.auc)
    for name in ("brier", "brier_base"):
        found = getattr(model, name)
        facts[name] = "" if found is None else f"{found:.2f}"
    return say(f"model.{model.why}", language, **facts)


def _value_words(effect: Effect, language: str) -> str:
    if effect.value in YES_NO:
        return say(f"effect.{effect.value}", language)
    if effect.feature == "month" and effect.value.isdigit():
        number = int(effect.value)
        return f"{number}월" if language == "ko" else LONG[number - 1]
    key = f"enquiry_channel.{effect.value}"
    return say(key, language) if has_words(key, language) else effect.value
