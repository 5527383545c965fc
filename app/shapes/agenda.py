"""What days hold, and the page a day begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.shapes.stay_in_touch import TouchRow
from app.shapes.tasks import TaskRow


class AgendaEntry(NamedTuple):  # thousands of a month: a dataclass takes three times as long
    """One thing of a day; `time` is '' for the whole day.

    `what`: 'task', 'occurrence' (a later time of a repeat: its task and `base`, its day by the
    rule, name it), 'birthday', 'date' (an important one), 'promise' (the next contact), 'handover'
    (a sale's delivery or pick-up), or 'deal' (it is expected to close).

    What lasts over midnight stands on each of its days: then `ends` is when it is over, and on the
    later days `began` when it began; both are times of the shop's clock.
    """

    on: date
    what: str
    time: str = ""
    title: str = ""
    kind: str = ""
    task_id: int | None = None
    base: date | None = None
    contact_id: int | None = None
    contact: str = ""
    contact_kind: str = ""
    sale_id: int | None = None
    assignee_id: int | None = None
    assignee: str = ""
    duration_min: int | None = None
    place: str = ""
    status: str = ""
    priority: int = 0
    repeat: str = ""
    years: int | None = None  # how old somebody or something is that day
    deal_id: int | None = None
    amount: int | None = None  # of the deal, in minor units of its currency
    currency: str = ""
    began: str = ""
    ends: str = ""

    @property
    def last_day(self) -> date:
        """The last day it stands on."""
        if not self.ends:
            return self.on
        return (datetime.fromisoformat(self.ends) - timedelta(minutes=1)).date()

    def whole(self) -> AgendaEntry:
        """Return it as it stands on the day it begins."""
        if not self.began:
            return self
        on = date.fromisoformat(self.began[:10])
        return self._replace(on=on, time=self.began[11:], began="")


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A public holiday; `substitute` tells one in place of another."""

    on: date
    name: str
    substitute: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """What some days hold, in the order of the days and hours.

    Of many birthdays of one day the first are among the entries; `birthdays` has all counts.
    """

    entries: tuple[AgendaEntry, ...]
    holidays: tuple[HolidayRow, ...]
    birthdays: dict[date, int]


@dataclass(frozen=True, slots=True)
class SlippingRow:
    """A customer who is late by their own rhythm."""

    contact_id: int
    name: str
    kind: str
    usual_gap: int | None  # days
    last_sale_on: str
    days_since: int | None
    sales_year: int | None


@dataclass(frozen=True, slots=True)
class Happened:
    """What has happened since somebody looked last; sums in the shop's currency."""

    since: str  # UTC
    contacts: int
    interactions: int
    sales: int
    sales_total: int
    tasks_done: int


@dataclass(frozen=True, slots=True)
class Home:
    """What a day begins with: the first of each kind, and how many there are."""

    today: date
    counts: dict[str, int]  # of SECTIONS of tasks
    overdue: tuple[TaskRow, ...]
    tasks: tuple[TaskRow, ...]  # of today
    waiting: tuple[TaskRow, ...]
    promised: tuple[AgendaEntry, ...]  # next contacts up to today
    promised_count: int
    handovers: tuple[AgendaEntry, ...]  # of today
    birthdays: tuple[AgendaEntry, ...]  # of seven days
    birthdays_count: int
    slipping: tuple[SlippingRow, ...]
    slipping_count: int
    out_of_touch: tuple[TouchRow, ...]
    out_of_touch_count: int
    holidays: tuple[HolidayRow, ...]  # of seven days
    happened: Happened | None
