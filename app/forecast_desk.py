"""One forecast at work: the open deals, what they are worth, and the months they come to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.forecasting import (
    NOTHING,
    RENEWED,
    SHRINK,
    STALE,
    Bet,
    Odds,
    Range,
    StageOdds,
    Stay,
    add_months,
    fresh_deals,
    last_day,
    likely_range,
    month_of,
    renewals,
    spread_of,
    together,
)
from app.grading import Snapshot, grade_months, grade_quarters
from app.seasons import forecast as by_season
from app.settings import CURRENCY
from app.shapes.forecast import (
    LATER,
    UNDATED,
    Forecast,
    ForecastCard,
    ForecastMonth,
    Season,
)
from app.shop_clock import day_began, shop_now

if TYPE_CHECKING:
    from db.uow import UnitOfWork

GIVEN = ("manual", "model")  # probabilities that were told, not the stage's
YEARS = 5  # of sales that tell the season


@dataclass(frozen=True, slots=True)
class _Deal:
    """One open deal, in the shop's currency, as the forecast sees it."""

    id: int
    amount: int
    probability: int
    chance: float
    fresh_chance: float
    expected: str
    every: int
    month: str


class ForecastDesk:
    """All that one forecast looks at, within one read."""

    def __init__(
        self, unit: UnitOfWork, now: datetime, pipeline_id: int | None, months: int
    ) -> None:
        self._unit = unit
        self._pipeline = pipeline_id
        self._settings = unit.settings.all()
        self._today = shop_now(now, self._settings).date()
        self._currency = CURRENCY.of(self._settings)
        self.months = [add_months(month_of(self._today), n) for n in range(months)]
        self._others: dict[str, int] = {}
        self._unvalued = 0
        self.deals = self._open_deals()

    def forecast(self, *, seasons: bool = True) -> Forecast:
        """Return the months, and what is in none of them; `seasons`: with those of all sales."""
        unit = self._unit
        snapshots = [Snapshot(*row) for row in unit.forecasts.snapshots(self._currency)]
        ended = sorted({one.month for one in snapshots if one.month < self.months[0]})
        actual = {month: total for month, (_deals, total) in self._won(ended, None).items()}
        months = grade_months(snapshots, actual)
        spread = spread_of(
            [(one.low, one.predicted.predicted, one.high, one.predicted.actual) for one in months]
        )
        coming = self._months(spread, self._seasons() if seasons else {})
        return Forecast(
            as_of=self._today.isoformat(),
            currency=self._currency,
            months=coming,
            undated=self._month(UNDATED, spread),
            later=self._month(LATER, spread),
            other_currency=tuple(sorted(self._others.items())),
            no_value=self._unvalued,
            grades=(
                *grade_quarters(snapshots, actual),
                *(one.predicted for one in reversed(months)),
            ),
            weeks=unit.forecasts.weeks(),
        )

    def cards(
        self, months: Sequence[str], offset: int, limit: int
    ) -> dict[str, list[ForecastCard]]:
        """Return a window of the open deals of each of these months."""
        shown: dict[str, list[_Deal]] = {month: [] for month in months}
        for deal in sorted(self.deals, key=lambda one: (one.expected, -one.amount, one.id)):
            if deal.month in shown:
                shown[deal.month].append(deal)
        shown = {month: deals[offset : offset + limit] for month, deals in shown.items()}
        ids = [deal.id for deals in shown.values() for deal in deals]
        told = {row[0]: row[1:] for row in self._unit.forecasts.cards(ids)}
        return {
            month: [_card(deal, *told[deal.id]) for deal in deals] for month, deals in shown.items()
        }

    def _months(self, spread: float, seasons: Mapping[str, Season]) -> tuple[ForecastMonth, ...]:
        won = self._won(self.months, self._pipeline)
        fresh = self._fresh()
        recurring = self._recurring()
        found = []
        for place, month in enumerate(self.months):
            deals, total = won.get(month, (0, 0))
            found.append(
                self._month(
                    month, spread, won=(deals, total), fresh=fresh[place],
                    recurring=recurring.get(month, ()), season=seasons.get(month),
                )
            )  # fmt: skip
        return tuple(found)

    def _month(
        self,
        month: str,
        spread: float,
        *,
        won: tuple[int, int] = (0, 0),
        fresh: Range = NOTHING,
        recurring: Collection[Bet] = (),
        season: Season | None = None,
    ) -> ForecastMonth:
        deals = [deal for deal in self.deals if deal.month == month]
        bets = [(deal.amount, deal.chance) for deal in deals]
        known = likely_range([*bets, *recurring]).widened(spread)
        whole = together(known, fresh)
        return ForecastMonth(
            month=month,
            won=won[1],
            won_deals=won[0],
            deals=len(deals),
            value=sum(deal.amount for deal in deals),
            weighted=sum((deal.amount * deal.probability + 50) // 100 for deal in deals),
            likely_deals=round(sum(amount * chance for amount, chance in bets)),
            recurring=round(sum(amount * chance for amount, chance in recurring)),
            fresh=round(fresh.likely),
            low=won[1] + round(whole.low),
            likely=won[1] + round(whole.likely),
            high=won[1] + round(whole.high),
            season=season,
        )

    def _open_deals(self) -> list[_Deal]:
        odds = self._odds()
        found = []
        for row in self._unit.forecasts.open_deals(self._pipeline):
            deal_id, amount, currency, percent, by, stage, entered, expected, every, later = row
            if currency != self._currency:
                self._others[currency] = self._others.get(currency, 0) + 1
                continue
            self._unvalued += not amount
            told = percent / 100 if by in GIVEN else None
            days = (self._today - date.fromisoformat(entered[:10])).days
            found.append(
                _Deal(
                    deal_id, amount, percent, odds.chance(stage, days, told),
                    odds.fresh_chance(stage) if told is None else told, expected, every,
                    self._month_of(expected, later),
                )
            )  # fmt: skip
        return found

    def _month_of(self, expected: str, later: str) -> str:
        """Return where a deal stands: what should be closed by now is expected this month."""
        if not expected:
            return UNDATED
        month = max(expected[:7], later[:7], self.months[0])
        return LATER if month > self.months[-1] else month

    def _odds(self) -> Odds:
        stages = {
            stage_id: StageOdds(percent / 100, slow)
            for stage_id, kind, percent, slow in self._unit.forecasts.stages()
            if kind == "open"
        }
        return Odds(stages, (Stay(*row) for row in self._unit.forecasts.stays(str(self._today))))

    def _recurring(self) -> Mapping[str, list[Bet]]:
        closed, won = self._unit.forecasts.renewed()
        renewed = (won + SHRINK * RENEWED) / (closed + SHRINK)
        found: dict[str, list[Bet]] = {}
        for deal in self.deals:
            if deal.every and deal.month not in (UNDATED, LATER):
                told = renewals(
                    deal.month, deal.every, deal.chance, deal.amount, self.months, renewed
                )
                for month, bet in told:
                    found.setdefault(month, []).append(bet)
        return found

    def _won(self, months: Sequence[str], pipeline_id: int | None) -> dict[str, tuple[int, int]]:
        edges = [(month, self._began(month), self._began(add_months(month, 1))) for month in months]
        rows = self._unit.forecasts.won(edges, pipeline_id, self._currency)
        found = {month: (deals, total) for month, deals, total in rows}
        return {month: found.get(month, (0, 0)) for month in months}

    def _fresh(self) -> list[Range]:
        first = self._unit.forecasts.first_closed(self._pipeline)
        if first is None:
            return [NOTHING] * len(self.months)
        this = self.months[0]
        whole = sum(1 for _ in _between(add_months(first[:7], 1), this))
        back = add_months(this, -12)
        rows = self._unit.forecasts.won_by_age(self._pipeline, self._currency, self._began(back))
        won = {(made, closed): total for made, closed, total in rows}
        return fresh_deals(won, self._today, len(self.months), whole)

    def _seasons(self) -> dict[str, Season]:
        """Return what sales of the months come to; of the shop as a whole, so of no pipeline."""
        this = self.months[0]
        first = add_months(this, -12 * YEARS)
        known = self._unit.forecasts.sales(
            self._currency, f"{first}-01", last_day(add_months(this, -1))
        )
        if not known:
            return {}
        begun = min(known)
        begun = begun if begun == first else add_months(begun, 1)  # that month may be half a one
        totals = [float(known.get(month, 0)) for month in _between(begun, this)]
        told = by_season(totals, len(self.months))
        return {
            month: Season(round(low), round(likely), round(high))
            for month, (low, likely, high) in zip(self.months, told, strict=False)
        }

    def _began(self, month: str) -> str:
        return day_began(date.fromisoformat(f"{month}-01"), self._settings)


def _between(first: str, end: str) -> list[str]:
    """Return the months from one up to, and without, another."""
    found = []
    while first < end:
        found.append(first)
        first = add_months(first, 1)
    return found


def _card(
    deal: _Deal, title: str, contact_id: int | None, contact: str, owner_id: int | None,
    owner: str, stage: str, contact_kind: str,
) -> ForecastCard:  # fmt: skip
    return ForecastCard(
        deal_id=deal.id, title=title, contact_id=contact_id, contact=contact, amount=deal.amount,
        probability=deal.probability, chance=min(max(round(100 * deal.chance), 1), 99),
        expected_close=deal.expected, month=deal.month,
        stale=deal.chance < STALE * deal.fresh_chance, owner_id=owner_id, owner=owner, stage=stage,
        contact_kind=contact_kind,
    )  # fmt: skip
