"""The lines of a quote as they are typed: what, how many, at what price."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.amounts import MOST_QUANTITY, line_total
from app.quote_sheet import quantity_text
from app.shapes.products import ProductRow
from app.shapes.quotes import QuoteLineForm
from ui.common.kit import Kit
from ui.common.tab_order import put_behind
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label, number
from ui.common.widgets.money_field import MoneyField

SPEC, COUNT, UNIT, PRICE, OFF, TOTAL = 130, 60, 52, 100, 84, 100  # px
SHOWN = 232  # px of the lines that are seen at once
LONGEST = 300
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def read_quantity(text: str) -> int | None:
    """Return typed pieces in thousandths: '2', '1.5'; None for anything else."""
    try:
        pieces = Decimal(text.strip().replace(",", "") or "1").scaleb(3)
    except InvalidOperation:
        return None
    if not pieces.is_finite() or pieces != pieces.to_integral_value():
        return None
    return int(pieces) if 0 < pieces <= MOST_QUANTITY else None


class LineRow(QObject):
    """The fields of one line; a product that is chosen fills them."""

    changed = Signal()
    removed = Signal()

    def __init__(self, kit: Kit, currency: str, products: dict[str, ProductRow]) -> None:
        super().__init__()
        theme = kit.theme
        self._kit = kit
        self._currency = currency
        self._products = products
        self._form = QuoteLineForm("", 0)
        self.name, self.spec, self.quantity, self.unit = (QLineEdit() for _ in range(4))
        self.price, self.off = MoneyField(currency), MoneyField(currency)
        self.total = number(theme, "", colour="text-2")
        self.remove_button = IconButton(theme, "x", "")
        self.quantity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.price.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.off.setAlignment(Qt.AlignmentFlag.AlignRight)
        scale = theme.text_scale
        for field, width in (
            (self.spec, SPEC), (self.quantity, COUNT), (self.unit, UNIT), (self.price, PRICE),
            (self.off, OFF), (self.total, TOTAL),
        ):  # fmt: skip
            field.setFixedWidth(round(width * scale))
        for line in (self.name, self.spec, self.unit):
            line.setMaxLength(LONGEST)
        completer = QCompleter(list(products), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_product_chosen)
        self.name.setCompleter(completer)
        for field in (self.name, self.spec, self.quantity, self.unit, self.price, self.off):
            field.textChanged.connect(self._on_changed)
        self.remove_button.clicked.connect(self.removed)

    @property
    def fields(self) -> list[QLineEdit]:
        """What is typed into, from the left."""
        return [self.name, self.spec, self.quantity, self.unit, self.price, self.off]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed that would make it a line."""
        return not self.name.text().strip() and not self.price.text().strip()

    def show_line(self, form: QuoteLineForm) -> None:
        """Show a line."""
        self._form = form
        self.name.setText(form.name)
        self.spec.setText(form.spec)
        self.quantity.setText(quantity_text(form.quantity))
        self.unit.setText(form.unit)
        self.price.show_amount(form.unit_price)
        self.off.show_amount(form.discount or None)

    def form(self) -> QuoteLineForm | None:
        """Return the line as it is typed; None where something is no number."""
        quantity, price = read_quantity(self.quantity.text()), self.price.amount()
        if quantity is None or price is None or not self.off.is_good():
            return None
        known = self._products.get(self.name.text().strip())
        same = self._form.product_id is not None and self.name.text() == self._form.name
        product_id = self._form.product_id if same else known.id if known else None
        rate = self._form.tax_rate if same else known.tax_rate if known else None
        return QuoteLineForm(
            name=self.name.text().strip(), unit_price=price, quantity=quantity,
            discount=self.off.amount() or 0, tax_rate=rate, product_id=product_id,
            spec=self.spec.text().strip(), unit=self.unit.text().strip(),
        )  # fmt: skip

    def wrong(self) -> QLineEdit | None:
        """Return the first field that cannot be taken."""
        if not self.name.text().strip():
            return self.name
        if read_quantity(self.quantity.text()) is None:
            return self.quantity
        if self.price.amount() is None:
            return self.price
        form = self.form()
        too_much = form is not None and form.discount > line_total(form.quantity, form.unit_price)
        return self.off if not self.off.is_good() or too_much else None

    def _on_product_chosen(self, name: str) -> None:
        product = self._products.get(name)
        if product is not None:
            self.unit.setText(product.unit)
            if product.price is not None:
                self.price.show_amount(product.price)
            self.quantity.setFocus(Qt.FocusReason.OtherFocusReason)
            self.quantity.selectAll()

    def _on_changed(self) -> None:
        form = None if self.is_empty else self.form()
        words = ""
        if form is not None:
            amount = line_total(form.quantity, form.unit_price, form.discount)
            words = self._kit.formats.money(amount, self._currency)
        self.total.set_text(words)
        self.changed.emit()


