"""How many rows are behind a figure: sales are counted as in every report, refunds beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.words import say

if TYPE_CHECKING:
    from app.shapes.reports import Behind
    from db.uow import UnitOfWork


def counted(unit: UnitOfWork, behind: Behind, language: str) -> Behind:
    """Return rows behind a figure with how many they are, in words."""
    many = len(behind.ids)
    refunds = unit.reports.sales.refunds(behind.ids) if behind.noun == "sales" else 0
    told = [say(f"report.behind.{behind.noun}", language, count=many - refunds)]
    if refunds:
        said = say("report.behind.refunds", language, count=refunds)
        told = [*told, said] if many > refunds else [said]
    return replace(behind, counted=say("report.behind.and", language).join(told))
