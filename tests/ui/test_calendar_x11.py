"""The calendar in a real window: the mouse drags, keys move, Ctrl+Z takes back."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint

from app.settings import TIME_ZONE
from app.shapes.tasks import TaskForm
from tests.ui.real_keys import front, in_file
from tests.ui.real_walks import spot
from ui.calendar.page import CalendarPage
from ui.printing.view_dialog import ViewDialog

pytestmark = pytest.mark.x11
DUE = "SELECT due_at, duration_min FROM task WHERE title = 'Fitting'"


@pytest.fixture
def calendar(qtbot, people, core, open_program):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    core.tasks.add(TaskForm(title="Fitting", due_at="2026-05-14T14:00", duration_min=60))
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=30_000)
    window = program.window
    qtbot.waitUntil(lambda: window.findChild(CalendarPage) is not None, timeout=30_000)
    page = window.findChild(CalendarPage)
    qtbot.waitUntil(lambda: page in [window.stack.widget(n) for n in range(window.stack.count())])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page_of(page)
    qtbot.waitUntil(lambda: page.is_read and page.is_idle)
    return page


def due(shop):
    return in_file(shop, DUE)[0]


def test_dragged_moved_lengthened_and_taken_back(qtbot, calendar, keys, shop):
    view = calendar.month
    (placed,) = [one for one in view.placed if one.entry.title == "Fitting"]
    start, end = placed.rect.center().toPoint(), spot(view, date(2026, 5, 20))
    keys.drag(view.viewport(), start, start + QPoint(20, 20), end)
    qtbot.waitUntil(lambda: view.dragged is not None)
    keys.drop()
    qtbot.waitUntil(lambda: due(shop) == ("2026-05-20T14:00", 60))
    qtbot.waitUntil(lambda: calendar.is_idle)
    keys.press("alt+Left")
    qtbot.waitUntil(lambda: due(shop) == ("2026-05-19T14:00", 60))
    keys.press("shift+Down")
    qtbot.waitUntil(lambda: due(shop) == ("2026-05-19T14:00", 75))
    qtbot.waitUntil(lambda: calendar.is_idle)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: due(shop)[1] == 60)


def test_ctrl_p_shows_the_month_on_paper(qtbot, calendar, keys):
    keys.press("ctrl+p")
    dialog = front(qtbot, ViewDialog)
    assert dialog.windowTitle() == calendar.heading.text()
    keys.press("Escape")
    qtbot.waitUntil(calendar.window().isActiveWindow)
