"""Tax, points and stamps in the settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.settings import TAX_ADDED, TAX_RATE
from tests.ui.contact_parts import press, write
from ui.settings.choices import Choices
from ui.settings.selling import SellingSection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def section(qtbot, core, kit, bridge):
    choices = Choices(kit, core.settings, core.staff)
    section = SellingSection(kit, choices, core.loyalty)
    section.choices = choices
    qtbot.addWidget(section)
    bridge.changed.connect(lambda _changes: section.refresh())
    section.resize(1000, 800)
    section.retranslate()
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def test_tax_is_put_on_top_and_back_into_the_price(qtbot, core, section):
    QTest.mouseClick(section.added._segments["on"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: core.settings.get(TAX_ADDED))
    QTest.mouseClick(section.added._segments["in"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not core.settings.get(TAX_ADDED))


def test_the_rate_is_typed_in_percent_and_nonsense_is_not_kept(qtbot, core, section):
    section.rate.setFocus()
    section.rate.selectAll()
    write(qtbot, "7.5")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.settings.get(TAX_RATE) == 75)
    section.rate.selectAll()
    write(qtbot, "many")
    press(qtbot, Qt.Key.Key_Return)
    assert section.rate.text() == "7.5"
    section.rate.selectAll()
    write(qtbot, "101")
    press(qtbot, Qt.Key.Key_Return)
    assert core.settings.get(TAX_RATE) == 75


def test_a_programme_is_made_changed_and_ended(qtbot, core, section):
    section.new_button.click()
    dialog = section.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "This cannot be empty."
    write(qtbot, "Points")
    dialog.per.setText("1000")
    dialog.points.setText("30")
    dialog.days.setText("365")
    dialog.accept()
    qtbot.waitUntil(lambda: len(core.loyalty.programmes()) == 1)
    [row] = core.loyalty.programmes()
    assert (row.name, row.earn_per, row.earn_points, row.worth, row.expires_after_days) == (
        "Points", 1_000, 30, 1, 365,
    )  # fmt: skip
    assert section._rule(row) == "30 for each ₩1,000 · one pays ₩1 · good for 365 days"
    section._ask(row)
    section.dialog.earn_by.choose("visit")
    section.dialog.earn_by.chosen.emit("visit")
    section.dialog.accept()
    qtbot.waitUntil(lambda: core.loyalty.programmes()[0].earn_by == "visit")
    section._write(lambda: core.loyalty.retire_programme(row.id))
    qtbot.waitUntil(lambda: core.loyalty.programmes() == [])
