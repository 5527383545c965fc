"""Draws a report into a figure, the same for window, picture and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.bars import draw_bars
from ui.charts.funnel import draw_funnel
from ui.charts.heat import draw_heat
from ui.charts.legend import draw_legend
from ui.charts.lines import draw_curve, draw_lines
from ui.charts.mosaic import draw_map
from ui.charts.rows import draw_aims, draw_list, draw_table
from ui.charts.sheet import Drawing, Sheet

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from app.shapes.reports import Report
    from ui.charts.look import ChartLook

KINDS = {
    "line": draw_lines,
    "bar": draw_bars,
    "stacked": draw_bars,
    "funnel": draw_funnel,
    "heat": draw_heat,
    "map": draw_map,
    "curve": draw_curve,
    "list": draw_list,
    "aims": draw_aims,
    "table": draw_table,
}


def draw(figure: Figure, report: Report, look: ChartLook) -> Drawing:
    """Draw the chart of a report over the whole figure; tell where its marks are.

    The figure's size is counted in px at 100 to the inch. Raises what cannot be drawn raises.
    """
    sheet = Sheet(figure, look)
    if report.is_empty:
        return sheet.drawing
    top = draw_legend(sheet, report) if look.legend else 0.0
    KINDS.get(report.chart.kind, draw_table)(sheet, report, top)
    return sheet.drawing
