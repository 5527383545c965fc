"""A length of time as people type it: a number, and days, weeks or months."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ui.common.interval_words import UNITS, unit_of
from ui.common.theme import Theme
from ui.common.typed_numbers import whole

translate = QCoreApplication.translate

NUMBER, UNIT = 52, 96  # px


class IntervalField(QWidget):
    """Two fields beside each other; `days` is what they say together."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QLineEdit()
        self.number.setFixedWidth(round(NUMBER * theme.text_scale))
        self.unit = QComboBox()
        self.unit.setMinimumWidth(round(UNIT * theme.text_scale))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.number)
        row.addWidget(self.unit)
        row.addStretch(1)
        self.setFocusProxy(self.number)
        for unit, words in (
            ("days", translate("Interval", "days")),
            ("weeks", translate("Interval", "weeks")),
            ("months", translate("Interval", "months")),
        ):
            self.unit.addItem(words, unit)
        self.show_days(None, "weeks")
        self.number.textChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self.changed)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.number.setAccessibleName(name)
        unit = translate("Interval", "{what}: days, weeks or months").format(what=name)
        self.unit.setAccessibleName(unit)

    def days(self) -> int | None:
        """Return what is said; None where it is no number."""
        number = whole(self.number.text())
        return None if number is None else number * UNITS[str(self.unit.currentData())]

    def show_days(self, days: int | None, unit: str = "") -> None:
        """Show so many days; without a number only the unit."""
        told = unit or unit_of(days or 0)
        self.unit.setCurrentIndex(self.unit.findData(told))
        self.number.setText("" if days is None else str(days // UNITS[told]))
