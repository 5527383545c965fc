"""A company with three people and roles, made with the keys of a real X window alone."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.real_keys import front, in_file, tab_to
from tests.ui.real_walks import open_page
from ui.contacts.new_contact import NewContactDialog
from ui.contacts.relation_form import RelationDialog
from ui.contacts.relations import RelationSection

pytestmark = pytest.mark.x11

PEOPLE = (
    "SELECT f.name, r.title FROM relation r JOIN contact f ON f.id = r.from_id"
    " JOIN contact t ON t.id = r.to_id"
    " WHERE r.kind = 'works_at' AND t.name = 'Spring Trading' AND r.deleted_at IS NULL"
    " ORDER BY f.name"
)
ROLES = "SELECT role FROM contact_role WHERE deleted_at IS NULL AND until IS NULL ORDER BY role"
THREE = [("Lee Hana", "Buyer"), ("Park Jun", None), ("Yoon Areum", "Owner")]


def test_a_company_with_three_people_and_two_roles(qtbot, keys, shop, program, window):
    keys.press("n")
    dialog = front(qtbot, NewContactDialog)
    keys.press("shift+Tab", "Right")
    qtbot.waitUntil(lambda: dialog.kind.current == "company")
    keys.press("Tab")
    keys.words("Spring Trading")
    keys.press("ctrl+Return")
    page = window.page()
    qtbot.waitUntil(lambda: page.detail.name.text() == "Spring Trading")
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(page.table.hasFocus)
    full = open_page(qtbot, keys, window)
    section = program.window.findChild(RelationSection)
    for number, (name, title) in enumerate(THREE, start=1):
        keys.press("r")
        dialog = front(qtbot, RelationDialog)
        keys.words(name)
        keys.press("Return")
        qtbot.waitUntil(dialog.new_kind.isVisible)
        assert dialog.kind.currentText() == "Staff"
        tab_to(qtbot, keys, dialog.role_title)
        if title:
            keys.words(title)
        keys.press("Return")
        qtbot.waitUntil(lambda number=number: len(section.lines) == number)
        qtbot.waitUntil(window.isActiveWindow)
    assert in_file(shop, PEOPLE) == THREE
    keys.pressed = 0
    tab_to(qtbot, keys, section.roles.button)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    keys.press("Down", "space", "Down", "Down", "space", "Escape")
    qtbot.waitUntil(lambda: in_file(shop, ROLES) == ["customer", "supplier"])
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, ROLES) == ["customer"])
    qtbot.waitUntil(lambda: [pill.text() for pill in section.roles.pills] == ["Customer"])
    assert full.contact_id is not None
