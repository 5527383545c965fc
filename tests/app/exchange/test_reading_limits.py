"""Files that are none, broken, or made to take the program down: refused, each with a reason."""

import io
import os
import struct
import sys
import time
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path
from threading import Timer

import pytest
from book_bytes import MAIN, ods, ods_row, raw_xlsx, xlsb, zipped
from conftest import knows
from test_reading_excel import EVERY_KIND, simple
from xls_bytes import biff8, compound_file, record

from app.errors import FileError, FileProblem
from app.exchange.reading import ReadRequest, read_table
from app.jobs import CancelledError, Ticket

LISTED = "이름,전화\n김민지,010-1234-5678\n"


@pytest.fixture
def soon():
    """Whatever is refused is refused within a second of work."""
    began = time.process_time()
    yield
    assert time.process_time() - began < 1


def test_a_missing_file_a_folder_and_an_empty_name_are_refused(tmp_path):
    for path, problem in [
        (tmp_path / "없음.csv", FileProblem.NOT_FOUND),
        (tmp_path / "없음" / "a.csv", FileProblem.NOT_FOUND),
        (tmp_path, FileProblem.NOT_A_TABLE),
        (tmp_path / "a\0b.csv", FileProblem.NOT_FOUND),
    ]:
        with pytest.raises(FileError) as caught:
            read_table(path, ReadRequest(), Ticket(), knows)
        assert caught.value.problem is problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_refused(here):
    path = here(LISTED.encode())
    path.chmod(0)
    with pytest.raises(FileError) as caught:
        read_table(path, ReadRequest(), Ticket(), knows)
    assert caught.value.problem is FileProblem.NO_PERMISSION


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4,
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"GIF89a\x01\0\x01\0",
        b"BM\x8a\0\0\0\0\0\0\0\x8a\0\0\0",
        b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
        b"SQLite format 3\0\x10\0\x01\x01\0@  ",
        bytes(5_000),
        bytes(range(256)) * 20,
        compound_file({"WordDocument": bytes(5_000)}),
        zipped({"word/document.xml": "<w:document/>", "[Content_Types].xml": "<Types/>"}),
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        zipped({"고객.csv": LISTED}),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_though_it_is_called_csv(refusal, soon, content):
    assert refusal(content).problem is FileProblem.NOT_A_TABLE


@pytest.mark.parametrize(
    "content",
    [
        b"\x1f\x8b\x08\0abc", b"7z\xbc\xaf\x27\x1c\0\x04", b"Rar!\x1a\x07\0",
        b"\x09\x04\x06\0\0\0\x10\0", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", b'{"name": "Kim"}',
        b'[{"name": "Kim"}]', b"MIME-Version: 1.0\nContent-Type: multipart/related",
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<Workbook><Worksheet><Table><Row/></Table>',
    ],
)  # fmt: skip
def test_kinds_that_are_not_read_are_told_apart(refusal, soon, content):
    assert refusal(content, "고객.xls").problem is FileProblem.UNSUPPORTED


@pytest.mark.parametrize("content", [b"SCDSA004\0\0", b"<## NASCA DRM FILE - VER1.00 ##>\n"])
def test_document_safes_of_companies_are_locked_for_good(refusal, content):
    assert refusal(content, "고객.xlsx").problem is FileProblem.LOCKED_KIND


@pytest.mark.parametrize("first", ["BMI,이름", "MZ세대,이름", "Rare,이름", "MM,이름", "ID3,이름"])
def test_a_header_that_begins_like_a_binary_file_is_still_text(read, first):
    assert read(f"{first}\n1,김민지\n".encode(), header_line=1).rows == [["1", "김민지"]]


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_cut_file_is_refused(refusal, soon, kind, keep):
    content = EVERY_KIND[kind]
    why = refusal(content[: int(len(content) * keep)])
    assert why.problem in {FileProblem.DAMAGED, FileProblem.NOT_A_TABLE}


