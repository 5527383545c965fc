"""Every trap of real files, dropped on the window: what is said, and where."""

import datetime
import io
import zipfile

import pytest

from tests.ui.wizard_parts import (
    WAIT,
    choose,
    dropped,
    imported,
    planned,
    said,
    targets,
    write_book,
    write_rows,
)

HEADER = ("이름", "휴대폰")
ROWS = (("가나다", "010-0177-1111"), ("라마바", "010-0177-2222"), ("사아자", "010-0177-3333"))


def phones(program, name):
    contacts = program.core.contacts
    (found,) = contacts.find(name).contacts
    return [p.value for p in contacts.detail(found.id).points if p.kind == "phone"]


def values(program, name):
    contacts = program.core.contacts
    (found,) = contacts.find(name).contacts
    return contacts.detail(found.id).values


def trouble(qtbot, program, path):
    """The sentence shown for a file that cannot be read."""
    plan = dropped(program, path)
    qtbot.waitUntil(lambda: plan.body.currentWidget() is plan.trouble, timeout=WAIT)
    assert not plan.import_button.isEnabled()
    return said(plan.trouble_state)


def whys(plan, kind):
    """What is said of each row of a kind, by the file's line."""
    plan.open_rows(kind)
    model = plan.check.model
    return {
        int(model.index(n, 0).data()): model.index(n, 1).data() for n in range(model.rowCount())
    }


def test_a_header_further_down_is_found_shown_and_moved(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.csv", ("봄날 고객 명단",), (), HEADER, *ROWS)
    plan = planned(qtbot, program, path)
    assert plan.strip.header_line.currentData() == 3
    assert plan.strip.left_out_button.text() == "1 row left out"
    choose(qtbot, plan.strip.header_line, 0)
    plan.strip.header_line.activated.emit(plan.strip.header_line.currentIndex())
    qtbot.waitUntil(lambda: plan.prepared.table.header_line == 0, timeout=WAIT)


def test_total_rows_and_footnotes_are_no_customers(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.csv", HEADER, *ROWS, ("합계", "3명"), ("※ 2026년 5월 기준",))
    plan = planned(qtbot, program, path)
    assert plan.outcome.count_of("added") == 3
    assert whys(plan, "left_out") == {5: "A totals row", 6: "A note below the table"}


def test_a_list_without_a_header_keeps_its_first_row(qtbot, program, tmp_path):
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *ROWS))
    assert list(targets(plan)) == ["A", "B"]
    assert plan.strip.header_line.currentText() == "No column names"
    assert plan.outcome.count_of("added") == 3


def test_a_header_over_two_rows_is_joined(qtbot, program, tmp_path):
    rows = [("고객", "", "연락처", ""), ("이름", "생일", "휴대폰", "이메일"),
            ("가나다", "1990-01-02", "010-0177-1111", "a@example.com")]  # fmt: skip
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows))
    fields = list(targets(plan).values())
    assert fields == ["name", "birthday", "phone.mobile", "email"]
    assert plan.outcome.count_of("added") == 1


def test_double_and_blank_headers_keep_both_columns(qtbot, program, tmp_path):
    header = ("이름", "전화번호", "전화번호", "")
    row = ("가나다", "02-555-0101", "010-0177-1111", "단골이심")
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", header, row))
    assert [r.shown.match.header for r in plan.columns.rows] == list(header)
    imported(qtbot, program, plan)
    assert phones(program, "가나다") == ["02-555-0101", "010-0177-1111"]


