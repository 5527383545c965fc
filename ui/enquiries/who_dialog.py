"""Who an enquiry is from: somebody who is known, or a new person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.shapes.contacts import FoundContact
from app.shapes.enquiries import EnquiryRow
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.typed_search import TypedSearch
from ui.common.widgets.button import Button
from ui.common.widgets.found_list import FoundList
from ui.common.widgets.label import Label
from ui.common.widgets.search_field import SearchField

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk

MOST = 8
HEIGHT = 208  # px of the list


class WhoDialog(FormDialog):
    """Enter links whoever is selected; with nobody found it makes a new person of what is told."""

    def __init__(
        self, kit: Kit, desk: EnquiryDesk, row: EnquiryRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._desk = desk
        self._row = row
        self._makes_new = False
        told = " · ".join(part for part in (row.name, row.phone, row.email) if part)
        self.told = Label(theme, told, colour="text-2", digits=True)
        self.search = SearchField(theme, self.tr("Name, initials or last four digits"), size=32)
        self.found = FoundList(theme)
        self.found.setAccessibleName(self.tr("Contacts found"))
        self.found.setFixedHeight(theme.height(HEIGHT))
        self.new_button = Button(theme, self.tr("New person"), icon="user-round-plus")
        self._buttons.insertWidget(0, self.new_button)
        for part in (self.told, self.search, self.found):
            self.body.addWidget(part)
        self.set_words(self.tr("Who is it?"), self.tr("This is who"))
        self._typed = TypedSearch(kit, self.search, self._find)
        self._typed.answered.connect(self._show)
        self._typed.entered.connect(self.accept)
        self.search.moved.connect(self.found.step)
        self.found.chosen.connect(lambda _contact: self.accept())
        self.new_button.clicked.connect(self._make_new)
        self.save_button.setAutoDefault(False)
        self.save_button.setDefault(False)  # Enter waits for what is being looked for
        self._show(())
        job = kit.runner.read(lambda _ticket: self._likely(), quiet=True)
        job.succeeded.connect(self._on_likely)
        self.search.setFocus()

    def job(self) -> Callable[[], object] | None:
        """Return what says who it is."""
        enquiries, enquiry_id = self._desk.enquiries, self._row.id
        contact = self.found.current()
        if contact is not None and not self._makes_new:
            chosen = contact.id
            return lambda: enquiries.link(enquiry_id, chosen)
        name = self.search.text().strip()
        if not name and not self._row.who:
            self.refuse(self.tr("Type a name"), self.search)
            return None
        return lambda: enquiries.make_contact(enquiry_id, name)

    def _make_new(self) -> None:
        self._makes_new = True
        self.accept()
        self._makes_new = False

    def _likely(self) -> Sequence[FoundContact]:
        matches = self._desk.enquiries.matches(self._row.id)
        return [FoundContact(m.contact_id, m.name, (), m.why, m.kind) for m in matches]

    def _find(self, text: str) -> Sequence[FoundContact]:
        if not text.strip():
            return self._likely()
        return self._desk.contacts.find(text.strip(), limit=MOST).contacts

    def _on_likely(self, found: Sequence[FoundContact]) -> None:
        if not self.search.text():
            self._show(found)

    def _show(self, found: Sequence[FoundContact]) -> None:
        self.found.show_found(found)
        if not found:
            self.found.show_nobody(self.tr("Nobody fits that. Enter makes a new person."))
        self.save_button.set_text(self.tr("This is who") if found else self.tr("New person"))
        self.save_button.updateGeometry()
        self.new_button.setVisible(bool(found))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
