"""Workbooks of every kind: cells with their types, sheets, dates, numbers of rows."""

import datetime
import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from book_bytes import ods, ods_row, raw_xlsx, xlsb, zipped
from xls_bytes import biff5, biff8, compound_file, record

from app.errors import FileProblem
from app.exchange.locked_files import clean_compound, main_stream
from app.exchange.table import SkippedRow

ROWS = [["이름", "전화", "등급"], ["김민지", "010-1234-5678", "VIP"], ["이서연", 1012345678, ""]]


def written(fill, **options):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, options) as book:
        fill(book)
    return file.getvalue()


def simple(rows=ROWS, sheet="고객"):
    def fill(book):
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)

    return written(fill)


EVERY_KIND = {
    "xlsx": simple(),
    "xls": compound_file({"Workbook": biff8({"고객": ROWS})}),
    "xlsb": xlsb(ROWS),
    "ods": ods("".join(ods_row([str(cell) for cell in row]) for row in ROWS)),
}


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("name", ["고객.xlsx", "고객.csv", "고객"])
def test_every_kind_of_workbook_is_read_whatever_its_name(read, kind, name):
    table = read(EVERY_KIND[kind], name)
    assert table.kind == kind
    assert (table.encoding, table.delimiter) == (None, None)
    assert table.headers == ("이름", "전화", "등급")
    assert table.rows[0] == ["김민지", "010-1234-5678", "VIP"]
    assert str(table.rows[1][1]) == "1012345678"
    assert (table.header_line, table.lines) == (1, [2, 3])


def test_cells_come_with_their_types(read):
    def fill(book):
        page = book.add_worksheet()
        page.write_row(
            0, 0, ["이름", "생일", "때", "시각", "길이", "수", "소수", "참", "오류", "식"]
        )
        day, moment, clock, span = (
            book.add_format({"num_format": pattern})
            for pattern in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "hh:mm", "[h]:mm:ss")
        )
        page.write_string(1, 0, "김\n민지")
        page.write_datetime(1, 1, datetime.date(1990, 5, 17), day)
        page.write_datetime(1, 2, datetime.datetime(2024, 1, 2, 3, 4, 5), moment)
        page.write_datetime(1, 3, datetime.time(9, 30), clock)
        page.write_number(1, 4, 1.5, span)
        page.write_number(1, 5, 1012345678)
        page.write_number(1, 6, 0.25)
        page.write_boolean(1, 7, True)
        page.write_formula(1, 8, "=1/0", None, "#DIV/0!")
        page.write_formula(1, 9, "=1+1", None, 2)

    (row,) = read(written(fill)).rows
    assert row == [
        "김\n민지",
        datetime.date(1990, 5, 17),
        datetime.datetime(2024, 1, 2, 3, 4, 5),
        datetime.time(9, 30),
        "36:00:00",
        1012345678,
        0.25,
        True,
        "",
        2,
    ]
    assert [type(row[index]) for index in (1, 5, 9)] == [datetime.date, int, int]


def test_numbers_and_blanks_mixed_in_a_column_stay_apart(read):
    rows = [["이름", "구매금액"], ["가", 12000], ["나", ""], ["다", 1.5], ["라", "없음"]]
    assert [row[1] for row in read(simple(rows)).rows] == [12000, "", 1.5, "없음"]


def test_rows_are_numbered_as_the_spreadsheet_numbers_them(read):
    def fill(book):
        page = book.add_worksheet()
        page.write_row(3, 1, ["이름", "전화"])
        page.write_row(4, 1, ["김민지", "010"])
        page.write_row(9, 1, ["이서연", "011"])

    table = read(written(fill))
    assert table.header_line == 4
    assert table.headers == ("이름", "전화")
    assert read(written(fill), header_line=0).headers == ("B", "C")
    assert table.lines == [5, 10]
    assert [row.line for row in table.skipped] == [1, 2, 3, 6, 7, 8, 9]
    assert {row.reason for row in table.skipped} == {"blank"}


def test_the_first_visible_sheet_with_anything_in_it_is_read(read):
    def fill(book):
        hidden = book.add_worksheet("숨김")
        hidden.write_row(0, 0, ["이름"])
        hidden.hide()
        book.add_chartsheet("그림")
        book.add_worksheet("빈 것").activate()
        for name in ("고객", "지난해"):
            page = book.add_worksheet(name)
            page.write_row(0, 0, ["이름", "전화"])
            page.write_row(1, 0, [name, "010"])

    content = written(fill)
    table = read(content)
    assert (table.sheet, table.sheets) == ("고객", ("빈 것", "고객", "지난해"))
    assert read(content, sheet="지난해").rows == [["지난해", "010"]]


