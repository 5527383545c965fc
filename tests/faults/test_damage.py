"""Damaged files: refused with a sentence and the newest good backup, never a crash."""

import json
import os
import random
import select
import time
from collections import Counter
from pathlib import Path

import pytest

from app.bootstrap import open_core
from app.care import newest_good_backup
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump
from tests.faults.shops import is_sound, on_posix, python, state_of, works
from tests.files import bring_in

SEED = int(os.environ.get("FAULT_SEED", "1"))
TIMES = max(10, int(os.environ.get("FAULT_MOMENTS", "0")) // 5)
PAGE = 4096
READS = """
import sys
from pathlib import Path
from app.bootstrap import open_core
from app.errors import UserError
from app.words import describe
from app.shapes.contacts import ContactForm
for line in sys.stdin:
    outcome, core = "unharmed", None
    try:
        core = open_core(Path(line.strip()))
        if core.care.check():
            outcome = "found"  # by the check, which says where
        for row in core.contacts.page("name", descending=False, offset=0, limit=2000):
            core.contacts.detail(row.id)
        core.contacts.find("손님1")
        core.history.entries()
        core.contacts.add(ContactForm(name="뒤에 온 손님"))
        core.history.undo()
    except UserError as error:
        outcome = "refused" if describe(error, "ko") else "bug without words"
    except Exception as error:
        where = error.__traceback__
        while where.tb_next:
            where = where.tb_next
        outcome = f"bug {error!r} {where.tb_frame.f_code.co_filename}:{where.tb_lineno}"[:900]
    finally:
        if core:
            core.close()
    print(outcome.replace("\\n", " "), flush=True)
"""


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


# A log that was torn: its frames bear checksums, so that only whole commits come back


def cut(log: bytes, moments: random.Random) -> bytes:
    return log[: moments.randrange(len(log) + 1)]


def spoiled(log: bytes, moments: random.Random) -> bytes:
    at = moments.randrange(len(log))
    return log[:at] + bytes([log[at] ^ (1 << moments.randrange(8))]) + log[at + 1 :]


def overwritten(log: bytes, moments: random.Random) -> bytes:
    at, length = moments.randrange(len(log)), moments.randrange(1, 9000)
    return log[:at] + moments.randbytes(length) + log[at + length :]


@pytest.mark.parametrize("harm", [cut, spoiled, overwritten])
def test_a_torn_log_gives_back_whole_actions_alone(
    core, shop, template, tmp_path, harm, record_property
):
    states = [state_of(template), state_of(shop)]
    contact = core.contacts.add(ContactForm(name="김민지"))
    states.append(state_of(shop))
    for number in range(12):
        core.contacts.edit(contact, ("company", "nickname")[number % 2], f"값{number}")
        states.append(state_of(shop))
    log, file = shop.with_name("shop.db-wal").read_bytes(), shop.read_bytes()
    core.close()
    moments, back = random.Random(f"{SEED} {harm.__name__}"), []
    for number in range(TIMES):
        path = tmp_path / f"{number}.db"
        path.write_bytes(file)
        path.with_name(f"{number}.db-wal").write_bytes(harm(log, moments))
        assert is_sound(path)
        assert state_of(path) in states
        back.append(states.index(state_of(path)))
        survivor = open_core(path)
        works(survivor)
        survivor.close()
    record_property(
        "found", f"{TIMES} logs, {min(back)} to {max(back)} of {len(states) - 1} actions came back"
    )


# Pages of the file itself


@on_posix
def test_damaged_pages_are_refused_with_a_sentence_and_never_crash(
    core, book, shop, tmp_path, record_property
):
    """Each damaged file is opened, read, searched, checked and written to by another process."""
    bring_in(core, book)
    core.care.back_up()
    core.close()
    whole = shop.read_bytes()
    moments, said, number = random.Random(SEED), Counter(), 0
    with python(READS, "ko") as reader:
        for number in range(TIMES):
            path = tmp_path / f"{number}.db"
            path.write_bytes(harmed(whole, moments))
            reader.stdin.write(f"{path}\n")
            reader.stdin.flush()
            ready, _, _ = select.select([reader.stdout], [], [], 60)
            assert ready, f"seed {SEED}, file {number}: still at it after a minute"
            line = reader.stdout.readline().strip()
            assert line, f"seed {SEED}, file {number}: crashed"
            outcome, _, detail = line.partition(" ")
            assert outcome != "bug", f"seed {SEED}, file {number}: {detail}"
            said[outcome] += 1
            path.unlink()
        reader.stdin.close()
    assert newest_good_backup(shop) is not None
    found = ", ".join(f"{count} {what}" for what, count in said.items())
    record_property("found", f"{TIMES} files: {found}")


def harmed(whole: bytes, moments: random.Random) -> bytes:
    """A page of noise or of nothing, a page in the place of another, some bits, or the end gone."""
    pages = len(whole) // PAGE
    at, kind = moments.randrange(pages) * PAGE, moments.randrange(5)
    if kind == 0:
        return whole[:at] + moments.randbytes(PAGE) + whole[at + PAGE :]
    if kind == 1:
        return whole[:at] + bytes(PAGE) + whole[at + PAGE :]
    if kind == 2:
        other = moments.randrange(pages) * PAGE
        return whole[:at] + whole[other : other + PAGE] + whole[at + PAGE :]
    if kind == 3:
        harmed = bytearray(whole)
        for _ in range(20):
            harmed[at + moments.randrange(PAGE)] ^= 1 << moments.randrange(8)
        return bytes(harmed)
    return whole[: at + moments.randrange(PAGE)]
