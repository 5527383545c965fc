"""The history page: what was done, of one contact or one person, and taking it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.shapes.contacts import ContactForm
from ui.common.bridge import ChangeBridge
from ui.common.kept import KeptDialog
from ui.common.kit import Kit
from ui.common.widgets.menu import Menu
from ui.history.page import HistoryPage
from ui.program import Program


def told(page: HistoryPage, column: int = 1) -> list[str]:
    return [page.model.index(line, column).data() for line in range(page.model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, core: Core, kit: Kit, bridge: ChangeBridge) -> HistoryPage:
    """The history page as somebody sees it."""
    page = HistoryPage(kit, core.history, core.contacts, bridge, core.staff)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    with qtbot.waitSignal(page.model.arrived):
        page.show()
    return page


def test_what_was_done_stands_there_newest_first_and_the_newest_is_selected(people, page):
    assert told(page) == ["Added 이하은", "Added 박서준", "Added 김민지"]
    assert page.entry().facts["name"] == "이하은"
    assert page.footer_label.text() == "3 actions"


def test_a_shop_in_which_nothing_has_happened_says_what_the_page_is_for(page):
    assert page.stack.currentWidget() is page.empty
    assert not page.undo_button.isEnabled()


def test_a_change_tells_whose_before_and_after_also_to_a_screen_reader(qtbot, people, page, core):
    with qtbot.waitSignal(page.model.arrived):
        core.contacts.edit(people[0], "company", "봄날 꽃집")
    with qtbot.waitSignal(page.model.arrived):
        core.contacts.edit(people[0], "company", "바다 카페")
    assert told(page)[0] == "Changed company of 김민지"
    assert told(page, 2)[0] == "Changed company from 봄날 꽃집 to 바다 카페"
    look = page.model.look(page.model.entry_at(0))
    assert look.cells[2].text == "봄날 꽃집 → 바다 카페"
    sentence = page.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith(
        "Changed company of 김민지, Changed company from 봄날 꽃집 to 바다 카페, "
    )


def test_a_replaced_phone_tells_of_the_phone_alone(qtbot, people, page, core):
    point = core.contacts.detail(people[0]).points[0].id
    with qtbot.waitSignal(page.model.arrived):
        core.contacts.replace_point(point, "010-0100-9999")
    assert told(page)[0] == "Changed phone of 김민지"
    assert told(page, 2)[0] == "Set phone to 010-0100-9999"


def test_a_long_history_is_read_on_as_one_scrolls(qtbot, people, page, core):
    for number in range(120):
        core.contacts.add_note(people[0], f"note {number}")
    qtbot.waitUntil(lambda: page.model.rowCount() == 100)
    assert page.footer_label.text() == "100+ actions"
    with qtbot.waitSignal(page.model.rowsInserted):
        page.table.scrollToBottom()
    assert page.model.rowCount() == 123
    assert page.footer_label.text() == "123 actions"
    assert len({page.model.entry_at(line).change_set for line in range(123)}) == 123


def compose(page, text):
    """Hangul as an input method hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(page.search.findChild(QLineEdit), event)


def field(page):
    return page.search.findChild(QLineEdit)


def test_a_field_that_was_emptied_offers_nobody_and_enter_leaves_it(qtbot, people, page):
    qtbot.keyClick(page.table, "/")
    compose(page, "박서")
    qtbot.waitUntil(lambda: page.finder.is_open)
    qtbot.keyClick(field(page), Qt.Key.Key_Escape)
    assert not page.finder.is_open
    with qtbot.waitSignal(page.finder.left):
        qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert not page.finder.is_open


def test_typing_offers_contacts_and_enter_shows_the_history_of_one(qtbot, people, page, core):
    core.contacts.edit(people[1], "company", "바다")
    qtbot.keyClick(page.table, "/")
    assert QApplication.focusWidget() is field(page)
    compose(page, "박서")
    qtbot.waitUntil(lambda: page.finder.is_open)
    assert page.finder.names() == ["박서준, 010-0100-0001"]
    with qtbot.waitSignal(page.model.arrived):
        qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert told(page) == ["Changed company of 박서준", "Added 박서준"]
    assert page.about_chip.text() == "About: 박서준"
    assert not page.finder.is_open
    assert QApplication.focusWidget() is page.table
    with qtbot.waitSignal(page.model.arrived):
        qtbot.keyClick(page.about_chip, Qt.Key.Key_Delete)
    assert len(told(page)) == 4
    assert page.about_chip.isHidden()


