"""What a user can learn about customers from their purchases."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from threading import Lock
from typing import Any

from app.clock import Clock
from app.jobs import Ticket
from app.settings import CURRENCY, TIME_ZONE
from app.shapes.insight import (
    CohortRow,
    CustomerScore,
    LeavingCustomer,
    PastScore,
    ScoreRunRow,
    Shares,
    TierCount,
)
from app.shop_clock import shop_now
from app.store import Store
from db.kinds import TIERS
from db.repositories.insight import COLUMNS

AT_ONCE = 2_500  # customers written while others wait
THOUSANDTHS = ("alive", "return_90", "expected_30", "expected_90", "expected_365")
DAYS = ("next_on", "next_from", "next_until")


class InsightService:
    """Reckons the scores of the whole shop, and reads them."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now
        self._reckoning = Lock()

    def recompute(self, ticket: Ticket, *, as_of: date | None = None) -> ScoreRunRow:
        """Score every customer as of the end of a day, by default today; on a worker thread.

        It is no step of History: it writes a cache, a few thousand customers at a time.
        """
        from app.insight.back_test import back_test  # noqa: PLC0415 - numpy
        from app.insight.scoring import VERSION, score  # noqa: PLC0415 - numpy
        from app.insight.storing import (  # noqa: PLC0415 - numpy
            hidden_by,
            params_of,
            purchases_of,
            rows_of,
            tested_of,
        )
        from app.insight.tiers import places_of  # noqa: PLC0415 - numpy

        with self._reckoning:
            day = as_of or self._today()
            with self._store.read() as unit:
                currency = CURRENCY.of(unit.settings.all())
                seen = unit.insight.seen()
                sales = unit.insight.purchases(currency, day.isoformat())
                before = unit.insight.tiers()
            ticket.check()
            bought, contacts = purchases_of(sales, day.toordinal())
            del sales
            scores = score(bought, before=places_of(contacts, before))
            ticket.check()
            tested = tested_of(back_test(bought))
            hidden = hidden_by(tested, scores.model.basis)
            ticket.check()
            run = {
                "as_of": day.isoformat(), "version": VERSION, "currency": currency,
                "customers": int((bought.count > 0).sum()), "basis": scores.model.basis,
                "params": json.dumps(params_of(scores)), "tested": json.dumps(tested),
                "seen": seen,
            }  # fmt: skip
            with self._store.aside() as unit:
                run_id = unit.insight.begin({**run, "made_at": unit.now()})
            rows, moves = rows_of(scores, contacts, run_id, before, hidden)
            self._keep(run_id, rows, moves, ticket)
        made = self.last_run()
        if made is None:
            raise LookupError(run_id)
        return made

    def _keep(
        self, run_id: int, rows: list[tuple[Any, ...]], moves: list[tuple[int, str, str]],
        ticket: Ticket,
    ) -> None:  # fmt: skip
        moved = {move[0]: move for move in moves}
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            with self._store.aside() as unit:
                unit.insight.keep(some, [moved[row[0]] for row in some if row[0] in moved])
            ticket.advance(start + len(some), len(rows))
        with self._store.aside() as unit:
            unit.insight.finish(run_id)

    def is_due(self) -> bool:
        """Tell whether scores should be reckoned anew: another day, or other purchases."""
        run = self._last()
        if run is None or run[1] != self._today().isoformat():
            return True
        with self._store.read() as unit:
            return unit.insight.bought_since(run[-1])

    def last_run(self) -> ScoreRunRow | None:
        """Return the newest reckoning; None where there is none yet."""
        run = self._last()
        return None if run is None else _run_row(run)

    def of(self, contact_ids: Collection[int], language: str) -> dict[int, CustomerScore]:
        """Return the scores of these contacts, with why in a language; who has none is left out."""
        with self._store.read() as unit:
            run, rows = unit.insight.last_run(), unit.insight.of(contact_ids)
        if run is None or not rows:
            return {}
        made = _run_row(run)
        return {row[0]: _score(row, made, language) for row in rows}

    def tiers_of(self, contact_ids: Collection[int]) -> dict[int, str]:
        """Return the tiers of these contacts alone, as for a column of a list."""
        with self._store.read() as unit:
            return unit.insight.tiers_of(contact_ids)

    def leaving(self, language: str, *, limit: int = 10) -> list[LeavingCustomer]:
        """Return who is worth a call, the most money at stake first; nobody where it is hidden."""
        with self._store.read() as unit:
            run, rows = unit.insight.last_run(), unit.insight.leaving(limit=limit)
        if run is None:
            return []
        made = _run_row(run)
        return [LeavingCustomer(row[0], row[-1], _score(row[:-1], made, language)) for row in rows]

    def tiers(self) -> list[TierCount]:
        """Return how many customers are in each tier, in the order of TIERS."""
        with self._store.read() as unit:
            found = {tier: (many, spent) for tier, many, spent in unit.insight.counts()}
        return [TierCount(tier, *found[tier]) for tier in TIERS if tier in found]

    def migration(self, before: date, after: date) -> dict[tuple[str, str], int]:
        """Return how many went from one tier to another, by the runs made until both days.

        '' is the tier of who was in none yet.
        """
        with self._store.read() as unit:
            found = unit.insight.moved(before.isoformat(), after.isoformat())
        return {(one, other): many for one, other, many in found}

    def cohorts(self, *, months: int = 24) -> list[CohortRow]:
        """Return who began in each of the latest months, and how many still come, by today."""
        today = self._today()
        with self._store.read() as unit:
            currency = CURRENCY.of(unit.settings.all())
            found = unit.insight.months(currency, today.isoformat())
        if not found:
            return []
        came = {(first, month): many for first, month, many in found}
        last = _month(today.isoformat())
        first = max(_month(found[0][0]), last - months + 1)
        return [
            CohortRow(_text(began), came.get((_text(began), _text(began)), 0), tuple(
                came.get((_text(began), _text(began + later)), 0) if began + later <= last else None
                for later in range(last - first + 1)
            ))
            for began in range(first, last + 1)
        ]  # fmt: skip

    def shares(self) -> Shares:
        """Return how the money is spread over the customers, as of the newest run."""
        import numpy as np  # noqa: PLC0415 - where it is used

        from app.insight.concentration import concentration  # noqa: PLC0415 - numpy

        with self._store.read() as unit:
            spent = unit.insight.spent()
        told = concentration(np.array(spent, dtype=np.float64))
        places = np.arange(101) * told.customers / 100
        curve = np.interp(places, np.arange(told.customers + 1), told.curve)
        return Shares(
            told.customers, round(told.total), told.top, told.top_share, told.holding,
            tuple(curve.tolist()),
        )  # fmt: skip

    def _last(self) -> tuple[Any, ...] | None:
        with self._store.read() as unit:
            return unit.insight.last_run()

    def _today(self) -> date:
        with self._store.read() as unit:
            return shop_now(self._now(), {TIME_ZONE.key: TIME_ZONE.of(unit.settings.all())}).date()


