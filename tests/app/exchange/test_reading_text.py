"""Separated text: encodings, delimiters, quotes and line numbers of real files."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.errors import FileProblem
from app.exchange.table import FailedRow, SkippedRow

KOREAN = "이름,전화,메모\r\n김민지,010-1234-5678,단골\r\n이서연,02-345-6789,\r\n"
KOREAN_ROWS = [["김민지", "010-1234-5678", "단골"], ["이서연", "02-345-6789", ""]]

LISTS = {
    "cp949": (
        "이름,전화,주소\n"
        "김민지,010-1111-2222,서울 강남구 테헤란로\n"
        "박도윤,02-333-4444,부산 해운대구\n"
    ),
    "cp932": (
        "氏名,電話,住所\n"
        "佐藤花子,03-1111-2222,東京都渋谷区神宮前\n"
        "鈴木一郎さん,06-333-4444,大阪市北区梅田\n"
    ),
    "gb18030": (
        "姓名,电话,地址\n"
        "王小明,13800138000,北京市朝阳区建国路\n"
        "李丽华,13900139000,上海市浦东新区世纪大道\n"
    ),
    "cp950": (
        "姓名,電話,地址\n"
        "陳美玲,0912345678,臺北市信義區松仁路\n"
        "林志明,0922345678,高雄市左營區博愛路\n"
    ),
    "cp1252": (
        "Prénom,Téléphone,Ville\nRené Müller,0612345678,Besançon\nZoë Lefèvre,0712345678,Orléans\n"
    ),
    "cp1251": (
        "Имя,Телефон,Город\nМария Иванова,+79161234567,Москва\nПётр Сидоров,+79261234567,Казань\n"
    ),
}


@pytest.mark.parametrize(
    ("codec", "mark", "encoding"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le"),
        ("cp949", b"", "cp949"),
    ],
)
def test_korean_text_reads_in_every_encoding_it_comes_in(read, codec, mark, encoding):
    table = read(mark + KOREAN.encode(codec))
    assert (table.encoding, table.bom) == (encoding, bool(mark))
    assert table.headers == ("이름", "전화", "메모")
    assert table.rows == KOREAN_ROWS


@pytest.mark.parametrize("codec", LISTS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_lists_of_seven_countries_are_decoded(read, codec, language):
    table = read((LISTS[codec] * 3).encode(codec), language=language, header_line=1)
    assert table.encoding == codec
    assert ",".join(table.headers) == LISTS[codec].split("\n")[0]


@pytest.mark.parametrize("text", ["이름\n김민지\n", "김민지,VIP\n", "㈜한빛,02-123-4567\n"])
def test_one_short_line_of_hangul_is_taken_for_korean_by_a_korean(read, text):
    table = read(text.encode("cp949"), language="ko", header_line=0)
    assert table.encoding == "cp949"


@pytest.mark.parametrize(("label", "codec"), [("euc-kr", "cp949"), ("shift_jis", "cp932")])
def test_a_narrow_label_is_read_with_the_wider_codec(read, label, codec):
    text = {"cp949": "이름,메모\n똠방각하,뷁\n", "cp932": "氏名,電話\n髙橋①,03\n"}[codec]
    table = read(text.encode(codec), encoding=label, header_line=1)
    assert table.encoding == codec
    assert table.rows[0][0] in {"똠방각하", "髙橋①"}


def test_a_given_encoding_that_does_not_fit_names_the_line(refusal):
    content = b"name,phone\nKim,010\nLee,011\n" + "박,012\n".encode("cp949")
    why = refusal(content, encoding="utf-8")
    assert why.problem is FileProblem.UNDECODABLE
    assert why.facts == {"encoding": "utf-8", "line": 4}


def test_a_bad_byte_deep_in_a_utf8_file_is_not_read_as_another_encoding(refusal):
    content = ("이름,전화\r\n" + "김민지,010-1234-5678\r\n" * 5_000).encode()
    why = refusal(content + b"\xff\xfe,010\r\n" + content)
    assert why.problem is FileProblem.UNDECODABLE
    assert why.facts == {"encoding": "utf-8", "line": 5_002}


@pytest.mark.parametrize("label", ["klingon", "base64", "utf-8\0"])
def test_an_encoding_nobody_knows_is_refused(refusal, label):
    assert refusal(KOREAN.encode(), encoding=label).problem is FileProblem.UNKNOWN_ENCODING


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_is_found(read, delimiter, end):
    table = read(KOREAN.replace(",", delimiter).replace("\r\n", end).encode(), "고객.txt")
    assert (table.kind, table.delimiter) == ("txt", delimiter)
    assert table.rows == KOREAN_ROWS
    assert table.lines == [2, 3]


def test_commas_in_addresses_do_not_win_over_semicolons(read):
    text = '이름;주소;전화\n김민지;"서울, 강남구, 역삼동";010\n이서연;"부산, 중구";011\n'
    table = read(text.encode())
    assert table.delimiter == ";"
    assert table.rows[0] == ["김민지", "서울, 강남구, 역삼동", "010"]


def test_a_list_of_one_column_has_the_comma(read):
    table = read("이름\n김민지\n이서연\n".encode())
    assert (table.delimiter, table.rows) == (",", [["김민지"], ["이서연"]])


def test_the_first_line_may_name_the_delimiter(read):
    table = read("sep=;\r\n이름;전화\r\n김, 민지;010\r\n".encode())
    assert table.delimiter == ";"
    assert table.header_line == 2
    assert table.rows == [["김, 민지", "010"]]
    assert table.lines == [3]
    assert table.skipped == [SkippedRow(1, "preamble", ("sep=;",))]


def test_a_delimiter_the_user_chose_is_obeyed(read):
    table = read("이름,전화;메모\n가,나;다\n".encode(), delimiter=";", header_line=1)
    assert table.headers == ("이름,전화", "메모")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [("a.CSV", "이름\t전화\n김\t1\n", "csv"), ("a.tsv", "이름\t전화\n김\t1\n", "tsv"),
     ("a.xls", "이름\t전화\n김\t1\n", "tsv"), ("a.dat", "이름,전화\n김,1\n", "csv")],
)  # fmt: skip
def test_text_is_text_whatever_its_name(read, name, text, kind):
    table = read(text.encode(), name)
    assert table.kind == kind
    assert table.rows == [["김", "1"]]


def test_a_quoted_line_break_stays_and_lines_are_those_of_the_file(read):
    text = '이름,메모,전화\n김민지,"1층\n2층\r\n3층",010\n이서연,,011\n'
    table = read(text.encode())
    assert table.rows[0] == ["김민지", "1층\n2층\r\n3층", "010"]
    assert table.lines == [2, 5]


def test_doubled_carriage_returns_are_one_line_end(read):
    table = read(KOREAN.replace("\r\n", "\r\r\n").encode())
    assert table.rows == KOREAN_ROWS
    assert table.lines == [2, 3]
    assert table.skipped == []


def test_nul_bytes_and_control_z_do_not_stop_the_reading(read):
    table = read(b"name,phone\nKim\0,010\nLee,011\n\x1a")
    assert table.rows == [["Kim\0", "010"], ["Lee", "011"]]
    assert table.encoding == "utf-8"


def test_a_very_long_cell_is_read_whole(read):
    limit = csv.field_size_limit()
    note = "단골 " * 100_000
    table = read(f'이름,메모\n김민지,"{note}"\n'.encode())
    assert table.rows == [["김민지", note]]
    assert csv.field_size_limit() == limit


def test_short_rows_are_filled_and_long_rows_fail_without_shifting(read):
    text = "이름,전화,메모\n김민지,010\n이서연,011,단골,,\n박도윤,012,VIP,앗\n최하은,013,신규\n"
    table = read(text.encode())
    assert table.rows == [
        ["김민지", "010", ""],
        ["이서연", "011", "단골"],
        ["최하은", "013", "신규"],
    ]
    assert table.lines == [2, 3, 5]
    assert table.failed == [FailedRow(4, "too_many_cells", ("박도윤", "012", "VIP", "앗"))]


def test_blank_and_equal_headers_keep_their_columns(read):
    table = read("이름,,전화,전화\n김민지,가,010,02\n".encode())
    assert table.headers == ("이름", "", "전화", "전화")
    assert table.rows == [["김민지", "가", "010", "02"]]


def test_empty_columns_at_the_end_are_cut_off(read):
    table = read("이름,전화,,,\n김민지,010,,,\n이서연,011,,메모,\n".encode())
    assert table.headers == ("이름", "전화", "", "")
    assert table.rows == [["김민지", "010", "", ""], ["이서연", "011", "", "메모"]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('이름,메모\n가,1\n나,"열림\n다,2\n라,3\n', 3),  # runs to the end of the file
        ('이름,메모\n가,"열림\n나,"닫힘"\n다,2\n', 2),  # runs into the next quote
        ('이름,메모\n가,"잘\n닫힘"\n나,"열림\n"다","라"\n', 4),
        ('이름,메모\n가,"한 줄\n두 줄","열림\n나,2\n', 3),
        ('이름,메모,등급,주소\n가,"열림,3,4\n나,2,3,4\n다,2,3,4\n라,2,3,4\n마,27",3,4\n', 2),
    ],
)
def test_an_open_quote_is_told_with_the_line_where_it_opens(refusal, text, line):
    why = refusal(text.encode())
    assert why.problem is FileProblem.UNCLOSED_QUOTE
    assert why.facts == {"line": line}


def test_an_open_quote_in_a_large_file_is_told_soon(refusal):
    text = '이름,메모\n가,"열림\n' + "나,다\n" * 400_000
    assert refusal(text.encode()).facts == {"line": 2}


def test_stray_quotes_within_a_line_are_text(read):
    table = read('이름,메모\n김민지,키 5"7\n이서연,"그 "단골" 손님"\n'.encode())
    assert [row[0] for row in table.rows] == ["김민지", "이서연"]
    assert table.rows[0][1] == '키 5"7'


def test_cells_escaped_for_excel_are_left_to_the_mapping(read):
    table = read("이름,전화\n'=김,'+8210\n".encode())
    assert table.rows == [["'=김", "'+8210"]]


def test_two_files_can_be_read_at_the_same_time(read):
    limit = csv.field_size_limit()
    out = io.StringIO()
    csv.writer(out).writerows([["이름", "메모"], *[["김", "가" * 200_000]] * 3])
    with ThreadPoolExecutor(4) as pool:
        tables = list(pool.map(read, [out.getvalue().encode()] * 8))
    assert all(len(table.rows[2][1]) == 200_000 for table in tables)
    assert csv.field_size_limit() == limit
