"""Who asked the sample shop for something, and what it wants to reach this month."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.clock import stamp
from app.demo_tasks import MANY
from app.enquiring import answer_due
from app.goal_periods import span
from db.uow import UnitOfWork

OFFSET = timedelta(hours=9)  # the sample shop is in Korea
SEOUL = {"time_zone": "Asia/Seoul"}


def add_enquiries(unit: UnitOfWork, words: dict[str, Any], as_of: date) -> None:
    """Add the enquiries and goals of the sample shop; of who is not there what they said alone."""
    staff = {name: staff_id for staff_id, name, _role in unit.settings.staff()}
    people = {
        name: contact_id
        for contact_id, _kind, name, *_rest in unit.listed.page(
            "created_at", descending=True, offset=0, limit=MANY
        )
    }
    for channel, told, name, phone, email, text, owner, more in words["enquiries"]:
        received = _moment(told)
        answered = more.get("answered")
        closed = more.get("closed")
        unit.enquiries.add(
            source="desk", channel=channel, received_at=stamp(received), text=text,
            name=name or None, phone=phone or None, email=email or None,
            contact_id=people.get(more.get("contact")), referred_by_id=people.get(more.get("by")),
            owner_id=staff.get(owner), due_at=stamp(answer_due(received, SEOUL)),
            answered_at=stamp(_moment(answered)) if answered else None,
            closed_at=stamp(received) if closed else None, closed_as=closed,
        )  # fmt: skip
    first, last = span("month", as_of)
    for metric, target, owner in words["goals"]:
        unit.goals.add(
            metric=metric, target=target, scope="staff" if owner else "shop",
            staff_id=staff.get(owner), period="month", first_on=first.isoformat(),
            last_on=last.isoformat(),
        )  # fmt: skip


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told).replace(tzinfo=UTC) - OFFSET
