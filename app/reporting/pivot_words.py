"""What the parts of an own report are called."""

from __future__ import annotations

from app.day_words import SHORT, day_words
from app.words import has_words, kind_words, say
from db.pivot_subjects import TIMES

KINDS = {
    "customer_kind": "kind", "tier": "tier", "task_kind": "task",
    "enquiry_channel": "enquiry_channel", "interaction_kind": "interaction",
}  # fmt: skip
"""Dimensions whose keys are kinds, and the group of their words."""


def choice_words(what: str, key: str, language: str) -> str:
    """Return the name of a dimension, a measure or a way to draw; of an unknown one its key."""
    name = f"report.{what}.{key}"
    return say(name, language) if has_words(name, language) else key


def name_words(dimension: str, key: str, name: str, language: str) -> str:
    """Return what a group is called: by its name, by its kind, or by the time it is."""
    if key == "…":
        return say("report.pivot.others", language)
    if dimension in TIMES:
        return _time_words(dimension, key, language)
    if not key:
        return say("report.pivot.none", language)
    if dimension not in KINDS:
        return name or key
    words = kind_words(KINDS[dimension], key, language)
    return words[:1].upper() + words[1:]


def _time_words(dimension: str, key: str, language: str) -> str:
    if dimension == "weekday":
        return say(f"report.weekday.{(int(key) + 6) % 7}", language)  # told from Monday on
    if dimension == "month":
        month = int(key[5:])
        return f"{key[:4]}년 {month}월" if language == "ko" else f"{SHORT[month - 1]} {key[:4]}"
    return day_words(key, language)
