"""The same work by Python's SQLite and by SQLCipher, side by side: python -m tests.bench.drivers.

Writes docs/drivers.md. Each run is a process of its own; rounds are interleaved, so that what else
the machine does weighs on all three alike. CPU time; the median of the rounds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.bench.page import machine
from tests.files import write_csv

PAGE = Path(__file__).parents[2] / "docs" / "drivers.md"
MODES = {
    "plain": "Python's sqlite3",
    "nokey": "SQLCipher, no key",
    "key": "SQLCipher, with key",
}
PEOPLE = 10_000
WORDS = ("김", "김민", "민지", "ㄱㅁ", "0100", "창가", "서준", "ㅂㅅㅈ")
SHAPES = {
    "STRICT": "CREATE TABLE s (a INTEGER) STRICT",
    "FTS5 trigram": "CREATE VIRTUAL TABLE f USING fts5(a, tokenize = 'trigram')",
    "contentless_delete": "CREATE VIRTUAL TABLE g USING fts5(a, content='', contentless_delete=1)",
    "RETURNING": "INSERT INTO s VALUES (1) RETURNING a",
    "JSON": "SELECT json_group_array(a) FROM s",
    "LIKE of two syllables on trigram": "SELECT 1 / count(*) FROM f WHERE a LIKE '%김철%'",
}
DECISION = """## Decision

Locked shops alone are opened by SQLCipher, every other by Python's sqlite3; `db/drivers.py` is the
one place that knows. Both write the same pages, so a shop can get a password and lose it again.

The figures leave the choice free: by the day one does not feel which of them is at work. A key
costs where much is read from the disk anew, up to {most:.1f} times as in a backup, and what one has
in memory costs nothing. So this decided:

- A plain shop opens by what Python brings along, whatever became of a compiled package on some PC;
  so do the tests and the tools of whoever looks into it.
- The newer SQLite of SQLCipher can do more (see above), but what is written must be readable by
  the older one too: the program keeps to SQLite 3.40 either way.
- It is in the bundle either way, for locked shops: {size:.0f} MB before the installer packs it.
- sqlite-utils works on connections of both; what fails is told by `db.drivers.failures()`, for the
  exceptions of the two are not related.
- One file is only ever opened by one of the two at a time: two copies of SQLite in one process
  know nothing of each other's locks.
