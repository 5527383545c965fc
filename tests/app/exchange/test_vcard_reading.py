"""Cards of other programs, whole and broken."""

from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.cards import (
    BrokenCard,
    Card,
    CardAddress,
    CardDay,
    CardPhoto,
    CardPoint,
    CardRelative,
)
from app.exchange.vcard_meanings import PHOTO_BYTES
from app.exchange.vcard_reading import read_cards
from app.jobs import CancelledError, Ticket
from tests.app.exchange.vcard_files import (
    GOOGLE,
    IPHONE,
    JPEG,
    NAVER,
    OUTLOOK,
    SAMSUNG,
    base64_lines,
    crlf,
    quoted,
)


def cards_of(content: bytes) -> list[Card]:
    return [card for card in read_cards(content) if isinstance(card, Card)]


def only(*lines: str, version: str = "3.0", encoding: str = "utf-8") -> Card:
    text = "\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"])
    (card,) = read_cards(crlf(text, encoding))
    assert isinstance(card, Card)
    return card


def test_an_iphone_writes_groups_labels_and_the_western_order_of_names() -> None:
    card, moon, shop = cards_of(IPHONE)
    assert (card.name, card.family_name, card.given_name) == ("김민수", "김", "민수")
    assert (card.nickname, card.given_reading, card.family_reading) == ("미니", "Minsu", "Kim")
    assert (card.company, card.department, card.job_title) == ("단골상회", "영업부", "과장")
    assert card.phones == (
        CardPoint("010-1234-5678", "mobile", primary=True),
        CardPoint("02-123-4567", "work"),
        CardPoint("02-123-4568", "fax"),
        CardPoint("010-9999-0000", "mobile"),
        CardPoint("070-1111-2222", "other"),
    )
    assert card.emails == (
        CardPoint("minsu@example.com", "home", primary=True),
        CardPoint("shop@example.com", "가게"),
    )
    assert card.addresses == (
        CardAddress(
            "테헤란로 1길 2, 101동 202호", "", "강남구", "서울특별시", "06234", "대한민국",
            label="home", primary=True,
        ),
    )  # fmt: skip
    assert [link.value for link in card.links] == ["http://example.com/shop"]
    assert card.birthday == CardDay("--05-03")
    assert card.anniversary == CardDay("2015-10-09")
    assert card.related == (CardRelative("이영희", "Spouse", primary=True),)
    assert [(m.label, m.value) for m in card.messengers] == [
        ("instagram", "mini_shop"), ("KakaoTalk", "minsu_kakao"),
    ]  # fmt: skip
    assert card.notes == ("첫째 줄\n둘째 줄, 쉼표; 쌍반점",)
    assert card.photo == CardPhoto(JPEG)
    assert card.uid == "0a1b2c3d-0000-4000-8000-000000000001"
    assert card.revised == "2024-06-01T12:00:00Z"
    assert (card.more, card.problems, card.line, card.version) == ((), (), 1, "3.0")
    assert moon.birthday == CardDay("1962-02-09", lunar=True)
    assert (shop.kind, shop.name, shop.phones[0].label) == ("company", "한빛꽃집", "main")


def test_google_writes_its_group_of_everybody_and_links_photos() -> None:
    card, plain = cards_of(GOOGLE)
    assert (card.name, card.family_name, card.given_name) == ("Sara Lee", "Lee", "Sara")
    assert (card.middle_name, card.prefix, card.suffix) == ("Ann", "Dr.", "Jr.")
    assert card.phones[1] == CardPoint("+82 2-555-6666", "Reception")
    assert card.addresses[1].label == "other"
    assert card.addresses[1].parts == ("", "세종대로 110", "중구", "서울", "04524", "KR")
    assert (card.company, card.job_title) == ("Acme", "Manager")
    assert card.days == (CardDay("2020-05-01", label="First visit"),)
    assert card.links == (CardPoint("https://example.com", "Blog"),)
    assert card.tags == ("VIP", "starred")
    assert card.photo is None
    assert card.more == (("PHOTO", "https://example.com/photo.jpg"),)
    assert plain.birthday == CardDay("--05-03")
    assert (plain.name, plain.tags) == ("이서연", ())


