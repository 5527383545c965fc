"""Sales out of files: counted as sales, never twice, understood when they change, taken back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump
from tests.files import everybody, outcome, points, problems
from tests.sale_files import (
    bring_sales,
    changed,
    shopify,
    smartstore,
    write_shopify,
    write_smartstore,
)


def ask(path: Path, query: str, *given: object) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, given).fetchall()


def test_orders_of_smartstore_come_in_once_and_go_again(core, tmp_path, shop):
    before = logical_dump(shop)
    rows = smartstore(40)
    path = write_smartstore(tmp_path / "주문.xlsx", rows)
    report = bring_sales(core, path)
    assert outcome(report) == {"added": 40}
    assert (report.preset, report.header_line) == ("naver_smartstore", 2)
    ((total, count),) = ask(shop, "SELECT sum(total), count(*) FROM sale")
    assert (total, count) == (sum(int(row["최종 상품별 총 주문금액"]) for row in rows), 40)
    assert ask(shop, "SELECT DISTINCT status, owed, channel FROM sale") == [
        ("paid", 0, "스마트스토어")
    ]
    assert core.care.check() == []
    again = bring_sales(core, path.rename(tmp_path / "다른 이름.xlsx"))
    assert outcome(again) == {"same": 40}
    assert again.change_set is None
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before
    assert core.care.check() == []


def test_orders_of_shopify_come_in_once_and_go_again(core, tmp_path, shop):
    before = logical_dump(shop)
    rows = shopify(40)
    path = write_shopify(tmp_path / "orders_export.csv", rows)
    report = bring_sales(core, path)
    assert outcome(report) == {"added": 40}
    wanted = {row["Name"]: round(float(row["Total"]) * 100) for row in rows if "Total" in row}
    assert dict(ask(shop, "SELECT number, total FROM sale")) == wanted
    assert core.care.check() == []
    assert outcome(bring_sales(core, path)) == {"same": 40}
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before


# Known again


def test_a_paid_order_that_is_cancelled_later_is_given_back_by_a_row_of_its_own(
    core, tmp_path, shop
):
    rows = smartstore(6)
    gone = rows[0]["주문번호"]
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    before = logical_dump(shop)
    after = changed(rows, lambda row: row["주문번호"] == gone, 주문상태="취소완료")
    report = bring_sales(core, write_smartstore(tmp_path / "b.xlsx", after))
    assert outcome(report) == {"updated": 1, "same": 5}
    ((sale, total, status, paid),) = ask(
        shop,
        "SELECT id, total, status, paid FROM sale WHERE number = ? AND refunds_id IS NULL",
        gone,
    )
    assert (status, paid) == ("refunded", 0)
    assert ask(shop, "SELECT total, status FROM sale WHERE refunds_id = ?", sale) == [
        (-total, "refund")
    ]
    assert core.care.check() == []
    assert outcome(bring_sales(core, write_smartstore(tmp_path / "c.xlsx", after))) == {"same": 6}
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before


def test_a_moment_of_cancelling_beside_the_status_is_when_it_was_cancelled(core, tmp_path, shop):
    rows = shopify(6)
    name = rows[0]["Name"]
    told = {"Financial Status": "voided", "Cancelled at": "2026-04-02 10:00:00 +0900"}
    path = write_shopify(tmp_path / "orders.csv", changed(rows, lambda row: row is rows[0], **told))
    assert outcome(bring_sales(core, path)) == {"added": 6}
    [(status, cancelled)] = ask(
        shop, "SELECT status, cancelled_at FROM sale WHERE number = ?", name
    )
    assert status == "cancelled"
    assert cancelled.startswith("2026-04-0")
    assert outcome(bring_sales(core, path)) == {"same": 6}


def test_an_order_cancelled_before_it_was_known_counts_for_nothing(core, tmp_path, shop):
    rows = changed(smartstore(3), lambda _row: True, 주문상태="취소완료")
    assert outcome(bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))) == {"added": 3}
    assert ask(shop, "SELECT DISTINCT status, owed FROM sale") == [("cancelled", 0)]
    assert ask(shop, "SELECT * FROM payment") == []
    assert ask(shop, "SELECT max(visits), max(sales_total) FROM contact") == [(None, None)]
    assert core.care.check() == []


def test_an_order_refunded_before_it_was_known_came_and_went(core, tmp_path, shop):
    rows = changed(smartstore(3), lambda _row: True, 주문상태="반품완료")
    path = write_smartstore(tmp_path / "a.xlsx", rows)
    assert outcome(bring_sales(core, path)) == {"added": 3}
    assert ask(shop, "SELECT status, count(*) FROM sale GROUP BY 1 ORDER BY 1") == [
        ("refund", 3), ("refunded", 3)
    ]  # fmt: skip
    assert ask(shop, "SELECT sum(total) FROM sale") == [(0,)]
    assert ask(shop, "SELECT sum(amount) FROM payment") == [(0,)]
    assert core.care.check() == []
    assert outcome(bring_sales(core, path)) == {"same": 3}


def test_one_line_of_an_order_that_came_back_is_given_back_alone(core, tmp_path, shop):
    rows = smartstore(30)
    order = next(r["주문번호"] for r in rows if str(r["상품주문번호"]).endswith("2"))
    first = next(r for r in rows if r["주문번호"] == order)
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    after = changed(
        rows, lambda row: row["상품주문번호"] == first["상품주문번호"], 주문상태="반품완료"
    )
    report = bring_sales(core, write_smartstore(tmp_path / "b.xlsx", after))
    assert outcome(report) == {"updated": 1, "same": 29}
    assert ask(shop, "SELECT total FROM sale WHERE refunds_id IS NOT NULL") == [
        (-first["최종 상품별 총 주문금액"],)
    ]
    assert ask(shop, "SELECT status FROM sale WHERE number = ? AND refunds_id IS NULL", order) == [
        ("paid",)
    ]
    assert core.care.check() == []
    assert outcome(bring_sales(core, write_smartstore(tmp_path / "c.xlsx", after)))["same"] == 30


def test_an_amount_refunded_in_two_steps_is_given_back_in_two(core, tmp_path, shop):
    rows = shopify(5)
    bring_sales(core, write_shopify(tmp_path / "a.csv", rows))
    for step, (amount, back) in enumerate((("10.00", [-1000]), ("15.50", [-1000, -550]))):
        after = changed(
            rows, lambda row: row["Name"] == "#1003" and "Total" in row,
            **{"Financial Status": "partially_refunded", "Refunded Amount": amount},
        )  # fmt: skip
        path = write_shopify(tmp_path / f"{step}.csv", after)
        assert outcome(bring_sales(core, path)) == {"updated": 1, "same": 4}
        assert outcome(bring_sales(core, path)) == {"same": 5}
        found = ask(shop, "SELECT total FROM sale WHERE refunds_id IS NOT NULL ORDER BY total")
        assert [total for (total,) in found] == back
    after = changed(
        rows, lambda row: row["Name"] == "#1003" and "Total" in row,
        **{"Financial Status": "refunded", "Refunded Amount": "9999"},
    )  # fmt: skip
    assert outcome(bring_sales(core, write_shopify(tmp_path / "z.csv", after)))["updated"] == 1
    assert ask(shop, "SELECT sum(total) FROM sale WHERE number = '#1003'") == [(0,)]
    assert core.care.check() == []


def test_an_order_that_is_paid_later_is_no_longer_owed(core, tmp_path, shop):
    rows = smartstore(2)
    waiting = changed(rows, lambda _row: True, 주문상태="결제대기")
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", waiting))
    assert ask(shop, "SELECT DISTINCT status FROM sale") == [("open",)]
    report = bring_sales(core, write_smartstore(tmp_path / "b.xlsx", rows))
    assert outcome(report) == {"updated": 2}
    assert ask(shop, "SELECT DISTINCT status, owed FROM sale") == [("paid", 0)]
    assert core.care.check() == []


def test_an_unpaid_order_that_is_cancelled_is_cancelled(core, tmp_path, shop):
    rows = smartstore(2)
    waiting = changed(rows, lambda _row: True, 주문상태="결제대기")
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", waiting))
    gone = changed(rows, lambda _row: True, 주문상태="취소")
    assert outcome(bring_sales(core, write_smartstore(tmp_path / "b.xlsx", gone))) == {"updated": 2}
    assert ask(shop, "SELECT DISTINCT status FROM sale") == [("cancelled",)]
    assert outcome(bring_sales(core, write_smartstore(tmp_path / "b.xlsx", gone))) == {"same": 2}
    assert core.care.check() == []


def test_lines_of_an_order_that_come_in_two_files_are_one_order(core, tmp_path, shop):
    rows = smartstore(30)
    order = next(r["주문번호"] for r in rows if str(r["상품주문번호"]).endswith("2"))
    own = [r for r in rows if r["주문번호"] == order]
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", own[2:]))
    report = bring_sales(core, write_smartstore(tmp_path / "b.xlsx", own[:2]))
    assert outcome(report) == {"updated": 1}
    whole = sum(int(r["최종 상품별 총 주문금액"]) for r in own)
    assert ask(shop, "SELECT total, paid, status FROM sale") == [(whole, whole, "paid")]
    assert outcome(bring_sales(core, write_smartstore(tmp_path / "c.xlsx", own))) == {"same": 1}
    assert core.care.check() == []


def test_what_somebody_changed_here_stays_when_the_file_comes_again(core, tmp_path, shop):
    rows = smartstore(3)
    path = write_smartstore(tmp_path / "a.xlsx", rows)
    bring_sales(core, path)
    ((sale,),) = ask(shop, "SELECT id FROM sale LIMIT 1")
    core.sales.put_details(sale, {"note": "다시 전화 드리기"})
    assert outcome(bring_sales(core, path)) == {"same": 3}
    assert ask(shop, "SELECT note FROM sale WHERE id = ?", sale) == [("다시 전화 드리기",)]


def test_a_sale_that_was_removed_here_does_not_come_back(core, tmp_path, shop):
    path = write_smartstore(tmp_path / "a.xlsx", smartstore(3))
    bring_sales(core, path)
    ((sale,),) = ask(shop, "SELECT id FROM sale LIMIT 1")
    core.sales.remove([sale])
    report = bring_sales(core, path)
    assert outcome(report) == {"same": 2, "skipped": 1}
    assert [reason for _line, _column, reason in problems(report)] == ["removed_here"]


def test_a_change_in_the_file_is_brought_along(core, tmp_path, shop):
    rows = smartstore(4)
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    one = rows[0]["주문번호"]
    after = changed(rows, lambda r: r["주문번호"] == one, 배송메세지="경비실에 맡겨 주세요")
    report = bring_sales(core, write_smartstore(tmp_path / "b.xlsx", after))
    assert outcome(report) == {"updated": 1, "same": 3}
    assert ask(shop, "SELECT note FROM sale WHERE number = ?", one) == [("경비실에 맡겨 주세요",)]
    assert core.care.check() == []


# Who bought, who received


def test_whoever_buys_twice_is_one_contact_and_recipients_with_lent_numbers_are_none(
    core, tmp_path, shop
):
    rows = smartstore(60)
    report = bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    buyers = {(row["구매자명"], row["구매자연락처"]) for row in rows}
    people = everybody(core)
    assert {(p.name, points(p, "phone")[0]) for p in people} == buyers
    assert report.new_people == len(buyers)
    assert ask(shop, "SELECT DISTINCT recipient_id FROM sale") == [(None,)]
    assert ask(shop, "SELECT count(*) FROM sale WHERE recipient_phone LIKE '0503%'") == [(60,)]


def test_recipients_with_a_phone_of_their_own_are_contacts_of_their_own(core, tmp_path, shop):
    bring_sales(core, write_shopify(tmp_path / "a.csv", shopify(10)))
    names = {person.name for person in everybody(core)}
    assert {"Kim Friend0", "Kim Friend9"} <= names
    assert ask(shop, "SELECT count(*) FROM sale WHERE recipient_id = contact_id") == [(0,)]
    assert ask(shop, "SELECT count(DISTINCT recipient_id) FROM sale") == [(10,)]


def test_starred_out_names_are_kept_apart_as_text_on_the_sale(core, tmp_path, shop):
    rows = changed(
        smartstore(5), lambda _row: True, 구매자명="김*수", 구매자연락처="0504-1234-5678"
    )
    report = bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    assert outcome(report) == {"added": 5}
    assert everybody(core) == []
    for (note,) in ask(shop, "SELECT note FROM sale"):
        assert note.endswith("구매자: 김*수, 0504-1234-5678")


def test_a_starred_out_name_with_a_real_phone_is_whoever_has_that_phone(core, tmp_path):
    core.contacts.add(ContactForm(name="김민수", phone="010-0142-9999"))
    rows = changed(smartstore(2), lambda _r: True, 구매자명="김*수", 구매자연락처="01001429999")
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    assert [person.name for person in everybody(core)] == ["김민수"]


def test_a_starred_out_name_becomes_the_whole_one_once_it_is_known(core, tmp_path):
    rows = changed(smartstore(1), lambda _r: True, 구매자명="김*수", 구매자연락처="01001429999")
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    rows = changed(rows, lambda _r: True, 구매자명="김민수", 주문번호="77777777777")
    bring_sales(core, write_smartstore(tmp_path / "b.xlsx", rows))
    assert [person.name for person in everybody(core)] == ["김민수"]


def test_another_name_with_the_same_phone_is_another_person(core, tmp_path):
    core.contacts.add(ContactForm(name="김민지", phone="010-0142-9999"))
    rows = changed(smartstore(1), lambda _r: True, 구매자명="박철수", 구매자연락처="010-0142-9999")
    for name in ("a.xlsx", "b.xlsx"):
        bring_sales(core, write_smartstore(tmp_path / name, rows))
        rows = changed(rows, lambda _r: True, 주문번호="88888888888", 상품주문번호="8")
    assert sorted(person.name for person in everybody(core)) == ["김민지", "박철수"]


def test_a_buyer_with_a_lent_number_is_known_by_name_and_address(core, tmp_path):
    rows = changed(
        smartstore(1), lambda _row: True, 구매자연락처="0504-1234-5678", 구매자명="정하윤",
        수취인명="정하윤", 통합배송지="서울 마포구 월드컵로 1길 3",
    )  # fmt: skip
    bring_sales(core, write_smartstore(tmp_path / "a.xlsx", rows))
    more = changed(
        rows, lambda _r: True, 주문번호="99999999999", 통합배송지="서울 마포구 월드컵로1길 3"
    )
    bring_sales(core, write_smartstore(tmp_path / "b.xlsx", more))
    (person,) = everybody(core)
    assert points(person, "phone") == []
    assert points(person, "address") == ["서울 마포구 월드컵로 1길 3"]


def test_two_contacts_of_the_same_name_and_phone_leave_the_buyer_to_the_person(
    core, tmp_path, shop
):
    for _ in range(2):
        core.contacts.add(ContactForm(name="김민지", phone="010-0142-9999"))
    rows = changed(smartstore(2), lambda _r: True, 구매자명="김민지", 구매자연락처="010-0142-9999")
    path = write_smartstore(tmp_path / "a.xlsx", rows)
    plan = bring_sales(core, path, dry=True)
    assert {fate.reason for fate in plan.rows} == {"ambiguous"}
    assert {one.name for one in plan.candidates} == {"김민지"}
    first, second = (person.id for person in everybody(core))
    decided = {fate.line: second for fate in plan.rows}
    report = bring_sales(core, path, decisions=decided)
    assert outcome(report) == {"added": 2}
    assert ask(shop, "SELECT DISTINCT contact_id FROM sale") == [(second,)]
    assert first != second


def test_who_was_forgotten_does_not_come_back_with_the_file(core, tmp_path, shop):
    rows = changed(shopify(3), lambda row: "Total" in row, Notes="Jane, ring twice")
    path = write_shopify(tmp_path / "a.csv", rows)
    bring_sales(core, path)
    for person in everybody(core):
        core.erasure.erase(person.id)
    report = bring_sales(core, path)
    assert outcome(report) == {"same": 3}
    assert everybody(core) == []
    for row in ask(shop, "SELECT contact_id, recipient_id, recipient_name, address FROM sale"):
        assert row == (None, None, None, None)
    assert core.care.check() == []
