"""What a user can do at the end of a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.amounts import MOST_MONEY
from app.errors import Problem
from app.inputs import day_or_none, require
from app.ops import Op
from app.settings import CURRENCY
from app.shapes.day_closes import CountRow, DayCloseRow, MethodSum
from app.store import Store
from db.keys import clean
from db.kinds import METHODS

if TYPE_CHECKING:
    from db.uow import UnitOfWork

ORDER = (*METHODS, "owed")


class DayCloseService:
    """Counting the till; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def expected(self, day: str) -> list[MethodSum]:
        """Return what came in on a day by each way of payment, and by how much debts have grown."""
        told = _day(day)
        with self._store.read() as unit:
            return _expected(unit, told)

    def close(self, day: str, counted: Mapping[str, int], note: str = "") -> None:
        """Keep what was counted beside what the book says; a day closed before is replaced.

        What nobody counted is taken as expected.
        """
        told = _day(day)
        require(counted.keys() <= set(ORDER), "method", Problem.NOT_A_CHOICE)
        for amount in counted.values():
            require(abs(amount) <= MOST_MONEY, "counted", Problem.TOO_MUCH)
        with self._store.action(Op.CLOSE_DAY, name=told) as unit:
            expected = {row.method: row.amount for row in _expected(unit, told)}
            methods = [m for m in ORDER if m in expected or m in counted]
            counts = {m: (expected.get(m, 0), counted.get(m, expected.get(m, 0))) for m in methods}
            unit.day_closes.put(told, self._store.actor_id, clean(note) or None, counts)

    def reopen(self, day: str) -> None:
        """Take the end of a day back; raise GoneError if it was not closed."""
        told = _day(day)
        with self._store.action(Op.REOPEN_DAY, name=told) as unit:
            unit.day_closes.remove(told)

    def of(self, day: str) -> DayCloseRow | None:
        """Return the end of a day, None where it was not closed."""
        told = _day(day)
        with self._store.read() as unit:
            rows = unit.day_closes.recent(limit=1, day=told)
            return _row(unit, rows[0]) if rows else None

    def recent(self, *, limit: int = 31) -> list[DayCloseRow]:
        """Return the days that were closed, newest first."""
        with self._store.read() as unit:
            return [_row(unit, row) for row in unit.day_closes.recent(limit=limit)]


def _day(text: str) -> str:
    day = day_or_none(text, "day")
    require(day, "day")
    return str(day)


def _expected(unit: UnitOfWork, day: str) -> list[MethodSum]:
    sums = dict(unit.day_closes.expected(day, CURRENCY.of(unit.settings.all())))
    return [MethodSum(method, sums[method]) for method in ORDER if method in sums]


def _row(unit: UnitOfWork, row: tuple[Any, ...]) -> DayCloseRow:
    close_id, day, closed_at, staff, note = row
    counts = {
        method: CountRow(method, expected, counted)
        for method, expected, counted in unit.day_closes.counts(close_id)
    }
    ordered = tuple(counts[method] for method in ORDER if method in counts)
    return DayCloseRow(day, closed_at, staff, note, ordered, tuple(_expected(unit, day)))
