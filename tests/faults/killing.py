"""Kills a program at random moments of its work and looks at what it left behind."""

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import Core, open_core
from app.errors import WrongPasswordError
from app.locking import is_locked, protect, unlock
from tests.faults.shops import (
    ENVIRONMENT,
    OLDER,
    ROOT,
    guests,
    is_sound,
    older_rows,
    state_of,
    works,
)
from tests.faults.victim import PASSWORDS
from tests.files import everybody, write_csv

PEOPLE = 500
# What else the machine does changes the usual time: it is followed so that one kill in seven or so
# comes too late and the moments reach from the beginning to the end.
SLOWER, QUICKER = 1.02, 0.88


@dataclass
class Reference:
    """What an operation does when nobody stops it: its time, and the shop after each action."""

    seconds: float
    states: list[str]


@dataclass
class End:
    """How a run ended: what it acknowledged, whether a kill was the end, and its seconds."""

    acknowledged: list[str]
    killed: bool
    seconds: float


@dataclass
class Tally:
    """What came of the kills of one operation."""

    kills: int = 0
    acknowledged: int = 0
    in_time: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.in_time} of them before its end;"
            f" {self.acknowledged} acknowledged actions, 0 lost; nothing left behind"
        )


def into_plain(shop: Path) -> None:
    """Write a shop in plain that one of the passwords opens, as it must; clean up as a start."""
    for password in PASSWORDS if is_locked(shop) else ():
        with suppress(WrongPasswordError):
            key = unlock(shop, password)
            open_core(shop, key=key).close()
            protect(shop, "", key)
            return
    assert not is_locked(shop)
    open_core(shop).close()


class Killer:
    """Runs operations in a process of their own and kills them; use as a context manager."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._moments: dict[str, random.Random] = {}
        self._book = folder / "list.csv"
        self._template, home, self._orphans = (
            folder / name for name in ("template", "home", "orphans")
        )
        for place in (self._template, home, self._orphans):
            place.mkdir()
        self._environment = {
            **ENVIRONMENT, "DANGOL_HOME": str(home), "TMPDIR": str(self._orphans),
        }  # fmt: skip
        write_csv(self._book, guests(300, "창가 자리를 좋아함", first=PEOPLE - 50))
        self._references: dict[str, Reference] = {}
        self._number = 0

    def __enter__(self) -> "Killer":
        self._victim = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.victim", str(self._book)], cwd=ROOT,
            env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        write_csv(self._template / "first.csv", guests(PEOPLE))
        (self._template / "older.db").write_bytes(gzip.decompress(OLDER.read_bytes()))
        self._run("prepare", self._template)
        return self

    def __exit__(self, *_error: object) -> None:
        self._victim.stdin.close()
        self._victim.wait()
        self._victim.stdout.close()

    def kill(self, operation: str, tally: Tally) -> None:
        """Kill the operation once, at a random moment; AssertionError for any loss or damage."""
        if operation not in self._references:
            self._references[operation] = self._watch(operation)
            self._moments[operation] = random.Random(f"{self._seed} {operation}")
        reference = self._references[operation]
        folder = self._fresh()
        pause = self._moments[operation].uniform(0, 1.15 * reference.seconds)
        end = self._run(operation, folder, pause=pause)
        done = len(end.acknowledged)
        self._inspect(operation, folder, done, reference.states)
        tally.kills += 1
        tally.acknowledged += done
        tally.in_time += end.killed
        reference.seconds *= SLOWER if end.killed else QUICKER
        shutil.rmtree(folder)

    def _fresh(self) -> Path:
        self._number += 1
        return shutil.copytree(self._template, self._folder / str(self._number))

    def _watch(self, operation: str) -> Reference:
        told = self._run(operation, self._fresh(), tell=True)
        before = state_of(self._fresh() / "shop.db")
        spans = sorted(self._run(operation, self._fresh()).seconds for _ in range(3))
        return Reference(spans[1], [before, *told.acknowledged])

    def _run(
        self, operation: str, folder: Path, *, pause: float | None = None, tell: bool = False
    ) -> End:
        """Let an operation run to its end, or kill it so many seconds after it began."""
        asked = {"operation": operation, "folder": str(folder), "tell": tell}
        self._victim.stdin.write(json.dumps(asked) + "\n")
        self._victim.stdin.flush()
        acknowledged, begun = [], 0.0
        while True:
            word, _, rest = self._victim.stdout.readline().strip().partition(" ")
            if word == "begin":
                begun = time.monotonic()
                if pause is not None:
                    time.sleep(pause)
                    with suppress(ProcessLookupError):
                        os.kill(int(rest), signal.SIGKILL)
            elif word == "done":
                acknowledged.append(rest)
            else:
                assert (word, rest) in (("end", "0"), ("end", "9")), f"{operation}: {word} {rest}"
                return End(acknowledged, rest == "9", time.monotonic() - begun)

    def _next_start(self, shop: Path) -> Core:
        """Open the shop as the window does when it starts next, which sees the same leftovers."""
        before, tempfile.tempdir = tempfile.tempdir, str(self._orphans)
        try:
            core = open_core(shop)
            assert core.imports is not None
            return core
        finally:
            tempfile.tempdir = before

    def _inspect(self, operation: str, folder: Path, done: int, states: list[str]) -> None:
        shop = folder / "shop.db"
        at = f"{operation} after {done} actions, {folder} (seeds, not times, are repeatable)"
        if operation == "password":
            into_plain(shop)
            assert [path.name for path in folder.glob("shop.db.*")] == [], at
        assert is_sound(shop), at
        if operation not in ("founding", "migration"):
            assert state_of(shop) in states[done : done + 2], at
        older = older_rows(self._template / "older.db")
        for backup in (folder / "backups").glob("*.backup.dangol"):
            assert is_sound(backup), at
            if operation == "migration":
                assert older_rows(backup) == older, at
            else:
                assert state_of(backup) == states[0], at
        survivor = self._next_start(shop)
        assert list(self._orphans.iterdir()) == [], at
        try:
            assert survivor.care.check() == [], at
            if operation == "founding":
                assert len(everybody(survivor)) in (max(done - 1, 0), min(done, 1)), at
            if operation == "migration":
                assert older_rows(shop) == older, at
                assert len(survivor.care.backups()) in (1, 2), at  # of a kill, and of the rest
            if operation == "backup" and done:
                assert len(survivor.care.backups()) == 1, at
            works(survivor)
        finally:
            survivor.close()
