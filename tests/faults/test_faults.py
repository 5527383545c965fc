"""Locked, cut, full, killed, damaged: the shop is whole afterwards and says what happened."""

import gc
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import event

from app.bootstrap import open_core
from app.errors import FileError, FileProblem, StorageFailedError
from app.jobs import CancelledError, Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from tests.app.exchange.book_bytes import MAIN, raw_xlsx, zipped
from tests.dumps import logical_dump
from tests.files import bring_in, counts, everybody, export, outcome, write_csv, write_xlsx

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
on_posix = pytest.mark.skipif(os.name != "posix", reason="needs signals and users of POSIX")


@pytest.fixture(autouse=True)
def scratch(tmp_path_factory, monkeypatch):
    """The folder for temporary files, which must be empty when all is done."""
    folder = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def guests(count, note=""):
    return [
        ("이름", "휴대폰", "메모"),
        *((f"손님{i}", f"010-{i // 10000:04}-{i % 10000:04}", note) for i in range(count)),
    ]


@pytest.fixture
def book(tmp_path):
    return write_csv(tmp_path / "손님.csv", guests(1200, "창가 자리를 좋아함"))


def ledger(path):
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT count(*), max(id) FROM {table}").fetchone()
            for table in ("change_set", "change", "import_batch", "import_row")
        ]


def works(core):
    contact = core.contacts.add(ContactForm(name="뒤에 온 손님", phone="010-0142-3377"))
    assert core.contacts.detail(contact).name == "뒤에 온 손님"
    assert core.care.check() == []


# The file, while it is being read


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


# The disk


def fill_the_disk(core, pages):
    """Let the file grow by so many pages from now on; call what comes back to make room."""
    limits = [0]

    def limit(connection, _record=None):
        now = connection.execute("PRAGMA page_count").fetchone()[0]
        limits[0] = limits[0] or now + pages
        connection.execute(f"PRAGMA max_page_count = {limits[0]}")

    core.database.close()
    event.listen(core.database._engine, "connect", limit)

    def make_room():
        core.database.close()
        event.remove(core.database._engine, "connect", limit)

    return make_room


@pytest.mark.parametrize("pages", [0, 3, 20, 60])
def test_a_disk_that_fills_up_while_importing_loses_nothing(core, book, shop, pages, scratch):
    core.contacts.add(ContactForm(name="처음부터 있던 손님"))
    before = logical_dump(shop), ledger(shop)
    make_room = fill_the_disk(core, pages)
    with pytest.raises(StorageFailedError) as caught:
        bring_in(core, book)
    assert caught.value.reason == "full"
    assert list(scratch.iterdir()) == []
    make_room()
    assert (logical_dump(shop), ledger(shop)) == before
    assert core.care.check() == []
    assert outcome(bring_in(core, book)) == {"added": 1200}
    works(core)


def test_a_disk_that_fills_up_while_editing_loses_nothing(core, shop):
    contact = core.contacts.add(ContactForm(name="김민지"))
    before = logical_dump(shop)
    make_room = fill_the_disk(core, 0)
    with pytest.raises(StorageFailedError) as caught:
        core.contacts.add_note(contact, "긴 메모 " * 20_000)
    assert caught.value.reason == "full"
    assert logical_dump(shop) == before
    make_room()
    core.contacts.add_note(contact, "긴 메모 " * 20_000)
    works(core)


def test_a_disk_that_fills_up_while_undoing_loses_nothing(core, book, shop):
    report = bring_in(core, book)
    before = logical_dump(shop), ledger(shop)
    make_room = fill_the_disk(core, 0)
    with pytest.raises(StorageFailedError) as caught:
        core.history.undo(report.change_set)
    assert caught.value.reason == "full"
    make_room()
    assert (logical_dump(shop), ledger(shop)) == before
    core.history.undo(report.change_set)
    assert core.contacts.count() == 0
    works(core)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_an_export_to_a_full_disk_leaves_the_file_that_was_there(core, book, tmp_path, name):
    bring_in(core, book)
    path = tmp_path / name
    path.write_text("old", encoding="utf-8")
    (tmp_path / f".out.partial{path.suffix}").symlink_to("/dev/full")
    with pytest.raises(FileError) as caught:
        export(core, path)
    assert caught.value.problem == FileProblem.DISK_FULL
    assert path.read_text(encoding="utf-8") == "old"
    del caught
    gc.collect()  # zipfile tries once more to write its end when it goes


