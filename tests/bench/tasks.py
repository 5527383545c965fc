"""What is timed, each in a process of its own: python -m tests.bench.tasks TASK PATH...

Prints one JSON object with what it took: seconds, peak MB, what is peculiar to the task.
"""

import csv
import json
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, redirect_stdout
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from db import ledger
from db.search_index import FTS_TABLES
from tests.bench.search_bench import bare, build, draw, mixed, queries

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.services.imports import ImportService
    from app.services.sale_imports import SaleImportService

Report = dict[str, Any]
MIXED = 60  # queries of a round
PAGE = 50  # rows to show
# What an import fills, parents first; ids in order, as a bare program would write them.
TABLES = (
    "contact", "contact_point", "tag", "contact_tag", "note", "product", "sale", "sale_line",
    "payment", "contact_search", "import_row",
)  # fmt: skip


def run_import(shop: Path, source: Path) -> Report:
    """Import a file of people: from the file to committed and searchable."""
    return _imported(shop, source, lambda core: core.imports)


def run_sale_import(shop: Path, source: Path) -> Report:
    """Import a file of sales, as one of people."""
    return _imported(shop, source, lambda core: core.sale_imports)


def _imported(
    shop: Path, source: Path, service: "Callable[[Core], ImportService | SaleImportService]"
) -> Report:
    from app.bootstrap import open_core
    from app.jobs import Ticket
    from app.shapes.imports import ImportRequest

    core = open_core(shop)
    began, worked = time.perf_counter(), time.process_time()
    brings = service(core)
    report = brings.run(brings.prepare(ImportRequest(path=source), Ticket()), Ticket())
    done = time.perf_counter()
    core.close()
    return {
        "seconds": done - began, "cpu": time.process_time() - worked, "peak": peak(),
        "read": report.read, "added": report.added, "change_set": report.change_set,
        "size": megabytes(shop),
    }  # fmt: skip


def run_undo(shop: Path, change_set: str) -> Report:
    """Take an import back."""
    from app.bootstrap import open_core

    core = open_core(shop)
    began, worked = time.perf_counter(), time.process_time()
    undone = core.history.undo(int(change_set))
    done = time.perf_counter()
    left = core.contacts.count()
    core.close()
    return {
        "seconds": done - began, "cpu": time.process_time() - worked, "peak": peak(),
        "kept": len(undone.kept), "left": left, "size": megabytes(shop),
    }  # fmt: skip


def make_floor(empty: Path, shop: Path) -> Report:
    """Make a shop without ledger and search triggers, for `run_floor`."""
    from app.bootstrap import open_core

    open_core(empty).close()
    with closing(sqlite3.connect(empty)) as run, run:
        names = run.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            run.execute(f'DROP TRIGGER "{name}"')
        # A reference that is not measured: the rows of the batch point at it.
        run.execute("ATTACH ? AS done", (str(shop),))
        run.execute("INSERT INTO import_batch SELECT * FROM done.import_batch")
    return {"triggers": len(names)}


def run_floor(shop: Path, source: Path, finished: Path) -> Report:
    """Read the file as fast as can be and write the rows of `finished` with bare sqlite3.

    The rows lie ready in memory before the clock starts: nothing is computed.
    """
    from python_calamine import CalamineWorkbook

    ready = list(rows_of(finished))
    began, worked = time.perf_counter(), time.process_time()
    if source.suffix == ".xlsx":
        cells: list[Any] = list(
            CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0).iter_rows()
        )
    else:
        with source.open(encoding="utf-8-sig", newline="") as file:
            cells = list(csv.reader(file))
    read = time.perf_counter()
    with closing(sqlite3.connect(shop, isolation_level=None)) as run:
        run.execute("PRAGMA synchronous = FULL")
        run.execute("BEGIN IMMEDIATE")
        for table, columns, rows in ready:
            holes = ", ".join("?" * len(columns))
            run.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({holes})", rows)
        written = time.perf_counter()
        for table in FTS_TABLES:
            run.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        run.execute("COMMIT")
        done = time.perf_counter()
    return {
        "seconds": done - began, "cpu": time.process_time() - worked, "peak": peak(),
        "reading": read - began, "writing": written - read, "indexing": done - written,
        "read": len(cells) - 1, "size": megabytes(shop),
    }  # fmt: skip


