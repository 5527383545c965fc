"""People who work in the shop, as the screen sees them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Somebody who works here; `role` is 'owner', 'staff' or 'viewer', a new owner has no name.

    Somebody `retired` works here no longer, but what they did keeps their name.
    """

    id: int
    name: str
    role: str
    retired: bool = False
