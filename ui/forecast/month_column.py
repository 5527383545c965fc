"""A month of the forecast: its head and the deals that are expected in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.shapes.forecast import ForecastCard
from ui.common.card_list import CardList, CardPainter
from ui.common.card_looks import BETWEEN, GAP, paint_ghost
from ui.common.kit import Kit
from ui.common.row_delegate import Index
from ui.forecast.looks import DealLook, card_height, paint_deal, paint_target
from ui.forecast.month_head import MonthHead

LOOK = Qt.ItemDataRole.UserRole + 1
Role = Qt.ItemDataRole
LEAST = 200  # px of a column without the gap behind it
PAGE = 200  # deals read at a time
Read = Callable[[str, int, int], Sequence[ForecastCard]]


class MonthModel(QAbstractListModel):
    """The deals of a month, read page by page as they are scrolled to."""

    def __init__(
        self, read: Read, look: Callable[[ForecastCard], DealLook], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._look = look
        self.month = ""
        self.count = 0  # of all deals in it
        self.rows: list[ForecastCard] = []
        self.ghost: int | None = None

    def show(self, month: str, rows: Sequence[ForecastCard], count: int) -> None:
        """Show these deals, the first of so many."""
        self.beginResetModel()
        self.month, self.rows, self.count, self.ghost = month, list(rows), count, None
        self.endResetModel()

    def take(self, deal_id: int | None) -> None:
        """Show a ghost in the place of a deal that is being carried."""
        self.ghost = deal_id
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def line_of(self, deal_id: int) -> int | None:
        """Return the line of a deal."""
        return next((n for n, row in enumerate(self.rows) if row.deal_id == deal_id), None)

    def row_at(self, line: int) -> ForecastCard | None:
        """Return the deal on a line."""
        return self.rows[line] if 0 <= line < len(self.rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self.rows) < self.count

    def fetchMore(self, parent: Index) -> None:
        known = {row.deal_id for row in self.rows}
        found = self._read(self.month, len(self.rows), PAGE)
        more = [row for row in found if row.deal_id not in known]
        if not more:
            self.count = len(self.rows)
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(more) - 1)
        self.rows += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == LOOK:
            return None if row.deal_id == self.ghost else self._look(row)
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._look(row).sentence
        return row.title if role == Role.ToolTipRole else None


class DealDelegate(CardPainter):
    """Paints a card, or the ghost of one that is carried."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, card_height(self._kit.theme) + GAP)

    def card_rect(self, item: QRectF, width: int) -> QRectF:
        return QRectF(item.left(), item.top(), width - BETWEEN, item.height() - GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, look = self._kit.theme, index.data(LOOK)
        width = option.widget.width() if option.widget else option.rect.width()
        rect = self.card_rect(QRectF(option.rect), width)
        if not isinstance(look, DealLook):
            paint_ghost(painter, theme, rect)
            return
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        border = "accent-border" if chosen else "border-strong" if hover else "border"
        paint_deal(painter, theme, rect, look, border=border, ring=chosen and self.ring)


class MonthView(CardList):
    """The cards of a month; keys are the forecast's."""

    def __init__(self, kit: Kit, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, model, DealDelegate(kit), parent)
        self.cards = model

    @property
    def row(self) -> ForecastCard | None:
        """The deal that is chosen."""
        found: ForecastCard | None = self.chosen()
        return found


class MonthColumn(QWidget):
    """One column; `aim` shows that a card would go here."""

    def __init__(
        self,
        kit: Kit,
        read: Read,
        look: Callable[[ForecastCard], DealLook],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = ""
        self.cards = MonthModel(read, look, self)
        self.head = MonthHead(kit)
        self.view = MonthView(kit, self.cards)
        self._fit()
        kit.theme.changed.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)

    @property
    def month(self) -> str:
        """The month it shows."""
        return self.cards.month

    @property
    def is_aimed(self) -> bool:
        """Whether a card would go here."""
        return bool(self._words)

    def aim(self, words: str) -> None:
        """Show these words in the place of the cards; '' shows the cards."""
        if words != self._words:
            self._words = words
            self.view.viewport().setVisible(not words)
            self.update()

    def _fit(self) -> None:
        self.setMinimumWidth(round(LEAST * self._kit.theme.text_scale) + BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words:
            painter = QPainter(self)
            place = QRectF(self.view.geometry()).adjusted(0, 0, -BETWEEN, 0)
            paint_target(painter, self._kit.theme, place, self._words)
            painter.end()
