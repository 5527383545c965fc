"""Plans under way on a contact's page: progress, the step that is offered, stopping."""

import pytest
from PySide6.QtWidgets import QLabel

from app.shapes.task_plans import PlanForm, StepForm
from tests.ui.contact_parts import full_page
from ui.contacts.running_plans import PlansSection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
STEPS = (
    StepForm(title="Call", kind="call", offset_days=3),
    StepForm(title="Invite", offset_days=30, mode="suggest"),
    StepForm(title="Ask", offset_days=7, after="previous", mode="suggest"),
)


@pytest.fixture
def section(qtbot, core, kit, bridge, people, page):
    section = PlansSection(kit, core.task_plans, core.task_lists)
    full = full_page(core, kit, bridge, page, section)
    qtbot.addWidget(full)
    full.show_contact(people[0])
    full.show()
    return section


@pytest.fixture
def run(core, people):
    plan = core.task_plans.add(PlanForm(name="First visit", steps=STEPS))
    return core.task_plans.run(plan, people[0])


def told(section):
    return [label.text() for label in section.findChildren(QLabel) if label.isVisible()]


def test_nothing_is_seen_until_a_plan_is_under_way(qtbot, core, people, section, run):
    qtbot.waitUntil(section.isVisible)
    assert {"First visit", "0 of 3", "Call · Fri"} <= set(told(section))
    core.task_plans.stop(run)
    qtbot.waitUntil(section.isHidden)


def test_the_step_that_is_offered_becomes_a_task_with_one_key(qtbot, core, people, section, run):
    core.tasks.finish(core.task_lists.of_contact(people[0])[0].id)
    qtbot.waitUntil(lambda: "Next step: Invite" in told(section))
    assert {"1 of 3", "June 11 (Thu)"} <= set(told(section))
    section.letter_pressed()
    qtbot.waitUntil(lambda: len(core.task_lists.of_contact(people[0])) == 1)
    assert core.task_lists.of_contact(people[0])[0].due_at == "2026-06-11"
    qtbot.waitUntil(lambda: not section.accept_buttons)
    section.letter_pressed()  # nothing is offered now
    assert len(core.task_lists.of_contact(people[0])) == 1


def test_a_step_is_left_out_and_the_next_one_offered(qtbot, core, people, section, run):
    core.tasks.finish(core.task_lists.of_contact(people[0])[0].id)
    qtbot.waitUntil(lambda: "Next step: Invite" in told(section))
    leave = next(b for b in section.findChildren(type(section.accept_buttons[0]))
                 if b.accessibleName().startswith("Leave it out"))  # fmt: skip
    leave.click()
    qtbot.waitUntil(lambda: "Next step: Ask" in told(section))
    section.stop_buttons[0].click()
    qtbot.waitUntil(section.isHidden)
    assert core.task_plans.runs(people[0])[0].status == "stopped"


def test_a_plan_can_be_changed_while_one_keeps_its_steps(qtbot, core, people, section, run):
    plan_id = core.task_plans.runs(people[0])[0].plan_id
    core.task_plans.edit(plan_id, PlanForm(name="First visit", steps=STEPS[:1]))
    section.refresh()
    qtbot.waitUntil(lambda: "0 of 3" in told(section))
