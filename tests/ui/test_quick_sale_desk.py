"""What is taken off, scanned and told of a sale at the desk."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.contact_parts import CONTROL, focused, press, write
from tests.ui.sale_parts import (
    CODE,
    PEONY,
    ROSE,
    active,
    choose,
    closed,
    enter,
    lines,
    make_products,
    sales,
    till_of,
)
from ui.sales.quick_sale import QuickSale

SHIFT = Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def products(core):
    return make_products(core)


@pytest.fixture
def quick(qtbot, core, kit, people, products):
    quick = QuickSale(kit, till_of(core))
    qtbot.addWidget(quick)
    return quick


@pytest.fixture
def shown(qtbot, quick):
    def show(contact_id=None):
        quick.open_for(contact_id)
        active(qtbot, quick)
        return quick

    return show


def test_a_part_in_percent_stays_one_whatever_comes_or_goes(qtbot, core, people, shown):
    quick = shown(people[0])
    enter(qtbot, "장미", "-10%")
    assert quick.goods.off.text() == "−10% · Less ₩3,500"
    enter(qtbot, "작약")
    assert quick.goods.total.text() == "₩49,500"
    quick.goods.basket.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert quick.goods.total.text() in ("₩31,500", "₩18,000")
    quick.goods.setFocus()
    enter(qtbot, "-12.5%")
    assert quick.goods.off.text().startswith("−12.5%")
    enter(qtbot, "-0%")
    assert quick.goods.off.text() == ""


def test_a_sum_that_is_taken_off_is_never_more_than_the_basket(qtbot, core, people, shown):
    quick = shown(people[0])
    enter(qtbot, "2*작약", "-30000")
    quick.goods.basket.setFocus()
    press(qtbot, Qt.Key.Key_Minus)
    assert quick.goods.total.text() == "₩0"
    press(qtbot, Qt.Key.Key_Plus)
    assert quick.goods.total.text() == "₩10,000"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("-10%", "in the sale yet"), ("-5000", "in the sale yet"), ("-3*장미", "below zero"),
     ("포장 -5000", "포장"), ("-101%", "in the sale yet")],
)  # fmt: skip
def test_what_cannot_be_taken_off_nothing_is_said(qtbot, people, shown, typed, words):
    quick = shown(people[0])
    enter(qtbot, typed)
    assert words in quick.goods.problem.text()
    assert quick.goods.product.text() == typed
    assert not quick.goods.lines


@pytest.mark.parametrize("typed", ["-101%", "-35001", "장미 -40000", "장미 -101%"])
def test_more_than_it_costs_is_not_taken_off(qtbot, people, shown, typed):
    quick = shown(people[0])
    enter(qtbot, "장미", typed)
    assert quick.goods.problem.text() == "No more can be taken off than it costs."
    assert quick.goods.total.text() == "₩35,000"


def test_a_line_gets_cheaper_by_its_name_or_by_the_percent_key(qtbot, core, people, shown):
    quick = shown(people[0])
    enter(qtbot, "장미", "작약", f"{ROSE} -10%")
    assert [(line.name, line.total) for line in quick.goods.lines] == [
        (ROSE, 31_500), (PEONY, 20_000),
    ]  # fmt: skip
    assert "−10%" in quick.goods.basket.item(0).text()
    quick.goods.basket.setFocus()
    quick.goods.basket.setCurrentRow(1)
    press(qtbot, Qt.Key.Key_Percent)
    assert quick.goods.product.text() == f"{PEONY} -"
    enter(qtbot, "3000", "포장 5000", "포장 -20%", "35000", "35000 -5%", "포장 -5001")
    assert [line.total for line in quick.goods.lines] == [31_500, 17_000, 4_000, 33_250]
    assert quick.goods.problem.text() == "No more can be taken off than it costs."
    for _line in range(2):
        quick.goods.basket.removed.emit(2)
    quick.goods.product.put("")
    quick.goods.setFocus()
    enter(qtbot, "")
    choose(qtbot, quick, Qt.Key.Key_1)
    closed(qtbot, quick)
    [sale] = sales(core)
    assert lines(core, sale.id) == [(ROSE, 1, 31_500), (PEONY, 1, 17_000)]
    assert sale.total == 48_500


def test_a_scanner_adds_the_product_whatever_has_the_focus(qtbot, core, people, shown):
    quick = shown()
    assert quick.buyer.isAncestorOf(focused())
    write(qtbot, "박")
    for pieces in (1, 2):
        QTest.keyClicks(focused(), f"{CODE}\r", delay=-1)
        assert [(line.name, line.quantity) for line in quick.goods.lines] == [(ROSE, 1000 * pieces)]
    assert quick.buyer.isAncestorOf(focused())
    assert quick.buyer.search.text() == "박"
    quick.goods.basket.setFocus()
    QTest.keyClicks(focused(), f"{CODE}\r", delay=-1)
    quick.methods.focus_first()
    QTest.keyClicks(focused(), f"{CODE}\r", delay=-1)
    assert quick.goods.lines[0].quantity == 4000
    assert quick.isVisible()
    assert not sales(core)


def test_a_code_scanned_beside_the_customer_that_nobody_knows_is_said(qtbot, people, shown):
    quick = shown()
    asked = []
    quick.product_asked.connect(asked.append)
    QTest.keyClicks(focused(), "8809999999999\r", delay=-1)
    assert quick.goods.problem.text() == "No product has the code 8809999999999."
    assert quick.buyer.search.text() == ""
    quick.goods.new_product_button.click()
    assert asked == ["8809999999999"]


@pytest.mark.parametrize("pasted", [True, False])
def test_a_scanner_too_slow_to_be_told_from_fingers_adds_it_too(qtbot, people, shown, pasted):
    quick = shown()
    if pasted:  # as is what came one key at a time
        QGuiApplication.clipboard().setText(CODE)
        press(qtbot, Qt.Key.Key_V, CONTROL)
    else:
        QTest.keyClicks(focused(), CODE, delay=40)
    qtbot.waitUntil(quick.buyer.nobody.isVisible)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.name for line in quick.goods.lines] == [ROSE])
    qtbot.waitUntil(lambda: quick.buyer.search.text() == "" and quick.buyer.nobody.isHidden())
    qtbot.waitUntil(lambda: quick.buyer.isAncestorOf(focused()))


def test_the_window_is_as_high_as_what_is_in_it_also_the_next_time(qtbot, people, shown):
    quick = shown(people[0])
    enter(qtbot, "장미", "작약", "화병", "포장 5000")
    qtbot.waitUntil(lambda: quick.height() == quick.sizeHint().height())
    high = quick.height()
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not quick.isVisible())
    shown()
    qtbot.waitUntil(lambda: quick.height() == quick.sizeHint().height() < high)


def test_digits_of_a_phone_are_no_code_however_fast(qtbot, people, shown):
    quick = shown()
    QTest.keyClicks(focused(), "01000000001\r", delay=-1)
    assert not quick.goods.lines
    assert quick.goods.problem.text() == ""


def test_delivery_and_card_are_told_before_it_is_paid(qtbot, core, people, shown):
    quick = shown(people[0])
    enter(qtbot, "장미")
    press(qtbot, Qt.Key.Key_D, CONTROL | SHIFT)
    dialog = quick.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    enter_details = {
        dialog.recipient: "Han Jiu", dialog.due: "2026-05-16 25:00", dialog.receipt: "01012345678",
    }  # fmt: skip
    for field, text in enter_details.items():
        field.setFocus()
        write(qtbot, text)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    dialog.due.selectAll()
    write(qtbot, "2026-05-16 15:00")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "Han Jiu" in quick.details.text())
    active(qtbot, quick)
    enter(qtbot, "")
    choose(qtbot, quick, Qt.Key.Key_1)
    closed(qtbot, quick)
    detail = core.sale_lists.detail(sales(core)[0].id)
    assert (detail.recipient_name, detail.row.due_at, detail.cash_receipt) == (
        "Han Jiu", "2026-05-16T15:00", "01012345678",
    )  # fmt: skip


def test_a_product_retired_while_it_is_in_the_basket_is_sold(qtbot, core, people, products, shown):
    quick = shown(people[0])
    enter(qtbot, "장미")
    core.products.retire([products[ROSE]])
    enter(qtbot, "")
    choose(qtbot, quick, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert lines(core, sales(core)[0].id) == [(ROSE, 1, 35_000)]


def test_a_sale_of_yesterday_is_recorded_and_one_still_to_come_is_refused(
    qtbot, core, clock, people, shown
):
    quick = shown(people[0])
    enter(qtbot, "장미")
    yesterday, later = (
        (clock().astimezone() + timedelta(days=days)).date().isoformat() for days in (-1, 40)
    )
    for typed, words in (
        (later, "That day is still to come."), ("soon", "This is not a date."), (yesterday, ""),
    ):  # fmt: skip
        if quick.dialog is None:
            press(qtbot, Qt.Key.Key_D, CONTROL | SHIFT)
            quick.dialog.activateWindow()
            qtbot.waitUntil(quick.dialog.isActiveWindow)
        dialog = quick.dialog
        dialog.sold.setFocus()
        dialog.sold.selectAll()
        write(qtbot, typed)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        if words:
            qtbot.waitUntil(lambda words=words, dialog=dialog: dialog.problem.text() == words)
            assert focused() is dialog.sold
    qtbot.waitUntil(lambda: quick.details.text().startswith("Sold on Yesterday"))
    active(qtbot, quick)
    enter(qtbot, "")
    choose(qtbot, quick, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert sales(core)[0].sold_on == yesterday
