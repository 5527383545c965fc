"""Files and photos of contacts: kept by what is in them, proved, opened under safe names."""

import stat
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import care
from app.bootstrap import open_core
from app.errors import FileError, FileProblem, GoneError
from app.file_names import MOST_BYTES, is_program, safe_name
from app.file_sources import MOST_MEGABYTES, keep, look
from app.pictures import look_at
from app.shapes.contacts import ContactForm
from db.file_store import store_of
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지"))


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "outside" / "계약서 2026.txt"
    path.parent.mkdir()
    path.write_bytes(b"agreed\n" * 1000)
    return path


def png(width, height, pixels=None):
    def part(kind, content):
        whole = kind + content
        return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = pixels if pixels is not None else (b"\0" + b"\x80\x40\x20" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(lines))
        + part(b"IEND", b"")
    )  # fmt: skip


def kept(shop):
    return sorted(p for p in store_of(shop).folder.rglob("*") if p.is_file())


def test_a_file_is_kept_opened_removed_and_undone(core, shop, kim, letter, heard):
    before = logical_dump(shop)
    file_id = core.files.add(kim, letter)
    (row,) = core.files.of(kim)
    assert (row.id, row.name, row.size, row.media_type, row.flaw) == (
        file_id, "계약서 2026.txt", 7000, "text/plain", "",
    )  # fmt: skip
    copy = core.files.copy_to_open(file_id)
    assert copy.name == letter.name
    assert copy.read_bytes() == letter.read_bytes()
    assert not copy.stat().st_mode & stat.S_IWUSR
    core.files.remove(file_id)
    assert core.files.of(kim) == []
    with pytest.raises(GoneError):
        core.files.copy_to_open(file_id)
    core.history.undo()
    assert [row.name for row in core.files.of(kim)] == ["계약서 2026.txt"]
    core.history.undo()
    assert logical_dump(shop) == before
    core.history.redo()
    assert core.files.copy_to_open(file_id).read_bytes() == letter.read_bytes()
    assert core.care.check() == []


def test_the_same_bytes_lie_there_once(core, shop, kim, letter):
    core.files.add(kim, letter)
    other = letter.with_name("copy.txt")
    other.write_bytes(letter.read_bytes())
    core.files.add(kim, other)
    assert len(kept(shop)) == 1
    assert len(core.files.of(kim)) == 2


def test_a_missing_and_a_damaged_file_are_told(core, shop, kim, letter, tmp_path):
    first = core.files.add(kim, letter)
    letter.write_bytes(b"other")
    second = core.files.add(kim, letter)
    store = store_of(shop)
    rows = {row.id: row for row in core.files.of(kim)}
    good = [p for p in kept(shop) if p.stat().st_size == 7000]
    good[0].unlink()
    bad = next(p for p in kept(shop))
    bad.write_bytes(b"0ther")
    assert {i: row.flaw for i, row in rows.items()} == {first: "", second: ""}
    assert {row.id: row.flaw for row in core.files.of(kim)} == {first: "missing", second: ""}
    for file_id, problem in (
        (first, FileProblem.MISSING), (second, FileProblem.KEPT_DAMAGED),
    ):  # fmt: skip
        with pytest.raises(FileError) as caught:
            core.files.copy_to_open(file_id)
        assert caught.value.problem is problem
    assert [(f.what, f.count) for f in core.care.check()] == [
        ("file_damaged", 1), ("file_missing", 1),
    ]  # fmt: skip
    core.files.add(kim, letter)  # heals
    assert store.is_good(bad.parent.name + bad.name)


def test_what_cannot_be_kept_is_refused_in_words(core, kim, tmp_path, monkeypatch):
    monkeypatch.setattr("app.file_sources.MOST_MEGABYTES", 1)
    big = tmp_path / "big.bin"
    big.write_bytes(b"0" * 1_000_001)
    for path, problem in (
        (big, FileProblem.TOO_BIG_TO_KEEP),
        (tmp_path, FileProblem.NO_FILE),
        (tmp_path / "nothing", FileProblem.NOT_FOUND),
    ):
        with pytest.raises(FileError) as caught:
            core.files.add(kim, path)
        assert caught.value.problem is problem
    big.write_bytes(b"0")
    with pytest.raises(GoneError):
        core.files.add(kim + 1, big)


