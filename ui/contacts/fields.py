"""Which fields of a contact are shown, and in what words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.errors import InvalidInputError, Problem
from app.exchange.values.dates import DateReader, decide_order
from app.important_dates import ImportantDate, next_on
from app.shapes.contacts import ContactDetail, PointRow
from ui.common.kit import Kit
from ui.contacts.date_words import away_words

translate = QCoreApplication.translate

ALWAYS = ("birthday", "company")
WHEN_FILLED = (
    "likes", "dislikes", "nickname", "reading", "job_title", "department", "number", "source",
    "first_seen_on",
)  # fmt: skip
DATES = ("birthday", "first_seen_on")
POINTS = ("phone", "email", "address", "link")
POINTS_ALWAYS = ("phone", "email")
LABELS = {
    "phone": ("mobile", "home", "work", "main", "fax", "other"),
    "email": ("home", "work", "other"),
    "address": ("home", "work", "other"),
    "link": ("instagram", "kakao", "naver_blog", "web", "other"),
}
REASONS = ("wrong_number", "no_longer", "bounced")  # why something is no longer valid
SOON = 7  # days before a birthday at which it is pointed out


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One line: what it is called, what it shows, and what typing over it changes.

    `point_id` 0: there is none yet and typing adds one. `raw` is what the editor starts with.
    `gone`: a phone, e-mail … that is not valid any more; `first` of several valid ones. `soon`
    names the day of a birthday.
    """

    name: str
    shown: str
    raw: str
    field: str = ""  # a column of the contact, or …
    point_kind: str = ""  # … a kind of point
    point_id: int = 0
    label: str = ""
    gone: bool = False
    first: bool = False
    soon: str = ""

    @property
    def key(self) -> str:
        """What tells it from the other lines of the contact."""
        return self.field or f"{self.point_kind}:{self.point_id}"


def fields_of(detail: ContactDetail, kit: Kit, also: Collection[str] = ()) -> Iterator[FieldShown]:
    """Yield the lines of a contact: points first, those no longer theirs last.

    `also` has keys of lines that are shown although there is nothing in them.
    """
    if "name" in also:
        yield FieldShown(field_words("name"), detail.name, detail.name, field="name")
    for kind in POINTS:
        points = [p for p in detail.points if p.kind == kind and not p.invalid_reason]
        for point in points:
            yield _point(point, first=point is points[0])
        if f"{kind}:0" in also or (not points and kind in POINTS_ALWAYS):
            yield FieldShown(point_words(kind), "", "", point_kind=kind)
    for field in (*ALWAYS, *WHEN_FILLED):
        raw = str(detail.values.get(field) or "")
        if raw or field in ALWAYS or field in also:
            soon = soon_words(detail, kit) if field == "birthday" else ""
            shown = _shown(field, raw, detail, kit)
            yield FieldShown(field_words(field), shown, raw, field=field, soon=soon)
    for point in detail.points:
        if point.invalid_reason:
            yield _point(point)


def _point(point: PointRow, *, first: bool = False) -> FieldShown:
    name = label_words(point.label) or point_words(point.kind)
    gone = bool(point.invalid_reason)
    return FieldShown(
        reason_words(point.invalid_reason or "") if gone else name, point.value, point.value,
        point_kind=point.kind, point_id=point.id, label=point.label, gone=gone, first=first,
    )  # fmt: skip


def _shown(field: str, raw: str, detail: ContactDetail, kit: Kit) -> str:
    try:
        if field == "birthday" and raw:
            shown = kit.formats.birthday(raw)
            lunar = "lunar" in str(detail.values.get("birthday_calendar") or "")
            return translate("Fields", "{day} lunar").format(day=shown) if lunar else shown
    except (ValueError, IndexError):
        return raw  # written by hand or by another program
    return kit.formats.day(raw) if field == "first_seen_on" else raw


def date_typed(field: str, text: str, kit: Kit) -> str:
    """Return what somebody typed as a date of ISO 8601; raise InvalidInputError for no date."""
    order = decide_order([text], kit.language.code)
    reader = DateReader(order, kit.formats.today().year, partial=field == "birthday")
    day = reader.read(text)
    if day is None:
        raise InvalidInputError({field: Problem.NOT_A_DATE})
    return day.iso


def soon_words(detail: ContactDetail, kit: Kit) -> str:
    """Return on which day of the week a birthday is that comes within a week; else ''."""
    calendar = str(detail.values.get("birthday_calendar") or "")
    raw = str(detail.values.get("birthday") or "")
    told = ImportantDate.read(raw, lunar="lunar" in calendar, leap=calendar == "lunar_leap")
    today = kit.formats.today()
    day = next_on(told, today) if told else None
    return away_words(day, kit) if day and day - today <= timedelta(days=SOON) else ""


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
    """Return the label of a point in words; a label of the shop's own as it is."""
    words = {
        "mobile": translate("Fields", "Mobile"),
        "home": translate("Fields", "Home"),
        "work": translate("Fields", "Work"),
        "main": translate("Fields", "Main line"),
        "fax": translate("Fields", "Fax"),
        "other": translate("Fields", "Other"),
        "instagram": translate("Fields", "Instagram"),
        "kakao": translate("Fields", "Kakao"),
        "naver_blog": translate("Fields", "Naver blog"),
        "web": translate("Fields", "Website"),
    }
    return words.get(label, label)


def reason_words(reason: str) -> str:
    """Return why a point is not valid any more; the shop's own words as they are."""
    words = {
        "wrong_number": translate("Fields", "Wrong number"),
        "no_longer": translate("Fields", "No longer"),
        "bounced": translate("Fields", "Bounced"),
    }
    return words.get(reason, reason)


def part_words(part: str) -> str:
    """Return a part of an address in words."""
    words = {
        "postcode": translate("Fields", "Postcode"),
        "region": translate("Fields", "Region"),
        "city": translate("Fields", "City"),
        "street": translate("Fields", "Street"),
        "detail": translate("Fields", "Building, floor"),
    }
    return words[part]


def field_words(field: str) -> str:
    """Return a column of a contact in words."""
    words = {
        "name": translate("Fields", "Name"),
        "company": translate("Fields", "Company"),
        "birthday": translate("Fields", "Birthday"),
        "job_title": translate("Fields", "Job title"),
        "department": translate("Fields", "Department"),
        "number": translate("Fields", "Customer number"),
        "nickname": translate("Fields", "Nickname"),
        "reading": translate("Fields", "Reading"),
        "likes": translate("Fields", "Likes"),
        "dislikes": translate("Fields", "Dislikes"),
        "source": translate("Fields", "Came by"),
        "first_seen_on": translate("Fields", "First visit"),
        "owner": translate("Fields", "Owner"),
    }
    return words[field]
