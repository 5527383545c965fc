"""Tags: a word of the shop's own, with the dot of its colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.painting import box, disc, snap
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.pill import pill_height

PADDING = 6
DOT = 6
GAP = 4  # px between two tags


@dataclass(frozen=True, slots=True)
class TagLook:
    """A tag; `dot` is the number of its chart colour, None for a tag without one.

    With a `colour` of the palette ground, dot and words have that colour instead.
    """

    text: str
    dot: int | None = None
    colour: str = ""


def tag_width(theme: Theme, tag: TagLook) -> float:
    """Return how wide the tag is in px."""
    words = theme.metrics("caption").horizontalAdvance(tag.text)
    return words + 2 * PADDING + (0 if tag.dot is None else DOT + 6)


def tag_ground(theme: Theme, tag: TagLook) -> QColor:
    """Return the colour behind the words of a tag."""
    return theme.colour(f"{tag.colour or 'neutral'}-soft")


def paint_tag(
    painter: QPainter, theme: Theme, at: QPointF, tag: TagLook, most: float = 1e6
) -> float:
    """Paint a tag whose left edge has its middle at that point; return its width, at most that."""
    width = min(tag_width(theme, tag), most)
    height = pill_height(theme)
    rect = QRectF(at.x(), snap(at.y() - height / 2), width, height)
    box(painter, rect, 4, tag_ground(theme, tag))
    left = rect.left() + PADDING
    if tag.dot is not None:
        solid = theme.colour(f"{tag.colour}-solid") if tag.colour else theme.series(tag.dot)
        disc(painter, QRectF(left, rect.center().y() - DOT / 2, DOT, DOT), solid)
        left += DOT + 6
    words = QRectF(left, rect.top(), rect.right() - PADDING - left, height)
    ink = theme.colour(tag.colour or "text-2")
    draw_text(painter, words, tag.text, theme.font("caption"), ink)
    return width


def paint_tags(painter: QPainter, theme: Theme, rect: QRectF, tags: Sequence[TagLook]) -> None:
    """Paint as many tags as fit side by side, then '+n' for the others."""
    left = rect.left()
    for number, tag in enumerate(tags):
        rest = len(tags) - number
        more = 0.0 if rest == 1 else GAP + tag_width(theme, TagLook(f"+{rest - 1}"))
        room = rect.right() - left - more
        if number and tag_width(theme, tag) > room:
            paint_tag(painter, theme, QPointF(left, rect.center().y()), TagLook(f"+{rest}"))
            return
        left += paint_tag(painter, theme, QPointF(left, rect.center().y()), tag, room) + GAP


class Tag(QLabel):
    """A tag as a widget."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        dot: int | None = None,
        parent: QWidget | None = None,
        *,
        colour: str = "",
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._look = TagLook(text, dot, colour)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(ceil(tag_width(self._theme, self._look)), pill_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        at = QPointF(0, self.height() / 2)
        paint_tag(painter, self._theme, at, self._look, self.width())
        painter.end()


class Dot(QLabel):
    """A coloured dot and a word, as the stages of a pipeline; colour never stands alone."""

    def __init__(self, theme: Theme, text: str, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._stage = stage
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("caption").horizontalAdvance(self.text())
        return QSize(ceil(words) + 14, self._theme.line("body"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colour: QColor = self._theme.stage(self._stage)
        disc(painter, QRectF(0, rect.center().y() - 4, 8, 8), colour)
        font, text = self._theme.font("caption"), self._theme.colour("text")
        draw_text(painter, rect.adjusted(14, 0, 1, 0), self.text(), font, text)
        painter.end()
