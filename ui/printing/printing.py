"""The way to paper for the rest of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit
from ui.printing.dialog import PrintDialog

if TYPE_CHECKING:
    from app.services.exports import ExportService


class Printing(QObject):
    """Opens the print dialog; returns at once."""

    def __init__(self, kit: Kit, exports: ExportService, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._exports = exports
        self._window = window

    def ask(self, contact_ids: Sequence[int]) -> PrintDialog | None:
        """Open the dialog for these contacts, in their order; nothing for none of them."""
        if not contact_ids:
            return None
        dialog = PrintDialog(self._kit, self._exports, contact_ids, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
