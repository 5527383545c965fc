"""Files and photos of contacts, on disk: the rows, not the bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, exists, select, text
from sqlalchemy.orm import Session

from db.drivers import failures
from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource
from db.models.contact import Contact
from db.models.custom_field import CustomField, CustomValue
from db.models.interaction import Attachment
from db.reasons import reason_of

if TYPE_CHECKING:
    import sqlite3

# Of every file that a row refers to, or that undo could bring back: its SHA-256.
NEEDED = (
    "SELECT sha256 FROM attachment UNION SELECT photo FROM contact WHERE photo IS NOT NULL"
    " UNION SELECT json_extract(coalesce(after, before), '$.sha256') FROM change"
    " WHERE table_name = 'attachment'"
    " UNION SELECT json_extract(before, '$.photo') FROM change"
    " WHERE table_name = 'contact' AND instr(before, '\"photo\"')"
    " UNION SELECT json_extract(after, '$.photo') FROM change"
    " WHERE table_name = 'contact' AND instr(after, '\"photo\"')"
)

FACTS = ("sha256", "file_name", "media_type", "size")
# The same file in the same field of a contact is the same row, on every PC.
_ROW = "meaning_id('file', {contact}, :field, :sha256, :file_name)"
TAKE = f"""
UPDATE attachment SET deleted_at = :now, updated_at = :now
WHERE deleted_at IS NULL AND id IN (
  SELECT v.attachment_id FROM custom_value v
  WHERE v.field_id = :field AND v.deleted_at IS NULL
    AND v.contact_id IN (SELECT value FROM json_each(:given))
    AND v.attachment_id <> {_ROW.format(contact="v.contact_id")})
"""
LET_GO = """
UPDATE custom_value SET deleted_at = :now, updated_at = :now
WHERE field_id = :field AND deleted_at IS NULL
  AND contact_id IN (SELECT value FROM json_each(:given))
"""
PUT = f"""
INSERT INTO attachment (id, contact_id, {", ".join(FACTS)}, created_at, updated_at, origin)
SELECT {_ROW.format(contact="c.value")}, c.value, {", ".join(f":{fact}" for fact in FACTS)},
  :now, :now, :origin
FROM json_each(:given) c WHERE true
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, contact_id = excluded.contact_id,
  updated_at = excluded.updated_at
WHERE attachment.deleted_at IS NOT NULL OR attachment.contact_id <> excluded.contact_id
"""
HOLD = f"""
INSERT INTO custom_value (id, contact_id, field_id, attachment_id, created_at, updated_at, origin)
SELECT meaning_id('custom', c.value, :field, 0), c.value, :field,
  {_ROW.format(contact="c.value")}, :now, :now, :origin
FROM json_each(:given) c WHERE true
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at,
  attachment_id = excluded.attachment_id
WHERE custom_value.deleted_at IS NOT NULL
  OR custom_value.attachment_id IS NOT excluded.attachment_id
