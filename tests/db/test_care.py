"""Backups are proved, restoring saves the present shop first, check finds what is wrong."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

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


def test_a_backup_is_good_while_somebody_goes_on_writing(core, kim):
    enough = Event()

    def write():
        while not enough.is_set():
            core.contacts.add_note(kim, "창가 자리")

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        try:
            for _ in range(5):
                core.care.back_up()
        finally:
            enough.set()
        writing.result()


@pytest.mark.parametrize("name", ["shop", "우리 가게 [본점]"])
def test_the_backups_of_a_shop_are_its_own(core, clock, tmp_path, name):
    mine, other = tmp_path / f"{name}.dangol", tmp_path / f"{name}-2.dangol"
    made = {}
    for path in (mine, other):
        with closing(open_core(path, now=clock)) as opened:
            made[path] = opened.care.back_up()
            assert [backup.path for backup in opened.care.backups()] == [made[path]]
    assert [care.newest_good_backup(path) for path in (mine, other)] == [made[mine], made[other]]


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


def test_the_log_of_a_damaged_shop_is_no_part_of_what_is_restored(core, kim, shop, clock):
    backup = core.care.back_up()
    old = logical_dump(shop)
    core.contacts.edit(kim, "company", "봄날")
    left = {rest: shop.with_name(shop.name + rest).read_bytes() for rest in ("-wal", "-shm")}
    core.close()
    shop.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    for rest, content in left.items():
        shop.with_name(shop.name + rest).write_bytes(content)
    assert care.restore(backup, shop, clock) is not None
    assert logical_dump(shop) == old
    with closing(open_core(shop, now=clock)) as again:
        assert again.contacts.detail(kim).values["company"] is None
        assert again.care.check() == []


def test_a_spoilt_list_of_the_erased_keeps_no_backup_from_coming_back(core, kim, shop, clock):
    lee = core.contacts.add(ContactForm(name="이하은"))
    backup = core.care.back_up()
    core.close()
    spoilt = ["", "x", "5", f"{'9' * 40}\t2026", "-3\t2026", f"{lee}\t2026-05-12T00:00:00.000Z"]
    (backup.parent / "shop.erased").write_text("\n".join(spoilt), encoding="ascii")
    care.restore(backup, shop, clock)
    with closing(open_core(shop, now=clock)) as again:
        assert [row.name for row in again.contacts.find("김").contacts] == ["김민지"]
        assert again.contacts.count() == 1
        assert again.care.check() == []


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
