"""A morning at Home with the keys and the mouse of a real X window."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.settings import TIME_ZONE
from app.shapes.tasks import TaskForm
from tests.ui.real_keys import front, in_file
from ui.home.page import HomePage
from ui.tasks.finish_dialog import FinishDialog

pytestmark = pytest.mark.x11
OPEN = "SELECT title FROM task WHERE closed_at IS NULL ORDER BY title"
TALKS = "SELECT body FROM interaction WHERE deleted_at IS NULL"
SNOOZED = "SELECT title FROM task WHERE snooze_count = 1"


@pytest.fixture
def people(core, people):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    for form in (
        TaskForm(title="Call back", kind="call", due_at="2026-05-08", contact_id=people[0]),
        TaskForm(title="Order paper", kind="buy", due_at="2026-05-11"),
        TaskForm(title="Quote", due_at="2026-05-12T11:00", contact_id=people[1]),
        TaskForm(title="Vase water", due_at="2026-05-12T18:00"),
    ):
        core.tasks.add(form)
    return people


def has_keys(home):
    """Whether the keys are on the first line of what is late."""
    card = home.card_of("overdue")
    return card is not None and card.lines[0].hasFocus()


def test_a_morning_is_worked_off_without_leaving_home(qtbot, keys, shop, window):
    keys.press("ctrl+1")
    qtbot.waitUntil(lambda: isinstance(window.page(), HomePage))
    home = window.page()
    qtbot.waitUntil(lambda: home.is_read and home.card_of("overdue") is not None)
    qtbot.waitUntil(lambda: has_keys(home))
    keys.press("space")
    front(qtbot, FinishDialog)
    keys.words("Comes on Saturday")
    keys.press("Return")
    qtbot.waitUntil(lambda: len(in_file(shop, OPEN)) == 3)
    qtbot.waitUntil(lambda: home.is_read and len(home.card_of("overdue").lines) == 1)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: has_keys(home))
    keys.press("s")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    keys.press("Down", "Return")
    qtbot.waitUntil(lambda: in_file(shop, SNOOZED) == ["Order paper"])
    qtbot.waitUntil(lambda: home.is_read and home.card_of("overdue") is None)
    last = home.card_of("today").lines[-1]
    keys.click(last.button)
    qtbot.waitUntil(lambda: len(in_file(shop, OPEN)) == 2)
    assert in_file(shop, TALKS) == ["Call back – Comes on Saturday"]
