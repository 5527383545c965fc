"""What a user can learn about how well contacts are known, and mend."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.errors import GoneError, Problem
from app.inputs import require
from app.jobs import Ticket
from app.judging import AT_ONCE, facts_of, judge
from app.ops import Op
from app.quality import TYPOS, repairs, score
from app.shapes.contacts import NAME_LIMIT
from app.shapes.quality import Repair, Score
from app.store import Store
from db.keys import clean, phone_display, phone_key

if TYPE_CHECKING:
    from db.uow import UnitOfWork

LEFT = "tidy_left"  # the setting that keeps what is never to be asked again
ROUND = 10
SUSPECTS = 200  # of each kind are looked at; the round takes ten
SURE_PAIR = 600  # thousandths: what is less alike is not worth a question here
PAIR_WORTH = 20
KEPT = 5_000  # answers 'never ask again'; the oldest are forgotten


class QualityService:
    """Scores, and the proposals of a tidy round; each answer is one step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def score(self, contact_id: int) -> Score:
        """Return how well a contact is known; raise GoneError if it is not there."""
        found = self.scores([contact_id])
        if contact_id not in found:
            raise GoneError(str(contact_id))
        return found[contact_id]

    def scores(self, contact_ids: Collection[int]) -> dict[int, Score]:
        """Return how well these contacts are known; those gone by now are left out."""
        with self._store.read() as unit:
            return {f.id: score(f, self._store.country) for f in facts_of(unit, contact_ids)}

    def judge(self, ticket: Ticket) -> int:
        """Store the scores that are not known yet, as after an import; return how many."""
        done = 0
        while True:
            with self._store.aside() as unit:
                left = unit.quality.unjudged(limit=AT_ONCE)
                judge(unit, left, self._store.country)
            done += len(left)
            if len(left) < AT_ONCE:
                return done
            ticket.check()

    def worthwhile(self, *, limit: int = ROUND) -> list[Repair]:
        """Return what is most worth mending in the whole book, at most `limit`."""
        with self._store.read() as unit:
            left = set(_left(unit))
            ids = unit.quality.suspects(TYPOS, limit=SUSPECTS)
            found = [r for f in facts_of(unit, ids) for r in repairs(f, self._store.country)]
            found += _pairs(unit, limit + len(left))
        asked = [repair for repair in found if repair.key not in left]
        asked.sort(key=lambda repair: -repair.worth)
        return asked[:limit]

    def mend(self, repair: Repair, after: str | None = None) -> None:
        """Put what is proposed, or `after` instead, where the wrong thing stands, in one step.

        Raises GoneError if something else stands there by now, InvalidInputError for nothing.
        """
        text = clean(repair.after if after is None else after)
        require(text, "value")
        require(len(text) <= NAME_LIMIT, "value", Problem.TOO_LONG)
        require(repair.kind != "duplicate", "kind")
        with self._store.action(Op.MEND_CONTACT) as unit:
            contact = unit.contacts.get(repair.contact_id)
            if repair.point_id:
                point = unit.contacts.point(repair.point_id)
                _require_still(point.value, repair)
                shown = phone_display(text, self._store.country) if point.kind == "phone" else text
                unit.contacts.change_point(point.id, country=self._store.country, value=shown)
                return
            _require_still(contact.name, repair)
            unit.contacts.change(contact.id, {"name": text})
            if repair.kind == "is_company":
                contact.kind = "company"
            if repair.company and not contact.company:
                contact.company = repair.company
            if repair.phone:
                self._add_phone(unit, contact.id, repair.phone)

    def leave(self, repair: Repair) -> None:
        """Never propose this again."""
        with self._store.action(Op.LEAVE_AS_IS) as unit:
            kept = [key for key in _left(unit) if key != repair.key]
            unit.settings.put(LEFT, [*kept, repair.key][-KEPT:])

    def _add_phone(self, unit: UnitOfWork, contact_id: int, phone: str) -> None:
        country = self._store.country
        known = {phone_key(p.value, country) for p in unit.contacts.points([contact_id], "phone")}
        if phone_key(phone, country) not in known:
            unit.contacts.add_point(contact_id, "phone", phone, country=country)


def _require_still(value: str, repair: Repair) -> None:
    if value != repair.before:
        raise GoneError(repair.before)


def _left(unit: UnitOfWork) -> list[str]:
    kept = unit.settings.all().get(LEFT, [])
    return [str(key) for key in kept] if isinstance(kept, list) else []


def _pairs(unit: UnitOfWork, limit: int) -> list[Repair]:
    found = unit.duplicates.open(limit=limit, least=SURE_PAIR)
    names = unit.contacts.rows([i for pair in found for i in pair[:2]])
    return [
        Repair(
            kind="duplicate", contact_id=a, other_id=b, name=names[a][2], before=names[a][2],
            after=names[b][2], worth=PAIR_WORTH,
        )
        for a, b, _score, _evidence in found
    ]  # fmt: skip