@pytest.mark.parametrize("sheet", ["숨김", "없음"])
def test_a_hidden_or_missing_sheet_is_refused_with_those_there_are(refusal, sheet):
    content = compound_file({"Workbook": biff8({"고객": ROWS, "숨김": ROWS}, hidden=["숨김"])})
    why = refusal(content, sheet=sheet)
    assert why.problem is FileProblem.NO_SUCH_SHEET
    assert why.facts == {"sheet": sheet, "sheets": ("고객",)}


def test_an_empty_sheet_that_was_asked_for_is_empty(refusal):
    def fill(book):
        book.add_worksheet("가").write(0, 0, "이름")
        book.add_worksheet("나")

    assert refusal(written(fill), sheet="나").problem is FileProblem.EMPTY


def test_a_workbook_that_counts_from_1904_says_so_and_its_dates_are_right(read):
    def fill(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["이름", "생일"])
        page.write(1, 0, "김민지")
        page.write_datetime(
            1, 1, datetime.date(1990, 5, 17), book.add_format({"num_format": "yyyy-mm-dd"})
        )

    table = read(written(fill, date_1904=True))
    assert table.date_1904
    assert table.rows == [["김민지", datetime.date(1990, 5, 17)]]
    assert not read(written(fill)).date_1904


@pytest.mark.parametrize("format_id", [27, 31, 36, 50, 58])
def test_the_built_in_date_formats_of_korea_are_dates(read, format_id):
    def fill(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["이름", "생일"])
        page.write(1, 0, "김민지")
        page.write_number(1, 1, 45292, book.add_format({"num_format": format_id}))

    assert read(written(fill)).rows == [["김민지", datetime.date(2024, 1, 1)]]


def test_macro_workbooks_are_known_by_their_content(read):
    with zipfile.ZipFile(io.BytesIO(simple())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"]
    main = b"openxmlformats-officedocument.spreadsheetml.sheet.main"
    parts["[Content_Types].xml"] = types.replace(main, b"ms-excel.sheet.macroEnabled.main")
    assert read(zipped(parts)).kind == "xlsm"


def test_a_workbook_by_openpyxl_reads_the_same(read):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    assert read(file.getvalue()).rows == [list(row) for row in ROWS[1:]]


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c t="str"><v>name</v></c><c t="str"><v>phone</v></c></row>'
        '<row><c t="str"><v>Kim</v></c><c><v>10</v></c></row>',
        "<row r='1'><c r='A1' t='str'><v>name</v></c><c r='B1' t='str'><v>phone</v></c></row>"
        "<row r='2'><c r='A2' t='str'><v>Kim</v></c><c r='B2'><v>10</v></c></row>",
    ],
)
def test_cells_without_references_or_with_single_quotes_are_read(read, rows):
    table = read(raw_xlsx(rows))
    assert (table.headers, table.rows) == (("name", "phone"), [["Kim", 10]])


def test_merged_headers_over_two_rows_are_joined(read):
    def fill(book):
        page = book.add_worksheet()
        page.merge_range(0, 0, 1, 0, "이름")
        page.merge_range(0, 1, 0, 2, "연락처")
        page.merge_range(0, 3, 0, 4, "마지막 방문")
        page.write_row(1, 1, ["휴대폰", "집", "일자", "점포"])
        page.write_row(2, 0, ["김민지", "010", "02", "1월 2일", "강남"])

    table = read(written(fill))
    assert table.headers == ("이름", "휴대폰", "집", "일자", "점포")
    assert (table.header_line, table.lines) == (1, [3])


def test_old_workbooks_keep_hangul_and_dates(read):
    rows = [["이름", "생일", "방문"], ["똠방 김민지", 33010.0, 3], ["뷁", 45292.5, 0]]
    table = read(compound_file({"Workbook": biff8({"고객": rows}, dates=True)}), "옛날.xls")
    assert (table.kind, table.sheet) == ("xls", "고객")
    assert table.rows[0] == ["똠방 김민지", datetime.date(1990, 5, 17), 3]
    assert table.rows[1][1] == datetime.datetime(2024, 1, 1, 12)


