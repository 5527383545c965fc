"""What a user can say, and the rules find, about where contacts stand with the shop."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.day import today
from app.inputs import moment_or_none, require
from app.jobs import Ticket
from app.lifecycle import Known, Standing, standing
from app.ops import Op
from app.shapes.stages import StageRow
from app.store import Store
from db.keys import clean
from db.kinds import STAGES

if TYPE_CHECKING:
    from db.uow import UnitOfWork

Judged = tuple[str | None, str | None, str | None, int]
"""What the rules say of a contact: its stage, since when, why (facts), and its id."""
PACE = 2000  # contacts between two looks at whether to stop


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

    def decide(self, ticket: Ticket | None = None) -> int:
        """Bring all stages up to date by the rules, in one step; return how many have changed.

        What somebody set by hand stays as it is.
        """
        return self.keep(self.judge(ticket))

    def judge(self, ticket: Ticket | None = None) -> list[Judged]:
        """Return what the rules would change; nothing is written."""
        with self._store.read() as unit:
            return list(_judged(unit, today(self._now()).today, ticket or Ticket()))

    def keep(self, judged: Collection[Judged], *, by_itself: bool = False) -> int:
        """Write what `judge` found, in one step; return how many stages that is.

        What comes `by_itself` with a new day is in History, and not what Ctrl+Z takes back.
        """
        op = Op.AGE_STAGES if by_itself else Op.DECIDE_STAGES
        if judged:
            with self._store.action(op, count=len(judged)) as unit:
                unit.lifecycle.put(judged)
        return len(judged)

    def leave_to_rules(self, contact_ids: Collection[int]) -> None:
        """Let the rules say where contacts stand, from now on and at once, in one step."""
        facts = {"stage": "", "count": len(contact_ids)}
        with self._store.action(Op.SET_STAGE, **facts) as unit:
            unit.contacts.require_there(contact_ids)
            unit.contacts.set_all(
                contact_ids,
                dict.fromkeys(("stage", "stage_since", "stage_why", "stage_by")),
            )
            day = today(self._now()).today
            unit.lifecycle.put(list(_judged(unit, day, Ticket(), contact_ids)))

    def plan(self, contact_id: int, at: str, note: str = "") -> None:
        """Keep in mind when to turn to a contact next; an empty `at` clears it.

        `at` is a date, or a date and a time of the shop's clock ('2026-05-16T15:00').
        """
        moment = moment_or_none(at, "at")
        with self._store.action(Op.PLAN_CONTACT, at=moment or "") as unit:
            contact = unit.contacts.get(contact_id)
            contact.next_contact_at = moment
            contact.next_contact_note = (clean(note) or None) if moment else None


def _judged(
    unit: UnitOfWork, day: date, ticket: Ticket, ids: Collection[int] | None = None
) -> Iterator[Judged]:
    for number, row in enumerate(unit.lifecycle.known(ids)):
        if number % PACE == 0:
            ticket.check()
        found = standing(_known(row), day.toordinal())
        told = (None, None, None) if found is None else _told(found)
        if told != row[5:8]:
            yield *told, row[0]


def _told(found: Standing) -> tuple[str, str, str]:
    since = date.fromordinal(found.since).isoformat()
    return found.stage, since, json.dumps(found.why, separators=(",", ":"))


def _known(row: Sequence[Any]) -> Known:
    created, first_seen, last_visit, before = row[1:5]
    is_lead, visited, bought, first_talk, last_talk = row[8:]
    days = _days(visited) | _days(bought)
    first, last = _ordinal(first_seen), _ordinal(last_visit)
    counted = (before or 0) + sum(day > (last or 0) for day in days)
    whole = last or min(days - {first}, default=None)
    days.update(day for day in (first, last) if day)
    return Known(
        visits=tuple(sorted(days)), visits_before=counted if before else 0, counted_from=first,
        whole_from=whole or 0, first_talk=first_talk, last_talk=last_talk, is_lead=bool(is_lead),
        added_on=_local_day(created) if is_lead or before else 1,  # nobody else's is asked
    )  # fmt: skip


def _days(listed: str | None) -> set[int]:
    return set(map(int, listed.split(","))) if listed else set()


def _local_day(moment: str) -> int:
    """Return the day of the shop in which a moment lies."""
    return datetime.fromisoformat(moment).astimezone().toordinal()


def _ordinal(text: str | None) -> int | None:
    """Return the day of an ISO text; None for none and for one that is no day."""
    try:
        return date.fromisoformat(text[:10]).toordinal() if text else None
    except ValueError:
        return None