def make_shop(shop: Path, contacts: str) -> Report:
    """Make a shop of so many contacts, 85 % with Korean names."""
    from app.bootstrap import open_core

    core = open_core(shop)
    with redirect_stdout(sys.stderr):
        build(core.database, int(contacts))
    with core.database.connection(writes=True) as connection:
        ledger.create_triggers(connection)
        connection.commit()
    core.close()
    return {"size": megabytes(shop)}


def run_reading(shop: Path) -> Report:
    """Search and list as the window does, after one round to warm up; times in ms.

    A search is what is typed to the first 50 rows to show, ranked among the first 1,000; its
    floor is the bare MATCH of the same words, row ids alone. A page is 50 rows of the whole list.
    """
    from app.bootstrap import open_core

    core = open_core(shop)
    with core.database.connection() as connection:
        asked = queries(connection, 20)
        pools = mixed(asked)
        rounds = [draw(pools, MIXED, random.Random(11 + number)) for number in range(6)]
        two_words = [draw(pools[-1:], MIXED, random.Random(number)) for number in range(3)]
        searches, floors = [], []
        for texts in rounds:
            searches.append([_took(_search, core, text) for text in texts])
            floors.append([_took(bare, connection, text) for text in texts])
        harder = [[_took(_search, core, text) for text in texts] for texts in two_words]
    count = core.contacts.count()
    places = [0, count // 3, count // 2, count * 2 // 3, max(count - PAGE, 0)]
    pages = [_took(_page, core, place, count) for _round in range(6) for place in places]
    core.close()
    return {
        "search": _p95s(searches, 0), "search_cpu": _p95s(searches, 1),
        "two_words": _p95s(harder, 0),
        "floor": _p95s(floors, 0), "floor_cpu": _p95s(floors, 1),
        "page": sorted(pages[len(places) :])[-2][0], "contacts": count, "size": megabytes(shop),
    }  # fmt: skip


def _took(work: Callable[..., object], *given: object) -> tuple[float, float]:
    """Return how long one call took on the clock and in CPU time, in ms."""
    began, worked = time.perf_counter(), time.thread_time()
    work(*given)
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


def _p95s(rounds: list[list[tuple[float, float]]], what: int) -> float:
    """Return the median of the rounds' 95th percentiles; the first round only warms up."""
    return median(
        sorted(took[what] for took in times)[int(len(times) * 0.95)] for times in rounds[1:]
    )


def _search(core: "Core", text: str) -> None:
    ids, _more = core.contacts.search(text)
    core.contacts.rows(ids[:PAGE])


def _page(core: "Core", offset: int, total: int) -> None:
    core.contacts.page("name", descending=False, offset=offset, limit=PAGE, total=total)


def rows_of(shop: Path) -> Iterator[tuple[str, list[str], list[tuple[object, ...]]]]:
    """Yield (table, columns, rows) of what an import has filled."""
    with closing(sqlite3.connect(shop)) as run:
        for table in TABLES:
            found = run.execute(f"SELECT * FROM {table} ORDER BY id")
            columns = [column[0] for column in found.description]
            yield table, columns, found.fetchall()


def peak() -> float:
    """Return the most memory this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def megabytes(path: Path) -> float:
    """Return the size of a file."""
    return path.stat().st_size / 1e6


TASKS: dict[str, Callable[..., Report]] = {
    "import": run_import, "import_sales": run_sale_import, "undo": run_undo,
    "make_floor": make_floor, "floor": run_floor, "make_shop": make_shop, "reading": run_reading,
}  # fmt: skip


def main() -> None:
    name, *given = sys.argv[1:]
    print(json.dumps(TASKS[name](*(text if text.isdigit() else Path(text) for text in given))))


if __name__ == "__main__":
    main()
