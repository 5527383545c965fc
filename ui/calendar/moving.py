"""How each kind of entry is put on another day."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.shapes.agenda import AgendaEntry
from app.shapes.interactions import LineForm
from ui.calendar.desk import CalendarDesk


def moving(desk: CalendarDesk, entry: AgendaEntry, due: str) -> Callable[[], object] | None:
    """Return what puts an entry at another time, in one step; None where nothing does.

    Of the later times of a repeat it returns the task that has become one of its own.
    """
    if entry.task_id is not None and entry.base is not None:
        return partial(desk.tasks.take_out, entry.task_id, entry.base.isoformat(), due)
    if entry.task_id is not None:
        return partial(desk.tasks.move, [entry.task_id], due)
    if entry.what == "handover" and entry.sale_id is not None:
        return partial(desk.sales.put_details, entry.sale_id, {"due_at": due})
    if entry.what == "deal" and entry.deal_id is not None:
        return partial(desk.deals.set_close, [entry.deal_id], due[:10])
    if entry.what == "promise" and entry.contact_id is not None:
        line = LineForm(contact_id=entry.contact_id, at=due, note=entry.title)
        return partial(desk.interactions.log_line, line)
    return None
