"""Qt's application, which also hears of the files that the system opens with Dangol."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Keeps files that come before anybody can take them: macOS hands them over as events."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._early: list[Path] = []
        self._taker: Callable[[Path], None] | None = None

    def hand_files_to(self, taker: Callable[[Path], None] | None) -> None:
        """Give every file to somebody, those that came early as well; None is nobody any more."""
        self._taker = taker
        while taker is not None and self._early:
            taker(self._early.pop(0))

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if name := event.file():
            if self._taker is not None:
                self._taker(Path(name))
            else:
                self._early.append(Path(name))
        return True
