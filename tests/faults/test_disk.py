"""No room, no rights, no folder: nothing is lost, and the person is told why."""

import gc
import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from app.bootstrap import open_core
from app.errors import FileError, FileProblem, StorageFailedError
from app.jobs import Ticket
from app.settings import COUNTRY
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.words import describe
from tests.dumps import logical_dump
from tests.faults.shops import ENVIRONMENT, fill_the_disk, ledger, on_posix, works
from tests.files import bring_in, export, outcome, write_csv


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


def test_a_country_that_could_not_be_changed_is_the_old_one(core, shop, tmp_path):
    kim = core.contacts.add(ContactForm(name="김민지"))
    phones = [(f"Guest {n}", f"650-253-{n:04d}") for n in range(3000)]  # numbers in the US alone
    bring_in(core, write_csv(tmp_path / "us.csv", [("이름", "전화"), *phones]))
    make_room = fill_the_disk(core, 0)
    with suppress(StorageFailedError):
        while True:  # until there is room for the setting, not for the keys of all phones
            core.contacts.add_note(kim, "긴 메모 " * 2_000)
    before = logical_dump(shop)
    with pytest.raises(StorageFailedError):
        core.settings.put(COUNTRY, "US")
    assert (logical_dump(shop), core.settings.get(COUNTRY)) == (before, "KR")
    assert core.store.country == "KR"
    make_room()
    core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    assert core.care.check() == []
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_file_saved_to_a_full_disk_leaves_the_one_that_was_there(core, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("동의서")
    file_id = core.files.add(core.contacts.add(ContactForm(name="김민지")), letter)
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    (tmp_path / ".out.partial.txt").symlink_to("/dev/full")
    with pytest.raises(FileError) as caught:
        core.files.save_copy(file_id, path)
    assert caught.value.problem == FileProblem.DISK_FULL
    assert path.read_text(encoding="utf-8") == "old"
    core.files.save_copy(file_id, path)
    assert path.read_text(encoding="utf-8") == "동의서"


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


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes; skipped where none may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False, text=True)
    except OSError as error:
        pytest.skip(f"no mount: {error}")
    if done.returncode:
        pytest.skip(f"no disk may be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@on_posix
def test_a_small_disk_that_is_really_full_loses_nothing(small_disk, template, book):
    path = small_disk / "shop.db"
    path.write_bytes(template.read_bytes())
    core = open_core(path)
    contact = core.contacts.add(ContactForm(name="처음부터 있던 손님"))
    before = logical_dump(path), ledger(path)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        filler.write_bytes(bytes(2_000_000))
    for work in (
        lambda: bring_in(core, book),
        lambda: core.contacts.add_note(contact, "긴 메모 " * 5000),
        core.care.back_up,
    ):
        with pytest.raises(StorageFailedError) as caught:
            work()
        assert caught.value.reason == "full"
    assert (logical_dump(path), ledger(path)) == before
    filler.unlink()
    core.contacts.add_note(contact, "긴 메모")
    works(core)
    core.close()


@on_posix
@pytest.mark.parametrize("how", ["removed", "renamed", "made a folder", "replaced"])
def test_nothing_is_written_to_a_shop_that_was_taken_away(tmp_path, template, how):
    folder = tmp_path / "가게"
    folder.mkdir()
    path = folder / "shop.db"
    path.write_bytes(template.read_bytes())
    core = open_core(path)
    contact = core.contacts.add(ContactForm(name="김민지"))
    if how == "removed":
        shutil.rmtree(folder)
    else:
        path.rename(folder / "old.db")
    if how == "made a folder":
        path.mkdir()
    if how == "replaced":
        path.write_bytes(template.read_bytes())
    with pytest.raises(StorageFailedError) as caught:
        core.contacts.edit(contact, "name", "박철수")
    assert caught.value.reason == "cannot_open"
    core.close()


@pytest.mark.parametrize("name", ["shop.db", "shop.db-wal", "shop.db-shm"])
def test_a_folder_in_the_place_of_a_file_is_refused_with_a_sentence(core, shop, name):
    core.close()
    shop.with_name(name).unlink(missing_ok=True)
    shop.with_name(name).mkdir()
    with pytest.raises((FileError, StorageFailedError)) as caught:
        open_core(shop)
    assert describe(caught.value, "ko")


def test_a_file_in_the_place_of_the_backups_folder_is_said_plainly(core, shop):
    shop.with_name("backups").write_text("no folder", encoding="utf-8")
    with pytest.raises(StorageFailedError) as caught:
        core.care.back_up()
    assert describe(caught.value, "en")
    works(core)
