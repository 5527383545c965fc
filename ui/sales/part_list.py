"""What is paid until now, way by way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.common.goods.line_list import LineList
from ui.common.keyboard_focus import select_one
from ui.sales.ways import Part, Way
from ui.sales.words import method_words


class PartList(LineList):
    """What is paid until now, way by way; Delete takes one out."""

    removed = Signal(int)  # line

    def show_parts(
        self, parts: Sequence[Part], money: Callable[[int], str], has: Callable[[Way], str]
    ) -> None:
        """Show the parts; `has` says what a way has to pay with."""
        at = self.currentRow()
        self.fill(
            [((self._name(part.way), has(part.way), money(part.amount)), part) for part in parts]
        )
        if parts and self.hasFocus():
            self.setCurrentRow(min(max(at, 0), len(parts) - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        select_one(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        takes = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if takes and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _name(self, way: Way) -> str:
        return way.name or method_words(way.method, self._kit)
