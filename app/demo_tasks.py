"""What is to be done in the sample shop: the tasks of the pictures, and a few done already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from app.clock import stamp
from app.task_forms import repeats
from db.uow import UnitOfWork

MANY = 10_000  # contacts of the sample shop at most


def add_tasks(
    unit: UnitOfWork, words: dict[str, Any], as_of: date, deals: Mapping[str, int]
) -> None:
    """Add the tasks of the pictures, some about `deals`; of who is not there the task alone."""
    staff = {name: staff_id for staff_id, name, _role in unit.settings.staff()}
    people = {
        name: contact_id
        for contact_id, _kind, name, *_rest in unit.listed.page(
            "created_at", descending=True, offset=0, limit=MANY
        )
    }
    done_at = stamp(datetime(as_of.year, as_of.month, as_of.day, 0, 5, tzinfo=UTC))
    for title, kind, due, contact, owner, more in words["tasks"]:
        values = repeats(unit, more.get("repeat", ""), due, as_of)
        told = more.get("done")
        unit.tasks.add(
            **{"due_at": due, **values}, title=title, kind=kind, contact_id=people.get(contact),
            assignee_id=staff.get(owner), priority=more.get("priority", 0),
            duration_min=more.get("minutes"), result=told, status="done" if told else "open",
            closed_at=done_at if told else None, deal_id=deals.get(more.get("deal", "")),
        )  # fmt: skip
