"""Lines over an ordered axis, and the curve of shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.charts.scale import Scale, labelled, scale_of
from ui.charts.sheet import Sheet, Spot
from ui.charts.words import axis_words, cell_words

if TYPE_CHECKING:
    from app.shapes.reports import Report, ReportSeries

TOP, BOTTOM = 8, 28
GAP = 12  # px between the figures of the axis and the chart
BETWEEN = 44  # px between two labels
WIDTHS = {"now": 2.25, "likely": 2.25, "goal": 1.75, "before": 1.5, "low": 1, "high": 1}
DASHED = ("goal", "likely")
Place = Callable[[float], float]  # where a figure lies


def number_of(value: object) -> float | None:
    """Return a value as a number, where it is one."""
    return float(value) if isinstance(value, int | float) else None


def values_of(report: Report, column: int) -> list[float | None]:
    """Return the figures of a column."""
    return [number_of(row.values[column]) for row in report.rows]


def draw_lines(sheet: Sheet, report: Report, top: float) -> None:
    """Draw each series as a line, the first one over a soft area."""
    look, series = sheet.look, report.chart.series
    columns = [values_of(report, each.column) for each in series]
    kind = report.columns[series[0].column].kind if series else "number"
    known = [value for column in columns for value in column if value is not None]
    scale = scale_of(known, whole=kind in ("count", "money"))
    left, right, high, low = frame(sheet, report, scale, kind, top)
    count = len(report.rows)
    step = (right - left) / max(count - 1, 1)
    xs = [left + number * step for number in range(count)] if count > 1 else [(left + right) / 2]

    def y_of(value: float) -> float:
        return scale.place(value, low, high)

    draw_band(sheet, report, xs, y_of)
    dots: list[list[tuple[float, str]]] = [[] for _each in xs]
    colours = look.of_report(series)
    drawn = list(zip(series, columns, range(len(series)), strict=True))
    for each, column, number in sorted(drawn, key=lambda one: one[0].role == "now"):
        colour = colours[number]
        for run in runs(xs, column, y_of):
            if number == 0 and each.role == "now" and len(run) > 1:
                base = y_of(max(scale.low, 0.0))
                sheet.area([(run[0][0], base), *run, (run[-1][0], base)], colour)
            sheet.line(run, colour, WIDTHS.get(each.role, 2.25), dashed=each.role in DASHED)
        for place, value in enumerate(column):
            if value is not None:
                dots[place].append((y_of(value), colour))
    write_places(sheet, report, xs, low, step, right)
    main = next((each.column for each in series if each.role == "now"), report.chart.axis)
    sheet.drawing.strips, sheet.drawing.top, sheet.drawing.bottom = True, high, low
    sheet.drawing.spots = [
        Spot(row, main, x - step / 2, high, max(step, 1.0), low - high, tuple(dots[row]))
        for row, x in enumerate(xs)
    ]


def frame(
    sheet: Sheet, report: Report, scale: Scale, kind: str, top: float
) -> tuple[float, float, float, float]:
    """Draw the figures of the axis and the grid; return left, right, top and bottom of the rest."""
    words = [axis_words(tick, kind, sheet.look.formats, report.currency) for tick in scale.ticks]
    left = sheet.widest(words) + GAP
    high, low = top + TOP * sheet.look.scale, sheet.height - BOTTOM * sheet.look.scale
    for tick, text in zip(scale.ticks, words, strict=True):
        y = round(scale.place(tick, low, high)) + 0.5
        sheet.rule(left, y, sheet.width - 1, y, "border-strong" if tick == 0 else "border")
        sheet.text(left - GAP, y, text, align="right")
    return left, sheet.width - 1, high, low


def write_places(
    sheet: Sheet, report: Report, xs: list[float], low: float, step: float, right: float
) -> None:
    """Write the names of the axis below, as many as there is room for."""
    axis, formats = report.chart.axis, sheet.look.formats
    words = [cell_words(report, row, axis, formats) for row in range(len(xs))]
    wide = sheet.widest(words) + BETWEEN
    y = low + (BOTTOM - 8) * sheet.look.scale
    for row in labelled(len(words), right - xs[0] + step, wide):
        half = sheet.text_width(words[row]) / 2
        first = row == 0 and len(xs) > 1 and not sheet.drawing.spots
        ends = xs[row] + half > right
        x = right if ends else xs[row]
        align = "left" if first else "right" if ends else "center"
        sheet.text(x, y, words[row], align=align)


def runs(
    xs: list[float], column: list[float | None], y_of: Place
) -> list[list[tuple[float, float]]]:
    """Return the points that hang together: a line ends where nothing is known."""
    found: list[list[tuple[float, float]]] = [[]]
    for x, value in zip(xs, column, strict=True):
        if value is None:
            found.append([])
        else:
            found[-1].append((x, y_of(value)))
    return [run for run in found if run]


def draw_band(sheet: Sheet, report: Report, xs: list[float], y_of: Place) -> None:
    """Fill what lies between the low and the high series."""
    ends: dict[str, ReportSeries] = {each.role: each for each in report.chart.series}
    if "low" not in ends or "high" not in ends:
        return
    lower = values_of(report, ends["low"].column)
    upper = values_of(report, ends["high"].column)
    there, back = [], []
    for x, one, other in zip(xs, lower, upper, strict=True):
        if one is not None and other is not None:
            there.append((x, y_of(other)))
            back.append((x, y_of(one)))
    if len(there) > 1:
        sheet.area([*there, *reversed(back)], sheet.look.of_series("", "likely", 0), 0.12)


def draw_curve(sheet: Sheet, report: Report, top: float) -> None:
    """Draw which share has which share: both axes go to the whole; a straight line is even."""
    axis, look = report.chart.axis, sheet.look
    whole = Scale(0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0))
    left, right, high, low = frame(sheet, report, whole, "share", top)
    sheet.rule(left, low, right, high, "border-input")
    across = values_of(report, axis)
    colours = look.of_report(report.chart.series)
    for number, each in enumerate(report.chart.series):
        colour = colours[number]
        points = [
            (whole.place(x, left, right), whole.place(y, low, high), row)
            for row, (x, y) in enumerate(zip(across, values_of(report, each.column), strict=True))
            if x is not None and y is not None
        ]
        line = [(x, y) for x, y, _row in points]
        if number == 0 and len(line) > 1:
            sheet.area([(line[0][0], low), *line, (line[-1][0], low)], colour)
        sheet.line(line, colour)
        if number == 0:
            sheet.drawing.spots = strips_of(points, each.column, colour, left, right, high, low)
    sheet.drawing.strips, sheet.drawing.top, sheet.drawing.bottom = True, high, low
    y = low + (BOTTOM - 8) * look.scale
    for tick in whole.ticks:
        align = "left" if tick == 0 else "right" if tick == 1 else "center"
        words = axis_words(tick, "share", look.formats, "")
        sheet.text(whole.place(tick, left, right), y, words, align=align)


def strips_of(
    points: list[tuple[float, float, int]], column: int, colour: str, left: float, right: float,
    high: float, low: float,
) -> list[Spot]:  # fmt: skip
    """Return a strip for each point: up to the middle between it and its neighbours."""
    spots = []
    for place, (x, y, row) in enumerate(points):
        begin = (points[place - 1][0] + x) / 2 if place else left - 1
        end = (x + points[place + 1][0]) / 2 if place + 1 < len(points) else right + 1
        half = max(min(x - begin, end - x), 0.5)
        spots.append(Spot(row, column, x - half, high, 2 * half, low - high, ((y, colour),)))
    return spots
