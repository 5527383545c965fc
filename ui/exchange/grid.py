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
from ui.common.text import LEFT as LEFT_EDGE
from ui.common.text import RIGHT, draw_text

ROW_HEIGHT = 36
PADDING = 6
LEFT = 24  # px before the words of the first column, as before the title of the page
MEASURED = 40  # rows that decide how wide a column is
NARROWEST, WIDEST = 56, 300
RIGHT_EDGE = Qt.AlignmentFlag.AlignRight
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
        words = rect.adjusted(left_of(index.column()), 0, -PADDING, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        told = index.data(Qt.ItemDataRole.TextAlignmentRole)
        align = RIGHT if told is not None and int(told) & int(RIGHT_EDGE) else LEFT_EDGE
        draw_text(painter, words, text, theme.font("body", digits=True), colour, align)
        if index == self._grid.currentIndex() and self._grid.hasFocus():
            box(painter, rect, 4, border=theme.colour("focus"), width=RING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = self._theme.metrics("body", digits=True).horizontalAdvance(text)
        room = left_of(index.column()) + PADDING
        return QSize(ceil(width) + room, self._theme.height(ROW_HEIGHT))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:  # fmt: skip
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(header))
        return editor


def left_of(column: int) -> int:
    """Return how far from the left the words of a cell begin."""
    return PADDING if column else LEFT


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
        header.setObjectName("GridHead")
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

    def fit_height(self, most: int) -> None:
        """Be as high as its rows, up to so many."""
        rows = min(most, max(1, self.model().rowCount()))
        wide = sum(self.columnWidth(n) for n in range(self.model().columnCount() - 1))
        bar = self.horizontalScrollBar().sizeHint().height() if wide >= self.width() else 0
        height = self.horizontalHeader().height() + bar
        self.setFixedHeight(height + rows * self.verticalHeader().defaultSectionSize())

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.height(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(self._theme.height(ROW_HEIGHT, "caption", 20))