def test_arrows_and_the_mouse_choose_among_the_contacts_found(qtbot, people, page):
    qtbot.keyClicks(field(page), "0100")
    qtbot.waitUntil(lambda: len(page.finder.names()) == 3)
    first = page.finder.list.currentIndex().data()
    qtbot.keyClick(field(page), Qt.Key.Key_Down)
    second = page.finder.list.currentIndex().data()
    assert second != first
    place = page.finder.list.visualRect(page.finder.list.currentIndex()).center()
    with qtbot.waitSignal(page.model.arrived):
        qtbot.mouseClick(page.finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.about_chip.text() == f"About: {second.split(',')[0]}"


def test_enter_before_the_answer_waits_for_it(qtbot, people, page):
    qtbot.keyClicks(field(page), "0002")
    with qtbot.waitSignal(page.model.arrived):
        qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert told(page) == ["Added 이하은"]


def test_a_name_nobody_has_says_so_and_escape_leaves_all_as_it_was(qtbot, people, page):
    compose(page, "없는사람")
    qtbot.waitUntil(lambda: page.finder.is_open)
    assert page.finder.names() == ["Nobody fits “없는사람”"]
    qtbot.keyClick(field(page), Qt.Key.Key_Return)
    qtbot.keyClick(field(page), Qt.Key.Key_Escape)
    assert not page.finder.is_open
    assert len(told(page)) == 3


def test_the_history_of_a_contact_in_the_trash_is_asked_for_by_its_id(qtbot, people, page, core):
    core.contacts.trash(people[:1])
    with qtbot.waitSignal(page.model.arrived):
        page.show_contact(people[0])
    qtbot.waitUntil(lambda: told(page) == ["Put 김민지 in the trash", "Added 김민지"])
    assert page.about_chip.text() == "About: 김민지"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_actions_of_one_of_the_staff_are_chosen_by_keyboard(qtbot, people, page, core):
    staff = core.staff.add("박준호")
    core.store.actor_id = staff
    core.contacts.add_note(people[0], "하나")
    qtbot.waitUntil(lambda: len(told(page)) == 5)
    qtbot.keyClick(page.staff_chip, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.findChild(Menu) is not None)
    menu = page.findChild(Menu)
    assert [action.text() for action in menu.actions()] == ["Owner", "박준호"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.model.arrived):
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert told(page) == ["Wrote a note about 김민지"]
    assert told(page, 3) == ["박준호"]
    assert page.staff_chip.text() == "Who: 박준호"
    with qtbot.waitSignal(page.model.arrived):
        page.finder.chosen.emit(people[1], "박서준")
    assert page.stack.currentWidget() is page.empty
    with qtbot.waitSignal(page.model.arrived):
        page.empty.acted.emit()
    assert len(told(page)) == 5


def test_an_undo_that_must_leave_something_tells_what_and_asks(qtbot, people, page, core):
    core.contacts.edit(people[0], "company", "바다")
    core.contacts.edit(people[0], "source", "지인")
    core.contacts.edit(people[0], "company", "하늘")
    qtbot.waitUntil(lambda: len(told(page)) == 6)
    page.table.selectRow(2)
    heard = []
    page.undo_asked.connect(heard.append)
    qtbot.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(KeptDialog) is not None)
    dialog = page.findChild(KeptDialog)
    assert dialog.lines == ["김민지, company: is 하늘 since then"]
    assert heard == []
    with qtbot.waitSignal(page.undo_asked):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert heard == [page.entry().change_set]


def test_hidden_it_reads_nothing_until_it_is_shown_again(qtbot, people, page, core):
    page.hide()
    core.contacts.add(ContactForm("최유진"))
    QApplication.processEvents()
    assert len(told(page)) == 3
    with qtbot.waitSignal(page.model.arrived):
        page.show()
    assert told(page)[0] == "Added 최유진"


def test_the_selected_action_stays_selected_when_another_is_done(qtbot, people, page, core):
    page.table.selectRow(2)
    with qtbot.waitSignal(page.model.arrived):
        core.contacts.add(ContactForm("최유진"))
    assert page.entry().facts["name"] == "김민지"


def test_in_korean_the_page_speaks_korean(people, page, kit):
    kit.language.use("ko")
    assert told(page)[0] == "이하은을 추가했어요"
    assert page.undo_button.text() != "Undo this"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_and_the_menu_key_offer_to_undo(qtbot, people, page):
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    menu = page.findChild(Menu)
    assert [action.text() for action in menu.actions()] == ["Undo this"]
    with qtbot.waitSignal(page.undo_asked) as asked:
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert asked.args == [page.entry().change_set]
    qtbot.keyClick(page.table, Qt.Key.Key_Menu)
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_undo_this_takes_one_action_back_says_so_and_marks_it(qtbot, program: Program):
    window = program.window
    window.menus.history_action.trigger()
    page = window.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.selectRow(1)
    qtbot.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert told(page)[0] == "Undid: Added 박서준"
    assert told(page)[2] == "Added 박서준 (undone)"
    assert page.entry().facts["name"] == "박서준"
    assert not page.undo_button.isEnabled()
    qtbot.waitUntil(lambda: "Undone: Added 박서준." in window.toast.text)
    assert program.core.contacts.count() == 2


def test_opened_the_keys_go_to_the_list(qtbot, program: Program):
    window = program.window
    window.activateWindow()
    window.menus.history_action.trigger()
    page = window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert QApplication.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.entry().facts["name"] == "박서준"


def test_the_shop_menu_leads_to_history_and_the_navigation_back(qtbot, program: Program):
    window = program.window
    assert window.menus.history_action in window.menus.shop.actions()
    window.menus.history_action.trigger()
    assert window.page().title() == "History"
    window.nav.chosen.emit(0)
    assert window.nav.is_chosen(0)
