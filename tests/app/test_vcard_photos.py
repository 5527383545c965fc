"""vCards through the command line: photos, broken cards, the same again, undo, huge files."""

import json
from base64 import b64encode

import pytest
from click.testing import CliRunner

from app.bootstrap import open_core
from app.cli import main
from app.exchange.card_table import card_of_person
from app.exchange.cards import Card, CardPhoto
from app.exchange.vcard_reading import read_cards
from app.exchange.vcard_writing import card_bytes
from app.jobs import Ticket
from app.shapes.imports import ImportRequest
from db.file_store import store_of
from tests.app.exchange.vcard_files import GOOGLE, IPHONE, NAVER, OUTLOOK, SAMSUNG
from tests.app.test_files import png

PHOTO = png(12, 12)


def card(name, phone, photo=PHOTO, kind="PNG"):
    encoded = b64encode(photo).decode()
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:;{name};;;\r\nFN:{name}\r\nTEL;TYPE=CELL:{phone}\r\n"
        f"PHOTO;ENCODING=b;TYPE={kind}:{encoded}\r\nEND:VCARD\r\n"
    ).encode()


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [*map(str, arguments), "--json"])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def named(core, name):
    return core.contacts.find(name, limit=1).contacts[0].id


@pytest.mark.parametrize("book", [IPHONE, GOOGLE, OUTLOOK, NAVER, SAMSUNG])
def test_address_books_come_in_once_and_say_same_the_second_time(tmp_path, book):
    shop, file = tmp_path / "shop.db", tmp_path / "book.vcf"
    file.write_bytes(book)
    first = run("import", file, "--db", shop)
    assert first["preset"] == "vcard"
    assert first["added"] == first["read"] > 0
    again = run("import", file, "--db", shop)
    assert (again["added"], again["updated"], again["same"]) == (0, 0, first["read"])


def test_photos_come_in_go_out_and_are_undone(tmp_path, shop):
    file, out = tmp_path / "book.vcf", tmp_path / "out.vcf"
    file.write_bytes(card("김민지", "010-0142-3377") + card("이서연", "010-0142-9051"))
    came = run("import", file, "--db", shop)
    assert came["added"] == 2
    core = open_core(shop)
    assert core.files.photo(named(core, "김민지")) == PHOTO
    assert core.care.check() == []
    core.close()
    assert run("export", "people", out, "--db", shop)["written"] == 2
    photos = [c.photo for c in read_cards(out.read_bytes()) if isinstance(c, Card)]
    assert photos == [CardPhoto(PHOTO, "image/png")] * 2
    again = run("import", out, "--db", shop)
    assert (again["same"], again["updated"]) == (2, 0)
    run("undo", came["batch"], "--db", shop)
    core = open_core(shop)
    assert core.contacts.count() == 0
    core.close()


def test_a_card_brings_the_photo_a_contact_lacks_and_replaces_none(tmp_path, shop):
    file = tmp_path / "book.vcf"
    file.write_bytes(card("김민지", "010-0142-3377", b""))
    assert run("import", file, "--db", shop)["added"] == 1
    file.write_bytes(card("김민지", "010-0142-3377"))
    assert run("import", file, "--db", shop, "--dry-run")["updated"] == 1
    assert run("import", file, "--db", shop)["updated"] == 1
    file.write_bytes(card("김민지", "010-0142-3377", png(5, 5)))
    assert run("import", file, "--db", shop)["same"] == 1
    core = open_core(shop)
    assert core.files.photo(named(core, "김민지")) == PHOTO
    core.history.undo()
    assert core.files.photo(named(core, "김민지")) is None
    core.close()


def test_a_bomb_and_a_broken_photo_are_left_out_and_told(tmp_path, shop):
    file = tmp_path / "book.vcf"
    file.write_bytes(
        card("가가가", "010-0142-0001", png(60_000, 60_000, b""))
        + card("나나나", "010-0142-0002", b"no picture at all")
        + card("다다다", "010-0142-0003", b"x" * 5_000_001)
        + card("라라라", "010-0142-0004")
    )
    came = run("import", file, "--db", shop)
    assert (came["added"], came["failed"]) == (4, 0)
    reasons = [problem["reason"] for problem in came["problems"]]
    assert sorted(reasons) == ["photo_too_large", "photo_unreadable", "photo_unreadable"]
    assert len(list(store_of(shop).names())) == 1


def test_broken_cards_among_good_ones_are_failed_rows(tmp_path, shop):
    file = tmp_path / "book.vcf"
    file.write_bytes(
        card("김민지", "010-0142-3377") + b"nonsense\r\n" + b"BEGIN:VCARD\r\nFN:half\r\n"
        + card("이서연", "010-0142-9051") + b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"
    )  # fmt: skip
    came = run("import", file, "--db", shop)
    assert came["added"] == 2
    assert {p["reason"] for p in came["problems"]} >= {"card_not_closed", "no_name_or_phone"}
    assert came["failed"] == came["read"] - 2 >= 2


def test_a_rehearsal_and_a_forecast_keep_no_photo(core, shop, tmp_path):
    file = tmp_path / "book.vcf"
    file.write_bytes(card("김민지", "010-0142-3377"))
    prepared = core.imports.prepare(ImportRequest(path=file), Ticket())
    assert core.imports.forecast(prepared, Ticket()).added == 1
    assert core.imports.rehearse(prepared, Ticket()).added == 1
    assert list(store_of(shop).names()) == []


def test_a_card_without_a_person_has_no_photo():
    from app.exchange.parsed import ParsedRow
    from db.staging import SCALARS

    scalars = tuple("김" if name == "name" else None for name in SCALARS)
    row = ParsedRow(0, None, scalars, [], [], [], [])
    assert b"PHOTO" not in card_bytes(card_of_person(row))
