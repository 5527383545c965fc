"""What the parts of the page say of fields, values and reasons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.shapes.custom_fields import CustomValueRow, FieldRow
from app.shapes.duplicates import ComparedRow, DuplicatePair, Evidence
from app.words import field_words, kind_words
from ui.common.kit import Kit
from ui.common.stage_looks import stage_words

translate = QCoreApplication.translate

ADVERTS = {
    "consent_sms": lambda: translate("DuplicateWords", "Ads by text"),
    "consent_phone": lambda: translate("DuplicateWords", "Ads by phone"),
    "consent_email": lambda: translate("DuplicateWords", "Ads by mail"),
    "consent_messenger": lambda: translate("DuplicateWords", "Ads by messenger"),
}
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
    return ", ".join([*said[:1], *(word[:1].lower() + word[1:] for word in said[1:2])])


def loudest_reason(kit: Kit, pair: DuplicatePair) -> str:
    """Return the one thing that speaks loudest for a pair."""
    return next((reason(kit, fact) for fact in pair.evidence if fact.weight > 0), "")


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


OwnWords = Callable[[FieldRow, CustomValueRow], str]  # what stands in a field of the shop's own


def row_name(kit: Kit, row: ComparedRow) -> str:
    """Return what a line of the comparison is called."""
    return row.own.label(kit.language.code) if row.own else field_name(kit, row.field)


def side_words(kit: Kit, row: ComparedRow, value: Any, own_words: OwnWords) -> str:
    """Return what stands on a side of a line; '' for nothing."""
    if row.own is None:
        return value_words(kit, row.field, value)
    return own_words(row.own, value) if isinstance(value, CustomValueRow) else ""


def field_name(kit: Kit, field: str) -> str:
    """Return what a field is called."""
    words = ADVERTS[field]() if field in ADVERTS else field_words(field, kit.language.code)
    return words[:1].upper() + words[1:]


def value_words(kit: Kit, field: str, value: Any) -> str:
    """Return a value as the page shows it; '' for none."""
    if value in (None, "", ()):
        return ""
    if isinstance(value, tuple) and field != "birthday":
        return ", ".join(" ".join(part.split()) for part in value)
    words = {
        "birthday": _birthday, "stage": _stage, "kind": _kind, "next_contact_at": _day,
        "do_not_contact": _day, **dict.fromkeys(ADVERTS, _consent),
    }  # fmt: skip
    return words[field](kit, value) if field in words else str(value)


def _birthday(kit: Kit, value: Any) -> str:
    day, calendar = value
    try:
        shown = kit.formats.birthday(day)
    except (ValueError, IndexError):
        return str(day)  # written by hand or by another program
    return translate("DuplicateWords", "{day} lunar").format(day=shown) if calendar else shown


def _stage(kit: Kit, value: Any) -> str:
    return stage_words(value, kit.language.code)


def _consent(kit: Kit, value: Any) -> str:
    words = kind_words("consent", value, kit.language.code)
    return words[:1].upper() + words[1:]


def _day(kit: Kit, value: Any) -> str:
    return kit.formats.day(value)


def _kind(_kit: Kit, value: Any) -> str:
    words = {
        "company": translate("DuplicateWords", "Company"),
        "household": translate("DuplicateWords", "Household"),
    }
    return words.get(value, translate("DuplicateWords", "Person"))