def test_outlook_writes_2_1_with_bare_types_and_the_windows_code_page() -> None:
    (card,) = cards_of(OUTLOOK)
    assert (card.name, card.company, card.department) == ("최지우", "햇살카페", "홀")
    assert [(p.value, p.label) for p in card.phones] == [
        ("02-3456-7890", "work"), ("010-7777-8888", "mobile"), ("02-3456-7891", "fax"),
    ]  # fmt: skip
    assert card.addresses == (
        CardAddress(
            "양화로 45", "", "마포구", "서울특별시", "04036", "대한민국",
            whole="서울특별시 마포구 양화로 45\n04036 대한민국", label="work", primary=True,
        ),
    )  # fmt: skip
    assert card.birthday == CardDay("1985-09-17")
    assert card.anniversary == CardDay("2010-05-22")
    assert card.emails == (CardPoint("jiwoo@example.com", primary=True),)
    assert card.messengers == (CardPoint("jiwoo.im@example.com"),)
    assert card.notes[0].startswith("3월 12일 상담, 결혼식 부케 문의 — 예산은")
    assert card.notes[0].endswith("좋아하신다고 하셨음")
    assert card.photo == CardPhoto(JPEG)
    assert (card.version, card.problems, card.more) == ("2.1", (), ())


def test_naver_writes_the_whole_name_in_one_field_and_lunar_birthdays() -> None:
    first, second = cards_of(NAVER)
    assert (first.name, first.given_name) == ("홍길동", "홍길동")
    assert first.birthday == CardDay("1970-08-15", lunar=True)
    assert first.tags == ("단골", "도매")
    assert first.addresses[0].street == "경기도 성남시 분당구 정자일로 95"
    assert second.birthday == CardDay("1955-12-30", lunar=True)
    assert second.messengers == (CardPoint("limkj", "KakaoTalk"),)


def test_samsung_writes_quoted_printable_and_properties_of_android() -> None:
    (card,) = cards_of(SAMSUNG)
    assert (card.name, card.family_reading, card.nickname) == ("정하나", "정", "하니")
    assert card.phones[0] == CardPoint("01044445555", "mobile", primary=True)
    assert card.phones[1] == CardPoint("0311234567", "가게")
    assert card.phones[2] == CardPoint("0317654321", "매장")
    assert card.addresses[0].street == "중앙로 7, 2층"
    assert card.notes == ("장미를 좋아함\n카드 결제",)
    assert card.birthday == CardDay("--05-03")
    assert card.anniversary == CardDay("2011-11-11")
    assert card.related == (CardRelative("정둘", "동생"),)
    assert card.photo == CardPhoto(JPEG)


def test_4_0_has_uris_and_lists_in_quotes() -> None:
    card = only(
        "FN:Kim Minsu",
        'TEL;TYPE="cell,voice";PREF=2;VALUE=uri:tel:+82-10-1234-5678',
        "TEL;TYPE=work;PREF=1;VALUE=uri:tel:+82-2-123-4567;ext=12",
        "EMAIL:mailto:kim@example.com",
        'ADR;TYPE=home;LABEL="서울 강남구^n테헤란로 1":;;테헤란로 1;강남구;서울;06234;',
        f"PHOTO:data:image/png;base64,{base64_lines(JPEG)}",
        "GENDER:F;woman",
        "KIND:individual",
        "ANNIVERSARY:20200501",
        "RELATED;TYPE=spouse;VALUE=text:이영희",
        "IMPP:kakaotalk:minsu",
        "BDAY:19960503T101500Z",
        version="4.0",
    )
    assert card.phones == (
        CardPoint("+82-10-1234-5678", "mobile"),
        CardPoint("+82-2-123-4567 ext. 12", "work", primary=True),
    )
    assert card.emails == (CardPoint("kim@example.com"),)
    assert card.addresses[0].whole == "서울 강남구\n테헤란로 1"
    assert card.photo == CardPhoto(JPEG, "image/png")
    assert (card.gender, card.kind) == ("female", "person")
    assert card.related == (CardRelative("이영희", "spouse"),)
    assert card.messengers == (CardPoint("minsu", "KakaoTalk"),)
    assert (card.birthday, card.anniversary) == (CardDay("1996-05-03"), CardDay("2020-05-01"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BDAY:1996-05-03", CardDay("1996-05-03")),
        ("BDAY:19960503", CardDay("1996-05-03")),
        ("BDAY:--0503", CardDay("--05-03")),
        ("BDAY:--05-03", CardDay("--05-03")),
        ("BDAY:1996-05", CardDay("1996-05")),
        ("BDAY:--05", CardDay("--05")),
        ("BDAY:1996", CardDay("1996")),
        ("BDAY:1996/05/03", CardDay("1996-05-03")),
        ("BDAY:1996-05-03T00:00:00Z", CardDay("1996-05-03")),
        ("BDAY:1604-05-03", CardDay("--05-03")),
        ("BDAY:0000-05-03", CardDay("--05-03")),
        ("BDAY;VALUE=text:circa 1800", CardDay("circa 1800")),
        ("BDAY:1996-02-31", CardDay("1996-02-31")),
        ("BDAY;CALSCALE=lunar:1996-02-30", CardDay("1996-02-30", lunar=True)),
        ("BDAY:음) 1996-05-03", CardDay("1996-05-03", lunar=True)),
        ("BDAY:(음력) 1996.05.03", CardDay("1996-05-03", lunar=True)),
        ("BDAY:음력 윤 2020-04-10", CardDay("2020-04-10", lunar=True, leap=True)),
        ("X-LUNAR-BDAY;LEAP=1:2020-04-10", CardDay("2020-04-10", lunar=True, leap=True)),
        ("X-BIRTHDAY-LUNAR:19700815", CardDay("1970-08-15", lunar=True)),
        ("X-ALTBDAY;CALSCALE=chinese:007800310318", CardDay("2014-03-18", lunar=True)),
        ("X-ALTBDAY;CALSCALE=hebrew:57850101", CardDay("57850101 (hebrew)")),
    ],
)
def test_a_birthday_is_read_however_it_is_written(line: str, expected: CardDay) -> None:
    assert only("FN:x", line).birthday == expected


