"""Whose work is in the program, and on what terms."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from resources import path
from ui.common.theme import Theme
from ui.common.widgets.label import Label

HEIGHT = 200


class Licences(QWidget):
    """A package chosen, its licence below, to be read and copied."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every: list[dict[str, str]] = json.loads(
            path("licences.json").read_text(encoding="utf-8")
        )
        self.packages = QComboBox()
        self.packages.setAccessibleName(self.tr("Part of the program"))
        self.packages.addItems([f"{one['name']} – {one['licence']}" for one in self._every])
        self.words = QPlainTextEdit(readOnly=True)
        self.words.setAccessibleName(self.tr("Licence"))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(HEIGHT)
        self.words.setFont(theme.font("caption"))  # its lines are as long as they were written
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(theme, self.tr("Made with the work of others"), "strong"))
        column.addWidget(self.packages)
        column.addWidget(self.words, 1)
        self.packages.currentIndexChanged.connect(self._show)
        self._show(0)

    def _show(self, number: int) -> None:
        self.words.setPlainText(self._every[number]["text"])
