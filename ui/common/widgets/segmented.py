"""A choice between two to four things that are all seen at once."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.common.painting import box, ring
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

INSET = 1
ICON, GAP = 14, 6
SIDE = {28: 8, 32: 11}  # px beside the text, by height
ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segmented(QWidget):
    """A row of exclusive segments; Tab goes to the chosen one, arrows choose another."""

    chosen = Signal(str)  # key of the segment

    def __init__(
        self,
        theme: Theme,
        options: Mapping[str, str],
        name: str,
        *,
        size: int = 28,
        icons: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show `options` as {key: text}, the first one chosen; `name` is read aloud.

        `icons` stand before the texts, {key: name of the icon}.
        """
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        signs = icons or {}
        self._segments = {
            key: Segment(theme, text, size, self, signs.get(key, ""))
            for key, text in options.items()
        }
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        for segment in self._segments.values():
            row.addWidget(segment)
            self._group.addButton(segment)
        self.choose(next(iter(options)))

    @property
    def current(self) -> str:
        """The key of the chosen segment."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def choose(self, key: str) -> None:
        """Show that segment as chosen, without a signal."""
        self._segments[key].setChecked(True)
        for other, segment in self._segments.items():
            policy = Qt.FocusPolicy.TabFocus if other == key else Qt.FocusPolicy.NoFocus
            segment.setFocusPolicy(policy)

    def set_texts(self, options: Mapping[str, str]) -> None:
        """Show the segments in other words."""
        for key, text in options.items():
            self._segments[key].setText(literal(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._segments)
        self._take(keys[(keys.index(self.current) + step) % len(keys)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        framed = theme.dark or theme.high_contrast
        fill, border = ("sunken", "border") if framed else ("pressed", "pressed")
        box(painter, QRectF(self.rect()), 6, theme.colour(fill), theme.colour(border))
        painter.end()

    def _take(self, key: str) -> None:
        self.choose(key)
        self._segments[key].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(key)

    def _on_clicked(self, clicked: QAbstractButton) -> None:
        key = next(key for key, segment in self._segments.items() if segment is clicked)
        self.choose(key)
        self.chosen.emit(key)


class Segment(QPushButton):
    """One of the things to choose from."""

    def __init__(self, theme: Theme, text: str, size: int, parent: QWidget, icon: str = "") -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self._size = size
        self._icon = icon
        self.setCheckable(True)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        # Wide enough for the semibold of the chosen one: nothing moves when choosing.
        words = self._theme.metrics("body", strong=True).horizontalAdvance(words_of(self))
        width = ceil(words) + 2 * SIDE[self._size] + (ICON + GAP if self._icon else 0)
        return QSize(max(28, width), self._theme.height(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()  # the row moves on; Qt's own way would skip the signal
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        inner = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        if state.checked:
            fill, border = ("pressed", "border-strong") if theme.dark else ("surface", "border")
            box(painter, inner, 5, theme.colour(fill), theme.colour(border))
        if state.ring:
            ring(painter, theme, QRectF(self.rect()))
        colour = "disabled" if not state.enabled else "text" if state.checked else "text-2"
        if state.hover:
            colour = "text"
        font = theme.font("body", strong=state.checked)
        words = words_of(self)
        if self._icon:
            wide = theme.metrics("body", strong=state.checked).horizontalAdvance(words)
            left = inner.center().x() - (wide + ICON + GAP) / 2
            at = QPointF(left, inner.center().y() - ICON / 2)
            theme.paint_icon(painter, at, self._icon, ICON, colour)
            inner.setLeft(left + ICON + GAP)
            draw_text(painter, inner, words, font, theme.colour(colour))
        else:
            draw_text(painter, inner, words, font, theme.colour(colour), CENTRE)
        painter.end()
