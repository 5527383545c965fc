"""What follows an erasure: no trace in the file's free pages, its log, or the files beside it.

A note beside the shop says that it is not finished; it is finished at the next start then.
Lists of the erased, by number alone, lie with the backups: an older one that is restored is
brought to the same.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from db.cipher import Key
from db.database import Database, storage_errors
from db.drivers import connect
from db.erasing import erase
from db.file_cipher import MARK, FileKey, opened, sealed
from db.file_keys import kept_in
from db.file_store import store_of
from db.ids import LARGEST
from db.reasons import disk_error, failed
from db.repositories.files import NEEDED

if TYPE_CHECKING:
    import sqlite3

NOTE_SUFFIX = ".erasing"  # after the name of the shop's file
LIST_SUFFIX = ".erased"  # after the stem of the shop's file, in a folder of backups
OP = "erase_contact"
PATIENCE = 5.0  # seconds

Erased = dict[int, str]  # when, by contact


def note(shop: Path, files: Collection[str], key: FileKey | None = None) -> None:
    """Remember, before the erasure is committed, which files go and that traces are to go.

    Beside a locked shop the note is sealed with its key for files.
    """
    earlier = _noted(shop, key) or []
    text = json.dumps(sorted({*earlier, *files})).encode("ascii")
    _write(_note_of(shop), text if key is None else b"".join(sealed([text], key)))


def finish(shop: Path, backups: Iterable[Path] = (), key: Key | None = None) -> bool:
    """Remove what is left of the erased, if anything is; return whether all of it is gone.

    `backups` are folders of backups whose stores of files lose them as well.
    """
    if not _note_of(shop).exists():
        return True
    with storage_errors():
        connection = connect(shop, key, isolation_level=None, timeout=PATIENCE)
        with closing(connection):
            file_key = kept_in(connection) if key else None
            files = _noted(shop, file_key) or []
            needed = _needed(connection)
            connection.execute("VACUUM")
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    kept = (shop, *(folder / shop.name for folder in backups))
    stores = [store_of(path, file_key) for path in kept]
    for store in stores:
        for sha256 in files:
            if sha256 not in needed:
                store.drop(sha256)
        store.drop_unfinished()
    if not busy:
        _note_of(shop).unlink(missing_ok=True)
    return not busy


def listed(folder: Path, stem: str) -> Erased:
    """Return the erased that are listed beside backups; a line somebody spoilt is passed over."""
    try:
        text = (folder / f"{stem}{LIST_SUFFIX}").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return {}
    found = {}
    for line in text.splitlines():
        number, _tab, at = line.partition("\t")
        if number.isdecimal() and len(number) <= len(str(LARGEST)) and int(number) <= LARGEST:
            found[int(number)] = at
    return found


def list_beside(folder: Path, stem: str, erased: Erased) -> None:
    """Add the erased to the list beside the backups of a folder."""
    known = listed(folder, stem)
    if whole := known | erased:
        lines = [f"{number}\t{at}\n" for number, at in sorted(whole.items())]
        if whole != known:
            folder.mkdir(parents=True, exist_ok=True)
            _write(folder / f"{stem}{LIST_SUFFIX}", "".join(lines).encode("ascii"))


def erased_in(shop: Path, key: Key | None = None) -> Erased:
    """Return whom a shop's file tells to be erased; nobody if it cannot be read."""
    if not shop.exists():
        return {}
    try:
        with closing(connect(shop, key, reads_only=True)) as look:
            return dict(look.execute("SELECT id, erased_at FROM erasure").fetchall())
    except failed():  # damaged, or of a time before the table
        return {}


def erase_again(path: Path, erased: Erased, key: Key | None = None) -> None:
    """Erase in a file, which is no shop in use, those of these that it still has or had."""
    database = Database(path, key=key)
    try:
        with database.write() as unit:
            known = unit.erasures.all()
            fresh = {i: at for i, at in erased.items() if i not in known}
            if not fresh:
                return
            device = unit.erasures.last_device()
        database.device_id = device
        with database.write() as unit:
            opened = unit.changes.begin(OP, {}, None)
            for moment in sorted(set(fresh.values())):
                ids = [i for i, at in fresh.items() if at == moment]
                erase(unit.erasures.connection, ids, moment, opened)
            unit.changes.end()
    finally:
        database.close()
    with storage_errors(), closing(connect(path, key, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = DELETE")


def _needed(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute(NEEDED) if row[0]}


def _note_of(shop: Path) -> Path:
    return shop.with_name(shop.name + NOTE_SUFFIX)


def _noted(shop: Path, key: FileKey | None) -> list[str] | None:
    try:
        text = _note_of(shop).read_bytes()
        if key is not None and text.startswith(MARK):
            text = b"".join(opened(io.BytesIO(text), key))
        found = json.loads(text)
    except FileNotFoundError:
        return None
    except ValueError:
        return []
    return [str(name) for name in found]


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise disk_error(error) from error
    finally:
        fresh.unlink(missing_ok=True)
