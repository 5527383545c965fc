"""What somebody does in a day, with the keys and the mouse of a real X window.

What came of it is read from the shop's file, past the program.
"""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from app.settings import LANGUAGE, THEME
from tests.ui.real_keys import front, in_file, menu_in_front, tab_to
from ui.common.ask import AskDialog
from ui.contacts.new_contact import NewContactDialog
from ui.contacts.quick_log import QuickLog
from ui.contacts.table import NAME
from ui.settings.page import SettingsPage

pytestmark = pytest.mark.x11

NAMES = "SELECT name FROM contact WHERE deleted_at IS NULL ORDER BY name"
NOTES = "SELECT body FROM note WHERE deleted_at IS NULL"
CALLS = "SELECT kind, outcome FROM interaction WHERE deleted_at IS NULL"
PHONES = "SELECT value FROM contact_point WHERE invalid_reason IS NULL AND deleted_at IS NULL"
TAGGED = (
    "SELECT c.name, t.name FROM contact_tag x JOIN contact c ON c.id = x.contact_id"
    " JOIN tag t ON t.id = x.tag_id WHERE x.deleted_at IS NULL ORDER BY c.name"
)
PEOPLE = ["김민지", "박서준", "이하은"]


@pytest.fixture
def undone(qtbot, keys, shop, window):
    """Takes the last step back with real keys and waits for the file to have it."""

    def undo(query, expected):
        qtbot.waitUntil(window.isActiveWindow)
        keys.press("ctrl+z")
        qtbot.waitUntil(lambda: in_file(shop, query) == expected)

    return undo


def table_cell(table, row, column):
    return table.visualRect(table.model().index(row, column)).center()


def entry(menu, text):
    """Return where an entry of a menu is."""
    action = next(a for a in menu.actions() if a.text().replace("&", "") == text)
    place: QRect = menu.actionGeometry(action)
    return place.center()


def test_a_contact_with_a_note_takes_twelve_keys_beyond_the_words(
    qtbot, keys, shop, window, undone
):
    keys.press("n")
    dialog = front(qtbot, NewContactDialog)
    keys.words("Choi Yujin")
    keys.press("Tab")
    keys.words("01001005555")
    keys.press("Tab", "Tab", "Tab", "Tab")
    qtbot.waitUntil(dialog.note.hasFocus)
    keys.words("Likes peonies")
    keys.press("ctrl+Return")
    qtbot.waitUntil(lambda: in_file(shop, NOTES) == ["Likes peonies"])
    assert in_file(shop, NAMES) == ["Choi Yujin", *PEOPLE]
    assert "010-0100-5555" in in_file(shop, PHONES)
    assert keys.pressed == 8  # of the twelve there may be
    page = window.page()
    qtbot.waitUntil(lambda: page.detail.name.text() == "Choi Yujin")
    undone(NAMES, PEOPLE)
    assert in_file(shop, NOTES) == []


def test_the_last_four_digits_find_somebody_in_five_keys(qtbot, keys, window):
    page = window.page()
    keys.press("slash", *"0002")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: page.detail.name.text() == "이하은")
    assert keys.pressed == 5
    keys.press("Escape")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_the_palette_finds_them_from_anywhere_with_the_same_four_digits(
    qtbot, keys, program, window
):
    keys.press("ctrl+k")
    qtbot.waitUntil(program.palette.isVisible)
    keys.press(*"0001")
    chosen = program.palette.list
    qtbot.waitUntil(lambda: chosen.currentIndex().data() == "박서준")
    assert keys.actions == 5  # one of them with Ctrl held
    keys.press("Return")
    qtbot.waitUntil(lambda: window.page().detail.name.text() == "박서준")
    assert QApplication.focusWidget() is window.page().table


def test_a_call_is_logged_in_two_actions(qtbot, keys, shop, window, undone):
    qtbot.waitUntil(lambda: window.page().detail.name.text() == "김민지")
    keys.press("ctrl+l")
    front(qtbot, QuickLog)
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, CALLS) == [("call", "talked")])
    assert keys.actions == 2
    undone(CALLS, [])


def test_a_name_is_typed_over_in_its_cell(qtbot, keys, shop, window, undone):
    keys.press("F2")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not window.page().table)
    keys.words("Kim Minji")
    keys.press("Return")
    qtbot.waitUntil(lambda: "Kim Minji" in in_file(shop, NAMES))
    assert keys.pressed == 2
    undone(NAMES, PEOPLE)
    qtbot.waitUntil(lambda: window.page().model.index(0, NAME).data() == "김민지")