def test_a_short_row_is_filled_and_a_long_one_is_refused_with_its_line(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.csv", HEADER, ("가나다",), ROWS[1], (*ROWS[2], "x", "y"))
    plan = planned(qtbot, program, path)
    assert plan.outcome.count_of("added") == 2
    assert whys(plan, "problems") == {4: "More cells than columns"}


def test_an_open_quote_is_told_with_its_line(qtbot, program, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('이름,메모\n가나다,"열고\n안 닫음\n라마바,끝\n', encoding="utf-8")
    assert "a quotation mark opened on line 2 is never closed" in trouble(qtbot, program, path)


@pytest.mark.parametrize("end", ["\r", "\r\r\n", "\r\n"])
def test_any_line_end_is_read(qtbot, program, tmp_path, end):
    path = tmp_path / "a.csv"
    text = end.join(",".join(row) for row in (HEADER, *ROWS))
    path.write_bytes(text.encode())
    assert planned(qtbot, program, path).outcome.count_of("added") == 3


def test_line_breaks_nul_and_a_very_long_cell_are_read(qtbot, program, tmp_path):
    rows = [
        ("가나다", "010-0177-1111", "첫 줄\n둘째 줄"),
        ("라\0마바", "010-0177-2222", "긴" * 53_000),
    ]
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", (*HEADER, "메모"), *rows))
    assert plan.outcome.count_of("added") == 2


@pytest.mark.parametrize(
    ("codec", "shown"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("cp949", "CP949"), ("utf-8-sig", "UTF-8")],
)
def test_text_is_decoded_and_the_encoding_shown(qtbot, program, tmp_path, codec, shown):
    path = write_rows(tmp_path / "a.csv", HEADER, *ROWS, encoding=codec)
    plan = planned(qtbot, program, path)
    assert plan.strip.encoding.isVisible()
    assert plan.strip.encoding.currentText().startswith(shown)
    assert targets(plan)["이름"] == "name"


@pytest.mark.parametrize(
    ("codec", "name", "shown"), [("cp932", "山田花子", "cp932"), ("big5", "王小明", "cp950")]
)
def test_lists_of_the_neighbours_are_decoded(qtbot, program, tmp_path, codec, name, shown):
    header = ("氏名", "電話番号") if codec == "cp932" else ("姓名", "行動電話")
    rows = [(name, f"090-1234-567{n}", "東京都新宿区" if codec == "cp932" else "台北市信義區")
            for n in range(8)]  # fmt: skip
    path = write_rows(tmp_path / "a.csv", (*header, "住所"), *rows, encoding=codec)
    plan = planned(qtbot, program, path)
    assert plan.strip.encoding.currentData() == shown
    assert plan.prepared.table.rows[0][0] == name


def test_lost_zeros_are_put_back_and_lost_digits_are_told(qtbot, program, tmp_path):
    rows = [HEADER, ("가나다", 1012345678), ("라마바", "8.21012E+11")]
    plan = planned(qtbot, program, write_book(tmp_path / "a.xlsx", {"고객": rows}))
    assert whys(plan, "problems")[3].endswith("Digits lost in the spreadsheet, kept as it is")
    imported(qtbot, program, plan)
    assert phones(program, "가나다") == ["010-1234-5678"]
    assert phones(program, "라마바") == ["8.21012E+11"]


def test_the_order_of_dates_is_decided_once_for_the_column(qtbot, program, tmp_path):
    rows = [("이름", "생일"), ("가나다", "05/03/1990"), ("라마바", "25/12/1991")]
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows))
    assert not plan.columns.rows[1].order.isVisible()
    imported(qtbot, program, plan)
    assert values(program, "가나다")["birthday"] == "1990-03-05"


def test_dates_of_a_workbook_and_numbers_that_are_dates(qtbot, program, tmp_path):
    rows = [("이름", "생일"), ("가나다", datetime.date(1990, 3, 5)), ("라마바", 32937)]
    plan = planned(qtbot, program, write_book(tmp_path / "a.xlsx", {"고객": rows}))
    imported(qtbot, program, plan)
    assert values(program, "가나다")["birthday"] == "1990-03-05"
    assert values(program, "라마바")["birthday"] == "1990-03-05"


def test_dates_of_a_workbook_that_counts_from_1904(qtbot, program, tmp_path):
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    path = write_book(tmp_path / "a.xlsx", {"고객": [("이름", "생일")]})
    book = openpyxl.load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.active.append(("가나다", datetime.date(1990, 3, 5)))
    book.active.append(("라마바", 31475))
    book.save(path)
    imported(qtbot, program, planned(qtbot, program, path))
    assert values(program, "가나다")["birthday"] == "1990-03-05"
    assert values(program, "라마바")["birthday"] == "1990-03-05"


def test_a_title_of_honorifics_is_no_job(qtbot, program, tmp_path):
    rows = [("Name", "Title", "Phone"), ("Ada Byron", "Mrs", "010-0177-1111"),
            ("Alan Kay", "Mr", "010-0177-2222")]  # fmt: skip
    assert (
        targets(planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows)))["Title"] == "prefix"
    )


def test_an_opt_out_means_no_mail_and_is_never_loosened(qtbot, program, tmp_path):
    rows = [("이름", "이메일", "수신거부"), ("가나다", "a@example.com", "Y")]
    imported(qtbot, program, planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows)))
    assert values(program, "가나다")["consent_email"] == "denied"
    rows = [("이름", "이메일", "이메일 수신동의"), ("가나다", "a@example.com", "Y")]
    plan = dropped(program, write_rows(tmp_path / "b.csv", *rows))
    qtbot.waitUntil(lambda: plan.report is not None, timeout=WAIT)
    assert plan.outcome.count_of("updated") == 0
    assert not plan.import_button.isEnabled()
    assert "Consent is never loosened by an import" in whys(plan, "same")[2]
    assert values(program, "가나다")["consent_email"] == "denied"


