"""Sales as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.sales import SaleFilter
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note

if TYPE_CHECKING:
    from app.services.exports import ExportService

SUFFIXES = (".xlsx", ".csv")
WIDTH = 480
SPACE = 24


class OpenToAllDialog(QDialog):
    """Says of a shop with a password that the file will have none, before it is written."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.setWindowTitle(self.tr("Export sales"))
        words = self.tr("The shop has a password, but this file has none: anybody can read it.")
        self.note = Note(theme, words, "warning")
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.go_on_button = Button(theme, self.tr("Choose where"), "primary")
        self.go_on_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(16)
        column.addWidget(Label(theme, self.tr("Export sales"), "title"))
        column.addWidget(self.note)
        column.addLayout(row_of(None, self.cancel_button, self.go_on_button))
        self.cancel_button.clicked.connect(self.reject)
        self.go_on_button.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)


class SalesExport(QObject):
    """Asks where to, writes what is listed, says what became of it."""

    told = Signal(str, str)  # words, the icon before them
    ended = Signal()

    def __init__(self, kit: Kit, exports: ExportService, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._exports = exports
        self._window = window

    def ask(self, wanted: SaleFilter) -> None:
        """Ask where to write the sales that are wanted; returns at once."""
        if not self._exports.is_protected:
            self._ask_where(wanted)
            return
        warning = OpenToAllDialog(self._kit, self._window)
        warning.accepted.connect(lambda: self._ask_where(wanted))
        warning.rejected.connect(self.ended)
        warning.open()

    def _ask_where(self, wanted: SaleFilter) -> None:
        dialog = QFileDialog(self._window, self.tr("Export sales"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = [self.tr("Excel workbook (*.xlsx)"), self.tr("Text with commas (*.csv)")]
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix("xlsx")
        span = f" {wanted.first} {wanted.last}" if wanted.first else ""
        dialog.selectFile(self.tr("sales") + span)
        dialog.fileSelected.connect(lambda name: self.write(wanted, Path(name)))
        dialog.rejected.connect(self.ended)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, wanted: SaleFilter, path: Path) -> None:
        """Write the sales that are wanted into a file."""
        named = path.suffix.lower() in SUFFIXES
        target = path if named else path.with_name(f"{path.name}.xlsx")
        exports = self._exports

        def task(ticket: Ticket) -> int:
            return exports.sales(target, ticket=ticket, wanted=wanted)

        job = self._kit.runner.read(task, title=self.tr("Exporting sales"), quiet=True)
        job.succeeded.connect(lambda count: self._on_written(count, target))
        job.failed.connect(self._on_failed)
        job.finished.connect(self.ended)

    def _on_written(self, count: int, target: Path) -> None:
        words = self._kit.messages.say("export.sales", count=count, file=target.name)
        self.told.emit(words, "check")

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.told.emit(self._kit.messages.describe(error), "circle-alert")
        else:
            self._kit.runner.failed.emit(error)
