"""What the colours of dots and bars mean, told in one or two lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import disc
from ui.common.text import draw_text
from ui.common.theme import Theme

DOT = 8.0  # px
AFTER_DOT, APART = 6, 14
LINE = 20


class Legend(QWidget):
    """Shows dots with their words; what does not fit in a line goes on in the next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, told: Iterable[tuple[str, str]]) -> None:
        """Tell the name of each colour with what it means."""
        self._told = tuple(told)
        self.setAccessibleName(", ".join(words for _colour, words in self._told))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = [round(place.top()) for _colour, _words, place in self._places(width)]
        return (lines[-1] if lines else 0) + self._line()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        font, ink = theme.font("caption"), theme.colour("text-2")
        for colour, words, place in self._places(self.width()):
            dot = QRectF(place.left(), place.center().y() - DOT / 2, DOT, DOT)
            disc(painter, dot, theme.colour(colour))
            draw_text(painter, place.adjusted(DOT + AFTER_DOT, 0, 0, 0), words, font, ink)
        painter.end()

    def _places(self, width: int) -> Iterator[tuple[str, str, QRectF]]:
        metrics, line = self._theme.metrics("caption"), self._line()
        left, top = 0.0, 0.0
        for colour, words in self._told:
            wide = DOT + AFTER_DOT + metrics.horizontalAdvance(words) + 2
            if left and left + wide > width:
                left, top = 0.0, top + line
            yield colour, words, QRectF(left, top, min(wide, width), line)
            left += wide + APART

    def _line(self) -> int:
        return self._theme.height(LINE, "caption", 4)
