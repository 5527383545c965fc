"""Puts the core together, without Qt: for the window, the command line and tests alike."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from socket import gethostname

from app import places
from app.care import Care, open_errors
from app.clock import Clock, utc_now
from app.device import device_id
from app.events import EventBus
from app.ops import Op
from app.services.consents import ConsentService
from app.services.contacts import ContactService
from app.services.custom_fields import CustomFieldService
from app.services.duplicates import DuplicateService
from app.services.exports import ExportService
from app.services.history import HistoryService
from app.services.important_dates import ImportantDateService
from app.services.imports import ImportService
from app.services.interactions import InteractionService
from app.services.notes import NoteService
from app.services.relations import RelationService
from app.services.segments import SegmentService
from app.services.settings import SettingService
from app.services.staff import StaffService
from app.services.stages import StageService
from app.services.tags import TagService
from app.settings import COUNTRY
from app.store import Store, explained
from db import registry
from db.database import Database
from db.schema import bring_up_to_date


@dataclass(frozen=True)
class Core:
    """Everything the window and the command line are given; one field per service."""

    database: Database
    bus: EventBus
    store: Store
    contacts: ContactService
    imports: ImportService
    exports: ExportService
    history: HistoryService
    segments: SegmentService
    notes: NoteService
    interactions: InteractionService
    settings: SettingService
    staff: StaffService
    relations: RelationService
    important_dates: ImportantDateService
    consents: ConsentService
    custom_fields: CustomFieldService
    stages: StageService
    tags: TagService
    duplicates: DuplicateService
    care: Care

    def close(self) -> None:
        """Close the file; nothing of the core may be used afterwards."""
        self.database.close()


def open_core(path: Path, *, now: Clock = utc_now, randomness: random.Random | None = None) -> Core:
    """Open the shop at `path`, made if it is not there, and wire the services.

    Raises FileError for a file that is not Dangol's or too new, StorageFailedError for one
    that cannot be opened or is damaged; such a file is left untouched.
    """
    database = Database(path, now=now, randomness=randomness)
    try:
        with open_errors(path), explained():
            path.parent.mkdir(parents=True, exist_ok=True)
            bring_up_to_date(database, places.backups_folder(path))
            database.device_id = device_id(places.data_folder())
            registry.register_device(database, gethostname())
        bus = EventBus()
        store = Store(database, bus)
        _found_shop(database, store)
        store.adopt_outside_changes()
    except BaseException:
        database.close()
        raise
    return Core(
        database=database,
        bus=bus,
        store=store,
        contacts=ContactService(store, now),
        imports=ImportService(store),
        exports=ExportService(store),
        history=HistoryService(store),
        segments=SegmentService(store, now),
        notes=NoteService(store),
        interactions=InteractionService(store, now),
        settings=SettingService(store),
        staff=StaffService(store),
        relations=RelationService(store, now),
        important_dates=ImportantDateService(store, now),
        consents=ConsentService(store, now),
        custom_fields=CustomFieldService(store),
        stages=StageService(store, now),
        tags=TagService(store),
        duplicates=DuplicateService(store),
        care=Care(database),
    )


def _found_shop(database: Database, store: Store) -> None:
    """Make the owner at the very first start; know the shop's country and who is at the desk."""
    with store.read() as unit:
        staff, settings = unit.settings.staff(), unit.settings.all()
    if not staff:
        with store.action(Op.START_SHOP) as unit:
            unit.settings.add_staff("", "owner")
        with store.read() as unit:
            staff = unit.settings.staff()
    store.actor_id = staff[0][0]
    database.country = COUNTRY.of(settings)
