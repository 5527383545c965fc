"""Grids: how many customers stand in each row and column, with the sums beside and below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.shapes.reports import ReportChart, ReportRow, ReportSeries, Value

if TYPE_CHECKING:
    from app.reporting.desk import Desk


def summed(rows: Sequence[ReportRow], columns: int) -> list[int]:
    """Return the sums of so many columns and of the one that holds them together."""
    return [sum(int(row.values[n] or 0) for row in rows) for n in range(1, columns + 2)]


def grid_parts(
    desk: Desk, first: str, titles: Mapping[str, str], rows: Sequence[ReportRow]
) -> dict[str, Any]:
    """Return the parts of a report that is such a grid; `titles` are those of its columns."""
    total: tuple[Value, ...] | None = None
    if rows:
        total = (desk.say("total"), *summed(rows, len(titles)))
    return {
        "columns": (
            desk.column(first, "text"),
            *(desk.column(key, "count", opens=True, title=title) for key, title in titles.items()),
            desk.column("together", "count", opens=True),
        ),
        "rows": tuple(rows),
        "chart": ReportChart("heat", 0, tuple(ReportSeries(n + 1) for n in range(len(titles)))),
        "total": total,
    }
