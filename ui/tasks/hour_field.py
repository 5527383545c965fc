"""A field for an hour of the day."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QTimeEdit, QWidget

from ui.common.kit import Kit

NINE = QTime(9, 0)


class HourField(QTimeEdit):
    """Morning and afternoon as the window's language says them."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(NINE, parent)
        korean = kit.formats.korean
        self.setLocale(QLocale(QLocale.Language.Korean if korean else QLocale.Language.English))
        self.setDisplayFormat("AP h:mm" if korean else "h:mm AP")
        self.setAccessibleName(self.tr("Hour"))
