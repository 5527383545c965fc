"""What reading a block of rows brings to light besides the people: problems, and texts to keep."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from app.exchange.columns import Column
from app.exchange.matches import ColumnMatch
from app.exchange.table import Cell
from app.exchange.values.texts import text_of

Rows = Sequence[Sequence[Cell]]


class Remarks:
    """Problems and kept texts of one block, by the row's place in it."""

    def __init__(self) -> None:
        self.problems: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        self._lines: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)

    def collect(self, columns: Iterable[Column[Any]], rows: Rows) -> None:
        """Take over what the columns found odd in the rows just read."""
        for column in columns:
            match = column.match
            for place, mark in column.marks(rows):
                self.problems[place].append((match.header, mark.reason))
                if mark.kept:
                    self.keep(place, match, mark.kept)

    def keep(self, place: int, match: ColumnMatch, text: str, header: str | None = None) -> None:
        """Keep a text of one row for its note, under the header of its column."""
        name = match.header if header is None else header
        self._lines[place].append((match.index, f"{name}: {text}" if name else text))

    def notes(self) -> dict[int, str]:
        """Return the note of each row that keeps something: one line each, in column order."""
        return {
            place: "\n".join(text for _index, text in sorted(lines))
            for place, lines in self._lines.items()
        }


def merged(columns: Sequence[Column[Any]], rows: Rows, remarks: Remarks) -> list[Any]:
    """Return one value per row out of several columns: the first that is filled.

    A later one that says something else is kept in the note, so that nothing is lost.
    """
    if not columns:
        return [None] * len(rows)
    values = columns[0].values(rows)
    for column in columns[1:]:
        for place, value in enumerate(column.values(rows)):
            if value is None or value == values[place]:
                continue
            if values[place] is None:
                values[place] = value
            else:
                remarks.keep(place, column.match, text_of(rows[place][column.match.index]))
    remarks.collect(columns, rows)
    return values