def test_a_file_that_grows_while_it_is_read_is_not_kept(core, kim, tmp_path, shop):
    """What was looked at before says nothing of what is read."""
    path = tmp_path / "log.txt"
    with path.open("wb") as file:
        file.truncate(MOST_MEGABYTES * 1_000_000 + 1)
    for read in (look, lambda source: keep(store_of(shop), source)):
        with pytest.raises(FileError) as caught:
            read(path)
        assert caught.value.problem is FileProblem.TOO_BIG_TO_KEEP
    assert kept(shop) == []


def test_a_program_is_not_started_but_can_be_saved(core, kim, tmp_path):
    path = tmp_path / "청구서.pdf.exe"
    path.write_bytes(b"MZ")
    file_id = core.files.add(kim, path)
    with pytest.raises(FileError) as caught:
        core.files.copy_to_open(file_id)
    assert caught.value.problem is FileProblem.PROGRAM
    target = tmp_path / "saved.exe"
    core.files.save_copy(file_id, target)
    assert target.read_bytes() == b"MZ"


def test_backups_bring_the_files_and_copy_each_once(core, shop, kim, letter, tmp_path):
    first = core.files.add(kim, letter)
    backup = core.care.back_up()
    beside = tmp_path / "backups" / "shop.db.files"
    (copied,) = (p for p in beside.rglob("*") if p.is_file())
    moment = copied.stat().st_mtime_ns
    letter.write_bytes(b"second")
    core.files.add(kim, letter)
    core.care.back_up()
    assert copied.stat().st_mtime_ns == moment
    assert len([p for p in beside.rglob("*") if p.is_file()]) == 2
    core.close()
    for path in kept(shop):
        path.unlink()
    care.restore(backup, shop)
    again = open_core(shop)
    assert again.files.copy_to_open(first).read_bytes() == b"agreed\n" * 1000
    assert again.care.check() == []
    again.close()
    assert len(kept(shop)) == 1  # the second is of no use to the shop of then


def test_a_photo_is_set_shown_removed_and_undone(core, kim):
    picture = png(40, 30)
    core.files.set_photo(kim, picture)
    assert core.files.photo(kim) == picture
    core.files.remove_photo(kim)
    assert core.files.photo(kim) is None
    core.history.undo()
    assert core.files.photo(kim) == picture
    assert core.care.check() == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"no picture", FileProblem.NO_PICTURE),
        (b"", FileProblem.NO_PICTURE),
        (b"\xff\xd8\xff", FileProblem.NO_PICTURE),
        (b"\xff\xd8\xff\xe0\x00", FileProblem.NO_PICTURE),
        (b"GIF89a" + bytes(20), FileProblem.NO_PICTURE),
        (png(60_000, 60_000, b""), FileProblem.PICTURE_TOO_LARGE),
        (png(2**31 - 1, 2**31 - 1, b""), FileProblem.PICTURE_TOO_LARGE),
        (png(0, 0, b""), FileProblem.PICTURE_TOO_LARGE),
    ],
)
def test_no_picture_and_a_picture_bomb_are_refused(core, shop, kim, content, problem):
    with pytest.raises(FileError) as caught:
        core.files.set_photo(kim, content, "bomb.png")
    assert caught.value.problem is problem
    assert kept(shop) == []


@given(st.binary(max_size=300), st.booleans())
def test_looking_at_a_picture_never_fails(content, jpeg):
    look_at((b"\xff\xd8\xff\xe0" if jpeg else b"\x89PNG\r\n\x1a\n") + content)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\Users\\x\\a.txt", "a.txt"),
        ("..", "file"),
        ("", "file"),
        ("con", "_con"),
        ("CON.txt", "_CON.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("LPT².doc", "_LPT².doc"),
        ("nul .txt", "_nul .txt"),
        ("a:b|c?.txt", "a_b_c_.txt"),
        ("trailing. . ", "trailing"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("계\u1100\u1161약.pdf", "계가약.pdf"),
        ("tab\there\n.txt", "tabhere.txt"),
        ("가" * 300 + ".pdf", "가" * 65 + ".pdf"),
        ("lone\ud800.txt", "lone?.txt".replace("?", "_")),
    ],
)
def test_names_are_made_safe(name, safe):
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_a_safe_name_is_safe_and_stays_as_it_is(name):
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= MOST_BYTES + 1
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert safe not in (".", "..")
    assert safe == safe_name(safe)


def test_programs_are_known_by_any_spelling():
    assert is_program("a.EXE")
    assert is_program("사진.jpg.lnk")
    assert not is_program("a.pdf")
