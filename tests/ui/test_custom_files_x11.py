"""A field that holds a file, made, filled, emptied and undone with the keys of a real X window."""

import pytest

from tests.app.test_files import png
from tests.ui.real_keys import front, in_file, tab_to
from tests.ui.real_walks import name_file, open_page
from ui.contacts.custom import CustomSection
from ui.settings.field_dialog import FieldDialog
from ui.settings.fields import FieldsSection
from ui.settings.page import SettingsPage

pytestmark = pytest.mark.x11
FIELDS = "SELECT kind, label_en FROM custom_field WHERE deleted_at IS NULL"
HELD = (
    "SELECT a.file_name FROM custom_value v JOIN attachment a ON a.id = v.attachment_id"
    " WHERE v.deleted_at IS NULL AND a.deleted_at IS NULL"
)
WAIT = 20_000


def test_a_contract_is_kept_in_a_field_of_its_own_by_keys(
    qtbot, keys, shop, program, window, tmp_path
):
    contract = tmp_path / "contract.png"
    contract.write_bytes(png(6, 6))
    contacts = window.page()
    keys.press("ctrl+comma")
    section = window.findChild(FieldsSection)
    place = window.findChild(SettingsPage)._sections.index(section)
    keys.press(*["Down"] * place)
    qtbot.waitUntil(section.isVisible)
    tab_to(qtbot, keys, section.new_button)
    keys.press("space")
    dialog = front(qtbot, FieldDialog)
    keys.words("file")
    qtbot.waitUntil(lambda: dialog.kind.currentData() == "file")
    tab_to(qtbot, keys, dialog.english)
    keys.words("Contract")
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, FIELDS) == [("file", "Contract")])
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
    name_file(qtbot, keys, contract)
    qtbot.waitUntil(lambda: in_file(shop, HELD) == ["contract.png"], timeout=WAIT)
    qtbot.waitUntil(lambda: row.accessibleName() == "Contract: contract.png")
    qtbot.waitUntil(window.isActiveWindow)
    tab_to(qtbot, keys, row)
    keys.press("Delete")
    qtbot.waitUntil(lambda: in_file(shop, HELD) == [])
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, HELD) == ["contract.png"])
