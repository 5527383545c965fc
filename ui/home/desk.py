"""What Home is given of the shop, and what it reads of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.shapes.deals import DealFilter
from app.shapes.sales import SaleFilter

if TYPE_CHECKING:
    from app.services.agenda import AgendaService
    from app.services.contacts import ContactService
    from app.services.deal_board import DealBoardService
    from app.services.enquiries import EnquiryService
    from app.services.goals import GoalService
    from app.services.history import HistoryService
    from app.services.insight import InsightService
    from app.services.passes import PassService
    from app.services.sale_lists import SaleListService
    from app.services.staff import StaffService
    from app.shapes.agenda import Home
    from app.shapes.deals import DealRow
    from app.shapes.enquiries import EnquiryRow
    from app.shapes.goals import Progress
    from app.shapes.history import HistoryEntry
    from app.shapes.insight import LeavingCustomer
    from app.shapes.passes import PassRow
    from app.shapes.sales import Receivable

FIRST = 5  # of each kind
SOON = 14  # days until a pass ends
MOST = 6  # of what was done last


@dataclass(frozen=True, slots=True)
class EndingPass:
    """A pass that runs out, and whose it is."""

    row: PassRow
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Morning:
    """All that Home shows, as it was read."""

    home: Home
    hour: int  # of the shop's clock
    me: str
    currency: str
    owed: tuple[Receivable, ...]  # for longer than a month, the oldest first
    owed_count: int
    passes: tuple[EndingPass, ...]
    passes_count: int
    done: tuple[HistoryEntry, ...]  # lately
    enquiries: tuple[EnquiryRow, ...] = ()  # nobody has answered
    enquiries_count: int = 0
    quiet: tuple[DealRow, ...] = ()  # wait too long, or have no next step
    quiet_count: int = 0
    leaving: tuple[LeavingCustomer, ...] = ()  # worth a call, the most at stake first
    goal: Progress | None = None
    yesterday: int = 0  # what was sold then
    weighted: int | None = None  # of open deals; None where there are none


@dataclass(frozen=True, slots=True)
class HomeDesk:
    """The services Home reads from."""

    agenda: AgendaService
    sale_lists: SaleListService
    passes: PassService
    contacts: ContactService
    history: HistoryService
    staff: StaffService
    enquiries: EnquiryService
    deals: DealBoardService
    goals: GoalService
    insight: InsightService
    now: Callable[[], datetime]  # by the shop's clock
    currency: Callable[[], str]
    language: Callable[[], str]

    def read(self, since: str) -> Morning:
        """Read everything; `since` (UTC) is when somebody looked last, '' for never."""
        owing = [one for one in self.sale_lists.receivables() if sum(one.ageing[1:]) > 0]
        owing.sort(key=lambda one: (one.oldest_on, -one.owed, one.contact_id or 0))
        ending = self.passes.running_out(SOON)
        ending.sort(key=lambda row: (row.expires_on or "9", row.remaining, row.id))
        shown = ending[:FIRST]
        whose = self.contacts.rows({row.contact_id for row in shown})
        present = self.staff.present_id
        waiting = self.enquiries.waiting(limit=FIRST)
        quiet, quiet_count = self._quiet()
        goal = self.goals.of_shop()
        open_deals = self.deals.totals(DealFilter(kinds=("open",)))
        return Morning(
            home=self.agenda.home(since),
            hour=self.now().hour,
            me=next((one.name for one in self.staff.all() if one.id == present), ""),
            currency=self.currency(),
            owed=tuple(owing[:FIRST]),
            owed_count=len(owing),
            passes=tuple(
                EndingPass(row, whose[row.contact_id].name, whose[row.contact_id].kind)
                for row in shown
                if row.contact_id in whose
            ),
            passes_count=len(ending),
            done=tuple(self.history.entries(limit=MOST)),
            enquiries=tuple(waiting),
            enquiries_count=self.enquiries.counts().waiting if waiting else 0,
            quiet=quiet,
            quiet_count=quiet_count,
            leaving=tuple(self.insight.leaving(self.language(), limit=FIRST)),
            goal=goal,
            yesterday=self._sold_yesterday() if goal is not None else 0,
            weighted=open_deals.weighted if open_deals.count else None,
        )

    def _quiet(self) -> tuple[tuple[DealRow, ...], int]:
        """Return deals that wait too long, then those without a next step; and how many."""
        late = self.deals.ids(DealFilter(kinds=("open",), waiting=True))
        none = self.deals.ids(DealFilter(kinds=("open",), next_states=("none",)))
        every = list(dict.fromkeys([*late, *none]))
        rows = self.deals.rows(every[:FIRST])
        return tuple(rows[each] for each in every[:FIRST] if each in rows), len(every)

    def _sold_yesterday(self) -> int:
        day = (self.now().date() - timedelta(days=1)).isoformat()
        return self.sale_lists.totals(SaleFilter(first=day, last=day)).total
