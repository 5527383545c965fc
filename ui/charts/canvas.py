"""The figure of a chart as a widget: matplotlib's canvas for Qt, imported when one is shown."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.charts.drawing import draw
from ui.charts.sheet import DPI, Drawing

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.charts.look import ChartLook

SETTLED = 40  # ms after the last change of size
log = logging.getLogger(__name__)


class Canvas(FigureCanvasQTAgg):
    """Draws when it has a report and a size; what it drew last is shown until then.

    What cannot be drawn is told by `failed`, never raised.
    """

    drawn = Signal()
    failed = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._report: Report | None = None
        self._look: ChartLook | None = None
        self._delay = 0
        self._image = QImage()
        self.drawing = Drawing()
        begin: Any = super().__init__  # its library tells no types
        begin(Figure(figsize=(1, 1), dpi=DPI))
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(parent.sizePolicy())
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self.draw_now)

    def show_report(self, report: Report, look: ChartLook, delay: int = 0) -> None:
        """Draw another report, or the same in another look, in a turn of its own.

        `delay` ms keep many charts from being drawn all at once.
        """
        self._report, self._look, self._delay = report, look, delay
        self._waiting.start(delay)

    def draw_now(self) -> None:
        """Draw what is asked for at the size and resolution of this moment."""
        self._waiting.stop()
        if self._report is None or self._look is None or self.width() < 2 or self.height() < 2:
            return
        try:
            self.figure.set_size_inches(self.width() / DPI, self.height() / DPI, forward=False)
            self.drawing = draw(self.figure, self._report, self._look)
            library: Any = FigureCanvasAgg
            library.draw(self)
            wide, high = int(self.renderer.width), int(self.renderer.height)
            pixels = library.buffer_rgba(self)
            image = QImage(pixels, wide, high, QImage.Format.Format_RGBA8888)
            self._image = image.copy()
            self._image.setDevicePixelRatio(self.device_pixel_ratio)
        except Exception:
            log.exception("a chart cannot be drawn")
            self.drawing = Drawing()
            self._image = QImage()
            self.failed.emit()
            return
        self.update()
        self.drawn.emit()

    def draw_idle(self) -> None:
        """Do nothing: it is drawn when the report or the paper changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        QWidget.resizeEvent(self, event)
        self._waiting.start(self._delay + (0 if self._image.isNull() else SETTLED))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._look is not None:
            painter.fillRect(self.rect(), QColor(self._look.colour("surface")))
        if not self._image.isNull():
            size = self._image.deviceIndependentSize()
            place = QRectF(0, 0, size.width(), size.height())
            painter.drawImage(place, self._image)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(200, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 40)