@pytest.mark.parametrize(
    "content",
    [
        raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">'
                 '<c r="XFD1048576"><v>1</v></c></row>'),
        raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999">'
                 '<c r="A99999999"><v>1</v></c></row>'),
        raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="999999">'
                 '<c r="Z999999"><v>1</v></c></row>'),
        raw_xlsx('<row r="1"><c r="A7"><v>1</v></c><c r="ZZZ9999999"><v>1</v></c></row>'),
        raw_xlsx("<row><c><v>1</v></c></row>" * 1_500 + f"<row>{'<c><v>1</v></c>' * 16_000}</row>"),
        raw_xlsx("", sheet=f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1">'
                 '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
                 "</x:sheetData></x:worksheet>"),
        xlsb([["이름"], ["김민지"]], column=16_000_000),
        ods(ods_row(["이름"]) + ods_row(["김민지"], repeated=30_000_000)),
        ods((ods_row(["이름"]) + ods_row(["김민지"], repeated=3_000_000)
             + '</table:table><table:table table:name="T">') * 7),
    ],
)  # fmt: skip
def test_a_far_cell_is_refused_instead_of_filling_the_memory(refusal, soon, content):
    tracemalloc.start()
    why = refusal(content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert why.problem is FileProblem.TOO_MANY_CELLS
    assert why.facts == {"limit": 20_000_000}
    assert peak < 50_000_000


def old(*records: bytes) -> bytes:
    """An old workbook whose only sheet ends with these records."""
    stream = biff8({"고객": [["이름"], ["김민지"]]})[:-4]
    return compound_file({"Workbook": stream + b"".join(records) + record(0x0A, b"")})


def test_a_far_cell_in_an_old_workbook_is_refused(refusal, soon):
    content = old(record(0x203, struct.pack("<HHHd", 65535, 65535, 0, 1.0)))
    assert refusal(content).problem is FileProblem.TOO_MANY_CELLS


def test_what_an_old_workbook_announces_is_not_believed(read, refusal, soon):
    extent = record(0x200, struct.pack("<IIHHH", 7, 0x7FFFFFFF, 9, 65535, 0))
    assert read(old(extent)).rows == [["김민지"]]
    content = old()
    announced = struct.pack("<HHII", 0xFC, 24, 2, 2)
    assert announced in content
    strings = content.replace(announced, struct.pack("<HHII", 0xFC, 24, 2, 0x7FFFFFFF))
    assert refusal(strings).problem is FileProblem.DAMAGED


def test_a_container_that_leads_in_a_circle_is_left_at_once(read, soon):
    content = bytearray(old())
    table = len(content) - 512
    for sector in range(8):  # each leads back to the first
        struct.pack_into("<I", content, table + 4 * sector, 0)
    with suppress(FileError):
        read(bytes(content))


@pytest.mark.parametrize(
    "content",
    [
        ods(ods_row(["이름"]) + "<table:table-row>"),
        ods(ods_row(["이름"]), manifest="<manifest>"),
        ods(ods_row(["이름"]).replace("이름", "&lol;")),
    ],
)
def test_an_open_document_that_is_no_xml_is_refused(refusal, soon, content):
    assert refusal(content).problem is FileProblem.DAMAGED


def test_a_panic_of_calamine_is_damage_and_nothing_worse(refusal, capfd):
    content = xlsb([["이름"], ["김민지"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relation = struct.pack("<I", 4) + "rId1".encode("utf-16-le")
    book = parts["xl/workbook.bin"]
    assert relation in book
    parts["xl/workbook.bin"] = book.replace(relation, relation.replace(b"1", b"2"))
    why = refusal(zipped(parts))
    assert why.problem is FileProblem.DAMAGED
    assert type(why.__cause__).__name__ == "PanicException"
    assert "panicked" in capfd.readouterr().err


def test_a_zip_bomb_is_refused(refusal, soon):
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(60):
            part.write(bytes(1_000_000))
    why = refusal(file.getvalue())
    assert why.problem is FileProblem.TOO_LARGE
    assert why.facts["limit"] == 500_000_000


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_part_that_lies_about_its_size_is_refused(refusal, part):
    with zipfile.ZipFile(io.BytesIO(simple())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts[part].rstrip() + os.urandom(200_000).hex().encode()
    parts[part] = content
    packed = zipped(parts)
    true, false = struct.pack("<I", len(content)), struct.pack("<I", 1_000)
    assert packed.count(true) == 2
    assert refusal(packed.replace(true, false)).problem is FileProblem.DAMAGED


FAR = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet2.xml", "worksheets/../worksheets/s.xml"])
def test_a_far_cell_is_found_wherever_its_sheet_is_kept(refusal, target):
    with zipfile.ZipFile(io.BytesIO(raw_xlsx(FAR))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"worksheets/sheet1.xml", target.encode())
    part = target[1:] if target.startswith("/") else f"xl/{target}"
    parts[part] = parts.pop("xl/worksheets/sheet1.xml")
    parts["xl/worksheets/s.xml"] = b"<worksheet/>"
    assert refusal(zipped(parts)).problem is FileProblem.TOO_MANY_CELLS


def test_a_part_whose_beginning_is_cut_off_is_refused(refusal):
    """The directory leads to the last four bytes of the file, where a comment looks like a part."""
    content = bytearray(raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(b"xl/workbook.xml"))
    struct.pack_into("<I", content, entry + 42, len(content))
    struct.pack_into("<H", content, len(content) - 2, 4)
    assert refusal(bytes(content) + b"PK\x03\x04").problem is FileProblem.DAMAGED


def test_a_package_with_one_name_twice_is_refused(refusal):
    file = io.BytesIO(simple())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", "")
    assert refusal(file.getvalue()).problem is FileProblem.DAMAGED


def test_a_package_of_very_many_parts_is_refused(refusal, soon):
    why = refusal(zipped({f"xl/worksheets/sheet{n}.xml": "" for n in range(10_001)}))
    assert why.problem is FileProblem.TOO_LARGE


DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)


def test_entities_are_never_opened(refusal, soon):
    assert refusal(raw_xlsx("", head=DOCTYPE)).problem is FileProblem.DAMAGED


@pytest.mark.parametrize("entity", ["&b;", "&c;"])
def test_entities_in_a_sheet_are_never_expanded(refusal, soon, entity):
    sheet = (
        f'{DOCTYPE}<worksheet xmlns="{MAIN}"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>name</v></c></row>'
        f'<row r="2"><c r="A2" t="str"><v>{entity}</v></c></row></sheetData></worksheet>'
    )
    assert refusal(raw_xlsx("", sheet=sheet)).problem is FileProblem.DAMAGED


def test_more_cells_than_the_limit_are_refused_in_text(refusal):
    content = ("," * 9_999 + "\n") * 2_100
    why = refusal(("이름" + content).encode())
    assert why.problem is FileProblem.TOO_MANY_CELLS


@pytest.mark.skipif(sys.platform == "win32", reason="files full of holes need asking for there")
def test_a_text_of_more_than_a_gigabyte_is_refused_unread(tmp_path, soon):
    path = tmp_path / "고객.csv"
    with path.open("wb") as file:
        file.write(LISTED.encode())
        file.truncate(1_000_000_001)
    with pytest.raises(FileError) as caught:
        read_table(path, ReadRequest(), Ticket(), knows)
    assert caught.value.problem is FileProblem.TOO_LARGE
    assert caught.value.facts == {"limit": 1_000_000_000, "size": 1_000_000_001}


def appended(path: Path) -> None:
    with path.open("ab") as file:
        file.write("이서연,011\n".encode())


def replaced(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_bytes(path.read_bytes())
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be deleted there")
@pytest.mark.parametrize("meddle", [Path.unlink, appended, replaced])
def test_a_file_that_changes_or_goes_while_it_is_read_has_vanished(here, meddle):
    path = here((LISTED + "박도윤,012\n" * 3_000).encode())
    met = []

    def report(_done: int, _total: int) -> None:
        if not met:
            met.append(meddle(path))

    with pytest.raises(FileError) as caught:
        read_table(path, ReadRequest(), Ticket(report), knows)
    assert caught.value.problem is FileProblem.VANISHED


@pytest.mark.parametrize("name", ["고객.csv", "고객.xlsx"])
def test_reading_reports_how_far_it_has_come_and_can_be_cancelled(tmp_path, name):
    path = tmp_path / name
    rows = [["이름", "전화"], *[["김민지", "010-1234-5678"]] * 5_000]
    text = "".join(f"{','.join(row)}\n" for row in rows)
    path.write_bytes(simple(rows) if name.endswith("xlsx") else text.encode())
    seen = []
    ticket = Ticket(lambda done, total: seen.append((done, total)))
    assert len(read_table(path, ReadRequest(), ticket, knows).rows) == 5_000
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] > 5_000

    def stop(_done: int, _total: int) -> None:
        ticket.cancel()

    ticket = Ticket(stop)
    with pytest.raises(CancelledError):
        read_table(path, ReadRequest(), ticket, knows)


def test_a_cancel_is_heard_while_calamine_works(tmp_path):
    path = tmp_path / "큰 파일.xlsx"
    rows = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}"><v>{n}</v></c>' for c in "ABCDEFGHIJ") + "</row>"
        for n in range(1, 100_000)
    )
    path.write_bytes(raw_xlsx(rows))
    ticket = Ticket()
    asked = []

    def cancel() -> None:
        asked.append(time.perf_counter())
        ticket.cancel()

    timer = Timer(0.2, cancel)
    timer.start()
    with pytest.raises(CancelledError):
        read_table(path, ReadRequest(), ticket, knows)
    assert time.perf_counter() - asked[0] < 0.5
    timer.join()
