"""Goals in the window: set, looked at day by day, changed and removed with the keyboard."""

import pytest
from PySide6.QtCore import Qt

from app.settings import CURRENCY
from app.shapes.goals import GoalForm
from tests.ui.contact_parts import press, write
from tests.ui.sale_parts import sell
from ui.goals.desk import GoalDesk
from ui.goals.page import GoalsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def goals(qtbot, core, kit, bridge):
    desk = GoalDesk(core.goals, core.staff, core.products, lambda: core.settings.get(CURRENCY))
    page = GoalsPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.is_read)
    return page


def opened(qtbot, page):
    qtbot.waitUntil(lambda: page.dialog is not None)
    page.dialog.activateWindow()
    qtbot.waitUntil(page.dialog.isActiveWindow)
    return page.dialog


def test_a_goal_is_set_followed_changed_removed_and_brought_back(qtbot, core, people, goals):
    assert goals.stack.currentWidget() is goals.empty
    goals.make_new()
    dialog = opened(qtbot, goals)
    qtbot.waitUntil(lambda: dialog.hint.text() != "")
    write(qtbot, "1,000,000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(goals.cards) == 1 and goals.dialog is None)
    qtbot.waitUntil(goals.isActiveWindow)
    card = goals.cards[0]
    assert card.name.text() == "May 2026 sales"
    assert card.day.text() == "Day 12 of 31"
    sell(core, people[0], 600_000)
    qtbot.waitUntil(lambda: card.reached.text() == "₩600,000")
    assert card.share.text() == "60% reached"
    assert card.state.text().endswith("ahead of plan")
    assert "60% of the goal" in card.accessibleName()

    card.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    dialog = opened(qtbot, goals)
    dialog.target.selectAll()
    write(qtbot, "500000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: goals.cards[0].state.text() == "Reached" and goals.dialog is None)
    qtbot.waitUntil(goals.isActiveWindow)

    goals.cards[0].setFocus()
    goal_id = goals.cards[0].goal.id
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: goals.stack.currentWidget() is goals.empty)
    core.goals.bring_back([goal_id])
    qtbot.waitUntil(lambda: goals.stack.currentWidget() is goals.area)


def test_last_year_suggests_a_target_and_a_goal_of_somebody_is_theirs(
    qtbot, core, clock, people, goals
):
    min_id = core.staff.add("박준호")
    core.goals.add(GoalForm("contacts_made", 20, scope="staff", staff_id=min_id))
    qtbot.waitUntil(lambda: len(goals.cards) == 1)
    assert "박준호" in goals.cards[0].name.text()
    assert goals.cards[0].target.text() == "of 20"
    sell(core, people[0], 400_000, sold_at=clock().replace(year=2025))
    goals.make_new()
    dialog = opened(qtbot, goals)
    qtbot.waitUntil(lambda: dialog.suggestion == 400_000)
    assert dialog.suggest_button.text() == "Take ₩400,000"
    qtbot.mouseClick(dialog.suggest_button, Qt.MouseButton.LeftButton)
    assert dialog.target.text() == "400,000"
    dialog.period.choose("range")
    dialog.period.chosen.emit("range")
    dialog.last.line.setText("2026-05-1x")
    dialog.accept()
    assert dialog.problem.text()
    dialog.reject()
