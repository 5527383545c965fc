"""The question before the shop goes back to a backup."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import IconSquare
from ui.common.widgets.label import Label

WIDTH = 560


class RestoreDialog(QDialog):
    """Says that the present state is saved first; the safe button has the focus."""

    def __init__(self, kit: Kit, backup: Path, made: str, parent: QWidget | None = None) -> None:
        """`made` is when the backup was made, in words; without it the file's name is shown."""
        super().__init__(parent)
        theme = kit.theme
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.text = Label(
            theme,
            self.tr(
                "The shop becomes as it was then. What you have now is saved as a backup first,"
                " so you can always come back."
            ),
            colour="text-2",
            wrap=True,
        )
        self.keep_button = Button(theme, self.tr("Keep what is there"))
        self.restore_button = Button(theme, self.tr("Restore"), "primary")
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Label(theme, self.tr("Go back to this backup?"), "title"))
        words.addWidget(Label(theme, made or backup.name, strong=True))
        words.addWidget(self.text)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        square = IconSquare(theme, "archive-restore", "warning", 40)
        head.addWidget(square, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(24)
        column.addLayout(head)
        column.addLayout(row_of(None, self.keep_button, self.restore_button))
        self.keep_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self.accept)
        self.keep_button.setFocus(Qt.FocusReason.TabFocusReason)
