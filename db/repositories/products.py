"""Products and their categories on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.hangul import initials
from db.ids import IdSource, meaning_id
from db.keys import clean, product_key
from db.models.product import Product, ProductCategory

COLUMNS = (
    "p.id, p.name, coalesce(p.code, ''), p.category_id, coalesce(c.name, ''),"
    " coalesce(p.unit, ''), p.price, p.cost, p.tax_rate, coalesce(p.barcode, ''),"
    " p.replaces_after_days, p.retired_at IS NOT NULL, p.pass_uses, p.pass_amount, p.pass_days"
)
FROM = "FROM product p LEFT JOIN product_category c ON c.id = p.category_id"


class ProductRepository:
    """What the shop sells; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, values: Mapping[str, Any]) -> Product:
        """Add one product of these columns; `name` must be among them."""
        product = Product(id=self._ids.next(), **values)
        product.name_key = product_key(product.name)
        self._session.add(product)
        self._session.flush()
        return product

    def get(self, product_id: int) -> Product:
        """Return the product to change; raise RowNotFoundError if it is gone.

        A retired one is there: it may be on the table while somebody retires it.
        """
        found = self._session.get(Product, product_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("product", product_id)
        return found

    def change(self, product_id: int, values: Mapping[str, Any]) -> None:
        """Set some columns of a product."""
        product = self.get(product_id)
        for column, value in values.items():
            setattr(product, column, value)
        product.name_key = product_key(product.name)

    def retire(self, product_ids: Collection[int], *, back: bool = False) -> None:
        """Take products out of the catalogue, or put them back; what was sold keeps them."""
        for product_id in product_ids:
            self.get(product_id).retired_at = None if back else self._now()

    def rows(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return (see `COLUMNS`) these products, retired ones as well; in no order."""
        return self._read(
            "WHERE p.id IN (SELECT value FROM json_each(:ids)) AND p.deleted_at IS NULL",
            ids=json.dumps(list(ids)),
        )

    def all(self, *, retired: bool = False) -> list[tuple[Any, ...]]:
        """Return every product by name; with the `retired` ones as well."""
        there = "" if retired else " AND p.retired_at IS NULL"
        return self._read(f"WHERE p.deleted_at IS NULL{there} ORDER BY p.name, p.id")

    def with_code(self, code: str) -> list[tuple[Any, ...]]:
        """Return the products of a barcode or code, those of a barcode first."""
        return self._read(
            "WHERE (p.barcode = :code OR p.code = :code) AND p.deleted_at IS NULL"
            " AND p.retired_at IS NULL ORDER BY p.barcode IS NOT :code, p.name, p.id",
            code=code,
        )

    def find(self, typed: str, *, limit: int) -> list[tuple[Any, ...]]:
        """Return products whose code, barcode or name fits, also by first consonants."""
        wanted, as_typed = product_key(typed), "".join(clean(typed).split())
        if not wanted:
            return []
        found = []
        for row in self.all():
            place = _place(row, wanted, as_typed)
            if place is not None:
                found.append((place, row))
        found.sort(key=lambda one: (one[0], one[1][1], one[1][0]))
        return [row for _place, row in found[:limit]]

    def category(self, name: str) -> int | None:
        """Return the id of the category of that name, made or taken back; None for no name."""
        name = " ".join(clean(name).split())
        if not name:
            return None
        row_id = meaning_id("product_category", product_key(name))
        category = self._session.get(ProductCategory, row_id)
        if category is None:
            last = self._session.scalar(text("SELECT max(position) FROM product_category"))
            place = 0 if last is None else last + 1
            self._session.add(ProductCategory(id=row_id, name=name, position=place))
            self._session.flush()
        else:
            category.deleted_at = category.retired_at = None
        return row_id

    def category_of(self, category_id: int) -> ProductCategory:
        """Return the category to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(ProductCategory, category_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("product_category", category_id)
        return found

    def move_all(self, category_id: int, to_id: int | None) -> None:
        """Put what is in a category into another one, or into none."""
        self._session.flush()
        self._session.execute(
            text(
                "UPDATE product SET category_id = :to, updated_at = :now"
                " WHERE category_id = :category AND category_id IS NOT :to"
            ),
            {"to": to_id, "now": self._now(), "category": category_id},
        )
        self._session.expire_all()

    def categories(self) -> Sequence[tuple[int, str, int]]:
        """Return (id, name, products that are not retired) of each category, in their order."""
        found = self._session.execute(
            text(
                "SELECT c.id, c.name, (SELECT count(*) FROM product p WHERE p.category_id = c.id"
                " AND p.deleted_at IS NULL AND p.retired_at IS NULL) FROM product_category c"
                " WHERE c.deleted_at IS NULL AND c.retired_at IS NULL"
                " ORDER BY c.position, c.name, c.id"
            )
        )
        return [(a, b, c) for a, b, c in found]

    def _read(self, which: str, **given: object) -> list[tuple[Any, ...]]:
        self._session.flush()
        found = self._session.execute(text(f"SELECT {COLUMNS} {FROM} {which}"), given)
        return [tuple(row) for row in found]


def _place(row: tuple[Any, ...], wanted: str, as_typed: str) -> int | None:
    """Return how well a product fits what was typed, 0 best; None if it does not."""
    name, code, barcode = product_key(row[1]), product_key(row[2]), product_key(row[9])
    if wanted in (code, barcode):
        return 0
    if name.startswith(wanted):
        return 1
    if code.startswith(wanted) or wanted in name:
        return 2
    # A key's consonants are of another kind than those that are typed.
    return 3 if as_typed in initials("".join(row[1].split())) else None
