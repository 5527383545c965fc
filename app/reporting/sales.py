"""Reports of what was sold: against the goal, by period, first and later visits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from typing import Any

from app.reporting import words
from app.reporting.aims import Aim, aim_of
from app.reporting.desk import TOTAL, Desk
from app.reporting.periods import Step, each_day
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries

Days = Mapping[str, tuple[int, int]]  # sales, and what they come to
NOTHING = (0, 0)
ENOUGH = 14  # days with sales, to say on which of the week most is sold


def by_day(desk: Desk, *, base: bool = False) -> dict[str, tuple[int, int]]:
    """Return the sales of each day of the period, or of what it is compared with."""
    spans = desk.base_spans if base else desk.spans
    found = desk.once("days", lambda: desk.reports.sales.days(desk.scope, spans), base=base)
    return {day: (count, total) for day, count, total in found}


def before_of(desk: Desk, days: Days, step: Step) -> int:
    """Return what the days brought that a step is compared with."""
    if desk.base is None:
        return 0
    laid = (desk.base.days.get(day) for day in each_day(step.first, step.last))
    return sum(days.get(day.isoformat(), NOTHING)[1] for day in laid if day)


def of_step(days: Days, step: Step) -> tuple[int, int]:
    """Return the sales of a step."""
    found = [days.get(day.isoformat(), NOTHING) for day in each_day(step.first, step.last)]
    return sum(count for count, _total in found), sum(total for _count, total in found)


def revenue_goal(desk: Desk) -> Report:
    """Make the running total of the period beside its goal and what is compared with."""
    days, others = by_day(desk), by_day(desk, base=True)
    scope, staff_id = ("shop", None) if desk.ask.staff_id is None else ("staff", desk.ask.staff_id)
    narrowed = desk.ask.tag or desk.ask.segment_id is not None
    aim = None if narrowed else aim_of(desk, scope, staff_id)
    sold = [of_step(days, step)[1] for step in desk.steps]
    before = list(accumulate(before_of(desk, others, step) for step in desk.steps))
    begun = max([desk.today.isoformat(), *days])
    rows = []
    for step, value, so_far, past in zip(
        desk.steps, sold, accumulate(sold), before, strict=True
    ):  # fmt: skip
        told = (value, so_far) if step.first.isoformat() <= begun else (None, None)
        due = None if aim is None else aim.until(step.last)
        values = (*told, due, past if desk.base else None)
        rows.append(_named(desk, desk.step_row(step, values)))
    reached, count = sum(sold), sum(count for count, _total in days.values())
    notes = desk.sale_notes()
    if aim is not None and aim.stretched:
        notes.append(desk.say("note.stretched_goal"))
    columns = (
        desk.column("day", "date"), desk.column("sold", "money", opens=True),
        desk.column("now", "money", opens=True), desk.column("goal", "money"),
        desk.column("before", "money", opens=desk.base is not None, title=desk.before),
    )  # fmt: skip
    series = [ReportSeries(2)]
    series += [] if aim is None else [ReportSeries(3, "goal")]
    series += [] if desk.base is None else [ReportSeries(4, "before")]
    return Report(
        ask=desk.ask, title=desk.title(), says=_against_goal(desk, reached, aim),
        about=desk.about("sales", count), columns=columns, rows=tuple(rows),
        chart=ReportChart("line", 0, tuple(series)),
        total=(desk.say("total"), reached, None, None, None), notes=tuple(notes),
        currency=desk.currency,
    )  # fmt: skip


def _against_goal(desk: Desk, reached: int, aim: Aim | None) -> str:
    if aim is None:
        return compared(desk, reached)
    due = aim.until(min(desk.today, desk.last))
    key = "on" if reached == due else "ahead" if reached > due else "behind"
    over = "over" if desk.last < desk.today else "now"
    return desk.say(
        f"says.goal.{key}.{over}", reached=desk.money(reached),
        by=desk.money(abs(reached - due)), per=_share(reached, due),
    )  # fmt: skip


def _share(part: int, whole: int) -> str:
    return words.share(part / whole) if whole else "0%"


def compared(desk: Desk, reached: int) -> str:
    """Return what was sold, and how that is beside what it is compared with."""
    if desk.base is None:
        return desk.say("says.sold", reached=desk.money(reached))
    past = sum(total for _count, total in by_day(desk, base=True).values())
    if past <= 0:
        return desk.say(
            "says.sold.nothing_before", reached=desk.money(reached), before=desk.before_that
        )
    key = "same" if reached == past else "more" if reached > past else "less"
    return desk.say(
        f"says.sold.{key}", reached=desk.money(reached), before=desk.before_that,
        change=words.change(reached, past),
    )  # fmt: skip


def _named(desk: Desk, row: ReportRow) -> ReportRow:
    """Return a row of days with the holiday on it, if there is one."""
    found = desk.holidays.get(row.mark)
    return ReportRow(row.mark, row.values, f"{row.hint} · {found}") if found else row


def revenue_goal_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the sales behind a figure: of the days themselves, or of all until then."""
    first, last = desk.ends(mark)
    if column == "sold" or mark == TOTAL:
        spans = desk.marked(mark)
    elif column == "before":
        spans = desk.base.spans(desk.first, last) if desk.base else []
    else:
        first = desk.first
        spans = [(first.isoformat(), last.isoformat())]
    rows = desk.reports.sales.behind(desk.scope, spans)
    return desk.behind("sales", rows, desk.told(mark, column), money=True)


