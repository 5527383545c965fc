"""What a person settles before an import: cells, values, doubtful rows; and counts that follow."""

import csv
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import FileError, FileProblem
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from db.staging import PREFIX, sweep
from ui.sample_files import write_workbook

HEADER = ("이름", "휴대폰", "등급")


@pytest.fixture
def file(tmp_path):
    def write(*rows, header=HEADER):
        path = tmp_path / "list.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([header, *rows])
        return path

    return write


def plan(core, path, **options):
    prepared = core.imports.prepare(ImportRequest(path=path, **options), Ticket())
    return prepared, core.imports.forecast(prepared, Ticket())


def outcomes(report):
    return {row.line: row.outcome for row in report.rows}


def test_a_forecast_counts_what_the_rehearsal_finds(core, file):
    core.contacts.add(ContactForm("김민지", phone="010-0142-3377"))
    path = file(
        ("김민지", "010-0142-3377", "단골"),
        ("박서준", "010-0142-3377", ""),
        ("이하은", "010-0103-3392", ""),
        ("", "", "VIP"),
    )
    prepared, forecast = plan(core, path)
    rehearsal = core.imports.rehearse(prepared, Ticket())
    assert outcomes(forecast) == {2: "updated", 3: "failed", 4: "added", 5: "failed"}
    assert outcomes(rehearsal) == outcomes(forecast)
    assert [(c.line, c.name) for c in forecast.candidates] == [(3, "김민지")]
    assert core.contacts.count() == 1


def test_a_mended_cell_is_imported_as_mended_and_the_file_stays(core, file):
    path = file(("김민지", "010-12", ""))
    before = path.read_bytes()
    prepared, report = plan(core, path, edits={(2, 1): "010-0142-3377"})
    assert not report.problems
    core.imports.run(prepared, Ticket())
    assert core.contacts.find("01001423377").contacts[0].name == "김민지"
    assert path.read_bytes() == before


def test_values_mean_what_was_said_unless_the_cell_was_mended(core, file):
    path = file(("가나", "010-0100-0001", "A"), ("다라", "010-0100-0002", "A"))
    options = {"values": {2: {"A": "단골"}}, "edits": {(3, 2): "VIP"}, "tag": "엑셀"}
    prepared, _report = plan(core, path, **options)
    core.imports.run(prepared, Ticket())
    assert dict(core.contacts.tags()) == {"단골": 1, "VIP": 1, "엑셀": 2}


@pytest.mark.parametrize(
    ("rule", "outcome"),
    [("ask", "failed"), ("add", "added"), ("update", "updated"), ("skip", "skipped")],
)
def test_a_rule_settles_doubtful_rows(core, file, rule, outcome):
    core.contacts.add(ContactForm("김민지", phone="010-0142-3377"))
    path = file(("박서준", "010-0142-3377", "단골"))
    prepared, report = plan(core, path, look_alikes=rule)
    assert outcomes(report) == {2: outcome}
    assert outcomes(core.imports.rehearse(prepared, Ticket())) == {2: outcome}


def test_single_decisions_go_before_the_rule(core, file):
    known = core.contacts.add(ContactForm("김민지", phone="010-0142-3377"))
    path = file(*[(name, "010-0142-3377", "단골") for name in ("박가", "이나", "최다")])
    decisions = {2: known, 3: "add", 4: "skip"}
    prepared, _forecast = plan(core, path, decisions=decisions)
    report = core.imports.run(prepared, Ticket())
    assert (report.updated, report.added, report.skipped) == (1, 1, 1)
    assert core.contacts.detail(known).tags == ("단골",)
    assert core.contacts.count() == 2


def test_a_decision_does_not_let_a_row_in_that_names_nobody(core, file):
    path = file(("", "", "단골"), ("김민지", "010-0142-3377", ""))
    _prepared, report = plan(core, path, decisions={2: "add"})
    assert outcomes(report) == {2: "failed", 3: "added"}


def test_another_request_is_planned_without_reading_the_file_again(core, file):
    path = file(("김민지", "010-0142-3377", "단골"))
    prepared, _report = plan(core, path)
    path.unlink()
    again = core.imports.again(prepared, replace(prepared.request, mode="add"), Ticket())
    assert core.imports.forecast(again, Ticket()).added == 1


