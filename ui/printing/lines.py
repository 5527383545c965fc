"""Text in lines, for paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from ui.common.text import WORD_JOINER, draw_text, keep_words

LONGEST = 400  # letters that can stand in one line


class Lines:
    """Text broken between words, Korean too; the last line that has room is elided.

    A Paragraph would draw the joiners that hold Korean words together, and a PDF would keep them
    as blanks: nobody could search it for a name.
    """

    def __init__(self, text: str, font: QFont, width: float, line: float, most: int) -> None:
        """Break into at most `most` lines of that width and line height."""
        self._font = font
        self._width = width
        self._line = line
        self._lines: list[str] = []
        for paragraph in text.strip().split("\n")[:most]:
            room = most - len(self._lines)
            if room < 1:
                break
            self._lines += self._broken(" ".join(paragraph.split()), room)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def texts(self) -> list[str]:
        """The lines."""
        return self._lines

    @property
    def height(self) -> float:
        """How high all lines are."""
        return self.line_count * self._line

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw with the upper left corner at that point."""
        for number, text in enumerate(self._lines):
            rect = QRectF(at.x(), at.y() + number * self._line, self._width, self._line)
            draw_text(painter, rect, text, self._font, colour)

    def _broken(self, text: str, room: int) -> list[str]:
        joined = keep_words(text[: room * LONGEST])
        units = joined.encode("utf-16-le")  # Qt counts in these, two bytes each
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(joined, self._font)
        layout.setTextOption(option)
        starts: list[int] = []
        layout.beginLayout()
        while len(starts) <= room and (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            starts.append(line.textStart() * 2)
        layout.endLayout()
        ends = [*starts[1:room], len(units)]
        return [
            units[start:end].decode("utf-16-le", "ignore").replace(WORD_JOINER, "").strip()
            for start, end in zip(starts[:room], ends, strict=True)
        ]
