"""What was read of a damaged shop, and what was lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

WIDTH = 560


class SalvagedDialog(QDialog):
    """The report; its lines can be copied."""

    def __init__(self, kit: Kit, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.setWindowTitle(self.tr("What could be read"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.report = QPlainTextEdit("\n".join(lines), readOnly=True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(160)
        self.close_button = Button(theme, self.tr("Go on"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        column.addWidget(
            Label(
                theme,
                self.tr(
                    "The shop is whole again and goes on with these rows. Look through what is"
                    " missing; older backups may still have it."
                ),
                colour="text-2",
                wrap=True,
            )
        )
        column.addWidget(self.report)
        column.addLayout(row_of(None, self.close_button))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
