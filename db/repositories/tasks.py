"""Tasks on disk: written here; `task_lists` reads them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bare import driver
from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.task import Task, TaskItem, TaskReminder


class TaskRepository:
    """Entities to change; never commits. What is derived is kept at the action's end."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, **values: Any) -> Task:
        """Add a task of these columns; return it."""
        task = Task(id=self._ids.next(), **values)
        self._session.add(task)
        self._session.flush()
        return task

    def get(self, task_id: int) -> Task:
        """Return the task to change; raise RowNotFoundError if it is in the trash or gone."""
        found = self._session.get(Task, task_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("task", task_id)
        return found

    def put_in_trash(self, task_ids: Collection[int]) -> None:
        """Put tasks in the trash; what belongs to them stays with them."""
        for task_id in task_ids:
            self.get(task_id).deleted_at = self._now()

    def take_from_trash(self, task_ids: Collection[int]) -> None:
        """Bring tasks back from the trash."""
        for task_id in task_ids:
            found = self._session.get(Task, task_id)
            if found is None:
                raise RowNotFoundError("task", task_id)
            found.deleted_at = None

    def of_run(self, run_id: int) -> Sequence[Task]:
        """Return the tasks a plan under way has made, oldest first."""
        query = select(Task).where(Task.plan_run_id == run_id, Task.deleted_at.is_(None))
        return self._session.scalars(query.order_by(Task.id)).all()

    # Checklists

    def items(self, task_id: int) -> Sequence[TaskItem]:
        """Return the lines of a task's checklist, in their order."""
        query = select(TaskItem).where(TaskItem.task_id == task_id, TaskItem.deleted_at.is_(None))
        return self._session.scalars(query.order_by(TaskItem.position, TaskItem.id)).all()

    def add_item(self, task_id: int, label: str, position: int | None = None) -> int:
        """Add a line to a task's checklist, by default the last; return its id."""
        if position is None:
            position = max((item.position for item in self.items(task_id)), default=-1) + 1
        item = TaskItem(id=self._ids.next(), task_id=task_id, label=label, position=position)
        self._session.add(item)
        self._session.flush()
        return item.id

    def item(self, item_id: int) -> TaskItem:
        """Return the line to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(TaskItem, item_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("task_item", item_id)
        return found

    def remove_item(self, item_id: int) -> None:
        """Put a line of a checklist in the trash."""
        self.item(item_id).deleted_at = self._now()

    # Reminders

    def reminders(self, task_id: int) -> Sequence[TaskReminder]:
        """Return the reminders of a task, the earliest first."""
        query = select(TaskReminder).where(
            TaskReminder.task_id == task_id, TaskReminder.deleted_at.is_(None)
        )
        return self._session.scalars(
            query.order_by(TaskReminder.before_min.desc(), TaskReminder.at, TaskReminder.id)
        ).all()

    def set_reminders(
        self, task_id: int, wanted: Collection[tuple[int | None, str | None]]
    ) -> None:
        """Remind of a task at these times alone: (minutes before, None) or (None, moment)."""
        left = list(dict.fromkeys(wanted))
        for reminder in self.reminders(task_id):
            told = (reminder.before_min, reminder.at)
            if told in left:
                left.remove(told)
            else:
                reminder.deleted_at = self._now()
        self._session.add_all(
            TaskReminder(id=self._ids.next(), task_id=task_id, before_min=before, at=at)
            for before, at in left
        )
        self._session.flush()

    def note_shown(self, shown: Collection[tuple[int, str]], now: str) -> None:
        """Remember that these reminders were shown for these times."""
        cursor = driver(self._session.connection()).cursor()
        cursor.executemany(
            "INSERT INTO reminder_shown (reminder_id, rings_at, shown_at) VALUES (?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(reminder_id, rings_at, now) for reminder_id, rings_at in shown],
        )
        cursor.close()
