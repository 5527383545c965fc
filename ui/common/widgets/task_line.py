"""One task of a contact: what is to be done, and by when."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.tasks import TaskRow
from app.words import kind_words
from ui.common.ahead_words import is_late, when_words
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.task_icons import ICONS
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.checkbox import SIDE as BOX
from ui.common.widgets.checkbox import paint_box
from ui.common.widgets.state import state_of

HEIGHT = 36
CARD = 12  # px inside the frame
ICON, GAP = 14, 8
LEAST = 48  # px of the title, which gives way to the day
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskLine(QWidget):
    """Box, kind, title and when; Enter or a click opens the task, Space or the box finishes it."""

    opened = Signal()
    done_asked = Signal()

    def __init__(
        self, kit: Kit, task: TaskRow, *, framed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._framed = framed
        self.task = task
        self.when = when_words(task.due_at, kit.formats) if task.due_at else ""
        self.is_late = is_late(task.due_at, kit.formats)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        late = self.tr("Overdue") if self.is_late else ""
        kind = kind_words("task", task.kind, kit.language.code)
        told = ", ".join(part for part in (kind, task.title, self.when, late) if part)
        self.setAccessibleName(told)
        self.setAccessibleDescription(self.tr("Enter opens the task, Space finishes it"))
        self.setToolTip(told)

    @property
    def _side(self) -> int:
        return CARD if self._framed else 0

    def sizeHint(self) -> QSize:
        title = self._kit.theme.metrics("body").horizontalAdvance(self.task.title)
        return self._size(max(LEAST, round(title)))

    def minimumSizeHint(self) -> QSize:
        return self._size(LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.done_asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(at.toPoint()):
            return
        on_box = at.x() < self._side + BOX + GAP / 2
        (self.done_asked if on_box else self.opened).emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, state = self._kit.theme, state_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        side, middle = self._side, rect.center().y()
        if self._framed or state.hover:
            fill = theme.colour("hover" if state.hover else "surface")
            box(painter, rect, 6, fill, theme.colour("border") if self._framed else None)
        paint_box(painter, theme, QPointF(side + BOX / 2, middle), Qt.CheckState.Unchecked)
        inner = rect.adjusted(side + BOX + GAP, 0, -side, 0)
        colour = "danger" if self.is_late else "muted"
        at = QPointF(inner.left(), middle - ICON / 2)
        theme.paint_icon(painter, at, ICONS[self.task.kind], ICON, colour)
        digits = theme.font("body", digits=True)
        ink = theme.colour("danger" if self.is_late else "text-2")
        used = draw_text(painter, inner, self.when, digits, ink, RIGHT) if self.when else 0
        words = inner.adjusted(ICON + GAP, 0, -used - GAP if used else 0, 0)
        draw_text(painter, words, self.task.title, theme.font("body"), theme.colour("text"))
        if state.ring:
            ring(painter, theme, rect)
        painter.end()

    def _size(self, title: int) -> QSize:
        when = self._kit.theme.metrics("body", digits=True).horizontalAdvance(self.when)
        rest = 2 * self._side + BOX + ICON + 3 * GAP + when
        return QSize(round(rest + 0.5) + title, self._kit.theme.height(HEIGHT))
