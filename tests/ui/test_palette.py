import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QShortcut
from PySide6.QtWidgets import QApplication

from ui.palette.commands import plain
from ui.shell.keys import KeysDialog


@pytest.fixture
def opened(qtbot, program):
    """The palette as Ctrl+K opens it from the list of contacts."""
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    window.page().table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(program.palette.isVisible)
    return program.palette


def titles(palette):
    """What can be chosen, from the top."""
    lines = [palette.results.line(row) for row in range(palette.results.rowCount())]
    return [line.title for line in lines if line.run is not None]


def chosen(palette):
    return palette.list.currentIndex().data()


def test_control_k_opens_it_and_escape_returns_the_focus(qtbot, program, opened):
    assert QApplication.focusWidget() is opened.field
    assert opened.panel.width() == 640
    assert opened.panel.y() == 112
    qtbot.keyClick(opened.field, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert QApplication.focusWidget() is program.window.page().table


def test_typing_finds_people_with_the_first_selected_and_enter_goes_there(qtbot, program, opened):
    qtbot.keyClicks(opened.field, "0002")
    qtbot.waitUntil(lambda: titles(opened) == ["이하은"])
    assert chosen(opened) == "이하은"
    assert "010-0100-0002" in opened.field.accessibleDescription()
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    page = program.window.page()
    assert not opened.isVisible()
    qtbot.waitUntil(lambda: page.detail.name.text() == "이하은")
    assert QApplication.focusWidget() is page.table


def test_enter_before_the_answer_waits_for_it(qtbot, program, opened):
    qtbot.keyClicks(opened.field, "0001")
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    page = program.window.page()
    qtbot.waitUntil(lambda: page.detail.name.text() == "박서준")
    assert not opened.isVisible()


def test_a_syllable_being_composed_finds_already(qtbot, opened):
    QApplication.sendEvent(opened.field, QInputMethodEvent("김", []))
    qtbot.waitUntil(lambda: "김민지" in titles(opened))
    assert "박서준" not in titles(opened)


def test_a_contact_outside_the_search_of_the_list_is_shown_too(qtbot, program, opened):
    page = program.window.page()
    qtbot.keyClick(opened.field, Qt.Key.Key_Escape)
    page.search.set_text("김민지")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    program.window.menus.palette_action.trigger()
    qtbot.keyClicks(opened.field, "0001")
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.name.text() == "박서준")
    assert page.model.rowCount() == 3


def test_a_command_is_found_by_its_name_and_run(qtbot, program, opened):
    qtbot.keyClicks(opened.field, ">dark")
    assert titles(opened) == ["Theme: Dark"]
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.kit.theme.dark)


def test_the_sign_for_commands_shows_no_people_and_arrows_go_round(qtbot, opened):
    qtbot.keyClicks(opened.field, ">")
    found = titles(opened)
    assert "Go to Contacts" in found
    assert "Import…" in found
    assert "Search or jump to…" not in found
    assert chosen(opened) == found[0]
    qtbot.keyClick(opened.field, Qt.Key.Key_Down)
    assert chosen(opened) == found[1]
    qtbot.keyClick(opened.field, Qt.Key.Key_Up)
    qtbot.keyClick(opened.field, Qt.Key.Key_Up)
    assert chosen(opened) == found[-1]


def test_a_tag_is_searched_in_the_list(qtbot, program, opened, people):
    program.core.contacts.tag([people[0]], "Wedding")
    qtbot.keyClicks(opened.field, "#wed")
    qtbot.waitUntil(lambda: titles(opened) == ["Wedding"])
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    page = program.window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.search.text() == "Wedding"


def test_nothing_found_says_so_and_enter_does_nothing(qtbot, opened):
    qtbot.keyClicks(opened.field, ">zzz")
    assert opened.results.line(0).title == "Nothing found"
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert opened.isVisible()


def test_no_key_reaches_the_window_below(qtbot, program, opened):
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(opened.field, Qt.Key.Key_B, control)
    qtbot.keyClick(opened.field, Qt.Key.Key_Tab)
    assert not program.window.nav.is_rail
    assert QApplication.focusWidget() is opened.field
    qtbot.keyClick(opened.field, Qt.Key.Key_K, control)
    assert not opened.isVisible()


def test_the_button_in_the_navigation_opens_it(qtbot, program):
    button = program.window.nav.search
    assert button.accessibleName() == "Search or jump to"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.palette.isVisible()
    below = program.palette.rect().bottomLeft()
    qtbot.mouseClick(program.palette, Qt.MouseButton.LeftButton, pos=below)
    assert not program.palette.isVisible()


def test_it_speaks_the_language_in_use(qtbot, program, opened):
    program.kit.language.use("ko")
    assert opened.field.placeholderText() == "검색 또는 이동"
    qtbot.keyClicks(opened.field, ">")
    assert "가져오기…" in titles(opened)


@pytest.mark.parametrize(
    ("text", "read"),
    [("&Import…", "Import…"), ("가져오기(&I)…", "가져오기…"), ("&Undo: A && B", "Undo: A & B")],
)
def test_a_command_reads_without_the_mark_of_its_letter(text, read):
    assert plain(text) == read


def test_f1_lists_every_shortcut_of_the_window(qtbot, program):
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    window.page().table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is not None)
    dialog = window.findChild(KeysDialog)
    listed = {key for _words, keys in dialog.rows for key in keys}
    real = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    real |= {key.toString() for action in window.actions() for key in action.shortcuts()}
    assert real - listed == set()
    dialog.accept()