class LineEditor(QWidget):
    """Enter goes to the line below and makes one where there is none."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        currency: str,
        products: Sequence[ProductRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._currency = currency
        self._products = {row.name: row for row in products}
        self.rows: list[LineRow] = []
        self._titles = (
            self.tr("Item"), self.tr("Specification"), self.tr("Qty"), self.tr("Unit"),
            self.tr("Unit price"), self.tr("Discount"),
        )  # fmt: skip
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2, 2, 12, 2)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFixedHeight(round(SHOWN * theme.text_scale))
        self.add_button = Button(theme, self.tr("Add a line"), icon="plus", size="sm")
        under = QHBoxLayout()
        under.addWidget(self.add_button)
        under.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.area)
        whole.addLayout(under)
        for place, title in enumerate(self._titles):
            label = Label(theme, title, "caption", "muted")
            self._grid.addWidget(label, 0, place)
        self.add_button.clicked.connect(lambda _on: self.add())

    def show_lines(self, lines: Sequence[QuoteLineForm]) -> None:
        """Show these lines; at least one to type into."""
        for row in list(self.rows):
            self._drop(row)
        for line in lines:
            self.add(line, focus=False)
        if not lines:
            self.add(focus=False)

    def add(self, line: QuoteLineForm | None = None, *, focus: bool = True) -> LineRow:
        """Put a line below the others."""
        row = LineRow(self._kit, self._currency, self._products)
        row.setParent(self)
        self.rows.append(row)
        at = self._grid.rowCount()
        widgets = [*row.fields, row.total, row.remove_button]
        for place, widget in enumerate(widgets):
            self._grid.addWidget(widget, at, place)
            widget.show()
        for title, field in zip(self._titles, row.fields, strict=True):
            field.installEventFilter(self)
            words = self.tr("{field} of line {n}").format(field=title, n=len(self.rows))
            field.setAccessibleName(words)
        row.remove_button.set_name(self.tr("Remove the line"))
        row.quantity.setText("1")
        if line is not None:
            row.show_line(line)
        if len(self.rows) > 1:
            put_behind(self.rows[-2].remove_button, *row.fields, row.remove_button)
        put_behind(row.remove_button, self.add_button)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._remove, row))
        if focus:
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(row.name)
        self.changed.emit()
        return row

    def forms(self) -> list[QuoteLineForm]:
        """Return the lines that can be taken as they stand."""
        found = (row.form() for row in self.rows if not row.is_empty)
        return [form for form in found if form is not None]

    def wrong(self) -> QLineEdit | None:
        """Return the first field that cannot be taken, or the first of all where no line is."""
        filled = [row for row in self.rows if not row.is_empty]
        if not filled:
            return self.rows[0].name if self.rows else None
        return next((field for row in filled if (field := row.wrong())), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if Qt.Key(event.key()) in ENTERS and not held and isinstance(watched, QLineEdit):
                self._on_enter(watched)
                return True
        return super().eventFilter(watched, event)

    def _on_enter(self, field: QLineEdit) -> None:
        """Go to the same field of the line below, or to a new line."""
        place = next(n for n, row in enumerate(self.rows) if field in row.fields)
        if place + 1 < len(self.rows):
            below = self.rows[place + 1].fields[self.rows[place].fields.index(field)]
            below.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(below)
        elif not self.rows[place].is_empty:
            self.add()

    def _remove(self, row: LineRow) -> None:
        place = self.rows.index(row)
        self._drop(row)
        if not self.rows:
            self.add()
        self.rows[min(place, len(self.rows) - 1)].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: LineRow) -> None:
        self.rows.remove(row)
        for widget in (*row.fields, row.total, row.remove_button):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row.deleteLater()