def test_no_room_for_temporary_files_is_said_plainly(core, book, monkeypatch, tmp_path, shop):
    before = logical_dump(shop)
    prepared = core.imports.prepare(ImportRequest(path=book), Ticket())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(StorageFailedError) as caught:
        core.imports.run(prepared, Ticket())
    assert caught.value.reason == "io"
    assert logical_dump(shop) == before


CLOSED = """
import json, os, sys
from pathlib import Path
import sqlite_utils
from app.bootstrap import open_core
from app.errors import FileError, StorageFailedError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.words import LANGUAGES, reason_words
closed, shop = Path(sys.argv[1]), Path(sys.argv[2])
core = open_core(shop)
for name in ("a.csv", "a.xlsx"):  # loads what may be out of reach later
    core.exports.people(shop.with_name(name), exact=False, ticket=Ticket())
book = ImportRequest(path=closed / "list.csv")
core.imports.rehearse(core.imports.prepare(book, Ticket()), Ticket())
for language in LANGUAGES:
    reason_words("no_name_or_phone", language)
if os.geteuid() == 0:  # no permission stops root
    os.setgid(65534)
    os.setuid(65534)
said = {}
for suffix in ("csv", "xlsx"):
    try:
        core.exports.people(closed / f"out.{suffix}", exact=False, ticket=Ticket())
    except FileError as error:
        said[suffix] = error.problem
report = core.imports.run(core.imports.prepare(book, Ticket()), Ticket())
said["import"] = [report.added, report.failed, report.failed_file]
try:
    closed_core = open_core(closed / "shop.db")
    closed_core.contacts.add(ContactForm(name="a"))
except StorageFailedError as error:
    said["shop"] = error.reason
print(json.dumps(said))
"""


@on_posix
def test_a_read_only_folder_is_refused_with_a_sentence(core, shop):
    core.close()
    with tempfile.TemporaryDirectory(dir="/tmp") as place:
        closed, open_to_all = Path(place) / "closed", Path(place) / "open"
        closed.mkdir()
        open_to_all.mkdir()
        for path in (closed / "shop.db", open_to_all / "shop.db"):
            path.write_bytes(shop.read_bytes())
            path.chmod(0o444 if path.parent == closed else 0o666)
        write_csv(closed / "list.csv", [("이름", "메모"), ("김민지", ""), ("", "이름 없음")])
        for path, mode in ((place, 0o755), (open_to_all, 0o777), (closed, 0o555)):
            Path(path).chmod(mode)
        done = subprocess.run(
            [sys.executable, "-B", "-c", CLOSED, str(closed), str(open_to_all / "shop.db")],
            capture_output=True, check=False, text=True, cwd=place,
            env={**ENVIRONMENT, "DANGOL_HOME": str(open_to_all), "TMPDIR": str(open_to_all)},
        )  # fmt: skip
        closed.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "csv": "not_writable", "xlsx": "not_writable", "import": [1, 1, None],
        "shop": "read_only",
    }  # fmt: skip


# Others at the same file


def test_a_shop_somebody_else_is_writing_to_says_busy_and_goes_on_afterwards(core, shop):
    contact = core.contacts.add(ContactForm(name="김민지"))
    before = logical_dump(shop)
    holder = subprocess.Popen(
        [sys.executable, "-c", (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
        ), str(shop)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip

    def hurry(connection, _record):
        connection.execute("PRAGMA busy_timeout = 50")

    core.database.close()
    event.listen(core.database._engine, "connect", hurry)
    with holder:
        assert holder.stdout.readline() == "held\n"
        assert core.contacts.detail(contact).name == "김민지"  # reading goes on
        with pytest.raises(StorageFailedError) as caught:
            core.contacts.edit(contact, "name", "박철수")
        assert caught.value.reason == "busy"
        assert logical_dump(shop) == before
        holder.stdin.close()
        holder.wait()
    core.contacts.edit(contact, "name", "박철수")
    works(core)


def python(script, *words):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, words)],
        env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


ADDS = """
import sys
from pathlib import Path
from app.bootstrap import open_core
from app.shapes.contacts import ContactForm
core = open_core(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    core.contacts.add(ContactForm(name=f"{sys.argv[2]}{number}", phone=f"010-0142-{number:04}"))
core.close()
"""


