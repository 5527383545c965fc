"""Files of sales as markets write them, drawn from a seed; their headers are the real ones."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from app.bootstrap import Core
from app.jobs import Ticket
from app.shapes.imports import ImportReport, ImportRequest
from app.words import reason_words
from tests.files import counts, write_csv, write_xlsx
from ui.sample_sales import SMARTSTORE

SHOPIFY = (
    "Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Fulfilled at",
    "Accepts Marketing", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code",
    "Discount Amount", "Shipping Method", "Created at", "Lineitem quantity", "Lineitem name",
    "Lineitem price", "Lineitem compare at price", "Lineitem sku", "Lineitem requires shipping",
    "Lineitem taxable", "Lineitem fulfillment status", "Billing Name", "Billing Street",
    "Billing Address1", "Billing Address2", "Billing Company", "Billing City", "Billing Zip",
    "Billing Province", "Billing Country", "Billing Phone", "Shipping Name", "Shipping Street",
    "Shipping Address1", "Shipping Address2", "Shipping Company", "Shipping City",
    "Shipping Zip", "Shipping Province", "Shipping Country", "Shipping Phone", "Notes",
    "Note Attributes", "Cancelled at", "Payment Method", "Payment Reference", "Refunded Amount",
    "Vendor", "Id", "Tags", "Risk Level", "Source", "Lineitem discount", "Phone",
)  # fmt: skip
FLOWERS = (
    ("장미 꽃다발", 35000), ("튤립 한 단", 18000), ("축하 화환", 90000), ("작은 화분", 12000),
    ("드라이플라워", 24000),
)  # fmt: skip
COLOURS = ("색상: 빨강", "색상: 분홍", "")
NAMES = ("김민지", "박철수", "이서연", "최준호", "정하윤", "강도윤", "윤지우", "임수빈")
Row = dict[str, object]


def bring_sales(core: Core, path: Path, *, dry: bool = False, **options: object) -> ImportReport:
    """Import a file of sales; whatever comes of it, it adds up and every reason has its words."""
    prepared = core.sale_imports.prepare(ImportRequest(path=path, **options), Ticket())
    work = core.sale_imports.rehearse if dry else core.sale_imports.run
    report = work(prepared, Ticket())
    assert report.read == sum(counts(report).values()) - report.read
    for problem in report.problems:
        assert reason_words(problem.reason, "ko") != problem.reason, problem.reason
        assert reason_words(problem.reason, "en") != problem.reason, problem.reason
    return report


def smartstore(orders: int, seed: int = 1) -> list[Row]:
    """Orders of one to three lines, each line a row; some people order again."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(orders):
        who = chance.randrange(len(NAMES) * 2)
        day = f"2026-0{chance.randint(1, 4)}-{chance.randint(1, 28):02}"
        order = f"20260{number:09}"
        for line in range(chance.choice((1, 1, 1, 2, 3))):
            name, price = chance.choice(FLOWERS)
            option = chance.choice(COLOURS)
            many, less = chance.choice((1, 1, 1, 2)), chance.choice((0, 0, 1000))
            rows.append({
                "상품주문번호": f"{order}{line}", "주문번호": order, "판매채널": "스마트스토어",
                "구매자명": NAMES[who % len(NAMES)], "구매자ID": "mi****",
                "구매자연락처": f"010-0142-{3000 + who:04}", "수취인명": NAMES[(who + 1) % 8],
                "주문상태": "구매확정", "결제일": f"{day} 14:0{line}:09",
                "주문일시": f"{day} 14:00:00",
                "상품명": name, "옵션정보": option, "수량": many, "옵션가격": 0, "상품가격": price,
                "최종 상품별 할인액": less, "최초 상품별 할인액": less,
                "최종 상품별 총 주문금액": price * many - less,
                "최초 상품별 총 주문금액": price * many - less, "배송비 합계": 3000,
                "수취인연락처1": f"0503-1234-{number:04}",
                "통합배송지": f"서울 마포구 월드컵로 {number}길 3",
                "우편번호": "04001", "배송메세지": "문 앞에 놓아 주세요", "결제수단": "신용카드",
                "개인통관고유부호": "P123456789012",
            })  # fmt: skip
    return rows


def shopify(orders: int, seed: int = 2) -> list[Row]:
    """Orders as Shopify has them: the first row tells all, the others a further line alone."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(orders):
        who = chance.randrange(12)
        lines = [
            (*chance.choice((("Rose bouquet", 35), ("Tulips", 18), ("Vase - L", 42))), many)
            for many in chance.choices((1, 1, 2), k=chance.choice((1, 2, 3)))
        ]
        goods = sum(price * many for _name, price, many in lines)
        less = chance.choice((0, 0, 5))
        tax = round((goods - less) * 0.08, 2)
        for place, (name, price, many) in enumerate(lines):
            row: Row = {
                "Name": f"#{1001 + number}", "Email": f"buyer{who}@example.com",
                "Lineitem quantity": many, "Lineitem name": name, "Lineitem price": f"{price}.00",
                "Lineitem sku": f"SKU-{name[:3].upper()}",
            }  # fmt: skip
            if place == 0:
                row |= {
                    "Financial Status": "paid", "Currency": "USD", "Subtotal": goods - less,
                    "Shipping": "6.50", "Taxes": tax, "Total": f"{goods - less + 6.5 + tax:.2f}",
                    "Discount Amount": less, "Accepts Marketing": chance.choice(("yes", "no")),
                    "Created at": f"2026-03-{chance.randint(1, 28):02} 19:30:05 -0500",
                    "Billing Name": f"Jane Buyer{who}", "Billing Street": f"{who} Main St",
                    "Billing City": "Austin", "Billing Zip": "'78701", "Billing Province": "TX",
                    "Billing Country": "US", "Billing Phone": f"'+1512555{1000 + who}",
                    "Shipping Name": f"Kim Friend{number}", "Shipping Street": f"{number} Oak Ave",
                    "Shipping City": "Austin", "Shipping Zip": "'78702",
                    "Shipping Phone": f"'+1512444{1000 + number}", "Refunded Amount": "0.00",
                    "Payment Method": "Shopify Payments",
                }  # fmt: skip
            rows.append(row)
    return rows


def as_rows(header: Sequence[str], rows: Sequence[Row]) -> list[list[object]]:
    """Return the rows under their header, blank where one says nothing."""
    return [list(header), *([row.get(name, "") for name in header] for row in rows)]


def write_smartstore(path: Path, rows: Sequence[Row]) -> Path:
    """Write a workbook with the notice above the header that the market puts there."""
    notice = ["엑셀 일괄발송 처리 안내"]
    return write_xlsx(path, {"발주발송관리": [notice, *as_rows(SMARTSTORE, rows)]})


def write_shopify(path: Path, rows: Sequence[Row]) -> Path:
    """Write a csv with a BOM, as Shopify does."""
    return write_csv(path, as_rows(SHOPIFY, rows), encoding="utf-8-sig")


def changed(rows: Sequence[Row], which: Callable[[Row], bool], **values: object) -> list[Row]:
    """Return the rows, some of them with other values."""
    return [{**row, **values} if which(row) else row for row in rows]
