"""Columns are matched by words and content, remembered, told, and never where they must not be."""

import pytest

from app.errors import FileError, FileProblem
from app.exchange.fields import FIELDS, field_label, find_target, is_target
from app.exchange.mapping import (
    ColumnMatch,
    Mapping,
    fingerprint,
    from_json,
    knows,
    propose,
    to_json,
)
from app.exchange.synonyms import is_never, meaning
from app.exchange.table import Cell
from tests.app.exchange.made_tables import made, people_of


def targets(headers: list[str], *rows: list[Cell], header_line: int = 1) -> list[str]:
    mapping = propose(made(headers, *rows, header_line=header_line), year=2026)
    return [column.target for column in mapping.columns]


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("성함", "name"), ("고객명", "name"), ("Customer Name", "name"),
        ("휴대폰(필수)", "phone.mobile"), ("*휴대폰 번호", "phone.mobile"),
        ("핸드폰", "phone.mobile"), ("H.P", "phone.mobile"), ("연락처2", "phone"),
        ("연락처 (2)", "phone"), ("회사 전화", "phone.work"), ("Fax", "phone.fax"),
        ("이메일 주소:", "email"), ("E-mail 2", "email"), ("e_mail", "email"),
        ("생년월일", "birthday"), ("Date of Birth", "birthday"), ("우편 번호", "address.postcode"),
        ("상세주소", "address.detail"), ("주소", "address.full"), ("집 주소", "address.home.full"),
        ("회원등급", "tag"), ("비고", "note"), ("유입경로", "source"),
        ("최초방문일", "first_seen_on"), ("최근 방문일", "last_visit_on"),
        ("누적금액", "opening_total"), ("방문횟수", "opening_visits"), ("고객번호", "number"),
        ("회원번호", "number"), ("음력여부", "birthday_calendar"), ("SMS 수신동의", "consent_sms"),
        ("마케팅동의여부", "consent_sms"),
        ("이메일수신거부", "consent_email"), ("수취인명", "ignore"), ("Vorname", "given_name"),
        ("Sukunimi", "family_name"), ("Tél. mobile", "phone.mobile"),
        ("Código postal", "address.postcode"), ("Адрес электронной почты", "email"),
        ("手機號碼", "phone.mobile"), ("Kod pocztowy (dom)", "address.home.postcode"),
        ("Ďalšia e-mailová adresa", "email"), ("CEP", "address.postcode"),
    ],
)  # fmt: skip
def test_a_header_is_known_by_its_word(header: str, target: str) -> None:
    found = meaning(header)
    assert found is not None
    assert found.target == target


@pytest.mark.parametrize(
    "header",
    ["주민등록번호", "주민 등록 번호", "고객 주민번호", "SSN", "Passport No.", "여권번호",
     "개인통관고유부호", "개인통관번호(PCCC)", "외국인등록번호", "Resident Registration Number",
     "공동현관 비밀번호"],
)  # fmt: skip
def test_a_header_of_what_no_shop_may_keep_is_never_read(header: str) -> None:
    assert is_never(header)
    assert targets([header, "이름"], ["900503-2234567", "김민지"]) == ["never", "name"]


def test_resident_numbers_are_never_read_whatever_stands_above_them() -> None:
    column = ["900503-2234567", "850101-1234567", ""]
    rows: list[list[Cell]] = [[number, "김민지"] for number in column]
    assert targets(["고유", "이름"], *rows) == ["never", "name"]
    assert targets(["A", "B"], *rows, header_line=0)[0] == "never"


def test_words_that_only_look_alike_are_not_taken_for_each_other() -> None:
    assert meaning("최초 상품별 총 주문금액") is None
    assert meaning("Telefax privat") is None
    assert meaning("Mobile app version") is None


def test_unknown_columns_are_kept_in_a_note_and_empty_ones_left_out() -> None:
    mapping = propose(made(["이름", "신발", "빈칸"], ["김민지", "240", ""]))
    assert [(c.target, c.confidence) for c in mapping.columns[1:]] == [
        ("custom", 0),
        ("ignore", 90),
    ]


@pytest.mark.parametrize("header", ["No", "No.", "순번", "연번", "번호", "#"])
def test_a_running_number_is_no_customer_number(header: str) -> None:
    rows: list[list[Cell]] = [[n, "김민지"] for n in (1, 2, 3, 4)]
    assert targets([header, "이름"], *rows)[0] == "ignore"
    rows = [[n, "김민지"] for n in (1004, 17, 230)]
    assert targets([header, "이름"], *rows)[0] == "number"


def test_a_customer_number_stays_one_even_if_it_runs() -> None:
    assert targets(["고객번호", "이름"], [1, "김민지"], [2, "이서준"])[0] == "number"


