"""What a user can do with enquiries: take them in, answer them, make people and deals of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.adding import add_contact
from app.assigning import next_owner
from app.clock import Clock, stamp
from app.dealing import add_deal, with_person
from app.enquiring import (
    LIMIT,
    answer_due,
    deal_form_of,
    matches_of,
    own_contact,
    person_of,
    refer,
)
from app.errors import GoneError, Problem
from app.inputs import require
from app.ops import Op
from app.scoring.rules import scores_of_enquiries
from app.shapes.enquiries import (
    AUTO,
    CHANNELS,
    STATES,
    WAITING,
    EnquiryCounts,
    EnquiryFile,
    EnquiryFilter,
    EnquiryForm,
    EnquiryImport,
    EnquiryRow,
    Match,
)
from app.store import Store
from db.keys import clean

if TYPE_CHECKING:
    from app.shapes.deals import DealForm
    from db.models.enquiry import Enquiry
    from db.uow import UnitOfWork

SOON = timedelta(hours=1)  # an answer that is due within it
MINUTE = 60


class EnquiryService:
    """Enquiries and what becomes of them; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    # Written

    def add(self, form: EnquiryForm) -> int:
        """Add an enquiry; return its id. A phone or e-mail of one known contact links it."""
        with self._store.action(Op.ADD_ENQUIRY) as unit:
            values = self._columns(unit, form)
            if values["contact_id"] is None:
                values["contact_id"] = own_contact(
                    unit, values["phone"], values["email"], self._store.country
                )
            if form.owner_id == AUTO:
                values["owner_id"] = next_owner(unit, "channel", form.channel)
            made = unit.enquiries.add(source="desk", **values)
            if made.contact_id is not None:
                refer(unit, made.referred_by_id, made.contact_id)
            return made.id

    def edit(self, enquiry_id: int, form: EnquiryForm) -> None:
        """Change what is told of an enquiry; when it came stays unless it is told anew."""
        with self._store.action(Op.EDIT_ENQUIRY) as unit:
            enquiry = unit.enquiries.get(enquiry_id)
            told = form
            if form.received_at is None:
                told = replace(form, received_at=datetime.fromisoformat(enquiry.received_at))
            values = self._columns(unit, told)
            if form.owner_id == AUTO:
                values["owner_id"] = enquiry.owner_id
            for column, value in values.items():
                setattr(enquiry, column, value)

    def link(self, enquiry_id: int, contact_id: int) -> None:
        """Say which contact an enquiry is from; who sent them becomes a relation."""
        with self._store.action(Op.LINK_ENQUIRY) as unit:
            enquiry = unit.enquiries.get(enquiry_id)
            enquiry.contact_id = unit.contacts.get(contact_id).id
            refer(unit, enquiry.referred_by_id, contact_id)

    def unlink(self, enquiry_id: int) -> None:
        """Say that an enquiry is not from that contact."""
        with self._store.action(Op.UNLINK_ENQUIRY) as unit:
            unit.enquiries.get(enquiry_id).contact_id = None

    def make_contact(self, enquiry_id: int, name: str = "") -> int:
        """Add the person an enquiry is from; return the contact's id.

        Raises InvalidInputError where neither a name nor a phone is known.
        """
        with self._store.action(Op.LINK_ENQUIRY) as unit:
            return self._made(unit, unit.enquiries.get(enquiry_id), name)

    def answered(self, enquiry_ids: Collection[int]) -> None:
        """Say that enquiries were answered now, in whatever way."""
        now = stamp(self._now())
        with self._store.action(Op.ANSWER_ENQUIRIES, count=len(enquiry_ids)) as unit:
            for enquiry in _all(unit, enquiry_ids):
                enquiry.answered_at = enquiry.answered_at or now

    def close(self, enquiry_ids: Collection[int]) -> None:
        """Say that nothing more comes of enquiries."""
        self._close(Op.CLOSE_ENQUIRIES, enquiry_ids, "closed")

    def spam(self, enquiry_ids: Collection[int]) -> None:
        """Say that enquiries are none: advertising, or a joke."""
        self._close(Op.SPAM_ENQUIRIES, enquiry_ids, "spam")

    def reopen(self, enquiry_ids: Collection[int]) -> None:
        """Take closed enquiries up again; let those said to be answered wait again."""
        with self._store.action(Op.REOPEN_ENQUIRIES, count=len(enquiry_ids)) as unit:
            for enquiry in _all(unit, enquiry_ids):
                if enquiry.closed_at is not None:
                    enquiry.closed_at = enquiry.closed_as = None
                else:
                    enquiry.answered_at = None

    def assign(self, enquiry_ids: Collection[int], staff_id: int | None) -> None:
        """Give enquiries to somebody who works here, or to nobody."""
        with self._store.action(Op.ASSIGN_ENQUIRIES, count=len(enquiry_ids)) as unit:
            for enquiry in _all(unit, enquiry_ids):
                enquiry.owner_id = staff_id

    def to_deal(self, enquiry_id: int, form: DealForm | None = None) -> int:
        """Make a deal of an enquiry, which is closed by it; return the deal's id.

        Who is not in the book yet is put there. Without a form the deal says what the enquiry
        says.
        """
        with self._store.action(Op.ENQUIRY_TO_DEAL) as unit:
            enquiry = unit.enquiries.get(enquiry_id)
            told = form or deal_form_of(unit, enquiry)
            told = with_person(unit, told, self._store.country, self._store.actor_id)
            contact_id = told.contact_id or enquiry.contact_id
            if contact_id is None:
                contact_id = self._made(unit, enquiry, "")
            elif enquiry.contact_id is None:
                enquiry.contact_id = contact_id
                refer(unit, enquiry.referred_by_id, contact_id)
            told = replace(told, contact_id=contact_id)
            deal_id = add_deal(unit, told, self._store.actor_id, self._now())
            enquiry.deal_id = deal_id
            enquiry.closed_at, enquiry.closed_as = stamp(self._now()), "closed"
            return deal_id

    def deal_form(self, enquiry_id: int) -> DealForm:
        """Return what a deal made of an enquiry would say."""
        with self._store.read() as unit:
            return deal_form_of(unit, unit.enquiries.get(enquiry_id))

    def remove(self, enquiry_ids: Collection[int]) -> None:
        """Put enquiries in the trash."""
        with self._store.action(Op.REMOVE_ENQUIRIES, count=len(enquiry_ids)) as unit:
            unit.enquiries.put_in_trash(enquiry_ids)

    def bring_back(self, enquiry_ids: Collection[int]) -> None:
        """Bring enquiries back from the trash."""
        with self._store.action(Op.RESTORE_ENQUIRIES, count=len(enquiry_ids)) as unit:
            unit.enquiries.take_from_trash(enquiry_ids)

    def inspect_file(self, path: Path) -> EnquiryFile:
        """Return what a web form's file holds, and what its columns are taken for."""
        from app.exchange.enquiry_files import inspect  # noqa: PLC0415 - brings readers along

        return inspect(path)

    def import_file(self, path: Path, columns: dict[str, str] | None = None) -> EnquiryImport:
        """Bring in the enquiries of a web form's file; what is there already stays as it is.

        `columns` tells fields (of FIELDS) the headers they are read from, by default as
        `inspect_file` has them. For worker threads.
        """
        from app.exchange.enquiry_files import bring_in  # noqa: PLC0415 - brings readers along

        return bring_in(self._store, path, columns, self._now())

    # Read

    def page(
        self, wanted: EnquiryFilter | None = None, *, offset: int = 0, limit: int = 100
    ) -> list[EnquiryRow]:
        """Return one window of the inbox: those that wait first, the longest waiting before."""
        asked = _valid(wanted or EnquiryFilter())
        with self._store.read() as unit:
            return self._rows(unit, unit.enquiries.page(asked, offset=offset, limit=limit))

    def ids(self, wanted: EnquiryFilter | None = None) -> list[int]:
        """Return the ids of all that are wanted, in the order of `page`."""
        asked = _valid(wanted or EnquiryFilter())
        with self._store.read() as unit:
            return unit.enquiries.ids(asked)

    def rows(self, enquiry_ids: Collection[int]) -> dict[int, EnquiryRow]:
        """Return what to show for these enquiries; those gone by now are left out."""
        with self._store.read() as unit:
            return {row.id: row for row in self._rows(unit, unit.enquiries.rows(enquiry_ids))}

    def get(self, enquiry_id: int) -> EnquiryRow:
        """Return one enquiry; raise GoneError if it is not there."""
        found = self.rows([enquiry_id])
        if not found:
            raise GoneError(str(enquiry_id))
        return found[enquiry_id]

    def counts(self) -> EnquiryCounts:
        """Return how many enquiries there are of each state."""
        with self._store.read() as unit:
            return EnquiryCounts(**unit.enquiries.counts(stamp(self._now())))

    def waiting(self, *, limit: int = 5) -> list[EnquiryRow]:
        """Return who waits for an answer, the longest waiting first."""
        return self.page(EnquiryFilter(WAITING), limit=limit)

    def of_contact(self, contact_id: int) -> list[EnquiryRow]:
        """Return what somebody asked for, the latest first."""
        with self._store.read() as unit:
            return self._rows(unit, unit.enquiries.of_contact(contact_id))

    def trash(self, *, offset: int = 0, limit: int = 100) -> list[EnquiryRow]:
        """Return the enquiries in the trash, the last put there first."""
        with self._store.read() as unit:
            return self._rows(unit, unit.enquiries.trash(offset=offset, limit=limit))

    def matches(self, enquiry_id: int) -> list[Match]:
        """Return which contacts an enquiry may be from: of the same phone, e-mail or name."""
        with self._store.read() as unit:
            one = unit.enquiries.get(enquiry_id)
            told = (one.phone or "", one.email or "", one.name or "")
            return matches_of(unit, *told, self._store.country)

    def matches_of(self, phone: str, email: str = "", name: str = "") -> list[Match]:
        """Return which contacts somebody may be, while it is being typed."""
        with self._store.read() as unit:
            return matches_of(unit, phone, email, name, self._store.country)

    def _close(self, op: Op, enquiry_ids: Collection[int], how: str) -> None:
        now = stamp(self._now())
        with self._store.action(op, count=len(enquiry_ids)) as unit:
            for enquiry in _all(unit, enquiry_ids):
                enquiry.closed_at, enquiry.closed_as = enquiry.closed_at or now, how

    def _made(self, unit: UnitOfWork, enquiry: Enquiry, name: str) -> int:
        require(enquiry.contact_id is None, "contact_id", Problem.TAKEN)
        form = person_of(enquiry, name)
        form.require_valid()
        contact_id = add_contact(unit, form, self._store.country, self._store.actor_id)
        unit.flush()
        enquiry.contact_id = contact_id
        refer(unit, enquiry.referred_by_id, contact_id)
        return contact_id

    def _columns(self, unit: UnitOfWork, form: EnquiryForm) -> dict[str, Any]:
        require(form.channel in CHANNELS, "channel", Problem.NOT_A_CHOICE)
        text = clean(form.text)
        require(len(text) <= LIMIT, "text", Problem.TOO_LONG)
        told = (text, clean(form.name), clean(form.phone), clean(form.email))
        require(any(told) or form.contact_id is not None, "text")
        if form.contact_id is not None:
            unit.contacts.get(form.contact_id)
        if form.product_id is not None:
            unit.products.get(form.product_id)
        received = form.received_at or self._now()
        require(received <= self._now() + SOON, "received_at", Problem.IN_THE_FUTURE)
        owner_id = form.owner_id if form.owner_id != AUTO else None
        return {
            "contact_id": form.contact_id, "channel": form.channel, "text": text or None,
            "name": told[1] or None, "phone": told[2] or None, "email": told[3] or None,
            "product_id": form.product_id, "referred_by_id": form.referred_by_id,
            "owner_id": owner_id, "received_at": stamp(received),
            "due_at": stamp(answer_due(received, unit.settings.all())),
        }  # fmt: skip

    def _rows(self, unit: UnitOfWork, rows: Sequence[tuple[Any, ...]]) -> list[EnquiryRow]:
        scores = scores_of_enquiries(unit, [row[0] for row in rows], self._now())
        now = self._now()
        found = []
        for row in rows:
            one = EnquiryRow(*row)
            end = one.first_response_at or (one.closed_at if not one.is_waiting else "")
            until = datetime.fromisoformat(end) if end else now
            waited = (until - datetime.fromisoformat(one.received_at)).total_seconds() // MINUTE
            told: dict[str, Any] = {"level": _level(one, now), "score": scores[one.id].points}
            found.append(replace(one, waiting_min=max(0, int(waited)), **told))
        return found


def _all(unit: UnitOfWork, enquiry_ids: Collection[int]) -> list[Enquiry]:
    return [unit.enquiries.get(enquiry_id) for enquiry_id in enquiry_ids]


def _valid(wanted: EnquiryFilter) -> EnquiryFilter:
    require(set(wanted.states) <= set(STATES), "states", Problem.NOT_A_CHOICE)
    require(set(wanted.channels) <= set(CHANNELS), "channels", Problem.NOT_A_CHOICE)
    return wanted


def _level(row: EnquiryRow, now: datetime) -> str:
    if not row.is_waiting or not row.due_at:
        return ""
    left = datetime.fromisoformat(row.due_at) - now
    return "red" if left <= timedelta() else "amber" if left <= SOON else ""
