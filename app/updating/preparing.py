"""Making a new version ready: unpacked beside the old one, and tried before it is trusted."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from app.errors import UpdateError, UpdateProblem
from app.jobs import Ticket
from app.updating.manifest import LARGEST
from app.updating.program_folder import ProgramFolder, remove
from db.reasons import no_room

PATIENCE = 600.0  # s a self-test may take on a slow PC
MOST = 100_000  # files of a program
UNPACKED = 4 * LARGEST  # bytes
LOOK = 0.05  # s between two looks whether it has ended
UNSEEN = "DANGOL_UNSEEN"  # in the surroundings of a self-test that is to show no window
NEW = ".new-"  # between the folder's name and the version


def require_room(program: ProgramFolder) -> None:
    """Raise UpdateError where no folder can be put beside the program's."""
    parent = program.folder.parent
    try:
        with tempfile.TemporaryFile(dir=parent):
            pass
    except OSError as error:
        raise UpdateError(UpdateProblem.NOT_WRITABLE) from error


def unpack(archive: Path, program: ProgramFolder, version: str, ticket: Ticket) -> Path:
    """Unpack a program beside the one that runs; return its folder, which nothing uses yet."""
    clear_away(program)
    target = program.folder.with_name(f"{program.folder.name}{NEW}{version}")
    rough = target.with_name(f"{target.name}.part")
    try:
        with tarfile.open(archive) as packed:
            _extract(packed, rough, ticket)
        tops = list(rough.iterdir())
        if len(tops) != 1 or not program.command(tops[0]).is_file():
            raise UpdateError(UpdateProblem.NOT_AS_SIGNED)
        tops[0].rename(target)
    except (tarfile.TarError, EOFError) as error:
        raise UpdateError(UpdateProblem.NOT_AS_SIGNED) from error
    except OSError as error:
        full = no_room(error)
        raise UpdateError(UpdateProblem.NO_ROOM if full else UpdateProblem.NOT_WRITABLE) from error
    finally:
        remove(rough)
    return target


def _extract(packed: tarfile.TarFile, rough: Path, ticket: Ticket) -> None:
    size = count = 0
    rough.mkdir()
    for member in packed:
        ticket.check()
        count, size = count + 1, size + member.size
        if count > MOST or size > UNPACKED:
            raise UpdateError(UpdateProblem.TOO_LARGE)
        packed.extract(member, rough, filter="data")  # nothing outside, no devices


def clear_away(program: ProgramFolder) -> None:
    """Remove what earlier tries have left beside the program."""
    for left in program.folder.parent.glob(f"{program.folder.name}{NEW}*"):
        remove(left)


def try_out(command: Path, ticket: Ticket) -> None:
    """Run the self-test of a program; raise UpdateError unless it passes."""
    with tempfile.TemporaryDirectory(prefix="dangol-try-", ignore_cleanup_errors=True) as home:
        surroundings = {
            **outside(),
            "DANGOL_HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
            UNSEEN: "1",
        }
        without_console = 0
        if sys.platform == "win32":
            surroundings.pop("QT_QPA_PLATFORM")  # which has no fonts there
            without_console = subprocess.CREATE_NO_WINDOW
        try:
            trial = subprocess.Popen(
                [str(command), "selftest", "--out", str(Path(home) / "report.txt")],
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=without_console,
            )
        except OSError as error:
            raise UpdateError(UpdateProblem.DID_NOT_WORK) from error
        late = time.monotonic() + PATIENCE
        try:
            while (status := trial.poll()) is None:
                ticket.check()
                if time.monotonic() > late:
                    break
                time.sleep(LOOK)
        finally:
            if trial.poll() is None:
                trial.kill()
            trial.wait()
    if status != 0:
        raise UpdateError(UpdateProblem.DID_NOT_WORK)


def outside() -> dict[str, str]:
    """Return the surroundings as they were before this program's loader changed them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("_PYI", "_MEIPASS"))}
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        kept.pop(name, None)
        if original := os.environ.get(f"{name}_ORIG"):
            kept[name] = original
    kept["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return kept
