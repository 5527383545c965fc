"""What a person mended in a table or said about its values, put into the cells that are read."""

from collections.abc import Mapping
from dataclasses import replace

from app.exchange.table import Cell, Table, text_of

Edits = Mapping[tuple[int, int], str]  # (line, column) -> what the cell should say
Meanings = Mapping[int, Mapping[str, str]]  # column -> what a text in it means


def amended(table: Table, edits: Edits, meanings: Meanings) -> Table:
    """Return the table with mended cells and values as they were explained; it is not changed.

    A cell mended by hand says what it says: no meaning is put on it.
    """
    if not edits and not any(meanings.values()):
        return table
    rows = list(table.rows)
    for column, means in meanings.items():
        for place, row in enumerate(rows):
            meant = means.get(text_of(row[column]))
            if meant is not None:
                rows[place] = _with(row, column, meant)
    places = {line: place for place, line in enumerate(table.lines)}
    for (line, column), text in edits.items():
        if line in places and column < len(table.headers):
            place = places[line]
            rows[place] = _with(rows[place], column, text)
    return replace(table, rows=rows)


def only(table: Table, line: int) -> Table:
    """Return the table with that one of its rows."""
    place = table.lines.index(line)
    return replace(table, lines=[line], rows=[table.rows[place]], failed=[], skipped=[])


def _with(row: list[Cell], column: int, text: str) -> list[Cell]:
    return [*row[:column], text, *row[column + 1 :]]
