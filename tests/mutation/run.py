"""Runs tests against changed copies of the checkout, in forks that have all libraries loaded."""

import importlib
import os
import random
import resource
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.mutation.mutants import Mutant, mutant, places
from tests.mutation.outcomes import Fate, Outcome

ROOT = Path(__file__).parents[2]
COPIED = ("app", "db", "resources", "tests", "pyproject.toml")
LIBRARIES = (
    "alembic.command", "charset_normalizer", "click.testing", "hypothesis.stateful", "numpy",
    "openpyxl", "phonenumbers", "PySide6.QtTest", "PySide6.QtWidgets", "python_calamine",
    "sqlalchemy.dialects.sqlite", "sqlalchemy.orm", "sqlite_utils", "xlsxwriter",
)  # fmt: skip
SLOWER = 4  # times what the unchanged copy takes; a mutant that loops is killed by that
STUCK = 20  # times that on the clock: one that waits for ever is killed, too


class FailsUnchangedError(Exception):
    """The tests fail on the copy as it stands: they say nothing about mutants."""


class Copy:
    """A copy of the checkout in which one module after another may be spoilt."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._checkout = folder / "checkout"
        self._checkout.mkdir()
        ignored = shutil.ignore_patterns("__pycache__", ".hypothesis")
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self._checkout / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, self._checkout / name)

    def outcome(self, module: str, tests: Sequence[str], most: int, seed: int) -> Outcome:
        """Change one place of a module at a time, at most so many; print each one's fate."""
        source = (self._checkout / module).read_text(encoding="utf-8")
        every = places(source)
        drawn = random.Random(f"{seed} {module}").sample(every, min(most, len(every)))
        drawn.sort(key=lambda place: (place.line, place.node, place.change))
        made = [mutant(source, place) for place in drawn]
        return Outcome(module, len(every), tuple(self._fates(module, tests, made)))

    def outcome_again(self, before: Outcome, tests: Sequence[str]) -> Outcome:
        """Try those changes again that lived, where the module still has them."""
        source = (self._checkout / before.module).read_text(encoding="utf-8")
        every = places(source)
        lived = {(fate.where, fate.before, fate.after) for fate in before.fates if fate.lived}
        made = [mutant(source, place) for place in every]
        chosen = [one for one in made if (one.where, one.before, one.after) in lived]
        killed = [fate for fate in before.fates if not fate.lived]
        fates = [*killed, *self._fates(before.module, tests, chosen)]
        return Outcome(before.module, len(every), tuple(sorted(fates, key=lambda f: f.line)))

    def _fates(self, module: str, tests: Sequence[str], made: Sequence[Mutant]) -> Iterator[Fate]:
        file = self._checkout / module
        source = file.read_text(encoding="utf-8")
        # The first run leaves compiled modules behind; that of the spoilt one would be stale.
        took = self._seconds(tests, 600, compiles=True)
        for path in file.parent.glob(f"__pycache__/{file.stem}.*"):
            path.unlink()
        if took is None:
            raise FailsUnchangedError
        try:
            for one in made:
                file.write_text(one.source, encoding="utf-8")
                lived = self._seconds(tests, SLOWER * took + 3) is not None
                fate = Fate(one.line, one.where, one.before, one.after, lived)
                print(fate, flush=True)
                yield fate
        finally:
            file.write_text(source, encoding="utf-8")

    def _seconds(
        self, tests: Sequence[str], patience: float, *, compiles: bool = False
    ) -> float | None:
        """Return the CPU time of the tests; None where one fails or they take more than that."""
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (ceil(patience), ceil(patience)))
            signal.alarm(ceil(STUCK * patience))
            os._exit(self._passes(tests, compiles=compiles))
        _child, status, used = os.wait4(child, 0)
        return None if status else used.ru_utime + used.ru_stime

    def _passes(self, tests: Sequence[str], *, compiles: bool) -> int:
        """Run pytest in the copy, whose modules take the place of those of the checkout."""
        nothing = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nothing, number)
        os.chdir(self._checkout)
        for name in [name for name in sys.modules if name.partition(".")[0] in COPIED]:
            del sys.modules[name]
        sys.path[:] = [str(self._checkout), *(p for p in sys.path if p not in ("", str(ROOT)))]
        os.environ["PYTHONPATH"] = str(self._checkout)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        sys.dont_write_bytecode = not compiles
        try:
            return int(pytest.main([
                "-q", "-x", "--no-header", "-p", "no:randomly", "-p", "no:cacheprovider",
                "-p", "no:xdist", "--tb=no",
                "-W", "ignore::pytest.PytestAssertRewriteWarning",
                f"--basetemp={self._folder / 'scratch'}", *tests,
            ]))  # fmt: skip
        except BaseException:  # a mutant may raise what no test framework catches
            return 1


@contextmanager
def copy_of_checkout() -> Iterator[Copy]:
    """Make the copy, and load the libraries once for all tests that will run in it."""
    for name in LIBRARIES:
        importlib.import_module(name)
    with TemporaryDirectory(prefix="dangol-mutants-") as folder:
        yield Copy(Path(folder))
