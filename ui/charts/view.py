"""A chart in the window: its figure, what the mouse and the keys find in it, its words."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from app.jobs import Ticket
from ui.charts.look import look_of
from ui.charts.readout import Overlay, readout_of
from ui.charts.waiting import WaitingChart
from ui.charts.words import mark_words
from ui.common.keyboard_focus import shows_ring
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.charts.canvas import Canvas
    from ui.charts.sheet import Spot
    from ui.common.kit import Kit

HEIGHT = 160
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
LEAST, MOST = 120, 560
CELL, BAR, REST = 26, 27, 44  # px a row needs to be read, and what stands around the rows
log = logging.getLogger(__name__)


class ChartView(QWidget):
    """Shows a report as it is drawn; matplotlib is imported when the first chart is shown.

    Under the mouse a mark tells its figures, a click or Enter asks for the rows behind it; the
    arrows go from mark to mark. Who cannot see it is told what the report says.
    """

    picked = Signal(object, object)  # mark, key of the column
    chosen = Signal(object)  # the number of the row and of the column a ring is kept on
    cannot_draw = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.report: Report | None = None
        self.keeps_ring = False
        self.delay = 0  # ms after which it is drawn; many charts take turns
        self._legend = False
        self.canvas: Canvas | None = None
        self._is_warming = False
        self._at: tuple[int, int] | None = None  # row and column the keys are on
        self._kept: tuple[int, int] | None = None
        self.trouble = Label(kit.theme, "", colour="muted", wrap=True)
        self.trouble.hide()
        self.is_drawn = False
        self.waiting = WaitingChart(kit.theme)
        self.overlay = Overlay(kit.theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack = QStackedLayout(self)
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        for part in (self.trouble, self.waiting, self.overlay):
            self._stack.addWidget(part)
        self._stack.setCurrentWidget(self.overlay)
        kit.theme.changed.connect(self._redraw)
        kit.language.changed.connect(self._redraw)

    def show_report(self, report: Report) -> None:
        """Show another report; what was pointed at is let go."""
        self.report = report
        self._at = None
        self.setAccessibleName(". ".join(filter(None, (report.title, report.says))))
        self.setAccessibleDescription(report.about)
        self._point_at(None)
        self.setMinimumHeight(least_height(report, self._kit.theme.text_scale))
        self._redraw()

    def keep_ring(self, row: int, column: int) -> None:
        """Keep a ring on a mark, as on the cell whose sentence stands below."""
        self._kept = (row, column)
        self._place_ring()

    def set_legend(self, *, on: bool) -> None:
        """Name the series in the figure itself, or leave that to others."""
        if on != self._legend:
            self._legend = on
            self._redraw()

    def spots(self) -> list[Spot]:
        """Return the marks of what is drawn."""
        return self.canvas.drawing.spots if self.canvas is not None else []

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def _redraw(self) -> None:
        if self.report is None:
            return
        if self.canvas is not None:
            look = look_of(self._kit.theme, self._kit.formats)
            look = look.with_legend() if self._legend else look
            self.canvas.show_report(self.report, look, self.delay)
        elif not self._is_warming:
            self._is_warming = True
            job = self._kit.runner.draw(_warm_up, quiet=True)
            job.succeeded.connect(self._on_warm)
            job.failed.connect(self._on_failed)

    def _on_warm(self, _nothing: object) -> None:
        """Draw: what draws is imported by now, on a thread that keeps nobody waiting."""
        if self.canvas is None and self._make_canvas():
            self._redraw()

    def _make_canvas(self) -> bool:
        """Make the canvas; without its library the words of the report remain."""
        try:
            from ui.charts.canvas import Canvas  # noqa: PLC0415 - when a chart is first shown

            self.canvas = Canvas(self)
        except Exception:
            log.exception("charts cannot be drawn")
            self._on_failed()
            return False
        self.canvas.drawn.connect(self._on_drawn)
        self.canvas.failed.connect(self._on_failed)
        self._stack.insertWidget(0, self.canvas)
        self._stack.setCurrentWidget(self.overlay)
        self.canvas.show()
        return True

    def _on_drawn(self) -> None:
        self.is_drawn = True
        self.waiting.hide()
        self.trouble.hide()
        self._place_ring()
        if self._at is not None:
            self._point_at(self._spot_of(*self._at), by_keys=True)

    def _on_failed(self, _error: object = None) -> None:
        self.is_drawn = True
        self.waiting.hide()
        self.trouble.set_text(self.tr("This chart cannot be drawn. Its table still can be shown."))
        self.trouble.show()
        self.overlay.choose(None)
        self.cannot_draw.emit()

    def _place_ring(self) -> None:
        self.overlay.choose(self._spot_of(*self._kept) if self._kept is not None else None)

    def _spot_of(self, row: int, column: int) -> Spot | None:
        return next((s for s in self.spots() if (s.row, s.column) == (row, column)), None)

    def _point_at(self, spot: Spot | None, *, by_keys: bool = False) -> None:
        if self.canvas is None or self.report is None:
            return
        told = None
        if spot is not None:
            told = readout_of(self.report, spot, look_of(self._kit.theme, self._kit.formats))
        self.overlay.show_spot(spot, told, self.canvas.drawing, by_keys=by_keys)

    def _opens(self, spot: Spot) -> bool:
        return self.report is not None and self.report.columns[spot.column].opens

    def _find(self, at: QPointF) -> Spot | None:
        return next((spot for spot in self.spots() if spot.holds(at.x(), at.y())), None)

    def _pick(self, spot: Spot) -> None:
        if self.report is None:
            return
        if self.keeps_ring:
            self.keep_ring(spot.row, spot.column)
            self.chosen.emit((spot.row, spot.column))
        elif self._opens(spot):
            key = self.report.columns[spot.column].key
            self.picked.emit(self.report.rows[spot.row].mark, key)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._find(event.position())
        self._point_at(spot)
        acts = spot is not None and (self.keeps_ring or self._opens(spot))
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._find(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = (spot.row, spot.column)
            self._pick(spot)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and not event.modifiers():
            self._step(*ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.spots():
            self._go_to(self.spots()[0 if key == Qt.Key.Key_Home else -1])
        elif key in OPENS and self._at is not None and (spot := self._spot_of(*self._at)):
            self._pick(spot)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._at = None
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def _step(self, right: int, down: int) -> None:
        """Go to the nearest mark on that side."""
        spots = self.spots()
        if not spots:
            return
        here = self._spot_of(*self._at) if self._at is not None else None
        if here is None:
            strips = self.canvas is not None and self.canvas.drawing.strips
            self._go_to(spots[-1] if strips and right < 0 else spots[0])
            return
        x, y = here.middle

        def distance(spot: Spot) -> float:
            way = (spot.middle[0] - x) * right + (spot.middle[1] - y) * down
            off = abs((spot.middle[0] - x) * down) + abs((spot.middle[1] - y) * right)
            return way + 3 * off if way > 1 else float("inf")

        nearest = min(spots, key=distance)
        if distance(nearest) < float("inf"):
            self._go_to(nearest)

    def _go_to(self, spot: Spot) -> None:
        self._at = (spot.row, spot.column)
        self._point_at(spot, by_keys=True)
        if self.report is not None:
            announce(self, mark_words(self.report, spot.row, spot.column, self._kit.formats))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at is not None and shows_ring(self):
            self._point_at(self._spot_of(*self._at), by_keys=True)
        self.overlay.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._point_at(None)


def _warm_up(_ticket: Ticket) -> None:
    from ui.charts.warming import warm_up  # noqa: PLC0415 - heavy

    warm_up()


def least_height(report: Report, scale: float) -> int:
    """Return the height in px below which the rows of a chart could not be read."""
    chart, rows = report.chart, len(report.rows)
    needed = 0
    if chart.kind == "heat":
        needed = rows * CELL + REST
    elif chart.kind in ("bar", "stacked") and report.columns[chart.axis].kind != "date":
        lines = 1 if chart.kind == "stacked" else max(len(chart.series), 1)
        needed = rows * (BAR + (lines - 1) * 14)
    elif chart.kind == "funnel":
        needed = rows * CELL
    return round(min(max(needed, LEAST), MOST) * scale)
