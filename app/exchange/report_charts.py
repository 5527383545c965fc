"""Charts of reports as Excel's own, which point at the cells of the table beside them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.shapes.reports import Report, ReportSeries
from resources import path

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.workbook import Workbook

KINDS: dict[str, dict[str, str]] = {
    "line": {"type": "line"},
    "bar": {"type": "column"},
    "stacked": {"type": "column", "subtype": "stacked"},
    "funnel": {"type": "bar"},
    "list": {"type": "bar"},
    "aims": {"type": "column"},
    "curve": {"type": "scatter", "subtype": "straight"},
}
"""Of those of a report; a heat map colours its cells, and a table has none."""
LYING = ("funnel", "list")  # bars with the first one on top
MOST_POINTS = 200  # of bars that can still be told apart
SIZE = {"width": 640, "height": 340}
GREY = "#8D909F"


def palette() -> dict[str, Any]:
    """Return the colours of the design's charts: 'names', 'series', and 'heat'."""
    told = json.loads(path("tokens.json").read_text(encoding="utf-8"))["color"]
    return {**told["chart"], "heat": told["light"]["heat"]}


def add_chart(book: Workbook, report: Report, sheet: str, first: int) -> Chart | None:
    """Return the chart of a report whose rows begin at that row of a sheet, None for none."""
    look = report.chart
    told = KINDS.get(look.kind)
    rows = min(len(report.rows), MOST_POINTS if look.kind != "line" else len(report.rows))
    series = [one for one in look.series if _is_drawn(report, one)]
    if told is None or not rows or not series:
        return None
    colours = palette()
    chart = book.add_chart(dict(told))
    axis = (sheet, first, look.axis, first + rows - 1, look.axis)
    main_kind = report.columns[series[0].column].kind
    for number, one in enumerate(series):
        column = report.columns[one.column]
        colour = _colour(one, number, colours)
        options: dict[str, Any] = {
            "name": column.title,
            "categories": list(axis),
            "values": [sheet, first, one.column, first + rows - 1, one.column],
        }
        if look.kind in ("line", "curve"):
            dashed = {"dash_type": "dash"} if one.role in ("goal", "low", "high") else {}
            options["line"] = {"color": colour, "width": 2.25, **dashed}
            options["marker"] = {"type": "none"}
        else:
            options["fill"] = {"color": colour}
            options["gap"] = 60
        if look.kind in LYING:
            options["data_labels"] = {"value": True, "font": {"size": 9}}
        if column.kind != main_kind and look.kind in ("line", "bar", "aims"):
            options["y2_axis"] = True
        chart.add_series(options)
    chart.set_title({"name": report.title, "name_font": {"size": 13, "bold": True}})
    chart.set_size(SIZE)
    chart.show_blanks_as("gap")
    chart.set_legend({"none": True} if len(series) == 1 else {"position": "bottom"})
    _set_axes(chart, report, lying=look.kind in LYING)
    return chart


def _set_axes(chart: Chart, report: Report, *, lying: bool) -> None:
    grid = {"visible": True, "line": {"color": "#E7E4DD", "width": 0.75}}
    names: dict[str, Any] = {"num_font": {"size": 9}, "line": {"color": "#D5D1C8"}}
    figures: dict[str, Any] = {
        "num_font": {"size": 9}, "major_gridlines": grid, "line": {"none": True},
    }  # fmt: skip
    if report.chart.kind == "curve":
        names |= {"min": 0, "max": 1, "num_format": "0%"}
        figures |= {"min": 0, "max": 1, "num_format": "0%"}
    if lying:  # each bar has its figure behind it
        chart.set_y_axis({**names, "reverse": True})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        return
    chart.set_x_axis(names)
    chart.set_y_axis(figures)


def _is_drawn(report: Report, series: ReportSeries) -> bool:
    return any(
        isinstance(row.values[series.column], int | float) for row in report.rows[:MOST_POINTS]
    )


def _colour(series: ReportSeries, number: int, colours: dict[str, Any]) -> str:
    names: list[str] = colours["names"]
    shades: list[str] = colours["series"]
    if series.colour in names:
        return shades[names.index(series.colour)]
    if series.role in ("before", "goal"):
        return GREY
    return shades[number % len(shades)]
