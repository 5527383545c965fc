"""How well a contact is known, and what would mend it, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PointFacts:
    """A phone, e-mail or address; `valid` unless it is no longer."""

    id: int
    kind: str
    value: str
    valid: bool = True
    postcode: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactFacts:
    """What a contact's score is made of."""

    id: int
    kind: str
    name: str
    company: str = ""
    birthday: str = ""
    source: str = ""
    was_contacted: bool = False
    has_consent: bool = False  # recorded, whatever it says
    open_duplicate: bool = False
    points: tuple[PointFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why points are missing: a key of `app.quality.WEIGHTS`, how many, and what to mend.

    `field` is the line of the contact's page that mends it: a field's name, 'phone:<id>',
    'phone:0' for one to be added, 'consent', or 'duplicates'.
    """

    kind: str
    points: int
    field: str


@dataclass(frozen=True, slots=True)
class Score:
    """From 0 to 100, and what is missing, the heaviest first."""

    value: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Repair:
    """One thing worth mending: what stands there, and what is proposed.

    `kind` is 'phone_zero', 'email_typo', 'number_in_name', 'company_in_name', 'is_company' or
    'duplicate'; that one leads to `other_id` instead of a text.
    """

    kind: str
    contact_id: int
    name: str
    before: str
    after: str
    worth: int
    point_id: int = 0
    other_id: int = 0
    phone: str = ""  # goes from the name to the phones
    company: str = ""  # goes from the name to the company

    @property
    def key(self) -> str:
        """What it is remembered by when somebody wants it left as it is."""
        return f"{self.kind}:{self.contact_id}:{self.point_id or self.other_id}"
