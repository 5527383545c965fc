"""The shop's file held by another program: what was typed says so, waits, and is never lost."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from db import database
from tests.ui.contact_parts import CONTROL, focused, press, rows_of, write
from ui.contacts.new_contact import NewContactDialog
from ui.contacts.quick_log import QuickLog
from ui.contacts.table import NAME

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BUSY = "Another program is writing to the shop's file."


@pytest.fixture
def soon_given_up(monkeypatch):
    """A writer waits for less than the five seconds of every day, but longer than patience."""
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 1200)


@pytest.fixture
def holder(soon_given_up, program, shop):
    """Another program at the file; begin() holds it, commit() lets it go."""
    with closing(sqlite3.connect(shop, isolation_level=None)) as other:

        class Holder:
            def begin(self):
                other.execute("BEGIN IMMEDIATE")

            def commit(self):
                other.execute("COMMIT")

        yield Holder()


@pytest.fixture
def window(qtbot, holder, program):
    window = program.window
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    qtbot.waitUntil(lambda: window.page().detail.contact_id is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.page().table.setFocus()
    qtbot.waitUntil(window.page().table.hasFocus)
    return window


def name_cell(page):
    look = page.model.look(page.model.row_at(0))
    return look.cells[NAME]


def test_a_cell_says_saving_then_a_sentence_and_the_name_is_in_the_editor_again(
    qtbot, holder, program, window, people
):
    page, toast = window.page(), window.toast
    holder.begin()
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, "Kim Minji")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name_cell(page).name == "Kim Minji")
    qtbot.waitUntil(lambda: name_cell(page).hint == "Saving…")
    qtbot.waitUntil(lambda: toast.text.startswith(BUSY), timeout=15_000)
    holder.commit()
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    assert focused().text() == "Kim Minji"
    assert name_cell(page).name == "김민지"
    press(qtbot, Qt.Key.Key_Return)
    contacts = program.core.contacts
    qtbot.waitUntil(lambda: contacts.rows(people)[people[0]].name == "Kim Minji")
    qtbot.waitUntil(lambda: name_cell(page).hint == "")


def test_escape_after_a_refusal_leaves_the_name_alone(qtbot, holder, window):
    page = window.page()
    holder.begin()
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, "Kim Minji")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name_cell(page).name == "Kim Minji")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit), timeout=15_000)
    holder.commit()
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.hasFocus)
    press(qtbot, Qt.Key.Key_F2)
    assert focused().text() == "김민지"
    press(qtbot, Qt.Key.Key_Escape)


def test_a_field_of_the_panel_says_saving_and_comes_back_as_it_was_typed(
    qtbot, holder, program, window, people
):
    panel, toast = window.page().detail, window.toast
    row = rows_of(panel)["Company"]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    holder.begin()
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Spring")
    press(qtbot, Qt.Key.Key_Return)
    assert row.accessibleName() == "Company: Spring"
    qtbot.waitUntil(lambda: row._saving.isVisible() and row._saving.text() == "Saving…")
    qtbot.waitUntil(lambda: toast.text.startswith(BUSY), timeout=15_000)
    holder.commit()
    qtbot.waitUntil(lambda: row.is_open)
    assert focused().text() == "Spring"
    assert row.accessibleName() == "Company: —"
    press(qtbot, Qt.Key.Key_Return)
    contacts = program.core.contacts
    qtbot.waitUntil(lambda: contacts.detail(people[0]).values["company"] == "Spring")
    qtbot.waitUntil(lambda: not row.is_waiting and row._saving.isHidden())


def test_a_note_comes_back_into_the_composer(qtbot, holder, program, window, people):
    panel, toast = window.page().detail, window.toast
    panel.start_note()
    write(qtbot, "Likes peonies")
    holder.begin()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: toast.text.startswith(BUSY), timeout=15_000)
    holder.commit()
    composer = panel.story.composer
    assert composer.isVisible()
    assert composer.text.toPlainText() == "Likes peonies"
    composer.submit()
    timeline = program.core.interactions.timeline
    qtbot.waitUntil(lambda: [e.body for e in timeline(people[0])] == ["Likes peonies"])


def test_a_new_contact_is_asked_for_again_as_it_was_typed(qtbot, holder, program, window):
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), NewContactDialog))
    write(qtbot, "Choi Yujin")
    first = QApplication.activeWindow()
    first.note.setPlainText("Likes peonies")
    first.tags.setText("VIP, wedding")
    form = first.form()
    holder.begin()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.toast.text.startswith(BUSY), timeout=15_000)
    holder.commit()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), NewContactDialog))
    again = QApplication.activeWindow()
    assert again.form() == form
    again.accept()
    qtbot.waitUntil(lambda: program.core.contacts.count() == 4)


def test_the_quick_log_stays_open_and_says_why(qtbot, holder, program, window, people):
    press(qtbot, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QuickLog))
    log = QApplication.activeWindow()
    write(qtbot, "Wants peonies")
    holder.begin()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: log.problem.text().startswith(BUSY), timeout=15_000)
    holder.commit()
    assert log.isVisible()
    assert log.text.text() == "Wants peonies"
    log.accept()
    timeline = program.core.interactions.timeline
    qtbot.waitUntil(lambda: [e.body for e in timeline(people[0])] == ["Wants peonies"])
    # Once it closes it goes for good.
    qtbot.waitUntil(lambda: not isValid(log) or not log.isVisible())


def test_a_name_typed_for_a_contact_trashed_meanwhile_is_told_with_the_sentence(
    qtbot, program, window, people
):
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, "Kim Minji")
    # The writer of the name waits until whoever came before it has trashed the contact.
    with program.core.store.action("trash_contacts", count=1) as unit:
        press(qtbot, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: name_cell(window.page()).name == "Kim Minji")
        unit.contacts.put_in_trash(people[:1])
    told = "This entry is no longer there. You had typed: “Kim Minji”."
    qtbot.waitUntil(lambda: window.toast.text == told)
    program.core.contacts.restore(people[:1])
    assert program.core.contacts.rows(people)[people[0]].name == "김민지"


def test_a_contact_merged_meanwhile_refuses_the_edit_and_the_other_keeps_its_own(
    qtbot, program, window, people
):
    panel = window.page().detail
    row = rows_of(panel)["Company"]
    row.open_editor()
    write(qtbot, "Spring")
    core = program.core
    core.contacts.edit(people[1], "company", "Autumn")
    with core.store.action("edit_contact", field="name") as unit:
        unit.contacts.change(people[0], {"merged_into_id": people[1]})
    told = "This entry is no longer there. You had typed: “Spring”."
    qtbot.waitUntil(lambda: window.toast.text == told)
    assert core.contacts.detail(people[1]).values["company"] == "Autumn"
    core.history.undo()
    assert core.contacts.detail(people[0]).values["company"] is None
