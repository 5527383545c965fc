"""What is timed, each in a process of its own: python -m tests.bench.tasks TASK PATH...

Prints one JSON object with what it took: seconds, peak MB, what is peculiar to the task.
"""

import csv
import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from db.search_index import FTS_TABLES, TRIGGERS

Report = dict[str, Any]
# What an import fills, parents first; ids in order, as a bare program would write them.
TABLES = ("contact", "contact_point", "tag", "contact_tag", "note", "contact_search", "import_row")


def run_import(shop: Path, source: Path) -> Report:
    """Import a file: from the file to committed and searchable."""
    from app.bootstrap import open_core
    from app.jobs import Ticket
    from app.shapes.imports import ImportRequest

    core = open_core(shop)
    began, worked = time.perf_counter(), time.process_time()
    prepared = core.imports.prepare(ImportRequest(path=source), Ticket())
    read = time.perf_counter()
    report = core.imports.run(prepared, Ticket())
    done = time.perf_counter()
    core.close()
    return {
        "seconds": done - began, "cpu": time.process_time() - worked, "reading": read - began, "peak": peak(), "added": report.added,
        "read": report.read, "change_set": report.change_set, "size": megabytes(shop),
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
        "seconds": done - began, "cpu": time.process_time() - worked, "peak": peak(), "kept": len(undone.kept), "left": left,
        "size": megabytes(shop),
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
    return {"triggers": len(names), "search": len(TRIGGERS)}


def run_floor(shop: Path, source: Path, finished: Path) -> Report:
    """Read the file as fast as can be and write the rows of `finished` with bare sqlite3.

    The rows lie ready in memory before the clock starts: nothing is computed.
    """
    from python_calamine import CalamineWorkbook

    ready = list(rows_of(finished))
    began, worked = time.perf_counter(), time.process_time()
    if source.suffix == ".xlsx":
        cells = list(CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0).iter_rows())
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
        "seconds": done - began, "cpu": time.process_time() - worked, "reading": read - began, "writing": written - read,
        "indexing": done - written, "read": len(cells) - 1, "size": megabytes(shop), "peak": peak(),
    }  # fmt: skip


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
    "import": run_import, "undo": run_undo, "make_floor": make_floor, "floor": run_floor,
}  # fmt: skip


def main() -> None:
    name, *given = sys.argv[1:]
    paths = [text if name == "undo" and i else Path(text) for i, text in enumerate(given)]
    print(json.dumps(TASKS[name](*paths)))


if __name__ == "__main__":
    main()
