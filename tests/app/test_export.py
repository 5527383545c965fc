"""Exports read back unchanged, say the same in the same bytes, and harm no spreadsheet."""

import pytest

from app.errors import FileError, FileProblem
from app.jobs import CancelledError, Ticket
from app.settings import LANGUAGE
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump
from tests.files import bring_in, export, outcome, read_csv, read_xlsx, write_csv

TRICKY = [
    "=1+1", "+82 10", "-5,000", "@insta", "'90s", "''", "'=1", "tab\tin", "두\n줄", '"', "a;b",
    "007",
]  # fmt: skip


@pytest.fixture
def full(core):
    """A shop with everything that has ever come back changed from a spreadsheet."""
    for place, text in enumerate(TRICKY):
        contact = core.contacts.add(
            ContactForm(
                name=f"{text} {place}", phone=f"010-0142-{place:04}", email=f"g{place}@example.com",
                company=text, note=f"{text}\n———\n둘째", tags=(f"태그{place}", "쉼표, 안에"),
            )
        )  # fmt: skip
        core.contacts.edit(contact, "number", f"00{place}")
        core.contacts.edit(contact, "birthday", ("1991-05-16", "--05-16", "1991")[place % 3])
        core.contacts.edit(contact, "consent_sms", ("granted", "denied", None)[place % 3])
        core.contacts.add_point(contact, "phone", f"02-123-{place:04}", "work")
        core.contacts.add_point(contact, "phone", "내선 12", "교환")
        core.contacts.add_point(contact, "address", "서울 마포구 월드컵로 1, 2층", "home")
        core.contacts.add_point(contact, "link", "https://example.com/?a=1&b=2")
        core.contacts.add_note(contact, "둘째 메모")
    core.contacts.add(ContactForm(phone="010-0142-7777"))
    core.contacts.add(ContactForm(name="㈜ 봄날 꽃집", kind="company"))
    return core


@pytest.mark.parametrize(("name", "exact"), [("a.xlsx", False), ("a.csv", False), ("a.csv", True)])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_export_comes_back_as_the_same(full, tmp_path, shop, name, exact, language):
    full.settings.put(LANGUAGE, language)
    path = export(full, tmp_path / name, exact=exact)
    before = logical_dump(shop)
    report = bring_in(full, path)
    assert outcome(report) == {"same": full.contacts.count()}
    assert report.problems == ()
    assert report.preset == "dangol"
    assert logical_dump(shop) == before


@pytest.mark.parametrize(("name", "exact"), [("a.xlsx", False), ("a.csv", False), ("a.csv", True)])
def test_a_new_shop_that_imports_an_export_exports_the_same_bytes(
    full, tmp_path, template, name, exact
):
    from shutil import copy

    from app.bootstrap import open_core

    path = export(full, tmp_path / name, exact=exact)
    other = open_core(copy(template, tmp_path / "other.db"))
    try:
        assert outcome(bring_in(other, path)) == {"added": full.contacts.count()}
        again = export(other, tmp_path / "again.csv", exact=True)
    finally:
        other.close()
    assert again.read_bytes() == export(full, tmp_path / "first.csv", exact=True).read_bytes()


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_equal_data_give_equal_bytes_at_any_time(full, tmp_path, clock, name):
    first = export(full, tmp_path / name).read_bytes()
    clock.move(days=40)
    assert export(full, tmp_path / name).read_bytes() == first


def test_csv_for_excel_has_a_bom_and_no_cell_that_is_a_formula(full, tmp_path):
    path = export(full, tmp_path / "a.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [cell for row in read_csv(path, "utf-8-sig") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=1+1" in cells


def test_exact_csv_has_neither_bom_nor_escapes(full, tmp_path):
    path = export(full, tmp_path / "a.csv", exact=True)
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    cells = [cell for row in read_csv(path) for cell in row]
    assert {"=1+1", "@insta", "'90s"} <= set(cells)


def test_a_workbook_has_texts_as_texts_dates_as_dates_and_a_frozen_filtered_header(full, tmp_path):
    from openpyxl import load_workbook

    book = load_workbook(export(full, tmp_path / "a.xlsx"))
    sheet = book.active
    header, row = list(sheet.iter_rows(max_row=2))
    titles = [cell.value for cell in header]
    by_title = dict(zip(titles, row, strict=True))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert by_title["회사"].value == "=1+1"
    assert by_title["회사"].data_type == "s"
    assert by_title["전화 1"].data_type == "s"
    assert by_title["생일"].is_date
    assert sheet.column_dimensions["B"].width > 8
    book.close()


def test_contacts_in_the_trash_stay_out(core, tmp_path):
    keep = core.contacts.add(ContactForm(name="김민지"))
    core.contacts.trash([core.contacts.add(ContactForm(name="박철수"))])
    rows = read_csv(export(core, tmp_path / "a.csv", exact=True))
    assert len(rows) == 2
    assert "김민지" in rows[1]
    assert core.contacts.count() == 1
    assert core.contacts.detail(keep)


def test_an_empty_shop_exports_its_header(core, tmp_path):
    assert len(read_csv(export(core, tmp_path / "a.csv"))) == 1
    assert len(read_xlsx(export(core, tmp_path / "a.xlsx"))) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_notes_longer_than_a_cell_come_back_whole(core, tmp_path, shop, name):
    contact = core.contacts.add(ContactForm(name="김민지"))
    core.contacts.add_note(contact, "가나다라 😀\n" * 9000)
    core.contacts.add_note(contact, "둘째")
    before = logical_dump(shop)
    path = export(core, tmp_path / name)
    assert outcome(bring_in(core, path)) == {"same": 1}
    assert logical_dump(shop) == before


def test_a_mended_export_updates_by_id_whatever_else_was_changed(core, tmp_path):
    contact = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    rows = read_csv(export(core, tmp_path / "a.csv", exact=True))
    cells = dict(zip(rows[0], rows[1], strict=True))
    cells |= {"이름": "김민지나", "전화 1": "010-0142-9999", "회사": "봄날"}
    path = write_csv(tmp_path / "b.csv", [list(cells), list(cells.values())])
    assert outcome(bring_in(core, path, overwrite=("name", "phone"))) == {"updated": 1}
    detail = core.contacts.detail(contact)
    assert detail.name == "김민지나"
    assert [p.value for p in detail.points] == ["010-0142-9999"]
    assert detail.values["company"] == "봄날"


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_stopped_or_failed_export_leaves_the_file_that_was_there(core, tmp_path, name):
    path = tmp_path / name
    path.write_text("old", encoding="utf-8")
    rows = [("이름",), *((f"손님{i}",) for i in range(1001))]  # progress is told every thousand
    bring_in(core, write_csv(tmp_path / "many.csv", rows))
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        core.exports.people(path, exact=False, ticket=ticket)
    assert path.read_text(encoding="utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir() if "partial" in p.name) == []
    with pytest.raises(FileError) as caught:
        core.exports.people(tmp_path / "nowhere" / name, exact=False, ticket=Ticket())
    assert caught.value.problem == FileProblem.NOT_WRITABLE
