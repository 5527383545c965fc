"""What is to be done next about a contact: in the panel, on its page, in the list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.shapes.filters import Condition, Filter
from app.shapes.tasks import TaskForm
from tests.ui.contact_parts import press
from ui.common.writing.entry_words import item_of
from ui.contacts.next_task import NextTaskSection
from ui.tasks.add_dialog import AddDialog
from ui.tasks.task_dialog import TaskDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def section(qtbot, core, kit, people):
    section = NextTaskSection(kit, core.task_lists, page=False)
    qtbot.addWidget(section)
    section.show_contact(core.contacts.detail(people[0]))
    section.show()
    qtbot.waitUntil(lambda: section.new_button is not None)
    return section


def test_the_next_tasks_stand_with_the_contact_and_each_leads_on(qtbot, core, people, section):
    with qtbot.waitSignal(section.new_asked) as told:
        QTest.mouseClick(section.new_button, Qt.MouseButton.LeftButton)
    assert told.args == [people[0]]
    later, late = (
        core.tasks.add(TaskForm(title=title, kind=kind, due_at=due, contact_id=people[0]))
        for title, kind, due in (
            ("Send the price", "message", "2026-05-16T15:00"), ("Call back", "call", "2026-05-11"),
        )
    )  # fmt: skip
    section.refresh()
    qtbot.waitUntil(lambda: len(section.lines) == 2)
    assert [line.accessibleName() for line in section.lines] == [
        "Call, Call back, Yesterday, Overdue", "Message, Send the price, Sat 3 PM"
    ]  # fmt: skip
    section.activateWindow()
    first, second = section.lines
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        first.setFocus()
        with qtbot.waitSignal(section.opened) as told:
            press(qtbot, key)
        assert told.args == [late]
    with qtbot.waitSignal(section.done_asked) as told:
        press(qtbot, Qt.Key.Key_Space)
    assert told.args[0].id == late
    for at, asked in ((QPoint(18, 18), section.done_asked), (QPoint(90, 18), section.opened)):
        with qtbot.waitSignal(asked) as told:
            QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=at)
        assert later in (told.args[0], getattr(told.args[0], "id", None))


def test_what_came_of_an_appointment_stands_in_the_timeline(core, kit, people):
    ids = [
        core.tasks.add(TaskForm(title="Fitting", kind="meeting", duration_min=60,
                                due_at=f"2026-05-12T1{hour}:00", contact_id=people[0]))
        for hour in (0, 3)
    ]  # fmt: skip
    core.tasks.came(ids[0])
    core.tasks.no_show(ids[1])
    items = [item_of(entry, kit) for entry in core.interactions.timeline(people[0])]
    assert sorted((item.title, item.icon) for item in items) == [
        ("<b>Meeting</b> · Came", "users-round"), ("<b>Meeting</b> · Did not come", "user-x")
    ]  # fmt: skip


def test_the_list_tells_what_is_next_sorts_and_narrows_by_it(qtbot, core, people, page):
    core.tasks.add(TaskForm(title="Renewal", due_at="2026-05-20", contact_id=people[1]))
    core.tasks.add(TaskForm(title="Call", kind="call", due_at="2026-05-10", contact_id=people[2]))
    page.reload()
    number = page.model.number_of("next_task")
    assert [page.model.index(line, number).data() for line in range(3)] == [
        "", "Renewal · May 20", "Call · May 10"
    ]  # fmt: skip
    looks = [page.model.look(page.model.row_at(line)).cells[number] for line in range(3)]
    assert [(cell.icon, cell.late) for cell in looks[1:]] == [
        ("circle-check", False), ("phone", True)
    ]  # fmt: skip
    page.table.header.sort_chosen.emit(number, Qt.SortOrder.AscendingOrder)
    assert page.model.sorted_by == "next_task_at"
    for op, values, count, words in (
        ("overdue", (), 1, "overdue"), ("next_days", (8,), 1, "in the next 8 days"),
        ("next_days", (0,), 0, "today"), ("known", (), 2, "there is one"), ("empty", (), 1, "none"),
    ):  # fmt: skip
        page.filters.set_filter(Filter((Condition("next_task", op, values),)))
        qtbot.waitUntil(lambda count=count: page.model.rowCount() == count)
        assert page.filters.sentences() == [f"Next task: {words}"]


def test_t_adds_a_task_for_the_contact_in_front(qtbot, program, people):
    window = program.window
    qtbot.waitUntil(window.menus.plans_action.isEnabled)
    contacts, core = window.page(), program.core
    contacts.select(people[1])
    contacts.show_detail()
    contacts.table.setFocus()
    qtbot.keyClick(contacts.table, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: window.findChild(AddDialog) is not None)
    dialog = window.findChild(AddDialog)
    dialog.quick.take("call tomorrow 3pm", people[1])
    section = contacts.detail.findChild(NextTaskSection)
    qtbot.waitUntil(lambda: len(section.lines) == 1)
    assert core.contacts.rows([people[1]])[people[1]].next_task_at == "2026-05-13T15:00"
    contacts.full_asked.emit(people[1])
    other = next(one for one in window.page().findChildren(NextTaskSection) if one is not section)
    qtbot.waitUntil(lambda: len(other.lines) == 1)
    other.lines[0].opened.emit()
    qtbot.waitUntil(lambda: window.findChild(TaskDialog) is not None)
    window.findChild(TaskDialog).reject()
