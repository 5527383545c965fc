"""Recording a sale from anywhere, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.settings import TAX_ADDED
from app.shapes.loyalty import ProgrammeForm
from app.shapes.products import ProductForm
from tests.ui.contact_parts import CONTROL, focused, press
from tests.ui.sale_parts import (
    CODE,
    PASS,
    PEONY,
    ROSE,
    closed,
    enter,
    lines,
    make_products,
    sales,
    sell,
    till_of,
)
from ui.sales.quick_sale import Exchange, QuickSale

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
    """Opens the dialog as the shortcut does."""

    def show(contact_id=None):
        quick.open_for(contact_id)
        quick.activateWindow()
        qtbot.waitUntil(lambda: quick.isActiveWindow() and isinstance(focused(), QLineEdit))
        return quick

    return show


def test_last_digits_a_product_and_a_number_record_a_sale(qtbot, core, people, shown):
    quick = shown()
    enter(qtbot, "0001")
    enter(qtbot, "장미")  # before anybody was found
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_2)
    closed(qtbot, quick)
    [row] = sales(core)
    assert (row.contact, row.total, row.paid, row.status) == ("박서준", 35_000, 35_000, "paid")
    assert lines(core, row.id) == [(ROSE, 1, 35_000)]
    [payment] = core.sale_lists.detail(row.id).payments
    assert payment.method == "card"


def test_nothing_is_sold_to_somebody_who_is_not_found(qtbot, core, people, shown):
    quick = shown()
    enter(qtbot, "9999")
    enter(qtbot, "장미")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_2)
    qtbot.waitUntil(quick.buyer.nobody.isVisible)
    qtbot.waitUntil(quick.buyer.search.focusProxy().hasFocus)
    assert quick.isVisible()
    assert not sales(core)
    press(qtbot, Qt.Key.Key_Escape)
    enter(qtbot, "0002")
    qtbot.waitUntil(lambda: quick.buyer.name.text() == "이하은")
    assert [line.name for line in quick.goods.lines] == [ROSE]


def test_an_amount_alone_is_enough_and_nobody_need_be_named(qtbot, core, shown):
    quick = shown()
    enter(qtbot, "")
    enter(qtbot, "35000")
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    closed(qtbot, quick)
    [row] = sales(core)
    assert (row.contact_id, row.what, row.total, row.paid) == (None, "", 35_000, 35_000)


def test_a_scanner_adds_lines_and_the_same_code_again_is_one_more(qtbot, core, people, shown):
    quick = shown(people[0])
    for _scan in range(3):
        QTest.keyClicks(focused(), f"{CODE}\r", delay=-1)
    QTest.keyClicks(focused(), "R1\r", delay=-1)
    assert [(line.name, line.quantity) for line in quick.form().lines and quick.goods.lines] == [
        (ROSE, 4000)
    ]
    assert quick.goods.total.text() == "₩140,000"


def test_a_code_nobody_knows_is_said_and_leads_to_a_new_product(qtbot, shown, people):
    quick = shown(people[0])
    asked = []
    quick.goods.product_asked.connect(asked.append)
    QTest.keyClicks(focused(), "8809999999999\r", delay=-1)
    assert "8809999999999" in quick.goods.problem.text()
    assert not quick.goods.lines
    assert quick.goods.new_product_button.isVisible()
    quick.goods.new_product_button.click()
    assert asked == ["8809999999999"]


@pytest.mark.parametrize(
    ("typed", "name", "pieces", "total"),
    [
        ("3*장미", ROSE, 3, 105_000),
        ("작약 * 2", PEONY, 2, 40_000),
        ("ㅈㅁ", ROSE, 1, 35_000),
        ("포장 5000", "포장", 1, 5_000),
        ("3만5천", "", 1, 35_000),
        ("1.5*작약 한 단 30000", PEONY, 1.5, 45_000),
        ("장미 3", ROSE, 3, 105_000),
        ("장미 꽃다발 12", ROSE, 12, 420_000),
        ("장미 꽃다발 30000", ROSE, 1, 30_000),
        ("포장 50", "포장", 1, 50),
    ],
)
def test_what_is_typed_is_read_as_people_mean_it(
    qtbot, core, people, shown, typed, name, pieces, total
):
    quick = shown(people[0])
    enter(qtbot, typed)
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert lines(core, sales(core)[0].id) == [(name, pieces, total)]


@pytest.mark.parametrize("typed", ["2XL 티셔츠", "2xl"])
def test_a_size_in_a_name_is_no_number_of_pieces(qtbot, core, people, shown, typed):
    core.products.add(ProductForm("L 티셔츠", price=10_000))
    core.products.add(ProductForm("2XL 티셔츠", price=12_000))
    quick = shown(people[0])
    enter(qtbot, typed)
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert lines(core, sales(core)[0].id) == [("2XL 티셔츠", 1, 12_000)]


def test_a_part_or_an_amount_is_taken_off(qtbot, core, people, shown):
    quick = shown(people[0])
    for typed in ("장미", "작약", "-10%"):
        enter(qtbot, typed)
    assert quick.goods.total.text() == "₩49,500"
    enter(qtbot, "-5000")
    assert quick.goods.total.text() == "₩50,000"
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert sales(core)[0].total == 50_000


def test_tax_on_top_is_in_what_is_to_be_paid(qtbot, core, people, shown):
    core.settings.put(TAX_ADDED, True)
    quick = shown(people[0])
    enter(qtbot, "장미")
    assert quick.goods.total.text() == "₩38,500"
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert sales(core)[0].total == 38_500


def test_it_tells_what_somebody_bought_the_last_two_times(core, clock, people, shown):
    for amount in (10_000, 20_000, 30_000):
        sell(core, people[0], amount)
        clock.move(hours=24)
    quick = shown(people[0])
    told = [quick.buyer.before.itemAt(n).widget().text() for n in range(quick.buyer.before.count())]
    assert len(told) == 2
    assert "₩30,000" in told[0]
    assert "₩20,000" in told[1]


def test_plus_minus_and_delete_change_the_basket(qtbot, people, shown):
    quick = shown(people[0])
    for typed in ("장미", "작약"):
        enter(qtbot, typed)
    quick.goods.basket.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Plus)
    assert [line.quantity for line in quick.goods.lines] == [2000, 1000]
    press(qtbot, Qt.Key.Key_Minus)
    press(qtbot, Qt.Key.Key_Minus)
    assert [line.name for line in quick.goods.lines] == [PEONY]
    press(qtbot, Qt.Key.Key_Delete)
    assert not quick.goods.lines
    qtbot.waitUntil(quick.goods.product.field.focusProxy().hasFocus)


def test_somebody_with_a_name_can_owe_and_nobody_else(qtbot, core, people, shown):
    quick = shown()
    enter(qtbot, "")
    assert "owed" not in quick.methods.buttons
    quick.reject()
    quick = shown(people[1])
    enter(qtbot, "장미")
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_4)
    closed(qtbot, quick)
    assert sales(core)[0].owed == 35_000


def test_a_pass_and_points_pay_where_there_are_any(qtbot, core, people, products, shown):
    core.loyalty.add_programme(ProgrammeForm("적립금", earn_per=100, earn_points=10, worth=1))
    quick = shown(people[0])
    enter(qtbot, PASS)
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    closed(qtbot, quick)
    quick = shown(people[0])
    assert list(quick.methods.buttons) == ["cash", "card", "transfer", "owed", "pass", "points"]
    enter(qtbot, "장미")
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_5)
    closed(qtbot, quick)
    assert core.passes.of(people[0])[0].remaining == 9
    quick = shown(people[0])
    enter(qtbot, "5000")
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_6)
    closed(qtbot, quick)
    [balance] = core.loyalty.balance(people[0])
    assert balance.points == 18_000 - 5_000


def test_an_empty_basket_and_unknown_words_are_refused_in_words(qtbot, core, people, shown):
    quick = shown(people[0])
    qtbot.keyClick(quick, Qt.Key.Key_1, CONTROL)
    assert quick.goods.problem.text() == "A sale needs at least one line."
    enter(qtbot, "zzz")
    assert "zzz" in quick.goods.problem.text()
    qtbot.keyClick(quick, Qt.Key.Key_1, CONTROL)
    assert quick.isVisible()
    assert not sales(core)


def test_far_too_much_money_is_refused_by_the_book_and_stays_typed(qtbot, core, people, shown):
    quick = shown(people[0])
    enter(qtbot, "1,000,000,000,000,000")
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "1,000,000,000,000" in quick.goods.problem.text())
    assert quick.isVisible()
    assert quick.methods.isEnabled()
    assert quick.methods.isAncestorOf(QApplication.focusWidget())
    assert not sales(core)


def test_a_sale_is_changed_without_its_payments(qtbot, core, people, quick):
    sale_id = sell(core, people[0], 35_000, note="리본")
    quick.open_to_change(core.sale_lists.detail(sale_id))
    quick.activateWindow()
    qtbot.waitUntil(quick.goods.product.field.focusProxy().hasFocus)
    enter(qtbot, "작약")
    enter(qtbot, "")
    closed(qtbot, quick)
    detail = core.sale_lists.detail(sale_id)
    assert (detail.row.total, detail.row.owed, detail.note) == (55_000, 20_000, "리본")


def test_what_goes_instead_is_paid_by_what_comes_back(qtbot, core, people, quick):
    sale_id = sell(core, people[0], 35_000)
    detail = core.sale_lists.detail(sale_id)
    quick.open_to_exchange(Exchange(detail, {detail.lines[0].id: 1000}))
    quick.activateWindow()
    qtbot.waitUntil(quick.goods.product.field.focusProxy().hasFocus)
    enter(qtbot, "작약")
    enter(qtbot, "")
    press(qtbot, Qt.Key.Key_2)
    closed(qtbot, quick)
    new = next(row for row in sales(core) if row.what == PEONY)
    assert (new.total, new.owed) == (20_000, 0)
    assert core.sale_lists.detail(sale_id).row.status == "refunded"


def test_it_speaks_the_language_of_the_window(kit, people, shown):
    quick = shown(people[0])
    kit.language.use("ko")
    assert quick.heading.text()
    assert quick.methods.accessibleName()
