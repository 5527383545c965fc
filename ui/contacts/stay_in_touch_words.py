"""How a contact stands with staying in touch, in words."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.shapes.stay_in_touch import TouchRow
from ui.common.interval_words import about_words
from ui.common.kit import Kit
from ui.common.stage_looks import stage_words

translate = QCoreApplication.translate

ROLES = {"amber": "warning", "red": "danger"}  # the colour of each level


def since_words(row: TouchRow, kit: Kit) -> str:
    """Return for how long nobody spoke with a contact, and since when."""
    formats = kit.formats
    if row.days <= 0 and row.last_contact_at:
        return translate("TouchWords", "Spoken with today.")
    day = formats.day((formats.today() - timedelta(days=row.days)).isoformat())
    long = about_words(max(row.days, 0), formats)
    if not row.last_contact_at:
        never = translate("TouchWords", "Never spoken with; added {long} ago, on {day}.")
        return never.format(long=long, day=day)
    if row.level:
        words = translate("TouchWords", "No two-way contact for {long}, since {day}.")
    else:
        words = translate("TouchWords", "Last two-way contact {long} ago, on {day}.")
    return words.format(long=long, day=day)


def why_words(row: TouchRow, kit: Kit) -> str:
    """Return whose rule it is that counts."""
    if row.scope == "tag":
        return translate("TouchWords", "As wanted of the tag {name}.").format(name=row.about)
    if row.scope == "stage":
        name = stage_words(row.about, kit.language.code)
        return translate("TouchWords", "As wanted of the stage {name}.").format(name=name)
    return translate("TouchWords", "Set for this contact.")


def level_words(row: TouchRow, kit: Kit) -> str:
    """Return how late it is in a few words, as a column has it: '2 weeks late', 'in 3 days'."""
    formats, over = kit.formats, row.days - row.ideal_days
    if over > 0:
        return translate("TouchWords", "{long} late").format(long=about_words(over, formats))
    if over == 0:
        return translate("TouchWords", "due")
    return translate("TouchWords", "in {long}").format(long=about_words(-over, formats))
