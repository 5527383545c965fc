"""A field of the shop's own from its making to the list, with the keys of a real X window."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.settings import LANGUAGE
from tests.ui.real_keys import RealKeys, in_file
from ui.contacts.custom import CustomSection
from ui.settings.field_dialog import FieldDialog
from ui.settings.fields import FieldsSection

pytestmark = pytest.mark.x11

FIELDS = "SELECT label_en, in_list FROM custom_field WHERE deleted_at IS NULL"
CHOICES = "SELECT label_en FROM custom_choice WHERE deleted_at IS NULL ORDER BY position"
CHOSEN = (
    "SELECT c.name, o.label_en FROM custom_value v JOIN contact c ON c.id = v.contact_id"
    " JOIN custom_choice o ON o.id = v.choice_id WHERE v.deleted_at IS NULL ORDER BY c.name"
)


@pytest.fixture
def keys():
    return RealKeys()


@pytest.fixture
def window(qtbot, program):
    """The window with the focus of the X server, in English, its list read."""
    window = program.window
    window.activateWindow()
    window.raise_()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    qtbot.waitUntil(window.steps.undo_action.isEnabled)
    program.core.settings.put(LANGUAGE, "en")
    window.page().table.setFocus()
    return window


def menu_in_front(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def choose(qtbot, keys, text, *, end="Return"):
    """Go down a menu to the entry of that text and press a key on it."""
    menu = menu_in_front(qtbot)
    for _entry in menu.actions():
        action = menu.activeAction()
        if action is not None and action.text() == text:
            break
        keys.press("Down")
        qtbot.waitUntil(lambda was=action: menu.activeAction() is not was)
    keys.press(end)


def make_field(qtbot, keys, shop, window):
    """Make the field Wrapping of two choices in the settings."""
    keys.press("ctrl+comma")
    section = window.findChild(FieldsSection)
    keys.press("Down", "Down")
    qtbot.waitUntil(section.isVisible)
    keys.press("Tab")
    for _stop in range(8):
        if section.new_button.hasFocus():
            break
        keys.press("Tab")
        qtbot.wait(30)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), FieldDialog))
    dialog = section.dialog
    keys.words("one")  # one of several
    qtbot.waitUntil(lambda: dialog.kind.currentData() == "choice")
    keys.press("Tab")
    keys.words("Wrapping")
    keys.press("Tab", "Tab", "space", "Tab", "Tab")
    qtbot.waitUntil(dialog.choices.new_name.hasFocus)
    keys.words("Kraft")
    keys.press("Return")
    keys.words("Silk")
    keys.press("Return", "Tab", "Tab", "Tab", "space")
    qtbot.waitUntil(lambda: in_file(shop, FIELDS) == [("Wrapping", 1)])
    assert in_file(shop, CHOICES) == ["Kraft", "Silk"]


def fill_field(qtbot, keys, shop, window, contacts):
    """Choose Silk for the first contact, on its page."""
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+1")
    qtbot.waitUntil(contacts.isVisible)
    qtbot.waitUntil(contacts.table.hasFocus)
    keys.press("Home")
    first = contacts.selected_id()
    contacts.full_asked.emit(first)
    mine = window.page().findChild(CustomSection)
    qtbot.waitUntil(mine.isVisible)
    row = next(iter(mine.lines.values()))
    for _stop in range(40):
        if row.hasFocus():
            break
        keys.press("Tab")
        qtbot.wait(20)
    keys.press("Return")
    choose(qtbot, keys, "Silk")
    qtbot.waitUntil(lambda: in_file(shop, CHOSEN) == [("김민지", "Silk")])


def test_a_field_is_made_filled_and_shown_in_the_list_by_keys_alone(qtbot, keys, shop, window):
    contacts = window.page()
    make_field(qtbot, keys, shop, window)
    fill_field(qtbot, keys, shop, window, contacts)
    keys.press("Escape")
    qtbot.waitUntil(contacts.table.hasFocus)
    contacts.head.columns_button.setFocus()
    keys.press("space")
    choose(qtbot, keys, "Wrapping", end="space")
    number = in_file(shop, "SELECT id FROM custom_field")[0]
    key = f"custom:{number}"
    qtbot.waitUntil(lambda: contacts.model.number_of(key) is not None)
    keys.press("Escape")
    place = contacts.model.number_of(key)
    shown = [contacts.model.index(line, place).data() for line in range(3)]
    assert shown == ["Silk", "", ""]
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, CHOSEN) == [])
    qtbot.waitUntil(lambda: contacts.model.index(0, place).data() == "")
