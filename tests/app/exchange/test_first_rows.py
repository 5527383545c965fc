"""The first rows of a long workbook show its columns as the whole of it does."""

import io
import zipfile

import pytest
import xlsxwriter

from app.exchange.first_rows import LONG, ROWS, read_first_rows
from app.exchange.mapping import knows
from app.exchange.reading import ReadRequest, read_table
from app.jobs import Ticket

HEADER = ["이름", "휴대폰", "메모"]
MANY = 12_000


def written(path, rows, before=()):
    with xlsxwriter.Workbook(path) as book:
        for title in before:
            book.add_worksheet(title)
        sheet = book.add_worksheet("고객")
        for number, row in enumerate([("봄날 고객 명단",), (), HEADER, *rows]):
            sheet.write_row(number, 0, row)
    return path


def people(count):
    return [(f"사람{n}", f"010-{n:04}-1234", "고마운 손님 " * 4 + str(n)) for n in range(count)]


@pytest.fixture(scope="module")
def long_book(tmp_path_factory):
    return written(tmp_path_factory.mktemp("books") / "a.xlsx", people(MANY), before=["빈 것"])


def glance(path, **asked):
    return read_first_rows(path, ReadRequest(**asked), Ticket(), knows)


def test_the_first_rows_are_those_of_the_whole(long_book):
    first, whole = glance(long_book), read_table(long_book, ReadRequest(), Ticket(), knows)
    assert (first.headers, first.header_line) == (whole.headers, whole.header_line)
    assert (first.sheet, first.sheets) == ("고객", ("빈 것", "고객")) == (whole.sheet, whole.sheets)
    assert len(first.rows) == ROWS - 2  # its second line is empty and has no element
    assert first.rows == whole.rows[: len(first.rows)]
    assert first.lines == whole.lines[: len(first.lines)]


def test_another_sheet_and_another_header_line_are_heeded(long_book):
    assert glance(long_book, sheet="고객", header_line=0).headers == ("A", "B", "C")
    assert glance(long_book, sheet="없음") is None
    assert glance(long_book, encoding="utf-8") is None


def test_what_is_read_at_once_or_cannot_be_cut_is_left_to_the_whole_read(tmp_path, long_book):
    content = long_book.read_bytes()
    (tmp_path / "cut.xlsx").write_bytes(content[: len(content) // 2])
    (tmp_path / "a.csv").write_text("이름,휴대폰\n" * 200_000, encoding="utf-8")
    written(tmp_path / "short.xlsx", people(20))
    for name in ("cut.xlsx", "a.csv", "short.xlsx"):
        assert glance(tmp_path / name) is None


@pytest.mark.parametrize("broken", ["xl/sharedStrings.xml", "xl/worksheets/sheet2.xml"])
def test_a_damaged_part_is_left_to_the_whole_read(tmp_path, long_book, broken):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(long_book) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            xml = old.read(part)
            new.writestr(part, b"<" * (LONG + 1) if part == broken else xml)
    assert glance(path) is None


def test_cells_with_their_text_inside_need_no_strings(tmp_path, long_book):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("고객")
        for number, row in enumerate([HEADER, *people(MANY)]):
            sheet.write_row(number, 0, row)
    path = tmp_path / "a.xlsx"
    path.write_bytes(file.getvalue())
    assert glance(path).rows[0] == list(people(1)[0])
