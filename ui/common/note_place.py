"""The place of a note: room around it only while it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

SHOWN = {QEvent.Type.ShowToParent: True, QEvent.Type.HideToParent: False}


class NotePlace(QWidget):
    """Comes and goes with its note: a layout would keep its margins without one."""

    def __init__(self, note: QWidget, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(margins)
        column.addWidget(note)
        self.setVisible(not note.isHidden())
        note.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SHOWN:
            self.setVisible(SHOWN[event.type()])
        return super().eventFilter(watched, event)
