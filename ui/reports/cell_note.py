"""The sentence about the chosen cell of a grid, and the way to its customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.charts.words import cell_words
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.shapes.reports import Report


class CellNote(QFrame):
    """Tells how many there are in the cell with the ring; the best ones first."""

    opened = Signal(int, int)  # row, column

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._report: Report | None = None
        self.cell = (0, 0)
        self._best = (0, 0)
        self._told = False
        self.setProperty("card", "true")
        self.count = Label(kit.theme, "", "strong", digits=True)
        self.where = Label(kit.theme, "", "caption", "text-2", wrap=True)
        self.button = Button(kit.theme, "", size="sm")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.count)
        words.addWidget(self.where)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(lambda: self.opened.emit(*self.cell))
        kit.language.changed.connect(self._tell)

    def show_report(self, report: Report, best: tuple[int, int], *, told: bool) -> None:
        """Tell of another grid, beginning with its best cell; `told`: what it says is above."""
        self._report, self._best, self._told = report, best, told
        self.show_cell(best)

    def show_cell(self, cell: tuple[int, int]) -> None:
        """Tell of a cell."""
        self.cell = cell
        self._tell()

    def _tell(self) -> None:
        report = self._report
        if report is None:
            return
        row, column = self.cell
        formats = self._kit.formats
        value = report.rows[row].values[column]
        number = value if isinstance(value, int) else 0
        if self.cell == self._best and number and not self._told:
            words = report.says
        else:
            self.count.set_text(
                formats.count(number, self.tr("1 customer"), self.tr("{n} customers"))
            )
            name = cell_words(report, row, report.chart.axis, formats)
            words = f"{name} · {report.columns[column].title}"
        self.count.setVisible(words != report.says)
        self.where.set_text(words)
        self.button.set_text(self.tr("Open list"))
        self.button.setEnabled(number > 0)
