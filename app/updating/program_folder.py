"""The folder the program runs from, and exchanging it for another in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE, RENAME_SWAP = -100, 2, 2


@dataclass(frozen=True, slots=True)
class ProgramFolder:
    """A built program: its folder (on macOS the .app), and where its two programs are in it."""

    folder: Path
    inner: str = ""  # 'Contents/MacOS' on macOS

    def window(self, folder: Path | None = None) -> Path:
        """Return the program with the window, of this folder or of another like it."""
        return self._named("dangol", folder)

    def command(self, folder: Path | None = None) -> Path:
        """Return the program for the command line."""
        return self._named("dangol-cli", folder)

    def _named(self, name: str, folder: Path | None) -> Path:
        ending = ".exe" if sys.platform == "win32" else ""
        return (folder or self.folder) / self.inner / (name + ending)


def running_from() -> ProgramFolder | None:
    """Return where this program runs from, None where it is run from its source."""
    if not getattr(sys, "frozen", False):
        return None
    place = Path(sys.executable).resolve().parent
    if sys.platform == "darwin" and place.name == "MacOS":
        return ProgramFolder(place.parents[1], "Contents/MacOS")
    return ProgramFolder(place)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places; where the system can do that, no cut can come between."""
    if _exchanged(one, other):
        return
    aside = one.with_name(f"{one.name}.aside")
    remove(aside)
    one.rename(aside)
    try:
        other.rename(one)
    except OSError:
        aside.rename(one)
        raise
    aside.rename(other)


def _exchanged(one: Path, other: Path) -> bool:
    paths = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            done = library.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE)
        elif sys.platform == "darwin":
            done = library.renamex_np(paths[0], paths[1], RENAME_SWAP)
        else:
            return False
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)


def remove(path: Path) -> None:
    """Delete a folder or a file, as far as it can be."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
