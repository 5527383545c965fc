"""A quote as it will come out, beside what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from app.quote_sheet import QuoteSheet
from ui.common.kit import Kit
from ui.printing.documents import Setting
from ui.printing.quote import QuoteDocument
from ui.printing.view_dialog import AROUND, ViewDialog

WIDTH, HEIGHT = 1040, 760


class QuoteView(ViewDialog):
    """`side` stands at the left of the pages; `show_sheet` shows another quote or language."""

    def __init__(
        self,
        kit: Kit,
        sheet: QuoteSheet,
        language: str,
        title: Callable[[], str],
        side: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """`language` is that of the paper, not of the window."""
        self._sheet = sheet
        self._language = language
        super().__init__(kit, self._laid_out, title, parent)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedWidth(1)
        self.middle.insertWidget(0, side)
        self.middle.insertWidget(1, line)
        size = QSize(WIDTH, HEIGHT)
        self.resize(size.boundedTo(parent.size() - AROUND) if parent else size)

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self._language

    def show_sheet(self, sheet: QuoteSheet, language: str) -> None:
        """Show another quote, or the same one in another language."""
        self._sheet, self._language = sheet, language
        self.note.hide()
        self.retranslate()

    def tell(self, words: str, role: str) -> None:
        """Say what became of something."""
        self._tell(words, role)

    def _laid_out(self, setting: Setting) -> QuoteDocument:
        return QuoteDocument(self._sheet, setting, self._language)
