"""Icons of the Lucide set, coloured by the theme when they are painted."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path
from resources.icons import icon_svg

SMALL = 12  # px; below this the thinner stroke of the set would look grey
CACHED = 1_000


class Icons:
    """Pixmaps of icons, drawn once per name, size, colour, stroke and pixel ratio."""

    def __init__(self) -> None:
        self._drawings: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, int, float, float], QPixmap] = {}

    def pixmap(
        self, name: str, size: int, colour: QColor, ratio: float, stroke: float = 0
    ) -> QPixmap:
        """Return the icon `size` px wide; `stroke` 0 is the set's usual one on its grid of 24."""
        stroke = stroke or (2 if size <= SMALL else 1.75)
        key = (name, size, colour.rgba(), ratio, stroke)
        found = self._pixmaps.get(key)
        if found is None:
            if len(self._pixmaps) >= CACHED:
                self._pixmaps.clear()
            svg = self._drawing(name).replace("currentColor", colour.name())
            svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke}"')
            found = self._pixmaps[key] = render_svg(svg, size, ratio)
        return found

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        name: str,
        size: int,
        colour: QColor,
        stroke: float = 0,
    ) -> None:
        """Paint the icon with its upper left corner at that point, on whole device pixels."""
        ratio = painter.device().devicePixelRatio()
        place = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
        painter.drawPixmap(place, self.pixmap(name, size, colour, ratio, stroke))

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = icon_svg(name)
        return self._drawings[name]


class ThemedIconEngine(QIconEngine):
    """One icon that asks for its colour at paint time, so that it follows the theme."""

    def __init__(self, icons: Icons, name: str, colour: Callable[[QIcon.Mode], QColor]) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return ThemedIconEngine(self._icons, self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        corner = QPointF(
            rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2
        )
        self._icons.paint(painter, corner, self._name, size, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
        return self.scaledPixmap(size, mode, state, ratio)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return picture


def render_svg(svg: str, size: int, ratio: float) -> QPixmap:
    """Return the drawing as a square pixmap, `size` logical px wide."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(
        painter, QRectF(0, 0, picture.width(), picture.height())
    )
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def logo(size: int, ratio: float = 1.0) -> QPixmap:
    """Return the program's own sign."""
    return render_svg(path("logo.svg").read_text(encoding="utf-8"), size, ratio)
