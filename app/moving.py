"""Carrying a shop to another PC: one file here, the same shop there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.care import backup_errors, open_errors
from app.jobs import Ticket
from db import care_contents, packing
from db.care_contents import Contents
from db.cipher import Key

if TYPE_CHECKING:
    from app.bootstrap import Core

SUFFIX = packing.SUFFIX


@dataclass(frozen=True, slots=True)
class Packed:
    """A file for another PC; `number` is shown on both, to be compared by eye."""

    path: Path
    size: int
    number: str
    contents: Contents
    locked: bool
    settings: dict[str, str]


def pack(core: Core, target: Path, settings: dict[str, str], ticket: Ticket) -> Packed:
    """Write the shop that is open, with its files and this PC's settings; prove the file."""
    path, key = core.database.path, core.database.key
    with open_errors(target):
        held = care_contents.contents_of(path, key)
        told = {
            "shop": held.shop, "contacts": held.contacts, "sales": held.sales,
            "changed": held.changed, "settings": settings,
        }  # fmt: skip
        digest = packing.pack(path, target, told, key, ticket.advance)
    return Packed(target, target.stat().st_size, number_of(digest), held, key is not None, settings)


def look_at(path: Path) -> Packed:
    """Tell what such a file holds; raises BackupDamagedError for a damaged one."""
    with backup_errors(path):
        said = packing.look_into(path)
        held = Contents(
            str(said.get("shop", "")), _number(said.get("contacts")), _number(said.get("sales")),
            str(said.get("changed", "")),
        )  # fmt: skip
        settings = said.get("settings")
        return Packed(
            path,
            path.stat().st_size,
            number_of(packing.sum_of(path)),
            held,
            bool(said.get("locked")),
            {str(k): str(v) for k, v in settings.items()} if isinstance(settings, dict) else {},
        )


@contextmanager
def as_backup(path: Path, key: Key | None = None) -> Iterator[Path]:
    """Hand out a backup to restore: the file itself, or what a file for another PC holds."""
    if not is_move(path):
        yield path
        return
    with TemporaryDirectory(prefix="dangol-move-") as room, backup_errors(path):
        yield packing.unpack(path, Path(room), key)


@contextmanager
def locked_part(path: Path) -> Iterator[Path]:
    """Hand out what a password opens: the file itself, or the shop in a file for another PC."""
    if not is_move(path):
        yield path
        return
    with TemporaryDirectory(prefix="dangol-move-") as room, backup_errors(path):
        yield packing.shop_in(path, Path(room))


def is_move(path: Path) -> bool:
    """Tell whether a file is one for another PC, also where it is cut and must be refused."""
    return path.name.endswith(SUFFIX) or packing.is_packed(path)


def number_of(digest: str) -> str:
    """Return the beginning of a check sum as people compare it: '3F7A-91C2-04BD'."""
    letters = digest[:12].upper()
    return "-".join(letters[i : i + 4] for i in range(0, 12, 4))


def _number(found: object) -> int:
    return found if isinstance(found, int) else 0
