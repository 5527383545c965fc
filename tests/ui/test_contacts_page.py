"""The contacts page: found while typed, walked through by keys, laid out as somebody dragged it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSplitter

from app.demo import fill
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from ui.contacts.editable_row import EditableRow
from ui.contacts.new_contact import NewContactDialog
from ui.contacts.page import ContactsPage


def names(page):
    return [page.model.index(line, 1).data() for line in range(page.model.rowCount())]


def field_of(page):
    return page.search.findChild(QLineEdit)


def test_the_list_shows_everybody_and_the_detail_of_the_first(qtbot, people, page):
    assert names(page) == ["김민지", "박서준", "이하은"]
    assert page.count_label.text() == "3"
    qtbot.waitUntil(lambda: page.detail.name.text() == "김민지")


def test_a_contact_chosen_after_a_while_is_shown_without_a_pause(qtbot, people, page):
    qtbot.waitUntil(lambda: page.detail.name.text() == "김민지")
    qtbot.wait(200)  # nobody is walking through the list any more
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert page.detail.name.text() == "박서준"


@pytest.mark.parametrize(
    ("typed", "found"), [("서준", "박서준"), ("ㅇㅎ", "이하은"), ("0002", "이하은")]
)
def test_typing_finds_by_name_initial_consonants_and_last_digits(qtbot, people, page, typed, found):
    with qtbot.waitSignal(page.model.modelReset):
        field_of(page).setText(typed)
    assert names(page) == [found]
    assert page.count_label.text() == "1 of 3"


def test_a_syllable_still_being_composed_is_searched_for(qtbot, people, page):
    with qtbot.waitSignal(page.model.modelReset):
        QApplication.sendEvent(field_of(page), QInputMethodEvent("박", []))
    assert names(page) == ["박서준"]


def test_escape_clears_the_search(qtbot, people, page):
    with qtbot.waitSignal(page.model.modelReset):
        field_of(page).setText("박")
    with qtbot.waitSignal(page.model.modelReset):
        qtbot.keyClick(field_of(page), Qt.Key.Key_Escape)
    assert len(names(page)) == 3


def test_a_search_that_finds_nobody_says_so_and_offers_the_way_back(qtbot, people, page):
    with qtbot.waitSignal(page.model.modelReset):
        field_of(page).setText("없는사람")
    assert page.stack.currentWidget() is page.nobody
    with qtbot.waitSignal(page.model.modelReset):
        page.nobody.acted.emit()
    assert page.stack.currentWidget() is page.table


def test_an_empty_shop_says_what_the_page_is_for(page):
    assert page.stack.currentWidget() is page.empty


def test_a_contact_from_the_dialog_is_saved_listed_and_selected(qtbot, people, page, core):
    page.make_new()
    dialog = page.window().findChild(NewContactDialog)
    qtbot.keyClicks(dialog.name, "Choi")
    with qtbot.waitSignal(page.model.modelReset):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.detail.name.text() == "Choi")
    assert core.contacts.rows([page.selected_id()])[page.selected_id()].name == "Choi"


def test_a_phone_alone_is_enough_and_nothing_at_all_is_not(qtbot, page):
    page.make_new()
    dialog = page.window().findChild(NewContactDialog)
    dialog.accept()
    assert dialog.problem.text() == "A contact needs a name or a phone."
    qtbot.keyClicks(dialog.phone, "01001234567")
    assert dialog.problem.text() == ""
    with qtbot.waitSignal(dialog.submitted):
        dialog.accept()


def test_a_name_typed_into_the_list_reaches_the_disk(qtbot, people, page, core):
    assert page.select(people[0])  # setCurrentIndex would heed a Ctrl another test left down
    cell = page.model.index(0, 1)
    page.table.edit(cell)
    editor = page.table.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Kim Min-ji")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.rows(people[:1])[people[0]].name == "Kim Min-ji")
    qtbot.waitUntil(lambda: page.model.index(0, 1).data() == "Kim Min-ji")
    qtbot.waitUntil(lambda: page.detail.name.text() == "Kim Min-ji")


def test_a_refused_name_goes_back_to_what_it_was(qtbot, people, page, runner):
    with qtbot.waitSignal(runner.failed):
        page.model.setData(page.model.index(0, 1), "  ")
    assert names(page)[0] == "김민지"


def test_a_field_of_the_detail_is_typed_over_in_place(qtbot, people, page, core):
    qtbot.waitUntil(lambda: page.detail.contact_id == people[0])
    rows = {row.accessibleName(): row for row in page.detail.findChildren(EditableRow)}
    row = rows["Company: —"]
    row.open_editor()
    editor = row.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Spring")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.rows(people[:1])[people[0]].company == "Spring")


def test_delete_moves_to_the_trash_and_undo_brings_back(qtbot, people, page, core):
    page.select(people[1])
    with qtbot.waitSignal(page.model.modelReset):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert names(page) == ["김민지", "이하은"]
    core.history.undo()
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    core.history.redo()
    qtbot.waitUntil(lambda: len(names(page)) == 2)


def test_checked_rows_are_what_delete_takes(qtbot, people, page):
    page.table.check_clicked.emit(0, False)
    page.table.check_clicked.emit(1, True)
    assert page.model.checked() == sorted(people[:2])
    assert page.checked_label.text() == "2 selected"
    with qtbot.waitSignal(page.model.modelReset):
        page.trash_selected()
    assert names(page) == ["이하은"]


def test_the_header_sorts(people, page):
    page.table.sort_chosen.emit(1, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["이하은", "박서준", "김민지"]


def test_a_change_made_elsewhere_keeps_the_selection(qtbot, people, page, core):
    page.select(people[2])
    core.contacts.add(ContactForm("가나다"))
    qtbot.waitUntil(lambda: len(names(page)) == 4)
    assert page.selected_id() == people[2]


def test_a_hidden_page_reads_nothing_until_it_is_shown(people, page, core, sql):
    page.hide()
    core.contacts.edit(people[0], "name", "가가")
    sql.clear()
    QApplication.processEvents()
    assert sql == []
    page.show()
    assert names(page)[0] == "가가"


@pytest.mark.parametrize("letter", ["n", "ㅜ"])
def test_a_single_letter_starts_a_new_contact_also_in_hangul(qtbot, people, page, letter):
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
    )
    QApplication.sendEvent(page.table, event)
    assert page.window().findChild(NewContactDialog) is not None


def test_everything_reads_korean_after_a_switch(people, page, kit):
    kit.language.use("ko")
    assert page.heading.text() == "전체 고객"


def test_more_than_a_search_lists_are_counted_in_the_background(qtbot, page, core):
    fill(core, people=1_300, seed=1, ticket=Ticket())
    fitting = core.contacts.count_found("010")
    assert fitting > 1_000
    qtbot.waitUntil(lambda: page.count_label.text() == "1,300")
    field_of(page).setText("010")
    qtbot.waitUntil(lambda: page.count_label.text() == f"{fitting:,} of 1,300", timeout=10_000)
    assert page.model.rowCount() == 1_000
    assert page.footer_label.text() == "1,000+ contacts"


def test_the_line_between_list_and_panel_stays_where_it_was_dragged(qtbot, core, kit, bridge, page):
    line = page.findChild(QSplitter).handle(1)
    before, middle = page.detail.width(), line.rect().center()
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(line, middle - QPoint(90, 0))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=middle - QPoint(90, 0))
    dragged = page.detail.width()
    assert dragged > before + 60
    page.resize(page.width(), 700)
    assert page.detail.width() == dragged
    again = ContactsPage(kit, core.contacts, core.segments, core.staff, bridge)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()
    assert again.detail.width() == dragged
