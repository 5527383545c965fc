"""Folders a till writes its sales to: each new file is imported once, then put aside.

Nothing is remembered but what the shop's file records of its imports, so that a program killed at
any moment goes on where it stood: a file that is in the book is only put aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Protocol

from app.clock import Clock, stamp
from app.errors import FileError, FileProblem, GoneError, InvalidInputError, Problem
from app.exchange.failed_rows import STEM
from app.exchange.running import Prepared, sha256_of
from app.jobs import Ticket
from app.ops import Op
from app.settings import LANGUAGE
from app.shapes.imports import ImportReport, ImportRequest
from app.shapes.notices import Notice
from app.shapes.watching import WatchNotice
from app.store import Store

DONE = {"ko": "가져옴", "en": "done"}
ATTENTION = {"ko": "확인 필요", "en": "needs attention"}
SUFFIXES = (".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".html", ".htm")
# What passes by itself: the till has not closed the file, or writes on.
PASSING = (FileProblem.VANISHED, FileProblem.NO_PERMISSION, FileProblem.NOT_FOUND)
Look = tuple[int, int]  # size, time of the last change


class SaleImports(Protocol):
    """What brings a file of sales in."""

    def prepare(self, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Read the file and match its columns."""

    def known(self, prepared: Prepared) -> bool:
        """Tell whether nobody has to be asked about the columns."""

    def run(
        self, prepared: Prepared, ticket: Ticket, *, beside: Path | None = None
    ) -> ImportReport:
        """Bring the sales in."""


