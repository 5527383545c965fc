"""The imports until now: what each brought, and the way back."""

import csv

import pytest
from PySide6.QtCore import Qt

from app.jobs import Ticket
from app.shapes.imports import ImportRequest
from tests.ui.wizard_parts import WAIT
from ui.common.kept import KeptDialog
from ui.exchange.history_page import ImportHistoryPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bring_in(core, tmp_path):
    def bring_in(name, *rows):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("이름", "휴대폰"), *rows])
        prepared = core.imports.prepare(ImportRequest(path=path), Ticket())
        return core.imports.run(prepared, Ticket())

    return bring_in


@pytest.fixture
def page(qtbot, core, kit, bridge):
    page = ImportHistoryPage(kit, core.imports, core.history, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 800)
    return page


def test_an_empty_history_offers_an_import(qtbot, page):
    page.show()
    qtbot.waitUntil(lambda: page.body.currentIndex() == 0)
    with qtbot.waitSignal(page.import_asked):
        qtbot.mouseClick(page.empty._action, LEFT)


def test_imports_are_listed_with_counts_columns_and_rows(qtbot, page, bring_in):
    bring_in("첫째.csv", ("김민지", "010-0142-3377"))
    bring_in("둘째.csv", ("이하은", "010-0103-3392"), ("박가", "010-0142-3377"))
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.model.index(0, 0).data() == "둘째.csv"
    qtbot.waitUntil(lambda: page.rows_model.rowCount() == 1)
    assert "another name" in page.rows_model.index(0, 2).data()
    assert page.counts["added"].shown == "1"
    assert "휴대폰 → Mobile phone" in page.columns_label.text()
    qtbot.mouseClick(page.counts["added"], LEFT)
    qtbot.waitUntil(lambda: page.rows_model.index(0, 1).data() == "이하은")
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.rows_model.index(0, 1).data() == "김민지")


def test_an_import_is_undone_from_its_history(qtbot, core, page, bring_in):
    report = bring_in("첫째.csv", ("김민지", "010-0142-3377"))
    page.undo_asked.connect(core.history.undo)
    page.show()
    qtbot.waitUntil(page.undo_button.isEnabled)
    with qtbot.waitSignal(page.undo_asked) as asked:
        qtbot.mouseClick(page.undo_button, LEFT)
    assert asked.args == [report.change_set]
    qtbot.waitUntil(lambda: page.model.index(0, 5).data() == "Undone")
    assert not page.undo_button.isEnabled()
    assert core.contacts.count() == 0


def test_an_undo_from_the_history_tells_what_has_changed_since(qtbot, core, page, bring_in):
    bring_in("첫째.csv", ("김민지", "010-0142-3377"), ("이하은", "010-0103-3392"))
    kept = core.contacts.find("김민지").contacts[0].id
    core.contacts.edit(kept, "company", "한빛")
    page.undo_asked.connect(core.history.undo)
    page.show()
    qtbot.waitUntil(page.undo_button.isEnabled, timeout=WAIT)
    qtbot.mouseClick(page.undo_button, LEFT)
    qtbot.waitUntil(lambda: page.findChild(KeptDialog) is not None, timeout=WAIT)
    dialog = page.findChild(KeptDialog)
    assert [line.partition(",")[0] for line in dialog.lines][:1] == ["김민지"]
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: page.findChild(KeptDialog) is None, timeout=WAIT)
    assert core.contacts.count() == 2
    qtbot.mouseClick(page.undo_button, LEFT)
    qtbot.waitUntil(lambda: page.findChild(KeptDialog) is not None, timeout=WAIT)
    qtbot.mouseClick(page.findChild(KeptDialog).undo_button, LEFT)
    qtbot.waitUntil(lambda: core.contacts.count() == 1, timeout=WAIT)
    assert core.contacts.find("김민지").contacts[0].id == kept
    qtbot.waitUntil(lambda: page.model.index(0, 5).data() == "Undone", timeout=WAIT)
