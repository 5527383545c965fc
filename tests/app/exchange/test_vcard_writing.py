"""What is written is read back the same, in lines that every program can fold."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.cards import (
    Card,
    CardAddress,
    CardDay,
    CardPhoto,
    CardPoint,
    CardRelative,
)
from app.exchange.values.labels import WORDS, foreign_label
from app.exchange.vcard_encoding import FOLDED_AT
from app.exchange.vcard_reading import read_cards
from app.exchange.vcard_writing import VERSIONS, card_bytes, write_cards
from db.kinds import DATE_KINDS, ROLES
from tests.app.exchange.vcard_files import GOOGLE, IPHONE, JPEG, NAVER, OUTLOOK, SAMSUNG

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
texts = st.text(_LETTERS, max_size=90).map(str.strip)
filled = texts.filter(bool)
lines = st.lists(texts, min_size=1, max_size=3).map("\n".join).map(str.strip)
labels = st.sampled_from(sorted(WORDS)) | filled.filter(
    lambda text: foreign_label(text)[0] == text and not text.startswith("_$!<")
)


def preferring(items: list[Any]) -> tuple[Any, ...]:
    """At most the first may be the preferred one."""
    return tuple(replace(item, primary=item.primary and not at) for at, item in enumerate(items))


points = st.lists(
    st.builds(CardPoint, filled, st.just("") | labels, st.booleans()), max_size=3
).map(preferring)  # fmt: skip
phones = st.from_regex(r"\+?[0-9][0-9 -]{2,14}[0-9]", fullmatch=True)
numbers = st.lists(
    st.builds(CardPoint, phones, st.just("") | labels, st.booleans()), max_size=3
).map(preferring)  # fmt: skip
services = st.sampled_from(["", "KakaoTalk", 'a;b:c,"d"^', "LINE"])
isos = st.dates().map(str).filter(lambda text: text[:4] not in ("1604", "0000")) | st.sampled_from(
    ["--05-03", "--02-29", "1996", "1996-05", "--05", "circa 1800", "30월 99일"]
)
moons = st.sampled_from(["1996-05-03", "--02-30", "1970-12-30"])
days = st.builds(CardDay, isos) | st.builds(
    CardDay, moons, lunar=st.just(True), leap=st.booleans()
)  # fmt: skip
addresses = st.builds(
    CardAddress,
    texts,
    texts,
    texts,
    texts,
    texts,
    texts,
    lines,
    st.just("") | labels,
    st.booleans(),
).filter(lambda address: any(address.parts))
photos = st.builds(
    CardPhoto, st.binary(min_size=1, max_size=300), st.sampled_from(["image/jpeg", "image/png"])
)
relatives = st.builds(
    CardRelative,
    filled,
    st.just("") | labels.filter(lambda label: label not in WORDS),
    st.booleans(),
    st.sampled_from(["", "spouse", "parent#back", "custom.0000000000123"]),
    st.sampled_from(["", "0000000000ABC"]),
    filled.filter(lambda text: '"' not in text) | st.just(""),
)
cards = st.builds(
    Card,
    name=texts.filter(lambda text: not any("가" <= letter <= "힣" for letter in text)),
    kind=st.sampled_from(["person", "company", "household", "group"]),
    **dict.fromkeys(
        ("family_name", "given_name", "middle_name", "prefix", "suffix", "nickname",
         "family_reading", "given_reading", "middle_reading", "company", "department", "job_title",
         "role"),
        texts,
    ),
    gender=st.sampled_from(["", "female", "male", "other"]),
    phones=numbers,
    emails=points.map(lambda found: tuple(replace(p, value=f"a{p.value}") for p in found)),
    addresses=st.lists(addresses, max_size=2).map(preferring),
    links=points,
    messengers=st.lists(st.builds(CardPoint, filled, services), max_size=2).map(tuple),
    related=st.lists(relatives, max_size=3).map(preferring),
    likes=lines,
    dislikes=lines,
    roles=st.lists(st.sampled_from(ROLES), max_size=2, unique=True).map(tuple),
    birthday=st.none() | days,
    anniversary=st.none() | days,
    days=st.lists(
        st.builds(
            replace, days, label=st.just("돌잔치 (첫째)"), kind=st.sampled_from(["", *DATE_KINDS])
        ),
        max_size=2,
    ).map(tuple),
    tags=st.lists(
        filled.filter(lambda tag: tag.casefold() != "mycontacts"), max_size=3, unique=True
    ).map(tuple),
    notes=st.lists(lines.filter(bool), max_size=2).map(tuple),
    photo=st.none() | photos,
    uid=filled.map(lambda text: f"u{text}"),
    members=st.lists(filled.map(lambda text: f"u{text}"), max_size=2).map(tuple),
    more=st.lists(
        st.tuples(st.sampled_from(["X-FOO", "X-LOYALTY"]), filled), max_size=2
    ).map(tuple),
)  # fmt: skip


def plain(said: Any) -> Any:
    """What 2.1 can say: it has no way to write a backslash before a comma."""
    if isinstance(said, str):
        return said.replace("\\", "/")
    if isinstance(said, tuple):
        return tuple(plain(each) for each in said)
    if is_dataclass(said) and not isinstance(said, type):
        return replace(said, **{f.name: plain(getattr(said, f.name)) for f in fields(said)})
    return said


def again(card: Card, version: str) -> Card:
    (found,) = read_cards(card_bytes(card, version))
    assert isinstance(found, Card)
    assert found.problems == ()
    return found


@settings(max_examples=25)  # each is a whole card
@given(cards, st.sampled_from(VERSIONS))
def test_a_card_that_was_written_is_read_the_same(card: Card, version: str) -> None:
    card = plain(card) if version == "2.1" else card
    assert again(card, version) == card


@settings(max_examples=25)  # each is a whole card
@given(cards, st.sampled_from(VERSIONS[1:]))
def test_lines_are_folded_between_letters(card: Card, version: str) -> None:
    content = card_bytes(card, version)
    assert content.endswith(b"END:VCARD\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= FOLDED_AT
        line.decode()  # no letter is cut
        assert not set(line) & set(b"\r\n\0")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("content", [IPHONE, GOOGLE, OUTLOOK, NAVER, SAMSUNG])
def test_what_other_programs_wrote_comes_through_unchanged(content: bytes, version: str) -> None:
    for card in read_cards(content):
        assert isinstance(card, Card)
        assert again(card, version) == card


def test_a_birthday_without_a_year_is_one_that_an_iphone_understands() -> None:
    card = Card(name="x", birthday=CardDay("--05-03"))
    assert b"BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-03\r\n" in card_bytes(card, "3.0")
    assert b"BDAY:--0503\r\n" in card_bytes(card, "4.0")


def test_a_lunar_birthday_is_never_written_as_a_solar_one() -> None:
    for version in VERSIONS:
        content = card_bytes(Card(name="x", birthday=CardDay("1970-08-15", lunar=True)), version)
        assert b"\r\nBDAY" not in content


def test_an_old_phone_gets_quoted_printable_and_bare_types() -> None:
    card = Card(
        name="김민수", phones=(CardPoint("010-1", "mobile", primary=True),), notes=("가\n나",)
    )
    content = card_bytes(card, "2.1")
    assert b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80" in content
    assert b"TEL;CELL;PREF:010-1\r\n" in content
    assert b"=0D=0A" in content


def test_what_only_dangol_reads_is_said_in_a_note_that_does_not_come_back() -> None:
    moon = CardDay("1970-08-15", lunar=True, leap=True)
    card = Card(name="x", birthday=moon, likes="수국", notes=("하나",))
    for version in VERSIONS[1:]:
        content = card_bytes(card, version, "ko").decode()
        assert "NOTE;X-DANGOL=1:생일: 1970-08-15 (음력 윤달)" in content
        assert "NOTE;X-DANGOL=1:좋아하는 것: 수국" in content
        assert again(card, version).notes == ("하나",)


def test_control_characters_are_left_out() -> None:
    card = Card(name="a\x00b\x1bc", notes=("x\r\ny\rz",), phones=(CardPoint("1\r\nEND:VCARD"),))
    found = again(card, "3.0")
    assert (found.name, found.notes) == ("abc", ("x\ny\nz",))
    assert len(found.phones) == 1


def test_a_file_holds_as_many_cards_as_were_given(tmp_path: Path) -> None:
    path = tmp_path / "x.vcf"
    book = [Card(name=f"손님 {number}", photo=CardPhoto(JPEG)) for number in range(50)]
    assert write_cards(path, iter(book)) == 50
    assert list(read_cards(path.read_bytes())) == book