def test_two_programs_may_add_contacts_at_once(core, shop):
    core.close()
    desks = [python(ADDS, shop, name) for name in ("가", "나")]
    for desk in desks:
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    for desk in desks:
        desk.communicate()
        assert desk.returncode == 0
    again = open_core(shop)
    names = [person.name for person in everybody(again)]
    assert sorted(names) == sorted(f"{desk}{n}" for desk in "가나" for n in range(40))
    assert again.care.check() == []
    assert len(again.history.entries(limit=200)) == 80
    again.close()


# Killed, and damaged


IMPORTS = """
import os, sys
from pathlib import Path
from app.bootstrap import open_core
from app.jobs import Ticket
from app.shapes.imports import ImportRequest
import sqlite_utils
book = Path(sys.argv[1])

def run(shop):
    core = open_core(Path(shop))
    prepared = core.imports.prepare(ImportRequest(path=book), Ticket())
    print(os.getpid(), flush=True)
    core.imports.run(prepared, Ticket())
    core.close()

for line in sys.stdin:  # every import in a process of its own, which needs nothing loaded
    child = os.fork()
    if not child:
        run(line.strip())
        os._exit(0)
    print(os.waitpid(child, 0)[1], flush=True)
"""
KILLS = 20


@on_posix
def test_a_kill_at_any_moment_of_an_import_leaves_all_or_nothing(
    core, book, template, tmp_path, tmp_path_factory
):
    core.close()
    moments = random.Random(42)
    env = {**ENVIRONMENT, "TMPDIR": str(tmp_path_factory.mktemp("orphans"))}
    span, results = 0.0, set()
    with subprocess.Popen(
        [sys.executable, "-c", IMPORTS, str(book)], env=env, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
    ) as importer:  # fmt: skip
        for number in range(KILLS + 1):
            path = tmp_path / f"{number}.db"
            path.write_bytes(template.read_bytes())
            importer.stdin.write(f"{path}\n")
            importer.stdin.flush()
            process = int(importer.stdout.readline())
            begun = time.monotonic()
            if number:  # the first one tells how long it takes here and now
                moment = begun + moments.uniform(0, 1.2) * span
                while time.monotonic() < moment:
                    pass
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            status = int(importer.stdout.readline())
            span = span or time.monotonic() - begun
            assert status in (0, signal.SIGKILL)
            with closing(sqlite3.connect(path)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            survivor = open_core(path)
            assert survivor.care.check() == []
            count = survivor.contacts.count()
            assert len(survivor.history.entries()) == (1 if count else 0)
            assert status or count == 1200
            results.add(count)
            survivor.close()
        importer.stdin.close()
    assert results <= {0, 1200}
    assert 1200 in results


@pytest.mark.parametrize(
    ("first", "error"), [(0, "not_dangol"), (4096, "damaged")]
)  # page 1 tells what the file is
def test_a_damaged_shop_is_refused_and_the_newest_good_backup_offered(
    core, book, shop, first, error
):
    from click.testing import CliRunner

    from app.cli import main

    bring_in(core, book)
    full = logical_dump(shop)
    core.care.back_up()
    core.database.now.move(minutes=1)
    good = core.care.back_up()
    core.database.now.move(minutes=1)
    newer = core.care.back_up()
    core.close()
    later = time.time() + 60
    newer.write_bytes(b"no database " * 500)
    os.utime(newer, (later, later))
    os.utime(good, (later - 10, later - 10))
    size = shop.stat().st_size
    with shop.open("rb+") as file:
        file.seek(first)
        file.write(random.Random(1).randbytes(4096 if first == 0 else size - first))
    untouched = shop.read_bytes()

    def dangol(*words):
        done = CliRunner().invoke(main, [*words, "--db", str(shop), "--json"])
        return done.exit_code, json.loads(done.output)

    code, said = dangol("history")
    assert (code, said["error"]) == (1, error)
    assert str(good) in said["message"]
    assert shop.read_bytes() == untouched
    code, said = dangol("restore", str(good))
    assert code == 0
    assert Path(said["before"]).read_bytes() == untouched
    assert logical_dump(shop) == full
    assert dangol("check") == (0, {"findings": []})


# Files that would take a program down


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
