"""What is done to several contacts, and how the list looks; by real keys and the mouse."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QPushButton

from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from ui.common.ask import AskDialog
from ui.common.row_delegate import PillCell
from ui.common.row_table import ROW, ROW_COMPACT
from ui.contacts import checks
from ui.contacts.page import ContactsPage
from ui.contacts.table import MIME

# The offscreen plugin grumbles whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
USUAL = ["Name", "Stage", "Tags", "Last contact", "Next task", "12-mo sales"]


def titles(page):
    header = page.table.horizontalHeader()
    return [
        page.model.headerData(n, Qt.Orientation.Horizontal)
        for n in range(1, header.count())
        if not header.isSectionHidden(n)
    ]


def click_check(qtbot, page, line):
    at = page.table.visualRect(page.model.index(line, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def button(page, text):
    return next(b for b in page.acts.bar.findChildren(QPushButton) if b.text() == text)


def popup_of(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def click_button(qtbot, page, text):
    qtbot.mouseClick(button(page, text), Qt.MouseButton.LeftButton)


def click_entry(qtbot, menu, text):
    entry = next(action for action in menu.actions() if action.text() == text)
    at = menu.actionGeometry(entry).center()
    qtbot.mouseMove(menu, at)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)


def tags_of(core, contact_id):
    return core.contacts.rows([contact_id])[contact_id].tags


def test_a_bar_stands_above_the_footer_while_rows_are_checked(qtbot, people, page):
    with qtbot.waitSignal(page.lifted) as lifted:
        click_check(qtbot, page, 0)
    assert lifted.args[0] > 0
    bar = page.acts.bar
    assert bar.isVisible()
    bottom = bar.mapTo(page.table, bar.box().bottomLeft().toPoint()).y()
    assert abs(page.table.height() - bottom - 20) <= 1
    assert page.checked_label.text() == "1 selected"
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert page.checked_label.text() == ""


def test_escape_in_the_bar_unchecks_too(qtbot, people, page):
    click_check(qtbot, page, 0)
    qtbot.keyClick(button(page, "Tag"), Qt.Key.Key_Escape)
    assert page.model.checked() == []


def test_space_checks_the_row_that_arrows_lead_to(qtbot, people, page):
    page.select(people[0])
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.checked() == [people[1]]
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.checked() == []


def test_shift_and_arrows_select_several(qtbot, people, page):
    page.select(people[0])
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.chosen_ids() == people[:2]


def test_checked_contacts_get_a_tag_that_is_there(qtbot, core, people, page):
    core.contacts.tag([people[2]], "단골")
    click_check(qtbot, page, 0)
    click_check(qtbot, page, 1)
    click_button(qtbot, page, "Tag")
    click_entry(qtbot, popup_of(qtbot), "단골")
    qtbot.waitUntil(lambda: all(tags_of(core, i) == ("단골",) for i in people))
    assert page.model.checked() == sorted(people[:2])


def test_checked_contacts_get_a_new_tag_and_undo_takes_it_off_in_one_step(
    qtbot, core, people, page
):
    click_check(qtbot, page, 0)
    click_check(qtbot, page, 2)
    click_button(qtbot, page, "Tag")
    click_entry(qtbot, popup_of(qtbot), "New tag…")
    dialog = page.window().findChild(AskDialog)
    qtbot.keyClicks(dialog.field, "Wedding")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tags_of(core, people[2]) == ("Wedding",))
    assert tags_of(core, people[1]) == ()
    core.history.undo()
    assert tags_of(core, people[0]) == tags_of(core, people[2]) == ()


def test_checked_contacts_are_given_to_somebody(qtbot, core, people, page):
    core.staff.add("최유진")
    click_check(qtbot, page, 1)
    click_button(qtbot, page, "Owner")
    click_entry(qtbot, popup_of(qtbot), "최유진")
    qtbot.waitUntil(lambda: core.contacts.rows(people)[people[1]].owner == "최유진")


@pytest.mark.parametrize(("word", "signal"), [("Export", "export_asked"), ("Print", "print_asked")])
def test_export_and_print_are_asked_for_with_the_ids(qtbot, people, page, word, signal):
    click_check(qtbot, page, 0)
    click_check(qtbot, page, 2)
    with qtbot.waitSignal(getattr(page, signal)) as asked:
        click_button(qtbot, page, word)
    assert asked.args == [sorted([people[0], people[2]])]


def test_delete_in_the_bar_empties_the_checks(qtbot, people, page):
    click_check(qtbot, page, 0)
    with qtbot.waitSignal(page.model.modelReset):
        click_button(qtbot, page, "Delete")
    assert page.model.rowCount() == 2
    assert not page.acts.bar.isVisible()


def test_all_are_checked_by_the_header_and_by_ctrl_a(qtbot, people, page):
    page.table.header.check_all_clicked.emit()
    assert page.model.checked() == sorted(people)
    page.table.header.check_all_clicked.emit()
    assert page.model.checked() == []
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.model.checked() == sorted(people)


def test_a_list_longer_than_what_is_kept_is_checked_in_the_background(
    qtbot, monkeypatch, people, page
):
    monkeypatch.setattr(checks, "MOST", 2)
    with qtbot.waitSignal(page.model.checked_changed):
        page.table.header.check_all_clicked.emit()
    assert page.model.checked() == sorted(people)


def test_all_of_a_filter_are_checked_and_nobody_else(qtbot, core, people, page):
    core.contacts.tag(people[1:], "단골")
    page.filters.set_filter(Filter((Condition("tag", "any_of", ("단골",)),)))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.table.header.check_all_clicked.emit()
    assert page.model.checked() == sorted(people[1:])


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_open_the_menu_of_a_row(qtbot, people, page, key, modifier):
    page.select(people[1])
    qtbot.keyClick(page.table, key, modifier)
    menu = popup_of(qtbot)
    with qtbot.waitSignal(page.full_asked) as asked:
        next(action for action in menu.actions() if action.text() == "Open page").trigger()
    menu.close()
    assert asked.args == [people[1]]


def test_a_right_click_opens_the_menu_of_the_row_under_it(qtbot, people, page):
    at = page.table.visualRect(page.model.index(2, 1)).center()
    viewport = page.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    with qtbot.waitSignal(page.model.modelReset):
        click_entry(qtbot, popup_of(qtbot), "Move to trash")
    assert page.model.line_of(people[2]) is None


def test_low_rows_are_kept(qtbot, core, kit, bridge, people, page):
    assert page.table.rowHeight(0) == ROW
    qtbot.mouseClick(page.head.compact_button, Qt.MouseButton.LeftButton)
    assert page.table.rowHeight(0) == ROW_COMPACT
    again = ContactsPage(kit, core.contacts, core.segments, core.staff, bridge)
    qtbot.addWidget(again)
    again.show()
    assert again.table.rowHeight(0) == ROW_COMPACT
    assert again.head.compact_button.isChecked()


def test_columns_are_chosen_in_a_menu_and_kept(qtbot, core, kit, bridge, people, page):
    page.resize(1500, 900)
    assert titles(page) == USUAL
    page.select(people[1])
    qtbot.mouseClick(page.head.columns_button, Qt.MouseButton.LeftButton)
    menu = popup_of(qtbot)
    click_entry(qtbot, menu, "12-mo sales")
    click_entry(qtbot, menu, "Added")
    menu.close()
    assert titles(page) == [*USUAL[:-1], "Added"]
    assert page.selected_id() == people[1]
    assert page.model.index(0, 6).data() == "Today"
    again = ContactsPage(kit, core.contacts, core.segments, core.staff, bridge)
    qtbot.addWidget(again)
    assert titles(again)[-1] == "Added"


def test_every_column_shows_what_is_known(qtbot, core, people, page):
    kim = people[0]
    for field, value in (
        ("birthday", "1991-05-16"),
        ("source", "소개"),
        ("first_seen_on", "2024-05-03"),
        ("number", "A-7"),
    ):
        core.contacts.edit(kim, field, value)
    core.contacts.assign([kim], core.staff.add("박준호"))
    page.model.choose_columns(("kind", "first_seen", "source", "owner", "birthday", "number"))
    page.reload()
    shown = [page.model.index(0, n).data() for n in range(2, 8)]
    assert shown == ["Person", "May 3, 2024", "소개", "박준호", "May 16, 1991", "A-7"]


def test_the_stage_is_a_pill_in_its_row_and_one_that_slips_away_has_an_amber_day(
    core, people, page, clock
):
    for days in (63, 42, 84):
        form = InteractionForm(
            contact_ids=(people[0],), kind="visit", happened_at=clock() - timedelta(days=days)
        )
        core.interactions.log(form)
    core.stages.decide()
    page.reload()
    look = page.model.look(page.model.row_at(page.model.line_of(people[0])))
    stage, last = (look.cells[page.model.number_of(key)] for key in ("stage", "last_contact"))
    assert stage == PillCell("Slipping away", "warning", "trending-down")
    assert last.colour == "warning"


def test_a_column_is_moved_from_its_header(qtbot, people, page):
    header = page.table.header
    at = QPoint(header.sectionViewportPosition(3) + 10, 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.viewport().mapToGlobal(at))
    QApplication.sendEvent(header.viewport(), event)
    click_entry(qtbot, popup_of(qtbot), "Move left")
    assert titles(page) == ["Name", "Tags", "Stage", *USUAL[3:]]


def test_a_click_on_a_column_head_sorts_by_it_and_back(qtbot, core, people, page):
    core.contacts.edit(people[2], "company", "가나상사")
    qtbot.mouseClick(page.head.columns_button, Qt.MouseButton.LeftButton)
    menu = popup_of(qtbot)
    click_entry(qtbot, menu, "Company")
    menu.close()
    header = page.table.header
    number = page.model.number_of("company")
    at = QPoint(header.sectionViewportPosition(number) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.model.id_at(0) == people[2]
    page.model.choose_columns(("phone",))
    page.reload()
    assert not header.isSortIndicatorShown()


def test_tags_go_first_where_room_is_short(people, page):
    page.resize(968, 640)
    assert titles(page) == ["Name", "Stage", "Next task", "12-mo sales"]
    page.resize(1224, 900)
    assert titles(page) == USUAL


def test_rows_are_dragged_as_ids_the_checked_ones_together(qtbot, people, page):
    model = page.model
    data = model.mimeData([model.index(1, 1), model.index(1, 2)])
    assert json.loads(bytes(data.data(MIME).data())) == [people[1]]
    click_check(qtbot, page, 0)
    click_check(qtbot, page, 1)
    data = model.mimeData([model.index(1, 1)])
    assert json.loads(bytes(data.data(MIME).data())) == sorted(people[:2])
    assert data.text() == "2 contacts"
