"""Chips: a filter as a small sentence."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import box, disc, ring
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import State, literal, state_of, words_of

HEIGHT = 28
ICON = 14
GAP = 6
TEXT_SIDE = 11
ICON_SIDE = 9
DOT = 6
DOT_STEP = 9  # px from one dot to the next
DOT_GAP = 3  # px more behind the last


class Chip(QPushButton):
    """A filter: a name with a menu, once on a sentence with an x, or (`add`) the plus at the end.

    A click opens it (`clicked`); the x, Delete and Backspace take it away (`cleared`).
    """

    cleared = Signal()

    def __init__(
        self, theme: Theme, text: str, *, add: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self._name = text
        self._add = add
        self._on = False
        self._on_cross = False
        self._dots: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def active(self) -> bool:
        """Whether the filter is on."""
        return self._on

    def set_name(self, name: str) -> None:
        """Show another name while the filter is off."""
        self._name = name
        if not self._on:
            self._show(name)

    def set_active(self, sentence: str) -> None:
        """Show what the filter lets through, as 'Area: 망원동'; an empty text turns it off."""
        self._on = bool(sentence)
        self._show(sentence or self._name)

    def set_dots(self, colours: Sequence[str]) -> None:
        """Show a dot of each of these colours before the sentence: of the tags it names."""
        if tuple(colours) != self._dots:
            self._dots = tuple(colours)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body").horizontalAdvance(words_of(self)) + self._room()
        return QSize(ceil(TEXT_SIDE + words + GAP + ICON + ICON_SIDE), self._theme.height(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(96, self.sizeHint().width()), self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._on_cross = self._on and event.position().x() >= self.width() - HEIGHT
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._on and inside and event.position().x() >= self.width() - HEIGHT:
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._on and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        fill, border, text = self._colours(state)
        rect = QRectF(self.rect())
        box(
            painter,
            rect,
            6,
            theme.colour(fill) if fill else None,
            theme.colour(border),
            dashed=self._add,
        )
        if state.ring:
            ring(painter, theme, rect)
        top = rect.center().y() - ICON / 2
        left, font = TEXT_SIDE + 0.0, theme.font("body")
        if self._add:
            theme.paint_icon(painter, QPointF(ICON_SIDE, top), "plus", ICON, text)
            left = ICON_SIDE + ICON + GAP
        for place, colour in enumerate(self._dots):
            dot = QRectF(left + place * DOT_STEP, rect.center().y() - DOT / 2, DOT, DOT)
            disc(painter, dot, theme.colour(f"{colour}-solid"))
        left += self._room()
        room = rect.width() - left - (TEXT_SIDE if self._add else ICON_SIDE + ICON + GAP) + 0.5
        words = QRectF(left, 0, room, rect.height())
        left += draw_text(painter, words, words_of(self), font, theme.colour(text)) + GAP
        if not self._add:
            icon = "x" if self._on else "chevron-down"
            colour = "text" if self._on_cross and state.hover else text
            theme.paint_icon(painter, QPointF(left, top), icon, ICON, colour)
        painter.end()

    def _room(self) -> int:
        """Return how much room the dots take, with the gap behind them."""
        return len(self._dots) * DOT_STEP + DOT_GAP if self._dots else 0

    def _colours(self, state: State) -> tuple[str, str, str]:
        if not state.enabled:
            return "surface", "border", "disabled"
        if self._on:
            soft = "accent-soft-hover" if state.hover else "accent-soft"
            return soft, "accent-border", "accent-text"
        if state.down:
            return "pressed", "border-strong", "text"
        if state.hover:
            return "hover", "border-strong", "text"
        return (
            ("", "border-strong", "muted") if self._add else ("surface", "border-strong", "text-2")
        )

    def _show(self, text: str) -> None:
        self.setText(literal(text))
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        how = self.tr("Delete key takes the filter away") if self._on else ""
        self.setAccessibleDescription(how)
