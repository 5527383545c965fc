"""A shop with a password, as somebody at the desk meets it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.locking import is_locked, protect
from app.shapes.contacts import ContactForm
from ui.common.form_dialog import FormDialog
from ui.common.widgets.button import Button
from ui.lock.page import LockPage
from ui.program import Program
from ui.settings.password import PasswordSection
from ui.settings.password_dialog import PasswordDialog
from ui.settings.pin_dialog import PinDialog

PASSWORD = "open sesame 7"
CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def type_into(field: QLineEdit, text: str, *, enter: bool = False) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)


def texts(widget: QWidget) -> str:
    """All that a screen reader finds in a window."""
    found = []

    def walk(interface) -> None:
        parts = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description
        found.extend(interface.text(part) for part in parts)
        for place in range(interface.childCount()):
            if (child := interface.child(place)) is not None:
                walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(filter(None, found))


def unlocks(qtbot: QtBot, program: Program, typed: str) -> None:
    page = program.locking.page
    assert page is not None
    type_into(page.field, typed, enter=True)
    qtbot.waitUntil(lambda: program.is_open and not program.locking.is_locked, timeout=30_000)


def set_password(qtbot: QtBot, program: Program) -> None:
    """Give the shop a password in the settings, as somebody does."""
    program.locking.cost = 9
    program.window.menus.settings_action.trigger()
    program.window.menus.lock_action.trigger()  # leads there while there is no password
    section = program.window.findChild(PasswordSection)
    assert section is not None
    assert program.shop is not None
    assert program.shop.settings.section() is section
    QTest.mouseClick(section.change_button, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(PasswordDialog)
    assert dialog is not None
    type_into(dialog.new, PASSWORD)
    type_into(dialog.again, PASSWORD, enter=True)
    assert dialog.isVisible()  # it has to be said first that it is final
    assert "final" in dialog.problem.text()
    type_into(dialog.confirmed, "Final", enter=True)
    qtbot.waitUntil(lambda: program.locking.key is not None and program.is_open, timeout=60_000)
    section = program.window.findChild(PasswordSection)
    assert program.shop.settings.section() is section  # where PINs are set next
    program.window.open_page_of(program.shop.contacts)


def test_a_shop_gets_a_password_locks_itself_and_opens_with_it_alone(
    qtbot: QtBot, program: Program, open_program, shop: Path
):
    set_password(qtbot, program)
    assert is_locked(shop)
    window = program.window
    assert "김민지" in texts(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card = QLabel("김민지, 10:00", window)  # what floats in the window, as a reminder does
    card.show()
    # Locked: nothing of the shop is left in the window, nor do its keys work.
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL_ALT)
    qtbot.waitUntil(lambda: program.locking.is_locked)
    said = texts(window)
    assert "Dangol is locked" in said
    assert not any(name in said for name in ("김민지", "박서준", "이하은", "010-0100"))
    assert window.windowTitle() == "Dangol"
    assert window.focusWidget() is program.locking.page.field
    for key, modifier in (
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_K, CONTROL_ALT),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Alt, CONTROL_ALT),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):  # fmt: skip
        QTest.keyClick(window, key, modifier)
    dialog = FormDialog(program.kit, window)  # one that comes by itself, as a reminder does
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [window]
    # A wrong password is told, and the right one brings all of it back.
    page = program.locking.page
    type_into(page.field, "not this one", enter=True)
    qtbot.waitUntil(lambda: "not the password" in page.hint.text(), timeout=10_000)
    assert program.locking.is_locked
    unlocks(qtbot, program, PASSWORD)
    assert "김민지" in texts(window)
    assert dialog.isVisible()
    assert card.isVisible()
    dialog.reject()
    pins_open_it(qtbot, program)
    program.close()
    window.close()
    only_the_password_opens_it(qtbot, open_program())


def pin_buttons(section: PasswordSection) -> list[Button]:
    return [one for one in section.findChildren(Button) if "PIN…" in one.text()]


def pins_open_it(qtbot: QtBot, program: Program) -> None:
    """It locks by itself, after the time that is set; then a PIN is enough, but not a sixth."""
    core = program.core
    later = core.staff.add("하늘")
    core.pins.put(later, "1379")
    program.locking._show_section()
    section = program.window.findChild(PasswordSection)
    section.refresh()
    qtbot.waitUntil(lambda: len(pin_buttons(section)) == 2)
    mine = pin_buttons(section)[0]
    QTest.mouseClick(mine, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(PinDialog)
    type_into(dialog.pin, "2580")
    type_into(dialog.again, "2580", enter=True)
    qtbot.waitUntil(lambda: core.pins.who("2580") == core.staff.present_id)
    qtbot.waitUntil(lambda: program.window.focusWidget() in set(pin_buttons(section)) - {mine})
    program.locking.idle.watch(0.05)
    qtbot.waitUntil(lambda: program.locking.is_locked)
    unlocks(qtbot, program, "1379")
    assert core.staff.present_id == later
    letter = program.path.with_name("동의서.txt")
    letter.write_bytes(b"agreed")
    minji = core.contacts.find("김민지").contacts[0].id
    shown = core.files.copy_to_open(core.files.add(minji, letter))
    program.locking.lock()
    qtbot.waitUntil(lambda: not shown.exists())  # what another program was to show
    page = program.locking.page
    for _wrong in range(5):
        type_into(page.field, "0000", enter=True)
        qtbot.waitUntil(lambda: bool(page.hint.text()) and not page.field.isReadOnly())
    assert page.field.placeholderText() == "Password"
    type_into(page.field, "1379", enter=True)
    qtbot.waitUntil(lambda: "not the password" in page.hint.text(), timeout=10_000)


def only_the_password_opens_it(qtbot: QtBot, program: Program) -> None:
    """The next start asks for it before anything is shown."""
    qtbot.waitUntil(lambda: program.locking.page is not None, timeout=30_000)
    assert "김민지" not in texts(program.window)
    assert program.window.findChild(LockPage) is program.locking.page
    page = program.locking.page
    button = page.findChildren(QPushButton)[0]
    for wrong in range(3):
        type_into(page.field, f"wrong {wrong}", enter=True)
        qtbot.waitUntil(lambda: bool(page.hint.text()), timeout=10_000)
    assert page.field.isReadOnly()  # from now on one has to wait
    assert button.text().startswith("Again in")
    qtbot.waitUntil(lambda: not page.field.isReadOnly(), timeout=10_000)
    unlocks(qtbot, program, PASSWORD)
    assert program.core.contacts.count() == 3
    a_backup_of_another_password_asks_for_that_one(qtbot, program)


def a_backup_of_another_password_asks_for_that_one(qtbot: QtBot, program: Program) -> None:
    backup, first = program.core.care.back_up(), program.locking.key
    program.core.contacts.add(ContactForm("정다운"))
    other = protect(backup, "another word 1", first, cost=9)
    program.locking.page = None
    program.restore(backup)
    qtbot.waitUntil(lambda: program.locking.page is not None, timeout=30_000)
    page = program.locking.page
    assert "This backup is locked" in texts(page)
    type_into(page.field, PASSWORD, enter=True)
    qtbot.waitUntil(lambda: "not the password" in page.hint.text(), timeout=10_000)
    unlocks(qtbot, program, "another word 1")
    assert program.locking.key == other
    assert program.core.contacts.count() == 3