def test_a_lunar_birthday_wins_over_the_solar_one_beside_it() -> None:
    lines = ("BDAY:1962-03-14", "X-LUNAR-BDAY:1962-02-09")
    for order in (lines, lines[::-1]):
        assert only("FN:x", *order).birthday == CardDay("1962-02-09", lunar=True)


def test_a_fold_may_cut_a_letter_in_two() -> None:
    raw = "NOTE:" + "가" * 40
    cut = raw.encode()
    folded = cut[:60] + b"\r\n " + cut[60:100] + b"\r\n\t" + cut[100:]
    content = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\n" + folded + b"\r\nEND:VCARD\r\n"
    assert cards_of(content)[0].notes == ("가" * 40,)


def test_2_1_folds_at_a_space_that_belongs_to_the_text() -> None:
    assert only("NOTE:one", " two", version="2.1").notes == ("one two",)
    assert only("NOTE:one", " two", version="3.0").notes == ("onetwo",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str) -> None:
    text = end.join(["begin:vcard", "version:3.0", "fn:김민수", "end:vcard"])
    assert cards_of(text.encode())[0].name == "김민수"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_a_file_may_be_in_any_of_the_encodings_of_korea(encoding: str) -> None:
    assert only("FN:똠방각하 김민수", encoding=encoding).name == "똠방각하 김민수"


@pytest.mark.parametrize("charset", ["UTF-8", "EUC-KR", "CP949", "ks_c_5601-1987", "nonsense"])
def test_quoted_printable_is_read_in_its_charset(charset: str) -> None:
    raw = "utf-8" if charset in ("UTF-8", "nonsense") else "cp949"
    text = f"FN;ENCODING=QUOTED-PRINTABLE;CHARSET={charset}:{quoted('김민수', raw)}"
    assert only(text, version="2.1").name == "김민수"


@pytest.mark.parametrize(
    "charset", ["zlib", "idna", "unicode_escape", "rot13", "undefined", "\x00"]
)
def test_a_codec_that_is_no_charset_is_not_used(charset: str) -> None:
    assert only(f"FN;CHARSET={charset}:kim").name == "kim"


def test_soft_breaks_and_folds_are_joined() -> None:
    name = "김민수 단골 손님"
    soft = encodestring(name.encode() * 4).decode().rstrip("\n")
    assert only(f"NOTE;QUOTED-PRINTABLE:{soft}", version="2.1").notes == (name * 4,)
    folded = soft.replace("=\n", "=\n ")
    assert only(f"NOTE;QUOTED-PRINTABLE:{folded}", version="2.1").notes == (name * 4,)


def test_a_soft_break_at_the_end_does_not_swallow_the_card() -> None:
    (card,) = cards_of(crlf("BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:a=\nEND:VCARD"))
    assert card.notes == ("a",)


