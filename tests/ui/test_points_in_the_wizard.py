"""Whether sales from a file earn points is asked in the wizard; it is off at first."""

from pathlib import Path

from app.shapes.imports import ImportRequest
from ui.exchange.file_kinds import PEOPLE, SALES
from ui.exchange.rules_box import RulesBox


def box_of(qtbot, kit, kind):
    box = RulesBox(kit, ImportRequest(path=Path("week.csv")), kind)
    qtbot.addWidget(box)
    box.show()
    return box


def test_sales_earn_points_only_after_somebody_checked_it(qtbot, kit):
    box = box_of(qtbot, kit, SALES)
    assert box.points.isVisible()
    assert not box.points.isChecked()
    with qtbot.waitSignal(box.changed) as changed:
        box.points.click()
    assert changed.args[0]["points"] is True
    box.show_request(ImportRequest(path=Path("week.csv"), points=True))
    assert box.points.isChecked()


def test_people_are_not_asked_about_points(qtbot, kit):
    assert not box_of(qtbot, kit, PEOPLE).points.isVisible()
