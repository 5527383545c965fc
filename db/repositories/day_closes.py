"""The ends of days at the till, on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import meaning_id
from db.models.sale import DayClose, DayCount


class DayCloseRepository:
    """What was expected and counted; never commits."""

    def __init__(self, session: Session, now: Callable[[], str]) -> None:
        self._session = session
        self._now = now

    def expected(self, day: str, currency: str) -> list[tuple[str, int]]:
        """Return (method, amount) of what came in on a day; 'owed' is by how much debts grew."""
        self._session.flush()
        given = {"day": day, "currency": currency}
        found = self._session.execute(text(PAID_ON), given)
        sums = [(str(a), int(b)) for a, b in found]
        owed = self._session.scalar(text(OWED_ON), given)
        return [*sums, ("owed", int(owed))] if owed else sums

    def put(
        self, day: str, staff_id: int | None, note: str | None,
        counts: Mapping[str, tuple[int, int]],
    ) -> int:  # fmt: skip
        """Keep (expected, counted) of each method of a day, in place of what there was."""
        close_id = meaning_id("day_close", day)
        close = self._session.get(DayClose, close_id)
        if close is None:
            close = DayClose(id=close_id, day=day, closed_at=self._now())
            self._session.add(close)
        close.closed_at, close.staff_id, close.note = self._now(), staff_id, note
        close.deleted_at = None
        self._session.flush()
        self._drop_counts(close_id)
        for method, (expected, counted) in counts.items():
            count_id = meaning_id("day_count", close_id, method)
            count = self._session.get(DayCount, count_id)
            if count is None:
                count = DayCount(id=count_id, day_close_id=close_id, method=method)
                self._session.add(count)
            count.expected, count.counted, count.deleted_at = expected, counted, None
        self._session.flush()
        return close_id

    def remove(self, day: str) -> None:
        """Put the end of a day in the trash; raise RowNotFoundError if there is none."""
        close_id = meaning_id("day_close", day)
        close = self._session.get(DayClose, close_id)
        if close is None or close.deleted_at:
            raise RowNotFoundError("day_close", close_id)
        close.deleted_at = self._now()
        self._drop_counts(close_id)

    def recent(self, *, limit: int, day: str | None = None) -> list[tuple[Any, ...]]:
        """Return (id, day, closed at, staff, note) of the newest, or of one day."""
        which = " AND d.day = :day" if day else ""
        found = self._session.execute(
            text(
                "SELECT d.id, d.day, d.closed_at, coalesce(f.name, ''), coalesce(d.note, '')"
                " FROM day_close d LEFT JOIN staff f ON f.id = d.staff_id"
                f" WHERE d.deleted_at IS NULL{which} ORDER BY d.day DESC LIMIT :limit"
            ),
            {"limit": limit, "day": day} if day else {"limit": limit},
        )
        return [tuple(row) for row in found]

    def counts(self, close_id: int) -> list[tuple[str, int, int]]:
        """Return (method, expected, counted) of the end of a day."""
        found = self._session.execute(
            text(
                "SELECT method, expected, counted FROM day_count"
                " WHERE day_close_id = :close AND deleted_at IS NULL"
            ),
            {"close": close_id},
        )
        return [(a, b, c) for a, b, c in found]

    def _drop_counts(self, close_id: int) -> None:
        self._session.execute(
            text(
                "UPDATE day_count SET deleted_at = :now, updated_at = :now"
                " WHERE day_close_id = :close AND deleted_at IS NULL"
            ),
            {"now": self._now(), "close": close_id},
        )
        self._session.expire_all()


PAID_ON = """
SELECT p.method, sum(p.amount) FROM payment p JOIN sale s ON s.id = p.sale_id
WHERE p.paid_on = :day AND p.deleted_at IS NULL AND s.deleted_at IS NULL
  AND s.currency = :currency
GROUP BY 1 HAVING sum(p.amount) <> 0 ORDER BY 1
"""
# How much more is owed at the end of the day than at its beginning: what was sold, less what was
# given back, less what was paid, also of older sales.
OWED_ON = """
SELECT coalesce((SELECT sum(s.total) FROM sale s WHERE s.sold_on = :day AND s.deleted_at IS NULL
    AND s.cancelled_at IS NULL AND s.currency = :currency), 0)
  - coalesce((SELECT sum(p.amount) FROM payment p JOIN sale s ON s.id = p.sale_id
    WHERE p.paid_on = :day AND p.deleted_at IS NULL AND s.deleted_at IS NULL
    AND s.cancelled_at IS NULL AND s.currency = :currency), 0)
"""
