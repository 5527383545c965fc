"""One page of the help, set in the type of the program."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from app.help import JOINER, HelpPage
from ui.common.text import keep_words
from ui.common.theme import Theme

WIDEST = 680  # px of reading text
ROOM = 20  # px between the words and the scroll bar
INDENT = 20
FIXED = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, which is asked for as a number
STYLES = {1: "title", 2: "heading"}
SPACES = {1: (0, 8), 2: (16, 4), 0: (0, 8)}  # heading level: px above and below
IN_LIST = (0, 4)
CODE = re.compile(r"`([^`]+)`")
THIN = "\u2009"  # room at both ends of a key


class Article(QTextBrowser):
    """Shows a page; links to other pages are told, nothing is ever fetched from elsewhere."""

    topic_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: HelpPage | None = None
        self._words: Sequence[re.Pattern[str]] = ()
        self.setOpenLinks(False)
        self.setProperty("reading", "true")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._set)

    def show_page(self, page: HelpPage, words: Sequence[re.Pattern[str]] = ()) -> None:
        """Show a page from its beginning; what fits the words is marked in it."""
        self._page, self._words = page, words
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText().replace(JOINER, ""))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widest = round(WIDEST * self._theme.text_scale)
        self.setLineWrapColumnOrWidth(min(widest, max(1, self.viewport().width() - ROOM)))

    def _set(self) -> None:
        if self._page is None:
            return
        place = self.verticalScrollBar().value()
        keys = CODE.sub(rf"`{THIN}\1{THIN}`", self._page.text)
        self.setMarkdown(keep_words(keys))
        self.document().setIndentWidth(INDENT * self._theme.text_scale)
        block = self.document().begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        self._mark()
        self._fit()
        self.verticalScrollBar().setValue(place)

    def _dress(self, block: QTextBlock) -> None:
        """Give a paragraph its line height and room, and its words their fonts and colours."""
        level = block.blockFormat().headingLevel()
        style = STYLES.get(level, "reading")
        above, below = SPACES.get(level, SPACES[0]) if block.textList() is None else IN_LIST
        shape = QTextBlockFormat()
        shape.setLineHeight(self._theme.line(style), FIXED)
        shape.setTopMargin(above if block.blockNumber() else 0)
        shape.setBottomMargin(below)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(shape)
        runs = []
        iterator = block.begin()
        while not iterator.atEnd():
            run = iterator.fragment()
            runs.append((run.position(), run.length(), run.charFormat()))
            iterator += 1
        for position, length, told in runs:
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._look(told, style))

    def _look(self, told: QTextCharFormat, style: str) -> QTextCharFormat:
        theme = self._theme
        bold = told.fontWeight() > QFont.Weight.Normal
        look = QTextCharFormat()
        look.setFont(theme.font(style, strong=True if bold else None))
        look.setForeground(theme.colour("text"))
        if told.fontFixedPitch():
            look.setFont(theme.font("body", strong=True))
            look.setForeground(theme.colour("text-2"))
            look.setBackground(theme.colour("neutral-soft"))
        elif told.isAnchor():
            look.setAnchor(True)
            look.setAnchorHref(told.anchorHref())
            look.setForeground(theme.colour("accent-text"))
            look.setFontUnderline(True)
        return look

    def _mark(self) -> None:
        """Mark what was searched for."""
        found = []
        text = self.document().toPlainText()
        for word in self._words:
            for match in word.finditer(text):
                one = QTextEdit.ExtraSelection()
                one.cursor = QTextCursor(self.document())
                one.cursor.setPosition(match.start())
                one.cursor.setPosition(match.end(), QTextCursor.MoveMode.KeepAnchor)
                one.format.setBackground(self._theme.colour("selection"))
                found.append(one)
        self.setExtraSelections(found)

    def _on_link(self, link: QUrl) -> None:
        self.topic_asked.emit(link.path().removesuffix(".md"))
