"""Rows of a card that are people: who bought most, who sold how much of their goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.charts.words import cell_words, mark_words, tight_words
from ui.common.keyboard_focus import shows_ring
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.note import announce

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.common.kit import Kit

ROW, AIM_ROW = 31, 41
AVATAR, SMALL_AVATAR = 24, 20
TRACK = 6.0
ROOM = 4  # px a last row may lack below its words
AIM_AT = 0.8  # of the track: where the tick of a goal stands
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PeopleRows(QWidget):
    """Arrows go from row to row, Enter or a click opens what is behind the figure."""

    picked = Signal(object, object)  # mark, key of the column

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.report: Report | None = None
        self.at = -1
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def row_height(self) -> int:
        """The height of a row."""
        return self._kit.theme.height(AIM_ROW if self._is_aims() else ROW)

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.report = report
        self.at = -1
        self.setAccessibleName(". ".join(filter(None, (report.title, report.says))))
        self.setAccessibleDescription(report.about)
        self.updateGeometry()
        self.update()

    def shown(self) -> int:
        """Return how many rows there is room for."""
        rows = len(self.report.rows) if self.report is not None else 0
        return min(rows, max(1, (self.height() + ROOM) // self.row_height))

    def sizeHint(self) -> QSize:
        return QSize(200, 3 * self.row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 2 * self.row_height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self.shown():
            self.at = min(max(self.at + STEPS[key], 0), self.shown() - 1)
            self._announce()
            self.update()
        elif key in OPENS and self.shown():
            self._pick(max(self.at, 0))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        self._hovered = row
        acts = row >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.at = row
            self._pick(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.report is None:
            return
        painter, theme = QPainter(self), self._kit.theme
        for row in range(self.shown()):
            place = QRectF(0, row * self.row_height, self.width(), self.row_height)
            if row == self._hovered:
                box(painter, place.adjusted(-6, 1, 6, -1), 6, theme.colour("hover"))
            if self._is_aims():
                self._paint_aim(painter, self.report, row, place)
            else:
                self._paint_row(painter, self.report, row, place)
            if shows_ring(self) and row == max(self.at, 0):
                ring(painter, theme, place.adjusted(0, 1, 0, -1))
        painter.end()

    def _paint_row(self, painter: QPainter, report: Report, row: int, rect: QRectF) -> None:
        theme, formats = self._kit.theme, self._kit.formats
        left = self._paint_face(painter, report, row, QPointF(rect.left(), rect.center().y()))
        told = cell_words(report, row, report.chart.series[0].column, formats, short=False)
        used = draw_text(
            painter, rect, told, theme.font("strong", digits=True), theme.colour("text"), RIGHT
        )
        words = rect.adjusted(left, 0, -used - 12, 0)
        name = cell_words(report, row, report.chart.axis, formats)
        draw_text(painter, words, name, theme.font("body"), theme.colour("text"))

    def _paint_aim(self, painter: QPainter, report: Report, row: int, rect: QRectF) -> None:
        """Paint name, 'x of goal', the share, and the bar with its tick."""
        theme, formats = self._kit.theme, self._kit.formats
        by_role = {each.role: each.column for each in report.chart.series}
        now, aimed = by_role.get("now", report.chart.series[0].column), by_role.get("goal")
        line = QRectF(rect.left(), rect.top() + 2, rect.width(), theme.line("body") + 6)
        face = QPointF(rect.left(), line.center().y())
        left = self._paint_face(painter, report, row, face, SMALL_AVATAR)
        value = report.rows[row].values[now]
        goal = report.rows[row].values[aimed] if aimed is not None else None
        reached = float(value) if isinstance(value, int | float) else 0.0
        target = float(goal) if isinstance(goal, int | float) and goal > 0 else 0.0
        strong = theme.font("strong", digits=True)
        right = line.adjusted(0, 0, 0, 0)
        if target:
            ink = theme.colour("success" if reached >= target else "text-2")
            font = strong if reached >= target else theme.font("body", digits=True)
            room = theme.metrics("strong", digits=True).horizontalAdvance("000%") + 6
            share = f"{reached / target:.0%}"
            draw_text(painter, right, share, font, ink, RIGHT)
            right.setRight(right.right() - room)
            of = self.tr("of {goal}").format(goal=self._goal_words(report, aimed or 0, target))
            used = draw_text(painter, right, of, theme.font("body", digits=True),
                             theme.colour("muted"), RIGHT)  # fmt: skip
            right.setRight(right.right() - used - 4)
        told = cell_words(report, row, now, formats)
        used = draw_text(painter, right, told, strong, theme.colour("text"), RIGHT)
        name = cell_words(report, row, report.chart.axis, formats)
        words = QRectF(
            line.left() + left, line.top(), right.width() - left - used - 8, line.height()
        )
        draw_text(painter, words, name, theme.font("body"), theme.colour("text"))
        most = max((v for v in self._values(report, now)), default=0.0) or 1.0
        track = QRectF(rect.left(), line.bottom() + 3, rect.width(), TRACK)
        box(painter, track, 3, theme.colour("pressed"))
        part = min(1.0, reached / target * AIM_AT) if target else max(reached, 0.0) / most
        if part > 0:
            fill = (
                theme.colour("success-solid") if target and reached >= target else theme.series(0)
            )
            box(painter, QRectF(track.left(), track.top(), track.width() * part, TRACK), 3, fill)
        if target:
            x = track.left() + track.width() * AIM_AT
            painter.fillRect(QRectF(round(x), track.top() - 2, 2, TRACK + 4), theme.colour("text"))

    def _paint_face(
        self, painter: QPainter, report: Report, row: int, at: QPointF, side: int = AVATAR
    ) -> float:
        """Paint who it is; return where the words begin."""
        mark = report.rows[row].mark
        if not mark.isdecimal():
            return 0.0
        name = str(report.rows[row].values[report.chart.axis])
        paint_avatar(
            painter, self._kit.theme, at, name, avatar_colour(int(mark)), side,
            company=report.rows[row].company,
        )  # fmt: skip
        return side + 10.0

    def _goal_words(self, report: Report, column: int, target: float) -> str:
        kind = report.columns[column].kind
        return tight_words(target, kind, self._kit.formats, report.currency)

    def _values(self, report: Report, column: int) -> list[float]:
        return [float(r.values[column] or 0) for r in report.rows
                if isinstance(r.values[column], int | float)]  # fmt: skip

    def _is_aims(self) -> bool:
        return self.report is not None and self.report.chart.kind == "aims"

    def _row_at(self, at: QPointF) -> int:
        row = int(at.y() // self.row_height)
        return row if 0 <= row < self.shown() else -1

    def _pick(self, row: int) -> None:
        if self.report is not None:
            column = self.report.chart.series[0].column
            self.picked.emit(self.report.rows[row].mark, self.report.columns[column].key)

    def _announce(self) -> None:
        if self.report is not None:
            column = self.report.chart.series[0].column
            announce(self, mark_words(self.report, self.at, column, self._kit.formats))
