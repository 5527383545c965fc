"""One line of text that is coloured while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.shapes.understood import Understood
from ui.common.text import draw_text
from ui.common.theme import Theme

LINE = 42  # px
FILLS = {
    "kind": ("plum-soft", "plum"),
    "person": ("accent-soft", "accent-text"),
    "date": ("warning-soft", "warning"),
    "duration": ("warning-soft", "warning"),
    "repeat": ("success-soft", "success"),
    "priority": ("danger-soft", "danger"),
}  # ground and letters of what was understood


class QuickLine(QTextEdit):
    """One line of text whose parts can be coloured, which a line edit's cannot."""

    accepted = Signal()  # Enter
    left = Signal()  # Esc
    focused = Signal()  # the focus came or went

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = ""
        self.setProperty("reading", "true")  # the frame around it is the quick add's
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.viewport().setAutoFillBackground(False)
        self._fit()
        theme.changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.height(LINE, "body", 22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_hint(self, words: str) -> None:
        """Show words where nothing is typed; they stand where the letters will."""
        self._hint = words
        self.setPlaceholderText(words)  # read aloud; a bare field's is painted here
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.toPlainText():
            painter = QPainter(self.viewport())
            left = self.cursorRect(QTextCursor(self.document())).left()
            rect = QRectF(self.viewport().rect()).adjusted(left, 0, 0, 0)
            theme = self._theme
            draw_text(painter, rect, self._hint, theme.font("body"), theme.colour("muted"))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def _fit(self) -> None:
        height = self.sizeHint().height()
        self.setFixedHeight(height)
        self.document().setDocumentMargin((height - self._theme.line("body")) / 2 - 1)


class Colours(QSyntaxHighlighter):
    """Paints the ground of what was understood."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._understood: Understood | None = None

    def show(self, understood: Understood | None) -> None:
        """Colour the parts of a line."""
        self._understood = understood
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        understood = self._understood
        if understood is None or understood.text != text:
            return
        for piece in understood.pieces:
            if piece.what not in FILLS:
                continue
            ground, letters = FILLS[piece.what]
            look = QTextCharFormat()
            look.setBackground(self._theme.colour(ground))
            look.setForeground(self._theme.colour(letters))
            self.setFormat(piece.start, piece.end - piece.start, look)
