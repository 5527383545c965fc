"""Every import that was made: its file, its counts, its columns and rows, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from app.shapes.imports import BatchRow, ImportedRow
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.kept import MOST_REHEARSED, ask_before_undo
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.section_header import SectionHeader
from ui.exchange.file_kinds import label_of
from ui.exchange.grid import Grid
from ui.exchange.outcome import CountRow
from ui.exchange.result import OUTCOMES, ImportedRowsModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.history import HistoryService
    from app.services.imports import ImportService

Index = QModelIndex | QPersistentModelIndex
NOBODY = QModelIndex()
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SIDE = 372
COLUMNS_SHOWN = 16
IMPORTS_SEEN = 6  # without scrolling; the rows of the chosen one have the rest
NUMBERS = range(2, 5)
TOUCHING = frozenset(("contact", "tag", "contact_tag", "contact_point", "note"))


class BatchesModel(QAbstractTableModel):
    """One import a row: file, day, what came in, what did not, whether it still holds."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._batches: list[BatchRow] = []

    def show_batches(self, batches: list[BatchRow]) -> None:
        """Show these imports."""
        self.beginResetModel()
        self._batches = batches
        self.endResetModel()

    def batch_at(self, row: int) -> BatchRow | None:
        """Return the import in that row."""
        return self._batches[row] if 0 <= row < len(self._batches) else None

    def rowCount(self, parent: Index = NOBODY) -> int:
        return 0 if parent.isValid() else len(self._batches)

    def columnCount(self, parent: Index = NOBODY) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return AT_RIGHT
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("File"), self.tr("When"), self.tr("New"), self.tr("Updated"),
            self.tr("Not imported"), self.tr("State"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        batch = self._batches[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return AT_RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and batch.undone:
            return self._kit.theme.colour("muted")
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        number = self._kit.formats.number
        holds = self.tr("Can be undone") if batch.change_set is not None else ""
        state = self.tr("Undone") if batch.undone else holds
        return (
            batch.file, self._kit.formats.moment(batch.happened_at), number(batch.added),
            number(batch.updated), number(batch.failed + batch.skipped), state,
        )[index.column()]  # fmt: skip


class ImportHistoryPage(Page):
    """Lists imports; the chosen one shows its counts, columns and rows. It asks to undo one."""

    icon = "file-clock"
    topic = "import-result"
    in_nav = False
    undo_asked = Signal(object)  # change set
    contact_asked = Signal(object)  # id
    import_asked = Signal()

    def __init__(
        self,
        kit: Kit,
        imports: ImportService,
        history: HistoryService,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._imports = imports
        self._history = history
        self._stale = True
        self._asked: tuple[int, str] | None = None  # whose rows are to be shown
        theme = kit.theme
        self.heading = Label(theme, "", "title")
        self.undo_button = Button(theme, "", icon="undo-2")
        self.model = BatchesModel(kit, self)
        self.grid = Grid(kit)
        self.rows_model = ImportedRowsModel(kit, self)
        self.rows_grid = Grid(kit)
        self.rows_title = SectionHeader(theme, "")
        self.side_title = SectionHeader(theme, "", style="heading")
        self.counts = {outcome: CountRow(kit, kind) for outcome, kind in OUTCOMES.items()}
        self.columns_title = SectionHeader(theme, "")
        self.columns_label = Label(theme, "", colour="text-2", wrap=True)
        self.empty = EmptyState(theme, "sheet", "", action=" ")
        self.body = QStackedWidget()
        self._build()
        bridge.changed.connect(self._on_changed)
        self.grid.selectionModel().currentRowChanged.connect(self._show_batch)
        self.rows_grid.activated.connect(self._on_row_activated)
        self.undo_button.clicked.connect(self._on_undo)
        self.empty.acted.connect(self.import_asked)
        for outcome, row in self.counts.items():
            row.clicked.connect(lambda _on=False, outcome=outcome: self._show_rows(outcome))
        self.retranslate()

    def title(self) -> str:
        return self.tr("Imports")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.grid.setAccessibleName(self.title())
        self.rows_grid.setAccessibleName(self.tr("Rows of the import"))
        self.undo_button.set_text(self.tr("Undo this import"))
        self.undo_button.updateGeometry()
        self.columns_title.set_title(self.tr("Columns"))
        self.empty.show_words(
            self.tr("Nothing was imported yet"),
            self.tr("Each import is kept here with its rows, and can be undone."),
            self.tr("Import a spreadsheet"),
        )
        self._show_batch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _build(self) -> None:
        for grid, model in ((self.grid, self.model), (self.rows_grid, self.rows_model)):
            grid.setModel(model)
            grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            grid.horizontalHeader().setStretchLastSection(True)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(24, 8, 16, 4)
        above.addWidget(self.rows_title)
        left.addWidget(self.grid)
        left.addLayout(above)
        left.addWidget(self.rows_grid, 1)
        side = QFrame()
        side.setObjectName("Detail")
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(0)
        column.addWidget(self.side_title)
        column.addSpacing(4)
        for row in self.counts.values():
            column.addWidget(row)
        column.addSpacing(16)
        column.addWidget(self.columns_title)
        column.addWidget(self.columns_label)
        column.addStretch(1)
        content = QFrame()
        middle = QHBoxLayout(content)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(side)
        self.body.addWidget(self.empty)
        self.body.addWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top: list[QWidget | None] = [self.heading, None, self.undo_button]
        whole.addWidget(bar(self.kit.theme, "Header", 56, top))
        whole.addWidget(self.body, 1)

    def _batch(self) -> BatchRow | None:
        return self.model.batch_at(self.grid.currentIndex().row())

    def _read(self) -> None:
        self._stale = False
        imports = self._imports
        job = self.kit.runner.read(lambda _ticket: imports.batches())
        job.succeeded.connect(self._on_read)

    def _on_read(self, batches: list[BatchRow]) -> None:
        row = max(0, self.grid.currentIndex().row())
        self.model.show_batches(batches)
        self.body.setCurrentIndex(1 if batches else 0)
        self.grid.fit_columns()
        self.grid.fit_height(IMPORTS_SEEN)
        if batches:
            self.grid.setCurrentIndex(self.model.index(min(row, len(batches) - 1), 0))
        self._show_batch()

    def _show_batch(self) -> None:
        batch = self._batch()
        usable = batch is not None and batch.change_set is not None and not batch.undone
        self.undo_button.setEnabled(usable)
        self.undo_button.setVisible(batch is not None)
        if batch is None:
            self._asked = None
            self.rows_model.show_rows([])
            return
        words = self._outcome_words()
        self.side_title.set_title(batch.file)
        for outcome, row in self.counts.items():
            count = getattr(batch, outcome)
            row.show_count(words[outcome], self.kit.formats.number(count))
            row.setVisible(count > 0)
        language = self.kit.language.code
        lines = [
            f"{column.header or '–'} → {label_of(column.target, language) or column.target}"
            for column in batch.columns[:COLUMNS_SHOWN]
        ]
        self.columns_label.set_text("\n".join(lines))
        first = next((outcome for outcome in OUTCOMES if getattr(batch, outcome)), "added")
        self._show_rows("failed" if batch.failed else first)

    def _outcome_words(self) -> dict[str, str]:
        return {
            "added": self.tr("New contacts"),
            "updated": self.tr("Updated contacts"),
            "same": self.tr("Nothing new in them"),
            "skipped": self.tr("Left out"),
            "failed": self.tr("Could not be imported"),
        }

    def _show_rows(self, outcome: str) -> None:
        if (batch := self._batch()) is None:
            return
        self.rows_title.set_title(self._outcome_words()[outcome])
        self.rows_title.set_count(self.kit.formats.number(getattr(batch, outcome)))
        number, imports = batch.id, self._imports
        self._asked = asked = number, outcome
        job = self.kit.runner.read(lambda _ticket: (asked, imports.batch_rows(number, (outcome,))))
        job.succeeded.connect(self._on_rows_read)

    def _on_rows_read(self, result: tuple[tuple[int, str], list[ImportedRow]]) -> None:
        asked, rows = result
        if asked == self._asked:  # an earlier question may be answered later
            self.rows_model.show_rows(rows)
            self.rows_grid.fit_columns()

    def _on_row_activated(self, index: QModelIndex) -> None:
        contact_id = self.rows_model.row_at(index.row()).contact_id
        if contact_id:
            self.contact_asked.emit(contact_id)

    def _on_undo(self) -> None:
        batch = self._batch()
        if batch is None or batch.change_set is None:
            return
        if batch.read > MOST_REHEARSED:
            self.undo_asked.emit(batch.change_set)
            return
        ask_before_undo(
            self.kit, self._history, batch.change_set, batch.file, self.undo_asked.emit,
            self.window(),
        )  # fmt: skip

    def _on_changed(self, changes: object) -> None:
        touched = getattr(changes, "reshaped", frozenset()) | getattr(changes, "edited", {}).keys()
        if not touched & TOUCHING:
            return
        self._stale = True
        if self.isVisible():
            self._read()
