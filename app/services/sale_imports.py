"""Bringing sales in from a till, a marketplace or a sheet: read, match columns, rehearse, run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock
from app.errors import FileError, FileProblem, PlanChangedError
from app.exchange.amending import amended
from app.exchange.failed_rows import write_failed_rows
from app.exchange.first_rows import read_first_rows
from app.exchange.questions import ColumnValues, DateQuestion, date_questions, values_of
from app.exchange.reading import ReadRequest, read_table
from app.exchange.running import (
    Prepared,
    read_otherwise,
    require_columns,
    sha256_of,
    undisturbed,
)
from app.exchange.sales_fields import CHOSEN, DATES
from app.exchange.sales_mapping import (
    has_amounts,
    has_days,
    knows_sales,
    propose_sales,
    remembered_sales,
    sales_fingerprint,
)
from app.exchange.sales_previews import neighbours, sale_preview, these
from app.exchange.sales_running import (
    SaleShop,
    StagedFile,
    add_up,
    last_day,
    left_out,
    record_sales,
    report_of_sales,
    stage_sales,
)
from app.exchange.table import Table
from app.jobs import Ticket
from app.ops import Op
from app.points import settle_points
from app.settings import COUNTRY, CURRENCY, LANGUAGE, TAX_ADDED, TAX_RATE
from app.shapes.imports import ImportReport, ImportRequest, RowPreview, RowProblem
from app.store import Store, explained
from db.repositories.sale_imports import SaleImportRules

if TYPE_CHECKING:
    from db.uow import UnitOfWork

PREVIEWED = 200  # rows of one sale; none has more


class SaleImportService:
    """Reads files of sales and brings them in, as one action each. For worker threads.

    The verbs are those of `ImportService`, so that one wizard serves both; counts are sales.
    """

    def __init__(self, store: Store, now: Clock, before: Callable[[], None]) -> None:
        """`before` is done before anything is brought in."""
        self._store = store
        self._before = before
        self._now = now

    def prepare(self, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Read the file and match its columns; raise FileError where that cannot be done."""
        language = self._shop().language
        with undisturbed():
            reading = ReadRequest.of(request, language)
            table = read_table(request.path, reading, ticket, knows_sales)
        require_columns(table)
        return self._matched(request, table, sha256_of(request.path), language)

    def glance(self, request: ImportRequest, ticket: Ticket) -> Prepared | None:
        """Match the columns of a long workbook by its first rows, for showing and nothing else.

        None where `prepare` is quick, or has to tell what is wrong.
        """
        language = self._shop().language
        table = read_first_rows(
            request.path, ReadRequest.of(request, language), ticket, knows_sales
        )
        return None if table is None else self._matched(request, table, "", language)

    def again(self, prepared: Prepared, request: ImportRequest, ticket: Ticket) -> Prepared:
        """Match anew for another request; the file is read again only where that changes it."""
        if self.rereads(prepared, request):
            return self.prepare(request, ticket)
        return self._matched(request, prepared.source, prepared.sha256, prepared.language)

    def rereads(self, prepared: Prepared, request: ImportRequest) -> bool:
        """Tell whether `again` has to read the file once more, which may take seconds."""
        return read_otherwise(prepared.request, request)

    def questions(self, prepared: Prepared) -> tuple[DateQuestion, ...]:
        """Return the date columns that can be read in several ways, with a real example."""
        return date_questions(
            prepared.source, prepared.mapping, language=prepared.language,
            year=self._now().year, targets=DATES,
        )  # fmt: skip

    def values(self, prepared: Prepared) -> tuple[ColumnValues, ...]:
        """Return the columns of statuses, with what stands in them."""
        return values_of(prepared.source, prepared.mapping, CHOSEN)

    def known(self, prepared: Prepared) -> bool:
        """Tell whether a file like this was imported before, or comes from a known program."""
        with self._store.read() as unit:
            fingerprint = sales_fingerprint(prepared.source.headers)
            return bool(prepared.mapping.preset or unit.imports.remembered(fingerprint))

    def odd(self, prepared: Prepared, ticket: Ticket) -> list[RowProblem]:
        """Return what is odd in the rows of a file, as far as it can be told without the shop."""
        staged = self._staged(prepared, ticket)
        staged.staging.close()
        return staged.problems

    def preview(self, prepared: Prepared, line: int, ticket: Ticket) -> RowPreview:
        """Return the sale that one row of the file belongs to as it would stand in the book."""
        near = self._staged(replace(prepared, table=neighbours(prepared.table, line)), ticket)
        near.staging.close()
        around = neighbours(prepared.table, line)
        place = near.groups.of_row(around.lines.index(line))
        alone = replace(prepared, table=these(around, near.groups.rows_of(place)))
        staged = self._staged(alone, ticket)
        try:
            with self._store.rehearsal(Op.IMPORT_SALES) as unit:
                rules = self._rules(prepared, staged)
                unit.sale_imports.run(staged.staging.path, rules, ticket.check)
                read = unit.sale_imports.staged_sale()
                opened = unit.changes.open_id or 0
                wrote = unit.changes.end() is not None
                changes = unit.changes.rows_of(opened, limit=PREVIEWED) if wrote else ()
                names = unit.sale_imports.product_names()
        finally:
            staged.staging.close()
        return sale_preview(line, str(read["outcome"]), read, changes, names)

    def forecast(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Return what an import would do: a rehearsal, for sales are quick to bring in."""
        return self.rehearse(prepared, ticket)

    def close(self, prepared: Prepared) -> None:
        """Delete what counting has left on the disk; the file can still be imported."""
        prepared.draft.close()

    def rehearse(self, prepared: Prepared, ticket: Ticket) -> ImportReport:
        """Make the import for real and roll it back; return what it would do."""
        before = self._imported_before(prepared)
        with undisturbed():
            staged = self._staged(prepared, ticket)
            try:
                with self._store.rehearsal(Op.IMPORT_SALES) as unit:
                    counts = unit.sale_imports.run(
                        staged.staging.path, self._rules(prepared, staged), ticket.check
                    )
                    left_out(unit, prepared, staged)
                    whole = add_up(prepared, counts)
                    return report_of_sales(unit, prepared, staged, whole, before, fates=True)
            finally:
                staged.staging.close()

    def run(
        self, prepared: Prepared, ticket: Ticket, *, beside: Path | None = None
    ) -> ImportReport:
        """Bring the sales in, all or nothing; what failed is saved beside the file to be mended.

        Or beside another one. Raises FileError VANISHED where the file says something else by now.
        """
        request, table = prepared.request, prepared.table
        if request.path.exists() and sha256_of(request.path) != prepared.sha256:
            raise FileError(FileProblem.VANISHED, table.name)
        self._before()
        before = self._imported_before(prepared)
        with undisturbed():
            staged = self._staged(prepared, ticket)
            try:
                with self._store.action(Op.IMPORT_SALES, file=table.name) as unit:
                    found = unit.sale_imports.run(
                        staged.staging.path, self._rules(prepared, staged), ticket.check
                    )
                    _settle_points(unit, request, staged.today, ticket)
                    rows = left_out(unit, prepared, staged)
                    counts = add_up(prepared, found)
                    _require_as_checked(request, counts)
                    unit.changes.add_facts(**{k: counts[k] for k in ("read", "added", "updated")})
                    changed = bool(counts["added"] or counts["updated"])
                    change_set = unit.changes.open_id if changed else None
                    batch = record_sales(unit, prepared, counts, change_set, rows)
                    report = report_of_sales(unit, prepared, staged, counts, before, fates=False)
            finally:
                staged.staging.close()
        failed_file = None
        if rows:
            failed_file = write_failed_rows(beside or request.path, table, rows, prepared.language)
        return replace(report, batch=batch, change_set=change_set, failed_file=failed_file)

    def _matched(
        self, request: ImportRequest, source: Table, sha256: str, language: str
    ) -> Prepared:
        for name in request.overwrite:  # a sale is what its source says it is
            raise FileError(FileProblem.NO_SUCH_FIELD, request.path.name, field=name, fields=())
        with self._store.read() as unit:
            remembered = unit.imports.remembered(sales_fingerprint(source.headers))
        mapping = propose_sales(
            source,
            memory=remembered_sales(remembered) if remembered else None,
            told=request.told,
            language=language,
        )
        table = amended(source, request.edits, request.values)
        return Prepared(request, table, mapping, sha256, source, language)

    def _staged(self, prepared: Prepared, ticket: Ticket) -> StagedFile:
        """Stage the sales; raise FileError NO_SALES where no column tells of any."""
        if not has_days(prepared.mapping) or not has_amounts(prepared.mapping):
            raise FileError(FileProblem.NO_SALES, prepared.table.name)
        with explained():
            return stage_sales(prepared, self._shop(), ticket)

    def _rules(self, prepared: Prepared, staged: StagedFile) -> SaleImportRules:
        request = prepared.request
        return SaleImportRules(
            staged.source, request.mode, staged.today, request.match, request.look_alikes
        )

    def _shop(self) -> SaleShop:
        with self._store.read() as unit:
            settings = unit.settings.all()
            newest = unit.sale_imports.newest()
        return SaleShop(
            COUNTRY.of(settings), CURRENCY.of(settings), LANGUAGE.of(settings),
            TAX_ADDED.of(settings), TAX_RATE.of(settings), *last_day(self._now(), newest),
            self._store.key,
        )  # fmt: skip

    def _imported_before(self, prepared: Prepared) -> str | None:
        with self._store.read() as unit:
            before = unit.imports.same_file(prepared.sha256, "sales")
            return before.happened_at if before else None


def _settle_points(unit: UnitOfWork, request: ImportRequest, today: str, ticket: Ticket) -> None:
    """Give the points of new sales, if that is wanted, and keep right what others have earned.

    New ones earn on the day they were sold, by which they also expire.
    """
    if not unit.loyalty.programmes():
        return
    for sale_id, day in unit.sale_imports.earning(new=request.points):
        ticket.check()
        settle_points(unit, sale_id, today if unit.loyalty.of_sale(sale_id) else day)


def _require_as_checked(request: ImportRequest, counts: dict[str, int]) -> None:
    found = (counts["added"], counts["updated"] + counts["same"], counts["failed"])
    if request.agreed is not None and found != request.agreed:
        raise PlanChangedError
