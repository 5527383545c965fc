"""A table in the look of the design: whole rows, a floating scroll bar, keys for everything."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollBar,
    QTableView,
    QWidget,
)

from ui.common.drag_sign import sign
from ui.common.keyboard_focus import shows_ring
from ui.common.row_delegate import GAP, SIDE, RowDelegate
from ui.common.row_header import RowHeader, is_menu_key
from ui.common.theme import Theme
from ui.common.widgets.checkbox import SIDE as CHECK_SIDE

ROW = 44
ROW_COMPACT = 32
SCROLL_BAR = 10
MENU_LEFT = 64  # px from the left where the menu of a row opens by the keyboard
LEAST = 120  # px of the column that takes the rest


@dataclass(frozen=True, slots=True)
class RowColumn:
    """Width of a column's content in px; 0 takes what the others leave."""

    width: int
    sortable: bool = True


class RowTable(QTableView):
    """Shows a model that gives RowLooks under ROW_ROLE.

    Click, arrows and Shift select rows; a click on a check box or Space asks to check
    (`check_clicked`), Enter or a double click asks to open (`opened`) unless the cell can be
    edited, F2 edits; a right click, the Menu key or Shift+F10 asks for the menu of what is
    selected. The table itself checks and opens nothing.
    """

    check_clicked = Signal(int, bool)  # row, whether it extends from the last one (Shift)
    opened = Signal(int)  # row
    sort_chosen = Signal(int, Qt.SortOrder)  # column
    menu_asked = Signal(QPoint)  # where on the screen; for the rows that are selected

    def __init__(self, theme: Theme, *, checks: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checks = checks
        self._compact = False
        self._scale = theme.text_scale
        self._stretched = -1  # the column that takes the rest
        self._delegate = RowDelegate(theme, self)
        self._header = RowHeader(theme, self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Single letters are commands here; an input method would keep them to itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if checks:
            self._header.set_checked(Qt.CheckState.Unchecked)
        self._tie_scroll_bar()
        self._set_row_height()
        self._header.sort_chosen.connect(self.sort_chosen)
        self._header.sectionResized.connect(self._on_section_resized)
        theme.changed.connect(self._on_theme_changed)

    @property
    def header(self) -> RowHeader:
        """The header."""
        return self._header

    def set_columns(self, columns: Sequence[RowColumn]) -> None:
        """Set the widths once the model is in; with check boxes the first column is theirs."""
        header = self._header
        unsortable = []
        for section, column in enumerate(columns):
            if self._checks and section == 0:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(section, self.check_width)
            elif column.width:
                last = section == len(columns) - 1
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
                width = round((column.width + 2 * GAP) * self._scale)
                header.resizeSection(section, width + (SCROLL_BAR if last else 0))
            else:
                self._stretched = section
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
            if not column.sortable:
                unsortable.append(section)
        header.set_unsortable(*unsortable)
        self._keep_least()

    @property
    def check_width(self) -> int:
        """How wide the column of the check boxes is: as much room behind a box as before it."""
        return 2 * self._header.side + CHECK_SIDE - GAP

    def set_side(self, side: int = SIDE) -> None:
        """Let the check boxes stand that far from the left."""
        if side == self._header.side:
            return
        self._header.side = self._delegate.side = side
        if self._checks and self._header.count():
            self._header.resizeSection(0, self.check_width)
        self.viewport().update()

    def set_compact(self, *, compact: bool) -> None:
        """Take low rows or high ones."""
        self._compact = compact
        self._set_row_height()

    def set_all_checked(self, state: Qt.CheckState) -> None:
        """Show in the header whether none, some or all rows are checked."""
        self._header.set_checked(state)

    def selected_lines(self) -> list[range]:
        """Return the lines that are selected as ranges, from the top."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        tops = {part.top(): part.bottom() + 1 for part in parts}  # one per column of a row
        return [range(top, tops[top]) for top in sorted(tops)]

    def scroll_to_whole_row(self) -> None:
        """Move by less than a row, so that none is cut in two under the header."""
        bar, row = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        bar.setValue(round(bar.value() / row) * row)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._set_row_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note_ring()
        row = self.currentIndex().row()
        key = Qt.Key(event.key())
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and row >= 0 and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif not editing and row >= 0 and key == Qt.Key.Key_Space and self._checks:
            self.check_clicked.emit(row, False)  # noqa: FBT003
        elif not editing and row >= 0 and is_menu_key(event):
            self.menu_asked.emit(self._menu_place(row))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.menu_asked.emit(event.globalPos())

    def startDrag(self, actions: Qt.DropAction) -> None:
        rows = self.selectionModel().selectedRows()
        data = self.model().mimeData(rows)
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(sign(self._theme, data.text(), self.devicePixelRatioF()))
            drag.exec(actions)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._check_at(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.check_clicked.emit(row, shift)
            return
        super().mousePressEvent(event)
        self._note_ring()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._check_at(at) >= 0:
            self.check_clicked.emit(index.row(), False)  # noqa: FBT003
            return
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        super().mouseDoubleClickEvent(event)
        if index.isValid() and not editable:
            self.opened.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self._note_ring()
        self.viewport().update()  # the ring goes around whole rows, Qt repaints two cells

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None:
            first = self.model().index(0, 1 if self._checks else 0)
            self.selectionModel().setCurrentIndex(
                first, self.selectionModel().SelectionFlag.NoUpdate
            )
        self._note_ring()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._note_ring()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._note_ring()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = self.viewport().y()
        self._bar.setGeometry(self.width() - SCROLL_BAR, top, SCROLL_BAR, self.viewport().height())
        self._bar.raise_()
        self._keep_least()

    def _menu_place(self, row: int) -> QPoint:
        top = self.rowViewportPosition(row) + self.rowHeight(row)
        inside = max(0, min(top, self.viewport().height()))
        return self.viewport().mapToGlobal(QPoint(MENU_LEFT, inside))

    def _tie_scroll_bar(self) -> None:
        """Show the hidden bar's place in one that floats over the rows and takes no width."""
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._on_range_changed)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)
        self._bar.hide()

    def _on_range_changed(self, low: int, high: int) -> None:
        hidden = self.verticalScrollBar()
        self._bar.setRange(low, high)
        self._bar.setPageStep(hidden.pageStep())
        self._bar.setSingleStep(hidden.singleStep())
        self._bar.setValue(hidden.value())
        self._bar.setVisible(high > low)

    def _set_row_height(self) -> None:
        height = self._theme.height(ROW_COMPACT if self._compact else ROW)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    def _keep_least(self) -> None:
        """Give the column that takes the rest a least width, below which the table scrolls."""
        header, section = self._header, self._stretched
        if not 0 <= section < header.count():
            return
        others = [other for other in range(header.count()) if other != section]
        taken = sum(header.sectionSize(other) for other in others)  # 0 for a hidden one
        least = round(LEAST * self._scale)
        if self.viewport().width() - taken >= least:
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(section, least)

    def _check_at(self, at: QPoint) -> int:
        """Return the row whose check box is at that point of the viewport, or -1."""
        index = self.indexAt(at)
        inside = self._checks and index.isValid() and index.column() == 0
        return index.row() if inside else -1

    def _note_ring(self) -> None:
        self._delegate.ring = shows_ring(self)

    def _hover(self, row: int) -> None:
        old = self._delegate.hovered
        if row == old:
            return
        self._delegate.hovered = row
        for changed in (old, row):
            if changed >= 0:
                top, height = self.rowViewportPosition(changed), self.rowHeight(changed)
                self.viewport().update(0, top, self.viewport().width(), height)

    def _on_section_resized(self, section: int) -> None:
        if section != self._stretched:  # also when one is hidden or shown
            self._keep_least()

    def _on_theme_changed(self) -> None:
        self._set_row_height()
        grown = self._theme.text_scale / self._scale
        if grown == 1:
            return
        self._scale = self._theme.text_scale
        for section in range(self._header.count()):
            check = self._checks and section == 0
            mode = self._header.sectionResizeMode(section)
            fixed = mode == QHeaderView.ResizeMode.Interactive and section != self._stretched
            if not check and fixed:
                width = round(self._header.sectionSize(section) * grown)
                self._header.resizeSection(section, width)
        self._keep_least()
