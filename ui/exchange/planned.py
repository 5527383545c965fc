"""What the plan of an import shows, put together where the file is read: on a worker thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.jobs import Ticket
from app.shapes.imports import ImportReport, ImportRequest, RowProblem
from ui.exchange.column_facts import samples_of
from ui.exchange.file_kinds import PEOPLE, reaches
from ui.exchange.row_kinds import lines_by_kind

if TYPE_CHECKING:
    from app.exchange.questions import ColumnValues, DateQuestion
    from app.services.imports import ImportService, Prepared
    from app.services.sale_imports import SaleImportService

    Imports = ImportService | SaleImportService


@dataclass(frozen=True, slots=True)
class Planned:
    """A file as it was understood; `report` is missing while it is counted, or cannot be.

    `problems` are those that are known by then, of the first rows perhaps.
    """

    prepared: Prepared
    report: ImportReport | None
    problems: Sequence[RowProblem]
    questions: Sequence[DateQuestion]
    values: Sequence[ColumnValues]
    samples: Sequence[Sequence[str]]  # of each column
    lines: dict[str, list[int]]  # of each kind of rows


def planned(
    imports: Imports,
    prepared: Prepared,
    report: ImportReport | None = None,
    problems: Sequence[RowProblem] = (),
) -> Planned:
    """Gather what is to be shown; takes a moment for a long file."""
    return Planned(
        prepared,
        report,
        report.problems if report else problems,
        imports.questions(prepared),
        imports.values(prepared),
        [samples_of(prepared.source, column.index) for column in prepared.mapping.columns],
        lines_by_kind(report) if report else {},
    )


def glimpsed(
    imports: Imports, request: ImportRequest, ticket: Ticket, kind: str = PEOPLE
) -> Planned | None:
    """Gather what the first rows of a long workbook show, None where there is nothing to gain."""
    prepared = imports.glance(request, ticket)
    if prepared is None:
        return None
    there = reaches(kind, prepared.mapping)
    return planned(imports, prepared, problems=imports.odd(prepared, ticket) if there else ())
