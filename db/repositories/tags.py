"""Tags on disk."""

import json
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.alive import alive_in
from db.errors import RowNotFoundError
from db.given import given
from db.ids import meaning_id
from db.keys import clean, tag_id
from db.models.tag import ContactTag, Tag


class TagRepository:
    """Tags and their links; never commits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ensure(self, name: str) -> int:
        """Return the id of the tag of that name, made or taken out of the trash if need be."""
        row_id = tag_id(name)
        tag = self._session.get(Tag, row_id)
        if tag is None:
            self._session.add(Tag(id=row_id, name=clean(name).lstrip("#").strip()))
            self._session.flush()
        elif tag.deleted_at is not None:
            tag.deleted_at = None
        return row_id

    def get(self, name: str) -> Tag:
        """Return the tag of that name to change; raise RowNotFoundError if there is none."""
        tag = self._session.get(Tag, tag_id(name))
        if tag is None or tag.deleted_at:
            raise RowNotFoundError("tag", tag_id(name))
        return tag

    def is_there(self, name: str) -> bool:
        """Tell whether there is a tag of that name."""
        tag = self._session.get(Tag, tag_id(name))
        return tag is not None and tag.deleted_at is None

    def rename(self, name: str, new_name: str, *, now: str, origin: int | None) -> None:
        """Give a tag another name; its links go along, also to a tag that has the name already.

        A tag's id is made of its name, so another name is another row: both keep the links.
        """
        old = self.get(name)
        new_id = tag_id(new_name)
        if new_id == old.id:
            old.name = new_name
            return
        self.ensure(new_name)
        new = self.get(new_name)
        new.colour, new.family = new.colour or old.colour, new.family or old.family
        query = select(ContactTag.contact_id).where(
            ContactTag.tag_id == old.id, ContactTag.deleted_at.is_(None)
        )
        tagged = list(self._session.scalars(query))
        self.link_all(tagged, new_id, now=now, origin=origin)
        self._session.execute(
            text(
                "UPDATE contact_tag SET deleted_at = :now, updated_at = :now"
                " WHERE tag_id = :tag AND deleted_at IS NULL"
            ),
            {"now": now, "tag": old.id},
        )
        old.deleted_at = now

    def all(self) -> Sequence[tuple[int, str, str, str, int]]:
        """Return (id, name, colour, group, number of living contacts) of every tag."""
        rows = self._session.execute(text(ALL))
        return [(a, b, c, d, e) for a, b, c, d, e in rows]

    def link(self, contact_id: int, tag: int) -> None:
        """Put a tag on a contact."""
        link_id = meaning_id(contact_id, tag)
        found = self._session.get(ContactTag, link_id)
        if found is None:
            self._session.add(ContactTag(id=link_id, contact_id=contact_id, tag_id=tag))
        else:
            found.deleted_at = None

    def link_all(
        self, contact_ids: Collection[int], tag: int, *, now: str, origin: int | None
    ) -> None:
        """Put a tag on many contacts at once; `origin` is the change set that is open."""
        values = {"given": json.dumps(list(contact_ids)), "tag": tag, "now": now, "origin": origin}
        self._session.flush()
        self._session.execute(
            text(
                "UPDATE contact_tag SET deleted_at = NULL, updated_at = :now"
                " WHERE deleted_at IS NOT NULL AND tag_id = :tag"
                " AND contact_id IN (SELECT value FROM json_each(:given))"
            ),
            values,
        )
        self._session.execute(
            text(
                "INSERT INTO contact_tag (id, contact_id, tag_id, created_at, updated_at, origin)"
                " SELECT meaning_id(c.id, :tag), c.id, :tag, :now, :now, :origin"
                " FROM contact c"
                " WHERE c.id IN (SELECT value FROM json_each(:given)) AND NOT EXISTS"
                " (SELECT 1 FROM contact_tag t WHERE t.id = meaning_id(c.id, :tag))"
            ),
            values,
        )

    def unlink(self, contact_id: int, tag: int, now: str) -> None:
        """Take a tag off a contact."""
        found = self._session.get(ContactTag, meaning_id(contact_id, tag))
        if found is not None:
            found.deleted_at = found.deleted_at or now

    def names(self) -> Sequence[tuple[int, str, int]]:
        """Return (id, name, number of links) of every tag in use, by name."""
        query = (
            select(Tag.id, Tag.name, func.count(ContactTag.id))
            .outerjoin(ContactTag, (ContactTag.tag_id == Tag.id) & ContactTag.deleted_at.is_(None))
            .where(Tag.deleted_at.is_(None))
            .group_by(Tag.id)
            .order_by(Tag.name)
        )
        return [(a, b, c) for a, b, c in self._session.execute(query)]

    def of(self, contact_ids: Iterable[int]) -> dict[int, list[str]]:
        """Return the tag names of these contacts, by name."""
        query = (
            select(ContactTag.contact_id, Tag.name)
            .join(Tag, Tag.id == ContactTag.tag_id)
            .where(
                ContactTag.contact_id.in_(given(contact_ids)),
                ContactTag.deleted_at.is_(None),
                Tag.deleted_at.is_(None),
            )
            .order_by(Tag.name)
        )
        found: dict[int, list[str]] = {}
        for contact_id, name in self._session.execute(query):
            found.setdefault(contact_id, []).append(name)
        return found


ALL = f"""
SELECT t.id, t.name, coalesce(t.colour, ''), coalesce(t.family, ''),
  (SELECT count(*) FROM contact_tag l JOIN contact ON contact.id = l.contact_id
   WHERE l.tag_id = t.id AND l.deleted_at IS NULL
     AND {alive_in("contact")})
FROM tag t WHERE t.deleted_at IS NULL ORDER BY coalesce(t.family, ''), t.name
"""
