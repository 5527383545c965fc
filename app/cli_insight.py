"""Commands about what purchases tell of customers; they read files, not the shop."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.bootstrap import Core
from app.cli_frame import Voice, refusing, shop_options, with_shop
from app.insight_words import verdict_words
from app.jobs import Ticket
from app.words import LANGUAGES

if TYPE_CHECKING:
    from app.insight.buying import Kind
    from app.insight.reading import Orders
    from app.insight.scoring import Scores

LINES_SHOWN = 20


@click.group()
def insight() -> None:
    """Say what purchases tell of customers: who is valuable, who is leaving, what comes next."""


@insight.command()
@click.option("--summary", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="A table of frequency, recency and T, a customer a row.")  # fmt: skip
@click.option("--model", type=click.Choice(["bgnbd", "mbgnbd"]), default="mbgnbd",
              show_default=True, help="Which model.")  # fmt: skip
@shop_options
def fit(*, summary: Path, model: Kind, db: Path, as_json: bool) -> None:
    """Fit a model of how often customers buy and when they stop, without any prior.

    The log-likelihood is the total of all customers in the file's own unit of time.
    """
    voice = Voice(as_json=as_json)
    with refusing(voice, db):
        from app.insight import buying  # noqa: PLC0415 - numpy
        from app.insight.reading import read_summary  # noqa: PLC0415 - numpy

        table = read_summary(summary, voice.language, Ticket())
        found = buying.fit(model, table.x, table.last, table.age)
    parameters = {name: getattr(found.model, name) for name in ("r", "alpha", "a", "b")}
    voice.line("  ".join(f"{name} {number:.4f}" for name, number in parameters.items()))
    voice.say("insight.likelihood", value=f"{found.log_likelihood:,.4f}", count=found.customers)
    if found.degenerate or not found.settled:
        voice.say("insight.degenerate" if found.degenerate else "insight.unsettled")
    voice.give(
        model=model, customers=found.customers, parameters=parameters,
        log_likelihood=found.log_likelihood, converged=found.settled, degenerate=found.degenerate,
    )  # fmt: skip


@insight.command()
@click.option("--orders", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="A table of customer, date and amount, a purchase a row.")  # fmt: skip
@click.option("--as-of", "moment", type=click.DateTime(["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"]),
              help="Nothing later is read; by default the last day of the file.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="The csv file to write.")  # fmt: skip
@click.option("--horizon", "more", type=click.IntRange(1, 3650), multiple=True, metavar="DAYS",
              help="Looks that far ahead too, besides 30, 90 and 365 days.")  # fmt: skip
@click.option("--margin", type=click.FloatRange(0, 1), default=1.0, show_default=True,
              help="The share of an amount that is left after what it cost.")  # fmt: skip
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the reasons.")
@shop_options
def table(
    *, orders: Path, moment: datetime | None, out: Path, more: tuple[int, ...], margin: float,
    language: str | None, db: Path, as_json: bool,
) -> None:  # fmt: skip
    r"""Write every score of every customer.

    \b
    purchases     days on which somebody bought, refunds taken off; nothing after --as-of
    alive, churn  the chance that somebody still buys here, and that they stopped (MBG/NBD, and
                  the own rhythm of who keeps one, where that does better in the file's past)
    return_N      the chance of a purchase within N days; expected_N: how many
    value_N       what they will come to; low and high: 8 of 10 end between them
    next_date     when a regular probably comes next; empty below three purchases
    r, f, m       1 to 5 among the active buyers (1 to 3 below 30, empty below 10); equals share
    tier          vip, regular, occasional, new, at_risk, slipping, lapsed or not_yet
    rhythm        on_time, due, late, slipping or gone, by the own gap; X_from: since when
    basis         none (too few), rough, fitted, early (nobody stops yet) or fallback
    """
    voice = Voice(as_json=as_json)
    voice.language = language or voice.language
    with refusing(voice, db):
        from app.insight.back_test import back_test  # noqa: PLC0415 - numpy
        from app.insight.purchases import Purchases  # noqa: PLC0415 - numpy
        from app.insight.reading import read_orders  # noqa: PLC0415 - numpy
        from app.insight.scoring import HORIZONS, score  # noqa: PLC0415 - numpy
        from app.insight.tables import columns, write_table  # noqa: PLC0415 - numpy

        read = read_orders(orders, voice.language, date.today().year, Ticket())
        as_of = moment.date().toordinal() if moment else int(read.day.max(initial=1))
        purchases = Purchases.of(
            read.customer, read.day, read.amount, customers=len(read.names), as_of=as_of
        )
        scores = score(
            purchases, horizons=sorted({*HORIZONS, *more}), margin=margin,
            rhythmic=back_test(purchases).rhythmic,
        )  # fmt: skip
        write_table(out, columns(scores, read.names, voice.language))
    _tell_table(voice, read, scores, out)


def _tell_table(voice: Voice, read: Orders, scores: Scores, out: Path) -> None:
    later = int((read.day > scores.purchases.as_of).sum())
    as_of = date.fromordinal(scores.purchases.as_of).isoformat()
    voice.say("insight.table", count=len(read.names), day=as_of, file=out)
    voice.say(f"insight.basis.{scores.model.basis}")
    if later:
        voice.say("insight.later", count=later)
    if read.failed:
        lines = ", ".join(str(line) for line, _reason in read.failed[:LINES_SHOWN])
        voice.say("insight.failed", count=len(read.failed), lines=lines)
    buying, spending = scores.model.buying, scores.model.spending
    voice.give(
        written=len(read.names), file=out, as_of=as_of, basis=scores.model.basis,
        model=buying and {name: getattr(buying, name) for name in ("kind", "r", "alpha", "a", "b")},
        spending=spending and {name: getattr(spending, name) for name in ("p", "q", "v")},
        rfm_steps=scores.rfm.steps, later=later,
        failed=[{"line": line, "reason": reason} for line, reason in read.failed],
    )  # fmt: skip


@insight.command()
@with_shop
def recompute(core: Core, voice: Voice) -> None:
    """Score every customer of the shop anew, as of today."""
    run = core.insight.recompute(Ticket())
    voice.say("insight.recomputed", count=run.customers, day=run.as_of)
    voice.say(f"insight.basis.{run.basis}")
    for kind, told in run.tested.items():
        voice.line(verdict_words(kind, told, run.tested_days, voice.language))
    voice.give(
        as_of=run.as_of, customers=run.customers, basis=run.basis, params=run.params,
        tested={kind: asdict(told) for kind, told in run.tested.items()},
        tested_days=run.tested_days,
        tiers={one.tier: one.customers for one in core.insight.tiers()},
    )  # fmt: skip
