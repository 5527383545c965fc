"""The item model behind every list of the program."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ui.common.row_delegate import ROW_ROLE, Index, RowLook

PAGE = 256
KEPT = 24  # pages


class Row(Protocol):
    """Any row: all the model itself needs to know is its id."""

    @property
    def id(self) -> int:
        """The id of the row."""


class Source(Protocol):
    """Where the rows come from; called in the GUI thread, a page at a time."""

    def count(self) -> int:
        """Return how long the whole list is."""

    def page(
        self, sort: str, *, descending: bool, offset: int, limit: int, total: int
    ) -> Sequence[Row]:
        """Return one window of the whole list, which is `total` rows long."""

    def line_of(self, row_id: int, sort: str, *, descending: bool) -> int | None:
        """Return the line of a row in the whole list; None if it is not in it."""

    def rows(self, ids: Collection[int]) -> Mapping[int, Row]:
        """Return these rows; those gone by now are left out."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: which field of the row it shows, and the key it is sorted by, if any."""

    field: str
    title: str
    sort: str = ""


class PagedModel(QAbstractTableModel):
    """Knows the full count; rows come 256 at a time as the view paints them.

    The whole list is read by offset, a found one by its ids. At most 24 pages are kept. A
    subclass gives `columns` and says how a row looks.
    """

    def __init__(self, source: Source, sort: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()
        self.sorted_by = sort
        self.descending = False
        self._source = source
        self._found: array[int] | None = None
        self._best_first = False
        self._count = 0
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()

    @property
    def is_whole(self) -> bool:
        """Whether the whole list is shown rather than what a search found."""
        return self._found is None

    @property
    def is_best_first(self) -> bool:
        """Whether the order is the search's own rather than a column's."""
        return self._found is not None and self._best_first

    def show_all(self, count: int | None = None) -> None:
        """Show the whole list, counted anew unless its length is known."""
        self.beginResetModel()
        self._found = None
        self._pages.clear()
        self._count = self._source.count() if count is None else count
        self.endResetModel()

    @property
    def found(self) -> Sequence[int]:
        """The ids of what is shown in the place of the whole list."""
        return self._found if self._found is not None else ()

    def show_found(self, ids: Iterable[int], *, best_first: bool = True) -> None:
        """Show these rows in this order; `best_first`: it is the search's, not a column's."""
        self.beginResetModel()
        self._found = array("q", ids)
        self._best_first = best_first
        self._pages.clear()
        self._count = len(self._found)
        self.endResetModel()

    def look(self, row: Any) -> RowLook:
        """Return how a row is painted and read aloud."""
        raise NotImplementedError

    def reread(self) -> None:
        """Read every row again where it stands, as it is painted."""
        self._pages.clear()
        self.repaint_all()

    def repaint_all(self) -> None:
        """Paint every row again, as after a change of language."""
        if self._count:
            last = self.index(self._count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def refresh(self, ids: Collection[int]) -> None:
        """Read these rows again where they stand; only the next search sorts them anew."""
        last = len(self.columns) - 1
        for number, page in self._pages.items():
            mine = {row.id: place for place, row in enumerate(page) if row and row.id in ids}
            if not mine:
                continue
            fresh = self._source.rows(mine.keys())
            for row_id, place in mine.items():
                page[place] = fresh.get(row_id)
                line = number * PAGE + place
                self.dataChanged.emit(self.index(line, 0), self.index(line, last))

    def row_at(self, line: int) -> Row | None:
        """Return the row on that line; None if it has gone meanwhile."""
        if not 0 <= line < self._count:
            return None
        number, place = divmod(line, PAGE)
        page = self._page(number)
        return page[place] if place < len(page) else None

    def id_at(self, line: int) -> int | None:
        """Return the id of the row on that line."""
        if self._found is not None:
            return self._found[line] if 0 <= line < self._count else None
        row = self.row_at(line)
        return row.id if row else None

    def line_of(self, row_id: int) -> int | None:
        """Return the line a row is on; None if it is not in the list."""
        if self._found is not None:
            return self._found.index(row_id) if row_id in self._found else None
        for number, page in self._pages.items():
            for place, row in enumerate(page):
                if row and row.id == row_id:
                    return number * PAGE + place
        line = self._source.line_of(row_id, self.sorted_by, descending=self.descending)
        # The list may have changed since it was counted.
        return line if line is not None and self.id_at(line) == row_id else None

    def sort_next_by(self, key: str, *, descending: bool) -> None:
        """Say how what is read next is sorted."""
        self.sorted_by, self.descending = key, descending

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        key = self.columns[column].sort
        if not key:
            return
        self.layoutAboutToBeChanged.emit()
        self.sort_next_by(key, descending=order == Qt.SortOrder.DescendingOrder)
        if self._found is not None:
            rows = self._source.rows(self._found)
            there = [i for i in self._found if i in rows]
            there.sort(key=lambda i: (*placed(getattr(rows[i], key)), i), reverse=self.descending)
            self._found, self._count = array("q", there), len(there)
            self._best_first = False
        self._pages.clear()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return self.look(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.look(row).sentence
        if role == Qt.ItemDataRole.DisplayRole:
            return getattr(row, self.columns[index.column()].field, None)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if section < len(self.columns) else None
        return super().headerData(section, orientation, role)

    def _page(self, number: int) -> list[Row | None]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        first = number * PAGE
        page: list[Row | None]
        if self._found is None:
            page = list(
                self._source.page(
                    self.sorted_by,
                    descending=self.descending,
                    offset=first,
                    limit=PAGE,
                    total=self._count,
                )
            )
        else:
            ids = self._found[first : first + PAGE]
            rows = self._source.rows(ids)
            page = [rows.get(row_id) for row_id in ids]
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page


def placed(value: int | str | None) -> tuple[bool, int | str]:
    """Return what a value is sorted by; nothing comes before everything, as in the file."""
    return (False, 0) if value is None else (True, value)
