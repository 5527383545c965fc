"""The groups customers are in: how they look, and the pill that tells one beside a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import kind_words
from ui.common.kit import Kit
from ui.common.text import capital
from ui.common.widgets.pill import Pill

if TYPE_CHECKING:
    from app.services.insight import InsightService
    from app.shapes.insight import CustomerScore

LOOKS = {
    "vip": ("plum", "crown"),
    "regular": ("success", "repeat"),
    "occasional": ("neutral", "footprints"),
    "new": ("info", "sparkles"),
    "at_risk": ("warning", "trending-down"),
    "slipping": ("danger", "trending-down"),
    "lapsed": ("neutral", "moon"),
}  # role of colour and icon
ALIKE = {
    "first_purchase": "new", "regular": "regular", "slipping": "slipping", "dormant": "lapsed",
    "lost": "lapsed",
}  # fmt: skip
"""Of a stage the group that says the same."""
LEAVING = ("slipping", "dormant", "lost")  # stages that give way to a group which says another


def tier_words(tier: str, language: str) -> str:
    """Return what a group is called, as it begins a line."""
    return capital(kind_words("tier", tier, language))


class TierPill(Pill):
    """Beside a name: the group, and why at the pointer; not seen of those who are in none."""

    told = Signal(str)  # the group a contact is in, '' for none

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, "", "neutral", parent=parent)
        self._kit = kit
        self._insight: InsightService | None = None
        self._contact: tuple[int, str] | None = None
        self.hide()

    def serve(self, insight: InsightService) -> None:
        """Say where it is read."""
        self._insight = insight
        self.refresh()

    def show_contact(self, contact_id: int, stage: str = "") -> bool:
        """Show the group of a contact unless their stage says it; return whether it is seen."""
        self._contact = contact_id, stage
        score = self._read(contact_id)
        look = None if score is None else LOOKS.get(score.tier)
        seen = score is not None and look is not None and ALIKE.get(stage) != score.tier
        if score is not None and look is not None:
            self._show(score, look)
        self.setVisible(seen)
        self.told.emit(score.tier if score is not None and look is not None else "")
        return seen

    def refresh(self) -> None:
        """Read anew, as when scores have been reckoned."""
        if self._contact is not None:
            self.show_contact(*self._contact)

    def _read(self, contact_id: int) -> CustomerScore | None:
        if self._insight is None:
            return None
        return self._insight.of([contact_id], self._kit.language.code).get(contact_id)

    def _show(self, score: CustomerScore, look: tuple[str, str]) -> None:
        words = tier_words(score.tier, self._kit.language.code)
        self.show_state(words, *look)
        self.setAccessibleName(self.tr("Customer group: {group}").format(group=words))
        self.setAccessibleDescription(score.why)
        self.setToolTip(score.why)
        self.updateGeometry()
