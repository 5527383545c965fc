"""Where Dangol keeps its things on this PC."""

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """Return the folder of the shop's file, backups and logs; DANGOL_HOME overrides it."""
    if home := os.environ.get("DANGOL_HOME"):
        return Path(home)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home()) / "Dangol"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Dangol"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "dangol"


def backups_folder(database: Path) -> Path:
    """Return the folder of a shop's backups: beside its file."""
    return database.parent / "backups"
