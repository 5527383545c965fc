"""What a user can log: calls, visits, messages."""

from __future__ import annotations

from app.clock import Clock, stamp
from app.errors import InvalidInputError, Problem
from app.ops import Op
from app.shapes.interactions import (
    KINDS,
    OUTCOMES,
    TIMELINES,
    InteractionForm,
    TimelineEntry,
)
from app.store import Store
from db.keys import clean


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
        if not form.contact_ids:
            raise InvalidInputError({"contact": Problem.REQUIRED})
        if form.kind not in KINDS or (form.outcome and form.outcome not in OUTCOMES):
            raise InvalidInputError({"kind": Problem.REQUIRED})
        two_way = form.two_way
        if two_way is None:
            two_way = OUTCOMES[form.outcome] if form.outcome else form.kind in ("visit", "meeting")
        with self._store.action(Op.LOG_INTERACTION, kind=form.kind) as unit:
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
        self, contact_id: int, shown: str = "all", *, offset: int = 0, limit: int = 100
    ) -> list[TimelineEntry]:
        """Return one window of a contact's notes and interactions.

        Pinned notes come first, then all by time, newest first; `shown` is a key of TIMELINES.
        """
        kinds, notes = TIMELINES[shown]
        with self._store.read() as unit:
            rows = unit.interactions.timeline(
                contact_id, kinds, notes=notes, offset=offset, limit=limit
            )
        return [TimelineEntry(*row) for row in rows]
