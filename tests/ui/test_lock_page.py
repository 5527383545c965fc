"""The page that asks for the password, and the fields in which one is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.common.kit import Kit
from ui.lock.page import LockPage
from ui.settings.password_dialog import PasswordDialog


@pytest.fixture
def page(qtbot: QtBot, kit: Kit) -> LockPage:
    page = LockPage(kit, pins=True)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.field.hasFocus)
    return page


def with_caps_lock(field, text: str) -> None:
    """Type as a keyboard does whose Caps Lock is on: capitals, and no Shift."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def test_what_is_typed_while_one_has_to_wait_reaches_nothing(qtbot: QtBot, page: LockPage):
    page.refuse("That is not the password.", 2)
    assert page.button.text() == "Again in 2 seconds"
    assert page.field.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "a space too")
    assert not page.field.text()
    assert not page.show_box.isChecked()
    qtbot.waitUntil(lambda: page.button.text() == "Again in 1 second", timeout=3000)
    qtbot.waitUntil(lambda: not page.field.isReadOnly(), timeout=3000)
    assert page.button.text() == "Unlock"
    QTest.keyClicks(QApplication.focusWidget(), "again")
    assert page.field.text() == "again"
    assert not page.hint.isVisible()


def test_from_the_password_there_is_a_way_back_to_the_pin_until_too_many_were_wrong(
    qtbot: QtBot, page: LockPage
):
    switch = page.switch_button
    for asked, offered in (
        ("Password", "Use a PIN instead"), ("PIN", "Use the password instead"),
    ):  # fmt: skip
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert page.field.placeholderText() == asked
        assert switch.text() == offered
        assert page.field.hasFocus()
    page.ask_password()
    assert page.field.placeholderText() == "Password"
    assert not switch.isVisible()
    given = []
    page.given.connect(lambda *told: given.append(told))
    QTest.keyClicks(page.field, "1234")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert given == [("1234", False)]


def test_caps_lock_and_hangul_are_told_where_nobody_sees_them(page: LockPage):
    field, hint = page.field, page.hint
    QTest.keyClicks(field, "Open")  # a capital with Shift is no news
    assert not hint.isVisible()
    with_caps_lock(field, "OP")
    assert hint.text() == "Caps Lock is on."
    QTest.keyClicks(field, "a")
    assert not hint.isVisible()
    field.setText("비밀번호")
    assert "Hangul" in hint.text()
    page.refuse("That is not the password.")
    assert hint.text() == "That is not the password."


def test_a_password_in_hangul_is_warned_of_before_it_is_set(qtbot: QtBot, kit: Kit):
    dialog = PasswordDialog(kit, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_box.setChecked(True)
    dialog.new.setText("비밀번호열두글자")
    assert dialog.notice.isVisible()
    assert "unlock" in dialog.notice.text()
    dialog.new.setText("open sesame 7")
    assert not dialog.notice.isVisible()
    with_caps_lock(dialog.again, "OPEN")
    assert dialog.notice.text() == "Caps Lock is on."
    # Enter on a button presses that one, and not the one the dialog would have pressed.
    dialog.activateWindow()
    dialog.cancel_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(dialog.cancel_button.hasFocus)
    with qtbot.waitSignal(dialog.rejected, timeout=2000):
        QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