@pytest.mark.parametrize("rows", [3, 3_000, 45_000])
def test_old_workbooks_of_any_size_are_read(read, rows):
    sheet = [["이름", *(f"칸 {n}" for n in range(9))], *([n] * 10 for n in range(rows))]
    table = read(clean_compound(biff8({"고객": sheet})))
    assert table.lines == list(range(2, rows + 2))
    assert table.rows[-1] == [rows - 1] * 10


@pytest.mark.parametrize("size", [0, 1, 4_096, 4_097, 7_000_000, 7_200_000, 30_000_000])
def test_a_container_of_our_own_gives_back_what_was_put_in(size):
    stream = bytes(range(251)) * (size // 251) + bytes(size % 251)
    name, found = main_stream(clean_compound(stream), "고객.xls")
    assert (name, found) == ("Workbook", stream.ljust(4_096, b"\0"))


def test_workbooks_of_excel_95_keep_hangul(read):
    table = read(compound_file({"Book": biff5("고객 명단", ROWS)}), "옛날.xls")
    assert (table.kind, table.sheet, table.sheets) == ("xls", "고객 명단", ("고객 명단",))
    assert table.headers == ("이름", "전화", "등급")
    assert table.rows == [["김민지", "010-1234-5678", "VIP"], ["이서연", 1012345678, ""]]


def test_every_sort_of_cell_of_excel_95_is_read(read):
    import struct

    def cell(column, content, style=0):
        return struct.pack("<HHH", 1, column, style) + content

    packed = [struct.pack("<I", 12345 << 2 | 2), struct.pack("<I", 12345 << 2 | 3)]
    packed += [struct.pack("<I", ((-7 & 0x3FFFFFFF) << 2) | 2), struct.pack("<I", 0x3FF80000)]
    body = biff5("S", [["이름", *"ABCDEFGHIJ"]])
    stream = body[:-4]  # without the end of the sheet
    stream += record(0x204, cell(0, struct.pack("<H", 2) + "김".encode("cp949")))
    stream += record(0x27E, cell(1, packed[0])) + record(0x27E, cell(2, packed[1]))
    stream += record(
        0xBD,
        struct.pack("<HH", 1, 3) + b"".join(bytes(2) + one for one in packed[2:]) + b"\x04\0",
    )
    stream += record(0x205, cell(5, b"\x01\x00")) + record(0x205, cell(6, b"\x07\x01"))
    stream += record(0x06, cell(7, struct.pack("<d", 2.5) + bytes(8)))
    stream += record(0x06, cell(8, b"\0\0\0\0\0\0\xff\xff" + bytes(8)))
    stream += record(0x207, struct.pack("<H", 4) + "단골".encode("cp949"))
    stream += record(0x203, cell(9, struct.pack("<d", 45292.0), style=1))
    stream += record(0x203, cell(10, struct.pack("<d", 0.5), style=1))
    stream += record(0x0A, b"")
    styled = stream.replace(
        record(0xE0, bytes(16)), record(0xE0, bytes(16)) + record(0xE0, b"\0\0\x0e\0" + bytes(12))
    )
    place = struct.unpack_from("<I", styled, styled.index(b"\x85\0") + 4)[0]
    moved = styled.replace(struct.pack("<I", place), struct.pack("<I", place + 20), 1)
    (row,) = read(compound_file({"Book": moved}), header_line=1).rows
    assert row == [
        "김", 12345, 123.45, -7, 1.5, True, "", 2.5, "단골",
        datetime.date(2024, 1, 1), datetime.time(12),
    ]  # fmt: skip


def test_three_hundred_columns_are_read(read):
    rows = [["이름", *(f"칸 {n}" for n in range(299))], ["김민지", *range(299)]]
    table = read(simple(rows))
    assert len(table.headers) == 300
    assert table.rows[0][-1] == 298


def test_repeated_cells_of_an_open_document_are_unfolded(read):
    content = ods(
        ods_row(["이름", "등급"])
        + ods_row(["김민지", "VIP"])
        + ods_row(["", ""], repeated=3)
        + ods_row(["이서연", "신규"], repeated=2)
        + ods_row(["", ""], repeated=1_048_000)
    )
    table = read(content)
    assert table.rows == [["김민지", "VIP"], ["이서연", "신규"], ["이서연", "신규"]]
    assert table.lines == [2, 6, 7]
    assert table.skipped[0] == SkippedRow(3, "blank")
