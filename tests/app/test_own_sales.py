"""Dangol's own file of sales comes back: the same again, whole in an empty shop, or as edited."""

from contextlib import closing
from datetime import timedelta

import pytest

from app.bootstrap import open_core
from app.jobs import Ticket
from app.settings import LANGUAGE, TAX_ADDED
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm, SaleFilter
from tests.app.shop_sales import rows, sale, sell
from tests.app.test_cli import Cli, counted
from tests.dumps import logical_dump
from tests.files import outcome, read_csv, write_csv
from tests.sale_files import bring_sales, changed, smartstore, write_smartstore

WHOLE = (
    "SELECT id, number, source, external_key, sold_on, channel, currency, discount, tax_added,"
    " refunds_id, exchange_of_id, recipient_name, recipient_phone, postcode, address, handover,"
    " due_at, card_text, maker_note, note, cash_receipt, subtotal, tax, total, paid, refunded,"
    " owed, status FROM sale WHERE deleted_at IS NULL ORDER BY id"
)
LINES = (
    "SELECT l.id, l.sale_id, l.quantity, l.unit_price, l.discount, l.total, l.description,"
    " p.name, p.code FROM sale_line l LEFT JOIN product p ON p.id = l.product_id ORDER BY l.id"
)


@pytest.fixture
def book(core, clock):
    """Every kind of sale that the desk makes."""
    kim = core.contacts.add(ContactForm(name="=김민지", phone="010-0142-3377"))
    namesake = core.contacts.add(ContactForm(name="=김민지"))
    rose = core.products.add(
        ProductForm(name="장미 한 단", code="R-1", category="꽃다발", price=12_000)
    )
    sent = sell(
        core, LineForm(12_000, rose, quantity=1500, description="붉은 것"),
        LineForm(3_000, description="배송비"),
        contact_id=kim, discount=1_000, channel="전화", due_at="2026-05-20T10:00",
        handover="delivery", recipient_name="이서연 님", recipient_phone="01001421234",
        postcode="04524", address="서울 중구 세종대로 110", card_text="축하해요\n늘 건강하세요",
        maker_note="-", note="없음", cash_receipt="010-0142-3377",
        payments=(PaidForm(5_000, "cash"), PaidForm(10_000, "card")),
    )  # fmt: skip
    core.sales.refund(sent, {core.sale_lists.detail(sent).lines[1].id: 1000})
    sell(core, 1_234, currency="USD", due_at="2026-05-21")
    sell(core, 100_000, currency="USD", contact_id=namesake, paid=False)
    owing = sell(core, LineForm(9_000, discount=500), contact_id=namesake, paid=False)
    clock.move(hours=1)
    gone = sell(core, 7_000, contact_id=kim, paid=False)
    core.sales.cancel(gone)
    core.sales.refund(sell(core, 8_000, 2_000, contact_id=kim, discount=300), None)
    swapped = sell(core, LineForm(12_000, rose), contact_id=kim)
    line = core.sale_lists.detail(swapped).lines[0].id
    core.sales.exchange(swapped, {line: 1000}, sale(15_000, contact_id=kim))
    points = core.loyalty.add_programme(
        ProgrammeForm(name="포인트", earn_per=100, earn_points=1, worth=1, least=100)
    )
    core.loyalty.adjust(kim, points, 9_000)
    by_points = PaidForm(5_000, "points", programme_id=points)
    sell(core, 5_000, contact_id=kim, payments=(by_points,))
    sell(core, 0, paid=False)
    credit = core.passes.add(PassForm(kim, "정액권", "amount", 50_000))
    sell(core, 4_000, contact_id=kim, payments=(PaidForm(4_000, "pass", pass_id=credit),),
         sold_at=clock.now - timedelta(days=40))  # fmt: skip
    return {"kim": kim, "sent": sent, "owing": owing}


def written(core, path):
    core.exports.sales(path, ticket=Ticket())
    return path


