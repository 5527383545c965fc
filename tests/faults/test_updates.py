"""An update killed or without room leaves a whole program; a backup is whole or not there."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from app import care
from app.bootstrap import open_core
from app.errors import StorageFailedError, UpdateError, UpdateProblem
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.updating.fetching import Source
from app.updating.updater import Updater
from tests.app.updating_parts import PUBLIC, make_program, publish, version_in
from tests.dumps import logical_dump
from tests.faults.shops import ENVIRONMENT, ROOT, is_sound, works
from tests.faults.test_disk import small_disk
from tests.faults.update_victim import start, update

__all__ = ["small_disk"]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and fork")
MOMENTS = max(4, int(os.environ.get("FAULT_MOMENTS", "20")) // 4)
SEED = int(os.environ.get("FAULT_SEED", "1"))


class Victim:
    """A process that updates and is killed."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.update_victim"], cwd=ROOT, env=ENVIRONMENT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, folder: Path, pause: float | None = None) -> float:
        """Let it update; return its seconds. With a pause it is killed then."""
        self.process.stdin.write(json.dumps(str(folder)) + "\n")
        self.process.stdin.flush()
        begun = 0.0
        while True:
            word, _, rest = self.process.stdout.readline().strip().partition(" ")
            if word == "begin":
                begun = time.monotonic()
                if pause is not None:
                    time.sleep(pause)
                    with suppress(ProcessLookupError):
                        os.kill(int(rest), signal.SIGKILL)
            else:
                assert (word, rest) in (("end", "0"), ("end", "9")), f"{word} {rest}"
                return time.monotonic() - begun

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_an_update_killed_at_any_moment_leaves_a_whole_program_that_goes_on(
    tmp_path, record_property
):
    template = tmp_path / "template"
    make_program(template / "apps" / "dangol", "1.0")
    publish(tmp_path / "shelf", "1.1")
    whole = {
        "1.0": contents(template / "apps" / "dangol"),
        "1.1": contents(tmp_path / "shelf" / "made-1.1" / "dangol"),
    }
    victim, moments = Victim(), random.Random(f"{SEED} update")
    ended = {"1.0": 0, "1.1": 0}
    try:
        usual = victim.run(shutil.copytree(template, tmp_path / "usual"))
        for number in range(MOMENTS):
            folder = shutil.copytree(template, tmp_path / str(number))
            victim.run(folder, moments.uniform(0, 1.1 * usual))
            program = folder / "apps" / "dangol"
            version = version_in(program)
            assert contents(program) == whole[version]
            ended[version] += 1
            assert start(folder) in whole  # the next start, whatever was left
            update(folder)
            start(folder)
            assert contents(program) == whole["1.1"]
            assert [p.name for p in program.parent.iterdir()] == ["dangol"]
            shutil.rmtree(folder)
    finally:
        victim.end()
    record_property("found", f"{MOMENTS} kills; left at 1.0: {ended['1.0']}, 1.1: {ended['1.1']}")


def test_an_update_without_room_leaves_the_program_and_nothing_else(small_disk, tmp_path):
    program = make_program(small_disk / "apps" / "dangol", "1.0")
    manifest = publish(tmp_path / "shelf", "1.1")
    before = contents(program.folder)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        filler.write_bytes(bytes(4_000_000))
    updater = Updater(tmp_path / "updates", keys=[PUBLIC], present="1.0", program=program)
    offer = updater.look(Source(str(manifest)), Ticket())
    with pytest.raises(UpdateError) as caught:
        updater.fetch(offer, Ticket())
    assert caught.value.problem is UpdateProblem.NO_ROOM
    assert contents(program.folder) == before
    assert [p.name for p in program.folder.parent.iterdir()] == ["dangol"]
    filler.unlink()
    updater.fetch(offer, Ticket())
    assert updater.record.version == "1.1"


def test_a_drive_that_is_full_or_pulled_out_never_keeps_a_shop_from_its_backup(
    small_disk, core, shop, clock
):
    kim = core.contacts.add(ContactForm(name="김민지"))
    own = core.care.choose_place(small_disk).folder
    assert core.care.keep_up().parent == own
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        filler.write_bytes(bytes(4_000_000))
    core.contacts.add_note(kim, "창가")
    made = core.care.before("import")
    assert made.parent == shop.parent / "backups"
    assert is_sound(made)
    assert logical_dump(made) == logical_dump(shop)
    assert [p.suffix for p in own.iterdir() if p.is_file()] == [".dangol"]
    filler.unlink()
    subprocess.run(["umount", "-l", str(small_disk)], check=True)
    small_disk.rmdir()
    try:
        clock.move(days=1)
        core.contacts.add_note(kim, "장미")
        assert core.care.keep_up().parent == shop.parent / "backups"
        works(core)
    finally:
        small_disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(small_disk)], check=True)


def test_a_salvage_without_room_leaves_the_damaged_shop_as_it_was(small_disk, template, tmp_path):
    path = small_disk / "shop.db"
    path.write_bytes(template.read_bytes())
    with pytest.raises(OSError, match="No space"):
        (small_disk / "filler").write_bytes(bytes(4_000_000))
    before = path.read_bytes()
    with pytest.raises(StorageFailedError) as caught:
        care.salvage_in_place(path)
    assert caught.value.reason == "full"
    assert path.read_bytes() == before
    assert {p.name for p in small_disk.iterdir()} == {"shop.db", "filler"}
    (small_disk / "filler").unlink()
    core = open_core(path)
    works(core)
    core.close()
