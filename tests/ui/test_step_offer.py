"""What a plan offers once a step of it is done."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.shapes.task_plans import PlanForm, StepForm
from ui.tasks.finish_dialog import FinishDialog
from ui.tasks.step_offer import StepOffer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WELCOME = PlanForm(
    name="First visit",
    steps=(
        StepForm(title="Thank them"),
        StepForm(title="Send a card", mode="suggest", offset_days=7),
        StepForm(title="Ask for a review", mode="suggest", offset_days=14),
    ),
)


def test_a_step_is_offered_left_out_and_added_with_one_key_each(qtbot, program, people):
    window, core = program.window, program.core
    qtbot.waitUntil(window.menus.plans_action.isEnabled)
    run = core.task_plans.run(core.task_plans.add(WELCOME), people[0])
    contacts, offer = window.page(), window.findChild(StepOffer)
    contacts.select(people[0])
    contacts.show_detail()
    section = next(one for one in contacts.detail._sections if one.letter == "t")
    qtbot.waitUntil(lambda: len(section.lines) == 1)
    qtbot.keyClick(section.lines[0], Qt.Key.Key_Space)
    dialog = window.findChild(FinishDialog)
    dialog.accept()
    qtbot.waitUntil(offer.isVisible)
    assert offer.text.text() == "Next in First visit: Send a card"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    contacts.search.setFocus()
    qtbot.keyClicks(window.focusWidget(), "x")
    assert offer.isVisible()
    contacts.search.clear()
    contacts.table.setFocus()
    qtbot.keyClick(contacts.table, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: offer.text.text() == "Next in First visit: Ask for a review")
    qtbot.waitUntil(offer.isVisible)
    hangul = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ㅁ")  # on A
    QApplication.sendEvent(contacts.table, hangul)
    assert not offer.isVisible()
    qtbot.waitUntil(lambda: [r.title for r in core.task_lists.of_contact(people[0])] == [
        "Ask for a review"
    ])  # fmt: skip
    assert core.task_plans.suggested(run) is None
