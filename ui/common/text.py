"""Painting text of two scripts on one baseline.

Qt puts a line lower when a fallback font draws part of it, so that Hangul and Latin cells of one
row would stand at different heights. Here the baseline comes from the main font alone.
"""

import re
from dataclasses import dataclass
from html import unescape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
BOLD = re.compile(r"</?b>")
HANGUL = re.compile(r"(?<=[가-힣])(?=[가-힣])")
WORD_JOINER = "\u2060"
ELLIPSIS = "…"


def baseline(metrics: QFontMetricsF, centre: float) -> float:
    """Return the y of the baseline of a line whose middle is at `centre`."""
    return round(centre + (round(metrics.ascent()) - round(metrics.descent())) / 2)


def draw_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Draw one line in the vertical middle of `rect`, elided to its width; return its width."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    if width > rect.width() + 0.5:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, rect.width()))
        width = metrics.horizontalAdvance(text)
    left = rect.left()
    if align == RIGHT:
        left = rect.right() - width
    elif align == CENTRE:
        left += (rect.width() - width) / 2
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left, baseline(metrics, rect.center().y())), text)
    return width


def capital(words: str) -> str:
    """Return words as they stand alone: the first letter large."""
    return words[:1].upper() + words[1:]


def keep_words(text: str) -> str:
    """Return the text so that Korean lines break between words only."""
    return HANGUL.sub(WORD_JOINER, text)


def plain(markup: str) -> str:
    """Return marked-up text as it reads: without <b>, entities resolved."""
    return unescape(BOLD.sub("", markup))


@dataclass(frozen=True, slots=True)
class TextLook:
    """How a paragraph is set: its fonts, line height in px and alignment."""

    font: QFont
    strong: QFont
    line: int
    align: Qt.AlignmentFlag = LEFT


class Paragraph:
    """Text broken into lines of a fixed height; <b> is the only mark-up it knows.

    Names put into marked-up text must go through html.escape.
    """

    def __init__(self, markup: str, look: TextLook, width: float, most: int = 0) -> None:
        """Break into lines of `width` px, at most `most` of them (0 = all), the last one elided."""
        self.line_count = 0
        self.width = 0.0
        self._look = look
        self._room = width
        self._layouts: list[QTextLayout] = []
        for line in markup.split("\n"):
            left = most - self.line_count if most else 0
            if most and not left:
                break
            self._add(line, left)

    @property
    def room(self) -> float:
        """How wide the lines may be."""
        return self._room

    @property
    def height(self) -> int:
        """How high all lines are in px."""
        return self.line_count * self._look.line

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw with the upper left corner at that point."""
        painter.setPen(colour)
        for layout in self._layouts:
            layout.draw(painter, at)

    def _add(self, markup: str, most: int) -> None:
        text, formats = runs(markup, self._look.strong)
        layout, end = self._broken(text, formats, most)
        while 0 < end < len(text):  # it does not fit: shorten until it does with the dots
            end -= 1
            layout, shown = self._broken(text[:end].rstrip() + ELLIPSIS, formats, most)
            if shown > end or end == 1:
                break
        metrics = QFontMetricsF(self._look.font)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            natural = line.naturalTextWidth()
            spare = self._room - natural
            left = {RIGHT: spare, CENTRE: spare / 2}.get(self._look.align, 0.0)
            base = baseline(metrics, self.height + self._look.line / 2)
            line.setPosition(QPointF(left, base - line.ascent()))
            self.width = max(self.width, natural)
            self.line_count += 1
        self._layouts.append(layout)

    def _broken(
        self, text: str, formats: list[QTextLayout.FormatRange], most: int
    ) -> tuple[QTextLayout, int]:
        """Return the text in lines, and how much of it is in them."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self._look.font)
        layout.setTextOption(option)
        layout.setFormats(formats)
        end = 0
        layout.beginLayout()
        while not most or layout.lineCount() < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._room)
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, end


def runs(markup: str, strong: QFont) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return the text without <b>, and the semibold ranges in it."""
    text = ""
    formats = []
    for number, part in enumerate(re.split(r"<b>(.*?)</b>", markup)):
        piece = keep_words(unescape(part))
        if number % 2:
            run = QTextLayout.FormatRange()
            run.start = len(text)
            run.length = len(piece)
            run.format.setFont(strong)
            formats.append(run)
        text += piece
    return text, formats
