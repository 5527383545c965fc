"""What a user can do with prepaid passes."""

from __future__ import annotations

from datetime import timedelta

from app.amounts import MOST_MONEY
from app.clock import Clock, stamp
from app.day import today
from app.errors import Problem
from app.inputs import day_or_none, require
from app.ops import Op
from app.shapes.passes import PassForm, PassRow, PassUseRow
from app.store import Store
from db.keys import clean
from db.kinds import PASS_KINDS


class PassService:
    """Passes and their uses; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def add(self, form: PassForm) -> int:
        """Give somebody a pass; return its id."""
        name = clean(form.name)
        require(name, "name")
        require(form.kind in PASS_KINDS, "kind", Problem.NOT_A_CHOICE)
        require(form.units > 0, "units", Problem.NOT_A_NUMBER)
        require(form.units <= MOST_MONEY, "units", Problem.TOO_MUCH)
        expires = day_or_none(form.expires_on, "expires_on")
        with self._store.action(Op.ADD_PASS) as unit:
            unit.contacts.get(form.contact_id)
            if form.product_id is not None:
                unit.products.get(form.product_id)
            return unit.passes.add(
                contact_id=form.contact_id, product_id=form.product_id, name=name, kind=form.kind,
                units=form.units, bought_on=self._today(), expires_on=expires,
                note=clean(form.note) or None,
            )  # fmt: skip

    def edit(self, pass_id: int, *, name: str, expires_on: str = "", note: str = "") -> None:
        """Change what a pass is called, how long it is good and what is noted of it."""
        told = clean(name)
        require(told, "name")
        expires = day_or_none(expires_on, "expires_on")
        with self._store.action(Op.EDIT_PASS) as unit:
            found = unit.passes.get(pass_id)
            found.name, found.expires_on, found.note = told, expires, clean(note) or None

    def use(self, pass_id: int, units: int = 1, note: str = "") -> int:
        """Use a pass; return the use's id. Raise InvalidInputError for more than is left.

        One whose last day is over is not used either.
        """
        require(units > 0, "units", Problem.NOT_A_NUMBER)
        now = self._now()
        with self._store.action(Op.USE_PASS) as unit:
            found = unit.passes.get(pass_id)
            good = not found.expires_on or found.expires_on >= self._today()
            require(good, "pass", Problem.EXPIRED)
            require(unit.passes.left(found.id) >= units, "units", Problem.MORE_THAN_LEFT)
            return unit.passes.use(
                pass_id, units=units, used_on=self._today(), used_at=stamp(now),
                staff_id=self._store.actor_id, note=clean(note) or None,
            )  # fmt: skip

    def use_next(self, contact_id: int) -> int:
        """Use once the pass of somebody that ends first; return the use's id.

        Raises InvalidInputError where all are used up or over, and where there is none.
        """
        passes = [row for row in self.of(contact_id, used_up=True) if row.kind == "uses"]
        require(passes, "pass")
        left = [row for row in passes if row.remaining > 0]
        require(left, "units", Problem.MORE_THAN_LEFT)
        good = [row for row in left if not row.expired]
        require(good, "pass", Problem.EXPIRED)
        return self.use(good[0].id)

    def take_back(self, use_id: int) -> None:
        """Take the use of a pass back, as one that was typed by mistake."""
        with self._store.action(Op.TAKE_BACK_USE) as unit:
            unit.passes.take_back(use_id)

    def remove(self, pass_id: int) -> None:
        """Put a pass in the trash."""
        with self._store.action(Op.REMOVE_PASS) as unit:
            unit.passes.remove(pass_id)

    def of(self, contact_id: int, *, used_up: bool = False) -> list[PassRow]:
        """Return the passes of somebody, the one that expires first first.

        Those that are `used_up` or expired only if they are asked for.
        """
        with self._store.read() as unit:
            rows = unit.passes.of([contact_id], self._today(), used_up=used_up)
        return [PassRow(*(*row[:8], bool(row[8]), row[9])) for row in rows]

    def uses(self, pass_id: int) -> list[PassUseRow]:
        """Return the uses of a pass, newest first."""
        with self._store.read() as unit:
            return [PassUseRow(*row) for row in unit.passes.uses(pass_id)]

    def running_out(self, days: int) -> list[PassRow]:
        """Return the passes that expire within so many days or have one use left."""
        until = today(self._now()).today + timedelta(days=days)
        with self._store.read() as unit:
            rows = unit.passes.running_out(self._today(), until.isoformat())
        return [PassRow(*(*row[:8], bool(row[8]), row[9])) for row in rows]

    def _today(self) -> str:
        return today(self._now()).today.isoformat()
