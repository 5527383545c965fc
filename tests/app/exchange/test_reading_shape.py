"""Where the header stands, and which rows are no customers."""

import pytest

from app.errors import FileProblem
from app.exchange.table import SkippedRow, column_letters

PEOPLE = "김민지,010-1234-5678,VIP\n이서연,010-2345-6789,신규\n"


def test_known_words_make_a_header_wherever_it_stands(read):
    text = "고객 명단,,\n작성: 홍길동,2024-01-02,\n\n이름,전화,등급\n" + PEOPLE
    table = read(text.encode())
    assert (table.header_line, table.headers) == (4, ("이름", "전화", "등급"))
    assert [(row.line, row.reason) for row in table.skipped] == [
        (1, "preamble"),
        (2, "preamble"),
        (3, "blank"),
    ]
    assert table.skipped[1].cells == ("작성: 홍길동", "2024-01-02")
    assert table.lines == [5, 6]


def test_a_title_of_one_familiar_word_is_no_header(read):
    table = read(("이름,,,\n이름,연락,묶음,모임\n" + "김민지,010-1,가,나\n" * 3).encode())
    assert table.header_line == 2


def test_the_earliest_of_two_equal_headers_wins_and_the_other_is_skipped(read):
    text = "이름,전화,등급\n" + PEOPLE + "이름,전화,등급\n박도윤,010-3456-7890,VIP\n"
    table = read(text.encode())
    assert table.header_line == 1
    assert table.skipped == [SkippedRow(4, "repeated_header", ("이름", "전화", "등급"))]
    assert table.lines == [2, 3, 5]


def test_unknown_words_make_a_header_if_they_look_like_one(read):
    table = read(("손님,번호,모임\n" + PEOPLE).encode())
    assert table.header_line == 1
    assert table.headers == ("손님", "번호", "모임")


def test_a_table_without_a_header_keeps_its_first_row(read):
    table = read(PEOPLE.encode())
    assert (table.header_line, table.headers) == (0, ("A", "B", "C"))
    assert table.lines == [1, 2]


def test_values_that_come_again_below_are_no_header(read):
    table = read("김민지,서울,VIP\n이서연,부산,신규\n박도윤,대구,VIP\n".encode())
    assert table.header_line == 0
    assert len(table.rows) == 3


def test_a_row_without_a_phone_further_down_is_not_taken_for_the_header(read):
    text = "김민지,010-1234-5678\n이서연,010-2345-6789\n박도윤,단골\n최하은,010-3456-7890\n"
    table = read(text.encode())
    assert table.header_line == 0
    assert len(table.rows) == 4


@pytest.mark.parametrize(("line", "header"), [(2, ("김민지", "010-1234-5678", "VIP")), (1, None)])
def test_a_header_line_that_was_told_is_obeyed(read, line, header):
    table = read(("이름,전화,등급\n" + PEOPLE).encode(), header_line=line)
    assert table.header_line == line
    assert table.headers == (header or ("이름", "전화", "등급"))


def test_being_told_of_no_header_is_obeyed(read):
    table = read(("이름,전화,등급\n" + PEOPLE).encode(), header_line=0)
    assert table.headers == ("A", "B", "C")
    assert table.rows[0] == ["이름", "전화", "등급"]


def test_a_header_line_inside_a_quoted_cell_means_its_row(read):
    table = read(('"이름\n(한글)",전화\n' + "김,010\n").encode(), header_line=2)
    assert table.header_line == 1
    assert table.lines == [3]


@pytest.mark.parametrize("line", [2, 99, -1])
def test_a_blank_or_missing_header_line_is_refused(refusal, line):
    why = refusal(b"name,phone\n\nKim,010\n", header_line=line)
    assert why.problem is FileProblem.NO_SUCH_LINE
    assert why.facts == {"line": line}


@pytest.mark.parametrize(
    "row",
    [
        "합계,,1200000", "합 계,,\"1,200,000원\"", "총계:,2명,30", "소계,,", "TOTAL,,42",
        "Grand Total,2,30", "subtotal,,7", "총 2명,,", "합계(2명),,50", ",합계,1200000",
        "계,,1200000", "Sum,,42",
    ],
)  # fmt: skip
def test_rows_of_totals_are_skipped_at_the_end(read, row):
    table = read(("이름,전화,구매금액\n" + PEOPLE + row + "\n").encode())
    assert [skipped.reason for skipped in table.skipped] == ["total"]
    assert table.lines == [2, 3]


def test_rows_of_totals_are_skipped_in_the_middle(read):
    text = "이름,전화,구매금액\n" + "김민지,010-1,7\n소계,,7\n" * 10
    table = read(text.encode())
    assert len(table.rows) == len(table.skipped) == 10


@pytest.mark.parametrize(
    "row",
    [
        "계,010-9999-8888,VIP", "계,,VIP", "계,,", "계명숙,,1200000", "총명한,010-1,5", "소계순,,7",
        "Sum,sum@shop.kr,42", "Total,010-9999-8888,1", "Summer Kim,,7",
        "합계,total@shop.kr,", "Sum,,Seoul",
    ],
)  # fmt: skip
def test_a_person_whose_name_looks_like_a_total_stays(read, row):
    table = read(("이름,전화,등급\n" + PEOPLE + row + "\n").encode())
    assert table.lines == [2, 3, 4]
    assert table.skipped == []


def test_remarks_below_the_table_are_skipped(read):
    text = "이름,전화,등급\n" + PEOPLE + "합계,,2\n\n※ 휴면 고객 제외\n출력일: 2024-01-02,,\n"
    table = read(text.encode())
    reasons = [(row.line, row.reason) for row in table.skipped]
    assert reasons == [(4, "total"), (5, "blank"), (6, "footnote"), (7, "footnote")]


def test_a_last_customer_known_only_by_name_is_no_remark(read):
    table = read(("이름,전화,등급\n" + PEOPLE + "박도윤,,\n").encode())
    assert len(table.rows) == 3


def test_rows_of_blanks_are_skipped_wherever_they_are(read):
    table = read("이름,전화\n\n김,010\n , \n,,,\n이,011\n\n".encode())
    assert [(row.line, row.reason) for row in table.skipped] == [
        (line, "blank") for line in (2, 4, 5, 7)
    ]
    assert table.lines == [3, 6]


def test_a_sub_header_of_known_words_is_joined(read):
    text = "이름,연락처,,묶음\n,휴대폰,집,\n" + "김민지,010-1234-5678,02-1,가\n" * 2
    table = read(text.encode())
    assert table.headers == ("이름", "휴대폰", "집", "묶음")
    assert (table.header_line, table.lines) == (1, [3, 4])
    assert table.skipped == []


def test_a_customer_below_a_blank_header_is_no_sub_header(read):
    table = read("이름,,등급\n,김민지,\n이서연,가,VIP\n".encode())
    assert table.headers == ("이름", "", "등급")
    assert table.lines == [2, 3]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b"\xef\xbb\xbf", FileProblem.EMPTY),
        (b" \n\n,,\n\t\n", FileProblem.EMPTY),
        ("이름,전화\n".encode(), FileProblem.NO_ROWS),
        ("이름,전화\n\n합계,,\n".encode(), FileProblem.NO_ROWS),
    ],
)
def test_a_file_without_customers_is_refused(refusal, content, problem):
    assert refusal(content).problem is problem


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheets_name_them(index, letters):
    assert column_letters(index) == letters
