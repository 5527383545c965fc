"""Task plans and staying in touch in the whole program: menus, palette, settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shapes.task_plans import PlanForm, StepForm
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.contacts.running_plans import PlansSection
from ui.plans.page import PlansPage
from ui.plans.start_dialog import StartDialog
from ui.settings.stay_in_touch import TouchSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
VISIT = PlanForm(name="First visit", steps=(StepForm(title="Thank them", offset_days=3),))


def dialog_of(qtbot, window):
    def found():
        return next((d for d in window.findChildren(StartDialog) if d.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None and found().save_button.isEnabled())
    return found()


def test_the_plans_open_from_the_menu_and_esc_leads_back(qtbot, program):
    window = program.window
    qtbot.waitUntil(window.menus.plans_action.isEnabled)
    before = window.page()
    window.menus.plans_action.trigger()
    assert isinstance(window.page(), PlansPage)
    QTest.keyClick(window.page(), Qt.Key.Key_Escape)
    assert window.page() is before
    assert "Task plans" in [command.title for command in window.commands()]


def test_a_plan_starts_from_the_menu_of_a_contact_and_is_seen_on_its_page(qtbot, program, people):
    core, window = program.core, program.window
    qtbot.waitUntil(window.menus.plans_action.isEnabled)
    contacts, full = window.findChild(ContactsPage), window.findChild(FullPage)
    contacts.full_asked.emit(people[0])
    full.controls.plan_action.trigger()
    qtbot.waitUntil(lambda: isinstance(window.page(), PlansPage))  # there is no plan yet
    core.task_plans.add(VISIT)
    contacts.full_asked.emit(people[0])
    full.controls.plan_action.trigger()
    dialog = dialog_of(qtbot, window)
    assert dialog.heading.text() == "Start a plan for 김민지"
    dialog.accept()
    qtbot.waitUntil(lambda: len(core.task_plans.runs(people[0])) == 1)
    qtbot.waitUntil(full.findChild(PlansSection).isVisible)


def test_a_plan_starts_for_all_that_are_checked(qtbot, program, people):
    core, window = program.core, program.window
    qtbot.waitUntil(window.menus.plans_action.isEnabled)
    core.task_plans.add(VISIT)
    window.findChild(ContactsPage).acts.plan_asked.emit(list(people))
    dialog = dialog_of(qtbot, window)
    assert dialog.summary.text() == "Starts for 3 contacts."
    dialog.accept()
    qtbot.waitUntil(lambda: len(core.task_plans.runs()) == 3)


def test_staying_in_touch_is_among_the_settings(qtbot, program):
    qtbot.waitUntil(program.window.menus.plans_action.isEnabled)
    assert program.window.findChild(TouchSettings) is not None
