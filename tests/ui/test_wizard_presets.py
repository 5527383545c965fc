"""Lists as other programs save them come in through the window without a column being touched."""

import pytest

from tests.ui.wizard_parts import (
    WAIT,
    dropped,
    imported,
    plan_of,
    planned,
    targets,
    write_book,
    write_rows,
)

GOOGLE = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name",
    "Phonetic Last Name", "Name Prefix", "Name Suffix", "Nickname", "File As",
    "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
    "Photo", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label",
    "E-mail 2 - Value", "Phone 1 - Label", "Phone 1 - Value", "Phone 2 - Label",
    "Phone 2 - Value", "Address 1 - Label", "Address 1 - Formatted", "Address 1 - Street",
    "Address 1 - City", "Address 1 - PO Box", "Address 1 - Region", "Address 1 - Postal Code",
    "Address 1 - Country", "Address 1 - Extended Address", "Website 1 - Label",
    "Website 1 - Value",
)  # fmt: skip
OUTLOOK_KO = (
    "호칭(한글)", "이름", "중간 이름", "성", "회사", "부서", "직함", "근무지 주소 번지",
    "근무지 구/군/시", "근무지 시/도", "근무지 우편 번호", "집 번지", "집 주소 구/군/시",
    "집 주소 시/도", "집 주소 우편 번호", "근무처 전화", "집 전화 번호", "휴대폰",
    "전자 메일 주소", "전자 메일 유형", "전자 메일 표시 이름", "생일", "메모", "범주 항목",
    "주민 등록 번호", "우선 순위", "성별", "숨김",
)  # fmt: skip
HUBSPOT = (
    "Record ID", "First Name", "Last Name", "Email", "Phone Number", "Mobile Phone Number",
    "Company Name", "Job Title", "City", "State/Region", "Postal Code", "Country/Region",
    "Contact owner", "Lifecycle Stage", "Create Date", "Last Activity Date",
    "Original Traffic Source", "Website URL",
)  # fmt: skip
SMARTSTORE = (
    "상품주문번호", "주문번호", "배송속성", "풀필먼트사(주문 기준)", "택배사(주문 기준)",
    "배송방법(구매자 요청)", "배송방법", "택배사", "송장번호", "발송일", "판매채널", "구매자명",
    "구매자ID", "수취인명", "주문상태", "주문세부상태", "수량클레임 여부", "결제위치", "결제일",
    "상품번호", "상품명", "상품종류", "반품안심케어", "멤버십N배송", "옵션정보", "옵션관리코드",
    "수량", "옵션가격", "상품가격", "최종 상품별 할인액", "최초 상품별 할인액",
    "판매자 부담 할인액", "최종 상품별 총 주문금액", "최초 상품별 총 주문금액", "사은품",
    "발주확인일", "발송기한", "발송처리일", "송장출력일", "배송비 형태", "배송비 묶음번호",
    "배송비 유형", "배송비 합계", "제주/도서 추가배송비", "배송비 할인액", "판매자 상품코드",
    "판매자 내부코드1", "판매자 내부코드2", "수취인연락처1", "수취인연락처2", "통합배송지",
    "기본배송지", "상세배송지", "구매자연락처", "우편번호", "배송메세지", "출고지", "결제수단",
    "네이버페이 주문관리 수수료", "매출연동 수수료", "정산예정금액", "개인통관고유부호",
    "주문일시", "배송희망일", "구독신청회차", "구독진행회차", "구독배송희망일", "배송태그 유형",
    "출입방법 유형", "출입방법 내용", "수령위치 유형", "수령위치 내용",
)  # fmt: skip
NOTICE = "다운로드 받은 파일에는 개인정보가 있어요. 배송 목적으로만 쓰세요."


def filled(headers, cells):
    assert set(cells) <= set(headers)
    return [cells.get(header, "") for header in headers]


def person(program, name):
    """What is known of somebody, by the name: the fields and (kind, value) of the points."""
    contacts = program.core.contacts
    (found,) = contacts.find(name).contacts
    detail = contacts.detail(found.id)
    return detail, {(point.kind, point.value) for point in detail.points}


def came_in(qtbot, program, path):
    before = program.core.contacts.count()
    plan = planned(qtbot, program, path)
    fields = targets(plan)
    result = imported(qtbot, program, plan)
    return fields, program.core.contacts.count() - before, result


def test_contacts_of_google(qtbot, program, tmp_path):
    rows = [
        filled(GOOGLE, {
            "First Name": "민수", "Last Name": "한", "Organization Name": "한빛상사",
            "Birthday": "1984-05-02", "Labels": "단골 ::: * myContacts",
            "E-mail 1 - Label": "* Work", "E-mail 1 - Value": "minsu.han@example.com",
            "Phone 1 - Label": "Mobile", "Phone 1 - Value": "010-0177-1234 ::: 02-555-0101",
        }),
        filled(GOOGLE, {
            "First Name": "Anna", "Last Name": "Berg", "Notes": "met in May",
            "Phone 1 - Label": "Work", "Phone 1 - Value": "+49 30 123456",
            "Address 1 - Label": "Home", "Address 1 - Street": "Lindenstr. 4",
            "Address 1 - City": "Berlin", "Address 1 - Postal Code": "10969",
            "Address 1 - Country": "DE",
        }),
    ]  # fmt: skip
    path = write_rows(tmp_path / "contacts.csv", GOOGLE, *rows)
    fields, added, _result = came_in(qtbot, program, path)
    assert added == 2
    assert fields["Phone 1 - Value"] == "phone"
    assert fields["Photo"] == "ignore"
    detail, points = person(program, "한민수")
    assert detail.values["company"] == "한빛상사"
    assert detail.values["birthday"] == "1984-05-02"
    assert {("phone", "010-0177-1234"), ("phone", "02-555-0101")} <= points
    assert ("email", "minsu.han@example.com") in points
    assert dict(program.core.contacts.tags()) == {"단골": 1}


