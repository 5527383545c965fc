"""A report is built, stands on the page and in the navigation, is changed and removed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from app.shapes.filters import Condition, Filter
from app.shapes.reports import ReportAsk, ReportPlan
from tests.ui.sale_parts import sell
from ui.reports.builder import ReportBuilder

ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
LONG = 20_000  # ms: the first chart brings its library along
ASK = ReportAsk(key="", first="2026-01-01", last="2026-05-12")


def wait(qtbot, happened):
    qtbot.waitUntil(happened, timeout=LONG)


def test_a_report_is_built_by_keys_changed_and_taken_away_again(qtbot, program):
    window, shop, core = program.window, program._shop, program.core
    page, rail = shop.reporting.page, shop.reporting.rail
    sell(core, shop.contacts.model.id_at(0), 35_000)
    window.open_page_of(page)
    wait(qtbot, lambda: page.board is not None)
    assert rail.items() == []

    QTest.keyClick(page, Qt.Key.Key_N, CONTROL)
    wait(qtbot, lambda: shop.reporting.builder is not None)
    builder = shop.reporting.builder
    wait(qtbot, lambda: builder.drawn.report is not None)
    assert builder.drawn.report.total[1] == 35_000
    QTest.keyClick(builder, ENTER, CONTROL)
    assert builder.problem.text() == "Give the report a name."
    QTest.keyClicks(builder.name, "By customer")
    QTest.keyClicks(builder.rows, "Cust")
    wait(qtbot, lambda: builder.drawn.report.columns[0].title == "Customer")
    QTest.keyClick(builder, ENTER, CONTROL)

    wait(qtbot, lambda: page.tabs.current == "own")
    [key] = page.boards["own"].cards
    card = page.boards["own"].cards[key]
    wait(qtbot, lambda: card.report is not None)
    assert card.report.title == "By customer"
    wait(qtbot, lambda: len(rail.items()) == 1)

    page.show_tab("overview")
    qtbot.mouseClick(rail.items()[0], Qt.MouseButton.LeftButton)
    wait(qtbot, lambda: page.tabs.current == "own")
    assert rail.items()[0].isChecked()
    window.open_page_of(shop.contacts)
    assert not rail.items()[0].isChecked()  # it is not in front any more
    window.open_page_of(page)
    entries = {action.text(): action for action in card.menu_of().findChildren(QAction)}
    entries["Change the report…"].trigger()
    wait(qtbot, lambda: shop.reporting.builder is not builder)
    again = shop.reporting.builder
    assert (again.name.text(), again.rows.currentText()) == ("By customer", "Customer")
    again.in_rail.setChecked(False)
    QTest.keyClick(again, ENTER, CONTROL)
    wait(qtbot, lambda: rail.items() == [])

    entries["Remove the report"].trigger()
    wait(qtbot, lambda: "own" not in page.tabs.tabs)
    assert core.own_reports.all() == []
    core.store.undo()
    wait(qtbot, lambda: "own" in page.tabs.tabs)


def test_the_builder_keeps_what_it_cannot_show_and_offers_what_fits(qtbot, kit, core):
    chosen = Filter((Condition("tag", "any_of", ("VIP",)), Condition("tier", "any_of", ("new",))))
    plan = ReportPlan(
        name="Tags", rows="product", columns="month", measure="revenue", chart="heat",
        filter=chosen.to_json(), in_rail=False,
    )  # fmt: skip
    kept = core.own_reports.get(core.own_reports.add(plan))
    dialog = ReportBuilder(
        kit, core.own_reports, core.reports, core.reports.choices("en"), [], ASK, kept
    )
    qtbot.addWidget(dialog)
    assert dialog.plan_now() == plan
    dialog.measure.setCurrentIndex(dialog.measure.findData("tasks_done"))
    assert dialog.rows.findData("product") < 0
    assert (dialog.rows.currentData(), dialog.columns.currentData()) == ("day", "month")
    dialog.columns.setCurrentIndex(dialog.columns.findData("day"))
    wait(qtbot, lambda: not dialog.save_button.isEnabled())
