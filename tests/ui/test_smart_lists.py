"""Smart lists in the navigation."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from tests.ui.sale_parts import sell
from ui.common.ask import AskDialog
from ui.contacts import table
from ui.shell import smart_lists
from ui.shell.smart_lists import SmartLists

# The offscreen plugin grumbles whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def lists(qtbot, core, kit, bridge, people):
    """Two lists: by a tag that one contact has, and by kind."""
    core.contacts.tag(people[:1], "단골")
    core.segments.save("Friends", Filter((Condition("tag", "any_of", ("단골",)),)))
    core.segments.save("Firms", Filter((Condition("kind", "any_of", ("company",)),)))
    lists = SmartLists(kit, core.segments, core.contacts, bridge)
    qtbot.addWidget(lists)
    lists.show()
    qtbot.waitUntil(lambda: said(lists) == ["Friends, 1", "Firms, 0"])
    return lists


def said(lists):
    return [item.accessibleName() for item in lists.items()]


def popup_of(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def trigger(menu, text):
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def drop(item, ids):
    """Drop contacts on an item; return whether it takes them."""
    data = QMimeData()
    data.setData(smart_lists.MIME, json.dumps(ids).encode())
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(item, enter)
    if enter.isAccepted():
        QApplication.sendEvent(item, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


def test_what_is_dragged_is_what_is_taken():
    assert smart_lists.MIME == table.MIME


def test_a_click_chooses_a_list(qtbot, lists):
    with qtbot.waitSignal(lists.chosen) as chosen:
        qtbot.mouseClick(lists.items()[1], Qt.MouseButton.LeftButton)
    assert chosen.args[0].name == "Firms"
    assert [item.isChecked() for item in lists.items()] == [False, True]
    lists.choose(None)
    assert not any(item.isChecked() for item in lists.items())


def test_the_plus_asks_for_a_new_list(qtbot, lists):
    with qtbot.waitSignal(lists.new_asked):
        qtbot.mouseClick(lists.new_button, Qt.MouseButton.LeftButton)


def test_counts_follow_what_is_changed(qtbot, core, lists):
    core.contacts.add(ContactForm("카페 모루", kind="company", tags=("단골",)))
    qtbot.waitUntil(lambda: said(lists) == ["Friends, 2", "Firms, 1"])


def test_a_list_that_is_saved_or_undone_comes_and_goes(qtbot, core, lists):
    core.segments.save("No phone", Filter((Condition("phone", "unknown"),)))
    qtbot.waitUntil(lambda: said(lists)[2:] == ["No phone, 0"])
    core.history.undo()
    qtbot.waitUntil(lambda: len(said(lists)) == 2)


def test_a_list_is_renamed_by_keys(qtbot, core, lists):
    qtbot.keyClick(lists.items()[0], Qt.Key.Key_Menu)
    trigger(popup_of(qtbot), "Rename")
    dialog = lists.window().findChild(AskDialog)
    assert dialog.field.text() == "Friends"
    qtbot.keyClicks(dialog.field, "Regulars")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(lists)[0] == "Regulars, 1")
    assert core.segments.all()[0].name == "Regulars"


def test_a_list_is_removed_and_its_contacts_stay(qtbot, core, lists):
    qtbot.keyClick(lists.items()[0], Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    trigger(popup_of(qtbot), "Remove list")
    qtbot.waitUntil(lambda: said(lists) == ["Firms, 0"])
    assert core.contacts.count() == 3


def test_contacts_dropped_on_a_list_get_its_tag(qtbot, core, people, lists):
    assert drop(lists.items()[0], people[1:])
    qtbot.waitUntil(lambda: said(lists)[0] == "Friends, 3")
    assert core.contacts.rows(people)[people[2]].tags == ("단골",)


def test_contacts_dropped_on_a_list_get_its_owner(qtbot, core, people, lists):
    park = core.staff.add("박준호")
    core.segments.save("Park's", Filter((Condition("owner", "any_of", (park,)),)))
    qtbot.waitUntil(lambda: len(said(lists)) == 3)
    assert drop(lists.items()[2], people)
    qtbot.waitUntil(lambda: core.contacts.rows(people)[people[0]].owner == "박준호")


def test_a_list_that_is_more_than_a_tag_or_an_owner_takes_nobody(people, lists):
    assert not drop(lists.items()[1], people)


def test_lists_by_scores_are_counted_again_once_those_were_reckoned(qtbot, core, lists, people):
    core.segments.save("Buyers", Filter((Condition("tier", "known", ()),)))
    qtbot.waitUntil(lambda: said(lists)[-1] == "Buyers, 0")
    sell(core, people[0], 50_000)
    core.insight.recompute(Ticket())
    lists.recount()
    qtbot.waitUntil(lambda: said(lists)[-1] == "Buyers, 1")
