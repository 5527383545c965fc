"""What a user can do with points and stamps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.amounts import MOST_MONEY
from app.clock import Clock
from app.day import today
from app.errors import Problem
from app.inputs import require
from app.ops import Op
from app.paying import own_points
from app.settings import CURRENCY
from app.shapes.loyalty import BalanceRow, MoveRow, ProgrammeForm, ProgrammeRow
from app.store import Store
from db.keys import clean
from db.kinds import EARNED_BY, PROGRAMME_KINDS

if TYPE_CHECKING:
    from db.models.prepaid import LoyaltyProgramme

MOST_POINTS = 10**9


class LoyaltyService:
    """Programmes and points; each write is one transaction and one undo step.

    Sales earn by themselves, and take back what they earned when they are given back.
    """

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def programmes(self, *, retired: bool = False) -> list[ProgrammeRow]:
        """Return the programmes, oldest first; with those that have ended as well."""
        with self._store.read() as unit:
            rows = [_row(programme) for programme in unit.loyalty.programmes()]
        return [row for row in rows if retired or not row.retired]

    def add_programme(self, form: ProgrammeForm) -> int:
        """Add a programme; return its id. Sales earn in it from now on."""
        values = _values(form)
        with self._store.action(Op.ADD_PROGRAMME, name=values["name"]) as unit:
            return unit.loyalty.add_programme(values)

    def edit_programme(self, programme_id: int, form: ProgrammeForm) -> None:
        """Change the rules of a programme; what was earned stays."""
        values = _values(form)
        with self._store.action(Op.EDIT_PROGRAMME, name=values["name"]) as unit:
            programme = unit.loyalty.programme(programme_id)
            for column, value in values.items():
                setattr(programme, column, value)

    def retire_programme(self, programme_id: int) -> None:
        """End a programme: nothing is earned in it any more, what people have they can spend."""
        with self._store.read() as unit:
            name = unit.loyalty.programme(programme_id).name
        with self._store.action(Op.RETIRE_PROGRAMME, name=name) as unit:
            unit.loyalty.programme(programme_id).retired_at = unit.now()

    def balance(self, contact_id: int) -> list[BalanceRow]:
        """Return what somebody has in each programme they have moves in."""
        with self._store.read() as unit:
            has = unit.loyalty.balances([contact_id])
            return [
                BalanceRow(p.id, p.name, p.kind, has[contact_id, p.id], p.worth, p.least)
                for p in unit.loyalty.programmes()
                if (contact_id, p.id) in has
            ]

    def spendable(self, contact_id: int, sale_id: int | None = None) -> list[BalanceRow]:
        """Return what can pay a sale, by default all that are owed: without what these earned."""
        with self._store.read() as unit:
            currency = CURRENCY.of(unit.settings.all())
            owing = [owed for owed, _amount in unit.sales.owing(contact_id, currency)]
            own = own_points(unit, owing if sale_id is None else [sale_id])
        rows = [
            replace(row, points=row.points - own.get(row.programme_id, 0))
            for row in self.balance(contact_id)
        ]
        return [row for row in rows if row.points > 0]

    def moves(self, contact_id: int, *, limit: int = 100) -> list[MoveRow]:
        """Return how points of somebody came and went, newest first."""
        with self._store.read() as unit:
            return [MoveRow(*row) for row in unit.loyalty.moves(contact_id, limit=limit)]

    def spend(self, contact_id: int, programme_id: int, points: int, note: str = "") -> int:
        """Let somebody spend points for something that is no sale; return the move's id.

        A sale is paid with points by a payment. Raises InvalidInputError for more than there are.
        """
        require(points > 0, "points", Problem.NOT_A_NUMBER)
        with self._store.action(Op.MOVE_POINTS) as unit:
            unit.contacts.get(contact_id)
            programme = unit.loyalty.programme(programme_id)
            has = unit.loyalty.balances([contact_id]).get((contact_id, programme_id), 0)
            require(has >= max(points, programme.least), "points", Problem.MORE_THAN_LEFT)
            return unit.loyalty.move(
                contact_id=contact_id, programme_id=programme_id, kind="spend", points=-points,
                moved_on=self._today(), note=clean(note) or None, staff_id=self._store.actor_id,
            )  # fmt: skip

    def adjust(self, contact_id: int, programme_id: int, points: int, note: str = "") -> int:
        """Give somebody points, or take some; return the move's id."""
        require(points != 0, "points", Problem.NOT_A_NUMBER)
        require(abs(points) <= MOST_POINTS, "points", Problem.TOO_MUCH)
        with self._store.action(Op.MOVE_POINTS) as unit:
            unit.contacts.get(contact_id)
            unit.loyalty.programme(programme_id)
            return unit.loyalty.move(
                contact_id=contact_id, programme_id=programme_id, kind="adjust", points=points,
                moved_on=self._today(), note=clean(note) or None, staff_id=self._store.actor_id,
            )  # fmt: skip

    def expire(self) -> int:
        """Take off the points whose last day is over, in one step; return of how many contacts."""
        with self._store.read() as unit:
            gone = unit.loyalty.gone_by(self._today())
        if not gone:
            return 0
        contacts = len({contact_id for contact_id, _programme, _points in gone})
        with self._store.action(Op.EXPIRE_POINTS, count=contacts) as unit:
            for contact_id, programme_id, points in unit.loyalty.gone_by(self._today()):
                unit.loyalty.move(
                    contact_id=contact_id, programme_id=programme_id, kind="expire",
                    points=-points, moved_on=self._today(),
                )  # fmt: skip
        return contacts

    def _today(self) -> str:
        return today(self._now()).today.isoformat()


def _values(form: ProgrammeForm) -> dict[str, Any]:
    name = clean(form.name)
    require(name, "name")
    require(form.kind in PROGRAMME_KINDS, "kind", Problem.NOT_A_CHOICE)
    require(form.earn_by in EARNED_BY, "earn_by", Problem.NOT_A_CHOICE)
    require(0 < form.earn_per <= MOST_MONEY, "earn_per", Problem.NOT_MONEY)
    require(0 < form.earn_points <= MOST_POINTS, "earn_points", Problem.NOT_A_NUMBER)
    require(form.worth is None or 0 < form.worth <= MOST_MONEY, "worth", Problem.NOT_MONEY)
    require(0 < form.least <= MOST_POINTS, "least", Problem.NOT_A_NUMBER)
    days = form.expires_after_days
    require(days is None or 0 < days <= 36_500, "expires_after_days", Problem.NOT_A_NUMBER)
    return {
        "name": name, "kind": form.kind, "earn_by": form.earn_by, "earn_per": form.earn_per,
        "earn_points": form.earn_points, "worth": form.worth, "least": form.least,
        "expires_after_days": days,
    }  # fmt: skip


def _row(programme: LoyaltyProgramme) -> ProgrammeRow:
    return ProgrammeRow(
        programme.id, programme.name, programme.kind, programme.earn_by, programme.earn_per,
        programme.earn_points, programme.worth, programme.least, programme.expires_after_days,
        retired=programme.retired_at is not None,
    )  # fmt: skip
