"""The team in the window: figures by person, nobody compared unless wanted, who gets what."""

import pytest
from PySide6.QtCore import Qt

from app.settings import CURRENCY, LEADERBOARD
from app.shapes.goals import GoalForm
from app.shapes.team import Assignment
from tests.ui.contact_parts import press
from tests.ui.sale_parts import sell
from ui.team.desk import TeamDesk
from ui.team.page import TeamPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def team(qtbot, core, kit, bridge):
    desk = TeamDesk(
        core.team, core.assignments, core.staff, core.settings,
        lambda: [(row.id, row.name) for row in core.pipelines.all()],
        lambda: core.settings.get(CURRENCY),
    )  # fmt: skip
    page = TeamPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.is_read)
    return page


def sentence(page, line):
    role = Qt.ItemDataRole.AccessibleTextRole
    return page.model.data(page.model.index(line, 1), role)


def test_each_has_their_figures_and_the_order_by_what_was_won_is_a_choice(
    qtbot, core, people, team
):
    jun = core.staff.add("가준호")
    core.goals.add(GoalForm("revenue", 100_000, scope="staff", staff_id=jun))
    sell(core, people[0], 50_000)
    qtbot.waitUntil(lambda: team.model.rowCount() == 2)
    qtbot.waitUntil(lambda: "Sales 1 · ₩50,000" in sentence(team, 0))
    assert sentence(team, 1).startswith("가준호, Goal 0%")
    assert team.month_label.text() == "May 2026"
    team.table.setFocus()
    press(qtbot, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: team.is_read and team.month_label.text() == "Apr 2026")
    qtbot.waitUntil(lambda: "Sales" not in sentence(team, 0))
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)  # no month that has not begun
    assert team.month_label.text() == "May 2026"
    assert not team.board_toggle.isChecked()
    qtbot.mouseClick(team.board_toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: core.settings.get(LEADERBOARD))


def test_new_deals_and_enquiries_find_their_owner_as_it_is_set(qtbot, core, people, team):
    one, other = core.staff.add("박준호"), core.staff.add("최유진")
    pipeline = core.pipelines.add_ready_made("sales")
    team.ask_assignment()
    qtbot.waitUntil(lambda: team.dialog is not None)
    fields = {(field.was.scope, field.was.of): field for field in team.dialog.choices}
    deals, phone = fields["pipeline", pipeline], fields["channel", "phone"]
    assert not deals.among_button.isVisible()
    deals.way.setCurrentIndex(deals.way.findData("round_robin"))
    phone.way.setCurrentIndex(phone.way.findData("least_busy"))
    owner = next(row.id for row in core.staff.all() if row.role == "owner")
    deals._on_checked(owner, on=False)
    assert deals.among_button.text() == "박준호, 최유진"
    qtbot.mouseClick(team.dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: team.dialog is None)
    assert core.assignments.of("channel", "phone").way == "least_busy"
    kept = core.assignments.of("pipeline", pipeline)
    assert (kept.way, set(kept.staff_ids)) == ("round_robin", {one, other})
    assert core.assignments.of("channel", "web") == Assignment("channel", "web")
