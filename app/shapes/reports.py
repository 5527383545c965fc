"""Reports, as pages, files and paper show them.

Money is in minor units of the report's currency, shares are shares of 1, days are ISO dates.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

Value = int | float | str | None
KINDS = ("text", "count", "money", "share", "days", "hours", "date", "number")
"""Of values: how a column is written; 'days' and 'hours' are lengths of time."""
COMPARED = ("", "previous", "year")
"""With nothing, with as many days right before, or with the same days of last year.

Against last year days of moving holidays are laid upon each other (see app.reporting).
"""
CHARTS = ("line", "bar", "stacked", "funnel", "heat", "map", "curve", "list", "aims", "table")
"""line: series over an ordered axis; bar, stacked: series side by side or on each other; funnel:
bars that narrow, with the rate from one to the next; heat: cells of a grid, one series a column;
map: the same cells, each as large as its figure;
curve: a share curve, both axes shares; list: names with one figure; aims: a bar with the goal's
tick; table: rows alone."""
ROLES = ("now", "before", "goal", "likely", "low", "high")
"""Of a series, which decides how it is drawn."""
NOUNS = ("sales", "contacts", "deals", "tasks", "enquiries", "interactions")
"""What the rows behind a figure are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportAsk:
    """Which report, of which days (both included), and of whom.

    `key` is a report's (see app.reporting) or 'own:' with the id of one somebody built. `step` is
    'day', 'week', 'month' or '' for what suits the length. An empty currency is the shop's.
    """

    key: str
    first: str
    last: str
    compare: str = "previous"
    step: str = ""
    pipeline_id: int | None = None
    staff_id: int | None = None
    tag: str = ""
    segment_id: int | None = None
    currency: str = ""

    def of(self, key: str) -> ReportAsk:
        """Return the same question to another report."""
        return replace(self, key=key)

    @property
    def days(self) -> int:
        """Return how many days it is about."""
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """One column: `title` in the language asked for, `kind` one of KINDS.

    `opens`: its figures lead to the rows behind them.
    """

    key: str
    title: str
    kind: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row; `mark` names it to `ReportService.behind`. `hint` is said of it on demand.

    `colour` is the name of its own colour, as a stage of deals has one; mostly ''.
    `company`: it is one, not a person.
    """

    mark: str
    values: tuple[Value, ...]
    hint: str = ""
    colour: str = ""
    company: bool = False


@dataclass(frozen=True, slots=True)
class ReportSeries:
    """One thing drawn: the number of its column, what role it plays and which colour it has.

    `colour` is the name of one of the design's data colours, '' for what the role has.
    """

    column: int
    role: str = "now"
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ReportChart:
    """How the rows are drawn; `axis` is the number of the column that names them."""

    kind: str
    axis: int = 0
    series: tuple[ReportSeries, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report, ready to be shown.

    `says` is what it tells in a sentence, `about` what it counts and how many ('346 sales, Apr 13
    to May 12'). `total` is the sum line, of the same columns; None where sums would say nothing.
    `notes` say what is left out and what is not sure. `nearest` is the last day there is something
    of, where there is nothing of the days asked for.
    """

    ask: ReportAsk
    title: str
    says: str
    about: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    chart: ReportChart
    total: tuple[Value, ...] | None = None
    notes: tuple[str, ...] = ()
    currency: str = "KRW"
    nearest: str = ""

    @property
    def key(self) -> str:
        """Return which report it is."""
        return self.ask.key

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return not self.rows


@dataclass(frozen=True, slots=True)
class ReportTile:
    """One figure at the head of a dashboard.

    `change` is against what is compared with, in words ('18.6%', '3 pt'), `base` says against
    what ('vs 30 days before'); `is_good` None where up is neither good nor bad. `trend` are
    figures in equal steps up to now, for a small line.
    """

    key: str
    title: str
    value: Value
    kind: str
    change: str = ""
    rises: bool | None = None
    is_good: bool | None = None
    base: str = ""
    trend: tuple[float, ...] = ()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A tab of the page: the keys of its tiles and of its reports, in their order."""

    key: str
    title: str
    tiles: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """The rows behind a figure: what they are, which, and what the figure is called.

    `amounts` are their parts of it, in the same order; without them the figure is no money.
    `counted` is how many there are, in words: what was given back is named apart from sales.
    """

    noun: str
    ids: tuple[int, ...]
    title: str
    amounts: tuple[int, ...] = ()
    counted: str = ""


@dataclass(frozen=True, slots=True)
class BehindLine:
    """One of them: `amount` is its part of the figure where that is money, else None."""

    id: int
    contact_id: int | None
    title: str
    who: str
    on: str
    amount: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportPlan:
    """A report somebody built: what its rows and columns are, what is measured, how it is drawn.

    `rows` and `columns` name dimensions, `measure` what is measured (see app.reporting.pivot);
    `filter` is a contact filter as JSON. `on_board` shows it on the dashboard.
    """

    name: str
    rows: str
    measure: str
    columns: str = ""
    chart: str = "table"
    filter: str = ""
    on_board: bool = True
    in_rail: bool = True


@dataclass(frozen=True, slots=True)
class OwnReport:
    """One that is kept."""

    id: int
    plan: ReportPlan


@dataclass(frozen=True, slots=True)
class PlanChoices:
    """What the builder offers, each (key, words): dimensions, measures, chart kinds."""

    dimensions: tuple[tuple[str, str], ...] = field(default=())
    measures: tuple[tuple[str, str], ...] = field(default=())
    charts: tuple[tuple[str, str], ...] = field(default=())