def test_several_values_in_a_cell_are_several_phones(qtbot, program, tmp_path):
    rows = [("이름", "전화번호"), ("가나다", "010-0177-1111 ::: 02-555-0101")]
    imported(qtbot, program, planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows)))
    assert phones(program, "가나다") == ["010-0177-1111", "02-555-0101"]


def test_excels_own_password_is_not_asked_for(qtbot, program, tmp_path):
    path = write_book(tmp_path / "a.xlsx", {"고객": [HEADER, *ROWS]}, password="VelvetSweatshop")
    assert planned(qtbot, program, path).outcome.count_of("added") == 3


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return file.getvalue()


def entities():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/workbook.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]><a>&x;</a>'
        )
    return file.getvalue()


def cut(tmp_path):
    return write_book(tmp_path / "whole.xlsx", {"고객": [HEADER, *ROWS]}).read_bytes()[:2000]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda _path: bomb(), "unpacks to more than Dangol reads"),
        (lambda _path: entities(), "is damaged or cut off"),
        (cut, "is damaged or cut off"),
        (lambda _path: b"\x89PNG\r\n\x1a\n" + bytes(100), "is not a table"),
        (lambda _path: b"", "is empty"),
    ],
    ids=["bomb", "entities", "cut", "picture", "empty"],
)
def test_what_is_no_list_is_refused_with_a_sentence(qtbot, program, tmp_path, make, sentence):
    path = tmp_path / "a.xlsx"
    path.write_bytes(make(tmp_path))
    assert sentence in trouble(qtbot, program, path)


def test_text_that_is_called_a_workbook_is_read(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.xls", HEADER, *ROWS, delimiter="\t")
    assert planned(qtbot, program, path).outcome.count_of("added") == 3


def test_the_first_visible_sheet_is_read_and_the_others_are_offered(qtbot, program, tmp_path):
    import openpyxl

    path = write_book(
        tmp_path / "a.xlsx",
        {"숨김": [HEADER, ROWS[0]], "고객": [HEADER, *ROWS], "옛날": [HEADER, ROWS[1]]},
    )
    book = openpyxl.load_workbook(path)
    book["숨김"].sheet_state = "hidden"
    book.save(path)
    plan = planned(qtbot, program, path)
    sheet = plan.strip.sheet
    assert sheet.isVisible()
    assert [sheet.itemText(n) for n in range(sheet.count())] == ["고객", "옛날"]
    assert plan.outcome.count_of("added") == 3


def test_a_sheet_that_is_a_chart_is_passed_by(qtbot, program, tmp_path):
    import openpyxl

    path = write_book(tmp_path / "a.xlsx", {"고객": [HEADER, *ROWS], "옛날": [HEADER, ROWS[1]]})
    book = openpyxl.load_workbook(path)
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(book["고객"], min_col=2, min_row=1, max_row=4))
    book.create_chartsheet("그림", 0).add_chart(chart)
    book.active = 0
    book.save(path)
    plan = planned(qtbot, program, path)
    sheet = plan.strip.sheet
    assert [sheet.itemText(n) for n in range(sheet.count())] == ["고객", "옛날"]
    assert sheet.currentText() == "고객"
    assert plan.outcome.count_of("added") == 3


def test_an_order_over_several_rows_is_one_customer(qtbot, program, tmp_path):
    rows = [
        ("주문번호", "주문자명", "주문자연락처", "상품명", "수량"),
        ("20240501-1", "가나다", "010-0177-1111", "장미", "1"),
        ("20240501-1", "가나다", "010-0177-1111", "수국", "2"),
        ("20240501-2", "라마바", "010-0177-2222", "장미", "1"),
    ]
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows))
    before = program.core.contacts.count()
    imported(qtbot, program, plan)
    assert program.core.contacts.count() == before + 2
    assert phones(program, "가나다") == ["010-0177-1111"]


def test_names_that_look_like_formulas_are_plain_text(qtbot, program, tmp_path):
    rows = [HEADER, ('=HYPERLINK("x")', "010-0177-1111"), ("@instagram", "010-0177-2222")]
    imported(qtbot, program, planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows)))
    assert program.core.contacts.find("@instagram").contacts[0].name == "@instagram"
    assert program.core.contacts.find("HYPERLINK").contacts[0].name == '=HYPERLINK("x")'


def test_far_too_many_columns_are_refused_at_once(qtbot, program, tmp_path):
    path = write_rows(
        tmp_path / "a.csv", ["이름", *(f"c{n}" for n in range(20_000))], ["가"] * 20_001
    )
    assert "has 20,001 columns" in trouble(qtbot, program, path)
