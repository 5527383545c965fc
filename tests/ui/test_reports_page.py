"""The reports page as people use it: tabs, periods, filters, what is behind a figure."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from app.jobs import Ticket
from app.settings import CURRENCY, TIME_ZONE
from app.shapes.contacts import ContactForm
from tests.ui.sale_parts import sell
from ui.common.ask import AskDialog
from ui.common.widgets.stat_tile import Stat
from ui.reports.desk import Choices, ReportDesk
from ui.reports.page import ReportsPage
from ui.reports.period import RangeDialog
from ui.reports.spans import LAST_MONTH, MONTH, QUARTER, YEAR, span_of

LEFT = Qt.MouseButton.LeftButton
TAB, RIGHT, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Return


@pytest.fixture
def desk(core):
    return ReportDesk(
        core.reports,
        lambda: Choices(tags=("VIP",), staff=tuple((s.id, s.name) for s in core.staff.all())),
        lambda: core.shop_now().date(), lambda: core.settings.get(CURRENCY),
    )  # fmt: skip


@pytest.fixture
def selling(core, people):
    """A shop where two of three people bought."""
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    sell(core, people[0], 35_000, 20_000)
    sell(core, people[1], 24_000)
    sell(core, people[0], 11_000)


@pytest.fixture
def reports(qtbot, kit, desk, bridge, selling):
    page = ReportsPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    page.show()
    read(qtbot, page)
    return page


def read(qtbot, page):
    qtbot.waitUntil(lambda: page.board is not None and page.board.is_done, timeout=20_000)


def entry(menu, words):
    return next(a for a in menu.findChildren(QAction) if a.text() == words)


def has(menu, words):
    return any(action.text() == words for action in menu.findChildren(QAction))


def test_nothing_is_read_before_the_page_is_seen_nor_a_tab_before_it_is_chosen(
    qtbot, kit, desk, bridge, selling
):
    page = ReportsPage(kit, desk, bridge)
    qtbot.addWidget(page)
    assert not kit.runner.is_busy
    page.resize(1224, 844)
    page.show()
    read(qtbot, page)
    assert list(page.boards) == ["overview"]
    tiles = page.board.tiles
    assert "Revenue, ₩90,000" in tiles["revenue"].accessibleName()
    assert [r.key for r in page.reports()] == list(page.board.dashboard.reports)
    page.tabs.tabs["overview"].setFocus()
    qtbot.keyClick(page.tabs.tabs["overview"], RIGHT)
    read(qtbot, page)
    assert page.tabs.current == list(page.tabs.tabs)[1]
    assert page.tabs.tabs[page.tabs.current].hasFocus()


def test_the_cards_of_the_overview_are_where_the_picture_has_them(qtbot, reports):
    def place(key):
        card = reports.board.cards[key]
        at = card.mapTo(reports, QPoint(0, 0))
        return at.x(), at.y(), card.width(), card.height()

    expected = {
        "revenue_goal": (24, 184, 796, 284), "funnel": (836, 184, 364, 284),
        "rfm": (24, 484, 346, 392), "cohorts": (386, 484, 434, 392),
        "top_customers": (836, 484, 364, 188), "staff_sales": (836, 688, 364, 188),
    }  # fmt: skip
    reports.resize(1224, 900)
    qtbot.waitUntil(lambda: place("rfm")[3] == 392)
    for key, wanted in expected.items():
        assert all(abs(a - b) <= 2 for a, b in zip(place(key), wanted, strict=True)), key
    reports.resize(968, 640)
    qtbot.waitUntil(lambda: place("funnel")[1] > place("rfm")[1])
    assert place("revenue_goal")[2] == 2 * place("rfm")[2] + 16
    chart = reports.board.cards["revenue_goal"].body
    assert chart.height() >= 220


def test_tab_goes_from_card_to_card(qtbot, reports):
    cards = reports.board.cards
    qtbot.waitUntil(lambda: reports.board.is_drawn)
    reports.board.tiles["at_risk"].setFocus()
    wanted = [
        cards["revenue_goal"].more, cards["revenue_goal"].body, cards["funnel"].more,
        cards["rfm"].more, cards["cohorts"].body, cards["top_customers"].body,
    ]  # fmt: skip
    met = []
    for _step in range(40):
        qtbot.keyClick(reports.focusWidget(), TAB)
        met.append(reports.focusWidget())
    found = [met.index(widget) for widget in wanted if widget.isVisible()]
    assert found == sorted(found)
    assert len(found) >= 4


def test_what_is_behind_a_figure_adds_up_to_it_and_leads_on(qtbot, reports, people):
    tile = reports.board.tiles["revenue"]
    qtbot.mouseClick(tile, LEFT)
    dialog = reports.dialog
    qtbot.waitUntil(lambda: dialog.behind is not None)
    assert sum(line.amount for line in dialog.lines) == 90_000
    assert dialog.sum.text() == "3 sales, together ₩90,000"
    with qtbot.waitSignal(reports.row_asked) as asked:
        qtbot.keyClick(dialog.table, ENTER)
    assert asked.args == ["sales", dialog.lines[0].id]
    tops = reports.board.cards["top_customers"].body
    tops.setFocus()
    qtbot.keyClick(tops, Qt.Key.Key_Down)
    qtbot.keyClick(tops, ENTER)
    dialog = reports.dialog
    qtbot.waitUntil(lambda: dialog.behind is not None)
    assert sum(line.amount for line in dialog.lines) == 66_000
    dialog.reject()
    new = reports.board.tiles["new_customers"]
    qtbot.mouseClick(new, LEFT)
    dialog = reports.dialog
    qtbot.waitUntil(lambda: dialog.behind is not None)
    with qtbot.waitSignal(reports.people_asked) as asked:
        qtbot.mouseClick(dialog.people_button, LEFT)
    assert set(asked.args[0]) == set(people[:2])
    qtbot.mouseClick(new, LEFT)
    dialog = reports.dialog
    qtbot.waitUntil(lambda: dialog.behind is not None)
    assert dialog.table.isColumnHidden(2)  # each line is somebody: they are told once
    assert dialog.table.isColumnHidden(4)  # people have no amounts
    qtbot.mouseClick(dialog.list_button, LEFT)
    ask = dialog.findChild(AskDialog)
    with qtbot.waitSignal(reports.list_asked) as asked:
        qtbot.keyClick(ask.field, ENTER)
    assert asked.args[0] == dialog.heading.text()
    assert set(asked.args[1]) == set(people[:2])


def test_every_figure_of_every_tab_leads_somewhere(qtbot, reports):
    seen = []
    for door in (reports.tier_asked, reports.deals_asked):
        door.connect(lambda *_told: seen.append("elsewhere"))
    for key in list(reports.tabs.tabs):
        reports.show_tab(key)
        read(qtbot, reports)
        for tile in reports.board.tiles.values():
            before = len(seen)
            qtbot.mouseClick(tile, LEFT)
            if reports.dialog is not None:
                seen.append("dialog")
                reports.dialog.reject()
            assert len(seen) == before + 1, tile.accessibleName()


def test_a_chart_becomes_a_table_and_a_chart_again(qtbot, reports):
    card = reports.board.cards["revenue_goal"]
    entry(card.menu_of(), "Show as a table").trigger()
    model = card.body.report_model
    assert model.rowCount() >= 30
    entry(card.menu_of(), "Show as a chart").trigger()
    qtbot.waitUntil(lambda: bool(card.body.spots()))
    entry(card.menu_of(), "Show all rows…").trigger()
    assert reports.dialog.table.report is card.report
    reports.dialog.reject()


def test_other_days_and_another_comparison_are_asked_of_every_card(qtbot, reports):
    names = {n: span_of(n, reports.period.last) for n in (MONTH, LAST_MONTH, QUARTER, YEAR)}
    assert names[LAST_MONTH][1] < names[MONTH][0] <= names[MONTH][1]
    entry(reports.period.menu_of(), "This year").trigger()
    read(qtbot, reports)
    first = names[YEAR][0].isoformat()
    assert {report.ask.first for report in reports.reports()} == {first}
    entry(reports.period.menu_of(), "Compare with last year").trigger()
    read(qtbot, reports)
    assert {report.ask.compare for report in reports.reports()} == {"year"}
    reports.period.ask_days()
    dialog = reports.period.dialog
    assert isinstance(dialog, RangeDialog)
    dialog.first_field.show_day("2026-05-10")
    dialog.last_field.show_day("2026-05-01")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.problem.text() == "The last day is before the first."
    dialog.last_field.show_day("2026-05-20")
    qtbot.mouseClick(dialog.save_button, LEFT)
    read(qtbot, reports)
    assert reports.period.words() == "May 10 – May 20, 2026"
    assert {report.ask.last for report in reports.reports()} == {"2026-05-20"}


def test_a_filter_is_a_chip_that_can_be_taken_away(qtbot, core, reports):
    core.staff.add("이서연")
    qtbot.waitUntil(lambda: has(reports.filters.menu_of(), "이서연"))
    entry(reports.filters.menu_of(), "이서연").trigger()
    read(qtbot, reports)
    chip = reports.filters.chips["staff_id"]
    assert chip.isVisible()
    assert chip.text() == "Staff: 이서연"
    assert reports.board.tiles["revenue"].accessibleName().startswith("Revenue, ₩0")
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    read(qtbot, reports)
    assert not reports.filters.bar.isVisible()


def test_a_sale_elsewhere_is_read_once_the_page_is_seen(qtbot, core, reports, people):
    reports.hide()
    sell(core, people[2], 9_000)
    qtbot.wait(600)  # longer than changes are waited for
    assert "₩90,000" in reports.board.tiles["revenue"].accessibleName()
    reports.show()
    qtbot.waitUntil(lambda: "₩99,000" in reports.board.tiles["revenue"].accessibleName())


def test_what_is_shown_is_handed_to_who_writes_it(qtbot, reports):
    with qtbot.waitSignal(reports.pdf_asked) as asked:
        qtbot.mouseClick(reports.pdf_button, LEFT)
    assert asked.args[0] == reports.reports()
    with qtbot.waitSignal(reports.print_asked):
        reports.print_page()
    with qtbot.waitSignal(reports.monthly_asked):
        entry(reports.menu_of(), "Monthly report…").trigger()


def test_a_card_that_cannot_be_read_says_so_and_offers_to_try_again(qtbot, reports):
    period = reports.period
    good = period.first, period.last
    period.take_days(good[1], good[0])  # the wrong way round
    card = reports.board.cards["funnel"]
    qtbot.waitUntil(card.again.isVisible)
    assert card.says.isVisible()
    period.take_days(*good)
    qtbot.waitUntil(lambda: not card.again.isVisible())
    read(qtbot, reports)


def test_the_page_stands_in_the_navigation_and_leads_to_the_customers(qtbot, program):
    window, shop = program.window, program._shop
    page = shop.reporting.page
    sell(program.core, shop.contacts.model.id_at(0), 35_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.page() is page
    read(qtbot, page)
    qtbot.mouseClick(page.board.tiles["new_customers"], LEFT)
    dialog = page.dialog
    qtbot.waitUntil(lambda: dialog.behind is not None)
    qtbot.mouseClick(dialog.people_button, LEFT)
    assert window.page() is shop.contacts
    assert shop.contacts.model.checked() == [shop.contacts.model.id_at(0)]
    window.open_page_of(page)
    page.tier_asked.emit("at_risk")
    assert window.page() is shop.contacts
    assert shop.contacts.filters.filter().parts[0].values == ("at_risk",)


def test_days_without_sales_say_when_the_last_one_was_and_lead_there(qtbot, reports):
    reports.period.take_days(*(reports.period.first.replace(year=2020) for _end in range(2)))
    read(qtbot, reports)
    card = reports.board.cards["revenue_goal"]
    assert card.says.text() == "No sales in this period. The last sale was on May 12."
    assert card.says.isVisible()
    qtbot.waitUntil(lambda: card.is_drawn)
    assert not reports.board.cards["funnel"].nearest_button.isVisible()  # it is not of sales
    assert card.nearest_button.text() == "Show May 2026"
    qtbot.mouseClick(card.nearest_button, LEFT)
    read(qtbot, reports)
    assert reports.period.words() == "May 1 – May 12, 2026"
    assert not card.nearest_button.isVisible()
    assert "3 sales" in card.about.toolTip() + card.about.text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_focus_returns_to_what_opened_a_dialog(qtbot, reports):
    reports.activateWindow()
    qtbot.waitUntil(reports.isActiveWindow)
    for key in (Qt.Key.Key_Escape, ENTER):
        if (focused := reports.focusWidget()) is not None:
            focused.clearFocus()  # as for who clicks
        reports.period.ask_days()
        qtbot.keyClick(reports.period.dialog.first_field, key)
        qtbot.waitUntil(lambda: reports.period.dialog is None)
        read(qtbot, reports)
        qtbot.waitUntil(reports.period.hasFocus)
    tile = reports.board.tiles["revenue"]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reports.dialog is not None and reports.dialog.behind is not None)
    reports.dialog.close_button.click()
    qtbot.waitUntil(tile.hasFocus)


def test_a_figure_and_what_it_was_are_never_cut(qtbot, reports, kit):
    tiles = reports.board.tiles
    tile = tiles["revenue"]
    tile.show_stat(Stat("₩90,000", "18.6%", "vs 30 days before", rising=True))
    reports.resize(816, 700)
    qtbot.waitUntil(tile.needs_two_lines)
    assert kit.theme.metrics("caption").horizontalAdvance("vs 30 days before") <= tile.width() - 34
    tall = {each.height() for each in tiles.values()}
    assert tall == {tile.sizeHint().height()}
    reports.resize(1600, 844)
    qtbot.waitUntil(lambda: not tile.needs_two_lines())


def test_the_grid_of_customers_is_a_map_as_well(qtbot, core, reports, people):
    for number in range(12):
        contact_id = core.contacts.add(ContactForm(f"손님 {number}"))
        sell(core, contact_id, 10_000 * (number + 1))
    core.insight.recompute(Ticket())
    reports.reload()
    read(qtbot, reports)
    card = reports.board.cards["rfm"]
    qtbot.waitUntil(lambda: card.is_drawn and bool(card.body.spots()))
    cells = {(spot.row, spot.column) for spot in card.body.spots()}
    card.ways.setFocus()
    qtbot.keyClick(card.ways, RIGHT)
    assert card.ways.current == "map"
    qtbot.waitUntil(lambda: {(s.row, s.column) for s in card.body.spots()} < cells | {None})
    spots = card.body.spots()
    figures = [card.report.rows[spot.row].values[spot.column] for spot in spots]
    assert sum(figures) == sum(row.values[-1] for row in card.report.rows)
    largest = max(zip(spots, figures, strict=True), key=lambda one: one[0].width * one[0].height)
    assert largest[1] == max(figures)
    card.body.setFocus()
    qtbot.keyClick(card.body, Qt.Key.Key_Home)
    qtbot.keyClick(card.body, ENTER)
    assert card.cell_note.cell == (spots[0].row, spots[0].column)
    qtbot.mouseClick(card.cell_note.button, LEFT)
    qtbot.waitUntil(lambda: reports.dialog is not None and reports.dialog.behind is not None)
    title = reports.dialog.heading.text()
    assert title.endswith("spend, bought today")
    reports.dialog.reject()
