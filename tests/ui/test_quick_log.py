"""Logging from anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.shapes.contacts import ContactForm
from tests.ui.contact_parts import LONG, focused, press, write
from ui.contacts.quick_log import QuickLog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def quick(qtbot, core, kit, people):
    quick = QuickLog(kit, core.contacts, core.interactions)
    qtbot.addWidget(quick)
    return quick


@pytest.fixture
def shown(qtbot, quick):
    """Opens the dialog as the shortcut does."""

    def show(contact_id=None):
        quick.open_for(contact_id)
        quick.activateWindow()
        qtbot.waitUntil(lambda: quick.isActiveWindow() and isinstance(focused(), QLineEdit))
        return quick

    return show


def logged(core, contact_id):
    return [
        (entry.kind, entry.outcome, entry.direction, entry.body)
        for entry in core.interactions.timeline(contact_id)
    ]


def test_with_somebody_in_front_enter_logs_a_call_that_ended(qtbot, core, people, shown):
    shown(people[1])
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: logged(core, people[1]) == [("call", "talked", "out", "")])


def test_words_can_be_typed_before_enter(qtbot, core, people, shown):
    quick = shown(people[1])
    write(qtbot, "Wants peonies")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: logged(core, people[1]) == [("call", "talked", "out", "Wants peonies")])
    qtbot.waitUntil(lambda: not quick.isVisible())


@pytest.mark.parametrize("typed", ["이하은", "ㅇㅎㅇ", "0002"])
def test_somebody_is_found_by_name_initials_or_last_digits(qtbot, core, people, shown, typed):
    quick = shown()
    write(qtbot, typed)
    press(qtbot, Qt.Key.Key_Return)  # before the answer is there
    qtbot.waitUntil(lambda: focused() is quick.text)
    assert quick.name.text() == "이하은"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(logged(core, people[2])) == 1)


def test_arrows_and_mouse_choose_among_several(qtbot, core, people, shown):
    quick = shown()
    write(qtbot, "010")
    qtbot.waitUntil(lambda: quick.found.count() == 3)
    press(qtbot, Qt.Key.Key_Down)
    second = quick.found.current()
    press(qtbot, Qt.Key.Key_Return)
    assert quick.name.text() == second.name
    QTest.mouseClick(quick.change_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(quick.found.isVisible)
    rect = quick.found.visualItemRect(quick.found.item(2))
    QTest.mouseClick(quick.found.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert quick.name.text() == quick.found.current().name != second.name


def test_a_visit_has_neither_direction_nor_outcome(qtbot, core, people, shown):
    quick = shown(people[0])
    QTest.mouseClick(quick.kind._segments["visit"], Qt.MouseButton.LeftButton)
    assert not quick.outcome.isVisible()
    QTest.mouseClick(quick.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: logged(core, people[0]) == [("visit", None, None, "")])


def test_nobody_found_says_so_and_nothing_can_be_logged(qtbot, shown):
    quick = shown()
    write(qtbot, "zzz")
    qtbot.waitUntil(quick.nobody.isVisible)
    press(qtbot, Qt.Key.Key_Return)
    assert quick.isVisible()
    assert not quick.save_button.isEnabled()


def test_it_comes_up_fresh_and_escape_closes_it(qtbot, people, shown):
    quick = shown(people[0])
    write(qtbot, "half")
    press(qtbot, Qt.Key.Key_Escape)
    assert not quick.isVisible()
    quick = shown(people[1])
    assert (quick.text.text(), quick.name.text()) == ("", "박서준")


def test_a_contact_gone_meanwhile_leaves_the_search(core, people, shown):
    core.contacts.trash(people[:1])
    quick = shown(people[0])
    assert quick.search.isVisible()


def test_odd_names_stay_inside(qtbot, core, shown):
    odd = core.contacts.add(ContactForm(LONG, phone="010-0100-0009"))
    quick = shown(odd)
    assert quick.width() == 560
    assert quick.name.geometry().right() < 560


def test_it_speaks_the_language_of_the_window(kit, shown, people):
    quick = shown(people[0])
    kit.language.use("ko")
    assert quick.kind.accessibleName()
    assert quick.outcome.count() == 7
