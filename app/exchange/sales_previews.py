"""One sale of a file as it would stand in the book, told from what the ledger filed about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.exchange.table import Table
from app.shapes.imports import FieldChange, RowPreview
from db.repositories.changes import ChangeRow

NEAR = 200  # rows before and after a line that may belong to its sale
TOLD = {
    "number": "sale.number", "sold_on": "sale.date", "channel": "sale.channel",
    "cancelled_at": "sale.cancelled", "recipient_name": "recipient.name",
    "recipient_phone": "recipient.phone", "address": "recipient.address.full",
    "due_at": "sale.due", "card_text": "sale.card_text", "maker_note": "sale.maker_note",
    "note": "sale.note",
}  # fmt: skip


def neighbours(table: Table, line: int) -> Table:
    """Return the rows around a line: those of its sale are among them."""
    place = table.lines.index(line)
    near = slice(max(place - NEAR, 0), place + NEAR + 1)
    return replace(
        table, lines=table.lines[near], rows=table.rows[near], failed=[], skipped=[]
    )  # fmt: skip


def these(table: Table, places: Sequence[int]) -> Table:
    """Return the table with these of its rows."""
    return replace(
        table, lines=[table.lines[p] for p in places], rows=[table.rows[p] for p in places]
    )


def sale_preview(
    line: int,
    outcome: str,
    staged: dict[str, Any],
    changes: Sequence[ChangeRow],
    products: dict[int, str],
) -> RowPreview:
    """Return what a sale brings; one that is not brought in shows what was read of it.

    `staged` is the sale as it was read, `products` are the names of those on its lines.
    """
    fields: list[FieldChange] = []
    name = str(staged["buyer_name"] or staged["number"] or "")
    for change in changes:
        if change.table == "sale":
            fields += _of_sale(change)
        elif change.table == "sale_line" and change.kind == "insert":
            fields.append(FieldChange("line.name", "", _line(change.after, products)))
        elif change.table == "contact" and change.kind == "insert":
            fields.append(FieldChange("buyer.name", "", str(change.after["name"])))
        elif change.table == "payment" and change.kind == "insert":
            fields.append(FieldChange("sale.paid", "", str(change.after["amount"])))
    if not changes:
        fields = [
            FieldChange(TOLD[column], "", str(staged[column]))
            for column in ("number", "sold_on", "note")
            if staged[column]
        ]
    if outcome != "updated":
        fields.append(FieldChange("sale.total", "", str(staged["total"])))
    return RowPreview(line, outcome, name, tuple(fields), str(staged["currency"]))


def _of_sale(change: ChangeRow) -> list[FieldChange]:
    return [
        FieldChange(target, _text(change.before.get(column)), _text(change.after[column]))
        for column, target in TOLD.items()
        if column in change.after and change.after[column] != change.before.get(column)
    ]


def _line(after: dict[str, Any], products: dict[int, str]) -> str:
    name = after.get("description") or products.get(after.get("product_id") or 0, "")
    many = after["quantity"] / 1000
    return f"{name} × {many:g}".strip()


def _text(value: object) -> str:
    return "" if value is None else str(value)
