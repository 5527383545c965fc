"""Whom an enquiry is from, when an answer to it is due, what it is as a person and as a deal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.goal_periods import open_weekdays
from app.settings import ANSWER_HOURS, LANGUAGE, OPEN_DAYS, OPEN_FROM, OPEN_UNTIL
from app.shapes.contacts import ContactForm
from app.shapes.deals import AUTO, DealForm
from app.shapes.enquiries import Match
from app.shapes.sales import LineForm
from app.shop_clock import shop_now, utc_of
from app.words import kind_words
from app.working_hours import due
from db.keys import clean
from db.points import point_key

if TYPE_CHECKING:
    from db.models.enquiry import Enquiry
    from db.uow import UnitOfWork

LIMIT = 20_000  # letters of what somebody wrote
TITLE = 80  # letters of it that a deal is called by
POINTS = ("phone", "email")


def answer_due(received: datetime, settings: dict[str, Any]) -> datetime:
    """Return when an answer to something received then is due."""
    local = shop_now(received, settings)
    end = due(
        local, ANSWER_HOURS.of(settings), OPEN_FROM.of(settings), OPEN_UNTIL.of(settings),
        open_weekdays(OPEN_DAYS.of(settings)),
    )  # fmt: skip
    return utc_of(end, settings)


def matches_of(unit: UnitOfWork, phone: str, email: str, name: str, country: str) -> list[Match]:
    """Return which contacts somebody may be: of the same phone, e-mail or name, in that order."""
    keys = [point_key("phone", None, phone, country), point_key("email", None, email, country)]
    found = unit.contacts.look_alikes([key for key in keys if key], clean(name))
    rows = unit.contacts.rows([one[0] for one in found])
    return [
        Match(contact_id, known_as, str(rows[contact_id][1]), why)
        for contact_id, known_as, why in found
    ]


def own_contact(unit: UnitOfWork, phone: str | None, email: str | None, country: str) -> int | None:
    """Return the one contact with that phone or e-mail; None where there is none, or several."""
    found = matches_of(unit, phone or "", email or "", "", country)
    sure = {match.contact_id for match in found if match.why in POINTS}
    return sure.pop() if len(sure) == 1 else None


def person_of(enquiry: Enquiry, name: str = "") -> ContactForm:
    """Return the person an enquiry is from, to be put in the book."""
    phone, email = enquiry.phone or "", enquiry.email or ""
    called = clean(name) or enquiry.name or ("" if phone else email)
    return ContactForm(name=called, phone=phone, email=email)


def refer(unit: UnitOfWork, referrer_id: int | None, contact_id: int) -> None:
    """Say who sent somebody, if that is known and still there."""
    if referrer_id is not None and referrer_id != contact_id:
        there = unit.contacts.rows([referrer_id])
        if referrer_id in there:
            unit.relations.relate(referrer_id, contact_id, "referred", None)


def deal_form_of(unit: UnitOfWork, enquiry: Enquiry) -> DealForm:
    """Return what a deal made of an enquiry says."""
    text = clean(enquiry.text or "")
    who = enquiry.name or enquiry.phone or enquiry.email or ""
    if enquiry.contact_id is not None:
        who = unit.contacts.get(enquiry.contact_id).name
    lines: tuple[LineForm, ...] = ()
    if enquiry.product_id is not None:
        product = unit.products.get(enquiry.product_id)
        lines = (LineForm(product.price or 0, product.id),)
        who = product.name
    title = (text.splitlines()[0] if text and not lines else who)[:TITLE]
    language = LANGUAGE.of(unit.settings.all())
    return DealForm(
        title=title, contact_id=enquiry.contact_id, owner_id=enquiry.owner_id or AUTO, note=text,
        source=kind_words("enquiry_channel", enquiry.channel, language), lines=lines,
    )  # fmt: skip
