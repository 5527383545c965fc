"""Files and people in fields of the shop's own: chosen, opened, replaced, removed; one or many."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.shapes.custom_fields import FieldForm
from tests.ui.contact_parts import focused, press
from tests.ui.test_bulk_dialog import choose
from tests.ui.test_contact_files import drop_on
from tests.ui.test_custom_fields import opened, page_of, popup_of  # noqa: F401 - a fixture
from ui.contacts.bulk_dialog import BulkDialog
from ui.contacts.choices import Choice
from ui.contacts.custom_person import PersonDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def contract(opened):  # noqa: F811
    form = FieldForm(kind="file", label_en="Contract", in_list=True)
    return opened.core.custom_fields.add(form)


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "계약서.txt"
    path.write_bytes(b"agreed\n")
    return path


def names(program, contact):
    return [value.name for value in program.core.custom_fields.of(contact)]


def answer(qtbot, parent, path):
    """Choose a file in the dialog that asks for one."""
    qtbot.waitUntil(lambda: parent.findChild(QFileDialog) is not None)
    asked = parent.findChild(QFileDialog)
    asked.selectFile(str(path))
    asked.accept()
    qtbot.waitUntil(lambda: not asked.isVisible())


def test_a_file_is_chosen_opened_replaced_and_removed_by_keys(
    qtbot, opened, people, contract, paper  # noqa: F811
):  # fmt: skip
    section = page_of(qtbot, opened, people[0])
    row = section.lines[contract]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row, Qt.Key.Key_Return)
    answer(qtbot, section, paper)
    qtbot.waitUntil(lambda: row.accessibleName() == "Contract: 계약서.txt")
    seen = []

    class Opener(QObject):
        @Slot(QUrl)
        def open(self, url):
            seen.append(url.toLocalFile())

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        QTest.keyClick(row, Qt.Key.Key_F2)
        QTest.keyClick(popup_of(qtbot), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(seen) == 1)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert seen[0].endswith("/계약서.txt")
    other = paper.with_name("연장.txt")
    other.write_bytes(b"prolonged")
    drop_on(row, other)
    qtbot.waitUntil(lambda: row.accessibleName() == "Contract: 연장.txt")
    QTest.keyClick(row, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: row.accessibleName() == "Contract: —")
    assert names(opened, people[0]) == []
    opened.core.history.undo()
    qtbot.waitUntil(lambda: row.accessibleName() == "Contract: 연장.txt")


def test_a_folder_dropped_on_the_line_is_refused_in_words(
    qtbot, opened, people, contract, tmp_path  # noqa: F811
):  # fmt: skip
    section = page_of(qtbot, opened, people[0])
    with qtbot.waitSignal(opened.kit.runner.failed):
        drop_on(section.lines[contract], tmp_path)
    assert names(opened, people[0]) == []


def test_the_name_of_the_file_is_a_column_of_the_list(
    qtbot, opened, people, contract, paper  # noqa: F811
):  # fmt: skip
    page, key = opened.window.page(), f"custom:{contract}"
    opened.core.files.put_in_field(people[:1], contract, paper)
    qtbot.waitUntil(lambda: key in page.model.layout.offered())
    page._pane.choose_columns((*page.model.layout.chosen, key))
    place = page.model.number_of(key)
    qtbot.waitUntil(lambda: page.model.index(0, place).data() == "계약서.txt")


@pytest.fixture
def bulk(qtbot, core, kit, people):
    def show():
        known = Choice((), (), ())
        dialog = BulkDialog(kit, core.bulk, core.contacts, people, known, lambda: "KRW")
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: focused() is dialog.field)
        return dialog

    return show


def to_the_button(qtbot, dialog):
    for _ in range(8):
        if focused() is dialog.value.button:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(focused())


def test_many_get_a_file_by_keys_and_the_summary_is_told_before(qtbot, core, people, bulk, paper):
    field = core.custom_fields.add(FieldForm(kind="file", label_en="Contract"))
    dialog = bulk()
    choose(qtbot, dialog, f"custom:{field}")
    to_the_button(qtbot, dialog)
    assert not dialog.save_button.isEnabled()
    press(qtbot, Qt.Key.Key_Space)
    answer(qtbot, dialog, paper)
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("Changes 3 of 3"))
    assert dialog.examples.text().splitlines()[0] == "김민지: — → 계약서.txt"
    dialog.activateWindow()
    qtbot.waitUntil(lambda: focused() is not None and focused().window() is dialog)
    dialog.value.focus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(core.custom_fields.of(i) for i in people))


def test_many_get_a_person_who_is_found_by_typing(qtbot, core, people, bulk):
    field = core.custom_fields.add(FieldForm(kind="person", label_en="Sent by"))
    dialog = bulk()
    choose(qtbot, dialog, f"custom:{field}")
    to_the_button(qtbot, dialog)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.findChild(PersonDialog) is not None)
    asked = dialog.findChild(PersonDialog)
    qtbot.waitUntil(asked.isVisible)
    QTest.keyClicks(asked.search._field, "0002")
    qtbot.waitUntil(lambda: asked.found.count() == 1)
    QTest.keyClick(asked.search._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.examples.text().startswith("김민지: — → 이하은"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: all(core.custom_fields.of(i) for i in people))
    assert QApplication.activePopupWidget() is None
