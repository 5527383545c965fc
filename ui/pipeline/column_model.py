"""The deals of one stage as a list, with the place in it one is being carried to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.shapes.deals import DealCard
from ui.common.row_delegate import Index
from ui.pipeline.card import CardLook

LOOK = Qt.ItemDataRole.UserRole + 1
Role = Qt.ItemDataRole


class Place(Enum):
    """What a line shows that is no card."""

    SLOT = "slot"  # a card would go here
    GHOST = "ghost"  # a card was taken from here


class ColumnModel(QAbstractListModel):
    """Knows every deal of its stage; how one looks is asked when it is painted."""

    def __init__(self, look: Callable[[DealCard], CardLook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[DealCard] = []
        self._looks: dict[int, CardLook] = {}
        self._slot: int | None = None
        self._ghost: int | None = None

    @property
    def rows(self) -> Sequence[DealCard]:
        """The deals, in order."""
        return self._rows

    @property
    def slot(self) -> int | None:
        """The line a card would go to."""
        return self._slot

    def show(self, rows: Sequence[DealCard]) -> None:
        """Show these deals."""
        self.beginResetModel()
        self._rows, self._slot, self._ghost = list(rows), None, None
        self._looks.clear()
        self.endResetModel()

    def repaint_all(self) -> None:
        """Have every card painted again, as after a change of language."""
        self._looks.clear()
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def open_slot(self, line: int | None) -> None:
        """Keep a place free at that line of the deals; None closes it."""
        if line == self._slot:
            return
        if self._slot is not None:
            self.beginRemoveRows(QModelIndex(), self._slot, self._slot)
            self._slot = None
            self.endRemoveRows()
        if line is not None:
            line = min(line, len(self._rows))
            self.beginInsertRows(QModelIndex(), line, line)
            self._slot = line
            self.endInsertRows()

    def take(self, deal_id: int | None) -> None:
        """Show a ghost in the place of a deal that is being carried; None shows all again."""
        touched = [found for found in (self._ghost, deal_id) if found is not None]
        self._ghost = deal_id
        for each in touched:
            line = self.line_of(each)
            if line is not None:
                self.dataChanged.emit(self.index(line), self.index(line))

    def insert(self, row: DealCard, line: int) -> None:
        """Put a deal in, where the slot was or at a line."""
        self.open_slot(None)
        line = min(line, len(self._rows))
        self.beginInsertRows(QModelIndex(), line, line)
        self._rows.insert(line, row)
        self._looks.pop(row.id, None)
        self.endInsertRows()

    def remove(self, deal_id: int) -> None:
        """Take a deal out."""
        self.open_slot(None)
        place = self.place_of(deal_id)
        if place is not None:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()
        if self._ghost == deal_id:
            self._ghost = None

    def place_of(self, deal_id: int) -> int | None:
        """Return the place of a deal among those of the stage."""
        return next((at for at, row in enumerate(self._rows) if row.id == deal_id), None)

    def line_of(self, deal_id: int) -> int | None:
        """Return the line a deal is on."""
        place = self.place_of(deal_id)
        if place is None or self._slot is None or place < self._slot:
            return place
        return place + 1

    def row_at(self, line: int) -> DealCard | None:
        """Return the deal on a line; None on the free place."""
        if self._slot is not None:
            if line == self._slot:
                return None
            line -= line > self._slot
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows) + (self._slot is not None)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role == LOOK and index.row() == self._slot:
            return Place.SLOT
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == LOOK:
            return Place.GHOST if row.id == self._ghost else self._look_of(row)
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._look_of(row).sentence
        if role == Role.ToolTipRole:
            return self._look_of(row).tip
        return None

    def _look_of(self, row: DealCard) -> CardLook:
        found = self._looks.get(row.id)
        if found is None:
            found = self._looks[row.id] = self._look(row)
        return found
