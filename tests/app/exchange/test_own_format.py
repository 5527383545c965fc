"""What Dangol writes it reads back exactly, in both languages and after a trip through Excel."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.mapping import propose
from app.exchange.own_format import (
    NOTE_LIMIT,
    Layout,
    code_of,
    decode_id,
    encode_id,
    escape,
    header_row,
    is_escaped,
    is_own,
    join_notes,
    note_cells,
    person_cells,
    split_notes,
    unescape,
)
from app.exchange.parsed import NO_PARTS, ParsedRow, Point
from app.exchange.people import parse_people
from app.exchange.table import Cell
from app.exchange.values.labels import WORDS, own_label
from db.keys import clean
from db.points import point_key
from db.staging import SCALARS
from tests.app.exchange.made_tables import TODAY, made

TEXT = st.text(max_size=16).map(clean)
FILLED = TEXT.filter(bool)
WORD = st.one_of(st.none(), FILLED)
LABEL = st.one_of(
    st.none(), st.sampled_from(sorted(WORDS)), FILLED.filter(lambda t: own_label(t) == t)
)
PHOTO = "0123456789abcdef" * 4
DAY = st.dates(datetime.date(1900, 1, 1)).map(datetime.date.isoformat)
BIRTHDAY = st.one_of(DAY, DAY.map(lambda day: f"-{day[4:]}"), st.integers(1850, 2100).map(str))
CONSENT = st.sampled_from([None, "granted", "denied"])
PHONES = st.one_of(
    st.from_regex(r"01[016]-\d{4}-\d{4}", fullmatch=True),
    st.sampled_from(["+1 650-253-0000", "0504-0101-1234", "02-555-0101 ext. 7", "8.21E+11", "-5"]),
    FILLED,
)
DASHES = st.sampled_from(["———", "————", "——", "a\n———\nb", "———\n———", "= 1", "'", "-"])
NOTES = st.lists(st.one_of(FILLED, DASHES), max_size=4)
EXTERNALS = st.tuples(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), FILLED)


@st.composite
def simple_points(draw: st.DrawFn) -> list[Point]:
    points: list[Point] = []
    for kind, value in (("phone", PHONES), ("email", st.one_of(st.emails(), FILLED))):
        for label, text in draw(st.lists(st.tuples(LABEL, value.map(clean)), max_size=3)):
            key = point_key(kind, label, text)
            points += [(kind, label, text, key, *NO_PARTS)]
    parts = (WORD,) * 6
    addresses = st.tuples(st.just("address"), LABEL, FILLED, st.just(""), *parts)
    links = st.tuples(st.just("link"), LABEL, FILLED, st.just(""), *map(st.just, NO_PARTS))
    points += draw(st.lists(addresses, max_size=2))
    points += draw(st.lists(links, max_size=2))
    return points


@st.composite
def people(draw: st.DrawFn) -> ParsedRow:
    texts = {name: draw(WORD) for name in SCALARS}
    birthday = draw(st.one_of(st.none(), BIRTHDAY))
    amount = st.one_of(st.none(), st.integers(-(2**61), 2**61))
    named = texts | {
        "kind": draw(st.sampled_from(["person", "company", "household"])),
        "name": draw(FILLED),
        "gender": draw(st.sampled_from([None, "female", "male", "other"])),
        "birthday": birthday,
        "birthday_calendar": draw(st.sampled_from(["solar", "lunar"])) if birthday else None,
        "first_seen_on": draw(st.one_of(st.none(), DAY)),
        "last_visit_on": draw(st.one_of(st.none(), DAY)),
        "photo": draw(st.sampled_from([None, PHOTO])),
        "opening_total": draw(amount),
        "opening_visits": draw(amount),
        **{name: draw(CONSENT) for name in SCALARS if name.startswith("consent")},
    }
    return ParsedRow(
        line=2,
        contact_id=draw(st.one_of(st.none(), st.integers(0, 2**63 - 1))),
        scalars=tuple(named[name] for name in SCALARS),
        points=draw(simple_points()),
        tags=draw(st.lists(FILLED, max_size=4)),
        notes=draw(NOTES),
        externals=draw(st.lists(EXTERNALS, max_size=3)),
    )


def back(header: list[str], cells: list[Cell], currency: str, kind: str = "csv") -> ParsedRow:
    table = made(header, cells, kind=kind)
    mapping = propose(table)
    assert mapping.preset == "dangol"
    (person,) = parse_people(
        table, mapping, currency=currency, today=TODAY, photos={PHOTO}
    )  # fmt: skip
    return person


@settings(deadline=None)
@given(
    people(),
    st.sampled_from(["ko", "en"]),
    st.sampled_from(["KRW", "USD"]),
    st.booleans(),
)
def test_anybody_comes_back_from_a_file_of_ours(
    person: ParsedRow,
    language: str,
    currency: str,
    escaped: bool,
) -> None:
    layout = Layout.of([person])
    header = header_row(layout, language, escaped=escaped)
    cells = person_cells(person, layout, language, currency)
    if escaped:
        cells = [escape(cell) for cell in cells]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0")) for cell in cells)
    assert back(header, list(cells), currency) == person


@settings(deadline=None)
@given(people())
def test_real_dates_and_numbers_of_a_workbook_come_back_too(person: ParsedRow) -> None:
    layout = Layout.of([person])
    cells: list[Cell] = list(person_cells(person, layout, "ko"))
    for code in ("birthday", "first_seen_on", "last_visit_on"):
        text = str(cells[layout.codes().index(code)])
        if len(text) == 10 and person.scalar("birthday_calendar") != "lunar":
            cells[layout.codes().index(code)] = datetime.date.fromisoformat(text)
    for code in ("opening_total", "opening_visits"):
        text = str(cells[layout.codes().index(code)])
        if text and abs(int(text)) < 2**53:
            cells[layout.codes().index(code)] = float(text)
    assert back(header_row(layout, "ko"), cells, "KRW", "xlsx") == person


@given(st.text(max_size=12))
def test_escaping_is_taken_back_exactly(text: str) -> None:
    assert unescape(escape(text)) == text
    assert escape(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "\0")


def test_what_somebody_typed_into_an_escaped_file_stays_as_it_is() -> None:
    assert unescape("'90s") == "'90s"
    assert unescape("'") == "'"


def test_only_a_file_marked_as_escaped_is_unescaped() -> None:
    layout = Layout()
    person = ParsedRow(2, 1, tuple("'=1" if n == "name" else None for n in SCALARS), [])
    cells: list[Cell] = list(person_cells(person, layout, "en"))
    exact = back(header_row(layout, "en"), cells, "KRW")
    assert exact.scalar("name") == "'=1"
    escaped = back(header_row(layout, "en", escaped=True), cells, "KRW")
    assert escaped.scalar("name") == "=1"


@given(st.integers(0, 2**63 - 1))
def test_an_id_comes_back_from_its_letters(number: int) -> None:
    letters = encode_id(number)
    assert len(letters) == 13
    assert decode_id(letters) == number
    assert decode_id(letters.lower()) == number
    assert decode_id(letters.replace("0", "O").replace("1", "I")) == number
    assert decode_id(letters.replace("1", "l")) == number


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))
def test_letters_sort_as_the_ids_do(one: int, other: int) -> None:
    assert (encode_id(one) < encode_id(other)) == (one < other)


@pytest.mark.parametrize("text", ["", "8000000000000", "ZZZZZZZZZZZZZ", "1", "U" * 13, "1.23E+15"])
def test_what_is_no_id_is_none(text: str) -> None:
    assert decode_id(text) is None


@pytest.mark.parametrize("number", [-1, 2**63])
def test_only_63_bits_have_letters(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        encode_id(number)


@given(NOTES)
def test_notes_come_back_from_one_text(notes: list[str]) -> None:
    assert split_notes(join_notes(notes)) == notes


@pytest.mark.parametrize("part", ["a", "😀", "a 😀", "한글 \n", "\n———\n", "a" * 31 + " "])
def test_long_notes_go_on_in_the_next_column(part: str) -> None:
    note = clean(part * (80_000 // len(part)))
    cells = note_cells([note, "short"])
    assert len(cells) > 2
    assert split_notes("".join(cells)) == [note, "short"]
    for cell in cells:
        assert len(cell.encode("utf-16-le")) <= 2 * NOTE_LIMIT
        assert cell == cell.strip()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("escaped", [False, True])
def test_every_header_of_ours_is_known_again(language: str, *, escaped: bool) -> None:
    layout = Layout(3, 2, 12, 2, 3)
    header = header_row(layout, language, escaped=escaped)
    assert [code_of(cell) for cell in header] == list(layout.codes())
    assert len(set(header)) == len(header)
    assert is_own(header)
    assert is_escaped(header) is escaped


@pytest.mark.parametrize("header", ["Phone", "Phone 0", "Address", "Shoe 1", "", "Name 2"])
def test_other_headers_are_not_ours(header: str) -> None:
    assert code_of(header) is None


def test_the_layout_holds_whoever_has_most() -> None:
    few = ParsedRow(2, None, (None,) * len(SCALARS), [])
    many = ParsedRow(3, None, few.scalars, [("phone", None, "1", "", *NO_PARTS)] * 5, notes=["a"])
    assert Layout.of([few, many]) == Layout(phones=5)
    assert Layout.of([]) == Layout()


def test_columns_a_person_adds_to_our_file_are_read_by_their_word() -> None:
    layout = Layout()
    scalars = tuple("김민지" if n == "name" else None for n in SCALARS)
    person = ParsedRow(2, 5, scalars, [], notes=["창가", "조용히"])
    cells: list[Cell] = [*person_cells(person, layout, "ko"), "240", "010-0101-1111", "비고란"]
    found = back([*header_row(layout, "ko"), "신발", "휴대폰", "비고"], cells, "KRW")
    assert found.notes == ["창가", "조용히", "비고란", "신발: 240"]
    assert [point[2] for point in found.points] == ["010-0101-1111"]


def test_a_damaged_id_is_said_and_the_row_read_all_the_same() -> None:
    found = back(["Dangol ID", "Name"], ["1.23E+15", "Jane Park"], "KRW")
    assert (found.contact_id, found.failure) == (None, None)
    assert found.problems == [("Dangol ID", "id_unreadable")]
