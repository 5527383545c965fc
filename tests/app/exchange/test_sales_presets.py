"""Every market's export of orders is read as its makers meant it."""

from dataclasses import dataclass

import pytest

from app.exchange.presets import presets
from app.exchange.sales_fields import SALE_FIELDS, find_sale_target, is_sale_target
from app.exchange.sales_mapping import propose_sales
from app.exchange.sales_presets import sale_meaning, sale_presets, sale_words
from app.exchange.sales_status import STATUSES, read_method, read_status, says_cancelled
from app.exchange.table import Table
from db.kinds import METHODS
from tests.app.test_sale_imports import ask
from tests.files import outcome, write_csv
from tests.sale_files import SHOPIFY, SMARTSTORE, bring_sales

ORDERS = {name: preset for name, preset in presets().items() if preset.kind == "orders"}


@dataclass
class Sample:
    """A header and rows as a market writes them, and what each sale of them comes to."""

    header: str
    rows: list[str]
    sales: list[tuple]  # number, day, total, currency
    buyers: list[str]


SAMPLES = {
    "woocommerce_orders": Sample(
        "Order Number|Order Status|Order Date|Billing First Name|Billing Last Name|Billing Email"
        "|Item Name|Item Quantity|Item Cost|Order Total|Payment Method",
        ["501|completed|2026-04-01 10:00|Jane|Doe|jane@example.com|Mug|2|10000|23000|Cash",
         "501|completed|2026-04-01 10:00|Jane|Doe|jane@example.com|Pen|1|3000|23000|Cash",
         "502|cancelled|2026-04-02 10:00|Jane|Doe|jane@example.com|Pen|1|3000|3000|Cash"],
        [("501", "2026-04-01", 23000, "KRW"), ("502", "2026-04-02", 3000, "KRW")],
        ["Jane Doe"],
    ),
    "etsy_sold_orders": Sample(
        "Sale Date|Order ID|Buyer User ID|Full Name|First Name|Last Name|Number of Items"
        "|Currency|Order Value|Discount Amount|Shipping|Sales Tax|Order Total|Order Net|Status",
        ["04/13/26|3001|mary88|Mary Poppins|Mary|Poppins|2|USD|40.00|4.00|5.00|2.40|43.40|38|"],
        [("3001", "2026-04-13", 4340, "USD")],
        ["Mary Poppins"],
    ),
    "etsy_sold_items": Sample(
        "Sale Date|Item Name|Buyer|Quantity|Price|Discount Amount|Order Shipping|Order Sales Tax"
        "|Item Total|Currency|Transaction ID|Listing ID|Order ID|Ship Name",
        ["04/13/26|Ring|mary88|1|20.00|0|5.00|2.40|20.00|USD|91|71|3001|Mary Poppins",
         "04/13/26|Chain|mary88|1|20.00|0|5.00|2.40|20.00|USD|92|72|3001|Mary Poppins"],
        [("3001", "2026-04-13", 4740, "USD")],
        [],
    ),
    "ebay_de_orders": Sample(
        "Verkaufsprotokollnummer|Bestellnummer|Gesamtbetrag|Verkauft am|Nutzername des Käufers"
        "|Name des Käufers",
        ["11|26-1|116,99 €|10-Mär-26|hans1|Hans Meier"],
        [("26-1", "2026-03-10", 11699, "EUR")],
        ["Hans Meier"],
    ),
    "amazon_orders": Sample(
        "order-id|order-item-id|purchase-date|buyer-email|buyer-name|buyer-phone-number|sku"
        "|product-name|quantity-purchased|currency|item-price|item-tax|shipping-price"
        "|recipient-name",
        ["112-77|1|2026-04-03T12:15:00+00:00|x1@marketplace.amazon.com|Ann Lee|+1 512 555 0199|S1"
         "|Lamp|1|USD|30.00|2.40|4.00|Bob Lee",
         "112-77|2|2026-04-03T12:15:00+00:00|x1@marketplace.amazon.com|Ann Lee|+1 512 555 0199|S2"
         "|Bulb|2|USD|10.00|0.80|0.00|Bob Lee"],
        [("112-77", "2026-04-03", 4720, "USD")],
        ["Ann Lee"],
    ),
    "quickbooks_invoices": Sample(
        "Date|Num|Customer|Memo/Description|Due Date|Amount|Open Balance",
        ["13/04/2026|1044|Blue Cafe|beans for April|28/04/2026|90000|40000"],
        [("1044", "2026-04-13", 90000, "KRW")],
        ["Blue Cafe"],
    ),
    "coupang": Sample(
        "번호|묶음배송번호|주문번호|주문일|등록상품명|등록옵션명|옵션ID|결제액|구매수(수량)"
        "|옵션판매가(판매단가)|구매자|구매자전화번호|수취인이름|수취인전화번호"
        "|우편번호|수취인 주소",
        ["1|900|21000123456|2026-04-05 11:22:33|비누|3개입|77|9900|1|9900|이서연"
         "|0504-111-2222|이서연"
         "|0504-111-2222|04001|서울 중구 세종대로 1"],
        [("21000123456", "2026-04-05", 9900, "KRW")],
        ["이서연"],
    ),
    "cafe24": Sample(
        "쇼핑몰|주문번호|품목별 주문번호|주문자명|주문자 휴대전화|수령인"
        "|주문상품명(기본)|수량|판매가"
        "|총 주문금액(KRW)|총 결제금액(KRW)|결제수단|발주일",
        ["자사몰|20260406-0001|20260406-0001-01|박철수|010-0142-1111|박철수|컵|1"
         "|10000|25000|24000|카드"
         "|2026-04-06",
         "자사몰|20260406-0001|20260406-0001-02|박철수|010-0142-1111|박철수|접시|1"
         "|15000|25000|24000|카드"
         "|2026-04-06"],
        [("20260406-0001", "2026-04-06", 24000, "KRW")],
        ["박철수"],
    ),
    "esm_gmarket_auction": Sample(
        "주문번호*|구매자명|구매자ID|구매자 휴대폰|수령인명|수령인 휴대폰|주소|상품명"
        "|수량|판매금액|결제일",
        ["4400112233|최준호|junho7|0502-333-4444|최준호|0502-333-4444|부산|펜|2|4000|2026-04-07"],
        [("4400112233", "2026-04-07", 4000, "KRW")],
        ["최준호"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_markets_orders_become_sales(name, core, tmp_path, shop):
    sample = SAMPLES[name]
    rows = [line.split("|") for line in (sample.header, *sample.rows)]
    path = write_csv(tmp_path / "orders.csv", rows)
    report = bring_sales(core, path)
    assert report.preset == name
    assert outcome(report) == {"added": len(sample.sales)}
    assert ask(shop, "SELECT number, sold_on, total, currency FROM sale ORDER BY number") == (
        sample.sales
    )
    assert [one for (one,) in ask(shop, "SELECT name FROM contact ORDER BY name")] == sample.buyers
    assert outcome(bring_sales(core, path)) == {"same": len(sample.sales)}
    assert core.care.check() == []


def test_every_preset_of_orders_tells_of_sales():
    assert ORDERS.keys() == sale_presets().keys()


@pytest.mark.parametrize("name", ORDERS)
def test_a_preset_knows_its_own_columns(name):
    preset = sale_presets()[name]
    assert all(is_sale_target(target) for target, _rule in preset.columns.values())
    for header in ORDERS[name].columns:
        matches = propose_sales(Table("x", "csv", headers=(header,), header_line=1)).columns
        assert len(matches) == 1


@pytest.mark.parametrize("header", [SMARTSTORE, SHOPIFY])
def test_what_must_not_be_read_is_not_and_the_rest_has_a_place(header):
    mapping = propose_sales(Table("x", "csv", headers=header, header_line=1))
    targets = {column.header: column.target for column in mapping.columns}
    assert targets.get("개인통관고유부호", "never") == "never"
    assert {"sale.number", "sale.date", "line.name", "buyer.name"} <= set(targets.values())


def test_words_of_headers_lead_to_one_field_each():
    assert all(is_sale_target(target) for target, _rule in sale_words().columns.values())
    assert sale_meaning("결제 금액")[0] == "sale.paid"
    assert sale_meaning("Unit Price")[0] == "line.price"
    assert sale_meaning("별자리") is None
    for target, field in SALE_FIELDS.items():
        assert find_sale_target(target) == target
        assert find_sale_target(field.korean) is not None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("구매확정", "paid"), ("취소요청", "paid"), ("취소 완료", "cancelled"),
        ("반품완료", "refunded"),
        ("부분환불", "part"), ("partially_refunded", "part"), ("입금대기", "open"), ("", ""),
        ("미확인 상태", None), ("Voided", "cancelled"), ("교환철회", "paid"),
        ("전체취소완료", "cancelled"),
        ("반품철회", "paid"), ("partially_paid", "partial"),
    ],
)  # fmt: skip
def test_a_status_says_whether_a_sale_stands(text, status):
    assert read_status(text) == status


def test_statuses_and_ways_of_payment_are_those_of_the_book():
    assert set(sale_words().statuses.values()) == set(STATUSES)
    assert set(sale_words().methods.values()) <= set(METHODS)
    assert read_method("네이버페이 계좌이체") == "transfer"
    assert read_method("조개껍데기") == "other"
    assert says_cancelled("2026-05-01 10:00")
    assert not says_cancelled("N")
    assert not says_cancelled("")
