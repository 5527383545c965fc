"""What the plan of an import shows, put together where the file is read: on a worker thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.shapes.imports import ImportReport
from ui.exchange.column_facts import samples_of
from ui.exchange.row_kinds import lines_by_kind

if TYPE_CHECKING:
    from app.exchange.questions import ColumnValues, DateQuestion
    from app.services.imports import ImportService, Prepared


@dataclass(frozen=True, slots=True)
class Planned:
    """A file as it was understood; `report` is missing while it is counted, or cannot be."""

    prepared: Prepared
    report: ImportReport | None
    questions: Sequence[DateQuestion]
    values: Sequence[ColumnValues]
    samples: Sequence[Sequence[str]]  # of each column
    lines: dict[str, list[int]]  # of each kind of rows


def planned(
    imports: ImportService, prepared: Prepared, report: ImportReport | None = None
) -> Planned:
    """Gather what is to be shown; takes a moment for a long file."""
    return Planned(
        prepared,
        report,
        imports.questions(prepared),
        imports.values(prepared),
        [samples_of(prepared.source, column.index) for column in prepared.mapping.columns],
        lines_by_kind(report) if report else {},
    )
