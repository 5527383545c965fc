"""The cards of Home about business to come: enquiries that wait, deals that have gone quiet."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.shapes.deals import DealRow
from app.shapes.enquiries import EnquiryRow
from app.words import kind_words
from ui.common.formats import Formats
from ui.common.kit import Kit
from ui.home.desk import Morning
from ui.home.looks import Act, CardLook, Line, Mark
from ui.home.words import length_words, quiet_words

translate = QCoreApplication.translate

COMPANY = "company"
HOUR, DAY = 60, 24 * 60  # minutes
SHOWN = 44  # letters of what was asked


def enquiries_card(kit: Kit, morning: Morning) -> CardLook:
    """Return who waits for an answer, the longest first."""
    lines = tuple(_enquiry(kit, row) for row in morning.enquiries)
    late = any(row.level == "red" for row in morning.enquiries)
    return CardLook(
        "enquiries", 0, translate("Home", "Enquiries waiting"),
        kit.formats.number(morning.enquiries_count), "inbox", "danger" if late else "info",
        translate("Home", "Show all"), strong=True, lines=lines,
    )  # fmt: skip


def deals_card(kit: Kit, morning: Morning) -> CardLook:
    """Return deals that wait too long or have no next step, the worst first."""
    return CardLook(
        "deals", 0, translate("Home", "Deals going quiet"),
        kit.formats.number(morning.quiet_count), "hourglass", "warning",
        translate("Home", "Show all"), strong=True,
        lines=tuple(_deal(kit, row) for row in morning.quiet),
    )  # fmt: skip


def _enquiry(kit: Kit, row: EnquiryRow) -> Line:
    channel = kind_words("enquiry_channel", row.channel, kit.language.code)
    length = waiting_words(row.waiting_min, kit.formats)
    waiting = translate("Home", "waiting for {length}").format(length=length)
    asked = row.text if len(row.text) <= SHOWN else row.text[:SHOWN].rstrip() + "…"
    below = " · ".join(part for part in (channel, waiting, asked) if part)
    who = row.who or translate("Home", "Without a name")
    mark = Mark(row.contact_id or 0, who, row.contact_kind == COMPANY)
    return Line(
        f"enquiry-{row.id}", who, below, mark, row, tuple(_enquiry_acts(row)),
        translate("Home", "Answered"),
    )  # fmt: skip


def _enquiry_acts(row: EnquiryRow) -> Iterator[Act]:
    yield Act("answered", translate("Home", "Answered"), "check", "A")
    if row.contact_id is not None or row.phone:
        yield Act("call", translate("Home", "Call"), "phone", "C")
    yield Act("to_deal", translate("Home", "Make a deal of it"), "handshake", "D")
    yield Act("enquiry", translate("Home", "Open the enquiry"), "inbox", "Return")


def _deal(kit: Kit, row: DealRow) -> Line:
    formats = kit.formats
    amount = "" if row.amount is None else formats.money(row.amount, row.currency)
    told = translate("Home", "no next step")
    waits = bool(row.wait) and row.next_state != "none"
    calls = waits and row.contact_id is not None
    if waits:
        length = quiet_words(row.days, formats)
        told = translate("Home", "no answer for {length}").format(length=length)
    below = " · ".join(part for part in (amount, told) if part)
    mark = Mark(icon="handshake")
    if row.contact_id is not None:
        mark = Mark(row.contact_id, row.contact, row.contact_kind == COMPANY)
    button = translate("Home", "Call") if calls else translate("Home", "Plan")
    acts = tuple(_deal_acts(row, calls=calls))
    return Line(f"deal-{row.id}", row.title, below, mark, row, acts, button)


def _deal_acts(row: DealRow, *, calls: bool) -> Iterator[Act]:
    call = Act("call", translate("Home", "Call"), "phone", "C")
    if calls:
        yield call
    yield Act("plan", translate("Home", "Plan the next step"), "circle-check", "T")
    if row.contact_id is not None:
        if not calls:
            yield call
        yield Act("log", translate("Home", "Log what happened"), "phone-call", "L")
    yield Act("deal", translate("Home", "Open the deal"), "handshake", "Return")


def waiting_words(minutes: int, formats: Formats) -> str:
    """Return how long somebody has waited: '25 min', '3 hours', '2 days'."""
    if minutes < HOUR:
        return translate("Home", "{n} min").format(n=formats.number(max(0, minutes)))
    if minutes < 2 * DAY:
        one, many = translate("Home", "1 hour"), translate("Home", "{n} hours")
        return formats.count(minutes // HOUR, one, many)
    return length_words(minutes // DAY, formats)
