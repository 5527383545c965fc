"""The run of an import inside its transaction, and what became of the rows."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import FileError, FileProblem, PlanChangedError
from app.exchange.drafts import Draft, staged_row
from app.exchange.failed_rows import LeftOut, without_private
from app.exchange.fields import NEVER
from app.exchange.mapping import Mapping as ColumnMapping
from app.exchange.mapping import fingerprint, to_json
from app.exchange.people import ParsedRow
from app.exchange.table import SkippedRow, Table
from app.jobs import Ticket
from app.shapes.custom_fields import FieldRow
from app.shapes.imports import (
    Candidate,
    ColumnPlan,
    ImportReport,
    ImportRequest,
    RowFate,
    RowProblem,
)
from db.repositories.imports import OUTCOMES, ImportRules
from db.staging import StagedRow
from db.uow import UnitOfWork

MOST_COLUMNS = 1000  # what other programs take, too; a list of people has no more
OF_READING = ("path", "sheet", "encoding", "header_line", "password")
PROBLEMS_KEPT = 10_000  # more would help nobody; the counts tell the rest
LEFT_OUT_BEFORE_MATCHING = ("total", "footnote", "repeated_header")


@dataclass(slots=True)
class Prepared:
    """A file read and its columns matched: nothing is saved yet."""

    request: ImportRequest
    table: Table
    mapping: ColumnMapping
    sha256: str
    source: Table  # as it was read, before anything was mended
    language: str = "ko"
    draft: Draft = field(default_factory=Draft)
    own: tuple[FieldRow, ...] = ()  # fields of the shop's own a column can go to

    @property
    def never(self) -> frozenset[int]:
        """The places of the columns that must not be read, let alone kept."""
        return frozenset(c.index for c in self.mapping.columns if c.target == NEVER)


def require_columns(table: Table) -> None:
    """Raise FileError TOO_MANY_COLUMNS for what is no list any more."""
    if len(table.headers) > MOST_COLUMNS:
        facts = {"limit": MOST_COLUMNS, "columns": len(table.headers)}
        raise FileError(FileProblem.TOO_MANY_COLUMNS, table.name, **facts)


def read_otherwise(before: ImportRequest, after: ImportRequest) -> bool:
    """Tell whether two requests read their file in different ways."""
    return any(getattr(before, name) != getattr(after, name) for name in OF_READING)


def columns_of(mapping: ColumnMapping) -> tuple[ColumnPlan, ...]:
    """Return what becomes of each column, for showing."""
    return tuple(ColumnPlan(c.header, c.target, c.confidence, c.why) for c in mapping.columns)


def rules(request: ImportRequest) -> ImportRules:
    """Return how the rows of a request become changes."""
    return ImportRules(request.mode, request.match, request.overwrite, request.look_alikes)


def applied(
    unit: UnitOfWork,
    work: Callable[[Path, ImportRules, Callable[[], None]], dict[str, int]],
    prepared: Prepared,
    stage: Path,
    problems: list[RowProblem],
    ticket: Ticket,
) -> tuple[dict[str, int], list[LeftOut]]:
    """Let `work` loose on the staged rows; return its counts and the rows that were left out."""
    table = prepared.table
    counts = work(stage, rules(prepared.request), ticket.check)
    headers = {c.target: c.header for c in prepared.mapping.columns}
    problems += [
        RowProblem(line, headers.get(column, column), "consent_not_loosened")
        for line, column in unit.imports.kept_consents()
    ]
    place = {line: index for index, line in enumerate(table.lines)}
    left_out = []
    for row in unit.imports.outcomes(("failed", "skipped")):
        problems.append(RowProblem(row.line, "", row.reason or row.outcome))
        if row.outcome == "failed":
            cells = without_private(table.rows[place[row.line]], prepared.never)
            left_out.append(LeftOut(row.line, row.reason or "failed", cells))
    left_out += [
        LeftOut(r.line, r.reason, without_private(r.cells, prepared.never)) for r in table.failed
    ]
    counts["failed"] += len(table.failed)
    counts["skipped"] += len(left_out_before(table))
    counts["read"] = sum(counts[outcome] for outcome in OUTCOMES)
    return counts, sorted(left_out, key=lambda row: row.line)


def require_as_checked(request: ImportRequest, counts: Mapping[str, int]) -> None:
    """Raise PlanChangedError where the shop no longer gives the counts somebody agreed to.

    Whether a row that follows another of the file brings anything new is left out of it: only
    the run itself knows.
    """
    if request.agreed is None:
        return
    found = (counts["added"], counts["updated"] + counts["same"], counts["failed"])
    if found != request.agreed:
        raise PlanChangedError


def left_out_before(table: Table) -> list[SkippedRow]:
    """Return the rows of a table that are no customers, but rows of it all the same."""
    return [row for row in table.skipped if row.reason in LEFT_OUT_BEFORE_MATCHING]


def fates(unit: UnitOfWork) -> tuple[tuple[RowFate, ...], tuple[Candidate, ...]]:
    """Return what became of each row just run, and whom the doubtful ones may be."""
    became = tuple(
        RowFate(line, outcome, reason, contact_id or 0)
        for line, outcome, reason, contact_id in unit.imports.outcomes()
    )
    return became, tuple(Candidate(*found) for found in unit.imports.candidates())


def staged(
    rows: Iterable[ParsedRow], request: ImportRequest, problems: list[RowProblem]
) -> Iterator[StagedRow]:
    """Yield people as rows to stage; what is odd in them goes to `problems` on the way."""
    for row in rows:
        if row.problems:
            problems += [RowProblem(row.line, header, reason) for header, reason in row.problems]
        yield staged_row(row, request.tag, request.decisions)


def record(
    unit: UnitOfWork,
    prepared: Prepared,
    counts: dict[str, int],
    change_set: int | None,
    left_out: Iterable[LeftOut],
) -> int:
    """Keep that an import was made, with the rows it left out; return the id of the batch."""
    request, table = prepared.request, prepared.table
    unit.keep_without_changes = True
    options = {
        "mode": request.mode, "match": list(request.match),
        "overwrite": list(request.overwrite), "encoding": table.encoding,
        "header_line": table.header_line, "sheet": table.sheet,
    }  # fmt: skip
    values = {
        "change_set_id": change_set,
        "file_name": table.name,
        "sha256": prepared.sha256,
        "fingerprint": fingerprint(table.headers),
        "mapping": to_json(prepared.mapping),
        "options": json.dumps(options, ensure_ascii=False),
    }
    batch = unit.imports.record(values, counts)
    rows = [(r.line, "failed", r.reason, r.cells) for r in left_out]
    rows += [
        (r.line, "skipped", r.reason, without_private(r.cells, prepared.never))
        for r in left_out_before(table)
    ]
    unit.imports.keep_cells(batch, rows)
    return batch


def report_of(
    prepared: Prepared,
    counts: dict[str, int],
    problems: Iterable[RowProblem],
    before: str | None,
    became: tuple[RowFate, ...] = (),
    candidates: tuple[Candidate, ...] = (),
) -> ImportReport:
    """Return what an import did, or would do; `before` is when the same file came in before."""
    table = prepared.table
    return ImportReport(
        **counts, batch=None, change_set=None,
        problems=tuple(sorted(problems, key=lambda p: p.line)[:PROBLEMS_KEPT]),
        preset=prepared.mapping.preset, encoding=table.encoding, header_line=table.header_line,
        sheet=table.sheet, columns=columns_of(prepared.mapping), failed_file=None,
        imported_before=before, rows=became, candidates=candidates,
    )  # fmt: skip


@contextmanager
def undisturbed() -> Iterator[None]:
    """Rest the search for reference cycles: it costs a tenth of an import, whose rows have none."""
    rests = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if rests:
            # What has come into being is old at once: as young it would be searched in one go.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file; raise FileError VANISHED where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileError(FileProblem.VANISHED, path.name) from error
