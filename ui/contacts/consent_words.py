"""What somebody agreed to, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.shapes.consents import ConsentRow
from app.words import kind_words
from ui.common.kit import Kit

translate = QCoreApplication.translate

MARKS = {
    "granted": ("circle-check", "success"),
    "denied": ("circle-x", "muted"),
    "withdrawn": ("circle-minus", "danger"),
}


def what_words(purpose: str, channel: str) -> str:
    """Return what it is about and by which way: 'Ads by text'."""
    way = way_words(channel)
    words = {
        "advert": translate("Consents", "Ads {way}"),
        "service": translate("Consents", "Info {way}"),
        "profile": translate("Consents", "Profile {way}"),
    }
    return words[purpose].format(way=way)


def way_words(channel: str) -> str:
    """Return by which way."""
    words = {
        "sms": translate("Consents", "by text"),
        "phone": translate("Consents", "by phone"),
        "email": translate("Consents", "by mail"),
        "messenger": translate("Consents", "by messenger"),
        "post": translate("Consents", "by post"),
        "any": translate("Consents", "any way"),
    }
    return words[channel]


def state_words(state: str, kit: Kit) -> str:
    """Return what somebody said: 'Agreed'."""
    words = kind_words("consent", state, kit.language.code)
    return words[:1].upper() + words[1:]


def source_words(source: str) -> str:
    """Return how the shop knows."""
    words = {
        "spoken": translate("Consents", "spoken"),
        "written": translate("Consents", "written"),
        "online": translate("Consents", "online"),
        "import": translate("Consents", "from an import"),
        "edit": translate("Consents", "changed by hand"),
        "merge": translate("Consents", "from a merge"),
    }
    return words.get(source, source)


def told_words(row: ConsentRow, kit: Kit, file: str = "") -> str:
    """Return one declaration in a line, without what it is about; `file` is one that proves it."""
    again = ""
    if row.reconfirm_on:
        again = translate("Consents", "ask again {day}").format(
            day=kit.formats.day(row.reconfirm_on)
        )
    parts = (source_words(row.source), row.evidence, file, row.staff, again)
    return " · ".join(part for part in parts if part)
