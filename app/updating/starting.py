"""What a start has to do for an update: put it in place, count its starts, go back.

It runs before the window is there: without an update it is one look for a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.updating.preparing import outside
from app.updating.program_folder import ProgramFolder, exchange, running_from
from app.updating.record import (
    FAILED,
    READY,
    REVERTING,
    SWAPPED,
    SWAPPING,
    Record,
    RecordFile,
)

FINISH = "--finish-update"  # given to the saved copy of the program, which installs then
TRIES = 2  # starts a new version is given to get through


def begin(file: RecordFile, present: str, program: ProgramFolder | None = None) -> list[str] | None:
    """Do what this start of the version `present` has to do for an update.

    Returns the program to run instead, None to go on with this one.
    """
    record = file.read()
    program = program or running_from()
    if program is None or record.program != str(program.folder) or not record.step:
        return None
    try:
        return _stepped(file, record, present, program)
    except OSError:  # a folder that cannot be moved today: this program goes on
        return None


def _stepped(
    file: RecordFile, record: Record, present: str, program: ProgramFolder
) -> list[str] | None:
    if record.step in {READY, SWAPPING} and present == record.before:
        return _installed(file, record, program)
    if record.step in {SWAPPING, SWAPPED, REVERTING} and present == record.version:
        if record.begun < TRIES:
            file.write(replace(record, step=SWAPPED, begun=record.begun + 1))
            return None
        return _taken_back(file, record, program)
    if record.step != FAILED:  # somebody has installed another version meanwhile
        file.retire(record)
    return None


def _installed(file: RecordFile, record: Record, program: ProgramFolder) -> list[str] | None:
    beside = Path(record.beside)
    if record.installer:
        if not Path(record.installer).is_file() or not program.window(beside).is_file():
            file.write(record.cleared())
            return None
        file.write(replace(record, step=SWAPPING))
        return [str(program.window(beside)), FINISH]
    if not program.window(beside).is_file():
        file.write(record.cleared())
        return None
    file.write(replace(record, step=SWAPPING))
    exchange(program.folder, beside)
    file.write(replace(record, step=SWAPPED))
    return [str(program.window())]


def _taken_back(file: RecordFile, record: Record, program: ProgramFolder) -> list[str] | None:
    """Bring the old version back: the new one has not got through its starts."""
    beside = Path(record.beside)
    if not program.window(beside).is_file():
        file.write(record.cleared())
        return None
    if record.installer:
        file.write(replace(record, step=REVERTING))
        return [str(program.window(beside)), FINISH]
    exchange(program.folder, beside)
    file.write(replace(record, step=FAILED))
    return [str(program.window())]


def got_through(file: RecordFile, present: str) -> str:
    """Take note that a start has succeeded; let the old version go.

    Returns what is to be told: '', 'updated' once after an update, 'failed' once after going back.
    """
    record = file.read()
    if record.step == SWAPPED and record.version == present:
        file.retire(record)
        return "updated"
    if record.step == FAILED:
        file.retire(record)
        return "failed"
    if not record.step and record.leaves:
        file.retire(record)
    return ""


def start_apart(command: Sequence[str]) -> None:
    """Start a program that goes on when this one has ended."""
    subprocess.Popen([*command], env=outside(), close_fds=True, start_new_session=True)


def run_instead(command: Sequence[str], arguments: Sequence[str]) -> None:
    """Run another program in the place of this one; returns only where that cannot be done."""
    surroundings = outside()
    try:
        if sys.platform == "win32":
            start_apart([*command, *arguments])
            os._exit(0)  # nothing was begun that would have to be ended
        os.execve(command[0], [*command, *arguments], surroundings)
    except OSError:
        return
