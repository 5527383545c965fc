"""What a user can do about staying in touch.

The clock starts again at the last interaction the contact took part in: planning does not move
it, nor does a call nobody answered.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.clock import Clock
from app.errors import Problem
from app.inputs import require
from app.ops import Op
from app.shapes.stay_in_touch import SCOPES, TouchForm, TouchRow, TouchRule
from app.shop_clock import shop_now
from app.store import Store
from app.touching import touch_row
from db.kinds import STAGES

if TYPE_CHECKING:
    from db.uow import UnitOfWork

MOST = 3660  # days


class StayInTouchService:
    """How often to speak with whom; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def put(self, scope: str, of: int | str, form: TouchForm | None) -> None:
        """Set how often to be in touch with a contact (its id), a tag's (its name) or a stage's.

        None sets nothing. A contact's own counts before its tags', and those before its stage's.
        """
        require(scope in SCOPES, "scope", Problem.NOT_A_CHOICE)
        if form is not None:
            good = 0 < form.ideal_days <= form.max_days <= MOST
            require(good, "max_days", Problem.NOT_A_NUMBER)
        with self._store.action(Op.SET_TOUCH) as unit:
            about = _about(unit, scope, of)
            days = None if form is None else (form.ideal_days, form.max_days)
            unit.touch_rules.put(scope, about, days)

    def rules(self) -> list[TouchRule]:
        """Return all there is, stages first, then tags, then contacts."""
        with self._store.read() as unit:
            return [_rule(*row) for row in unit.touch_rules.rules()]

    def of(self, contact_id: int) -> TouchRow | None:
        """Return how a contact stands, also one in time; None where nothing says how often."""
        with self._store.read() as unit:
            unit.contacts.get(contact_id)
            found = unit.touch_rules.of([contact_id], self._today(unit))
            return touch_row(found[0]) if found else None

    def standing(self, contact_ids: Collection[int]) -> dict[int, TouchRow]:
        """Return how these contacts stand, also who is in time; not whom no rule is about."""
        with self._store.read() as unit:
            rows = map(touch_row, unit.touch_rules.of(contact_ids, self._today(unit)))
            return {row.contact_id: row for row in rows}

    def out_of_touch(self, *, limit: int, offset: int = 0) -> list[TouchRow]:
        """Return who is to be spoken with again, the longest overdue first."""
        with self._store.read() as unit:
            rows = unit.touch_rules.overdue(self._today(unit), limit=limit, offset=offset)
            return [touch_row(row) for row in rows]

    def count(self) -> int:
        """Return how many are to be spoken with again."""
        with self._store.read() as unit:
            return unit.touch_rules.count(self._today(unit))

    def _today(self, unit: UnitOfWork) -> str:
        return shop_now(self._now(), unit.settings.all()).date().isoformat()


def _about(unit: UnitOfWork, scope: str, of: int | str) -> int | str:
    if scope == "stage":
        require(of in STAGES, "stage", Problem.NOT_A_CHOICE)
        return of
    if scope == "contact":
        return unit.contacts.get(int(of)).id
    tag_id = unit.touch_rules.tag_id(str(of))
    require(tag_id, "tag")
    return tag_id or 0


def _rule(
    rule_id: int, contact_id: int | None, tag_id: int | None, name: str, stage: str, *days: int
) -> TouchRule:
    scope = "contact" if contact_id else "tag" if tag_id else "stage"
    return TouchRule(rule_id, scope, contact_id, tag_id, name, stage, *days)
