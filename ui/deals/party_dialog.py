"""Somebody who has a part in a deal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from app.shapes.deals import DEAL_ROLES, PartyForm
from app.words import kind_words
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.text import capital
from ui.common.widgets.contact_field import ContactField
from ui.deals.desk import DealDesk


class PartyDialog(FormDialog):
    """Who, and in which role."""

    def __init__(
        self,
        kit: Kit,
        desk: DealDesk,
        put: Callable[[PartyForm], object],
        parent: QWidget | None = None,
    ) -> None:
        """`put` keeps the person among the others."""
        super().__init__(kit, parent)
        self._put = put
        self.contact = ContactField(kit, desk.contacts)
        self.role = QComboBox()
        for role in DEAL_ROLES:
            words = kind_words("deal_role", role, kit.language.code)
            self.role.addItem(capital(words), role)
        self.add(self.tr("Who"), self.contact)
        self.add(self.tr("Role"), self.role)
        self.set_words(self.tr("Add a person"), self.tr("Add"))
        self.contact.setFocus()

    def job(self) -> Callable[[], object] | None:
        """Return what adds the person; None while nobody is chosen."""
        contact_id = self.contact.contact_id
        if contact_id is None:
            self.refuse(self.tr("Choose who is meant"), self.contact)
            return None
        form = PartyForm(contact_id, self.role.currentData())
        return lambda: self._put(form)
