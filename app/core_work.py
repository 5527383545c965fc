"""The services of the core that are about sales, tasks, and files in and out."""

# ruff: noqa: PLC0415
from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from app.core_contacts import ContactServices

if TYPE_CHECKING:
    from app.services.agenda import AgendaService
    from app.services.calendar_files import CalendarFileService
    from app.services.day_closes import DayCloseService
    from app.services.exports import ExportService
    from app.services.imports import ImportService
    from app.services.loyalty import LoyaltyService
    from app.services.notices import NoticeService
    from app.services.passes import PassService
    from app.services.payments import PaymentService
    from app.services.products import ProductService
    from app.services.reminders import ReminderService
    from app.services.sale_imports import SaleImportService
    from app.services.sale_lists import SaleListService
    from app.services.sales import SaleService
    from app.services.task_lists import TaskListService
    from app.services.task_plans import TaskPlanService
    from app.services.tasks import TaskService
    from app.services.watched_folders import WatchedFolderService


class WorkServices(ContactServices):
    """What a shop does all day; one attribute per service."""

    def before_import(self) -> None:
        """Make the backup that comes before an import, where this core makes any by itself."""

    @cached_property
    def imports(self) -> ImportService:
        """Foreign files on their way in."""
        from app.services.imports import ImportService

        return ImportService(self.store, self.before_import)

    @cached_property
    def sale_imports(self) -> SaleImportService:
        """Files of sales on their way in."""
        from app.services.sale_imports import SaleImportService

        return SaleImportService(self.store, self._now, self.before_import)

    @cached_property
    def watched_folders(self) -> WatchedFolderService:
        """Folders a till writes its sales to."""
        from app.services.watched_folders import WatchedFolderService

        return WatchedFolderService(self.store, self.sale_imports, self._now)

    @cached_property
    def notices(self) -> NoticeService:
        """What is told without anybody asking."""
        from app.care import Care
        from app.late_enquiries import late_enquiries
        from app.services.notices import NoticeService, Source

        sources: list[Source] = [
            self.watched_folders.standing, self.calendar_files.standing, self.reminders.standing,
            partial(late_enquiries, self.store, self._now), Care(self.store.database).standing,
        ]  # fmt: skip
        return NoticeService(self.store, self._now, sources)

    @cached_property
    def exports(self) -> ExportService:
        """Files on their way out."""
        from app.services.exports import ExportService

        return ExportService(self.store, self._now)

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
    def reminders(self) -> ReminderService:
        """What rings."""
        from app.services.reminders import ReminderService

        return ReminderService(self.store, self._now)
