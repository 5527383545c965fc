"""Lists that are cut, swapped or taken away while they are read, or that nobody should read."""

import os
import time

import pytest

from app.bootstrap import open_core
from app.errors import FileError, FileProblem
from app.jobs import CancelledError, Ticket
from app.shapes.imports import ImportRequest
from tests.app.exchange.book_bytes import MAIN, raw_xlsx, zipped
from tests.dumps import logical_dump
from tests.faults.shops import guests, ledger, works
from tests.files import bring_in, counts, everybody, outcome, write_csv, write_xlsx


class At(Ticket):
    """Does something at the n-th sign of life, or stops there."""

    def __init__(self, number, do=None):
        super().__init__()
        self.left = number
        self.do = do or self.cancel

    def check(self):
        self.left -= 1
        if self.left == 0:
            self.do()
        super().check()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("what", ["deleted", "replaced", "cut"])
def test_a_file_that_changes_while_it_is_read_is_refused(core, tmp_path, shop, kind, what):
    path = tmp_path / f"손님.{kind}"
    rows = guests(40_000 if kind == "csv" else 50)
    if kind == "csv":
        write_csv(path, rows)
    else:
        write_xlsx(path, {"표": rows})
    before = logical_dump(shop), ledger(shop)

    def harm():
        if what == "deleted":
            path.unlink()
        elif what == "replaced":
            path.rename(path.with_suffix(".old"))
            path.write_bytes(path.with_suffix(".old").read_bytes()[::-1])
        else:
            os.truncate(path, path.stat().st_size // 2)

    with pytest.raises(FileError) as caught:
        core.imports.prepare(ImportRequest(path=path), At(1, harm))
    assert caught.value.problem in (FileProblem.VANISHED, FileProblem.DAMAGED)
    assert (logical_dump(shop), ledger(shop)) == before
    works(core)


def test_a_file_deleted_once_it_is_read_is_imported_all_the_same(core, book):
    prepared = core.imports.prepare(ImportRequest(path=book), Ticket())
    book.unlink()
    assert outcome(core.imports.run(prepared, Ticket())) == {"added": 1200}


def test_stopping_at_any_moment_saves_nothing_and_leaves_no_file(core, book, shop, scratch):
    before = logical_dump(shop), ledger(shop)
    stopped = 0
    for number in range(1, 100):
        try:
            prepared = core.imports.prepare(ImportRequest(path=book), ticket := At(number))
            core.imports.run(prepared, ticket)
        except CancelledError:
            stopped += 1
            assert (logical_dump(shop), ledger(shop)) == before
            assert list(scratch.iterdir()) == []
            continue
        break
    assert stopped >= 8  # reading, parsing, and between each two steps of the import
    assert core.contacts.count() == 1200
    assert core.care.check() == []


def test_stopping_a_rehearsal_leaves_no_file(core, book, scratch):
    prepared = core.imports.prepare(ImportRequest(path=book), Ticket())
    with pytest.raises(CancelledError):
        core.imports.rehearse(prepared, At(6))
    assert list(scratch.iterdir()) == []
    works(core)


def test_a_full_sheet_of_one_column_is_read_and_most_of_it_imported(core, tmp_path):
    path = write_csv(tmp_path / "백만.csv", [("이름",), *((f"손님{i}",) for i in range(1_048_575))])
    prepared = core.imports.prepare(ImportRequest(path=path), Ticket())
    assert len(prepared.table.rows) == 1_048_575
    less = write_csv(tmp_path / "십만.csv", [("이름",), *((f"손님{i}",) for i in range(100_000))])
    assert outcome(bring_in(core, less)) == {"added": 100_000}


def test_one_person_on_thousands_of_rows_is_one_contact(core, tmp_path):
    rows = [("이름", "휴대폰"), *[("김민지", "010-0142-3377")] * 1000]
    assert outcome(bring_in(core, write_csv(tmp_path / "a.csv", rows))) == {"added": 1, "same": 999}


def test_three_hundred_columns_keep_everything(core, tmp_path):
    header = ["이름", *(f"열{i}" for i in range(299))]
    path = write_csv(tmp_path / "넓은.csv", [header, ["김민지", *(f"값{i}" for i in range(299))]])
    assert outcome(bring_in(core, path)) == {"added": 1}
    (note,) = everybody(core)[0].notes
    assert all(f"열{i}: 값{i}" in note.body for i in range(299))


def test_a_cell_of_a_megabyte_is_kept_whole_and_found(core, tmp_path):
    text = "가나다라마바사 " * 130_000
    path = write_csv(tmp_path / "긴.csv", [("이름", "메모"), ("김민지", text + "끝말잇기")])
    assert outcome(bring_in(core, path)) == {"added": 1}
    (note,) = everybody(core)[0].notes
    assert note.body == text + "끝말잇기"
    assert [c.name for c in core.contacts.find("끝말잇기").contacts] == ["김민지"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.EMPTY),
        ("﻿".encode(), FileProblem.EMPTY),
        ("이름,휴대폰\r\n".encode(), FileProblem.NO_ROWS),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, FileProblem.NOT_A_TABLE),
        (b"%PDF-1.7\n" + bytes(range(256)), FileProblem.NOT_A_TABLE),
        (b"PK\x03\x04" + bytes(60), FileProblem.DAMAGED),
        ('이름,휴대폰\n김민지,"010\n'.encode() * 3, FileProblem.UNCLOSED_QUOTE),
    ],
)
def test_what_is_no_list_is_refused_and_nothing_changes(core, tmp_path, shop, content, problem):
    before = logical_dump(shop)
    path = tmp_path / "바탕 화면 고객 명단.csv"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        bring_in(core, path)
    assert caught.value.problem == problem
    assert logical_dump(shop) == before


def test_a_missing_file_and_a_folder_are_refused(core, tmp_path):
    for path, problem in (
        (tmp_path / "없는 파일.xlsx", FileProblem.NOT_FOUND),
        (tmp_path, FileProblem.NOT_A_TABLE),
    ):
        with pytest.raises(FileError) as caught:
            bring_in(core, path)
        assert caught.value.problem == problem


def test_a_zip_bomb_is_refused_at_once(core, tmp_path):
    path = tmp_path / "폭탄.xlsx"
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>' + "<row/>" * 20_000_000
    path.write_bytes(raw_xlsx("", sheet=sheet))
    assert path.stat().st_size < 2_000_000
    begun = time.monotonic()
    with pytest.raises(FileError) as caught:
        bring_in(core, path)
    assert caught.value.problem == FileProblem.TOO_LARGE
    assert time.monotonic() - begun < 5
    path.write_bytes(zipped({"글.txt": "no workbook"}))
    with pytest.raises(FileError):
        bring_in(core, path)


def test_a_shop_made_on_a_path_with_spaces_and_hangul_works(tmp_path, template):
    folder = tmp_path / "내 문서" / "봄날 꽃집 (본점)"
    folder.mkdir(parents=True)
    path = folder / "우리 가게 #1 100%.db"
    path.write_bytes(template.read_bytes())
    core = open_core(path)
    works(core)
    assert core.care.back_up().exists()
    report = bring_in(core, write_csv(folder / "손님 목록 ?.csv".replace("?", "é"), guests(5)))
    assert counts(report)["added"] == 5
    core.close()
