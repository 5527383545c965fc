"""A grid of rows of a file, in the look of the program."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.common.kit import Kit
from ui.common.painting import RING, box
from ui.common.text import draw_text

ROW_HEIGHT = 36
PADDING = 6
MEASURED = 40  # rows that decide how wide a column is
NARROWEST, WIDEST = 56, 240
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints cells on one baseline, whatever their script, and edits them in place."""

    def __init__(self, kit: Kit, grid: QTableView) -> None:
        super().__init__(grid)
        self._theme = kit.theme
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        rect = QRectF(option.rect)
        state = option.state
        fill = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(fill, (QColor, QBrush)):
            painter.fillRect(rect, fill)
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent-soft"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.colour("border"))
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        colour = ink if isinstance(ink, QColor) else theme.colour("text")
        words = rect.adjusted(PADDING, 0, -PADDING, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        draw_text(painter, words, text, theme.font("body", digits=True), colour)
        if index == self._grid.currentIndex() and self._grid.hasFocus():
            box(painter, rect, 4, border=theme.colour("focus"), width=RING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = self._theme.metrics("body", digits=True).horizontalAdvance(text)
        return QSize(ceil(width) + 2 * PADDING, self._theme.height(ROW_HEIGHT))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:  # fmt: skip
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(header))
        return editor


class Grid(QTableView):
    """A table one goes through with the arrows and leaves with Tab."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self.setItemDelegate(CellDelegate(kit, self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(MEASURED)
        kit.theme.changed.connect(self._fit_rows)
        self._fit_rows()

    def fit_columns(self) -> None:
        """Make each column as wide as what is in its first rows."""
        self.resizeColumnsToContents()
        for column in range(self.model().columnCount()):
            wide = self.columnWidth(column) + PADDING
            self.setColumnWidth(column, min(max(wide, NARROWEST), WIDEST))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.height(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(self._theme.height(ROW_HEIGHT, "caption", 20))
