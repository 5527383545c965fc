"""The column of the list that tells who is to be spoken with again."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.shapes.stay_in_touch import TouchRow
from ui.common.kit import Kit
from ui.contacts.stay_in_touch_words import ROLES, level_words

if TYPE_CHECKING:
    from app.services.stay_in_touch import StayInTouchService

TOUCH = "touch"  # the key of the column
MOST = 8192  # contacts kept: more than the list keeps rows of


class TouchColumn:
    """Reads how contacts stand as their rows are read, while the column is shown."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._service: StayInTouchService | None = None
        self._rows: dict[int, TouchRow] = {}

    def serve(self, service: StayInTouchService) -> None:
        """Say where it is read."""
        self._service = service

    def read(self, contacts: Collection[int]) -> None:
        """Read how these contacts stand."""
        if self._service is None or not contacts:
            return
        if len(self._rows) > MOST:
            self._rows.clear()
        found = self._service.standing(contacts)
        for contact_id in contacts:
            self._rows.pop(contact_id, None)
        self._rows.update(found)

    def text(self, contact_id: int) -> str:
        """Return what stands in the column; '' where nothing is wanted."""
        row = self._rows.get(contact_id)
        return level_words(row, self._kit) if row is not None else ""

    def colour(self, contact_id: int) -> str:
        """Return the colour of that text: another one once it is time."""
        row = self._rows.get(contact_id)
        return ROLES.get(row.level, "text-2") if row is not None else "text-2"
