"""Who looks after a contact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.staff import StaffRow
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.menu import Menu
from ui.common.widgets.property_row import LABEL, PropertyRow
from ui.contacts.fields import field_words

EMPTY = "—"


class OwnerRow(PropertyRow):
    """Name and avatar of the one; a click or Enter offers everybody who works here, and nobody.

    Somebody who works here no longer is still named.
    """

    chosen = Signal(object)  # staff id, None for nobody

    def __init__(
        self, kit: Kit, *, label_width: int = LABEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            kit.theme,
            field_words("owner"),
            EMPTY,
            editable=True,
            label_width=label_width,
            parent=parent,
        )
        self._kit = kit
        self._staff: Sequence[StaffRow] = ()
        self._owner_id: int | None = None
        self._avatar = Avatar(kit.theme, "", 0, 20)
        self.put_before(self._avatar)
        self.menu = Menu(kit.theme, parent=self)
        self.edited.connect(self._on_edited)
        kit.language.changed.connect(self._show)
        self._show()

    def set_staff(self, staff: Sequence[StaffRow]) -> None:
        """Say who works or has worked here."""
        self._staff = staff
        self._show()

    def show_owner(self, staff_id: int | None) -> None:
        """Show who it is."""
        self._owner_id = staff_id
        self._show()

    def _show(self) -> None:
        owner = next((row for row in self._staff if row.id == self._owner_id), None)
        self.set_name(field_words("owner"))
        self.set_value(self._words(owner) if owner else EMPTY)
        self._value.set_colour("text" if owner else "muted")
        self._avatar.setVisible(owner is not None and bool(owner.name))
        if owner is not None:
            self._avatar.show_contact(owner.name, avatar_colour(owner.id))
        self.setVisible(any(not row.retired for row in self._staff) or owner is not None)

    def _words(self, row: StaffRow) -> str:
        return row.name or self.tr("Owner of the shop")

    def _on_edited(self) -> None:
        self.menu.clear()
        for row in self._staff:
            if not row.retired:
                self._offer(row.id, self._words(row).replace("&", "&&"))
        self.menu.addSeparator()
        self._offer(None, self.tr("Nobody"))
        self.menu.popup(self.mapToGlobal(QPoint(self._name_width(), self.height())))

    def _offer(self, staff_id: int | None, words: str) -> None:
        action = self.menu.add(words)
        action.setCheckable(True)
        action.setChecked(staff_id == self._owner_id)
        action.triggered.connect(partial(self._on_chosen, staff_id))

    def _name_width(self) -> int:
        return self._value.x() if self._owner_id is None else self._avatar.x()

    def _on_chosen(self, staff_id: int | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt
        if staff_id != self._owner_id:
            self.chosen.emit(staff_id)
