"""Cells of a grid in the steps of one colour, each with its number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from ui.charts.lines import values_of
from ui.charts.sheet import CAPTION, CUT, Sheet, Spot
from ui.charts.words import cell_words, tight_words

if TYPE_CHECKING:
    from app.shapes.reports import Report

GAP = 3.0
CELL = {"rfm": 44.0, "cohorts": 41.0}
TALLEST = 41.0
HEAD = 26.0
SIZES = (CAPTION, CAPTION - 1, CAPTION - 2)  # of titles, the first that has room
LINE = 14.0  # px from a line of a title to the next
BELOW = ("rfm",)  # whose columns are named below
NAME = 0.3
WIDEST = 120.0
STEPS = 5
MOST_LINES = 3  # of a column's title
WHOLE = ("cohorts",)  # whose first column is always all of them


@dataclass(frozen=True, slots=True)
class Ramp:
    """Which step of the colours a figure has."""

    least: float
    most: float
    from_zero: bool

    def step(self, value: float) -> int:
        """Return 0 for nothing, else 1 to 5."""
        if self.from_zero:
            return round(STEPS * max(value, 0.0) / self.most) if self.most > 0 else 0
        if self.most <= self.least:
            return 3
        return 1 + round((STEPS - 1) * (value - self.least) / (self.most - self.least))


def draw_heat(sheet: Sheet, report: Report, top: float) -> None:
    """Draw the grid; what stands between the names and the cells is written before them."""
    look, series, axis = sheet.look, report.chart.series, report.chart.axis
    if not series:
        return
    formats, size = look.formats, look.scale
    count = len(report.rows)
    below = report.key in BELOW
    drawn = {each.column for each in series}
    beside = [n for n in range(series[0].column) if n != axis and n not in drawn]
    words = [cell_words(report, row, axis, formats) for row in range(count)]
    named = min(sheet.widest(words), sheet.width * NAME)
    left = named + 12
    sides = []
    for column in beside:
        told = [cell_words(report, row, column, formats) for row in range(count)]
        left += sheet.widest(told) + 10
        sides.append((left - 10, told))
    wide = min((sheet.width - left + GAP) / len(series), WIDEST)
    written, titles = _titles(sheet, [report.columns[each.column].title for each in series], wide)
    head = (HEAD + LINE * (max(map(len, titles)) - 1)) * size
    room = sheet.height - top - head
    tall = max(min(CELL.get(report.key, TALLEST) * size + GAP, room / max(count, 1)), 8.0)
    start = top if below else top + head
    ramp = _ramp(report)
    inside = _told(sheet, report, wide - GAP)
    for place, lines in enumerate(titles):
        x = left + place * wide + (wide - GAP) / 2
        y = start + count * tall + 11 * size if below else top + 11 * size
        for number, line in enumerate(lines):
            sheet.text(x, y + number * LINE * size, line, size=written, align="center")
    for row in range(count):
        middle = start + row * tall + (tall - GAP) / 2
        sheet.text(0, middle, sheet.fit(words[row], named + 1), "text-2")
        for right, told in sides:
            sheet.text(right, middle, told[row], align="right")
    for place, each in enumerate(series):
        for row, value in enumerate(values_of(report, each.column)):
            if value is None:
                continue
            box = left + place * wide, start + row * tall, wide - GAP, tall - GAP
            whole = report.key in WHOLE and place == 0
            step = "" if whole else str(ramp.step(value))
            _cell(sheet, box, step, inside[row, each.column])
            sheet.drawing.spots.append(Spot(row, each.column, *box))
    sheet.drawing.spots.sort(key=lambda spot: (spot.row, spot.column))


def _titles(sheet: Sheet, titles: list[str], wide: float) -> tuple[float, list[list[str]]]:
    """Return the lines of each title, and the size at which none is cut, if there is one."""
    for size in SIZES:
        found = [_lines(sheet, title, wide - 2, size) for title in titles]
        if not any(line.endswith(CUT) for lines in found for line in lines):
            break
    return size, found


def _told(sheet: Sheet, report: Report, wide: float) -> dict[tuple[int, int], str]:
    """Return what stands in each cell; all money as short as can be where one has no room."""
    formats, found, money = sheet.look.formats, {}, []
    for each in report.chart.series:
        for row, value in enumerate(values_of(report, each.column)):
            words = cell_words(report, row, each.column, formats)
            found[row, each.column] = words if value else "0"
            if value and report.columns[each.column].kind == "money":
                money.append((row, each.column, value))
    if sheet.widest(list(found.values())) > wide - 2:
        for row, column, value in money:
            found[row, column] = tight_words(value, "money", formats, report.currency)
    return found


def _lines(sheet: Sheet, title: str, room: float, size: float) -> list[str]:
    """Return a title in one line, or broken in as few as it needs."""
    words = title.split(" ")
    for count in range(1, min(len(words), MOST_LINES) + 1):
        ends = [(0, *at, len(words)) for at in combinations(range(1, len(words)), count - 1)]
        ways = [[" ".join(words[a:b]) for a, b in pairwise(end)] for end in ends]
        best = min(ways, key=lambda lines: sheet.widest(lines, size))
        if sheet.widest(best, size) <= room:
            return best
    return [sheet.fit(line, room, size) for line in best]


def _cell(sheet: Sheet, box: tuple[float, float, float, float], step: str, text: str) -> None:
    fill, ink = sheet.look.heat[int(step)] if step else (
        sheet.look.colour("sunken"), sheet.look.colour("muted")
    )  # fmt: skip
    edge = "border" if not step or step == "0" else ""
    sheet.box(*box, fill, radius=4, border=edge)
    x, y, wide, tall = box
    size = next((each for each in SIZES if sheet.text_width(text, each) <= wide - 2), SIZES[-1])
    shown = sheet.fit(text, wide - 2, size)
    sheet.text(x + wide / 2, y + tall / 2, shown, ink, size=size, align="center")


def _ramp(report: Report) -> Ramp:
    series = report.chart.series
    compared = series[1:] if report.key in WHOLE else series
    known = [v for each in compared for v in values_of(report, each.column) if v is not None]
    share = bool(series) and report.columns[series[0].column].kind == "share"
    return Ramp(min(known, default=0.0), max(known, default=0.0), from_zero=not share)
