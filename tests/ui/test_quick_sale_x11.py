"""A sale at the desk, with the keys of a real keyboard, in the whole program."""

import pytest
from PySide6.QtWidgets import QApplication

from app.shapes.sales import SaleFilter
from tests.ui.real_keys import front
from tests.ui.sale_parts import ROSE, make_products
from ui.sales.quick_sale import QuickSale

pytestmark = pytest.mark.x11
MOST = 10


@pytest.fixture
def products(core):
    """Four products, in the file before the program opens it."""
    return make_products(core)


@pytest.fixture
def desk(products, window):
    """The window of a shop with products."""
    return window


def newest(program):
    return program.core.sale_lists.page(SaleFilter(), offset=0, limit=1)


def test_a_sale_to_somebody_takes_fewer_than_ten_keys(qtbot, desk, program, keys):
    keys.press("ctrl+shift+s")
    front(qtbot, QuickSale)
    keys.words("0001")
    keys.press("Return")
    keys.words("R1")
    keys.press("Return", "Return", "2")
    qtbot.waitUntil(lambda: len(newest(program)) == 1)
    [row] = newest(program)
    assert (row.contact, row.what, row.total, row.status) == ("박서준", ROSE, 35_000, "paid")
    assert keys.pressed < MOST
    qtbot.waitUntil(lambda: "박서준" in desk.toast.text or desk.toast.isVisible())


def test_the_toast_takes_the_sale_back(qtbot, desk, program, keys):
    keys.press("ctrl+shift+s")
    front(qtbot, QuickSale)
    keys.press("Return")
    keys.words("12000")
    keys.press("Return", "Return", "1")
    qtbot.waitUntil(lambda: len(newest(program)) == 1)
    qtbot.waitUntil(desk.toast.isVisible)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: newest(program) == [])


def test_a_scanner_that_types_two_codes_at_once_loses_none(qtbot, desk, program, keys):
    keys.press("ctrl+shift+s")
    sale = front(qtbot, QuickSale)
    keys.press("Return")
    qtbot.waitUntil(sale.product.field.focusProxy().hasFocus)
    for code in ("8801234567890", "8801234567890", "R1"):
        keys.words(code)
        keys.press("Return")
    qtbot.waitUntil(lambda: sale.total.text() == "₩105,000")
    keys.press("Escape")
