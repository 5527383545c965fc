"""The strip that says the shop is a sample, and takes it away with one click."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label


class SampleNote(QFrame):
    """A strip for the top of a page; whoever shows it does what is asked and hides it."""

    remove_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("note", "info")
        self.text = Label(kit.theme)
        self.button = Button(kit.theme, "", "link", size="xs")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.remove_asked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.text.set_text(self.tr("This is a sample shop. Everybody in it is invented."))
        self.button.set_text(self.tr("Remove the sample shop"))
