"""All rows of a report in a window of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.charts.table import ReportTable
from ui.common.bars import row_of
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.common.kit import Kit

SIZE = (760, 560)
SPACE = 24


class WholeDialog(QDialog):
    """Title, sentence, table and notes; a figure leads to what is behind it."""

    picked = Signal(object, object, object)  # Report, mark, key of the column

    def __init__(self, kit: Kit, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.report = report
        self.heading = Label(theme, report.title, "title")
        self.about = Label(theme, report.about, colour="muted", digits=True)
        self.says = Label(theme, report.says, colour="text-2", wrap=True)
        self.notes = Label(theme, "\n".join(report.notes), "caption", "muted", wrap=True)
        self.table = ReportTable(kit)
        self.close_button = Button(theme, self.tr("Close"))
        self.notes.setVisible(bool(report.notes))
        self.says.setVisible(bool(report.says))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(12)
        column.addLayout(row_of(self.heading, self.about, None))
        column.addWidget(self.says)
        column.addWidget(self.table, 1)
        column.addWidget(self.notes)
        column.addLayout(row_of(None, self.close_button))
        self.setWindowTitle(report.title)
        self.resize(*(round(side * theme.text_scale) for side in SIZE))
        self.table.show_report(report)
        self.table.setFocus()
        self.table.picked.connect(lambda mark, key: self.picked.emit(self.report, mark, key))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
