"""Sheets of paper and of labels, and the ink on them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter

from ui.common.fonts import Fonts
from ui.common.text import LEFT, draw_text
from ui.common.tokens import Tokens
from ui.printing.lines import Lines

PLACES = QFont.Tag("calt")  # signs that stand otherwise between digits or capitals
# A page is painted in tenths of a point: letters are so large then that hinting moves none.
POINT = 10.0
MM = POINT * 72 / 25.4
UNITS_PER_INCH = 72 * POINT

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
MILLIMETRES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


def page_rect(paper: str) -> QRectF:
    """Return the whole sheet in page units."""
    width, height = MILLIMETRES[paper]
    return QRectF(0, 0, width * MM, height * MM)


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels as it is sold; all measures in mm."""

    key: str
    products: str
    paper: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    pitch: float  # from one label's left edge to the next one's; rows stand without a gap

    @property
    def count(self) -> int:
        """How many labels are on a sheet."""
        return self.columns * self.rows

    def place(self, number: int) -> QRectF:
        """Return where a label is in page units; they are counted along the rows from 0."""
        row, column = divmod(number, self.columns)
        left, top = self.left + column * self.pitch, self.top + row * self.height
        return QRectF(left * MM, top * MM, self.width * MM, self.height * MM)


SHEETS = (
    LabelSheet("2x8", "Avery L7162, Formtec LS-3107", "a4", 2, 8, 99.1, 33.9, 4.65, 12.9, 101.6),
    LabelSheet("2x7", "Avery L7163, Formtec LS-3108", "a4", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6),
    LabelSheet("3x7", "Avery L7160", "a4", 3, 7, 63.5, 38.1, 7.25, 15.15, 66.0),
    LabelSheet("3x8", "Avery L7159", "a4", 3, 8, 63.5, 33.9, 7.25, 12.9, 66.0),
    LabelSheet("2x5", "Avery L7173", "a4", 2, 5, 99.1, 57.0, 4.65, 6.0, 101.6),
    LabelSheet("3x10", "Avery 5160", "letter", 3, 10, 66.675, 25.4, 4.76, 12.7, 69.85),
    LabelSheet("2x5-letter", "Avery 5163", "letter", 2, 5, 101.6, 50.8, 3.97, 12.7, 106.36),
)


def sheets_of(paper: str) -> list[LabelSheet]:
    """Return the sheets of labels of that paper."""
    return [sheet for sheet in SHEETS if sheet.paper == paper]


def line_height(size: float) -> float:
    """Return the height in page units of a line of letters of that size in points."""
    return round(size * 1.4 * POINT)


class Ink:
    """Fonts and colours of everything printed: dark on white, whatever the window looks like.

    Made once and never changed, so that the preview and a writing thread may share it.
    """

    def __init__(self, tokens: Tokens) -> None:
        self._fonts = Fonts(tokens, 1.0)
        light = tokens.colours(dark=False)
        self.text = QColor(Qt.GlobalColor.black)
        self.soft = light["text-2"]
        self.rule = light["border-strong"]
        self.fill = light["sunken"]

    def font(self, size: float, *, strong: bool = False) -> QFont:
        """Return a font of that size in points.

        Without the signs it has for other places: a PDF cannot tell what such a sign is, and a
        minus copied out of it would be lost.
        """
        font = self._fonts.sized(size * POINT, strong=strong)
        font.setFeature(PLACES, 0)
        return font

    def width(self, text: str, size: float, *, strong: bool = False) -> float:
        """Return how wide a line of text of that size would be."""
        return QFontMetricsF(self.font(size, strong=strong)).horizontalAdvance(text)

    def line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        size: float,
        *,
        strong: bool = False,
        colour: QColor | None = None,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """Draw one line in the middle of `rect`, elided to its width; return its width."""
        flat = " ".join(text.split())
        font = self.font(size, strong=strong)
        return draw_text(painter, rect, flat, font, colour or self.text, align)

    def lines(
        self, text: str, size: float, width: float, *, most: int, strong: bool = False
    ) -> Lines:
        """Return text broken into at most `most` lines; `width` in page units."""
        font = self.font(size, strong=strong)
        return Lines(text, font, max(1.0, width), line_height(size), most)
