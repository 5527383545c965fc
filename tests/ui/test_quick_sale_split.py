"""A sale at the desk that is paid in several ways."""

import pytest
from PySide6.QtCore import Qt

from app.settings import TAX_ADDED
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.products import ProductForm
from tests.ui.contact_parts import focused, press
from tests.ui.sale_parts import (
    active,
    choose,
    closed,
    enter,
    make_products,
    paid,
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
def points(core, people):
    programme = core.loyalty.add_programme(ProgrammeForm("적립금", earn_per=1_000, worth=1))
    core.loyalty.adjust(people[0], programme, 12_300)
    return programme


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


def shown_parts(quick):
    return [quick.tender.list.item(n).text() for n in range(quick.tender.list.count())]


def test_points_that_cannot_pay_all_pay_what_they_can_and_a_card_the_rest(
    qtbot, core, people, points, shown
):
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: shown_parts(quick) == ["적립금, has 12,300, ₩12,300"])
    assert quick.tender.left.text() == "Left to pay ₩22,700"
    choose(qtbot, quick, Qt.Key.Key_2)
    closed(qtbot, quick)
    assert paid(core) == [("points", 12_300), ("card", 22_700)]
    assert core.loyalty.balance(people[0])[0].points == 22


def test_a_part_is_typed_then_the_way_and_the_rest_follows(qtbot, core, people, points, shown):
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_0)
    qtbot.waitUntil(quick.tender.part_field.hasFocus)
    enter(qtbot, "5000")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: shown_parts(quick) == ["적립금, has 12,300, ₩5,000"])
    choose(qtbot, quick, Qt.Key.Key_0)
    qtbot.waitUntil(quick.tender.part_field.hasFocus)
    enter(qtbot, "20000")
    choose(qtbot, quick, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(quick.tender.parts) == 2)
    choose(qtbot, quick, Qt.Key.Key_4)
    closed(qtbot, quick)
    assert paid(core) == [("points", 5_000), ("transfer", 20_000)]
    assert sales(core)[0].owed == 10_000


def test_a_part_that_is_no_amount_or_too_much_is_refused_and_stays_typed(
    qtbot, core, people, points, shown
):
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_0)
    qtbot.waitUntil(quick.tender.part_field.hasFocus)
    for typed, words in (
        ("x", "not an amount"), ("-5", "not an amount"), ("35001", "Only ₩35,000 is left"),
    ):  # fmt: skip
        quick.tender.part_field.selectAll()
        enter(qtbot, typed)
        assert words in quick.goods.problem.text()
        assert quick.tender.part_field.text() == typed
    quick.tender.part_field.selectAll()
    enter(qtbot, "13000")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: "적립금 can pay ₩12,300 at most." in quick.goods.problem.text())
    press(qtbot, Qt.Key.Key_Escape)
    assert quick.isVisible()
    assert quick.tender.part_field.isHidden()
    assert not sales(core)


def test_a_pass_pays_a_part_and_the_next_one_is_offered(qtbot, core, people, shown):
    for amount, day in ((8_000, "2026-06-01"), (50_000, "2026-12-01")):
        core.passes.add(PassForm(people[0], "선불권", "amount", amount, expires_on=day))
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(quick.tender.parts) == 1)
    choose(qtbot, quick, Qt.Key.Key_5)
    closed(qtbot, quick)
    assert paid(core) == [("pass", 8_000), ("pass", 27_000)]
    assert [row.remaining for row in core.passes.of(people[0])] == [23_000]


def test_delete_takes_a_part_out_and_another_buyer_pays_with_no_points_of_the_first(
    qtbot, core, people, points, shown
):
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(quick.tender.parts) == 1)
    quick.tender.list.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert not quick.tender.parts
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(quick.tender.parts) == 1)
    quick.buyer.change_button.click()
    enter(qtbot, "0002")
    qtbot.waitUntil(lambda: quick.buyer.name.text() == "이하은")
    assert not quick.tender.parts
    assert "points" not in quick.methods.buttons


def test_fewer_points_than_can_be_spent_are_not_offered(qtbot, core, people, shown):
    programme = core.loyalty.add_programme(ProgrammeForm("적립금", worth=1, least=5_000))
    core.loyalty.adjust(people[0], programme, 4_999)
    assert "points" not in shown(people[0]).methods.buttons


