"""A week at the counter: python -m tests.soak [--hours-of-use N].

Prints what the process holds after each hour of use and writes docs/soak.md; ends with 1 if memory
has grown by more than tests/soak/measures.py allows since the first hour, or if anything rises
faster than it allows once the first hours are over.
"""

import argparse
import ctypes
import os
import platform
import sys
import tempfile
import time
from dataclasses import astuple, fields
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.soak.hour import BROWSED
from tests.soak.measures import GROWTH, LIMITS, Measure, growing, growth
from tests.soak.run import A_DAY, WARM, hours

PAGE = Path(__file__).parents[2] / "docs" / "soak.md"
# What the C library is asked, so that free memory is not taken for a leak: M_ARENA_MAX, what
# threads gave back is found again; M_MMAP_THRESHOLD, large blocks go and leave no holes.
ASKED = (-8, 2), (-3, 32 << 10)
NAMES = [field.name for field in fields(Measure)]
HEAD = """# Soak

Written by `make soak`. A week at the counter of the sample shop, played through the widgets of the
real window, and what the process holds after each hour of use. Before anything is counted garbage
is collected and free memory is given back, as the program does after each long search. Two hours
are a day: then the clock of the shop goes on to the next morning.

- **An hour** is: searches, {browsed} contacts looked at one after the other, edits taken back, a
  contact added, the palette, dark and light, Korean and English, a file imported and taken back;
  in the first hour of a day once round every screen and dialog of the picture tour; scores computed
  anew; a task that repeats typed, put off, done and reopened; a sale and its refund; a deal carried
  over the board and won; an enquiry answered and made a deal; a quote as PDF and workbook; the
  calendar's views and its file; every tab of the reports with its charts, then as workbook, text,
  picture and the month as PDF; contacts printed; contacts and sales exported; a backup. Each write
  is undone, the last one redone and undone again. At its end the shop gets a password (the whole
  file is written anew and opened again), the window is locked and unlocked, and the password goes.
- **resident** is memory in MB, **python** what its garbage collector knows, **objects** QObjects,
  **windows** widgets without a parent, **handles** open files, **files** temporary ones.
- Allowed are {growth:.0%} more memory than after the first hour, and after hour {warm} a rise of
  less than the last line an hour, as the line of least squares has it.
- Connections keep few pages of the database here, and the C library two arenas instead of sixteen
  and no block of 32 kB or more once it is free, so that memory that grows is a leak.

"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--hours-of-use", type=int, default=7 * A_DAY)
    parser.add_argument("--browsed", type=int, default=BROWSED, help="contacts an hour")
    asked = parser.parse_args()
    for option in ASKED:
        ctypes.CDLL(None).mallopt(*option)
    application = QApplication([])
    print("hour", *(f"{name:>10}" for name in NAMES))
    measures: list[Measure] = []
    said: list[str] = []
    begun, worked = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory(prefix="dangol-soak-") as folder:
        os.environ["DANGOL_HOME"] = folder
        for measure in hours(application, Path(folder), asked.hours_of_use, browsed=asked.browsed):
            measures.append(measure)
            print(f"{len(measures):>4}", *(f"{v:>10,.1f}" for v in astuple(measure)), flush=True)
            said = verdict(measures)
            took = time.monotonic() - begun, time.process_time() - worked
            PAGE.write_text(page(measures, said, took, asked.browsed), encoding="utf-8")
    print("\n".join(said) or "flat")
    print(f"Written to {PAGE}.")
    return int(bool(said))


def verdict(measures: list[Measure]) -> list[str]:
    """Return what is wrong, a sentence each."""
    rising = growing(measures[WARM:])
    said = [
        f"{name} rises by {rise:,.2f} an hour; allowed are {getattr(LIMITS, name)}"
        for name, rise in rising.items()
    ]
    if growth(measures) > GROWTH:
        said.append(f"memory has grown by {growth(measures):.1%} since the first hour")
    return said


def page(measures: list[Measure], said: list[str], took: tuple[float, float], browsed: int) -> str:
    """Return the whole page."""
    now = datetime.now(UTC)
    machine = (
        f"{now:%Y-%m-%d %H:%M} UTC; {len(measures)} hours of use in {took[0] / 60:.0f} minutes,"
        f" {took[1]:.0f} s of them work; {os.cpu_count()} cores, {platform.system()},"
        f" Python {platform.python_version()}. Again:"
        f" `python -m tests.soak --hours-of-use {len(measures)} --browsed {browsed}`\n\n"
    )
    last, first = measures[-1].resident, measures[0].resident
    told = "; ".join(said) or (
        f"Flat: {first:,.0f} MB after the first hour, {last:,.0f} MB after the last"
        f" ({growth(measures):+.1%}); nothing left behind."
    )
    rows = [f"| hour | {' | '.join(NAMES)} |", f"| {'--- | ' * len(NAMES)}--- |"]
    rows += [
        f"| {number} | {' | '.join(f'{value:,.0f}' for value in astuple(measure))} |"
        for number, measure in enumerate(measures, 1)
    ]
    rows.append(f"| allowed an hour | {' | '.join(f'{value:g}' for value in astuple(LIMITS))} |")
    head = HEAD.format(browsed=browsed, growth=GROWTH, warm=WARM)
    return head + machine + f"**{told}**\n\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    sys.exit(main())
