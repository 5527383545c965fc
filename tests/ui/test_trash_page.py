"""The trash page: who was put away, and brought back by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.shapes.contacts import ContactForm
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.widgets.menu import Menu
from ui.program import Program
from ui.trash.page import TrashPage


def names(page: TrashPage) -> list[str]:
    return [page.model.index(line, 1).data() for line in range(page.model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, core: Core, kit: Kit, bridge: ChangeBridge) -> TrashPage:
    """The trash page as somebody sees it."""
    page = TrashPage(kit, core.contacts, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    with qtbot.waitSignal(page.model.arrived):
        page.show()
    return page


@pytest.fixture
def trashed(core: Core, people: list[int]) -> list[int]:
    """All three contacts in the trash."""
    core.contacts.trash(people)
    return people


def test_an_empty_trash_says_what_it_is_for(people, page):
    assert page.stack.currentWidget() is page.empty
    assert not page.restore_button.isEnabled()


def test_the_trash_tells_name_kind_and_since_when(core, trashed, page):
    assert sorted(names(page)) == ["김민지", "박서준", "이하은"]
    assert page.model.index(0, 2).data() == "Person"
    assert page.footer_label.text() == "3 contacts"
    sentence = page.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith(f"{names(page)[0]}, Person, ")


def test_opened_the_keys_go_to_the_list(qtbot, program: Program, people):
    program.core.contacts.trash(people)
    window = program.window
    window.activateWindow()
    window.menus.trash_action.trigger()
    page = window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert QApplication.focusWidget() is page.table


def test_enter_restores_the_selected_contact_alone(qtbot, core, trashed, page):
    first = names(page)[0]
    with qtbot.waitSignal(page.model.arrived):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert first not in names(page)
    assert len(names(page)) == 2
    assert core.contacts.count() == 1


def test_checked_contacts_are_restored_in_one_step(qtbot, core, trashed, page):
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.footer_label.text() == "2 selected"
    with qtbot.waitSignal(page.model.arrived):
        qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 1
    assert page.model.checked() == []
    with qtbot.waitSignal(page.model.arrived):
        core.history.undo()
    assert len(names(page)) == 3


def test_the_box_of_the_header_checks_everything_and_nothing(qtbot, trashed, page):
    page.table.header.check_all_clicked.emit()
    assert sorted(page.model.checked()) == sorted(trashed)
    page.table.header.check_all_clicked.emit()
    assert page.model.checked() == []


def test_several_rows_are_selected_with_shift_and_restored(qtbot, core, trashed, page):
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.chosen()) == 2
    with qtbot.waitSignal(page.model.arrived):
        page.restore_selected()
    assert core.contacts.count() == 2


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_and_a_right_click_offer_to_restore(qtbot, core, trashed, page):
    qtbot.keyClick(page.table, Qt.Key.Key_Menu)
    menu = page.findChild(Menu)
    assert [action.text() for action in menu.actions()] == ["Restore"]
    with qtbot.waitSignal(page.model.arrived):
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert core.contacts.count() == 1
    page.table.selectAll()
    centre = page.table.visualRect(page.model.index(0, 1)).center()
    viewport = page.table.viewport()
    QApplication.sendEvent(
        viewport,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, viewport.mapToGlobal(centre)),
    )
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["Restore 2 contacts"]
    menu.close()


def test_shift_checks_from_the_last_box_on(qtbot, trashed, page):
    viewport = page.table.viewport()
    for line, modifier in (
        (0, Qt.KeyboardModifier.NoModifier),
        (2, Qt.KeyboardModifier.ShiftModifier),
    ):
        place = page.table.visualRect(page.model.index(line, 0)).center()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, modifier, place)
    assert len(page.model.checked()) == 3


def test_hidden_it_reads_nothing_until_it_is_shown_again(qtbot, core, people, page):
    page.hide()
    core.contacts.trash(people[:1])
    QApplication.processEvents()
    assert names(page) == []
    with qtbot.waitSignal(page.model.arrived):
        page.show()
    assert names(page) == ["김민지"]


def test_a_company_is_called_one_and_korean_is_spoken(qtbot, core, kit, page):
    contact = core.contacts.add(ContactForm("바다 카페", kind="company"))
    with qtbot.waitSignal(page.model.arrived):
        core.contacts.trash([contact])
    assert page.model.index(0, 2).data() == "Company"
    kit.language.use("ko")
    assert page.model.index(0, 2).data() == "회사"


def test_the_shop_menu_leads_to_the_trash_and_restoring_is_said(qtbot, program: Program):
    window = program.window
    program.core.contacts.trash([program.window.page().selected_id()])
    window.menus.trash_action.trigger()
    page = window.page()
    assert isinstance(page, TrashPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.restore_selected()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    qtbot.waitUntil(lambda: "Restored 김민지" in window.toast.text)
    assert page.stack.currentWidget() is page.empty