def test_contacts_of_a_korean_outlook_in_its_own_encoding(qtbot, program, tmp_path):
    row = filled(OUTLOOK_KO, {
        "이름": "서연", "성": "남궁", "회사": "봄날꽃집", "직함": "점장", "휴대폰": "010-0177-2345",
        "근무처 전화": "02-555-0102", "전자 메일 주소": "seoyeon@example.com",
        "전자 메일 유형": "SMTP", "생일": "1990-07-21", "메모": "수국을 좋아함",
        "주민 등록 번호": "900721-2345678", "우선 순위": "보통", "집 주소 시/도": "서울",
        "집 주소 구/군/시": "마포구", "집 번지": "망원로 22", "집 주소 우편 번호": "04001",
    })  # fmt: skip
    path = write_rows(tmp_path / "연락처.CSV", OUTLOOK_KO, row, encoding="cp949")
    fields, added, _result = came_in(qtbot, program, path)
    assert added == 1
    assert fields["주민 등록 번호"] == "never"
    detail, points = person(program, "남궁서연")
    assert detail.values["company"] == "봄날꽃집"
    assert detail.values["job_title"] == "점장"
    assert detail.values["birthday"] == "1990-07-21"
    assert {("phone", "010-0177-2345"), ("phone", "02-555-0102")} <= points
    assert any(kind == "address" and "망원로 22" in value for kind, value in points)
    assert b"900721" not in program.core.database.path.read_bytes()


def test_contacts_of_hubspot(qtbot, program, tmp_path):
    rows = [
        filled(HUBSPOT, {
            "Record ID": str(101 + n), "First Name": first, "Last Name": last,
            "Email": f"{first}@example.com", "Mobile Phone Number": f"010-0177-30{n:02}",
            "Company Name": "Acme", "Job Title": "Buyer", "City": "Seoul",
            "Lifecycle Stage": "customer", "Create Date": "3/15/2024 2:30 PM",
            "Original Traffic Source": "Organic Search",
        })
        for n, (first, last) in enumerate([("Grace", "Hopper"), ("Alan", "Kay"), ("Ada", "Byron")])
    ]  # fmt: skip
    path = write_rows(tmp_path / "hubspot-crm-exports.csv", HUBSPOT, *rows)
    fields, added, _result = came_in(qtbot, program, path)
    assert added == 3
    assert fields["Record ID"].startswith("external_id")
    detail, points = person(program, "Grace Hopper")
    assert (detail.values["company"], detail.values["job_title"]) == ("Acme", "Buyer")
    assert detail.values["first_seen_on"] == "2024-03-15"
    assert ("email", "Grace@example.com") in points
    assert ("phone", "010-0177-3000") in points


@pytest.mark.parametrize("password", [None, "1234"])
def test_orders_of_smartstore_are_read_for_their_buyers(qtbot, program, tmp_path, password):
    orders = [
        ("2024050112345", "오하늘", "010-0177-4001", "오하늘"),
        ("2024050112346", "오하늘", "010-0177-4001", "오하늘"),  # the same order, another item
        ("2024050298765", "유바다", "010-0177-4002", "선물 받는 이"),
    ]
    rows = [
        filled(SMARTSTORE, {
            "상품주문번호": number, "주문번호": number[:12], "구매자명": buyer,
            "구매자ID": "oha****",
            "구매자연락처": phone, "수취인명": recipient, "수취인연락처1": "0508-1234-5678",
            "통합배송지": "서울 마포구 망원로 22 101호", "우편번호": "04001",
            "상품명": "장미 한 다발", "수량": 1, "결제일": "2024-05-01 10:20:30",
            "최종 상품별 총 주문금액": 35000, "개인통관고유부호": "P123456789012",
            "출입방법 내용": "#1234", "판매채널": "스마트스토어",
        })
        for number, buyer, phone, recipient in orders
    ]  # fmt: skip
    path = write_book(
        tmp_path / "스마트스토어_전체주문발주발송관리.xlsx",
        {"발주발송관리": [[NOTICE], SMARTSTORE, *rows]}, password,
    )  # fmt: skip
    before = program.core.contacts.count()
    plan = dropped(program, path)
    if password is not None:
        qtbot.waitUntil(plan.password.isVisible, timeout=WAIT)
        qtbot.keyClicks(plan.password, password)
        plan.password.returnPressed.emit()
    plan = as_people(qtbot, program)
    shown = plan.columns.rows
    qtbot.waitUntil(lambda: len(shown) == len(SMARTSTORE), timeout=WAIT)
    assert targets(plan)["개인통관고유부호"] == "never"
    imported(qtbot, program, plan)
    assert program.core.contacts.count() - before == 2
    _detail, points = person(program, "오하늘")
    assert ("phone", "010-0177-4001") in points
    assert all("0508" not in value for _kind, value in points)
    assert program.core.contacts.find("선물 받는").contacts == ()


def as_people(qtbot, program):
    """Have a file that is known as one of sales read for the people in it; its plan."""
    qtbot.waitUntil(lambda: plan_of(program) and plan_of(program).kind == "sales", timeout=WAIT)
    plan_of(program).kinds._segments["people"].click()
    qtbot.waitUntil(lambda: plan_of(program).kind == "people", timeout=WAIT)
    plan = plan_of(program)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    return plan
