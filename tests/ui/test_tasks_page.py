"""The tasks page: sections, keys, the line that adds, what finishing leads to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import TIME_ZONE
from app.shapes.deals import DealForm
from app.shapes.tasks import TaskForm
from tests.ui.contact_parts import press, write
from ui.common.widgets.nav_item import NavItem
from ui.tasks.desk import TaskDesk
from ui.tasks.page import TasksPage
from ui.tasks.words import deal_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return TaskDesk(
        core.tasks, core.task_lists, core.agenda, core.contacts, core.staff, core.shop_now
    )


@pytest.fixture
def tasks_page(qtbot, kit, bridge, desk):
    page = TasksPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    return page


@pytest.fixture
def shown(qtbot, tasks_page):
    """Opens the page and waits until so many lines are there."""

    def show(count):
        tasks_page.show()
        tasks_page.activateWindow()
        lines(qtbot, tasks_page, count)
        qtbot.waitUntil(lambda: tasks_page.side.is_read)
        if count:
            tasks_page.list.setFocus()
            tasks_page.list.select(1)
        return tasks_page

    return show


def lines(qtbot, page, count):
    qtbot.waitUntil(lambda: page.is_read and page.model.rowCount() == count)


def told(page):
    return [page.model.index(line).data() for line in range(page.model.rowCount())]


def add(core, title, due_at="", **more):
    return core.tasks.add(TaskForm(title=title, due_at=due_at, **more))


def type_into(qtbot, field, text):
    field.setFocus()
    write(qtbot, text)


def row_of(core, task_id):
    return core.task_lists.rows([task_id])[task_id]


def dialog_of(qtbot, page):
    qtbot.waitUntil(lambda: page.acts.dialog is not None)
    dialog = page.acts.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_tasks_stand_under_the_day_they_are_due_and_what_is_late_is_counted(core, shown):
    add(core, "Order ribbon", "2026-05-11")
    add(core, "Answer the class question", "2026-05-12T14:00")
    add(core, "Flower market", "2026-05-13T05:30")
    add(core, "Look at the rooftop", "2026-05-14")
    counted = []
    page = shown(8)
    page.counted.connect(counted.append)
    assert [words for words in told(page) if words.endswith(", 1")] == [
        "Overdue, 1", "Today, 1", "Tomorrow, 1", "This week, 1"
    ]  # fmt: skip
    assert page.count_label.text() == "4 open · 1 overdue"
    page.retranslate()
    assert counted[-1] == 4
    assert page.is_urgent


def test_before_any_task_the_page_says_what_it_is_for_and_leads_to_the_line(qtbot, shown):
    page = shown(0)
    assert page.stack.currentWidget() is page.empty
    page.empty.acted.emit()
    assert page.quick.line.hasFocus()


def test_a_line_is_understood_as_it_is_typed_and_enter_adds_it(qtbot, core, people, shown):
    page = shown(0)
    page.make_new()
    type_into(qtbot, page.quick.line, "call 김민지 tomorrow 3pm")
    qtbot.waitUntil(page.quick.told.isVisible)
    assert page.quick.told.text() == "Call · 김민지 · Wed, May 13, 3:00 PM · 10 minutes before"
    press(qtbot, Qt.Key.Key_Return)
    lines(qtbot, page, 2)
    row = page.model.task_at(1)
    assert (row.kind, row.contact_id, row.due_at) == ("call", people[0], "2026-05-13T15:00")
    qtbot.waitUntil(lambda: page.quick.line.toPlainText() == "")


def test_what_can_be_meant_otherwise_is_asked_and_a_digit_settles_it(qtbot, core, shown):
    first, second = (core.contacts.add(form) for form in two_of_a_name())
    page = shown(0)
    page.make_new()
    type_into(qtbot, page.quick.line, "call 한지우 tomorrow 3pm")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.quick.menu is not None and page.quick.menu.isVisible())
    QTest.keyClick(page.quick.menu, Qt.Key.Key_2)
    lines(qtbot, page, 2)
    assert page.model.task_at(1).contact_id in (first, second)


def two_of_a_name():
    from app.shapes.contacts import ContactForm

    return ContactForm("한지우", phone="010-0100-0101"), ContactForm(
        "한지우", phone="010-0100-0102"
    )


def test_space_finishes_with_a_line_that_becomes_the_interaction_and_what_is_next(
    qtbot, core, people, shown
):
    done = add(core, "Call about lilies", "2026-05-12", kind="call", contact_id=people[0])
    page = shown(2)
    press(qtbot, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, page)
    type_into(qtbot, dialog.result_line, "Talked, comes on Saturday")
    type_into(qtbot, dialog.next_line, "send the price tomorrow 10am")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(core, done).is_closed)
    assert row_of(core, done).result == "Talked, comes on Saturday"
    qtbot.waitUntil(lambda: bool(core.task_lists.page("tomorrow")))
    (following,) = core.task_lists.page("tomorrow")
    assert (following.contact_id, following.due_at) == (people[0], "2026-05-13T10:00")
    assert core.task_lists.get(done).interaction_id is not None


def test_a_task_of_a_deal_says_so_leads_there_and_what_follows_is_of_it_too(
    qtbot, core, people, shown
):
    deal = core.deals.add(
        DealForm(title="June wedding", contact_id=people[0], amount=2_150_000, owner_id=None)
    )
    add(core, "Send the quote", "2026-05-12", kind="call", deal_id=deal)
    page = shown(2)
    row = page.list.task
    assert (row.contact_id, row.deal, deal_words(row, page.kit)) == (
        people[0], "June wedding", "Deal ₩2.15M"
    )  # fmt: skip
    short = page.kit.formats.short_money
    assert (short(960_000, "KRW"), short(999_700, "KRW")) == ("₩960K", "₩1.00M")
    assert (short(999_990_000, "KRW"), short(12_345_000_000, "KRW")) == ("₩999.99M", "₩12.35B")
    korean = page.kit.formats.spoken("ko").short_money
    assert (korean(99_990_000, "KRW"), korean(1_234_500_000, "KRW")) == ("9,999만 원", "12.35억 원")
    assert "June wedding" in page.model.index(1).data()
    page.acts.act(row, "menu", page.list.place_of(1))
    entry = next(act for act in page.acts.menu.actions() if "June wedding" in act.text())
    with qtbot.waitSignal(page.acts.deal_asked) as told:
        entry.trigger()
    page.acts.menu.close()
    assert told.args == [deal]
    press(qtbot, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, page)
    type_into(qtbot, dialog.next_line, "call again tomorrow 10am")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(core.task_lists.page("tomorrow")))
    assert core.task_lists.page("tomorrow")[0].deal_id == deal


def test_a_task_of_nobody_is_ticked_at_once_and_moves_when_it_has_faded(qtbot, core, shown):
    done = add(core, "Change the water", "2026-05-12")
    add(core, "Sweep", "2026-05-12")
    page = shown(3)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: row_of(core, done).is_closed)
    assert page.list.painted.is_fading
    assert page.model.rowCount() == 3
    lines(qtbot, page, 3)
    qtbot.waitUntil(lambda: "Done today, 1" in told(page))


def test_s_offers_times_and_the_chosen_one_is_kept_and_counted(qtbot, core, shown):
    late = add(core, "Order ribbon", "2026-05-11T14:00")
    page = shown(2)
    press(qtbot, Qt.Key.Key_S)
    menu = page.acts.menu
    qtbot.waitUntil(menu.isVisible)
    choice = next(act for act in menu.actions() if act.text() == "Tomorrow morning")
    assert choice.property("beside") == "9:00 AM"
    choice.trigger()
    menu.close()
    qtbot.waitUntil(lambda: row_of(core, late).snoozed == 1)
    assert row_of(core, late).due_at.startswith("2026-05-13")


def test_d_asks_for_a_day_and_the_arrows_choose_it(qtbot, core, shown):
    task = add(core, "Order ribbon", "2026-05-12")
    page = shown(2)
    press(qtbot, Qt.Key.Key_D)
    dialog_of(qtbot, page)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row_of(core, task).due_at == "2026-05-19")


def test_del_removes_and_undo_brings_it_back(qtbot, core, shown):
    add(core, "Order ribbon", "2026-05-12")
    page = shown(2)
    press(qtbot, Qt.Key.Key_Delete)
    lines(qtbot, page, 0)
    core.history.undo()
    lines(qtbot, page, 2)


def test_one_key_says_whether_they_came(qtbot, core, people, shown):
    visits = [
        add(core, "Fitting", f"2026-05-12T1{hour}:00", kind="meeting", contact_id=people[0],
            duration_min=60)
        for hour in (0, 3)
    ]  # fmt: skip
    page = shown(3)
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: row_of(core, visits[0]).status == "no_show")
    page.reload()
    qtbot.waitUntil(lambda: "Today, 1" in told(page))
    page.list.select(1)
    press(qtbot, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: row_of(core, visits[1]).is_closed)


def test_everything_late_moves_to_today_with_one_click(qtbot, core, shown):
    for title in ("Order ribbon", "Sweep"):
        add(core, title, "2026-05-11")
    page = shown(3)
    assert page.today_button.isVisible()
    QTest.mouseClick(page.today_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Today, 2" in told(page))
    assert not page.today_button.isVisible()


def test_a_section_folds_by_key_and_stays_so(qtbot, core, shown):
    add(core, "Order ribbon", "2026-05-12")
    add(core, "Much later", "2026-07-12")
    page = shown(3)
    page.list.setCurrentIndex(page.model.index(2))
    press(qtbot, Qt.Key.Key_Right)
    assert page.model.rowCount() == 4
    page.reload()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)


def test_the_list_is_narrowed_to_kinds_and_to_one_contact(qtbot, core, people, shown):
    add(core, "Call back", "2026-05-12", kind="call", contact_id=people[0])
    add(core, "Call the market", "2026-05-12", kind="call")
    add(core, "Send the price", "2026-05-12", kind="message", contact_id=people[0])
    page = shown(4)
    QTest.mouseClick(page.filters.add_chip, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    menu.close()
    lines(qtbot, page, 3)
    assert page.filters.kind_chip.text() == "Call"
    page.filters.contact_chip.clicked.emit()
    dialog = page.filters.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    write(qtbot, "김민지")
    qtbot.waitUntil(lambda: dialog.field.contact_id == people[0])
    dialog.field.completer().popup().hide()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    lines(qtbot, page, 2)
    assert page.filters.contact_chip.text() == "About 김민지"
    page.activateWindow()
    qtbot.keyClick(page.filters.kind_chip, Qt.Key.Key_Delete)
    lines(qtbot, page, 3)
    assert "4 open" not in page.count_label.text()


def test_rows_are_read_a_page_at_a_time(core, shown):
    for number in range(300):
        add(core, f"Task {number}", "2026-05-12")
    page = shown(301)
    assert len(page.model.rows_read()) == 256
    assert page.model.task_at(300) is not None


def test_the_navigation_counts_what_is_due_before_the_page_is_opened(qtbot, program):
    core, window = program.core, program.window
    item = next(one for one in window.nav.findChildren(NavItem) if one.text() == "Tasks")
    task_id = core.tasks.add(TaskForm(title="Call", due_at="2026-05-11"))
    qtbot.waitUntil(lambda: item.accessibleName() == "Tasks, 1")
    core.tasks.finish(task_id)
    qtbot.waitUntil(lambda: item.accessibleName() == "Tasks")
