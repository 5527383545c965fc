"""A search field that finds one contact: what it finds hangs below it, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.row_delegate import Index
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.shapes.contacts import FoundContact, FoundContacts

TYPING_PAUSE = 120  # ms without a keystroke before the search runs
MOST = 8
WIDTH = 320
ROW = 36
AVATAR = 24
CONTACT_ROLE = Qt.ItemDataRole.UserRole + 1


class FoundDelegate(QStyledItemDelegate):
    """Avatar, name and phone of a contact, or a line that says that there is none."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._theme.height(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, contact = self._theme, index.data(CONTACT_ROLE)
        fill = option.rect.toRectF().adjusted(4, 0, -4, 0)
        inner = fill.adjusted(8, 0, -8, 0)
        painter.save()
        if contact is None:
            draw_text(painter, inner, index.data(), theme.font("body"), theme.colour("muted"))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                box(painter, fill, 6, theme.colour("accent-soft"))
            at = inner.topLeft() + QPoint(0, round(inner.height() / 2))
            colour, company = avatar_colour(contact.id), contact.kind == "company"
            paint_avatar(painter, theme, at, contact.name, colour, AVATAR, company=company)
            words = inner.adjusted(AVATAR + 10, 0, 0, 0)
            font = theme.font("strong")
            used = draw_text(painter, words, contact.name, font, theme.colour("text"))
            rest = words.adjusted(used + 10, 0, 0, 0)
            font = theme.font("body", digits=True)
            phone = next(iter(contact.phones), "")
            draw_text(painter, rest, phone, font, theme.colour("muted"))
        painter.restore()


class ContactFinder(QObject):
    """Hangs a list below a search field of `host` while something is typed into it.

    Arrows and the mouse choose, Enter takes the chosen one, Esc empties the field.
    """

    chosen = Signal(object, str)  # id, name
    left = Signal()  # Enter or an arrow with nothing to choose from

    def __init__(self, kit: Kit, contacts: ContactService, host: QWidget) -> None:
        super().__init__(host)
        self.field = SearchField(kit.theme, "", key="/")
        self.list = QListView()
        self._kit = kit
        self._contacts = contacts
        self._host = host
        self._asked = ""
        self._enter_waits = False
        self._model = QStandardItemModel(self)
        self._box = QFrame(host)
        self._box.setObjectName("Popup")
        self._box.hide()
        self.list.setModel(self._model)
        self.list.setItemDelegate(FoundDelegate(kit.theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._search)
        self.field.typed.connect(self._on_typed)
        self.field.submitted.connect(self._on_enter)
        self.field.moved.connect(self._move)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._take)
        proxy = self.field.focusProxy()
        if proxy is not None:
            proxy.installEventFilter(self)
        self._dress()
        kit.theme.changed.connect(self._dress)

    @property
    def is_open(self) -> bool:
        """Whether there is a list to choose from."""
        return self._box.isVisible()

    def names(self) -> list[str]:
        """Return what the list says, from the top."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._box.hide()
        return False

    def _dress(self) -> None:
        colour = self._kit.theme.colour
        self._box.setStyleSheet(
            f"#Popup {{ background: {colour('raised').name()}; border-radius: 8px;"
            f" border: 1px solid {colour('border-strong').name()}; }}"
            "QListView { background: transparent; border: none; }"
        )

    def _on_typed(self, text: str) -> None:
        self._enter_waits = False
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._asked = ""
            self._box.hide()

    def _search(self) -> None:
        text = self._asked = self.field.text().strip()

        def task(_ticket: Ticket) -> FoundContacts:
            return self._contacts.find(text, limit=MOST)

        job = self._kit.runner.read(task)
        job.succeeded.connect(lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: FoundContacts) -> None:
        if text != self._asked:
            return  # somebody typed on meanwhile
        self._model.clear()
        for contact in found.contacts:
            self._model.appendRow(item_of(contact))
        if found.contacts:
            self.list.setCurrentIndex(self._model.index(0, 0))
        else:
            nobody = QStandardItem(self.tr("Nobody fits “{text}”").format(text=text))
            nobody.setEnabled(False)
            self._model.appendRow(nobody)
        if self._enter_waits:
            self._enter_waits = False
            self._take(self.list.currentIndex())
        else:
            self._open()

    def _open(self) -> None:
        at = self.field.mapTo(self._host, self.field.rect().bottomLeft() + QPoint(0, 5))
        height = self.list.sizeHintForRow(0) * self._model.rowCount() + 10
        self._box.setGeometry(at.x(), at.y(), WIDTH, height)
        self._box.show()
        self._box.raise_()
        self._tell()

    def _move(self, rows: int) -> None:
        if not self.is_open:
            self.left.emit()
            return
        row = self.list.currentIndex().row() + rows
        last = self._model.rowCount() - 1
        self.list.setCurrentIndex(self._model.index(max(0, min(row, last)), 0))
        self._tell()

    def _on_enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._enter_waits = True
            self._search()
        elif self.is_open:
            self._take(self.list.currentIndex())
        else:
            self.left.emit()

    def _take(self, index: QModelIndex) -> None:
        contact = index.data(CONTACT_ROLE) if index.isValid() else None
        if contact is not None:
            self._box.hide()
            self.field.clear()
            self.chosen.emit(contact.id, contact.name)

    def _tell(self) -> None:
        # The focus stays in the field, so the field tells what Enter would take.
        proxy = self.field.focusProxy()
        if proxy is not None:
            proxy.setAccessibleDescription(str(self.list.currentIndex().data() or ""))


def item_of(contact: FoundContact) -> QStandardItem:
    """Return a line of the list."""
    item = QStandardItem(", ".join([contact.name, *contact.phones[:1]]))
    item.setData(contact, CONTACT_ROLE)
    item.setEditable(False)
    return item
