"""One question to the reports, with all that answering it needs, within one read."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from app.day import today as day_of
from app.errors import Problem
from app.goal_periods import open_weekdays
from app.holidays import holidays_between
from app.inputs import day_or_none, require
from app.lists_in_lists import LIST, resolved
from app.reporting import words
from app.reporting.periods import MOST_STEPS, Base, Step, base_of, step_of, steps
from app.settings import COUNTRY, CURRENCY, OPEN_DAYS
from app.shapes.filters import Condition, Filter
from app.shapes.reports import COMPARED, Behind, ReportAsk, ReportColumn, ReportRow, Value
from app.shop_clock import day_began, shop_now
from app.words import say
from db.repositories.report_scope import Scope

if TYPE_CHECKING:
    from db.repositories.reports import ReportRepository
    from db.uow import UnitOfWork

Found = TypeVar("Found")
EARLIEST, LATEST = 1900, 2999  # years
STEPS = ("", "day", "week", "month")
TOTAL = "total"
GIFT_DAYS = {
    "02-14": "valentine", "03-14": "white", "05-08": "parents", "05-15": "teachers",
    "11-11": "pepero",
}  # fmt: skip


class Desk:
    """What one report is made at: the question read, and words in its language."""

    def __init__(self, unit: UnitOfWork, ask: ReportAsk, language: str, now: datetime) -> None:
        self.unit = unit
        self.ask = ask
        self.language = language
        self.now = now
        self.share: Callable[[Hashable, Callable[[], Any]], Any] = self._alone
        self._read: dict[Hashable, Any] = {}
        self.settings = unit.settings.all()
        self.today = shop_now(now, self.settings).date()
        self.currency = ask.currency or CURRENCY.of(self.settings)
        self.first, self.last = _day(ask.first, "first"), _day(ask.last, "last")
        require(self.first <= self.last, "last", Problem.NOT_A_DATE)
        require(ask.compare in COMPARED, "compare", Problem.NOT_A_CHOICE)
        require(ask.step in STEPS, "step", Problem.NOT_A_CHOICE)
        self.scope = Scope(
            currency=self.currency, pipeline_id=ask.pipeline_id, staff_id=ask.staff_id,
            tag=ask.tag, people=self._people(),
        )  # fmt: skip

    @property
    def reports(self) -> ReportRepository:
        """Return what is read of the file."""
        return self.unit.reports

    def once(self, what: str, read: Callable[[], Found], *, base: bool = False) -> Found:
        """Return what is read of the days, or of those compared with, and remember it.

        Several figures may need it, of other reports too: nobody may change it, and it may
        hang on nothing but the scope and the days.
        """
        spans = self.base_spans if base else self.spans
        found: Found = self.share((what, self.scope, tuple(spans)), read)
        return found

    def _alone(self, what: Hashable, read: Callable[[], Any]) -> Any:
        if what not in self._read:
            self._read[what] = read()
        return self._read[what]

    # Days

    @cached_property
    def base(self) -> Base | None:
        """What the period is compared with; None for nothing."""
        korean = COUNTRY.of(self.settings) == "KR"
        return base_of(self.first, self.last, self.ask.compare, korean=korean)

    @cached_property
    def steps(self) -> list[Step]:
        """The period in steps."""
        return steps(self.first, self.last, self.step)

    @property
    def step(self) -> str:
        """Return the step rows are in."""
        return step_of(self.first, self.last, self.ask.step)

    @property
    def spans(self) -> list[tuple[str, str]]:
        """Return the period as spans."""
        return [(self.first.isoformat(), self.last.isoformat())]

    @property
    def base_spans(self) -> list[tuple[str, str]]:
        """Return what the period is compared with as spans; none where it is with nothing."""
        return self.base.spans(self.first, self.last) if self.base else []

    def marked(self, mark: str, *, base: bool = False) -> list[tuple[str, str]]:
        """Return the spans a row's mark names, TOTAL for the whole; with `base` the others."""
        first, last = self.ends(mark)
        if not base:
            return [(first.isoformat(), last.isoformat())]
        return self.base.spans(first, last) if self.base else []

    def ends(self, mark: str) -> tuple[date, date]:
        """Return the first and last day that a row's mark names."""
        if mark == TOTAL:
            return self.first, self.last
        first, _, last = mark.partition("/")
        return _day(first, "mark"), _day(last or first, "mark")

    def edges(self, spans: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return when the days of spans began and ended, in UTC."""
        return [
            (
                day_began(date.fromisoformat(first), self.settings),
                day_began(date.fromisoformat(last) + timedelta(days=1), self.settings),
            )
            for first, last in spans
        ]

    @cached_property
    def weekdays(self) -> frozenset[int]:
        """The weekdays the shop opens."""
        return open_weekdays(OPEN_DAYS.of(self.settings))

    @cached_property
    def holidays(self) -> dict[str, str]:
        """What public holidays, and days of gifts, in the period are called."""
        country = COUNTRY.of(self.settings)
        if (self.last - self.first).days > MOST_STEPS:
            return {}
        found = {
            day.isoformat(): name
            for day, name, _instead in holidays_between(
                country, self.first, self.last, self.language
            )
        }
        if country == "KR":
            for year in range(self.first.year, self.last.year + 1):
                for day, name in GIFT_DAYS.items():
                    found.setdefault(f"{year}-{day}", self.say(f"gift_day.{name}"))
        return found

    # Words

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of reports."""
        return say(f"report.{key}", self.language, **facts)

    def money(self, minor: int, *, short: bool = False) -> str:
        """Return an amount in words."""
        told = words.short_money if short else words.money
        return told(minor, self.currency, self.language)

    def day(self, day: date) -> str:
        """Return a day in words."""
        return words.day(day, self.language, self.today)

    @cached_property
    def period(self) -> str:
        """The period in words."""
        return words.span(self.first, self.last, self.language, self.today)

    @property
    def before(self) -> str:
        """Return what is compared with, in words: '30 days before', 'a year before'."""
        if self.ask.compare == "year":
            return self.say("year_before")
        return self.say("days_before", count=(self.last - self.first).days + 1)

    @property
    def before_that(self) -> str:
        """Return the same inside a sentence: 'in the 30 days before'."""
        if self.ask.compare == "year":
            return self.say("in_year_before")
        return self.say("in_days_before", count=(self.last - self.first).days + 1)

    def about(self, key: str, count: int, **facts: object) -> str:
        """Return what a report counts, how many, and when: '346 sales, Apr 13 to May 12'."""
        return self.say("about", what=self.say(f"n.{key}", count=count, **facts), when=self.period)

    def title(self) -> str:
        """Return the report's name."""
        return self.say(f"title.{self.ask.key}")

    def column(self, key: str, kind: str, *, opens: bool = False, title: str = "") -> ReportColumn:
        """Return a column, called as words have it."""
        return ReportColumn(key, title or self.say(f"column.{key}"), kind, opens)

    def step_row(self, step: Step, values: Sequence[Value]) -> ReportRow:
        """Return the row of a step: its first column is the day, or the month, it begins with."""
        whole = words.span(step.first, step.last, self.language, self.today)
        if self.step == "month":
            text = step.first.isoformat()[:7]
            return ReportRow(step.mark, (text, *values), words.month(text, self.language))
        return ReportRow(step.mark, (step.first.isoformat(), *values), whole)

    def who(self, staff_id: int | None) -> str:
        """Return who works here by name."""
        if staff_id is None:
            return self.say("nobody")
        return self._staff.get(staff_id) or self.say("nameless_staff")

    # Notes

    def sale_notes(self) -> list[str]:
        """Return what sums over the period's sales leave out, and how days are compared."""
        found = [*self.base_notes(), *self.pipeline_note()]
        read = self.reports.sales.others
        if others := self.once("others", lambda: read(self.scope, self.spans)):
            found.append(self.say("note.other_currencies", count=others))
        if self.last > self.today:
            found.append(self.say("note.not_over"))
        return found

    def base_notes(self) -> list[str]:
        """Return which holidays were laid upon each other."""
        if self.base is None:
            return []
        return [
            self.say(
                "note.holiday", name=self.say(f"holiday.{name}"),
                now=words.day(now, self.language, self.today),
                then=words.day(then, self.language, self.today),
            )
            for name, now, then in self.base.moved
        ]  # fmt: skip

    def pipeline_note(self) -> list[str]:
        """Return that sales are in no pipeline, where one was asked for."""
        return [] if self.ask.pipeline_id is None else [self.say("note.no_pipeline")]

    # Rows behind

    def behind(
        self, noun: str, rows: Sequence[tuple[Any, ...]], title: str, *, money: bool = False
    ) -> Behind:
        """Return rows behind a figure, each (id,) or (id, its part of it)."""
        amounts = tuple(int(row[1] or 0) for row in rows) if money else ()
        return Behind(noun, tuple(int(row[0]) for row in rows), title, amounts)

    def told(self, mark: str, column: str) -> str:
        """Return what a figure of a row of days is called."""
        first, last = self.ends(mark)
        when = words.span(first, last, self.language, self.today)
        return self.say("figure", what=self.say(f"column.{column}"), of=when)

    @cached_property
    def _staff(self) -> dict[int, str]:
        return self.reports.people()

    def _people(self) -> str | None:
        if self.ask.segment_id is None:
            return None
        self.unit.segments.get(self.ask.segment_id)  # raises for one that is gone
        wanted = resolved(Filter((Condition(LIST, "any_of", (self.ask.segment_id,)),)), self.unit)
        found = self.unit.contacts.filtered(wanted, day_of(self.now), "name", descending=False)
        return json.dumps(list(found))


def _day(text: str, field: str) -> date:
    told = day_or_none(text, field)
    require(told, field, Problem.NOT_A_DATE)
    day = date.fromisoformat(told or "")
    require(EARLIEST <= day.year <= LATEST, field, Problem.NOT_A_DATE)
    return day
