"""Plans of reports as they are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.shapes.reports import CHARTS, OwnReport, ReportPlan

if TYPE_CHECKING:
    from db.models.report import OwnReport as Kept

KEPT = ("rows", "columns", "measure", "chart", "filter")
"""Of a plan, what is kept as JSON; the rest has columns of its own."""


def shape_of(kept: Kept) -> OwnReport:
    """Return a report as it is kept; of what a newer Dangol wrote, what is known here."""
    told = json.loads(kept.plan)
    known = {field: str(told.get(field) or "") for field in KEPT} if isinstance(told, dict) else {}
    chart = known.get("chart", "")
    return OwnReport(
        kept.id,
        ReportPlan(
            name=kept.name, rows=known.get("rows", ""), measure=known.get("measure", ""),
            columns=known.get("columns", ""), chart=chart if chart in CHARTS else "table",
            filter=known.get("filter", ""), on_board=bool(kept.on_board),
            in_rail=bool(kept.in_rail),
        ),
    )  # fmt: skip
