"""The card of the shop's goal: how far it is, what each day brought, a few figures beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import CENTRE, RIGHT, draw_text

HEIGHT = 160
SIDE = 24
SHARES = (0.342, 0.363, 0.295)  # of the width: amount, days, figures
DAYS_FROM, FIGURES_FROM = 560, 960  # px of card from which these are shown
BAR, TICK = 8.0, 2.0
SOFT = 0.55  # opacity of the days but the best
FEWEST = 2.0  # px of a day that brought something
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class GoalLook:
    """What the card shows: words, and shares of the target or of the best day."""

    title: str
    day: str  # 'Day 12 of 31'
    reached: str
    target: str
    share: float  # of the target that is reached
    planned: float  # share of it that was due by now
    told: str  # how it stands
    well: bool
    percent: str
    days: tuple[float, ...]  # of the best day; as many as there are so far
    length: int  # days there are
    best: str  # what the best day brought
    best_at: int
    first: str  # names of the first day, of today, of the last day
    now: str
    last: str
    figures: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """Return the card as it is read aloud."""
        figures = (f"{name} {value}" for name, value in self.figures)
        parts = (self.title, self.day, f"{self.reached} {self.target}", self.percent, self.told)
        return ", ".join(part for part in (*parts, *figures) if part)


class GoalCard(QFrame):
    """Painted; a click, Enter or Space leads to the goals."""

    opened = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.look: GoalLook | None = None
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_look(self, look: GoalLook | None) -> None:
        """Show a goal; None where there is none."""
        self.look = look
        self.setAccessibleName(look.sentence if look else "")
        self.setVisible(look is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._kit.theme.height(HEIGHT, "body", HEIGHT - 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.look is None:
            return
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if shows_ring(self):
            ring(painter, self._kit.theme, whole.adjusted(1, 1, -1, -1), 8)
        parts = (self._paint_amount, self._paint_days, self._paint_figures)
        for part, rect in zip(parts, self._rooms(whole), strict=False):
            part(painter, rect, self.look)
        painter.end()

    def _rooms(self, whole: QRectF) -> list[QRectF]:
        """Return the place of each part there is room for."""
        width, scale = whole.width(), self._kit.theme.text_scale
        shown = 1 + (width >= DAYS_FROM * scale) + (width >= FIGURES_FROM * scale)
        total = sum(SHARES[:shown])
        rooms, left = [], 0.0
        for share in SHARES[:shown]:
            part = width * share / total
            rooms.append(QRectF(left + SIDE, SIDE, part - 2 * SIDE, whole.height() - 2 * SIDE))
            left += part
        return rooms

    def _paint_amount(self, painter: QPainter, room: QRectF, look: GoalLook) -> None:
        theme = self._kit.theme
        line, small, tall = theme.line("body"), theme.line("caption"), theme.line("number")
        top = room.center().y() - (line + tall + small + BAR + 30) / 2
        head = QRectF(room.left(), top, room.width(), line)
        draw_text(painter, head, look.title, theme.font("strong"), theme.colour("text"))
        font = theme.font("caption", digits=True)
        draw_text(painter, head, look.day, font, theme.colour("muted"), RIGHT)
        amount = QRectF(room.left(), head.bottom() + 4, room.width(), tall)
        font = theme.font("number", digits=True)
        used = draw_text(painter, amount, look.reached, font, theme.colour("text"))
        beside = QRectF(amount.left() + used + 8, amount.top() + 3, amount.width() - used - 8, tall)
        draw_text(painter, beside, look.target, theme.font("body", digits=True),
                  theme.colour("muted"))  # fmt: skip
        bar = QRectF(room.left(), amount.bottom() + 10, room.width(), BAR)
        self._paint_bar(painter, bar, look)
        below = QRectF(room.left(), bar.bottom() + 10, room.width(), small)
        right = draw_text(painter, below, look.percent, theme.font("caption", digits=True),
                          theme.colour("muted"), RIGHT)  # fmt: skip
        told = below.adjusted(18, 0, -right - 8, 0)
        colour = "success" if look.well else "warning"
        icon = "trending-up" if look.well else "trending-down"
        at = QPointF(below.left(), below.center().y() - 7)
        theme.paint_icon(painter, at, icon, 14, colour)
        draw_text(painter, told, look.told, theme.font("caption", strong=True, digits=True),
                  theme.colour(colour))  # fmt: skip

    def _paint_bar(self, painter: QPainter, bar: QRectF, look: GoalLook) -> None:
        theme = self._kit.theme
        box(painter, bar, BAR / 2, theme.colour("border"))
        done = min(1.0, max(0.0, look.share))
        if done > 0:
            filled = QRectF(bar.left(), bar.top(), max(BAR, bar.width() * done), BAR)
            box(painter, filled, BAR / 2, theme.colour("accent"))
        if 0 < look.planned < 1:
            at = bar.left() + bar.width() * look.planned
            edge = QRectF(at - TICK, bar.top() - 3, 2 * TICK, BAR + 6)
            painter.fillRect(edge, theme.colour("surface"))
            painter.fillRect(edge.adjusted(1, 0, -1, 0), theme.colour("text"))

    def _paint_days(self, painter: QPainter, room: QRectF, look: GoalLook) -> None:
        theme = self._kit.theme
        self._paint_edge(painter, room)
        small = theme.line("caption")
        axis = room.bottom() - small - 4
        painter.fillRect(QRectF(room.left(), axis, room.width(), 1), theme.colour("border-strong"))
        step = room.width() / max(1, look.length)
        highest = axis - room.top() - small - 4
        wide = max(1.0, min(step - 3, 12.0))
        for number in range(look.length):
            left = room.left() + number * step + (step - wide) / 2
            if number >= len(look.days):
                painter.fillRect(QRectF(left, axis - 2, wide, 2), theme.colour("border"))
                continue
            share = look.days[number]
            if share <= 0:
                continue
            high = max(FEWEST, highest * share)
            colour = QColor(theme.colour("accent"))
            if number != look.best_at:
                colour.setAlphaF(SOFT)
            box(painter, QRectF(left, axis - high, wide, high), 2, colour)
        if look.best:
            font = theme.font("caption", digits=True)
            middle = room.left() + (look.best_at + 0.5) * step
            wide = theme.metrics("caption", digits=True).horizontalAdvance(look.best) + 4
            label = _within(room, middle, wide)
            label.setRect(label.left(), room.top(), label.width(), small)
            draw_text(painter, label, look.best, font, theme.colour("text-2"), CENTRE)
        names = QRectF(room.left(), axis + 4, room.width(), small)
        font = theme.font("caption", digits=True)
        draw_text(painter, names, look.first, font, theme.colour("muted"))
        draw_text(painter, names, look.last, font, theme.colour("muted"), RIGHT)
        middle = room.left() + (len(look.days) - 0.5) * step
        strong = theme.font("caption", strong=True)
        wide = theme.metrics("caption").horizontalAdvance(look.now) + 8
        at = _within(names, middle, wide)
        free = theme.metrics("caption").horizontalAdvance
        if at.left() > names.left() + free(look.first) and at.right() < names.right() - free(
            look.last
        ):
            draw_text(painter, at, look.now, strong, theme.colour("text"), CENTRE)

    def _paint_figures(self, painter: QPainter, room: QRectF, look: GoalLook) -> None:
        theme = self._kit.theme
        self._paint_edge(painter, room)
        step = room.height() / max(1, len(look.figures))
        for number, (name, value) in enumerate(look.figures):
            line = QRectF(room.left(), room.top() + number * step, room.width(), step)
            font = theme.font("strong", digits=True)
            used = draw_text(painter, line, value, font, theme.colour("text"), RIGHT)
            line.setRight(line.right() - used - 12)
            draw_text(painter, line, name, theme.font("body"), theme.colour("text-2"))

    def _paint_edge(self, painter: QPainter, room: QRectF) -> None:
        edge = QRectF(round(room.left() - SIDE), room.top(), 1, room.height())
        painter.fillRect(edge, self._kit.theme.colour("border"))


def _within(room: QRectF, middle: float, wide: float) -> QRectF:
    """Return a place of that width around a point, moved into the room."""
    left = min(max(room.left(), middle - wide / 2), room.right() - wide)
    return QRectF(left, room.top(), wide, room.height())


def shares(values: Sequence[int]) -> tuple[float, ...]:
    """Return values as shares of the highest."""
    highest = max(values, default=0)
    return tuple(max(0, value) / highest if highest > 0 else 0.0 for value in values)
