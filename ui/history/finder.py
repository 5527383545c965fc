"""A search field that finds one contact: what it finds hangs below it, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.shapes.contacts import FoundContact, FoundContacts
from ui.common.kit import Kit
from ui.common.typed_search import TypedSearch
from ui.common.widgets.found_list import FoundList
from ui.common.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.services.contacts import ContactService

MOST = 8
WIDTH = 320


class ContactFinder(QObject):
    """Hangs a list below a search field of `host` while something is typed into it.

    Arrows and the mouse choose, Enter takes the chosen one, Esc empties the field.
    """

    chosen = Signal(object, str)  # id, name
    left = Signal()  # Enter or an arrow with nothing to choose from

    def __init__(self, kit: Kit, contacts: ContactService, host: QWidget) -> None:
        super().__init__(host)
        self.field = SearchField(kit.theme, "", key="/")
        self.list = FoundList(kit.theme)
        self._kit = kit
        self._contacts = contacts
        self._host = host
        self._box = QFrame(host)
        self._box.setObjectName("Popup")
        self._box.hide()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)
        self._search = TypedSearch(kit, self.field, self._find)
        self._search.answered.connect(self._on_found)
        self._search.entered.connect(self._on_entered)
        self.field.typed.connect(self._on_typed)
        self.field.moved.connect(self._move)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.chosen.connect(self._take)
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
        return [self.list.item(row).text() for row in range(self.list.count())]

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
        if not text.strip():
            self._search.forget()
            self._box.hide()

    def _find(self, text: str) -> FoundContacts:
        return self._contacts.find(text.strip(), limit=MOST)

    def _on_found(self, found: FoundContacts) -> None:
        if found.contacts:
            self.list.show_found(found.contacts)
        else:
            text = self.field.text().strip()
            self.list.show_nobody(self.tr("Nobody fits “{text}”").format(text=text))
        self._open()

    def _open(self) -> None:
        at = self.field.mapTo(self._host, self.field.rect().bottomLeft() + QPoint(0, 5))
        height = self.list.sizeHintForRow(0) * self.list.count() + 10
        self._box.setGeometry(at.x(), at.y(), WIDTH, height)
        self._box.show()
        self._box.raise_()
        self._tell()

    def _move(self, rows: int) -> None:
        if not self.is_open:
            self.left.emit()
            return
        self.list.step(rows)
        self._tell()

    def _on_entered(self) -> None:
        if not self.is_open:
            self.left.emit()
        elif (contact := self.list.current()) is not None:
            self._take(contact)

    def _take(self, contact: FoundContact) -> None:
        self._box.hide()
        self.field.clear()
        self.chosen.emit(contact.id, contact.name)

    def _tell(self) -> None:
        # The focus stays in the field, so the field tells what Enter would take.
        proxy = self.field.focusProxy()
        if proxy is not None:
            proxy.setAccessibleDescription(str(self.list.currentIndex().data() or ""))
