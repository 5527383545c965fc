"""Charts on paper: what matplotlib draws is kept as lines and letters, and painted by Qt.

A picture would be coarse in print, and nobody could search its words in a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.charts.drawing import draw
from ui.charts.sheet import DPI
from ui.printing.paper import POINT, Ink

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

    from app.shapes.reports import Report
    from ui.charts.look import ChartLook

PX = 0.75 * POINT  # a px of a chart in page units: 96 to the inch
PER_POINT = DPI / 72  # px of a chart
STRONG = 600  # weight
CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "projecting": Qt.PenCapStyle.SquareCap,
}
JOINS = {
    "miter": Qt.PenJoinStyle.MiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path and what it is filled and drawn with."""

    path: QPainterPath
    pen: QPen
    brush: QBrush

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(self.pen)
        painter.setBrush(self.brush)
        painter.drawPath(self.path)


@dataclass(frozen=True, slots=True)
class Word:
    """A line of letters from the left end of its baseline; `angle` turns it to the left."""

    at: QPointF
    text: str
    font: QFont
    colour: QColor
    angle: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(self.colour)
        painter.setFont(self.font)
        if not self.angle:
            painter.drawText(self.at, self.text)
            return
        painter.save()
        painter.translate(self.at)
        painter.rotate(-self.angle)
        painter.drawText(QPointF(), self.text)
        painter.restore()


@dataclass(frozen=True, slots=True)
class PaperChart:
    """A chart that was drawn once; any thread may paint it, as often as it likes."""

    width: float
    height: float
    parts: tuple[Stroke | Word, ...]

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint with the upper left corner at that point, in page units."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(at)
        for part in self.parts:
            part.paint(painter)
        painter.restore()


def chart_on_paper(
    report: Report, look: ChartLook, ink: Ink, width: float, height: float
) -> PaperChart:
    """Draw the chart of a report in a rectangle of that size in page units."""
    figure = Figure(figsize=(width / PX / DPI, height / PX / DPI), dpi=DPI)
    FigureCanvasBase(figure)
    draw(figure, report, look)
    figure.patch.set_visible(False)  # paper is white by itself
    recorder = Recorder(ink, width / PX, height / PX)
    figure.draw(recorder)
    return PaperChart(width, height, tuple(recorder.parts))


class Recorder(RendererBase):
    """Takes down what a figure draws, in page units."""

    def __init__(self, ink: Ink, width: float, height: float) -> None:
        """Take the size of the figure in px."""
        super().__init__()
        self.parts: list[Stroke | Word] = []
        self._ink = ink
        self._size = width, height
        self._to_page = Affine2D().scale(1, -1).translate(0, height).scale(PX)

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - matplotlib's
    ) -> None:
        """Take down a path; matplotlib tells its colours in parts of 1."""
        self.parts.append(
            Stroke(
                path_of(path, transform + self._to_page),
                self._pen(gc),
                QBrush() if rgbFace is None else QBrush(_colour(rgbFace, gc)),
            )
        )

    def draw_text(
        self, gc: GraphicsContextBase, x: float, y: float, s: str, prop: FontProperties,
        angle: float, ismath: object = None, mtext: object = None,
    ) -> None:  # fmt: skip
        """Take down a line of text; x and y are px from the upper left corner."""
        at = QPointF(x * PX, y * PX)
        self.parts.append(Word(at, s, self._font(prop), _colour(gc.get_rgb(), gc), angle))

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: object
    ) -> tuple[float, float, float]:
        """Return how wide a text is, how high, and how far below its baseline it goes, in px."""
        metrics = QFontMetricsF(self._font(prop))
        tight = metrics.tightBoundingRect(s)
        return metrics.horizontalAdvance(s) / PX, tight.height() / PX, tight.bottom() / PX

    def flipy(self) -> bool:
        """Tell that y grows downwards."""
        return True

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the figure in px."""
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        """Return points as px of the figure."""
        return points * PER_POINT

    def _font(self, prop: FontProperties) -> QFont:
        weight = prop.get_weight()
        strong = weight in ("bold", "semibold") or (
            isinstance(weight, int | float) and weight >= STRONG
        )
        size = prop.get_size_in_points() * PER_POINT * PX / POINT
        return self._ink.font(size, strong=strong)

    def _pen(self, gc: GraphicsContextBase) -> QPen:
        width = float(gc.get_linewidth()) * PER_POINT
        if width <= 0:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(_colour(gc.get_rgb(), gc), width * PX)
        pen.setCapStyle(CAPS.get(str(gc.get_capstyle()), Qt.PenCapStyle.FlatCap))
        pen.setJoinStyle(JOINS.get(str(gc.get_joinstyle()), Qt.PenJoinStyle.MiterJoin))
        told: Any = gc.get_dashes()
        begin, dashes = told
        if dashes is not None:
            # Qt counts them in widths of the pen.
            pen.setDashPattern([float(dash) * PER_POINT / width for dash in dashes])
            pen.setDashOffset(float(begin) * PER_POINT / width)
        return pen


def path_of(path: Path, transform: Transform) -> QPainterPath:
    """Return a path of matplotlib as one of Qt."""
    made = QPainterPath()
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        if code == Path.MOVETO:
            made.moveTo(*points)
        elif code == Path.LINETO:
            made.lineTo(*points)
        elif code == Path.CURVE3:
            made.quadTo(*points)
        elif code == Path.CURVE4:
            made.cubicTo(*points)
        elif code == Path.CLOSEPOLY:
            made.closeSubpath()
    return made


def _colour(told: Any, gc: GraphicsContextBase) -> QColor:
    red, green, blue = (float(part) for part in told[:3])
    alpha = float(told[3]) if len(told) > 3 else 1.0
    if gc.get_forced_alpha():
        alpha = gc.get_alpha()
    return QColor.fromRgbF(red, green, blue, alpha)
