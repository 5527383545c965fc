"""What is timed of purchases: python -m tests.bench.sale_tasks TASK PATH..."""

from __future__ import annotations

import json
import random
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.tasks import PAGE, Report

ROUNDS = 11
MONTH = ("2026-04-01", "2026-04-30")
SUMS = ("sales_year", "sales_total", "visits", "last_sale_on")


def make(shop: Path, people: str, sales: str) -> Report:
    """Make a sample shop of so many contacts and sales."""
    from app.bootstrap import open_core
    from app.demo import fill
    from app.jobs import Ticket

    core = open_core(shop)
    fill(core, people=int(people), orders=int(sales), seed=1, ticket=Ticket())
    core.close()
    with closing(sqlite3.connect(shop)) as run:
        run.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        ((lines,),) = run.execute("SELECT count(*) FROM sale_line")
    return {"lines": lines, "mb": shop.stat().st_size / 1e6}


def reading(shop: Path) -> Report:
    """Time a customer's card, a month on the sales page and the list sorted by its sums."""
    from app.bootstrap import open_core
    from app.shapes.sales import SaleFilter

    core = open_core(shop)
    draw = random.Random(7)
    with closing(sqlite3.connect(shop)) as run:
        query = "SELECT id FROM contact WHERE visits > 0 ORDER BY visits DESC"
        ids = [row[0] for row in run.execute(query)]
    buyers = [*ids[:5], *draw.sample(ids, min(len(ids), ROUNDS))]
    wanted, total = SaleFilter(*MONTH), core.contacts.count()

    def card() -> None:
        buyer = buyers.pop()
        core.sale_lists.card(buyer)
        core.sale_lists.last_bought(buyer)

    def month() -> None:
        core.sale_lists.page(wanted, offset=0, limit=PAGE)
        core.sale_lists.totals(wanted)
        core.sale_lists.days(*MONTH)

    def sorted_list() -> None:
        offset = draw.randrange(max(1, total - PAGE))
        for sort in SUMS:
            core.contacts.page(sort, descending=True, offset=offset, limit=PAGE, total=total)

    figures = {"card": _took(card), "month": _took(month), "sorted": _took(sorted_list) / len(SUMS)}
    figures["products"] = _took(lambda: core.sale_lists.by_product(*MONTH))
    core.close()
    return figures


def checking(shop: Path) -> Report:
    """Prove the shop, sums recomputed one by one."""
    from app.bootstrap import open_core

    core = open_core(shop)
    began = time.process_time()
    found = len(core.care.check())
    core.close()
    return {"seconds": time.process_time() - began, "found": found}


def _took(work: Callable[[], object]) -> float:
    """Return the median of the time on the clock, in ms."""
    times = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


TASKS: dict[str, Callable[..., Report]] = {"make": make, "reading": reading, "check": checking}

if __name__ == "__main__":
    task, path, *rest = sys.argv[1:]
    found: Any = TASKS[task](Path(path), *rest)
    print(json.dumps(found))