def test_a_won_sign_in_2_1_is_no_escape() -> None:
    assert only(r"NOTE:\10,000\n", version="2.1").notes == (r"\10,000\n",)
    assert only(r"NOTE:a\nb\\n\,\x", version="3.0").notes == ("a\nb\\n,\\x",)


def test_a_broken_card_does_not_lose_the_others() -> None:
    content = crlf("""
hello
BEGIN:VCARD
VERSION:3.0
FN:first
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:never closed
BEGIN:VCARD
VERSION:3.0
FN:second
this is no property
TEL;TYPE=CELL:010
END:VCARD
BEGIN:VCARD
FN:cut off
TEL:01
""")
    found = list(read_cards(content))
    kinds = [(c.line, c.reason) if isinstance(c, BrokenCard) else (c.line, c.name) for c in found]
    assert kinds == [
        (1, "not_in_a_card"), (2, "first"), (6, "card_not_closed"), (9, "second"),
        (15, "card_not_closed"),
    ]  # fmt: skip
    assert isinstance(found[3], Card)
    assert found[3].problems == ((12, "line_unreadable"),)
    assert found[3].phones[0].value == "010"
    assert isinstance(found[2], BrokenCard)
    assert "never closed" in found[2].text


def test_an_agent_inside_a_card_is_not_taken_for_its_owner() -> None:
    (card,) = cards_of(
        crlf("""
BEGIN:VCARD
VERSION:2.1
FN:owner
AGENT:
BEGIN:VCARD
VERSION:2.1
FN:agent
END:VCARD
TEL:010
END:VCARD
""")
    )
    assert (card.name, card.phones[0].value) == ("owner", "010")


def test_a_photo_beyond_the_limit_is_left_out_undecoded() -> None:
    card = only("FN:x", "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * (PHOTO_BYTES * 4 // 3 + 8), "TEL:1")
    assert card.photo is None
    assert card.problems == ((4, "photo_too_large"),)
    assert card.phones[0].value == "1"


def test_a_photo_that_is_no_base64_is_reported() -> None:
    assert only("FN:x", "PHOTO;ENCODING=b:A").problems == ((4, "photo_unreadable"),)


def test_pictures_need_not_be_read() -> None:
    (card,) = (c for c in read_cards(OUTLOOK, photos=False) if isinstance(c, Card))
    assert (card.photo, card.problems) == (None, ())


def test_a_card_too_long_to_be_one_is_skipped() -> None:
    long = "BEGIN:VCARD\nVERSION:3.0\nFN:x\n" + ("NOTE:" + "a" * 99_000 + "\n") * 170 + "END:VCARD"
    found = list(read_cards(crlf(long + "\nBEGIN:VCARD\nFN:y\nEND:VCARD")))
    assert [getattr(c, "reason", "") or getattr(c, "name", "") for c in found] == [
        "card_too_long", "y",
    ]  # fmt: skip


def test_a_text_too_long_and_too_many_lines_are_reported() -> None:
    assert only("FN:x", "NOTE:" + "a" * 1_000_001).problems == ((4, "text_too_long"),)
    many = only("FN:x", *["TEL:1"] * 5_000)
    assert many.problems[0][1] == "card_too_long"
    assert len(many.phones) == 4_998


def test_a_file_without_cards_has_none() -> None:
    assert list(read_cards(b"")) == []
    assert [type(c) for c in read_cards(b"a,b\n1,2\n")] == [BrokenCard]


def test_reading_stops_when_called_off() -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        next(read_cards(IPHONE, ticket))


@given(st.binary(max_size=300))
def test_no_bytes_are_an_error(content: bytes) -> None:
    inside = b"BEGIN:VCARD\nVERSION:2.1\n" + content + b"\nEND:VCARD\nBEGIN:VCARD\nFN:z\nEND:VCARD"
    list(read_cards(content))
    assert [c.name for c in cards_of(inside)][-1] == "z"


@given(
    st.sampled_from([IPHONE, GOOGLE, OUTLOOK, NAVER, SAMSUNG]),
    st.lists(st.tuples(st.integers(0, 2500), st.binary(max_size=6)), max_size=6),
)
def test_a_damaged_export_is_never_an_error(content: bytes, cuts: list[tuple[int, bytes]]) -> None:
    for place, junk in cuts:
        content = content[:place] + junk + content[place + 3 :]
    for card in read_cards(content):
        assert card.line >= 1
