"""What is known of customers from their purchases, as pages and lists show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

TESTED = ("ordering", "chances", "counts", "values", "dates")
"""What is compared with its plain rule on the shop's own past."""
TRIED = (*TESTED, "leaving")
"""The same, and the chance to come back with the own rhythm, compared with that without it."""


@dataclass(frozen=True, slots=True)
class PastScore:
    """One kind of score and its plain rule on the shop's own past; `better`: it is shown.

    Of ordering, values: the higher the better; of chances, counts, dates (days): the lower.
    """

    score: float
    rule: float
    better: bool


@dataclass(frozen=True, slots=True)
class ScoreRunRow:
    """One reckoning of the whole shop.

    `basis` is 'none' (too few customers: no chances), 'rough', 'fitted', 'early' (nobody stops
    yet) or 'fallback' (usual figures). `tested` is empty where the past is too short or too thin;
    it is of `tested_days` days up to `as_of`.
    """

    id: int
    as_of: str
    made_at: str
    version: str
    currency: str
    customers: int
    basis: str
    params: Mapping[str, Any] = field(default_factory=dict)
    tested: Mapping[str, PastScore] = field(default_factory=dict)
    tested_days: int = 0

    def hides(self, what: str) -> bool:
        """Tell whether a kind of score did worse than its plain rule, and is not shown."""
        return what in self.tested and not self.tested[what].better


@dataclass(frozen=True, slots=True)
class CustomerScore:
    """The newest scores of a customer. None, or '' of a day, for what is not known or not shown.

    Chances are shares of 1. `value_low` to `value_high` is where 8 of 10 such customers end after
    365 days; `stake` is what is lost in them if the customer has stopped. `gap` is in days.
    """

    contact_id: int
    as_of: str
    purchases: int
    spent: int
    first_on: str
    last_on: str
    r: int | None
    f: int | None
    m: int | None
    tier: str
    tier_since: str
    rhythm: str
    gap: int | None
    due_on: str
    late_on: str
    slipping_on: str
    gone_on: str
    alive: float | None
    return_90: float | None
    expected_30: float | None
    expected_90: float | None
    expected_365: float | None
    value_90: int | None
    value_365: int | None
    value_low: int | None
    value_high: int | None
    stake: int | None
    next_on: str
    next_from: str
    next_until: str
    silent_days: int
    rough: bool
    why: str


class ScoreBrief(NamedTuple):
    """What a list shows of a customer's scores; None, or '' of the day, as in CustomerScore."""

    tier: str
    return_90: float | None
    value_365: int | None
    stake: int | None
    next_on: str


@dataclass(frozen=True, slots=True)
class LeavingCustomer:
    """Somebody worth a call, and why."""

    contact_id: int
    name: str
    kind: str
    score: CustomerScore


@dataclass(frozen=True, slots=True)
class WalletRow:
    """What a customer needs in a year, how much of it they bought here, and the rest.

    `basis`: they 'told' it, it was 'observed', or it is 'assumed' from what good customers buy.
    """

    need: int
    spent: int
    share: float
    room: int
    basis: str


@dataclass(frozen=True, slots=True)
class CohortRow:
    """Who first came in a month: how many, and how many of them came 0, 1, 2 … months later.

    None for months that are not reached yet; the last one may still be running.
    """

    month: str
    customers: int
    came: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """How the money is spread over the customers, the best first.

    `curve` is the share of the money that the best 0, 1, … 100 % of them have spent; the best
    fifth (`top` of them) `top_share`, and the best `holding` four fifths.
    """

    customers: int
    total: int
    top: int
    top_share: float
    holding: int
    curve: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TierCount:
    """How many customers are in a tier, and what they have spent."""

    tier: str
    customers: int
    spent: int
