"""Tags in the settings: renamed in their place, grouped, painted, put together, removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ops import Op
from ui.settings.tags import TagsSection


@pytest.fixture
def section(qtbot, core, kit, bridge, people):
    core.contacts.tag(people, "Regular")
    core.contacts.tag(people[:1], "VIP")
    section = TagsSection(kit, core.tags)
    bridge.changed.connect(lambda _changes: section.refresh())
    qtbot.addWidget(section)
    section.retranslate()
    section.resize(800, 600)
    section.show()
    section.refresh()
    qtbot.waitUntil(lambda: said(section) == [("Regular", "3"), ("VIP", "1")])
    return section


def said(section):
    return [(line.name.text(), line.count.text()) for line in section.lines]


def retype(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_tag_is_renamed_in_its_place_and_the_focus_stays_near(qtbot, core, section):
    retype(section.lines[1].name, "Best")
    qtbot.waitUntil(lambda: said(section) == [("Best", "1"), ("Regular", "3")])
    core.history.undo()
    qtbot.waitUntil(lambda: said(section) == [("Regular", "3"), ("VIP", "1")])


def test_a_name_that_is_there_already_asks_before_two_become_one(qtbot, core, section):
    retype(section.lines[1].name, "Regular")
    assert section.merge_note.isVisible()
    assert said(section) == [("Regular", "3"), ("VIP", "1")]
    qtbot.mouseClick(section.merge_note._action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(section) == [("Regular", "3")])
    assert section.merge_note.isHidden()
    assert core.history.entries(limit=1)[0].op == Op.MERGE_TAGS
    core.history.undo()
    qtbot.waitUntil(lambda: said(section) == [("Regular", "3"), ("VIP", "1")])


def test_a_tag_is_put_into_a_group_and_painted(qtbot, core, section):
    retype(section.lines[0].family, "Rank")
    qtbot.waitUntil(lambda: [tag.family for tag in core.tags.all()] == ["", "Rank"])
    qtbot.waitUntil(lambda: len(section.lines) == 2 and section.lines[1].row.family == "Rank")
    box = section.lines[1].colour
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: core.tags.all()[1].colour == "plum")


def test_a_tag_is_removed_and_comes_back(qtbot, core, section):
    section.lines[0].remove.setFocus()
    qtbot.keyClick(section.lines[0].remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: said(section) == [("VIP", "1")])
    core.history.undo()
    qtbot.waitUntil(lambda: len(section.lines) == 2)


def test_a_tag_is_found_by_a_part_of_its_name(qtbot, section):
    QTest.keyClicks(section.search, "vi")
    assert said(section) == [("VIP", "1")]
