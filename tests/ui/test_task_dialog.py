"""A task whole, and the line that adds one from anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.settings import TIME_ZONE
from app.shapes.deals import DealForm
from app.shapes.tasks import ReminderForm, TaskForm
from tests.ui.contact_parts import press, write
from ui.tasks.add_dialog import AddDialog
from ui.tasks.desk import TaskDesk
from ui.tasks.task_dialog import TaskDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return TaskDesk(
        core.tasks, core.task_lists, core.agenda, core.contacts, core.staff, core.shop_now
    )


@pytest.fixture
def opened(qtbot, kit, desk):
    """Shows the dialog of a task, or of a new one."""

    def show(task_id=None):
        detail = desk.lists.get(task_id) if task_id is not None else None
        dialog = TaskDialog(kit, desk, detail, "")
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


def saved(qtbot, dialog):
    with qtbot.waitSignal(dialog.saved) as told:
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return told.args[0]


def test_a_new_task_keeps_all_that_is_said_of_it(qtbot, core, people, opened):
    dialog = opened()
    write(qtbot, "Fitting of the wreath")
    dialog.kind.setCurrentIndex(dialog.kind.findData("meeting"))
    dialog.contact.setFocus()
    write(qtbot, "김민지")
    qtbot.waitUntil(lambda: dialog.contact.contact_id == people[0])
    dialog.contact.completer().popup().hide()
    dialog.day.setFocus()
    write(qtbot, "5-20")
    dialog.timed.setChecked(True)
    dialog.length.setCurrentIndex(dialog.length.findData(60))
    dialog.place_line.setText("Shop")
    for words in ("30 minutes before", "1 day before"):
        QTest.mouseClick(dialog.reminders.add_button, Qt.MouseButton.LeftButton)
        choose(dialog.reminders.menu, words)
    dialog.checklist.line.setFocus()
    write(qtbot, "Measure")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Photograph")
    detail = core.task_lists.get(saved(qtbot, dialog))
    row = detail.row
    assert (row.title, row.kind, row.contact_id) == ("Fitting of the wreath", "meeting", people[0])
    assert (row.due_at, row.duration_min, row.place) == ("2026-05-20T09:00", 60, "Shop")
    assert [item.label for item in detail.items] == ["Measure", "Photograph"]
    assert [reminder.before_min for reminder in detail.reminders] == [1440, 30]


def test_a_task_is_refused_without_a_title_or_with_no_day(qtbot, opened):
    dialog = opened()
    dialog.accept()
    assert dialog.problem.text() == "Give it a title"
    write(qtbot, "Sweep")
    dialog.day.line.setText("soon")
    dialog.accept()
    assert "2026-05-16" in dialog.problem.text()


def test_a_repeat_is_said_in_words(qtbot, core, opened):
    task = core.tasks.add(TaskForm(title="Stock", due_at="2026-05-15"))
    dialog = opened(task)
    choice = dialog.repeat.choice
    choice.setCurrentIndex(choice.count() - 1)
    dialog.repeat.line.setFocus()
    write(qtbot, "every 3rd Friday")
    saved(qtbot, dialog)
    assert core.task_lists.get(task).row.repeat == "FREQ=MONTHLY;BYDAY=3FR"


def test_all_that_was_changed_of_a_task_is_kept_in_one_step(qtbot, core, opened):
    deal = core.deals.add(DealForm(title="Lobby flowers", owner_id=None))
    task = core.tasks.add(TaskForm(
        title="Stock", items=("Roses", "Lilies", "Ribbon"), due_at="2026-05-20T10:00", deal_id=deal,
        reminders=(ReminderForm(10), ReminderForm(60)),
    ))  # fmt: skip
    was = core.task_lists.get(task)
    dialog = opened(task)
    roses, lilies, _ribbon = dialog.checklist.boxes
    roses.setChecked(True)
    lilies.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    write(qtbot, "Paper")
    dialog.title_line.setText("Stock of May")
    dialog.reminders.remove_buttons[0].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    dialog.timed.setChecked(False)
    assert [dialog.reminders.words(form) for form in dialog.reminders.forms] == [
        "on the day, 09:00"
    ]  # fmt: skip
    saved(qtbot, dialog)
    detail = core.task_lists.get(task)
    assert (detail.row.title, detail.row.due_at) == ("Stock of May", "2026-05-20")
    assert (detail.row.deal_id, detail.row.deal) == (deal, "Lobby flowers")
    assert [reminder.before_min for reminder in detail.reminders] == [-540]
    items = detail.items
    assert [(item.label, item.done) for item in items] == [
        ("Roses", True), ("Ribbon", False), ("Paper", False)
    ]  # fmt: skip
    core.history.undo()
    assert core.task_lists.get(task) == was


def choose(menu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_the_line_adds_for_the_contact_one_came_from(qtbot, core, kit, desk, people):
    dialog = AddDialog(kit, desk, people[1], "박서준")
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    write(qtbot, "call tomorrow 3pm")
    with qtbot.waitSignal(dialog.added) as told:
        press(qtbot, Qt.Key.Key_Return)
    row = core.task_lists.get(told.args[0]).row
    assert (row.contact_id, row.due_at) == (people[1], "2026-05-13T15:00")
