"""A marketplace's weekly file of sales, made for pictures and tests; its header is the real one."""

from __future__ import annotations

import csv
from pathlib import Path

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
GOODS = (
    ("장미 꽃다발", 35_000), ("튤립 꽃다발", 42_000), ("작약 한 단", 20_000), ("작은 화분", 12_000),
    ("드라이플라워", 24_000),
)  # fmt: skip
BUYERS = (
    ("김민지", "010-0142-3377"), ("문가영", "010-0158-2201"), ("차은서", "010-0158-2202"),
    ("백도현", "010-0158-2203"), ("오세린", "010-0158-2204"), ("남기준", "010-0158-2205"),
)  # fmt: skip
LAST_WEEK, THIS_WEEK = range(12), range(4, 26)  # orders, of which eight are in both files
LATER: dict[int, dict[str, object]] = {  # what the second file says otherwise
    5: {"주문상태": "반품완료"},
    8: {"주문상태": "취소완료"},
    9: {"배송희망일": "2026-05-15"},
    10: {"배송희망일": "2026-05-16"},
}
FLAWS: dict[int, dict[str, object]] = {
    14: {"결제일": "5월 언젠가", "주문일시": "5월 언젠가"},
    17: {"상품가격": "문의", "최종 상품별 총 주문금액": "문의"},
    21: {"수량": "두 개", "최종 상품별 총 주문금액": "별도"},
}


def write_weeks(last: Path, this: Path) -> None:
    """Write the file of last week and that of this one: new, changed, refunded, flawed rows."""
    _write(last, [_order(number) for number in LAST_WEEK])
    both = LATER | FLAWS
    _write(this, [_order(number) | both.get(number, {}) for number in THIS_WEEK])


def _order(number: int) -> dict[str, object]:
    (name, price), (buyer, phone) = GOODS[number % len(GOODS)], BUYERS[number % len(BUYERS)]
    day, many = f"2026-05-{1 + number // 3:02d}", 1 + number % 4 // 3
    order = f"2026050{number:09d}"
    return {
        "상품주문번호": f"{order}1", "주문번호": order, "판매채널": "스마트스토어",
        "구매자명": buyer, "구매자ID": f"{phone[-2:]}****", "수취인명": buyer,
        "주문상태": "구매확정", "결제일": f"{day} 14:{number % 60:02d}:09", "상품명": name,
        "옵션정보": "색상: 분홍", "수량": many, "옵션가격": 0, "상품가격": price,
        "최종 상품별 할인액": 0, "최초 상품별 할인액": 0, "최종 상품별 총 주문금액": price * many,
        "최초 상품별 총 주문금액": price * many, "배송비 합계": 3_000,
        "수취인연락처1": f"0503-1234-{number:04d}",
        "통합배송지": f"서울 마포구 월드컵로 {number}길 3",
        "구매자연락처": phone, "우편번호": "04001", "배송메세지": "문 앞에 놓아 주세요",
        "결제수단": "신용카드", "주문일시": f"{day} 14:00:00",
    }  # fmt: skip


def _write(path: Path, orders: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(SMARTSTORE)
        writer.writerows([order.get(title, "") for title in SMARTSTORE] for order in orders)
