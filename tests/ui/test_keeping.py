"""Backups are looked at and left, safe mode is offered, a shop is checked, mended and carried."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from app.settings import SHOP_NAME
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump
from ui.keeping.arriving import ArrivingDialog
from ui.keeping.keeping import BEGUN
from ui.keeping.salvaged import SalvagedDialog
from ui.program import Program
from ui.settings.restore_dialog import RestoreDialog

LEFT = Qt.MouseButton.LeftButton


def test_a_backup_is_looked_at_and_left_and_a_file_carries_the_shop(
    qtbot: QtBot, program: Program, shop, tmp_path
):
    keeping, window = program.keeping, program.window
    program.core.settings.put(SHOP_NAME, "봄날")
    backup = program.core.care.back_up()
    program.core.contacts.add(ContactForm(name="Late"))
    before = logical_dump(shop)
    keeping.open_file(backup)
    dialog = window.findChild(RestoreDialog)
    qtbot.waitUntil(lambda: "3 contacts" in dialog.held.text())
    assert "봄날" in dialog.held.text()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(dialog.look_button, LEFT)
    assert program.path != shop
    assert program.core.contacts.count() == 3
    assert "thrown away" in keeping.note.text.text()
    program.core.contacts.add(ContactForm(name="Nobody"))
    copy = program.path
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(keeping.note.button, LEFT)
    assert not copy.exists()
    assert program.path == shop
    assert logical_dump(shop) == before
    assert program.core.contacts.count() == 4

    with closing(sqlite3.connect(shop)) as by_hand:
        by_hand.execute("UPDATE contact SET name_key = 'x'")
        by_hand.commit()
    repair = keeping.repair
    program.window.menus.settings_action.trigger()
    window.page().show_section(repair)
    qtbot.mouseClick(repair.check_button, LEFT)
    qtbot.waitUntil(repair.outcome.isVisible)
    assert "4 rows" in repair.outcome._text.text()
    repair.outcome.acted.emit()
    qtbot.waitUntil(lambda: "in order" in repair.outcome._text.text())
    assert logical_dump(shop) == before

    moving = keeping.moving
    target = tmp_path / "shop.move.dangol"
    moving.pack(target)
    qtbot.waitUntil(lambda: target.exists() and moving.outcome.isVisibleTo(moving), timeout=20_000)
    program.core.contacts.add(ContactForm(name="Lost again"))
    keeping.open_file(target)
    arriving = window.findChild(ArrivingDialog)
    qtbot.waitUntil(arriving.take_button.isEnabled)
    assert arriving.number.text().removeprefix("Number ") in moving.outcome._text.text()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(arriving.take_button, LEFT)
    assert logical_dump(shop) == before


def test_safe_mode_is_offered_after_two_starts_that_did_not_get_through(
    qtbot: QtBot, qapp, shop, clock, kit
):
    kit.state.put_text(BEGUN, "2")
    program = Program(qapp, shop, now=clock, state=kit.state)
    try:
        program.keeping.start()
        assert kit.state.text(BEGUN) == "3"
        assert program.window.stack.currentWidget() is program.keeping.offer
        assert program.window.focusWidget() is program.keeping.offer.state._action
        with qtbot.waitSignal(program.opened, timeout=30_000):
            program.keeping.offer.usual_asked.emit()
        assert kit.state.text(BEGUN) == "0"
    finally:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_of_a_damaged_shop_what_can_be_read_is_saved_and_the_rest_is_told(
    qtbot: QtBot, core, people, shop, open_program
):
    core.contacts.add_note(people[0], "창가 자리")
    core.close()
    with closing(sqlite3.connect(shop)) as look:
        find = "SELECT rootpage FROM sqlite_master WHERE name = 'change'"
        (page,) = look.execute(find).fetchone()
        (size,) = look.execute("PRAGMA page_size").fetchone()
    content = bytearray(shop.read_bytes())
    content[(page - 1) * size : page * size] = b"\xab" * size
    shop.write_bytes(content)
    program = open_program()
    with qtbot.waitSignal(program.not_opened, timeout=30_000):
        pass
    trouble = program.window.stack.currentWidget()
    assert trouble.state._action.text() == "Save what can be read"
    assert program.window.focusWidget() is trouble.state._action
    with qtbot.waitSignal(program.opened, timeout=30_000):
        qtbot.mouseClick(trouble.state._action, LEFT)
    dialog = program.window.findChild(SalvagedDialog)
    said = dialog.report.toPlainText()
    assert "change: " in said
    assert "damaged" in said
    assert program.core.contacts.count() == 3
    assert program.core.care.check() == []
    (kept,) = (shop.parent / "backups").glob("*damaged.db")
    assert kept.read_bytes()[(page - 1) * size : page * size] == b"\xab" * size


def test_where_nothing_of_a_damaged_shop_can_be_read_that_is_told(
    qtbot: QtBot, core, shop, open_program
):
    core.close()
    content = shop.read_bytes()
    shop.write_bytes(content[:108] + b"\xab" * 3988 + content[4096:])  # what tables there are
    program = open_program()
    with qtbot.waitSignal(program.not_opened, timeout=30_000):
        pass
    trouble = program.window.stack.currentWidget()
    with qtbot.waitSignal(program.not_opened, timeout=30_000):
        qtbot.keyClick(trouble.state._action, Qt.Key.Key_Return)
    assert "can be read any more" in program.window.toast.text
    assert program.window.stack.currentWidget() is not trouble
    assert shop.read_bytes() == content[:108] + b"\xab" * 3988 + content[4096:]


def test_a_file_the_system_hands_over_is_asked_about_when_that_can_be(
    qtbot: QtBot, program: Program, shop, tmp_path
):
    keeping, window = program.keeping, program.window
    backup = program.core.care.back_up()
    program.core.contacts.add(ContactForm(name="Late"))
    keeping.take_file(tmp_path / "gone.dangol")  # deleted meanwhile: no shop is made of it
    keeping.take_file(shop)  # open already
    keeping.ask_about(shop)  # chosen by mistake as a backup, or as one from another PC
    assert window.toast.text == "That is the shop that is open."
    assert program.is_open
    keeping.look_at(backup)
    keeping.take_file(backup)  # while another is being opened
    with qtbot.waitSignal(program.opened, timeout=20_000):
        pass
    dialog = window.findChild(RestoreDialog)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(dialog.restore_button, LEFT)
    # Asked for while a copy was looked at, it is the shop that goes back.
    assert program.path == shop
    assert program.core.contacts.count() == 3
    assert not program.kit.doings.is_looking


def test_a_backup_is_asked_about_where_the_shop_itself_cannot_be_opened(
    qtbot: QtBot, core, people, shop, clock, kit, qapp, tmp_path
):
    backup = core.care.back_up(tmp_path / "stick")
    core.close()
    shop.write_bytes(b"no shop at all" * 1000)
    program = Program(qapp, shop, now=clock, state=kit.state)
    try:
        program.keeping.start(backup)
        window = program.window
        qtbot.waitUntil(lambda: window.findChild(RestoreDialog) is not None, timeout=20_000)
        with qtbot.waitSignal(program.opened, timeout=30_000):
            qtbot.mouseClick(window.findChild(RestoreDialog).restore_button, LEFT)
        assert program.core.contacts.count() == 3
    finally:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


OPENED_BY_THE_SYSTEM = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from ui.shell.application import Application
application, taken = Application(["dangol"]), []
QCoreApplication.sendEvent(application, QFileOpenEvent("/early.dangol"))
application.hand_files_to(taken.append)
QCoreApplication.sendEvent(application, QFileOpenEvent("/late.dangol"))
print(*(file.name for file in taken))
"""


def test_a_double_click_on_macos_is_heard_before_the_shop_is_open_and_after():
    done = subprocess.run(
        [sys.executable, "-c", OPENED_BY_THE_SYSTEM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.split() == ["early.dangol", "late.dangol"]
