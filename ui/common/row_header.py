"""The header of a table: names, the arrow of the sort order, and the box that checks all."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from ui.common.keyboard_focus import shows_ring
from ui.common.painting import ring
from ui.common.row_delegate import GAP, SIDE, last_visible
from ui.common.text import LEFT, RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.checkbox import SIDE as CHECK_SIDE
from ui.common.widgets.checkbox import paint_box

HEIGHT = 36
ARROW = 12
MARK = 2  # px of the line that shows where a column goes
AWAY = 48  # px above or below the header where a dragged column goes nowhere


class RowHeader(QHeaderView):
    """A header that is reached with Tab: arrows go from column to column, Space or Enter sorts.

    With a box for all rows, section 0 is that box and nothing else. Columns that `let_move` are
    dragged to another place: a mark shows where, and away from the header nothing is moved.
    """

    check_all_clicked = Signal()
    sort_chosen = Signal(int, Qt.SortOrder)
    menu_asked = Signal(int, QPoint)  # section, where on the screen
    dropped = Signal(int, int)  # section, the one it shall stand before; the count for the end

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.side = SIDE  # px left of the check box
        self._theme = theme
        self._checked: Qt.CheckState | None = None
        self._hovered = -1
        self._current = 0
        self._unsortable: frozenset[int] = frozenset()
        self._first_movable = -1
        self._pressed: tuple[int, int] | None = None  # section that may be dragged, from which x
        self._dragged = -1
        self._drop = -1  # the section it would stand before
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Column headers"))
        self._sorted = (self.sortIndicatorSection(), self.sortIndicatorOrder())
        self.sortIndicatorChanged.connect(self._on_indicator_changed)

    def set_checked(self, state: Qt.CheckState | None) -> None:
        """Show the box for all rows in that state; None: there is no such box."""
        self._checked = state
        self.viewport().update()

    def set_unsortable(self, *sections: int) -> None:
        """Say by which columns nothing can be sorted."""
        self._unsortable = frozenset(sections)

    def let_move(self, first: int) -> None:
        """Let the columns from that section on be dragged."""
        self._first_movable = first

    def show_sorted(self, section: int, *, descending: bool) -> None:
        """Show the arrow there without asking anybody to sort."""
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self._sorted = (section, down if descending else up)
        self.setSortIndicator(*self._sorted)

    def sizeHint(self) -> QSize:
        # Qt's own asks the model for each name to find a height that is fixed here.
        return QSize(self.length(), self._theme.height(HEIGHT, "caption", 20))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.colour("sunken"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("border"))
        place = QRectF(rect).adjusted(GAP, 0, -GAP, -1)
        if section == last_visible(self):
            place.setRight(place.right() - 10)
        if section == 0 and self._checked is not None:
            centre = QPointF(rect.left() + self.side + CHECK_SIDE / 2, place.center().y())
            paint_box(painter, theme, centre, self._checked)
        else:
            self._paint_name(painter, place, section)
        if section == self._dragged:
            painter.fillRect(rect, theme.colour("pressed"))
            self._paint_name(painter, place, section)
        self._paint_drop(painter, rect, section)
        if shows_ring(self) and section == self._current:
            ring(painter, theme, QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        acts = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        key = Qt.Key(event.key())
        if key in steps:
            visual = self.visualIndex(self._current) + steps[key]
            if 0 <= visual < self.count():
                self._current = self.logicalIndex(visual)
            self.viewport().update()
        elif key in acts:
            self._act(self._current)
        elif is_menu_key(event):
            left = self.sectionViewportPosition(self._current)
            at = self.viewport().mapToGlobal(QPoint(left, self.height()))
            self.menu_asked.emit(self._current, at)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            section = self.logicalIndexAt(event.pos())
            self.menu_asked.emit(section, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        section = self.logicalIndexAt(at)
        resizes = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        movable = 0 <= self._first_movable <= section and not resizes
        if movable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = section, at.x()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is not None and self._drag_to(at):
            return
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, drop = self._dragged, self._drop
        self._pressed, self._dragged, self._drop = None, -1, -1
        if dragged >= 0:
            self.unsetCursor()
            self.setSectionsClickable(False)  # it was no click: nothing is sorted
            super().mouseReleaseEvent(event)
            self.setSectionsClickable(True)
            self.viewport().update()
            if drop >= 0:
                self.dropped.emit(dragged, drop)
            return
        section = self.logicalIndexAt(event.position().toPoint())
        if section == 0 and self._checked is not None:
            self.check_all_clicked.emit()
            return
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Column headers"))

    def sorts_by(self, section: int) -> bool:
        """Return whether rows can be sorted by that column."""
        return section not in self._unsortable and not (section == 0 and self._checked is not None)

    def _paint_name(self, painter: QPainter, rect: QRectF, section: int) -> None:
        theme = self._theme
        model = self.model()
        name = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        told = model.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        right = told is not None and bool(int(told) & int(RIGHT))
        sorted_by = self.isSortIndicatorShown() and section == self.sortIndicatorSection()
        strong = sorted_by
        ink = (
            "text"
            if sorted_by or (section == self._hovered and self.sorts_by(section))
            else "muted"
        )
        font = theme.font("caption", strong=strong)
        if not sorted_by:
            draw_text(painter, rect, name, font, theme.colour(ink), RIGHT if right else LEFT)
            return
        down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        arrow = "arrow-down" if down else "arrow-up"
        room = rect.adjusted(ARROW + 4 if right else 0, 0, 0 if right else -ARROW - 4, 0)
        width = draw_text(painter, room, name, font, theme.colour(ink), RIGHT if right else LEFT)
        left = rect.right() - width - ARROW - 4 if right else rect.left() + width + 4
        at = QPointF(left, rect.center().y() - ARROW / 2)
        theme.paint_icon(painter, at, arrow, ARROW, ink, 2.25)

    def _drag_to(self, at: QPoint) -> bool:
        """Follow the pointer once it has gone far enough; return whether it drags."""
        if self._pressed is None:
            return False
        section, start = self._pressed
        if self._dragged < 0 and abs(at.x() - start) < QApplication.startDragDistance():
            return False
        if self._dragged < 0:
            self._dragged = section
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        inside = -AWAY <= at.y() <= self.height() + AWAY
        self._drop = self._place_at(at.x()) if inside else -1
        self.viewport().update()
        return True

    def _place_at(self, x: int) -> int:
        for section in range(self._first_movable, self.count()):
            middle = self.sectionViewportPosition(section) + self.sectionSize(section) / 2
            if not self.isSectionHidden(section) and x < middle:
                return section
        return self.count()

    def _paint_drop(self, painter: QPainter, rect: QRect, section: int) -> None:
        mark = self._theme.colour("accent")
        if self._drop == section:
            painter.fillRect(QRect(rect.left(), rect.top(), MARK, rect.height()), mark)
        elif self._drop == self.count() and section == last_visible(self):
            left = rect.right() - MARK + 1
            painter.fillRect(QRect(left, rect.top(), MARK, rect.height()), mark)

    def _act(self, section: int) -> None:
        if section == 0 and self._checked is not None:
            self.check_all_clicked.emit()
        elif self.sorts_by(section):
            self._flip_sort(section)

    def _flip_sort(self, section: int) -> None:
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        same = section == self.sortIndicatorSection()
        self.setSortIndicator(section, down if same and self.sortIndicatorOrder() == up else up)

    def _on_indicator_changed(self, section: int, order: Qt.SortOrder) -> None:
        """Take back what a click on a column does that nothing can be sorted by."""
        if (section, order) == self._sorted:
            return
        if not self.sorts_by(section):
            self.setSortIndicator(*self._sorted)
            return
        self._sorted = (section, order)
        self.setSortIndicatorShown(True)
        self.sort_chosen.emit(section, order)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()


def is_menu_key(event: QKeyEvent) -> bool:
    """Tell whether a key asks for the context menu."""
    shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shift)
