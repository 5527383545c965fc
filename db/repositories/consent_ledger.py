"""The ledger of consents and the columns of the contact, kept at one.

`contact.consent_…` holds the state of adverts by each channel; where there are declarations, it
is what the last of them says. What is changed in the columns is declared here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from db.alive import ALIVE
from db.ids import IdSource
from db.models.contact import CONSENTS

CHANNELS = {column: column.removeprefix("consent_") for column in CONSENTS}


class ConsentLedger:
    """Adds declarations for changed columns, and the other way round; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def declare_changes(self, source: str, evidence: str) -> None:
        """Declare what the open change set has changed in the columns.

        A column that was cleared counts as a consent taken back: nothing is ever forgotten.
        """
        connection = self._session.connection()
        set_id = self._touched(connection)
        if set_id is None:
            return
        now = self._now()
        for column, channel in CHANNELS.items():
            rows = connection.execute(text(_sql(CHANGED, column)), {"channel": channel}).all()
            made = [
                {
                    "id": self._ids.next(), "contact": contact, "channel": channel,
                    "state": _state(said, last), "now": now, "source": source,
                    "evidence": evidence or None, "origin": set_id,
                }
                for contact, said, last in rows
                if _state(said, last) != last
            ]  # fmt: skip
            if made:
                connection.execute(text(DECLARE), made)
        self._settle(connection, now)
        connection.execute(text("DROP TABLE temp.consent_touched"))
        self._session.expire_all()

    def settle_changes(self) -> None:
        """Let the columns follow the declarations that the open change set has touched."""
        connection = self._session.connection()
        if self._touched(connection) is not None:
            self._settle(connection, self._now())
            connection.execute(text("DROP TABLE temp.consent_touched"))
            self._session.expire_all()

    def _touched(self, connection: Connection) -> int | None:
        """Keep the contacts whose consents the open change set touched; return its id if any."""
        self._session.flush()
        first, set_id = connection.execute(text(OPEN)).one()
        told = {"first": first, "set": set_id}
        if connection.execute(text(ANY_TOUCHED), told).first() is None:
            return None
        connection.execute(
            text(
                "CREATE TEMP TABLE consent_touched"
                " (id INTEGER PRIMARY KEY, columns TEXT NOT NULL) WITHOUT ROWID"
            )
        )
        connection.execute(text(TOUCHED), told)
        return int(set_id)

    def _settle(self, connection: Connection, now: str) -> None:
        for column, channel in CHANNELS.items():
            connection.execute(text(_sql(SETTLE, column)), {"channel": channel, "now": now})


def apart(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield (column, number of contacts) where column and last declaration differ."""
    for column, channel in CHANNELS.items():
        count: Any = connection.execute(text(_sql(APART, column)), {"channel": channel}).scalar()
        yield column, int(count)


def _state(said: str | None, last: str | None) -> str:
    if said == "granted":
        return "granted"
    if said == "denied" and last in (None, "granted"):
        return "denied" if last is None else "withdrawn"
    if said is None and last == "granted":
        return "withdrawn"
    return last or "denied"


def _sql(query: str, column: str) -> str:
    return query.replace("{column}", column).replace("{last}", LAST).replace("{alive}", ALIVE)


LAST = """(SELECT d.state FROM consent d WHERE d.contact_id = contact.id
  AND d.purpose = 'advert' AND d.channel IN (:channel, 'any') AND d.deleted_at IS NULL
  ORDER BY d.happened_at DESC, d.id DESC LIMIT 1)"""
OPEN = """
SELECT s.first_change_id, s.id FROM open_change_set o JOIN change_set s ON s.id = o.change_set_id
"""
ANY_TOUCHED = """
SELECT 1 FROM change WHERE id >= :first AND change_set_id = :set AND (table_name = 'consent'
  OR table_name = 'contact' AND (instr(after, '"consent_') OR instr(before, '"consent_'))) LIMIT 1
"""
TOUCHED = """
INSERT INTO temp.consent_touched (id, columns)
SELECT contact_id, group_concat(columns, '') FROM (
  SELECT row_id AS contact_id, coalesce(after, before) AS columns FROM change
  WHERE id >= :first AND change_set_id = :set AND table_name = 'contact' AND kind <> 'delete'
    AND instr(coalesce(after, before), '"consent_')
  UNION ALL
  SELECT c.contact_id, '' FROM change h JOIN consent c ON c.id = h.row_id
  WHERE h.id >= :first AND h.change_set_id = :set AND h.table_name = 'consent'
  UNION ALL
  SELECT h.before ->> '$.contact_id', '' FROM change h
  WHERE h.id >= :first AND h.change_set_id = :set AND h.table_name = 'consent'
    AND h.before ->> '$.contact_id' IS NOT NULL
) GROUP BY contact_id
"""
CHANGED = """
SELECT contact.id, contact.{column}, {last} FROM temp.consent_touched t
JOIN contact ON contact.id = t.id
WHERE (instr(t.columns, '"{column}"') AND ({last} IS NOT NULL OR contact.{column} IS NOT NULL))
   OR ({last} IS NOT NULL AND contact.{column} IS NOT iif({last} = 'granted', 'granted', 'denied'))
"""
DECLARE = """
INSERT INTO consent (id, contact_id, purpose, channel, state, happened_at, source, evidence,
  created_at, updated_at, origin)
VALUES (:id, :contact, 'advert', :channel, :state,
  max(:now, coalesce((SELECT max(happened_at) FROM consent WHERE contact_id = :contact), '')),
  :source, :evidence, :now, :now, :origin)
"""
SETTLE = """
UPDATE contact SET {column} = iif({last} = 'granted', 'granted', 'denied'), updated_at = :now
WHERE id IN (SELECT id FROM temp.consent_touched) AND {last} IS NOT NULL
  AND {column} IS NOT iif({last} = 'granted', 'granted', 'denied')
"""
APART = """
SELECT count(*) FROM contact WHERE id IN (SELECT contact_id FROM consent) AND {alive}
  AND {last} IS NOT NULL AND {column} IS NOT iif({last} = 'granted', 'granted', 'denied')
"""
