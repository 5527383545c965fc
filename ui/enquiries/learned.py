"""What the shop's closed deals say of an enquiry, and how well they do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.shapes.scores import Chance, Model

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk


@dataclass(frozen=True, slots=True)
class Learned:
    """The chance of the deal it would become; `pipelines` are names by id."""

    enquiry_id: int
    chance: Chance
    model: Model
    pipelines: Mapping[str, str]


def read_learned(desk: EnquiryDesk, enquiry_id: int) -> Learned | None:
    """Read what is learned of an enquiry; None while deals show no pattern. May take a moment."""
    chance = desk.scores.enquiry_chances([enquiry_id]).get(enquiry_id)
    if chance is None:
        return None
    names = {str(row.id): row.name for row in desk.pipelines.all(retired=True)}
    return Learned(enquiry_id, chance, desk.scores.model(), names)
