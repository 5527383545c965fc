"""Tasks, as the screen sees them.

Times are of the shop's clock: '2026-05-16', or '2026-05-16T15:00'; '' for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ME = 0  # as assignee of a new task: who is at the desk
SECTIONS = (
    "overdue", "today", "tomorrow", "this_week", "later", "someday", "waiting", "done_today",
)  # fmt: skip
LOW, NORMAL, HIGH, URGENT = -1, 0, 1, 2


@dataclass(frozen=True, slots=True)
class ReminderForm:
    """When to remind: minutes before, or at a time of the shop's clock.

    Of a task without a time minutes count from its midnight: -540 is nine in the morning.
    """

    before_min: int | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class ItemForm:
    """A line of a checklist; without an id it is new."""

    label: str
    done: bool = False
    id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskForm:
    """What somebody wants done; with a length it is an appointment.

    `repeat` is a rule as `app.repeat_rules` reads it. `assignee_id` None is nobody.
    """

    title: str
    kind: str = "other"
    due_at: str = ""
    start_on: str = ""
    contact_id: int | None = None
    sale_id: int | None = None
    priority: int = NORMAL
    assignee_id: int | None = ME
    note: str = ""
    items: tuple[str, ...] = ()
    reminders: tuple[ReminderForm, ...] = ()
    repeat: str = ""
    duration_min: int | None = None
    place: str = ""
    deal_id: int | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One line of a list of tasks; stamps (`…_at` but `due_at`, `waiting_since`) are UTC."""

    id: int
    title: str
    kind: str
    due_at: str
    start_on: str
    status: str
    priority: int
    contact_id: int | None
    contact: str
    contact_kind: str
    sale_id: int | None
    assignee_id: int | None
    assignee: str
    duration_min: int | None
    place: str
    repeat: str
    snoozed: int
    items: int
    items_done: int
    reminders: int
    result: str
    closed_at: str
    waiting_since: str
    answered: bool  # one that waits, and whose contact has spoken since
    plan_run_id: int | None
    plan: str
    deal_id: int | None
    deal: str
    deal_amount: int | None
    deal_currency: str

    @property
    def is_appointment(self) -> bool:
        """Whether it has a length."""
        return self.duration_min is not None

    @property
    def is_closed(self) -> bool:
        """Whether it was done or cancelled."""
        return bool(self.closed_at)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line of a checklist."""

    id: int
    label: str
    done: bool


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One reminder; `rings_at` is '' where it does not ring."""

    id: int
    before_min: int | None
    at: str
    rings_at: str


@dataclass(frozen=True, slots=True)
class TaskDetail:
    """One task whole."""

    row: TaskRow
    note: str
    items: tuple[ItemRow, ...]
    reminders: tuple[ReminderRow, ...]
    interaction_id: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskFilter:
    """Which tasks are meant; what is empty asks nothing. Assignee 0 is nobody."""

    assignee_ids: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    contact_ids: tuple[int, ...] = ()
    sale_id: int | None = None
    plan_run_id: int | None = None
    text: str = ""
    appointments: bool | None = None
    deal_id: int | None = None


@dataclass(frozen=True, slots=True)
class SectionCount:
    """How many tasks a section has."""

    section: str  # of SECTIONS
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FinishForm:
    """How a task ended; `log` tells whether it becomes an interaction of its contact."""

    result: str = ""
    outcome: str | None = None
    log: bool = True
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a plan."""

    id: int
    title: str
    kind: str
    offset_days: int
    after: str  # 'anchor' or 'previous'
    mode: str  # 'create' or 'suggest'
    at_time: str
    assignee_id: int | None
    priority: int
    duration_min: int | None


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a task that was finished, and what comes next.

    `next_id` is the next time of a repeat, or what a plan made of its next step; `missed` tells
    how many times were left out because their days are over; `suggested` is a step to offer.
    """

    task_id: int
    interaction_id: int | None = None
    next_id: int | None = None
    missed: int = 0
    suggested: StepRow | None = None


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """One way to put a task off; `at` is '' for until they answer."""

    key: str  # 'two_hours', 'evening', 'tomorrow', 'next_week', 'after_holiday' or 'answer'
    at: str
    holiday: str = ""
