"""The way of deals from stage to stage: bars that narrow, and the share that goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.lines import values_of
from ui.charts.look import STAGES
from ui.charts.sheet import Sheet, Spot
from ui.charts.words import cell_words

if TYPE_CHECKING:
    from app.shapes.reports import Report

ROW, BAR = 32.0, 20.0
NAME = 0.36
BODY = 13


def draw_funnel(sheet: Sheet, report: Report, top: float) -> None:
    """Draw a bar for each row, its number behind it, the rate at the right."""
    look, axis = sheet.look, report.chart.axis
    if not report.chart.series:
        return
    each = report.chart.series[0]
    rate = next((n for n, column in enumerate(report.columns) if column.kind == "share"), None)
    count = len(report.rows)
    pitch = min(ROW * look.scale, (sheet.height - top) / max(count, 1))
    words = [cell_words(report, row, axis, look.formats) for row in range(count)]
    named = min(sheet.widest(words, BODY), sheet.width * NAME)
    values = [value or 0.0 for value in values_of(report, each.column)]
    left, right = named + 16, sheet.width - 8
    numbers = [cell_words(report, row, each.column, look.formats) for row in range(count)]
    behind = sheet.widest(numbers, BODY, strong=True) + 16 + (44 * look.scale if rate else 0)
    room = max(right - left - behind, 10.0)
    most = max(values, default=0.0) or 1.0
    for row, name in enumerate(words):
        middle = top + (row + 0.5) * pitch
        wide = max(values[row], 0.0) / most * room
        stage = "won" if row == count - 1 and count > 1 else STAGES[min(row, len(STAGES) - 1)]
        colour = look.named(each.colour) if each.colour else look.stages[stage]
        sheet.text(0, middle, sheet.fit(name, named + 1, BODY), "text-2", size=BODY)
        if wide > 0:
            thick = min(BAR, pitch - 6)
            sheet.box(left, middle - thick / 2, max(wide, 2.0), thick, colour, radius=4)
        sheet.text(left + wide + 8, middle, numbers[row], "text", size=BODY, strong=True)
        if rate is not None:
            share = cell_words(report, row, rate, look.formats)
            sheet.text(right, middle, share, align="right")
        sheet.drawing.spots.append(Spot(row, each.column, 0, top + row * pitch, right, pitch))
