"""The search field: it reads what is still being composed, and passes the list's keys on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.common.theme import Theme
from ui.common.widgets.search_field import SearchField


@pytest.fixture
def search(theme: Theme, qtbot: QtBot) -> SearchField:
    search = SearchField(theme, "Search contacts", key="/")
    qtbot.addWidget(search)
    with qtbot.waitActive(search):
        search.show()
        search.activateWindow()
    search.setFocus()
    return search


@pytest.fixture
def heard(search: SearchField) -> list[str]:
    heard: list[str] = []
    search.typed.connect(heard.append)
    return heard


def compose(search: SearchField, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(search.focusProxy(), event)


def test_it_searches_while_a_syllable_is_being_composed(search: SearchField, heard: list[str]):
    for preedit in ("ㄱ", "기", "김"):
        compose(search, preedit)
    compose(search, "ㅁ", commit="김")
    compose(search, "미")
    compose(search, "민")
    compose(search, "", commit="민")
    assert heard == ["ㄱ", "기", "김", "김ㅁ", "김미", "김민"]
    assert search.text() == "김민"


def test_a_syllable_composed_in_the_middle_is_read_where_it_stands(
    search: SearchField, heard: list[str]
):
    search.set_text("김지")
    search.focusProxy().setCursorPosition(1)
    compose(search, "민")
    assert search.text() == "김민지"
    assert heard[-1] == "김민지"


def test_what_was_composed_and_given_up_is_gone(search: SearchField, heard: list[str]):
    compose(search, "김")
    compose(search, "")
    assert heard == ["김", ""]


def test_typing_is_heard_once_per_change(search: SearchField, heard: list[str], qtbot: QtBot):
    qtbot.keyClicks(search.focusProxy(), "kim")
    assert heard == ["k", "ki", "kim"]


def test_escape_empties_it_and_only_then_goes_on_to_the_window(
    search: SearchField, heard: list[str], qtbot: QtBot
):
    search.set_text("kim")
    qtbot.keyClick(search.focusProxy(), Qt.Key.Key_Escape)
    assert search.text() == ""
    assert heard[-1] == ""
    assert search.focusProxy().hasFocus()


def test_keys_of_the_list_are_passed_on(search: SearchField, qtbot: QtBot):
    moves: list[int] = []
    search.moved.connect(moves.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(search.focusProxy(), key)
    assert moves == [1, -1, 10]
    with qtbot.waitSignal(search.submitted):
        qtbot.keyClick(search.focusProxy(), Qt.Key.Key_Return)


def test_enter_that_ends_a_syllable_does_not_submit(search: SearchField, qtbot: QtBot):
    compose(search, "김")
    with qtbot.assertNotEmitted(search.submitted):
        qtbot.keyClick(search.focusProxy(), Qt.Key.Key_Return)


def test_the_cross_appears_with_text_and_empties_it(search: SearchField, qtbot: QtBot):
    assert search._kbd.isVisible()
    assert not search._clear.isVisible()
    search.set_text("kim")
    assert search._clear.isVisible()
    assert not search._kbd.isVisible()
    qtbot.mouseClick(search._clear, Qt.MouseButton.LeftButton)
    assert search.text() == ""
    assert search._kbd.isVisible()


def test_its_name_is_what_it_searches(search: SearchField):
    field = QAccessible.queryAccessibleInterface(search.focusProxy())
    assert field.text(QAccessible.Text.Name) == "Search contacts"
    assert field.role() == QAccessible.Role.EditableText
    search.set_placeholder("고객 검색")
    assert field.text(QAccessible.Text.Name) == "고객 검색"


def test_a_click_beside_the_text_puts_the_cursor_in(search: SearchField, qtbot: QtBot):
    search.focusProxy().clearFocus()
    qtbot.mouseClick(search, Qt.MouseButton.LeftButton, pos=search.rect().center())
    assert search.focusProxy().hasFocus()
