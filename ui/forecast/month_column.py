"""A month of the forecast: its head and the deals that are expected in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.shapes.forecast import ForecastCard
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.row_delegate import Index
from ui.forecast.looks import (
    BETWEEN,
    GAP,
    DealLook,
    card_height,
    paint_deal,
    paint_ghost,
    paint_target,
)
from ui.forecast.month_head import MonthHead

LOOK = Qt.ItemDataRole.UserRole + 1
Role = Qt.ItemDataRole
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
LEAST = 200  # px of a column without the gap behind it
START = 4  # px the mouse goes before a card is taken
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


class DealDelegate(QStyledItemDelegate):
    """Paints a card, or the ghost of one that is carried."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.ring = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, card_height(self._kit.theme) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, look = self._kit.theme, index.data(LOOK)
        rect = QRectF(option.rect).adjusted(0, 0, 0, -GAP)
        rect.setWidth((option.widget.width() if option.widget else rect.width()) - BETWEEN)
        if not isinstance(look, DealLook):
            paint_ghost(painter, theme, rect)
            return
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        border = "accent-border" if chosen else "border-strong" if hover else "border"
        paint_deal(painter, theme, rect, look, border=border, ring=chosen and self.ring)


class MonthView(QListView):
    """The cards of a month; keys are the forecast's."""

    lifted = Signal(object, QPoint)  # ForecastCard, where in the card it is held
    opened = Signal(object)  # ForecastCard

    def __init__(self, kit: Kit, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = model
        self.painted = DealDelegate(kit, self)
        self._pressed: tuple[ForecastCard, QPoint, QPoint] | None = None
        self.setModel(model)
        self.setItemDelegate(self.painted)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setAutoScroll(False)
        # Single letters are commands here; an input method would keep them to itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setProperty("clear", "true")
        self.viewport().setAutoFillBackground(False)
        kit.theme.changed.connect(self.doItemsLayout)

    @property
    def row(self) -> ForecastCard | None:
        """The deal that is chosen."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        inside = chosen and index.row() < len(self.cards.rows)
        return self.cards.rows[index.row()] if inside else None

    def choose(self, line: int) -> bool:
        """Choose the card on a line, or the last one; tell whether there is one."""
        if not self.cards.rows:
            return False
        index = self.cards.index(min(max(0, line), len(self.cards.rows) - 1))
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.scrollTo(index)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index, self._pressed = self.indexAt(at), None
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            corner = self.visualRect(index).topLeft()
            self._pressed = self.cards.rows[index.row()], at, at - corner

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseMoveEvent(event)
            return
        row, start, held = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= START:
            self._pressed = None
            self.lifted.emit(row, held)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.cards.rows[index.row()])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None:
            self.choose(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.ring = shows_ring(self)
        super().paintEvent(event)


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