"""


class FileRepository:
    """What files and photos contacts have; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(
        self, contact_id: int, facts: Mapping[str, str | int], deal_id: int | None = None
    ) -> int:
        """Add a file of these FACTS to a contact, and to a deal; return its id."""
        made = Attachment(id=self._ids.next(), contact_id=contact_id, deal_id=deal_id, **facts)
        self._session.add(made)
        return made.id

    def get(self, file_id: int) -> Attachment:
        """Return a file; raise RowNotFoundError if it is gone."""
        found = self._session.get(Attachment, file_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("attachment", file_id)
        return found

    def remove(self, file_id: int) -> None:
        """Put a file in the trash; no field of the shop's own holds it any more."""
        self.get(file_id).deleted_at = self._now()
        held = select(CustomValue).where(
            CustomValue.attachment_id == file_id, CustomValue.deleted_at.is_(None)
        )
        for value in self._session.scalars(held):
            value.deleted_at = self._now()

    def facts(self, file_id: int) -> dict[str, str | int]:
        """Return the FACTS of a file; raise RowNotFoundError if it is gone."""
        row = self.get(file_id)
        return {fact: getattr(row, fact) for fact in FACTS}

    def put_in_field(
        self,
        contact_ids: Collection[int],
        field_id: int,
        facts: Mapping[str, str | int],
        *,
        origin: int | None,
    ) -> None:
        """Let each of these contacts have a file in a field, in a row of its own.

        `facts` are of the columns FACTS; `origin` is the change set that is open. What the field
        held before goes to the trash.
        """
        self._session.flush()
        told = {"given": json.dumps(list(contact_ids)), "field": field_id, "now": self._now()}
        self._session.execute(text(TAKE), {**told, **facts})
        self._session.execute(text(PUT), {**told, **facts, "origin": origin})
        self._session.execute(text(HOLD), {**told, **facts, "origin": origin})
        self._session.expire_all()

    def take_from_field(self, contact_ids: Collection[int], field_id: int) -> None:
        """Put what these contacts have in a field for files in the trash, with the values."""
        self._session.flush()
        told = {"given": json.dumps(list(contact_ids)), "field": field_id, "now": self._now()}
        for statement in (TAKE, LET_GO):
            self._session.execute(text(statement), {**told, "sha256": "", "file_name": ""})
        self._session.expire_all()

    def of(self, contact_id: int) -> Sequence[Attachment]:
        """Return the files of a contact, newest first, without those its fields hold."""
        held = exists().where(
            CustomValue.attachment_id == Attachment.id,
            CustomValue.deleted_at.is_(None),
            CustomField.id == CustomValue.field_id,
            CustomField.deleted_at.is_(None),
            CustomField.retired_at.is_(None),
        )
        query = (
            select(Attachment)
            .where(Attachment.contact_id == contact_id, Attachment.deleted_at.is_(None), ~held)
            .order_by(Attachment.id.desc())
        )
        return self._session.scalars(query).all()

    def of_deal(self, deal_id: int) -> Sequence[Attachment]:
        """Return the files of a deal, newest first."""
        query = select(Attachment).where(
            Attachment.deal_id == deal_id, Attachment.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(Attachment.id.desc())).all()

    def photos(self, contact_ids: Collection[int] | None = None) -> dict[int, str]:
        """Return the photo (its SHA-256) of those of these contacts that have one."""
        query = select(Contact.id, Contact.photo).where(Contact.photo.is_not(None))
        if contact_ids is not None:
            query = query.where(Contact.id.in_(given(contact_ids)))
        return {contact_id: photo for contact_id, photo in self._session.execute(query) if photo}

    def bring_photo(self, line: int, contact_id: int | None, sha256: str) -> None:
        """Give the contact of a row that was just imported its photo; that makes it an update."""
        connection = self._session.connection()
        connection.exec_driver_sql(
            "UPDATE stage.row SET outcome = 'updated' WHERE line = ? AND outcome = 'same'", (line,)
        )
        if sha256:
            connection.exec_driver_sql(
                "UPDATE contact SET photo = ?, updated_at = ? WHERE id = ? AND photo IS NULL",
                (sha256, self._now(), contact_id),
            )


def needed_files(connection: Connection) -> set[str]:
    """Return the SHA-256 of every file that the rows, or undo, may ask for."""
    return {row[0] for row in connection.exec_driver_sql(NEEDED) if row[0]}


def needed_in(connection: sqlite3.Connection) -> list[str]:
    """Return the same by a connection of a driver's; none of a time before there were any."""
    try:
        return sorted({row[0] for row in connection.execute(NEEDED) if row[0]})
    except failures() as error:
        if reason_of(error) is not None:
            raise
        return []


def expected_files(connection: Connection) -> list[tuple[str, str]]:
    """Return (SHA-256, name) of every file that living rows show; a photo has no name."""
    query = (
        "SELECT sha256, min(file_name) FROM attachment WHERE deleted_at IS NULL GROUP BY sha256"
        " UNION ALL SELECT DISTINCT photo, '' FROM contact"
        " WHERE photo IS NOT NULL AND deleted_at IS NULL"
    )
    return [(sha256, name) for sha256, name in connection.exec_driver_sql(query)]
