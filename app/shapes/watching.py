"""Watched folders, as the window sees them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.errors import FileError


@dataclass(frozen=True, slots=True)
class WatchNotice:
    """What became of one file that was found in a watched folder.

    `outcome`: 'imported' (counts are sales), 'known' (this very file came in before), 'attention'
    (some sales failed, or `why` tells what keeps the file from being imported), 'missing' (the
    folder itself is not there). `why` is a FileError or one of 'unknown_columns', 'undone'.
    `lies_in` is the folder the file is in now, `path` the file there.
    """

    outcome: str
    file: str
    lies_in: Path
    why: FileError | str = ""
    read: int = 0
    added: int = 0
    updated: int = 0
    same: int = 0
    failed: int = 0
    batch: int | None = None
    change_set: int | None = None
    failed_file: Path | None = None
    path: Path | None = None