def _month(day: str) -> int:
    """Return the month of a day, counted from January of the year 0."""
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _text(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _run_row(run: tuple[Any, ...]) -> ScoreRunRow:
    tested = json.loads(run[8])
    kinds = {name: PastScore(*told) for name, told in tested["kinds"].items()}
    run_id, as_of, made_at, version, currency, customers, basis, params, *_rest = run
    return ScoreRunRow(
        run_id, as_of, made_at, version, currency, customers, basis, json.loads(params), kinds,
        tested["days"],
    )  # fmt: skip


def _score(row: tuple[Any, ...], run: ScoreRunRow, language: str) -> CustomerScore:
    """Return a row as it is shown, with why."""
    from app.insight.reasons import reason_of  # noqa: PLC0415 - numpy

    told = dict(zip(COLUMNS, row, strict=True))
    del told["run_id"]
    for name in THOUSANDTHS:
        told[name] = None if told[name] is None else told[name] / 1000
    for name in DAYS:
        told[name] = told[name] or ""
    silent = (date.fromisoformat(run.as_of) - date.fromisoformat(told["last_on"])).days
    chance = -1 if told["return_90"] is None else round(told["return_90"] * 10)
    why = reason_of(language, told["purchases"], silent, told["gap"] or 0, told["rhythm"], chance)
    rough = run.basis in ("rough", "early", "fallback") or not run.tested
    return CustomerScore(**told, as_of=run.as_of, silent_days=silent, rough=rough, why=why)
