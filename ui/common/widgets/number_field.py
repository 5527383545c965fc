"""A field for a number, with small arrows."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

LEFT = 8  # px before the number: the style keeps none


class NumberField(QSpinBox):
    """Holds whole numbers from `least` to `most`."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(LEFT, 0, 0, 0)
