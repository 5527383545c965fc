"""Enquiries: who asked for something, and whether they were answered, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.kinds import ENQUIRY_CHANNELS as CHANNELS
from db.kinds import ENQUIRY_STATES as STATES

__all__ = [
    "AUTO", "CHANNELS", "FIELDS", "OPEN", "STATES", "WAITING", "EnquiryCounts", "EnquiryFile",
    "EnquiryFilter", "EnquiryForm", "EnquiryImport", "EnquiryRow", "Match",
]  # fmt: skip

AUTO = 0  # as the owner of a form: whose turn it is
WAITING = ("new", "linked")  # nobody has answered yet
OPEN = (*WAITING, "answered")
# What a column of a web form's file may hold.
FIELDS = ("received_at", "name", "phone", "email", "text", "product", "channel", "key")


@dataclass(frozen=True, slots=True)
class EnquiryForm:
    """An enquiry as it was typed; who has no contact is known by name, phone and e-mail."""

    channel: str = "phone"  # of CHANNELS
    text: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    received_at: datetime | None = None  # None: now
    contact_id: int | None = None
    product_id: int | None = None
    owner_id: int | None = AUTO  # None: nobody
    referred_by_id: int | None = None  # the contact who sent them


@dataclass(frozen=True, slots=True)
class EnquiryFilter:
    """Which enquiries are meant; what is empty is not asked."""

    states: tuple[str, ...] = WAITING
    channels: tuple[str, ...] = ()
    owner_ids: tuple[int, ...] = ()  # 0 for nobody's
    text: str = ""


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """One enquiry. Times are UTC.

    `waiting_min` are the minutes since it came, or those it took to answer; `level` is '' in
    time, 'amber' where an answer is due within the hour, 'red' where it is late.
    """

    id: int
    channel: str
    received_at: str
    text: str
    name: str
    phone: str
    email: str
    status: str  # of STATES
    contact_id: int | None
    contact: str
    contact_kind: str
    product_id: int | None
    product: str
    owner_id: int | None
    owner: str
    referred_by_id: int | None
    referred_by: str
    deal_id: int | None
    due_at: str
    first_response_at: str
    closed_at: str
    source: str
    waiting_min: int = 0
    level: str = ""
    score: int = 0

    @property
    def who(self) -> str:
        """Return whom it is from, as well as that is known."""
        return self.contact or self.name or self.phone or self.email

    @property
    def is_open(self) -> bool:
        """Tell whether it is still in the inbox."""
        return self.status in OPEN

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has answered yet."""
        return self.status in WAITING


@dataclass(frozen=True, slots=True)
class EnquiryCounts:
    """How many enquiries there are of each state; `waiting` are new and linked, some `overdue`."""

    new: int = 0
    linked: int = 0
    answered: int = 0
    closed: int = 0
    spam: int = 0
    overdue: int = 0

    @property
    def waiting(self) -> int:
        """Return how many nobody has answered yet."""
        return self.new + self.linked


@dataclass(frozen=True, slots=True)
class Match:
    """A contact an enquiry may be from; `why` is 'phone', 'email' or 'name'."""

    contact_id: int
    name: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class EnquiryFile:
    """A file of a web form: its headers, and which of FIELDS each column was taken for."""

    name: str
    rows: int
    headers: tuple[str, ...]
    columns: dict[str, str]  # field -> header
    samples: tuple[tuple[str, ...], ...]  # the first rows


@dataclass(frozen=True, slots=True)
class EnquiryImport:
    """What became of a file's rows; `failed` are (line, reason), `known` were there before."""

    added: int
    known: int
    matched: int  # of the added ones: their contact was found
    failed: tuple[tuple[int, str], ...] = ()
