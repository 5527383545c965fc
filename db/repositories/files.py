"""Files and photos of contacts, on disk: the rows, not the bytes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource
from db.models.contact import Contact
from db.models.interaction import Attachment

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


class FileRepository:
    """What files and photos contacts have; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(
        self, contact_id: int, *, sha256: str, file_name: str, media_type: str, size: int
    ) -> int:
        """Add a file to a contact; return its id."""
        made = Attachment(
            id=self._ids.next(), contact_id=contact_id, sha256=sha256, file_name=file_name,
            media_type=media_type, size=size,
        )  # fmt: skip
        self._session.add(made)
        return made.id

    def get(self, file_id: int) -> Attachment:
        """Return a file; raise RowNotFoundError if it is gone."""
        found = self._session.get(Attachment, file_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("attachment", file_id)
        return found

    def remove(self, file_id: int) -> None:
        """Put a file in the trash."""
        self.get(file_id).deleted_at = self._now()

    def of(self, contact_id: int) -> Sequence[Attachment]:
        """Return the files of a contact, newest first."""
        query = (
            select(Attachment)
            .where(Attachment.contact_id == contact_id, Attachment.deleted_at.is_(None))
            .order_by(Attachment.id.desc())
        )
        return self._session.scalars(query).all()

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


def expected_files(connection: Connection) -> list[tuple[str, str]]:
    """Return (SHA-256, name) of every file that living rows show; a photo has no name."""
    query = (
        "SELECT sha256, min(file_name) FROM attachment WHERE deleted_at IS NULL GROUP BY sha256"
        " UNION ALL SELECT DISTINCT photo, '' FROM contact"
        " WHERE photo IS NOT NULL AND deleted_at IS NULL"
    )
    return [(sha256, name) for sha256, name in connection.exec_driver_sql(query)]
