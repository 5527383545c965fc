"""What a user can do with the days to keep in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.day import today
from app.errors import Problem
from app.important_dates import ImportantDate, next_on
from app.inputs import require
from app.ops import Op
from app.shapes.important_dates import DateForm, DateRow
from app.store import Store
from db.keys import clean
from db.kinds import DATE_KINDS

if TYPE_CHECKING:
    from db.uow import UnitOfWork

LUNAR, LUNAR_LEAP = "lunar", "lunar_leap"


class ImportantDateService:
    """Birthdays and other days, solar or lunar; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def of(self, contact_id: int) -> list[DateRow]:
        """Return a contact's days, the birthday first, each with the next day it comes round."""
        day = today(self._now()).today
        with self._store.read() as unit:
            contact = unit.contacts.get(contact_id)
            calendar = contact.birthday_calendar or ""
            birthday = ImportantDate.read(
                contact.birthday or "",
                lunar=calendar in (LUNAR, LUNAR_LEAP),
                leap=calendar == LUNAR_LEAP,
            )
            days = [(0, "birthday", "", birthday)] if birthday else []
            days += [
                (
                    row.id, row.kind, row.label or "",
                    ImportantDate(
                        row.month, row.day, row.year, row.calendar == LUNAR, bool(row.leap_month)
                    ),
                )
                for row in unit.important_dates.of([contact_id])
            ]  # fmt: skip
        return [
            DateRow(
                id=row_id, contact_id=contact_id, kind=kind, label=label, lunar=told.lunar,
                leap_month=told.leap, year=told.year, month=told.month, day=told.day,
                comes_on=next_on(told, day),
            )
            for row_id, kind, label, told in days
        ]  # fmt: skip

    def set_birthday(self, contact_id: int, form: DateForm | None) -> None:
        """Set a contact's birthday, or clear it; raises InvalidInputError for no such day."""
        told = ImportantDate() if form is None else _told(form)
        calendar = (LUNAR_LEAP if told.leap else LUNAR) if told.lunar else None
        with self._store.action(Op.EDIT_CONTACT, field="birthday") as unit:
            unit.contacts.change(
                contact_id, {"birthday": told.text or None, "birthday_calendar": calendar}
            )

    def add(self, contact_id: int, form: DateForm) -> int:
        """Add a day; return its id. Raises InvalidInputError for no such day."""
        values = _values(form)
        with self._store.action(Op.ADD_DATE, kind=form.kind) as unit:
            unit.contacts.get(contact_id)
            return unit.important_dates.add(contact_id, **values)

    def edit(self, date_id: int, form: DateForm) -> None:
        """Change a day; raises InvalidInputError for no such day."""
        values = _values(form)
        with self._store.action(Op.EDIT_DATE, kind=form.kind) as unit:
            _set(unit, date_id, values)

    def remove(self, date_id: int) -> None:
        """Put a day in the trash."""
        with self._store.action(Op.REMOVE_DATE) as unit:
            unit.important_dates.remove(date_id)


def _set(unit: UnitOfWork, date_id: int, values: dict[str, Any]) -> None:
    row = unit.important_dates.get(date_id)
    for column, value in values.items():
        setattr(row, column, value)


def _told(form: DateForm) -> ImportantDate:
    told = ImportantDate(form.month, form.day, form.year, form.lunar, form.leap_month)
    require(told.is_possible and (told.month or told.year), "date", Problem.NOT_A_DATE)
    return told


def _values(form: DateForm) -> dict[str, Any]:
    require(form.kind in DATE_KINDS, "kind")
    told = _told(form)
    require(told.month, "date", Problem.NOT_A_DATE)
    return {
        "kind": form.kind,
        "label": clean(form.label) or None,
        "calendar": LUNAR if told.lunar else "solar",
        "leap_month": int(told.leap),
        "year": told.year,
        "month": told.month,
        "day": told.day,
    }
