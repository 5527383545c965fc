"""Imports, as the window and the command line see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

MODES = ("add", "update", "both")
MATCHES = ("phone", "email", "name+birthday", "number")


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportRequest:
    """Which file, how to read it, and what to do with its rows.

    `told` maps headers of the file to fields; `overwrite` lists fields that a filled cell may
    replace (otherwise it only fills what is empty).
    """

    path: Path
    mode: str = "both"
    match: tuple[str, ...] = MATCHES
    overwrite: tuple[str, ...] = ()
    told: dict[str, str] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    header_line: int | None = None  # 1-based; 0: the file has none
    password: str | None = None


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about one cell or row; `line` is the file's own, 0 where it is the whole column."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What becomes of one column of the file."""

    header: str
    target: str
    confidence: int  # 0 to 100
    why: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did or, after a rehearsal, would do.

    read = added + updated + same + skipped + failed, always.
    """

    read: int
    added: int
    updated: int
    same: int
    skipped: int
    failed: int
    batch: int | None
    change_set: int | None
    problems: tuple[RowProblem, ...]
    preset: str | None
    encoding: str | None
    header_line: int
    sheet: str | None
    columns: tuple[ColumnPlan, ...]
    failed_file: Path | None
    imported_before: str | None  # UTC time of an earlier import of the very same file
