"""The faults: python -m tests.faults [--moments N] [--seed S] [--examples E] [--again] [WORDS …].

Does harm to shops as tests/faults and the stateful test say, with many more moments than the tests
take, two kinds at a time, prints what came of each as it ends and writes docs/faults.md. What has
passed is kept in out/faults.json until all has: a run that was stopped or failed goes on from
there, and --again begins anew. WORDS (as for pytest -k) narrow it down; then nothing is kept or
written.
"""

import argparse
import json
import os
import platform
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "faults.md"
KEPT = ROOT / "out" / "faults.json"
STATEFUL = "tests/app/test_stateful.py"
HEAD = """# Faults

Written by `make faults`. What is done to a shop, how often, and what came of it. After every harm
the shop is opened again: SQLite's `integrity_check` and `dangol-cli check` must find nothing, every
acknowledged action must be there, none by half, and the shop must take a new contact.

- **Killed** means `kill -9` at a random moment of the usual time of the work, which is done by a
  process that acknowledges each action once it is committed. Clock and ids of that process are
  fixed: what the shop holds after n actions, ledger included, is known from a run that nobody
  killed, and the killed one must hold exactly that of n or n + 1 actions. The next start of the
  window must leave nothing of it in the folder for temporary files.
- **Damaged pages**: *refused* with a sentence and the newest good backup, *found* by the check,
  *unharmed* where the harm hit nothing in use.
- **An update** is killed between looking for it and the second start: the program's folder must
  hold one whole version, the next start must go on with it, and nothing may be left beside it.
- **A drive** is another file system: it goes away with or without its place, turns read-only, or
  its blocks cannot be read any more; afterwards it comes back and everything must go on.
- Moments are drawn from the seed; which instruction a kill meets is up to the machine.
- Beside these: `python -m tests.fuzz` feeds the readers spoilt files for as long as one likes, and
  `python -m tests.soak` plays hours of use through the window and looks at memory and handles.

"""


@dataclass(frozen=True)
class Report:
    """What came of one test."""

    test: str  # its node id
    line: int
    result: str
    found: str
    seconds: float

    @property
    def name(self) -> str:
        return self.test.split("::")[1].partition("[")[0]

    @property
    def case(self) -> str:
        return self.test.partition("[")[2].removesuffix("]")

    @property
    def sentence(self) -> str:
        """What must hold, as the test's name says it."""
        return self.name.removeprefix("test_").replace("_", " ").capitalize()

    @property
    def told(self) -> str:
        return ": ".join(part for part in (self.case, self.found) if part and self.found)


class Table:
    """A pytest plugin that prints what comes of each test and keeps it."""

    def __init__(self, asked: Mapping[str, int], *, keeps: bool) -> None:
        self._asked = dict(asked)
        self._keeps = keeps
        self.reports: list[Report] = []

    def take_up(self) -> list[str]:
        """Return the tests that passed in a run of the same size, with what came of them."""
        if self._keeps and KEPT.exists():
            kept = json.loads(KEPT.read_text(encoding="utf-8"))
            if kept["asked"] == self._asked:
                every = [Report(**report) for report in kept["reports"]]
                self.reports = [report for report in every if report.result != "failed"]
        return [report.test for report in self.reports]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" and report.passed:
            return
        known = hasattr(report, "wasxfail")
        found = [value for key, value in report.user_properties if key == "found"]
        if report.skipped and not known:
            found.append(str(report.longrepr[2]).removeprefix("Skipped: "))
        result = "known bug" if known else report.outcome
        line = report.location[1] or 0
        made = Report(report.nodeid, line, result, "; ".join(found), report.duration)
        self.reports.append(made)
        print(f"\n{made.seconds:5.0f} s {result}: {made.sentence} {made.told}", flush=True)
        if self._keeps:
            plain = {"asked": self._asked, "reports": [vars(one) for one in self.reports]}
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")


def main() -> int:
    asked = _arguments()
    sizes = {"moments": asked.moments, "seed": asked.seed, "examples": asked.examples}
    for name, number in sizes.items():
        os.environ[f"FAULT_{name.upper()}"] = str(number)
    if asked.again:
        KEPT.unlink(missing_ok=True)
    table = Table(sizes, keeps=not asked.words)
    words = ["-k", " or ".join(asked.words)] if asked.words else []
    done = [f"--deselect={test}" for test in table.take_up()]
    status = pytest.main(
        [
            "-q", "--no-header", "-p", "no:randomly", "-n", str(asked.jobs), "--dist=load",
            "--maxschedchunk=1", "tests/faults", STATEFUL, *words, *done,
        ],
        plugins=[table],
    )  # fmt: skip
    if status == pytest.ExitCode.NO_TESTS_COLLECTED and done:
        status = pytest.ExitCode.OK  # all of it had passed before
    if not asked.words:
        _write(table.reports, asked)
        print(f"Written to {PAGE}.")
        if status == pytest.ExitCode.OK:
            KEPT.unlink(missing_ok=True)
    return int(status)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--moments", type=int, default=1000, help="kills, over all operations")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=100, help="runs of the stateful test")
    parser.add_argument("--jobs", type=int, default=2, help="kinds of harm at a time")
    parser.add_argument("--again", action="store_true", help="keep nothing of a stopped run")
    parser.add_argument("words", nargs="*", help="only tests whose names hold one of these")
    return parser.parse_args()


def _write(reports: Iterable[Report], asked: argparse.Namespace) -> None:
    """Write the page anew, one line for all tests of one name."""
    now = datetime.now(UTC)
    rows = ["| what must hold | result | found | seconds |", "| --- | --- | --- | --- |"]
    lines: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda report: (report.test.split("::")[0], report.line)):
        lines.setdefault(report.name, []).append(report)
    for tests in lines.values():
        found = "<br>".join(test.told for test in tests if test.told).replace("|", "/")
        seconds = sum(test.seconds for test in tests)
        rows.append(f"| {tests[0].sentence} | {_result(tests)} | {found} | {seconds:.0f} |")
    machine = (
        f"{now:%Y-%m-%d %H:%M} UTC; {asked.moments} moments, seed {asked.seed}; {os.cpu_count()}"
        f" cores, {platform.system()}, Python {platform.python_version()}, SQLite"
        f" {sqlite3.sqlite_version}.\n\n"
        "One line again, its sentence with _ between the words:\n"
        f"`.venv/bin/python -m tests.faults --moments {asked.moments} --seed {asked.seed}"
        f" --examples {asked.examples} a_zip_bomb_is_refused_at_once`\n\n"
    )
    PAGE.write_text(HEAD + machine + "\n".join(rows) + "\n", encoding="utf-8")


def _result(tests: list[Report]) -> str:
    """Passed, failed or skipped; how often where more than once."""
    outcomes = Counter(test.result for test in tests)
    if len(tests) == 1:
        return tests[0].result
    return ", ".join(f"{count} {what}" for what, count in outcomes.items())


if __name__ == "__main__":
    sys.exit(main())
