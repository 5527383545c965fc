"""The cells of a grid as a map: each as large as what it counts, in the order of the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.lines import values_of
from ui.charts.sheet import CAPTION, Sheet, Spot
from ui.charts.words import cell_words

if TYPE_CHECKING:
    from app.shapes.reports import Report

GAP = 3.0
NAME = 0.3  # of the width, at most for the names of rows
LEAST = 3.0  # px of a cell: somebody is in it
LINE = 14.0  # px from the figure to the title below it
INSET = 6.0  # px beside the words of a cell
FOOT = 20.0  # px for the names of the first and the last column
STEPS = 5


def draw_map(sheet: Sheet, report: Report, top: float) -> None:
    """Draw a band for each row, as high as its sum, cut into cells as wide as their figures.

    The colour tells the column: the last one is the strongest.
    """
    look, series, axis = sheet.look, report.chart.series, report.chart.axis
    columns = [values_of(report, each.column) for each in series]
    rows = range(len(report.rows))
    sums = [sum(max(column[row] or 0.0, 0.0) for column in columns) for row in rows]
    some = [row for row in rows if sums[row] > 0]
    if not some:
        return
    words = [cell_words(report, row, axis, look.formats) for row in rows]
    left = min(sheet.widest([words[row] for row in some]), sheet.width * NAME) + 12
    titles = [report.columns[each.column].title for each in series]
    tops = _parts([sums[row] for row in some], sheet.height - top - _ends(sheet, titles, left))
    for row, (above, tall) in zip(some, tops, strict=True):
        middle = top + above + tall / 2
        if tall >= CAPTION * look.scale:
            sheet.text(0, middle, sheet.fit(words[row], left - 11), "text-2")
        filled = [place for place in range(len(series)) if (columns[place][row] or 0) > 0]
        figures = [columns[place][row] or 0.0 for place in filled]
        for place, (before, wide) in zip(filled, _parts(figures, sheet.width - left), strict=True):
            column = series[place].column
            box = left + before, top + above, wide, tall
            told = cell_words(report, row, column, look.formats)
            _cell(sheet, box, _step(place, len(series)), told, titles[place])
            sheet.drawing.spots.append(Spot(row, column, *box))


def _ends(sheet: Sheet, titles: list[str], left: float) -> float:
    """Name the first and the last column below, where the bands begin and end; return the room."""
    room = FOOT * sheet.look.scale
    y, half = sheet.height - room / 2, (sheet.width - left) / 2 - INSET
    sheet.text(left, y, sheet.fit(titles[0], half), align="left")
    if len(titles) > 1:
        sheet.text(sheet.width - 1, y, sheet.fit(titles[-1], half), align="right")
    return room + GAP


def _parts(figures: list[float], room: float) -> list[tuple[float, float]]:
    """Return where the parts of a length begin, and how long they are."""
    left = room - GAP * (len(figures) - 1)
    spare = max(left - LEAST * len(figures), 0.0)
    whole, at, found = sum(figures), 0.0, []
    for figure in figures:
        size = LEAST + spare * figure / whole
        found.append((at, size))
        at += size + GAP
    return found


def _step(place: int, many: int) -> int:
    return STEPS if many < 2 else 1 + round((STEPS - 1) * place / (many - 1))


def _cell(
    sheet: Sheet, box: tuple[float, float, float, float], step: int, told: str, title: str
) -> None:
    fill, ink = sheet.look.heat[step]
    x, y, wide, tall = box
    sheet.box(*box, fill, radius=4)
    size, line = sheet.look.scale, LINE * sheet.look.scale
    if sheet.text_width(told) > wide - 2 or tall < line:
        return  # its figure is told under the mouse, by the keys and in the table
    room = wide - 2 * INSET * size
    named = tall >= 2 * line + 4 and sheet.text_width(title, CAPTION - 1) <= room
    middle = y + tall / 2 - (line / 2 if named else 0)
    sheet.text(x + wide / 2, middle, told, ink, align="center")
    if named:
        sheet.text(x + wide / 2, middle + line, title, ink, size=CAPTION - 1, align="center")
