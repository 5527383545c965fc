"""What is derived from tasks and stands elsewhere: when reminders ring, what is next.

Kept when an action, an undo or a merge closes; `check` computes it by the models' expressions.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.bare import driver, read
from db.models.contact import NEXT_TASK_AT, NEXT_TASK_KIND, NEXT_TASK_TITLE
from db.models.deal import NEXT_TASK
from db.models.task import RINGS_AT


class TaskSumRepository:
    """What tasks bring along; never commits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def refresh(self, set_id: int, first: int, last: int) -> list[int]:
        """Compute anew what the tasks a change set touched bring along.

        `first` and `last` are its changes. Returns the contacts whose next task is another now.
        """
        self._session.flush()
        connection = self._session.connection()
        given: dict[str, object] = {"set": set_id, "first": first, "last": last}
        cursor = driver(connection).cursor()
        cursor.execute(RINGS, given)
        cursor.execute(DEALS, given)
        contacts = [i for (i,) in read(connection, CONTACTS, given) if i is not None]
        changed = []
        for contact_id in contacts:
            cursor.execute(NEXT, {"contact": contact_id})
            if cursor.rowcount:
                changed.append(contact_id)
        cursor.close()
        self._session.expire_all()
        return changed


_TOUCHED = """
WITH touched AS MATERIALIZED (
  SELECT table_name, row_id, before, after FROM change
  WHERE id BETWEEN :first AND :last AND change_set_id = :set
    AND table_name IN ('task', 'task_reminder', 'deal')
)
"""
RINGS = f"""
{_TOUCHED}
UPDATE task_reminder SET rings_at = {RINGS_AT}
WHERE id IN (
  SELECT row_id FROM touched WHERE table_name = 'task_reminder'
  UNION SELECT r.id FROM touched JOIN task_reminder r ON r.task_id = row_id
    WHERE table_name = 'task'
) AND rings_at IS NOT {RINGS_AT}
"""
CONTACTS = f"""
{_TOUCHED}
SELECT t.contact_id FROM touched JOIN task t ON t.id = row_id WHERE table_name = 'task'
UNION SELECT json_extract(before, '$.contact_id') FROM touched WHERE table_name = 'task'
UNION SELECT json_extract(after, '$.contact_id') FROM touched WHERE table_name = 'task'
"""
_NEXT = f"({NEXT_TASK_AT}, {NEXT_TASK_TITLE}, {NEXT_TASK_KIND})"
NEXT = f"""
UPDATE contact SET (next_task_at, next_task_title, next_task_kind) = {_NEXT}
WHERE id = :contact AND (next_task_at IS NOT {NEXT_TASK_AT}
  OR next_task_title IS NOT {NEXT_TASK_TITLE} OR next_task_kind IS NOT {NEXT_TASK_KIND})
"""
_COLUMNS = ("next_task_id", "next_task_at", "next_task_title", "next_task_kind")
_DIFFERS = " OR ".join(f"{c} IS NOT {sql}" for c, sql in zip(_COLUMNS, NEXT_TASK, strict=True))
DEALS = f"""
{_TOUCHED}
UPDATE deal SET ({", ".join(_COLUMNS)}) = ({", ".join(NEXT_TASK)})
WHERE id IN (
  SELECT row_id FROM touched WHERE table_name = 'deal'
  UNION SELECT t.deal_id FROM touched JOIN task t ON t.id = row_id WHERE table_name = 'task'
  UNION SELECT json_extract(before, '$.deal_id') FROM touched WHERE table_name = 'task'
  UNION SELECT json_extract(after, '$.deal_id') FROM touched WHERE table_name = 'task'
) AND ({_DIFFERS})
"""
