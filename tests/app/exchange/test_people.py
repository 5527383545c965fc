"""Rows become people: names, several phones, notes, consents, and what cannot be taken."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.mapping import propose
from app.exchange.people import parse_people
from app.exchange.table import Cell
from app.jobs import CancelledError, Ticket
from db.points import point_key
from db.staging import SCALARS
from tests.app.exchange.made_tables import TODAY, made, one, people_of, points, values


def test_an_ordinary_list_of_a_korean_shop() -> None:
    person = one(
        ["번호", "고객명", "휴대폰", "집전화", "이메일", "생년월일", "성별", "주소", "상세주소",
         "우편번호", "등급", "태그", "메모", "등록일", "누적금액", "방문횟수", "최근방문일",
         "문자수신동의", "신발"],
        ["17", "김민지 님", 1001011111.0, "02-555-0101", "Minji@Example.com", "90.05.03", "여",
         "서울 강남구 테헤란로 1", "101호", 6236.0, "골드", "단골, 커피", "창가 자리",
         "2023. 1. 5.", "1,234,000원", "12회", 46000, "Y", "240"],
    )  # fmt: skip
    named = dict(zip(SCALARS, person.scalars, strict=True))
    assert {name: value for name, value in named.items() if value is not None} == {
        "kind": "person", "name": "김민지", "number": "17", "gender": "female",
        "birthday": "1990-05-03", "birthday_calendar": "solar", "first_seen_on": "2023-01-05",
        "opening_total": 1_234_000, "opening_visits": 12, "last_visit_on": "2025-12-09",
        "consent_sms": "granted",
    }  # fmt: skip
    assert person.points == [
        ("phone", "mobile", "010-0101-1111", "01001011111", *[None] * 6),
        ("phone", "home", "02-555-0101", "025550101", *[None] * 6),
        ("email", None, "Minji@Example.com", "minji@example.com", *[None] * 6),
        ("address", None, "서울 강남구 테헤란로 1 101호", "", "06236", None, None,
         "서울 강남구 테헤란로 1", "101호", None),
    ]  # fmt: skip
    assert person.tags == ["골드", "단골", "커피"]
    assert person.notes == ["창가 자리", "신발: 240"]
    assert person.problems == [
        ("휴대폰", "phone_zero_added"), ("우편번호", "postcode_zero_added"),
    ]  # fmt: skip
    assert (person.failure, person.contact_id, person.line) == (None, None, 2)


def test_a_number_written_in_two_columns_is_one_phone() -> None:
    person = one(["이름", "휴대폰", "연락처2"], ["김민지", "010-0101-1111", "+82 10 0101 1111"])
    assert values(person, "phone") == ["010-0101-1111"]


def test_several_numbers_in_a_cell_are_several_phones() -> None:
    person = one(["이름", "연락처"], ["김민지", "010-0101-1111/010-0101-2222"])
    assert points(person) == [
        ("phone", "mobile", "010-0101-1111"), ("phone", "mobile", "010-0101-2222"),
    ]  # fmt: skip


def test_lost_digits_stay_as_they_are_and_match_nobody() -> None:
    person = one(["이름", "휴대폰"], ["김민지", "8.21012E+11"])
    assert person.points[0][2:4] == ("8.21012E+11", "")
    assert person.problems == [("휴대폰", "phone_digits_lost")]


def test_somebody_without_a_name_is_called_by_phone_or_email() -> None:
    headers = ["이름", "회사", "전화", "이메일"]
    found = people_of(
        made(
            headers,
            ["", "", "01001011111", "a@example.com"],
            ["", "", "", "a@example.com"],
            ["", "한빛상사", "02-555-0101", ""],
            ["", "", "", ""],
            ["김민지", "한빛상사", "", ""],
        )
    )
    assert [person.scalar("name") for person in found] == [
        "010-0101-1111", "a@example.com", "한빛상사", None, "김민지",
    ]  # fmt: skip
    assert [person.scalar("kind") for person in found] == [
        "person", "person", "company", "person", "person",
    ]  # fmt: skip
    assert [person.scalar("company") for person in found] == [None, None, None, None, "한빛상사"]
    assert [person.failure for person in found] == [None, None, None, "no_name_or_phone", None]


def test_a_name_too_long_fails_with_its_reason() -> None:
    assert one(["이름"], ["가" * 201]).failure == "name_too_long"


def test_what_stands_in_for_a_name_is_no_longer_than_one() -> None:
    headers, long = ["이름", "닉네임", "휴대폰"], "가" * 201
    assert one(headers, ["", long, "010-0142-3377"]).scalar("name") == "010-0142-3377"
    assert one(headers, ["", long, ""]).failure == "name_too_long"
    assert one(["이름"], ["가" * 200]).failure is None


def test_a_company_is_told_by_its_name_unless_a_column_says_what_it_is() -> None:
    assert one(["이름", "전화"], ["(주)한빛", ""]).scalar("kind") == "company"
    assert one(["이름", "고객유형"], ["(주)한빛", "개인"]).scalar("kind") == "person"
    assert one(["성", "이름"], ["(주)", "한빛"]).scalar("kind") == "person"


def test_a_whole_name_wins_over_its_parts() -> None:
    person = one(["Full name", "First name", "Last name"], ["J. Park", "Jane", "Park"])
    assert [person.scalar(name) for name in ("name", "given_name", "family_name")] == [
        "J. Park", "Jane", "Park",
    ]  # fmt: skip


def test_what_two_columns_of_one_field_say_is_never_lost() -> None:
    person = one(["이름", "회사", "직장명"], ["김민지", "한빛상사", "새빛상사"])
    assert person.scalar("company") == "한빛상사"
    assert person.notes == ["직장명: 새빛상사"]


def test_a_lunar_birthday_is_told_in_the_cell_or_beside_it() -> None:
    found = people_of(
        made(
            ["이름", "생일", "음력여부"],
            ["김민지", "음력 5.3", ""], ["이서준", "5월 3일", "음"], ["박도윤", "1990-05-03", "양"],
            ["최지우", "", "음"],
        )
    )  # fmt: skip
    assert [(p.scalar("birthday"), p.scalar("birthday_calendar")) for p in found] == [
        ("--05-03", "lunar"), ("--05-03", "lunar"), ("1990-05-03", "solar"), (None, None),
    ]  # fmt: skip


def test_a_column_of_lunar_birthdays_is_told_by_its_header() -> None:
    person = one(["이름", "생일(음력)", "양력생일"], ["김민지", "2.30", "1990-05-03"])
    assert (person.scalar("birthday"), person.scalar("birthday_calendar")) == ("--02-30", "lunar")
    assert person.notes == ["양력생일: 1990-05-03"]


def test_what_is_no_date_or_money_is_kept_in_the_note() -> None:
    person = one(
        ["이름", "생일", "누적금액", "방문횟수", "성별"], ["김민지", "봄", "많음", "자주", "?"]
    )
    assert person.notes == ["생일: 봄\n누적금액: 많음\n방문횟수: 자주\n성별: ?"]
    assert {reason for _header, reason in person.problems} == {
        "not_a_date", "not_money", "not_a_number", "gender_unclear",
    }  # fmt: skip
    assert person.scalar("birthday") is None


def test_a_guessed_order_of_dates_is_one_problem_of_the_column() -> None:
    table = made(["name", "joined"], ["Jane", "03/04/2024"], ["Max", "05/06/2024"])
    found = parse_people(table, propose(table, language="en"), language="en", today=TODAY)
    assert found.column_problems == [("joined", "date_ambiguous")]
    assert [person.scalar("first_seen_on") for person in found] == ["2024-03-04", "2024-05-06"]


def test_foreign_money_is_not_taken_for_ours() -> None:
    person = one(["이름", "total spent"], ["김민지", "$12.00"])
    assert (person.scalar("opening_total"), person.notes) == (None, ["total spent: $12.00"])


def test_refusing_one_channel_or_all_of_them() -> None:
    found = people_of(
        made(
            ["이름", "수신거부", "이메일 수신"],
            ["김민지", "Y", "동의"], ["이서준", "N", "동의"], ["박도윤", "", "거부"],
        )
    )  # fmt: skip
    channels = ("consent_email", "consent_sms", "consent_phone", "consent_messenger")
    assert [[person.scalar(channel) for channel in channels] for person in found] == [
        ["denied", "denied", "denied", "denied"],
        ["granted", None, None, None],
        ["denied", None, None, None],
    ]


def test_agreeing_to_marketing_covers_what_is_written() -> None:
    person = one(["이름", "마케팅 수신동의"], ["김민지", "동의"])
    assert [person.scalar(f"consent_{c}") for c in ("email", "sms", "phone", "messenger")] == [
        "granted", "granted", None, None,
    ]  # fmt: skip


def test_columns_that_must_not_be_read_leave_no_trace() -> None:
    person = one(
        ["이름", "주민등록번호", "메모", "직업"],
        ["김민지", "900503-2234567", "900503-2234567 확인", "교사 850101-1234567"],
    )
    text = repr(person)
    assert "2234567" not in text
    assert "1234567" not in text
    assert person.notes == ["900503-2****** 확인", "직업: 교사 850101-1******"]
    assert {reason for _header, reason in person.problems} == {"resident_number_removed"}


def test_two_streets_are_one_address_and_two_places_are_two() -> None:
    person = one(
        ["이름", "주소1", "주소2", "집 주소", "회사 주소"],
        [
            "김민지",
            "서울 강남구 테헤란로 1",
            "101호",
            "부산 해운대구 센텀로 2",
            "경기 성남시 판교로 3",
        ],
    )
    assert points(person) == [
        ("address", None, "서울 강남구 테헤란로 1 101호"),
        ("address", "home", "부산 해운대구 센텀로 2"),
        ("address", "work", "경기 성남시 판교로 3"),
    ]


def test_formula_looking_names_are_plain_text() -> None:
    assert one(["이름"], ["=1+1"]).scalar("name") == "=1+1"
    assert one(["이름"], ["'=1+1"]).scalar("name") == "=1+1"


def test_notes_of_several_columns_stay_apart_and_repeat_nothing() -> None:
    person = one(["이름", "메모", "비고", "특이사항"], ["김민지", "창가", "창가", "조용히"])
    assert person.notes == ["창가", "조용히"]


def test_a_tag_too_long_to_be_one_is_kept_in_the_note() -> None:
    person = one(["이름", "태그"], ["김민지", "단골," + "가" * 101])
    assert person.tags == ["단골"]
    assert person.notes == ["태그: 단골," + "가" * 101]
    assert person.problems == [("태그", "tag_too_long")]


def test_dates_of_a_workbook_from_1904() -> None:
    table = made(["이름", "생일"], ["김민지", 31534.0], kind="xlsx")
    table.date_1904 = True
    assert people_of(table)[0].scalar("birthday") == "1990-05-03"


def test_rows_keep_their_lines_over_many_blocks() -> None:
    table = made(["이름", "휴대폰"], *([f"손님{n}", f"010-0101-{n:04}"] for n in range(2000)))
    found = people_of(table)
    assert [person.line for person in found] == table.lines
    assert [person.scalar("name") for person in found] == [f"손님{n}" for n in range(2000)]


def test_reading_reports_how_far_it_is_and_can_be_called_off() -> None:
    table = made(["이름"], *(["김민지"] for _n in range(2000)))
    told: list[tuple[int, int]] = []
    ticket = Ticket(lambda done, total: told.append((done, total)))
    assert len(list(parse_people(table, propose(table), ticket=ticket))) == 2000
    assert told[-1] == (2000, 2000)
    people = parse_people(table, propose(table), ticket=ticket)
    next(people)
    threading.Thread(target=ticket.cancel).run()
    with pytest.raises(CancelledError):
        list(people)


CELLS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
HEADERS = st.sampled_from(
    ["이름", "성", "First name", "회사", "휴대폰", "전화2", "이메일", "생일", "음력여부", "성별",
     "주소", "상세주소", "우편번호", "태그", "메모", "누적금액", "방문횟수", "최근방문일",
     "수신동의", "수신거부", "고객유형", "고객번호", "홈페이지", "신발", "담당자", "출생연도",
     "생월", "Title", "No", ""]
)  # fmt: skip


@given(
    st.lists(HEADERS, min_size=1, max_size=8).flatmap(
        lambda headers: st.tuples(
            st.just(headers),
            st.lists(
                st.lists(CELLS, min_size=len(headers), max_size=len(headers)),
                min_size=1,
                max_size=4,
            ),
        )
    )
)
def test_no_cell_is_ever_an_error(drawn: tuple[list[str], list[list[Cell]]]) -> None:
    headers, rows = drawn
    found = people_of(made(headers, *rows))
    assert len(found) == len(rows)
    for person in found:
        assert len(person.scalars) == len(SCALARS)
        assert (person.scalar("name") is None) == (person.failure == "no_name_or_phone")
        assert person.scalar("kind") in ("person", "company", "household")
        assert (person.scalar("birthday") is None) == (person.scalar("birthday_calendar") is None)
        for kind, label, value, key, *_parts in person.points:
            assert value
            assert key == point_key(kind, label, value)
        assert all(person.notes)
        assert all(person.tags)
