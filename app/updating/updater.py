"""Looking for a new version, fetching it, and having it ready for the next start."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app import places
from app.errors import UpdateError, UpdateProblem
from app.jobs import Ticket
from app.updating.fetching import Source, download, fetch_manifest
from app.updating.manifest import Manifest, parts_of, publishers, read_manifest
from app.updating.preparing import require_room, try_out, unpack
from app.updating.program_folder import ProgramFolder, remove, running_from
from app.updating.record import READY, Record, RecordFile
from db.reasons import no_room

OLD = "old"  # the folder of the copy that Windows goes back to


def present_version() -> str:
    """Return the version of this program, '0' where it was not installed."""
    try:
        return version("dangol")
    except PackageNotFoundError:
        return "0"


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer version that can be had from a source."""

    manifest: Manifest
    source: Source


class Updater:
    """Does what somebody asks for and nothing by itself. For worker threads."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        keys: list[bytes] | None = None,
        present: str | None = None,
        program: ProgramFolder | None = None,
    ) -> None:
        """By default those of this program; `folder` is where downloads and the record are."""
        self._folder = folder or places.data_folder() / "updates"
        self._keys = publishers() if keys is None else keys
        self.present = present or present_version()
        self._program = program or running_from()
        self._kept = RecordFile(self._folder)

    @property
    def record(self) -> Record:
        """What was remembered last."""
        return self._kept.read()

    @property
    def can_install(self) -> bool:
        """Whether this program can put another in its place."""
        return self._program is not None

    def look(self, source: Source, ticket: Ticket) -> Offer | None:
        """Read the manifest of a source; return what it offers, None if nothing newer.

        Raises UpdateError; an older manifest than one seen before is refused: somebody may want
        to keep this PC from what was mended since.
        """
        manifest = read_manifest(fetch_manifest(source, ticket), self._keys)
        record = self._kept.read()
        if record.seen and _moment(manifest.date) < _moment(record.seen):
            raise UpdateError(UpdateProblem.OLDER)
        self._write(replace(record, address=source.address, proxy=source.proxy, seen=manifest.date))
        if parts_of(manifest.version) <= parts_of(self.present):
            return None
        manifest.package()
        return Offer(manifest, source)

    def fetch(self, offer: Offer, ticket: Ticket) -> None:
        """Download what is offered, try it, and have it ready; raises UpdateError.

        Until the last step nothing is remembered: whatever cuts it short, Dangol stays as it is.
        """
        program = self._program
        if program is None:
            raise UpdateError(UpdateProblem.NOT_INSTALLED)
        if parts_of(offer.manifest.version) <= parts_of(self.present):
            raise UpdateError(UpdateProblem.OLDER)
        package = offer.manifest.package()
        require_room(program)
        self.forget()
        file = self._folder / package.name
        download(offer.source, package, file, ticket)
        ready = replace(
            self._kept.read(), step=READY, version=offer.manifest.version, before=self.present,
            program=str(program.folder), begun=0,
        )  # fmt: skip
        if file.suffix == ".exe":
            self._write(replace(ready, installer=str(file), beside=self._save_old(program)))
            return
        try:
            beside = unpack(file, program, offer.manifest.version, ticket)
        finally:
            file.unlink(missing_ok=True)
        try:
            try_out(program.command(beside), ticket)
            self._write(replace(ready, beside=str(beside)))
        except BaseException:
            remove(beside)
            raise

    def forget(self) -> None:
        """Let go of what was made ready and is not wanted any more."""
        record = self._kept.read()
        if record.step == READY:
            with suppress(OSError):  # then it is told when something is to be written
                self._kept.retire(record)

    def _save_old(self, program: ProgramFolder) -> str:
        """Copy the program: an installer overwrites it, and there is a way back."""
        old = self._folder / OLD
        try:
            remove(old)
            shutil.copytree(program.folder, old, symlinks=True)
        except (OSError, shutil.Error) as error:
            full = isinstance(error, OSError) and no_room(error)
            problem = UpdateProblem.NO_ROOM if full else UpdateProblem.NOT_WRITABLE
            raise UpdateError(problem) from error
        return str(old)

    def _write(self, record: Record) -> None:
        try:
            self._kept.write(record)
        except OSError as error:
            full = no_room(error)
            problem = UpdateProblem.NO_ROOM if full else UpdateProblem.NOT_WRITABLE
            raise UpdateError(problem) from error


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
