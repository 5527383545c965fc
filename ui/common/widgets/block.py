"""A part of a panel: a heading with lines below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.section_header import SectionHeader


class Block(QWidget):
    """A heading with lines below it, set apart by a line from what stands above."""

    def __init__(self, kit: Kit, *, line: bool = True) -> None:
        super().__init__()
        self.setProperty("clear", "true")
        above = QFrame()
        above.setObjectName("Line")
        above.setFixedHeight(1)
        if not line:  # to show it here would show a window: it has no parent yet
            above.hide()
        self.header = SectionHeader(kit.theme, "")
        self.rows = QVBoxLayout()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(above)
        column.addWidget(self.header)
        column.addLayout(self.rows)
