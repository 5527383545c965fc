"""Fields of the shop's own and what contacts have in them, on disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.alive import ALIVE
from db.errors import RowNotFoundError
from db.given import given
from db.ids import IdSource
from db.keys import name_key
from db.models.contact import Contact
from db.models.custom_field import CustomChoice, CustomField, CustomValue
from db.models.interaction import Attachment

CONTENT = ("text", "number", "choice_id", "person_id", "attachment_id")


class CustomFieldRepository:
    """Fields, their choices and values; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(
        self, kind: str, label_ko: str, label_en: str, *, in_list: bool = False,
        field_id: int | None = None,
    ) -> int:  # fmt: skip
        """Add a field behind the others; return its id, a new one unless it has a meaning."""
        last = self._session.scalar(select(func.max(CustomField.position)))
        made = CustomField(
            id=field_id or self._ids.next(), kind=kind, label_ko=label_ko, label_en=label_en,
            in_list=int(in_list), position=0 if last is None else last + 1,
        )  # fmt: skip
        self._session.add(made)
        self._session.flush()  # its choices refer to it
        return made.id

    def get(self, field_id: int) -> CustomField:
        """Return the field to change, retired or not; raise RowNotFoundError if it is gone."""
        found = self._session.get(CustomField, field_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("custom_field", field_id)
        return found

    def all(self, *, retired: bool = False) -> Sequence[CustomField]:
        """Return the fields in their order, to read only; with `retired` those too."""
        query = select(CustomField).where(CustomField.deleted_at.is_(None))
        if not retired:
            query = query.where(CustomField.retired_at.is_(None))
        return self._session.scalars(query.order_by(CustomField.position, CustomField.id)).all()

    def add_choice(self, field_id: int, label_ko: str, label_en: str) -> int:
        """Add a choice to a field, behind the others; return its id."""
        last = self._session.scalar(
            select(func.max(CustomChoice.position)).where(CustomChoice.field_id == field_id)
        )
        made = CustomChoice(
            id=self._ids.next(), field_id=field_id, label_ko=label_ko, label_en=label_en,
            position=0 if last is None else last + 1,
        )  # fmt: skip
        self._session.add(made)
        self._session.flush()
        return made.id

    def choice(self, choice_id: int) -> CustomChoice:
        """Return the choice to change."""
        found = self._session.get(CustomChoice, choice_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("custom_choice", choice_id)
        return found

    def choices(self) -> Sequence[CustomChoice]:
        """Return the choices of every field in their order, retired ones too, to read only."""
        query = select(CustomChoice).where(CustomChoice.deleted_at.is_(None))
        return self._session.scalars(
            query.order_by(CustomChoice.field_id, CustomChoice.position, CustomChoice.id)
        ).all()

    def put(
        self,
        contact_ids: Collection[int],
        field_id: int,
        values: Sequence[dict[str, Any]],
        *,
        origin: int | None,
    ) -> None:
        """Let these contacts have exactly these values in a field; none clears it.

        Each value is of the columns CONTENT; `origin` is the change set that is open. Set-based:
        a hundred thousand contacts are a few statements.
        """
        self._session.flush()
        told = {"given": json.dumps(list(contact_ids)), "field": field_id, "now": self._now()}
        meant = [v.get("choice_id") or 0 for v in values]
        self._session.execute(text(TAKE), {**told, "meant": json.dumps(meant)})
        for value, meaning in zip(values, meant, strict=True):
            columns = {column: value.get(column) for column in CONTENT}
            self._session.execute(
                text(PUT), {**told, **columns, "meaning": meaning, "origin": origin}
            )

    def values(self, contact_ids: Collection[int]) -> Sequence[tuple[Any, ...]]:
        """Return (contact, field, text, number, choice, person, name, file) of these contacts.

        The name is that of the person or the file.
        """
        query = (
            select(
                CustomValue.contact_id, CustomValue.field_id, CustomValue.text,
                CustomValue.number, CustomValue.choice_id, CustomValue.person_id,
                func.coalesce(Contact.name, Attachment.file_name, ""), CustomValue.attachment_id,
            )
            .outerjoin(Contact, Contact.id == CustomValue.person_id)
            .outerjoin(Attachment, Attachment.id == CustomValue.attachment_id)
            .outerjoin(CustomChoice, CustomChoice.id == CustomValue.choice_id)
            .where(
                CustomValue.contact_id.in_(given(contact_ids)), CustomValue.deleted_at.is_(None)
            )
            .order_by(CustomValue.contact_id, CustomChoice.position, CustomValue.id)
        )  # fmt: skip
        return [tuple(row) for row in self._session.execute(query)]

    def people_called(self, names: Collection[str]) -> dict[str, list[int]]:
        """Return who is called by each of these names."""
        keys: dict[str, list[str]] = {}
        for name in names:
            keys.setdefault(name_key(name), []).append(name)
        found: dict[str, list[int]] = {}
        query = text(
            f"SELECT name_key, id FROM contact WHERE {ALIVE}"
            " AND name_key IN (SELECT value FROM json_each(:keys)) ORDER BY id"
        )
        for key, contact_id in self._session.execute(query, {"keys": json.dumps(list(keys))}):
            for name in keys[key]:
                found.setdefault(name, []).append(contact_id)
        return found

    def people_meant(self) -> dict[int, str]:
        """Return the name of everybody a field points at."""
        query = text(
            "SELECT c.id, c.name FROM contact c WHERE c.id IN (SELECT v.person_id"
            " FROM custom_value v WHERE v.person_id IS NOT NULL AND v.deleted_at IS NULL)"
        )
        return dict(self._session.execute(query).all())

    def used(self, field_id: int) -> int:
        """Return how many contacts have something in a field."""
        query = select(func.count(func.distinct(CustomValue.contact_id))).where(
            CustomValue.field_id == field_id, CustomValue.deleted_at.is_(None)
        )
        return self._session.scalar(query) or 0

    def counts(self) -> dict[int, int]:
        """Return how many contacts have something in each field that is used."""
        query = (
            select(CustomValue.field_id, func.count(func.distinct(CustomValue.contact_id)))
            .where(CustomValue.deleted_at.is_(None))
            .group_by(CustomValue.field_id)
        )
        return dict(self._session.execute(query).all())


# A value's row is the same on every PC: made of contact, field and, of several, the choice.
MANY = "(SELECT kind FROM custom_field WHERE id = :field) = 'choices'"
TAKE = f"""
UPDATE custom_value SET deleted_at = :now, updated_at = :now
WHERE field_id = :field AND deleted_at IS NULL
  AND contact_id IN (SELECT value FROM json_each(:given))
  AND iif({MANY}, choice_id NOT IN (SELECT value FROM json_each(:meant)),
    NOT EXISTS (SELECT 1 FROM json_each(:meant)))
"""
PUT = f"""
INSERT INTO custom_value (id, contact_id, field_id, {", ".join(CONTENT)}, created_at, updated_at,
  origin)
SELECT meaning_id('custom', c.value, :field, iif({MANY}, :meaning, 0)), c.value, :field,
  {", ".join(f":{column}" for column in CONTENT)}, :now, :now, :origin
FROM json_each(:given) c WHERE true
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at,
  {", ".join(f"{column} = excluded.{column}" for column in CONTENT)}
WHERE custom_value.deleted_at IS NOT NULL
  OR {" OR ".join(f"custom_value.{c} IS NOT excluded.{c}" for c in CONTENT)}
"""
