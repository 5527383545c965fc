"""What floats over a page: toast and bulk bar."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.common.shadow import MARGIN
from ui.common.theme import Theme
from ui.common.widgets.bulk_bar import BulkAction, BulkBar
from ui.common.widgets.note import Note
from ui.common.widgets.toast import Toast

LEFT = Qt.MouseButton.LeftButton
ACTIONS = (BulkAction("tag", "Tag", "tag"), BulkAction("delete", "Delete", "trash-2", apart=True))


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    host = QWidget()
    host.field = QLineEdit()
    QVBoxLayout(host).addWidget(host.field)
    qtbot.addWidget(host)
    host.resize(800, 600)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    host.field.setFocus()
    return host


@pytest.fixture
def toast(theme: Theme, host: QWidget) -> Toast:
    theme.use(reduced_motion=True)
    return Toast(theme, host)


def enter(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))


def test_a_toast_stands_above_the_lower_edge_in_the_middle(toast: Toast, host: QWidget):
    toast.say("Contact deleted", lambda: None)
    box = toast.geometry().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    assert box.height() == 44
    assert host.height() - (box.bottom() + 1) == 16
    assert abs(box.center().x() - host.width() / 2) <= 1
    host.resize(1000, 500)
    box = toast.geometry().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    assert host.height() - (box.bottom() + 1) == 16
    toast.set_lift(96)
    assert host.height() - (toast.geometry().bottom() - MARGIN + 1) == 96


def test_undo_is_called_once_and_the_toast_goes(toast: Toast, qtbot: QtBot):
    calls: list[str] = []
    toast.say("Contact deleted", lambda: calls.append("undo"))
    qtbot.mouseClick(toast._button, LEFT)
    assert calls == ["undo"]
    assert not toast.isVisible()
    toast._button.click()
    assert calls == ["undo"]


def test_without_a_way_back_there_is_no_button(toast: Toast):
    toast.say("Copied")
    assert not toast._button.isVisible()
    assert toast.isVisible()


def test_the_next_message_replaces_the_one_shown(toast: Toast, qtbot: QtBot):
    calls: list[str] = []
    toast.say("First", lambda: calls.append("first"))
    toast.say("Second", lambda: calls.append("second"))
    assert toast.text == "Second"
    qtbot.mouseClick(toast._button, LEFT)
    assert calls == ["second"]


def test_what_went_wrong_is_not_hidden_by_what_went_well(toast: Toast, qtbot: QtBot):
    calls: list[str] = []
    toast.say("This entry is no longer there", icon="circle-alert")
    toast.say("Added", lambda: calls.append("added"))
    toast.say("Put in the trash", lambda: calls.append("trash"))
    assert toast.text == "This entry is no longer there"
    assert not toast._button.isVisible()
    toast._timer.timeout.emit()
    assert (toast.text, toast.isVisible()) == ("Put in the trash", True)
    qtbot.mouseClick(toast._button, LEFT)
    assert calls == ["trash"]
    assert not toast.isVisible()


def test_the_next_thing_that_went_wrong_is_told_at_once(toast: Toast, qtbot: QtBot):
    toast.say("The disk is full", icon="circle-alert")
    toast.say("Added")
    toast.say("The file is gone", icon="triangle-alert")
    assert toast.text == "The file is gone"
    qtbot.keyClick(toast, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_it_goes_by_itself_after_eight_seconds_unless_it_is_held(toast: Toast):
    toast.say("Contact deleted", lambda: None)
    assert toast._timer.isActive()
    assert toast._timer.interval() == 8000
    enter(toast)
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    toast._button.setFocus()
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert not toast._timer.isActive()  # the focus still holds it
    toast._timer.timeout.emit()
    assert not toast.isVisible()


def test_the_focus_returns_to_where_it_came_from(toast: Toast, host: QWidget, qtbot: QtBot):
    toast.say("Contact deleted", lambda: None)
    toast._button.setFocus()
    qtbot.keyClick(toast._button, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert host.field.hasFocus()


def test_it_rises_when_movement_is_wanted(toast: Toast, theme: Theme, qtbot: QtBot):
    theme.use(reduced_motion=False)
    toast.say("Contact deleted")
    with qtbot.waitSignal(toast._rise.finished):
        pass
    assert toast.geometry().bottom() - MARGIN + 1 == toast.parentWidget().height() - 16


def test_a_long_message_stays_inside_the_window(toast: Toast, host: QWidget):
    toast.say("Owner of 5 contacts set to 박준호 " * 10, lambda: None)
    assert toast.geometry().left() + MARGIN >= 0
    assert toast._button.isVisible()


def test_the_dark_button_has_a_name_and_a_ring(toast: Toast):
    toast.say("Contact deleted", lambda: None)
    button = QAccessible.queryAccessibleInterface(toast._button)
    assert button.text(QAccessible.Text.Name) == "Undo"
    rest = toast._button.grab().toImage()
    for state in ("hover", "focus"):
        toast._button.setProperty("shown", state)
        assert toast._button.grab().toImage() != rest


def test_the_shadow_of_a_toast_is_not_clickable(toast: Toast, host: QWidget):
    toast.say("Contact deleted")
    assert toast.box().width() == toast.width() - 2 * MARGIN
    assert not toast.box().contains(QPointF(2, 2))


@pytest.fixture
def bar(theme: Theme, host: QWidget) -> BulkBar:
    return BulkBar(theme, host, ACTIONS)


def test_the_bar_is_there_while_rows_are_checked(bar: BulkBar):
    assert not bar.isVisible()
    bar.set_count(5)
    assert bar.isVisible()
    assert bar._text.text() == "5 selected"
    bar.set_count(0)
    assert not bar.isVisible()


def test_an_action_of_the_bar_is_told_by_its_key(bar: BulkBar, qtbot: QtBot):
    bar.set_count(2)
    with qtbot.waitSignal(bar.chosen) as heard:
        qtbot.mouseClick(bar._buttons["delete"], LEFT)
    assert heard.args == ["delete"]
    with qtbot.waitSignal(bar.cleared):
        qtbot.mouseClick(bar._close, LEFT)
    assert QAccessible.queryAccessibleInterface(bar._close).text(QAccessible.Text.Name)


def test_when_the_bar_goes_the_focus_stays_on_the_page(bar: BulkBar, host: QWidget, qtbot: QtBot):
    host.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bar.set_count(1)
    bar._buttons["tag"].setFocus()
    bar.set_count(0)
    assert host.hasFocus()


def test_the_bar_takes_other_words(bar: BulkBar):
    bar.set_count(1)
    bar.set_texts([BulkAction("tag", "태그", "tag")])
    assert bar._buttons["tag"].text() == "태그"


def test_a_note_changes_its_role_and_offers_its_action(theme: Theme, qtbot: QtBot):
    note = Note(theme, "9 rows have problems.", "warning", action="Fix them")
    qtbot.addWidget(note)
    note.show()
    before = note.grab().toImage()
    with qtbot.waitSignal(note.acted):
        qtbot.mouseClick(note._action, LEFT)
    note.show_note("The shared file <b>cannot</b> be reached.", "danger")
    assert note.property("note") == "danger"
    assert note._text.text() == "The shared file cannot be reached."
    assert not note._action.isVisible()
    assert note.grab().toImage() != before


def test_a_note_grows_with_its_text(theme: Theme, qtbot: QtBot):
    short = Note(theme, "Saved.", "success")
    qtbot.addWidget(short)
    assert short.heightForWidth(300) == 38
    long = Note(theme, "Usually buys every <b>3 weeks</b>. It has been 6 weeks. " * 2, "info")
    qtbot.addWidget(long)
    assert long.heightForWidth(300) > 60
