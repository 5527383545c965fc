"""Sales as a file: one row per line of a sale, what is of the whole sale on each of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from app.exchange.own_format import encode_id, escape
from app.exchange.sales_paid import paid_words
from app.exchange.table import Cell
from app.exchange.values.money import as_text
from app.shapes.sales import SoldLine
from app.words import kind_words

# code, English, Korean; in the order of `_cells`
COLUMNS = (
    ("sale", "Sale ID", "판매 ID"),
    ("number", "Sale number", "판매 번호"),
    ("sold_on", "Sold on", "판매일"),
    ("time", "Time", "시각"),
    ("status", "Status", "상태"),
    ("refunds", "Refund of sale ID", "환불한 판매 ID"),
    ("customer_id", "Customer ID", "고객 ID"),
    ("customer", "Customer", "고객명"),
    ("phone", "Customer phone", "고객 연락처"),
    ("code", "Product code", "상품 코드"),
    ("product", "Product", "상품명"),
    ("category", "Category", "분류"),
    ("description", "Description", "내용"),
    ("quantity", "Quantity", "수량"),
    ("unit_price", "Unit price", "단가"),
    ("line_discount", "Line discount", "줄 할인"),
    ("line_total", "Line total", "줄 합계"),
    ("discount", "Sale discount", "판매 할인"),
    ("tax", "Tax", "세금"),
    ("total", "Total", "합계"),
    ("paid", "Paid", "받은 금액"),
    ("owed", "Owed", "외상"),
    ("currency", "Currency", "통화"),
    ("methods", "Paid by", "결제 수단"),
    ("channel", "Channel", "판매 경로"),
    ("source", "Source", "출처"),
    ("external_key", "Source's number", "출처 번호"),
    ("staff", "Staff", "담당"),
    ("recipient", "Recipient", "받는 사람"),
    ("recipient_phone", "Recipient phone", "받는 사람 연락처"),
    ("postcode", "Postcode", "우편번호"),
    ("address", "Address", "주소"),
    ("handover", "Delivery or pick-up", "수령 방법"),
    ("due", "Due", "예정일"),
    ("card_text", "Card", "카드 문구"),
    ("maker_note", "Note for the maker", "제작 메모"),
    ("note", "Note", "메모"),
    ("cash_receipt", "Cash receipt", "현금영수증 번호"),
    ("exchange_of", "Exchange for sale ID", "교환 전 판매 ID"),
    ("line", "Line ID", "줄 ID"),
)
MONEY = (
    "unit_price", "line_discount", "line_total", "discount", "tax", "total", "paid", "owed",
)  # fmt: skip
NUMBERS = [place for place, (code, *_) in enumerate(COLUMNS) if code in (*MONEY, "quantity")]
TEXTS = [place for place in range(len(COLUMNS)) if place not in NUMBERS]
WIDTHS = {"customer": 16, "product": 22, "description": 22, "address": 36, "note": 30}
USUAL_WIDTH = 13  # characters
MOST_ROWS = 1_048_575  # of a sheet, below its header
LARGEST_EXACT = 2**53  # of the doubles Excel keeps numbers in


def header(language: str) -> list[str]:
    """Return the titles of the columns."""
    return [korean if language == "ko" else english for _code, english, korean in COLUMNS]


def write_sales(path: Path, lines: Iterable[SoldLine], *, language: str, escaped: bool) -> None:
    """Write the lines of sales to a new .xlsx or .csv file. Raises OSError."""
    if path.suffix.lower() == ".xlsx":
        _write_excel(path, lines, language)
        return
    with path.open("w", encoding="utf-8-sig" if escaped else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header(language))
        for line in lines:
            cells = _cells(line, language)
            if escaped:
                for place in TEXTS:
                    cells[place] = escape(cells[place])
            writer.writerow(cells)


def _write_excel(path: Path, lines: Iterable[SoldLine], language: str) -> None:
    from app.exchange.workbook import Workbook  # noqa: PLC0415 - XlsxWriter is slow to import

    codes = [code for code, *_titles in COLUMNS]
    widths = [WIDTHS.get(code, USUAL_WIDTH) for code in codes]
    day = codes.index("sold_on")
    with Workbook(path, "판매" if language == "ko" else "Sales", widths) as book:
        book.write_header(header(language))
        for line in lines:
            cells: list[Cell] = list(_cells(line, language))
            cells[day] = date.fromisoformat(line.sold_on)
            for place in NUMBERS:
                cells[place] = _number(str(cells[place]))
            book.write_row(cells)


def _cells(line: SoldLine, language: str) -> list[str]:
    """Return one row as text."""
    quantity = Decimal(line.quantity).scaleb(-3).normalize()
    money = {code: as_text(getattr(line, code), line.currency) for code in MONEY}
    at = datetime.fromisoformat(line.sold_at).astimezone() if line.sold_at else None
    cells = {
        "sale": encode_id(line.sale_id),
        "number": line.number,
        "sold_on": line.sold_on,
        "time": f"{at:%H:%M}" if at else "",
        "status": kind_words("sale", line.status, language),
        "refunds": encode_id(line.refunds_id) if line.refunds_id else "",
        "exchange_of": encode_id(line.exchange_of_id) if line.exchange_of_id else "",
        "line": encode_id(line.line_id),
        "customer_id": encode_id(line.contact_id) if line.contact_id else "",
        "customer": line.contact,
        "quantity": f"{quantity:f}",
        "methods": paid_words(line.payments, line.currency, language),
        "handover": kind_words("handover", line.handover, language) if line.handover else "",
        "due": line.due_at.replace("T", " "),
        **money,
    }
    return [cells[code] if code in cells else getattr(line, code) for code, *_titles in COLUMNS]


def _number(text: str) -> Cell:
    """Return a whole number as one; cents, parts of pieces and what Excel would round stay text."""
    if not text.lstrip("-").isdigit() or abs(int(text)) > LARGEST_EXACT:
        return text
    return int(text)
