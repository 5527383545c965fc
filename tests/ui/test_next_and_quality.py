"""On a contact's page and in the panel: what comes next, and what is missing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.shapes.interactions import LineForm
from tests.ui.contact_parts import focused, press, write
from ui.common.ahead_words import when_words
from ui.common.ask import AskDialog
from ui.contacts.next_contact import NextSection
from ui.contacts.quality_section import QualitySection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("at", "english", "korean"),
    [
        ("2026-05-12", "Today", "오늘"),
        ("2026-05-13T09:30", "Tomorrow 9:30 AM", "내일 오전 9시 30분"),
        ("2026-05-16T15:00", "Sat 3 PM", "토요일 오후 3시"),
        ("2026-05-30T00:00", "May 30 (Sat) 12 AM", "5월 30일 (토) 오전 12시"),
    ],
)
def test_a_moment_to_come_is_said_as_people_do(kit, at, english, korean):
    assert when_words(at, kit.formats) == english
    kit.language.use("ko")
    assert when_words(at, kit.formats) == korean


@pytest.fixture
def next_section(qtbot, core, kit, people):
    section = NextSection(kit, core.interactions)
    qtbot.addWidget(section)
    section.show_contact(core.contacts.detail(people[0]))
    section.show()
    return section


def test_what_was_promised_is_shown_and_done_with_one_key(qtbot, core, people, next_section):
    assert next_section.shown.isHidden()
    core.interactions.log_line(LineForm(contact_id=people[0], at="2026-05-16T15:00", note="예약"))
    next_section.refresh()
    assert next_section.shown.words.text() == "Next: Sat 3 PM – 예약"
    next_section.letter_pressed()
    qtbot.waitUntil(lambda: core.interactions.planned(people[0]) is None)
    next_section.refresh()
    assert next_section.shown.isHidden()


def test_the_next_contact_is_planned_by_a_line(qtbot, core, people, next_section):
    next_section.activateWindow()
    QTest.mouseClick(next_section.add_button, Qt.MouseButton.LeftButton)
    dialog = next_section.findChild(AskDialog) or next_section.window().findChild(AskDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: focused() is dialog.field)
    write(qtbot, "soon")
    assert not dialog.button.isEnabled()
    dialog.field.clear()
    write(qtbot, "Saturday 3pm delivery")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.interactions.planned(people[0]) is not None)
    assert core.interactions.planned(people[0]).at == "2026-05-16T15:00"


def test_what_is_missing_is_told_with_a_way_to_mend_each(qtbot, core, kit, people):
    section = QualitySection(kit, core.quality)
    qtbot.addWidget(section)
    section.show_contact(core.contacts.detail(people[0]))
    assert section.meter.accessibleName() == "Details: 86 of 100"
    names = [button.accessibleName() for button in section.buttons]
    assert names == ["Fix: No consent recorded", "Fix: Never contacted, source unknown"]
    with qtbot.waitSignal(section.fix_asked) as told:
        QTest.mouseClick(section.buttons[1], Qt.MouseButton.LeftButton)
    assert told.args == [people[0], "source"]
