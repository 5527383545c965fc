"""Staying in touch: on a contact's page, as a column of the list, in the settings, in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from app.shapes.stay_in_touch import TouchForm
from tests.ui.contact_parts import full_page, press, write
from ui.common.interval_words import about_words, interval_words, touch_words
from ui.contacts.stay_in_touch import TouchSection
from ui.settings.stay_in_touch import TouchSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("days", "english", "korean"),
    [(1, "1 day", "1일"), (7, "1 week", "1주"), (28, "4 weeks", "4주"), (30, "1 month", "1개월"),
     (10, "10 days", "10일"), (180, "6 months", "6개월")],
)  # fmt: skip
def test_an_interval_is_said_in_the_longest_unit_that_fits(kit, days, english, korean):
    assert interval_words(days, kit.formats) == english


def test_both_intervals_are_said_in_one_line(kit):
    assert touch_words(28, 56, kit.formats) == "4 weeks, at most 8"
    assert touch_words(28, 60, kit.formats) == "4 weeks, at most 2 months"
    assert [about_words(days, kit.formats) for days in (9, 37, 100, 400)] == [
        "9 days", "5 weeks", "3 months", "13 months"
    ]  # fmt: skip


@pytest.fixture
def section(qtbot, core, kit, bridge, people, page):
    section = TouchSection(kit, core.stay_in_touch)
    full = full_page(core, kit, bridge, page, section)
    qtbot.addWidget(full)
    full.show_contact(people[0])
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    qtbot.waitUntil(lambda: section.row is not None and section.isVisible())
    return section


def told(section):
    shown = [section.rows.itemAt(place).widget() for place in range(section.rows.count())]
    return [label.text() for row in shown for label in [row, *row.findChildren(QLabel)]
            if isinstance(label, QLabel) and label.text()]  # fmt: skip


def test_the_row_opens_the_dialog_and_what_is_wanted_is_kept(qtbot, core, people, section):
    assert told(section) == ["Every", "—"]
    QTest.keyClick(section.row, Qt.Key.Key_Return)
    dialog = section.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.remove_button.isVisible()
    write(qtbot, "6")
    assert (dialog.most.number.text(), dialog.most.unit.currentData()) == ("12", "weeks")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.stay_in_touch.of(people[0]) is not None)
    row = core.stay_in_touch.of(people[0])
    assert (row.ideal_days, row.max_days) == (42, 84)
    qtbot.waitUntil(lambda: "6 weeks, at most 12" in told(section))
    section.add_asked()
    section.dialog.remove_button.click()
    qtbot.waitUntil(lambda: section.dialog is None and told(section) == ["Every", "—"])
    assert core.stay_in_touch.of(people[0]) is None


def test_what_cannot_be_is_told(qtbot, core, people, section):
    section.add_asked()
    dialog = section.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.most.number.setText("3")
    dialog.accept()
    assert dialog.problem.text() == "The longest cannot be shorter than what is wanted."
    dialog.ideal.number.setText("often")
    dialog.accept()
    assert dialog.ideal.number.hasFocus()
    dialog.reject()
    assert core.stay_in_touch.of(people[0]) is None


def test_since_when_and_why_are_told_once_it_is_time(qtbot, core, clock, people, section):
    core.interactions.log(InteractionForm(contact_ids=(people[0],), kind="visit"))
    core.contacts.tag([people[0]], "VIP")
    core.stay_in_touch.put("tag", "VIP", TouchForm(28, 56))
    clock.move(days=35)
    section.refresh()
    qtbot.waitUntil(lambda: "No two-way contact for 5 weeks, since May 12." in told(section))
    assert "As wanted of the tag VIP." in told(section)
    assert "1 week late" in told(section)


def test_in_the_panel_it_is_not_seen_where_nothing_is_wanted(qtbot, core, kit, people):
    section = TouchSection(kit, core.stay_in_touch, page=False)
    qtbot.addWidget(section)
    section.show_contact(core.contacts.detail(people[0]))
    qtbot.waitUntil(lambda: section.row is not None)
    assert section.isHidden()


def test_the_column_tells_who_is_late_and_a_list_finds_them(qtbot, core, clock, people, page):
    core.stay_in_touch.put("contact", people[1], TouchForm(7, 60))
    clock.move(days=10)
    page.model.serve_touch(core.stay_in_touch)
    page._pane.choose_columns(("touch", "phone"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    place = page.model.number_of("touch")

    def shown():
        rows = core.contacts.page("name", descending=False, offset=0, limit=9)
        looks = [page.model.look(row) for row in rows]
        return [(look.cells[place].text, look.cells[place].colour) for look in looks]

    qtbot.waitUntil(lambda: ("3 days late", "warning") in shown())
    assert shown() == [("", "text-2"), ("3 days late", "warning"), ("", "text-2")]
    late = core.contacts.filtered(Filter((Condition("touch", "overdue"),)))
    assert late == [people[1]]


@pytest.fixture
def settings(qtbot, core, kit, bridge, people):
    core.contacts.tag(people, "VIP")
    section = TouchSettings(kit, core.stay_in_touch, core.tags)
    qtbot.addWidget(section)
    bridge.changed.connect(section.refresh)
    section.resize(1000, 800)
    section.retranslate()
    section.refresh()
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def rules(core):
    return [(r.scope, r.stage or r.name, r.ideal_days, r.max_days)
            for r in core.stay_in_touch.rules()]  # fmt: skip


def test_a_stage_is_given_an_interval_and_loses_it(qtbot, core, settings):
    settings.buttons["stage", "regular"].click()
    dialog = settings.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rules(core) == [("stage", "regular", 28, 56)])
    button = settings.buttons["stage", "regular"]
    qtbot.waitUntil(
        lambda: (
            settings.buttons["stage", "regular"].accessibleName() == "Regular: 4 weeks, at most 8"
        )
    )
    button = settings.buttons["stage", "regular"]
    button.click()
    settings.dialog.remove_button.click()
    qtbot.waitUntil(lambda: rules(core) == [])


def test_a_tag_is_chosen_from_a_menu(qtbot, core, settings):
    qtbot.waitUntil(lambda: settings._tags == ["VIP"])
    settings.add_button.click()
    settings.menu.actions()[0].trigger()
    settings.menu.close()
    dialog = settings.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.accept()
    qtbot.waitUntil(lambda: rules(core) == [("tag", "VIP", 28, 56)])
    qtbot.waitUntil(lambda: ("tag", "VIP") in settings.buttons)
