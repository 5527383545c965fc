"""Importing staged sales: known ones found, new ones added, changed ones brought along, in SQL.

A sale is known by its id, which is made of its source and its number there. What somebody changed
here stays; what somebody removed here does not come back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.ids import IdSource
from db.repositories.imports import OUTCOMES, ImportRepository, ImportRules
from db.repositories.sale_import_refunds import refund_gone
from db.repositories.sale_import_returns import link_given_back
from db.repositories.sale_import_rows import add_lines, add_payments
from db.repositories.sale_import_updates import bring_along

ALWAYS = ("name+address", "name")  # where nothing else is known of a buyer


@dataclass(frozen=True, slots=True)
class SaleImportRules:
    """How staged sales become changes: `mode` is 'add', 'update' or 'both'; `today` the shop's.

    `match` is what tells that a buyer is a contact already there.
    """

    source: str
    mode: str
    today: str
    match: tuple[str, ...] = ("phone", "email", "number")
    look_alikes: str = "ask"


class SaleOutcome(NamedTuple):
    """What became of one sale of the file."""

    line: int
    outcome: str
    reason: str | None
    contact_id: int | None
    sale_id: int
    place: int


class SaleImportRepository:
    """Runs an import of sales inside the open change set; never commits."""

    def __init__(
        self, session: Session, ids: IdSource, now: Callable[[], str], people: ImportRepository
    ) -> None:
        self._session = session
        self._ids = ids
        self._now = now
        self._people = people

    def run(self, stage: Path, rules: SaleImportRules, check: Callable[[], None]) -> dict[str, int]:
        """Bring the staged sales in; return how many had which outcome.

        `check` is called between steps and may raise to call it off.
        """
        connection = self._people.attached(stage)
        steps: tuple[Callable[[], None], ...] = (
            lambda: self._recognise(connection, rules),
            lambda: self._bring_people(connection, stage, rules, check),
            lambda: self._bring_products(connection),
            lambda: self._add(connection, rules),
            lambda: link_given_back(connection, rules.source, self._stamp(connection)),
            lambda: bring_along(connection, rules.today, self._stamp(connection)),
            lambda: refund_gone(connection, rules.source, rules.today, self._stamp(connection)),
        )
        for step in steps:
            step()
            check()
        connection.exec_driver_sql(
            "UPDATE stage.sale SET outcome = iif(known, iif(changed, 'updated', 'same'), 'added')"
            " WHERE outcome IS NULL"
        )
        found = connection.exec_driver_sql("SELECT outcome, count(*) FROM stage.sale GROUP BY 1")
        return dict.fromkeys(OUTCOMES, 0) | dict(found.all())

    def outcomes(self, among: Collection[str] = OUTCOMES) -> list[SaleOutcome]:
        """Return what became of the sales just run, by line."""
        holes = ", ".join("?" * len(among))
        found = self._session.connection().exec_driver_sql(
            "SELECT line, outcome, reason, contact_id, id, place FROM stage.sale"
            f" WHERE outcome IN ({holes}) ORDER BY line",
            tuple(among),
        )
        return [SaleOutcome._make(row) for row in found]

    def earning(self, *, new: bool) -> list[tuple[int, str]]:
        """Return (sale, its day) of those just run whose points have to be settled, in order.

        They are those that have earned some, and with `new` also those that were added.
        """
        found = self._session.connection().exec_driver_sql(
            "SELECT DISTINCT o.id, o.sold_on FROM stage.sale s JOIN main.sale b ON b.id = s.id"
            " JOIN main.sale o ON o.id = coalesce(b.refunds_id, b.id)"
            " WHERE s.outcome IN ('added', 'updated') AND o.contact_id IS NOT NULL"
            " AND (? AND s.outcome = 'added' AND b.refunds_id IS NULL OR o.id IN"
            "  (SELECT m.sale_id FROM loyalty_move m WHERE m.kind = 'earn'"
            "   AND m.deleted_at IS NULL AND m.sale_id IS NOT NULL))"
            " ORDER BY o.sold_on, o.sold_at, o.id",
            (int(new),),
        )
        return [(sale_id, day) for sale_id, day in found]

    def candidates(self) -> list[tuple[int, int, str]]:
        """Return (line, contact, its name) for each contact a doubtful buyer fits."""
        found = self._session.connection().exec_driver_sql(
            "SELECT DISTINCT s.line, c.id, c.name FROM stage.sale s JOIN stage.hit h"
            " ON h.line = s.buyer JOIN contact c ON c.id = h.contact_id"
            " WHERE s.reason = 'ambiguous' OR typeof(s.told) = 'integer'"
            " ORDER BY s.line, h.sure DESC, c.id"
        )
        return [(line, contact_id, name) for line, contact_id, name in found]

    def people(self) -> dict[str, int]:
        """Return how many contacts the buyers and recipients just run were added, updated …."""
        found = self._session.connection().exec_driver_sql(
            "SELECT outcome, count(DISTINCT contact_id) FROM stage.row"
            " WHERE outcome IN ('added', 'updated') GROUP BY 1"
        )
        return {"added": 0, "updated": 0} | dict(found.all())

    def staged_sale(self) -> dict[str, Any]:
        """Return the first of the sales just run as it was read, with the name of its buyer."""
        found = self._session.connection().exec_driver_sql(
            "SELECT s.outcome, s.number, s.sold_on, s.note, s.total, s.currency,"
            " r.name AS buyer_name FROM stage.sale s LEFT JOIN stage.row r ON r.line = s.buyer"
            " ORDER BY s.place LIMIT 1"
        )
        return dict(found.mappings().one())

    def product_names(self) -> dict[int, str]:
        """Return the names of the products just run, by their ids."""
        found = self._session.connection().exec_driver_sql(
            "SELECT product_id, coalesce(called, name) FROM stage.product"
            " WHERE product_id IS NOT NULL"
        )
        return {row[0]: row[1] for row in found}

    def newest(self) -> str:
        """Return when the newest change was made, '' where there is none."""
        newest = "SELECT max(happened_at) FROM change_set"
        return str(self._session.connection().exec_driver_sql(newest).scalar() or "")

    def record(self, batch_id: int) -> None:
        """Keep what became of each sale with a batch."""
        self._session.connection().exec_driver_sql(
            "INSERT INTO import_row (batch_id, line, outcome, reason, contact_id, sale_id)"
            " SELECT ?, line, outcome, reason, contact_id, iif(outcome = 'failed', NULL, id)"
            " FROM stage.sale ORDER BY line",
            (batch_id,),
        )

    def _stamp(self, connection: Connection) -> tuple[str, int | None]:
        found = connection.exec_driver_sql("SELECT change_set_id FROM open_change_set").scalar()
        return self._now(), None if found is None else int(found)

    def _recognise(self, connection: Connection, rules: SaleImportRules) -> None:
        """Find the sales that are in the book, and leave out what is not to be brought in."""
        run = connection.exec_driver_sql
        run(
            "UPDATE stage.sale SET changed = 0, contact_id = NULL, recipient_id = NULL,"
            " known = 0, outcome = CASE WHEN reason IS NOT NULL THEN 'failed'"
            " WHEN told = 'skip' THEN 'skipped' END,"
            " reason = iif(reason IS NULL AND told = 'skip', 'left_out', reason)"
        )
        run("CREATE INDEX IF NOT EXISTS stage.sale_id ON sale (id)")
        run(
            "UPDATE stage.sale SET known = iif(b.deleted_at IS NULL, 1, 2)"
            " FROM main.sale b WHERE b.id = sale.id AND sale.outcome IS NULL"
        )
        run("UPDATE stage.sale SET outcome = 'skipped', reason = 'removed_here' WHERE known = 2")
        if run("SELECT 1 FROM stage.sale WHERE source IS NOT NULL LIMIT 1").first():
            run(  # somebody moved the row to another sale
                "DELETE FROM stage.line WHERE EXISTS (SELECT 1 FROM main.sale_line b"
                " WHERE b.id = line.id AND b.sale_id <> line.sale_id)"
            )
        if rules.mode == "update":
            run(
                "UPDATE stage.sale SET outcome = 'skipped', reason = 'sale_not_found'"
                " WHERE outcome IS NULL AND NOT known"
            )
        if rules.mode == "add":
            run("UPDATE stage.sale SET outcome = 'same' WHERE outcome IS NULL AND known")
        others = "FROM stage.sale WHERE outcome IS NOT NULL OR known"
        if run(f"SELECT 1 {others} LIMIT 1").first():
            run(f"UPDATE stage.line SET fresh = 0 WHERE place IN (SELECT place {others})")

    def _bring_people(
        self,
        connection: Connection,
        stage: Path,
        rules: SaleImportRules,
        check: Callable[[], None],
    ) -> None:
        """Match or add the buyers and recipients of new sales; known ones have theirs."""
        run = connection.exec_driver_sql
        new = "FROM stage.sale WHERE outcome IS NULL AND NOT known"
        needed = (
            f"SELECT buyer {new} AND buyer IS NOT NULL"
            f" UNION SELECT recipient {new} AND recipient IS NOT NULL"
        )
        run(f"UPDATE stage.row SET told = iif(line IN ({needed}), NULL, 'skip')")
        run(
            "UPDATE stage.row SET told = s.told FROM stage.sale s WHERE s.buyer = row.line"
            " AND row.told IS NULL AND s.told IS NOT NULL AND s.told <> 'skip'"
        )
        people = ImportRules("both", (*rules.match, *ALWAYS), (), rules.look_alikes, apart=True)
        self._people.run(stage, people, check)
        run(
            "UPDATE stage.sale SET contact_id = r.contact_id FROM stage.row r"
            " WHERE r.line = sale.buyer AND r.contact_id IS NOT NULL"
        )
        run(
            "UPDATE stage.sale SET recipient_id = r.contact_id FROM stage.row r"
            " WHERE r.line = sale.recipient AND r.contact_id IS NOT NULL"
        )
        run(
            "UPDATE stage.sale SET outcome = 'failed', reason = r.reason FROM stage.row r"
            " WHERE r.line = sale.buyer AND r.outcome = 'failed' AND sale.outcome IS NULL"
            " AND NOT sale.known"
        )

    def _bring_products(self, connection: Connection) -> None:
        """Match the products of new lines by code, barcode or name; add those nobody knows."""
        run = connection.exec_driver_sql
        best = "p.deleted_at IS NULL ORDER BY p.retired_at IS NOT NULL, p.id LIMIT 1"
        for known in (
            "p.code = product.code AND p.code IS NOT NULL",
            "p.barcode = product.barcode AND p.barcode IS NOT NULL",
            "p.name_key = product.name_key AND product.name_key <> ''"
            " AND (p.code IS NULL OR product.code IS NULL)",
        ):
            run(
                "UPDATE stage.product SET product_id = (SELECT p.id FROM main.product p"
                f" WHERE {known} AND {best}) WHERE product_id IS NULL"
            )
        run(
            "UPDATE stage.product SET needed = place IN (SELECT l.product FROM stage.sale s"
            " JOIN stage.line l ON l.place = s.place WHERE s.outcome IS NULL AND l.fresh)"
        )
        missing = "FROM stage.product s WHERE s.product_id IS NULL AND s.wanted AND s.needed"
        self._add_products(connection, missing)
        run(
            "UPDATE stage.product SET called = p.name FROM main.product p"
            " WHERE p.id = product.product_id"
        )

    def _add_products(self, connection: Connection, missing: str) -> None:
        run = connection.exec_driver_sql
        places = [place for (place,) in run(f"SELECT s.place {missing} ORDER BY s.place")]
        if not places:
            return
        now, origin = self._stamp(connection)
        run(
            "INSERT INTO product_category (id, name, position, created_at, updated_at, origin)"
            " SELECT meaning_id('product_category', product_key(category)) AS made, min(category),"
            " (SELECT coalesce(max(position) + 1, 0) FROM product_category), ?, ?, ?"
            f" {missing} AND s.category IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
            " product_category c WHERE c.id = meaning_id('product_category',"
            " product_key(s.category))) GROUP BY made",
            (now, now, origin),
        )
        run(
            "UPDATE product_category SET retired_at = NULL, deleted_at = NULL, updated_at = ?"
            " WHERE coalesce(retired_at, deleted_at) IS NOT NULL AND id IN (SELECT"
            f" meaning_id('product_category', product_key(s.category)) {missing}"
            " AND s.category IS NOT NULL)",
            (now,),
        )
        base = self._ids.reserve(places[-1] + 1)
        run(f"UPDATE stage.product AS s SET product_id = ? + place WHERE place IN"
            f" (SELECT s.place {missing})", (base,))  # fmt: skip
        run(
            "INSERT INTO product (id, code, barcode, name, name_key, unit, price, category_id,"
            " created_at, updated_at, origin) SELECT product_id, code, barcode, name, name_key,"
            " unit, price, iif(category IS NULL, NULL, meaning_id('product_category',"
            " product_key(category))), ?, ?, ? FROM stage.product WHERE product_id BETWEEN ? AND ?"
            " ORDER BY product_id",
            (now, now, origin, base, base + places[-1]),
        )

    def _add(self, connection: Connection, rules: SaleImportRules) -> None:
        """Insert the new sales with their lines and payments; what is given back comes later."""
        run = connection.exec_driver_sql
        now, origin = self._stamp(connection)
        new = "s.outcome IS NULL AND NOT s.known AND s.original IS NULL"
        gone = "s.state = 'cancelled'"
        status = (
            f"CASE WHEN {gone} THEN 'cancelled' WHEN s.total - s.paid <= 0 THEN 'paid'"
            " WHEN s.paid > 0 THEN 'partial' ELSE 'open' END"
        )
        columns = (
            "number", "external_key", "contact_id", "sold_on", "sold_at", "channel", "currency",
            "discount", "tax_added", "recipient_id", "recipient_name", "recipient_phone",
            "postcode", "address", "due_at", "card_text", "maker_note", "note", "cash_receipt",
            "subtotal", "tax", "total", "paid",
        )  # fmt: skip
        run(
            f"INSERT INTO sale (id, source, {', '.join(columns)}, handover, staff_id,"
            " cancelled_at, owed, status, created_at, updated_at, origin)"
            f" SELECT s.id, coalesce(s.source, ?), {', '.join(f's.{c}' for c in columns)},"
            " CASE WHEN s.source IS NOT NULL THEN s.handover WHEN s.address IS NOT NULL"
            "  THEN 'delivery' END, (SELECT min(f.id) FROM staff f"
            "  WHERE f.name = s.staff AND f.deleted_at IS NULL),"
            f" iif({gone}, coalesce(s.cancelled_on || 'T00:00:00.000Z', ?), NULL),"
            f" iif({gone}, 0, s.total - s.paid), {status}, ?, ?, ?"
            f" FROM stage.sale s WHERE {new} ORDER BY s.id",
            (rules.source, now, now, now, origin),
        )
        run(
            "UPDATE sale SET exchange_of_id = s.exchange_of FROM stage.sale s WHERE s.id = sale.id"
            f" AND s.exchange_of IN (SELECT x.id FROM main.sale x) AND {new}"
        )
        add_lines(connection, new, (now, origin))
        add_payments(connection, new, (now, origin), "s.reference")
