"""Which tasks are listed: whose they are, of what kind, about whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.shapes.staff import StaffRow
from app.shapes.tasks import TaskFilter
from app.words import kind_words
from ui.common.check_menu import CheckMenu
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.task_icons import ICONS
from ui.common.widgets.chip import Chip
from ui.common.widgets.contact_field import ContactField
from ui.common.widgets.menu import Menu, popup, under

if TYPE_CHECKING:
    from app.services.contacts import ContactService


class TaskFilters(QWidget):
    """The owner's chip, a chip for each filter that is on, and '+ Filter' with the others."""

    changed = Signal()

    def __init__(self, kit: Kit, contacts: ContactService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._contacts = contacts
        self.wanted = TaskFilter()
        self.staff: Sequence[StaffRow] = ()
        self._owner = self._about = ""
        self.dialog: ContactDialog | None = None
        self.staff_chip, self.kind_chip, self.contact_chip = (Chip(theme, "") for _ in range(3))
        self.add_chip = Chip(theme, "", add=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in (self.staff_chip, self.kind_chip, self.contact_chip, self.add_chip):
            row.addWidget(chip)
        self.staff_chip.clicked.connect(self._ask_staff)
        self.staff_chip.cleared.connect(partial(self._show_staff, (), ""))
        self.kind_chip.clicked.connect(partial(self._ask_others, self.kind_chip))
        self.kind_chip.cleared.connect(lambda: self._put(kinds=()))
        self.contact_chip.clicked.connect(self._ask_contact)
        self.contact_chip.cleared.connect(lambda: self._put(contact_ids=()))
        self.add_chip.clicked.connect(partial(self._ask_others, self.add_chip))
        self.retranslate()

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return self.wanted != TaskFilter()

    def clear(self) -> None:
        """Let everything through again."""
        self.wanted = TaskFilter()
        self._show()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every word again."""
        self.staff_chip.set_name(self.tr("Owner"))
        self.add_chip.set_name(self.tr("Filter"))
        self.add_chip.setAccessibleName(self.tr("Add a filter"))
        self._show()

    def _show(self) -> None:
        wanted, code = self.wanted, self._kit.language.code
        self.staff_chip.set_active(self._owner if wanted.assignee_ids else "")
        kinds = [kind_words("task", kind, code) for kind in wanted.kinds]
        self.kind_chip.set_active(self._kit.formats.listing(kinds))
        self.kind_chip.setVisible(bool(kinds))
        about = self.tr("About {name}").format(name=self._about) if wanted.contact_ids else ""
        self.contact_chip.set_active(about)
        self.contact_chip.setVisible(bool(about))

    def _put(self, **values: tuple[object, ...]) -> None:
        before = self.wanted
        self.wanted = replace(before, **values)  # type: ignore[arg-type]
        self._show()
        if self.wanted != before:
            self.changed.emit()

    def _ask_staff(self) -> None:
        menu = Menu(self._kit.theme, "", self)
        nobody = self.tr("Nobody")
        choices = [((), self.tr("Everybody"), ""), ((0,), nobody, nobody)]
        choices[1:1] = [((one.id,), one.name, one.name) for one in self.staff]
        for ids, words, shown in choices:
            entry = menu.add(words.replace("&", "&&"))
            entry.triggered.connect(partial(self._show_staff, ids, shown))
        popup(menu, under(self.staff_chip))
        menu.setActiveAction(menu.actions()[0])

    def _show_staff(self, ids: tuple[int, ...], name: str, *_checked: object) -> None:
        self._owner = name
        self._put(assignee_ids=ids)

    def _ask_others(self, opener: Chip, *_checked: object) -> None:
        menu = CheckMenu(self._kit.theme, parent=self)
        menu.setAccessibleName(self.tr("Add a filter"))
        for kind in ICONS:
            words = kind_words("task", kind, self._kit.language.code)
            entry = menu.add_check(words, on=kind in self.wanted.kinds)
            entry.toggled.connect(partial(self._toggle, kind))
        menu.addSeparator()
        about = menu.add(self.tr("About a contact…"), "user-round")
        about.triggered.connect(self._ask_contact)
        popup(menu, under(opener))
        menu.setActiveAction(menu.actions()[0])

    def _toggle(self, kind: str, on: bool) -> None:  # noqa: FBT001 - as Qt tells it
        chosen = {*self.wanted.kinds, kind} if on else {*self.wanted.kinds} - {kind}
        self._put(kinds=tuple(each for each in ICONS if each in chosen))

    def _ask_contact(self) -> None:
        self.dialog = dialog = ContactDialog(self._kit, self._contacts, self.window())
        dialog.chosen.connect(self._show_contact)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.open()

    def _show_contact(self, contact_id: int, name: str) -> None:
        self._about = name
        self._put(contact_ids=(contact_id,))

    def _on_dialog_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        chip = self.add_chip if self.contact_chip.isHidden() else self.contact_chip
        chip.setFocus(Qt.FocusReason.OtherFocusReason)


class ContactDialog(FormDialog):
    """Whose tasks are wanted: typed, found, chosen."""

    chosen = Signal(object, str)  # contact id, name

    def __init__(self, kit: Kit, contacts: ContactService, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.field = ContactField(kit, contacts)
        self.add(self.tr("Contact"), self.field)
        self.set_words(self.tr("About whom?"), self.tr("Show"))
        self.field.setFocus()

    def accept(self) -> None:
        contact_id = self.field.contact_id
        if contact_id is None:
            self.refuse(self.tr("Choose who is meant"), self.field)
            return
        self.chosen.emit(contact_id, self.field.text().partition(" · ")[0])
        self.done(self.DialogCode.Accepted)
