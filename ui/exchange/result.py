"""What an import did: counts that open the rows, what was left out, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.imports import ImportedRow, ImportReport
from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import IconSquare
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note, announce
from ui.common.widgets.stepper import Stepper
from ui.exchange.file_kinds import PEOPLE, came_words, heading_words, result_words
from ui.exchange.grid import Grid
from ui.exchange.outcome import CountRow

if TYPE_CHECKING:
    from app.services.imports import ImportService

Index = QModelIndex | QPersistentModelIndex
NOBODY = QModelIndex()
SIDE = 372
OTHER_REASON = Qt.FocusReason.OtherFocusReason
OUTCOMES = {
    "added": "added", "updated": "updated", "same": "same", "skipped": "left_out",
    "failed": "problems",
}  # fmt: skip
"""Outcome of the rows -> the kind whose colour it has in the plan."""


class ImportedRowsModel(QAbstractTableModel):
    """Line, name and what is to be said about rows of an import."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._rows: list[ImportedRow] = []

    def show_rows(self, rows: list[ImportedRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, row: int) -> ImportedRow:
        """Return the row there."""
        return self._rows[row]

    def rowCount(self, parent: Index = NOBODY) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOBODY) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        named = any(row.name for row in self._rows)
        who = self.tr("Name") if named else self.tr("What is in it")
        return (self.tr("Row"), who, self.tr("Why"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        cells = self._kit.formats.listing([cell for cell in row.cells if cell])
        why = self._kit.messages.why(row.reason) if row.reason else ""
        return (self._kit.formats.number(row.line), row.name or cells, why)[index.column()]


class ResultPage(QWidget):
    """Stands in the place of the plan once the import is done."""

    undo_asked = Signal(object)  # change set
    contact_asked = Signal(object)  # id
    closed = Signal()
    topic = "import-result"  # of the help that tells about it

    def __init__(
        self,
        kit: Kit,
        imports: ImportService,
        name: str,
        report: ImportReport,
        kind: str = PEOPLE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._kind = kind
        self._imports = imports
        self._name = name
        self._report = report
        theme = kit.theme
        self.heading = Label(theme, "", "title")
        self.steps = Stepper(theme, ["", "", "", ""], 3)
        self.title = Label(theme, "", "title")
        self.file_label = Label(theme, name, colour="text-2")
        self.counts = {outcome: CountRow(kit, kind) for outcome, kind in OUTCOMES.items()}
        self.failed_note = Note(theme, " ", "warning", action=" ")
        self.model = ImportedRowsModel(kit, self)
        self.grid = Grid(kit)
        self.undo_button = Button(theme, "", icon="undo-2", size="lg")
        self.done_button = Button(theme, "", "primary", size="lg")
        self._build()
        for outcome, row in self.counts.items():
            row.clicked.connect(lambda _on=False, outcome=outcome: self.open_rows(outcome))
        self.failed_note.acted.connect(self._on_folder_asked)
        self.grid.activated.connect(self._on_activated)
        self.undo_button.clicked.connect(lambda: self.undo_asked.emit(report.change_set))
        self.done_button.clicked.connect(self.closed)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        QTimer.singleShot(0, self, self._begin)
        first = next((o for o in OUTCOMES if getattr(report, o)), "added")
        self.open_rows("failed" if report.failed else first)

    def open_rows(self, outcome: str) -> None:
        """List the rows of an outcome."""
        batch, imports = self._report.batch, self._imports
        if batch is None:
            return
        job = self._kit.runner.read(lambda _ticket: imports.batch_rows(batch, (outcome,)))
        job.succeeded.connect(self._on_rows_read)

    def retranslate(self) -> None:
        """Set every word again."""
        report, formats = self._report, self._kit.formats
        self.setAccessibleName(self.tr("Result of the import"))
        self.heading.set_text(heading_words(self._kind))
        self.steps.set_steps(
            [self.tr("File"), self.tr("Match columns"), self.tr("Check"), self.tr("Import")]
        )
        self.title.set_text(came_words(self._kind, report.added + report.updated, self._kit))
        words = result_words(self._kind)
        for outcome, row in self.counts.items():
            count = getattr(report, outcome)
            row.show_count(words[outcome], formats.number(count))
            row.setVisible(count > 0 or outcome == "added")
        file = report.failed_file
        self.failed_note.setVisible(file is not None)
        if file is not None:
            text = self._kit.messages.say("import.failed_file", file=file.name)
            self.failed_note.show_note(text, "warning", action=self.tr("Open the folder"))
        self.undo_button.set_text(self.tr("Undo the import"))
        self.undo_button.setVisible(report.change_set is not None)
        self.done_button.set_text(self.tr("Done"))
        self.grid.setAccessibleName(self.tr("Rows of the import"))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self.done_button.setFocus(OTHER_REASON)
        announce(self, self.title.text())

    def _build(self) -> None:
        theme = self._kit.theme
        grid = self.grid
        grid.setModel(self.model)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.horizontalHeader().setStretchLastSection(True)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.file_label)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconSquare(theme, "circle-check", "success", 40))
        head.addLayout(names, 1)
        side = QFrame()
        side.setObjectName("Beside")
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(12)
        for row in self.counts.values():
            column.addWidget(row)
        column.addSpacing(16)
        column.addWidget(self.failed_note)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(side)
        middle.addWidget(grid, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top: list[QWidget | None] = [self.heading, None, self.steps, None]
        foot: list[QWidget | None] = [self.undo_button, None, self.done_button]
        whole.addWidget(bar(theme, "Header", 56, top, right=24, gap=12))
        whole.addLayout(middle, 1)
        whole.addWidget(bar(theme, "Footer", 64, foot, right=24, gap=12))

    def _fit(self) -> None:
        for column, wide in enumerate((90, 300)):
            self.grid.setColumnWidth(column, round(wide * self._kit.theme.text_scale))

    def _on_rows_read(self, rows: list[ImportedRow]) -> None:
        self.model.show_rows(rows)
        self._fit()

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row.contact_id:
            self.contact_asked.emit(row.contact_id)

    def _on_folder_asked(self) -> None:
        if self._report.failed_file is not None:
            folder = Path(self._report.failed_file).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