def test_first_and_family_name_are_told_by_each_other() -> None:
    assert targets(["성", "이름"], ["김", "민지"]) == ["family_name", "given_name"]
    assert targets(["이름"], ["김민지"]) == ["name"]
    assert targets(["Name", "Vorname"], ["Muster", "Erika"]) == ["family_name", "given_name"]
    assert targets(["Name", "First name"], ["Jane Park", "Jane"]) == ["name", "given_name"]
    assert targets(["Nombre", "Correo"], ["Juana", "j@example.com"]) == ["name", "email"]


def test_cells_correct_what_a_header_suggests() -> None:
    assert targets(["이름", "구분"], ["한빛상사", "법인"], ["김민지", "개인"])[1] == "kind"
    assert targets(["이름", "구분"], ["김민지", "VIP"])[1] == "tag"
    assert targets(["이름", "회원등급"], ["김민지", "일반"])[1] == "tag"
    assert targets(["이름", "음력생일"], ["김민지", "음"])[1] == "birthday_calendar"
    assert targets(["이름", "음력생일"], ["김민지", "5.3"])[1] == "birthday"
    assert targets(["Name", "Title"], ["Jane Park", "Mrs."], ["Max Muster", "Mr"])[1] == "prefix"
    assert targets(["이름", "성"], ["김민지", "여"], ["이서준", "남"]) == ["name", "gender"]
    assert targets(["이름", "이메일"], ["김민지", "Y"], ["이서준", "N"])[1] == "consent_email"
    assert targets(["회원", "이름"], ["Y", "김민지"], ["N", "이서준"]) == ["custom", "name"]


def test_a_contact_person_is_the_name_where_only_a_company_is() -> None:
    assert targets(["거래처명", "담당자"], ["한빛상사", "김민지"]) == ["company", "name"]
    assert targets(["고객명", "담당자"], ["김민지", "이서준"]) == ["name", "owner"]


def test_three_columns_make_a_birthday() -> None:
    found = targets(["이름", "출생연도", "생월", "birth day"], ["김민지", "1990", "5", "3"])
    assert found == ["name", "birthday.year", "birthday.month", "birthday.day"]


def test_columns_without_headers_are_told_by_their_content() -> None:
    rows: list[list[Cell]] = [
        [
            "김민지",
            "010-0101-1111",
            "a@example.com",
            "1990-05-03",
            "서울 강남구 테헤란로 1",
            "06236",
            "x",
        ],
        [
            "이서준",
            "01001012222",
            "b@example.com",
            "1985-12-01",
            "경기 성남시 분당구 판교로 2",
            "13487",
            "y",
        ],
        [
            "박도윤",
            "010-0101-3333",
            "c@example.com",
            "1979-01-31",
            "부산 해운대구 센텀로 3",
            "48060",
            "x",
        ],
    ]
    table = made(list("ABCDEFG"), *rows, header_line=0)
    mapping = propose(table, year=2026)
    assert [c.target for c in mapping.columns] == [
        "name", "phone", "email", "birthday", "address.full", "address.postcode", "custom",
    ]  # fmt: skip
    assert {c.why for c in mapping.columns[:6]} == {"content"}
    assert all(0 < c.confidence < 95 for c in mapping.columns[:6])


def test_content_needs_four_of_five_cells_to_agree() -> None:
    phones: list[list[Cell]] = [[f"010-0101-{n:04}"] for n in range(8)]
    assert targets(["zz"], *phones, ["later"], ["soon"]) == ["phone"]
    assert targets(["zz"], *phones, ["later"], ["soon"], ["never"]) == ["custom"]


def test_codes_with_leading_zeros_are_no_phones() -> None:
    assert targets(["zz"], ["00012345"], ["00012346"], ["00012347"]) == ["custom"]


def test_memory_of_the_same_headers_comes_before_words() -> None:
    table = made(["이름", "신발", "주민번호"], ["김민지", "240", "x"])
    memory = Mapping(
        None,
        (
            ColumnMatch(0, "이름", "nickname", 100, "told"),
            ColumnMatch(1, "신발", "tag", 100, "told"),
            ColumnMatch(2, "주민번호", "note", 100, "told"),
        ),
    )
    found = propose(table, memory=memory).columns
    assert [(c.target, c.why) for c in found] == [
        ("nickname", "memory"), ("tag", "memory"), ("never", "header"),
    ]  # fmt: skip