def sales_by_period(desk: Desk) -> Report:
    """Make the sales of each day, week or month beside those compared with."""
    days, others = by_day(desk), by_day(desk, base=True)
    rows = []
    for step in desk.steps:
        count, total = of_step(days, step)
        past = before_of(desk, others, step) if desk.base else None
        rows.append(_named(desk, desk.step_row(step, (total, count, past))))
    count = sum(sold for sold, _total in days.values())
    reached = sum(total for _count, total in days.values())
    past = sum(before_of(desk, others, step) for step in desk.steps) if desk.base else None
    series = [ReportSeries(1)] + ([] if desk.base is None else [ReportSeries(3, "before")])
    return Report(
        ask=desk.ask, title=desk.title(), says=_best(desk, days, reached),
        about=desk.about("sales", count),
        columns=(
            desk.column(desk.step, "date"), desk.column("revenue", "money", opens=True),
            desk.column("sales", "count", opens=True),
            desk.column("before", "money", opens=desk.base is not None, title=desk.before),
        ),
        rows=tuple(rows), chart=ReportChart("bar", 0, tuple(series)),
        total=(desk.say("total"), reached, count, past), notes=tuple(desk.sale_notes()),
        currency=desk.currency,
    )  # fmt: skip


def _best(desk: Desk, days: Days, reached: int) -> str:
    """Return how much was sold, and on which weekday the most of it."""
    said = compared(desk, reached)
    weekdays: dict[int, int] = {}
    for day, (_count, total) in days.items():
        place = date.fromisoformat(day).weekday()
        weekdays[place] = weekdays.get(place, 0) + total
    if len(days) < ENOUGH:
        return said
    best = max(weekdays, key=lambda place: weekdays[place], default=None)
    if best is None or reached <= 0 or weekdays[best] <= 0:
        return said
    shown = desk.say(f"weekday.{best}")
    most = desk.say("says.best_weekday", day=shown, share=_share(weekdays[best], reached))
    return f"{said} {most}"


def sales_by_period_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the sales of a step, or of what it is compared with."""
    spans = desk.marked(mark, base=column == "before")
    part = "sales" if column == "sales" else "all"
    rows = desk.reports.sales.behind(desk.scope, spans, part)
    return desk.behind("sales", rows, desk.told(mark, column), money=column != "sales")


def visits(desk: Desk) -> list[tuple[Any, ...]]:
    """Return the visits and their money of each day of the period."""
    return desk.once("visits", lambda: desk.reports.sales.visits(desk.scope, desk.spans))


def comings(desk: Desk) -> list[tuple[Any, ...]]:
    """Return (day, first visits, later ones, ...) of each day of the period."""
    read = desk.reports.sales
    if read.knows_first_days(desk.scope):
        return desk.once("comings", lambda: read.comings(desk.scope, desk.spans))
    return visits(desk)


def new_and_returning(desk: Desk) -> Report:
    """Make first and later visits: what somebody buys on one day is one visit."""
    told = {row[0]: row[1:] for row in visits(desk)}
    rows, nothing = [], (0,) * 5
    for step in desk.steps:
        found = [told.get(day.isoformat(), nothing) for day in each_day(step.first, step.last)]
        rows.append(desk.step_row(step, [sum(column) for column in zip(*found, strict=True)]))
    new, back, *money = (sum(row.values[n] or 0 for row in rows) for n in range(1, 6))  # type: ignore[misc]
    every = new + back
    says = desk.say("says.nobody")
    if every:
        says = desk.say(
            "says.visits", count=new, back=words.share(back / every),
            money=_share(money[1], sum(money)) if sum(money) > 0 else "0%",
        )  # fmt: skip
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("visits", every),
        columns=(
            desk.column(desk.step, "date"), desk.column("new", "count", opens=True),
            desk.column("back", "count", opens=True),
            desk.column("new_money", "money", opens=True),
            desk.column("back_money", "money", opens=True),
            desk.column("nameless_money", "money", opens=True),
        ),
        rows=tuple(rows),
        chart=ReportChart("stacked", 0, (ReportSeries(2), ReportSeries(1))),
        total=(desk.say("total"), new, back, *money),
        notes=(desk.say("note.visits"), *desk.sale_notes()), currency=desk.currency,
    )  # fmt: skip


def new_and_returning_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the customers who came first, or the sales of a step."""
    spans, title = desk.marked(mark), desk.told(mark, column)
    if column == "new":
        rows = desk.reports.sales.buyers_behind(desk.scope, spans, new=True)
        return desk.behind("contacts", rows, title)
    if column == "back":
        return desk.behind("sales", desk.reports.sales.visits_behind(desk.scope, spans), title)
    part = column.removesuffix("_money")
    rows = desk.reports.sales.behind(desk.scope, spans, part)
    return desk.behind("sales", rows, title, money=True)
