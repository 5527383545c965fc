"""How the series of a chart are named, without drawing them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.charts.look import ChartLook

NAMED = ("line", "bar", "stacked", "curve")
BAND = ("low", "high")  # what lies between is filled


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: what it is called and how it is drawn."""

    words: str
    colour: str
    dashed: bool = False
    is_line: bool = True


def keys_of(report: Report, look: ChartLook) -> list[Key]:
    """Return the entries of a report's legend; none where one series speaks for itself."""
    series = report.chart.series
    if report.chart.kind not in NAMED or len(series) < 2:
        return []
    is_line = report.chart.kind in ("line", "curve")
    return [
        Key(
            report.columns[each.column].title, colour,
            dashed=each.role in ("goal", "likely"), is_line=is_line,
        )
        for each, colour in zip(series, look.of_report(series), strict=True)
        if each.role not in BAND
    ]  # fmt: skip
