"""What is written to a workbook reads back as it was, whatever a cell holds."""

import datetime
import math

import pytest

from app.exchange.excel_files import read_book
from app.exchange.workbook import Workbook
from app.jobs import Ticket


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (datetime.date(2026, 5, 12), datetime.date(2026, 5, 12)),
        (datetime.datetime(2026, 5, 12, 15, 30), datetime.datetime(2026, 5, 12, 15, 30)),
        (datetime.time(15, 30), datetime.time(15, 30)),
        (datetime.time(15, 30, 20), datetime.time(15, 30, 20)),
        (datetime.date(1850, 5, 3), "1850-05-03"),  # before the first day Excel knows
        (datetime.datetime(1850, 5, 3, 15, 30), "1850-05-03 15:30:00"),
        (True, True),
        (7, 7),
        (0.5, 0.5),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
        (math.nan, "nan"),
        ("=1+1", "=1+1"),
        ("007", "007"),
    ],
)
def test_a_cell_reads_back_as_it_was(tmp_path, cell, read):
    path = tmp_path / "out.xlsx"
    with Workbook(path) as book:
        book.write_header(["이름", "값"])
        book.write_row(["김민지", cell])
    rows = read_book(path.read_bytes(), path.name, None, None, Ticket()).grid.rows
    assert rows == [["이름", "값"], ["김민지", read]]
    assert type(rows[1][1]) is type(read)
