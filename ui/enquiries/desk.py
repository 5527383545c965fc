"""What the inbox of enquiries is given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.enquiries import EnquiryService
    from app.services.lead_scores import LeadScoreService
    from app.services.pipelines import PipelineService
    from app.services.staff import StaffService


@dataclass(frozen=True, slots=True)
class EnquiryDesk:
    """The services that take enquiries in and judge them."""

    enquiries: EnquiryService
    scores: LeadScoreService
    contacts: ContactService
    staff: StaffService
    pipelines: PipelineService
    currency: Callable[[], str]
