"""Sales on sheets of the shop's own and out of tills, and what can be wrong with them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import FileError, FileProblem
from app.exchange.fields import field_label
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.shapes.products import ProductForm
from tests.app.test_sale_imports import ask
from tests.files import (
    counts,
    everybody,
    outcome,
    points,
    problems,
    read_csv,
    write_csv,
    write_xlsx,
)
from tests.sale_files import SHOPIFY, as_rows, bring_sales, shopify, write_shopify

TILL = (
    "판매일시",
    "영수증번호",
    "고객명",
    "연락처",
    "상품명",
    "상품코드",
    "수량",
    "단가",
    "금액",
    "결제수단",
)


@pytest.fixture
def sheet(tmp_path):
    """Write rows to a csv file under a header, that of a till."""

    def sheet(*rows, header=TILL, name="매출.csv", **how):
        return write_csv(tmp_path / name, [header, *rows], **how)

    return sheet


def sold(number="1001", at="2026-05-11 14:05:09", who="김민지", phone="010-0142-3377",
         what="장미 꽃다발", code="A1", many=1, price=35000, total=None, by="카드"):  # fmt: skip
    total = many * price if total is None else total
    return (at, number, who, phone, what, code, many, price, total, by)


# How rows become sales


def test_receipts_of_several_lines_are_one_sale_in_whatever_order(core, sheet, shop):
    path = sheet(
        sold("20260511001"), sold("20260511002", what="튤립", code="B2", price=18000),
        sold("20260511001", what="꽃병", code="C3", price=12000),
    )  # fmt: skip
    report = bring_sales(core, path)
    assert counts(report)["read"] == 2
    assert ask(shop, "SELECT number, total, status FROM sale ORDER BY number") == [
        ("20260511001", 47000, "paid"), ("20260511002", 18000, "paid")
    ]  # fmt: skip
    assert ask(shop, "SELECT method, sum(amount) FROM payment GROUP BY 1") == [("card", 65000)]


def test_a_till_that_counts_anew_every_day_has_other_sales_the_next_day(core, sheet, shop):
    path = sheet(sold("0001"), sold("0001", at="2026-05-12 09:00:00", price=5000), sold("0001"))
    assert outcome(bring_sales(core, path)) == {"added": 2}
    assert outcome(bring_sales(core, path)) == {"same": 2}
    assert ask(shop, "SELECT sold_on, total FROM sale ORDER BY 1") == [
        ("2026-05-11", 70000), ("2026-05-12", 5000)
    ]  # fmt: skip


def test_a_list_without_numbers_is_never_taken_twice_even_in_another_order(core, sheet, shop):
    header = ("날짜", "고객", "내용", "금액")
    rows = [
        ("2026-05-01", "김민지", "꽃다발", 30000), ("2026-05-01", "김민지", "꽃다발", 30000),
        ("2026-05-02", "박철수", "화분", 12000),
    ]  # fmt: skip
    path = sheet(*rows, header=header)
    assert outcome(bring_sales(core, path)) == {"added": 3}
    longer = sheet(
        *reversed(rows), ("2026-05-03", "김민지", "리본", 1000), header=header, name="b.csv"
    )
    assert outcome(bring_sales(core, longer)) == {"same": 3, "added": 1}
    assert sorted(person.name for person in everybody(core)) == ["김민지", "박철수"]
    assert ask(shop, "SELECT count(*) FROM product") == [(0,)]  # what was noted is no catalogue


def test_a_further_column_of_the_till_makes_no_other_sales(core, sheet, shop):
    bring_sales(core, sheet(sold("20260511001"), sold("0002")))
    rows = [(*sold("20260511001"), "취소"), (*sold("0002"), "완료")]
    report = bring_sales(core, sheet(*rows, header=(*TILL, "상태"), name="b.csv"))
    assert outcome(report) == {"updated": 1, "same": 1}
    assert ask(shop, "SELECT count(*), sum(total) FROM sale") == [(3, 35000)]


def test_a_name_alone_is_the_one_contact_of_that_name(core, sheet, shop):
    there = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    header = ("날짜", "고객", "내용", "금액")
    bring_sales(core, sheet(("2026-05-01", "김민지", "꽃다발", 30000), header=header))
    assert ask(shop, "SELECT contact_id FROM sale") == [(there,)]


def test_a_sale_without_anybody_has_no_buyer(core, sheet, shop):
    assert outcome(bring_sales(core, sheet(sold(who="", phone="")))) == {"added": 1}
    assert ask(shop, "SELECT contact_id FROM sale") == [(None,)]
    assert everybody(core) == []


def test_continuation_rows_before_the_row_that_tells_about_the_order_are_of_it(
    core, tmp_path, shop
):
    rows = shopify(12)
    upside_down = list(reversed(rows))
    path = write_csv(tmp_path / "orders.csv", as_rows(SHOPIFY, upside_down), encoding="utf-8-sig")
    assert outcome(bring_sales(core, path)) == {"added": 12}
    wanted = {row["Name"]: round(float(row["Total"]) * 100) for row in rows if "Total" in row}
    assert dict(ask(shop, "SELECT number, total FROM sale")) == wanted
    assert ask(shop, "SELECT count(*) FROM contact_point WHERE value LIKE '''%'") == [(0,)]


def test_totals_and_footnotes_are_no_sales(core, sheet):
    path = sheet(sold(), ("합계", "", "", "", "", "", 1, "", 35000, ""), ("※ 부가세 포함",))
    assert counts(bring_sales(core, path)) == {
        "read": 3, "added": 1, "updated": 0, "same": 0, "skipped": 2, "failed": 0
    }  # fmt: skip


def test_a_column_goes_where_it_is_told_to(core, sheet, shop):
    path = sheet(("5월 1일", "2026-05-01", "1000"), header=("가", "나", "다"))
    told = {"나": "sale.date", "다": "금액"}
    assert outcome(bring_sales(core, path, told=told)) == {"added": 1}
    assert outcome(bring_sales(core, path)) == {"same": 1}  # remembered
    assert ask(shop, "SELECT sold_on, total FROM sale") == [("2026-05-01", 1000)]


def test_a_sheet_of_contacts_is_no_file_of_sales(core, sheet):
    path = sheet(("김민지", "010-0142-3377"), header=("이름", "휴대폰"))
    with pytest.raises(FileError) as refused:
        bring_sales(core, path)
    assert refused.value.problem == FileProblem.NO_SALES


def test_a_phone_that_lost_its_zero_is_told_and_the_buyers_get_the_tag(core, sheet):
    report = bring_sales(core, sheet(sold(phone="1001423377")), tag="포스")
    assert problems(report) == [(2, "연락처", "phone_zero_added")]
    (person,) = everybody(core)
    assert (points(person, "phone"), person.tags) == (["010-0142-3377"], ("포스",))


def test_a_sale_has_no_field_to_be_chosen_for_replacing(core, sheet):
    with pytest.raises(FileError) as refused:
        bring_sales(core, sheet(sold()), overwrite=("note",))
    assert refused.value.problem == FileProblem.NO_SUCH_FIELD


def test_what_a_florist_notes_of_an_order_has_its_place(core, sheet, shop):
    staff = core.staff.add("한지우")
    header = (
        "주문일", "주문번호", "주문자", "주문자연락처", "상품명", "금액", "받는분",
        "받는분연락처", "배송지", "배송일", "카드문구", "제작메모", "현금영수증", "담당",
        "채널", "비고",
    )  # fmt: skip
    bring_sales(core, sheet((
        "2026-05-01", "20260501001", "김민지", "010-0142-3377", "꽃바구니", "70,000원", "박철수",
        "010-0142-4488", "서울 중구 세종대로 1", "2026.05.08", "어버이날 축하드려요", "분홍 위주로",
        "010-0142-3377", "한지우", "전화", "경비실",
    ), header=header))  # fmt: skip
    columns = ("recipient_name, recipient_phone, address, handover, due_at, card_text, maker_note,"
               " cash_receipt, staff_id, channel, note")  # fmt: skip
    assert ask(shop, f"SELECT {columns} FROM sale") == [
        ("박철수", "010-0142-4488", "서울 중구 세종대로 1", "delivery", "2026-05-08",
         "어버이날 축하드려요", "분홍 위주로", "010-0142-3377", staff, "전화", "경비실")
    ]  # fmt: skip
    people = {person.name: points(person, "address") for person in everybody(core)}
    assert people == {"김민지": [], "박철수": ["서울 중구 세종대로 1"]}


def test_a_workbook_tells_the_hour_in_its_own_way(core, tmp_path, shop):
    moment = datetime(2026, 5, 1, 9, 30).astimezone().astimezone(UTC)
    header = ("판매일시", "주문번호", "금액")
    path = write_xlsx(tmp_path / "매출.xlsx", {"매출": [
        header, (datetime(2026, 5, 1, 9, 30), 20260501001.0, 1000),
        (46143.395833333336, 20260501002.0, 1000),
    ]})  # fmt: skip
    bring_sales(core, path)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    assert ask(shop, "SELECT number, sold_on, sold_at FROM sale ORDER BY number") == [
        ("20260501001", "2026-05-01", stamp), ("20260501002", "2026-05-01", stamp)
    ]  # fmt: skip


def test_the_hour_may_stand_beside_the_day(core, sheet, shop):
    header = ("거래일자", "거래시각", "거래번호", "금액")
    bring_sales(core, sheet(("2026-05-01", "오후 2:05", "20260501001", 1000), header=header))
    moment = datetime(2026, 5, 1, 14, 5).astimezone().astimezone(UTC)
    assert ask(shop, "SELECT sold_at FROM sale") == [
        (moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),)
    ]  # fmt: skip


# What was sold


def test_products_are_known_by_code_then_by_name_and_option(core, sheet, shop):
    header = ("날짜", "상품명", "옵션", "상품코드", "수량", "단가")
    bring_sales(core, sheet(
        ("2026-05-01", "장미", "빨강", "A1", 1, 1000),
        ("2026-05-02", "장미 (특)", "빨강", "A1", 1, 1000),
        ("2026-05-03", "장미", "빨강", "", 1, 1000), ("2026-05-04", "장미", "분홍", "", 1, 1000),
        header=header,
    ))  # fmt: skip
    assert ask(shop, "SELECT code, name, price FROM product ORDER BY name") == [
        (None, "장미 / 분홍", 1000), ("A1", "장미 / 빨강", 1000)
    ]  # fmt: skip
    assert ask(shop, "SELECT count(*) FROM sale_line l JOIN product p ON p.id = l.product_id"
                     " WHERE p.code = 'A1'") == [(3,)]  # fmt: skip


def test_a_product_no_longer_sold_is_still_the_one_that_was_sold(core, sheet, shop):
    bring_sales(core, sheet(sold("20260511001")))
    ((product,),) = ask(shop, "SELECT id FROM product")
    core.products.retire([product])
    bring_sales(core, sheet(sold("20260511002"), name="b.csv"))
    assert ask(shop, "SELECT DISTINCT product_id FROM sale_line") == [(product,)]
    assert core.care.check() == []


def test_quantities_may_be_parts_of_a_piece_and_carry_their_unit(core, sheet, shop):
    rows = [sold("20260511001", many="1.5kg", price=10000, total="15,000원"),
            sold("20260511002", many="3개", price=1000, total="")]  # fmt: skip
    bring_sales(core, sheet(*rows))
    assert ask(shop, "SELECT quantity, total FROM sale_line ORDER BY quantity") == [
        (1500, 15000), (3000, 3000)
    ]  # fmt: skip


# What is odd about amounts and days


def test_a_receipt_that_gives_back_finds_its_sale(core, sheet, shop):
    header = (*TILL, "원거래번호")
    bring_sales(core, sheet(
        (*sold("20260511001", many=2), ""), (*sold("20260511002", many=-1), "20260511001"),
        header=header,
    ))  # fmt: skip
    assert ask(shop, "SELECT status, total, refunded, paid FROM sale ORDER BY total") == [
        ("refund", -35000, 0, 0), ("paid", 70000, 35000, 35000)
    ]  # fmt: skip
    assert ask(shop, "SELECT count(*) FROM sale_line WHERE refunds_line_id IS NOT NULL") == [(1,)]
    assert core.care.check() == []


def test_a_receipt_marked_as_a_return_of_another_gives_back_whatever_its_sign(core, sheet, shop):
    header = (*TILL, "원거래번호", "구분")
    bring_sales(core, sheet(
        (*sold("20260511001", many=2), "", "판매"),
        (*sold("20260511002"), "20260511001", "반품"), header=header,
    ))  # fmt: skip
    assert ask(shop, "SELECT status, total FROM sale ORDER BY total") == [
        ("refund", -35000), ("paid", 70000)
    ]  # fmt: skip


def test_a_part_that_was_given_back_is_asked_about_where_no_amount_is_told(core, sheet):
    header = (*TILL, "상태")
    report = bring_sales(core, sheet((*sold("20260511001"), "부분환불"), header=header))
    assert problems(report) == [(2, "", "refund_unclear")]


def test_an_own_sheet_of_deliveries_counts_its_numbers_by_the_day(core, sheet, shop):
    header = ("날짜", "주문번호", "고객명", "수취인", "상품명", "수량", "금액")
    report = bring_sales(core, sheet(
        ("2026-05-01", "1", "김민지", "박철수", "꽃", 1, 1000),
        ("2026-05-02", "1", "김민지", "이서연", "꽃", 1, 2000), header=header,
    ))  # fmt: skip
    assert outcome(report) == {"added": 2}
    assert ask(shop, "SELECT count(DISTINCT contact_id), count(contact_id) FROM sale") == [(1, 2)]


def test_a_return_of_something_never_sold_stands_for_itself(core, sheet, shop):
    path = sheet(sold("20260511002", total=-35000))
    assert outcome(bring_sales(core, path)) == {"added": 1}
    assert ask(shop, "SELECT total, owed, refunds_id FROM sale") == [(-35000, 0, None)]
    assert outcome(bring_sales(core, path)) == {"same": 1}
    assert core.care.check() == []


def test_more_than_was_sold_cannot_come_back(core, sheet, shop):
    bring_sales(core, sheet(sold("20260511001")))
    back = sheet(sold("20260511001", many=-2), name="b.csv")
    report = bring_sales(core, back)
    assert outcome(report) == {"failed": 1}
    assert problems(report)[0][2] == "more_than_sold"
    assert ask(shop, "SELECT count(*) FROM sale") == [(1,)]


def test_nothing_paid_is_a_sale_all_the_same(core, sheet, shop):
    assert outcome(bring_sales(core, sheet(sold(price=0)))) == {"added": 1}
    assert ask(shop, "SELECT total, status FROM sale") == [(0, "paid")]
    assert ask(shop, "SELECT * FROM payment") == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (sold(price="1000000000000000"), "too_much"),
        (sold(total="삼만원"), "amount_unclear"),
        (sold(total="$35"), "amount_other_currency"),
        (sold(many="여러 개", total=35000), "quantity_unclear"),
        (sold(at="언젠가"), "sale_date_unclear"),
        (sold(at=""), "no_sale_date"),
        (sold(at="2027-01-01 00:00:00"), "sale_in_future"),
        (sold(price="", total=""), "no_amount"),
    ],
)
def test_a_sale_nobody_can_understand_fails_and_can_be_mended(core, sheet, row, reason, shop):
    report = bring_sales(core, sheet(sold("20260511001"), row))
    assert outcome(report) == {"added": 1, "failed": 1}
    assert reason in {why for _line, _column, why in problems(report)}
    header, failed = read_csv(report.failed_file)
    assert header == [*TILL, "줄", "이유"]
    assert failed[1] == row[1]
    mended = write_csv(report.failed_file, [header, [*map(str, sold()), "", ""]])
    assert outcome(bring_sales(core, mended)) == {"added": 1}
    assert len({source for (source,) in ask(shop, "SELECT DISTINCT source FROM sale")}) == 1


def test_sales_of_a_file_in_other_currencies_keep_theirs(core, sheet, shop):
    header = ("날짜", "주문번호", "상품명", "금액", "통화")
    bring_sales(core, sheet(
        ("2026-05-01", "20260501001", "꽃", "12.50", "USD"),
        ("2026-05-02", "20260501002", "꽃", "30000", "KRW"), header=header,
    ))  # fmt: skip
    assert ask(shop, "SELECT currency, total FROM sale ORDER BY 1") == [
        ("KRW", 30000), ("USD", 1250)
    ]  # fmt: skip


def test_one_sale_in_two_currencies_fails(core, sheet):
    header = ("날짜", "주문번호", "상품명", "금액", "통화")
    report = bring_sales(core, sheet(
        ("2026-05-01", "20260501001", "꽃", "12.50", "USD"),
        ("2026-05-01", "20260501001", "꽃", "30000", "KRW"), header=header,
    ))  # fmt: skip
    assert problems(report)[-1][2] == "mixed_currencies"


def test_a_clock_that_was_set_back_refuses_no_sale_of_yesterday(core, sheet, clock):
    core.contacts.add(ContactForm(name="김민지"))
    clock.move(days=-400)
    assert outcome(bring_sales(core, sheet(sold()))) == {"added": 1}


def test_what_is_owed_is_owed(core, sheet, shop):
    header = ("날짜", "고객", "상품명", "금액", "외상")
    bring_sales(core, sheet(("2026-05-01", "김민지", "화환", 90000, 40000), header=header))
    assert ask(shop, "SELECT total, paid, owed, status FROM sale") == [
        (90000, 50000, 40000, "partial")
    ]  # fmt: skip


def test_a_file_that_changed_since_it_was_read_is_not_brought_in(core, sheet):
    path = sheet(sold("20260511001"))
    prepared = core.sale_imports.prepare(ImportRequest(path=path), Ticket())
    sheet(sold("20260511001"), sold("20260511002"))
    with pytest.raises(FileError) as refused:
        core.sale_imports.run(prepared, Ticket())
    assert refused.value.problem == FileProblem.VANISHED


def test_a_rehearsal_tells_the_truth_and_leaves_no_trace(core, sheet, shop):
    path = sheet(sold("20260511001"), sold("20260511002", total="?"))
    before = Path(shop).stat().st_size
    plan = bring_sales(core, path, dry=True)
    assert outcome(plan) == {"added": 1, "failed": 1}
    assert [(fate.line, fate.outcome) for fate in plan.rows] == [(2, "added"), (3, "failed")]
    assert ask(shop, "SELECT count(*) FROM sale") == [(0,)]
    assert Path(shop).stat().st_size == before
    assert outcome(bring_sales(core, path)) == outcome(plan)


def test_orders_of_a_market_stay_apart_from_those_of_another(core, sheet, tmp_path, shop):
    bring_sales(core, write_shopify(tmp_path / "orders.csv", shopify(3)))
    header = ("날짜", "주문번호", "상품명", "금액")
    bring_sales(core, sheet(("2026-05-01", "#1001", "꽃", 1000), header=header))
    assert ask(shop, "SELECT source, count(*) FROM sale GROUP BY 1 ORDER BY 1") == [
        ("sheet", 1), ("shopify", 3)
    ]  # fmt: skip


# What a wizard shows


def test_a_preview_shows_the_sale_a_row_belongs_to(core, sheet):
    path = sheet(
        sold("20260511001"), sold("20260511002"), sold("20260511001", what="리본", price=500)
    )
    prepared = core.sale_imports.prepare(ImportRequest(path=path), Ticket())
    preview = core.sale_imports.preview(prepared, 4, Ticket())
    assert (preview.outcome, preview.name, preview.currency) == ("added", "김민지", "KRW")
    told = [(change.field, change.after) for change in preview.fields]
    assert ("line.name", "장미 꽃다발 × 1") in told
    assert ("line.name", "리본 × 1") in told
    assert ("sale.total", "35500") in told
    bring_sales(core, path)
    preview = core.sale_imports.preview(prepared, 3, Ticket())
    assert (preview.outcome, {f.field: f.after for f in preview.fields}["sale.number"]) == (
        "same", "20260511002"
    )  # fmt: skip


def test_statuses_and_the_order_of_dates_can_be_told(core, sheet, shop):
    header = ("날짜", "주문번호", "상품명", "금액", "상태")
    path = sheet(("03/04/2026", "20260501001", "꽃", "1000", "아리송"), header=header)
    prepared = core.sale_imports.prepare(ImportRequest(path=path), Ticket())
    (question,) = core.sale_imports.questions(prepared)
    assert set(question.readings) == {("ymd", "2026-03-04"), ("dmy", "2026-04-03")}
    (values,) = core.sale_imports.values(prepared)
    assert values.texts == (("아리송", 1),)
    assert [p.reason for p in core.sale_imports.odd(prepared, Ticket())] == [
        "date_ambiguous", "status_unclear"
    ]  # fmt: skip
    told = {"날짜": "sale.date order=dmy"}
    bring_sales(core, path, told=told, values={4: {"아리송": "취소"}})
    assert ask(shop, "SELECT sold_on, status FROM sale") == [("2026-04-03", "cancelled")]


def test_the_history_of_imports_names_the_fields_of_sales(core, sheet):
    bring_sales(core, sheet(sold()))
    (batch,) = core.imports.batches()
    assert (batch.kind, batch.added) == ("sales", 1)
    assert field_label(batch.columns[0].target, "ko") == "판매일"
    (row,) = core.imports.batch_rows(batch.id)
    assert (row.outcome, row.name) == ("added", "김민지")


def test_a_category_that_was_retired_is_back_with_a_new_product_of_it(core, sheet):
    core.products.add(ProductForm(name="튤립", category="꽃다발"))
    core.products.retire_category(core.products.categories()[0].id)
    path = sheet((*sold(), "꽃다발"), header=(*TILL, "분류"))
    assert outcome(bring_sales(core, path)) == {"added": 1}
    assert [(c.name, c.products) for c in core.products.categories()] == [("꽃다발", 1)]
    core.history.undo()
    assert core.products.categories() == []
