"""Text that is not typed into: one line that elides, or a paragraph."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.common.text import LEFT, RIGHT, Paragraph, TextLook, draw_text, plain
from ui.common.theme import Theme

STEP = 6  # px a balanced paragraph is made narrower at a time
WIDEST = 360  # px a paragraph asks for when nothing else decides


class Label(QLabel):
    """A label in a type style and colour of the theme.

    With `wrap` it breaks lines, Korean ones between words only; with `markup` it knows <b>, and
    names put into it must go through html.escape. One line too long for its place is elided, and
    the tooltip has the whole.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        colour: str = "text",
        *,
        strong: bool | None = None,
        digits: bool = False,
        wrap: bool = False,
        markup: bool = False,
        align: Qt.AlignmentFlag = LEFT,
        balanced: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`balanced`: lines of about the same length, for words in the middle of a page."""
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._colour = colour
        self._strong = strong
        self._digits = digits
        self._wrap = wrap
        self._markup = markup
        self._align = align
        self._balanced = balanced
        self._shown = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_text(text)

    @property
    def style_name(self) -> str:
        """Its type style."""
        return self._style

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._shown = text
        self.setText(plain(text) if self._markup else text)
        self._tell_whole()

    def set_colour(self, colour: str) -> None:
        """Take the colour of another token."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        if self._wrap:
            paragraph = self._paragraph(WIDEST)
            return QSize(ceil(paragraph.width), ceil(paragraph.height))
        return QSize(ceil(self._width()), self._theme.line(self._style))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        least = self._theme.line(self._style) + 12
        return QSize(min(hint.width(), least), hint.height())

    def heightForWidth(self, width: int) -> int:
        return ceil(self._paragraph(width).height) if self._wrap else -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colour = self._theme.colour(self._colour if self.isEnabled() else "disabled")
        if self._wrap or self._markup:
            paragraph = self._paragraph(self._breadth(rect.width()))
            rect.adjust((rect.width() - paragraph.room) / 2 if self._balanced else 0, 0, 0, 0)
            top = 0.0 if self._wrap else (rect.height() - paragraph.height) / 2
            paragraph.draw(painter, QPointF(rect.left(), top), colour)
        else:
            font = self._theme.font(self._style, strong=self._strong, digits=self._digits)
            draw_text(painter, rect, self._shown, font, colour, self._align)
        painter.end()

    def _width(self) -> float:
        if self._markup:
            return self._paragraph(1e6).width
        metrics = self._theme.metrics(self._style, strong=self._strong, digits=self._digits)
        return metrics.horizontalAdvance(self._shown)

    def _breadth(self, width: float) -> float:
        """Return the least width at which there are no more lines than at `width`."""
        if not self._balanced:
            return width
        most = self._paragraph(width).line_count
        while width > STEP and self._paragraph(width - STEP).line_count == most:
            width -= STEP
        return width

    def _paragraph(self, width: float) -> Paragraph:
        font = self._theme.font(self._style, strong=self._strong, digits=self._digits)
        strong = self._theme.font(self._style, strong=True, digits=self._digits)
        look = TextLook(font, strong, self._theme.line(self._style), self._align)
        shown = self._shown if self._markup else escaped(self._shown)
        return Paragraph(shown, look, max(1.0, width), most=0 if self._wrap else 1)

    def _tell_whole(self) -> None:
        if not self._wrap:
            cut = self._width() > self.width() + 0.5 and self.isVisible()
            self.setToolTip(self.text() if cut else "")


def escaped(text: str) -> str:
    """Return plain text as mark-up."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def number(theme: Theme, text: str, style: str = "body", colour: str = "text") -> Label:
    """Return a label for a number in a column: digits of one width, at the right."""
    return Label(theme, text, style, colour, digits=True, align=RIGHT)
