"""python -m tests.mutation MODULE --tests PATH... [--mutants N] [--seed S]

Runs the tests against a copy of the checkout in which one place of MODULE (app/exchange/fields.py
or app.exchange.fields) is changed, once for each of N places drawn from the seed, and prints which
changes no test noticed. Ends with 1 if the tests fail on the unchanged copy.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mutation.mutants import Mutant, mutant, places

ROOT = Path(__file__).parents[2]
COPIED = ("app", "db", "resources", "ui", "tests", "pyproject.toml")
SLOWER = 4  # times what the unchanged copy takes; a mutant that loops is killed by that


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("module")
    parser.add_argument("--tests", nargs="+", required=True)
    parser.add_argument("--mutants", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    path = Path(asked.module if asked.module.endswith(".py") else _path(asked.module))
    source = (ROOT / path).read_text(encoding="utf-8")
    every = places(source)
    drawn = random.Random(asked.seed).sample(every, min(asked.mutants, len(every)))
    changed = [mutant(source, place) for place in sorted(drawn, key=lambda place: place.line)]
    with tempfile.TemporaryDirectory(prefix="dangol-mutants-") as folder:
        copy = Path(folder)
        _copy(copy)
        began = time.monotonic()
        if not _passes(copy, asked.tests, 600):
            print("the tests fail without any change")
            return 1
        patience = SLOWER * (time.monotonic() - began) + 5
        lived = _lived(copy / path, copy, changed, asked.tests, patience)
    killed = len(drawn) - len(lived)
    print(f"{path}: {killed} of {len(drawn)} killed ({len(every)} possible)")
    return 0


def _lived(
    file: Path, copy: Path, changed: list[Mutant], tests: list[str], patience: float
) -> list[Mutant]:
    lived = []
    for one in changed:
        file.write_text(one.source, encoding="utf-8")
        passed = _passes(copy, tests, patience)
        if passed:
            lived.append(one)
        fate = "SURVIVED" if passed else "killed  "
        print(f"{fate} line {one.line}: {one.before}  ->  {one.after}", flush=True)
    return lived


def _passes(copy: Path, tests: list[str], seconds: float) -> bool:
    """Run the tests in the copy until the first failure; too long is a failure."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:randomly", "-p",
               "no:cacheprovider", "--no-header", *tests]  # fmt: skip
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _copy(folder: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)


def _path(module: str) -> str:
    return module.replace(".", "/") + ".py"


if __name__ == "__main__":
    sys.exit(main())
