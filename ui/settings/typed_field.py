"""A field whose text is kept as soon as one leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 200


class TypedField(QLineEdit):
    """Enter or leaving keeps what was typed, Esc brings back what was there.

    With `needed`, an empty text is not kept: what was there comes back.
    """

    typed = Signal(str)  # another text than was shown

    def __init__(self, *, needed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._needed = needed
        self.setMaxLength(LONGEST)
        self.returnPressed.connect(self._take)

    def show_text(self, text: str) -> None:
        """Show what is kept; what somebody is typing stays until they leave."""
        untouched = self.text() == self._kept
        self._kept = text
        if untouched or not self.hasFocus():
            self.setText(text)

    def bring_back(self, text: str) -> None:
        """Show what is kept in the place of what was typed and cannot be."""
        self._kept = text
        self.setText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        text = self.text().strip()
        if text == self._kept or (self._needed and not text):
            self.setText(self._kept)
            return
        self._kept = text
        self.setText(text)
        self.typed.emit(text)
