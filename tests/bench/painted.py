"""When a widget was painted last."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Notes the time on the clock and of the processor once a picture is there."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at = self.worked = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)  # comes after the painting
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.at, self.worked = time.perf_counter(), time.process_time()
