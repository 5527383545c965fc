"""A file of sales in the wizard: known by its columns, or chosen; counted, brought in, undone."""

import pytest
from PySide6.QtCore import Qt

from app.shapes.sales import SaleFilter
from tests.sale_files import shopify, smartstore, write_shopify, write_smartstore
from tests.ui.wizard_parts import WAIT, drop, plan_of, result_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def of_sales(qtbot, program, path):
    """Drop a file; its plan as one of sales, ready to import."""
    program.window.activateWindow()
    drop(program.window, path)
    qtbot.waitUntil(lambda: plan_of(program) and plan_of(program).kind == "sales", timeout=WAIT)
    plan = plan_of(program)
    qtbot.waitUntil(lambda: plan.report is not None, timeout=WAIT)
    return plan


def count(program):
    return program.core.sale_lists.count(SaleFilter())


def test_orders_of_a_market_are_known_and_brought_in_as_sales(qtbot, program, tmp_path):
    path = write_smartstore(tmp_path / "주문.xlsx", smartstore(12))
    plan = of_sales(qtbot, program, path)
    assert plan.kinds.current == "sales"
    assert plan.heading.text() == "Import purchases"
    assert plan.outcome.count_of("added") == 12
    assert plan.import_button.text() == "Import 12 sales"
    plan.import_button.click()
    qtbot.waitUntil(lambda: result_of(program) is not None, timeout=WAIT)
    result = result_of(program)
    assert result.title.text() == "12 sales came in"
    assert count(program) == 12
    result.undo_button.click()
    qtbot.waitUntil(lambda: count(program) == 0, timeout=WAIT)


def test_the_same_orders_again_are_nothing_new(qtbot, program, tmp_path):
    path = write_shopify(tmp_path / "orders.csv", shopify(6))
    plan = of_sales(qtbot, program, path)
    plan.import_button.click()
    qtbot.waitUntil(lambda: result_of(program) is not None, timeout=WAIT)
    result_of(program).closed.emit()
    qtbot.waitUntil(lambda: result_of(program) is None, timeout=WAIT)
    again = of_sales(qtbot, program, path)
    assert again.outcome.count_of("same") == 6
    assert not again.import_button.isEnabled()


def test_any_sheet_becomes_sales_by_the_switch_and_back(qtbot, program, tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_text(
        "Kunde,Telefon,Tag,Betrag\n김민지,010-0100-0000,2026-05-01,35000\n", encoding="utf-8"
    )
    program.window.activateWindow()
    drop(program.window, path)
    qtbot.waitUntil(lambda: plan_of(program) and plan_of(program).prepared, timeout=WAIT)
    assert plan_of(program).kind == "people"
    plan_of(program).kinds._segments["people"].setFocus()
    qtbot.keyClick(plan_of(program).kinds._segments["people"], Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: plan_of(program).kind == "sales", timeout=WAIT)
    plan = plan_of(program)
    qtbot.waitUntil(lambda: plan.prepared is not None, timeout=WAIT)
    for header, target in (
        ("Kunde", "buyer.name"), ("Telefon", "buyer.phone"), ("Tag", "sale.date"),
        ("Betrag", "sale.total"),
    ):  # fmt: skip
        match = next(c for c in plan.prepared.mapping.columns if c.header == header)
        plan.columns.target_chosen.emit(match, target)
        qtbot.waitUntil(
            lambda header=header, target=target: any(
                c.header == header and c.target == target for c in plan.prepared.mapping.columns
            ),
            timeout=WAIT,
        )
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    assert plan.outcome.count_of("added") == 1
    plan.import_button.click()
    qtbot.waitUntil(lambda: count(program) == 1, timeout=WAIT)
    [row] = program.core.sale_lists.page(SaleFilter(), offset=0, limit=5)
    assert (row.contact, row.total, row.sold_on) == ("김민지", 35_000, "2026-05-01")
