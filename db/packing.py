"""One file that holds a whole shop with its files, to carry it to another PC."""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from db import care
from db.cipher import Key, is_locked, salt_of
from db.errors import LockedError, StorageError
from db.file_cipher import opened
from db.file_keys import key_in
from db.file_store import FileStore, store_of
from db.reasons import disk_error

SUFFIX = ".move.dangol"
FORMAT = 1
SHOP, LIST, FILES = "shop.db", "dangol-move.json", "files/"
SPOILT: tuple[type[Exception], ...] = (  # what reading a damaged zip raises
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError,
    KeyError, ValueError, TypeError, AttributeError,
)  # fmt: skip
CHUNK = 1 << 20
MOST = 1 << 20  # bytes of the list


def pack(
    shop: Path,
    target: Path,
    told: dict[str, Any],
    key: Key | None,
    advance: Callable[[int, int], None],
) -> str:
    """Write a shop and its files into one file and prove that; return its check sum.

    `told` is what its list says besides. A locked shop stays encrypted, and its files sealed as
    they are. Raises StorageError; `target` is there whole or not at all.
    """
    partial = target.with_name(f".{target.name}.partial")
    try:
        with TemporaryDirectory(prefix=".dangol-", dir=target.parent) as room:
            copy = Path(room) / SHOP
            care.copy_whole(shop, copy, key)
            kept = store_of(shop, key_in(copy, key))
            names = care.names_in(kept, copy, key)
            with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED, allowZip64=True) as packed:
                sums = {SHOP: _put(packed, SHOP, copy)}
                for number, name in enumerate(names):
                    advance(number, len(names) + 1)
                    if kept.is_good(name):
                        inside, chunks = kept.carried(name)
                        _write(packed, FILES + inside, chunks)
                said = {"format": FORMAT, "locked": key is not None, "sums": sums, **told}
                packed.writestr(LIST, json.dumps(said, ensure_ascii=False))
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        advance(len(names), len(names) + 1)
        digest = _prove(partial, key)
        partial.replace(target)
    except OSError as error:
        raise disk_error(error) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return digest


def is_packed(path: Path) -> bool:
    """Tell whether a file is one of these."""
    with suppress(OSError, *SPOILT):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                return LIST in packed.namelist()
    return False


def look_into(path: Path) -> dict[str, Any]:
    """Return what the list of such a file says; raises StorageError for a damaged one."""
    try:
        with zipfile.ZipFile(path) as packed:
            if packed.getinfo(LIST).file_size > MOST:
                raise StorageError("damaged")
            said = json.loads(packed.read(LIST))
    except SPOILT as error:
        raise StorageError("damaged") from error
    except OSError as error:
        raise StorageError("damaged") from error
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise StorageError("damaged")
    return said


def sum_of(path: Path) -> str:
    """Return the check sum of a whole file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpack(path: Path, folder: Path, key: Key | None) -> Path:
    """Write what such a file holds into a folder, as a backup with its files; return the backup.

    All of it is proved. Raises StorageError for a damaged file, LockedError for one that the key
    does not open.
    """
    said = look_into(path)
    backup = folder / f"moved{care.SUFFIX}"
    try:
        with zipfile.ZipFile(path) as packed:
            if _take(packed, SHOP, backup) != said["sums"].get(SHOP):
                raise StorageError("damaged")
            if is_locked(backup) and (key is None or key.salt != salt_of(backup)):
                raise LockedError(path)
            if not care.is_good(backup, key):
                raise StorageError("damaged")
            file_key = key_in(backup, key if is_locked(backup) else None)
            _take_files(packed, FileStore(folder / "moved.db.files", file_key))
    except SPOILT as error:
        raise StorageError("damaged") from error
    except OSError as error:
        raise disk_error(error) from error
    return backup


def shop_in(path: Path, folder: Path) -> Path:
    """Write the shop of such a file into a folder, unproved: to see what a password opens."""
    shop = folder / SHOP
    try:
        with zipfile.ZipFile(path) as packed:
            _take(packed, SHOP, shop)
    except SPOILT as error:
        raise StorageError("damaged") from error
    return shop


def _take_files(packed: zipfile.ZipFile, store: FileStore) -> None:
    for info in packed.infolist():
        name = info.filename.removeprefix(FILES)
        if name == info.filename:
            continue
        with packed.open(info) as member:
            if store.key is None:
                told = store.keep(_chunks(member)).sha256
            else:
                kept = store.keep(opened(member, store.key))
                told = store.outside(kept.sha256)
        if told != name:
            raise StorageError("damaged")


def _put(packed: zipfile.ZipFile, name: str, file: Path) -> str:
    with file.open("rb") as source:
        return _write(packed, name, _chunks(source))


def _write(packed: zipfile.ZipFile, name: str, chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with packed.open(name, "w", force_zip64=True) as member:
        for chunk in chunks:
            digest.update(chunk)
            member.write(chunk)
    return digest.hexdigest()


def _take(packed: zipfile.ZipFile, name: str, file: Path) -> str:
    digest = hashlib.sha256()
    with packed.open(name) as source, file.open("wb") as target:
        for chunk in _chunks(source):
            digest.update(chunk)
            target.write(chunk)
    return digest.hexdigest()


def _prove(path: Path, key: Key | None) -> str:
    """Read a file that was just written through, as the other PC will."""
    with TemporaryDirectory(prefix=".dangol-", dir=path.parent) as room:
        unpack(path, Path(room), key)
    return sum_of(path)


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while chunk := source.read(CHUNK):
        yield chunk
