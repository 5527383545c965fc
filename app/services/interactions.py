"""What a user can log: calls, visits, messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clock import Clock, stamp
from app.inputs import moment_or_none, require
from app.ops import Op
from app.shapes.interactions import (
    KINDS,
    OUTCOMES,
    TIMELINES,
    InteractionForm,
    LineForm,
    PlannedContact,
    TimelineEntry,
)
from app.store import Store
from db.keys import clean

if TYPE_CHECKING:
    from db.uow import UnitOfWork


class InteractionService:
    """What happened with contacts; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def log(self, form: InteractionForm) -> int:
        """Log something that happened, by default just now; return its id.

        An outcome says whether the contact took part: an unanswered call does not move the
        clock that tells how long nobody has spoken.
        """
        _require_valid(form)
        with self._store.action(Op.LOG_INTERACTION, kind=form.kind) as unit:
            return self._add(unit, form)

    def log_line(self, line: LineForm) -> int | None:
        """Log what one line says and keep in mind what is to be done, in one step.

        Returns the interaction's id; None where nothing has happened yet. Raises
        InvalidInputError for a line that says neither, or of a day that is none.
        """
        written, moment = clean(line.written), moment_or_none(line.at, "at")
        require(line.happened is not None or moment or written, "line")
        if line.happened is not None:
            _require_valid(line.happened)
        with self._store.action(_op_of(line, planned=moment is not None)) as unit:
            contact = unit.contacts.get(line.contact_id)
            if moment:
                contact.next_contact_at = moment
                contact.next_contact_note = clean(line.note) or None
            if written:
                unit.contacts.add_note(contact.id, written, self._store.actor_id)
            return self._add(unit, line.happened) if line.happened else None

    def planned(self, contact_id: int) -> PlannedContact | None:
        """Return what was promised to a contact; raise GoneError if it is not there."""
        with self._store.read() as unit:
            contact = unit.contacts.get(contact_id)
            if contact.next_contact_at is None:
                return None
            return PlannedContact(contact.next_contact_at, contact.next_contact_note or "")

    def finish_plan(self, contact_id: int) -> None:
        """Say that what was promised has been done: it is no longer kept in mind."""
        with self._store.action(Op.FINISH_PLAN) as unit:
            contact = unit.contacts.get(contact_id)
            contact.next_contact_at = contact.next_contact_note = None

    def _add(self, unit: UnitOfWork, form: InteractionForm) -> int:
        two_way = form.two_way
        if two_way is None:
            two_way = OUTCOMES[form.outcome] if form.outcome else form.kind in ("visit", "meeting")
        for contact_id in form.contact_ids:
            unit.contacts.get(contact_id)
        return unit.interactions.add(
            form.contact_ids,
            kind=form.kind,
            direction=form.direction,
            outcome=form.outcome,
            two_way=int(two_way),
            body=clean(form.body) or None,
            staff_id=self._store.actor_id,
            happened_at=stamp(form.happened_at or self._now()),
        )

    def edit(self, interaction_id: int, body: str) -> None:
        """Change the text of an interaction; it may become empty."""
        with self._store.action(Op.EDIT_INTERACTION) as unit:
            unit.interactions.get(interaction_id).body = clean(body) or None

    def remove(self, interaction_id: int) -> None:
        """Put an interaction in the trash."""
        with self._store.action(Op.REMOVE_INTERACTION) as unit:
            unit.interactions.remove(interaction_id)

    def timeline(
        self,
        contact_id: int,
        shown: str = "all",
        *,
        offset: int = 0,
        limit: int = 100,
        together: bool = False,
    ) -> list[TimelineEntry]:
        """Return one window of a contact's notes and interactions.

        Pinned notes come first, then all by time, newest first; `shown` is a key of TIMELINES.
        `together`: with those of a company's or household's people, each with their name.
        """
        kinds, notes = TIMELINES[shown]
        with self._store.read() as unit:
            contact_ids = [contact_id]
            if together:
                contact_ids += unit.relations.belonging_to(contact_id)
            rows = unit.interactions.timeline(
                contact_ids, kinds, notes=notes, offset=offset, limit=limit
            )
        return [TimelineEntry(*row) for row in rows]


def _require_valid(form: InteractionForm) -> None:
    require(form.contact_ids, "contact")
    require(form.kind in KINDS and (not form.outcome or form.outcome in OUTCOMES), "kind")


def _op_of(line: LineForm, *, planned: bool) -> Op:
    if line.happened:
        return Op.LOG_LINE if planned else Op.LOG_INTERACTION
    return Op.PLAN_CONTACT if planned else Op.ADD_NOTE
