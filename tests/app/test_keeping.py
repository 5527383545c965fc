"""Backups that are made by themselves, how long they are kept, and where they go."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from app import care
from app.bootstrap import open_core
from app.cli import main
from app.errors import FileError, StorageFailedError
from app.settings import SHOP_NAME
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",)))


@pytest.fixture
def runner(monkeypatch):
    """Runs a command on a shop, in English."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def run(command, shop, *words):
        return CliRunner().invoke(main, [command, *words, "--db", str(shop)])

    return run


def why_of(core):
    return [backup.why for backup in core.care.backups()]


def test_a_day_with_changes_has_one_backup_and_a_week_one_that_is_kept_longer(core, kim, clock):
    assert core.care.keep_up() is not None
    assert core.care.keep_up() is None
    core.contacts.add_note(kim, "창가")
    assert core.care.keep_up() is None  # once a day is enough
    for day in range(1, 10):
        clock.move(days=1)
        core.contacts.add_note(kim, f"{day}일째")
        made = core.care.keep_up()
    assert logical_dump(made) == logical_dump(core.path)
    assert why_of(core).count("daily") == 7
    assert why_of(core).count("weekly") == 2
    clock.move(days=1)
    assert core.care.keep_up() is None  # nothing has changed


def test_what_somebody_asked_for_is_never_thrown_away(core, kim, clock):
    mine = [core.care.back_up() for _ in range(2)]
    for number in range(7):
        clock.move(minutes=1)
        core.contacts.add_note(kim, f"메모 {number}")
        assert core.care.before("import").is_file()
        assert core.care.before("import") is None
    assert why_of(core).count("before-import") == 5
    assert all(backup.is_file() for backup in mine)


def test_backups_go_to_a_chosen_drive_and_beside_the_shop_while_it_is_away(
    core, kim, shop, tmp_path, clock
):
    drive = tmp_path / "drive"
    drive.mkdir()
    usual = core.care.place.folder
    core.care.choose_place(drive)
    there = core.care.back_up()
    assert drive in there.parents
    other = tmp_path / "second" / "shop.db"  # another shop of that name backs up there as well
    with closing(open_core(other, now=clock)) as second:
        second.care.choose_place(drive)
        second.care.back_up()
        assert len(second.care.backups()) == 1
    shutil.move(drive, tmp_path / "unplugged")
    assert core.care.place.missing == drive
    assert core.care.back_up().parent == usual
    shutil.move(tmp_path / "unplugged", drive)
    assert core.care.place.missing is None
    assert {backup.path.parent for backup in core.care.backups()} == {there.parent, usual}
    assert care.newest_good_backup(shop) is not None
    core.care.choose_place(None)
    assert core.care.place.folder == usual


def test_a_drive_that_takes_nothing_any_more_does_not_keep_a_backup_from_being_made(
    core, kim, tmp_path
):
    drive = tmp_path / "drive"
    drive.mkdir()
    own = core.care.choose_place(drive).folder
    shutil.rmtree(own)
    own.write_text("in the way")
    assert core.care.back_up().parent == core.path.parent / "backups"
    full = tmp_path / "file"
    full.write_text("no folder")
    with pytest.raises(StorageFailedError):
        core.care.choose_place(full)


def test_a_backup_tells_what_it_holds(core, kim, clock, tmp_path):
    core.settings.put(SHOP_NAME, "봄날 꽃집")
    core.contacts.trash([core.contacts.add(ContactForm(name="박서준"))])
    backup = core.care.back_up()
    held = care.contents_of(backup)
    assert (held.shop, held.contacts, held.sales) == ("봄날 꽃집", 1, 0)
    assert held.changed.startswith("2026-05-12T00:20")
    assert care.is_backup(backup)
    assert care.made_at(backup) == clock.now.replace(microsecond=0)
    letter = tmp_path / "letter.backup.dangol"
    letter.write_text("hello " * 1000)
    with pytest.raises(FileError):
        care.contents_of(letter)


@pytest.mark.parametrize(
    "damage",
    [
        (
            "UPDATE contact SET name_key = 'x', sales_total = 5, quality = 3",
            "UPDATE contact_point SET key = '123'",
            "UPDATE contact_search SET names = 'x'",
        ),
        ("DELETE FROM contact_search", "DELETE FROM contact_trigram"),
    ],
)
def test_repairing_computes_anew_what_is_derived_and_touches_nothing_else(core, kim, shop, damage):
    before = logical_dump(shop)
    with closing(sqlite3.connect(shop)) as by_hand:
        for statement in damage:
            by_hand.execute(statement)
        by_hand.commit()
    assert core.care.check() != []
    assert core.care.repair() == []
    assert logical_dump(shop) == before
    assert [c.id for c in core.contacts.find("3377").contacts] == [kim]
    core.history.undo()
    assert core.contacts.count() == 0


def test_a_file_of_somebody_erased_goes_from_the_chosen_drive_as_well(core, kim, tmp_path):
    drive, letter = tmp_path / "drive", tmp_path / "letter.txt"
    drive.mkdir()
    letter.write_text("나만 아는 이야기")
    core.files.add(kim, letter)
    core.care.choose_place(drive)
    core.care.back_up()
    assert any("이야기" in f.read_text() for f in drive.glob("*/*.files/??/*"))
    assert core.erasure.erase(kim)
    assert not list(drive.glob("*/*.files/??/*"))
    made = core.care.back_up()
    assert made.is_file()


def test_the_command_line_repairs_salvages_and_carries(core, kim, shop, tmp_path, runner):
    core.close()
    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute("UPDATE contact SET name_key = 'x'")
        by_hand.commit()
    assert runner("check", shop).exit_code == 1
    assert runner("check", shop, "--repair").exit_code == 0
    assert runner("check", shop).exit_code == 0
    moved, saved, new = (tmp_path / name for name in ("a.move.dangol", "saved.db", "new.db"))
    assert "Its number is" in runner("move", shop, str(moved)).output
    assert runner("restore", new, str(moved)).exit_code == 0
    assert logical_dump(new) == logical_dump(shop)
    assert "was lost" in runner("salvage", shop, str(saved)).output
    assert logical_dump(saved) == logical_dump(shop)
    assert runner("salvage", shop, str(saved)).exit_code == 1
