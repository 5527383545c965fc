"""The sales page: its list, what is done with a sale, totals, what is owed, the day's end."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shapes.sales import LineForm, SaleForm
from tests.ui.contact_parts import focused, press, write
from tests.ui.sale_parts import PEONY, ROSE, make_products, sales, sell, till_of
from ui.common.row_delegate import ROW_ROLE
from ui.sales.page import SalesPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def products(core):
    return make_products(core)


@pytest.fixture
def page(qtbot, core, kit, bridge):
    page = SalesPage(kit, till_of(core), bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    return page


@pytest.fixture
def shown(qtbot, page):
    """Opens the page and waits until its list is read."""

    def show(count):
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.list.is_read)
        qtbot.waitUntil(lambda: page.list.model.rowCount() == count)
        return page

    return show


def told(page, line):
    """Return a row as it is read aloud."""
    return page.list.model.look(page.list.model.row_at(line)).sentence


def select(page, line):
    page.list.table.selectRow(line)
    return page.list.panel


def dialog_of(qtbot, page):
    dialog = page.list.acts.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_the_month_is_listed_newest_first_with_what_it_comes_to(core, clock, people, shown):
    sell(core, people[0], 35_000)
    clock.move(minutes=1)
    sell(core, people[1], 20_000, 5_000, method=None)
    page = shown(2)
    assert "박서준, 꽃 and 1 more, ₩25,000, Unpaid, ₩25,000 owed" in told(page, 0)
    assert "김민지, 꽃, ₩35,000, Paid" in told(page, 1)
    summary = page.list.summary
    assert summary.total.value.text() == "₩60,000"
    assert summary.count.value.text() == "2"
    assert summary.owed.value.text() == "₩25,000"
    today = next(day for day in summary.bars.totals if day.total)
    assert (today.count, today.total) == (2, 60_000)


def test_before_any_sale_the_page_says_what_it_is_for_and_n_records_one(qtbot, shown):
    page = shown(0)
    assert page.list.stack.currentWidget() is page.list.empty
    asked = []
    page.sell_asked.connect(lambda: asked.append(1))
    page.make_new()
    assert asked


def test_a_month_without_a_sale_leads_to_any_time(qtbot, core, clock, people, shown):
    sell(core, people[0], 35_000, sold_at=clock() - timedelta(days=90))
    page = shown(0)
    assert page.list.stack.currentWidget() is page.list.nothing
    page.list.nothing.acted.emit()
    qtbot.waitUntil(lambda: page.list.stack.currentWidget() is page.list.table)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_in_a_small_window_no_total_is_cut_or_out_of_sight(
    qtbot, core, kit, people, shown, page, scale
):
    sell(core, people[0], 123_456_789)
    page.resize(968, 640)
    shown(1)
    kit.theme.use(text_scale=scale)
    page.list.fit(page.width())
    page.show_view("totals")
    qtbot.waitUntil(lambda: page.totals.model.rowCount() == 1)
    for view in (page.totals, page.list):
        page.stack.setCurrentWidget(view)
        qtbot.waitUntil(lambda view=view: view.table.horizontalScrollBar().maximum() == 0)
    summary = page.list.summary
    figures = (summary.total, summary.count, summary.average, summary.owed)

    def is_whole(figure):
        return figure.value.width() >= figure.value.sizeHint().width()

    qtbot.waitUntil(lambda: all(is_whole(each) for each in figures if each.isVisible()))


def test_chips_and_search_narrow_the_list(qtbot, core, people, products, shown):
    core.sales.sell(SaleForm((LineForm(35_000, products[ROSE]),), people[0], channel="매장"))
    core.sales.sell(SaleForm((LineForm(20_000, products[PEONY]),), people[1], channel="전화"))
    page = shown(2)
    filters, model = page.list.filters, page.list.model
    page.start_search()
    write(qtbot, "작약")
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert "박서준" in told(page, 0)
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    filters._put(channel="매장")
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert filters.channel_chip.active
    filters.channel_chip.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    QTest.mouseClick(filters.owed_chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filters.wanted.owed)
    assert model.rowCount() == 2
    page.list.nothing.followed.emit()
    qtbot.waitUntil(lambda: not filters.is_narrowed)


def test_arrows_go_from_month_to_month(qtbot, core, clock, people, shown):
    sell(core, people[0], 10_000)
    before = clock() - timedelta(days=40)
    sell(core, people[0], 20_000, sold_at=before)
    page = shown(1)
    for _month in range(2):
        QTest.mouseClick(page.list.filters.back_button, Qt.MouseButton.LeftButton)
        qtbot.wait(20)
        if page.list.filters.wanted.first[:7] == before.date().isoformat()[:7]:
            break
    qtbot.waitUntil(lambda: page.list.summary.total.value.text() == "₩20,000")


def test_p_takes_a_payment(qtbot, core, people, shown):
    sell(core, people[0], 35_000, method=None)
    page = shown(1)
    select(page, 0)
    page.list.table.setFocus()
    press(qtbot, Qt.Key.Key_P)
    dialog = dialog_of(qtbot, page)
    assert dialog.amount.text() == "35,000"
    write(qtbot, "20000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sales(core)[0].owed == 15_000)
    qtbot.waitUntil(lambda: page.list.panel.detail.row.owed == 15_000)
    assert sales(core)[0].status == "partial"


def test_a_sale_stays_selected_when_the_list_is_read_again(qtbot, core, people, shown):
    for amount in (1_000, 2_000, 3_000):
        sell(core, people[0], amount)
    page = shown(3)
    panel = select(page, 1)
    chosen = panel.detail.row.id
    sell(core, people[1], 4_000)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 4)
    qtbot.waitUntil(lambda: page.list.sale_id == chosen)
    assert page.list.table.currentIndex().row() == 2


def test_more_than_is_owed_is_refused_in_the_dialog(qtbot, core, people, shown):
    sell(core, people[0], 35_000, method=None)
    page = shown(1)
    select(page, 0)
    page.list.panel.pay_button.click()
    dialog = dialog_of(qtbot, page)
    write(qtbot, "40000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.problem.text() == "That is more than is owed.")
    write(qtbot, "x")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "This is not an amount of money."
    assert dialog.isVisible()
    dialog.reject()


def test_r_gives_some_lines_back(qtbot, core, people, shown):
    sale_id = sell(core, people[0], 35_000, 20_000)
    page = shown(1)
    select(page, 0)
    page.list.table.setFocus()
    press(qtbot, Qt.Key.Key_R)
    dialog = dialog_of(qtbot, page)
    press(qtbot, Qt.Key.Key_Space)  # not the first line
    assert not dialog.lines[0].check.isChecked()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: core.sale_lists.detail(sale_id).row.refunded == 20_000)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)
    refund = next(row for row in sales(core) if row.status == "refund")
    assert refund.total == -20_000
    back = [p for p in core.sale_lists.detail(sale_id).payments if p.amount < 0]
    assert [(p.amount, p.method) for p in back] == [(-20_000, "card")]


def test_no_more_than_was_sold_can_be_typed_into_a_refund(qtbot, core, people, shown):
    sell(core, people[0], 35_000)
    page = shown(1)
    select(page, 0)
    page.list.panel.refund_asked.emit()
    dialog = dialog_of(qtbot, page)
    dialog.lines[0].quantity.setFocus()
    dialog.lines[0].quantity.selectAll()
    write(qtbot, "3")
    press(qtbot, Qt.Key.Key_Return)
    assert "At most 1" in dialog.problem.text()
    dialog.lines[0].check.setChecked(False)
    dialog.accept()
    assert dialog.problem.text() == "Check at least one line."
    dialog.reject()


def test_x_hands_over_what_is_exchanged(qtbot, core, people, shown):
    sell(core, people[0], 35_000)
    page = shown(1)
    asked = []
    page.exchanged.connect(lambda detail, lines: asked.append((detail, lines)))
    select(page, 0)
    page.list.table.setFocus()
    press(qtbot, Qt.Key.Key_X)
    dialog_of(qtbot, page).save_button.click()
    [(detail, lines)] = asked
    assert lines == {detail.lines[0].id: 1000}


def test_recipient_and_card_text_are_kept_with_the_sale(qtbot, core, people, shown):
    sale_id = sell(core, people[0], 35_000)
    page = shown(1)
    select(page, 0)
    page.list.table.setFocus()
    press(qtbot, Qt.Key.Key_D)
    dialog = dialog_of(qtbot, page)
    write(qtbot, "Han Jiu")
    dialog.card.setPlainText("생일 축하해요\n늘 고마워요")
    dialog.due.setText("2026-13-40")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    assert focused() is dialog.due
    dialog.due.setText("2026-05-16 15:00")
    dialog.accept()
    qtbot.waitUntil(lambda: core.sale_lists.detail(sale_id).recipient_name == "Han Jiu")
    detail = core.sale_lists.detail(sale_id)
    assert detail.row.due_at == "2026-05-16T15:00"
    assert detail.card_text == "생일 축하해요\n늘 고마워요"
    qtbot.waitUntil(page.list.panel.given.isVisible)


def test_a_sale_is_cancelled_and_what_was_paid_goes_back(qtbot, core, people, shown):
    sale_id = sell(core, people[0], 35_000)
    page = shown(1)
    select(page, 0)
    page.list.panel.cancel_action.trigger()
    qtbot.waitUntil(lambda: core.sale_lists.detail(sale_id).row.status == "cancelled")
    assert sum(p.amount for p in core.sale_lists.detail(sale_id).payments) == 0
    core.store.undo()
    qtbot.waitUntil(lambda: page.list.panel.detail.row.status == "paid")


def test_delete_puts_a_sale_into_the_trash_and_undo_brings_it_back(qtbot, core, people, shown):
    sell(core, people[0], 35_000)
    page = shown(1)
    select(page, 0)
    page.list.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)
    assert page.list.panel.detail is None
    core.store.undo()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)


def test_totals_by_product_category_and_month(qtbot, core, people, products, shown):
    core.sales.sell(SaleForm((LineForm(35_000, products[ROSE], quantity=2000),), people[0]))
    core.sales.sell(SaleForm((LineForm(20_000, products[PEONY]),), people[1]))
    page = shown(2)
    page.show_view("totals")
    totals = page.totals
    qtbot.waitUntil(lambda: totals.model.rowCount() == 2)
    first = totals.model.index(0, 0).data(ROW_ROLE).sentence
    assert first == f"{ROSE}, ₩70,000, 78%"
    assert totals.sum_label.text() == "In all: ₩90,000"
    totals.by.setFocus()
    totals.by._segments["product"].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "꽃다발" in totals.model.index(0, 0).data(ROW_ROLE).sentence)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: totals.model.rowCount() == 1)
    totals.table.setFocus()
    totals.table.selectRow(0)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view == "list")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)


def test_who_owes_what_is_paid_from_there(qtbot, core, clock, people, shown):
    sell(core, people[0], 30_000, method=None, sold_at=clock() - timedelta(days=45))
    sell(core, people[0], 10_000, method=None)
    sell(core, people[1], 5_000, method=None)
    page = shown(len(sales(core, first=clock().date().replace(day=1).isoformat())))
    page.show_view("owed")
    owed = page.owed
    qtbot.waitUntil(lambda: owed.model.rowCount() == 2)
    assert owed.model.rows[0].ageing == (10_000, 30_000, 0, 0)
    owed.table.setFocus()
    owed.table.selectRow(0)
    press(qtbot, Qt.Key.Key_P)
    dialog_of(qtbot, page)
    write(qtbot, "35000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [r.owed for r in core.sale_lists.receivables()] == [5_000, 5_000])
    qtbot.waitUntil(lambda: {row.owed for row in owed.model.rows} == {5_000})


def test_a_day_is_counted_closed_and_opened_again(qtbot, core, clock, people, shown):
    sell(core, people[0], 30_000, method="cash")
    sell(core, people[0], 20_000, method="card")
    page = shown(2)
    page.show_view("close")
    view = page.close_view
    qtbot.waitUntil(lambda: len(view.lines) == 3 and view.lines[0].field.isVisible())
    cash = view.lines[0]
    assert (cash.method, cash.expected) == ("cash", 30_000)
    cash.field.setFocus()
    cash.field.selectAll()
    write(qtbot, "29000")
    assert cash.difference.text() == "−₩1,000"
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is view.lines[1].field
    view.note.setFocus()
    write(qtbot, "change")
    press(qtbot, Qt.Key.Key_Return)
    day = clock().astimezone().date().isoformat()
    qtbot.waitUntil(lambda: core.day_closes.of(day) is not None)
    closed = core.day_closes.of(day)
    assert next((c.method, c.difference) for c in closed.counts) == ("cash", -1_000)
    qtbot.waitUntil(view.reopen_button.isVisible)
    view.reopen_button.click()
    qtbot.waitUntil(lambda: core.day_closes.of(day) is None)


def test_every_view_speaks_the_language_of_the_window(qtbot, core, kit, people, shown):
    sell(core, people[0], 30_000, method=None)
    page = shown(1)
    select(page, 0)
    for view in ("totals", "owed", "close", "list"):
        page.show_view(view)
        kit.language.use("ko")
        kit.language.use("en")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
