"""The palette: people, commands and tags from anywhere, without a mouse."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent, QShortcut
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


def met(palette):
    """The contacts among them."""
    lines = [palette.results.line(row) for row in range(palette.results.rowCount())]
    return [line.title for line in lines if line.contact is not None]


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
    qtbot.waitUntil(lambda: met(opened) == ["이하은"])
    assert chosen(opened) == "이하은"
    assert "010-0100-0002" in opened.field.accessibleDescription()
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    page = program.window.page()
    assert not opened.isVisible()
    qtbot.waitUntil(lambda: page.detail.name.text() == "이하은")
    assert QApplication.focusWidget() is page.table


def test_below_the_people_stands_what_is_done_with_the_best_one(qtbot, opened, people):
    qtbot.keyClicks(opened.field, "0002")
    qtbot.waitUntil(lambda: met(opened) == ["이하은"])
    assert titles(opened)[1:] == ["Log a call", "Write a note", "New task", "Add a tag"]
    qtbot.keyClick(opened.field, Qt.Key.Key_Down)
    qtbot.keyClick(opened.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.action_chosen) as told:
        qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert told.args == [people[2], "note"]


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


def test_tab_shows_the_actions_of_a_contact_and_escape_goes_back(qtbot, opened):
    qtbot.keyClicks(opened.field, "0100")
    qtbot.waitUntil(lambda: len(met(opened)) == 3)
    qtbot.keyClick(opened.field, Qt.Key.Key_Down)
    name = chosen(opened)
    assert "Tab shows actions" in opened.field.accessibleDescription()
    qtbot.keyClick(opened.field, Qt.Key.Key_Tab)
    assert opened.results.line(0).title == f"With {name}"
    assert titles(opened)[0] == "Open"
    assert titles(opened)[1].startswith("Call 010-0100-000")
    assert titles(opened)[2:] == [
        "Log a call", "Write a note", "New task", "Add a tag", "Put in the trash"
    ]  # fmt: skip
    assert QApplication.focusWidget() is opened.field
    qtbot.keyClick(opened.field, Qt.Key.Key_Escape)
    assert opened.isVisible()
    assert chosen(opened) == name
    qtbot.keyClick(opened.field, Qt.Key.Key_Tab)
    qtbot.keyClick(opened.field, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(opened) == name
    qtbot.keyClick(opened.field, Qt.Key.Key_Escape)
    assert not opened.isVisible()


@pytest.mark.parametrize(
    ("downs", "action"), [(2, "log"), (3, "note"), (4, "task"), (5, "tag"), (6, "trash")]
)
def test_an_action_is_told_with_its_contact(qtbot, opened, people, downs, action):
    qtbot.keyClicks(opened.field, "0001")
    qtbot.waitUntil(lambda: met(opened) == ["박서준"])
    qtbot.keyClick(opened.field, Qt.Key.Key_Tab)
    for _ in range(downs):
        qtbot.keyClick(opened.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(opened.action_chosen) as told:
        qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert told.args == [people[1], action]
    assert not opened.isVisible()


class Dialler(QObject):
    """Stands where the program that makes calls would be asked."""

    def __init__(self):
        super().__init__()
        self.called = []

    @Slot(QUrl)
    def call(self, url):
        self.called.append(url.toString())


def test_call_hands_the_number_to_the_telephone(qtbot, opened):
    dialler = Dialler()
    QDesktopServices.setUrlHandler("tel", dialler, "call")
    try:
        qtbot.keyClicks(opened.field, "0001")
        qtbot.waitUntil(lambda: met(opened) == ["박서준"])
        qtbot.keyClick(opened.field, Qt.Key.Key_Tab)
        qtbot.keyClick(opened.field, Qt.Key.Key_Down)
        qtbot.keyClick(opened.field, Qt.Key.Key_Return)
        assert dialler.called == ["tel:01001000001"]
    finally:
        QDesktopServices.unsetUrlHandler("tel")


def test_typing_on_leaves_the_actions(qtbot, opened):
    qtbot.keyClicks(opened.field, "000")
    qtbot.waitUntil(lambda: len(met(opened)) == 3)
    qtbot.keyClick(opened.field, Qt.Key.Key_Tab)
    assert titles(opened)[0] == "Open"
    qtbot.keyClicks(opened.field, "1")
    qtbot.waitUntil(lambda: met(opened) == ["박서준"])


def test_a_note_is_found_with_the_part_that_fits(qtbot, program, opened, people):
    body = "Always asks for the seat at the window, picks up after six and has a big grey cat"
    program.core.contacts.add_note(people[0], body)
    qtbot.keyClicks(opened.field, "grey")
    qtbot.waitUntil(lambda: "Notes" in [line.title for line in opened.results.lines()])
    line = next(line for line in opened.results.lines() if line.contact is not None)
    assert line.title == "“… six and has a big grey cat”"
    assert line.meta == "note, 김민지"
    with qtbot.waitSignal(opened.contact_chosen) as told:
        qtbot.keyClick(opened.field, Qt.Key.Key_Return)
    assert told.args == [people[0]]


def test_home_end_and_pages_go_to_the_ends(qtbot, opened):
    qtbot.keyClicks(opened.field, ">")
    found = titles(opened)
    for key, place in (
        (Qt.Key.Key_End, -1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_PageDown, min(10, len(found) - 1)),
    ):
        qtbot.keyClick(opened.field, key)
        assert chosen(opened) == found[place]
    assert opened.list.visualRect(opened.list.currentIndex()).isValid()


def test_nobody_found_says_what_can_be_typed(qtbot, opened):
    qtbot.keyClicks(opened.field, "zzzz")
    qtbot.waitUntil(lambda: titles(opened) == [])
    assert [line.title for line in opened.results.lines()] == [
        "Nothing found",
        "Try part of a name, initial consonants or the last digits of a phone.",
    ]


def test_a_click_chooses_a_line(qtbot, opened, people):
    qtbot.keyClicks(opened.field, "0002")
    qtbot.waitUntil(lambda: met(opened) == ["이하은"])
    place = opened.list.visualRect(opened.list.currentIndex()).center()
    with qtbot.waitSignal(opened.contact_chosen) as told:
        qtbot.mouseClick(opened.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [people[2]]
