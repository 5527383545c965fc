"""Hostile files for a while: python -m tests.fuzz [--seconds N] [--seed S].

Prints how many files met which fate; ends with 1 if a reader raised what it must not, hung, died
or took too much memory. Such a file is kept in out/fuzz: make it small, put it into
tests/fuzz/corpus, and mend the reader.
"""

import argparse
import sys

from tests.fuzz.pool import Taster
from tests.fuzz.run import Outcome, fuzz


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    taster = Taster()
    try:
        outcome = fuzz(taster, asked.seed, seconds=asked.seconds)
    finally:
        taster.close()
    print(report(outcome))
    return int(bool(outcome.faults))


def report(outcome: Outcome) -> str:
    """Return what happened, the same fault only once."""
    lines = [f"{outcome.fates.total():,} files, the slowest took {outcome.slowest:.2f} s"]
    lines += [f"{count:>8,}  {fate}" for fate, count in outcome.fates.most_common()]
    seen: dict[str, list[str]] = {}
    for path, verdict in outcome.faults:
        seen.setdefault(_place(verdict.fault), []).append(f"{path}\n{verdict.fault}")
    for place, faults in seen.items():
        lines.append(f"\n{len(faults)} x {place}\n{faults[0]}")
    return "\n".join(lines)


def _place(fault: str) -> str:
    """Return where and how it was raised: faults of one place are one fault."""
    lines = fault.strip().splitlines()
    at = [line.strip() for line in lines if line.lstrip().startswith("File ")]
    return f"{lines[-1][:100]} {at[-1] if at else ''}"


if __name__ == "__main__":
    sys.exit(main())
