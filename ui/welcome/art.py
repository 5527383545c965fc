"""What stands in the head of each welcome card, painted from the tokens."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import box, disc
from ui.common.theme import Theme

HEIGHT = 140
PLAN = QSize(302, HEIGHT)  # px the drawings are made for
LINE_CHART = ((0, 50), (20, 38), (39, 42), (60, 26), (78, 33), (98, 16), (116, 21), (138, 3))


class Art(QWidget):
    """One drawing: 'sheet', 'shop' or 'empty'; it says nothing the words below do not."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draw: Callable[[QPainter], None] = {
            "sheet": self._sheet, "shop": self._shop, "empty": self._empty,
        }[name]  # fmt: skip
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QPainterPath()
        rect = QRectF(0, 0, self.width(), self.height() + 12)
        ground.addRoundedRect(rect, 10, 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        painter.fillPath(ground, self._theme.colour("sunken"))
        painter.fillRect(
            QRectF(0, self.height() - 1, self.width(), 1), self._theme.colour("border")
        )
        painter.translate((self.width() - PLAN.width()) / 2, 0)
        self._draw(painter)
        painter.end()

    def _bar(self, painter: QPainter, at: tuple[float, float], width: float, name: str) -> None:
        box(painter, QRectF(*at, width, 4), 2, self._theme.colour(name))

    def _sheet(self, painter: QPainter) -> None:
        theme = self._theme
        whole = QRectF(46, 26, 112, 88)
        box(painter, whole, 6, theme.colour("surface"), theme.colour("border-strong"))
        head = QRectF(47, 27, 110, 20)
        box(painter, head, 5, theme.colour("success-soft"))
        for y in (47, 62, 80, 97):
            painter.fillRect(QRectF(47, y, 110, 1), theme.colour("border"))
        for x in (84, 121):
            painter.fillRect(QRectF(x, 47, 1, 66), theme.colour("border"))
        for row, y in enumerate((54, 71, 88, 103)):
            self._bar(painter, (54, y), (22, 18, 24, 20)[row], "muted")
            self._bar(painter, (92, y), (20, 22, 16, 21)[row], "border-strong")
            self._bar(painter, (129, y), (18, 16, 20, 18)[row], "border-strong")
        self._arrow(painter)
        for row, (role, width) in enumerate((("danger", 24), ("accent", 18), ("success", 26))):
            card = QRectF(198, 32 + row * 27, 56, 22)
            box(painter, card, 5, theme.colour("surface"), theme.colour("border-strong"))
            disc(painter, QRectF(203, 37 + row * 27, 12, 12), theme.colour(f"{role}-soft"))
            self._bar(painter, (220, 41 + row * 27), width, "muted")

    def _arrow(self, painter: QPainter) -> None:
        pen = QPen(self._theme.colour("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(168, 70), QPointF(188, 70))
        painter.drawPolyline(QPolygonF([QPointF(182, 64), QPointF(188, 70), QPointF(182, 76)]))

    def _shop(self, painter: QPainter) -> None:
        theme = self._theme
        whole = QRectF(60, 26, 184, 88)
        box(painter, whole, 6, theme.colour("surface"), theme.colour("border-strong"))
        box(painter, QRectF(61, 27, 38, 86), 5, theme.colour("nav"))
        painter.fillRect(QRectF(99, 27, 1, 86), theme.colour("border"))
        for number, y in enumerate((37, 49, 61, 73)):
            self._bar(painter, (68, y), 24, "accent" if number == 1 else "border-strong")
        for x in (108, 153, 198):
            tile = QRectF(x, 34, 39, 22)
            box(painter, tile, 4, theme.colour("sunken"), theme.colour("border"))
            self._bar(painter, (x + 6, 39), 12, "muted")
            self._bar(painter, (x + 6, 47), 22, "text-2")
        line = [QPointF(108 + x * 0.92, 56 + y) for x, y in LINE_CHART]
        area = QPolygonF([QPointF(line[0].x(), 108), *line, QPointF(line[-1].x(), 108)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-soft"))
        painter.drawPolygon(area)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawPolyline(QPolygonF(line))
        disc(painter, QRectF(line[-1].x() - 3, line[-1].y() - 3, 6, 6), theme.colour("accent"))

    def _empty(self, painter: QPainter) -> None:
        theme = self._theme
        whole = QRectF(88, 34, 127, 72)
        box(painter, whole, 7, theme.colour("surface"), theme.colour("border-strong"), dashed=True)
        disc(painter, QRectF(102, 48, 24, 24), theme.colour("pressed"))
        disc(painter, QRectF(110, 53, 8, 8), theme.colour("muted"))
        box(painter, QRectF(106.5, 61.5, 15, 7), 3.5, theme.colour("muted"))
        self._bar(painter, (136, 53), 52, "border-strong")
        self._bar(painter, (136, 63), 34, "pressed")
        self._bar(painter, (102, 82), 86, "pressed")
        self._bar(painter, (102, 92), 58, "pressed")
        disc(painter, QRectF(196, 91, 24, 24), theme.colour("accent"))
        theme.paint_icon(painter, QPointF(200, 95), "plus", 16, "on-accent", 2.5)
