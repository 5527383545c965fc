"""What filters ask of the deals of a contact: those under way, and the last that was won."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from db.models.contact import Contact
from db.models.deal import Deal
from db.models.pipeline import PipelineStage
from db.models.summary import SummaryBasis


def deal_column(name: str) -> ColumnElement[Any]:
    """Return 'open_deals', their 'value' in the shop's currency, or when one was 'won' last."""
    if name == "won":
        told = _deals(func.max(Deal.closed_at), "won")
    elif name == "value":
        ours = select(SummaryBasis.currency).scalar_subquery()
        told = _deals(func.sum(Deal.amount), "open").where(Deal.currency == ours)
    else:
        told = _deals(func.nullif(func.count(), 0), "open", "on_hold")
    return told.correlate(Contact).scalar_subquery()


def _deals(told: ColumnElement[Any], *kinds: str) -> Select[Any]:
    return (
        select(told)
        .select_from(Deal)
        .join(PipelineStage, PipelineStage.id == Deal.stage_id)
        .where(
            Deal.contact_id == Contact.id, Deal.deleted_at.is_(None), PipelineStage.kind.in_(kinds)
        )
    )
