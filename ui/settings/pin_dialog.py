"""The PIN of somebody who works here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from app.locking_pins import PinService

SHORTEST, LONGEST = 4, 8  # digits


class PinDialog(FormDialog):
    """Asks for four to eight digits, twice."""

    def __init__(
        self, kit: Kit, pins: PinService, staff_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._pins = pins
        self._staff_id = staff_id
        self.pin, self.again = self._digits(), self._digits()
        self.set_words(self.tr("PIN of {who}").format(who=name), self.tr("Set PIN"))
        self.add(self.tr("4 to 8 digits"), self.pin)
        self.add(self.tr("Once more"), self.again)
        self.pin.setFocus()

    def job(self) -> Callable[[], object] | None:
        pin, pins, staff_id = self.pin.text(), self._pins, self._staff_id
        if not (SHORTEST <= len(pin) <= LONGEST and pin.isdecimal()):
            self.refuse(self.tr("A PIN has 4 to 8 digits."), self.pin)
            return None
        if pin != self.again.text():
            self.refuse(self.tr("The two are not the same."), self.again)
            return None
        return lambda: pins.put(staff_id, pin)

    def _digits(self) -> SecretField:
        field = SecretField()
        field.setMaxLength(LONGEST)
        field.setInputMethodHints(field.inputMethodHints() | Qt.InputMethodHint.ImhDigitsOnly)
        return field
