"""A week's work in a real window: added, snoozed, finished, planned, moved in the calendar."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint

from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.task_plans import PlanForm, StepForm
from tests.ui.real_keys import choose, front, in_file
from tests.ui.real_walks import spot
from ui.calendar.page import CalendarPage
from ui.contacts.page import ContactsPage
from ui.plans.start_dialog import StartDialog
from ui.tasks.finish_dialog import FinishDialog
from ui.tasks.page import TasksPage

pytestmark = pytest.mark.x11
DUE = "SELECT due_at FROM task WHERE title = ?"
SNOOZED = "SELECT due_at FROM task WHERE snooze_count = 1"
TALKS = "SELECT body FROM interaction WHERE deleted_at IS NULL"
VISIT = PlanForm(name="First visit", steps=(StepForm(title="Thank them", offset_days=3),))


@pytest.fixture
def people(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    core.task_plans.add(VISIT)
    return [core.contacts.add(ContactForm("Minji Kim", phone="010-0100-0001"))]


def test_a_week_is_worked_with_keys_and_mouse(qtbot, keys, shop, window):
    keys.press("ctrl+3")
    qtbot.waitUntil(lambda: isinstance(window.page(), TasksPage) and window.page().is_read)
    page = window.page()
    keys.press("n")
    qtbot.waitUntil(page.quick.line.hasFocus)
    keys.words("call Minji Kim tomorrow 3pm")
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, "SELECT due_at FROM task") == ["2026-05-13T15:00"])
    qtbot.waitUntil(lambda: page.list.task is not None)

    keys.press("ctrl+f", "s")
    choose(qtbot, keys, "Tomorrow morning")
    qtbot.waitUntil(lambda: in_file(shop, SNOOZED) == ["2026-05-13T09:00"])
    qtbot.waitUntil(lambda: page.list.task.snoozed == 1 and window.isActiveWindow())

    keys.press("space")
    front(qtbot, FinishDialog)
    keys.words("Comes on Saturday")
    keys.press("Tab")
    keys.words("meeting Friday 2pm")
    keys.press("Return")
    qtbot.waitUntil(lambda: len(in_file(shop, "SELECT id FROM task")) == 2)
    assert in_file(shop, TALKS) == ["call Minji Kim – Comes on Saturday"]

    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+2")
    qtbot.waitUntil(lambda: isinstance(window.page(), ContactsPage))
    qtbot.waitUntil(window.page().table.hasFocus)
    keys.press("shift+F10")
    choose(qtbot, keys, "Start a plan…")
    dialog = front(qtbot, StartDialog)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, DUE, "Thank them") == ["2026-05-15"])

    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+3")
    qtbot.waitUntil(page.isVisible)
    keys.click(page.views, page.views.rect().center() + QPoint(page.views.width() * 2 // 5, 0))
    calendar = window.findChild(CalendarPage)
    qtbot.waitUntil(lambda: window.page() is calendar and calendar.is_read and calendar.is_idle)
    view = calendar.month
    (placed,) = [one for one in view.placed if one.entry.title == "Thank them"]
    start, end = placed.rect.center().toPoint(), spot(view, date(2026, 5, 20))
    keys.drag(view.viewport(), start, start + QPoint(20, 20), end)
    qtbot.waitUntil(lambda: view.dragged is not None)
    keys.drop()
    qtbot.waitUntil(lambda: in_file(shop, DUE, "Thank them") == ["2026-05-20"])
    qtbot.waitUntil(lambda: calendar.is_idle)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, DUE, "Thank them") == ["2026-05-15"])
