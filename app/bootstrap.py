"""Puts the core together, without Qt: for the window, the command line and tests alike.

SQLAlchemy and what reads files take longest to import: each is when it is needed first.
"""

# ruff: noqa: PLC0415
from __future__ import annotations

import random
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock, utc_now
from app.events import EventBus
from app.ops import Op
from app.services.contacts import ContactService
from app.services.interactions import InteractionService
from app.services.notes import NoteService
from app.services.segments import SegmentService
from app.services.staff import StaffService
from app.store import Store, explained

if TYPE_CHECKING:
    from datetime import datetime

    from app.care import Care
    from app.services.agenda import AgendaService
    from app.services.bulk import BulkService
    from app.services.calendar_files import CalendarFileService
    from app.services.consents import ConsentService
    from app.services.custom_fields import CustomFieldService
    from app.services.day_closes import DayCloseService
    from app.services.duplicates import DuplicateService
    from app.services.erasure import ErasureService
    from app.services.exports import ExportService
    from app.services.files import FileService
    from app.services.history import HistoryService
    from app.services.important_dates import ImportantDateService
    from app.services.imports import ImportService
    from app.services.loyalty import LoyaltyService
    from app.services.notices import NoticeService
    from app.services.passes import PassService
    from app.services.payments import PaymentService
    from app.services.products import ProductService
    from app.services.quality import QualityService
    from app.services.relations import RelationService
    from app.services.reminders import ReminderService
    from app.services.sale_imports import SaleImportService
    from app.services.sale_lists import SaleListService
    from app.services.sales import SaleService
    from app.services.settings import SettingService
    from app.services.stages import StageService
    from app.services.stay_in_touch import StayInTouchService
    from app.services.tags import TagService
    from app.services.task_lists import TaskListService
    from app.services.task_plans import TaskPlanService
    from app.services.tasks import TaskService
    from app.services.watched_folders import WatchedFolderService
    from app.shapes.contacts import ContactForm, LookAlike
    from db.database import Database


