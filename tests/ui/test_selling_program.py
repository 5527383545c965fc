"""Selling in the whole program: its pages, keys and what a new day brings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.shapes.loyalty import ProgrammeForm
from tests.ui.contact_parts import CONTROL
from tests.ui.sale_parts import sales, sell
from ui.common.widgets.nav_item import NavItem
from ui.contacts.purchases import PurchaseSection
from ui.products.page import ProductsPage
from ui.sales.contact_sales import ContactSales
from ui.sales.page import SalesPage
from ui.sales.quick_sale import QuickSale

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def page_of(program, kind):
    return program.window.findChild(kind)


def test_sales_stand_below_contacts_and_their_key_opens_them(qtbot, program):
    window = program.window
    names = [item.text() for item in window.nav.findChildren(NavItem) if item.isVisible()]
    assert names.index("Sales") > names.index("Contacts") > names.index("Home")
    key = Qt.Key(Qt.Key.Key_1 + names.index("Sales"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, CONTROL)
    qtbot.waitUntil(lambda: isinstance(window.page(), SalesPage))
    qtbot.keyClick(window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.findChild(QuickSale) is not None)
    window.findChild(QuickSale).reject()


def test_products_are_reached_from_the_page_and_escape_comes_back(qtbot, program):
    window, page = program.window, page_of(program, SalesPage)
    window.open_page_of(page)
    page.products_button.click()
    products = page_of(program, ProductsPage)
    assert window.page() is products
    qtbot.keyClick(products, Qt.Key.Key_Escape)
    assert window.page() is page


def test_the_list_leaves_the_focus_to_who_went_on_while_it_was_read(qtbot, program, people):
    sell(program.core, people[0], 10_000)
    window, page = program.window, page_of(program, SalesPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page_of(page)
    QApplication.processEvents()
    page.products_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: page.list.is_read)
    assert QApplication.focusWidget() is page.products_button


def test_from_the_card_to_all_that_somebody_bought_and_to_one_sale(qtbot, program, people):
    core, window = program.core, program.window
    for amount in (10_000, 20_000):
        sell(core, people[0], amount)
    sell(core, people[1], 5_000)
    window.page().full_asked.emit(people[0])
    full = window.page()
    section = full.findChild(PurchaseSection)
    qtbot.waitUntil(lambda: section.card is not None and section.rows.count() > 2)
    section.all_asked.emit(core.contacts.detail(people[0]), False)
    listed = full.findChild(ContactSales)
    qtbot.waitUntil(lambda: listed.isVisible() and listed.model.rowCount() == 2)
    wanted = sales(core, contact_ids=(people[0],))[1].id
    qtbot.waitUntil(listed.table.hasFocus)
    QTest.keyClick(listed.table, Qt.Key.Key_Down)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    page = page_of(program, SalesPage)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)
    assert page.list.filters.contact_chip.text() == "Customer: 김민지"
    qtbot.waitUntil(lambda: page.list.panel.detail and page.list.panel.detail.row.id == wanted)


def test_what_is_owed_is_paid_from_the_card(qtbot, program, people):
    core, window = program.core, program.window
    sell(core, people[0], 10_000, method=None)
    window.page().full_asked.emit(people[0])
    section = window.page().findChild(PurchaseSection)
    section.pay_asked.emit(people[0])
    dialog = page_of(program, SalesPage).list.acts.dialog
    dialog.accept()
    qtbot.waitUntil(lambda: sales(core)[0].owed == 0)


def test_a_new_day_lets_points_go_whose_last_day_is_over(qtbot, program, people, clock):
    core = program.core
    form = ProgrammeForm("적립금", earn_per=100, earn_points=1, expires_after_days=2)
    core.loyalty.add_programme(form)
    sell(core, people[0], 10_000)
    assert core.loyalty.balance(people[0])[0].points == 100
    clock.move(hours=24 * 5)
    program._shop.selling.greet_the_day()
    qtbot.waitUntil(lambda: sum(b.points for b in core.loyalty.balance(people[0])) == 0)


def test_a_receipt_is_asked_for_from_the_panel(qtbot, program, people):
    core, window = program.core, program.window
    sell(core, people[0], 10_000)
    page = page_of(program, SalesPage)
    window.open_page_of(page)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    page.list.table.selectRow(0)
    with qtbot.waitSignal(page.receipt_asked) as asked:
        page.list.panel.receipt_button.click()
    assert asked.args[0].row.total == 10_000
    QApplication.activeModalWidget().reject()
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    QApplication.activeModalWidget().reject()
