"""The pairs that wait for a verdict, the surest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.shapes.duplicates import DuplicatePair
from ui.common.kit import Kit
from ui.common.painting import box, disc, ring
from ui.common.row_delegate import Index
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.avatar import avatar_colour, initials, paint_avatar
from ui.duplicates.words import loudest_reason, percent, short_reason

PAIR_ROLE = Qt.ItemDataRole.UserRole + 1
HEIGHT = 56
WIDTH = 264
AVATAR = 24
OVERLAP = 20  # px from one avatar to the next
SHARE = 40  # px for the score
SIDE = 8  # px beside a line
Key = Qt.Key
MOVES = (Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown)


class QueueModel(QAbstractListModel):
    """Pairs and the names of both."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.pairs: list[DuplicatePair] = []
        self.names: dict[int, tuple[str, str]] = {}  # id -> kind, name

    def show(self, pairs: Sequence[DuplicatePair], names: Mapping[int, tuple[str, str]]) -> None:
        """Show these pairs instead."""
        self.beginResetModel()
        self.pairs, self.names = list(pairs), dict(names)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.pairs):
            return None
        pair = self.pairs[index.row()]
        if role == PAIR_ROLE:
            return pair
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(pair.a_id)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            names = (self.name(pair.a_id), self.name(pair.b_id))
            return ", ".join([*names, percent(pair.score), short_reason(self._kit, pair)])
        return None

    def name(self, contact_id: int) -> str:
        """Return the name of one of the contacts."""
        return self.names.get(contact_id, ("person", ""))[1]

    def kind(self, contact_id: int) -> str:
        """Return whether it is a person, a company or a household."""
        return self.names.get(contact_id, ("person", ""))[0]


class QueueDelegate(QStyledItemDelegate):
    """Paints two avatars, the name, why, and how sure."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH - 2 * SIDE, self._kit.theme.height(HEIGHT, space=36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair, model, theme = index.data(PAIR_ROLE), index.model(), self._kit.theme
        if pair is None or not isinstance(model, QueueModel):
            return
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            box(painter, rect, 6, theme.colour("accent-soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, 6, theme.colour("hover"))
        middle = rect.center().y()
        for place, contact_id in ((0, pair.a_id), (1, pair.b_id)):
            at = QPointF(rect.left() + 10 + place * OVERLAP, middle)
            company = model.kind(contact_id) == "company"
            colour, name = avatar_colour(contact_id), model.name(contact_id)
            under = QRectF(at.x() - 2, middle - AVATAR / 2 - 2, AVATAR + 4, AVATAR + 4)
            if place and not company:
                disc(painter, under, theme.colour("surface"))
            mark = initials(name, company=company, size=20)
            paint_avatar(painter, theme, at, mark, colour, AVATAR, company=company)
        line = theme.line("body")
        room = SHARE * theme.text_scale
        left = rect.left() + 10 + OVERLAP + AVATAR + 10
        top = QRectF(left, middle - line, rect.right() - left - room - 12, line)
        draw_text(painter, top, model.name(pair.a_id), theme.font("strong"), theme.colour("text"))
        below = QRectF(left, middle, rect.right() - left - room, line)
        muted = theme.colour("text-2")
        words = short_reason(self._kit, pair)
        if theme.metrics("caption").horizontalAdvance(words) > below.width():
            words = loudest_reason(self._kit, pair)
        draw_text(painter, below, words, theme.font("caption"), muted)
        share = QRectF(rect.right() - room - 10, middle - line / 2, room, line)
        font = theme.font("body", digits=True)
        draw_text(painter, share, percent(pair.score), font, muted, RIGHT)
        view = option.widget
        if state & QStyle.StateFlag.State_HasFocus and view is not None and view.property("kbd"):
            ring(painter, theme, rect)
        painter.restore()


class Queue(QListView):
    """The list at the left; its letters are the page's."""

    def __init__(self, kit: Kit, model: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("DuplicateQueue")
        self.setModel(model)
        self.setItemDelegate(QueueDelegate(kit, self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(SIDE, SIDE, SIDE, SIDE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setFixedWidth(WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters and arrows to the side are the page's

    def choose(self, line: int, *, centred: bool = False) -> None:
        """Select a line, the last one if there are fewer; `centred` in the middle of the list."""
        last = self.model().rowCount() - 1
        index = self.model().index(min(line, last), 0) if last >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if centred:
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
