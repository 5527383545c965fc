"""Contacts, as paper shows them."""

from __future__ import annotations

from dataclasses import dataclass

# (kind, label, value) of a phone, mail, address or link.
PrintedPoint = tuple[str, str, str]
# (kind, UTC ISO 8601, text) of what happened with a contact.
PrintedEvent = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PrintedContact:
    """One contact; notes and events only where they were asked for."""

    id: int
    kind: str  # 'person', 'company' or 'household'
    name: str
    company: str = ""
    birthday: str = ""
    points: tuple[PrintedPoint, ...] = ()
    postcode: str = ""  # of the first address
    tags: tuple[str, ...] = ()
    last_contact_at: str = ""  # UTC, ISO 8601
    notes: tuple[str, ...] = ()  # newest first
    events: tuple[PrintedEvent, ...] = ()  # newest first
    own: tuple[tuple[str, str], ...] = ()  # (name, text) of the filled fields of the shop's own

    def first(self, kind: str) -> str:
        """Return the first phone, mail, address or link; empty if there is none."""
        return next((value for found, _label, value in self.points if found == kind), "")


@dataclass(frozen=True, slots=True)
class PrintedPeople:
    """Contacts in the order asked for; those gone by now are left out."""

    shop: str
    contacts: tuple[PrintedContact, ...]
