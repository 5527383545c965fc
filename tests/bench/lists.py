"""A shop's customer list and its till's sales, 12 columns each, as files: the same every time."""

import csv
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from db.keys import phone_display
from tests.bench.search_bench import LATIN, MAILS, TAGS, WORDS, Shop

HEADERS = (
    "이름", "휴대폰", "전화번호", "이메일", "생일", "성별", "주소", "우편번호",
    "태그", "메모", "최초방문일", "누적금액",
)  # fmt: skip
SALE_HEADERS = (
    "판매일시", "영수증번호", "고객명", "연락처", "상품명", "상품코드", "수량", "단가", "금액",
    "결제수단", "매장", "비고",
)  # fmt: skip
GOODS = 300
LINES_PER_BUYER = 25  # in ten visits
ROADS = ["서울 강남구 테헤란로", "부산 해운대구 해운대로", "대구 중구 동성로", "광주 서구 무진로"]

Cells = tuple[str | int | date | None, ...]


def rows(count: int) -> Iterator[Cells]:
    """Yield rows as a shop has them: every column is filled in a good part of them."""
    r = random.Random(41)
    shop = Shop()
    for serial in range(count):
        name = shop.name()
        mobile = f"010{2000 + serial // 10000:04}{serial * 7 % 10000:04}"
        line = f"031{2_000_000 + serial}"
        mail = f"{r.choice(LATIN).lower()}{serial}@{r.choice(MAILS)}"
        flat = f"{r.randrange(101, 130)}동 {serial % 20 + 1}02호"
        place = f"{r.choice(ROADS)} {r.randrange(1, 400)}, {flat}"
        yield (
            name,
            phone_display(mobile) if r.random() < 0.97 else None,
            phone_display(line) if r.random() < 0.25 else None,
            mail if r.random() < 0.6 else None,
            date(1945, 1, 1) + timedelta(days=r.randrange(22_000)) if r.random() < 0.7 else None,
            r.choice(["여", "남"]) if r.random() < 0.8 else None,
            *((place, f"{r.randrange(1000, 63000):05}") if r.random() < 0.7 else (None, None)),
            ", ".join(r.sample(TAGS, r.choice([1, 1, 2]))) if r.random() < 0.6 else None,
            " ".join(r.choices(WORDS, k=r.randrange(3, 10))) if r.random() < 0.4 else None,
            date(2018, 1, 1) + timedelta(days=r.randrange(2500)),
            r.randrange(0, 3_000_000, 100) if r.random() < 0.9 else None,
        )


def sale_rows(count: int) -> Iterator[Cells]:
    """Yield so many lines of sales of three years, one to four of each, in no order of days."""
    r = random.Random(3)
    shop = Shop()
    buyers = [(shop.name(), phone_display(f"010{20_000_000 + serial}"))
              for serial in range(count // LINES_PER_BUYER + 1)]  # fmt: skip
    goods = [(f"상품 {serial}", f"P{serial:04}", r.randrange(1, 90) * 500)
             for serial in range(GOODS)]  # fmt: skip
    receipt = left = 0
    for _line in range(count):
        if not left:
            receipt += 1
            left = r.choice((1, 2, 2, 3, 4))
            day = f"{date(2023, 1, 1) + timedelta(days=r.randrange(1095))}"
            sold = f"{day} {r.randrange(9, 20):02}:{r.randrange(60):02}:{r.randrange(60):02}"
            name, phone = r.choice(buyers)
            paid = r.choice(("카드", "현금"))
        left -= 1
        product, code, price = r.choice(goods)
        many = r.choice((1, 1, 1, 2, 3))
        yield (
            sold, f"R{receipt:010}", name, phone, product, code, many, price, many * price, paid,
            "본점", None,
        )  # fmt: skip


def write_csv(path: Path, count: int) -> None:
    """Write the list as Excel saves 'CSV UTF-8'."""
    _write_csv(path, HEADERS, rows(count))


def write_sales_csv(path: Path, count: int) -> None:
    """Write so many lines of sales as a till does."""
    _write_csv(path, SALE_HEADERS, sale_rows(count))


def _write_csv(path: Path, headers: Iterable[str], lines: Iterable[Cells]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headers)
        writer.writerows(lines)


def write_xlsx(path: Path, count: int) -> None:
    """Write the list as a workbook with typed cells and shared strings."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("고객")
        sheet.write_row(0, 0, HEADERS)
        for number, cells in enumerate(rows(count), 1):
            sheet.write_row(number, 0, ["" if cell is None else cell for cell in cells])
