"""Calendar files (.ics): written once, brought in, or kept current in a folder phones read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from app.agenda_entries import keys_of
from app.clock import Clock, stamp
from app.errors import GoneError, InvalidInputError, Problem
from app.exchange import ical_writing as writing
from app.exchange.ical_reading import read_calendar
from app.exchange.ical_rows import rows_of
from app.exchange.ical_writing import Sheet, Written
from app.jobs import Ticket
from app.ops import Op
from app.settings import COUNTRY, LANGUAGE, SHOP_NAME
from app.shapes.calendar_files import CalendarReport, KeptFile
from app.shapes.notices import Notice
from app.shop_clock import shop_now
from app.store import Store
from app.whole_files import whole_file
from app.zone_names import zone_name

if TYPE_CHECKING:
    from db.uow import UnitOfWork

PAST = timedelta(days=366)  # how far back what was done goes along
STAMP = "2020-01-01T00:00:00.000Z"  # of what has no time of its own: the same file each time
NAME = "dangol.ics"
STEP = 500  # tasks between two looks at the ticket


class CalendarFileService:
    """Writes files others read, and reads theirs; one file of this PC is kept current."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now
        self._writing = Lock()

    def write(self, path: Path, ticket: Ticket) -> int:
        """Write tasks, appointments and the days of the year into a file; return how many tasks.

        A file that was there is replaced only when the new one is whole. Raises FileError.
        """
        with whole_file(path) as partial:
            text, count = self._text(ticket, for_phones=False)
            partial.write_bytes(text)
        return count

    def bring_in(self, path: Path, ticket: Ticket) -> CalendarReport:
        """Add what a calendar file holds, as one step; what is there already stays as it is.

        Raises FileError for what is no calendar file; entries that are broken are counted.
        """
        with self._store.read() as unit:
            settings = unit.settings.all()
        read = list(read_calendar(path, settings, ticket))
        found = [one for one in read if one is not None]
        kept = [one for one in found if not one.cancelled]
        rows = rows_of(kept, self._now(), settings, self._store.actor_id)
        with self._store.read() as unit:
            known = unit.calendars.known(rows.ids)
            contacts = unit.calendars.contacts(rows.contacts)
        new = rows.without(known, contacts)
        added, step = len(new.tasks), None
        if added:
            with self._store.action(Op.IMPORT_CALENDAR, file=path.name, count=added) as unit:
                unit.calendars.add(new.tasks, new.reminders)
                step = unit.changes.open_id
        return CalendarReport(
            read=len(read), added=added, known=len(rows.tasks) - added + rows.ours,
            cancelled=len(found) - len(kept), failed=len(read) - len(found), plain=rows.plain,
            change_set=step,
        )  # fmt: skip

    # The file that is kept current

    def kept(self) -> Path | None:
        """Return the file this PC keeps current."""
        with self._store.read() as unit:
            told = unit.settings.all().get(self._key(), "")
        return Path(str(told)) if told else None

    def keep(self, folder: Path) -> Path:
        """Keep a calendar file in a folder from now on; raise InvalidInputError if it is none."""
        if not folder.is_dir():
            raise InvalidInputError({"folder": Problem.REQUIRED})
        path = folder / NAME
        with self._store.action(Op.KEEP_CALENDAR_FILE, name=folder.name) as unit:
            unit.settings.put(self._key(), str(path))
        return path

    def leave(self) -> None:
        """Keep no file current any more; the last one stays. Raises GoneError if there is none."""
        path = self.kept()
        if path is None:
            raise GoneError(NAME)
        with self._store.action(Op.LEAVE_CALENDAR_FILE, name=path.parent.name) as unit:
            unit.settings.put(self._key(), "")

    def write_kept(self, ticket: Ticket) -> KeptFile:
        """Write the file that is kept current, if anything in it changed. For a worker thread.

        Raises FileError where it cannot be written; a folder that is gone is an outcome.
        """
        path = self.kept()
        if path is None:
            return KeptFile("none")
        if not path.parent.is_dir():
            return KeptFile("missing", path)
        with self._writing:
            text, count = self._text(ticket, for_phones=True)
            if _same(path, text):
                return KeptFile("same", path, count)
            with whole_file(path) as partial:
                partial.write_bytes(text)
        return KeptFile("written", path, count)

    def standing(self) -> list[Notice]:
        """Return what needs somebody: the folder of the file is not there."""
        path = self.kept()
        if path is None or path.parent.is_dir():
            return []
        facts = {"file": path.parent.name}
        at = stamp(self._now())
        return [Notice(str(path), "calendar.missing", facts, attention=True, happened_at=at)]

    def _key(self) -> str:
        return f"calendar.{self._store.database.device_id}"

    def _text(self, ticket: Ticket, *, for_phones: bool) -> tuple[bytes, int]:
        """Return a file and how many tasks are in it."""
        with self._store.read() as unit:
            settings = unit.settings.all()
            day = shop_now(self._now(), settings).date()
            sheet = Sheet(
                name=SHOP_NAME.of(settings), zone=zone_name(settings),
                country=COUNTRY.of(settings), language=LANGUAGE.of(settings), today=day,
                settings=settings, for_phones=for_phones, reminders=unit.calendars.reminders(),
            )  # fmt: skip
            rows = unit.calendars.tasks(stamp(self._now() - PAST))
            read = _others(unit, sheet)
        lines: list[str] = list(writing.head(sheet))
        for done, row in enumerate(rows):
            if done % STEP == 0:
                ticket.advance(done, len(rows))
            lines.extend(writing.task(Written(*row), sheet))
        lines.extend(writing.others(sheet, read, STAMP))
        lines.append(writing.foot())
        return "".join(lines).encode(), len(rows)


def _others(unit: UnitOfWork, sheet: Sheet) -> dict[str, list[tuple[object, ...]]]:
    """Return what else days hold, from this year's beginning as far as files look."""
    first, last = sheet.today.replace(month=1, day=1), sheet.today + writing.HORIZON
    keys = keys_of(first, last)
    ends = first.isoformat(), (last + timedelta(days=1)).isoformat()
    born = unit.agenda.birthdays(keys)
    if len(born) > writing.MOST_PEOPLE:
        born = []
    names = unit.agenda.names({row[2] for row in born})
    return {
        "birthdays": [(*row, names[row[2]][0]) for row in sorted(born, key=lambda row: row[2])],
        "dates": sorted(unit.agenda.dates(keys), key=lambda row: (row[4], row[0], row[3])),
        "promises": unit.agenda.promises(*ends),
        "handovers": unit.agenda.handovers(*ends),
    }


def _same(path: Path, text: bytes) -> bool:
    try:
        return path.stat().st_size == len(text) and path.read_bytes() == text
    except OSError:
        return False
