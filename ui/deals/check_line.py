"""One line of the checklist of a stage: a box, and words that may take several lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.shapes.deals import CheckState
from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label

TOP, MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter


class CheckLine(QWidget):
    """A click on the words ticks, too."""

    def __init__(self, kit: Kit, check: CheckState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self.box = CheckBox(kit.theme)
        self.box.setChecked(check.done)
        self.box.setAccessibleName(check.label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.box, 0, TOP)
        row.addWidget(Label(kit.theme, check.label, wrap=True), 1, MIDDLE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.box.toggle()
