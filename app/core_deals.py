"""The services of the core that are about deals, and what they and sales tell."""

# ruff: noqa: PLC0415
from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.core_work import WorkServices

if TYPE_CHECKING:
    from app.services.deal_board import DealBoardService
    from app.services.deals import DealService
    from app.services.enquiries import EnquiryService
    from app.services.forecasts import ForecastService
    from app.services.goals import GoalService
    from app.services.insight import InsightService
    from app.services.lead_scores import LeadScoreService
    from app.services.own_reports import OwnReportService
    from app.services.pipelines import PipelineService
    from app.services.quotes import QuoteService
    from app.services.reports import ReportService
    from app.services.team import AssignmentService, TeamService


class DealServices(WorkServices):
    """What may be sold; one attribute per service."""

    @cached_property
    def pipelines(self) -> PipelineService:
        """Ways of selling: pipelines, their stages, why deals end."""
        from app.services.pipelines import PipelineService

        return PipelineService(self.store, self._now)

    @cached_property
    def deals(self) -> DealService:
        """What may be sold, and what becomes of it."""
        from app.services.deals import DealService

        return DealService(self.store, self._now, self.sales.sell_within)

    @cached_property
    def deal_board(self) -> DealBoardService:
        """Deals, read."""
        from app.services.deal_board import DealBoardService

        return DealBoardService(self.store, self._now)

    @cached_property
    def quotes(self) -> QuoteService:
        """What deals were offered for, on paper."""
        from app.services.quotes import QuoteService

        return QuoteService(self.store, self._now, self.sales.sell_within)

    @cached_property
    def enquiries(self) -> EnquiryService:
        """Who asked for something."""
        from app.services.enquiries import EnquiryService

        return EnquiryService(self.store, self._now)

    @cached_property
    def lead_scores(self) -> LeadScoreService:
        """How promising enquiries and deals are."""
        from app.services.lead_scores import LeadScoreService

        return LeadScoreService(self.store, self._now)

    @cached_property
    def assignments(self) -> AssignmentService:
        """Who is given what comes in."""
        from app.services.team import AssignmentService

        return AssignmentService(self.store)

    @cached_property
    def team(self) -> TeamService:
        """What each of the team did."""
        from app.services.team import TeamService

        return TeamService(self.store, self._now)

    @cached_property
    def goals(self) -> GoalService:
        """What is to be reached."""
        from app.services.goals import GoalService

        return GoalService(self.store, self._now)

    @cached_property
    def forecasts(self) -> ForecastService:
        """What is going to be won."""
        from app.services.forecasts import ForecastService

        return ForecastService(self.store, self._now)

    @cached_property
    def insight(self) -> InsightService:
        """What purchases tell of customers."""
        from app.services.insight import InsightService

        return InsightService(self.store, self._now)

    @cached_property
    def own_reports(self) -> OwnReportService:
        """Reports somebody built."""
        from app.services.own_reports import OwnReportService

        return OwnReportService(self.store)

    @cached_property
    def reports(self) -> ReportService:
        """What sales, customers, deals and the team come to."""
        from app.services.reports import ReportService

        return ReportService(self.store, self._now)
