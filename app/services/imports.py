"""Bringing a shop's own spreadsheet in: read, match columns, rehearse, run."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app.errors import FileError, FileProblem
from app.exchange import mapping as mappings
from app.exchange.amending import amended, only
from app.exchange.failed_rows import LeftOut, without_private, write_failed_rows
from app.exchange.fields import NEVER
from app.exchange.mapping import Mapping
from app.exchange.people import ParsedRow, People, parse_people
from app.exchange.previews import row_preview
from app.exchange.questions import ColumnValues, DateQuestion, date_questions, values_of
from app.exchange.reading import ReadRequest, read_table
from app.exchange.table import Table, text_of
from app.jobs import Ticket
from app.ops import Op
from app.settings import COUNTRY, CURRENCY, LANGUAGE
from app.shapes.imports import (
    BatchRow,
    Candidate,
    ColumnPlan,
    ImportedRow,
    ImportReport,
    ImportRequest,
    RowFate,
    RowPreview,
    RowProblem,
)
from app.store import Store, explained
from db.repositories.imports import OUTCOMES, OVERWRITABLE, ImportRules
from db.staging import StagedRow, Staging, sweep
from db.uow import UnitOfWork

PROBLEMS_KEPT = 10_000  # more would help nobody; the counts tell the rest
PREVIEWED = 200  # rows of one contact; nobody has more
OF_READING = ("path", "sheet", "encoding", "header_line", "password")
LEFT_OUT_BEFORE_MATCHING = ("total", "footnote", "repeated_header")


@dataclass(slots=True)
class Prepared:
    """A file read and its columns matched: nothing is saved yet."""

    request: ImportRequest
    table: Table
    mapping: Mapping
    sha256: str
    source: Table  # as it was read, before anything was mended
    language: str = "ko"

    @property
    def never(self) -> frozenset[int]:
        """The places of the columns that must not be read, let alone kept."""
        return frozenset(c.index for c in self.mapping.columns if c.target == NEVER)


class ImportService:
    """Reads foreign files and brings their rows in, as one action each. For worker threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        sweep()  # what an import left that was killed half-way

    def prepare(self, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Read the file and match its columns; raise FileError where that cannot be done."""
        with self._store.read() as unit:
            language = LANGUAGE.of(unit.settings.all())
        table = read_table(
            request.path,
            ReadRequest(
                sheet=request.sheet,
                encoding=request.encoding,
                header_line=request.header_line,
                password=request.password,
                language=language,
            ),
            ticket,
            mappings.knows,
        )
        return self._matched(request, table, _sha256(request.path), language)

    def again(self, prepared: Prepared, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Match anew for another request; the file is read again only where that changes it."""
        if any(getattr(request, name) != getattr(prepared.request, name) for name in OF_READING):
            return self.prepare(request, ticket)
        return self._matched(request, prepared.source, prepared.sha256, prepared.language)

    def questions(self, prepared: Prepared) -> tuple[DateQuestion, ...]:
        """Return the date columns that can be read in several ways, with a real example."""
        year = datetime.now(tz=UTC).year
        return date_questions(
            prepared.source, prepared.mapping, language=prepared.language, year=year
        )

    def values(self, prepared: Prepared) -> tuple[ColumnValues, ...]:
        """Return the columns that choose from few values, with those of the file."""
        return values_of(prepared.source, prepared.mapping)

    def forecast(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Return what an import would do without writing: quick, for counts that follow a hand.

        A rehearsal is the truth where several rows of the file are one person.
        """
        with _undisturbed():
            return self._run(prepared, ticket, dry=True, quick=True)

    def preview(self, prepared: Prepared, line: int, ticket: Ticket) -> RowPreview:
        """Return one row of the file as the contact it would become, before and after."""
        with self._store.read() as unit:
            currency = CURRENCY.of(unit.settings.all())
        alone = replace(prepared, table=only(prepared.table, line))
        people = self._people(alone, ticket)
        row = next(people)
        with explained():
            staging = Staging()
        try:
            with explained():
                staging.fill([_staged_row(row, prepared.request)])
            staging.release()
            with self._store.rehearsal(Op.IMPORT_CONTACTS) as unit:
                unit.imports.run(staging.path, _rules(prepared.request), ticket.check)
                fate = next(iter(unit.imports.outcomes()))
                opened = unit.changes.open_id or 0
                wrote = unit.changes.end() is not None
                changes = unit.changes.rows_of(opened, limit=PREVIEWED) if wrote else ()
        finally:
            staging.close()
        return row_preview(row, fate.outcome, changes, currency)

    def rehearse(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Make the import for real and roll it back; return what it would do."""
        with _undisturbed():
            return self._run(prepared, ticket, dry=True)

    def run(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Bring the rows in, all or nothing; failed rows are saved beside the file to be mended.

        Raises FileError VANISHED where the file says something else by now.
        """
        path = prepared.request.path
        if path.exists() and _sha256(path) != prepared.sha256:
            raise FileError(FileProblem.VANISHED, prepared.table.name)
        with _undisturbed():
            return self._run(prepared, ticket, dry=False)

    def batches(self, *, limit: int = 100, before: int | None = None) -> list[BatchRow]:
        """Return the newest imports, newest first; `before` is the batch to go on from."""
        with self._store.read() as unit:
            return [
                BatchRow(
                    batch.id, batch.change_set_id,
                    batch.change_set_id is not None and unit.changes.is_undone(batch.change_set_id),
                    batch.file_name, batch.happened_at, batch.read, batch.added, batch.updated,
                    batch.same, batch.skipped, batch.failed,
                    columns_of(mappings.from_json(batch.mapping)),
                )
                for batch in unit.imports.batches(limit=limit, before=before)
            ]  # fmt: skip

    def batch_rows(
        self, batch_id: int, outcomes: Collection[str] = OUTCOMES, *, limit: int = 1000
    ) -> list[ImportedRow]:
        """Return rows of an import that was made, by line."""
        with self._store.read() as unit:
            return [
                ImportedRow(
                    row.line, row.outcome, row.reason, row.contact_id or 0, name,
                    tuple(text_of(cell) for cell in json.loads(row.cells or "[]")),
                )
                for row, name in unit.imports.batch_rows(batch_id, outcomes, limit=limit)
            ]  # fmt: skip

    def _matched(
        self, request: ImportRequest, source: Table, sha256: str, language: str
    ) -> Prepared:
        for name in request.overwrite:
            if name not in OVERWRITABLE:
                raise FileError(FileProblem.NO_SUCH_FIELD, request.path.name, field=name)
        with self._store.read() as unit:
            remembered = unit.imports.remembered(mappings.fingerprint(source.headers))
        memory = mappings.from_json(remembered) if remembered else None
        mapping = mappings.propose(source, memory=memory, told=request.told, language=language)
        table = amended(source, request.edits, request.values)
        return Prepared(request, table, mapping, sha256, source, language)

    def _people(self, prepared: Prepared, ticket: Ticket) -> People:
        with self._store.read() as unit:
            settings = unit.settings.all()
        return parse_people(
            prepared.table, prepared.mapping, country=COUNTRY.of(settings),
            currency=CURRENCY.of(settings), language=LANGUAGE.of(settings), ticket=ticket,
        )  # fmt: skip

    def _run(
        self, prepared: Prepared, ticket: Ticket, *, dry: bool, quick: bool = False
    ) -> ImportReport:
        request, table = prepared.request, prepared.table
        if not prepared.mapping.reaches_people:
            raise FileError(FileProblem.NO_NAME_OR_PHONE, table.name)
        with self._store.read() as unit:
            settings = unit.settings.all()
            before = unit.imports.same_file(prepared.sha256)
            imported_before = before.happened_at if before else None
        problems = [RowProblem(r.line, "", r.reason) for r in table.failed]
        problems += [
            RowProblem(r.line, "", r.reason)
            for r in table.skipped
            if r.reason in LEFT_OUT_BEFORE_MATCHING
        ]
        people = self._people(prepared, ticket)
        problems += [RowProblem(0, header, reason) for header, reason in people.column_problems]
        with explained():
            staging = Staging()
        try:
            with explained():
                staging.fill(_staged(people, request, problems))
            staging.release()
            ticket.check()
            fates: tuple[RowFate, ...] = ()
            candidates: tuple[Candidate, ...] = ()
            batch = change_set = None
            if dry:
                with self._store.rehearsal(Op.IMPORT_CONTACTS) as unit:
                    counts, left_out = self._apply(
                        unit, prepared, staging.path, problems, ticket, quick=quick
                    )
                    fates, candidates = _fates(unit)
            else:
                with self._store.action(Op.IMPORT_CONTACTS, file=table.name) as unit:
                    counts, left_out = self._apply(unit, prepared, staging.path, problems, ticket)
                    change_set = unit.changes.open_id if _changed(counts) else None
                    batch = self._record(unit, prepared, counts, change_set, left_out)
        finally:
            staging.close()
        failed_file = None
        if left_out and not dry:
            failed_file = write_failed_rows(request.path, table, left_out, LANGUAGE.of(settings))
        return ImportReport(
            **counts, batch=batch, change_set=change_set,
            problems=tuple(sorted(problems, key=lambda p: p.line)[:PROBLEMS_KEPT]),
            preset=prepared.mapping.preset, encoding=table.encoding, header_line=table.header_line,
            sheet=table.sheet, columns=columns_of(prepared.mapping), failed_file=failed_file,
            imported_before=imported_before, rows=fates, candidates=candidates,
        )  # fmt: skip

    def _apply(
        self,
        unit: UnitOfWork,
        prepared: Prepared,
        stage: Path,
        problems: list[RowProblem],
        ticket: Ticket,
        *,
        quick: bool = False,
    ) -> tuple[dict[str, int], list[LeftOut]]:
        table = prepared.table
        work = unit.imports.foresee if quick else unit.imports.run
        counts = work(stage, _rules(prepared.request), ticket.check)
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
            LeftOut(r.line, r.reason, without_private(r.cells, prepared.never))
            for r in table.failed
        ]
        counts["failed"] += len(table.failed)
        counts["skipped"] += sum(r.reason in LEFT_OUT_BEFORE_MATCHING for r in table.skipped)
        counts["read"] = sum(counts[outcome] for outcome in OUTCOMES)
        unit.changes.add_facts(**{k: counts[k] for k in ("read", "added", "updated")})
        return counts, sorted(left_out, key=lambda row: row.line)

    def _record(
        self,
        unit: UnitOfWork,
        prepared: Prepared,
        counts: dict[str, int],
        change_set: int | None,
        left_out: Iterable[LeftOut],
    ) -> int:
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
            "fingerprint": mappings.fingerprint(table.headers),
            "mapping": mappings.to_json(prepared.mapping),
            "options": json.dumps(options, ensure_ascii=False),
        }
        batch = unit.imports.record(values, counts)
        rows = [(r.line, "failed", r.reason, r.cells) for r in left_out]
        rows += [
            (r.line, "skipped", r.reason, without_private(r.cells, prepared.never))
            for r in table.skipped
            if r.reason in LEFT_OUT_BEFORE_MATCHING
        ]
        unit.imports.keep_cells(batch, rows)
        return batch


def columns_of(mapping: Mapping) -> tuple[ColumnPlan, ...]:
    """Return what becomes of each column, for showing."""
    return tuple(ColumnPlan(c.header, c.target, c.confidence, c.why) for c in mapping.columns)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Rest the search for reference cycles: it costs a tenth of an import, whose rows have none."""
    rests = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if rests:
            gc.enable()


def _changed(counts: dict[str, int]) -> bool:
    return bool(counts["added"] or counts["updated"])


def _rules(request: ImportRequest) -> ImportRules:
    return ImportRules(request.mode, request.match, request.overwrite, request.look_alikes)


def _fates(unit: UnitOfWork) -> tuple[tuple[RowFate, ...], tuple[Candidate, ...]]:
    fates = tuple(
        RowFate(row.line, row.outcome, row.reason, row.contact_id or 0)
        for row in unit.imports.outcomes()
    )
    return fates, tuple(Candidate(*found) for found in unit.imports.candidates())


def _staged(
    rows: Iterable[ParsedRow], request: ImportRequest, problems: list[RowProblem]
) -> Iterator[StagedRow]:
    for row in rows:
        if row.problems:
            problems += [RowProblem(row.line, header, reason) for header, reason in row.problems]
        yield _staged_row(row, request)


def _staged_row(row: ParsedRow, request: ImportRequest) -> StagedRow:
    tags = row.tags
    if request.tag and request.tag not in tags:
        tags = [*tags, request.tag]
    return StagedRow(
        row.line, row.contact_id, _has_own_name(row), row.scalars, row.points, tags,
        row.notes, row.externals, row.failure, request.decisions.get(row.line),
    )  # fmt: skip


def _has_own_name(row: ParsedRow) -> bool:
    """Tell a name from a phone or e-mail that stands in for one."""
    name = row.scalars[1]
    return all(point[2] != name for point in row.points)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileError(FileProblem.VANISHED, path.name) from error
