"""What leaves the sales page as a file: the list, and receipts."""

import csv

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.bootstrap import open_core
from app.locking import protect
from app.shapes.sales import LineForm, SaleFilter, SaleForm
from tests.ui.sale_parts import ROSE, make_products, sell
from tests.ui.test_printing import pdf_pages
from ui.printing.receipts import Receipts
from ui.sales.export import OpenToAllDialog, SalesExport

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def receipts(qtbot, kit):
    window = QWidget()
    qtbot.addWidget(window)
    receipts = Receipts(kit, lambda: "봄날 꽃집", window)
    receipts.window = window
    return receipts


def test_a_receipt_has_the_shops_name_lines_sums_and_payments(
    qtbot, core, people, receipts, tmp_path
):
    products = make_products(core)
    lines = (LineForm(35_000, products[ROSE], quantity=2000), LineForm(5_000, description="배송비"))
    sale_id = core.sales.sell(SaleForm(lines, people[0], discount=5_000))
    detail = core.sale_lists.detail(sale_id)
    target = tmp_path / "receipt.pdf"
    receipts.delivery.save(receipts.document(detail), target)
    with qtbot.waitSignal(receipts.told) as told:
        pass
    assert "receipt.pdf" in told.args[0]
    [text] = pdf_pages(target)
    for words in ("봄날 꽃집", ROSE, "배송비", "₩70,000", "김민지", "Owed"):
        assert words in text
    for signs in (detail.row.number, "2 × ₩35,000", "−₩5,000"):
        assert signs in text
    assert text.count("₩70,000") >= 2


def test_a_long_sale_takes_several_pages_with_every_line(qtbot, core, people, receipts, tmp_path):
    lines = tuple(LineForm(1_000 + n, description=f"꽃 {n:03}") for n in range(120))
    detail = core.sale_lists.detail(core.sales.sell(SaleForm(lines, people[0])))
    target = tmp_path / "long.pdf"
    receipts.delivery.save(receipts.document(detail), target)
    with qtbot.waitSignal(receipts.told):
        pass
    pages = pdf_pages(target)
    assert len(pages) > 1
    assert all(f"꽃 {n:03}" in "".join(pages) for n in range(120))


def test_what_is_listed_is_written_as_a_file(qtbot, core, kit, people, tmp_path):
    sell(core, people[0], 30_000, 5_000)
    sell(core, people[1], 20_000, method=None)
    window = QWidget()
    qtbot.addWidget(window)
    export = SalesExport(kit, core.exports, window)
    target = tmp_path / "sales.csv"
    with qtbot.waitSignal(export.told) as told:
        export.write(SaleFilter(contact_ids=(people[0],)), target)
    assert told.args == ["1 sale written to “sales.csv”.", "check"]
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 3  # the titles and two lines
    with qtbot.waitSignal(export.told) as told:
        export.write(SaleFilter(), tmp_path / "all")
    assert told.args == ["2 sales written to “all.xlsx”.", "check"]


def test_of_a_shop_with_a_password_it_is_said_first_that_the_file_has_none(
    qtbot, core, kit, people, shop, tmp_path
):
    core.close()
    key = protect(shop, "open sesame 7", None, cost=9)
    locked = open_core(shop, key=key)
    window = QWidget()
    qtbot.addWidget(window)
    export = SalesExport(kit, locked.exports, window)
    export.ask(SaleFilter())
    warning = window.findChild(OpenToAllDialog)
    assert "anybody can read it" in warning.note._text.text()
    assert window.findChild(QFileDialog) is None
    with qtbot.waitSignal(export.ended):
        warning.cancel_button.click()
    export.ask(SaleFilter())
    window.findChildren(OpenToAllDialog)[-1].go_on_button.click()
    asking = window.findChild(QFileDialog)
    assert asking is not None
    with qtbot.waitSignal(export.ended):
        asking.reject()
    locked.close()


def test_a_file_that_cannot_be_written_is_told(qtbot, core, kit, people, tmp_path):
    sell(core, people[0], 30_000)
    window = QWidget()
    qtbot.addWidget(window)
    export = SalesExport(kit, core.exports, window)
    with qtbot.waitSignal(export.told) as told:
        export.write(SaleFilter(), tmp_path / "nowhere" / "sales.csv")
    assert told.args[1] == "circle-alert"
