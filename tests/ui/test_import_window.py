"""A file dropped on the window: planned, imported, taken back, or refused with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.ui.wizard_parts import drop, planned
from ui.contacts.page import ContactsPage
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.sample_files import write_korean_csv, write_workbook

ROWS = 20


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "고객명단.xlsx"
    write_workbook(path, ROWS)
    return path


def test_a_dropped_file_shows_its_plan_and_nothing_is_saved(qtbot, program, workbook):
    plan = planned(qtbot, program, workbook)
    combos = {c.accessibleName(): c.currentData() for c in plan.findChildren(QComboBox)}
    assert combos["성함 goes to"] == "name"
    assert combos["휴대폰 goes to"] == "phone.mobile"
    assert plan.strip.facts_label.text() == "Sheet “고객”, 20 rows, 9 columns"
    assert "Nothing is saved yet" in plan.outcome.note.findChildren(type(plan.heading))[1].text()
    assert plan.outcome.count_of("added") + plan.outcome.count_of("problems") == ROWS
    assert program.core.contacts.count() == 3


def test_an_accepted_plan_runs_and_one_click_takes_it_back(qtbot, program, workbook):
    plan = planned(qtbot, program, workbook)
    page = program.window.findChild(ContactsPage)
    plan.import_button.click()
    qtbot.waitUntil(lambda: program.window.findChild(ResultPage) is not None, timeout=20_000)
    result = program.window.findChild(ResultPage)
    added = int(result.counts["added"].shown)
    assert added > 15
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 + added, timeout=20_000)
    qtbot.mouseClick(result.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=20_000)


def test_a_cancelled_plan_leaves_everything_as_it_was(qtbot, program, workbook):
    plan = planned(qtbot, program, workbook)
    qtbot.keyClick(plan, Qt.Key.Key_Escape)
    assert program.window.page() is not None
    assert program.core.contacts.count() == 3


def test_another_field_for_a_column_is_planned_anew(qtbot, program, workbook):
    plan = planned(qtbot, program, workbook)
    combo = next(c for c in plan.findChildren(QComboBox) if c.accessibleName() == "비고 goes to")
    place = combo.findData("ignore")
    with qtbot.waitSignal(plan.wanted):
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
    qtbot.waitUntil(lambda: plan.prepared.mapping.columns[8].target == "ignore", timeout=20_000)


def test_a_korean_csv_tells_its_encoding(qtbot, program, tmp_path):
    path = tmp_path / "명단.csv"
    write_korean_csv(path, ROWS)
    plan = planned(qtbot, program, path)
    assert plan.strip.encoding.currentData() == "cp949"
    assert plan.strip.encoding.isVisible()
    assert not plan.strip.sheet.isVisible()


def test_a_file_that_is_no_table_says_why(qtbot, program, tmp_path):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    drop(program.window, path)
    plan = program.window.findChild(PlanPage)
    qtbot.waitUntil(lambda: plan.body.currentWidget() is plan.trouble)
    assert not plan.import_button.isEnabled()
