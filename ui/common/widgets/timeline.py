"""What happened with a customer, newest first: a dot with an icon on a line, and two lines."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.common.keyboard_focus import select_one, shows_ring
from ui.common.painting import box, disc, ring
from ui.common.text import RIGHT, Paragraph, TextLook, draw_text, plain
from ui.common.theme import Theme
from ui.common.widgets.label import escaped

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
DOT = 24
ICON = 14
TEXT_LEFT = 36
GAP = 14  # px below an item
LINES = 6  # of a long note


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event: an icon on the colour of its role, what, more about it, and when.

    `title` knows <b>; names put into it must go through html.escape. `text` is plain.
    """

    icon: str
    role: str
    title: str
    text: str
    when: str

    @property
    def sentence(self) -> str:
        """All of it, for AccessibleTextRole."""
        return ", ".join(part for part in (plain(self.title), self.text, self.when) if part)


class TimelineDelegate(QStyledItemDelegate):
    """Paints rows whose model gives a TimelineItem under ITEM_ROLE."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(ITEM_ROLE)
        if not isinstance(item, TimelineItem):
            return
        last = index.row() == index.model().rowCount() - 1
        painter.save()
        rect = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            back = rect.adjusted(-1, -4, 0, -GAP + 4)
            box(painter, back, 6, self._theme.colour("accent-soft"))
            if option.widget is not None and shows_ring(option.widget):
                ring(painter, self._theme, back)
        self._paint_item(painter, rect, item, last=last)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 240
        # The view makes each row as wide as itself; asking for the width would keep it that wide.
        return QSize(TEXT_LEFT, self.height(index.data(ITEM_ROLE), width))

    def height(self, item: object, width: float) -> int:
        """Return how high an item is in px at that width."""
        if not isinstance(item, TimelineItem):
            return 0
        text = self.text_height(item, width) if item.text else 0
        return round(max(DOT + 6, self._theme.line("body") + text) + GAP)

    def text_height(self, item: TimelineItem, width: float) -> float:
        """Return how high the text of an item is, with all that is around it."""
        return self.text(item, width).height

    def text(self, item: TimelineItem, width: float) -> Paragraph:
        """Return the text of an item as it is set."""
        theme = self._theme
        look = TextLook(theme.font("body"), theme.font("strong"), theme.line("body"))
        return Paragraph(escaped(item.text), look, max(1.0, width - TEXT_LEFT), most=LINES)

    def paint_text(self, painter: QPainter, head: QRectF, width: float, item: TimelineItem) -> None:
        """Paint the text of an item below its head."""
        colour = self._theme.colour("text-2")
        self.text(item, width).draw(painter, head.bottomLeft(), colour)

    def _paint_item(
        self, painter: QPainter, rect: QRectF, item: TimelineItem, *, last: bool
    ) -> None:
        theme = self._theme
        disc(painter, QRectF(rect.left(), rect.top(), DOT, DOT), theme.colour(f"{item.role}-soft"))
        corner = rect.topLeft() + QPointF((DOT - ICON) / 2, (DOT - ICON) / 2)
        ink = "accent-text" if item.role == "accent" else item.role
        theme.paint_icon(painter, corner, item.icon, ICON, ink)
        if not last:
            line = QRectF(rect.left() + DOT / 2, rect.top() + DOT + 3, 1, rect.height() - DOT - 5)
            painter.fillRect(line, theme.colour("border-strong"))
        height = theme.line("body")
        head = QRectF(rect.left() + TEXT_LEFT, rect.top() + 2, rect.width() - TEXT_LEFT, height)
        font = theme.font("caption", digits=True)
        used = draw_text(painter, head, item.when, font, theme.colour("muted"), RIGHT)
        look = TextLook(theme.font("body"), theme.font("strong"), height)
        title = Paragraph(item.title, look, max(1.0, head.width() - used - 12), most=1)
        title.draw(painter, head.topLeft(), theme.colour("text"))
        if item.text:
            self.paint_text(painter, head, rect.width(), item)


class Timeline(QListView):
    """A list of timeline items; arrows go from one to the next."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(TimelineDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        select_one(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # a narrower text is a higher one
