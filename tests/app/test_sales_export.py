"""Sales as a file: one row per line, whole, readable in Excel, the same for the same shop."""

import pytest

from app.errors import FileError, FileProblem
from app.exchange import sale_export
from app.exchange.own_format import encode_id
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm, SaleFilter
from tests.app.shop_sales import sell
from tests.files import read_csv, read_xlsx


@pytest.fixture
def sold(core):
    kim = core.contacts.add(ContactForm(name="=김민지", phone="010-0142-3377"))
    rose = core.products.add(
        ProductForm(name="장미 한 단", code="R-1", category="꽃다발", price=12_000)
    )
    sale = sell(
        core, LineForm(12_000, rose, quantity=1500), LineForm(3_000, description="배송비"),
        contact_id=kim, discount=1_000, channel="전화", due_at="2026-05-20T10:00",
        handover="delivery", recipient_name="이서연",
        payments=(PaidForm(5_000, "cash"), PaidForm(10_000, "card")),
    )  # fmt: skip
    sell(core, 1_234, currency="USD")
    core.sales.refund(sale, {core.sale_lists.detail(sale).lines[1].id: 1000})
    return sale


def table(lines):
    header, *body = lines
    return [dict(zip(header, row, strict=True)) for row in body]


def test_a_sale_is_written_line_by_line(core, sold, tmp_path):
    path = tmp_path / "out.csv"
    assert core.exports.sales(path, ticket=Ticket()) == 3
    assert path.read_bytes()[:3] == b"\xef\xbb\xbf"
    first, second, dollars, back = table(read_csv(path, "utf-8-sig"))
    assert (first["판매 ID"], first["판매일"], first["상태"]) == (
        encode_id(sold), "2026-05-12", "일부 받음",
    )  # fmt: skip
    assert (first["고객명"], first["고객 연락처"], first["상품명"]) == (
        "'=김민지", "010-0142-3377", "장미 한 단",
    )  # fmt: skip
    assert (first["수량"], first["단가"], first["줄 합계"], first["합계"]) == (
        "1.5", "12000", "18000", "20000",
    )  # fmt: skip
    assert (first["받은 금액"], first["외상"], first["결제 수단"]) == (
        "15000", "2143", "현금 5,000 + 카드 10,000",
    )  # fmt: skip
    assert (second["내용"], second["줄 합계"], second["예정일"]) == (
        "배송비", "3000", "2026-05-20 10:00",
    )  # fmt: skip
    assert (dollars["통화"], dollars["합계"]) == ("USD", "12.34")
    assert (back["상태"], back["환불한 판매 ID"], back["수량"]) == ("환불", encode_id(sold), "-1")
    assert int(back["줄 합계"]) - int(back["판매 할인"]) == int(back["합계"]) == -2857
    again = tmp_path / "again.csv"
    core.exports.sales(again, ticket=Ticket())
    assert again.read_bytes() == path.read_bytes()


def test_excel_gets_numbers_and_days_as_such(core, sold, tmp_path):
    path = tmp_path / "out.xlsx"
    wanted = SaleFilter(statuses=("partial",))
    assert core.exports.sales(path, ticket=Ticket(), wanted=wanted) == 1
    first, second = table(read_xlsx(path))
    assert (first["합계"], first["수량"], second["수량"]) == (20_000, "1.5", 1)
    assert first["판매일"].isoformat().startswith("2026-05-12")
    assert first["고객명"] == "=김민지"


def test_more_rows_than_a_sheet_has_are_refused_and_nothing_is_left(
    core, sold, tmp_path, monkeypatch
):
    monkeypatch.setattr("app.services.exports.MOST_ROWS", 2)
    path = tmp_path / "out.xlsx"
    with pytest.raises(FileError) as caught:
        core.exports.sales(path, ticket=Ticket())
    assert caught.value.problem is FileProblem.TOO_MANY_ROWS
    assert sorted(p.name for p in tmp_path.iterdir() if "out" in p.name) == []
    assert core.exports.sales(tmp_path / "out.csv", ticket=Ticket()) == 3
    assert sale_export.MOST_ROWS == 1_048_575
