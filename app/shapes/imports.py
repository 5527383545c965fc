"""Imports, as the window and the command line see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

MODES = ("add", "update", "both")
MATCHES = ("phone", "email", "name+birthday", "number")
LOOK_ALIKES = ("ask", "add", "update", "skip")
NOTICES = frozenset(
    (
        "phone_zero_added", "postcode_zero_added", "resident_number_removed",
        "consent_not_loosened", "total", "footnote", "repeated_header", "not_found", "left_out",
        "removed_here", "sale_not_found", "cancelled_already",
    )
)  # fmt: skip
"""Reasons that tell what was done; every other one asks for a look at the row."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportRequest:
    """Which file, how to read it, and what to do with its rows.

    `told` maps headers of the file to fields; `overwrite` lists fields that a filled cell may
    replace (otherwise it only fills what is empty). `edits` are cells mended by hand, by line and
    column; `values` say, by column, what a text in it means. `decisions` settle single rows: the id
    of the contact a row is, 'add' for a new one, 'skip'; `look_alikes` does so for all doubtful
    ones that are left. `tag` is put on everybody who comes in. `agreed` are the rows that were
    shown as new, as known and as failing: where the shop gives others by now, nothing comes in.
    New sales earn points only with `points`: what was sold long ago has earned its own.
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
    edits: dict[tuple[int, int], str] = field(default_factory=dict)
    values: dict[int, dict[str, str]] = field(default_factory=dict)
    look_alikes: str = "ask"
    decisions: dict[int, int | str] = field(default_factory=dict)
    tag: str = ""
    agreed: tuple[int, int, int] | None = None
    points: bool = False


@dataclass(frozen=True, slots=True)
class SavedMatch:
    """A match of columns under a name: `columns` are header -> field with its rule.

    `values` say, by header, what a text means; `rules` are fields of ImportRequest.
    """

    name: str
    columns: dict[str, str]
    header_line: int
    values: dict[str, dict[str, str]]
    rules: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something about one cell or row; `line` is the file's own, 0 where it is the whole column."""

    line: int
    column: str
    reason: str


class RowFate(NamedTuple):
    """What became, or would become, of one row; `contact_id` is 0 where it is nobody."""

    line: int
    outcome: str  # added, updated, same, skipped, failed
    reason: str | None
    contact_id: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in the book a doubtful row may be."""

    line: int
    contact_id: int
    name: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a contact before and after; `before` is empty for what is new."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowPreview:
    """One row of the file as the contact it would become."""

    line: int
    outcome: str
    name: str
    fields: tuple[FieldChange, ...]
    currency: str


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One import that was made; `happened_at` is UTC, ISO 8601."""

    id: int
    change_set: int | None
    undone: bool
    file: str
    happened_at: str
    read: int
    added: int
    updated: int
    same: int
    skipped: int
    failed: int
    columns: tuple[ColumnPlan, ...]
    kind: str = "people"  # or 'sales': then the counts are sales


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row of an import that was made; `cells` are kept where it was left out."""

    line: int
    outcome: str
    reason: str | None
    contact_id: int
    name: str
    cells: tuple[str, ...]


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
    rows: tuple[RowFate, ...] = ()  # of a plan: what becomes of each row
    candidates: tuple[Candidate, ...] = ()  # of a plan: whom the doubtful rows may be
    new_people: int = 0  # of sales: buyers and recipients who became contacts
