"""python -m tests.mutation [PART...] [--most N] [--seed S] [--lived] [--tests PATH...]

Changes one place of a module at a time, in a copy of the checkout, and says which changes no test
notices. Without words every part of tests/mutation/subjects.py is looked at; words are parts,
modules of a part, or with --tests any module. What came of it is kept in out/ and written to
docs/mutation.md, the reasons from tests/mutation/survivors.toml.
Ends with 1 where the tests fail on the unchanged copy or a part is below its score.
"""

import argparse
import sys

from tests.mutation.outcomes import keep, kept, reasons
from tests.mutation.page import below, write
from tests.mutation.run import FailsUnchangedError, copy_of_checkout
from tests.mutation.subjects import SUBJECTS


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("parts", nargs="*", metavar="PART", default=list(SUBJECTS))
    parser.add_argument("--tests", nargs="+", help="instead of those the module has")
    parser.add_argument("--most", type=int, default=120, help="changes of one module")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lived", action="store_true", help="only what lived the last time")
    asked = parser.parse_args()
    every = {module: tests for part in SUBJECTS.values() for module, tests in part.items()}
    modules = [module for part in asked.parts for module in SUBJECTS.get(part, [part])]
    before = kept()
    with copy_of_checkout() as copy:
        for module in modules:
            tests = asked.tests or every[module]
            try:
                if asked.lived and module in before:
                    outcome = copy.outcome_again(before[module], tests)
                else:
                    outcome = copy.outcome(module, tests, asked.most, asked.seed)
            except FailsUnchangedError:
                print(f"{module}: its tests fail without any change: {' '.join(tests)}")
                return 1
            print(
                f"{module}: {outcome.killed} of {len(outcome.fates)} killed"
                f" ({outcome.possible} possible)",
                flush=True,
            )
            if not asked.tests:
                keep(outcome)
    if asked.tests:
        return 0
    write(kept(), reasons())
    return int(below(kept()))


if __name__ == "__main__":
    sys.exit(main())
