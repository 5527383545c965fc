"""The columns of the list that tell what purchases say of somebody."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from app.insight_words import rounded
from ui.common.kit import Kit
from ui.common.row_delegate import Cell, PillCell, TextCell
from ui.contacts.tier_looks import LOOKS, tier_words

if TYPE_CHECKING:
    from app.services.insight import InsightService
    from app.shapes.insight import ScoreBrief

TIER, CHANCE, VALUE, STAKE, NEXT = "tier", "return_chance", "value_year", "stake", "next_visit"
SCORES = (TIER, CHANCE, VALUE, STAKE, NEXT)  # the keys of the columns
RIGHT = (CHANCE, VALUE, STAKE, NEXT)
MOST = 8192  # contacts kept: more than the list keeps rows of


class ScoreColumns:
    """Reads the scores of contacts as their rows are read, while one of the columns is shown."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._service: InsightService | None = None
        self._scores: dict[int, ScoreBrief] = {}

    def serve(self, service: InsightService) -> None:
        """Say where it is read."""
        self._service = service

    def read(self, contacts: Collection[int]) -> None:
        """Read the scores of these contacts."""
        if self._service is None or not contacts:
            return
        if len(self._scores) > MOST:
            self._scores.clear()
        found = self._service.brief(contacts)
        for contact_id in contacts:
            self._scores.pop(contact_id, None)
        self._scores.update(found)

    def text(self, key: str, contact_id: int, currency: str) -> str:
        """Return what stands in a column; '' where it is not known."""
        score, formats = self._scores.get(contact_id), self._kit.formats
        if score is None:
            return ""
        if key == TIER:
            return tier_words(score.tier, self._kit.language.code)
        if key == CHANCE:
            return "" if score.return_90 is None else chance_words(score.return_90)
        if key == NEXT:
            return formats.day(score.next_on) if score.next_on else ""
        amount = score.value_365 if key == VALUE else score.stake
        return formats.money(rounded(amount), currency) if amount else ""

    def cell(self, key: str, contact_id: int, currency: str) -> Cell:
        """Return how a column is painted."""
        words, score = self.text(key, contact_id, currency), self._scores.get(contact_id)
        look = LOOKS.get(score.tier) if score is not None and key == TIER else None
        if look is not None:
            return PillCell(words, *look)
        return TextCell(words, right=key in RIGHT, digits=key != TIER)


def chance_words(chance: float) -> str:
    """Return a chance in percent; nothing is certain."""
    percent = round(100 * chance)
    return "<1%" if percent < 1 else ">99%" if percent > 99 else f"{percent}%"
