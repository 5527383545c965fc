"""One field of many: what changes is told before, and done by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shapes.custom_fields import FieldForm
from tests.ui.contact_parts import focused, press, write
from ui.contacts.bulk_dialog import BulkDialog
from ui.contacts.choices import Choice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def opened(qtbot, core, kit, people):
    """Opens the dialog over these contacts as the bar does."""

    def show(ids=people):
        known = Choice(("단골",), ("간판",), ((core.store.actor_id, "지은"),))
        dialog = BulkDialog(kit, core.bulk, core.contacts, ids, known, lambda: "KRW")
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: focused() is dialog.field)
        return dialog

    return show


def choose(qtbot, dialog, field):
    """Choose a field with the keys of a list."""
    press(qtbot, Qt.Key.Key_Home)
    for _ in range(dialog.field.count()):
        if dialog.field.currentData() == field:
            return
        press(qtbot, Qt.Key.Key_Down)
    raise AssertionError(field)


def value_by_tab(qtbot, dialog):
    for _ in range(8):
        if focused() in (dialog.value.line, dialog.value.list):
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(focused())


def test_a_source_is_set_for_all_by_keys_and_the_summary_told_before(qtbot, core, people, opened):
    core.contacts.edit(people[0], "source", "간판")
    dialog = opened()
    choose(qtbot, dialog, "source")
    value_by_tab(qtbot, dialog)
    write(qtbot, "간판")
    words = "Changes 2 of 3 contacts; 1 have it already."
    qtbot.waitUntil(lambda: dialog.summary.text() == words)
    assert dialog.examples.text() == "박서준: — → 간판\n이하은: — → 간판"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.detail(people[2]).values["source"] == "간판")
    assert not dialog.isVisible()


def test_enter_that_is_quicker_than_the_count_waits_for_it(qtbot, core, people, opened):
    dialog = opened()
    choose(qtbot, dialog, "company")
    value_by_tab(qtbot, dialog)
    write(qtbot, "Hanul")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).values["company"] == "Hanul")


def test_a_tag_is_added_and_taken_away(qtbot, core, people, opened):
    core.contacts.tag(people, "단골")
    dialog = opened()
    choose(qtbot, dialog, "tag")
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is dialog.adding or dialog.adding.isAncestorOf(focused())
    press(qtbot, Qt.Key.Key_Right)
    value_by_tab(qtbot, dialog)
    write(qtbot, "단골")
    qtbot.waitUntil(dialog.save_button.isEnabled)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).tags == ())


def test_a_choice_of_a_field_of_ones_own(qtbot, core, people, opened):
    field = core.custom_fields.add(FieldForm(kind="choice", label_en="Size", choices=("S", "L")))
    dialog = opened()
    choose(qtbot, dialog, f"custom:{field}")
    value_by_tab(qtbot, dialog)
    press(qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(core.custom_fields.of(people[2])) == 1)
    assert core.custom_fields.of(people[2])[0].content == core.custom_fields.all()[0].choices[1].id


def test_a_day_that_is_none_is_refused_in_words(qtbot, core, opened):
    dialog = opened()
    choose(qtbot, dialog, "first_seen_on")
    value_by_tab(qtbot, dialog)
    write(qtbot, "someday")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.problem.text() == "This is not a date.")
    assert dialog.isVisible()


def test_consent_can_only_be_taken_back(qtbot, core, people, opened):
    dialog = opened()
    choose(qtbot, dialog, "consent_sms")
    assert not dialog.how.isVisible()
    assert not dialog.value.isVisible()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).values["consent_sms"] == "denied")


def test_escape_changes_nothing(qtbot, core, people, opened):
    dialog = opened()
    press(qtbot, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert core.history.entries(limit=1)[0].op == "add_contact"
