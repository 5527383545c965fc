"""A person who was erased is in no byte of the shop, and comes back by no way."""

import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app import care
from app.bootstrap import open_core
from app.errors import GoneError, NothingToUndoError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.imports import ImportRequest
from app.shapes.interactions import InteractionForm
from app.shapes.relations import RelationForm
from tests.files import write_csv

DATA = Path(__file__).parent.parent / "data"
NAME, PHONE, NOTE = "남궁하늘", "010-7391-5582", "복숭아를 먹으면 안 되는 분"
TRACES = [NAME, "7391-5582", "73915582", NOTE, "복숭아", "haneul@", "하늘이네 반찬", "궁하늘"]


@pytest.fixture
def haneul(core):
    """Somebody with everything: fields, notes, meetings, files, an edited past."""
    contact = core.contacts.add(
        ContactForm(name=NAME, phone=PHONE, email="haneul@example.com", tags=("단골",))
    )
    core.contacts.edit(contact, "company", "하늘이네 반찬")
    core.contacts.add_note(contact, NOTE)
    core.interactions.log(InteractionForm(contact_ids=(contact,), kind="visit", body=NOTE))
    core.relations.give_role(contact, "supplier")
    return contact


@pytest.fixture
def other(core):
    return core.contacts.add(ContactForm(name="이서연", phone="010-0142-9051"))


def bytes_of(folder):
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "backups" not in path.parts
    }


def assert_no_trace(folder, traces=TRACES):
    for path, content in bytes_of(folder).items():
        for trace in traces:
            assert trace.encode() not in content, f"{trace} in {path}"
            assert trace not in path.name


def test_no_byte_of_an_erased_person_is_left(core, shop, haneul, tmp_path):
    letter = tmp_path / f"{NAME}.txt"
    letter.write_text(NOTE, encoding="utf-8")
    opened = core.files.copy_to_open(core.files.add(haneul, letter))
    letter.unlink()
    with pytest.raises(AssertionError):
        assert_no_trace(tmp_path)
    assert core.erasure.erase(haneul)
    assert not opened.exists()
    assert_no_trace(tmp_path)
    assert core.care.check() == []
    assert core.contacts.find("남궁", limit=9).contacts == ()
    assert core.contacts.find("7391", limit=9).contacts == ()
    with pytest.raises(GoneError):
        core.contacts.detail(haneul)
    with pytest.raises(GoneError):
        core.erasure.erase(haneul)
    core.close()
    assert_no_trace(tmp_path)
    assert not shop.with_name("shop.db.erasing").exists()


def test_a_file_that_was_never_finished_goes_as_well(core, shop, haneul, tmp_path):
    half = shop.with_name("shop.db.files") / "unfinished" / "half"
    half.parent.mkdir(parents=True)
    half.write_text(NOTE, encoding="utf-8")
    assert core.erasure.erase(haneul)
    assert_no_trace(tmp_path)


