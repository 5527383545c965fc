"""The repositories of one transaction."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session, UOWTransaction

from db.drivers import is_connection
from db.ids import IdSource
from db.list_reader import ListReader
from db.models.base import Record
from db.repositories.agenda import AgendaRepository
from db.repositories.bulk import BulkRepository
from db.repositories.calendars import CalendarRepository
from db.repositories.changes import ChangeRepository
from db.repositories.consent_ledger import ConsentLedger
from db.repositories.consents import ConsentRepository
from db.repositories.contacts import ContactRepository
from db.repositories.custom_fields import CustomFieldRepository
from db.repositories.day_closes import DayCloseRepository
from db.repositories.deal_lists import DealListRepository
from db.repositories.deals import DealRepository
from db.repositories.duplicates import DuplicateRepository
from db.repositories.enquiries import EnquiryRepository
from db.repositories.erasures import ErasureRepository
from db.repositories.exports import ExportRepository
from db.repositories.files import FileRepository
from db.repositories.forecasts import ForecastRepository
from db.repositories.goals import GoalRepository
from db.repositories.history import HistoryRepository
from db.repositories.important_dates import ImportantDateRepository
from db.repositories.imports import ImportRepository
from db.repositories.insight import InsightRepository
from db.repositories.interactions import InteractionRepository
from db.repositories.lead_scores import LeadScoreRepository
from db.repositories.lifecycle import LifecycleRepository
from db.repositories.merges import MergeRepository
from db.repositories.own_reports import OwnReportRepository
from db.repositories.pipelines import PipelineRepository
from db.repositories.pivots import PivotRepository
from db.repositories.prepaid import LoyaltyRepository, PassRepository
from db.repositories.products import ProductRepository
from db.repositories.quality import QualityRepository
from db.repositories.quotes import QuoteRepository
from db.repositories.relations import RelationRepository
from db.repositories.reports import ReportRepository
from db.repositories.sale_imports import SaleImportRepository
from db.repositories.sale_lists import SaleListRepository
from db.repositories.sales import SaleRepository
from db.repositories.segments import SegmentRepository
from db.repositories.settings import SettingRepository
from db.repositories.summaries import SummaryRepository
from db.repositories.tags import TagRepository
from db.repositories.task_lists import TaskListRepository
from db.repositories.task_plans import TaskPlanRepository
from db.repositories.task_sums import TaskSumRepository
from db.repositories.tasks import TaskRepository
from db.repositories.team import TeamRepository
from db.repositories.touch_rules import TouchRuleRepository


class UnitOfWork:
    """One session seen as repositories; lives as long as its transaction.

    `now` returns the time as the database writes it; every record the session flushes is
    stamped with it and with the change set that is open.
    """

    def __init__(
        self, session: Session, ids: IdSource, now: Callable[[], str], device_id: int
    ) -> None:
        self._session = session
        self._now = now
        # Set where the record of an action matters although it changed nothing.
        self.keep_without_changes = False
        event.listen(session, "before_flush", self._stamp)
        self.changes = ChangeRepository(session, ids, now, device_id)
        self.history = HistoryRepository(session)
        self.contacts = ContactRepository(session, ids, now)
        self.tags = TagRepository(session)
        self.interactions = InteractionRepository(session, ids, now)
        self.relations = RelationRepository(session, ids, now)
        self.important_dates = ImportantDateRepository(session, ids, now)
        self.consents = ConsentRepository(session, ids, now)
        self.consent_ledger = ConsentLedger(session, ids, now)
        self.lifecycle = LifecycleRepository(session, now)
        self.custom_fields = CustomFieldRepository(session, ids, now)
        self.merges = MergeRepository(session, now)
        self.duplicates = DuplicateRepository(session, now)
        self.bulk = BulkRepository(session, ids, now)
        self.quality = QualityRepository(session)
        self.segments = SegmentRepository(session, ids, now)
        self.products = ProductRepository(session, ids, now)
        self.sales = SaleRepository(session, ids, now)
        self.sale_lists = SaleListRepository(session)
        self.passes = PassRepository(session, ids, now)
        self.loyalty = LoyaltyRepository(session, ids, now)
        self.day_closes = DayCloseRepository(session, now)
        self.summaries = SummaryRepository(session)
        self.tasks = TaskRepository(session, ids, now)
        self.task_lists = TaskListRepository(session)
        self.task_plans = TaskPlanRepository(session, ids, now)
        self.touch_rules = TouchRuleRepository(session, now)
        self.agenda = AgendaRepository(session)
        self.calendars = CalendarRepository(session, ids, now)
        self._add_selling(session, ids, now)
        self.pivots = PivotRepository(session)
        self.settings = SettingRepository(session, ids)
        self.imports = ImportRepository(session, ids, now)
        self.sale_imports = SaleImportRepository(session, ids, now, self.imports)
        self.exports = ExportRepository(session)
        self.files = FileRepository(session, ids, now)
        self.erasures = ErasureRepository(session)

    def _add_selling(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        """Add what deals are kept in, and what is told of them and of sales."""
        self.pipelines = PipelineRepository(session, ids, now)
        self.deals = DealRepository(session, ids, now)
        self.deal_lists = DealListRepository(session)
        self.quotes = QuoteRepository(session, ids, now)
        self.task_sums = TaskSumRepository(session)
        self.enquiries = EnquiryRepository(session, ids, now)
        self.lead_scores = LeadScoreRepository(session, ids, now)
        self.team = TeamRepository(session, now)
        self.goals = GoalRepository(session, ids, now)
        self.forecasts = ForecastRepository(session)
        self.insight = InsightRepository(session, ids)
        self.reports = ReportRepository(session)
        self.own_reports = OwnReportRepository(session, ids, now)

    def now(self) -> str:
        """Return the time as the database writes it."""
        return self._now()

    @property
    def listed(self) -> ListReader:
        """The list of contacts, as this transaction sees it."""
        self._session.flush()
        driver = self._session.connection().connection.driver_connection
        if not is_connection(driver):
            raise TypeError(driver)
        return ListReader(driver)

    def flush(self) -> None:
        """Send what is pending to the file, still inside the transaction."""
        self._session.flush()

    def _stamp(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        now = self._now()
        for record in session.new:
            if isinstance(record, Record):
                record.created_at = record.created_at or now
                record.updated_at = now
                record.origin = self.changes.open_id
        for record in session.dirty:
            if isinstance(record, Record) and session.is_modified(record):
                record.updated_at = now
