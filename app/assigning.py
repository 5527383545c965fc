"""Whose turn it is: what comes in goes to somebody by the way the shop has set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.uow import UnitOfWork


def next_owner(unit: UnitOfWork, scope: str, of: int | str) -> int | None:
    """Return who gets the next deal of a pipeline, or enquiry of a channel; None for nobody.

    In turn it is who comes after the one that got the last; else who has least to do, and of
    those with the same load whose turn it is.
    """
    found = unit.team.assignment(scope, of)
    if found is None or found[0] == "hand":
        return None
    way, told = found
    working = [staff_id for staff_id, _name, _role in unit.settings.staff()]
    chosen = [staff_id for staff_id in json.loads(told) if staff_id in working] or working
    turn = in_turn(chosen, unit.team.last_owner(scope, of))
    if way == "least_busy":
        loads = unit.team.loads(chosen)
        return min(turn, key=lambda staff_id: loads.get(staff_id, 0))
    return turn[0]


def in_turn(staff: Sequence[int], last: int | None) -> list[int]:
    """Return who comes when after the one that was last."""
    place = staff.index(last) + 1 if last in staff else 0
    return [*staff[place:], *staff[:place]]
