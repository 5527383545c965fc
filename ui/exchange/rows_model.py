"""Rows of the file as a grid that can be mended before anything is saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.exchange.fields import IGNORE, NEVER
from app.exchange.table import text_of
from app.shapes.imports import NOTICES, Candidate, ImportReport, RowProblem
from ui.common.kit import Kit
from ui.exchange.row_kinds import AMBIGUOUS

if TYPE_CHECKING:
    from app.exchange.table import Cell
    from app.services.imports import Prepared

Index = QModelIndex | QPersistentModelIndex
FIRST_CELL = 2  # before the file's own columns stand the line and what is to be said about it
HIDDEN = (IGNORE, NEVER)
NOBODY = QModelIndex()
TEXT_ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
)  # fmt: skip


class RowsModel(QAbstractTableModel):
    """The line, what is to be said about the row, then the file's columns that are read."""

    mended = Signal(int, int, str)  # line, column of the file, text

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._lines: list[int] = []
        self._columns: list[tuple[int, str]] = []
        self._cells: dict[int, Sequence[Cell]] = {}
        self._editable: set[int] = set()
        self._problems: dict[int, list[RowProblem]] = {}
        self._candidates: dict[int, list[Candidate]] = {}
        self._name_column = -1

    def show_rows(self, prepared: Prepared, report: ImportReport, lines: Sequence[int]) -> None:
        """Show these lines of the file."""
        self.beginResetModel()
        wanted = set(lines)
        self._lines = list(lines)
        table, columns = prepared.table, prepared.mapping.columns
        self._columns = [(c.index, c.header) for c in columns if c.target not in HIDDEN]
        self._name_column = next((c.index for c in columns if c.target == "name"), -1)
        rows = zip(table.lines, table.rows, strict=True)
        self._cells = {line: row for line, row in rows if line in wanted}
        self._editable = set(self._cells)
        hidden = prepared.never
        aside = [(row.line, row.cells) for row in table.failed]
        aside += [(row.line, row.cells) for row in table.skipped]
        for line, cells in aside:
            if line in wanted:
                self._cells[line] = [
                    None if place in hidden else cell for place, cell in enumerate(cells)
                ]
        problems: defaultdict[int, list[RowProblem]] = defaultdict(list)
        for problem in report.problems:
            if problem.line in wanted:
                problems[problem.line].append(problem)
        self._problems = dict(problems)
        candidates: defaultdict[int, list[Candidate]] = defaultdict(list)
        for candidate in report.candidates:
            candidates[candidate.line].append(candidate)
        self._candidates = dict(candidates)
        self.endResetModel()

    def rowCount(self, parent: Index = NOBODY) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOBODY) -> int:
        return 0 if parent.isValid() else FIRST_CELL + len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section < FIRST_CELL:
            return (self.tr("Row"), self.tr("Why"))[section]
        return self._columns[section - FIRST_CELL][1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        if role in TEXT_ROLES:
            return self._text(line, column)
        odd = column >= FIRST_CELL and self._is_odd(line, self._columns[column - FIRST_CELL][1])
        if role == Qt.ItemDataRole.BackgroundRole and odd:
            return self._kit.theme.colour("warning-soft")
        if role == Qt.ItemDataRole.ForegroundRole and (odd or column == 1):
            return self._kit.theme.colour("warning" if odd else "text-2")
        if role == Qt.ItemDataRole.AccessibleTextRole and odd:
            return f"{self._text(line, column)}, {self._text(line, 1)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() < FIRST_CELL:
            return False
        line = self._lines[index.row()]
        text = str(value).strip()
        if text == self._text(line, index.column()):
            return False
        self.mended.emit(line, self._columns[index.column() - FIRST_CELL][0], text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() >= FIRST_CELL and self._lines[index.row()] in self._editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headers(self) -> list[str]:
        """Return the headers of the file's columns."""
        return [header for _index, header in self._columns]

    def line_at(self, row: int) -> int:
        """Return the file's line in that row of the grid."""
        return self._lines[row]

    def candidates_at(self, row: int) -> list[Candidate]:
        """Return whom the row may be."""
        return self._candidates.get(self._lines[row], [])

    def column_to_mend(self, row: int) -> int:
        """Return the column of the grid with what is odd in that row, else the name's."""
        line = self._lines[row]
        for place, (index, header) in enumerate(self._columns):
            nameless = not self._problems_of(line) and index == self._name_column
            if self._is_odd(line, header) or nameless:
                return place + FIRST_CELL
        return FIRST_CELL

    def _text(self, line: int, column: int) -> str:
        if column == 0:
            return self._kit.formats.number(line)
        if column == 1:
            return self._why(line)
        cells, index = self._cells.get(line, ()), self._columns[column - FIRST_CELL][0]
        return text_of(cells[index]) if index < len(cells) else ""

    def _why(self, line: int) -> str:
        found = self._candidates.get(line)
        if found and any(p.reason == AMBIGUOUS for p in self._problems.get(line, ())):
            names = self._kit.formats.listing([candidate.name for candidate in found[:2]])
            return self.tr("May be {names}").format(names=names)
        problems = self._problems.get(line, [])
        told = next((p for p in problems if p.reason not in NOTICES), None) or (
            problems[0] if problems else None
        )
        if told is None:
            return ""
        return self._kit.messages.why(told.reason)

    def _problems_of(self, line: int) -> list[RowProblem]:
        return [p for p in self._problems.get(line, ()) if p.column and p.reason not in NOTICES]

    def _is_odd(self, line: int, header: str) -> bool:
        return any(problem.column == header for problem in self._problems_of(line))
