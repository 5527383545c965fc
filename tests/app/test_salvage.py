"""Of a damaged shop all that can be read goes into a new one, which is whole."""

import random
import sqlite3
from contextlib import closing

import pytest

from app import care
from app.bootstrap import open_core
from app.errors import StorageFailedError
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump
from tests.faults.shops import works
from tests.files import bring_in, write_csv

PAGE = 4096


@pytest.fixture
def guests(core, tmp_path):
    rows = [(f"손님{i}", f"010-0000-{i:04}", "창가 자리 " * 8) for i in range(250)]
    bring_in(core, write_csv(tmp_path / "list.csv", [("이름", "휴대폰", "메모"), *rows]))
    for row in core.contacts.page("name", descending=False, offset=0, limit=20):
        core.contacts.add_note(row.id, "장미를 좋아함")
    return core


def tells_its_tables(shop):
    try:
        with closing(sqlite3.connect(shop)) as look:
            return bool(look.execute("SELECT count(sql) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError:
        return False


def test_what_is_outside_the_damage_is_all_there(guests, shop, clock):
    whole = logical_dump(shop)
    guests.close()
    kept = shop.read_bytes()
    moments = random.Random(5)
    came = []
    for number in range(2):
        content = bytearray(kept)
        for page in moments.sample(range(1, len(kept) // PAGE), 3):
            content[page * PAGE : (page + 1) * PAGE] = bytes([number * 60]) * PAGE
        shop.write_bytes(content)
        came.append(tells_its_tables(shop))
        if not came[-1]:  # then only a backup helps
            with pytest.raises(StorageFailedError):
                care.salvage_in_place(shop, clock)
            assert shop.read_bytes() == content
            continue
        done = care.salvage_in_place(shop, clock)
        assert done.kept.read_bytes() == content
        with closing(open_core(shop, now=clock)) as core:
            assert core.care.check() == []
            works(core)
        after = logical_dump(shop)
        for table, rows in whole.items():
            missing = len(set(rows) - set(after[table]))
            if table not in done.lost:
                changed = {"contact", "contact_point", "change"} & {table}
                assert missing == 0 or changed, (table, missing)
        assert sum(len(rows) for rows in after.values()) > 0.8 * sum(map(len, whole.values()))
    assert True in came


def test_a_whole_shop_is_read_word_for_word(core, shop, tmp_path, clock):
    kim = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",)))
    core.contacts.add_note(kim, "창가")
    fresh = tmp_path / "fresh.db"
    done = care.salvage_to(shop, fresh)
    assert done.lost == {}
    assert logical_dump(fresh) == logical_dump(shop)
    with closing(open_core(fresh, now=clock)) as again:
        again.history.undo()
        assert again.care.check() == []
    with pytest.raises(StorageFailedError):
        care.salvage_to(shop, fresh)  # never over another file


def test_where_nothing_can_be_read_nothing_is_made(core, shop, tmp_path):
    core.close()
    spoilt = tmp_path / "spoilt.db"
    spoilt.write_bytes(b"\xab" * 50_000)
    with pytest.raises(StorageFailedError):
        care.salvage_to(spoilt, tmp_path / "fresh.db")
    assert not list(tmp_path.glob("fresh*"))
