"""The field for whose deal it is: somebody known, or a new person by name and phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.contacts import ContactForm
from ui.common.kit import Kit
from ui.common.widgets.contact_field import ContactField
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.contacts import ContactService

PHONE = re.compile(r"[+\d][\d\s().-]{5,}$")  # behind a name


class PersonField(QWidget):
    """Says below the line that somebody who is not known will be added with the deal."""

    def __init__(self, kit: Kit, contacts: ContactService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ContactField(kit, contacts)
        self.hint = Label(kit.theme, "", "caption", "text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.hint)
        self.hint.hide()
        self.setFocusProxy(self.line)
        self.line.settled.connect(self._fit)
        self.line.textEdited.connect(lambda _text: self.hint.hide())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @property
    def contact_id(self) -> int | None:
        """Who was chosen."""
        return self.line.contact_id

    def show_contact(self, contact_id: int, name: str = "") -> None:
        """Show somebody who is known."""
        self.line.show_contact(contact_id, name)
        self.hint.hide()

    def new_person(self) -> ContactForm | None:
        """Return whom to add: a name that is nobody's, with a phone behind it if there is one."""
        text = self.line.text().strip()
        if self.line.contact_id is not None or not text:
            return None
        found = PHONE.search(text)
        phone = found.group().strip() if found else ""
        name = text[: found.start()].strip(" ,·") if found else text
        return ContactForm(name or phone, phone=phone)

    def _fit(self) -> None:
        new = self.new_person()
        self.hint.setVisible(new is not None)
        if new is not None:
            words = self.tr("{name} is new: added with the deal unless you choose somebody")
            self.hint.set_text(words.format(name=new.name))
