"""The faults: python -m tests.faults [--moments N] [--seed S] [--examples E] [WORDS …].

Does harm to shops as tests/faults and the stateful test say, with many more moments than the tests
take, prints one line per kind of harm and writes docs/faults.md. WORDS (as for pytest -k) narrow it
down; then nothing is written.
"""

import argparse
import os
import platform
import sqlite3
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"
STATEFUL = "tests/app/test_stateful.py"
HEAD = """# Faults

Written by `make faults`. What is done to a shop, how often, and what came of it. After every harm
the shop is opened again: SQLite's `integrity_check` and `dangol-cli check` must find nothing, every
acknowledged action must be there, none by half, and the shop must take a new contact.

- **Killed** means `kill -9` at a random moment of the usual time of the work, which is done by a
  process that acknowledges each action once it is committed. Clock and ids of that process are
  fixed: what the shop holds after n actions, ledger included, is known from a run that nobody
  killed, and the killed one must hold exactly that of n or n + 1 actions.
- **Damaged pages**: *refused* with a sentence and the newest good backup, *found* by the check,
  *unharmed* where the harm hit nothing in use.
- Moments are drawn from the seed; which instruction a kill meets is up to the machine.

"""


@dataclass
class Line:
    """One kind of harm: what came of its tests, and what they found."""

    name: str
    place: str
    outcomes: Counter[str] = field(default_factory=Counter)
    found: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def sentence(self) -> str:
        """What must hold, as the test's name says it."""
        return self.name.removeprefix("test_").replace("_", " ").capitalize()

    @property
    def result(self) -> str:
        """Passed, failed or skipped; how often where more than once."""
        return ", ".join(
            what if self.outcomes.total() == 1 else f"{count} {what}"
            for what, count in self.outcomes.items()
        )


class Table:
    """A pytest plugin that makes one line of all tests of one name, and prints each when done."""

    def __init__(self) -> None:
        self.lines: dict[str, Line] = {}
        self._printed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" and report.passed:
            return
        place, name = report.nodeid.split("::")
        name, _, case = name.partition("[")
        line = self.lines.setdefault(name, Line(name, place))
        line.outcomes["known bug" if hasattr(report, "wasxfail") else report.outcome] += 1
        line.seconds += report.duration
        if report.skipped and not hasattr(report, "wasxfail"):
            line.found.append(str(report.longrepr[2]).removeprefix("Skipped: "))
        for key, value in report.user_properties:
            if key == "found":
                line.found.append(f"{case.removesuffix(']')}: {value}" if case else value)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Print the line before, once a test of another name has come."""
        current = nodeid.split("::")[1].partition("[")[0]
        self.print_all_but(current)

    def print_all_but(self, current: str = "") -> None:
        for line in self.lines.values():
            if line.name not in self._printed and line.name != current:
                self._printed.add(line.name)
                print(f"\n{line.result}: {line.sentence}", *line.found, sep="\n    ", flush=True)


def main() -> int:
    asked = _arguments()
    os.environ["FAULT_MOMENTS"] = str(asked.moments)
    os.environ["FAULT_SEED"] = str(asked.seed)
    os.environ["FAULT_EXAMPLES"] = str(asked.examples)
    table = Table()
    words = ["-k", " or ".join(asked.words)] if asked.words else []
    status = pytest.main(
        ["-q", "--no-header", "-p", "no:randomly", "tests/faults", STATEFUL, *words],
        plugins=[table],
    )
    table.print_all_but()
    if not asked.words:
        _write(table, asked)
        print(f"Written to {PAGE}.")
    return int(status)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--moments", type=int, default=1000, help="kills, over all operations")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=100, help="runs of the stateful test")
    parser.add_argument("words", nargs="*", help="only tests whose names hold one of these")
    return parser.parse_args()


def _write(table: Table, asked: argparse.Namespace) -> None:
    """Write the page anew."""
    now = datetime.now(UTC)
    rows = ["| what must hold | result | found | seconds |", "| --- | --- | --- | --- |"]
    for line in table.lines.values():
        found = "<br>".join(line.found).replace("|", "/")
        rows.append(f"| {line.sentence} | {line.result} | {found} | {line.seconds:.0f} |")
    machine = (
        f"{now:%Y-%m-%d %H:%M} UTC; {asked.moments} moments, seed {asked.seed}; {os.cpu_count()}"
        f" cores, {platform.system()}, Python {platform.python_version()}, SQLite"
        f" {sqlite3.sqlite_version}.\n\n"
        "One line again, its sentence with _ between the words:\n"
        f"`.venv/bin/python -m tests.faults --moments {asked.moments} --seed {asked.seed}"
        f" --examples {asked.examples} a_zip_bomb_is_refused_at_once`\n\n"
    )
    PAGE.write_text(HEAD + machine + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
