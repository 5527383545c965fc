"""What must hold of any table and any bytes at all."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_reading_excel import EVERY_KIND
from test_reading_html import PAGE
from xls_bytes import biff5, compound_file

from app.errors import FileError

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HANGUL = st.sampled_from("가각간갇갈감김민지이서연박도윤최하은똠뷁힣")
MARKS = st.sampled_from(",;\t|\"'\r\n =-@#")
ANYTHING = st.one_of(
    MARKS, st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff")
)
CP949 = st.one_of(HANGUL, MARKS, st.characters(min_codepoint=0x20, max_codepoint=0x7E))


def tables(characters):
    def of_width(width):
        row = st.lists(st.text(characters, max_size=12), min_size=width, max_size=width)
        return st.lists(row, min_size=1, max_size=8)

    return st.integers(1, 5).flatmap(of_width)


def written(rows, delimiter, codec):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(codec)


@pytest.mark.parametrize(
    ("codec", "characters"),
    [("utf-8", ANYTHING), ("utf-8-sig", ANYTHING), ("utf-16", ANYTHING), ("cp949", CP949)],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@SLOW
@given(data=st.data())
def test_any_table_that_is_written_reads_back_equal(read, data, codec, characters, delimiter):
    rows = [["첫 손님"], *data.draw(tables(characters))]
    filled = [row for row in rows if any(cell and not cell.isspace() for cell in row)]
    table = read(
        written(rows, delimiter, codec),
        encoding=None if codec == "utf-8-sig" else codec,
        delimiter=delimiter,
        header_line=0,
    )
    found = list(zip(table.lines, table.rows, strict=True))
    found += [(row.line, list(row.cells)) for row in table.skipped if row.reason != "blank"]
    assert [_trimmed(row) for _line, row in sorted(found)] == [_trimmed(row) for row in filled]
    assert table.failed == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@settings(SLOW, max_examples=12)
@given(data=st.data())
def test_lists_of_customers_are_read_without_being_told_anything(read, data, codec, delimiter):
    name = st.text(HANGUL, min_size=2, max_size=4).filter(lambda text: "계" not in text)
    phone = st.from_regex(r"010-[0-9]{4}-[0-9]{4}", fullmatch=True)
    memo = st.text(CP949, max_size=20).map(str.strip)
    rows = data.draw(st.lists(st.tuples(name, phone, memo).map(list), min_size=2, max_size=20))
    table = read(written([["이름", "전화", "메모"], *rows], delimiter, codec))
    assert table.headers[:2] == ("이름", "전화")
    assert table.delimiter == delimiter
    assert [_padded(row) for row in table.rows] == rows


BOOKS = {
    **EVERY_KIND,
    "xls 95": compound_file({"Book": biff5("고객", [["이름", "전화"], ["김민지", 10]])}),
    "html": PAGE.format(charset="utf-8").encode(),
    "csv": "이름,전화\n김민지,010\n".encode(),
}


@pytest.mark.parametrize("kind", BOOKS)
@settings(SLOW, max_examples=40)
@given(data=st.data())
def test_bad_bytes_give_a_table_or_a_reason_and_never_a_crash(read, data, kind):
    content = bytearray(BOOKS[kind])
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(1, 4))] = data.draw(st.binary(max_size=6))
    table = _read_or_refused(read, bytes(content))
    assert table is None or all(len(row) == len(table.headers) for row in table.rows)


@settings(SLOW, max_examples=100)
@given(content=st.binary(max_size=400))
def test_any_bytes_at_all_give_a_table_or_a_reason(read, content):
    table = _read_or_refused(read, content)
    assert table is None or len(table.rows) == len(table.lines)


def _read_or_refused(read, content):
    try:
        return read(content)
    except FileError:
        return None


def _trimmed(row):
    end = len(row)
    while end and (not row[end - 1] or row[end - 1].isspace()):
        end -= 1
    return row[:end]


def _padded(row):
    return [*row, *[""] * (3 - len(row))]
