"""Commands about what is to be reached, and what is going to be won."""

from __future__ import annotations

from dataclasses import asdict

import click

from app.bootstrap import Core
from app.cli_frame import Voice, with_shop
from app.exchange.own_format import encode_id
from app.forecast_words import grade_words, period_words
from app.goal_words import goal_name, pace_words
from app.shapes.forecast import ForecastMonth


@click.command()
@click.argument("what", type=click.Choice(["list"]))
@click.option("--as-of", default="", metavar="DAY", help="By default today.")
@with_shop
def goals(core: Core, voice: Voice, *, what: str, as_of: str) -> None:
    """Say what is to be reached, and how far it is (list)."""
    found = []
    for now in core.goals.current(as_of):
        goal = now.goal
        said = pace_words(now, voice.language, _money)
        voice.line("  ".join((encode_id(goal.id), goal_name(goal, voice.language), *said)))
        found.append(
            {
                "id": encode_id(goal.id), "name": goal_name(goal, voice.language),
                "metric": goal.metric, "scope": goal.scope, "of": goal.staff or goal.product,
                "first_on": goal.first_on, "last_on": goal.last_on, "target": goal.target,
                "reached": now.reached, "planned": now.planned, "percent": now.percent,
                "needed_per_day": now.needed_per_day, "last_year": now.last_year,
                "last_year_to_date": now.last_year_to_date, "state": now.state,
            }
        )  # fmt: skip
    if not found:
        voice.say("goals.none")
    voice.give(goals=found)


@click.command()
@click.option("--months", type=click.IntRange(1, 24), default=6, show_default=True,
              help="How many, this one counted.")  # fmt: skip
@with_shop
def forecast(core: Core, voice: Voice, *, months: int) -> None:
    """Say what is going to be won, month by month, and how good earlier forecasts were."""
    told = core.forecasts.forecast(months=months)
    if not any(month.deals for month in (*told.months, told.undated, told.later)):
        voice.say("forecast.none")
    for month in told.months:
        voice.say("forecast.month", month=period_words(month.month, voice.language), **_said(month))
    for currency, count in told.other_currency:
        voice.say("forecast.others", currency=currency, count=count)
    for grade in told.grades:
        voice.line(grade_words(grade, voice.language, _money))
    voice.give(
        **{key: value for key, value in asdict(told).items() if key != "grades"},
        grades=[{**asdict(grade), "error": grade.error} for grade in told.grades],
    )


def _said(month: ForecastMonth) -> dict[str, object]:
    amounts = {name: _money(getattr(month, name)) for name in ("low", "likely", "high", "won")}
    return {**amounts, "deals": month.deals}


def _money(amount: int) -> str:
    return f"{amount:,}"
