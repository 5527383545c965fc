"""Names the series of a chart in the figure itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.key import keys_of
from ui.charts.sheet import Sheet

if TYPE_CHECKING:
    from app.shapes.reports import Report

DASH = 14.0


def draw_legend(sheet: Sheet, report: Report) -> float:
    """Write the legend at the top right; return the height it takes."""
    keys = keys_of(report, sheet.look)
    if not keys:
        return 0.0
    middle, right = sheet.line_height / 2 + 2, sheet.width - 4
    for key in reversed(keys):
        x = right - sheet.text_width(key.words)
        if x - DASH < 0:
            break
        sheet.text(x, middle, key.words, "text-2")
        x -= DASH + 6
        if key.is_line:
            sheet.line([(x, middle), (x + DASH, middle)], key.colour, 2, dashed=key.dashed)
        else:
            sheet.box(x + 2, middle - 5, 10, 10, key.colour, radius=2)
        right = x - 16
    return sheet.line_height + 10
