"""The field one searches with; it finds while a Hangul syllable is still being typed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.theme import Theme
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.kbd import Kbd

ICON = 16
PADDING = 9
MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class SearchField(QFrame):
    """A text field with a magnifier; Esc empties it.

    `typed` comes with what is read on the screen, the syllable being composed included. Arrow
    keys and Enter are passed on, so that the list below can be used from here.
    """

    typed = Signal(str)
    submitted = Signal()
    moved = Signal(int)  # rows down

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        *,
        key: str = "",
        size: int = 28,
        quiet: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`key` is the shortcut shown in it; `quiet` gives it the border of a button."""
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._quiet = quiet
        self._seen = ""
        self._field = ComposedLineEdit(self)
        self._kbd = Kbd(theme, key)
        self._clear = IconButton(theme, "x", self.tr("Clear search"), key="Esc")
        self._clear.hide()
        if not key:  # to show it here would show a window: it has no parent yet
            self._kbd.hide()
        self.setFocusProxy(self._field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        # A line edit keeps 2 px left of its text.
        left = PADDING if quiet else PADDING + 2
        row.setContentsMargins(left + ICON + 6, 0, 5 if size <= 28 else 7, 0)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        row.addWidget(self._kbd)
        row.addWidget(self._clear)
        self.set_placeholder(placeholder)
        self._field.composed.connect(self._on_composed)
        self._field.focus_changed.connect(self.update)
        self._clear.clicked.connect(self.clear)

    def text(self) -> str:
        """Return what is read on the screen, the syllable being composed included."""
        return self._field.composed_text()

    def set_text(self, text: str) -> None:
        """Put a text in, as if it had been typed."""
        self._field.setText(text)

    def clear(self) -> None:
        """Empty it and stay in it."""
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_placeholder(self, text: str) -> None:
        """Say what is searched here; it is also its name."""
        self._field.setPlaceholderText(text)
        self._field.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(204, self._theme.height(self._size))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.height(self._size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self._field.composing:  # then Enter ends the syllable
                self.submitted.emit()
        elif key in MOVES:
            self.moved.emit(MOVES[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        border = "border-strong" if self._quiet else "border-input"
        box(painter, rect, 6, theme.colour("surface"), theme.colour(border))
        if self._field.hasFocus():
            ring(painter, theme, rect)
        left = PADDING if self._quiet else PADDING + 2
        at = QPointF(left, rect.center().y() - ICON / 2)
        theme.paint_icon(painter, at, "search", ICON, "muted")
        painter.end()

    def _on_composed(self, text: str) -> None:
        if text == self._seen:
            return
        self._seen = text
        self._clear.setVisible(bool(text))
        self._kbd.setVisible(bool(self._kbd.text()) and not text)
        self.typed.emit(text)


class ComposedLineEdit(QLineEdit):
    """A bare line edit that tells its text together with what the input method is composing."""

    composed = Signal(str)
    focus_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", "true")
        self._preedit = ""
        self.textChanged.connect(self._on_text_changed)

    @property
    def composing(self) -> bool:
        """Whether a syllable is being put together."""
        return bool(self._preedit)

    def composed_text(self) -> str:
        """Return the text with the part being composed at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._preedit + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = ""  # the commit in this event must not show the old part twice
        super().inputMethodEvent(event)
        self._preedit = event.preeditString()
        self.composed.emit(self.composed_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        passed = {Qt.Key.Key_Return, Qt.Key.Key_Enter, *MOVES}
        if Qt.Key(event.key()) in passed and not self._preedit:
            event.ignore()  # goes on to the search field
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def _on_text_changed(self) -> None:
        self.composed.emit(self.composed_text())
