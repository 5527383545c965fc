"""A field for a few lines: it grows as they come, and completes the names of colleagues."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QFrame, QListView, QPlainTextEdit, QWidget

from ui.common.theme import Theme
from ui.common.writing.mentions import SIGN, mention_at

LEAST, MOST = 40, 160  # px
SCROLLS = Qt.ScrollBarPolicy.ScrollBarAsNeeded
STANDS = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
OF_THE_LIST = {*ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class GrowingText(QPlainTextEdit):
    """Ctrl+Enter submits, Esc cancels, @ offers names; it is 40 to 160 px high."""

    submitted = Signal()
    cancelled = Signal()
    focus_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.offer = QListView()
        self.completer.setPopup(self.offer)
        self.completer.setWidget(self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.activated.connect(self._on_chosen)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # What is around it draws the border.
        sides = "border: 0; padding: 8px 0; background: transparent;"
        self.setStyleSheet(f"QPlainTextEdit {{ {sides} }}")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setFixedHeight(LEAST)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._fit)

    def set_names(self, names: Sequence[str]) -> None:
        """Say who can be mentioned."""
        self._names.setStringList([name for name in names if name])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.offer.isVisible() and Qt.Key(event.key()) in OF_THE_LIST:
            event.ignore()  # the list of names takes it
            return
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and Qt.Key(event.key()) in ENTER:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def _on_text_changed(self) -> None:
        self._fit()
        self._offer_names()

    def _fit(self) -> None:
        lines = self.document().size().height()  # a plain text document counts in lines
        needed = round(lines * self.fontMetrics().lineSpacing()) + 20
        self.setFixedHeight(min(MOST, max(self._theme.height(LEAST), needed)))
        self.setVerticalScrollBarPolicy(SCROLLS if needed > MOST else STANDS)

    def _offer_names(self) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        typed = mention_at(before)
        if typed is None or not self.hasFocus():
            self.offer.hide()
            return
        self.completer.setCompletionPrefix(typed)
        count = self.completer.completionCount()
        only = self.completer.currentCompletion() if count == 1 else ""
        if not count or only == typed:
            self.offer.hide()
            return
        self.offer.setCurrentIndex(self.completer.completionModel().index(0, 0))
        place = self.cursorRect().translated(0, 6)
        place.setWidth(self.offer.sizeHintForColumn(0) + 40)
        self.completer.complete(place)

    def _on_chosen(self, name: str) -> None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        typed = mention_at(before) or ""
        move = QTextCursor.MoveOperation.Left
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor, len(typed) + len(SIGN))
        cursor.insertText(f"{SIGN}{name} ")
        self.setTextCursor(cursor)
