"""A field of the shop's own from its making to the list, with the keys of a real X window."""

import pytest

from tests.ui.real_keys import choose, front, in_file, tab_to
from tests.ui.real_walks import open_page, press_until
from ui.contacts.bulk_dialog import BulkDialog
from ui.contacts.custom import CustomSection
from ui.lists.builder import ListBuilder
from ui.settings.field_dialog import FieldDialog
from ui.settings.fields import FieldsSection
from ui.settings.page import SettingsPage

pytestmark = pytest.mark.x11

FIELDS = "SELECT label_en, in_list FROM custom_field WHERE deleted_at IS NULL"
CHOICES = "SELECT label_en FROM custom_choice WHERE deleted_at IS NULL ORDER BY position"
NUMBER = "SELECT id FROM custom_field"
LISTS = "SELECT name FROM segment WHERE deleted_at IS NULL"
CHOSEN = (
    "SELECT c.name, o.label_en FROM custom_value v JOIN contact c ON c.id = v.contact_id"
    " JOIN custom_choice o ON o.id = v.choice_id WHERE v.deleted_at IS NULL ORDER BY c.name"
)


def make_field(qtbot, keys, shop, window):
    """Make the field Wrapping of two choices in the settings."""
    keys.press("ctrl+comma")
    section = window.findChild(FieldsSection)
    place = window.findChild(SettingsPage)._sections.index(section)
    keys.press(*["Down"] * place)
    qtbot.waitUntil(section.isVisible)
    tab_to(qtbot, keys, section.new_button)
    keys.press("space")
    dialog = front(qtbot, FieldDialog)
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
    keys.press("ctrl+2")
    qtbot.waitUntil(contacts.isVisible)
    qtbot.waitUntil(contacts.table.hasFocus)
    keys.press("Home")
    mine = open_page(qtbot, keys, window).findChild(CustomSection)
    qtbot.waitUntil(mine.isVisible)
    row = next(iter(mine.lines.values()))
    tab_to(qtbot, keys, row)
    keys.press("Return")
    choose(qtbot, keys, "Silk")
    qtbot.waitUntil(lambda: in_file(shop, CHOSEN) == [("김민지", "Silk")])


def test_a_field_is_made_filled_and_shown_in_the_list_by_keys_alone(qtbot, keys, shop, window):
    contacts = window.page()
    make_field(qtbot, keys, shop, window)
    fill_field(qtbot, keys, shop, window, contacts)
    keys.press("Escape")
    qtbot.waitUntil(contacts.table.hasFocus)
    tab_to(qtbot, keys, contacts.head.columns_button)
    keys.press("space")
    choose(qtbot, keys, "Wrapping", end="space")
    number = in_file(shop, NUMBER)[0]
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


def test_a_field_is_asked_for_in_a_list_and_changed_for_all_of_it(qtbot, keys, shop, window):
    contacts = window.page()
    make_field(qtbot, keys, shop, window)
    fill_field(qtbot, keys, shop, window, contacts)
    keys.press("Escape")
    qtbot.waitUntil(contacts.table.hasFocus)
    keys.press("ctrl+shift+f")
    dialog = front(qtbot, ListBuilder)
    keys.words("silk")
    (row,) = dialog.group.rows()
    tab_to(qtbot, keys, row.field)
    keys.words("wr")  # the field as it is called
    own = f"custom:{in_file(shop, NUMBER)[0]}"
    qtbot.waitUntil(lambda: row.field.chosen() == own)
    (values,) = row.values.editors()
    tab_to(qtbot, keys, values)
    keys.press("space")
    choose(qtbot, keys, "Silk", end="space")
    keys.press("Escape")
    qtbot.waitUntil(lambda: dialog.count.text() == "1 contact now")
    keys.press("ctrl+Return")
    qtbot.waitUntil(lambda: in_file(shop, LISTS) == ["silk"])
    qtbot.waitUntil(lambda: contacts.model.rowCount() == 1)
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+e")
    dialog = front(qtbot, BulkDialog)
    press_until(qtbot, keys, dialog.field, own, key="End")
    tab_to(qtbot, keys, dialog.value)
    kraft = dialog.value.list.itemData(dialog.value.list.findText("Kraft"))
    press_until(qtbot, keys, dialog.value.list, kraft)
    qtbot.waitUntil(lambda: "1 of 1" in dialog.summary.text())
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, CHOSEN) == [("김민지", "Kraft")])
    qtbot.waitUntil(lambda: contacts.model.rowCount() == 0)  # nobody has silk any more
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, CHOSEN) == [("김민지", "Silk")])
    qtbot.waitUntil(lambda: contacts.model.rowCount() == 1)
