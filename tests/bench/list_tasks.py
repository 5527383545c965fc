"""What is timed of smart lists: python -m tests.bench.list_tasks TASK PATH..."""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, event

from app.shapes.filters import Condition, Filter
from tests.bench.tasks import PAGE, Report

MEETINGS = 10  # of each contact
ROUNDS = 11
DAYS = 1095  # that the interactions lie back at most
KINDS = ("visit",) * 4 + ("call",) * 3 + ("text",) * 2 + ("email",)
WANTED = Filter(
    (
        Condition("phone", "known"),
        Condition("last_contact", "before_days", (14,)),
        Condition("count:visit", "at_least", (2, 90)),
        Filter(
            (Condition("tag", "any_of", ("VIP",)), Condition("note", "contains", ("꽃",))), "none"
        ),
    )
)  # fmt: skip


def make(shop: Path) -> Report:
    """Give every contact of a shop interactions, as if they had always been there."""
    from app.bootstrap import open_core

    draw = random.Random(5)
    now = datetime.now(UTC)
    moments = [
        (now - timedelta(minutes=draw.randrange(DAYS * 1440))).isoformat(timespec="milliseconds")
        for _ in range(5_000)
    ]
    core = open_core(shop)
    core.close()
    with closing(sqlite3.connect(shop, isolation_level=None)) as run:
        triggers = run.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = triggers.fetchall()
        run.execute("BEGIN")
        for name, _sql in kept:
            run.execute(f'DROP TRIGGER "{name}"')
        people = [row[0] for row in run.execute("SELECT id FROM contact")]
        numbers = range(1, len(people) * MEETINGS + 1)
        run.executemany(
            "INSERT INTO interaction (id, kind, happened_at, two_way) VALUES (?, ?, ?, 1)",
            ((n, draw.choice(KINDS), draw.choice(moments).replace("+00:00", "Z")) for n in numbers),
        )
        run.executemany(
            "INSERT INTO interaction_contact (id, interaction_id, contact_id) VALUES (?, ?, ?)",
            ((n, n, draw.choice(people)) for n in numbers),
        )
        run.execute(
            "UPDATE contact SET last_contact_at = (SELECT max(i.happened_at)"
            " FROM interaction_contact l JOIN interaction i ON i.id = l.interaction_id"
            " WHERE l.contact_id = contact.id)"
        )
        for _name, sql in kept:
            run.execute(sql)
        run.execute("COMMIT")
        run.execute("ANALYZE")
    return {"interactions": len(numbers)}


def run_list(shop: Path) -> Report:
    """Count a list of four conditions and read its first page; the floor is the same SQL bare."""
    from app.bootstrap import open_core

    core = open_core(shop)
    asked: list[tuple[str, tuple[Any, ...]]] = []

    def note(_conn: object, _cursor: object, statement: str, given: Any, *_: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            asked.append((statement, given))

    def ours() -> int:
        ids = core.contacts.filtered(WANTED)
        core.contacts.rows(ids[:PAGE])
        return len(ids)

    event.listen(Engine, "before_cursor_execute", note)
    count = ours()
    event.remove(Engine, "before_cursor_execute", note)
    with closing(sqlite3.connect(shop)) as run:

        def bare() -> None:
            for statement, given in asked:
                run.execute(statement, given).fetchall()

        times = [(_took(ours), _took(bare)) for _round in range(ROUNDS)][1:]
    core.close()
    return {
        "count": count, "ms": median(our[0] for our, _ in times),
        "floor": median(floor[0] for _, floor in times),
        "ratio": median(our[0] / floor[0] for our, floor in times),
        "cpu_ratio": median(our[1] / floor[1] for our, floor in times),
        "cpu": median(our[1] for our, _ in times),
    }  # fmt: skip


def _took(work: Callable[[], object]) -> tuple[float, float]:
    began, worked = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


TASKS: dict[str, Callable[[Path], Report]] = {"make": make, "list": run_list}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))))
