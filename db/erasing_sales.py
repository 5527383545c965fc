"""Taking people out of sales: what was sold and paid stays for the books, of nobody.

Passes and points belong to a person and go with them; a sale stays with its amounts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any, Protocol

from sqlalchemy import Connection

from db import sale_days

PERSONAL = (
    "recipient_name", "recipient_phone", "postcode", "address", "card_text", "maker_note", "note",
    "cash_receipt",
)  # fmt: skip
PEOPLE = ("contact_id", "recipient_id")
_GIVEN = "(SELECT value FROM json_each(?1))"


class Traces(Protocol):
    """What names the people who are erased."""

    @property
    def numbers(self) -> Collection[str]: ...  # noqa: D102
    def blanked(self, value: Any) -> Any: ...  # noqa: D102


def forget(connection: Connection, contacts: Collection[int], traces: Traces) -> None:
    """Take contacts out of sales, their lines and payments, and out of the ledger of these."""
    given = json.dumps(sorted(contacts))
    sales = {
        row[0]
        for column in PEOPLE
        for row in connection.exec_driver_sql(
            f"SELECT id FROM sale WHERE {column} IN {_GIVEN}", (given,)
        )
    }
    sales |= _sent_to(connection, traces)
    if not sales:
        return
    theirs = (json.dumps(sorted(sales)), given)
    people = ", ".join(
        f"{c} = iif({c} IN (SELECT value FROM json_each(?2)), NULL, {c})" for c in PEOPLE
    )
    texts = ", ".join(f"{column} = NULL" for column in PERSONAL)
    connection.exec_driver_sql(f"UPDATE sale SET {people}, {texts} WHERE id IN {_GIVEN}", theirs)
    sale_days.refresh_of(connection, theirs[0])
    connection.exec_driver_sql(
        f"UPDATE payment SET reference = NULL WHERE sale_id IN {_GIVEN}", theirs[:1]
    )
    connection.exec_driver_sql(
        f"UPDATE import_row SET cells = NULL WHERE sale_id IN {_GIVEN}", theirs[:1]
    )
    lines = connection.exec_driver_sql(
        f"SELECT id, description FROM sale_line WHERE sale_id IN {_GIVEN}"
        " AND description IS NOT NULL",
        theirs[:1],
    ).fetchall()
    for line_id, description in lines:
        if (blanked := traces.blanked(description)) != description:
            connection.exec_driver_sql(
                "UPDATE sale_line SET description = ? WHERE id = ?", (blanked, line_id)
            )
    erased = set(contacts)

    def of_sale(state: dict[str, Any]) -> dict[str, Any]:
        return {
            key: value
            for key, value in state.items()
            if key not in PERSONAL and not (key in PEOPLE and value in erased)
        }

    _scrub(connection, "sale", sales, of_sale)
    payments = connection.exec_driver_sql(
        f"SELECT id FROM payment WHERE sale_id IN {_GIVEN}", theirs[:1]
    )
    _scrub(
        connection, "payment", (row[0] for row in payments.fetchall()),
        lambda state: {key: value for key, value in state.items() if key != "reference"},
    )  # fmt: skip
    _scrub(connection, "sale_line", (row[0] for row in lines), traces.blanked)


def _sent_to(connection: Connection, traces: Traces) -> set[int]:
    """Return the sales of others that went to a phone number of theirs."""
    if not traces.numbers:
        return set()
    rows = connection.exec_driver_sql(
        "SELECT id, recipient_phone FROM sale WHERE recipient_phone IS NOT NULL"
    )
    return {i for i, phone in rows.fetchall() if re.sub(r"\D", "", phone) in traces.numbers}


def _scrub(
    connection: Connection, table: str, ids: Iterable[int], cleaned: Callable[[Any], Any]
) -> None:
    """Clean what the ledger holds of rows of a table."""
    rows = connection.exec_driver_sql(
        f"SELECT id, before, after FROM change WHERE table_name = ?2 AND row_id IN {_GIVEN}",
        (json.dumps(sorted(ids)), table),
    ).fetchall()
    for change_id, *states in rows:
        new = [state and json.dumps(cleaned(json.loads(state)), ensure_ascii=False)
               for state in states]  # fmt: skip
        if new != states:
            connection.exec_driver_sql(
                "UPDATE change SET before = ?, after = ? WHERE id = ?", (*new, change_id)
            )