class Core:
    """Everything the window and the command line are given; one attribute per service.

    look -> the list alone, at once; open -> everything. What services are asked in between
    waits for the file to be open.
    """

    def __init__(
        self, path: Path, *, now: Clock = utc_now, randomness: random.Random | None = None
    ) -> None:
        self.path = path
        self._now = now
        self._randomness = randomness
        self.bus = EventBus()
        self.store = Store(self.bus)
        self.contacts = ContactService(self.store, now)
        self.segments = SegmentService(self.store, now)
        self.notes = NoteService(self.store)
        self.interactions = InteractionService(self.store, now)
        self.staff = StaffService(self.store)

    @property
    def database(self) -> Database:
        """The file, once it is open."""
        return self.store.database

    def shop_now(self) -> datetime:
        """Return what the shop's clock shows."""
        from app.settings import TIME_ZONE
        from app.shop_clock import shop_now

        return shop_now(self._now(), {TIME_ZONE.key: self.settings.get(TIME_ZONE)})

    @cached_property
    def imports(self) -> ImportService:
        """Foreign files on their way in."""
        from app.services.imports import ImportService

        return ImportService(self.store)

    @cached_property
    def sale_imports(self) -> SaleImportService:
        """Files of sales on their way in."""
        from app.services.sale_imports import SaleImportService

        return SaleImportService(self.store, self._now)

    @cached_property
    def watched_folders(self) -> WatchedFolderService:
        """Folders a till writes its sales to."""
        from app.services.watched_folders import WatchedFolderService

        return WatchedFolderService(self.store, self.sale_imports, self._now)

    @cached_property
    def notices(self) -> NoticeService:
        """What is told without anybody asking."""
        from app.services.notices import NoticeService

        sources = [self.watched_folders.standing, self.calendar_files.standing]
        return NoticeService(self.store, self._now, sources)

    @cached_property
    def exports(self) -> ExportService:
        """Files on their way out."""
        from app.services.exports import ExportService

        return ExportService(self.store, self._now)

    @cached_property
    def history(self) -> HistoryService:
        """What was done, and taking it back."""
        from app.services.history import HistoryService

        return HistoryService(self.store)

    @cached_property
    def settings(self) -> SettingService:
        """How the shop wants things."""
        from app.services.settings import SettingService

        return SettingService(self.store)

    @cached_property
    def relations(self) -> RelationService:
        """What contacts are to the shop and to each other."""
        from app.services.relations import RelationService

        return RelationService(self.store, self._now)

    @cached_property
    def important_dates(self) -> ImportantDateService:
        """Days to keep in mind."""
        from app.services.important_dates import ImportantDateService

        return ImportantDateService(self.store, self._now)

    @cached_property
    def consents(self) -> ConsentService:
        """What contacts agreed to."""
        from app.services.consents import ConsentService

        return ConsentService(self.store, self._now)

    @cached_property
    def custom_fields(self) -> CustomFieldService:
        """Fields of the shop's own."""
        from app.services.custom_fields import CustomFieldService

        return CustomFieldService(self.store)

    @cached_property
    def stages(self) -> StageService:
        """Where contacts stand with the shop."""
        from app.services.stages import StageService

        return StageService(self.store, self._now)

    @cached_property
    def tags(self) -> TagService:
        """Tags as such."""
        from app.services.tags import TagService

        return TagService(self.store)

    @cached_property
    def duplicates(self) -> DuplicateService:
        """Contacts that are one and the same."""
        from app.services.duplicates import DuplicateService

        return DuplicateService(self.store)

    @cached_property
    def bulk(self) -> BulkService:
        """One field of many contacts."""
        from app.services.bulk import BulkService

        return BulkService(self.store, self._now)

    @cached_property
    def files(self) -> FileService:
        """Files and photos of contacts."""
        from app.services.files import FileService

        return FileService(self.store)

    @cached_property
    def erasure(self) -> ErasureService:
        """Forgetting people."""
        from app.services.erasure import ErasureService

        return ErasureService(self.store, self.files.drop_copies)

    @cached_property
    def quality(self) -> QualityService:
        """How well contacts are known, and what would mend them."""
        from app.services.quality import QualityService

        return QualityService(self.store)

    @cached_property
    def products(self) -> ProductService:
        """What the shop sells."""
        from app.services.products import ProductService

        return ProductService(self.store)

    @cached_property
    def sales(self) -> SaleService:
        """Selling, giving back, exchanging."""
        from app.services.sales import SaleService

        return SaleService(self.store, self._now)

    @cached_property
    def sale_lists(self) -> SaleListService:
        """What was sold, to whom, and what is owed."""
        from app.services.sale_lists import SaleListService

        return SaleListService(self.store, self._now)

    @cached_property
    def payments(self) -> PaymentService:
        """Money for sales."""
        from app.services.payments import PaymentService

        return PaymentService(self.store, self._now)

    @cached_property
    def passes(self) -> PassService:
        """Prepaid passes."""
        from app.services.passes import PassService

        return PassService(self.store, self._now)

    @cached_property
    def loyalty(self) -> LoyaltyService:
        """Points and stamps."""
        from app.services.loyalty import LoyaltyService

        return LoyaltyService(self.store, self._now)

    @cached_property
    def day_closes(self) -> DayCloseService:
        """The end of the day at the till."""
        from app.services.day_closes import DayCloseService

        return DayCloseService(self.store)

    @cached_property
    def tasks(self) -> TaskService:
        """What is to be done."""
        from app.services.tasks import TaskService

        return TaskService(self.store, self._now)

    @cached_property
    def task_lists(self) -> TaskListService:
        """What is to be done, read."""
        from app.services.task_lists import TaskListService

        return TaskListService(self.store, self._now)

    @cached_property
    def task_plans(self) -> TaskPlanService:
        """Rows of steps that are used again and again."""
        from app.services.task_plans import TaskPlanService

        return TaskPlanService(self.store, self._now)

    @cached_property
    def agenda(self) -> AgendaService:
        """What days hold."""
        from app.services.agenda import AgendaService

        return AgendaService(self.store, self._now)

    @cached_property
    def calendar_files(self) -> CalendarFileService:
        """Calendar files of others, and for them."""
        from app.services.calendar_files import CalendarFileService

        return CalendarFileService(self.store, self._now)

    @cached_property
    def stay_in_touch(self) -> StayInTouchService:
        """How often to speak with whom."""
        from app.services.stay_in_touch import StayInTouchService

        return StayInTouchService(self.store, self._now)

    @cached_property
    def reminders(self) -> ReminderService:
        """What rings."""
        from app.services.reminders import ReminderService

        return ReminderService(self.store, self._now)

    def look_alikes(self, form: ContactForm) -> list[LookAlike]:
        """Return who may be the one being typed, those of the same phone, e-mail or name first."""
        known = self.contacts.look_alikes(form)
        ids = {one.id for one in known}
        return known + [one for one in self.duplicates.look_alikes(form) if one.id not in ids]

    @cached_property
    def care(self) -> Care:
        """Backups and checks."""
        from app.care import Care

        return Care(self.database)

    def look(self) -> bool:
        """Let the list be read before the file is open; return whether it can be."""
        from db.list_reader import look_into

        look = look_into(self.path)
        if look is not None:
            self.store.look_with(look)
        return look is not None

    def open(self) -> None:
        """Open the file, made if it is not there; raises what `open_core` does."""
        from socket import gethostname

        from app import places
        from app.care import open_errors
        from app.device import device_id
        from app.errors import StorageFailedError
        from app.summaries import keep_day
        from db import registry
        from db.database import Database
        from db.errors import StorageError
        from db.schema import bring_up_to_date
        from db.scrubbing import finish as finish_erasing

        path = self.path
        database = Database(path, now=self._now, randomness=self._randomness)
        try:
            with open_errors(path), explained():
                path.parent.mkdir(parents=True, exist_ok=True)
                bring_up_to_date(database, places.backups_folder(path))
                database.device_id = device_id(places.data_folder())
                registry.register_device(database, gethostname())
            self.store.serve(database)
            _found_shop(self.store)
            self.store.adopt_outside_changes()
            with suppress(StorageError):  # a full disk, say: it is tried again next time
                finish_erasing(path, [places.backups_folder(path)])
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
            "stay_in_touch", "reminders",
        ):  # fmt: skip
            getattr(self, name)

    def close(self) -> None:
        """Close the file; nothing of the core may be used afterwards."""
        self.store.close()


def open_core(path: Path, *, now: Clock = utc_now, randomness: random.Random | None = None) -> Core:
    """Open the shop at `path`, made if it is not there, and wire the services.

    Raises FileError for a file that is not Dangol's or too new, StorageFailedError for one
    that cannot be opened or is damaged; such a file is left untouched.
    """
    core = Core(path, now=now, randomness=randomness)
    core.open()
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
