"""The builder of lists: conditions in sentences, a live count, saved in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from app.settings import CURRENCY
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from tests.ui.contact_parts import write
from ui.common.check_menu import CheckMenu
from ui.lists.builder import ListBuilder
from ui.lists.building import ListBuilding

# The offscreen plugin grumbles whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEPT = {"VIP", "3", "90"}  # no words of the program
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
VIP = Condition("tag", "any_of", ("VIP",))
PHONE = Condition("phone", "known")


@pytest.fixture
def opened(qtbot, core, kit, page, people):
    """A call that opens the builder over the contacts page."""
    core.contacts.add(ContactForm("카페 모루", kind="company", tags=("VIP",)))
    core.contacts.add(ContactForm("한지우", phone="010-0100-0009", tags=("VIP",)))
    building = ListBuilding(kit, core.segments, core.contacts, page)

    def start(row=None, wanted=None):
        if row is None:
            building.make(wanted)
        else:
            building.edit(row)
        qtbot.waitUntil(lambda: page.findChildren(ListBuilder) != [])
        dialog = page.findChildren(ListBuilder)[-1]
        qtbot.waitUntil(lambda: dialog.count.text() != "")
        return dialog

    return start


def choose(qtbot, box, value):
    """Choose a value of a box by keys, as somebody does who knows where it is."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == value:
            break
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value
    box.activated.emit(box.currentIndex())


def test_a_list_is_made_by_keys_counted_meanwhile_and_saved(qtbot, core, opened):
    dialog = opened(wanted=Filter())
    (row,) = dialog.group.rows()
    choose(qtbot, row.field, "phone")
    choose(qtbot, row.op, "contains")
    field = row.values.editors()[0]
    field.setFocus()
    QTest.keyClicks(field, "0009")
    qtbot.waitUntil(lambda: dialog.count.text() == "1 contact now")
    assert dialog.people.text() == "한지우"
    assert dialog.sentence.text() == "Everybody who has “0009” in the phone"
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "Nines")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    (saved,) = core.segments.all()
    assert (saved.name, saved.count) == ("Nines", 1)
    assert saved.filter == Filter((Condition("phone", "contains", ("0009",)),))
    core.history.undo()
    assert core.segments.all() == []


def test_what_the_chips_say_is_what_the_builder_begins_with(opened):
    dialog = opened(wanted=Filter((VIP, PHONE)))
    assert dialog.filter() == Filter((VIP, PHONE))
    assert dialog.count.text() == "1 contact now"


def test_conditions_go_into_a_group_and_out_of_it_by_keys(qtbot, opened):
    dialog = opened(wanted=Filter((VIP, PHONE)))
    second = dialog.group.rows()[1]
    second.field.setFocus()
    qtbot.keyClick(second.field, Qt.Key.Key_BracketRight, CONTROL)
    assert dialog.filter() == Filter((VIP, Filter((PHONE,), "any")))
    assert second.field.hasFocus()
    qtbot.keyClick(second.field, Qt.Key.Key_BracketLeft, CONTROL)
    assert dialog.filter() == Filter((VIP, PHONE))
    qtbot.keyClick(second.field, Qt.Key.Key_Delete, ALT)
    assert dialog.filter() == Filter((VIP,))
    qtbot.keyClick(dialog.group.rows()[0].field, Qt.Key.Key_Insert, ALT)
    assert len(dialog.group.rows()) == 2


def test_none_of_a_group_is_said_and_counted(qtbot, opened):
    dialog = opened(wanted=Filter((VIP,)))
    choose(qtbot, dialog.group.mode, "none")
    qtbot.waitUntil(lambda: dialog.count.text() == "3 contacts now")
    assert dialog.sentence.text() == "Everybody except anybody who has the tag VIP"


@pytest.mark.parametrize("typed", ["2026-05-12", "May 12, 2026", "2026. 5. 12.", "2026년 5월 12일"])
def test_a_day_is_typed_as_people_write_it_and_shown_so(qtbot, kit, opened, typed):
    dialog = opened(wanted=Filter((Condition("created", "before", ("2026-01-31",)),)))
    (field,) = dialog.group.rows()[0].values.editors()
    assert field.text() == "Jan 31, 2026"
    field.setFocus()
    field.selectAll()
    write(qtbot, typed)
    assert dialog.filter() == Filter((Condition("created", "before", ("2026-05-12",)),))
    assert dialog.sentence.text() == "Everybody who was added before May 12, 2026"
    kit.language.use("ko")
    assert field.placeholderText() == "2026년 5월 12일"


def test_an_amount_is_typed_and_shown_in_the_shops_currency(qtbot, core, kit, opened):
    core.settings.put(CURRENCY, "USD")
    dialog = opened(wanted=Filter((Condition("sales_total", "at_least", (12_345,)),)))
    (field,) = dialog.group.rows()[0].values.editors()
    qtbot.waitUntil(lambda: field.text() == "123.45")
    field.setFocus()
    field.selectAll()
    write(qtbot, "1,500")
    assert dialog.filter() == Filter((Condition("sales_total", "at_least", (150_000,)),))
    words = "Everybody who has 1,500 or more as total purchases"
    qtbot.waitUntil(lambda: dialog.sentence.text() == words)


