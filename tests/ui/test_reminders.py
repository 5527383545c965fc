"""What rings: told once, in the best way there is, and answered by a button."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.settings import QUIET_FROM, QUIET_UNTIL, TIME_ZONE
from app.shapes.tasks import ReminderForm, TaskForm
from ui.reminders.card import ReminderCard
from ui.reminders.reminding import Reminding
from ui.settings.reminders import RemindersSection, hour_of
from ui.tasks.page import TasksPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LATE = 30_000


@pytest.fixture
def host(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    host.show()
    return host


@pytest.fixture
def card(kit, host):
    return ReminderCard(kit, host)


@pytest.fixture
def reminding(kit, core, card):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return Reminding(kit, core.reminders, core.tasks, card, None, None)


def looked(qtbot, reminding):
    """Look once, and return what was told."""
    told = []
    reminding.told.connect(told.append)
    reminding.look()
    qtbot.waitUntil(lambda: not reminding._looks, timeout=LATE)
    reminding.told.disconnect(told.append)
    return told


def ringing(core, title, at, contact_id=None):
    form = TaskForm(
        title=title, due_at=at, contact_id=contact_id, reminders=(ReminderForm(before_min=0),)
    )
    return core.tasks.add(form)


def test_two_of_the_same_second_are_both_told_and_only_once(qtbot, core, people, clock, reminding):
    ringing(core, "Call", "2026-05-12T09:30", people[0])
    ringing(core, "Water", "2026-05-12T09:30")
    assert looked(qtbot, reminding) == []
    clock.move(minutes=10)
    assert sorted(one.title for one in looked(qtbot, reminding)) == ["Call", "Water"]
    assert looked(qtbot, reminding) == []


def test_what_was_missed_in_a_month_of_sleep_is_one_summary(qtbot, core, clock, reminding):
    for day in range(13, 29):
        ringing(core, f"Task {day}", f"2026-05-{day}T10:00")
    clock.move(days=31)
    told = looked(qtbot, reminding)
    assert [one.title for one in told] == ["16 reminders while you were away"]
    assert told[0].body.endswith("13 more")
    assert told[0].task_id is None
    assert looked(qtbot, reminding) == []


def test_in_quiet_hours_nothing_rings_and_it_is_told_together_after(qtbot, core, clock, reminding):
    core.settings.put(QUIET_FROM, "21:00")
    core.settings.put(QUIET_UNTIL, "08:00")
    ringing(core, "Late", "2026-05-12T22:00")
    clock.move(hours=13)
    assert looked(qtbot, reminding) == []
    clock.move(hours=11)
    assert [one.title for one in looked(qtbot, reminding)] == ["1 reminder while you were away"]


def test_a_clock_set_back_tells_nothing_twice(qtbot, core, clock, reminding):
    ringing(core, "Call", "2026-05-12T09:30")
    clock.move(minutes=10)
    assert len(looked(qtbot, reminding)) == 1
    clock.move(days=-365)
    assert looked(qtbot, reminding) == []
    clock.move(days=365)
    assert looked(qtbot, reminding) == []


def test_the_card_in_the_window_shows_one_after_the_other(qtbot, core, clock, reminding, card):
    first = ringing(core, "Call", "2026-05-12T09:30")
    ringing(core, "Water", "2026-05-12T09:31")
    clock.move(minutes=12)
    looked(qtbot, reminding)
    assert card.isVisible()
    assert card.title.text() == "Call"
    assert card.more.text() == "+1"
    qtbot.mouseClick(card.buttons["done"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: core.task_lists.get(first).row.is_closed, timeout=LATE)
    assert card.title.text() == "Water"
    qtbot.keyClick(card.buttons["open"], Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_later_puts_it_off_and_open_asks_for_the_task(qtbot, core, clock, reminding, card):
    task = ringing(core, "Call", "2026-05-12T09:30")
    clock.move(minutes=10)
    looked(qtbot, reminding)
    card.buttons["snooze"].click()
    qtbot.waitUntil(lambda: core.task_lists.get(task).row.snoozed == 1, timeout=LATE)
    assert core.task_lists.get(task).row.due_at > "2026-05-12T11"
    clock.move(hours=2, minutes=1)
    looked(qtbot, reminding)
    with qtbot.waitSignal(reminding.opened) as asked:
        card.buttons["open"].click()
    assert asked.args == [task]


def test_more_than_three_of_one_moment_come_together(qtbot, core, clock, reminding):
    for number in range(5):
        ringing(core, f"Task {number}", "2026-05-12T09:30")
    clock.move(minutes=10)
    assert [one.title for one in looked(qtbot, reminding)] == ["5 reminders"]


def test_the_words_follow_the_language_while_the_card_is_shown(
    qtbot, kit, core, clock, reminding, card
):
    ringing(core, "Call", "2026-05-12T09:30")
    clock.move(minutes=10)
    looked(qtbot, reminding)
    assert card.accessibleName().startswith("Call")
    kit.language.use("ko")
    assert set(card.buttons) == {"done", "snooze", "open"}


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("9", "09:00"), ("9:30", "09:30"), ("21시", "21:00"), ("9시 30분", "09:30"), ("", ""),
     ("24:00", None), ("9:75", None), ("soon", None)],
)  # fmt: skip
def test_hours_are_read_as_people_type_them(typed, hour):
    assert hour_of(typed) == hour


def test_closing_keeps_the_window_only_if_somebody_chose_so(qtbot, program):
    window, closed = program.window, []
    window.closed.connect(lambda: closed.append(True))
    window.staying.turn(on=True)
    window.close()
    assert not window.isVisible()
    assert closed == []
    window.staying.come_back()
    assert window.isVisible()
    window.menus.quit_action.trigger()
    assert closed == [True]


def test_the_settings_say_when_it_rings(qtbot, program):
    section = program.window.findChild(RemindersSection)
    field = section.hours["quiet_from"]
    field.setText("22")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "22:00"
    qtbot.waitUntil(lambda: program.core.settings.get(QUIET_FROM) == "22:00", timeout=LATE)
    field.setText("late")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "22:00"


def test_what_rang_while_the_program_was_closed_is_told_at_its_start(
    qtbot, core, people, open_program, clock
):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    ringing(core, "Call", "2026-05-12T09:30", people[0])
    ringing(core, "Water", "2026-05-12T09:40")
    core.close()
    clock.move(hours=2)
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=LATE)
    card = program.window.findChild(ReminderCard)
    qtbot.waitUntil(lambda: card.told is not None, timeout=LATE)
    program.kit.language.use("en")
    assert card.told.task_id is None
    assert card.told.body == "Call, Water"
    card.buttons["open"].click()
    assert isinstance(program.window.page(), TasksPage)


SERVER = Path(__file__).with_name("notice_server.py")


@pytest.mark.skipif(not Path("/usr/bin/dbus-run-session").exists(), reason="no session bus")
def test_a_notification_server_gets_buttons_and_its_answer_comes_back(tmp_path):
    """In a process of its own: a session bus is looked for once."""
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(SERVER)],
        capture_output=True, text=True, timeout=60, check=False, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path.cwd()), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if ": " in line]  # and what servers print
    assert done.stdout, done.stderr
    assert lines[0] == "none yet: False"
    assert lines[1] == "found: True"
    assert lines[2] == "acted: 7 done"
    assert lines[3] == (
        "shown: Dangol|Call|with Minji &amp; co|default,Open,done,Done,snooze,Later,open,Open|0"
    )
