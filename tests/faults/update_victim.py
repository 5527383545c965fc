"""Fetches, installs and starts an update until it is killed; forks for every run."""

import json
import os
import sys
from pathlib import Path

import cryptography.hazmat.primitives.asymmetric.ed25519  # noqa: F401 - loaded before the fork

from app.jobs import Ticket
from app.updating.fetching import Source
from app.updating.program_folder import ProgramFolder
from app.updating.record import RecordFile
from app.updating.starting import begin, got_through
from app.updating.updater import Updater
from tests.app.updating_parts import PUBLIC, version_in


def start(folder: Path) -> str:
    """One start of the program, with what it does for an update; return the version that ran."""
    program, kept = ProgramFolder(folder / "apps" / "dangol"), RecordFile(folder / "updates")
    for _ in range(3):  # the one, the other in its place, or back again
        version = version_in(program.folder)
        if begin(kept, version, program) is None:
            got_through(kept, version)
            return version
    raise AssertionError("the programs start each other for ever")


def update(folder: Path) -> None:
    """Look for the update, fetch it, and start twice."""
    program = ProgramFolder(folder / "apps" / "dangol")
    present = version_in(program.folder)
    updater = Updater(folder / "updates", keys=[PUBLIC], present=present, program=program)
    offer = updater.look(Source(str(folder.parent / "shelf" / "manifest.json")), Ticket())
    if offer is not None:
        updater.fetch(offer, Ticket())
    start(folder)


def main() -> None:
    for line in sys.stdin:
        folder = Path(json.loads(line))
        child = os.fork()
        if not child:
            os.write(1, f"begin {os.getpid()}\n".encode())
            try:
                update(folder)
            except BaseException as error:
                os.write(2, f"{error!r}\n".encode())
                os._exit(1)
            os._exit(0)
        _pid, status = os.waitpid(child, 0)
        os.write(1, f"end {status}\n".encode())


if __name__ == "__main__":
    main()
