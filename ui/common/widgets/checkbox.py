"""Check boxes and radio buttons; the box alone is also painted into table rows."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from ui.common.painting import RING, box, disc, snap
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import State, literal, state_of, words_of

SIDE = 16
HIT = 28
INSET = 6  # px from the edge of the click area to the box
WORDY_INSET = 2  # px where words follow: the box stands below other text, its ring still fits
GAP = 8
TICK = 12
TICK_STROKE = 3.0


def paint_box(
    painter: QPainter,
    theme: Theme,
    centre: QPointF,
    checked: Qt.CheckState,
    state: State | None = None,
) -> None:
    """Paint a check box, 16 px wide, around that point."""
    rect = QRectF(snap(centre.x() - SIDE / 2), snap(centre.y() - SIDE / 2), SIDE, SIDE)
    on = checked != Qt.CheckState.Unchecked
    fill, border, tick = colours(state, on=on)
    if state is not None and state.ring:
        outer = rect.adjusted(-RING, -RING, RING, RING)
        box(painter, outer, 5, border=theme.colour("focus"), width=RING)
    box(painter, rect, 4, theme.colour(fill), theme.colour(border))
    if on:
        if state is not None and state.ring:
            inner = rect.adjusted(1, 1, -1, -1)
            box(painter, inner, 3, border=theme.colour("surface"), width=RING)
        icon = "check" if checked == Qt.CheckState.Checked else "minus"
        corner = rect.center() - QPointF(TICK / 2, TICK / 2)
        theme.paint_icon(painter, corner, icon, TICK, tick, TICK_STROKE)


def colours(state: State | None, *, on: bool) -> tuple[str, str, str]:
    """Return the tokens of fill, border and mark."""
    if state is not None and not state.enabled:
        return "sunken", "border", "disabled"
    if on:
        return "accent", "accent", "on-accent"
    hover = state is not None and state.hover
    return "surface", "text-2" if hover else "border-input", "text"


class CheckBox(QCheckBox):
    """A check box with its text; without one, give it an accessible name."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return _size(self._theme, words_of(self))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        state = state_of(self)
        centre = QPointF(_inset(self) + SIDE / 2, self.height() / 2)
        paint_box(painter, self._theme, centre, self.checkState(), state)
        _paint_words(painter, self._theme, self, state)
        painter.end()


class RadioButton(QRadioButton):
    """One of several choices, of which only one holds."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return _size(self._theme, words_of(self))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        centre = QPointF(_inset(self) + SIDE / 2, self.height() / 2)
        rect = QRectF(snap(centre.x() - SIDE / 2), snap(centre.y() - SIDE / 2), SIDE, SIDE)
        fill, border, _tick = colours(state, on=state.checked)
        if state.ring:
            outer = rect.adjusted(-RING, -RING, RING, RING)
            box(painter, outer, outer.width() / 2, border=theme.colour("focus"), width=RING)
        box(painter, rect, SIDE / 2, theme.colour(fill), theme.colour(border))
        if state.checked:
            ink = theme.colour("surface" if state.enabled else "disabled")
            disc(painter, rect.adjusted(5, 5, -5, -5), ink)
        _paint_words(painter, theme, self, state)
        painter.end()


def _inset(button: QCheckBox | QRadioButton) -> int:
    return WORDY_INSET if button.text() else INSET


def _size(theme: Theme, text: str) -> QSize:
    words = theme.metrics("body").horizontalAdvance(text)
    width = HIT if not text else WORDY_INSET + SIDE + GAP + ceil(words) + 4
    return QSize(width, theme.height(HIT))


def _paint_words(
    painter: QPainter, theme: Theme, button: QCheckBox | QRadioButton, state: State
) -> None:
    words = QRectF(button.rect()).adjusted(WORDY_INSET + SIDE + GAP, 0, 0, 0)
    colour = theme.colour("text" if state.enabled else "disabled")
    draw_text(painter, words, words_of(button), theme.font("body"), colour)
