"""People who work in the shop, as the screen sees them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody who works here; `role` is 'owner', 'staff' or 'viewer', a new owner has no name."""

    id: int
    name: str
    role: str
