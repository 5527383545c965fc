"""A report as a table: each figure is a cell that leads to the rows behind it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.charts.words import cell_words, mark_words, value_words
from ui.common.keyboard_focus import shows_ring
from ui.common.painting import RING, box
from ui.common.text import LEFT, RIGHT, draw_text

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.common.kit import Kit

ROW, PADDING = 32, 6
LEAST, WIDEST = 64, 240
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class ReportModel(QAbstractTableModel):
    """The rows of a report and, last, their sum."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.report: Report | None = None

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.beginResetModel()
        self.report = report
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        if self.report is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.report.rows) + (self.report.total is not None)

    def columnCount(self, parent: Index | None = None) -> int:
        if self.report is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.report.columns)

    def is_total(self, row: int) -> bool:
        """Tell whether a row is the sum."""
        return self.report is not None and row >= len(self.report.rows)

    def opens(self, row: int, column: int) -> bool:
        """Tell whether a cell leads to the rows behind it."""
        report = self.report
        if report is None or self.is_total(row) or not report.columns[column].opens:
            return False
        return report.rows[row].values[column] not in (None, 0)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        report = self.report
        if report is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return self._words(report, row, column)
            case Role.TextAlignmentRole:
                return int(RIGHT if column_is_right(report, column) else LEFT)
            case Role.AccessibleTextRole:
                return self._sentence(report, row, column)
            case Role.ToolTipRole if not self.is_total(row):
                return report.rows[row].hint or None
        return None

    def _sentence(self, report: Report, row: int, column: int) -> str:
        if self.is_total(row):
            return f"{report.columns[column].title}: {self._words(report, row, column)}"
        return mark_words(report, row, column, self._kit.formats)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        report = self.report
        if report is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole and section < len(report.columns):
            return report.columns[section].title
        if role == Role.TextAlignmentRole:
            return int(RIGHT if column_is_right(report, section) else LEFT)
        return None

    def _words(self, report: Report, row: int, column: int) -> str:
        formats = self._kit.formats
        if not self.is_total(row):
            return cell_words(report, row, column, formats, short=False)
        value = report.total[column] if report.total is not None else None
        if value is None and column == report.chart.axis:
            return self.tr("Total")
        kind = report.columns[column].kind
        return value_words(value, kind, formats, report.currency)


class CellDelegate(QStyledItemDelegate):
    """Paints cells on one baseline, the sum in strong letters."""

    def __init__(self, kit: Kit, table: ReportTable) -> None:
        super().__init__(table)
        self._theme = kit.theme
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, model = self._theme, self._table.report_model
        rect = QRectF(option.rect)
        last = model.is_total(index.row())
        opens = model.opens(index.row(), index.column())
        hovered = self._table.hovered == (index.row(), index.column()) and opens
        painter.fillRect(rect, theme.colour("hover" if hovered else "surface"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.colour("border"))
        words = rect.adjusted(PADDING, 0, -PADDING, 0)
        align = RIGHT if int(index.data(Role.TextAlignmentRole) or 0) & int(RIGHT) else LEFT
        ink = "accent-text" if hovered else "text" if last or not index.column() else "text-2"
        font = theme.font("body", strong=last, digits=True)
        text = str(index.data(Role.DisplayRole) or "")
        draw_text(painter, words, text, font, theme.colour(ink), align)
        if index == self._table.currentIndex() and shows_ring(self._table):
            box(painter, rect, 4, border=theme.colour("focus"), width=RING)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        strong = self._table.report_model.is_total(index.row())
        text = str(index.data(Role.DisplayRole) or "")
        width = self._theme.metrics("body", strong=strong, digits=True).horizontalAdvance(text)
        wide = ceil(width) + 2 * PADDING + 2
        return QSize(min(max(wide, LEAST), WIDEST), self._theme.height(ROW))


class ReportTable(QTableView):
    """Arrows go from cell to cell; Enter or a click opens what is behind a figure."""

    picked = Signal(object, object)  # mark, key of the column

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.hovered = (-1, -1)
        self.report_model = ReportModel(kit, self)
        self.setModel(self.report_model)
        self.setItemDelegate(CellDelegate(kit, self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(kit.theme.height(ROW))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        kit.theme.changed.connect(self._fit)
        kit.language.changed.connect(self._fit)

    @property
    def report(self) -> Report | None:
        """What is shown."""
        return self.report_model.report

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.report_model.show_report(report)
        self.setAccessibleName(". ".join(filter(None, (report.title, report.says))))
        self.setAccessibleDescription(report.about)
        self._fit()

    def content_height(self) -> int:
        """Return the height all rows take."""
        rows = self.report_model.rowCount()
        return self.horizontalHeader().sizeHint().height() + rows * self._kit.theme.height(ROW) + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.hovered = (index.row(), index.column())
        opens = index.isValid() and self.report_model.opens(index.row(), index.column())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered = (-1, -1)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _open(self, index: QModelIndex) -> None:
        report = self.report
        if report is None or not index.isValid():
            return
        if self.report_model.opens(index.row(), index.column()):
            self.picked.emit(report.rows[index.row()].mark, report.columns[index.column()].key)

    def _fit(self) -> None:
        """Give each column what its words need, and the first what is left."""
        header, count = self.horizontalHeader(), self.report_model.columnCount()
        if not count:
            return
        self.verticalHeader().setDefaultSectionSize(self._kit.theme.height(ROW))
        caption = self._kit.theme.metrics("caption")
        used = 0
        for column in range(count):
            title = str(self.report_model.headerData(column, Qt.Orientation.Horizontal) or "")
            wide = max(
                self.sizeHintForColumn(column),
                ceil(caption.horizontalAdvance(title)) + 2 * PADDING + 4,
            )
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, wide)
            used += wide if column else 0
        rest = self.viewport().width() - used
        header.resizeSection(0, max(rest, header.sectionSize(0)))


def column_is_right(report: Report, column: int) -> bool:
    """Tell whether figures of a column stand at the right."""
    return report.columns[column].kind not in ("text", "date")
