"""A long day at the counter: python -m tests.soak [--hours-of-use N].

Prints what the process holds after each hour of use, and ends with 1 if something rises faster
than tests/soak/measures.py allows once the first hours are over.
"""

import argparse
import os
import sys
import tempfile
from dataclasses import astuple, fields
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.soak.hour import BROWSED
from tests.soak.measures import LIMITS, Measure, growing
from tests.soak.run import WARM, hours


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--hours-of-use", type=int, default=10)
    parser.add_argument("--browsed", type=int, default=BROWSED, help="contacts an hour")
    asked = parser.parse_args()
    application = QApplication([])
    names = [field.name for field in fields(Measure)]
    print("hour", *(f"{name:>10}" for name in names))
    measures: list[Measure] = []
    with tempfile.TemporaryDirectory(prefix="dangol-soak-") as folder:
        os.environ["DANGOL_HOME"] = folder
        for measure in hours(application, Path(folder), asked.hours_of_use, browsed=asked.browsed):
            measures.append(measure)
            print(f"{len(measures):>4}", *(f"{v:>10,.1f}" for v in astuple(measure)), flush=True)
    rising = growing(measures[WARM:])
    for name, rise in rising.items():
        print(f"{name} rises by {rise:,.2f} an hour; allowed are {getattr(LIMITS, name)}")
    if not rising:
        print(f"flat after hour {WARM}")
    return int(bool(rising))


if __name__ == "__main__":
    sys.exit(main())
