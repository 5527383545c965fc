"""What was sold, out of the lines of a file: one product for each code, barcode or name."""

from __future__ import annotations

from db.keys import product_key

NAME_LIMIT = 200


class Products:
    """Gathers the products of a file's lines; `rows` are in the order of PRODUCT."""

    def __init__(self, *, only_known: bool) -> None:
        """Gather them; `only_known` where a line's text names no product by itself."""
        self._only_known = only_known
        self._places: dict[tuple[str, str], int] = {}
        self._known: dict[tuple[str, ...], int | None] = {}
        self.rows: list[list[object]] = []

    def of(
        self, name: str, code: str, barcode: str, category: str, unit: str, price: int | None
    ) -> int | None:
        """Return the place of a line's product in `rows`; None where it names none."""
        said = (name, code, barcode)
        if said not in self._known:
            self._known[said] = self._place(name, code, barcode, category, unit, price)
        return self._known[said]

    def _place(
        self, name: str, code: str, barcode: str, category: str, unit: str, price: int | None
    ) -> int | None:
        called = (name or code or barcode)[:NAME_LIMIT]
        key = product_key(called)
        if not called or not (code or barcode or key):
            return None
        named, coded = ("name", key), ("code", code) if code else ("barcode", barcode)
        place = self._places.get(coded if coded[1] else named)
        if place is None and coded[1] and named in self._places:
            row = self.rows[self._places[named] - 1]
            if row[1] is None and row[2] is None:  # seen before, by its name alone
                row[1], row[2], place = code or None, barcode or None, self._places[named]
        if place is None:
            place = len(self.rows) + 1
            wanted = int(bool(coded[1]) or not self._only_known)
            self.rows.append(
                [place, code or None, barcode or None, called, key, unit or None,
                 price if price and price > 0 else None, category or None, wanted]
            )  # fmt: skip
        if coded[1]:
            self._places[coded] = place
        if key:
            self._places.setdefault(named, place)
        return place
