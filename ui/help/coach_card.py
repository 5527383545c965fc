"""The card of a coach with its arrow, and the ring around what it points at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.shadow import MARGIN
from ui.common.widgets.button import Button
from ui.common.widgets.floating import RADIUS, Floating
from ui.common.widgets.label import Label
from ui.help.beside import EDGE, TIP, beside

WIDTH = 320
PADDING = 16
AROUND = 4  # px between a control and its ring
HALO = 3


class Ring(QWidget):
    """A frame around a control that lets every click through."""

    def __init__(self, kit: Kit, host: QWidget) -> None:
        super().__init__(host)
        self._theme = kit.theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        kit.theme.changed.connect(self.update)

    def show_around(self, target: QRect) -> None:
        """Show the frame around that place."""
        far = AROUND + HALO
        self.setGeometry(target.adjusted(-far, -far, far, far))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, 10, border=self._theme.colour("accent-border"), width=HALO)
        inner = rect.adjusted(HALO, HALO, -HALO, -HALO)
        box(painter, inner, 7, border=self._theme.colour("focus"), width=2)
        painter.end()


class CoachCard(Floating):
    """What to do now, with the ways on, back and out; stands beside the control it tells of."""

    def __init__(self, kit: Kit, host: QWidget) -> None:
        theme = kit.theme
        self._target: QRect | None = None
        self._facing: Qt.Edge | None = None
        super().__init__(theme, host, "raised", "border-strong", 0)
        self.count = Label(theme, "", "caption", "muted", digits=True)
        self.title = Label(theme, "", "heading", wrap=True)
        self.text = Label(theme, "", colour="text-2", wrap=True)
        self.hint = Label(theme, "", "caption", "muted", wrap=True)
        self.stop_button = Button(theme, "", "ghost", size="sm")
        self.back_button = Button(theme, "", size="sm")
        self.next_button = Button(theme, "", "primary", size="sm")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        side = MARGIN + PADDING
        column.setContentsMargins(side, side - 4, side, side)
        column.setSpacing(4)
        for label in (self.count, self.title, self.text, self.hint):
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        self.hide()

    def point_at(self, target: QRect | None) -> None:
        """Stand beside that place of the host, or at its lower edge while there is none."""
        self._target = target
        self.place()

    def sizeHint(self) -> QSize:
        if (column := self.layout()) is None:
            return super().sizeHint()
        width = round(WIDTH * self._theme.text_scale) + 2 * MARGIN
        return QSize(width, column.totalHeightForWidth(width))

    def place(self) -> None:
        if self.layout() is None:  # the theme is the first to ask
            return
        self.ensurePolished()
        whole = self.sizeHint()
        size = whole - QSize(2 * MARGIN, 2 * MARGIN)
        host = self._host.rect()
        if self._target is None:
            left = (host.width() - size.width()) // 2
            place = QRect(left, host.height() - EDGE - size.height(), size.width(), size.height())
            self._facing = None
        else:
            place, self._facing = beside(self._target, size, host)
        self.setGeometry(place.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._facing is None or self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrow = QPolygonF(self._arrow(self._facing, QRectF(self._target).center()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("raised"))
        painter.drawPolygon(arrow)
        painter.setPen(self._theme.colour("border-strong"))
        painter.drawPolyline(arrow)
        painter.end()

    def _arrow(self, edge: Qt.Edge, towards: QPointF) -> list[QPointF]:
        """Return base, tip and base of the arrow on that edge, its base inside the border."""
        rect, aim = self.box(), towards - QPointF(self.pos())
        least = RADIUS + TIP
        if edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge):
            x = min(max(aim.x(), rect.left() + least), rect.right() - least)
            top = edge == Qt.Edge.TopEdge
            base = rect.top() + 1 if top else rect.bottom() - 1
            tip = QPointF(x, base - TIP if top else base + TIP)
            return [QPointF(x - TIP, base), tip, QPointF(x + TIP, base)]
        y = min(max(aim.y(), rect.top() + least), rect.bottom() - least)
        left = edge == Qt.Edge.LeftEdge
        base = rect.left() + 1 if left else rect.right() - 1
        tip = QPointF(base - TIP if left else base + TIP, y)
        return [QPointF(base, y - TIP), tip, QPointF(base, y + TIP)]
