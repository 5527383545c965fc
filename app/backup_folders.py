"""Where the backups of a shop go on this PC: beside its file, or in a folder somebody chose."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from app import places
from app.errors import StorageFailedError
from app.whole_files import whole_file

FILE = "backup-folders.json"  # in the data folder: a drive belongs to the PC, not to the shop
CODE = 6  # letters of the folder's name that tell shops of the same name apart


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """Where backups go now; `missing` is the chosen folder if it takes none today.

    It is not there, or it `is_read_only`.
    """

    folder: Path
    chosen: Path | None = None
    missing: Path | None = None
    is_read_only: bool = False


def place_of(shop: Path) -> BackupPlace:
    """Return where the backups of a shop go: the usual place if the chosen one is not there."""
    chosen = _kept().get(_key(shop))
    if chosen is None:
        return BackupPlace(places.backups_folder(shop))
    folder = Path(chosen)
    if not _own(folder, shop).is_dir():  # of a drive that is away its empty place may be left
        return BackupPlace(places.backups_folder(shop), folder, missing=folder)
    if not os.access(_own(folder, shop), os.W_OK):  # a stick with its lock on, or a full share
        return BackupPlace(places.backups_folder(shop), folder, folder, is_read_only=True)
    return BackupPlace(_own(folder, shop), folder)


def folders_of(shop: Path) -> list[Path]:
    """Return every folder in which backups of a shop may lie."""
    usual, place = places.backups_folder(shop), place_of(shop)
    if place.is_read_only and place.chosen is not None:  # those that lie there can still be read
        return [usual, _own(place.chosen, shop)]
    return [usual] if place.folder == usual else [place.folder, usual]


def choose_folder(shop: Path, folder: Path | None) -> BackupPlace:
    """Let the backups go to another folder from now on; None is beside the shop again.

    Raises StorageFailedError for a folder that cannot be written to.
    """
    kept = _kept()
    kept.pop(_key(shop), None)
    if folder is not None:
        try:
            _own(folder, shop).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageFailedError("read_only") from error
        kept[_key(shop)] = str(folder)
    file = places.data_folder() / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(file) as fresh:
        fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return place_of(shop)


def _own(folder: Path, shop: Path) -> Path:
    """Return the shop's own folder in a chosen one: other PCs may use that as well."""
    code = hashlib.sha256(_key(shop).encode()).hexdigest()[:CODE]
    return folder / f"Dangol {shop.stem} {code}"


def _key(shop: Path) -> str:
    return str(shop.absolute())


def _kept() -> dict[str, str]:
    try:
        found = json.loads((places.data_folder() / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
