"""What the shop sells, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProductForm:
    """What somebody typed about a product; its category is made if there is none of that name.

    Money is in minor units of the shop's currency, the tax rate in thousandths. A product with
    `pass_uses` or `pass_amount` gives its buyer a prepaid pass, good for `pass_days`.
    """

    name: str
    code: str = ""
    category: str = ""
    unit: str = ""
    price: int | None = None
    cost: int | None = None
    tax_rate: int | None = None
    barcode: str = ""
    replaces_after_days: int | None = None
    pass_uses: int | None = None
    pass_amount: int | None = None
    pass_days: int | None = None


@dataclass(frozen=True, slots=True)
class ProductRow:
    """One product; `tax_rate` is None where the shop's holds."""

    id: int
    name: str
    code: str
    category_id: int | None
    category: str
    unit: str
    price: int | None
    cost: int | None
    tax_rate: int | None
    barcode: str
    replaces_after_days: int | None
    retired: bool
    pass_uses: int | None
    pass_amount: int | None
    pass_days: int | None


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """One category and how many products that are not retired are in it."""

    id: int
    name: str
    products: int
