"""One change of many contacts at once, on disk: a few statements, however many they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.alive import ALIVE
from db.ids import IdSource
from db.repositories.custom_fields import CONTENT

Told = dict[str, Any]


class BulkRepository:
    """Tells who of many differs from what is wanted, and changes just those; never commits.

    What is `given` to the methods that write must be ids that `differing…` has returned.
    """

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    # Who is meant

    def there(self, contact_ids: Collection[int]) -> int:
        """Return how many of these contacts are there."""
        return int(self._ask(f"SELECT count(*) FROM contact WHERE {AMONG}", contact_ids)[0][0])

    def differing(self, contact_ids: Collection[int], column: str, value: object) -> list[int]:
        """Return who of these has something else in a column."""
        query = f'SELECT id FROM contact WHERE {AMONG} AND "{column}" IS NOT :value ORDER BY id'
        return [row[0] for row in self._ask(query, contact_ids, value=value)]

    def without_date(self, contact_ids: Collection[int], column: str) -> list[int]:
        """Return who of these has nothing in a column."""
        return self.differing_sql(contact_ids, f'"{column}" IS NULL')

    def differing_sql(self, contact_ids: Collection[int], what: str, **told: object) -> list[int]:
        """Return who of these meets a condition over `contact`."""
        query = f"SELECT id FROM contact WHERE {AMONG} AND ({what}) ORDER BY id"
        return [row[0] for row in self._ask(query, contact_ids, **told)]

    def tagged(self, contact_ids: Collection[int], tag: int, *, has: bool) -> list[int]:
        """Return who of these has a tag, or has it not."""
        return self.differing_sql(contact_ids, ("" if has else "NOT ") + TAGGED, tag=tag)

    def in_role(self, contact_ids: Collection[int], role: str, *, has: bool) -> list[int]:
        """Return who of these is that to the shop now, or is it not."""
        return self.differing_sql(contact_ids, ("" if has else "NOT ") + IN_ROLE, role=role)

    def differing_custom(
        self, contact_ids: Collection[int], field_id: int, values: Sequence[Told]
    ) -> list[int]:
        """Return who of these has something else in a field of the shop's own."""
        wanted: Told = {"field": field_id, "count": len(values)}
        same = []
        for number, value in enumerate(values):
            for column in CONTENT:
                wanted[f"{column}_{number}"] = value.get(column)
            matches = " AND ".join(f"v.{c} IS :{c}_{number}" for c in CONTENT)
            same.append(f"EXISTS (SELECT 1 FROM custom_value v WHERE {OF_FIELD} AND {matches})")
        exact = f"(SELECT count(*) FROM custom_value v WHERE {OF_FIELD}) = :count"
        met = " AND ".join([exact, *same])
        return self.differing_sql(contact_ids, f"NOT ({met})", **wanted)

    def differing_file(
        self, contact_ids: Collection[int], field_id: int, sha256: str, file_name: str
    ) -> list[int]:
        """Return who of these has another file, or none, in a field of the shop's own."""
        told = {"field": field_id, "sha256": sha256, "file_name": file_name}
        return self.differing_sql(contact_ids, f"NOT {SAME_FILE}", **told)

    def before(self, contact_ids: Collection[int], shown: str) -> list[tuple[int, str, Any]]:
        """Return (id, name, what is there) of these, in the order of names.

        `shown` is a column of contacts, 'owner' for the name of who looks after them, or ''.
        """
        there = OWNER if shown == "owner" else f'contact."{shown}"' if shown else "NULL"
        query = (
            f"SELECT contact.id, contact.name, {there} FROM contact WHERE {AMONG}"
            " ORDER BY contact.name, contact.id"
        )
        return [(a, b, c) for a, b, c in self._ask(query, contact_ids)]

    # Changing

    def put(self, given: Collection[int], values: Told) -> None:
        """Set columns of contacts."""
        change = ", ".join(f'"{column}" = :{column}' for column in values)
        self._ask(
            f"UPDATE contact SET {change}, updated_at = :now WHERE {AMONG} RETURNING 1",
            given, now=self._now(), **values,
        )  # fmt: skip

    def take_tag(self, given: Collection[int], tag: int) -> None:
        """Take a tag off contacts."""
        self._ask(
            "UPDATE contact_tag SET deleted_at = :now, updated_at = :now WHERE tag_id = :tag"
            f" AND deleted_at IS NULL AND contact_id {GIVEN} RETURNING 1",
            given, now=self._now(), tag=tag,
        )  # fmt: skip

    def give_role(self, given: Collection[int], role: str, *, origin: int | None) -> None:
        """Let contacts be that to the shop."""
        told = {"role": role, "now": self._now(), "origin": origin}
        self._ask(GIVE_ROLE, given, **told)

    def end_role(self, given: Collection[int], role: str, until: str) -> None:
        """Let contacts no longer be that to the shop."""
        self._ask(
            "UPDATE contact_role SET until = :until, updated_at = :now WHERE role = :role"
            f" AND deleted_at IS NULL AND until IS NULL AND contact_id {GIVEN} RETURNING 1",
            given, until=until, now=self._now(), role=role,
        )  # fmt: skip

    def declare_stop(self, given: Collection[int], moment: str, told: Told) -> None:
        """Record that these are not to be contacted any more."""
        first = self._ids.reserve(len(given))
        self._ask(DECLARE, given, first=first, moment=moment, now=self._now(), **told)

    def _ask(self, query: str, given: Collection[int], **told: object) -> Sequence[Any]:
        self._session.flush()
        asked = {"given": json.dumps(list(given)), **told}
        return self._session.execute(text(query), asked).all()


GIVEN = "IN (SELECT value FROM json_each(:given))"
AMONG = f"contact.id {GIVEN} AND {ALIVE}"
OWNER = "(SELECT s.name FROM staff s WHERE s.id = contact.owner_id)"
TAGGED = """EXISTS (SELECT 1 FROM contact_tag l WHERE l.contact_id = contact.id
  AND l.tag_id = :tag AND l.deleted_at IS NULL)"""
IN_ROLE = """EXISTS (SELECT 1 FROM contact_role r WHERE r.contact_id = contact.id
  AND r.role = :role AND r.until IS NULL AND r.deleted_at IS NULL)"""
OF_FIELD = "v.contact_id = contact.id AND v.field_id = :field AND v.deleted_at IS NULL"
SAME_FILE = f"""EXISTS (SELECT 1 FROM custom_value v JOIN attachment a ON a.id = v.attachment_id
  WHERE {OF_FIELD} AND a.sha256 = :sha256 AND a.file_name = :file_name)"""
GIVE_ROLE = """
INSERT INTO contact_role (id, contact_id, role, created_at, updated_at, origin)
SELECT meaning_id('role', c.value, :role), c.value, :role, :now, :now, :origin
FROM json_each(:given) c WHERE true
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, until = NULL, updated_at = excluded.updated_at
RETURNING 1
"""
DECLARE = """
INSERT INTO consent (id, contact_id, purpose, channel, state, happened_at, source, staff_id,
  created_at, updated_at, origin)
SELECT :first + c.key, c.value, 'service', 'any', 'withdrawn', :moment, 'spoken', :staff,
  :now, :now, :origin
FROM json_each(:given) c WHERE true RETURNING 1
"""
