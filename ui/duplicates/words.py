"""What the parts of the page say of fields, values and reasons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.shapes.duplicates import DuplicatePair, Evidence
from app.words import field_words, kind_words
from ui.common.kit import Kit

translate = QCoreApplication.translate

STRONG, MEDIUM = 6000, 2500  # thousandths of a bit
SURE, LIKELY = 900, 750  # thousandths


def percent(score: int) -> str:
    """Return a score in thousandths as people read it; nothing is ever quite sure."""
    return f"{min(score // 10, 99)}%"


def reason(kit: Kit, fact: Evidence) -> str:
    """Return one piece of evidence in words."""
    return kit.messages.say(f"evidence.{fact.kind}")


def short_reason(kit: Kit, pair: DuplicatePair) -> str:
    """Return the two things that speak loudest for a pair, in one line."""
    said = [reason(kit, fact) for fact in pair.evidence if fact.weight > 0]
    return ", ".join(
        [said[0], *(word[:1].lower() + word[1:] for word in said[1:2])] if said else ()
    )


def strength(fact: Evidence) -> str:
    """Return how much a piece of evidence says."""
    if abs(fact.weight) >= STRONG:
        return translate("DuplicateWords", "strong")
    if abs(fact.weight) >= MEDIUM:
        return translate("DuplicateWords", "medium")
    return translate("DuplicateWords", "weak")


def verdict(score: int) -> str:
    """Return what a score means."""
    if score >= SURE:
        return translate("DuplicateWords", "Very likely the same person")
    if score >= LIKELY:
        return translate("DuplicateWords", "Probably the same person")
    return translate("DuplicateWords", "Perhaps the same person")


def field_name(kit: Kit, field: str) -> str:
    """Return what a line is called."""
    words = field_words(field, kit.language.code)
    return words[:1].upper() + words[1:]


def value_words(kit: Kit, field: str, value: Any) -> str:
    """Return a value as the page shows it; '' for none."""
    if value in (None, "", ()):
        return ""
    if isinstance(value, tuple) and field != "birthday":
        return ", ".join(" ".join(part.split()) for part in value)
    words = {"birthday": _birthday, "stage": _stage, "kind": _kind, "next_contact_at": _day}
    return words[field](kit, value) if field in words else str(value)


def _birthday(kit: Kit, value: Any) -> str:
    day, calendar = value
    try:
        shown = kit.formats.birthday(day)
    except (ValueError, IndexError):
        return str(day)  # written by hand or by another program
    return translate("DuplicateWords", "{day} lunar").format(day=shown) if calendar else shown


def _stage(kit: Kit, value: Any) -> str:
    return kind_words("stage", value, kit.language.code)


def _day(kit: Kit, value: Any) -> str:
    return kit.formats.day(value)


def _kind(_kit: Kit, value: Any) -> str:
    words = {
        "company": translate("DuplicateWords", "Company"),
        "household": translate("DuplicateWords", "Household"),
    }
    return words.get(value, translate("DuplicateWords", "Person"))
