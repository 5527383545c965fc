"""The shop's name, country and currency, who it is on paper, and who works there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.money import SIGNS
from app.settings import COUNTRY, CURRENCY, SHOP_NAME
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.settings.choices import Choices
from ui.settings.section import FIELD, ChoiceBox, Section, SettingRow, fill
from ui.settings.staff import StaffCard
from ui.settings.supplier import SupplierCard
from ui.settings.typed_field import TypedField

COUNTRIES = ("KR", "AT", "AU", "CA", "CH", "CN", "DE", "ES", "FR", "GB", "HK", "IE", "IT", "JP",
    "NL", "NZ", "PH", "SG", "TH", "TW", "US", "VN")  # fmt: skip
CURRENCIES = ("KRW", "USD", "EUR", "JPY", "GBP", "CNY", "TWD", "HKD", "SGD", "VND", "THB", "AUD",
    "CAD", "NZD", "CHF")  # fmt: skip


class ShopSection(Section):
    """What the shop is called, where it is, what it counts in, who works there."""

    icon = "store"

    def __init__(self, kit: Kit, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._choices = choices
        theme = kit.theme
        self.name = TypedField()
        self.name.setFixedWidth(FIELD)
        self.country = ChoiceBox()
        self.currency = ChoiceBox()
        self.supplier = SupplierCard(kit, choices)
        self.staff = StaffCard(kit, choices)
        self._rows = [SettingRow(theme, c) for c in (self.name, self.country, self.currency)]
        self.column.addWidget(fill(Card(theme), *self._rows))
        self.column.addWidget(self.staff)
        self.column.addWidget(self.supplier)
        self.name.typed.connect(lambda text: choices.put(SHOP_NAME, text))
        self.country.activated.connect(self._on_country_chosen)
        self.currency.activated.connect(self._on_currency_chosen)

    def title(self) -> str:
        return self.tr("Shop")

    def about(self) -> str:
        return self.tr("These travel with the shop's file to every PC.")

    def fields(self) -> list[QLineEdit]:
        """Return what can be typed into, from the top."""
        return [self.name, *self.staff.fields(), *self.supplier.fields()]

    def show_supplier(self) -> None:
        """Put the focus on the first thing that quotes lack."""
        field = self.supplier.first_empty()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(field)

    def retranslate(self) -> None:
        super().retranslate()
        name, country, currency = self._rows
        name.set_words(self.tr("Name of the shop"))
        country.set_words(self.tr("Country"), self.tr("Phone numbers are read as that country's."))
        currency.set_words(self.tr("Currency"), self.tr("For amounts without one of their own."))
        self.name.setPlaceholderText(self.tr("My shop"))
        named = {code: self.kit.messages.say(f"country.{code}") for code in COUNTRIES}
        self.country.offer(dict(sorted(named.items(), key=lambda pair: pair[1])))
        self.currency.offer(
            {code: f"{code} ({SIGNS[code]})" if code in SIGNS else code for code in CURRENCIES}
        )
        self.supplier.retranslate()
        self.staff.retranslate()

    def refresh(self) -> None:
        self.name.show_text(self._choices.get(SHOP_NAME))
        self.country.choose(self._choices.get(COUNTRY))
        self.currency.choose(self._choices.get(CURRENCY))
        self.supplier.refresh()
        self.staff.refresh()

    def _on_country_chosen(self) -> None:
        title = self.tr("Reading the phone numbers again")
        self._choices.put(COUNTRY, self.country.currentData(), title=title)

    def _on_currency_chosen(self) -> None:
        self._choices.put(CURRENCY, self.currency.currentData())
