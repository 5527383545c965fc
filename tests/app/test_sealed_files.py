"""The files of a locked shop: sealed, opened, carried, cut off at any step, and in plain again."""

import os
import shutil
import stat
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from app import care, locking, moving
from app.bootstrap import Core, open_core
from app.errors import FileError, FileProblem
from app.jobs import CancelledError, Ticket
from app.shapes.contacts import ContactForm
from db import file_cipher, file_keys, scrubbing
from db.cipher import Key
from db.drivers import connect
from db.file_store import store_of
from db.repositories.files import needed_in
from tests.app.test_files import png

CHEAP = 9  # what a password costs to guess; nobody guesses here
PASSWORD, OTHER = "비밀번호 열두 글자", "another password"
MARK = b"nobody else reads this"
LETTERS = {"a.txt": MARK * 30, "b.txt": MARK + b"!", "none.txt": b""}
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child of this very process")


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(file_cipher, "CHUNK", 256)


@pytest.fixture
def filled(shop: Path, tmp_path: Path) -> Path:
    with closing(open_core(shop)) as core:
        kim = core.contacts.add(ContactForm("김민지"))
        outside = tmp_path / "outside"
        outside.mkdir()
        for name, content in LETTERS.items():
            (outside / name).write_bytes(content)
            core.files.add(kim, outside / name)
        core.files.set_photo(kim, png(3, 3) + MARK)
        shutil.rmtree(outside)
    return shop


def traces(folder: Path) -> list[str]:
    found = (p for p in folder.rglob("*") if p.is_file() and MARK in p.read_bytes())
    return sorted(path.name for path in found)


def contents(core: Core, *, people: str = "김민지") -> dict[str, bytes]:
    (kim,) = core.contacts.find(people).contacts
    found = {row.name: row for row in core.files.of(kim.id)}
    assert [row.flaw for row in found.values()] == [""] * len(found)
    told = {name: core.files.copy_to_open(row.id).read_bytes() for name, row in found.items()}
    assert core.files.photo(kim.id) == png(3, 3) + MARK
    core.files.drop_copies()
    return told


def opens(shop: Path, password: str = PASSWORD) -> Core:
    return open_core(shop, key=locking.unlock(shop, password))


def test_a_password_seals_the_files_another_leaves_them_and_none_gives_them_back(
    filled: Path, tmp_path: Path, monkeypatch
):
    core = open_core(filled)
    core.care.back_up()
    core.close()
    plain = sorted(store_of(filled).names())
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    assert traces(filled.with_name("shop.db.files")) == []
    assert traces(tmp_path / "backups") != []  # in plain still, as its backup is
    assert locking.protect_backups(filled, key) == []
    assert traces(tmp_path) == []
    everything = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert file_keys.key_in(filled, key).raw.hex().encode() not in everything
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(room))
    with closing(opens(filled)) as core:
        assert contents(core) == LETTERS
        assert core.care.check() == []
        steps = [entry.op for entry in core.history.entries(limit=50)]
        assert "outside" not in steps  # the key is no step: nothing can take it back
        (kim,) = core.contacts.find("김민지").contacts
        extra = tmp_path / "extra.txt"
        extra.write_bytes(MARK + b" new")
        added = core.files.add(kim.id, extra)
        extra.unlink()
        assert traces(tmp_path) == []
        copy = core.files.copy_to_open(added)
        assert stat.S_IMODE(copy.parents[1].stat().st_mode) == stat.S_IRWXU
        core.history.undo()
        core.history.redo()
        assert copy.read_bytes() == MARK + b" new"
    assert list(room.iterdir()) == []  # what was opened goes when the shop is closed
    sealed = {p: p.read_bytes() for p in store_of(filled).sealed_files()}
    other = locking.protect(filled, OTHER, key, cost=CHEAP)
    assert {p: p.read_bytes() for p in store_of(filled).sealed_files()} == sealed
    with closing(opens(filled, OTHER)) as core:
        assert contents(core) == LETTERS | {"extra.txt": MARK + b" new"}
    locking.protect(filled, "", other)
    assert (locking.files_left(filled), store_of(filled).sealed_files()) == (0, [])
    assert set(plain) < set(store_of(filled).names())
    assert b"file_key" not in filled.read_bytes()
    with closing(open_core(filled)) as core:
        assert contents(core) == LETTERS | {"extra.txt": MARK + b" new"}
        assert core.care.check() == []


