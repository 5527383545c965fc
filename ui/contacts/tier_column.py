"""The column of the list that tells which group of customers somebody is in."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.words import kind_words
from ui.common.kit import Kit
from ui.common.row_delegate import Cell, PillCell, TextCell
from ui.common.text import capital

if TYPE_CHECKING:
    from app.services.insight import InsightService

TIER = "tier"  # the key of the column
MOST = 8192  # contacts kept: more than the list keeps rows of
LOOKS = {
    "vip": ("plum", "crown"),
    "regular": ("success", "repeat"),
    "occasional": ("neutral", "footprints"),
    "new": ("info", "sparkles"),
    "at_risk": ("warning", "trending-down"),
    "slipping": ("danger", "trending-down"),
    "lapsed": ("neutral", "moon"),
}  # role of colour and icon


class TierColumn:
    """Reads the tiers of contacts as their rows are read, while the column is shown."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._service: InsightService | None = None
        self._tiers: dict[int, str] = {}

    def serve(self, service: InsightService) -> None:
        """Say where it is read."""
        self._service = service

    def read(self, contacts: Collection[int]) -> None:
        """Read the tiers of these contacts."""
        if self._service is None or not contacts:
            return
        if len(self._tiers) > MOST:
            self._tiers.clear()
        found = self._service.tiers_of(contacts)
        for contact_id in contacts:
            self._tiers.pop(contact_id, None)
        self._tiers.update(found)

    def text(self, contact_id: int) -> str:
        """Return what stands in the column; '' of those who never bought."""
        tier = self._tiers.get(contact_id)
        return capital(kind_words("tier", tier, self._kit.language.code)) if tier else ""

    def cell(self, contact_id: int) -> Cell:
        """Return how the column is painted."""
        look = LOOKS.get(self._tiers.get(contact_id, ""))
        words = self.text(contact_id)
        return PillCell(words, *look) if look else TextCell(words)
