"""One open deal of a contact: what it is worth, where it stands, what comes next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.deals import DealRow
from ui.common.ahead_words import is_late, when_words
from ui.common.deal_looks import stage_colour
from ui.common.deal_words import WAITS, days_words, money_words
from ui.common.kit import Kit
from ui.common.painting import box, disc, ring
from ui.common.task_icons import ICONS
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import state_of

SIDE, TOP, GAP = 12, 10, 6
DOT, ICON = 8, 14
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class OpenDeal(QWidget):
    """Enter or a click opens the deal."""

    opened = Signal()

    def __init__(self, kit: Kit, row: DealRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.row = row
        self.money = money_words(row.amount, row.currency, kit.formats)
        self.below, self._icon, self._role = self._step()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = ", ".join((row.title, self.money, row.stage, self.below))
        self.setAccessibleName(told)
        self.setAccessibleDescription(self.tr("Enter opens the deal"))
        self.setToolTip(row.title)

    def sizeHint(self) -> QSize:
        return QSize(200, 3 * self._kit.theme.line("body") + 2 * TOP + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row, state = self._kit.theme, self.row, state_of(self)
        painter = QPainter(self)
        whole = QRectF(self.rect())
        edges = {"warning": "warning-border", "danger": "danger-border"}
        edge = edges.get(WAITS.get(row.wait, ""), "border")
        fill = theme.colour("hover" if state.hover else "surface")
        box(painter, whole, 8, fill, theme.colour(edge))
        height = theme.line("body")
        line = QRectF(SIDE, TOP, whole.width() - 2 * SIDE, height)
        draw_text(painter, line, row.title, theme.font("strong"), theme.colour("text"))
        line.translate(0, height + GAP)
        self._paint_value(painter, theme, line)
        line.translate(0, height + GAP)
        at = QPointF(line.left(), line.center().y() - ICON / 2)
        theme.paint_icon(painter, at, self._icon, ICON, self._role)
        words = line.adjusted(ICON + GAP, 0, 0, 0)
        draw_text(painter, words, self.below, theme.font("body"), theme.colour(self._role))
        if state.ring:
            ring(painter, theme, whole, 8)
        painter.end()

    def _paint_value(self, painter: QPainter, theme: Theme, line: QRectF) -> None:
        digits = theme.font("strong", digits=True)
        used = draw_text(painter, line, self.money, digits, theme.colour("text"))
        stage = line.adjusted(used + 2 * GAP + DOT, 0, 0, 0)
        ink = theme.colour("text-2")
        taken = draw_text(painter, stage, self.row.stage, theme.font("body"), ink, RIGHT)
        left = stage.right() - taken - GAP - DOT
        dot = QRectF(left, line.center().y() - DOT / 2, DOT, DOT)
        disc(painter, dot, stage_colour(theme, self.row.colour))

    def _step(self) -> tuple[str, str, str]:
        """Return what comes next or that it waits too long, its icon and its colour."""
        row, formats = self.row, self._kit.formats
        if row.wait:
            days = days_words(row.days, formats)
            words = self.tr("{time} here, waiting too long").format(time=days)
            return words, "hourglass", WAITS[row.wait]
        if row.next_title:
            when = when_words(row.next_at, formats) if row.next_at else ""
            role = "danger" if row.next_at and is_late(row.next_at, formats) else "text-2"
            words = " · ".join(part for part in (row.next_title, when) if part)
            return words, ICONS.get(row.next_kind, "circle-check"), role
        return self.tr("No next step"), "circle-alert", "warning"