def test_a_field_is_typed_over_in_the_panel(qtbot, keys, shop, window, undone):
    detail = window.page().detail
    qtbot.waitUntil(lambda: detail.contact_id is not None)
    before = in_file(shop, PHONES)
    keys.press("Return")
    qtbot.waitUntil(lambda: detail.isAncestorOf(QApplication.focusWidget()))
    keys.press("Return")
    qtbot.waitUntil(lambda: detail.properties.is_open)
    keys.words("01001007777")
    keys.press("Return")
    qtbot.waitUntil(lambda: "010-0100-7777" in in_file(shop, PHONES))
    assert keys.pressed == 3
    undone(PHONES, before)


def test_several_are_checked_with_the_mouse_and_tagged_at_once(qtbot, keys, shop, window):
    page = window.page()
    for row in (0, 2):
        keys.click(page.table.viewport(), table_cell(page.table, row, 0))
    qtbot.waitUntil(lambda: page.model.checked_count == 2)
    keys.click(page.acts.bar._buttons["tag"])
    menu = menu_in_front(qtbot)
    keys.click(menu, entry(menu, "New tag…"))
    front(qtbot, AskDialog)
    keys.words("Wedding")
    keys.press("Return")
    both = [("김민지", "Wedding"), ("이하은", "Wedding")]
    qtbot.waitUntil(lambda: in_file(shop, TAGGED) == both)
    toast = window.toast
    qtbot.waitUntil(lambda: "Wedding" in toast.text and toast.isVisible())
    keys.click(toast._button)
    qtbot.waitUntil(lambda: in_file(shop, TAGGED) == [])


def test_several_are_checked_and_tagged_with_keys_alone(qtbot, keys, shop, window, undone):
    page = window.page()
    keys.press("space", "Down", "space")
    qtbot.waitUntil(lambda: page.model.checked_count == 2)
    keys.press("shift+F10")
    menu_in_front(qtbot)
    keys.press("Down", "Right")
    qtbot.waitUntil(lambda: menu_in_front(qtbot).title() == "Tag")
    keys.press("Return")
    front(qtbot, AskDialog)
    keys.words("Regular guest")
    keys.press("Return")
    qtbot.waitUntil(lambda: len(in_file(shop, TAGGED)) == 2)
    undone(TAGGED, [])


def test_deleting_with_the_real_mouse_and_keys_is_taken_back(qtbot, keys, shop, window, undone):
    page = window.page()
    keys.click(page.table.viewport(), table_cell(page.table, 1, NAME))
    qtbot.waitUntil(lambda: page.detail.name.text() == "박서준")
    keys.press("Delete")
    qtbot.waitUntil(lambda: in_file(shop, NAMES) == ["김민지", "이하은"])
    undone(NAMES, PEOPLE)


def test_language_and_theme_are_switched_with_keys_and_the_open_window_follows(
    qtbot, keys, shop, program, window
):
    for setting, value in ((LANGUAGE, "en"), (THEME, "light")):
        program.core.settings.put(setting, value)
    kit, settings = program.kit, window.findChild(SettingsPage)
    general = settings.general
    keys.press("ctrl+comma")
    qtbot.waitUntil(settings.isVisible)
    qtbot.waitUntil(lambda: general.scheme.current == "light")
    tab_to(qtbot, keys, general.language)
    keys.press("Left")
    qtbot.waitUntil(lambda: kit.language.code == "ko")
    assert settings.heading.text() == "설정"
    assert window.menus.file.title() == "파일(&F)"
    assert window.nav.accessibleName() != "Navigation"
    tab_to(qtbot, keys, general.scheme)
    light = ground_of(settings)
    keys.press("Right")
    qtbot.waitUntil(lambda: kit.theme.dark)
    assert ground_of(settings).lightness() < light.lightness() / 2
    kept = "SELECT key, value FROM setting WHERE key IN ('language', 'theme') ORDER BY key"
    assert in_file(shop, kept) == [("language", '"ko"'), ("theme", '"dark"')]
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: not kit.theme.dark)
    assert in_file(shop, kept)[1] == ("theme", '"light"')


def ground_of(settings):
    """Return the colour at the foot of the page, where no word is."""
    picture = settings.grab().toImage()
    return picture.pixelColor(QPoint(settings.width() - 40, settings.height() - 20))
