"""Reports as workbooks and as text: the figures of the screen, and never a formula of a name."""

import csv
import gc
import io
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.errors import FileError, FileProblem
from app.exchange.report_csv import KOREAN, write_report_csv
from app.exchange.report_xlsx import write_report_xlsx
from app.jobs import CancelledError, Ticket
from tests.app.report_samples import all_kinds, report, rfm, sources

CHARTED = {"revenue_goal", "sources", "funnel", "new_and_returning", "staff_sales",
           "share_curve", "top_customers"}  # fmt: skip


def write(path, reports, language="en", **more):
    write_report_xlsx(
        path, reports, language=language, shop="봄날 꽃집", title="Reports", made_on="2026-05-12",
        **more,
    )  # fmt: skip
    return load_workbook(path), load_workbook(path, data_only=True)


def test_a_workbook_has_a_summary_and_a_sheet_for_each_report(tmp_path):
    reports = all_kinds()
    formulas, values = write(tmp_path / "r.xlsx", reports, lines=["What went well"])
    front = [cell for row in values.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert {"Reports", "봄날 꽃집", "Apr 13, 2026 to May 12, 2026", "Made on May 12, 2026",
            "What went well"} <= {*front}  # fmt: skip
    assert len(values.worksheets) == len(reports) + 1
    assert values.sheetnames[2] == "Where customers come from all o"
    for sheet, shown, one in zip(
        formulas.worksheets[1:], values.worksheets[1:], reports, strict=True
    ):
        assert [shown.cell(row, 1).value for row in (1, 2, 3)] == [one.title, one.says, one.about]
        assert len(sheet._charts) == (one.key in CHARTED), one.key
        kinds = [column.kind for column in one.columns]
        for place, row in enumerate(one.rows):
            cells = [cell.value for cell in shown[6 + place]][: len(kinds)]
            wanted = [
                datetime.fromisoformat(value) if kind == "date" else value
                for value, kind in zip(row.values, kinds, strict=True)
            ]
            assert cells == [pytest.approx(w) if isinstance(w, float) else w for w in wanted]
        if one.total is not None:
            below = 6 + len(one.rows)
            for place, told in enumerate(one.total, start=1):
                assert shown.cell(below, place).value == told
                if isinstance(told, int):
                    assert str(sheet.cell(below, place).value).startswith("=SUM("), one.key
    assert formulas["Who buys how"].conditional_formatting
    (funnel,) = formulas["Pipeline"]._charts
    assert funnel.x_axis.scaling.orientation == "maxMin"  # the first one on top
    assert funnel.series[0].val.numRef.f == "Pipeline!$B$6:$B$8"
    assert "=CMD|calc" in [cell.value for cell in formulas.worksheets[2]["A"]]
    assert all(cell.data_type == "s" for cell in formulas.worksheets[2]["A"] if cell.value)


def test_money_shares_and_days_are_written_as_such(tmp_path):
    formulas, values = write(tmp_path / "r.xlsx", [sources("USD"), rfm()], "ko")
    sheet, shown = formulas.worksheets[1], values.worksheets[1]
    assert (shown["C6"].value, shown["C9"].value) == (41_000.50, 60_500.50)
    assert (sheet["C6"].number_format, sheet["D6"].number_format) == (
        '"$"#,##0.00;[Red]-"$"#,##0.00',
        "0.0%",
    )
    months = report("m", "M", (("m", "Month", "date"),), [("2026-04",), ("1200-01",)],
                    sources().chart.__class__("table"))  # fmt: skip
    sheet = write(tmp_path / "m.xlsx", [months])[0].worksheets[1]
    assert (sheet["A6"].value, sheet["A6"].number_format) == (datetime(2026, 4, 1), "yyyy-mm")
    assert sheet["A7"].value == "1200-01-01"  # Excel knows no such day
    assert values.sheetnames == ["요약", "Where customers come from all o", "Who buys how"]
    assert "3 sales in other currencies are not in these sums" in [c.value for c in shown["A"]]


def test_sheets_of_one_name_are_told_apart_and_sums_that_say_nothing_are_no_formula(tmp_path):
    columns = (("who", "Who", "text"), ("customers", "Customers", "count"))
    chart = sources().chart.__class__("table")
    same = [report("own:1", "History", columns, [("a", 2), ("b", 2)], chart, total=("", 3))] * 3
    formulas, values = write(tmp_path / "r.xlsx", same)
    assert values.sheetnames[1:] == ["History 2", "History 3", "History 4"]
    assert formulas.worksheets[1]["B8"].value == 3  # one of them is in both rows


def test_text_reads_back_and_says_no_formula(tmp_path):
    path = tmp_path / "r.csv"
    write_report_csv(path, [sources("USD")])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows == [
        ["Source", "Customers", "Money", "Share"],
        ["'=CMD|calc", "12", "41000.50", "0.5"],
        ["소개", "7", "20000.00", "0.25"],
        ["Walk-in", "3", "-500.00", ""],
        ["합계", "22", "60500.50", ""],
    ]
    write_report_csv(path, all_kinds()[:2], encoding=KOREAN)
    text = path.read_bytes().decode("cp949")
    assert "Sales and goal" in text
    assert "2026-04-13,700000,650000" in text
    assert "\n'=CMD" in text


def test_what_cannot_be_written_leaves_the_file_that_was_there(tmp_path):
    with pytest.raises(FileError) as refused:
        write(tmp_path / "no" / "r.xlsx", [rfm()])
    assert refused.value.problem is FileProblem.NOT_WRITABLE
    with pytest.raises(FileError):
        write_report_csv(tmp_path / "no" / "r.csv", [rfm()])
    path, ticket = tmp_path / "r.xlsx", Ticket()
    path.write_text("before")
    ticket.cancel()
    with pytest.raises(CancelledError):
        write(path, [rfm()], ticket=ticket)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ["r.csv", "r.xlsx"])
def test_a_full_disk_is_told_as_such(tmp_path, name):
    path = tmp_path / name
    path.with_name(f".r.partial{path.suffix}").symlink_to("/dev/full")
    with pytest.raises(FileError) as refused:
        write_report_csv(path, [sources()]) if name == "r.csv" else write(path, [rfm()])
    assert refused.value.problem is FileProblem.DISK_FULL
    del refused
    gc.collect()  # zipfile tries once more to write its end when it goes
