"""The password of the shop, when it locks by itself, and the PINs of the staff."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.settings import AUTO_LOCK
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.settings.choices import Choices
from ui.settings.password_dialog import PasswordDialog
from ui.settings.pin_dialog import PinDialog
from ui.settings.section import ChoiceBox, Section, SettingRow, fill, rule

if TYPE_CHECKING:
    from app.locking import Key
    from app.locking_pins import PinService
    from app.shapes.staff import StaffRow

MINUTES = (0, 5, 15, 60)  # 0 is never


class PasswordSection(Section):
    """Sets the password through whoever can close the shop; the rest is there once it is set."""

    icon = "lock"
    topic = "password"
    change_asked = Signal(str, bool)  # the new password, '' for none; older backups as well
    lock_asked = Signal()

    def __init__(
        self,
        kit: Kit,
        choices: Choices,
        pins: PinService,
        key: Key | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._choices = choices
        self._pins = pins
        self._key = key
        self._asked = 0  # whose PIN was asked for: the keyboard goes back to that row
        self._buttons: dict[int, Button] = {}  # of PINs, by whose they are
        self.change_button = Button(theme, "", "secondary" if key else "primary", icon="key-round")
        self.remove_button = Button(theme, "", "danger")
        self.lock_button = Button(theme, "", icon="lock")
        self.auto_box = ChoiceBox()
        self._change = SettingRow(theme, self.change_button)
        self._remove = SettingRow(theme, self.remove_button, self)
        self._lock = SettingRow(theme, self.lock_button)
        self._auto = SettingRow(theme, self.auto_box)
        if key is None:
            self._remove.hide()
        self.column.addWidget(fill(Card(theme), self._change, *([self._remove] if key else [])))
        self._locking = fill(Card(theme), self._auto, self._lock)
        self._people = Card(theme, " ")
        self._about_pins = Label(theme, "", "caption", "muted", wrap=True)
        self._people.column.addWidget(self._about_pins)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._people.column.addLayout(self._list)
        self.column.addWidget(self._locking)
        self.column.addWidget(self._people)
        self._note = Note(theme, "")
        self.column.addWidget(self._note)
        self._locking.setVisible(key is not None)
        self._people.setVisible(key is not None)
        self.change_button.clicked.connect(partial(self._ask, removes=False))
        self.remove_button.clicked.connect(partial(self._ask, removes=True))
        self.lock_button.clicked.connect(self.lock_asked)
        self.auto_box.activated.connect(self._on_auto_chosen)

    def title(self) -> str:
        return self.tr("Password")

    def about(self) -> str:
        if self._key is None:
            return self.tr("Without a password, whoever has the file of the shop can read it.")
        return self.tr(
            "The shop, the files of its contacts and its backups are encrypted: without the"
            " password they say nothing."
        )

    def retranslate(self) -> None:
        super().retranslate()
        if self._key is None:
            self.change_button.set_text(self.tr("Set a password…"))
            self._change.set_words(
                self.tr("No password yet"),
                self.tr(
                    "With one, the shop and the files of its contacts are encrypted and open with"
                    " it alone."
                ),
            )
        else:
            self.change_button.set_text(self.tr("Change…"))
            self._change.set_words(
                self.tr("Change the password"),
                self.tr("Backups made until now keep the one they have."),
            )
        self.remove_button.set_text(self.tr("Remove…"))
        self._remove.set_words(
            self.tr("Remove the password"), self.tr("The file can then be read by anybody.")
        )
        self.lock_button.set_text(self.tr("Lock now"))
        self._lock.set_words(self.tr("Lock the window"), self.tr("Ctrl+Alt+L does it anywhere."))
        self._auto.set_words(
            self.tr("Lock by itself"), self.tr("When nobody has used Dangol for that long.")
        )
        never, minutes = self.tr("Never"), self.tr("After {n} minutes")
        self.auto_box.offer({str(n): minutes.format(n=n) if n else never for n in MINUTES})
        self._people.set_title(self.tr("PINs"))
        self._about_pins.set_text(
            self.tr(
                "A PIN opens the locked window and tells who is at the desk. After five wrong ones,"
                " and at every start, the password is asked for."
            )
        )
        self._note.show_note(
            self.tr(
                "A forgotten password is final: nobody can open the shop without it. Tables you"
                " export, and a file of a contact while another program shows it, are not"
                " encrypted."
            ),
            "info",
        )
        for button in (self.change_button, self.remove_button, self.lock_button):
            button.updateGeometry()

    def refresh(self) -> None:
        """Show how long it waits, and who has a PIN."""
        if self._key is None:
            return
        self.auto_box.choose(str(self._choices.get(AUTO_LOCK)))
        pins, choices = self._pins, self._choices

        def task(_ticket: Ticket) -> tuple[list[StaffRow], frozenset[int]]:
            return choices.staff(), pins.holders()

        self.kit.runner.read(task).succeeded.connect(lambda found: self._show_people(*found))

    def _show_people(self, staff: list[StaffRow], holders: frozenset[int]) -> None:
        present = self.window().focusWidget()  # it keeps the keyboard if it is shown twice
        asked = next((of for of, one in self._buttons.items() if one is present), self._asked)
        self._buttons.clear()
        clear(self._list)
        for person in staff:
            name = person.name or self.tr("Owner")
            has = person.id in holders
            words = self.tr("Change PIN…") if has else self.tr("Set PIN…")
            button = Button(self.kit.theme, words, size="sm")
            remove = IconButton(
                self.kit.theme, "x", self.tr("Remove the PIN of {who}").format(who=name)
            )
            place = remove.sizePolicy()
            place.setRetainSizeWhenHidden(True)
            remove.setSizePolicy(place)
            remove.setVisible(has)
            both = QWidget()
            line = QHBoxLayout(both)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(button)
            line.addWidget(remove)
            row = SettingRow(self.kit.theme, both)
            row.set_words(name, self.tr("Has a PIN") if has else self.tr("No PIN"))
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(partial(self._ask_pin, person.id, name))
            remove.clicked.connect(partial(self._remove_pin, person.id))
            self._list.addWidget(rule())
            self._list.addWidget(row)
            self._buttons[person.id] = button
            if person.id == asked:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked = 0

    def _ask(self, *, removes: bool) -> None:
        dialog = PasswordDialog(self.kit, self._key, self.window(), removes=removes)
        dialog.saved.connect(lambda told: self.change_asked.emit(*told))
        dialog.open()

    def _ask_pin(self, staff_id: int, name: str) -> None:
        self._asked = staff_id
        dialog = PinDialog(self.kit, self._pins, staff_id, name, self.window())
        dialog.saved.connect(self.refresh)
        dialog.open()

    def _remove_pin(self, staff_id: int) -> None:
        pins = self._pins
        self._asked = staff_id
        job = self.kit.runner.write(lambda _ticket: pins.remove(staff_id))
        job.succeeded.connect(lambda _none: self.refresh())

    def _on_auto_chosen(self) -> None:
        self._choices.put(AUTO_LOCK, int(self.auto_box.currentData()))
