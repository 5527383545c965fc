"""Bringing a shop's own spreadsheet in: read, match columns, rehearse, run."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from app.custom_rows import field_rows
from app.errors import FileError, FileProblem
from app.exchange import mapping as mappings
from app.exchange import saved_matches as saved
from app.exchange.amending import amended, only
from app.exchange.drafts import staged_row
from app.exchange.failed_rows import write_failed_rows
from app.exchange.fields import OWN_FIELD
from app.exchange.first_rows import read_first_rows
from app.exchange.own_fields import OwnFields
from app.exchange.people import People, parse_people
from app.exchange.previews import row_preview
from app.exchange.questions import ColumnValues, DateQuestion, date_questions, values_of
from app.exchange.reading import ReadRequest, read_table
from app.exchange.running import (
    MOST_COLUMNS,
    Prepared,
    applied,
    columns_of,
    fates,
    left_out_before,
    read_otherwise,
    record,
    report_of,
    require_as_checked,
    require_columns,
    rules,
    sha256_of,
    staged,
    undisturbed,
)
from app.exchange.sales_mapping import mapping_of
from app.exchange.saved_matches import saved_match
from app.exchange.table import Table, text_of
from app.exchange.vcard_photos import Keeper, Shrink, with_photos
from app.inputs import required
from app.jobs import Ticket
from app.ops import Op
from app.pictures import require_picture
from app.settings import COUNTRY, CURRENCY, LANGUAGE
from app.shapes.imports import (
    BatchRow,
    ImportedRow,
    ImportReport,
    ImportRequest,
    RowPreview,
    RowProblem,
    SavedMatch,
)
from app.store import Store, explained
from db.repositories.imports import OUTCOMES, OVERWRITABLE
from db.staging import StagedRow, Staging, sweep

__all__ = ["ImportService", "Prepared"]

PREVIEWED = 200  # rows of one contact; nobody has more


class ImportService:
    """Reads foreign files and brings their rows in, as one action each. For worker threads."""

    def __init__(self, store: Store, before: Callable[[], None]) -> None:
        """`before` is done before anything is brought in."""
        self._store = store
        self._before = before
        self.shrink: Shrink = require_picture  # for photos on cards; the window can do more
        sweep()  # what an import left that was killed half-way

    def prepare(self, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Read the file and match its columns; raise FileError where that cannot be done."""
        language = self._language()
        reading = ReadRequest.of(request, language)
        with undisturbed():
            table = read_table(request.path, reading, ticket, mappings.knows)
        require_columns(table)
        return self._matched(request, table, sha256_of(request.path), language)

    def glance(self, request: ImportRequest, ticket: Ticket) -> Prepared | None:
        """Match the columns of a long workbook by its first rows, for showing and nothing else.

        None where `prepare` is quick, or has to tell what is wrong.
        """
        language = self._language()
        reading = ReadRequest.of(request, language)
        table = read_first_rows(request.path, reading, ticket, mappings.knows)
        if table is None or len(table.headers) > MOST_COLUMNS:
            return None
        return self._matched(request, table, "", language)

    def odd(self, prepared: Prepared, ticket: Ticket) -> list[RowProblem]:
        """Return what is odd in the rows of a file, as far as it can be told without the shop."""
        problems, rows, _own = self._rows(prepared, ticket, again=False)
        deque(rows, 0)
        return problems

    def again(self, prepared: Prepared, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Match anew for another request; the file is read again only where that changes it."""
        if self.rereads(prepared, request):
            return self.prepare(request, ticket)
        return self._matched(
            request, prepared.source, prepared.sha256, prepared.language, before=prepared
        )

    def rereads(self, prepared: Prepared, request: ImportRequest) -> bool:
        """Tell whether `again` has to read the file once more, which may take seconds."""
        return read_otherwise(prepared.request, request)

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
        draft, table = prepared.draft, prepared.table
        with undisturbed():
            before = self._imported_before(prepared)
            problems, rows, _own = self._rows(prepared, ticket, again=True)
            try:
                with explained():
                    stage = draft.stage(rows, table)
                ticket.check()
                with self._store.read() as unit:  # writes to nothing but what was staged
                    run = unit.imports.foresee
                    work = with_photos(run, unit, prepared, problems, ticket, Keeper())
                    counts, _left_out = applied(unit, work, prepared, stage, problems, ticket)
                    return report_of(prepared, counts, problems, before, *fates(unit))
            finally:
                draft.settle(table)

    def close(self, prepared: Prepared) -> None:
        """Delete what counting has left on the disk; the file can still be imported."""
        prepared.draft.close()

    def preview(self, prepared: Prepared, line: int, ticket: Ticket) -> RowPreview:
        """Return one row of the file as the contact it would become, before and after."""
        with self._store.read() as unit:
            currency = CURRENCY.of(unit.settings.all())
        alone = replace(prepared, table=only(prepared.table, line))
        people = self._people(alone, ticket)
        row = next(people)
        with explained():
            staging = Staging(self._store.key)
        try:
            with explained():
                staging.fill([staged_row(row, prepared.request.tag, prepared.request.decisions)])
                staging.define(*people.own_fields.needed())
            staging.release()
            with self._store.rehearsal(Op.IMPORT_CONTACTS) as unit:
                unit.imports.run(staging.path, rules(prepared.request), ticket.check)
                fate = next(iter(unit.imports.outcomes()))
                opened = unit.changes.open_id or 0
                wrote = unit.changes.end() is not None
                changes = unit.changes.rows_of(opened, limit=PREVIEWED) if wrote else ()
        finally:
            staging.close()
        return row_preview(row, fate.outcome, changes, currency)

    def rehearse(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Make the import for real and roll it back; return what it would do."""
        with undisturbed():
            return self._run(prepared, ticket, dry=True)

    def run(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Bring the rows in, all or nothing; failed rows are saved beside the file to be mended.

        Raises FileError VANISHED where the file says something else by now.
        """
        path = prepared.request.path
        if path.exists() and sha256_of(path) != prepared.sha256:
            raise FileError(FileProblem.VANISHED, prepared.table.name)
        self._before()
        with undisturbed():
            return self._run(prepared, ticket, dry=False)

    def saved_matches(self) -> list[SavedMatch]:
        """Return the matches that were given a name, by name."""
        with self._store.read() as unit:
            kept = unit.settings.all()
        found = [saved_match(kept[key]) for key in kept if key.startswith(saved.PREFIX)]
        return sorted(found, key=lambda match: match.name)

    def save_match(self, name: str, prepared: Prepared) -> None:
        """Keep the columns, values and rules of a plan under a name; an older one gives way."""
        text = required(name, "name")
        with self._store.action(Op.SAVE_MATCH, name=text) as unit:
            unit.settings.put(saved.key_of(text), saved.facts_of(text, prepared))

    def rename_match(self, name: str, new: str) -> None:
        """Give a saved match another name; raise GoneError where there is none."""
        text = required(new, "name")
        with self._store.action(Op.RENAME_MATCH, name=text) as unit:
            facts = unit.settings.all().get(saved.key_of(name))
            unit.settings.drop(saved.key_of(name), unit.now())
            unit.settings.put(saved.key_of(text), {**(facts or {}), "name": text})

    def remove_match(self, name: str) -> None:
        """Forget a saved match; imports that used it stay as they are."""
        with self._store.action(Op.REMOVE_MATCH, name=name) as unit:
            unit.settings.drop(saved.key_of(name), unit.now())

    def with_match(self, prepared: Prepared, match: SavedMatch, ticket: Ticket) -> Prepared:
        """Plan a file by a saved match; its header line counts where the file's own knows none."""
        if not saved.fits(match, prepared):
            line = replace(prepared.request, header_line=match.header_line)
            with suppress(FileError):
                elsewhere = self.prepare(line, ticket)
                prepared = elsewhere if saved.fits(match, elsewhere) else prepared
        return self.again(prepared, saved.request_with(match, prepared), ticket)

    def batches(self, *, limit: int = 100, before: int | None = None) -> list[BatchRow]:
        """Return the newest imports, newest first; `before` is the batch to go on from."""
        with self._store.read() as unit:
            return [
                BatchRow(
                    batch.id, batch.change_set_id,
                    batch.change_set_id is not None and unit.changes.is_undone(batch.change_set_id),
                    batch.file_name, batch.happened_at, batch.read, batch.added, batch.updated,
                    batch.same, batch.skipped, batch.failed,
                    columns_of(mapping_of(batch.kind, batch.mapping)), batch.kind or "people",
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
        self,
        request: ImportRequest,
        source: Table,
        sha256: str,
        language: str,
        *,
        before: Prepared | None = None,
    ) -> Prepared:
        for name in request.overwrite:
            if name not in OVERWRITABLE and not name.startswith(OWN_FIELD):
                raise FileError(FileProblem.NO_SUCH_FIELD, request.path.name, field=name)
        with self._store.read() as unit:
            remembered = unit.imports.remembered(mappings.fingerprint(source.headers))
            own = field_rows(unit, retired=False)
        memory = mappings.from_json(remembered) if remembered else None
        mapping = mappings.propose(
            source, memory=memory, told=request.told, language=language, own=own
        )
        if before is None:
            table = amended(source, request.edits, request.values)
            return Prepared(
                request, table, mapping, sha256, source, language, own=tuple(own)
            )  # fmt: skip
        table, said = before.table, (before.request.edits, before.request.values)
        if said != (request.edits, request.values):
            table = amended(source, request.edits, request.values)
        return Prepared(request, table, mapping, sha256, source, language, before.draft, tuple(own))

    def _people(self, prepared: Prepared, ticket: Ticket, *, again: bool = False) -> People:
        """Read the rows; `again` where the same table will be read once more, with other fields."""
        with self._store.read() as unit:
            settings = unit.settings.all()
            fields = field_rows(unit, retired=True)
        own = OwnFields(fields, prepared.mapping, self._people_called)
        shop = COUNTRY.of(settings), CURRENCY.of(settings), LANGUAGE.of(settings)
        country, currency, language = shop
        return parse_people(
            prepared.table, prepared.mapping, country=country, currency=currency,
            language=language, ticket=ticket,
            memory=prepared.draft.memory(prepared.table, *shop) if again else None,
            own_fields=own, photos=self._store.files,
        )  # fmt: skip

    def _people_called(self, names: set[str]) -> dict[str, list[int]]:
        with self._store.read() as unit:
            return unit.custom_fields.people_called(names)

    def _rows(
        self, prepared: Prepared, ticket: Ticket, *, again: bool
    ) -> tuple[list[RowProblem], Iterator[StagedRow], OwnFields]:
        """Return what is odd in the file, still growing, and the rows that make it grow.

        What the rows need of fields and choices is known once all of them were read.

        Raises FileError NO_NAME_OR_PHONE where no column says who the rows are about.
        """
        table = prepared.table
        if not prepared.mapping.reaches_people:
            raise FileError(FileProblem.NO_NAME_OR_PHONE, table.name)
        problems = [RowProblem(r.line, "", r.reason) for r in table.failed]
        problems += [RowProblem(r.line, "", r.reason) for r in left_out_before(table)]
        people = self._people(prepared, ticket, again=again)
        problems += [RowProblem(0, header, reason) for header, reason in people.column_problems]
        return problems, staged(people, prepared.request, problems), people.own_fields

    def _run(self, prepared: Prepared, ticket: Ticket, *, dry: bool) -> ImportReport:
        request, table = prepared.request, prepared.table
        before = self._imported_before(prepared)
        problems, rows, own = self._rows(prepared, ticket, again=False)
        with explained():
            staging = Staging(self._store.key)
        try:
            with explained():
                staging.fill(rows)
                staging.define(*own.needed())
            staging.release()
            ticket.check()
            stage = staging.path
            if dry:
                with self._store.rehearsal(Op.IMPORT_CONTACTS) as unit:
                    work = with_photos(unit.imports.run, unit, prepared, problems, ticket, Keeper())
                    counts, left_out = applied(unit, work, prepared, stage, problems, ticket)
                    return report_of(prepared, counts, problems, before, *fates(unit))
            with self._store.action(Op.IMPORT_CONTACTS, file=table.name) as unit:
                keeper = Keeper(self._store.files, self.shrink)
                work = with_photos(unit.imports.run, unit, prepared, problems, ticket, keeper)
                counts, left_out = applied(unit, work, prepared, stage, problems, ticket)
                require_as_checked(request, counts)
                unit.changes.add_facts(**{k: counts[k] for k in ("read", "added", "updated")})
                change_set = unit.changes.open_id if _changed(counts) else None
                batch = record(unit, prepared, counts, change_set, left_out)
        finally:
            staging.close()
        failed_file = None
        if left_out:
            failed_file = write_failed_rows(request.path, table, left_out, self._language())
        report = report_of(prepared, counts, problems, before)
        return replace(report, batch=batch, change_set=change_set, failed_file=failed_file)

    def _language(self) -> str:
        with self._store.read() as unit:
            return LANGUAGE.of(unit.settings.all())

    def _imported_before(self, prepared: Prepared) -> str | None:
        with self._store.read() as unit:
            before = unit.imports.same_file(prepared.sha256)
            return before.happened_at if before else None


def _changed(counts: dict[str, int]) -> bool:
    return bool(counts["added"] or counts["updated"])