"""


def run(mode: str, folder: Path) -> dict[str, float]:
    """Do the work once; return CPU seconds a step."""
    if mode == "nokey":
        import sqlcipher3.dbapi2

        from db import drivers

        drivers.sqlite3 = sqlcipher3.dbapi2  # for this process alone: nobody else wants that
    from app.bootstrap import open_core
    from app.jobs import Ticket
    from app.shapes.imports import ImportRequest
    from db.cipher import new_key

    shop, took = folder / "shop.db", {}
    key = new_key("a password", cost=10) if mode == "key" else None

    def timed(name: str, act: Callable[[], object]) -> None:
        began = time.process_time()
        act()
        took[name] = time.process_time() - began

    core = open_core(shop, key=key)
    prepared = core.imports.prepare(ImportRequest(path=folder.parent / "people.csv"), Ticket())
    timed("Import of 10,000 people", lambda: core.imports.run(prepared, Ticket()))
    core.close()

    def reopen() -> None:
        for _ in range(10):
            open_core(shop, key=key).close()

    timed("Opening the shop, 10 times", reopen)
    core = open_core(shop, key=key)
    pages = random.Random(1)
    total = core.contacts.count()

    def list_pages() -> None:
        for _ in range(100):
            core.contacts.page("name", descending=False, offset=pages.randrange(total), limit=256)

    timed("100 pages of the list", list_pages)
    timed("80 searches", lambda: [core.contacts.find(w) for w in WORDS for _ in range(10)])

    def by_tables() -> None:
        from sqlite_utils import Database as Tables

        with core.database.connection() as connection:
            tables = Tables(connection.connection.driver_connection)
            for name in tables.table_names():
                _ = tables[name].count
            _ = [row["name"] for row in tables["contact"].rows]

    timed("sqlite-utils: counts, all rows", by_tables)
    timed("Backup, proved", core.care.back_up)
    timed("Check", core.care.check)
    timed("Undo of the import", core.history.undo)
    core.close()
    took["size"] = shop.stat().st_size / 1e6
    return took


def shapes() -> dict[str, dict[str, bool]]:
    """Return which shapes each SQLite knows."""
    import sqlite3

    from sqlcipher3 import dbapi2

    found: dict[str, dict[str, bool]] = {}
    for name, driver in (("plain", sqlite3), ("key", dbapi2)):
        connection = driver.connect(":memory:")
        known = found[f"{name} {driver.sqlite_version}"] = {}
        for shape, statement in SHAPES.items():
            try:
                row = connection.execute(statement).fetchone()
                known[shape] = not statement.startswith("SELECT 1 /") or row[0] is not None
            except driver.DatabaseError:
                known[shape] = False
            if shape == "FTS5 trigram":
                connection.execute("INSERT INTO f VALUES ('김철수')")
        connection.close()
    return found


def main() -> int:
    """Run all, or one of them for the process that asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.drivers")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--one", nargs=2, metavar=("MODE", "FOLDER"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(run(asked.one[0], Path(asked.one[1]))))
        return 0
    took: dict[str, list[dict[str, float]]] = {mode: [] for mode in MODES}
    with tempfile.TemporaryDirectory(prefix="dangol-drivers-") as scratch:
        write_csv(Path(scratch) / "people.csv", _people())
        for number in range(asked.rounds):
            for mode in MODES:
                folder = Path(scratch) / f"{mode}-{number}"
                folder.mkdir()
                command = [sys.executable, "-m", "tests.bench.drivers", "--one", mode, str(folder)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                took[mode].append(json.loads(done.stdout.splitlines()[-1]))
    text = _page(took, asked.rounds)
    PAGE.write_text(text, encoding="utf-8")
    print(text)
    return 0


def _people() -> list[tuple[str, ...]]:
    drawn = random.Random(7)
    rows = [("이름", "전화", "메모")]
    for number in range(PEOPLE):
        name = drawn.choice("김이박최정") + drawn.choice("민서하지예") + drawn.choice("준지은수원")
        rows.append((name, f"010-{drawn.randrange(10_000):04}-{number:04}", "창가 자리를 좋아함"))
    return rows


def _page(took: dict[str, list[dict[str, float]]], rounds: int) -> str:
    steps = [step for step in took["plain"][0] if step != "size"]
    middle = {m: {s: median(r[s] for r in runs) for s in runs[0]} for m, runs in took.items()}
    lines = [
        "# Which SQLite opens a shop", "",
        f"`python -m tests.bench.drivers`, {rounds} interleaved rounds, CPU time, medians;"
        f" {PEOPLE:,} people. {machine()}.", "",
        "| | " + " | ".join(MODES.values()) + " | no key : plain | key : plain |",
        "|---|" + "---:|" * 5,
    ]  # fmt: skip
    ratios = []
    for step in steps:
        plain, nokey, key = (middle[mode][step] for mode in MODES)
        ratios.append(key / plain)
        lines.append(
            f"| {step} | {plain:.2f} s | {nokey:.2f} s | {key:.2f} s"
            f" | × {nokey / plain:.2f} | × {key / plain:.2f} |"
        )
    sizes = [middle[mode]["size"] for mode in MODES]
    lines.append("| Size of the shop | " + " | ".join(f"{s:.1f} MB" for s in sizes) + " | | |")
    lines += ["", "The key itself is made once when a shop is opened: a third of a second, not in"
              " these figures.", "", "## What each can do", ""]  # fmt: skip
    known = shapes()
    lines += ["| | " + " | ".join(known) + " |", "|---|" + "---|" * len(known)]
    for shape in SHAPES:
        told = ("yes" if can[shape] else "no" for can in known.values())
        lines.append(f"| {shape} | " + " | ".join(told) + " |")
    found = importlib.util.find_spec("sqlcipher3._sqlite3")
    size = Path(found.origin).stat().st_size / 1e6 if found and found.origin else 0
    return "\n".join([*lines, "", DECISION.format(most=max(ratios), size=size)])


if __name__ == "__main__":
    sys.exit(main())
