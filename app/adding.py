"""A contact that somebody typed, put into the book within the action that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.inputs import plain_tag
from app.shapes.contacts import ContactForm
from db.keys import clean, phone_display

if TYPE_CHECKING:
    from db.uow import UnitOfWork


def name_in(form: ContactForm, country: str) -> str:
    """Return what the contact will be called: by the phone where no name was typed."""
    return clean(form.name) or phone_display(clean(form.phone), country)


def add_contact(unit: UnitOfWork, form: ContactForm, country: str, staff_id: int | None) -> int:
    """Add a contact with all that is in a valid form; return its id."""
    company, phone = clean(form.company) or None, phone_display(clean(form.phone), country)
    values = {"kind": form.kind, "name": name_in(form, country), "company": company}
    contact_id = unit.contacts.add(values).id
    for kind, value in (("phone", phone), ("email", clean(form.email))):
        if value:
            unit.contacts.add_point(contact_id, kind, value, country=country)
    if note := clean(form.note):
        unit.contacts.add_note(contact_id, note, staff_id)
    for tag in filter(None, map(plain_tag, form.tags)):
        unit.tags.link(contact_id, unit.tags.ensure(tag))
    return contact_id
