"""Quotes in the window: made for a deal, changed, sent, answered; versions and papers."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from app.settings import SHOP_NAME
from app.shapes.deals import DealForm
from app.shapes.sales import LineForm
from tests.ui.contact_parts import press, write
from tests.ui.sale_parts import ROSE, make_products
from ui.quote_parts import QuoteParts
from ui.quotes.line_editor import read_quantity
from ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def deal(core, people):
    core.settings.put(SHOP_NAME, "봄날 꽃집")
    products = make_products(core)
    core.pipelines.add_ready_made("sales")
    line = LineForm(35_000, product_id=products[ROSE], quantity=2_000)
    return core.deals.add(DealForm(title="로비 꽃", contact_id=people[0], lines=(line,)))


@pytest.fixture
def quotes(qtbot, core, kit, bridge, deal):
    window = MainWindow(kit.state)
    qtbot.addWidget(window)
    window.furnish(kit)
    window.resize(1200, 800)
    window.show()
    return QuoteParts(kit, core, window, bridge)


def opened(qtbot, quotes):
    qtbot.waitUntil(lambda: quotes.acts.dialog is not None)
    dialog = quotes.acts.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press_button(qtbot, quotes, key):
    button = quotes.side.buttons[key]
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(qtbot, quotes, state):
    qtbot.waitUntil(lambda: quotes.shown is not None and quotes.shown.detail.row.status == state)
    qtbot.waitUntil(lambda: quotes.acts.dialog is None)
    return quotes.shown.detail


def test_a_quote_is_made_sent_refused_offered_anew_and_wins_its_deal(
    qtbot, core, people, deal, quotes
):
    quotes.ask(deal)
    dialog = opened(qtbot, quotes)
    (row,) = dialog.lines.rows
    assert (row.name.text(), row.quantity.text(), row.price.text()) == (ROSE, "2", "35,000")
    row.off.setFocus()
    press(qtbot, Qt.Key.Key_Return)  # a line below, not the end of the form
    write(qtbot, "설치")
    dialog.lines.rows[1].price.setFocus()
    write(qtbot, "3만")
    assert dialog.total.text() == "₩100,000"
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    detail = shown(qtbot, quotes, "draft")
    assert (detail.row.total, detail.tax, len(detail.lines)) == (100_000, 9_091, 2)
    assert quotes.view.isVisible()
    assert quotes.view.language == "en"
    assert quotes.side.lacks.isVisible()
    press_button(qtbot, quotes, "send")
    shown(qtbot, quotes, "sent")
    assert quotes.side.buttons["edit"].isHidden()
    press_button(qtbot, quotes, "refuse")
    opened(qtbot, quotes)
    write(qtbot, "비싸요")
    press(qtbot, Qt.Key.Key_Return)
    assert shown(qtbot, quotes, "refused").refused_note == "비싸요"
    press_button(qtbot, quotes, "version")
    second = shown(qtbot, quotes, "draft")
    assert (second.row.number, second.row.version) == (detail.row.number, 2)
    assert quotes.side.list.count() == 2
    press_button(qtbot, quotes, "edit")
    dialog = opened(qtbot, quotes)
    dialog.discount.setFocus()
    write(qtbot, "10000")
    dialog.accept()
    qtbot.waitUntil(lambda: quotes.shown.detail.row.total == 90_000)
    press_button(qtbot, quotes, "send")
    shown(qtbot, quotes, "sent")
    press_button(qtbot, quotes, "accept")
    won_dialog = opened(qtbot, quotes)
    won_dialog.reason.setCurrentIndex(1)
    won_dialog.accept()
    shown(qtbot, quotes, "accepted")
    won = core.deal_board.detail(deal)
    assert (won.row.stage_kind, won.row.amount, len(won.sale_ids)) == ("won", 90_000, 1)


def test_the_paper_is_in_the_language_that_is_chosen_and_the_workbook_too(
    qtbot, core, deal, quotes, tmp_path
):
    quotes.open(core.quotes.add(deal))
    shown(qtbot, quotes, "draft")
    asked = []
    quotes.settings_asked.connect(lambda: asked.append(True))
    quotes.side.language.choose("ko")
    quotes.side.language.chosen.emit("ko")
    assert quotes.view.language == "ko"
    quotes.save_excel(tmp_path / "quote")
    qtbot.waitUntil((tmp_path / "quote.xlsx").exists)
    texts = {c.value for row in load_workbook(tmp_path / "quote.xlsx").active for c in row}
    assert {"견적서", "규격", ROSE} <= texts
    qtbot.waitUntil(quotes.view.note.isVisible)
    quotes.side.lacks.acted.emit()
    assert asked == [True]
    assert quotes.view is None


def test_a_quote_that_is_taken_back_closes_its_window(qtbot, core, deal, quotes):
    quote_id = core.quotes.add(deal)
    quotes.ask(deal)
    shown(qtbot, quotes, "draft")
    core.quotes.remove([quote_id])
    qtbot.waitUntil(lambda: quotes.view is None)


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [("2", 2_000), ("1.5", 1_500), ("1,200", 1_200_000), ("", 1_000), ("x", None), ("0", None),
     ("1.2345", None), ("nan", None), ("-1", None)],
)  # fmt: skip
def test_how_many_is_read_as_people_type_it(typed, thousandths):
    assert read_quantity(typed) == thousandths
