"""A sale at the desk, with the keys of a real keyboard, in the whole program."""

import pytest
from PySide6.QtWidgets import QApplication

from app.shapes.loyalty import ProgrammeForm
from app.shapes.sales import SaleFilter
from tests.ui.real_keys import front
from tests.ui.sale_parts import ROSE, make_products
from ui.sales.details_dialog import DetailsDialog
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


def test_points_and_a_card_pay_one_sale_in_a_few_keys(qtbot, desk, program, people, keys):
    programme = program.core.loyalty.add_programme(ProgrammeForm("적립금", worth=1))
    program.core.loyalty.adjust(people[1], programme, 12_300)
    keys.press("ctrl+shift+s")
    sale = front(qtbot, QuickSale)
    keys.words("0001")
    keys.press("Return")
    keys.words("R1")
    keys.press("Return", "Return")
    qtbot.waitUntil(lambda: "points" in sale.methods.buttons)
    keys.press("5")
    qtbot.waitUntil(lambda: sale.tender.to_pay == 22_700)
    keys.press("2")
    qtbot.waitUntil(lambda: len(newest(program)) == 1)
    payments = program.core.sale_lists.detail(newest(program)[0].id).payments
    assert [(p.method, p.amount) for p in payments] == [("points", 12_300), ("card", 22_700)]
    assert keys.pressed <= MOST


def test_a_scanner_is_heard_while_somebody_is_looked_for(qtbot, desk, program, keys):
    keys.press("ctrl+shift+s")
    sale = front(qtbot, QuickSale)
    qtbot.waitUntil(sale.buyer.search.focusProxy().hasFocus)
    for pieces in (1000, 2000):
        keys.words("8801234567890")
        keys.press("Return")
        qtbot.waitUntil(
            lambda pieces=pieces: [line.quantity for line in sale.goods.lines] == [pieces]
        )
    assert sale.buyer.search.text() == ""
    keys.words("8809999999999")
    keys.press("Return")
    qtbot.waitUntil(sale.goods.new_product_button.isVisible)
    keys.press("Escape")


def test_delivery_card_and_receipt_are_filled_in_by_keys_alone(qtbot, desk, program, keys):
    keys.press("ctrl+shift+s")
    front(qtbot, QuickSale)
    keys.words("0001")
    keys.press("Return")
    keys.words("R1")
    keys.press("Return", "ctrl+shift+d")
    dialog = front(qtbot, DetailsDialog)
    qtbot.waitUntil(dialog.recipient.hasFocus)
    keys.words("Han Jiu")
    for words in ("010-0142-3377", "", "Mapo 1", "Happy birthday", "Roses only", "", "0101234"):
        keys.press("Tab")
        keys.words(words)
    qtbot.waitUntil(dialog.receipt.hasFocus)
    keys.press("ctrl+Return")
    front(qtbot, QuickSale)
    keys.press("Return", "1")
    qtbot.waitUntil(lambda: len(newest(program)) == 1)
    detail = program.core.sale_lists.detail(newest(program)[0].id)
    assert (detail.recipient_name, detail.recipient_phone, detail.address) == (
        "Han Jiu", "010-0142-3377", "Mapo 1",
    )  # fmt: skip
    assert (detail.card_text, detail.maker_note) == ("Happy birthday", "Roses only")
    assert detail.cash_receipt == "0101234"


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
    qtbot.waitUntil(sale.goods.product.field.focusProxy().hasFocus)
    for code in ("8801234567890", "8801234567890", "R1"):
        keys.words(code)
        keys.press("Return")
    qtbot.waitUntil(lambda: sale.goods.total.text() == "₩105,000")
    keys.press("Escape")
