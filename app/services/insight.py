"""What a user can learn about customers from their purchases."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from threading import Lock
from typing import Any

from app.amounts import MOST_MONEY
from app.clock import Clock
from app.inputs import require
from app.insight_words import reason_of
from app.jobs import Ticket
from app.ops import Op
from app.settings import CURRENCY, TIME_ZONE
from app.shapes.insight import (
    CohortRow,
    CustomerScore,
    LeavingCustomer,
    PastScore,
    ScoreBrief,
    ScoreRunRow,
    Shares,
    TierCount,
    WalletRow,
)
from app.shop_clock import shop_now
from app.store import Store
from app.words import say
from db.ids import meaning_id
from db.kinds import TIERS
from db.repositories.insight import COLUMNS

QUIET = timedelta(days=14)  # before and after a talk in which nobody needs another
VERSION = "3"  # of the reckoning; another one makes it due
YEAR = timedelta(days=365)
AT_ONCE = 2_500  # customers written while others wait
NEED = meaning_id("custom_field", "need of a year")  # the field of what customers tell
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
        from app.insight.margin import margin_of  # noqa: PLC0415 - with the others
        from app.insight.scoring import learn, score  # noqa: PLC0415 - numpy
        from app.insight.storing import (  # noqa: PLC0415 - numpy
            columns_of,
            hidden_by,
            params_of,
            purchases_of,
            tested_of,
        )
        from app.insight.tiers import places_of  # noqa: PLC0415 - numpy

        with self._reckoning:
            day = as_of or self._today()
            with self._store.read() as unit:
                currency = CURRENCY.of(unit.settings.all())
                seen = unit.insight.seen()
                sales = unit.insight.purchases(currency, day.isoformat())
                year_ago = (day - YEAR).isoformat()
                margin = margin_of(*unit.insight.costs(currency, year_ago, day.isoformat()))
                before = unit.insight.tiers()
            ticket.check()
            bought, contacts = purchases_of(sales, day.toordinal())
            del sales
            model, past = learn(bought), back_test(bought)
            ticket.check()
            tested = tested_of(past)
            hidden = hidden_by(tested, model.basis)
            scores = score(
                bought, model=model, margin=margin.share, before=places_of(contacts, before),
                rhythmic=past.rhythmic, judged="alive" not in hidden,
            )  # fmt: skip
            ticket.check()
            run = {
                "as_of": day.isoformat(), "version": VERSION, "currency": currency,
                "customers": int((bought.count > 0).sum()), "basis": scores.model.basis,
                "params": json.dumps(params_of(scores, margin)), "tested": json.dumps(tested),
                "seen": seen,
            }  # fmt: skip
            with self._store.aside() as unit:
                run_id = unit.insight.begin({**run, "made_at": unit.now()})
            columns, moves = columns_of(scores, contacts, run_id, before, hidden)
            self._keep(run_id, columns, moves, ticket)
        made = self.last_run()
        if made is None:
            raise LookupError(run_id)
        return made

    def _keep(
        self, run_id: int, columns: list[Sequence[Any]], moves: list[tuple[int, str, str]],
        ticket: Ticket,
    ) -> None:  # fmt: skip
        moved = {move[0]: move for move in moves}
        many = len(columns[0])
        for start in range(0, many, AT_ONCE):
            parts = (column[start : start + AT_ONCE] for column in columns)
            some = list(zip(*parts, strict=True))
            with self._store.aside() as unit:
                unit.insight.keep(some, [moved[row[0]] for row in some if row[0] in moved])
            ticket.advance(start + len(some), many)
        with self._store.aside() as unit:
            unit.insight.finish(run_id)

    def is_due(self) -> bool:
        """Tell whether scores should be reckoned anew: another day, other purchases or rules."""
        run = self._last()
        if run is None or (run[1], run[3]) != (self._today().isoformat(), VERSION):
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

    def brief(self, contact_ids: Collection[int]) -> dict[int, ScoreBrief]:
        """Return what a list shows of the scores of these contacts; who has none is left out."""
        with self._store.read() as unit:
            rows = unit.insight.brief(contact_ids)
        return {
            contact: ScoreBrief(tier, None if chance is None else chance / 1000, value, stake,
                                next_on or "")
            for contact, tier, chance, value, stake, next_on in rows
        }  # fmt: skip

    def leaving(self, language: str, *, limit: int = 10) -> list[LeavingCustomer]:
        """Return who is worth a call, the most money at stake first; nobody where it is hidden.

        Who was spoken with in the last two weeks, or is to be in the next two, needs none.
        """
        today = self._today()
        since, until = today - QUIET, today + QUIET
        with self._store.read() as unit:
            run = unit.insight.last_run()
            rows = unit.insight.leaving(
                since=since.isoformat(), until=until.isoformat(), limit=limit
            )
        if run is None:
            return []
        made = _run_row(run)
        return [
            LeavingCustomer(row[0], row[-1], row[-2], _score(row[:-2], made, language))
            for row in rows
        ]

    def wallet(self, contact_id: int) -> WalletRow | None:
        """Return how much of what a contact needs in a year they buy here; None if unknown.

        Where they have not told what they need, it is assumed to be what good customers buy.
        """
        import numpy as np  # noqa: PLC0415 - where it is used

        from app.insight.wallet import BASES, wallet  # noqa: PLC0415 - numpy

        with self._store.read() as unit:
            run, spent = unit.insight.last_run(), unit.insight.year(contact_id)
            told = next(
                (row[3] for row in unit.custom_fields.values([contact_id]) if row[1] == NEED), None
            )
        usual = json.loads(run[7]).get("usual_year") if run else None
        if told is None and usual is None:
            return None
        one, unknown = np.array([float(spent)]), np.array([np.nan])
        asked = unknown if told is None else np.array([float(told)])
        found = wallet(one, asked, unknown, usual=usual)
        need, share = float(found.need[0]), float(found.share[0])
        if not need > 0:
            return None
        return WalletRow(round(need), spent, share, round(found.room[0]), BASES[found.basis[0]])

    def tell_need(self, contact_id: int, amount: int | None) -> None:
        """Keep what a contact says they spend in a year on such things; None: not told.

        It stands in a field of the shop's own, which the first answer makes.
        """
        require(amount is None or 0 < amount <= MOST_MONEY, "amount")
        labels = (say("insight.need", "ko"), say("insight.need", "en"))
        with self._store.action(Op.SET_CUSTOM, count=1, field=labels[0]) as unit:
            unit.contacts.require_there([contact_id])
            if all(field.id != NEED for field in unit.custom_fields.all(retired=True)):
                unit.custom_fields.add("money", *labels, field_id=NEED)
            values = [] if amount is None else [{"number": amount}]
            unit.custom_fields.put([contact_id], NEED, values, origin=unit.changes.open_id)

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