class WatchedFolderService:
    """Looks after the folders this PC watches; they are kept with the shop, for this PC alone."""

    def __init__(self, store: Store, imports: SaleImports, now: Clock) -> None:
        self._store = store
        self._imports = imports
        self._now = now
        self._content: dict[Path, tuple[Look, str]] = {}  # how a file was, and its hash
        self._seen: dict[Path, Look] = {}
        self._missing: set[Path] = set()
        self._looking = Lock()

    def folders(self) -> tuple[Path, ...]:
        """Return the folders this PC watches."""
        with self._store.read() as unit:
            return tuple(map(Path, unit.settings.all().get(self._key(), [])))

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on; raise InvalidInputError if it is none."""
        if not folder.is_dir():
            raise InvalidInputError({"folder": Problem.REQUIRED})
        kept = [str(one) for one in self.folders()]
        if str(folder) not in kept:
            with self._store.action(Op.WATCH_FOLDER, name=folder.name) as unit:
                unit.settings.put(self._key(), [*kept, str(folder)])

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no longer; raise GoneError if it is not watched."""
        kept = [str(one) for one in self.folders()]
        if str(folder) not in kept:
            raise GoneError(str(folder))
        with self._store.action(Op.UNWATCH_FOLDER, name=folder.name) as unit:
            unit.settings.put(self._key(), [one for one in kept if one != str(folder)])

    def waiting(self) -> tuple[Path, ...]:
        """Return the files that were put aside because somebody has to look at them."""
        found: list[Path] = []
        for folder in self.folders():
            for name in ATTENTION.values():
                with suppress(OSError):
                    found += sorted(path for path in (folder / name).iterdir() if path.is_file())
        return tuple(found)

    def standing(self) -> list[Notice]:
        """Return what needs somebody as things are now: files put aside, folders not there.

        A file that came in whole since, by hand, needs nobody.
        """
        found = [
            Notice(
                str(folder), "watch.missing", {"file": folder.name}, attention=True,
                happened_at=stamp(self._now()),
            )
            for folder in self.folders()
            if not folder.is_dir()
        ]  # fmt: skip
        waiting = self.waiting()
        self._content = {path: kept for path, kept in self._content.items() if path in waiting}
        for path in waiting:
            with suppress(OSError):  # somebody has just taken it away
                stat = path.stat()
                if not self._came_in(path, (stat.st_size, stat.st_mtime_ns)):
                    at = datetime.fromtimestamp(stat.st_mtime, UTC)
                    facts = {"file": path.name, "folder": path.parent.name}
                    found.append(
                        Notice(
                            str(path), "watch.waits", facts, attention=True, file=path,
                            folder=path.parent, happened_at=stamp(at),
                        )
                    )  # fmt: skip
        return found

    def settle(self, path: Path) -> None:
        """Put a file that needed somebody with those that are done; raise GoneError if it left."""
        if path not in self.waiting():
            raise GoneError(str(path))
        if self._aside(path, path.parent.parent, DONE) is None:
            raise FileError(FileProblem.NO_PERMISSION, path.name)

    def look(self, ticket: Ticket) -> tuple[WatchNotice, ...]:
        """Import what has come since; return what is worth telling. For a worker thread.

        A file is taken when it is the same at two looks one after the other: call it every few
        seconds. While one look goes on another one returns at once, with nothing.
        """
        if not self._looking.acquire(blocking=False):
            return ()
        try:
            return tuple(self._looked(ticket))
        finally:
            self._looking.release()

    def _looked(self, ticket: Ticket) -> Iterator[WatchNotice]:
        seen: dict[Path, Look] = {}
        for folder in self.folders():
            paths = _files(folder)
            if paths is None:
                if folder not in self._missing:
                    yield WatchNotice("missing", folder.name, folder)
                self._missing.add(folder)
                continue
            self._missing.discard(folder)
            for path in paths:
                ticket.check()
                with suppress(OSError):
                    stat = path.stat()
                    now = (stat.st_size, stat.st_mtime_ns)
                    if now[0] and self._seen.get(path) == now:
                        yield from self._take(path, ticket)
                    seen[path] = now
        self._seen = seen

    def _take(self, path: Path, ticket: Ticket) -> Iterator[WatchNotice]:
        """Import a file that is complete, or find that it was imported, and put it aside."""
        try:
            known = self._known(path)
            notice = known if known is not None else self._imported(path, ticket)
        except FileError as error:
            if error.problem in PASSING:
                return
            notice = WatchNotice("attention", path.name, path.parent, why=error)
        aside = DONE if notice.outcome in ("imported", "known") else ATTENTION
        now = self._aside(path, path.parent, aside)
        if now is not None or notice.batch is not None:
            yield replace(notice, path=now or path, lies_in=(now or path).parent)

    def _known(self, path: Path) -> WatchNotice | None:
        """Return what to tell of a file whose very content came in before; None if it did not."""
        with self._store.read() as unit:
            batch = unit.imports.same_file(sha256_of(path), "sales")
            if batch is None:
                return None
            undone = batch.change_set_id is not None and unit.changes.is_undone(batch.change_set_id)
            failed = batch.failed
        if undone:
            return WatchNotice("attention", path.name, path.parent, why="undone")
        outcome = "attention" if failed else "known"
        return WatchNotice(outcome, path.name, path.parent, read=batch.read, failed=failed)

    def _came_in(self, path: Path, look: Look) -> bool:
        """Tell whether all of a file is in the book; what it holds is read once for each look."""
        if self._content.get(path, (None, ""))[0] != look:
            self._content[path] = look, sha256_of(path)
        with self._store.read() as unit:
            batch = unit.imports.same_file(self._content[path][1], "sales")
            if batch is None or batch.failed:
                return False
            return batch.change_set_id is None or not unit.changes.is_undone(batch.change_set_id)

    def _imported(self, path: Path, ticket: Ticket) -> WatchNotice:
        if any(f" - {stem}" in path.stem for stem in STEM.values()):
            return WatchNotice("attention", path.name, path.parent, why="failed_rows")
        prepared = self._imports.prepare(ImportRequest(path=path), ticket)
        if not self._imports.known(prepared):
            return WatchNotice("attention", path.name, path.parent, why="unknown_columns")
        beside = self._folder(path.parent, ATTENTION)
        report = self._imports.run(prepared, ticket, beside=beside / path.name)
        return _notice_of(path, report)

    def _aside(self, path: Path, parent: Path, names: dict[str, str]) -> Path | None:
        """Move a file out of the way; return where to, None where it will not go: the till has it.

        The next look finds it again, and in the book.
        """
        try:
            return path.rename(_free(self._folder(parent, names), path.name))
        except OSError:
            return None

    def _folder(self, parent: Path, names: dict[str, str]) -> Path:
        with self._store.read() as unit:
            language = LANGUAGE.of(unit.settings.all())
        folder = parent / names.get(language, names["en"])
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
        return folder

    def _key(self) -> str:
        return f"watched.{self._store.database.device_id}"


def _files(folder: Path) -> list[Path] | None:
    """Return the files that may hold sales, the oldest first; None where there is no folder."""
    try:
        found = [
            (path.stat().st_mtime_ns, path)
            for path in folder.iterdir()
            if path.suffix.casefold() in SUFFIXES
            and not path.name.startswith((".", "~$"))
            and path.is_file()
        ]
    except OSError:
        return None
    return [path for _changed, path in sorted(found)]


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path


def _notice_of(path: Path, report: ImportReport) -> WatchNotice:
    return WatchNotice(
        "attention" if report.failed else "imported", path.name, path.parent,
        read=report.read, added=report.added, updated=report.updated, same=report.same,
        failed=report.failed, batch=report.batch, change_set=report.change_set,
        failed_file=report.failed_file,
    )  # fmt: skip
