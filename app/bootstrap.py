"""Puts the core together, without Qt: for the window, the command line and tests alike.

SQLAlchemy and what reads files take longest to import: each is when it is needed first.
"""

# ruff: noqa: PLC0415
from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock, utc_now
from app.core_deals import DealServices
from app.events import EventBus
from app.jobs import Ticket
from app.ops import Op
from app.store import Store, explained

if TYPE_CHECKING:
    from app.care import Care
    from db.cipher import Key
    from db.database import Database


class Core(DealServices):
    """Everything the window and the command line are given; one attribute per service.

    look -> the list alone, at once; open -> everything. What services are asked in between
    waits for the file to be open.
    """

    def __init__(
        self,
        path: Path,
        *,
        key: Key | None = None,
        now: Clock = utc_now,
        randomness: random.Random | None = None,
        guarded: bool = False,
    ) -> None:
        """`key` is that of a shop with a password (see app.locking).

        `guarded`: a backup is made before each import.
        """
        self.bus = EventBus()
        super().__init__(Store(self.bus), now)
        self.path = path
        self._key = key
        self._randomness = randomness
        self._guarded = guarded

    def before_import(self) -> None:
        """Make the backup that comes before an import; without room for one it goes on."""
        from app.errors import StorageFailedError

        if self._guarded and self.contacts.count():
            with suppress(StorageFailedError):  # what an import does can be undone all the same
                self.care.before("import")

    @property
    def database(self) -> Database:
        """The file, once it is open."""
        return self.store.database

    @cached_property
    def care(self) -> Care:
        """Backups and checks."""
        from app.care import Care

        return Care(self.database)

    def look(self) -> bool:
        """Let the list be read before the file is open; return whether it can be."""
        from db.list_reader import look_into

        look = look_into(self.path, self._key)
        if look is not None:
            self.store.look_with(look)
        return look is not None

    def open(self) -> None:
        """Open the file, made if it is not there; raises what `open_core` does."""
        from socket import gethostname

        from app import places
        from app.backup_folders import folders_of
        from app.care import open_errors
        from app.device import device_id
        from app.errors import StorageFailedError
        from app.summaries import keep_day
        from db import file_keys, registry
        from db.cipher_change import drop_unfinished
        from db.database import Database
        from db.errors import StorageError
        from db.schema import bring_up_to_date
        from db.scrubbing import finish as finish_erasing

        path = self.path
        with suppress(OSError):  # what a change of the password that was cut off has left
            drop_unfinished(path)
        database = Database(path, key=self._key, now=self._now, randomness=self._randomness)
        try:
            with open_errors(path), explained():
                path.parent.mkdir(parents=True, exist_ok=True)
                bring_up_to_date(database, places.backups_folder(path))
                database.device_id = device_id(places.data_folder())
                registry.register_device(database, gethostname())
                database.file_key = file_keys.ensure(path, self._key, self._backups())
            self.store.serve(database)
            _found_shop(self.store)
            self.store.adopt_outside_changes()
            with suppress(StorageError):  # a full disk, say: it is tried again next time
                finish_erasing(path, folders_of(path), self._key)
            with suppress(StorageFailedError):
                keep_day(self.store, self._now)
        except BaseException:
            self.store.serve(None)
            database.close()
            raise

    def load(self) -> None:
        """Make the services that take long to import, where nobody waits for it."""
        for name in (
            "settings", "history", "exports", "imports", "sale_imports", "watched_folders",
            "notices", "relations", "important_dates", "consents",
            "custom_fields", "stages", "tags", "duplicates", "bulk", "quality", "care", "products",
            "sales", "sale_lists", "payments", "passes", "loyalty", "day_closes",
            "tasks", "task_lists", "task_plans", "agenda", "calendar_files",
            "stay_in_touch", "reminders", "pipelines", "deals", "deal_board", "quotes",
            "enquiries", "lead_scores", "assignments", "team", "goals", "forecasts", "insight",
            "own_reports",
        ):  # fmt: skip
            getattr(self, name)

    def close(self) -> None:
        """Close the file, drop what was opened of it; nothing may be used afterwards."""
        if "files" in vars(self):
            self.files.drop_copies()
        self.store.close()

    def _backups(self) -> Iterator[Path]:
        """Yield the backups of the shop, the newest first."""
        from app.backup_folders import folders_of
        from db.care import backups_of

        with suppress(OSError):  # of a drive that fails
            found = [b for f in folders_of(self.path) for b in backups_of(f, self.path.stem)]
            yield from sorted(found, key=lambda backup: backup.stat().st_mtime_ns, reverse=True)


def open_core(
    path: Path,
    *,
    key: Key | None = None,
    now: Clock = utc_now,
    randomness: random.Random | None = None,
    guarded: bool = False,
) -> Core:
    """Open the shop at `path`, made if it is not there, and wire the services.

    Raises FileError for a file that is not Dangol's or too new, StorageFailedError for one
    that cannot be opened or is damaged, PasswordNeededError for one that the key does not open;
    such a file is left untouched.
    """
    core = Core(path, key=key, now=now, randomness=randomness, guarded=guarded)
    core.open()
    if key is not None:
        core.files.seal(Ticket())
    return core


def _found_shop(store: Store) -> None:
    """Make the owner at the very first start; know the shop's country and who is at the desk."""
    from app.settings import COUNTRY

    with store.read() as unit:
        staff, settings = unit.settings.staff(), unit.settings.all()
    if not staff:
        with store.action(Op.START_SHOP) as unit:
            unit.settings.add_staff("", "owner")
        with store.read() as unit:
            staff = unit.settings.staff()
    store.actor_id = staff[0][0]
    store.country = COUNTRY.of(settings)
