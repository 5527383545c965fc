"""The page of task plans: plans typed, changed, put away, and where they are under way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shapes.contacts import ContactForm
from app.shapes.task_plans import PlanForm, StepForm
from ui.plans.desk import PlanDesk
from ui.plans.dialog import PlanDialog
from ui.plans.page import PlansPage
from ui.plans.start_dialog import StartDialog
from ui.plans.step_editor import read_hour

STEPS = (
    StepForm(title="Talk it over", kind="meeting", offset_days=-30, at_time="14:00",
             duration_min=60),
    StepForm(title="Send the quote", kind="message", offset_days=2, after="previous"),
    StepForm(title="Order the flowers", kind="buy", offset_days=-3, mode="suggest"),
)  # fmt: skip
WEDDING = PlanForm(name="Wedding", anchor="end", steps=STEPS)


@pytest.fixture
def desk(core):
    return PlanDesk(core.task_plans, core.staff)


@pytest.fixture
def plans(qtbot, core, kit, bridge, desk):
    page = PlansPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def names(page):
    return [getattr(row, "name", "") or getattr(row, "contact", "") for row in page.model.rows]


def dialog_of(qtbot, page, kind):
    qtbot.waitUntil(lambda: page.dialog is not None and page.dialog.isActiveWindow())
    assert isinstance(page.dialog, kind)
    return page.dialog


def steps_of(core, plan_id):
    return [(s.title, s.kind, s.offset_days, s.after, s.mode, s.at_time, s.duration_min)
            for s in core.task_plans.get(plan_id).steps]  # fmt: skip


def test_a_plan_is_typed_with_its_steps_and_kept(qtbot, core, plans):
    qtbot.waitUntil(lambda: plans.stack.currentWidget() is plans.empty)
    plans.make_new()
    dialog = dialog_of(qtbot, plans, PlanDialog)
    QTest.keyClicks(dialog.name, "After a first visit")
    first = dialog.steps[0]
    QTest.keyClicks(first.title, "Say thank you")
    first.kind.setCurrentIndex(first.kind.findData("message"))
    first.offset.number.setText("3")
    dialog.add_step()
    second = dialog.steps[1]
    assert second.title.hasFocus()
    QTest.keyClicks(second.title, "Call")
    second.offset.number.setText("2")
    second.offset.unit.setCurrentIndex(second.offset.unit.findData("weeks"))
    second.when.setCurrentIndex(second.when.findData("previous"))
    QTest.keyClicks(second.time, "9:30")
    second.mode.setCurrentIndex(second.mode.findData("suggest"))
    second.priority.setCurrentIndex(second.priority.findData(2))
    first.length.setCurrentIndex(first.length.findData(90))
    dialog.accept()
    assert first.time.hasFocus()  # what lasts has its hour
    QTest.keyClicks(first.time, "14")
    QTest.keyClick(second.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(plans) == ["After a first visit"])
    assert steps_of(core, plans.model.rows[0].id) == [
        ("Say thank you", "message", 3, "anchor", "create", "14:00", 90),
        ("Call", "call", 14, "previous", "suggest", "09:30", None),
    ]
    assert [step.priority for step in core.task_plans.get(plans.model.rows[0].id).steps] == [0, 2]


def test_changing_a_plan_keeps_what_was_not_touched_and_moves_steps(qtbot, core, plans):
    plan_id = core.task_plans.add(WEDDING)
    before = steps_of(core, plan_id)
    qtbot.waitUntil(lambda: names(plans) == ["Wedding"])
    QTest.keyClick(plans.table, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, plans, PlanDialog)
    assert [step.title.text() for step in dialog.steps] == [s.title for s in STEPS]
    dialog.accept()
    qtbot.waitUntil(lambda: core.task_plans.get(plan_id).row.version == 2)
    assert steps_of(core, plan_id) == before
    qtbot.waitUntil(lambda: plans.dialog is None)
    plans.ask(plans.model.rows[0])
    dialog = dialog_of(qtbot, plans, PlanDialog)
    QTest.mouseClick(dialog.steps[2].up_button, Qt.MouseButton.LeftButton)
    assert dialog.steps[1].up_button.hasFocus()
    QTest.mouseClick(dialog.steps[0].remove_button, Qt.MouseButton.LeftButton)
    dialog.accept()
    qtbot.waitUntil(lambda: core.task_plans.get(plan_id).row.version == 3)
    assert [s[0] for s in steps_of(core, plan_id)] == ["Order the flowers", "Send the quote"]


def test_a_step_that_is_not_whole_is_told_and_keeps_the_dialog_open(qtbot, core, plans):
    plans.make_new()
    dialog = dialog_of(qtbot, plans, PlanDialog)
    dialog.accept()
    assert (dialog.name.hasFocus(), dialog.problem.text() != "") == (True, True)
    QTest.keyClicks(dialog.name, "Plan")
    dialog.accept()
    assert (dialog.steps[0].title.hasFocus(), dialog.problem.text()) == (
        True, "Step 1 is not whole yet."
    )  # fmt: skip
    QTest.keyClicks(dialog.steps[0].title, "Call")
    QTest.keyClicks(dialog.steps[0].time, "25:00")
    dialog.accept()
    assert dialog.steps[0].time.hasFocus()
    dialog.reject()
    assert core.task_plans.all() == []


def test_delete_offers_a_plan_no_more_and_the_switch_shows_it_again(qtbot, core, plans):
    core.task_plans.add(WEDDING)
    qtbot.waitUntil(lambda: names(plans) == ["Wedding"])
    QTest.keyClick(plans.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(plans) == [])
    plans.retired_toggle.click()
    qtbot.waitUntil(lambda: names(plans) == ["Wedding"])
    QTest.keyClick(plans.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(core.task_plans.all()) == 1)


def test_three_examples_to_begin_with_in_the_language_of_the_window(qtbot, core, kit, plans):
    qtbot.waitUntil(lambda: plans.stack.currentWidget() is plans.empty)
    plans.empty.followed.emit()
    qtbot.waitUntil(lambda: len(names(plans)) == 3)
    assert "Wedding flowers" in names(plans)
    kit.language.use("ko")
    assert plans.heading.text() == plans.title()


def test_what_is_under_way_is_listed_and_stopped(qtbot, core, plans):
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.task_plans.run(core.task_plans.add(WEDDING), kim, anchor_on="2026-06-30")
    qtbot.waitUntil(lambda: names(plans) == ["Wedding"])
    plans.show_view("runs")
    qtbot.waitUntil(lambda: names(plans) == ["김민지"])
    with qtbot.waitSignal(plans.contact_asked) as asked:
        QTest.keyClick(plans.table, Qt.Key.Key_Return)
    assert asked.args == [kim]
    QTest.keyClick(plans.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: plans.stack.currentWidget() is plans.nothing)
    assert core.task_plans.runs(kim)[0].status == "stopped"


def open_start(qtbot, core, kit, desk, ids, name=""):
    dialog = StartDialog(kit, desk, core.task_plans.all(), ids, name)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.steps.count() > 0)
    return dialog


def test_a_plan_starts_for_one_contact_from_a_chosen_day(qtbot, core, kit, desk, people):
    core.task_plans.add(WEDDING)
    dialog = open_start(qtbot, core, kit, desk, people[:1], "김민지")
    dialog.month.setFocus()
    for _ in range(7):
        QTest.keyClick(dialog.month, Qt.Key.Key_Down)
    assert dialog.day_label.text().startswith("Ends on Tuesday, Jun")
    QTest.keyClick(dialog.month, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(core.task_plans.runs(people[0])) == 1)
    assert core.task_plans.runs(people[0])[0].anchor_on == "2026-06-30"
    assert [t.due_at for t in core.task_lists.of_contact(people[0])] == ["2026-05-31T14:00"]


def test_a_plan_starts_for_many_and_leaves_out_who_has_it(qtbot, core, kit, desk, people):
    plan = core.task_plans.add(WEDDING)
    core.task_plans.run(plan, people[0])
    dialog = open_start(qtbot, core, kit, desk, people)
    assert dialog.summary.text() == (
        "Starts for 2 contacts. 1 have it under way already and stay as they are."
    )
    dialog.accept()
    qtbot.waitUntil(lambda: len(core.task_plans.runs()) == 3)
    again = open_start(qtbot, core, kit, desk, people)
    assert not again.save_button.isEnabled()
    again.accept()
    assert again.isVisible()


@pytest.mark.parametrize(
    ("text", "hour"),
    [("", ""), ("9", "09:00"), ("930", "09:30"), ("0930", "09:30"), ("15:00", "15:00"),
     ("24:00", None), ("9:60", None), ("noon", None)],
)  # fmt: skip
def test_times_of_day_as_people_type_them(text, hour):
    assert read_hour(text) == hour
