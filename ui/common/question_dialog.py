"""A dialog that says what is about to happen, and asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.empty_state import IconSquare
from ui.common.widgets.label import Label

WIDTH = 560


class QuestionDialog(QDialog):
    """A picture at the left, beside it the question and `words`, buttons below."""

    def __init__(self, kit: Kit, icon: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.words = QVBoxLayout()
        self.words.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconSquare(theme, icon, role, 40), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self.words, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(24, 24, 24, 24)
        self._whole.setSpacing(24)
        self._whole.addLayout(head)

    def ask(self, question: str) -> None:
        """Set the question; it stands above the words."""
        self.words.insertWidget(0, Label(self._kit.theme, question, "title", wrap=True))

    def set_buttons(self, *buttons: QWidget | None) -> None:
        """End the words and set the buttons below them; None is room between."""
        self.words.addStretch(1)
        self._whole.addLayout(row_of(*buttons))
