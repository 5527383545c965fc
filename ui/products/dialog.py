"""The form of a product."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from app.errors import InvalidInputError, Problem
from app.shapes.products import ProductForm, ProductRow
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.typed_numbers import percent_text, rate_of, whole
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.services.products import ProductService

WIDTH = 560
LONGEST = 200
NUMBER = 88  # px


class ProductDialog(FormDialog):
    """Name, price and all that need not be told; a name is enough."""

    def __init__(
        self,
        kit: Kit,
        products: ProductService,
        currency: str,
        product: ProductRow | None = None,
        *,
        barcode: str = "",
        categories: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        title = self.tr("Change the product") if product else self.tr("New product")
        self.set_words(title, self.tr("Save"))
        self._products = products
        self._product = product
        self.name = self._line(product.name if product else "")
        self.price = MoneyField(currency)
        self.price.show_amount(product.price if product else None)
        self.category = self._line(product.category if product else "")
        completer = QCompleter(list(categories), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.category.setCompleter(completer)
        self.barcode = self._line(product.barcode if product else barcode)
        self.code = self._line(product.code if product else "")
        self.unit = self._line(product.unit if product else "")
        self.cost = MoneyField(currency)
        self.cost.show_amount(product.cost if product else None)
        self.tax = self._number("" if product is None else percent_text(product.tax_rate))
        days = product.replaces_after_days if product else None
        self.refill = self._number("" if days is None else str(days))
        self.kind = Segmented(
            kit.theme,
            {"": self.tr("Nothing"), "uses": self.tr("Uses"), "amount": self.tr("Amount")},
            self.tr("Buyer gets a pass"),
            size=32,
        )
        self.uses = self._number("")
        self.amount = MoneyField(currency)
        self.good = self._number("")
        self._fill_pass(product)
        self._build()
        self.kind.chosen.connect(self._fit)
        self._fit()
        self.name.setFocus()

    def job(self) -> Callable[[], object] | None:
        form = self.product_form()
        if form is None:
            return None
        products, product = self._products, self._product
        if product is None:
            return lambda: products.add(form)
        return lambda: products.edit(product.id, form)

    def product_form(self) -> ProductForm | None:
        """Return what is typed; None where a field holds no number or amount, which is told."""
        say = self.kit.messages.say
        if not self.name.text().strip():
            self.refuse(say("form.required"), self.name)
            return None
        for field in (self.price, self.cost, self.amount):
            if field.isVisible() and not field.is_good():
                self.refuse(say("form.not_money"), field)
                return None
        for number in (self.refill, self.uses, self.good):
            if number.isVisible() and number.text().strip() and whole(number.text()) is None:
                self.refuse(say("form.not_a_number"), number)
                return None
        rate = rate_of(self.tax.text())
        if self.tax.text().strip() and rate is None:
            self.refuse(say("form.not_a_number"), self.tax)
            return None
        kind = self.kind.current
        return ProductForm(
            name=self.name.text(),
            code=self.code.text(),
            category=self.category.text(),
            unit=self.unit.text(),
            price=self.price.amount(),
            cost=self.cost.amount(),
            tax_rate=rate,
            barcode=self.barcode.text(),
            replaces_after_days=whole(self.refill.text()),
            pass_uses=whole(self.uses.text()) if kind == "uses" else None,
            pass_amount=self.amount.amount() if kind == "amount" else None,
            pass_days=whole(self.good.text()) if kind else None,
        )

    def _build(self) -> None:
        for words, field in (
            (self.tr("Name"), self.name),
            (self.tr("Price"), self.price),
            (self.tr("Category"), self.category),
            (self.tr("Bar code"), self.barcode),
            (self.tr("Code"), self.code),
            (self.tr("Unit"), self.unit),
            (self.tr("Cost"), self.cost),
        ):
            self.add(words, field)
        self.add(self.tr("Tax"), self._with(self.tax, self.tr("%, empty for the shop’s")))
        self.add(
            self.tr("Lasts"), self._with(self.refill, self.tr("days, until it is bought again"))
        )
        self.add(self.tr("Buyer gets a pass"), self.kind)
        self._uses = self.add(self.tr("Uses"), self.uses)
        self._amount = self.add(self.tr("Worth"), self.amount)
        self._good = self.add(
            self.tr("Good for"), self._with(self.good, self.tr("days, empty for ever"))
        )
        for field, words in (
            (self.tax, self.tr("Tax")),
            (self.refill, self.tr("Lasts")),
            (self.good, self.tr("Good for")),
        ):
            field.setAccessibleName(words)

    def _fill_pass(self, product: ProductRow | None) -> None:
        if product is None:
            return
        if product.pass_uses:
            self.kind.choose("uses")
            self.uses.setText(str(product.pass_uses))
        elif product.pass_amount:
            self.kind.choose("amount")
            self.amount.show_amount(product.pass_amount)
        if product.pass_days:
            self.good.setText(str(product.pass_days))

    def _fit(self) -> None:
        kind = self.kind.current
        for shown, widgets in (
            (kind == "uses", (self._uses, self.uses)),
            (kind == "amount", (self._amount, self.amount)),
            (bool(kind), (self._good, self.good.parentWidget())),
        ):
            for widget in widgets:
                if widget is not None:
                    widget.setVisible(shown)
        self.adjustSize()

    def _on_refused(self, error: BaseException) -> None:
        super()._on_refused(error)
        if isinstance(error, InvalidInputError) and Problem.TOO_LONG in error.problems.values():
            self.name.setFocus()

    def _line(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(LONGEST)
        return field

    def _number(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setFixedWidth(round(NUMBER * self.kit.theme.text_scale))
        return field

    def _with(self, field: QLineEdit, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field)
        row.addWidget(Label(self.kit.theme, words, colour="muted"), 1)
        holder.setFocusProxy(field)
        return holder
