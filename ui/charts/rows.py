"""Rows of names and figures as pictures: lists, aims, tables. In the window they are widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.charts.lines import values_of
from ui.charts.sheet import Sheet, Spot
from ui.charts.words import cell_words

if TYPE_CHECKING:
    from app.shapes.reports import Report

ROW, BODY = 32.0, 13
TRACK = 6.0
AIM_AT = 0.8  # of the track: where the tick of a goal stands when nobody is far beyond it
BETWEEN = 20.0


def draw_list(sheet: Sheet, report: Report, top: float) -> None:
    """Write each name with its figure."""
    series = report.chart.series
    shown = [report.chart.axis, *(each.column for each in series)]
    _draw_rows(sheet, report, top, shown, titles=len(series) > 1)


def draw_table(sheet: Sheet, report: Report, top: float) -> None:
    """Write all columns, as many rows as there is room for."""
    _draw_rows(sheet, report, top, list(range(len(report.columns))), titles=True)


def aim_share(reached: float, goal: float | None, most: float) -> tuple[float, float | None]:
    """Return how far a bar goes and where its tick stands, as shares of the track."""
    if goal is None or goal <= 0:
        return (min(1.0, max(reached, 0.0) / most) if most > 0 else 0.0), None
    return min(1.0, max(reached, 0.0) / goal * AIM_AT), AIM_AT


def draw_aims(sheet: Sheet, report: Report, top: float) -> None:
    """Draw a bar for each row with the tick of its goal."""
    look, axis, series = sheet.look, report.chart.axis, report.chart.series
    now = next((each.column for each in series if each.role == "now"), None)
    aimed = next((each.column for each in series if each.role == "goal"), None)
    if now is None:
        return
    values = values_of(report, now)
    goals = values_of(report, aimed) if aimed is not None else [None] * len(values)
    most = max((value or 0.0 for value in values), default=0.0)
    pitch = min(44.0 * look.scale, (sheet.height - top) / max(len(values), 1))
    for row, value in enumerate(values):
        y = top + row * pitch
        sheet.text(0, y + 10, cell_words(report, row, axis, look.formats), "text", size=BODY)
        told = cell_words(report, row, now, look.formats)
        sheet.text(sheet.width - 1, y + 10, told, "text", size=BODY, strong=True, align="right")
        filled, tick = aim_share(value or 0.0, goals[row], most)
        reached = tick is not None and filled >= tick
        sheet.box(0, y + 22, sheet.width - 1, TRACK, "pressed", radius=3)
        if filled > 0:
            colour = look.colour("success-solid") if reached else look.of_series("", "now", 0)
            sheet.box(0, y + 22, filled * (sheet.width - 1), TRACK, colour, radius=3)
        if tick is not None:
            sheet.box(tick * (sheet.width - 1), y + 20, 2, 10, "text", above=True)
        sheet.drawing.spots.append(Spot(row, now, 0, y, sheet.width, pitch))


def _draw_rows(
    sheet: Sheet, report: Report, top: float, columns: list[int], *, titles: bool
) -> None:
    look, formats = sheet.look, sheet.look.formats
    pitch = ROW * look.scale
    rights = _places(sheet, report, columns)
    y = top
    if titles:
        for column, (x, align) in rights.items():
            sheet.text(x, y + pitch / 2, report.columns[column].title, align=align)
        y += pitch
        sheet.rule(0, y, sheet.width, y)
    shown = max(0, int((sheet.height - y) // pitch))
    if shown < len(report.rows):
        shown = max(0, shown - 1)
    for row in range(min(shown, len(report.rows))):
        for column, (x, align) in rights.items():
            words = cell_words(report, row, column, formats, short=False)
            first = column == columns[0]
            ink = "text" if first else "text-2"
            if first:
                words = sheet.fit(words, sheet.width * 0.5, BODY)
            sheet.text(x, y + pitch / 2, words, ink, size=BODY, align=align)
        y += pitch
    if shown < len(report.rows):
        sheet.text(0, y + pitch / 2, look.more.format(n=len(report.rows) - shown))


def _places(sheet: Sheet, report: Report, columns: list[int]) -> dict[int, tuple[float, str]]:
    """Return where each column stands: the first at the left, the others from the right."""
    places: dict[int, tuple[float, str]] = {}
    right = sheet.width - 2
    for column in reversed(columns[1:]):
        words = [
            cell_words(report, row, column, sheet.look.formats, short=False)
            for row in range(len(report.rows))
        ]
        places[column] = right, "right"
        right -= sheet.widest([report.columns[column].title, *words], BODY) + BETWEEN
    return {columns[0]: (0.0, "left"), **dict(reversed(places.items()))}
