"""The card that says the shop is a sample, and takes it away with one click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label


class SampleNote(QFrame):
    """A card for the navigation; whoever shows it does what is asked and hides it."""

    remove_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", "info")
        self.text = Label(kit.theme, wrap=True)
        self.button = Button(kit.theme, "", "link", size="xs")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.remove_asked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.text.set_text(self.tr("A sample shop: everybody in it is invented."))
        self.button.set_text(self.tr("Remove it"))
