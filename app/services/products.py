"""What a user can do with the catalogue."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from app.amounts import MOST_MONEY, ONE
from app.errors import GoneError, Problem
from app.inputs import require
from app.ops import Op
from app.shapes.contacts import NAME_LIMIT
from app.shapes.products import CategoryRow, ProductForm, ProductRow
from app.store import Store
from db.keys import clean

if TYPE_CHECKING:
    from db.uow import UnitOfWork

MOST_DAYS = 36_500  # a hundred years
_LIMITS = {
    "price": MOST_MONEY, "cost": MOST_MONEY, "pass_amount": MOST_MONEY, "tax_rate": ONE,
    "replaces_after_days": MOST_DAYS, "pass_days": MOST_DAYS, "pass_uses": 10_000,
}  # fmt: skip
_LEAST = {"replaces_after_days": 1, "pass_days": 1, "pass_uses": 1, "pass_amount": 1}


class ProductService:
    """Products and categories; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, form: ProductForm) -> int:
        """Add a product, its category too if there is none of that name; return its id."""
        values = _values(form)
        with self._store.action(Op.ADD_PRODUCT, name=values["name"]) as unit:
            _require_free(unit, values["barcode"])
            values["category_id"] = unit.products.category(form.category)
            return unit.products.add(values).id

    def edit(self, product_id: int, form: ProductForm) -> None:
        """Change a product; what was sold of it keeps its price."""
        values = _values(form)
        with self._store.action(Op.EDIT_PRODUCT, name=values["name"]) as unit:
            _require_free(unit, values["barcode"], product_id)
            values["category_id"] = unit.products.category(form.category)
            unit.products.change(product_id, values)

    def retire(self, product_ids: Collection[int]) -> None:
        """Take products out of the catalogue; sales keep them, also one that is being typed."""
        with self._store.action(Op.RETIRE_PRODUCTS, count=len(product_ids)) as unit:
            unit.products.retire(product_ids)

    def restore(self, product_ids: Collection[int]) -> None:
        """Put products back into the catalogue; refused where another has a barcode of theirs."""
        with self._store.action(Op.RESTORE_PRODUCTS, count=len(product_ids)) as unit:
            unit.products.retire(product_ids, back=True)
            for row in unit.products.rows(list(product_ids)):
                _require_free(unit, _row(row).barcode or None, row[0])

    def get(self, product_id: int) -> ProductRow:
        """Return one product, also a retired one; raise GoneError if it is not there."""
        with self._store.read() as unit:
            rows = unit.products.rows([product_id])
        if not rows:
            raise GoneError(str(product_id))
        return _row(rows[0])

    def all(self, *, retired: bool = False) -> list[ProductRow]:
        """Return every product by name; with the `retired` ones as well."""
        with self._store.read() as unit:
            return [_row(row) for row in unit.products.all(retired=retired)]

    def find(self, text: str, *, limit: int = 20) -> list[ProductRow]:
        """Return products whose code, barcode, name or first consonants fit, best first."""
        with self._store.read() as unit:
            return [_row(row) for row in unit.products.find(text, limit=limit)]

    def by_barcode(self, text: str) -> ProductRow | None:
        """Return the product of a barcode, or else of a code; None if there is none."""
        with self._store.read() as unit:
            rows = unit.products.with_code(clean(text))
        return _row(rows[0]) if rows else None

    def categories(self) -> list[CategoryRow]:
        """Return the categories, in their order."""
        with self._store.read() as unit:
            return [CategoryRow(*row) for row in unit.products.categories()]

    def rename_category(self, category_id: int, name: str) -> None:
        """Give a category another name; one that has the name already takes its products in."""
        new = " ".join(clean(name).split())
        require(new, "name")
        with self._store.action(Op.RENAME_CATEGORY, name=new) as unit:
            old = unit.products.category_of(category_id)
            new_id = unit.products.category(new)
            if new_id == category_id:
                old.name = new
                return
            unit.products.move_all(category_id, new_id)
            unit.products.category_of(category_id).retired_at = unit.now()

    def retire_category(self, category_id: int) -> None:
        """Remove a category; its products have none then."""
        with self._store.read() as unit:
            name = unit.products.category_of(category_id).name
        with self._store.action(Op.RETIRE_CATEGORY, name=name) as unit:
            unit.products.move_all(category_id, None)
            unit.products.category_of(category_id).retired_at = unit.now()


def _values(form: ProductForm) -> dict[str, Any]:
    name = " ".join(clean(form.name).split())
    require(name, "name")
    require(len(name) <= NAME_LIMIT, "name", Problem.TOO_LONG)
    values: dict[str, Any] = {"name": name}
    for field in ("code", "unit", "barcode"):
        values[field] = clean(getattr(form, field)) or None
    for field, most in _LIMITS.items():
        value = getattr(form, field)
        if value is not None:
            require(value >= _LEAST.get(field, 0), field, Problem.NOT_A_NUMBER)
            require(value <= most, field, Problem.TOO_MUCH)
        values[field] = value
    return values


def _require_free(unit: UnitOfWork, barcode: str | None, own_id: int | None = None) -> None:
    """Refuse a barcode that a scanner would find with another product."""
    if barcode is not None:
        others = {row[0] for row in unit.products.with_code(barcode)} - {own_id}
        require(not others, "barcode", Problem.TAKEN)


def _row(row: tuple[Any, ...]) -> ProductRow:
    return ProductRow(*(*row[:11], bool(row[11]), *row[12:]))
