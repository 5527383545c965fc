"""Taking people out of deals: that there was one, and what it was worth, stays, of nobody.

Quotes belong to a person and go with them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from typing import Any

from sqlalchemy import Connection

from db.models.deal import NEXT_TASK

PEOPLE = ("contact_id", "company_id")
PERSONAL = ("note", "next_step", "reason_note", "campaign")
NAMED = ("add_deal", "edit_deal", "win_deal", "tick_deal", "split_deal", "sell_deal")  # actions
_GIVEN = "(SELECT value FROM json_each(?1))"
NEXT = ("next_task_id", "next_task_at", "next_task_title", "next_task_kind")


def forget(connection: Connection, contacts: Collection[int], blank: str) -> set[int]:
    """Take contacts out of deals and their lines, and out of the ledger of these.

    `blank` stands where a title was. Returns the deals.
    """
    given = json.dumps(sorted(contacts))
    deals = {
        row[0]
        for column in PEOPLE
        for row in connection.exec_driver_sql(
            f"SELECT id FROM deal WHERE {column} IN {_GIVEN}", (given,)
        )
    }
    if not deals:
        return deals
    theirs = (json.dumps(sorted(deals)), given, blank)
    people = ", ".join(
        f"{c} = iif({c} IN (SELECT value FROM json_each(?2)), NULL, {c})" for c in PEOPLE
    )
    texts = ", ".join(f"{column} = NULL" for column in PERSONAL)
    connection.exec_driver_sql(
        f"UPDATE deal SET {people}, title = ?3, {texts} WHERE id IN {_GIVEN}", theirs
    )
    for table, column in (("deal_line", "description"), ("quote", "recipient")):
        connection.exec_driver_sql(
            f"UPDATE {table} SET {column} = NULL WHERE deal_id IN {_GIVEN}", theirs[:1]
        )
        rows = connection.exec_driver_sql(
            f"SELECT id FROM {table} WHERE deal_id IN {_GIVEN}", theirs[:1]
        ).fetchall()
        _scrub(connection, table, (row[0] for row in rows), _without(column))
    erased = set(contacts)

    def of_deal(state: dict[str, Any]) -> dict[str, Any]:
        kept = {
            key: value
            for key, value in state.items()
            if key not in PERSONAL and not (key in PEOPLE and value in erased)
        }
        return kept | {"title": blank} if "title" in kept else kept

    _scrub(connection, "deal", deals, of_deal)
    _scrub_facts(connection, deals, blank)
    return deals


def settle(connection: Connection, deals: Collection[int]) -> None:
    """Let deals have the next of the tasks that are left."""
    columns, values = ", ".join(NEXT), ", ".join(NEXT_TASK)
    connection.exec_driver_sql(
        f"UPDATE deal SET ({columns}) = ({values}) WHERE id IN {_GIVEN}",
        (json.dumps(sorted(deals)),),
    )


def _without(column: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda state: {key: value for key, value in state.items() if key != column}


def _scrub(
    connection: Connection, table: str, ids: Iterable[int], cleaned: Callable[[Any], Any]
) -> None:
    """Clean what the ledger holds of rows of a table."""
    rows = connection.exec_driver_sql(
        f"SELECT id, before, after FROM change WHERE table_name = ?2 AND row_id IN {_GIVEN}",
        (json.dumps(sorted(ids)), table),
    ).fetchall()
    for change_id, *states in rows:
        new = [
            state and json.dumps(cleaned(json.loads(state)), ensure_ascii=False) for state in states
        ]
        if new != states:
            connection.exec_driver_sql(
                "UPDATE change SET before = ?, after = ? WHERE id = ?", (*new, change_id)
            )


def _scrub_facts(connection: Connection, deals: Collection[int], blank: str) -> None:
    """Take the titles out of the sentences of what was done with deals."""
    given = (json.dumps(sorted(deals)), blank, json.dumps(NAMED))
    of = "(SELECT value FROM json_each(?3))"
    which = (
        "SELECT DISTINCT change_set_id FROM change WHERE table_name = 'deal'"
        f" AND row_id IN {_GIVEN}"
    )
    connection.exec_driver_sql(
        "UPDATE change_set SET facts = json_set(facts, '$.name', ?2)"
        f" WHERE op IN {of} AND id IN ({which}) AND json_extract(facts, '$.name') IS NOT NULL",
        given,
    )
    connection.exec_driver_sql(
        "UPDATE change_set SET facts = json_set(facts, '$.facts.name', ?2)"
        f" WHERE op IN ('undo', 'redo') AND json_extract(facts, '$.of') IN {of}"
        f" AND id IN ({which})",
        given,
    )
