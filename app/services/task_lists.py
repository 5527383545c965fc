"""What is to be done, read: lists by when it is due, one task whole, what clashes."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.clock import Clock
from app.inputs import moment_or_none, require
from app.shapes.tasks import (
    SECTIONS,
    ItemRow,
    ReminderRow,
    SectionCount,
    TaskDetail,
    TaskFilter,
    TaskRow,
)
from app.shop_clock import is_dated, shifted
from app.store import Store
from app.task_rows import task_days, task_row

if TYPE_CHECKING:
    from db.repositories.task_lists import Days
    from db.uow import UnitOfWork


class TaskListService:
    """Reads tasks; those of contacts in the trash are in no list."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def get(self, task_id: int) -> TaskDetail:
        """Return one task whole; raise GoneError if it is not there."""
        with self._store.read() as unit:
            task = unit.tasks.get(task_id)
            (row,) = unit.task_lists.rows([task_id])
            items = (ItemRow(i.id, i.label, bool(i.done_at)) for i in unit.tasks.items(task_id))
            reminders = (
                ReminderRow(r.id, r.before_min, r.at or "", r.rings_at or "")
                for r in unit.tasks.reminders(task_id)
            )
            return TaskDetail(
                task_row(row), task.note or "", tuple(items), tuple(reminders), task.interaction_id
            )

    def rows(self, task_ids: Collection[int]) -> dict[int, TaskRow]:
        """Return these tasks by id, those that are not there left out."""
        with self._store.read() as unit:
            return {row[0]: task_row(row) for row in unit.task_lists.rows(task_ids)}

    def sections(self, wanted: TaskFilter | None = None) -> list[SectionCount]:
        """Return how many tasks each section has, in the order of SECTIONS."""
        with self._store.read() as unit:
            counts = unit.task_lists.counts(self._days(unit), wanted or TaskFilter())
        return [SectionCount(section, counts.get(section, 0)) for section in SECTIONS]

    def page(
        self,
        section: str,
        wanted: TaskFilter | None = None,
        *,
        offset: int = 0,
        limit: int = 256,
    ) -> list[TaskRow]:
        """Return one window of a section, in the order it is to be done."""
        with self._store.read() as unit:
            rows = unit.task_lists.page(
                section, self._days(unit), wanted or TaskFilter(), offset=offset, limit=limit
            )
        return [task_row(row) for row in rows]

    def ids(self, section: str, wanted: TaskFilter | None = None) -> list[int]:
        """Return the tasks of a section, in the order of `page`."""
        with self._store.read() as unit:
            return unit.task_lists.ids(section, self._days(unit), wanted or TaskFilter())

    def of_contact(
        self, contact_id: int, *, closed: bool = False, together: bool = False, limit: int = 50
    ) -> list[TaskRow]:
        """Return what is to be done about a contact, or what was, the latest first.

        `together`: with what is a company's or household's people's.
        """
        with self._store.read() as unit:
            ids = [contact_id]
            if together:
                ids += unit.relations.belonging_to(contact_id)
            rows = unit.task_lists.of_contact(ids, closed=closed, limit=limit)
        return [task_row(row) for row in rows]

    def of_sale(self, sale_id: int) -> list[TaskRow]:
        """Return the tasks of a sale, open ones first."""
        with self._store.read() as unit:
            return [task_row(row) for row in unit.task_lists.of_sale(sale_id)]

    def of_deal(self, deal_id: int) -> list[TaskRow]:
        """Return the tasks of a deal, open ones first."""
        with self._store.read() as unit:
            return [task_row(row) for row in unit.task_lists.of_deal(deal_id)]

    def overlapping(
        self,
        assignee_id: int | None,
        due_at: str,
        duration_min: int | None,
        but: int | None = None,
    ) -> list[TaskRow]:
        """Return the appointments of somebody that an appointment would clash with."""
        due = moment_or_none(due_at, "due_at")
        if assignee_id is None or not due or is_dated(due) or not duration_min:
            return []
        require(duration_min > 0, "duration_min")
        with self._store.read() as unit:
            rows = unit.task_lists.overlapping(assignee_id, due, shifted(due, duration_min), but)
        return [task_row(row) for row in rows]

    def trash(self, *, limit: int, offset: int = 0) -> list[TaskRow]:
        """Return the tasks in the trash, the last put there first."""
        with self._store.read() as unit:
            return [task_row(row) for row in unit.task_lists.trash(limit=limit, offset=offset)]

    def _days(self, unit: UnitOfWork) -> Days:
        return task_days(self._now(), unit.settings.all())
