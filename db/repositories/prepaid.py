"""Passes and points on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.prepaid import LoyaltyMove, LoyaltyProgramme, PassUse, PrepaidPass

PASS = (
    "p.id, p.contact_id, p.name, p.kind, p.units, p.remaining, p.bought_on,"
    " coalesce(p.expires_on, ''), coalesce(p.expires_on < :day, 0), coalesce(p.note, '')"
)


class PassRepository:
    """Prepaid passes and their uses; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, **values: Any) -> int:
        """Add a pass of these columns; return its id."""
        made = PrepaidPass(id=self._ids.next(), **values)
        self._session.add(made)
        self._session.flush()
        return made.id

    def get(self, pass_id: int) -> PrepaidPass:
        """Return the pass to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(PrepaidPass, pass_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("prepaid_pass", pass_id)
        return found

    def remove(self, pass_id: int) -> None:
        """Put a pass in the trash."""
        self.get(pass_id).deleted_at = self._now()

    def left(self, pass_id: int) -> int:
        """Return what is left of a pass as it stands now, before the action's end."""
        self._session.flush()
        used = select(func.coalesce(func.sum(PassUse.units), 0)).where(
            PassUse.pass_id == pass_id, PassUse.deleted_at.is_(None)
        )
        return self.get(pass_id).units - int(self._session.scalar(used) or 0)

    def use(self, pass_id: int, **values: Any) -> int:
        """Add a use of these columns to a pass; return its id."""
        use = PassUse(id=self._ids.next(), pass_id=pass_id, **values)
        self._session.add(use)
        self._session.flush()
        return use.id

    def use_of(self, use_id: int) -> PassUse:
        """Return the use to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(PassUse, use_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("pass_use", use_id)
        return found

    def take_back(self, use_id: int) -> None:
        """Put a use in the trash."""
        self.use_of(use_id).deleted_at = self._now()

    def uses_with(self, sale_id: int) -> list[tuple[PassUse, str]]:
        """Return the uses that paid a sale, each with the kind of its pass."""
        query = (
            select(PassUse, PrepaidPass.kind)
            .join(PrepaidPass, PrepaidPass.id == PassUse.pass_id)
            .where(PassUse.sale_id == sale_id, PassUse.deleted_at.is_(None))
            .order_by(PassUse.id)
        )
        return [(use, kind) for use, kind in self._session.execute(query)]

    def put_in_trash(self, sale_id: int, since: str) -> None:
        """Put the uses that paid a sale in the trash with it."""
        for use, _kind in self.uses_with(sale_id):
            use.deleted_at = since

    def take_from_trash(self, sale_id: int, since: str) -> None:
        """Use again what went into the trash at that moment, with a sale."""
        gone = PassUse.sale_id == sale_id, PassUse.deleted_at == since
        for use in self._session.scalars(select(PassUse).where(*gone)).all():
            use.deleted_at = None

    def given_with(self, sale_id: int) -> Sequence[PrepaidPass]:
        """Return the passes a sale gave its buyer."""
        query = select(PrepaidPass).where(
            PrepaidPass.sale_id == sale_id, PrepaidPass.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(PrepaidPass.id)).all()

    def of(self, contact_ids: Collection[int], day: str, *, used_up: bool) -> list[tuple[Any, ...]]:
        """Return (see `PASS`) the passes of contacts, the one that expires first first.

        Without those `used_up` or expired on that day, unless they are asked for.
        """
        there = "" if used_up else _GOOD
        return self._read(
            f"SELECT {PASS} FROM prepaid_pass p WHERE p.contact_id IN"
            f" (SELECT value FROM json_each(:ids)) AND p.deleted_at IS NULL{there}"
            " ORDER BY p.remaining <= 0, p.expires_on IS NULL, p.expires_on, p.id",
            day, ids=_listed(contact_ids),
        )  # fmt: skip

    def running_out(self, day: str, until: str) -> list[tuple[Any, ...]]:
        """Return (see `PASS`) what is good, and expires by a day or has one use left."""
        return self._read(
            f"SELECT {PASS} FROM prepaid_pass p WHERE p.deleted_at IS NULL{_GOOD}"
            " AND (p.expires_on <= :until OR (p.kind = 'uses' AND p.remaining = 1))"
            " ORDER BY p.expires_on IS NULL, p.expires_on, p.id",
            day, until=until,
        )  # fmt: skip

    def uses(self, pass_id: int) -> list[tuple[Any, ...]]:
        """Return (id, units, day, moment, note, staff) of the uses of a pass, newest first."""
        return self._read(
            "SELECT u.id, u.units, u.used_on, coalesce(u.used_at, ''), coalesce(u.note, ''),"
            " coalesce(f.name, '') FROM pass_use u LEFT JOIN staff f ON f.id = u.staff_id"
            " WHERE u.pass_id = :ids AND u.deleted_at IS NULL ORDER BY u.used_on DESC, u.id DESC",
            "", ids=pass_id,
        )  # fmt: skip

    def _read(self, query: str, day: str, **given: object) -> list[tuple[Any, ...]]:
        self._session.flush()
        found = self._session.execute(text(query), {"day": day, **given} if day else given)
        return [tuple(row) for row in found]


_GOOD = " AND p.remaining > 0 AND (p.expires_on IS NULL OR p.expires_on >= :day)"


class LoyaltyRepository:
    """Programmes and moves of points; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add_programme(self, values: Mapping[str, Any]) -> int:
        """Add a programme of these columns; return its id."""
        made = LoyaltyProgramme(id=self._ids.next(), **values)
        self._session.add(made)
        self._session.flush()
        return made.id

    def programme(self, programme_id: int) -> LoyaltyProgramme:
        """Return the programme to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(LoyaltyProgramme, programme_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("loyalty_programme", programme_id)
        return found

    def programmes(self) -> list[LoyaltyProgramme]:
        """Return the programmes, oldest first, also those that have ended."""
        query = select(LoyaltyProgramme).where(LoyaltyProgramme.deleted_at.is_(None))
        return list(self._session.scalars(query.order_by(LoyaltyProgramme.id)))

    def move(self, **values: Any) -> int:
        """Add a move of these columns; return its id."""
        made = LoyaltyMove(id=self._ids.next(), **values)
        self._session.add(made)
        self._session.flush()
        return made.id

    def balances(self, contact_ids: Collection[int]) -> dict[tuple[int, int], int]:
        """Return the points of each (contact, programme) that has moves."""
        self._session.flush()
        found = self._session.execute(
            text(
                "SELECT contact_id, programme_id, sum(points) FROM loyalty_move WHERE contact_id IN"
                " (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL GROUP BY 1, 2"
            ),
            {"ids": _listed(contact_ids)},
        )
        return {(a, b): c for a, b, c in found}

    def moves(self, contact_id: int, *, limit: int) -> list[tuple[Any, ...]]:
        """Return (id, programme, kind, points, day, sale, expires, note), newest first."""
        found = self._session.execute(
            text(
                "SELECT m.id, g.name, m.kind, m.points, m.moved_on, m.sale_id,"
                " coalesce(m.expires_on, ''), coalesce(m.note, '') FROM loyalty_move m"
                " JOIN loyalty_programme g ON g.id = m.programme_id WHERE m.contact_id = :contact"
                " AND m.deleted_at IS NULL ORDER BY m.moved_on DESC, m.id DESC LIMIT :limit"
            ),
            {"contact": contact_id, "limit": limit},
        )
        return [tuple(row) for row in found]

    def of_sale(self, sale_id: int) -> dict[tuple[int, int, str], int]:
        """Return the points of each (contact, programme, kind) that moved because of a sale."""
        self._session.flush()
        found = self._session.execute(
            text(
                "SELECT contact_id, programme_id, kind, sum(points) FROM loyalty_move"
                " WHERE sale_id = :sale AND deleted_at IS NULL GROUP BY 1, 2, 3"
            ),
            {"sale": sale_id},
        )
        return {(a, b, c): d for a, b, c, d in found}

    def put_in_trash(self, sale_id: int, since: str) -> None:
        """Put the points in the trash that paid a sale."""
        for move in self._spent_for(sale_id, None):
            move.deleted_at = since

    def take_from_trash(self, sale_id: int, since: str) -> None:
        """Spend again what went into the trash at that moment, with a sale."""
        for move in self._spent_for(sale_id, since):
            move.deleted_at = None

    def _spent_for(self, sale_id: int, since: str | None) -> Sequence[LoyaltyMove]:
        query = select(LoyaltyMove).where(
            LoyaltyMove.sale_id == sale_id,
            LoyaltyMove.kind == "spend",
            LoyaltyMove.deleted_at == since,
        )
        return self._session.scalars(query).all()

    def came_already(self, contact_id: int, programme_id: int, day: str, sale_id: int) -> bool:
        """Tell whether another sale of that day has earned somebody something."""
        self._session.flush()
        found = self._session.scalar(
            text(
                "SELECT 1 FROM loyalty_move m JOIN sale s ON s.id = m.sale_id"
                " WHERE m.contact_id = :contact AND m.programme_id = :programme"
                " AND m.kind = 'earn' AND m.deleted_at IS NULL AND s.sold_on = :day"
                " AND s.id <> :sale GROUP BY s.id HAVING sum(m.points) > 0"
            ),
            {"contact": contact_id, "programme": programme_id, "day": day, "sale": sale_id},
        )
        return found is not None

    def gone_by(self, day: str) -> list[tuple[int, int, int]]:
        """Return (contact, programme, points) that expired before a day and were not spent.

        What was spent was the oldest: it is taken off what has expired first.
        """
        self._session.flush()
        found = self._session.execute(text(GONE), {"day": day})
        return [(a, b, c) for a, b, c in found]


GONE = """
SELECT m.contact_id, m.programme_id,
  sum(CASE WHEN m.points < 0 THEN m.points WHEN m.expires_on < :day THEN m.points ELSE 0 END)
    AS gone
FROM loyalty_move m
WHERE m.deleted_at IS NULL AND (m.contact_id, m.programme_id) IN (
  SELECT e.contact_id, e.programme_id FROM loyalty_move e
  WHERE e.expires_on < :day AND e.deleted_at IS NULL)
GROUP BY 1, 2 HAVING gone > 0 ORDER BY 1, 2
"""


def _listed(ids: Iterable[int]) -> str:
    return f"[{', '.join(str(i) for i in ids)}]"
