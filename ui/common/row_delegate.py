"""Paints rows of a table as the design draws them: one look per row, cell by cell.

Model --ROW_ROLE--> RowLook (one cell per column) --> RowDelegate --> RowTable
"""

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.common.painting import RING
from ui.common.text import LEFT, RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import paint_avatar
from ui.common.widgets.checkbox import SIDE as CHECK_SIDE
from ui.common.widgets.checkbox import paint_box
from ui.common.widgets.pill import paint_pill
from ui.common.widgets.skeleton import paint_skeleton
from ui.common.widgets.tag import TagLook, paint_tags

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
GAP = 6  # px between the edge of a cell and what is in it
SIDE = 24  # px left of the check box
AVATAR = 28
AVATAR_COMPACT = 20
COMPACT = 40  # px; lower rows have no task icons and small avatars
BAR = 2  # px of the accent at the left of a selected row
EMPTY = "—"
ACTIVE = QStyle.StateFlag.State_Active
ICON = 14
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PersonCell:
    """Avatar and name of a contact; `colour` comes from avatar_colour(contact_id).

    A `hint` stands after the name, as what is going on with it.
    """

    name: str
    colour: int
    company: bool = False
    hint: str = ""

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`, in a low row if `compact`."""
        side = AVATAR_COMPACT if compact else AVATAR
        at = QPointF(rect.left(), rect.center().y())
        paint_avatar(painter, theme, at, self.name, self.colour, side, company=self.company)
        words = rect.adjusted(side + (8 if compact else 10), 0, 0, 0)
        if self.hint:
            room = theme.metrics("caption").horizontalAdvance(self.hint) + GAP
            words.setRight(words.right() - room)
        used = draw_text(painter, words, self.name, theme.font("strong"), theme.colour("text"))
        if self.hint:
            beside = rect.adjusted(words.left() + used + GAP - rect.left(), 0, 0, 0)
            draw_text(painter, beside, self.hint, theme.font("caption"), theme.colour("muted"))


@dataclass(frozen=True, slots=True)
class PillCell:
    """A tier or state."""

    text: str
    role: str
    icon: str = ""

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        at = QPointF(rect.left(), rect.center().y())
        paint_pill(painter, theme, at, self.text, self.role, self.icon)


@dataclass(frozen=True, slots=True)
class TagsCell:
    """Tags, as many as fit, then +n."""

    tags: tuple[TagLook, ...]

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        paint_tags(painter, theme, rect, self.tags)


@dataclass(frozen=True, slots=True)
class TextCell:
    """Text, date or money in the colour of a token; an empty text shows a dash.

    `digits`: of one width, for dates and numbers. `right`: at the right edge. An icon is left
    out in compact rows.
    """

    text: str
    colour: str = "text-2"
    icon: str = ""
    icon_colour: str = "muted"
    right: bool = False
    digits: bool = False
    strong: bool = False

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        if self.icon and self.text and not compact:
            at = QPointF(rect.left(), rect.center().y() - ICON / 2)
            theme.paint_icon(painter, at, self.icon, ICON, self.icon_colour)
            rect = rect.adjusted(ICON + 6, 0, 0, 0)
        font = theme.font("body", strong=self.strong, digits=self.digits)
        colour = theme.colour(self.colour if self.text else "muted")
        align = RIGHT if self.right else LEFT
        draw_text(painter, rect, self.text or EMPTY, font, colour, align)


class Cell(Protocol):
    """What can paint itself into a cell of a row; a page may bring its own."""

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`, the text in its vertical middle."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """A row: one cell per column of the model (None = nothing there) and whether it is checked.

    `checked` None: the row has no check box.
    """

    cells: tuple[Cell | None, ...]
    checked: bool | None = None
    enabled: bool = True
    sentence: str = field(default="", compare=False)  # for AccessibleTextRole


class RowDelegate(QStyledItemDelegate):
    """Paints the cells of a RowLook; a model that gives None gets a grey waiting row.

    The table tells it which row is under the pointer (`hovered`), whether the keyboard is at
    work (`ring`) and how far from its left the check boxes stand (`side`).
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.ring = False
        self.side = SIDE
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        look = index.data(ROW_ROLE)
        painter.save()
        view = option.widget
        if isinstance(view, QTableView):
            # Qt takes Active from a view without the focus, too; here only the window counts.
            state = state | ACTIVE if view.isActiveWindow() else state & ~ACTIVE
            last = last_visible(view.horizontalHeader())
        else:
            last = index.model().columnCount() - 1
        self._paint_ground(painter, rect, index, state, look)
        compact = rect.height() < COMPACT
        content = QRectF(rect).adjusted(GAP, 0, -GAP, -1)
        if index.column() == last:
            content.setRight(content.right() - 10)  # the scroll bar floats over these
        if look is None:
            if index.column() == 1:
                paint_skeleton(painter, self._theme, content, index.row())
        else:
            if index.column() == 0 and look.checked is not None:
                self._paint_check(painter, content, look)
            cell = look.cells[index.column()]
            if cell is not None:
                cell.paint(painter, self._theme, content, compact=compact)
        if self.ring and isinstance(view, QTableView) and view.currentIndex().row() == index.row():
            self._paint_ring(painter, rect, first=index.column() == 0, last=index.column() == last)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, 0)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setProperty("cell", "true")
            editor.setFrame(False)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = option.rect
        height = min(rect.height() - 4, self._theme.height(28))
        top = rect.top() + (rect.height() - 1 - height) // 2
        editor.setGeometry(rect.left(), top, rect.width() - GAP, height)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, only if it differs: leaving a field is not an edit."""
        shown = index.data(Qt.ItemDataRole.DisplayRole)
        if isinstance(editor, QLineEdit) and not editor.isModified() and editor.text() == shown:
            return
        super().setModelData(editor, model, index)

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        index: Index,
        state: QStyle.StateFlag,
        look: RowLook | None,
    ) -> None:
        theme = self._theme
        checked = look is not None and bool(look.checked)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        active = bool(state & ACTIVE)
        hovered = index.row() == self.hovered
        fill, line = "surface", "border"
        if checked or (selected and active):
            fill, line = ("accent-soft-hover" if hovered else "accent-soft"), "accent-border"
        elif selected:
            fill = "neutral-soft"
        elif hovered:
            fill = "hover"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(rect, theme.colour(fill))
        bottom = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(bottom, theme.colour(line))
        if selected and active and index.column() == 0:
            painter.fillRect(
                QRect(rect.left(), rect.top(), BAR, rect.height()), theme.colour("accent")
            )

    def _paint_check(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        left = rect.left() - GAP + self.side
        state = Qt.CheckState.Checked if look.checked else Qt.CheckState.Unchecked
        paint_box(painter, self._theme, QPointF(left + CHECK_SIDE / 2, rect.center().y()), state)

    def _paint_ring(self, painter: QPainter, rect: QRect, *, first: bool, last: bool) -> None:
        """Paint this cell's part of the ring around the whole row."""
        colour = self._theme.colour("focus")
        width = round(RING)
        rect = rect.adjusted(0, 0, 0, -1)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), width), colour)
        bottom = rect.bottom() - width + 1
        painter.fillRect(QRect(rect.left(), bottom, rect.width(), width), colour)
        if first:
            painter.fillRect(QRect(rect.left(), rect.top(), width, rect.height()), colour)
        if last:
            right = rect.right() - width + 1
            painter.fillRect(QRect(right, rect.top(), width, rect.height()), colour)


def last_visible(header: QHeaderView) -> int:
    """Return the number of the column at the right end of the table."""
    for place in range(header.count() - 1, -1, -1):
        section = header.logicalIndex(place)
        if not header.isSectionHidden(section):
            return section
    return -1
