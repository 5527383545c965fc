"""Choosing the person a field points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.contacts import FoundContact, FoundContacts
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.search_field import SearchField
from ui.contacts.found_list import FoundList

if TYPE_CHECKING:
    from app.services.contacts import ContactService

WIDTH = 440
FOUND_HEIGHT = 204
MOST = 20
PAUSE = 60  # ms without a keystroke before the search runs


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
        self._kit = kit
        self._contacts = contacts
        self._enter_waits = False  # for the answer of the search
        self.setWindowTitle(title)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.search = SearchField(theme, "", size=32, quiet=False)
        self.search.set_placeholder(self.tr("Name, initials or last four digits"))
        self.found = FoundList(theme)
        self.found.setAccessibleName(self.tr("Contacts found"))
        self.found.setFixedHeight(theme.height(FOUND_HEIGHT))
        self.clear_button = Button(theme, self.tr("Clear"), "ghost")
        self.clear_button.setVisible(filled)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.choose_button = Button(theme, self.tr("Choose"), "primary")
        self.choose_button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(theme, title, "title"))
        column.addWidget(self.search)
        column.addWidget(self.found)
        column.addLayout(buttons)
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._search)
        self.search.typed.connect(lambda _text: self._typing.start())
        self.search.moved.connect(self.found.step)
        self.search.submitted.connect(self.accept)
        self.found.chosen.connect(self._on_chosen)
        self.clear_button.clicked.connect(self._on_cleared)
        self.cancel_button.clicked.connect(self.reject)
        self.choose_button.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self.search.setFocus()

    def accept(self) -> None:
        """Hand over who is selected; an Enter that is quicker than the search waits for it."""
        if self._typing.isActive():
            self._enter_waits = True
            self._typing.stop()
            self._search()
        elif (contact := self.found.current()) is not None:
            self._on_chosen(contact)

    def _search(self) -> None:
        text = self.search.text().strip()
        job = self._kit.runner.read(lambda _ticket: self._contacts.find(text, limit=MOST))
        job.succeeded.connect(self._on_found)

    def _on_found(self, found: FoundContacts) -> None:
        self.found.show_found(found.contacts)
        self.choose_button.setEnabled(bool(found.contacts))
        waits, self._enter_waits = self._enter_waits, False
        if waits and (contact := self.found.current()) is not None:
            self._on_chosen(contact)

    def _on_chosen(self, contact: FoundContact) -> None:
        self.chosen.emit(contact.id)
        super().accept()

    def _on_cleared(self) -> None:
        self.chosen.emit(None)
        super().accept()