def test_a_spoilt_or_foreign_file_is_told_and_a_backup_heals_it(filled: Path):
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    with closing(opens(filled)) as core:
        backup = core.care.back_up()
        (kim,) = core.contacts.find("김민지").contacts
        rows = {row.name: row for row in core.files.of(kim.id)}
        sha256 = dict.fromkeys(LETTERS, "")
        with core.store.read() as unit:
            for name, row in rows.items():
                sha256[name] = unit.files.get(row.id).sha256
        a, b = (core.store.files.sealed_path_of(sha256[name]) for name in ("a.txt", "b.txt"))
        whole = a.read_bytes()
        for spoilt in (whole[:-1], whole[:90] + b"?" + whole[91:], b.read_bytes(), b""):
            a.write_bytes(spoilt)
            with pytest.raises(FileError) as caught:
                core.files.copy_to_open(rows["a.txt"].id)
            assert caught.value.problem is FileProblem.KEPT_DAMAGED
        a.write_bytes(whole[:90] + bytes([whole[90] ^ 1]) + whole[91:])
        assert [f.what for f in core.care.check()] == ["file_damaged"]
    care.restore(backup, filled, key=key, present=key)
    with closing(opens(filled)) as core:
        assert contents(core) == LETTERS
    # Without one, the password can be removed all the same, and it is told what stays behind.
    a.write_bytes(whole[:-1])
    locking.protect(filled, "", key)
    assert locking.files_left(filled) == 1
    with closing(open_core(filled)) as core:
        (kim,) = core.contacts.find("김민지").contacts
        assert [r.flaw for r in core.files.of(kim.id)].count("missing") == 1


def test_backups_of_every_time_are_restored_with_their_files(filled: Path, tmp_path: Path):
    with closing(open_core(filled)) as core:
        plain = core.care.back_up()
    first = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    with closing(opens(filled)) as core:
        old = core.care.back_up()
    kept = store_of(tmp_path / "backups" / filled.name)
    assert len(kept.sealed_files()) == len(list(kept.names())) == 4  # one backup is in plain
    second = locking.protect(filled, OTHER, first, cost=CHEAP)
    for backup, key in ((old, first), (plain, None)):
        shutil.rmtree(store_of(filled).folder)
        present = second if key else first
        care.restore(backup, filled, key=key, present=present)
        with closing(opens(filled)) as core:  # under the first password either way
            assert contents(core) == LETTERS
            assert core.care.check() == []
            assert core.store.files.sealed_files()
            assert list(core.store.files.names()) == []
    for path in tmp_path.glob("backups/*.backup.dangol"):
        if not locking.is_locked(path):
            path.unlink()
    with closing(opens(filled)) as core:
        core.care.back_up()
    assert list(kept.names()) == []  # the last one in plain is gone
    locking.protect(filled, "", first)
    care.restore(old, filled, key=first)
    with closing(opens(filled)) as core:
        assert contents(core) == LETTERS
    assert traces(store_of(filled).folder) == []


def test_a_shop_that_has_lost_its_key_for_files_has_it_back_from_a_backup(filled: Path):
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    with closing(opens(filled)) as core:
        backup = core.care.back_up()
    for shop, mended in ((filled, False), (backup, True)):
        with closing(connect(shop, key, isolation_level=None)) as connection:
            file_keys.drop(connection)
        if mended:  # and a backup that has none gets that of the shop whose place it takes
            care.restore(backup, filled, key=key, present=key)
        with closing(opens(filled)) as core:
            assert contents(core) == LETTERS


def test_a_locked_shop_arrives_on_another_pc_with_its_files(filled: Path, tmp_path: Path):
    locking.protect(filled, PASSWORD, None, cost=CHEAP)
    with closing(opens(filled)) as core:
        made = moving.pack(core, tmp_path / "shop.move.dangol", {}, Ticket())
    assert traces(tmp_path) == []
    new = tmp_path / "other pc" / "shop.db"
    key = locking.unlock(made.path, PASSWORD)
    with moving.as_backup(made.path, key) as backup:
        assert traces(backup.parent) == []
        care.restore(backup, new, key=key)
    with closing(opens(new)) as core:
        assert contents(core) == LETTERS
    assert traces(tmp_path) == []


