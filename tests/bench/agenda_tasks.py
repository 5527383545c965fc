"""What is timed of tasks and days: python -m tests.bench.agenda_tasks TASK PATH..."""

from __future__ import annotations

import json
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bench.beside import beside, took
from tests.bench.list_tasks import make
from tests.bench.tasks import Report

NOW = datetime.now(UTC)
YESTERDAY = (NOW - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
TODAY = NOW.date()
WEEKS = timedelta(days=41)  # a month's six weeks
DAYS = (-700, 120)  # when tasks are due, from today
KEPT = 2  # days a task that is over may be late
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TASK = """
INSERT INTO task (id, contact_id, title, kind, due_at, status, closed_at, repeat_rule,
  repeat_start, repeat_on, assignee_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def make_days(shop: Path, tasks: str) -> Report:
    """Give a shop interactions, so many tasks, a third of the open ones repeating."""
    from app.bootstrap import open_core
    from app.ops import Op
    from app.shapes.goals import GoalForm
    from app.shapes.stay_in_touch import TouchForm
    from db.bare import driver, read

    made = make(shop)
    core = open_core(shop)
    draw = random.Random(1)
    with core.store.action(Op.MAKE_DEMO, count=int(tasks)) as unit:
        connection = unit._session.connection()
        people = [row[0] for row in read(connection, "SELECT id FROM contact")]
        first = core.database.ids.reserve(int(tasks))
        rows = (_task(draw, first + n, people, core.store.actor_id) for n in range(int(tasks)))
        driver(connection).cursor().executemany(TASK, list(rows))
    core.stages.decide()
    core.goals.add(GoalForm("revenue", 20_000_000))
    core.stay_in_touch.put("stage", "regular", TouchForm(30, 60))
    core.close()
    with closing(sqlite3.connect(shop)) as run:
        run.execute("ANALYZE")
    return {"tasks": int(tasks), **made}


def _task(
    draw: random.Random, task_id: int, people: list[int], actor: int | None
) -> tuple[Any, ...]:
    day = TODAY + timedelta(days=draw.randint(*DAYS))
    due = day.isoformat() + ("" if draw.random() < 0.5 else f"T{draw.randint(8, 18):02}:00")
    is_over = day < TODAY - timedelta(days=KEPT)
    repeats = not is_over and draw.random() < 0.3
    return (
        task_id, draw.choice(people) if draw.random() < 0.8 else None, f"할 일 {task_id}",
        draw.choice(["call", "visit", "check"]), due, "done" if is_over else "open",
        f"{day.isoformat()}T05:00:00.000Z" if is_over else None,
        _rule(draw, plain=True) if repeats else None, due[:10] if repeats else None,
        due if repeats else None, actor,
    )  # fmt: skip


def _rule(draw: random.Random, *, plain: bool) -> str:
    """Return a rule as shops have them: mostly weekly, some monthly, few of another kind."""
    day, chance = draw.choice(WEEKDAYS), draw.random()
    monthly, month = draw.randint(1, 28), draw.randint(1, 12)
    kinds = (
        (0.5, f"FREQ=WEEKLY;INTERVAL={draw.choice([1, 1, 2, 3])};BYDAY={day}"),
        (0.55, "FREQ=DAILY"),
        (0.7, f"FREQ=MONTHLY;BYMONTHDAY={monthly}"),
        (0.8, f"FREQ=MONTHLY;BYDAY={draw.choice([1, 2, 3, -1])}{day}"),
        (1.0 if plain else 0.9, "FREQ=YEARLY"),
        (0.95, f"FREQ=MONTHLY;BYMONTHDAY={monthly};X-NOT-ON=DAYSOFF;X-MOVE=BEFORE"),
        (1.0, f"RSCALE=DANGI;FREQ=YEARLY;BYMONTH={month};BYMONTHDAY=15"),
    )
    return next(rule for up_to, rule in kinds if chance < up_to)


def reading(shop: Path) -> Report:
    """Read Home and six weeks of days, each beside the very same SQL in bare sqlite3."""
    from app.bootstrap import open_core
    from app.settings import CURRENCY
    from ui.home.desk import HomeDesk

    core = open_core(shop)
    desk = HomeDesk(
        core.agenda, core.sale_lists, core.passes, core.contacts, core.history, core.staff,
        core.enquiries, core.deal_board, core.goals, core.insight, core.shop_now,
        lambda: core.settings.get(CURRENCY), lambda: "en",
    )  # fmt: skip
    first, last = TODAY - WEEKS / 2, TODAY + WEEKS / 2
    told = {
        **beside(shop, "home", lambda: desk.read(YESTERDAY)),
        **beside(shop, "weeks", lambda: core.agenda.days(first, last)),
    }
    core.close()
    return told


def rolling(tasks: str) -> Report:
    """Count out so many repeats over a year.

    The floor is dateutil with those that it knows: no lunar days, and holidays left alone.
    """
    from dateutil.rrule import rrulestr

    from app.holidays import off_days
    from app.repeating import Rule, between

    draw = random.Random(2)
    rules = [
        (_rule(draw, plain=False), TODAY + timedelta(days=draw.randint(-430, 0)))
        for _n in range(int(tasks))
    ]
    plain = [(text.split(";X-")[0], start) for text, start in rules if "RSCALE" not in text]
    last, off = TODAY + timedelta(days=365), off_days("KR", "DAYSOFF")

    def ours() -> int:
        found = 0
        for text, start in rules:
            rule = Rule.read(text)
            found += len(between(rule, start, TODAY, last, off=off if rule.not_on else None))
        return found

    def floor() -> int:
        begin, end = _midnight(TODAY), _midnight(last)
        return sum(
            len(rrulestr(text, dtstart=_midnight(start)).between(begin, end, inc=True))
            for text, start in plain
        )

    found = ours()  # the first time libraries are compiled and holidays looked up
    own, theirs = took(ours), took(floor)
    return {
        "found": found, "seconds": own[1] / 1000, "floor": theirs[1] / 1000,
        "ratio": own[1] / theirs[1],
    }  # fmt: skip


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def month(shop: Path) -> Report:
    """Turn the calendar's month, in the window."""
    from tests.bench.month_task import month_view

    return month_view(shop)


TASKS: dict[str, Callable[..., Report]] = {
    "make": make_days, "reading": reading, "month": month, "rolling": rolling,
}  # fmt: skip

if __name__ == "__main__":
    name, *given = sys.argv[1:]
    print(json.dumps(TASKS[name](*(Path(text) if "/" in text else text for text in given))))
