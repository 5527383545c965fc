"""What is being sold: lines, and what is taken off them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.amounts import ONE, line_total, rounded, shares, tax_of
from app.shapes.sales import LineForm, SaleDetail


@dataclass(frozen=True, slots=True)
class Off:
    """What is taken off a price: an amount, or a part that stays one whatever the price is."""

    amount: int = 0
    part: int = 0  # thousandths

    def of(self, whole: int) -> int:
        """Return what is taken off that much, never more than all of it."""
        return rounded(whole * self.part, ONE) if self.part else min(self.amount, whole)


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One thing that is being sold; without a name it is an amount alone."""

    name: str
    unit_price: int
    quantity: int = ONE
    product_id: int | None = None
    description: str = ""
    off: Off = Off()
    tax_rate: int | None = None  # None: the shop's

    @property
    def discount(self) -> int:
        """What is taken off it."""
        return self.off.of(line_total(self.quantity, self.unit_price))

    @property
    def total(self) -> int:
        """What it comes to."""
        return line_total(self.quantity, self.unit_price, self.discount)

    def form(self) -> LineForm:
        """Return it as the shop records it."""
        return LineForm(
            unit_price=self.unit_price, product_id=self.product_id,
            description=self.description, quantity=self.quantity, discount=self.discount,
        )  # fmt: skip

    def is_like(self, other: BasketLine) -> bool:
        """Tell whether it is the same thing."""
        if self.product_id is not None:
            return self.product_id == other.product_id
        return (self.name, self.unit_price) == (other.name, other.unit_price)


@dataclass(slots=True)
class Basket:
    """Lines, and what is taken off their sum."""

    lines: list[BasketLine] = field(default_factory=list)
    off: Off = Off()

    @property
    def subtotal(self) -> int:
        """What the lines come to."""
        return sum(line.total for line in self.lines)

    @property
    def discount(self) -> int:
        """What is taken off their sum."""
        return self.off.of(self.subtotal)

    def add(self, line: BasketLine) -> None:
        """Put a line in; the same product at the same price again is more of it."""
        for place, known in enumerate(self.lines):
            same = line.product_id is not None and known.is_like(line)
            off = line.off in (Off(), known.off)
            if same and off and known.unit_price == line.unit_price:
                self.lines[place] = replace(known, quantity=known.quantity + line.quantity)
                return
        self.lines.append(line)

    def find(self, name: str) -> BasketLine | None:
        """Return the last line of that name."""
        called = name.casefold()
        return next((each for each in reversed(self.lines) if each.name.casefold() == called), None)

    def take_off(self, line: BasketLine) -> None:
        """Take what that line says off the last one like it, or put it in as one more."""
        for place in reversed(range(len(self.lines))):
            if self.lines[place].is_like(line) and line.quantity == ONE:
                self.lines[place] = replace(self.lines[place], off=line.off)
                return
        self.add(line)

    def more(self, place: int, pieces: int) -> bool:
        """Sell so many pieces more of a line; return False where none would be left."""
        line = self.lines[place]
        quantity = line.quantity + pieces * ONE
        if quantity > 0:
            self.lines[place] = replace(line, quantity=quantity)
        return quantity > 0

    def due(self, added: bool, rate: int) -> tuple[int, int]:  # noqa: FBT001 - as the shop has it
        """Return what it comes to, and the tax that is put on top."""
        totals = [line.total for line in self.lines]
        tax = 0
        if added:
            for line, less in zip(self.lines, shares(self.discount, totals), strict=True):
                usual = rate if line.tax_rate is None else line.tax_rate
                tax += tax_of(line.total - less, usual, added=True)
        return sum(totals) - self.discount + tax, tax


def basket_of(detail: SaleDetail) -> Basket:
    """Return what was sold before as something to change."""
    lines = [
        BasketLine(
            row.name or row.description, row.unit_price, row.quantity, row.product_id,
            row.description, Off(row.discount),
        )
        for row in detail.lines
    ]  # fmt: skip
    return Basket(lines, Off(detail.discount))