def test_a_list_without_a_name_or_with_a_gap_stays_open_and_says_why(qtbot, core, opened):
    dialog = opened(wanted=Filter())
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.problem.text() == "The list needs a name."
    QTest.keyClicks(dialog.name, "Gap")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.problem.text() == "A condition is not finished."
    assert core.segments.all() == []


def test_a_list_is_changed_in_one_step(qtbot, core, opened):
    list_id = core.segments.save("Friends", Filter((VIP,)))
    dialog = opened(core.segments.get(list_id))
    dialog.pinned.click()
    dialog.own.click()
    dialog.group.add_button.click()
    row = dialog.group.rows()[1]
    choose(qtbot, row.field, "phone")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.group.rows()[1].field, Qt.Key.Key_Return, CONTROL)
    changed = core.segments.get(list_id)
    assert changed.filter == Filter((VIP, PHONE))
    assert (changed.pinned, changed.staff_id) == (False, core.staff.present_id)
    core.history.undo()
    assert core.segments.get(list_id).filter == Filter((VIP,))


def test_a_list_that_would_be_in_itself_is_refused(qtbot, core, opened):
    list_id = core.segments.save("Friends", Filter((VIP,)))
    outer = core.segments.save("Outer", Filter((Condition("list", "any_of", (list_id,)),)))
    dialog = opened(core.segments.get(list_id))
    row = dialog.group.rows()[0]
    choose(qtbot, row.field, "list")
    button = row.values.editors()[0]
    button.click()
    (menu,) = button.findChildren(CheckMenu)
    next(action for action in menu.actions() if action.text() == "Outer").setChecked(True)
    menu.close()
    qtbot.waitUntil(lambda: "in itself" in dialog.problem.text())
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "in itself" in dialog.problem.text())
    assert core.segments.get(list_id).filter == Filter((VIP,))
    assert core.segments.get(outer).readable


def test_a_frozen_list_keeps_its_conditions(core, opened):
    list_id = core.segments.save("Friends", Filter((VIP,)))
    core.segments.freeze(list_id)
    dialog = opened(core.segments.get(list_id))
    assert not dialog.group.isEnabled()
    assert dialog.filter() == Filter((VIP,))
    assert dialog.count.text() == "2 contacts now"


def test_a_condition_on_what_is_no_longer_there_is_told(core, opened):
    dialog = opened(wanted=Filter((Condition("custom:99", "known"), VIP)))
    first, second = dialog.group.rows()
    assert "no longer there" in first._trouble.text()
    assert second._trouble.isHidden()


def words_of(dialog):
    """Return every word a dialog shows or says, from the top."""
    words = [dialog.windowTitle()]
    for part in dialog.findChildren(QWidget):
        words += [part.accessibleName(), part.toolTip()]
        for name in ("text", "placeholderText"):
            words.append(getattr(part, name)() if hasattr(part, name) else "")
        if isinstance(part, QComboBox):
            words += [part.itemText(place) for place in range(part.count())]
    return [word for word in words if word]


def test_its_words_follow_the_language_and_what_was_typed_stays(qtbot, core, kit, opened, people):
    wanted = Filter(
        (
            VIP,
            Condition("birthday", "month", (5,)),
            Condition("count:visit", "at_least", (3, 90)),
            Filter((Condition("relation:works_at", "of", (people[0],)), PHONE), "none"),
        )
    )
    dialog = opened(wanted=wanted)
    dialog.name.setText("반쯤")
    dialog.group.add_condition()
    row = dialog.group.rows()[-1]
    choose(qtbot, row.field, "name")
    row.values.editors()[0].setText("지")
    dialog.group.add_condition()
    dialog.accept()
    assert dialog.problem.text() == "A condition is not finished."
    kit.language.use("ko")
    assert row.values.editors()[0].text() == "지"
    assert (dialog.name.text(), dialog.filter().parts[:4]) == ("반쯤", wanted.parts)
    building = ListBuilding(kit, core.segments, core.contacts, dialog)
    building.make(dialog.filter())
    qtbot.waitUntil(lambda: dialog.findChildren(ListBuilder) != [])
    (other,) = dialog.findChildren(ListBuilder)
    qtbot.waitUntil(lambda: other.count.text() != "")
    other.name.setText("반쯤")
    other.group.add_condition()
    other.accept()
    qtbot.waitUntil(lambda: dialog.count.text() == other.count.text())
    fresh = set(words_of(other)) - {other.problem.text()}
    other.setParent(None)
    switched = words_of(dialog)
    assert set(switched) == fresh
    other.deleteLater()
    kit.language.use("en")
    qtbot.waitUntil(lambda: dialog.count.text() == "0 contacts now")
    assert not {word for word in words_of(dialog) if word in switched and word.isascii()} - KEPT
