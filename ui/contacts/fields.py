"""Which fields of a contact the detail panel shows, and in what words."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.shapes.contacts import ContactDetail, PointRow
from ui.common.kit import Kit

translate = QCoreApplication.translate

ALWAYS = ("company", "birthday")
WHEN_FILLED = ("job_title", "department", "number", "nickname", "source", "first_seen_on")
POINTS = ("phone", "email", "address", "link")
POINTS_ALWAYS = ("phone", "email")


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One line of the panel: what it is called, what it shows, and what typing over it changes.

    `point_id` 0: there is none yet and typing adds one. `raw` is what the editor starts with.
    """

    name: str
    shown: str
    raw: str
    field: str = ""  # a column of the contact, or …
    point_kind: str = ""  # … a kind of point
    point_id: int = 0


def fields_of(detail: ContactDetail, kit: Kit) -> Iterator[FieldShown]:
    """Yield the lines of a contact: points first, then what else is known."""
    for kind in POINTS:
        points = [point for point in detail.points if point.kind == kind]
        for point in points:
            yield _point(point)
        if not points and kind in POINTS_ALWAYS:
            yield FieldShown(point_words(kind), "", "", point_kind=kind)
    for field in (*ALWAYS, *WHEN_FILLED):
        raw = str(detail.values.get(field) or "")
        if raw or field in ALWAYS:
            yield FieldShown(field_words(field), _shown(field, raw, kit), raw, field=field)


def _point(point: PointRow) -> FieldShown:
    name = label_words(point.label) if point.kind == "phone" else ""
    return FieldShown(
        name or point_words(point.kind), point.value, point.value,
        point_kind=point.kind, point_id=point.id,
    )  # fmt: skip


def _shown(field: str, raw: str, kit: Kit) -> str:
    if field == "birthday" and raw:
        return kit.formats.birthday(raw)
    if field == "first_seen_on" and raw:
        return kit.formats.day(raw)
    return raw


def point_words(kind: str) -> str:
    """Return a kind of contact point in words."""
    words = {
        "phone": translate("Fields", "Phone"),
        "email": translate("Fields", "Mail"),
        "address": translate("Fields", "Address"),
        "link": translate("Fields", "Link"),
    }
    return words[kind]


def label_words(label: str) -> str:
    """Return the label of a phone in words; a label of the shop's own as it is."""
    words = {
        "mobile": translate("Fields", "Mobile"),
        "home": translate("Fields", "Home"),
        "work": translate("Fields", "Work"),
        "main": translate("Fields", "Main line"),
        "fax": translate("Fields", "Fax"),
        "other": translate("Fields", "Other phone"),
    }
    return words.get(label, label)


def field_words(field: str) -> str:
    """Return a column of a contact in words."""
    words = {
        "company": translate("Fields", "Company"),
        "birthday": translate("Fields", "Birthday"),
        "job_title": translate("Fields", "Job title"),
        "department": translate("Fields", "Department"),
        "number": translate("Fields", "Customer number"),
        "nickname": translate("Fields", "Nickname"),
        "source": translate("Fields", "Came by"),
        "first_seen_on": translate("Fields", "First visit"),
    }
    return words[field]
