"""What open deals bring, told from how deals fared until then, against the share won until then.

Deals that nobody ends stand in every real pipeline; who multiplies what stands by the share that
was won counts them again and again.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from app.forecasting import Odds, StageOdds, Stay
from tests.insight.rows import Row

DAYS = tuple(date(2017, month, 1) for month in (6, 7, 8, 9))
AHEAD = timedelta(days=90)
STAGE, SLOW = 1, 60  # the one stage that has a date, and days
MOST_WRONG = 0.45
MADE, FORGOTTEN, WON, LASTS, LONGEST = 8000, 0.2, 0.63, 45, 138  # as the CRM of Maven is shaped
WORTH = {"A": 50, "B": 500, "C": 4000}


@dataclass(frozen=True, slots=True)
class Deal:
    """When it began, what it is of, and when, if at all, it ended as what."""

    product: str
    began: date
    ended: date | None
    won: bool
    value: float


def made_deals() -> list[Deal]:
    """Return deals drawn by a rule: one of five is never ended, the others are within months."""
    draw = random.Random(1)
    deals = []
    for _n in range(MADE):
        began = date(2016, 10, 20) + timedelta(draw.randrange(420))
        product = draw.choice(tuple(WORTH))
        if draw.random() < FORGOTTEN:
            deals.append(Deal(product, began, None, won=False, value=0.0))
            continue
        ended = began + timedelta(int(draw.expovariate(1 / LASTS)) % LONGEST)
        won = draw.random() < WON
        value = WORTH[product] * draw.uniform(0.8, 1.2) if won else 0.0
        deals.append(Deal(product, began, ended, won, value))
    return deals


def pipeline(deals: Sequence[Deal]) -> list[Row]:
    """Tell on four days what the open deals bring in 90 days, and compare it with what came."""
    found = [errors for day in DAYS if (errors := _errors(deals, day)) is not None]
    ours, plain = (fmean(each) for each in zip(*found, strict=True))
    return [
        Row("mean error of 90 days, four dates", ours, plain, None, MOST_WRONG, "most"),
        *(
            Row(f"error told on {day}", one, other)
            for day, (one, other) in zip(DAYS, found, strict=True)
        ),
    ]


def _errors(deals: Sequence[Deal], day: date) -> tuple[float, float] | None:
    """Return how wrong Dangol is on a day, and the share won so far times the value."""
    known = [deal for deal in deals if deal.ended is not None and deal.ended < day]
    standing = [d for d in deals if d.began < day and (d.ended is None or d.ended >= day)]
    came = sum(d.value for d in standing if d.won and d.ended and d.ended < day + AHEAD)
    if not came or not known:
        return None
    values: dict[str, list[float]] = {}
    for deal in known:
        if deal.won:
            values.setdefault(deal.product, []).append(deal.value)
    worth = {product: fmean(of) for product, of in values.items()}
    share = sum(deal.won for deal in known) / len(known)
    odds = Odds({STAGE: StageOdds(share, SLOW)}, _stays(known, standing, day))
    told = sum(
        worth.get(deal.product, 0.0) * odds.chance(STAGE, (day - deal.began).days)
        for deal in standing
    )
    plain = sum(worth.get(deal.product, 0.0) * share for deal in standing)
    return abs(told / came - 1), abs(plain / came - 1)


def _stays(known: Sequence[Deal], standing: Sequence[Deal], day: date) -> Iterator[Stay]:
    stood = Counter(
        ((deal.ended - deal.began).days, deal.won) for deal in known if deal.ended is not None
    )
    until = Counter((day - deal.began).days for deal in standing)
    for days in sorted({days for days, _won in stood} | set(until)):
        won = stood[days, True]
        yield Stay(STAGE, days, won + stood[days, False], won, until[days])
