"""The end of an update by an installer, done by the saved copy of the old program.

A running program cannot be overwritten on Windows: the copy waits until it has ended, runs the
installer, tries what it has installed, and puts itself back where that does not work.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

from app.errors import UpdateError
from app.jobs import Ticket
from app.updating.preparing import outside, try_out
from app.updating.program_folder import ProgramFolder, remove
from app.updating.record import FAILED, REVERTING, SWAPPED, SWAPPING, Record, RecordFile

PATIENCE = 60.0  # s the running program has to end
LOOK = 0.2
INSTALLING = 900.0  # s
SILENTLY = "/S"  # how the installer is told to ask nothing
RUNNING = 3  # how the installer ends where the program runs and nothing was touched
TRIES = 3  # somebody may have started the program meanwhile
STEPS = 4  # to wait, to install, to try, to start


def finish(file: RecordFile, ticket: Ticket) -> Path:
    """Install what is ready; return the program to start then: the new one or the old one.

    The ticket hears which of the STEPS is begun. Raises OSError where the old one could not be put
    back: then only its copy is whole.
    """
    record = file.read()
    program = ProgramFolder(Path(record.program))
    if record.step == REVERTING:
        wait_for_end(program)
        file.write(replace(record, step=_put_back(record, program)))
    elif record.step == SWAPPING:
        works = _works(record, program, ticket)
        file.write(replace(record, step=SWAPPED if works else _put_back(record, program)))
    ticket.advance(STEPS - 1, STEPS)
    return program.window()


def wait_for_end(program: ProgramFolder) -> None:
    """Wait until the program can be written to, for so long as is reasonable."""
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        try:
            with program.window().open("r+b"):
                return
        except OSError:
            time.sleep(LOOK)


def _works(record: Record, program: ProgramFolder, ticket: Ticket) -> bool:
    try:
        for _ in range(TRIES):
            wait_for_end(program)
            ticket.advance(1, STEPS)
            ended = subprocess.run(
                [record.installer, SILENTLY], env=outside(), check=False, timeout=INSTALLING
            )
            if ended.returncode != RUNNING:
                break
        if ended.returncode != 0:
            return False
        ticket.advance(2, STEPS)
        try_out(program.command(), Ticket())
    except (OSError, subprocess.SubprocessError, UpdateError):
        return False
    return True


def _put_back(record: Record, program: ProgramFolder) -> str:
    remove(program.folder)
    shutil.copytree(Path(record.beside), program.folder, symlinks=True, dirs_exist_ok=True)
    return FAILED
