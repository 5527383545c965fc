"""Somebody who works here no longer, and contacts that nobody looks after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.settings import LANGUAGE
from tests.ui.contact_parts import focused, press
from ui.contacts.full_page import FullPage
from ui.settings.page import SettingsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def junho(core, people):
    """Somebody who works here and looks after the first two contacts."""
    staff_id = core.staff.add("박준호")
    core.contacts.assign(people[:2], staff_id)
    return staff_id


@pytest.fixture
def staff_card(qtbot, junho, program):
    window = program.window
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    program.core.settings.put(LANGUAGE, "en")
    settings = window.findChild(SettingsPage)
    window.open_page_of(settings)
    settings.show_section(settings.shop)
    qtbot.waitUntil(lambda: len(settings.shop.staff.rows) == 2)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return settings.shop.staff


def choose(menu, text):
    """Choose an entry of a menu by its arrows, as the keyboard does."""
    while menu.activeAction() is None or menu.activeAction().text() != text:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def popup_of(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def test_somebody_is_removed_with_the_keyboard_and_the_toast_brings_them_back(
    qtbot, program, staff_card
):
    staff_card.rows[1].name.setFocus()
    qtbot.waitUntil(staff_card.rows[1].name.hasFocus)
    press(qtbot, Qt.Key.Key_Tab)
    assert focused() is staff_card.rows[1].remove_button
    assert focused().accessibleName() == "Remove 박준호"
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(staff_card.rows) == 1)
    assert focused() is staff_card.new_name
    toast = program.window.toast
    qtbot.waitUntil(lambda: toast.text == "Removed 박준호 from the staff" and toast.isVisible())
    toast._on_undo_clicked()
    qtbot.waitUntil(lambda: [row.name.text() for row in staff_card.rows] == ["", "박준호"])


def test_the_owner_of_the_shop_cannot_be_removed(staff_card):
    owner = staff_card.rows[0]
    assert owner.remove_button.isHidden()
    assert owner.role.geometry().right() == staff_card.rows[1].role.geometry().right()


def test_a_contact_of_somebody_removed_names_them_but_offers_them_no_more(
    qtbot, core, page, people, junho
):
    core.staff.remove(junho)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: page.detail.contact_id == people[0])
    owner = page.detail.properties.owner
    assert owner.accessibleName() == "Owner: 박준호"
    owner.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return)
    offered = [action.text() for action in popup_of(qtbot).actions() if action.text()]
    assert offered == ["Owner of the shop", "Nobody"]
    owner.menu.close()


def test_the_owner_of_a_contact_is_cleared_in_the_panel_and_undone(
    qtbot, core, page, people, junho
):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.waitUntil(lambda: page.detail.contact_id == people[0])
    owner = page.detail.properties.owner
    assert owner.accessibleName() == "Owner: 박준호"
    owner.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return)
    choose(popup_of(qtbot), "Nobody")
    qtbot.waitUntil(lambda: owner.accessibleName() == "Owner: —")
    assert core.contacts.owner_of(people[0]) is None
    core.history.undo()
    qtbot.waitUntil(lambda: owner.accessibleName() == "Owner: 박준호")


def test_the_owner_is_cleared_on_the_page_of_a_contact(qtbot, program, people, junho):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    full = program.window.findChild(FullPage)
    program.window.page().full_asked.emit(people[0])
    qtbot.waitUntil(lambda: full.isVisible() and full.contact_id == people[0])
    assert full.profile.owner.text() == "박준호"
    full.properties.owner.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return)
    choose(popup_of(qtbot), "Nobody")
    qtbot.waitUntil(full.profile.owner.isHidden)
    toast = program.window.toast
    qtbot.waitUntil(lambda: toast.text == "Left 김민지 without an owner")


def test_several_are_given_to_nobody_from_the_bar(qtbot, core, page, people, junho):
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.model.check(set(people[:2]), on=True)
    bar = page.acts.bar
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Owner")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = popup_of(qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction().text() == "Nobody"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {core.contacts.owner_of(i) for i in people[:2]} == {None})
    core.history.undo()
    assert {core.contacts.owner_of(i) for i in people[:2]} == {junho}
