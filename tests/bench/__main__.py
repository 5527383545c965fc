"""The benchmarks: python -m tests.bench [--quick | --short] [--rounds N] [--folder DIR].

Prints a table and writes docs/benchmarks.md anew, keeping the ratios of earlier runs. The quick
form (10,000 rows, two sizes, one round) only prints: it is for seeing that everything still runs.
The short form (3,000 rows, ratios of CPU time alone) ends with 1 where one is lost twice over.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import page, short
from tests.bench.agenda_figures import agenda_figures
from tests.bench.board_figures import board_figures
from tests.bench.figures import Bench, Figure
from tests.bench.forecast_figures import forecast_figures
from tests.bench.insight_figures import insight_figures
from tests.bench.lists import write_csv, write_xlsx
from tests.bench.missed import missed
from tests.bench.report_figures import report_figures
from tests.bench.sale_figures import sale_figures, sale_import_figures
from tests.bench.window_figures import WindowBench
from tests.bench.wizard_figures import wizard_figures

SALES = 580_000  # of a million lines
SALE_LINES = 1_000_000  # of an import
REPORTED = 1_000_000  # sales
LIMITS = {"xlsx": 2.5, "csv": 3.5}  # times the floor
HEAD = """# Benchmarks

Written by `make bench`. Each figure and its floor are measured in the same run, in turn, each in
a process of its own; times are medians, a ratio is the median of the pairs' ratios. Absolute
times are those of one machine: compare ratios. The ratio of CPU time is the steadier one where
other programs are at work beside it; targets are about the time on the clock.

- **Floor of an import**: the file read by calamine or `csv.reader`, the very rows that the import
  made written by bare `sqlite3` (`executemany`, one transaction, WAL, `synchronous=FULL`, the same
  tables and indexes, no ledger, nothing computed), both search indexes rebuilt, committed. The
  import reads, understands, matches, writes the ledger and computes what search reads. Sales are
  imported once, not in rounds: a csv of a till, a line a row, one to four lines a sale.
- **Floor of a search**: the bare FTS MATCH of the same words, row ids alone, at most 1,000. The
  search ranks what it found and fetches the first 50 rows to show; one round of queries is run
  before to warm up. Mixed are 23 kinds, each as likely: syllables, initial consonants, Latin
  letters, digits, e-mails, tags, notes, nothing to be found; the five kinds of two words together
  are one of them, and have a line of their own.
- **The window** is timed without a screen (Qt's offscreen platform), from before its process is
  made to its first picture and to the list filled with the shop's contacts, which SQLite's own
  driver reads: SQLAlchemy is imported and the shop opened wholly while one looks at it. Within a
  running window from the key to the repainted part, medians of nine.
- **Home and days** are read by what their pages read with; the floor is every query this asks,
  with its values, by bare `sqlite3`. Repeats are counted out day by day; their floor is dateutil
  with the same rules, those left out that it does not know.
- **Reports** are those of 30 days and of a year, each beside every query it asks by bare `sqlite3`;
  a dashboard is read in the jobs of its page, two at a time.
- **Peak memory** is the most the process had resident, Python and libraries included; the floor's
  holds all rows in memory before its clock starts.

"""


def main() -> int:
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="dangol-bench-") as scratch:
        rounds = 1 if asked.quick else 2 if asked.short else asked.rounds
        bench = Bench(asked.folder or Path(scratch), rounds)
        if asked.short:
            return _tell_short(bench)
        figures = _measure(bench, quick=asked.quick)
    for figure in figures:
        print(" ".join(_cells(figure)))
    if not asked.quick:
        _write(figures)
        print(f"Written to {page.PAGE}.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--quick", action="store_true", help="small, and nothing is written")
    parser.add_argument("--short", action="store_true", help="a few ratios, in half a minute")
    parser.add_argument("--rounds", type=int, default=3, help="how often (default 3)")
    parser.add_argument("--folder", type=Path, help="keep the large shops here, to use them again")
    return parser.parse_args()


def _tell_short(bench: Bench) -> int:
    ratios: dict[str, float] = {}
    for name, now in short.measure(bench):
        ratios[name] = now
        print(f"{name}: {now:.2f} (was {short.REFERENCE[name]:.2f})", flush=True)
    for name in (lost := short.lost(ratios)):
        print(f"{name} takes more than twice as long as it did, in times of its floor")
    return int(bool(lost))


def _measure(bench: Bench, *, quick: bool) -> list[Figure]:
    bench.folder.mkdir(parents=True, exist_ok=True)
    bench.warm_up()
    rows = 10_000 if quick else 100_000
    figures = []
    for kind, write in (("xlsx", write_xlsx), ("csv", write_csv)):
        source = bench.folder / f"customers.{kind}"
        write(source, rows)
        figures += bench.imports(source, rows, LIMITS[kind])
        print(f"{kind} done", file=sys.stderr)
    figures += wizard_figures(bench, rows)
    sizes = (1_000, 10_000) if quick else (1_000, 100_000, 1_000_000)
    figures += bench.growth(sizes)
    figures += bench.smart_lists(sizes[-2])
    figures += bench.duplicates(sizes[-2])
    figures += sale_import_figures(bench, 10_000 if quick else SALE_LINES)
    figures += sale_figures(bench, sizes[-2], 10_000 if quick else SALES)
    figures += report_figures(bench, sizes[-2], 10_000 if quick else REPORTED)
    figures += agenda_figures(bench, sizes[-2])
    figures += board_figures(bench)
    figures += forecast_figures(bench, 10_000 if quick else 100_000)
    figures += insight_figures(bench, sizes[-2], 10_000 if quick else 10 * sizes[-2])
    return figures + WindowBench(bench).figures(*sizes[-2:])


def _cells(figure: Figure) -> list[str]:
    met = {None: "", True: "yes", False: "**no**"}[figure.met]
    ratio, cpu = ("" if r is None else f"{r:.2f}" for r in (figure.ratio, figure.cpu_ratio))
    return [figure.name, figure.value, figure.floor, ratio, cpu, figure.target, met]


def _write(figures: list[Figure]) -> None:
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    history = page.history()
    ratios = [
        f"{f.key} {f.ratio:.2f}" + (f" (CPU {f.cpu_ratio:.2f})" if f.cpu_ratio else "")
        for f in figures
        if f.key and f.ratio is not None
    ]
    history.insert(0, f"- {now}: {', '.join(ratios)}")
    rows = [
        ["what", "measured", "floor", "ratio", "of CPU time", "target", "met"], ["---"] * 7,
        *map(_cells, figures),
    ]  # fmt: skip
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    page.PAGE.write_text(
        f"{HEAD}{now}; {page.machine()}.\n\n{table}\n"
        f"{missed(f.name for f in figures if f.met is False)}{page.duplicates()}{page.HISTORY}\n"
        "Ratios, newest first.\n\n" + "".join(f"{line}\n" for line in history),
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
