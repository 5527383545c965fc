"""A shop's file with a password: set, changed, removed; backups, files beside it, and cuts."""

import json
import os
import shutil
import signal
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from app import locking
from app.bootstrap import open_core
from app.care import key_after, restore
from app.cli import main
from app.errors import (
    FileError,
    InvalidInputError,
    PasswordNeededError,
    StorageFailedError,
    WrongPasswordError,
)
from app.jobs import CancelledError, Ticket
from app.locking_attempts import Attempts
from app.locking_pins import PinService
from app.settings import PINS
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.words import say
from db import cipher_change
from tests.dumps import logical_dump
from tests.files import write_csv

CHEAP = 9  # what a password costs to guess; nobody guesses here
PASSWORD, OTHER = "비밀번호 열두 글자", "another password"
SQLITE = b"SQLite format 3\x00"
SECRET = "김비밀"
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a child of this very process")


@pytest.fixture
def filled(shop: Path) -> Path:
    core = open_core(shop)
    core.contacts.add(ContactForm(SECRET, phone="010-0100-7777"))
    core.close()
    return shop


def traces(folder: Path) -> list[str]:
    """Return the files below a folder in which the name stands to be read."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if SECRET.encode() in path.read_bytes())


def test_a_password_encrypts_all_of_it_and_another_or_none_leaves_every_row_as_it_was(
    filled: Path, tmp_path: Path
):
    before = logical_dump(filled)
    core = open_core(filled)
    old_backup = core.care.back_up()
    core.close()
    with pytest.raises(InvalidInputError):
        locking.protect(filled, "short", None)
    steps: list[str] = []
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP, told=steps.append)
    assert tuple(steps) == locking.STEPS
    assert locking.is_locked(filled)
    assert traces(tmp_path) == [old_backup.name]
    assert locking.protect_backups(filled, key) == []
    assert traces(tmp_path) == []
    assert logical_dump(filled, key) == logical_dump(old_backup, key) == before
    # Neither none nor a wrong one opens it, and the file stays as it is.
    held = filled.read_bytes()
    with pytest.raises(PasswordNeededError):
        open_core(filled)
    with pytest.raises(WrongPasswordError):
        locking.unlock(filled, "비밀번호 열두 글짜")
    assert filled.read_bytes() == held
    # The right one tells a damaged first page from a wrong one, as a backup opens with it.
    filled.write_bytes(held[:16] + b"spoilt" + held[22:])
    assert locking.unlock(filled, PASSWORD) == key
    with pytest.raises(StorageFailedError, match="damaged"):
        open_core(filled, key=key)
    with pytest.raises(WrongPasswordError):
        locking.unlock(filled, OTHER)
    filled.write_bytes(held)
    # In pieces, as macOS types Hangul, it is the same password.
    assert locking.unlock(filled, unicodedata.normalize("NFD", PASSWORD)) == key
    other = locking.protect(filled, OTHER, key, cost=CHEAP)
    with pytest.raises(PasswordNeededError):
        open_core(filled, key=key)
    assert logical_dump(filled, other) == before
    locking.protect(filled, "", other)
    assert filled.read_bytes().startswith(SQLITE)
    assert logical_dump(filled) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "shop.db"]


def test_all_that_is_done_in_a_locked_shop_stays_encrypted_and_can_be_taken_back(
    filled: Path, tmp_path: Path, monkeypatch
):
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    stages = tmp_path / "stages"
    stages.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(stages))
    book = tmp_path / "book.csv"
    people = [(f"{SECRET}{n}", f"010-0200-{n:04}") for n in range(40)]
    write_csv(book, [("이름", "전화"), *people])
    core = open_core(filled, key=key)
    second = open_core(filled, key=key)  # another window of the same shop
    assert second.contacts.count() == 1
    second.close()
    prepared = core.imports.prepare(ImportRequest(path=book), Ticket())
    left: list[str] = []
    real = core.store.action

    def looked(*given, **facts):
        left.extend(traces(stages))
        return real(*given, **facts)

    monkeypatch.setattr(core.store, "action", looked)
    assert core.imports.run(prepared, Ticket()).added == 40
    monkeypatch.setattr(core.store, "action", real)
    assert left == []  # what is staged for an import is encrypted too
    book.unlink()
    assert len(core.contacts.find(SECRET).contacts) == 41
    assert len(core.contacts.find("ㄱㅂㅁ").contacts) == 41
    taken = tmp_path / "taken.xlsx"  # a workbook can have a password of its own
    assert core.exports.is_protected
    core.exports.people(taken, exact=False, ticket=Ticket(), password=OTHER)
    with pytest.raises(FileError):
        core.imports.prepare(ImportRequest(path=taken), Ticket())
    again = core.imports.prepare(ImportRequest(path=taken, password=OTHER), Ticket())
    assert core.imports.rehearse(again, Ticket()).same == 41
    backup = core.care.back_up()
    assert core.care.is_good(backup)
    core.history.undo()
    assert core.contacts.count() == 1
    assert core.care.check() == []
    assert traces(tmp_path) == []
    core.close()
    # Going back to the backup needs the same key; one in plain takes the shop's.
    with pytest.raises(PasswordNeededError):
        restore(backup, filled)
    before = restore(backup, filled, key=key, present=key)
    assert locking.is_locked(before)
    assert key_after(backup, key, key) == key
    core = open_core(filled, key=key)
    assert core.contacts.count() == 41
    core.close()
    plain = Path(shutil.copy(filled, tmp_path / "plain.backup.dangol"))
    locking.protect(plain, "", key)
    restore(plain, filled, present=key)
    assert logical_dump(filled, key) == logical_dump(plain)


def in_child(act: Callable[[], object]) -> int:
    """Run something in a process of its own; return how that ended, as os.waitpid tells it."""
    child = os.fork()
    if child == 0:
        try:
            act()
            os._exit(0)
        except StorageFailedError as error:
            os._exit(2 if error.reason == "busy" else 1)
    return os.waitpid(child, 0)[1]


def dies_after(step: str) -> Callable[[str], None]:
    def cut(done: str) -> None:
        if done == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return cut


@FORKS
@pytest.mark.parametrize("way", ["set", "remove"])
def test_cut_at_any_step_the_shop_is_whole_under_the_old_password_or_the_new(
    filled: Path, tmp_path: Path, way: str
):
    old = None if way == "set" else locking.protect(filled, PASSWORD, None, cost=CHEAP)
    before = logical_dump(filled, old)
    for step in locking.STEPS:
        copy = Path(shutil.copy(filled, tmp_path / f"{step}.db"))
        new = "" if way == "remove" else OTHER
        change = partial(locking.protect, copy, new, old, cost=CHEAP, told=dies_after(step))
        assert in_child(change) == signal.SIGKILL
        is_new = step == "swapped"
        assert locking.is_locked(copy) == (way != "remove" if is_new else old is not None)
        key = locking.unlock(copy, OTHER if is_new else PASSWORD)
        core = open_core(copy, key=key)
        assert core.care.check() == []
        core.close()
        assert logical_dump(copy, key) == before
        assert sorted(p.name for p in tmp_path.glob(f"{step}.db*")) == [copy.name]


@FORKS
def test_while_another_program_has_the_shop_open_its_password_stays_as_it_is(filled: Path):
    core = open_core(filled)
    core.contacts.count()
    assert (
        os.waitstatus_to_exitcode(
            in_child(partial(locking.protect, filled, PASSWORD, None, cost=CHEAP))
        )
        == 2
    )  # busy
    core.contacts.add(ContactForm("이하은"))
    assert core.care.check() == []
    core.close()
    assert not locking.is_locked(filled)
    assert len(logical_dump(filled)["contact"]) == 2


@FORKS
def test_without_room_for_the_new_file_the_shop_stays_as_it_is(filled: Path, tmp_path: Path):
    import resource  # where there is a fork there is this

    before = logical_dump(filled)

    def without_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        locking.protect(filled, PASSWORD, None, cost=CHEAP)

    assert os.waitstatus_to_exitcode(in_child(without_room)) == 1  # told, and no crash
    assert sorted(path.name for path in tmp_path.iterdir()) == [filled.name]
    assert logical_dump(filled) == before


def test_the_password_of_a_large_shop_is_changed_and_removed_while_its_progress_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cipher_change, "LOOK", 100)  # as often as in one of many pages
    key, before = None, logical_dump(filled)
    for password in (PASSWORD, OTHER, ""):
        told: list[tuple[int, int]] = []
        ticket = Ticket(lambda done, total, told=told: told.append((done, total)))
        key = locking.protect(filled, password, key, cost=CHEAP, ticket=ticket)
        assert any(2 * done < total for done, total in told)  # while it was copied
        assert logical_dump(filled, key) == before


def test_whoever_stops_it_while_it_is_encrypted_has_the_shop_as_it_was(
    filled: Path, tmp_path: Path
):
    before = logical_dump(filled)
    for where in ("settled", "copied"):  # then the copy is stopped, or its proof
        ticket = Ticket()
        stop = {where: ticket.cancel}
        with pytest.raises(CancelledError):
            locking.protect(
                filled, PASSWORD, None, cost=CHEAP, ticket=ticket,
                told=lambda step, stop=stop: stop.get(step, str)(),
            )  # fmt: skip
        assert sorted(path.name for path in tmp_path.iterdir()) == [filled.name]
        assert logical_dump(filled) == before


def test_the_command_line_takes_the_password_from_a_file(filled: Path, tmp_path: Path):
    locking.protect(filled, PASSWORD, None, cost=CHEAP)
    right, wrong = tmp_path / "right.txt", tmp_path / "wrong.txt"
    right.write_text(PASSWORD + "\n", encoding="utf-8")
    wrong.write_text("whatever else\n", encoding="utf-8")

    def run(*words: object):
        return CliRunner().invoke(main, [*map(str, words), "--db", str(filled), "--json"])

    found = run("find", SECRET, "--password-file", right)
    assert [c["name"] for c in json.loads(found.output)["found"]] == [SECRET]
    for said in (run("check"), run("check", "--password-file", wrong)):
        assert (said.exit_code, json.loads(said.output)["error"]) == (1, "locked")
    listed = run("export", "sales", tmp_path / "sales.csv", "--password-file", right)
    warned = {say("export.open_to_all", language) for language in ("en", "ko")}
    assert listed.stderr.strip() in warned
    made = json.loads(run("backup", "--password-file", right).output)["file"]
    assert run("restore", made, "--password-file", right).exit_code == 0
    assert locking.is_locked(filled)


def test_pins_tell_who_is_at_the_desk_and_are_kept_as_a_hash_alone(filled: Path):
    key = locking.protect(filled, PASSWORD, None, cost=CHEAP)
    core = open_core(filled, key=key)
    pins = PinService(core.store, cost=CHEAP)
    owner, other = core.staff.present_id, core.staff.add("하늘")
    pins.put(owner, "2580")
    for odd in ("258", "123456789", "12a4", "", "１２３４"):
        with pytest.raises(InvalidInputError):
            pins.put(other, odd)
    with pytest.raises(InvalidInputError):
        pins.put(other, "2580")  # somebody else's
    pins.put(other, "13579")
    assert pins.holders() == {owner, other}
    assert (pins.who("2580"), pins.who("13579"), pins.who("1357")) == (owner, other, None)
    pins.sit_down(other)
    core.contacts.add(ContactForm("이하은"))
    assert core.history.entries(limit=1)[0].actor == "하늘"
    with core.store.read() as unit:
        assert "13579" not in json.dumps(unit.settings.all())
    core.staff.remove(other)
    assert (pins.who("13579"), pins.holders()) == (None, {owner})
    pins.remove(owner)
    assert pins.who("2580") is None
    core.close()


@pytest.mark.parametrize(
    "kept",
    [
        "{", "7", "[]", '{"pins": []}', '{"salt": "", "cost": 8, "pins": {"1": "가"}}',
        '{"salt": "0g", "cost": 8, "pins": {}}', '{"salt": "00", "cost": 99, "pins": {"1": "a"}}',
        '{"salt": "00", "cost": 8, "pins": {"1": 2}}', "[" * 9000,
    ],
)  # fmt: skip
def test_pins_that_were_spoilt_are_nobodys(core, kept: str):
    core.settings.put(PINS, kept)
    assert (core.pins.holders(), core.pins.who("2580")) == (frozenset(), None)
    pins = PinService(core.store, cost=CHEAP)
    pins.put(core.staff.present_id, "2580")
    assert pins.who("2580") == core.staff.present_id


def test_after_a_few_wrong_passwords_each_has_to_wait_twice_as_long():
    attempts = Attempts()
    assert [attempts.failed() for _ in range(6)] == [0, 0, 1, 2, 4, 8]
    assert [attempts.failed() for _ in range(20)][-1] == 60
