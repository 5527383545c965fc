"""Deals, as the screen sees them. Money is in minor units, quantities are in thousandths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.shapes.contacts import ContactForm
from app.shapes.payments import PaidForm
from app.shapes.pipelines import LIVE, PipelineRow, StageRow
from app.shapes.quotes import QuoteRow
from app.shapes.sales import LineForm
from db import kinds

DEAL_ROLES = kinds.DEAL_ROLES
AUTO = 0  # as owner of a new deal: by the shop's way of giving them out, else who is at the desk
SORTS = (
    "next", "value", "age", "close", "title", "rank", "created", "contact", "stage", "owner",
    "closed",
)  # fmt: skip
NEXT_STATES = ("none", "overdue", "today", "later")
Sums = tuple[tuple[str, int, int], ...]
"""(currency, deals, sum) of deals in other currencies than the shop's."""


@dataclass(frozen=True, slots=True)
class PartyForm:
    """What somebody is to a deal: 'decides', 'influences', 'uses' or 'pays'."""

    contact_id: int
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DealForm:
    """What somebody typed about a deal; with lines its amount is theirs.

    Without a pipeline it is the default one, without a stage its first open one. A probability
    that is told is by hand; None is the stage's.
    """

    title: str
    contact_id: int | None = None
    person: ContactForm | None = None  # somebody new, put in the book in the same step
    company_id: int | None = None
    pipeline_id: int | None = None
    stage_id: int | None = None
    amount: int | None = None
    lines: tuple[LineForm, ...] = ()
    discount: int = 0
    currency: str = ""
    expected_close: str = ""
    owner_id: int | None = AUTO
    source: str = ""
    campaign: str = ""
    note: str = ""
    probability: int | None = None
    repeat_months: int | None = None
    next_step: str = ""
    next_step_kind: str = "other"
    next_step_at: str = ""
    parties: tuple[PartyForm, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class WonForm:
    """How a deal was won; `on` is the shop's day, '' for today.

    With `sale` it becomes a sale of its lines, or of one line with its title and amount.
    """

    reason_id: int | None = None
    note: str = ""
    amount: int | None = None
    on: str = ""
    sale: bool = False
    payments: tuple[PaidForm, ...] = ()
    stage_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LostForm:
    """How deals were lost."""

    reason_id: int | None = None
    note: str = ""
    on: str = ""
    stage_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DealFilter:
    """Which deals are meant; what is empty asks nothing. Owner 0 is nobody.

    Those that are put off are left out unless they alone are asked for (`later`). `waiting` are
    those that wait too long.
    """

    pipeline_id: int | None = None
    stage_ids: tuple[int, ...] = ()
    kinds: tuple[str, ...] = LIVE
    owner_ids: tuple[int, ...] = ()
    close_first: str = ""
    close_last: str = ""
    value_least: int | None = None
    value_most: int | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    contact_ids: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    waiting: bool = False
    next_states: tuple[str, ...] = ()
    later: bool = False
    sort: str = "next"
    descending: bool = False


class DealCard(NamedTuple):  # thousands of a board: a dataclass takes three times as long
    """One deal on the board, `days` in its stage.

    `wait` is 'amber' or 'red' for one whose customer was not heard of for too long, else ''.
    """

    id: int
    title: str
    contact_id: int | None
    contact: str
    contact_kind: str
    company: str
    amount: int | None
    currency: str
    probability: int
    probability_by: str
    weighted: int
    days: int
    wait: str
    next_state: str
    next_kind: str
    next_title: str
    next_at: str
    next_task_id: int | None
    owner_id: int | None
    owner: str
    expected_close: str
    rank: int
    stage_id: int
    repeat_months: int | None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One stage of the board with its deals; `all` are those it has without the filter.

    `value` and `weighted` are in the shop's currency; `no_value` deals have none.
    """

    stage: StageRow
    count: int
    all: int
    value: int
    weighted: int
    median_days: int | None
    waiting: int
    no_value: int
    cards: tuple[DealCard, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A pipeline's deals that are not over; what is on hold is in no sum but its column's.

    `count` of `all` are shown; `later` are put off, and in no column until their day.
    """

    pipeline: PipelineRow
    columns: tuple[BoardColumn, ...]
    count: int
    all: int
    value: int
    weighted: int
    waiting: int
    later: int
    no_value: int
    others: Sums
    currency: str


@dataclass(frozen=True, slots=True)
class DealRow:
    """One line of a list of deals; stamps (`…_at` but `next_at`) are UTC."""

    id: int
    title: str
    contact_id: int | None
    contact: str
    contact_kind: str
    company_id: int | None
    company: str
    pipeline_id: int
    pipeline: str
    stage_id: int
    stage: str
    stage_kind: str
    colour: str
    amount: int | None
    currency: str
    weighted: int
    probability: int
    probability_by: str
    expected_close: str
    days: int
    wait: str
    next_state: str
    next_kind: str
    next_title: str
    next_at: str
    next_task_id: int | None
    owner_id: int | None
    owner: str
    source: str
    campaign: str
    created_at: str
    stage_entered_at: str
    closed_at: str
    reason: str
    repeat_months: int | None
    later_until: str
    rank: int

    @property
    def is_open(self) -> bool:
        """Whether it is neither won nor lost."""
        return self.stage_kind in LIVE


@dataclass(frozen=True, slots=True)
class DealTotals:
    """Sums over deals in the shop's currency; only open ones have a value and weigh."""

    count: int
    value: int
    weighted: int
    waiting: int
    no_value: int
    others: Sums


@dataclass(frozen=True, slots=True)
class DealLine:
    """One thing a deal is about."""

    id: int
    product_id: int | None
    name: str
    description: str
    quantity: int
    unit_price: int
    discount: int
    tax_rate: int | None
    tax: int
    total: int


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody who has a part in a deal."""

    id: int
    contact_id: int
    contact: str
    contact_kind: str
    role: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A deal went to a stage at a moment (UTC), after `days` in the one before."""

    id: int
    from_stage: str  # '' where it was made
    from_kind: str
    to_stage: str
    to_kind: str
    at: str
    days: int | None
    staff: str


@dataclass(frozen=True, slots=True)
class CheckState:
    """One line of the stage's checklist and whether it is ticked for a deal."""

    check_id: int
    label: str
    done: bool
    done_at: str


@dataclass(frozen=True, slots=True)
class DealDetail:
    """Everything about one deal; the next step here is the one somebody typed."""

    row: DealRow
    note: str
    discount: int
    tax_added: bool
    from_lines: bool
    lines: tuple[DealLine, ...]
    parties: tuple[PartyRow, ...]
    moves: tuple[MoveRow, ...]
    checks: tuple[CheckState, ...]
    next_step: str
    next_step_kind: str
    next_step_at: str
    reason_id: int | None
    reason_note: str
    parent_id: int | None
    next_id: int | None
    sale_ids: tuple[int, ...]
    quotes: tuple[QuoteRow, ...]


@dataclass(frozen=True, slots=True)
class DealEvent:
    """One thing of a deal's timeline, at a moment (UTC).

    `what`: 'made', 'move', 'interaction', 'note', 'task', 'quote' or 'sale'; `kind` is the kind
    of that, of a move that of the stage it went to.
    """

    at: str
    what: str
    id: int
    title: str
    kind: str
    detail: str
    days: int | None
    contact_id: int | None
    contact: str
    staff: str
    amount: int | None


@dataclass(frozen=True, slots=True)
class Moved:
    """Deals that went to a stage: tasks its starter plan made, what is not ticked yet."""

    deal_ids: tuple[int, ...]
    tasks: tuple[int, ...]
    unchecked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Won:
    """A deal that was won, the sale it became, and the deal that repeats it."""

    deal_id: int
    sale_id: int | None
    next_id: int | None


@dataclass(frozen=True, slots=True)
class ContactDeals:
    """The deals of a contact that are not over, and what became of the others."""

    open: tuple[DealRow, ...]
    open_value: int
    open_weighted: int
    won: int
    won_value: int
    last_won_on: str
    lost: int


@dataclass(frozen=True, slots=True)
class ClosingDeal:
    """A deal on the day it is expected to close."""

    on: str
    deal_id: int
    title: str
    contact_id: int | None
    contact: str
    contact_kind: str
    amount: int | None
    currency: str
    owner_id: int | None
    owner: str
    stage_kind: str
