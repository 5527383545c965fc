"""A search for somebody in the book, and the list of who it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.contacts import FoundContacts
from ui.common.kit import Kit
from ui.common.typed_search import TypedSearch
from ui.common.widgets.found_list import FoundList
from ui.common.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.services.contacts import ContactService

MOST = 20


class PeopleSearch(QWidget):
    """A click or Enter chooses; the keys stay in the field."""

    listed = Signal(int)  # how many were found
    chosen = Signal(object)  # FoundContact
    nobody = Signal(str)  # Enter, and nobody fits what was typed

    def __init__(
        self, kit: Kit, contacts: ContactService, height: int, *, without: int = 0
    ) -> None:
        """`height` is that of the list in px; `without` is a contact who is not offered."""
        super().__init__()
        self._contacts = contacts
        self._without = without
        self.field = SearchField(kit.theme, "", size=32, quiet=False)
        self.field.set_placeholder(self.tr("Name, initials or last four digits"))
        self.found = FoundList(kit.theme)
        self.found.setAccessibleName(self.tr("Contacts found"))
        self.found.setFixedHeight(kit.theme.height(height))
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(self.found)
        self._search = TypedSearch(kit, self.field, self._find)
        self._search.answered.connect(self._on_found)
        self._search.entered.connect(self._on_entered)
        self.field.moved.connect(self.found.step)
        self.found.chosen.connect(self.chosen)

    def text(self) -> str:
        """Return what is typed."""
        return self.field.text().strip()

    def enter(self) -> None:
        """Do as Enter in the field does."""
        self._search.enter()

    def _find(self, text: str) -> FoundContacts:
        if not text.strip():
            return FoundContacts((), more=False)
        return self._contacts.find(text.strip(), limit=MOST)

    def _on_found(self, found: FoundContacts) -> None:
        others = [each for each in found.contacts if each.id != self._without]
        self.found.show_found(others)
        self.listed.emit(len(others))

    def _on_entered(self) -> None:
        if (contact := self.found.current()) is not None:
            self.chosen.emit(contact)
        elif self.text():
            self.nobody.emit(self.text())
