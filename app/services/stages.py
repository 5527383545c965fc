"""What a user can say about where contacts stand with the shop."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from app.clock import Clock
from app.day import today
from app.errors import InvalidInputError, Problem
from app.inputs import require
from app.ops import Op
from app.shapes.stages import StageRow
from app.store import Store
from db.keys import clean
from db.kinds import STAGES


class StageService:
    """Stages and what was promised; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def of(self, contact_id: int) -> StageRow | None:
        """Return where a contact stands, since when and why; None where nobody has said."""
        with self._store.read() as unit:
            contact = unit.contacts.get(contact_id)
            if contact.stage is None:
                return None
            return StageRow(
                contact.stage, contact.stage_since or "", contact.stage_why or "",
                by_hand=contact.stage_by != "rule",
            )  # fmt: skip

    def put(self, contact_ids: Collection[int], stage: str | None, why: str = "") -> None:
        """Say by hand where contacts stand, in one step; None lets the rules decide again."""
        require(stage is None or stage in STAGES, "stage")
        facts = {"stage": stage or "", "count": len(contact_ids)}
        with self._store.action(Op.SET_STAGE, **facts) as unit:
            unit.contacts.set_all(
                contact_ids,
                {
                    "stage": stage,
                    "stage_since": today(self._now()).today.isoformat() if stage else None,
                    "stage_why": clean(why) or None if stage else None,
                    "stage_by": "hand" if stage else None,
                },
            )

    def plan(self, contact_id: int, at: str, note: str = "") -> None:
        """Keep in mind when to turn to a contact next; an empty `at` clears it.

        `at` is a date, or a date and a time of the shop's clock ('2026-05-16T15:00').
        """
        moment = _moment(at)
        with self._store.action(Op.PLAN_CONTACT, at=moment or "") as unit:
            contact = unit.contacts.get(contact_id)
            contact.next_contact_at = moment
            contact.next_contact_note = (clean(note) or None) if moment else None


def _moment(text: str) -> str | None:
    told = clean(text)
    if not told:
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise InvalidInputError({"at": Problem.NOT_A_DATE}) from error
    require(moment.tzinfo is None, "at", Problem.NOT_A_DATE)
    return moment.isoformat(timespec="minutes") if "T" in told else moment.date().isoformat()
