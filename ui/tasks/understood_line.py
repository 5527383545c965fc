"""What quick add understood, as one line: kind, who, when, how often, the reminder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.text import draw_text
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.pill import paint_pill
from ui.tasks.understood_words import Part

TALL = 40  # px
SIDE, GAP = 14, 8
ICON, AVATAR, WORDS = 14, 20, 6  # px; the last before the words of a part
DOT = "·"


class UnderstoodLine(QWidget):
    """The first part is a pill, people have their avatar, the others an icon."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._parts: Sequence[Part] = ()
        self.setFixedHeight(kit.theme.height(TALL))
        kit.theme.changed.connect(self._fit)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show what was understood."""
        self._parts = parts
        self.setAccessibleName(self.text())
        self.setToolTip(self.text())
        self.update()

    def text(self) -> str:
        """Return what it says, as it is read aloud."""
        return f" {DOT} ".join(part.words for part in self._parts)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect.adjusted(2, 0, -2, -2), 6, theme.colour("canvas"))
        painter.fillRect(QRectF(2, 0, rect.width() - 4, 1), theme.colour("border"))
        left = float(SIDE)
        for place, part in enumerate(self._parts):
            if left < rect.width() - SIDE:
                left = self._paint_part(painter, QRectF(left, 0, rect.width() - SIDE - left,
                                                        rect.height()), part, place)  # fmt: skip
        painter.end()

    def _paint_part(self, painter: QPainter, rect: QRectF, part: Part, place: int) -> float:
        """Paint a part at the left of a rectangle; return where the next begins."""
        theme, middle = self._kit.theme, rect.center().y()
        left = rect.left()
        if not place:
            return left + GAP + paint_pill(
                painter, theme, QPointF(left, middle), part.words, "plum", part.icon
            )  # fmt: skip
        if place > 1:
            muted = theme.colour("muted")
            left += draw_text(painter, rect, DOT, theme.font("body"), muted) + GAP
        if part.person is not None:
            shade = avatar_colour(part.person)
            paint_avatar(painter, theme, QPointF(left, middle), part.words, shade, AVATAR)
            left += AVATAR + WORDS
        elif part.icon:
            theme.paint_icon(painter, QPointF(left, middle - ICON / 2), part.icon, ICON, "muted")
            left += ICON + WORDS
        room = QRectF(left, rect.top(), max(0.0, rect.right() - left), rect.height())
        font = theme.font("body", digits=True)
        return left + draw_text(painter, room, part.words, font, theme.colour("text")) + GAP

    def _fit(self) -> None:
        self.setFixedHeight(self._kit.theme.height(TALL))
