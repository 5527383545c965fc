"""The card in the navigation that says this is not the shop as usual."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label


class StandingNote(QFrame):
    """Safe mode, or a backup that is looked at, with the way out."""

    left = Signal()

    def __init__(self, kit: Kit, made: str = "", parent: QWidget | None = None) -> None:
        """`made` is when the backup was made, in words; without it this is safe mode."""
        super().__init__(parent)
        self._made = made
        self.setProperty("note", "warning")
        self.text = Label(kit.theme, wrap=True)
        self.button = Button(kit.theme, "", "link", size="xs")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.button)
        self.button.clicked.connect(self.left)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        if self._made:
            words = self.tr("You look at the backup of {when}. What you do here is thrown away.")
            self.text.set_text(words.format(when=self._made))
            self.button.set_text(self.tr("Back to the shop"))
        else:
            self.text.set_text(
                self.tr("Safe mode: the plain look, no watched folders, nothing in the background.")
            )
            self.button.set_text(self.tr("Start as usual"))
