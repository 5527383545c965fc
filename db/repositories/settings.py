"""Settings and staff on disk."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import RowNotFoundError
from db.ids import IdSource, meaning_id
from db.models.shop import Setting, Staff


class SettingRepository:
    """The shop's settings, staff and PCs; never commits."""

    def __init__(self, session: Session, ids: IdSource) -> None:
        self._session = session
        self._ids = ids

    def all(self) -> dict[str, Any]:
        """Return every setting that has been set."""
        rows = self._session.execute(
            select(Setting.key, Setting.value).where(Setting.deleted_at.is_(None))
        )
        return {key: json.loads(value) for key, value in rows}

    def put(self, key: str, value: object) -> None:
        """Keep one setting."""
        text = json.dumps(value, ensure_ascii=False)
        row_id = meaning_id("setting", key)
        found = self._session.get(Setting, row_id)
        if found is None:
            self._session.add(Setting(id=row_id, key=key, value=text))
        else:
            found.value, found.deleted_at = text, None

    def drop(self, key: str, now: str) -> None:
        """Have a setting be as if it had never been set."""
        found = self._session.get(Setting, meaning_id("setting", key))
        if found is None or found.deleted_at:
            raise RowNotFoundError("setting", meaning_id("setting", key))
        found.deleted_at = now

    def staff(self) -> Sequence[tuple[int, str, str]]:
        """Return (id, name, role) of everybody who works here, the owner first."""
        query = (
            select(Staff.id, Staff.name, Staff.role)
            .where(Staff.deleted_at.is_(None))
            .order_by(Staff.role != "owner", Staff.name)
        )
        return [(a, b, c) for a, b, c in self._session.execute(query)]

    def everybody(self) -> Sequence[tuple[int, str, str, bool]]:
        """Return (id, name, role, retired) of all who ever worked here, the owner first."""
        retired = Staff.deleted_at.is_not(None)
        query = select(Staff.id, Staff.name, Staff.role, retired).order_by(
            retired, Staff.role != "owner", Staff.name
        )
        return [(a, b, c, bool(d)) for a, b, c, d in self._session.execute(query)]

    def add_staff(self, name: str, role: str) -> int:
        """Add somebody who works here, `role` is 'owner', 'staff' or 'viewer'; return the id."""
        staff = Staff(id=self._ids.next(), name=name, role=role)
        self._session.add(staff)
        return staff.id

    def rename_staff(self, staff_id: int, name: str) -> None:
        """Give somebody who works here another name."""
        self._working(staff_id).name = name

    def retire_staff(self, staff_id: int, now: str) -> tuple[str, str]:
        """Have somebody work here no longer; what they did keeps their name, which is returned.

        The second is their role.
        """
        found = self._working(staff_id)
        found.deleted_at = now
        return found.name, found.role

    def _working(self, staff_id: int) -> Staff:
        found = self._session.get(Staff, staff_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("staff", staff_id)
        return found
