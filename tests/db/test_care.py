"""Backups are proved, restoring saves the present shop first, check finds what is wrong."""

import sqlite3
from contextlib import closing

import pytest

from app import care
from app.bootstrap import open_core
from app.errors import FileError, StorageFailedError
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",)))


def test_a_backup_holds_what_the_shop_holds(core, kim, shop):
    made = core.care.back_up()
    assert made.parent == shop.parent / "backups"
    assert logical_dump(made) == logical_dump(shop)
    assert not list(made.parent.glob("*.partial"))


def test_two_backups_within_a_second_do_not_overwrite_each_other(core, kim):
    assert core.care.back_up() != core.care.back_up()


def test_restoring_brings_the_old_shop_back_and_saves_the_present_one(core, kim, shop, clock):
    backup = core.care.back_up()
    old = logical_dump(shop)
    core.contacts.add(ContactForm(name="이하은"))
    present = logical_dump(shop)
    core.close()
    before = care.restore(backup, shop, clock)
    assert logical_dump(shop) == old
    assert logical_dump(before) == present
    again = open_core(shop, now=clock)
    assert again.care.check() == []
    again.close()


def test_a_damaged_backup_is_not_restored(core, kim, shop, clock, tmp_path):
    core.close()
    before = logical_dump(shop)
    broken = tmp_path / "broken.db"
    content = bytearray(shop.read_bytes())
    content[8192:12288] = b"\xab" * 4096
    broken.write_bytes(content)
    with pytest.raises(StorageFailedError):
        care.restore(broken, shop, clock)
    assert logical_dump(shop) == before


def test_a_file_that_is_no_backup_is_not_restored(core, shop, tmp_path):
    core.close()
    other = tmp_path / "letter.txt"
    other.write_text("hello " * 1000)
    with pytest.raises(FileError):
        care.restore(other, shop)


def test_the_newest_good_backup_is_offered_not_the_newest(core, kim, shop):
    good = core.care.back_up()
    bad = core.care.back_up()
    content = bytearray(bad.read_bytes())
    content[4096:8192] = b"\x01" * 4096
    bad.write_bytes(content)
    assert care.newest_good_backup(shop) == good


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        ("UPDATE contact SET name_key = 'x'", "derived"),
        ("UPDATE contact_point SET key = '123'", "derived"),
        ("UPDATE contact_search SET names = 'x'", "search"),
        ("DELETE FROM contact_search", "search"),
        ("INSERT INTO note (id, contact_id, body) VALUES (5, 99, 'x')", "reference"),
    ],
)
def test_check_finds_what_is_wrong(core, kim, shop, damage, what):
    assert core.care.check() == []
    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute(damage)
        by_hand.commit()
    assert what in {finding.what for finding in core.care.check()}
