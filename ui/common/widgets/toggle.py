"""A switch for what takes effect at once."""

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.common.painting import RING, box, disc, snap
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import State, literal, state_of, words_of

TRACK = QSize(32, 18)
KNOB = 14
INSET = 2  # px from the track to the knob, and room for the ring around the track
GAP = 8


class Toggle(QCheckBox):
    """A switch with its text; without one, give it an accessible name."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body").horizontalAdvance(words_of(self))
        width = TRACK.width() + 2 * INSET + (GAP + ceil(words) if words else 0)
        return QSize(width, self._theme.height(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        top = snap((self.height() - TRACK.height()) / 2)
        track = QRectF(INSET, top, TRACK.width(), TRACK.height())
        fill, border, knob = self._colours(state)
        if state.ring:
            outer = track.adjusted(-RING, -RING, RING, RING)
            box(painter, outer, outer.height() / 2, border=theme.colour("focus"), width=RING)
        edge = theme.colour(border) if border else None
        box(painter, track, TRACK.height() / 2, theme.colour(fill), edge)
        left = track.right() - KNOB - INSET if state.checked else track.left() + INSET
        disc(painter, QRectF(left, top + INSET, KNOB, KNOB), theme.colour(knob))
        words = QRectF(self.rect()).adjusted(TRACK.width() + 2 * INSET + GAP, 0, 1, 0)
        colour = theme.colour("text" if state.enabled else "disabled")
        draw_text(painter, words, words_of(self), theme.font("body"), colour)
        painter.end()

    def _colours(self, state: State) -> tuple[str, str, str]:
        if not state.enabled:
            return "neutral-soft", "border", "disabled"
        if state.checked:
            return "accent-hover" if state.hover else "accent", "", "on-accent"
        return "text-2" if state.hover else "neutral-solid", "", "on-accent"
