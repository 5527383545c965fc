"""What a user can ask of the shop's figures: reports, and the rows behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from app.clock import Clock
from app.errors import Problem
from app.inputs import require
from app.reporting.catalogue import DASHBOARDS, REPORTS
from app.reporting.counted import counted
from app.reporting.desk import Desk
from app.reporting.empty import hinted
from app.reporting.kept import Kept
from app.reporting.keys import OWN, own_id
from app.reporting.own import OwnPages, kept_plan
from app.reporting.pivot import choices
from app.reporting.tiles import TILES
from app.shapes.reports import (
    Behind,
    BehindLine,
    Dashboard,
    PlanChoices,
    Report,
    ReportAsk,
    ReportPlan,
    ReportTile,
)
from app.shop_clock import shop_now
from app.store import Store
from app.words import say

if TYPE_CHECKING:
    from db.uow import UnitOfWork

USUAL = 30  # days a report is of until somebody chooses others


class ReportService:
    """Reads alone; every method may take longer than a blink: for worker threads."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now
        self._kept = Kept()

    def dashboards(self, language: str) -> tuple[Dashboard, ...]:
        """Return the tabs of the page, with what is on each."""
        found = [
            Dashboard(key, say(f"report.dashboard.{key}", language), tiles, reports)
            for key, (tiles, reports) in DASHBOARDS.items()
        ]
        with self._store.read() as unit:
            own = [f"{OWN}{kept.id}" for kept in unit.own_reports.all() if kept.on_board]
        if own:
            found.append(Dashboard("own", say("report.dashboard.own", language), (), tuple(own)))
        return tuple(found)

    def default_ask(self, key: str) -> ReportAsk:
        """Return the usual question to a report: the last 30 days, beside the 30 before."""
        with self._store.read() as unit:
            today = shop_now(self._now(), unit.settings.all()).date()
        last = today.isoformat()
        return ReportAsk(key=key, first=self.default_first(last), last=last)

    def default_first(self, last: str) -> str:
        """Return the first of the usual days that end with a day."""
        return (date.fromisoformat(last) - timedelta(days=USUAL - 1)).isoformat()

    def keys(self) -> tuple[str, ...]:
        """Return which reports there are."""
        return tuple(REPORTS)

    def title(self, key: str, language: str) -> str:
        """Return what a report is called."""
        require(key in REPORTS, "key", Problem.NOT_A_CHOICE)
        return say(f"report.title.{key}", language)

    def make(self, ask: ReportAsk, language: str) -> Report:
        """Return one report; raise InvalidInputError for a question that cannot be asked."""
        if (report_id := own_id(ask.key)) is not None:
            with self._store.read() as unit:
                return self._own(unit, language).report(kept_plan(unit, report_id), ask)
        require(ask.key in REPORTS, "key", Problem.NOT_A_CHOICE)
        with self._desk(ask, language) as desk:
            return hinted(desk, REPORTS[ask.key][0](desk))

    def choices(self, language: str) -> PlanChoices:
        """Return what a report can be built of."""
        return choices(language)

    def preview(self, plan: ReportPlan, ask: ReportAsk, language: str) -> Report:
        """Return the report of a plan that is not kept; raise InvalidInputError if it cannot be."""
        with self._store.read() as unit:
            return self._own(unit, language).report(plan, ask)

    def tiles(self, ask: ReportAsk, keys: Sequence[str], language: str) -> tuple[ReportTile, ...]:
        """Return these figures; of the question the key is not read."""
        require(all(key in TILES for key in keys), "key", Problem.NOT_A_CHOICE)
        with self._desk(ask, language) as desk:
            return tuple(TILES[key](desk) for key in keys)

    def behind(self, ask: ReportAsk, mark: str, column_key: str, language: str = "en") -> Behind:
        """Return the rows behind a figure of a report; `mark` is the row's, or 'total'."""
        if (report_id := own_id(ask.key)) is not None:
            with self._store.read() as unit:
                plan = kept_plan(unit, report_id)
                found = self._own(unit, language).behind(plan, ask, mark, column_key)
                return counted(unit, found, language)
        require(ask.key in REPORTS, "key", Problem.NOT_A_CHOICE)
        with self._desk(ask, language) as desk:
            return counted(desk.unit, REPORTS[ask.key][1](desk, mark, column_key), language)

    def lines(self, behind: Behind, offset: int = 0, limit: int = 200) -> list[BehindLine]:
        """Return a window of the rows behind a figure, in their order."""
        ids = behind.ids[offset : offset + limit]
        amounts = behind.amounts[offset : offset + limit] or (None,) * len(ids)
        with self._store.read() as unit:
            told = {row[0]: row for row in unit.reports.lines(behind.noun, ids)}
        found = [
            (told[row_id], amount)
            for row_id, amount in zip(ids, amounts, strict=True)
            if row_id in told
        ]
        return [
            BehindLine(row_id, contact_id, title, who, on, amount)
            for (row_id, contact_id, title, who, on), amount in found
        ]

    @contextmanager
    def _desk(self, ask: ReportAsk, language: str) -> Iterator[Desk]:
        """Open a desk; what it reads others use too, while the file stays as it is."""
        version = self._store.version()
        with self._store.read() as unit:
            desk = Desk(unit, ask, language, self._now())  # what is read from here on is one state
            if self._store.version() == version:
                desk.share = partial(self._kept.read, version)
            yield desk

    def _own(self, unit: UnitOfWork, language: str) -> OwnPages:
        return OwnPages(unit, self._now(), language)
