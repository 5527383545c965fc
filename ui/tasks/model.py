"""The list of tasks: sections, and under the open ones their tasks."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.shapes.tasks import SectionCount, TaskFilter, TaskRow
from ui.common.kit import Kit
from ui.common.row_delegate import Index
from ui.tasks.words import FOLDED, section_words, task_sentence

if TYPE_CHECKING:
    from app.services.task_lists import TaskListService

PAGE = 256
KEPT = 24  # pages
LINE = Qt.ItemDataRole.UserRole + 1
IS_SECTION = LINE + 1  # told without reading a task
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class SectionLine:
    """The line above the tasks of a section."""

    section: str
    name: str
    days: str
    count: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task, with the section it stands in."""

    row: TaskRow
    section: str


class TasksModel(QAbstractListModel):
    """Knows how many tasks each section has; rows come 256 at a time as the view paints them."""

    def __init__(self, kit: Kit, lists: TaskListService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._lists = lists
        self._wanted = TaskFilter()
        self._opened: dict[str, bool] = {}
        self._counts: Sequence[SectionCount] = ()
        self._starts: list[int] = []  # the line of each section
        self._length = 0
        self._pages: OrderedDict[tuple[str, int], list[TaskRow]] = OrderedDict()

    @property
    def counts(self) -> dict[str, int]:
        """How many tasks each section has that is shown."""
        return {told.section: told.count for told in self._counts}

    def show(self, wanted: TaskFilter, counts: Sequence[SectionCount]) -> None:
        """Show these sections; those with nothing in them are left out."""
        self.beginResetModel()
        self._wanted = wanted
        self._counts = [told for told in counts if told.count]
        self._pages.clear()
        self._lay()
        self.endResetModel()

    def is_open(self, section: str) -> bool:
        """Tell whether the tasks of a section are shown."""
        return self._opened.get(section, section not in FOLDED)

    def fold(self, section: str, *, opened: bool) -> None:
        """Show or hide the tasks of a section."""
        if opened == self.is_open(section):
            return
        line = self.section_line(section)
        count = self.counts.get(section, 0)
        if line is None:
            self._opened[section] = opened
            return
        if opened:
            self.beginInsertRows(QModelIndex(), line + 1, line + count)
        else:
            self.beginRemoveRows(QModelIndex(), line + 1, line + count)
        self._opened[section] = opened
        self._lay()
        self.endInsertRows() if opened else self.endRemoveRows()
        self.dataChanged.emit(self.index(line), self.index(line))

    def section_line(self, section: str) -> int | None:
        """Return the line a section's name is on."""
        for told, start in zip(self._counts, self._starts, strict=True):
            if told.section == section:
                return start
        return None

    def task_at(self, line: int) -> TaskRow | None:
        """Return the task on a line; None on a section's own, or if it has gone meanwhile."""
        found = self._line(line)
        return found.row if isinstance(found, TaskLine) else None

    def section_at(self, line: int) -> str:
        """Return the section a line belongs to."""
        return self._counts[bisect_right(self._starts, line) - 1].section if self._counts else ""

    def is_section(self, line: int) -> bool:
        """Tell whether a line is a section's own."""
        return line in self._starts

    def line_of(self, task_id: int) -> int | None:
        """Return the line a task is on, of those that have been read."""
        for (section, number), page in self._pages.items():
            for place, row in enumerate(page):
                start = self.section_line(section)
                if row.id == task_id and start is not None and self.is_open(section):
                    return start + 1 + number * PAGE + place
        return None

    def read_all(self) -> None:
        """Read the first tasks of every open section, so that `line_of` knows them."""
        for told in self._counts:
            if self.is_open(told.section):
                self._page(told.section, 0)

    def rows_read(self) -> list[TaskRow]:
        """Return the tasks that have been read, in the order of the list."""
        self.read_all()
        return [row for page in self._pages.values() for row in page]

    def refresh(self, ids: Collection[int]) -> None:
        """Read these tasks again where they stand."""
        for (section, number), page in self._pages.items():
            places = [place for place, row in enumerate(page) if row.id in ids]
            if not places:
                continue
            fresh = self._lists.rows([page[place].id for place in places])
            start = self.section_line(section)
            for place in places:
                page[place] = fresh.get(page[place].id, page[place])
                if start is not None and self.is_open(section):
                    at = self.index(start + 1 + number * PAGE + place)
                    self.dataChanged.emit(at, at)

    def repaint_all(self) -> None:
        """Have every line painted again, as after a change of language."""
        if self._length:
            self.dataChanged.emit(self.index(0), self.index(self._length - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._length

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role == IS_SECTION:
            return self.is_section(index.row())
        line = self._line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._sentence(line)
        if role == Role.ToolTipRole and isinstance(line, TaskLine):
            return line.row.result or line.row.title
        return None

    def _sentence(self, line: SectionLine | TaskLine) -> str:
        if isinstance(line, TaskLine):
            return task_sentence(line.row, self._kit)
        return f"{line.name}, {line.count}"

    def _line(self, line: int) -> SectionLine | TaskLine | None:
        if not 0 <= line < self._length:
            return None
        number = bisect_right(self._starts, line) - 1
        told, start = self._counts[number], self._starts[number]
        if line == start:
            name, days = section_words(told.section, self._kit)
            return SectionLine(told.section, name, days, told.count, self.is_open(told.section))
        page, place = divmod(line - start - 1, PAGE)
        rows = self._page(told.section, page)
        return TaskLine(rows[place], told.section) if place < len(rows) else None

    def _page(self, section: str, number: int) -> list[TaskRow]:
        key = (section, number)
        if key not in self._pages:
            self._pages[key] = self._lists.page(
                section, self._wanted, offset=number * PAGE, limit=PAGE
            )
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return self._pages[key]

    def _lay(self) -> None:
        """Note where each section begins."""
        lengths = [1 + (told.count if self.is_open(told.section) else 0) for told in self._counts]
        ends = list(accumulate(lengths))
        self._starts = [0, *ends[:-1]] if ends else []
        self._length = ends[-1] if ends else 0
