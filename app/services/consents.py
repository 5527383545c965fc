"""What a user can record about what contacts agreed to."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.clock import Clock, stamp
from app.day import today
from app.file_sources import keep, require_keepable
from app.inputs import day_or_none, require
from app.ops import Op
from app.shapes.consents import ConsentForm, ConsentRow, DueConsent
from app.store import Store
from db.keys import clean
from db.kinds import CHANNELS, CONSENT_STATES, PURPOSES


class ConsentService:
    """A ledger of declarations, append-only; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def of(self, contact_id: int) -> list[ConsentRow]:
        """Return a contact's declarations, newest first."""
        with self._store.read() as unit:
            return [ConsentRow(*row) for row in unit.consents.of(contact_id)]

    def state(self, contact_id: int) -> dict[tuple[str, str], ConsentRow]:
        """Return the declaration that counts now, by purpose and channel."""
        counts: dict[tuple[str, str], ConsentRow] = {}
        for row in self.of(contact_id):
            counts.setdefault((row.purpose, row.channel), row)
        return counts

    def record(self, contact_id: int, form: ConsentForm, file: Path | None = None) -> int:
        """Add a declaration; return its id. Earlier ones stay as they are.

        A `file` that proves it becomes one of the contact's files in the same step. Raises
        InvalidInputError for a purpose, channel or state that is not known, FileError for a file
        that cannot be kept.
        """
        require(form.purpose in PURPOSES, "purpose")
        require(form.channel in CHANNELS, "channel")
        require(form.state in CONSENT_STATES, "state")
        reconfirm_on = day_or_none(form.reconfirm_on, "reconfirm_on")
        kept = None
        if file is not None:
            require_keepable(file)
            with self._store.read() as unit:
                unit.contacts.get(contact_id)
            kept = keep(self._store.files, file)
        facts = {"purpose": form.purpose, "channel": form.channel, "state": form.state}
        with self._store.action(Op.RECORD_CONSENT, **facts) as unit:
            unit.contacts.get(contact_id)
            proof = form.attachment_id if kept is None else unit.files.add(contact_id, kept)
            made = unit.consents.add(
                contact_id,
                **facts,
                happened_at=stamp(form.happened_at or self._now()),
                source=clean(form.source) or None,
                evidence=clean(form.evidence) or None,
                attachment_id=proof,
                reconfirm_on=reconfirm_on,
                staff_id=self._store.actor_id,
            )
            unit.consent_ledger.settle_changes()
            return made

    def stop_contact(self, contact_id: int, *, stop: bool, evidence: str = "") -> None:
        """Let nobody contact this person any more, or allow it again; both are recorded."""
        with self._store.action(Op.STOP_CONTACT, stop=stop) as unit:
            contact = unit.contacts.get(contact_id)
            if bool(contact.do_not_contact) == stop:
                return
            contact.do_not_contact = today(self._now()).today.isoformat() if stop else None
            unit.consents.add(
                contact_id, purpose="service", channel="any",
                state="withdrawn" if stop else "granted", happened_at=stamp(self._now()),
                source="spoken", evidence=clean(evidence) or None, staff_id=self._store.actor_id,
            )  # fmt: skip

    def due(self, *, days: int = 30, limit: int = 200) -> list[DueConsent]:
        """Return which consents are to be confirmed again within some days."""
        until = today(self._now()).today + timedelta(days=days)
        with self._store.read() as unit:
            return [DueConsent(*row) for row in unit.consents.due(until.isoformat(), limit=limit)]
