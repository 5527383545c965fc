"""Scores as the rows they are kept in: chances and counts in thousandths, money in minor units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from app.insight.back_test import BackTest
from app.insight.buying import Numbers
from app.insight.margin import Margin
from app.insight.minimising import Floats
from app.insight.purchases import Purchases
from app.insight.rhythm import STATES
from app.insight.scoring import FEWEST, HORIZONS, Scores
from app.insight.wallet import usual_need
from app.shapes.insight import TRIED
from db.kinds import TIERS
from db.repositories.insight import COLUMNS

HIDDEN = {
    "ordering": ("alive", "return_90", "stake"),
    "chances": ("alive", "return_90"),
    "counts": ("expected_30", "expected_90", "expected_365"),
    "values": ("value_90", "value_365", "value_low", "value_high", "stake"),
    "dates": ("next_on", "next_from", "next_until"),
    "early": ("alive", "stake"),
    "leaving": (),  # where the own rhythm does worse it is left out, and the rest is shown
}
"""What is not shown where a kind of score does worse than its plain rule."""
NAMED = ("r", "alpha", "a", "b")
YEAR = 365  # days
AT_ONCE = 50_000  # sales made numbers of in one go
Move = tuple[int, str, str]


def purchases_of(
    sales: Sequence[tuple[int, int, int, int]], as_of: int
) -> tuple[Purchases, list[int]]:
    """Return the purchases in (contact, day, sum, least) of days, and whose each number is."""
    if not sales:
        none = np.zeros(0, dtype=np.int64)
        return Purchases.of(none, none, none.astype(np.float64), customers=0, as_of=as_of), []
    # In parts: while one is made nobody else gets to run Python, and a window waits for that.
    starts = range(0, len(sales), AT_ONCE)
    parts = [np.array(sales[at : at + AT_ONCE], dtype=np.int64) for at in starts]
    table = np.concatenate(parts)
    # What came back on the day it was bought left nothing, and was no visit.
    table = table[(table[:, 2] != 0) | (table[:, 3] >= 0)]
    contacts, customer = np.unique(table[:, 0], return_inverse=True)
    amount = table[:, 2].astype(np.float64)
    bought = Purchases.of(customer, table[:, 1], amount, customers=len(contacts), as_of=as_of)
    return bought, contacts.tolist()


def columns_of(
    scores: Scores,
    contacts: Sequence[int],
    run_id: int,
    before: Mapping[int, tuple[str, str]],
    hidden: Collection[str] = (),
) -> tuple[list[Sequence[Any]], list[Move]]:
    """Return what is kept of everybody who bought (see COLUMNS), and who went to another tier.

    Columns and not rows: so many rows at once would be searched for rubbish at length. What does
    worse than its plain rule is `hidden`, and not kept.
    """
    purchases, clock, scored = scores.purchases, scores.rhythm, scores.rfm
    some = np.flatnonzero(purchases.count > 0)
    today = date.fromordinal(purchases.as_of).isoformat()
    year, quarter, month = (scores.horizons.index(days) for days in reversed(HORIZONS))
    people = [contacts[at] for at in some.tolist()]
    tiers = [TIERS[at] for at in scores.tier[some].tolist()]
    since, moves = [], []
    for contact, tier in zip(people, tiers, strict=True):
        known, known_since = before.get(contact, ("", ""))
        since.append(known_since if known == tier else today)
        if known != tier:
            moves.append((contact, today, tier))
    told = scores.next_day[some]
    columns: list[Sequence[Any]] = [
        people, [run_id] * len(people), purchases.count[some].tolist(),
        _whole(purchases.spent[some]), _days(purchases.first[some]), _days(purchases.last[some]),
        *(_known(one[some]) for one in (scored.r, scored.f, scored.m)),
        tiers, since, [STATES[at] for at in clock.state[some].tolist()], _whole(clock.gap[some]),
        *(_days(clock.begins[some, at]) for at in range(len(STATES) - 1)),
        _thousandths(scores.alive[some]), _thousandths(scores.returns[some, quarter]),
        *(_thousandths(scores.expected[some, at]) for at in (month, quarter, year)),
        *(_whole(scores.value[some, at]) for at in (quarter, year)),
        *(_whole(table[some, year])
          for table in (scores.value_low, scores.value_high, scores.stake)),
        _days(told), _days(scores.next_from[some], told), _days(scores.next_until[some], told),
    ]  # fmt: skip
    for name in hidden:
        columns[COLUMNS.index(name)] = [None] * len(people)
    return columns, moves


def params_of(scores: Scores, margin: Margin) -> dict[str, Any]:
    """Return what a run was reckoned with."""
    purchases = scores.purchases
    lately = purchases.day > purchases.as_of - YEAR
    spent = np.bincount(purchases.who[lately], purchases.amount[lately]).astype(np.float64)
    usual = usual_need(spent) if int((spent > 0).sum()) >= FEWEST else float("nan")
    buying, spending = scores.model.buying, scores.model.spending
    gap = scores.rhythm.shop_gap
    return {
        "buying": buying and {"kind": buying.kind, **{n: getattr(buying, n) for n in NAMED}},
        "spending": spending and {n: getattr(spending, n) for n in "pqv"},
        "log_likelihood": scores.model.log_likelihood,
        "rfm_steps": scores.rfm.steps,
        "shop_gap": None if np.isnan(gap) else gap,
        "shop_spread": scores.rhythm.shop_spread,
        "margin": margin.share if margin.is_known else None,
        "cost_known": margin.known,
        "usual_year": None if np.isnan(usual) else round(usual),
    }


def tested_of(told: BackTest) -> dict[str, Any]:
    """Return how the scores did on the shop's past, as it is kept."""
    kinds = {name: getattr(told, name) for name in TRIED}
    return {
        "days": told.days, "customers": told.customers, "came_back": told.came_back,
        "kinds": {
            name: [one.score, one.rule, bool(one.better)] for name, one in kinds.items() if one
        },
    }  # fmt: skip


def hidden_by(tested: Mapping[str, Any], basis: str) -> set[str]:
    """Return the columns that are not shown, by what `tested_of` returned.

    Where nobody is seen to stop yet, who has stopped is not told.
    """
    worse = {kind for kind, (_score, _rule, better) in tested["kinds"].items() if not better}
    if basis == "early":
        worse.add("early")
    return {name for kind in worse for name in HIDDEN[kind]}


def _whole(figures: Floats) -> list[int | None]:
    return [None if one != one else round(one) for one in figures.tolist()]  # noqa: PLR0124 - NaN


def _thousandths(figures: Floats) -> list[int | None]:
    return _whole(figures * 1000)


def _known(scores: Numbers) -> list[int | None]:
    return [one or None for one in scores.tolist()]


def _days(ordinals: Numbers, told: Numbers | None = None) -> list[str | None]:
    """Return days as text, None for a day below 1, or where none was `told`."""
    shown = ordinals if told is None else np.where(told > 0, ordinals, -1)
    known = dict(_written(np.unique(shown)))
    return [known[day] for day in shown.tolist()]


def _written(days: Numbers) -> Iterator[tuple[int, str | None]]:
    last = date.max.toordinal()
    for day in days.tolist():
        yield day, date.fromordinal(min(day, last)).isoformat() if day > 0 else None
