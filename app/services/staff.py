"""What a user can do with the people who work in the shop."""

from app.inputs import require, required
from app.ops import Op
from app.shapes.staff import StaffRow
from app.store import Store


class StaffService:
    """Who works here; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def present_id(self) -> int | None:
        """Return the id of whoever is at the desk now."""
        return self._store.actor_id

    def all(self) -> list[StaffRow]:
        """Return everybody who works here, the owner first, then by name."""
        with self._store.read() as unit:
            return [StaffRow(*row) for row in unit.settings.staff()]

    def everybody(self) -> list[StaffRow]:
        """Return all who ever worked here, those who do first."""
        with self._store.read() as unit:
            return [StaffRow(*row) for row in unit.settings.everybody()]

    def add(self, name: str) -> int:
        """Add somebody who works here; return the id. Raises InvalidInputError without a name."""
        text = required(name, "name")
        with self._store.action(Op.ADD_STAFF, name=text) as unit:
            return unit.settings.add_staff(text, "staff")

    def rename(self, staff_id: int, name: str) -> None:
        """Give somebody another name; raises InvalidInputError for none."""
        text = required(name, "name")
        with self._store.action(Op.RENAME_STAFF, name=text) as unit:
            unit.settings.rename_staff(staff_id, text)

    def remove(self, staff_id: int) -> None:
        """Have somebody work here no longer: nothing is given to them any more.

        What they did and whom they looked after keeps their name. The owner of the shop stays:
        InvalidInputError.
        """
        with self._store.action(Op.REMOVE_STAFF) as unit:
            name, role = unit.settings.retire_staff(staff_id, unit.now())
            require(role != "owner", "owner")
            unit.changes.add_facts(name=name)
