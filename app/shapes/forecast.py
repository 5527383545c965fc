"""What is going to be won, as the screen sees it. Money is in minor units of the currency."""

from __future__ import annotations

from dataclasses import dataclass

UNDATED, LATER = "", "later"  # instead of a month: no day is expected; after those shown


@dataclass(frozen=True, slots=True)
class Season:
    """What sales, not deals, come to in a month by the season: 8 times of 10 in this range."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class ForecastMonth:
    """One month: what was won, and what is to come; 8 times of 10 between `low` and `high`.

    `weighted` is the board's sum of value times probability. `low`, `likely` and `high` are of
    all that will have been won in the month: `won`, the open deals as they stand by the shop's
    own history, `recurring` ones that are not made yet and `fresh` ones that nobody knows of yet.
    """

    month: str  # '2026-05', UNDATED or LATER
    won: int = 0
    won_deals: int = 0
    deals: int = 0
    value: int = 0
    weighted: int = 0
    likely_deals: int = 0
    recurring: int = 0
    fresh: int = 0
    low: int = 0
    likely: int = 0
    high: int = 0
    season: Season | None = None


@dataclass(frozen=True, slots=True)
class ForecastCard:
    """One open deal as the forecast sees it.

    `probability` is the board's, `chance` what the forecast counts, both in percent; it is
    `stale` where the deal has stood so long that the forecast counts it for much less.
    """

    deal_id: int
    title: str
    contact_id: int | None
    contact: str
    amount: int
    probability: int
    chance: int
    expected_close: str
    month: str
    stale: bool
    owner_id: int | None
    owner: str
    stage: str
    contact_kind: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """What was forecast for a period before it began, and what came of it.

    `error` is in percent of what was won, above zero where the forecast was too high.
    """

    period: str  # '2026-Q1' or '2026-04'
    predicted: int
    actual: int
    inside: bool  # what came lay between low and high

    @property
    def error(self) -> int | None:
        """Return by how many percent the forecast was too high; None where nothing was won."""
        if self.actual <= 0:
            return None
        return round(100 * (self.predicted - self.actual) / self.actual)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The months to come, and how good earlier forecasts were, the latest first.

    Deals in another currency and deals without a value are in no sum: they are counted here.
    """

    as_of: str
    currency: str
    months: tuple[ForecastMonth, ...]
    undated: ForecastMonth
    later: ForecastMonth
    other_currency: tuple[tuple[str, int], ...] = ()  # (currency, deals)
    no_value: int = 0
    grades: tuple[Grade, ...] = ()
    weeks: int = 0  # that a snapshot was taken of