def edited(path, sale_id, **cells):
    """Change cells of the file's rows of a sale."""
    from app.exchange.own_format import encode_id

    header, *body = read_csv(path, "utf-8-sig")
    for row in body:
        if row[header.index("판매 ID")] == encode_id(sale_id):
            for title, content in cells.items():
                row[header.index(title.replace("_", " "))] = content
    return write_csv(path.with_name("edited.csv"), [header, *body], encoding="utf-8-sig")


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_sales_of_the_sample_shop_come_back_the_same(shop, tmp_path, suffix, language):
    cli = Cli(shop)
    cli.json("demo", "--people", 60, "--orders", 300)
    with closing(open_core(shop)) as core:
        core.settings.put(LANGUAGE, language)
    out = tmp_path / f"out.{suffix}"
    cli.json("export", "sales", out)
    report = cli.json("import", out, "--kind", "sales")
    read, added, updated, same, skipped, failed = counted(report)
    assert (added, updated, skipped, failed) == (0, 0, 0, 0)
    assert read == same >= 300


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_kind_of_sale_comes_back_the_same(core, book, shop, tmp_path, suffix, language):
    core.settings.put(LANGUAGE, language)
    path = written(core, tmp_path / f"out.{suffix}")
    before = logical_dump(shop)
    report = bring_sales(core, path)
    assert outcome(report) == {"same": core.sale_lists.count(SaleFilter())}
    assert report.problems == ()
    assert report.new_people == 0
    assert logical_dump(shop) == before


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_an_empty_shop_gets_them_all_and_then_knows_them(core, book, clock, shop, tmp_path, suffix):
    path = written(core, tmp_path / f"out.{suffix}")
    count = core.sale_lists.count(SaleFilter())
    other = tmp_path / "other" / "shop.dangol"
    other.parent.mkdir()
    with closing(open_core(other, now=clock)) as empty:
        assert outcome(bring_sales(empty, path)) == {"added": count}
        assert rows(other, WHOLE) == rows(shop, WHOLE)
        assert rows(other, LINES) == rows(shop, LINES)
        buyers = "SELECT s.id, c.id, c.name FROM sale s JOIN contact c ON c.id = s.contact_id"
        assert sorted(rows(other, buyers)) == sorted(rows(shop, buyers))
        assert empty.care.check() == []
        assert outcome(bring_sales(empty, path)) == {"same": count}
        again = written(empty, tmp_path / f"again.{suffix}")
        assert outcome(bring_sales(core, again)) == {"same": count}


def test_an_edited_note_is_taken_over_and_can_be_undone(core, book, shop, tmp_path):
    path = written(core, tmp_path / "out.csv")
    count = core.sale_lists.count(SaleFilter())
    at = rows(shop, "SELECT sold_at FROM sale WHERE id = ?", book["owing"])
    before = logical_dump(shop)
    report = bring_sales(core, edited(path, book["owing"], 메모="다음 주에 낸대요"))
    assert outcome(report) == {"updated": 1, "same": count - 1}
    assert core.sale_lists.detail(book["owing"]).note == "다음 주에 낸대요"
    assert rows(shop, "SELECT sold_at FROM sale WHERE id = ?", book["owing"]) == at
    assert core.care.check() == []
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before


def test_a_sale_that_the_file_calls_paid_by_now_is_paid(core, book, shop, tmp_path):
    path = written(core, tmp_path / "out.csv")
    report = bring_sales(core, edited(path, book["owing"], 상태="받음", 결제_수단="카드"))
    assert outcome(report)["updated"] == 1
    found = core.sale_lists.detail(book["owing"])
    assert (found.row.status, found.row.owed) == ("paid", 0)
    assert [(p.amount, p.method) for p in found.payments] == [(8_500, "card")]
    assert core.care.check() == []
    assert "updated" not in outcome(bring_sales(core, written(core, tmp_path / "b.csv")))


def test_an_edited_price_changes_its_own_line_whatever_the_order_of_the_rows(core, shop, tmp_path):
    sold = sell(core, 1_000, 2_000, 3_000)
    path = written(core, tmp_path / "out.csv")
    header, *body = read_csv(path, "utf-8-sig")
    body.reverse()
    row = next(row for row in body if row[header.index("단가")] == "2000")
    for title in ("단가", "줄 합계"):
        row[header.index(title)] = "2500"
    again = write_csv(tmp_path / "edited.csv", [header, *body], encoding="utf-8-sig")
    assert outcome(bring_sales(core, again)) == {"updated": 1}
    assert [line.total for line in core.sale_lists.detail(sold).lines] == [1_000, 2_500, 3_000]
    assert core.care.check() == []


