"""Reports as text with commas, for Excel and other programs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.exchange.own_format import escape
from app.exchange.report_cells import plain_value
from app.shapes.reports import Report
from app.whole_files import whole_file

UTF8, KOREAN = "utf-8-sig", "cp949"
ENCODINGS = (UTF8, KOREAN)
"""With a mark that Excel knows it by, or as older Korean programs have it."""


def write_report_csv(path: Path, reports: Sequence[Report], *, encoding: str = UTF8) -> None:
    """Write the tables of reports to a new .csv file. Raises FileError.

    One report is its table alone; of several each has its title above it and a blank line
    between. What an older encoding has no letter for becomes '?'. A text is never a formula.
    """
    with (
        whole_file(path) as partial,
        partial.open("w", encoding=encoding, errors="replace", newline="") as file,
    ):
        writer = csv.writer(file)
        for place, report in enumerate(reports):
            if place:
                writer.writerow(())
            if len(reports) > 1:
                writer.writerow((escape(report.title),))
                writer.writerow((escape(report.about),))
            writer.writerows(_rows(report))


def _rows(report: Report) -> Iterator[list[str]]:
    yield [escape(column.title) for column in report.columns]
    lines = [row.values for row in report.rows]
    for values in (*lines, report.total) if report.total is not None else lines:
        yield [
            escape(text) if isinstance(value, str) else text
            for value, column in zip(values, report.columns, strict=True)
            for text in (plain_value(value, column, report.currency),)
        ]
