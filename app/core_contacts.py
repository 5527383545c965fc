"""The services of the core that are about contacts and the shop itself."""

# ruff: noqa: PLC0415
from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.clock import Clock
from app.services.contacts import ContactService
from app.services.interactions import InteractionService
from app.services.notes import NoteService
from app.services.segments import SegmentService
from app.services.staff import StaffService
from app.store import Store

if TYPE_CHECKING:
    from datetime import datetime

    from app.locking_pins import PinService
    from app.services.bulk import BulkService
    from app.services.consents import ConsentService
    from app.services.custom_fields import CustomFieldService
    from app.services.duplicates import DuplicateService
    from app.services.erasure import ErasureService
    from app.services.files import FileService
    from app.services.history import HistoryService
    from app.services.important_dates import ImportantDateService
    from app.services.quality import QualityService
    from app.services.relations import RelationService
    from app.services.settings import SettingService
    from app.services.stages import StageService
    from app.services.stay_in_touch import StayInTouchService
    from app.services.tags import TagService
    from app.shapes.contacts import ContactForm, LookAlike


class ContactServices:
    """One attribute per service; what takes long to import is when it is needed first."""

    def __init__(self, store: Store, now: Clock) -> None:
        self.store = store
        self._now = now
        self.contacts = ContactService(store, now)
        self.segments = SegmentService(store, now)
        self.notes = NoteService(store)
        self.interactions = InteractionService(store, now)
        self.staff = StaffService(store)

    def shop_now(self) -> datetime:
        """Return what the shop's clock shows."""
        from app.settings import TIME_ZONE
        from app.shop_clock import shop_now

        return shop_now(self._now(), {TIME_ZONE.key: self.settings.get(TIME_ZONE)})

    @cached_property
    def settings(self) -> SettingService:
        """How the shop wants things."""
        from app.services.settings import SettingService

        return SettingService(self.store)

    @cached_property
    def pins(self) -> PinService:
        """Who is at the desk, told by a PIN."""
        from app.locking_pins import PinService

        return PinService(self.store)

    @cached_property
    def history(self) -> HistoryService:
        """What was done, and taking it back."""
        from app.services.history import HistoryService

        return HistoryService(self.store)

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
    def stay_in_touch(self) -> StayInTouchService:
        """How often to speak with whom."""
        from app.services.stay_in_touch import StayInTouchService

        return StayInTouchService(self.store, self._now)

    def look_alikes(self, form: ContactForm) -> list[LookAlike]:
        """Return who may be the one being typed, those of the same phone, e-mail or name first."""
        known = self.contacts.look_alikes(form)
        ids = {one.id for one in known}
        return known + [one for one in self.duplicates.look_alikes(form) if one.id not in ids]
