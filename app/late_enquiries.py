"""Enquiries that wait longer than they should, as a notice."""

from __future__ import annotations

from app.clock import Clock, stamp
from app.shapes.notices import Notice
from app.store import Store


def late_enquiries(store: Store, now: Clock) -> list[Notice]:
    """Return a notice of those whose answer is overdue, and the first of them; none without."""
    with store.read() as unit:
        count, first = unit.enquiries.late(stamp(now()))
    if first is None:
        return []
    enquiry_id, who, due_at = first
    code = "notice.late_enquiries" if count > 1 else "notice.late_enquiry"
    facts = {"count": count, "who": who}
    return [
        Notice(
            "enquiries:late", code, facts, attention=True, enquiry_id=enquiry_id, happened_at=due_at
        )
    ]