SPREAD = ("이름", "휴대폰", "이메일", "생일", "시도", "도로", "상세", "우편번호", "비고")
PEOPLE = [
    ("김민지", "010-0142-3377", "", "1990-05-12", "서울", "테헤란로 1", "101호", "06236", "단골"),
    ("김민지", "010-0142-3377", "a@example.com", "", "서울", "테헤란로 1", "", "", "둘째 줄"),
    ("박서준", "", "a@example.com", "1985-01-02", "", "", "", "48094", ""),
    ("박서준", "010-0100-0001", "", "1985-01-02", "부산", "해운대로 7", "", "48094", "같은 생일"),
    ("이하은", "010-0100-0002", "b@example.com", "", "", "", "", "", ""),
    ("이하은", "010-0100-0003", "b@example.com", "2000-12-31", "대구", "중앙로 3", "2층", "", "x"),
]
MEANINGS = {
    "이메일": ("email", "note", "ignore"), "생일": ("birthday", "ignore"),
    "시도": ("address.region", "address.city", "ignore"),
    "도로": ("address.street", "address.full", "note"),
    "상세": ("address.detail", "address.street", "nickname", "ignore"),
    "우편번호": ("address.postcode", "number", "ignore"), "비고": ("note", "tag", "ignore"),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_counts_after_any_change_of_columns_are_those_of_a_plan_made_anew(core, file, seed):
    draw = random.Random(seed)
    path = file(*PEOPLE, header=SPREAD)
    told = {header: targets[0] for header, targets in MEANINGS.items()}
    prepared, _report = plan(core, path, told=told)
    if seed % 2:  # then a row is the same or brings something new, else they are one another's
        core.imports.run(prepared, Ticket())
    found = set()
    for _change in range(16):
        header = draw.choice(list(MEANINGS))
        told = {**told, header: draw.choice(MEANINGS[header])}
        request = replace(prepared.request, told=told, mode=draw.choice(("add", "both", "both")))
        prepared = core.imports.again(prepared, request, Ticket())
        counted = core.imports.forecast(prepared, Ticket())
        _prepared, anew = plan(core, path, told=told, mode=request.mode)
        assert counted == anew
        found.add((request.mode, counted.added, counted.updated, counted.same))
    assert len(found) > 1


def test_a_preview_tells_before_and_after(core, file):
    known = core.contacts.add(ContactForm("김민지", phone="010-0142-3377"))
    core.contacts.edit(known, "company", "꽃집")
    path = file(
        ("김민지", "010-0142-3377", "화원"), header=("이름", "휴대폰", "회사")
    )  # fmt: skip
    prepared, _report = plan(core, path, overwrite=("company",))
    preview = core.imports.preview(prepared, 2, Ticket())
    assert (preview.name, preview.outcome) == ("김민지", "updated")
    assert [(f.field, f.before, f.after) for f in preview.fields] == [("company", "꽃집", "화원")]
    assert core.contacts.detail(known).values["company"] == "꽃집"


def test_a_row_that_is_not_brought_in_shows_what_was_read_of_it(core, file):
    core.contacts.add(ContactForm("김민지", phone="010-0142-3377"))
    path = file(("김민지", "010-0142-3377", "화원"), header=("이름", "휴대폰", "회사"))  # fmt: skip
    prepared, _report = plan(core, path, decisions={2: "skip"})
    preview = core.imports.preview(prepared, 2, Ticket())
    assert (preview.name, preview.outcome) == ("김민지", "skipped")
    assert [(f.field, f.after) for f in preview.fields] == [("phone", "010-0142-3377")]


def test_what_was_mended_in_a_column_that_is_gone_is_passed_over(core, file):
    path = file(("김민지", "010-0142-3377"), header=("이름", "휴대폰"))
    prepared, _report = plan(core, path, edits={(2, 0): "이하은", (2, 9): "x", (99, 0): "y"})
    assert prepared.table.rows == [["이하은", "010-0142-3377"]]


def test_a_file_without_a_name_a_phone_or_an_email_is_refused(core, file):
    path = file(("가", "나"), header=("메모", "비고"))
    prepared = core.imports.prepare(ImportRequest(path=path), Ticket())
    for work in (core.imports.rehearse, core.imports.run, core.imports.forecast):
        with pytest.raises(FileError) as refused:
            work(prepared, Ticket())
        assert refused.value.problem is FileProblem.NO_NAME_OR_PHONE


def test_a_sheet_of_a_csv_and_an_encoding_of_a_workbook_are_refused(core, file, tmp_path):
    with pytest.raises(FileError) as refused:
        plan(core, file(("김민지", "", "")), sheet="고객")
    assert refused.value.problem is FileProblem.NO_SHEETS
    write_workbook(tmp_path / "a.xlsx", 3)
    with pytest.raises(FileError) as refused:
        plan(core, tmp_path / "a.xlsx", encoding="cp949")
    assert refused.value.problem is FileProblem.NO_ENCODING


def test_imports_are_listed_with_their_rows(core, file):
    path = file(("김민지", "010-0142-3377", "단골"), ("", "", "VIP"))
    prepared, _report = plan(core, path)
    report = core.imports.run(prepared, Ticket())
    (batch,) = core.imports.batches()
    assert (batch.file, batch.added, batch.failed, batch.undone) == ("list.csv", 1, 1, False)
    assert [column.target for column in batch.columns] == ["name", "phone.mobile", "tag"]
    rows = core.imports.batch_rows(batch.id)
    assert [(row.line, row.outcome, row.name) for row in rows] == [
        (2, "added", "김민지"), (3, "failed", ""),
    ]  # fmt: skip
    assert rows[1].cells == ("", "", "VIP")
    core.history.undo(report.change_set)
    assert core.imports.batches()[0].undone


def test_what_a_killed_program_left_in_the_temporary_folder_is_swept(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"],
                           capture_output=True, text=True, check=True)  # fmt: skip
    left = tmp_path / f"{PREFIX}{int(ended.stdout)}-abc"
    running = tmp_path / f"{PREFIX}{os.getpid()}-abc"
    foreign = tmp_path / "dangol-notes"
    for folder in (left, running, foreign):
        folder.mkdir()
        (folder / "stage.db").touch()
    assert sweep() == [left]
    assert sorted(Path(tmp_path).iterdir()) == sorted([running, foreign])
