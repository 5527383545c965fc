"""What a column of a file of sales can become: target codes, their words, their groups."""

from __future__ import annotations

from app.exchange.fields import FIELDS, Field

IGNORE, NEVER = "ignore", "never"
_SALE = """
sale        | sale.number         | Sale number            | 주문·영수증 번호
sale        | sale.date           | Date sold              | 판매일
sale        | sale.time           | Time sold              | 판매 시각
sale        | sale.status         | Status                 | 상태
sale        | sale.cancelled      | Cancelled              | 취소
sale        | sale.original       | Number of the original | 원래 거래 번호
sale        | sale.total          | Total of the sale      | 총 금액
sale        | sale.discount       | Discount of the sale   | 할인
sale        | sale.shipping       | Delivery fee           | 배송비
sale        | sale.tax            | Tax of the sale        | 세금
sale        | sale.paid           | Paid                   | 받은 금액
sale        | sale.owed           | Owed                   | 외상
sale        | sale.refunded       | Refunded               | 환불 금액
sale        | sale.currency       | Currency               | 통화
sale        | sale.paid_by        | Way of payment         | 결제 수단
sale        | sale.channel        | Channel                | 판매 채널
sale        | sale.staff          | Staff                  | 담당 직원
sale        | sale.note           | Note of the sale       | 판매 메모
sale        | sale.card_text      | Card text              | 카드 문구
sale        | sale.maker_note     | Note for the maker     | 제작 메모
sale        | sale.due            | Delivery or pick-up    | 배송·수령일
sale        | sale.cash_receipt   | Cash receipt           | 현금영수증
line        | line.id             | Line number            | 상품 주문 번호
line        | line.name           | Product                | 상품
line        | line.option         | Option                 | 옵션
line        | line.code           | Product code           | 상품 코드
line        | line.barcode        | Barcode                | 바코드
line        | line.category       | Category               | 분류
line        | line.unit           | Unit                   | 단위
line        | line.quantity       | Quantity               | 수량
line        | line.price          | Unit price             | 단가
line        | line.option_price   | Price of the option    | 옵션 가격
line        | line.total          | Amount of the line     | 금액
line        | line.discount       | Discount of the line   | 상품 할인
line        | line.tax            | Tax of the line        | 상품 세금
line        | line.shipping       | Delivery of the line   | 상품 배송비
"""
_OF_PEOPLE = (
    "name", "family_name", "given_name", "company", "number", "phone", "email", "address.full",
    "address.postcode", "address.region", "address.city", "address.street", "address.detail",
    "address.country",
)  # fmt: skip
_OF_BUYERS = ("consent_email", "consent_sms")
_WHO = {"buyer": ("Buyer: ", "구매자 "), "recipient": ("Recipient: ", "받는 분 ")}
_ID = Field("buyer.id", "buyer", "Buyer: id of the shop or market", "구매자 아이디")
_OWN = (  # what Dangol's own file of sales tells beyond others; read beside `sale.own` alone
    Field("sale.own", "own", "Dangol: sale ID", "단골: 판매 ID"),
    Field("sale.refunds", "own", "Dangol: refund of sale ID", "단골: 환불한 판매 ID"),
    Field("sale.exchange_of", "own", "Dangol: exchange for sale ID", "단골: 교환 전 판매 ID"),
    Field("sale.source", "own", "Dangol: source", "단골: 출처"),
    Field("sale.source_number", "own", "Dangol: source's number", "단골: 출처 번호"),
    Field("sale.handover", "own", "Dangol: delivery or pick-up", "단골: 수령 방법"),
    Field("buyer.own", "own", "Dangol: customer ID", "단골: 고객 ID"),
)
_REST = (
    Field(IGNORE, "more", "Do not import", "가져오지 않기"),
    Field(NEVER, "more", "Never read", "읽지 않음 (개인정보)"),
)
DATES = ("sale.date", "sale.due")
CHOSEN = ("sale.status", "sale.cancelled")


def _fields() -> dict[str, Field]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _SALE.strip("\n").splitlines()]
    found = [Field(target, group, english, korean) for group, target, english, korean in rows]
    for who, (english, korean) in _WHO.items():
        for name in (*_OF_PEOPLE, *(_OF_BUYERS if who == "buyer" else ())):
            of = FIELDS[name]
            found.append(Field(f"{who}.{name}", who, english + of.english, korean + of.korean))
        if who == "buyer":
            found.append(_ID)
    return {field.target: field for field in (*found, *_OWN, *_REST)}


SALE_FIELDS: dict[str, Field] = _fields()
"""Every target a person can choose for a column of a file of sales, in the order of a menu."""


def is_sale_target(text: str) -> bool:
    """Tell whether `text` is the code of a target."""
    return text in SALE_FIELDS


def sale_field_label(target: str, language: str) -> str:
    """Return the words for a target code in 'ko' or English."""
    return SALE_FIELDS[target].label(language)


def find_sale_target(text: str) -> str | None:
    """Return the target that is written `text`: its code, the end of it, or its words."""
    wanted = text.strip().casefold()
    for field in SALE_FIELDS.values():
        if wanted in (field.target, field.english.casefold(), field.korean.casefold()):
            return field.target
    ends = [target for target in SALE_FIELDS if target.rpartition(".")[2] == wanted]
    return ends[0] if len(ends) == 1 else None
