"""Reports on paper: what they say in front, then each with its chart and its table."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.jobs import CancelledError, Ticket
from app.shapes.reports import Report
from app.words import say
from ui.charts.look import ChartLook
from ui.common.text import RIGHT
from ui.printing.documents import CELL_GAP, FOOT, Setting
from ui.printing.flow import Block, Placed, chains, gap
from ui.printing.paper import POINT, line_height
from ui.printing.report_chart import PX, PaperChart, chart_on_paper
from ui.printing.report_table import ReportTable

log = logging.getLogger(__name__)

SPACE = 12 * POINT
BETWEEN = 26 * POINT  # two reports on a page
BULLET = 12 * POINT
COLUMN_GAP = 28 * POINT
ROOM = 140 * POINT  # of a page, that a chart leaves to its words and the first rows
TALL = {"line": 320, "curve": 340}  # px of charts that have no rows
ROWS = {"funnel": 34, "heat": 46, "map": 46, "aims": 44}  # px a row
LYING = 36  # px of a row of bars; each further series takes as much again as
MORE = 14
EDGE = 8  # px
HEAD = 36  # px for what stands above or below rows
ROW = 32  # px of a line of a list
UPRIGHT = 300  # px of bars over days
MOST_BARS = 16
WORDED = ("list", "table")  # their table says it all
MOST_COLUMNS = 12  # of a table; the cells of a wider heat map have their figures in them


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """What is to be printed; `charts` are those of the reports, None for none.

    `scope` says whose figures they are, where not everybody's. With `front` there is a page in
    front that says what it is, and what is in it.
    """

    shop: str
    title: str
    days: str
    reports: tuple[Report, ...]
    charts: tuple[PaperChart | None, ...]
    language: str
    sections: tuple[Section, ...] = ()
    front: bool = True
    scope: str = ""


@dataclass(slots=True)
class _Pages:
    """Blocks on pages of that height, filled from the top."""

    room: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    top: float = 0.0

    @property
    def left(self) -> float:
        return self.room - self.top

    def put(self, block: Block) -> None:
        if block.height > self.left and self.pages[-1]:
            self.turn()
        if block.is_gap and not self.pages[-1]:
            return
        self.pages[-1].append((block, self.top))
        self.top += block.height

    def put_together(self, blocks: Sequence[Block]) -> None:
        height = sum(block.height for block in blocks)
        if self.left < height <= self.room and self.pages[-1]:
            self.turn()
        for block in blocks:
            self.put(block)

    def turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.top = 0.0


class ReportDocument:
    """Laid out when it is made; any thread may paint its pages."""

    def __init__(self, paper: ReportPaper, setting: Setting) -> None:
        self.paper = setting.paper
        self._told = paper
        self._setting = setting
        self._width = setting.body.width()
        self._starts: list[int] = []  # the page of each report
        self._pages = _Pages(setting.body.height() - FOOT)
        if paper.front:
            for chain in chains(self._front()):
                self._pages.put_together(chain)
            if len(self._pages.pages) == 1:  # else its second page is no front: reports go on
                self._pages.turn()
        for report, chart in zip(paper.reports, paper.charts, strict=True):
            self._add(report, chart)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages.pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page."""
        body = self._setting.body
        for block, top in self._pages.pages[page]:
            block.paint(painter, QPointF(body.left(), body.top() + top))
        told = self._told
        foot = "  ·  ".join(part for part in (told.shop, told.title, told.days) if part)
        self._setting.paint_foot(painter, foot, page, self.page_count)

    def _say(self, key: str, **facts: object) -> str:
        return say(f"report_out.{key}", self._told.language, **facts)

    def _front(self) -> Iterator[Block]:
        told, ink = self._told, self._setting.ink
        yield gap(SPACE)
        yield from self._text(told.shop, 12, soft=True)
        yield from self._text(told.title, 26, strong=True)
        yield from self._text(told.days, 13)
        yield from self._text(told.scope, 11)
        made = self._say("made", day=self._setting.printed_on)
        yield from self._text(made, 9, soft=True)
        yield gap(SPACE)
        yield Block(POINT, lambda painter, at: painter.fillRect(
            QRectF(at.x(), at.y(), self._width, POINT), ink.rule))  # fmt: skip
        for section in told.sections:
            yield gap(SPACE * 1.5)
            heading, *rest = self._text(section.title, 14, strong=True)
            yield heading.kept()
            yield from rest
            yield gap(SPACE / 3, keeps=True)
            for line in section.lines:
                yield from self._point(line)
        if not told.reports:
            yield gap(SPACE * 1.5)
            yield from self._text(self._say("nothing"), 10.5)
        else:
            yield gap(SPACE * 1.5)
            for block in self._contents():
                yield block.kept()
            yield gap(0.0)

    def _contents(self) -> Iterator[Block]:
        told = self._told
        yield from self._text(self._say("contents"), 14, strong=True)
        yield gap(SPACE / 3)
        if not told.sections:
            for number, report in enumerate(told.reports):
                yield self._entries([number])
                yield from self._text(report.says, 9, soft=True, most=2)
                yield gap(SPACE / 2)
            return
        # What they say stands above already: two columns are enough.
        half = -(-len(told.reports) // 2)
        for row in range(half):
            yield self._entries([n for n in (row, row + half) if n < len(told.reports)])

    def _point(self, words: str) -> Iterator[Block]:
        ink = self._setting.ink
        lines = ink.lines(words, 10.5, self._width - BULLET, most=4)

        def paint(painter: QPainter, at: QPointF) -> None:
            side = 3 * POINT
            middle = at.y() + line_height(10.5) / 2
            painter.fillRect(QRectF(at.x(), middle - side / 2, side, side), ink.soft)
            lines.draw(painter, QPointF(at.x() + BULLET, at.y()), ink.text)

        yield Block(lines.height + 3 * POINT, paint)

    def _entries(self, numbers: Sequence[int]) -> Block:
        """Return a line of the contents: reports, and the pages they begin on."""
        height, columns = line_height(11), 2 if self._told.sections else 1
        width = (self._width - (columns - 1) * COLUMN_GAP) / columns

        def paint(painter: QPainter, at: QPointF) -> None:
            ink = self._setting.ink
            for column, number in enumerate(numbers):
                page = self._setting.formats.number(self._starts[number] + 1)
                left = at.x() + column * (width + COLUMN_GAP)
                rect = QRectF(left, at.y(), width, height)
                used = ink.width(page, 10.5) + CELL_GAP
                title = self._told.reports[number].title
                ink.line(painter, rect.adjusted(0, 0, -used, 0), title, 10.5)
                ink.line(painter, rect, page, 10.5, colour=ink.soft, align=RIGHT)

        return Block(height + 2 * POINT, paint)

    def _add(self, report: Report, chart: PaperChart | None) -> None:
        """Lay a report out: its words, its chart and the first rows stay together."""
        pages, table = self._pages, self._table(report)
        intro = list(self._intro(report, chart))
        blocks = table.rows() if table is not None else []
        titles = table.titles if table is not None else None
        height = sum(block.height for block in intro)
        if table is not None and titles is not None:
            height += titles.height + min(3, len(blocks)) * table.row_height
        if pages.pages[-1]:
            pages.put(gap(BETWEEN))
        if height > pages.left:
            pages.turn()
        self._starts.append(len(pages.pages) - 1)
        for block in intro:
            pages.put(block)
        if table is not None and titles is not None:
            self._add_rows(report, titles, blocks, table.total())
        if report.is_empty:
            for block in self._text(self._say("nothing"), 10, soft=True):
                pages.put(block)
        for note in report.notes:
            for block in self._text(note, 8.5, soft=True, most=4):
                pages.put(block)

    def _add_rows(
        self, report: Report, titles: Block, rows: Sequence[Block], total: Block | None
    ) -> None:
        pages = self._pages
        pages.put(titles)
        # The last row and the sums stay together, so that no page has the sums alone.
        for number, block in enumerate(rows):
            last = number == len(rows) - 1 and total is not None
            if block.height * (2 if last else 1) > pages.left:
                pages.turn()
                again = self._say("continued", title=report.title)
                for line in self._text(again, 9.5, strong=True, soft=True):
                    pages.put(line)
                pages.put(gap(SPACE / 3))
                pages.put(titles)
            pages.put(block)
        if total is not None:
            pages.put(total)
        pages.put(gap(SPACE / 2))

    def _intro(self, report: Report, chart: PaperChart | None) -> Iterator[Block]:
        if not self._told.front:
            yield from self._text(self._told.shop, 10, soft=True)
            made = self._say("made", day=self._setting.printed_on)
            days = "  ·  ".join(part for part in (self._told.days, self._told.scope, made) if part)
            yield from self._text(days, 9, soft=True)
            yield gap(SPACE)
        yield from self._text(report.title, 16, strong=True)
        yield from self._text(report.says, 10.5, most=4)
        yield from self._text(report.about, 8.5, soft=True, most=2)
        yield gap(SPACE / 2)
        if chart is not None:
            yield Block(chart.height, chart.paint)
            yield gap(SPACE)

    def _table(self, report: Report) -> ReportTable | None:
        wide = report.chart.kind == "heat" and len(report.columns) > MOST_COLUMNS
        if report.is_empty or wide:
            return None
        return ReportTable(report, self._setting, self._say("total"))

    def _text(
        self, words: str, size: float, *, strong: bool = False, soft: bool = False, most: int = 2
    ) -> Iterator[Block]:
        if not words:
            return
        ink = self._setting.ink
        lines = ink.lines(words, size, self._width, most=most, strong=strong)
        colour = ink.soft if soft else ink.text
        yield Block(lines.height, partial(lines.draw, colour=colour))


def charts_of(
    reports: Sequence[Report], look: ChartLook, setting: Setting, ticket: Ticket
) -> tuple[PaperChart | None, ...]:
    """Draw the charts of reports for paper; what cannot be drawn has its table alone."""
    body = setting.body
    made: list[PaperChart | None] = []
    for done, report in enumerate(reports):
        ticket.advance(done, len(reports))
        height = min(tall(report) * PX, body.height() - FOOT - ROOM)
        if report.is_empty or report.chart.kind in WORDED:
            made.append(None)
            continue
        try:
            made.append(chart_on_paper(report, look, setting.ink, body.width(), height))
        except CancelledError:
            raise
        except Exception:
            log.exception("The chart of %s cannot be drawn", report.key)
            made.append(None)
    return tuple(made)


def tall(report: Report) -> float:
    """Return how many px high a chart is to be."""
    kind, count = report.chart.kind, len(report.rows)
    if kind in WORDED:
        return HEAD + ROW * count
    if kind in TALL:
        return TALL[kind]
    if kind in ROWS:
        return (HEAD if kind in ("heat", "map") else EDGE) + ROWS[kind] * count
    if report.columns[report.chart.axis].kind == "date":
        return UPRIGHT
    lines = 1 if kind == "stacked" else max(len(report.chart.series), 1)
    head = HEAD if len(report.chart.series) > 1 else EDGE
    return head + (LYING + MORE * (lines - 1)) * min(count, MOST_BARS)
