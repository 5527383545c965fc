"""Address books read as tables, through the same door as spreadsheets."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import main
from app.errors import FileError, FileProblem
from app.exchange.card_table import cards_as_table, looks_like_cards
from app.exchange.cards import Card, CardDay, CardPoint
from app.exchange.mapping import knows, propose
from app.exchange.parsed import ParsedRow
from app.exchange.people import parse_people
from app.exchange.reading import ReadRequest, read_table
from app.exchange.table import Table
from app.exchange.vcard_reading import read_cards
from app.exchange.vcard_writing import card_bytes
from app.jobs import Ticket
from tests.app.exchange.vcard_files import GOOGLE, IPHONE, NAVER, OUTLOOK, SAMSUNG, crlf

TODAY = date(2026, 5, 12)


def table_of(content: bytes, folder: Path) -> Table:
    path = folder / "연락처.vcf"
    path.write_bytes(content)
    return read_table(path, ReadRequest(), Ticket(), knows)


def people_of(table: Table) -> list[ParsedRow]:
    mapping = propose(table, year=TODAY.year)
    assert mapping.preset == "vcard"
    assert {column.why for column in mapping.columns} == {"preset"}
    return list(parse_people(table, mapping, today=TODAY))


def reached(person: ParsedRow, kind: str) -> list[tuple[str | None, str]]:
    return [(label, value) for found, label, value, *_rest in person.points if found == kind]


def test_a_card_of_an_iphone_becomes_a_contact(tmp_path: Path) -> None:
    person, moon, shop = people_of(table_of(IPHONE, tmp_path))
    assert person.scalar("name") == "김민수"
    assert person.scalar("company") == "단골상회"
    assert person.scalar("department") == "영업부"
    assert person.scalar("reading") is not None
    assert person.scalar("birthday") == "--05-03"
    assert reached(person, "phone")[:3] == [
        ("mobile", "010-1234-5678"), ("work", "02-123-4567"), ("fax", "02-123-4568"),
    ]  # fmt: skip
    assert reached(person, "email") == [
        ("home", "minsu@example.com"), ("가게", "shop@example.com"),
    ]  # fmt: skip
    assert {part for point in person.points if point[0] == "address" for part in point[4:]} >= {
        "06234", "서울특별시", "강남구",
    }  # fmt: skip
    assert ("Instagram".casefold(), "mini_shop") in [
        (str(label).casefold(), value) for label, value in reached(person, "link")
    ]
    assert person.notes[0] == "첫째 줄\n둘째 줄, 쉼표; 쌍반점"
    assert (2015, 10, 9) in [day[4:] for day in person.days]
    assert any("이영희" in note for note in person.notes)
    assert person.externals == [("vcard", "0a1b2c3d-0000-4000-8000-000000000001")]
    assert (moon.scalar("birthday"), moon.scalar("birthday_calendar")) == ("1962-02-09", "lunar")
    assert (shop.scalar("kind"), shop.scalar("name")) == ("company", "한빛꽃집")


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (GOOGLE, ["Sara Lee", "이서연"]),
        (OUTLOOK, ["최지우"]),
        (NAVER, ["홍길동", "임꺽정"]),
        (SAMSUNG, ["정하나"]),
    ],
)
def test_every_address_book_becomes_its_people(
    content: bytes, names: list[str], tmp_path: Path
) -> None:
    people = people_of(table_of(content, tmp_path))
    assert [person.scalar("name") for person in people] == names
    assert [person.failure for person in people] == [None] * len(names)
    assert all(reached(person, "phone") for person in people)


def test_what_google_calls_everybody_is_no_tag(tmp_path: Path) -> None:
    sara, plain = people_of(table_of(GOOGLE, tmp_path))
    assert (sara.tags, plain.tags) == (["VIP"], [])


def test_the_lines_are_those_of_the_file(tmp_path: Path) -> None:
    table = table_of(NAVER, tmp_path)
    assert table.lines == [1, 14]
    assert (table.kind, table.header_line) == ("vcf", 1)


def test_broken_cards_are_failed_rows(tmp_path: Path) -> None:
    content = crlf("BEGIN:VCARD\nFN:lost\nBEGIN:VCARD\nFN:kept\nEND:VCARD\nBEGIN:VCARD\nFN:cut")
    table = table_of(content, tmp_path)
    assert [row[0] for row in table.rows] == ["kept"]
    assert [(row.line, row.reason) for row in table.failed] == [
        (1, "card_not_closed"), (6, "card_not_closed"),
    ]  # fmt: skip
    assert all(len(row.cells) == len(table.headers) for row in table.failed)


def test_a_file_with_no_whole_card_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        table_of(b"BEGIN:VCARD\r\nVERSION:3.0\r\n", tmp_path)
    assert caught.value.problem == FileProblem.DAMAGED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
def test_cards_are_told_by_their_content_in_every_encoding(encoding: str) -> None:
    assert looks_like_cards("begin:vcard\r\nFN:김\r\n".encode(encoding))
    assert not looks_like_cards("BEGIN:VCALENDAR\r\n".encode(encoding))
    assert not looks_like_cards("이름,전화\r\n".encode(encoding))


def test_a_group_becomes_a_tag_of_its_members() -> None:
    book = [
        Card(name="단골", kind="group", members=("a", "b")),
        Card(name="가", uid="a"),
        Card(name="나", uid="b", tags=("VIP",)),
        Card(name="다", uid="c"),
    ]
    people = people_of(cards_as_table(book, "x.vcf"))
    assert [person.tags for person in people] == [["단골"], ["VIP", "단골"], []]


def test_columns_are_counted_as_far_as_any_card_needs_them() -> None:
    many = Card(name="x", phones=tuple(CardPoint(f"010-1111-{n:04}") for n in range(12)))
    table = cards_as_table([many, Card(name="y", days=(CardDay("2020-01-01"),))], "x.vcf")
    assert [h for h in table.headers if h.startswith("Phone")][-1] == "Phone 12 - Value"
    assert len(reached(people_of(table)[0], "phone")) == 12


def run(*arguments: object) -> dict[str, object]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    answer: dict[str, object] = json.loads(result.stdout)
    return answer


def test_cards_come_in_and_go_out_by_command(tmp_path: Path) -> None:
    shop, file, out = tmp_path / "shop.db", tmp_path / "book.vcf", tmp_path / "out.vcf"
    file.write_bytes(IPHONE + GOOGLE + NAVER)
    came = run("import", file, "--db", shop, "--json")
    assert (came["read"], came["added"], came["preset"]) == (7, 7, "vcard")
    assert run("export", "people", out, "--db", shop, "--json")["written"] == 7
    book = {card.name: card for card in read_cards(out.read_bytes()) if isinstance(card, Card)}
    assert set(book) == {
        "김민수", "박영자", "한빛꽃집", "Sara Lee", "이서연", "홍길동", "임꺽정",
    }  # fmt: skip
    assert book["홍길동"].birthday == CardDay("1970-08-15", lunar=True)
    assert book["김민수"].phones[0] == CardPoint("010-1234-5678", "mobile")
    again = run("import", out, "--db", shop, "--json")
    assert (again["read"], again["added"], again["updated"]) == (7, 0, 0)


def test_a_bad_card_is_told_by_its_line_and_saved_beside_the_file(tmp_path: Path) -> None:
    file = tmp_path / "book.vcf"
    file.write_bytes(card_bytes(Card(name="김민수")) + b"BEGIN:VCARD\r\nFN:x\r\n")
    report = run("import", file, "--db", tmp_path / "shop.db", "--json")
    assert (report["read"], report["added"], report["failed"]) == (2, 1, 1)
    assert str(report["failed_file"]).endswith(".xlsx")
