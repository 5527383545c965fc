"""Enquiries in words, icons and colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.shapes.enquiries import EnquiryRow
from app.shapes.scores import Score
from app.words import kind_words
from ui.common.formats import Formats
from ui.common.kit import Kit
from ui.common.text import capital

translate = QCoreApplication.translate

ICONS = {
    "walk_in": "footprints",
    "phone": "phone",
    "message": "message-square",
    "web": "globe",
    "referral": "share-2",
}
CLOCKS = {"": "muted", "amber": "warning", "red": "danger"}
HOUR, DAY = 60, 1440  # minutes


@dataclass(frozen=True, slots=True)
class InboxLine:
    """An enquiry and how promising it is."""

    row: EnquiryRow
    score: Score

    @property
    def id(self) -> int:
        """The id of the enquiry."""
        return self.row.id


def waited_words(minutes: int, formats: Formats) -> str:
    """Return a stretch of time in its longest unit: '25 min', '3 h', '2 days'."""
    if minutes < HOUR:
        return translate("Enquiries", "{n} min").format(n=formats.number(max(0, minutes)))
    if minutes < 2 * DAY:
        return translate("Enquiries", "{n} h").format(n=formats.number(minutes // HOUR))
    return translate("Enquiries", "{n} days").format(n=formats.number(minutes // DAY))


def clock_words(row: EnquiryRow, formats: Formats) -> str:
    """Return how long somebody waits, or how long it took to answer them."""
    waited = waited_words(row.waiting_min, formats)
    if row.is_waiting:
        return waited
    if not row.first_response_at:
        return ""
    return translate("Enquiries", "after {time}").format(time=waited)


def who_words(row: EnquiryRow) -> str:
    """Return who asked, as far as anybody knows."""
    return row.who or row.email or translate("Enquiries", "Somebody")


def channel_words(channel: str, kit: Kit) -> str:
    """Return how an enquiry came, standing alone."""
    return capital(kind_words("enquiry_channel", channel, kit.language.code))


def enquiry_sentence(line: InboxLine, kit: Kit) -> str:
    """Return an enquiry as it is read aloud."""
    row, code = line.row, kit.language.code
    waiting = clock_words(row, kit.formats)
    if row.is_waiting:
        late = row.level == "red"
        told = (
            translate("Enquiries", "waits {time}, overdue")
            if late
            else translate("Enquiries", "waits {time}")
        )
        waiting = told.format(time=waiting)
    known = "" if row.contact_id is not None else translate("Enquiries", "New person")
    parts = [
        who_words(row), known, kind_words("enquiry_channel", row.channel, code), row.text,
        kind_words("enquiry_status", row.status, code), waiting,
        kind_words("score_level", line.score.level, code), row.owner,
    ]  # fmt: skip
    return ", ".join(part for part in parts if part)
