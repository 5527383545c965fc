"""A day as people type it or choose it in a month."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.month_grid import MonthGrid

ROOM = 120  # px of the typed day
MONTH = 8  # px around the month


class DayField(QWidget):
    """'2026-05-16', or '5-16' for this year's; the button opens a month."""

    changed = Signal()

    def __init__(self, kit: Kit, choose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.line = QLineEdit()
        self.line.setFixedWidth(round(ROOM * kit.theme.text_scale))
        self.line.setPlaceholderText("2026-05-16")
        self.button = IconButton(kit.theme, "calendar", choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.button.clicked.connect(self.open_month)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def text(self) -> str:
        """Return the day, '' for none or for what is none."""
        day = self._day()
        return day.isoformat() if day else ""

    def is_valid(self) -> bool:
        """Tell whether what is typed is a day, or nothing."""
        return not self.line.text().strip() or self._day() is not None

    def show_day(self, day: str) -> None:
        """Show a day; '' for none."""
        self.line.setText(day)

    def open_month(self) -> None:
        """Let the day be chosen in a month."""
        self.month = holder = QWidget(self, Qt.WindowType.Popup)
        grid = MonthGrid(self._kit.theme, self._kit.formats)
        column = QVBoxLayout(holder)
        column.setContentsMargins(MONTH, MONTH, MONTH, MONTH)
        column.addWidget(grid)
        if (day := self._day()) is not None:
            grid.choose(day)
        grid.opened.connect(self._take)
        grid.chosen.connect(lambda day: self.line.setText(day.isoformat()))
        holder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        holder.move(self.mapToGlobal(self.rect().bottomLeft()))
        holder.show()
        grid.setFocus()

    def _take(self, day: date) -> None:
        self.line.setText(day.isoformat())
        self.month.close()
        self.line.setFocus()

    def _day(self) -> date | None:
        text = self.line.text().strip().replace(".", "-").replace("/", "-").strip("-")
        if text.count("-") == 1:
            text = f"{self._kit.formats.today().year}-{text}"
        try:
            return date(*(int(part) for part in text.split("-")))
        except (TypeError, ValueError):
            return None
