"""What the shop sells: the page of products and its form."""

import pytest
from PySide6.QtCore import Qt

from app.shapes.products import ProductForm
from tests.ui.contact_parts import press, write
from tests.ui.sale_parts import CODE, PASS, ROSE, make_products, sell
from ui.common.ask import AskDialog
from ui.products.page import ProductsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot, core, kit, bridge):
    page = ProductsPage(kit, core.products, lambda: "KRW", bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    return page


@pytest.fixture
def shown(qtbot, core, page):
    """Opens the page once it is read."""

    def show():
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        count = len(core.products.all())
        qtbot.waitUntil(lambda: page.model.rowCount() == count and page.stack.currentIndex() > 0)
        return page

    return show


def names(page):
    return [row.name for row in page.model.rows]


def dialog_of(qtbot, page):
    page.dialog.activateWindow()
    qtbot.waitUntil(page.dialog.isActiveWindow)
    return page.dialog


def test_without_products_the_page_says_what_they_are_for(shown):
    page = shown()
    assert page.stack.currentWidget() is page.empty


def test_a_product_is_added_by_its_name_and_what_else_is_known(qtbot, core, shown):
    page = shown()
    page.make_new()
    dialog = dialog_of(qtbot, page)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "This cannot be empty."
    write(qtbot, "Tulips")
    dialog.price.setText("1만5천")
    dialog.category.setText("생화")
    dialog.tax.setText("7.5")
    dialog.refill.setText("ten")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "This is not a number."
    dialog.refill.setText("10")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(core.products.all()) == 1)
    [row] = core.products.all()
    assert (row.name, row.price, row.category, row.tax_rate, row.replaces_after_days) == (
        "Tulips", 15_000, "생화", 75, 10,
    )  # fmt: skip
    qtbot.waitUntil(lambda: names(page) == ["Tulips"])
    core.products.add(ProductForm(name="Roses"))
    page.make_new()
    dialog_of(qtbot, page)
    write(qtbot, "Vase")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(names(page)) == 3 and page.current().name == "Vase")


def test_a_pass_is_a_product_that_gives_one(qtbot, core, people, shown):
    page = shown()
    page.make_new()
    dialog = dialog_of(qtbot, page)
    write(qtbot, "Ten coffees")
    dialog.price.setText("30000")
    dialog.kind.choose("uses")
    dialog.kind.chosen.emit("uses")
    dialog.uses.setText("10")
    dialog.good.setText("180")
    dialog.accept()
    qtbot.waitUntil(lambda: len(core.products.all()) == 1)
    [row] = core.products.all()
    assert (row.pass_uses, row.pass_amount, row.pass_days) == (10, None, 180)


def test_enter_changes_a_product_and_its_sales_keep_their_price(qtbot, core, people, shown):
    ids = make_products(core)
    sale_id = sell(core, people[0], 35_000)
    page = shown()
    page.table.selectRow(names(page).index(ROSE))
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page)
    assert (dialog.price.text(), dialog.barcode.text()) == ("35,000", CODE)
    dialog.price.setText("39000")
    dialog.accept()
    qtbot.waitUntil(lambda: core.products.get(ids[ROSE]).price == 39_000)
    assert core.sale_lists.detail(sale_id).row.total == 35_000


def test_delete_takes_a_product_out_and_the_switch_shows_it_again(qtbot, core, shown):
    make_products(core)
    page = shown()
    page.table.selectRow(names(page).index(PASS))
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: PASS not in names(page))
    page.retired_toggle.click()
    qtbot.waitUntil(lambda: PASS in names(page))
    page.table.selectRow(names(page).index(PASS))
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(core.products.all()) == 4)


@pytest.mark.parametrize("typed", ["장미", "ㅈㅁ", CODE, "R1"])
def test_a_product_is_found_by_name_initials_or_code(qtbot, core, shown, typed):
    make_products(core)
    page = shown()
    page.start_search()
    write(qtbot, typed)
    qtbot.waitUntil(lambda: names(page) == [ROSE])
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(page)) == 4)


def test_categories_narrow_the_list_and_are_renamed_and_removed(qtbot, core, shown):
    make_products(core)
    core.products.add(ProductForm("백합 꽃다발", category="꽃다발"))
    page = shown()
    bouquets = next(c for c in core.products.categories() if c.name == "꽃다발")
    page._choose_category(bouquets.id)
    assert len(names(page)) == 2
    assert page.category_chip.active
    page._ask_name(bouquets)
    dialog = page.window().findChild(AskDialog)
    dialog.field.setText("부케")
    dialog.accept()
    qtbot.waitUntil(lambda: any(row.category == "부케" for row in page.model.rows))
    assert len(names(page)) == 5
    renamed = next(c for c in core.products.categories() if c.name == "부케")
    page._remove_category(renamed.id)
    qtbot.waitUntil(lambda: "부케" not in [c.name for c in core.products.categories()])
    qtbot.waitUntil(lambda: len(names(page)) == 5)


def test_it_speaks_the_language_of_the_window(kit, core, shown):
    make_products(core)
    page = shown()
    kit.language.use("ko")
    assert page.heading.text()