def test_a_row_that_was_copied_or_written_below_is_no_stumbling_block(core, shop, tmp_path):
    sold = sell(core, 1_000)
    path = written(core, tmp_path / "out.csv")
    header, row = read_csv(path, "utf-8-sig")
    fresh = [""] * len(header)
    for title, content in (("판매일", "2026-05-11"), ("내용", "화분"), ("줄 합계", "7000")):
        fresh[header.index(title)] = content
    again = write_csv(tmp_path / "edited.csv", [header, row, row, fresh], encoding="utf-8-sig")
    assert outcome(bring_sales(core, again)) == {"added": 1, "updated": 1}
    assert [line.total for line in core.sale_lists.detail(sold).lines] == [1_000, 1_000]
    assert core.sale_lists.page(SaleFilter(), offset=0, limit=9)[1].total == 7_000
    assert core.care.check() == []


def test_what_was_forgotten_does_not_come_back_with_an_old_file(core, book, tmp_path):
    path = written(core, tmp_path / "out.csv")
    core.contacts.trash([book["kim"]])
    core.erasure.erase(book["kim"])
    assert "updated" not in outcome(bring_sales(core, path))
    assert core.sale_lists.detail(book["sent"]).card_text == ""


def test_a_sale_that_the_file_calls_refunded_is_given_back(core, book, shop, tmp_path):
    sold = sell(core, 6_000, contact_id=book["kim"])
    path = edited(written(core, tmp_path / "out.csv"), sold, 상태="환불됨")
    before = logical_dump(shop)
    report = bring_sales(core, path)
    assert outcome(report)["updated"] == 1
    found = core.sale_lists.detail(sold)
    assert (found.row.status, found.row.paid, found.row.owed) == ("refunded", 0, 0)
    assert [row.source for row in found.refunds] == ["desk"]
    assert core.care.check() == []
    assert "updated" not in outcome(bring_sales(core, path))
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before


def test_an_unpaid_sale_that_the_file_calls_cancelled_is_cancelled(core, book, tmp_path):
    path = edited(written(core, tmp_path / "out.csv"), book["owing"], 상태="취소")
    assert outcome(bring_sales(core, path))["updated"] == 1
    assert core.sale_lists.detail(book["owing"]).row.status == "cancelled"
    assert core.care.check() == []


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_sales_of_a_market_stay_its_own_by_way_of_our_file(core, clock, shop, tmp_path, suffix):
    orders = smartstore(30)
    gone = orders[0]["주문번호"]
    market = write_smartstore(tmp_path / "주문.xlsx", orders)
    bring_sales(core, market)
    after = changed(orders, lambda row: row["주문번호"] == gone, 주문상태="취소완료")
    bring_sales(core, write_smartstore(tmp_path / "취소.xlsx", after))
    path = written(core, tmp_path / f"out.{suffix}")
    assert outcome(bring_sales(core, path)) == {"same": 31}
    other = tmp_path / "other" / "shop.dangol"
    other.parent.mkdir()
    with closing(open_core(other, now=clock)) as empty:
        assert outcome(bring_sales(empty, path)) == {"added": 31}
        assert rows(other, WHOLE) == rows(shop, WHOLE)
        assert empty.care.check() == []
        again = write_smartstore(tmp_path / "wieder.xlsx", after)
        assert outcome(bring_sales(empty, again)) == {"same": 30}


def test_the_file_needs_no_question_and_shows_what_a_row_brings(core, book, tmp_path):
    path = edited(written(core, tmp_path / "out.csv"), book["owing"], 메모="다음 주")
    prepared = core.sale_imports.prepare(ImportRequest(path=path), Ticket())
    assert core.sale_imports.known(prepared)
    assert core.sale_imports.questions(prepared) == ()
    line = next(
        line
        for line, row in zip(prepared.table.lines, prepared.table.rows, strict=True)
        if "다음 주" in row
    )
    preview = core.sale_imports.preview(prepared, line, Ticket())
    assert (preview.outcome, [(f.field, f.after) for f in preview.fields]) == (
        "updated", [("sale.note", "다음 주")],
    )  # fmt: skip


def test_tax_on_top_of_the_prices_stays_there(core, clock, shop, tmp_path):
    core.settings.put(TAX_ADDED, True)
    sold = sell(core, 10_000, LineForm(3_333, tax_rate=0), discount=1_000)
    core.sales.refund(sold, {core.sale_lists.detail(sold).lines[0].id: 1000})
    path = written(core, tmp_path / "out.xlsx")
    assert outcome(bring_sales(core, path)) == {"same": 2}
    other = tmp_path / "other" / "shop.dangol"
    other.parent.mkdir()
    with closing(open_core(other, now=clock)) as empty:
        assert outcome(bring_sales(empty, path)) == {"added": 2}
        assert rows(other, WHOLE) == rows(shop, WHOLE)
        assert empty.care.check() == []
