"""Contacts, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.errors import InvalidInputError, Problem
from db.keys import clean

NAME_LIMIT = 200


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One line of the contacts list."""

    id: int
    kind: str  # 'person', 'company' or 'household'
    name: str
    company: str
    phone: str
    tags: tuple[str, ...]
    created_at: str  # UTC, ISO 8601
    last_contact_at: str = ""  # UTC, ISO 8601
    first_seen_on: str = ""
    source: str = ""
    owner: str = ""  # name of somebody who works here
    birthday: str = ""
    number: str = ""
    stage: str = ""  # of app.kinds.STAGES
    # Sums over purchases in the shop's currency, None where there are none.
    visits: int | None = None
    sales_total: int | None = None
    sales_average: int | None = None
    sales_year: int | None = None
    first_sale_on: str = ""
    last_sale_on: str = ""
    usual_gap: int | None = None  # days
    owed: int | None = None
    passes_left: int | None = None  # uses
    points: int | None = None
    quality: int | None = None  # from 0 to 100, None before it was judged
    next_task_at: str = ""  # by the shop's clock, as TaskRow.due_at
    next_task_title: str = ""
    next_task_kind: str = ""


@dataclass(frozen=True, slots=True)
class FoundContact:
    """One contact that a search found, and why it is there."""

    id: int
    name: str
    phones: tuple[str, ...]
    why: str  # 'name', 'initials', 'phone', 'email', 'tag', 'note', 'company' or 'number'
    kind: str = "person"
    stage: str = ""  # of app.kinds.STAGES


@dataclass(frozen=True, slots=True)
class FoundContacts:
    """What a search found, best first; `more` if there are beyond the limit."""

    contacts: tuple[FoundContact, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A contact that may be the one being typed.

    `why` is 'phone', 'email' or 'name' where that is the same, 'one_letter' where the names differ
    by one, 'like_name'.
    """

    id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """One way to reach a contact."""

    id: int
    kind: str  # 'phone', 'email', 'address' or 'link'
    label: str
    value: str
    invalid_reason: str | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note on a contact; `at` is UTC, ISO 8601."""

    id: int
    body: str
    pinned: bool
    at: str


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """One thing that happened with a contact; `at` is UTC, ISO 8601."""

    id: int
    kind: str
    direction: str | None
    outcome: str | None
    two_way: bool
    body: str
    at: str


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """Everything the detail panel shows of one contact."""

    id: int
    kind: str
    name: str
    values: dict[str, str | int | None]  # the other columns of the contact
    points: tuple[PointRow, ...]
    tags: tuple[str, ...]
    notes: tuple[NoteRow, ...]
    interactions: tuple[InteractionRow, ...]
    created_at: str


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One contact in the trash; `deleted_at` is UTC, ISO 8601."""

    id: int
    kind: str
    name: str
    deleted_at: str


@dataclass(frozen=True, slots=True)
class ContactForm:
    """What somebody typed about a new contact: a name or a phone is enough."""

    name: str = ""
    phone: str = ""
    email: str = ""
    company: str = ""
    kind: str = "person"
    note: str = ""
    tags: tuple[str, ...] = field(default=())

    def problems(self) -> dict[str, Problem]:
        """Return the fields that cannot be accepted; quick enough for every keystroke."""
        name = clean(self.name)
        if not name and not clean(self.phone):
            return {"name": Problem.REQUIRED}
        if len(name) > NAME_LIMIT:
            return {"name": Problem.TOO_LONG}
        return {}

    def require_valid(self) -> None:
        """Raise InvalidInputError unless every field can be accepted."""
        if problems := self.problems():
            raise InvalidInputError(problems)
