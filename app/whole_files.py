"""Files that are written for somebody: whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.errors import FileError, FileProblem
from db.reasons import no_room


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Hand out a path to write to; it takes the place of `path` when all went well.

    Raises FileError DISK_FULL and NOT_WRITABLE.
    """
    partial = path.with_name(f".{path.stem}.partial{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        problem = FileProblem.DISK_FULL if no_room(error) else FileProblem.NOT_WRITABLE
        raise FileError(problem, path.name) from error
    finally:
        with suppress(OSError):  # of a drive that is read-only by now
            partial.unlink(missing_ok=True)
