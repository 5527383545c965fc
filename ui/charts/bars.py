"""Bars: upright over an ordered axis, lying beside names; beside or on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.lines import frame, values_of, write_places
from ui.charts.scale import scale_of
from ui.charts.sheet import Sheet, Spot
from ui.charts.words import cell_words, value_words

if TYPE_CHECKING:
    from app.shapes.reports import Report

ROW, LEAST_ROW = 34.0, 22.0
BAR = 16.0
WIDEST = 28.0  # px of an upright bar
NAME = 0.34  # of the width, at most for the names


def draw_bars(sheet: Sheet, report: Report, top: float) -> None:
    """Draw upright bars where the axis is of days or of a few series by time, else lying ones."""
    if report.columns[report.chart.axis].kind == "date":
        draw_upright(sheet, report, top)
    else:
        draw_lying(sheet, report, top)


def draw_upright(sheet: Sheet, report: Report, top: float) -> None:
    """Draw the series of each place beside each other, or on each other."""
    look, series = sheet.look, report.chart.series
    stacked = report.chart.kind == "stacked"
    columns = [[value or 0.0 for value in values_of(report, s.column)] for s in series]
    kind = report.columns[series[0].column].kind if series else "number"
    sums = [sum(row) for row in zip(*columns, strict=True)] if stacked else []
    known = sums or [value for column in columns for value in column]
    scale = scale_of(known, whole=kind in ("count", "money"))
    left, right, high, low = frame(sheet, report, scale, kind, top)
    step = (right - left) / max(len(report.rows), 1)
    side = 1 if stacked else max(len(series), 1)
    wide = min(WIDEST, max(1.0, step * 0.72 / side))
    zero = scale.place(0.0, low, high)
    colours = look.of_report(series)
    order = sorted(range(len(series)), key=lambda n: series[n].role != "before")
    for row in range(len(report.rows)):
        middle = left + (row + 0.5) * step
        up = down = zero
        for place, number in enumerate(range(len(series)) if stacked else order):
            value = columns[number][row]
            colour = colours[number]
            tall = abs(scale.place(value, low, high) - zero)
            x = middle - wide * side / 2 + (0 if stacked else place * wide)
            if value >= 0:
                y = up - tall
                up = y if stacked else up
            else:
                y = down
                down = y + tall if stacked else down
            if tall > 0:
                gap = 1.0 if wide > 4 else 0.0
                if stacked or value < 0:
                    sheet.box(x + gap / 2, y, wide - gap, max(tall - gap, 0.5), colour)
                else:
                    sheet.cap(x + gap / 2, y, wide - gap, tall, colour)
            spot_x = middle - step / 2 + (0 if stacked else place * step / side)
            spot = (spot_x, y, step, max(tall, 6.0)) if stacked else (
                spot_x, high, step / side, low - high
            )  # fmt: skip
            sheet.drawing.spots.append(Spot(row, series[number].column, *spot))
    xs = [left + (row + 0.5) * step for row in range(len(report.rows))]
    write_places(sheet, report, xs, low, step, right)
    sheet.drawing.top, sheet.drawing.bottom = high, low


def draw_lying(sheet: Sheet, report: Report, top: float) -> None:
    """Draw a line of bars for each row, its name before and its figures behind them."""
    look, series, axis = sheet.look, report.chart.series, report.chart.axis
    stacked = report.chart.kind == "stacked"
    formats, size = look.formats, look.scale
    lines = 1 if stacked else max(len(series), 1)
    pitch = max((sheet.height - top) / max(len(report.rows), 1), LEAST_ROW * size)
    pitch = min(pitch, ROW * size + (lines - 1) * 12 * size)
    shown = max(1, int((sheet.height - top) // pitch))
    if shown < len(report.rows):
        shown = max(1, shown - 1)
    rows = range(min(shown, len(report.rows)))
    words = [cell_words(report, row, axis, formats) for row in rows]
    named = min(sheet.widest(words), sheet.width * NAME)
    told = [_told(report, row, stacked=stacked, sheet=sheet) for row in rows]
    behind = sheet.widest([each for row in told for each in row], strong=True) + 10
    left = named + 14
    room = max(sheet.width - left - behind, 10.0)
    most = _most(report, stacked=stacked)
    colours = look.of_report(series)
    thick = min(20.0 if lines == 1 else BAR, (pitch - 8) / lines) * 1.0
    for row, name in zip(rows, words, strict=True):
        middle = top + (row + 0.5) * pitch
        sheet.text(0, middle, sheet.fit(name, named + 1), "text-2")
        x, y = left, middle - thick * lines / 2
        for number, each in enumerate(series):
            value = values_of(report, each.column)[row] or 0.0
            wide = max(value, 0.0) / most[number] * room
            colour = colours[number]
            gap = 1 if stacked else 0
            if wide > 0:
                sheet.box(x, y, max(wide - gap, 1), thick - 2 * (lines > 1), colour,
                          radius=0 if stacked else 3)  # fmt: skip
            if stacked:
                sheet.drawing.spots.append(
                    Spot(row, each.column, x, middle - pitch / 2, max(wide, 1.0), pitch)
                )
                x += wide
            else:
                sheet.text(x + wide + 8, y + thick / 2, told[row][number], "text", strong=True)
                sheet.drawing.spots.append(Spot(row, each.column, 0, y, sheet.width, thick))
                y += thick
        if stacked:
            sheet.text(x + 8, middle, told[row][0], "text", strong=True)
    if len(rows) < len(report.rows):
        left_out = look.more.format(n=len(report.rows) - len(rows))
        sheet.text(left, top + (len(rows) + 0.5) * pitch, left_out)


def _told(report: Report, row: int, *, stacked: bool, sheet: Sheet) -> list[str]:
    """Return the figures behind the bars of a row: each one's, of a stack the sum."""
    series, formats = report.chart.series, sheet.look.formats
    if not stacked:
        return [cell_words(report, row, each.column, formats) for each in series]
    values = [values_of(report, each.column)[row] or 0.0 for each in series]
    kind = report.columns[series[0].column].kind if series else "number"
    whole = sum(values)
    return [value_words(int(whole) if whole % 1 == 0 else whole, kind, formats, report.currency,
                        short=True)]  # fmt: skip


def _most(report: Report, *, stacked: bool) -> list[float]:
    """Return for each series what the whole room stands for; one kind shares one scale."""
    series = report.chart.series
    columns = [[max(v or 0.0, 0.0) for v in values_of(report, s.column)] for s in series]
    if stacked:
        most = max((sum(row) for row in zip(*columns, strict=True)), default=0.0)
        return [most or 1.0] * len(series)
    kinds = [report.columns[each.column].kind for each in series]
    by_kind: dict[str, float] = {}
    for kind, column in zip(kinds, columns, strict=True):
        by_kind[kind] = max(by_kind.get(kind, 0.0), *column, 0.0)
    return [by_kind[kind] or 1.0 for kind in kinds]
