"""The window around the pages: how it opens, what it says was done, and what it takes back."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.settings import LANGUAGE, THEME
from ui.contacts.new_contact import NewContactDialog
from ui.shell.crash import CrashDialog
from ui.shell.opening import TroublePage, WaitingPage


def test_the_window_is_there_before_the_shop_is_open(open_program):
    program = open_program()
    assert program.window.isVisible()
    assert program.core is None
    assert isinstance(program.window.stack.currentWidget(), WaitingPage)


def test_the_window_is_imported_without_anything_heavy():
    code = (
        "import ui.main, sys;"
        "heavy = {'numpy', 'matplotlib', 'openpyxl', 'sqlalchemy', 'lucide'};"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_window_closed_while_its_shop_opens_stays_closed(open_program):
    program = open_program()
    QApplication.processEvents()  # the shop is being opened by now
    program.window.close()
    QApplication.processEvents()
    assert program.core is None
    assert program.window.page() is None
    assert not program.window.isVisible()


def test_the_pages_come_when_the_shop_is_open(program):
    assert program.window.page().title() == "Contacts"
    assert program.window.menus.import_action.isEnabled()


def test_deleting_says_so_and_the_button_of_the_toast_takes_it_back(qtbot, program):
    page, toast = program.window.page(), program.window.toast
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: toast.text == "Put 김민지 in the trash")
    assert page.model.rowCount() == 2
    toast._on_undo_clicked()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_undo_and_redo_name_what_they_do(qtbot, program):
    steps, page = program.window.steps, program.window.page()
    qtbot.waitUntil(lambda: steps.undo_action.text() == "&Undo: Added 이하은")
    assert not steps.redo_action.isEnabled()
    steps.undo_action.trigger()
    qtbot.waitUntil(lambda: steps.redo_action.text() == "&Redo: Added 이하은")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert steps.undo_action.text() == "&Undo: Added 박서준"
    steps.redo_action.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_undo_names_an_earlier_step_after_one_that_could_not_be_taken_back(
    qtbot, shop, people, program
):
    steps, told = program.window.steps, []
    steps.told.connect(lambda said, _change_set: told.append(said))
    program.core.contacts.edit(people[0], "company", "나래")
    qtbot.waitUntil(lambda: steps.undo_action.text() == "&Undo: Changed company of 김민지")
    with closing(sqlite3.connect(shop)) as outside, outside:
        outside.execute("UPDATE contact SET company = '다솜' WHERE id = ?", (people[0],))
    steps.undo_action.trigger()
    qtbot.waitUntil(lambda: steps.undo_action.text() == "&Undo: Added 이하은")
    assert told


def test_language_and_theme_switch_at_once_and_are_kept(qtbot, program):
    menus, kit = program.window.menus, program.kit
    menus.language_chosen.emit("ko")
    qtbot.waitUntil(lambda: kit.language.code == "ko")
    assert program.window.page().title() == "고객"
    assert menus.file.title() == "파일(&F)"
    menus.scheme_chosen.emit("dark")
    qtbot.waitUntil(lambda: kit.theme.dark)
    assert program.core.settings.get(LANGUAGE) == "ko"
    assert program.core.settings.get(THEME) == "dark"


def test_a_damaged_shop_offers_the_backup_and_opens_it(qtbot, shop, people, core, open_program):
    core.care.back_up()
    core.close()
    for extra in ("-wal", "-shm"):
        shop.with_name(shop.name + extra).unlink(missing_ok=True)
    with shop.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 100_000)
    program = open_program()
    with qtbot.waitSignal(program.not_opened, timeout=20_000):
        pass
    trouble = program.window.stack.currentWidget()
    assert isinstance(trouble, TroublePage)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        trouble.state.acted.emit()
    assert program.core.contacts.count() == 3


def test_a_file_of_another_program_is_left_alone_and_named(qtbot, shop, open_program):
    shop.unlink()
    other = sqlite3.connect(shop)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()
    before = shop.read_bytes()
    program = open_program()
    with qtbot.waitSignal(program.not_opened):
        pass
    assert isinstance(program.window.stack.currentWidget(), TroublePage)
    assert shop.read_bytes() == before


def test_a_narrow_window_folds_the_navigation(program):
    program.window.resize(1024, 640)
    assert program.window.nav.is_rail
    program.window.resize(1440, 900)
    assert not program.window.nav.is_rail


def test_a_bug_shows_a_report_without_what_was_typed_and_the_program_goes_on(
    qtbot, program, caplog
):
    name = "김민지"
    try:
        raise RuntimeError(name)
    except RuntimeError as error:
        program.crashes.catch(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: program.window.findChild(CrashDialog) is not None)
    report = program.window.findChild(CrashDialog).report.toPlainText()
    caplog.clear()
    assert "RuntimeError" in report
    assert "test_main_window" in report
    assert "김민지" not in report
    assert program.window.page().model.rowCount() == 3


def test_control_n_asks_for_a_new_contact(qtbot, program):
    program.window._on_new_asked()
    assert program.window.findChild(NewContactDialog) is not None
    program.window.findChild(NewContactDialog).reject()
