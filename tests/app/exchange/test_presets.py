"""Every program's export is recognised by its header row and read as its makers meant it."""

import json
from dataclasses import dataclass, field

import pytest

from app.exchange.fields import is_target
from app.exchange.mapping import knows, propose
from app.exchange.parsed import ParsedRow, Scalar
from app.exchange.presets import fits, presets
from resources import path
from tests.app.exchange.made_tables import (
    exporter_header,
    made,
    made_from_dicts,
    people_of,
    points,
)

Row = dict[str, str]


@dataclass
class Sample:
    """Rows as a program writes them, and what the first becomes."""

    rows: list[Row]
    scalars: dict[str, Scalar] = field(default_factory=dict)
    points: list[tuple[str, str | None, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    externals: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    language: str = "en"
    currency: str = "KRW"


SAMPLES = {
    "google_new": Sample(
        rows=[
            {
                "First Name": "민지", "Last Name": "김", "Phonetic Last Name": "Kim",
                "Phonetic First Name": "Minji", "Organization Name": "한빛꽃집",
                "Organization Title": "대표", "Birthday": "1990-05-03", "Notes": "꽃을 좋아함",
                "Photo": "https://example.com/1.png",
                "Labels": "* myContacts ::: 단골 ::: * starred",
                "E-mail 1 - Label": "* Work", "E-mail 1 - Value": "minji@example.com",
                "E-mail 2 - Label": "Home",
                "E-mail 2 - Value": "mj@example.com ::: mj2@example.com",
                "Phone 1 - Label": "Work", "Phone 1 - Value": "02-555-0101",
                "Phone 2 - Label": "* Mobile",
                "Phone 2 - Value": "010-0101-1111 ::: +82 10-0101-2222",
                "Address 1 - Label": "Home", "Address 1 - Formatted": "서울 강남구\n테헤란로 1",
                "Address 1 - Postal Code": "06236", "Website 1 - Label": "Blog",
                "Website 1 - Value": "https://example.com", "Event 1 - Label": "Anniversary",
                "Event 1 - Value": "2010-05-03", "Custom Field 1 - Label": "신발",
                "Custom Field 1 - Value": "240",
            },
            {"First Name": "Jane", "Last Name": "Park", "Phone 1 - Label": "Home Fax",
             "Phone 1 - Value": "02-555-0102"},
            {"First Name": "박서연"},
        ],
        scalars={
            "name": "김민지", "family_name": "김", "given_name": "민지", "reading": "Minji Kim",
            "company": "한빛꽃집", "job_title": "대표", "birthday": "1990-05-03",
        },
        points=[
            ("phone", "mobile", "010-0101-1111"), ("phone", "work", "02-555-0101"),
            ("phone", "mobile", "010-0101-2222"), ("email", "work", "minji@example.com"),
            ("email", "home", "mj@example.com"), ("email", "home", "mj2@example.com"),
            ("address", "home", "서울 강남구 테헤란로 1"), ("link", "Blog", "https://example.com"),
        ],
        tags=["단골"],
        notes=["꽃을 좋아함", "Anniversary: 2010-05-03\n신발: 240"],
    ),
    "google_old": Sample(
        rows=[
            {
                "Name": "Jane Park", "Given Name": "Jane", "Family Name": "Park",
                "Additional Name": "Mary", "Gender": "Female", "Birthday": "--05-03",
                "Group Membership": "* My Contacts ::: VIP", "E-mail 1 - Type": "* Home",
                "E-mail 1 - Value": "jane@example.com", "Phone 1 - Type": "Mobile",
                "Phone 1 - Value": "010-0102-1111", "Organization 1 - Name": "Example Ltd",
                "Organization 2 - Name": "Second Ltd", "Relation 1 - Type": "Spouse",
                "Relation 1 - Value": "John",
            },
            {"Name": "이서준", "Phone 1 - Value": "010-0102-2222"},
        ],
        scalars={
            "name": "Jane Park", "given_name": "Jane Mary", "gender": "female",
            "birthday": "--05-03", "birthday_calendar": "solar", "company": "Example Ltd",
        },
        points=[("phone", "mobile", "010-0102-1111"), ("email", "home", "jane@example.com")],
        tags=["VIP"],
        notes=["Organization 2 - Name: Second Ltd\nSpouse: John"],
    ),
    "outlook_en": Sample(
        rows=[
            {
                "First Name": "Jane", "Last Name": "Park", "Title": "Mrs.", "Job Title": "Buyer",
                "Company": "Example Ltd", "E-mail Address": "jane@example.com",
                "E-mail 2 Address": "j@example.com", "Mobile Phone": "010-0103-1111",
                "Primary Phone": "02-555-0103", "Business Fax": "02-555-0104",
                "Pager": "012-123-4567", "Business Street": "1 Main St",
                "Business Street 2": "Floor 2", "Business City": "Springfield",
                "Business State": "IL", "Business Postal Code": "62701", "Birthday": "0/0/00",
                "Notes": "one\ntwo", "Categories": "VIP;Friend", "Spouse": "John",
                "Government ID Number": "900503-1234567",
            },
            {"First Name": "민지", "Last Name": "김", "Home Phone": "02-555-0105"},
        ],
        scalars={"name": "Jane Park", "prefix": "Mrs.", "job_title": "Buyer", "birthday": None},
        points=[
            ("phone", None, "02-555-0103"), ("phone", "mobile", "010-0103-1111"),
            ("phone", "fax", "02-555-0104"), ("phone", "Pager", "012-123-4567"),
            ("email", None, "jane@example.com"), ("email", None, "j@example.com"),
            ("address", "work", "1 Main St Floor 2, Springfield, IL 62701"),
        ],
        tags=["VIP", "Friend"],
        notes=["one\ntwo", "Spouse: John"],
        problems=[("Pager", "phone_odd")],
    ),
    "outlook_ko": Sample(
        rows=[
            {
                "이름": "민지", "성": "김", "호칭(한글)": "님", "회사": "한빛상사", "직함": "과장",
                "전자 메일 주소": "minji@example.com", "휴대폰": "01001041111",
                "근무처 전화": "02-555-0106", "근무지 시/도": "서울", "근무지 구/군/시": "강남구",
                "근무지 주소 번지": "테헤란로 1", "근무지 우편 번호": "06236", "생일": "1990-05-03",
                "기념일": "2010-10-10", "범주 항목": "단골", "메모": "커피",
                "주민 등록 번호": "900503-2234567", "ID 번호": "1",
            },
            {"이름": "이서준", "휴대폰": "010-0104-2222"},
        ],
        scalars={"name": "김민지", "family_name": "김", "given_name": "민지", "prefix": "님",
                 "company": "한빛상사"},
        points=[
            ("phone", "mobile", "010-0104-1111"), ("phone", "work", "02-555-0106"),
            ("email", None, "minji@example.com"), ("address", "work", "서울 강남구 테헤란로 1"),
        ],
        tags=["단골"],
        notes=["커피", "기념일: 2010-10-10"],
        language="ko",
    ),
    "outlook_express_ko": Sample(
        rows=[
            {
                "전체 이름": "김민지", "이름": "민지", "성": "김",
                "전자 메일 주소": "m@example.com", "휴대폰": "010-0105-1111",
                "주소(집)": "테헤란로 1", "구/군/시(집)": "강남구",
                "시/도(집)": "서울", "회사 전화": "02-555-0107", "메신저": "minji",
            },
            {"전체 이름": "이서준", "전화": "02-555-0108"},
        ],
        scalars={"name": "김민지", "family_name": "김", "given_name": "민지"},
        points=[
            ("phone", "mobile", "010-0105-1111"), ("phone", "work", "02-555-0107"),
            ("email", None, "m@example.com"), ("address", "home", "서울 강남구 테헤란로 1"),
        ],
        notes=["메신저: minji"],
        language="ko",
    ),
    "outlook_de": Sample(
        rows=[
            {
                "Anrede": "Frau", "Vorname": "Erika", "Nachname": "Muster", "Firma": "Muster GmbH",
                "Position": "Leiterin", "E-Mail-Adresse": "erika@example.com",
                "Mobiltelefon": "+49 1512 3456789", "Telefon geschäftlich": "+49 30 901820",
                "Straße geschäftlich": "Hauptstr. 1", "Ort geschäftlich": "Berlin",
                "Postleitzahl geschäftlich": "10115", "Land/Region geschäftlich": "Deutschland",
            },
            {"Vorname": "Max", "Nachname": "Muster", "Telefon privat": "+49 30 901821"},
        ],
        scalars={"name": "Erika Muster", "prefix": "Frau", "company": "Muster GmbH",
                 "kind": "person"},
        points=[
            ("phone", "mobile", "+49 1512 3456789"), ("phone", "work", "+49 30 901820"),
            ("email", None, "erika@example.com"),
            ("address", "work", "Hauptstr. 1, Berlin, 10115, Deutschland"),
        ],
    ),
    "thunderbird_en": Sample(
        rows=[
            {
                "First Name": "Jane", "Last Name": "Park", "Display Name": "Jane A. Park",
                "Primary Email": "jane@example.com", "Secondary Email": "j@example.com",
                "Mobile Number": "010-0106-1111", "Fax Number": "02-555-0109", "Birth Year": "1990",
                "Birth Month": "5", "Birth Day": "3", "Custom 1": "likes tea",
                "Home Address": "1 Main St", "Home City": "Springfield",
            },
            {"Display Name": "김민지", "Birth Month": "12", "Birth Day": "1",
             "Work Phone": "02-555-0110"},
        ],
        scalars={"name": "Jane A. Park", "birthday": "1990-05-03"},
        points=[
            ("phone", "fax", "02-555-0109"), ("phone", "mobile", "010-0106-1111"),
            ("email", None, "jane@example.com"), ("email", None, "j@example.com"),
            ("address", "home", "1 Main St, Springfield"),
        ],
        notes=["Custom 1: likes tea"],
    ),
    "linkedin": Sample(
        rows=[
            {"First Name": "Jane", "Last Name": "Park", "Company": "Example", "Position": "Buyer",
             "URL": "https://www.linkedin.com/in/jane", "Connected On": "15 Jan 2024"},
            {"First Name": "Max", "Last Name": "Muster", "Email Address": "max@example.com",
             "Connected On": "02 Feb 2024"},
        ],
        scalars={"name": "Jane Park", "job_title": "Buyer", "company": "Example"},
        points=[("link", None, "https://www.linkedin.com/in/jane")],
        notes=["Connected On: 15 Jan 2024"],
    ),
    "hubspot": Sample(
        rows=[
            {
                "Record ID": "51", "First Name": "Jane", "Last Name": "Park",
                "Email": "Jane@Example.com", "Phone Number": "02-555-0111",
                "Mobile Phone Number": "010-0107-1111", "Company Name": "Example Ltd",
                "Contact owner": "Sam", "Lead Status": "OPEN", "Lifecycle Stage": "customer",
                "Create Date": "3/15/2024 2:30 PM", "Original Traffic Source": "Direct",
                "City": "Springfield", "State/Region": "IL",
            },
            {"Record ID": "52", "Email": "max@example.com", "Create Date": "4/1/2024 9:00 AM"},
        ],
        scalars={"name": "Jane Park", "first_seen_on": "2024-03-15", "source": "Direct"},
        points=[
            ("phone", None, "02-555-0111"), ("phone", "mobile", "010-0107-1111"),
            ("email", None, "Jane@Example.com"), ("address", None, "Springfield, IL"),
        ],
        tags=["customer"],
        notes=["Contact owner: Sam\nLead Status: OPEN"],
        externals=[("hubspot", "51")],
    ),
    "salesforce": Sample(
        rows=[
            {
                "Salutation": "Ms.", "First Name": "Jane", "Last Name": "Park", "Title": "CFO",
                "Account Name": "Example Ltd", "Account Owner": "Sam", "Phone": "02-555-0112",
                "Mobile": "010-0108-1111", "Email": "jane@example.com", "Email Opt Out": "1",
                "Do Not Call": "0", "Lead Source": "Web", "Description": "tea",
                "Mailing Street": "1 Main St", "Mailing City": "Springfield",
                "Other Street": "2 Side St", "Birthdate": "1990-05-03",
            },
            {"Last Name": "Muster", "Account Name": "Muster GmbH", "Email": "m@example.com",
             "Email Opt Out": "0"},
        ],
        scalars={"name": "Jane Park", "prefix": "Ms.", "job_title": "CFO",
                 "consent_email": "denied", "consent_phone": None, "source": "Web"},
        points=[
            ("phone", "work", "02-555-0112"), ("phone", "mobile", "010-0108-1111"),
            ("email", None, "jane@example.com"), ("address", None, "1 Main St, Springfield"),
            ("address", "other", "2 Side St"),
        ],
        notes=["tea", "Account Owner: Sam"],
    ),
    "pipedrive": Sample(
        rows=[
            {
                "Person - ID": "7", "Person - Name": "Jane Park", "Person - First name": "Jane",
                "Person - Last name": "Park", "Person - Organization": "Example",
                "Person - Email - Work": "jane@example.com",
                "Person - Email - Home": "j@example.com",
                "Person - Phone - Work": "02-555-0113 x7",
                "Person - Phone - Mobile": "010-0109-1111", "Person - Label": "Hot lead, VIP",
                "Person - Marketing status": "subscribed",
                "Person - Created": "2024-03-15 14:30",
            },
            {"Person - ID": "8", "Person - Name": "Max", "Person - Marketing status": "no_consent"},
        ],
        scalars={"name": "Jane Park", "consent_email": "granted", "first_seen_on": "2024-03-15"},
        points=[
            ("phone", "work", "02-555-0113 x7"), ("phone", "mobile", "010-0109-1111"),
            ("email", "work", "jane@example.com"), ("email", "home", "j@example.com"),
        ],
        tags=["Hot lead", "VIP"],
        externals=[("pipedrive", "7")],
    ),
    "zoho": Sample(
        rows=[
            {
                "Record Id": "zcrm_1", "Contact Owner": "Sam", "First Name": "Jane",
                "Last Name": "Park", "Account Name": "Example", "Email": "jane@example.com",
                "Title": "CFO", "Phone": "02-555-0114", "Mobile": "010-0110-1111",
                "Created Time": "2024-03-15 14:30", "Tag": "VIP", "Mailing City": "Springfield",
            },
            {"Record Id": "zcrm_2", "Last Name": "Muster", "Phone": "02-555-0115"},
        ],
        scalars={"name": "Jane Park", "job_title": "CFO", "first_seen_on": "2024-03-15"},
        points=[
            ("phone", "work", "02-555-0114"), ("phone", "mobile", "010-0110-1111"),
            ("email", None, "jane@example.com"), ("address", None, "Springfield"),
        ],
        tags=["VIP"],
        notes=["Contact Owner: Sam"],
        externals=[("zoho", "zcrm_1")],
    ),
    "mailchimp": Sample(
        rows=[
            {
                "Email Address": "jane@example.com", "First Name": "Jane", "Last Name": "Park",
                "Status": "subscribed", "UNSUB_TIME": "2024-03-15 14:30:00", "MEMBER_RATING": "2",
                "OPTIN_TIME": "2020-01-01 00:00:00", "TAGS": '"VIP","Tea, green"', "EUID": "abc",
            },
            {"Email Address": "max@example.com", "Status": "subscribed"},
        ],
        scalars={"name": "Jane Park", "consent_email": "denied"},
        points=[("email", None, "jane@example.com")],
        tags=["VIP", "Tea, green"],
        notes=["OPTIN_TIME: 2020-01-01 00:00:00"],
    ),
    "shopify_customers": Sample(
        rows=[
            {
                "Customer ID": "'7001", "First Name": "Jane", "Last Name": "Park",
                "Email": "jane@example.com", "Accepts Email Marketing": "yes",
                "Accepts SMS Marketing": "no", "Default Address Address1": "1 Main St",
                "Default Address Address2": "Apt 4", "Default Address City": "Seoul",
                "Default Address Country Code": "KR", "Default Address Zip": "'06236",
                "Default Address Phone": "'+821001111111", "Phone": "'+821001111111",
                "Total Spent": "12000.00", "Total Orders": "3", "Tags": "VIP, Tea",
            },
            {"Customer ID": "'7002", "Accepts Email Marketing": "no", "Phone": "'+821001112222"},
        ],
        scalars={
            "name": "Jane Park", "consent_email": "granted", "consent_sms": "denied",
            "opening_total": 12000, "opening_visits": 3,
        },
        points=[
            ("phone", "mobile", "010-0111-1111"), ("email", None, "jane@example.com"),
            ("address", None, "1 Main St, Apt 4, Seoul, 06236"),
        ],
        tags=["VIP", "Tea"],
        externals=[("shopify", "7001")],
    ),
    "woocommerce_customers": Sample(
        rows=[
            {
                "Name": "Jane Park", "Username": "jane", "Last Active": "2024-03-01",
                "Sign Up": "2023-01-02", "Email": "jane@example.com", "Orders": "4",
                "Total Spend": "56000", "AOV": "14000", "Country / Region": "KR", "City": "Seoul",
                "Region": "", "Postal Code": "06236", "Billing Phone": "010-0112-1111",
            },
            {"Name": "김민지", "Username": "mj", "Email": "mj@example.com", "Total Spend": "0"},
        ],
        scalars={"name": "Jane Park", "first_seen_on": "2023-01-02", "opening_visits": 4,
                 "opening_total": 56000},
        points=[
            ("phone", "mobile", "010-0112-1111"), ("email", None, "jane@example.com"),
            ("address", None, "Seoul, 06236"),
        ],
    ),
    "square": Sample(
        rows=[
            {
                "Reference ID": "A-12", "Square Customer ID": "SQ1", "First Name": "Jane",
                "Last Name": "Park", "Email Address": "jane@example.com",
                "Phone Number": "'+1 650-253-0000", "Email Subscription Status": "Unknown",
                "Lifetime Spend": "$1,234.50", "Last Visit": "3/15/2024", "Memo": "tea",
            },
            {"First Name": "Max", "Phone Number": "'+1 650-253-0001",
             "Email Subscription Status": "Unsubscribed", "Last Visit": "4/20/2024"},
        ],
        scalars={"name": "Jane Park", "number": "A-12", "opening_total": 123450,
                 "consent_email": None, "last_visit_on": "2024-03-15"},
        points=[("phone", None, "+1 650-253-0000"), ("email", None, "jane@example.com")],
        notes=["tea"],
        externals=[("square", "SQ1")],
        currency="USD",
    ),
    "quickbooks_customers": Sample(
        rows=[
            {
                "Customer": "Bird House Inc.", "Full Name": "Jane Park", "Email": "j@example.com",
                "Phone Numbers": "02-555-0116, 010-0113-1111", "Billing Address": "1 Main St",
                "Open Balance": "239.00", "Currency": "USD",
            },
            {"Customer": "Max Muster", "Phone Numbers": "010-0113-2222"},
            {"Customer": "Rago Ltd.", "Phone Numbers": "02-555-0117"},
        ],
        scalars={"name": "Jane Park", "company": "Bird House Inc.", "kind": "person"},
        points=[
            ("phone", None, "02-555-0116"), ("phone", "mobile", "010-0113-1111"),
            ("email", None, "j@example.com"), ("address", None, "1 Main St"),
        ],
        notes=["Open Balance: 239.00"],
    ),
}  # fmt: skip


def read(name: str) -> list[ParsedRow]:
    sample = SAMPLES[name]
    table = made_from_dicts(exporter_header(name), *sample.rows)
    return people_of(table, language=sample.language, currency=sample.currency)


def test_there_is_a_sample_of_every_program_that_exports_contacts() -> None:
    assert set(SAMPLES) == {p.name for p in presets().values() if p.kind == "contacts"}


@pytest.mark.parametrize("name", SAMPLES)
def test_an_export_of_contacts_becomes_the_people_it_holds(name: str) -> None:
    sample, people = SAMPLES[name], read(name)
    first = people[0]
    assert {key: first.scalar(key) for key in sample.scalars} == sample.scalars
    assert points(first) == sample.points
    assert first.tags == sample.tags
    assert first.notes == sample.notes
    assert first.externals == sample.externals
    assert first.problems == sample.problems
    assert [person.failure for person in people] == [None] * len(sample.rows)
    assert [person.line for person in people] == list(range(2, len(people) + 2))


@pytest.mark.parametrize("name", presets())
def test_every_program_is_recognised_by_its_own_header(name: str) -> None:
    header = exporter_header(name)
    assert fits(header)[0].preset.name == name
    assert propose(made(header)).preset == name
    assert knows(header) == pytest.approx(2.0)


@pytest.mark.parametrize("name", presets())
def test_every_column_of_a_preset_has_a_field(name: str) -> None:
    preset = presets()[name]
    targets = [target for target, _rule in preset.columns.values()]
    assert all(map(is_target, targets))
    assert preset.must <= preset.columns.keys() | preset.labels


@pytest.mark.parametrize("name", [n for n, p in presets().items() if p.kind == "orders"])
def test_a_file_of_orders_never_takes_who_receives_for_who_bought(name: str) -> None:
    header = exporter_header(name)
    mapping = propose(made(header, [f"cell {n}" for n in range(len(header))]))
    taken = {c.header for c in mapping.columns if c.target not in ("ignore", "never")}
    assert not any(
        word in header
        for header in taken
        for word in (
            "수취",
            "수령",
            "받는",
            "Ship",
            "recipient",
            "ship-",
            "Lineitem",
            "상품",
            "배송",
        )
    )


def test_the_second_name_is_a_whole_name_where_the_family_name_is_blank() -> None:
    assert [p.scalar("name") for p in read("google_new")] == ["김민지", "Jane Park", "박서연"]
    assert read("google_new")[2].scalar("given_name") is None


def test_labels_belong_to_the_row_they_stand_in() -> None:
    assert points(read("google_new")[1]) == [("phone", "fax", "02-555-0102")]
    assert read("google_new")[1].points[0][3] == ""  # an office shares its fax


def test_a_birthday_in_three_columns_may_lack_its_year() -> None:
    assert read("thunderbird_en")[1].scalar("birthday") == "--12-01"


def test_not_having_opted_out_is_no_consent() -> None:
    assert read("salesforce")[1].scalar("consent_email") is None


def test_a_file_of_unsubscribed_people_never_grants_consent() -> None:
    assert [p.scalar("consent_email") for p in read("mailchimp")] == ["denied", None]


def test_a_customer_of_quickbooks_is_a_person_unless_it_is_called_a_company() -> None:
    people = read("quickbooks_customers")
    assert [p.scalar("name") for p in people] == ["Jane Park", "Max Muster", "Rago Ltd."]
    assert [p.scalar("kind") for p in people] == ["person", "person", "company"]


def test_title_is_a_job_in_outlook_only_without_a_job_title() -> None:
    header = ["First Name", "Last Name", "Title", "E-mail Address", "Home Phone"]
    (person,) = people_of(made(header, ["Jane", "Park", "Buyer", "", "02-555-0118"]))
    assert (person.scalar("prefix"), person.scalar("job_title")) == (None, "Buyer")


def test_zoho_is_not_taken_for_salesforce() -> None:
    found = fits(exporter_header("zoho"))
    assert [fit.preset.name for fit in found] == ["zoho", "salesforce"]
    assert found[0].share > found[1].share + 0.05


def test_newer_office_headers_with_other_spaces_are_known() -> None:
    header = [
        "이름",
        "성",
        "전자메일 주소",
        "휴대폰",
        "결혼기념일",
        "근무지 국가/지역",
        "주민등록번호",
    ]
    mapping = propose(made(header, ["민지", "김", "", "010-0114-1111", "", "", "900503-2234567"]))
    assert mapping.preset == "outlook_ko"
    assert [c.target for c in mapping.columns[-3:]] == ["custom", "address.work.country", "never"]


_SEVENTY_TWO = """
상품주문번호|주문번호|배송속성|풀필먼트사(주문 기준)|택배사(주문 기준)|배송방법(구매자 요청)|
배송방법|택배사|송장번호|발송일|판매채널|구매자명|구매자ID|수취인명|주문상태|주문세부상태|
수량클레임 여부|결제위치|결제일|상품번호|상품명|상품종류|반품안심케어|멤버십N배송|옵션정보|
옵션관리코드|수량|옵션가격|상품가격|최종 상품별 할인액|최초 상품별 할인액|판매자 부담 할인액|
최종 상품별 총 주문금액|최초 상품별 총 주문금액|사은품|발주확인일|발송기한|발송처리일|
송장출력일|배송비 형태|배송비 묶음번호|배송비 유형|배송비 합계|제주/도서 추가배송비|
배송비 할인액|판매자 상품코드|판매자 내부코드1|판매자 내부코드2|수취인연락처1|수취인연락처2|
통합배송지|기본배송지|상세배송지|구매자연락처|우편번호|배송메세지|출고지|결제수단|
네이버페이 주문관리 수수료|매출연동 수수료|정산예정금액|개인통관고유부호|주문일시|배송희망일|
구독신청회차|구독진행회차|구독배송희망일|배송태그 유형|출입방법 유형|출입방법 내용|
수령위치 유형|수령위치 내용
"""
SMARTSTORE = [header.strip() for header in _SEVENTY_TWO.split("|")]


def test_an_order_of_smartstore_is_read_for_its_buyer_alone() -> None:
    row = dict.fromkeys(SMARTSTORE, "x") | {
        "구매자명": "김민지", "구매자ID": "minj****", "구매자연락처": "010-0115-1111",
        "수취인명": "이서준", "수취인연락처1": "0504-0115-2222", "판매채널": "스마트스토어",
        "개인통관고유부호": "P123456789012", "출입방법 내용": "1234*",
    }  # fmt: skip
    table = made_from_dicts(SMARTSTORE, row)
    (person,) = people_of(table)
    assert propose(table).preset == "naver_smartstore"
    assert (person.scalar("name"), person.scalar("source")) == ("김민지", "스마트스토어")
    assert points(person) == [("phone", "mobile", "010-0115-1111")]
    assert (person.externals, person.notes, person.problems) == ([], [], [])


def test_relayed_numbers_and_mail_are_kept_but_match_nobody() -> None:
    header = ["묶음배송번호", "주문번호", "구매자", "구매자이메일", "구매자전화번호", "수취인이름"]
    row = ["1", "2", "김민지", "abc@marketplace.amazon.com", "0504-0116-1111", "이서준"]
    (person,) = people_of(made(header, row))
    assert [(p[2], p[3]) for p in person.points] == [
        ("0504-0116-1111", ""),
        ("abc@marketplace.amazon.com", ""),
    ]
    assert person.problems == []


def test_a_sheet_of_orders_by_hand_is_read_for_its_buyer() -> None:
    header = [
        "주문번호",
        "구매자명",
        "구매자 연락처",
        "수취인",
        "휴대폰번호",
        "구매자 메모",
        "무게",
    ]
    row = ["1", "김민지", "010-0117-1111", "이서준", "010-0117-2222", "", "3"]
    table = made(header, row)
    (person,) = people_of(table)
    assert propose(table).preset == "11st"
    assert (person.scalar("name"), person.notes) == ("김민지", [])
    assert points(person) == [("phone", "mobile", "010-0117-1111")]


def test_a_list_of_recipients_reaches_nobody() -> None:
    mapping = propose(made(exporter_header("cj_waybill")))
    assert not mapping.reaches_people


def test_presets_are_written_one_way() -> None:
    facts = json.loads(path("presets.json").read_text("utf-8"))
    for preset in facts.values():
        headers = [h for headers in preset["columns"].values() for h in headers]
        assert len(headers) == len(set(headers))
        assert all(text == text.strip() for text in headers)
