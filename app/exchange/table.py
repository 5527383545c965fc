"""A foreign file as rows of cells: what the readers make and the mapping reads."""

import datetime
from dataclasses import dataclass, field

Cell = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | None


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no customer: `reason` is blank, preamble, total, footnote, repeated_header.

    Rows skipped as 'blank' or 'preamble' do not count as read; the others do.
    """

    line: int
    reason: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that cannot be placed under the headers: `reason` is 'too_many_cells'."""

    line: int
    reason: str
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class Grid:
    """Everything a file holds, in order and unjudged: `rows[i]` began at line `lines[i]`.

    Rows may differ in length. `merged` holds the indexes of rows with cells merged sideways.
    """

    lines: list[int]
    rows: list[list[Cell]]
    merged: frozenset[int] = frozenset()
    skipped: list[SkippedRow] = field(default_factory=list)  # found to be no row at all
    first_column: int = 0  # of the sheet; empty columns before it are left out


@dataclass(slots=True)
class Table:
    """A file with its header found: every row has as many cells as there are headers.

    Lines are true lines of the file, counted from 1 (in a workbook: row numbers). A header of ""
    stands over a column without a name; equal headers are all kept. Cells of text files are
    always str; a blank cell is "" or None.
    """

    name: str  # the file's name without its folder
    kind: str  # csv, tsv, txt, xlsx, xlsm, xls, xlsb, ods, html
    headers: tuple[str, ...] = ()
    header_line: int = 0  # 0: the file has none and the headers are A, B, …
    encoding: str | None = None  # of text files
    delimiter: str | None = None
    bom: bool = False
    sheet: str | None = None  # of workbooks
    sheets: tuple[str, ...] = ()  # the visible worksheets, in order
    date_1904: bool = False  # a date left as a number counts from 1904, not from 1900
    lines: list[int] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    failed: list[FailedRow] = field(default_factory=list)


def is_blank(cell: Cell) -> bool:
    """Say whether a person would see nothing in this cell."""
    return cell is None or (type(cell) is str and (not cell or cell.isspace()))


def text_of(cell: Cell) -> str:
    """Return a cell as a header or a search would show it: stripped, "" where blank."""
    return "" if cell is None else str(cell).strip()


def column_letters(index: int) -> str:
    """Name the column at `index` as spreadsheets do: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
