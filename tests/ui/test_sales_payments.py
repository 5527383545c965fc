"""Taking what is owed and giving back, in several ways; the end of a day on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.settings import TAX_ADDED
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.payments import PaidForm
from app.shapes.sales import LineForm, SaleForm
from tests.ui.contact_parts import focused, press, write
from tests.ui.sale_parts import ROSE, make_products, sales, sell, till_of
from tests.ui.test_printing import pdf_pages
from ui.printing.receipts import Receipts
from ui.sales.page import SalesPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot, core, kit, bridge):
    page = SalesPage(kit, till_of(core), bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    return page


@pytest.fixture
def shown(qtbot, page):
    def show(count):
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.list.is_read)
        qtbot.waitUntil(lambda: page.list.model.rowCount() == count)
        page.list.table.selectRow(0)
        page.list.table.setFocus()
        return page

    return show


@pytest.fixture
def points(core, people):
    programme = core.loyalty.add_programme(ProgrammeForm("적립금", earn_per=1_000, worth=1))
    core.loyalty.adjust(people[0], programme, 12_300)
    return programme


def ask(qtbot, page, key):
    press(qtbot, key)
    dialog = page.list.acts.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(qtbot, dialog, method):
    """Tab to the ways of paying and arrows to one of them."""
    while not dialog.method.isAncestorOf(focused()):
        press(qtbot, Qt.Key.Key_Tab)
    while dialog.method.current != method:
        press(qtbot, Qt.Key.Key_Right)


def paid(core, sale_id):
    return sorted((p.method, p.amount) for p in core.sale_lists.detail(sale_id).payments)


def test_what_is_owed_is_paid_with_points_transfer_and_cash_in_one_step(
    qtbot, core, people, points, shown
):
    sale_id = sell(core, people[0], 35_000, method=None)
    dialog = ask(qtbot, shown(1), Qt.Key.Key_P)
    choose(qtbot, dialog, "points")
    assert dialog.amount.text() == "12,300"
    assert dialog.problem.text() == "적립금: has 12,300"
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    write(qtbot, "5000+")
    assert dialog.left.text() == "Left to pay ₩30,000"
    assert dialog.amount.text() == "30,000"
    choose(qtbot, dialog, "transfer")
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    write(qtbot, "10000+")
    choose(qtbot, dialog, "cash")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sales(core)[0].status == "paid")
    assert paid(core, sale_id) == [("cash", 20_000), ("points", 5_000), ("transfer", 10_000)]
    core.store.undo()
    assert paid(core, sale_id) == []


def test_a_part_of_what_is_owed_may_stay_owed(qtbot, core, people, shown):
    sale_id = sell(core, people[0], 35_000, method=None)
    dialog = ask(qtbot, shown(1), Qt.Key.Key_P)
    write(qtbot, "20000+")
    dialog.amount.clear()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sales(core)[0].owed == 15_000)
    assert paid(core, sale_id) == [("cash", 20_000)]


def test_more_points_than_there_are_are_refused_and_stay_typed(qtbot, core, people, points, shown):
    sell(core, people[0], 35_000, method=None)
    dialog = ask(qtbot, shown(1), Qt.Key.Key_P)
    choose(qtbot, dialog, "points")
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    write(qtbot, "12301")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "적립금 can pay ₩12,300 at most."
    assert dialog.amount.text() == "12301"
    assert not paid(core, sales(core)[0].id)
    dialog.reject()


def test_a_pass_pays_what_is_owed_and_a_part_can_be_taken_out(qtbot, core, people, shown):
    core.passes.add(PassForm(people[0], "선불권", "amount", 50_000))
    sale_id = sell(core, people[0], 35_000, method=None)
    dialog = ask(qtbot, shown(1), Qt.Key.Key_P)
    write(qtbot, "10000+")
    dialog.list.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert dialog.amount.text() == "35,000"
    choose(qtbot, dialog, "pass")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sales(core)[0].status == "paid")
    assert paid(core, sale_id) == [("pass", 35_000)]
    assert core.passes.of(people[0])[0].remaining == 15_000


def test_all_that_somebody_owes_is_paid_in_two_ways(qtbot, core, people, points, shown):
    for amount in (20_000, 15_000):
        sell(core, people[0], amount, method=None)
    page = shown(2)
    page.show_view("owed")
    qtbot.waitUntil(lambda: page.owed.model.rowCount() == 1)
    page.owed.table.setFocus()
    page.owed.table.selectRow(0)
    dialog = ask(qtbot, page, Qt.Key.Key_P)
    choose(qtbot, dialog, "points")
    dialog.add_part()
    choose(qtbot, dialog, "card")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not core.sale_lists.receivables())
    assert core.loyalty.balance(people[0])[0].points == 35 - 13


def test_what_was_paid_in_two_ways_goes_back_so(qtbot, core, people, shown):
    ways = (PaidForm(20_000, "cash"), PaidForm(15_000, "card"))
    form = SaleForm((LineForm(35_000, description="꽃"),), people[0], payments=ways)
    sale_id = core.sales.sell(form)
    dialog = ask(qtbot, shown(1), Qt.Key.Key_R)
    assert dialog.method.current == "same"
    dialog.accept()
    qtbot.waitUntil(lambda: core.sale_lists.detail(sale_id).row.status == "refunded")
    assert paid(core, sale_id) == [
        ("card", -15_000), ("card", 15_000), ("cash", -20_000), ("cash", 20_000),
    ]  # fmt: skip


def test_a_day_that_was_closed_is_put_on_paper_with_its_difference(
    qtbot, core, kit, clock, people, page, shown, tmp_path
):
    sell(core, people[0], 30_000, method="cash")
    sell(core, people[0], 5_000, method=None)
    day = clock().astimezone().date().isoformat()
    core.day_closes.close(day, {"cash": 29_000}, "잔돈이 모자람")
    shown(2)
    page.show_view("close")
    qtbot.waitUntil(page.close_view.print_button.isVisible)
    asked = []
    page.report_asked.connect(asked.append)
    page.close_view.print_button.click()
    window = QWidget()
    qtbot.addWidget(window)
    receipts = Receipts(kit, lambda: "봄날 꽃집", window)
    target = tmp_path / "day.pdf"
    receipts.delivery.save(receipts.report(asked[0], "KRW"), target)
    with qtbot.waitSignal(receipts.told):
        pass
    [text] = pdf_pages(target)
    for words in ("봄날 꽃집", "End of the day", "Cash", "₩30,000", "₩29,000", "₩1,000",
                  "Owed", "₩5,000", "잔돈이 모자람", "2026"):  # fmt: skip
        assert words in text, words


def test_a_receipt_tells_tax_on_top_a_discounted_line_and_every_payment(
    qtbot, core, kit, people, tmp_path
):
    core.settings.put(TAX_ADDED, True)
    products = make_products(core)
    ways = (PaidForm(10_000, "cash"), PaidForm(None, "card"))
    line = LineForm(35_000, products[ROSE], discount=5_000)
    detail = core.sale_lists.detail(core.sales.sell(SaleForm((line,), people[0], payments=ways)))
    window = QWidget()
    qtbot.addWidget(window)
    receipts = Receipts(kit, lambda: "봄날 꽃집", window)
    target = tmp_path / "receipt.pdf"
    receipts.delivery.save(receipts.document(detail), target)
    with qtbot.waitSignal(receipts.told):
        pass
    [text] = pdf_pages(target)
    for words in ("₩35,000", "₩5,000", "₩30,000", "Tax", "₩3,000", "₩33,000", "₩10,000",
                  "₩23,000", "Cash", "Card"):  # fmt: skip
        assert words in text, words