def test_a_basket_that_gets_cheaper_needs_fewer_parts(qtbot, core, people, shown):
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_0)
    qtbot.waitUntil(quick.tender.part_field.hasFocus)
    enter(qtbot, "30000")
    choose(qtbot, quick, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(quick.tender.parts) == 1)
    quick.goods.setFocus()
    enter(qtbot, "-20000")
    assert not quick.tender.parts
    assert quick.goods.total.text() == "₩15,000"


def test_an_exchange_tells_the_credit_and_what_is_left_or_goes_back(qtbot, core, people, quick):
    sale_id = sell(core, people[0], 35_000)
    detail = core.sale_lists.detail(sale_id)
    quick.open_to_exchange(Exchange(detail, {detail.lines[0].id: 1000}))
    active(qtbot, quick)
    assert quick.tender.left.text() == "Credit ₩35,000 · Give back ₩35,000"
    enter(qtbot, "50000")
    assert quick.tender.left.text() == "Credit ₩35,000 · Left to pay ₩15,000"
    assert "owed" in quick.methods.buttons
    enter(qtbot, "-20000")
    assert quick.tender.left.text() == "Credit ₩35,000 · Give back ₩5,000"
    assert list(quick.methods.buttons) == ["cash", "card", "transfer"]
    enter(qtbot, "")
    choose(qtbot, quick, Qt.Key.Key_3)
    closed(qtbot, quick)
    back = core.sale_lists.detail(sale_id).payments
    assert ("transfer", -5_000) in [(p.method, p.amount) for p in back]


def test_an_even_exchange_is_recorded_by_enter(qtbot, core, people, quick):
    sale_id = sell(core, people[0], 35_000)
    detail = core.sale_lists.detail(sale_id)
    quick.open_to_exchange(Exchange(detail, {detail.lines[0].id: 1000}))
    active(qtbot, quick)
    enter(qtbot, "장미", "")
    closed(qtbot, quick)
    assert core.sale_lists.detail(sale_id).row.status == "refunded"


def test_tax_on_top_is_left_to_pay_too(qtbot, core, people, shown):
    core.settings.put(TAX_ADDED, True)
    core.products.add(ProductForm("책", price=10_000, tax_rate=0))
    quick = shown(people[0])
    enter(qtbot, "장미", "책", "")
    choose(qtbot, quick, Qt.Key.Key_0)
    qtbot.waitUntil(quick.tender.part_field.hasFocus)
    enter(qtbot, "40000")
    choose(qtbot, quick, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: quick.tender.left.text() == "Left to pay ₩8,500")
    choose(qtbot, quick, Qt.Key.Key_2)
    closed(qtbot, quick)
    assert paid(core) == [("cash", 40_000), ("card", 8_500)]


def test_a_full_card_of_stamps_pays_for_one_thing(qtbot, core, clock, people, shown):
    core.loyalty.add_programme(ProgrammeForm("스탬프", "stamps", earn_by="visit", least=10))
    for visit in range(10):
        assert ("points" in shown(people[0]).methods.buttons) is False, visit
        sell(core, people[0], 4_500)
        clock.move(hours=24)
    quick = shown(people[0])
    enter(qtbot, "4500", "9000", "")
    choose(qtbot, quick, Qt.Key.Key_0)
    qtbot.waitUntil(quick.tender.part_field.hasFocus)
    enter(qtbot, "4500")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: shown_parts(quick) == ["스탬프, has 10, ₩4,500"])
    choose(qtbot, quick, Qt.Key.Key_1)
    closed(qtbot, quick)
    assert paid(core) == [("points", 4_500), ("cash", 9_000)]
    assert core.loyalty.balance(people[0])[0].points == 1


def test_tab_goes_through_all_of_it_in_the_order_it_is_read(qtbot, people, points, shown):
    quick = shown(people[0])
    enter(qtbot, "장미", "")
    choose(qtbot, quick, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: len(quick.tender.parts) == 1)
    goods, tender = quick.goods, quick.tender
    order = [
        quick.buyer.change_button, goods.product.field.focusProxy(), goods.basket, tender.list,
        *quick.methods.buttons.values(), quick.methods.part_button, quick.details_button,
        quick.cancel_button,
    ]  # fmt: skip
    order[0].setFocus()
    for widget in (*order, order[0]):
        assert focused() is widget
        press(qtbot, Qt.Key.Key_Tab)
