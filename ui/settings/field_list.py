"""The shop's own fields below each other: moved by dragging or by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.shapes.custom_fields import FieldRow
from ui.common.field_kinds import ICONS, kind_name
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme

SPACE = 8  # px above and below the two lines together
MOST = 9  # lines seen at once; more are scrolled to
FIELD = Qt.ItemDataRole.UserRole + 1
WORDS = Qt.ItemDataRole.UserRole + 2  # what is said below the name
COUNT = Qt.ItemDataRole.UserRole + 3
ICON = 16
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def line_height(theme: Theme) -> int:
    """Return how high a field is, with what is said below its name."""
    return theme.line("body") + theme.line("caption") + SPACE


class FieldList(QListWidget):
    """One line per field; Enter changes it, Alt+Up and Alt+Down move it, Delete retires it."""

    change_asked = Signal(object)  # FieldRow
    retire_asked = Signal(object)  # FieldRow
    moved = Signal(object)  # the ids in their new order

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("clear", "true")
        self.setItemDelegate(FieldDelegate(kit, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemDoubleClicked.connect(lambda _item: self._ask_change())

    def show_fields(self, fields: Sequence[FieldRow], counts: Mapping[int, int]) -> None:
        """Show these fields; the one that was chosen stays chosen."""
        chosen = self.field()
        place = self.currentRow()
        self.clear()
        for field in fields:
            self.addItem(self._item(field, counts.get(field.id, 0)))
        ids = [field.id for field in fields]
        if chosen is not None and chosen.id in ids:
            place = ids.index(chosen.id)
        if ids:
            self.setCurrentRow(min(max(0, place), len(ids) - 1))
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())

    def field(self) -> FieldRow | None:
        """Return the field that is chosen."""
        item = self.currentItem()
        found = item.data(FIELD) if item is not None else None
        return found if isinstance(found, FieldRow) else None

    def ids(self) -> list[int]:
        """Return the fields from the top."""
        return [self.item(line).data(FIELD).id for line in range(self.count())]

    def step(self, rows: int) -> None:
        """Move the chosen field that many lines down."""
        place = self.currentRow()
        to = place + rows
        if place < 0 or not 0 <= to < self.count():
            return
        self.insertItem(to, self.takeItem(place))
        self.setCurrentRow(to)
        self.moved.emit(self.ids())

    def sizeHint(self) -> QSize:
        lines = min(max(1, self.count()), MOST)
        return QSize(200, lines * line_height(self._kit.theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in STEPS:
            self.step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._ask_change()
        elif key == Qt.Key.Key_Delete and (field := self.field()) is not None:
            self.retire_asked.emit(field)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        before = self.ids()
        super().dropEvent(event)
        if self.ids() != before:
            self.moved.emit(self.ids())

    def _ask_change(self) -> None:
        if (field := self.field()) is not None:
            self.change_asked.emit(field)

    def _item(self, field: FieldRow, count: int) -> QListWidgetItem:
        language = self._kit.language.code
        parts = [kind_name(field.kind, language)]
        other = field.label("en" if language == "ko" else "ko")
        if other != field.label(language):
            parts.insert(0, other)
        if field.kind in ("choice", "choices"):
            offered = [choice.label(language) for choice in field.choices if not choice.retired]
            parts.append(self._kit.formats.listing(offered))
        if field.in_list:
            parts.append(self.tr("in the list"))
        if field.retired:
            parts.append(self.tr("no longer used"))
        words = "  ·  ".join(part for part in parts if part)
        contacts = self._kit.formats.count(count, self.tr("1 contact"), self.tr("{n} contacts"))
        item = QListWidgetItem(", ".join((field.label(language), *parts, contacts)))
        item.setData(FIELD, field)
        item.setData(WORDS, words)
        item.setData(COUNT, contacts)
        return item


class FieldDelegate(QStyledItemDelegate):
    """Icon of the kind, name, what else there is to say, how many contacts have it."""

    def __init__(self, kit: Kit, owner: FieldList) -> None:
        super().__init__(owner)
        self._kit = kit
        self._owner = owner

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        field, theme = index.data(FIELD), self._kit.theme
        if not isinstance(field, FieldRow):
            return
        painter.save()
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, rect, 6, theme.colour("accent-soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, 6, theme.colour("hover"))
        if chosen and self._owner.hasFocus():
            ring(painter, theme, rect)
        ink = "muted" if field.retired else "text"
        at = QPointF(rect.left() + 12, rect.center().y() - ICON / 2)
        drawn = "disabled" if field.retired else "muted"
        theme.paint_icon(painter, at, ICONS[field.kind], ICON, drawn)
        words = rect.adjusted(40, SPACE / 2 - 1, -12, 1 - SPACE / 2)
        font = theme.font("caption", digits=True)
        used = draw_text(painter, words, index.data(COUNT), font, theme.colour("muted"), RIGHT)
        words.setRight(words.right() - used - 12)
        under = theme.line("caption")
        upper = words.adjusted(0, 0, 0, -under)
        lower = words.adjusted(0, words.height() - under, 0, 0)
        name = field.label(self._kit.language.code)
        draw_text(painter, upper, name, theme.font("strong"), theme.colour(ink))
        draw_text(
            painter, lower, index.data(WORDS), theme.font("caption"), theme.colour("muted")
        )  # fmt: skip
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, line_height(self._kit.theme))
