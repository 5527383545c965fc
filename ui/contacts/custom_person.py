"""Choosing the person a field points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.shapes.contacts import FoundContact
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.contacts.people_search import PeopleSearch

if TYPE_CHECKING:
    from app.services.contacts import ContactService

WIDTH = 440
FOUND_HEIGHT = 204


class PersonDialog(QDialog):
    """A search and who it finds; Enter or a click chooses, Clear takes the person off."""

    chosen = Signal(object)  # contact id, None for nobody

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        title: str,
        *,
        filled: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.setWindowTitle(title)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.people = PeopleSearch(kit, contacts, FOUND_HEIGHT)
        self.search, self.found = self.people.field, self.people.found
        self.clear_button = Button(theme, self.tr("Clear"), "ghost")
        self.clear_button.setVisible(filled)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.choose_button = Button(theme, self.tr("Choose"), "primary")
        self.choose_button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(theme, title, "title"))
        column.addWidget(self.people)
        buttons = (self.clear_button, None, self.cancel_button, self.choose_button)
        column.addLayout(row_of(*buttons))
        self.people.listed.connect(lambda count: self.choose_button.setEnabled(count > 0))
        self.people.chosen.connect(self._on_chosen)
        self.clear_button.clicked.connect(self._on_cleared)
        self.cancel_button.clicked.connect(self.reject)
        self.choose_button.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self.people.setFocus()

    def accept(self) -> None:
        """Hand over who is selected; an Enter that is quicker than the search waits for it."""
        self.people.enter()

    def _on_chosen(self, contact: FoundContact) -> None:
        self.chosen.emit(contact.id)
        super().accept()

    def _on_cleared(self) -> None:
        self.chosen.emit(None)
        super().accept()