def test_memory_of_other_headers_is_no_memory() -> None:
    memory = Mapping(None, (ColumnMatch(0, "성함", "nickname", 100, "told"),))
    assert propose(made(["이름"], ["김민지"]), memory=memory).columns[0].why == "header"
    unnamed = Mapping(None, (ColumnMatch(0, "A", "note", 100, "told"),))
    table = made(["A"], ["김민지"], ["이서준"], ["박도윤"], header_line=0)
    assert propose(table, memory=unnamed).columns[0].target == "name"


def test_a_mended_file_of_failed_rows_is_read_as_the_file_it_came_from() -> None:
    headers = ["이름", "신발"]
    assert fingerprint([*headers, "줄", "이유"]) == fingerprint(headers)
    assert fingerprint([*headers, "Line", "Reason"]) == fingerprint(headers)
    assert fingerprint(["이유"]) != fingerprint([])
    memory = Mapping(
        None,
        (ColumnMatch(0, "이름", "name", 95, "header"), ColumnMatch(1, "신발", "tag", 100, "told")),
    )
    table = made([*headers, "줄", "이유"], ["김민지", "240", 7, "이름이 없음"])
    found = propose(table, memory=memory).columns
    assert [c.target for c in found] == ["name", "tag", "ignore", "ignore"]


def test_what_a_person_tells_comes_before_everything() -> None:
    table = made(["이름", "신발", "전화"], ["김민지", "240", "010-0101-1111"])
    told = {"신발": "tag", "C": "phone.work", "이름": "별명"}
    found = propose(table, told=told).columns
    assert [(c.target, c.why) for c in found] == [
        ("nickname", "told"), ("tag", "told"), ("phone.work", "told"),
    ]  # fmt: skip


def test_columns_without_headers_are_told_by_their_letter() -> None:
    table = made(["A", "B"], ["x", "y"], header_line=0)
    assert propose(table, told={"b": "note"}).columns[1].target == "note"


def test_nobody_can_tell_a_resident_number_to_be_read() -> None:
    table = made(["이름", "주민번호"], ["김민지", "900503-2234567"])
    assert propose(table, told={"주민번호": "note"}).columns[1].target == "never"


def test_telling_of_a_column_or_a_field_that_is_not_there_is_an_error() -> None:
    table = made(["이름"], ["김민지"])
    with pytest.raises(FileError) as caught:
        propose(table, told={"성함": "name"})
    assert caught.value.problem is FileProblem.NO_SUCH_COLUMN
    assert caught.value.facts["header"] == "성함"
    with pytest.raises(FileError) as caught:
        propose(table, told={"이름": "shoe size"}, language="en")
    assert caught.value.problem is FileProblem.NO_SUCH_FIELD
    assert "Mobile phone" in str(caught.value.facts["fields"])


def test_the_order_of_dates_can_be_told() -> None:
    table = made(["name", "joined"], ["Jane Park", "03/04/2024"])
    (person,) = people_of(table, told={"joined": "first_seen_on order=dmy"})
    assert person.scalar("first_seen_on") == "2024-04-03"


def test_a_mapping_comes_back_from_its_text() -> None:
    mapping = propose(made(["이름", "수신거부", "A - Label"], ["김민지", "Y", ""]))
    assert from_json(to_json(mapping)) == mapping


def test_a_remembered_field_that_is_gone_becomes_custom() -> None:
    text = to_json(Mapping(None, (ColumnMatch(0, "이름", "shoe", 100, "told"),)))
    assert from_json(text).columns[0].target == "custom"


def test_two_columns_of_one_header_are_both_matched() -> None:
    assert targets(["이름", "연락처", "연락처"], ["김민지", "", "010-0101-1111"]) == [
        "name", "phone", "phone",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        (["이름", "연락처", "생일"], 1.0),
        (["이름", "연락처", "신발", "모자"], 0.5),
        (["김민지", "010-0101-1111"], 0.0),
        (["", ""], 0.0),
        (["단골 ID", "이름"], 2.0),
    ],
)
def test_a_header_row_is_told_by_the_share_of_known_words(cells: list[str], share: float) -> None:
    assert knows(cells) == share


def test_a_preset_makes_a_row_a_header_for_sure() -> None:
    assert knows(["Record ID", "Email", "Create Date", "Something", "Else"]) > 1


def test_every_field_has_words_in_both_languages_and_is_found_by_them() -> None:
    for target, field in FIELDS.items():
        assert is_target(target)
        assert find_target(target) == target
        assert find_target(field.english) is not None
        assert find_target(field.korean) is not None
    assert field_label("external_id:shopify", "en") == "External ids (shopify)"
    assert field_label("label:3", "ko") == ""
    assert find_target("shoe size") is None


def test_a_list_that_names_nobody_is_told_from_one_that_does() -> None:
    assert propose(made(["전화"], ["010-0101-1111"])).reaches_people
    assert not propose(made(["신발"], ["240"])).reaches_people