def test_erasing_somebody_takes_their_sealed_files_from_shop_and_backups(
    filled: Path, tmp_path: Path
):
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    theirs = needed(filled, key)
    with closing(opens(filled)) as core:
        core.care.back_up()
        scrubbing.note(filled, theirs, core.database.file_key)
        noted = filled.with_name("shop.db.erasing")
        assert theirs[0].encode() not in noted.read_bytes()  # it would tell what was in them
        (kim,) = core.contacts.find("김민지").contacts
        assert core.erasure.erase(kim.id)
        assert core.care.check() == []
        assert not noted.exists()
    for shop in (filled, tmp_path / "backups" / filled.name):
        assert store_of(shop).sealed_files() == []


def test_whoever_stops_it_among_the_files_finds_them_sealed_by_the_next_start(filled: Path):
    class Impatient(Ticket):
        def advance(self, done: int, total: int) -> None:
            if total == 4 and done == 2:  # of the files: the shop has its password by then
                self.cancel()
            super().advance(done, total)

    key = locking.protect(filled, PASSWORD, None, cost=CHEAP, ticket=Impatient())
    assert (len(store_of(filled).sealed_files()), len(list(store_of(filled).names()))) == (2, 2)
    core = Core(filled, key=key)  # as the window opens it: it goes on in a job of its own
    core.open()
    assert contents(core) == LETTERS
    assert core.files.unsealed() == 2
    assert core.files.seal(Ticket()) == 0
    assert contents(core) == LETTERS
    core.close()
    with pytest.raises(CancelledError):
        locking.protect(filled, "", key, ticket=Impatient())
    assert locking.is_locked(filled)
    with closing(opens(filled)) as core:
        assert contents(core) == LETTERS
        assert core.files.unsealed() == 0


def needed(shop: Path, key: Key | None) -> list[str]:
    with closing(connect(shop, key)) as connection:
        return needed_in(connection)


def dies_at(step: int, act) -> bool:
    """Do something in a process that dies at its so manieth step on the disk; tell if it did."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, 9)
        return code == 9
    try:
        left = [step]

        def counted(real, *, asks=lambda _path: True):
            def call(*given, **named):
                counts = asks(given[0]) if given else True
                done = real(*given, **named)
                left[0] -= counts
                if left[0] == 0:
                    os._exit(9)
                return done

            return call

        os.replace, tempfile.mkstemp = counted(os.replace), counted(tempfile.mkstemp)
        Path.unlink = counted(Path.unlink, asks=Path.exists)  # of nothing it is no step
        act(told=counted(str))
        os._exit(0)
    finally:
        os._exit(1)


@FORKS
@pytest.mark.parametrize("way", ["set", "remove"])
def test_cut_at_any_step_on_the_disk_no_file_is_lost_and_the_next_start_goes_on(
    shop: Path, tmp_path: Path, way: str
):
    with closing(open_core(shop)) as core:
        kim = core.contacts.add(ContactForm("김민지"))
        for number in range(2):
            core.files.set_photo(kim, png(2, 2) + MARK * 10 + bytes([number]))
    old = None if way == "set" else locking.protect(shop, PASSWORD, None, cost=CHEAP)
    key = file_keys.key_in(shop, old)
    new = PASSWORD if way == "set" else ""
    known = {sha256: store_of(shop, key).read(sha256) for sha256 in needed(shop, old)}
    step, ends = 1, set()
    while True:
        folder = shutil.copytree(shop.parent, tmp_path.with_name(f"{tmp_path.name}-{step}"))
        copy = folder / shop.name
        died = dies_at(step, partial(locking.protect, copy, new, old, cost=CHEAP))
        present = locking.unlock(copy, PASSWORD)
        store = store_of(copy, file_keys.ensure(copy, present))
        assert {sha256: store.read(sha256) for sha256 in known} == known  # as it was left
        if not died:
            with closing(open_core(copy, key=present)) as core:
                assert core.care.check() == []
        elif present:
            store.seal()
        assert {sha256: store.read(sha256) for sha256 in known} == known
        counts = len(store.sealed_files()), len(list(store.names()))
        assert counts == ((len(known), 0) if present else (0, len(known)))
        assert not present or traces(folder) == []
        ends.add(bool(present))
        shutil.rmtree(folder)
        if not died:
            break
        step += 1
    assert ends == {True, False}
    assert step > 10
