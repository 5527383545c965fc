"""Reports that somebody built: a measure by one or two dimensions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.amounts import rounded
from app.day_words import day_words
from app.reporting.pivot_words import choice_words, name_words
from app.shapes.reports import (
    Behind,
    PlanChoices,
    Report,
    ReportAsk,
    ReportChart,
    ReportColumn,
    ReportPlan,
    ReportRow,
    ReportSeries,
    Value,
)
from app.words import say
from db.pivot_subjects import MEASURES, SUBJECTS, TIMES
from db.repositories.pivots import PivotAsk, Span

if TYPE_CHECKING:
    from db.uow import UnitOfWork

MOST_ROWS, MOST_COLUMNS = 100, 12
DRAWN = ("table", "bar", "stacked", "line", "heat")
"""How an own report can be drawn."""
OTHERS = "…"
"""The mark of what stands in no row of its own; no name is that short."""
SUM = "sum"
Began = Callable[[date], str]
Cells = dict[tuple[str, str], tuple[int, int]]


def choices(language: str) -> PlanChoices:
    """Return what the builder offers."""
    dimensions = dict.fromkeys(TIMES)
    for subject in SUBJECTS.values():
        dimensions.update(dict.fromkeys(subject.dimensions))
    return PlanChoices(
        tuple((key, choice_words("dimension", key, language)) for key in dimensions),
        tuple((key, choice_words("measure", key, language)) for key in MEASURES),
        tuple((key, choice_words("chart", key, language)) for key in DRAWN),
    )


def dimensions_of(measure: str) -> tuple[str, ...]:
    """Return what a measure can be put together by; nothing for one of a newer Dangol."""
    known = MEASURES.get(measure)
    return (*TIMES, *SUBJECTS[known.subject].dimensions) if known else ()


def fits(plan: ReportPlan) -> bool:
    """Tell whether a plan can be made: its measure has its dimensions, and they differ."""
    offered = dimensions_of(plan.measure)
    columns = not plan.columns or (plan.columns in offered and plan.columns != plan.rows)
    return plan.rows in offered and columns and plan.chart in DRAWN


def pivot(
    unit: UnitOfWork,
    plan: ReportPlan,
    ask: ReportAsk,
    began: Began,
    language: str,
    contact_ids: Collection[int] | None = None,
) -> Report:
    """Return the report of a plan; `ask` has the shop's currency where it is of money.

    `began` tells when a day of the shop began, in UTC. `contact_ids` are whom its filter and
    the page's lists let through, None for everybody.
    """
    grid = _Grid.read(unit, _asked(plan, ask, began, contact_ids), language)
    measure = MEASURES[plan.measure]
    title = choice_words("dimension", plan.rows, language)
    columns = [ReportColumn("name", title, "text")]
    columns += [
        ReportColumn(f"c:{key}", grid.column_name(key), measure.kind, opens=key != OTHERS)
        for key in grid.columns
    ]
    summed = bool(plan.columns) and grid.adds
    if summed:
        columns.append(
            ReportColumn(SUM, say("report.pivot.sum", language), measure.kind, opens=True)
        )
    rows = [
        ReportRow(key, (grid.row_name(key), *grid.values(key, summed=summed))) for key in grid.rows
    ]
    total: tuple[Value, ...] | None = None
    if grid.adds and rows:
        sums = [sum(int(row.values[n] or 0) for row in rows) for n in range(1, len(columns))]
        total = (say("report.pivot.sum", language), *sums)
    drawn = len(grid.columns)
    return Report(
        ask=ask,
        title=plan.name,
        says=grid.says(plan),
        about=say(
            "report.pivot.about", language,
            what=choice_words("measure", plan.measure, language),
            first=day_words(ask.first, language), last=day_words(ask.last, language),
        ),
        columns=tuple(columns),
        rows=tuple(rows),
        chart=ReportChart(plan.chart, 0, tuple(ReportSeries(n) for n in range(1, drawn + 1))),
        total=total,
        notes=grid.notes(unit),
        currency=ask.currency,
    )  # fmt: skip


def pivot_behind(
    unit: UnitOfWork,
    plan: ReportPlan,
    ask: ReportAsk,
    began: Began,
    language: str,
    mark: str,
    column_key: str,
    contact_ids: Collection[int] | None = None,
) -> Behind:
    """Return the rows behind a cell of it; nothing behind what stands for several groups."""
    asked = _asked(plan, ask, began, contact_ids)
    grid = _Grid.read(unit, asked, language)
    column = None if column_key in (SUM, "name") else column_key.removeprefix("c:")
    names = [grid.row_name(mark)] + ([grid.column_name(column)] if column else [])
    title = " · ".join([*(name for name in names if name), plan.name])
    if OTHERS in (mark, column):
        return Behind(MEASURES[plan.measure].noun, (), title)
    found = unit.pivots.behind(asked, mark, column if plan.columns else None)
    amounts = tuple(amount for _id, amount in found if amount is not None)
    return Behind(
        MEASURES[plan.measure].noun, tuple(row_id for row_id, _a in found), title, amounts
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    """The figures by row and column, in the order they are shown."""

    ask: PivotAsk
    language: str
    cells: Cells
    names: tuple[dict[str, str], dict[str, str]]
    rows: list[str]
    columns: list[str]
    adds: bool

    @classmethod
    def read(cls, unit: UnitOfWork, ask: PivotAsk, language: str) -> _Grid:
        cells: Cells = {}
        names: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for row, called, column, name, top, under in unit.pivots.cells(ask):
            cells[row, column] = (top, under)
            names[0][row], names[1][column] = called, name
        adds = _adds(ask)
        rows = _order(cells, 0, ask.rows, ask.spans, MOST_ROWS)
        columns = _order(cells, 1, ask.columns, ask.spans, MOST_COLUMNS)
        kept = _folded(cells, rows, columns) if adds else cells
        if adds and any(row == OTHERS for row, _column in kept):
            rows.append(OTHERS)
        if adds and any(column == OTHERS for _row, column in kept):
            columns.append(OTHERS)
        return cls(ask, language, kept, names, rows, columns, adds)

    def values(self, row: str, *, summed: bool) -> list[Value]:
        found = [self.cells.get((row, column)) for column in self.columns]
        values: list[Value] = [
            None if cell is None or not cell[1] else rounded(cell[0], cell[1]) for cell in found
        ]
        if self.adds:
            values = [value or 0 for value in values]
        if summed:
            values.append(sum(int(value or 0) for value in values))
        return values

    def row_name(self, key: str) -> str:
        return name_words(self.ask.rows, key, self.names[0].get(key, ""), self.language)

    def column_name(self, key: str) -> str:
        if not self.ask.columns:
            return choice_words("measure", self.ask.measure, self.language)
        return name_words(self.ask.columns, key, self.names[1].get(key, ""), self.language)

    def says(self, plan: ReportPlan) -> str:
        sums: dict[str, int] = defaultdict(int)
        for (row, _column), (top, _under) in self.cells.items():
            sums[row] += top
        whole = sum(sums.values())
        best = max((row for row in sums if row != OTHERS), key=sums.__getitem__, default=None)
        if best is None or sums[best] <= 0:
            return say("report.pivot.nothing", self.language)
        if not self.adds:
            return say("report.pivot.most", self.language, name=self.row_name(best))
        share = sums[best] / whole if whole else 0
        return say(
            "report.pivot.most_of", self.language, name=self.row_name(best),
            percent=round(100 * share),
            what=choice_words("measure", plan.measure, self.language),
        )  # fmt: skip

    def notes(self, unit: UnitOfWork) -> tuple[str, ...]:
        ask, subject = self.ask, SUBJECTS[MEASURES[self.ask.measure].subject]
        known = subject.dimensions
        grouped = [known[name] for name in (ask.rows, ask.columns) if name in known]
        found = []
        if any(dimension.many for dimension in grouped):
            found.append(say("report.pivot.many", self.language))
        if any("sale_line" in dimension.joins for dimension in grouped):
            found.append(say("report.pivot.lines", self.language))
        if OTHERS in self.rows:
            found.append(say("report.pivot.folded", self.language, count=MOST_ROWS))
        if count := unit.pivots.elsewhere(ask):
            found.append(say("report.pivot.elsewhere", self.language, count=count))
        return tuple(found)


def _asked(
    plan: ReportPlan, ask: ReportAsk, began: Began, contact_ids: Collection[int] | None
) -> PivotAsk:
    subject = SUBJECTS[MEASURES[plan.measure].subject]
    first, last = date.fromisoformat(ask.first), date.fromisoformat(ask.last)
    edge = began if subject.of_moments else date.isoformat
    return PivotAsk(
        measure=plan.measure, rows=plan.rows, columns=plan.columns,
        spans=spans(first, last, plan.rows, plan.columns, edge), currency=ask.currency,
        contact_ids=contact_ids, staff_id=ask.staff_id, pipeline_id=ask.pipeline_id, tag=ask.tag,
    )  # fmt: skip


def spans(first: date, last: date, rows: str, columns: str, edge: Began) -> list[Span]:
    """Return the days from `first` to `last`, put together where their labels are the same.

    `edge` puts the begin of a day as the rows have it. Dimensions that are no time have ''.
    """
    found: list[Span] = []
    if not {rows, columns} & set(TIMES):
        return [(edge(first), edge(last + timedelta(days=1)), "", "")]
    begun, now = first, (label(first, rows), label(first, columns))
    for day in (first + timedelta(days=n) for n in range(1, (last - first).days + 2)):
        here = (label(day, rows), label(day, columns)) if day <= last else None
        if here != now:
            found.append((edge(begun), edge(day), *now))
            begun, now = day, here or now
    return found


def label(day: date, dimension: str) -> str:
    """Return the key of a day in a dimension of time, '' in others. Weeks begin on Sunday."""
    since_sunday = day.isoweekday() % 7
    match dimension:
        case "day":
            return day.isoformat()
        case "week":
            return (day - timedelta(days=since_sunday)).isoformat()
        case "month":
            return day.isoformat()[:7]
        case "year":
            return day.isoformat()[:4]
        case "weekday":
            return str(since_sunday)
    return ""


def _adds(ask: PivotAsk) -> bool:
    """Tell whether the groups add up to the whole."""
    measure = MEASURES[ask.measure]
    known = SUBJECTS[measure.subject].dimensions
    grouped = [known[name] for name in (ask.rows, ask.columns) if name in known]
    by_line = bool(measure.by_line) and any("sale_line" in one.joins for one in grouped)
    many = any(one.many for one in grouped)
    return measure.adds and not many and (measure.by_line_adds or not by_line)


def _order(
    cells: Cells, place: int, dimension: str, within: Sequence[Span], most: int
) -> list[str]:
    """Return the keys of a side: times in their order and whole, others the largest first."""
    if dimension in TIMES:
        return sorted({span[2 + place] for span in within})
    sums: dict[str, int] = defaultdict(int)
    for key, (top, _under) in cells.items():
        sums[key[place]] += top
    return sorted(sums, key=lambda key: (-sums[key], key))[:most]


def _folded(cells: Cells, rows: list[str], columns: list[str]) -> Cells:
    """Return the cells with all that has no place of its own put together."""
    inside_rows, inside_columns = set(rows), set(columns)
    kept: Cells = {}
    for (row, column), (top, under) in cells.items():
        place = (
            row if row in inside_rows else OTHERS,
            column if column in inside_columns else OTHERS,
        )
        before = kept.get(place, (0, under))
        kept[place] = (before[0] + top, under)
    return kept
