"""What stands over a chart: the cursor line, the ring of the chosen mark, the readout box."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.charts.words import cell_words, readout_words, value_words
from ui.common.keyboard_focus import shows_ring
from ui.common.painting import box, disc, ring
from ui.common.text import RIGHT, draw_text

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.charts.look import ChartLook
    from ui.charts.sheet import Drawing, Spot
    from ui.common.formats import Formats
    from ui.common.theme import Theme

translate = QCoreApplication.translate

CELLS = ("heat", "funnel")  # whose marks tell of themselves alone
PADDING, DOT, AFTER_DOT = 12, 8.0, 6
BETWEEN = 24
APART = 8  # px between the box and the cursor line
MARK = 9.0


@dataclass(slots=True)
class Readout:
    """A heading and lines of (colour or '', words, figure, colour of the figure)."""

    heading: str = ""
    lines: list[tuple[str, str, str, str]] = field(default_factory=list)


def readout_of(report: Report, spot: Spot, look: ChartLook) -> Readout:
    """Return what is told of a mark."""
    axis, formats, row = report.chart.axis, look.formats, report.rows[spot.row]
    heading = cell_words(report, spot.row, axis, formats)
    if report.columns[axis].kind == "date":
        heading = readout_words(str(row.values[axis]), formats)
    if row.hint:
        heading = f"{heading} · {row.hint}"
    told = Readout(heading)
    series = report.chart.series
    if report.chart.kind in CELLS:
        words = cell_words(report, spot.row, spot.column, formats, short=False)
        told.lines.append(("", report.columns[spot.column].title, words, "text"))
        return told
    for each, colour in zip(series, look.of_report(series), strict=True):
        words = cell_words(report, spot.row, each.column, formats)
        if words:
            told.lines.append((colour, report.columns[each.column].title, words, "text"))
    told.lines.extend(_ahead(report, spot, formats))
    return told


def _ahead(report: Report, spot: Spot, formats: Formats) -> list[tuple[str, str, str, str]]:
    """Return how far what came is from the goal."""
    by_role = {each.role: each.column for each in report.chart.series}
    if "goal" not in by_role or "now" not in by_role:
        return []
    values = report.rows[spot.row].values
    now, goal = values[by_role["now"]], values[by_role["goal"]]
    if not isinstance(now, int | float) or not isinstance(goal, int | float):
        return []
    kind = report.columns[by_role["now"]].kind
    words = value_words(abs(now - goal), kind, formats, report.currency, short=True)
    name = translate("Charts", "Ahead by") if now >= goal else translate("Charts", "Behind by")
    return [("", name, words, "success" if now >= goal else "danger")]


class Overlay(QWidget):
    """Painted over the canvas; the mouse and the keys are the view's."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.spot: Spot | None = None
        self.chosen: Spot | None = None
        self.told: Readout | None = None
        self._drawing: Drawing | None = None
        self.by_keys = False

    def show_spot(
        self, spot: Spot | None, told: Readout | None, drawing: Drawing, *, by_keys: bool = False
    ) -> None:
        """Point at a mark and tell of it; None takes both away."""
        self.spot, self.told, self._drawing, self.by_keys = spot, told, drawing, by_keys
        self.update()

    def choose(self, spot: Spot | None) -> None:
        """Keep a ring on a mark."""
        self.chosen = spot
        self.update()

    def box_of(self) -> QRectF:
        """Return where the readout stands: left of the mark, else right of it."""
        told, spot, theme = self.told, self.spot, self._theme
        if told is None or spot is None:
            return QRectF()
        names = [theme.metrics("body").horizontalAdvance(words) for _c, words, _f, _i in told.lines]
        strong = theme.metrics("strong", digits=True)
        figures = [strong.horizontalAdvance(figure) for _c, _w, figure, _i in told.lines]
        inner = max(names, default=0) + max(figures, default=0) + BETWEEN + DOT + AFTER_DOT
        wide = max(inner, theme.metrics("caption").horizontalAdvance(told.heading)) + 2 * PADDING
        tall = theme.line("body") * (len(told.lines) + 1) + PADDING + 4
        x, y = spot.middle
        strips = self._drawing is not None and self._drawing.strips
        if strips:
            left, top = x - wide - APART, self._drawing.top if self._drawing else 0.0
        else:
            left, top = x + spot.width / 2 + APART, y - tall / 2
        if left < 0:
            left = x + APART
        if left + wide > self.width():
            left = spot.x - wide - APART if not strips else self.width() - wide
        top = min(max(top, 0.0), max(self.height() - tall, 0.0))
        return QRectF(round(max(left, 0.0)), round(top), round(wide), round(tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if self.chosen is not None:
            place = QRectF(self.chosen.x, self.chosen.y, self.chosen.width, self.chosen.height)
            box(painter, place, 4, border=theme.colour("text"), width=2)
        if self.spot is not None and self._drawing is not None:
            self._paint_spot(painter, self.spot, self._drawing)
        if self.told is not None and self.told.lines:
            self._paint_box(painter, self.box_of(), self.told)
        view = self.parentWidget()
        if self.spot is None and view is not None and shows_ring(view):
            ring(painter, theme, QRectF(self.rect()))
        painter.end()

    def _paint_spot(self, painter: QPainter, spot: Spot, drawing: Drawing) -> None:
        theme = self._theme
        x, _y = spot.middle
        if drawing.strips:
            painter.setPen(QPen(theme.colour("border-strong"), 1))
            at = round(x) + 0.5
            painter.drawLine(QPointF(at, drawing.top), QPointF(at, drawing.bottom))
            for y, colour in spot.dots[-1:] if not self.by_keys else spot.dots:
                disc(painter, QRectF(x - MARK / 2 - 2, y - MARK / 2 - 2, MARK + 4, MARK + 4),
                     theme.colour("surface"))  # fmt: skip
                disc(painter, QRectF(x - MARK / 2, y - MARK / 2, MARK, MARK), QColor(colour))
        elif self.by_keys:
            place = QRectF(spot.x, spot.y, spot.width, spot.height)
            box(painter, place, 4, border=theme.colour("surface"), width=4)
            ring(painter, theme, place.adjusted(-1, -1, 1, 1), 5)
        else:
            place = QRectF(spot.x, spot.y, spot.width, spot.height)
            box(painter, place, 4, border=theme.colour("border-input"))

    def _paint_box(self, painter: QPainter, rect: QRectF, told: Readout) -> None:
        theme = self._theme
        for spread, alpha in ((3, 10), (2, 14), (1, 18)):
            shade = QColor(theme.colour("shadow"))
            shade.setAlpha(alpha)
            box(painter, rect.adjusted(-spread, -spread + 1, spread, spread + 2), 8, shade)
        box(painter, rect, 6, theme.colour("raised"), theme.colour("border-strong"))
        inner = rect.adjusted(PADDING, PADDING / 2 + 2, -PADDING, 0)
        line = theme.line("body")
        head = QRectF(inner.left(), inner.top(), inner.width(), line)
        draw_text(painter, head, told.heading, theme.font("caption"), theme.colour("muted"))
        for number, (colour, words, figure, ink) in enumerate(told.lines):
            row = QRectF(inner.left(), inner.top() + (number + 1) * line, inner.width(), line)
            if colour:
                dot = QRectF(row.left(), row.center().y() - DOT / 2, DOT, DOT)
                disc(painter, dot, QColor(colour))
            after = DOT + AFTER_DOT if colour else 0
            name = row.adjusted(after, 0, 0, 0)
            draw_text(painter, name, words, theme.font("body"), theme.colour("text-2"))
            font = theme.font("strong", digits=True)
            draw_text(painter, row, figure, font, theme.colour(ink), RIGHT)
