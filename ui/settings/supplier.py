"""Who the shop is on quotes: registration, representative, address, stamp."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from app.settings import (
    BUSINESS_ITEM,
    BUSINESS_TYPE,
    COUNTRY,
    REGISTRATION,
    REPRESENTATIVE,
    SHOP_ADDRESS,
    SHOP_EMAIL,
    SHOP_PHONE,
)
from app.supplier import is_registration, registration_shown
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.settings.choices import Choices
from ui.settings.section import SettingRow, rule
from ui.settings.stamp import StampBox
from ui.settings.typed_field import TypedField

FIELD = 320  # px
KINDS = (
    REGISTRATION, REPRESENTATIVE, SHOP_ADDRESS, BUSINESS_TYPE, BUSINESS_ITEM, SHOP_PHONE,
    SHOP_EMAIL,
)  # fmt: skip


class SupplierCard(Card):
    """What quotes tell of the shop; each is kept as soon as its field is left."""

    def __init__(self, kit: Kit, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, " ", parent=parent)
        self._choices = choices
        theme = kit.theme
        self.by_key = {kind.key: TypedField() for kind in KINDS}
        self.stamp = StampBox(kit, choices)
        self._rows = {key: SettingRow(theme, field) for key, field in self.by_key.items()}
        self._rows["stamp"] = SettingRow(theme, self.stamp)
        for number, row in enumerate(self._rows.values()):
            if number:
                self.column.addWidget(rule())
            self.column.addWidget(row)
        for kind in KINDS:
            field = self.by_key[kind.key]
            field.setFixedWidth(FIELD)
            field.typed.connect(partial(choices.put, kind))
        self.registration.typed.disconnect()
        self.registration.typed.connect(self._on_registration_typed)

    @property
    def registration(self) -> TypedField:
        """The field of the registration number."""
        return self.by_key[REGISTRATION.key]

    def fields(self) -> list[QLineEdit]:
        """Return what can be typed into, from the top."""
        return list(self.by_key.values())

    def first_empty(self) -> QLineEdit:
        """Return the first field with nothing in it, or the first of all."""
        return next((f for f in self.by_key.values() if not f.text()), self.registration)

    def retranslate(self) -> None:
        """Set every word again."""
        self.set_title(self.tr("On quotes"))
        words = {
            REGISTRATION: self.tr("Registration number"),
            REPRESENTATIVE: self.tr("Representative"),
            SHOP_ADDRESS: self.tr("Address"),
            BUSINESS_TYPE: self.tr("Business type"),
            BUSINESS_ITEM: self.tr("Business item"),
            SHOP_PHONE: self.tr("Phone"),
            SHOP_EMAIL: self.tr("Mail"),
        }
        for kind, name in words.items():
            self._rows[kind.key].set_words(name)
        self._rows["stamp"].set_words(
            self.tr("Stamp"),
            self.tr("A photo or scan on white paper will do; the white goes away."),
        )
        self.stamp.retranslate()
        self._check()

    def refresh(self) -> None:
        """Show what is set now."""
        for kind in KINDS:
            self.by_key[kind.key].show_text(self._choices.get(kind))
        self.stamp.refresh()
        self._check()

    def _on_registration_typed(self, text: str) -> None:
        shown = registration_shown(text)
        self.registration.bring_back(shown)
        self._choices.put(REGISTRATION, shown)
        self._check()

    def _check(self) -> None:
        """Say so where a Korean number does not add up; it is kept all the same."""
        text, korean = self.registration.text(), self._choices.get(COUNTRY) == "KR"
        hint = self.tr("Ten digits, as on the registration certificate.") if korean else ""
        if korean and text and not is_registration(text):
            hint = self.tr("This number does not add up: a digit may be wrong.")
        self._rows[REGISTRATION.key].set_words(self.tr("Registration number"), hint)
