"""The month beside the tasks: what its dots mean, and what is being typed on its day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.interactions import LineForm
from app.shapes.tasks import TaskForm
from tests.ui.contact_parts import write
from ui.tasks.day_lines import DraftLine
from ui.tasks.desk import TaskDesk
from ui.tasks.page import TasksPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot, kit, bridge, core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    desk = TaskDesk(
        core.tasks, core.task_lists, core.agenda, core.contacts, core.staff, core.shop_now
    )
    page = TasksPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    return page


def titles(page):
    return [entry.title for entry in page.side.entries]


def test_what_is_typed_stands_on_its_day_until_it_is_added(qtbot, core, page):
    contact = core.contacts.add(ContactForm("김민지"))
    core.interactions.log_line(LineForm(contact_id=contact, at="2026-05-20"))
    core.tasks.add(TaskForm(title="Market run", due_at="2026-05-13T05:30"))
    core.tasks.add(TaskForm(title="First visit", due_at="2026-05-13T17:00"))
    page.show()
    page.activateWindow()
    side = page.side
    qtbot.waitUntil(lambda: side.is_read and len(side.legend.accessibleName().split(", ")) == 5)
    assert side.legend.accessibleName() == (
        "Task, Next contact, Delivery or pick-up, Deal closing, Birthday"
    )
    page.make_new()
    write(qtbot, "call 김민지 tomorrow 3pm")
    qtbot.waitUntil(lambda: "call 김민지" in titles(page))
    assert side.month.day == date(2026, 5, 13)
    assert titles(page) == ["Market run", "call 김민지", "First visit"]
    draft = side.findChild(DraftLine)
    assert draft.accessibleName() == "Task, call 김민지, Not added yet, 3:00 PM"
    with qtbot.assertNotEmitted(side.entry_opened):
        QTest.mouseClick(draft, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.quick.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: titles(page) == ["Market run", "First visit"])
    page.make_new()
    write(qtbot, "call 김민지 tomorrow 3pm")
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.contact_id for one in side.entries] == [None, contact, None])
    assert side.entries[1].task_id is not None
