"""What Dangol remembers of its updates on this PC, written so that no cut leaves half of it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from app.updating.program_folder import remove

READY = "ready"  # a new version lies beside, unpacked and tried
SWAPPING = "swapping"  # it is being put in the place of the old one
SWAPPED = "swapped"  # it is there and has not got through a start yet
REVERTING = "reverting"  # an installer's work is being taken back
FAILED = "failed"  # it was taken back


@dataclass(frozen=True, slots=True)
class Record:
    """One small file in the data folder; whatever is not set is empty."""

    address: str = ""
    proxy: str = ""
    seen: str = ""  # the date of the newest manifest there was
    step: str = ""
    version: str = ""  # the new one
    before: str = ""  # the version it takes the place of
    program: str = ""  # the folder of the program
    beside: str = ""  # the other folder: first the new version's, after the swap the old one's
    installer: str = ""  # on Windows
    begun: int = 0  # starts of the new version that have not got through

    @property
    def leaves(self) -> tuple[Path, ...]:
        """What is to be removed once nothing leads back to it."""
        return tuple(Path(left) for left in (self.beside, self.installer) if left)

    def cleared(self) -> Record:
        """Return it with what is told of the address alone."""
        return Record(address=self.address, proxy=self.proxy, seen=self.seen)


class RecordFile:
    """Reads and writes the record."""

    def __init__(self, folder: Path) -> None:
        """`folder` is that of the updates, in the data folder."""
        self.folder = folder
        self._path = folder / "record.json"

    def read(self) -> Record:
        """Return what was written last; an unreadable record is an empty one."""
        try:
            found: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
            known = {field.name: type(field.default) for field in fields(Record)}
            kept: dict[str, Any] = {k: v for k, v in found.items() if type(v) is known.get(k)}
            return Record(**kept)
        except (OSError, ValueError, AttributeError, TypeError):
            return Record()

    def retire(self, record: Record) -> None:
        """End an update: nothing leads to its leftovers any more, then they are removed.

        A cut between the two leaves them named, for the next time.
        """
        self.write(replace(record.cleared(), beside=record.beside, installer=record.installer))
        for left in record.leaves:
            remove(left)
        self.write(record.cleared())

    def write(self, record: Record) -> None:
        """Put another in its place, at once and on the disk; raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        try:
            with fresh.open("w", encoding="utf-8") as file:
                json.dump(asdict(record), file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(fresh, self._path)  # noqa: PTH105 - atomic, on Windows too
        finally:
            fresh.unlink(missing_ok=True)
