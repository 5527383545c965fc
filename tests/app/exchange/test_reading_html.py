"""Web pages that call themselves workbooks."""

import pytest

from app.errors import FileProblem

PAGE = """<html><head><meta charset="{charset}"><style>td {{ color: red }}</style></head><body>
<table><tr><td>회원 목록</td></tr></table>
<table border=1>
<tr><th>이름</th><th>전화</th><th>메모</th></tr>
<tr><td>김민지</td><td style="x:'\\@'">010-1234-5678</td><td>A &amp; B<br>둘째 줄</td></tr>
<tr><td>이서연<td>&nbsp;<td> 단골
  손님 </tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("codec", "encoding"), [("utf-8", "utf-8"), ("cp949", "cp949"), ("utf-16", "utf-16-le")]
)
def test_a_web_page_that_calls_itself_xls_gives_its_largest_table(read, codec, encoding):
    table = read(PAGE.format(charset=codec).encode(codec), "회원.xls")
    assert (table.kind, table.encoding) == ("html", encoding)
    assert table.headers == ("이름", "전화", "메모")
    assert table.rows == [
        ["김민지", "010-1234-5678", "A & B\n둘째 줄"],
        ["이서연", "", "단골 손님"],
    ]
    assert (table.header_line, table.lines) == (4, [5, 6])


def test_cells_over_several_rows_and_columns_shift_nothing(read):
    page = (
        "<table><tr><td rowspan=2>이름</td><td colspan=2>연락처</td><td rowspan=2>등급</td></tr>\n"
        "<tr><td>휴대폰</td><td>집</td></tr>\n"
        "<tr><td>김민지</td><td>010</td><td>02</td><td rowspan=2>VIP</td></tr>\n"
        "<tr><td>이서연</td><td>011</td><td>03</td></tr>\n"
        "<tr><td>박도윤</td><td>012</td><td>04</td><td>신규</td></tr></table>"
    )
    table = read(page.encode(), "회원.xls")
    assert table.headers == ("이름", "휴대폰", "집", "등급")
    assert table.rows == [
        ["김민지", "010", "02", "VIP"],
        ["이서연", "011", "03", ""],
        ["박도윤", "012", "04", "신규"],
    ]


def test_a_page_cut_short_gives_what_there_is(read):
    page = "<table><tr><td>이름<td>전화<tr><td>김민지<td>010<tr><td>이서"
    assert read(page.encode(), "회원.xls").rows == [["김민지", "010"], ["이서", ""]]


@pytest.mark.parametrize(
    "page", ["<html><body>로그인이 필요합니다</body></html>", "<!doctype html>\n"]
)
def test_a_page_without_a_table_is_refused(refusal, page):
    assert refusal(page.encode(), "회원.xls").problem is FileProblem.UNSUPPORTED


def test_a_table_without_rows_is_empty(refusal):
    assert refusal(b"<table></table>", "a.xls").problem is FileProblem.EMPTY


def test_a_page_of_endless_spans_is_refused(refusal):
    page = "<table>" + "<tr><td colspan=99999999></td></tr>" * 20_100 + "</table>"
    assert refusal(page.encode(), "a.xls").problem is FileProblem.TOO_MANY_CELLS
