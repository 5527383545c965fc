"""A shop goes to another PC in one file: all of it arrives, or nothing is touched."""

import zipfile
from contextlib import closing

import pytest

from app import care, locking, moving
from app.bootstrap import open_core
from app.errors import (
    BackupDamagedError,
    FileError,
    PasswordNeededError,
    StorageFailedError,
    WrongPasswordError,
)
from app.jobs import Ticket
from app.settings import SHOP_NAME
from app.shapes.contacts import ContactForm
from app.words import describe
from tests.dumps import logical_dump

CHEAP = 10  # of the password, so that the test is not slow


@pytest.fixture
def filled(core, tmp_path):
    core.settings.put(SHOP_NAME, "봄날 꽃집")
    letter = tmp_path / "동의서.txt"
    letter.write_text("동의합니다", encoding="utf-8")
    core.files.add(core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377")), letter)
    return core


def there(tmp_path):
    return tmp_path / "other pc" / "shop.db"


def test_a_shop_arrives_with_its_files_and_its_past(filled, shop, tmp_path, clock):
    made = moving.pack(filled, tmp_path / "가게.move.dangol", {"look/size": "1250"}, Ticket())
    seen = moving.look_at(made.path)
    assert seen == made
    assert (seen.contents.shop, seen.contents.contacts) == ("봄날 꽃집", 1)
    assert len(seen.number) == 14
    new = there(tmp_path)
    with moving.as_backup(made.path) as backup:
        care.restore(backup, new, clock)
    assert logical_dump(new) == logical_dump(shop)
    with closing(open_core(new, now=clock)) as arrived:
        assert arrived.care.check() == []
        arrived.history.undo()
        assert arrived.care.check() == []


def test_a_locked_shop_travels_locked_and_needs_its_password(filled, shop, tmp_path, clock):
    filled.close()
    key = locking.protect(shop, "목요일의 붉은 장미", None, cost=CHEAP)
    with closing(open_core(shop, key=key, now=clock)) as core:
        made = moving.pack(core, tmp_path / "가게.move.dangol", {}, Ticket())
        files = [f.name for f in core.files.of(core.contacts.find("김민").contacts[0].id)]
    whole = made.path.read_bytes()
    assert made.locked
    assert "동의합니다".encode() not in whole
    assert "김민지".encode() not in whole
    with pytest.raises(PasswordNeededError), moving.as_backup(made.path):
        pass
    with pytest.raises(WrongPasswordError):
        locking.unlock(made.path, "수요일의 장미")
    opened = locking.unlock(made.path, "목요일의 붉은 장미")
    new = there(tmp_path)
    with moving.as_backup(made.path, opened) as backup:
        care.restore(backup, new, clock, key=opened)
    with closing(open_core(new, key=opened, now=clock)) as arrived:
        contact = arrived.contacts.find("김민").contacts[0].id
        assert [f.name for f in arrived.files.of(contact)] == files
        assert arrived.care.check() == []


def test_a_file_that_was_cut_or_changed_on_the_way_is_refused(filled, tmp_path, clock):
    made = moving.pack(filled, tmp_path / "가게.move.dangol", {}, Ticket())
    whole = made.path.read_bytes()
    new = there(tmp_path)
    for spoilt in (whole[: len(whole) // 2], whole[:-30], whole[:9000] + b"x" + whole[9001:]):
        made.path.write_bytes(spoilt)
        with pytest.raises((BackupDamagedError, FileError)), moving.as_backup(made.path) as backup:
            care.restore(backup, new, clock)
        assert not new.exists()
    assert "The shop is as it was" in describe(BackupDamagedError(), "en")  # it is not the shop
    assert moving.number_of("0" * 64) != made.number


@pytest.mark.parametrize("flaw", ["compressed", "of an unknown kind", "encrypted"])
def test_a_list_that_cannot_be_unpacked_is_a_damaged_file(tmp_path, flaw):
    path = tmp_path / "spoilt.move.dangol"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("dangol-move.json", '{"format": 1}' * 9)
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02")
    if flaw == "compressed":
        content[46:60] = b"\xff" * 14
    else:
        content[entry + (8 if flaw == "encrypted" else 10)] = 1 if flaw == "encrypted" else 77
    path.write_bytes(content)
    with pytest.raises(StorageFailedError) as caught:
        moving.look_at(path)
    assert caught.value.reason == "damaged"
