"""Drives of a network and sticks: gone, turned read-only or failing in the middle of something."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_core
from app.care import newest_good_backup, restore
from app.errors import FileError, FileProblem, StorageFailedError, UpdateError
from app.jobs import Ticket
from app.locking import is_locked, protect
from app.moving import pack
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.updating.fetching import Source
from app.updating.updater import Updater
from app.words import describe
from tests.app.updating_parts import PUBLIC, make_program, publish
from tests.dumps import logical_dump
from tests.faults.shops import is_sound, ledger, on_posix, works
from tests.files import bring_in, export

pytestmark = on_posix
GONE = ("cannot_open", "read_only")


class Drive:
    """A folder of another file system: what is in it stays while it is away."""

    def __init__(self, place: Path, store: Path) -> None:
        self.place, self._store = place, store
        self.away = False
        for folder in (place, store):
            folder.mkdir()
        _run("mount", "--bind", str(store), str(place))

    def vanish(self) -> None:
        """As a cable that is pulled: whoever has a file open goes on with it, nobody else."""
        self.leave_its_place()
        self.place.rmdir()

    def leave_its_place(self) -> None:
        """As a network drive somebody mounts by hand: an empty folder of this PC is seen."""
        _run("umount", "-l", str(self.place))
        self.away = True

    def turn_read_only(self) -> None:
        _run("mount", "-o", "remount,ro,bind", str(self.place))

    def come_back(self) -> None:
        if self.away:
            self.place.mkdir(exist_ok=True)
            assert list(self.place.iterdir()) == []  # nothing was made in its place
            _run("mount", "--bind", str(self._store), str(self.place))
        else:
            _run("mount", "-o", "remount,rw,bind", str(self.place))
        self.away = False

    def fail(self, how: str) -> None:
        ways = {
            "gone": self.vanish, "its place left": self.leave_its_place,
            "read-only": self.turn_read_only,
        }  # fmt: skip
        ways[how]()


def _run(*words: str) -> None:
    try:
        done = subprocess.run(words, capture_output=True, check=False, text=True)
    except OSError as error:
        pytest.skip(f"no mount: {error}")
    if done.returncode:
        pytest.skip(f"no drive may be mounted here: {done.stderr.strip()}")


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Drive]:
    drive = Drive(tmp_path / "drive", tmp_path / "what is on it")
    yield drive
    subprocess.run(["umount", "-l", str(drive.place)], capture_output=True, check=False)


class After(Ticket):
    """Does something once so many steps of a job are done."""

    def __init__(self, steps: int, act: Callable[[], None]) -> None:
        super().__init__()
        self._left, self._act = steps, act

    def advance(self, done: int, total: int) -> None:
        super().advance(done, total)
        self._left -= 1
        if self._left == 0:
            self._act()


@pytest.mark.parametrize("how", ["gone", "its place left", "read-only"])
def test_a_shop_on_a_drive_that_fails_loses_nothing_and_goes_on_when_it_is_back(
    drive, template, book, how
):
    path = drive.place / "shop.db"
    path.write_bytes(template.read_bytes())
    core = open_core(path)
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.contacts.add_note(kim, "창가")
    before = logical_dump(path), ledger(path)
    if how == "read-only":  # which files that are open keep a drive from
        core.database.close()
    drive.fail(how)
    for work in (
        lambda: core.contacts.add_note(kim, "장미"),
        core.history.undo,
        lambda: bring_in(core, book),
        core.care.back_up,
    ):
        with pytest.raises(StorageFailedError) as caught:
            work()
        assert caught.value.reason in GONE, caught.value.reason
        assert describe(caught.value, "ko")
    drive.come_back()
    assert (logical_dump(path), ledger(path)) == before
    core.contacts.add_note(kim, "장미")
    works(core)
    core.close()
    assert is_sound(path)


@pytest.mark.parametrize("how", ["gone", "its place left", "read-only"])
def test_a_backup_goes_beside_the_shop_while_its_drive_fails(drive, core, shop, clock, how):
    kim = core.contacts.add(ContactForm(name="김민지"))
    own = core.care.choose_place(drive.place).folder
    first = core.care.keep_up()
    assert first.parent == own
    drive.fail(how)
    clock.move(days=1)
    core.contacts.add_note(kim, "창가")
    made = core.care.keep_up()
    assert made.parent == shop.parent / "backups"
    assert logical_dump(made) == logical_dump(shop)
    drive.come_back()
    clock.move(days=1)
    core.contacts.add_note(kim, "장미")
    assert core.care.keep_up().parent == own
    assert is_sound(first)
    assert list(own.glob("*.partial")) == []


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
@pytest.mark.parametrize("how", ["gone", "read-only"])
def test_an_export_to_a_drive_that_fails_leaves_the_file_that_was_there(
    drive, core, book, how, name
):
    bring_in(core, book)
    path = drive.place / name
    path.write_text("old", encoding="utf-8")
    if how == "gone":  # a file that is open keeps a drive from turning read-only
        with pytest.raises(FileError) as caught:
            core.exports.people(path, exact=False, ticket=After(1, drive.vanish))
        drive.come_back()
        assert path.read_text(encoding="utf-8") == "old"
        drive.vanish()
    else:
        drive.fail(how)
    with pytest.raises(FileError) as caught:
        export(core, path)
    assert caught.value.problem in (FileProblem.NOT_FOUND, FileProblem.NOT_WRITABLE)
    assert describe(caught.value, "ko")
    drive.come_back()
    assert path.read_text(encoding="utf-8") == "old"
    export(core, path)
    assert path.stat().st_size > 1000
    works(core)


@pytest.mark.parametrize("when", ["before", "while it is written"])
def test_a_file_for_another_pc_is_there_whole_or_not_at_all(drive, core, book, when):
    bring_in(core, book)
    path = drive.place / "봄날.move.dangol"
    if when == "before":
        drive.vanish()
    with pytest.raises((StorageFailedError, FileError)) as caught:
        pack(core, path, {}, After(1, drive.vanish) if when != "before" else Ticket())
    assert describe(caught.value, "en")
    drive.come_back()
    assert not path.exists()
    pack(core, path, {}, Ticket())
    works(core)


@pytest.mark.parametrize("how", ["gone", "read-only"])
def test_an_update_on_a_drive_that_fails_leaves_the_program_as_it_is(drive, tmp_path, how):
    program = make_program(tmp_path / "apps" / "dangol", "1.0")
    before = {file.name: file.read_bytes() for file in program.folder.iterdir()}
    manifest = publish(drive.place / "shelf", "1.1")
    updater = Updater(tmp_path / "updates", keys=[PUBLIC], present="1.0", program=program)
    offer = updater.look(Source(str(manifest)), Ticket())
    if how == "gone":
        drive.vanish()
        with pytest.raises(UpdateError) as caught:
            updater.fetch(offer, Ticket())
        assert describe(caught.value, "ko")
        drive.come_back()
    else:
        drive.turn_read_only()
    updater.fetch(offer, Ticket())  # to read it is enough
    assert updater.record.version == "1.1"
    assert {file.name: file.read_bytes() for file in program.folder.iterdir()} == before


@pytest.mark.parametrize("how", ["gone", "read-only"])
def test_a_shop_on_a_drive_that_fails_gets_no_password_by_half(drive, template, how):
    path = drive.place / "shop.db"
    path.write_bytes(template.read_bytes())
    core = open_core(path)
    core.contacts.add(ContactForm(name="김민지"))
    core.close()
    before = logical_dump(path)
    for step in range(3):
        told = [0]

        def fail(_step: str, told: list[int] = told, step: int = step) -> None:
            told[0] += 1
            if told[0] == step and how == "gone":
                drive.vanish()

        if how == "read-only" or not step:
            drive.fail(how)
        with pytest.raises(StorageFailedError) as caught:
            protect(path, "twelve roses", None, cost=9, told=fail)
        assert describe(caught.value, "ko")
        drive.come_back()
        assert not is_locked(path)
        assert logical_dump(path) == before
    core = open_core(path)
    works(core)
    core.close()


def test_a_list_on_a_drive_that_fails_is_refused_and_nothing_changes(drive, core, shop, book):
    path = drive.place / "list.csv"
    path.write_bytes(book.read_bytes())
    before = logical_dump(shop)
    drive.vanish()
    with pytest.raises(FileError) as caught:
        core.imports.prepare(ImportRequest(path=path), Ticket())
    assert caught.value.problem in (FileProblem.NOT_FOUND, FileProblem.VANISHED)
    assert logical_dump(shop) == before


@pytest.fixture
def worn_disk(tmp_path: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """A disk, and how its blocks become unreadable: what is asked of them is an I/O error."""
    image, place = tmp_path / "disk.img", tmp_path / "worn"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(24_000_000)
    _run("mkfs.ext4", "-q", "-O", "^has_journal", str(image))
    _run("mount", "-o", "loop", str(image), str(place))

    def wear_out() -> None:
        subprocess.run(["sync"], check=True)
        with image.open("r+b") as file:
            file.truncate(2_000_000)
        Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")

    yield place, wear_out
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def test_an_older_backup_is_offered_where_the_newest_cannot_be_read(worn_disk, core, shop, clock):
    place, wear_out = worn_disk
    core.contacts.add(ContactForm(name="김민지"))
    older = core.care.back_up()
    core.care.choose_place(place)
    clock.move(days=1)
    core.contacts.add(ContactForm(name="이하은"))
    newest = core.care.back_up()
    assert place in newest.parents
    wear_out()
    with pytest.raises(OSError, match="Input/output"):
        newest.read_bytes()
    assert newest_good_backup(shop) == older
    with pytest.raises((StorageFailedError, FileError)) as caught:
        restore(newest, shop.with_name("other.db"))
    assert describe(caught.value, "ko")
    works(core)
