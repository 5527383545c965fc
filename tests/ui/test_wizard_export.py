"""Contacts taken out as a file: whom, which columns, and back in as the same people."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.jobs import Ticket
from app.shapes.imports import ImportRequest
from ui.exchange.export_dialog import ExportDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def dialog(core, kit, people, window):
    dialog = ExportDialog(kit, core.exports, people[:2], window)
    dialog.opens.setChecked(False)  # no file manager in a test
    dialog.show()
    return dialog


def written(qtbot, dialog, path):
    with qtbot.waitSignal(dialog.exported, timeout=20_000) as done:
        dialog.save_as(path)
    return done.args


def test_the_chosen_contacts_are_offered_first_and_written(qtbot, dialog, tmp_path):
    assert dialog.whom["selection"].isChecked()
    assert not dialog.whom["list"].isVisible()
    count, file = written(qtbot, dialog, tmp_path / "고객")
    assert (count, file.name) == (2, "고객.xlsx")
    rows = list(load_workbook(file).active.iter_rows(values_only=True))
    assert len(rows) == 3


def test_all_contacts_without_the_columns_left_out(qtbot, dialog, tmp_path):
    qtbot.mouseClick(dialog.whom["all"], LEFT)
    for part in ("phone", "note", "history"):
        qtbot.mouseClick(dialog.columns[part], LEFT)
    qtbot.mouseClick(dialog.formats["exact"], LEFT)
    assert dialog.note.isVisible()
    count, file = written(qtbot, dialog, tmp_path / "all.csv")
    text = file.read_text(encoding="utf-8")
    assert count == 3
    assert "김민지" in text
    assert "010-0100-0000" not in text


def test_the_choices_are_remembered(qtbot, dialog, core, kit, window, tmp_path):
    qtbot.mouseClick(dialog.formats["csv"], LEFT)
    qtbot.mouseClick(dialog.columns["tag"], LEFT)
    written(qtbot, dialog, tmp_path / "a.csv")
    again = ExportDialog(kit, core.exports, None, window)
    assert again.format == "csv"
    assert not again.columns["tag"].isChecked()
    assert again.columns["phone"].isChecked()
    assert again.whom["all"].isChecked()
    assert not again.opens.isChecked()


def test_the_button_asks_where_to(qtbot, dialog):
    qtbot.mouseClick(dialog.save_button, LEFT)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert asked.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    asked.close()


def test_a_file_without_some_columns_reads_back_as_the_same_people(qtbot, dialog, core, tmp_path):
    qtbot.mouseClick(dialog.columns["address"], LEFT)
    _count, file = written(qtbot, dialog, tmp_path / "a.xlsx")
    prepared = core.imports.prepare(ImportRequest(path=file), Ticket())
    report = core.imports.rehearse(prepared, Ticket())
    assert (report.read, report.same) == (2, 2)
