"""The rows that could not be imported, saved to be mended and imported again."""

from __future__ import annotations

import csv
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.exchange.table import Cell, Table
from app.exchange.values.texts import is_resident_number, text_of, without_resident_numbers
from app.words import reason_words

TEXT_KINDS = ("csv", "tsv", "txt")
ADDED = {"ko": ("줄", "이유"), "en": ("Line", "Reason")}
STEM = {"ko": "가져오지 못한 줄", "en": "rows not imported"}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row that failed, as it stood in the file."""

    line: int
    reason: str
    cells: tuple[Cell, ...]


def without_private(cells: Sequence[Cell], never: Collection[int]) -> tuple[Cell, ...]:
    """Return the cells of a row without the columns `never` to be read and resident numbers."""
    return tuple(
        None if index in never else _without_numbers(cell) for index, cell in enumerate(cells)
    )


def _without_numbers(cell: Cell) -> Cell:
    if isinstance(cell, (int, float)):
        return None if is_resident_number(text_of(cell)) else cell
    if not isinstance(cell, str):
        return cell
    return None if is_resident_number(cell.strip()) else without_resident_numbers(cell)


def write_failed_rows(
    source: Path, table: Table, rows: Sequence[LeftOut], language: str
) -> Path | None:
    """Save rows beside the file they came from, in its own format; return where.

    Text keeps its encoding and delimiter; every kind of Excel becomes .xlsx. None if the
    folder cannot be written: the rows stay in the import's record all the same.
    """
    suffix = f".{table.kind}" if table.kind in TEXT_KINDS else ".xlsx"
    header = [*table.headers, *ADDED[language]]
    lines = [
        [*_padded(row.cells, len(table.headers)), row.line, reason_words(row.reason, language)]
        for row in rows
    ]
    target = None
    try:
        target = _free_name(source.parent, f"{source.stem} - {STEM[language]}", suffix)
        if suffix == ".xlsx":
            _write_excel(target, header, lines)
        else:
            _write_text(target, table, header, lines)
    except FileExistsError:
        return None
    except OSError:
        if target is not None:
            with suppress(OSError):  # half a file would be mended and leave the rest out
                target.unlink(missing_ok=True)
        return None
    return target


def _padded(cells: Sequence[Cell], width: int) -> list[Cell]:
    return [*cells[:width], *([None] * (width - len(cells)))]


def _write_text(target: Path, table: Table, header: list[str], lines: list[list[Cell]]) -> None:
    encoding = table.encoding or "utf-8"
    if table.bom and encoding == "utf-8":
        encoding = "utf-8-sig"
    # The reason is ours: what the file's encoding cannot write of it is written as '?'.
    with target.open("x", encoding=encoding, errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=table.delimiter or ",")
        writer.writerow(header)
        writer.writerows(["" if c is None else c for c in line] for line in lines)


def _write_excel(target: Path, header: list[str], lines: list[list[Cell]]) -> None:
    from app.exchange.workbook import Workbook  # noqa: PLC0415 - XlsxWriter is slow to import

    with Workbook(target) as book:
        book.write_header(header)
        for line in lines:
            book.write_row(line)


def _free_name(folder: Path, stem: str, suffix: str) -> Path:
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}){suffix}"
        number += 1
    return path