def test_who_still_reads_the_file_keeps_the_last_traces_until_then(
    core, shop, haneul, tmp_path, monkeypatch
):
    monkeypatch.setattr("db.scrubbing.PATIENCE", 0.05)
    note = shop.with_name("shop.db.erasing")
    with closing(sqlite3.connect(shop, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM contact").fetchone()
        assert not core.erasure.erase(haneul)
        assert note.exists()
        assert not core.erasure.finish()
        reader.execute("ROLLBACK")
    assert core.erasure.finish()
    assert not note.exists()
    assert_no_trace(tmp_path)


def test_what_others_have_stays(core, shop, haneul, other, tmp_path):
    both = core.interactions.log(
        InteractionForm(contact_ids=(haneul, other), kind="visit", body=f"{NAME}, 이서연과 점심")
    )
    core.relations.relate(haneul, other, RelationForm(kind="friend"))
    same = tmp_path / "약도.txt"
    same.write_bytes(b"the way")
    core.files.add(haneul, same)
    kept = core.files.add(other, same)
    core.erasure.erase(haneul)
    detail = core.contacts.detail(other)
    assert [(entry.id, entry.body) for entry in detail.interactions] == [(both, "—, 이서연과 점심")]
    assert core.relations.of(other) == []
    assert core.files.copy_to_open(kept).read_bytes() == b"the way"
    assert core.care.check() == []
    assert_no_trace(tmp_path)


def test_no_older_step_brings_an_erased_person_back(core, shop, haneul, other, tmp_path):
    core.contacts.trash([other])
    core.erasure.erase(haneul)
    steps = [e for e in core.history.entries(limit=99) if e.op not in ("erase_contact", "undo")]
    core.history.undo()  # passes over the erasure: the newest step is the other's way to the trash
    assert core.contacts.detail(other).name == "이서연"
    reasons = []
    for step in steps[1:]:
        if step.op == "add_contact" and "이서연" in step.facts.values():
            continue
        reasons += [kept.reason for kept in core.store.undo(step.change_set).kept]
    assert set(reasons) == {"gone"}
    assert core.contacts.count() == 1
    newest = core.history.entries(limit=1)[0]
    erased = next(e for e in core.history.entries(limit=99) if e.op == "erase_contact")
    assert newest.op == "undo"
    with pytest.raises(NothingToUndoError):
        core.store.undo(erased.change_set)
    assert_no_trace(tmp_path)
    assert core.care.check() == []


def test_an_undo_that_was_made_before_is_not_made_good_either(core, haneul, tmp_path):
    core.contacts.add_note(haneul, "복숭아 상자")
    core.history.undo()
    core.erasure.erase(haneul)
    assert_no_trace(tmp_path)
    with pytest.raises(NothingToUndoError):
        core.history.redo()


def test_imports_forget_the_cells_too(core, tmp_path, other):
    book = tmp_path / f"{NAME}.csv"
    write_csv(book, [["이름", "전화"], [NAME, PHONE], ["", ""], ["x" * 300, PHONE]])
    core.imports.run(core.imports.prepare(ImportRequest(path=book), Ticket()), Ticket())
    for left in tmp_path.glob("*.csv"):
        left.unlink()
    for left in tmp_path.glob("*.xlsx"):
        left.unlink()
    found = core.contacts.find(NAME, limit=2).contacts[0].id
    core.erasure.erase(found)
    assert_no_trace(tmp_path)
    assert core.imports.batches()[0].added == 1
    core.history.entries(limit=50)


def test_whoever_was_merged_into_them_goes_as_well(core, haneul, tmp_path):
    twin = core.contacts.add(ContactForm(name=f"{NAME}님", phone="010-7391-5582"))
    core.duplicates.merge(twin, haneul)
    with pytest.raises(GoneError):
        core.erasure.erase(haneul)
    core.erasure.erase(twin)
    assert_no_trace(tmp_path)
    assert core.care.check() == []


def test_a_merge_that_was_taken_back_leaves_nothing_of_them_with_the_others(
    core, haneul, other, clock, tmp_path
):
    third = core.contacts.add(ContactForm(name="박서준"))
    field = core.custom_fields.add(FieldForm(kind="text", label_ko="알레르기"))
    core.custom_fields.put([haneul], field, "복숭아")
    core.contacts.edit(haneul, "likes", "복숭아만 아니면")
    core.relations.relate(haneul, third, RelationForm(kind="friend", note=NOTE))
    first = core.duplicates.merge(other, haneul)
    clock.move(minutes=2)
    core.contacts.edit(other, "company", "서연 꽃집")
    core.duplicates.merge(third, other)
    core.history.undo()
    core.history.undo()
    core.store.undo(first.change_set)
    assert core.contacts.detail(other).values["likes"] is None
    core.erasure.erase(haneul)
    assert_no_trace(tmp_path)
    assert core.contacts.detail(other).values["company"] is None
    assert core.contacts.count() == 2
    assert core.care.check() == []


def test_a_backup_of_before_is_restored_without_them(core, shop, haneul, other, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text(NOTE, encoding="utf-8")
    core.files.add(haneul, letter)
    letter.unlink()
    backup = core.care.back_up()
    core.erasure.erase(haneul)
    core.contacts.trash([other])
    core.close()
    care.restore(backup, shop)
    again = open_core(shop)
    assert again.contacts.detail(other).name == "이서연"
    with pytest.raises(GoneError):
        again.contacts.detail(haneul)
    assert again.care.check() == []
    again.close()
    assert_no_trace(tmp_path)
    assert list((tmp_path / "backups" / "shop.db.files").glob("??/*")) == []


def test_a_shop_that_is_lost_is_restored_without_them_by_the_list_beside_the_backups(
    core, shop, haneul, tmp_path
):
    backup = core.care.back_up()
    core.erasure.erase(haneul)
    core.close()
    shop.unlink()
    listed = tmp_path / "backups" / "shop.erased"
    listed.write_text(f"spoilt\n{listed.read_text()}")
    care.restore(backup, shop)
    again = open_core(shop)
    assert again.contacts.count() == 0
    again.close()
    assert_no_trace(tmp_path)


VICTIM = """
import os, sys
from pathlib import Path
from app.bootstrap import open_core
core = open_core(Path(sys.argv[1]))
statements = int(sys.argv[3])
def count(*_told):
    global statements
    statements -= 1
    if statements < 0:
        os.kill(os.getpid(), 9)
from sqlalchemy import Engine, event
event.listen(Engine, "before_cursor_execute", count)
import sqlite3
real = sqlite3.connect
def connect(*given, **named):
    found = real(*given, **named)
    found.set_trace_callback(lambda _sql: count())
    return found
sqlite3.connect = connect
core.erasure.erase(int(sys.argv[2]))
print(statements)
"""


def dumped(look):
    """Every row, but for the day that sums are counted from, which opening brings to today."""
    return [line for line in look.iterdump() if '"summary_basis" VALUES' not in line]


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_killed_on_the_way_they_are_there_whole_or_not_at_all(
    core, shop, haneul, tmp_path, tmp_path_factory
):
    letter = tmp_path / "letter.txt"
    letter.write_text(NOTE, encoding="utf-8")
    core.files.add(haneul, letter)
    letter.unlink()
    core.close()
    with closing(sqlite3.connect(shop)) as look:
        before = dumped(look)

    def run(number, most):
        folder = shutil.copytree(tmp_path, tmp_path_factory.mktemp("killed") / str(number))
        done = subprocess.run(
            [sys.executable, "-c", VICTIM, str(folder / "shop.db"), str(haneul), str(most)],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        return folder, done.stdout

    _folder, told = run(0, 10**6)
    whole = 10**6 - int(told)
    there = []
    for number in range(2, 11, 2):
        folder, told = run(number, whole - 1 - (11 - number) ** 2 * whole // 130)
        assert told == ""
        again = open_core(folder / "shop.db")
        there.append(again.contacts.count() == 1)
        assert again.care.check() == []
        again.close()
        if there[-1]:
            with closing(sqlite3.connect(folder / "shop.db")) as look:
                assert dumped(look) == before
        else:
            assert_no_trace(folder)
    assert there == sorted(there, reverse=True)
    assert set(there) == {True, False}


def test_a_backup_of_an_older_dangol_is_brought_up_to_date_and_forgets_as_well(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    backup = folder / "shop-20260101-000000.dangol-backup.db"
    backup.write_bytes(gzip.decompress((DATA / "shop-0001.dangol.gz").read_bytes()))
    with closing(sqlite3.connect(backup)) as look:
        (number, name), *_rest = look.execute("SELECT id, name FROM contact ORDER BY id").fetchall()
    (folder / "shop.erased").write_text(f"{number}\t2026-05-12T00:20:00.000Z\n")
    shop = tmp_path / "shop.db"
    care.restore(backup, shop)
    core = open_core(shop)
    with pytest.raises(GoneError):
        core.contacts.detail(number)
    assert core.care.check() == []
    core.close()
    assert name.encode() not in shop.read_bytes()
