"""How a shop begins: three cards, a dropped file, and the sample shop that goes again."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app import demo
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from ui.welcome.page import WelcomePage
from ui.welcome.sample_note import SampleNote


@pytest.fixture
def welcome(qtbot, kit):
    page = WelcomePage(kit)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    return page


def test_the_first_card_has_the_focus_and_space_asks_for_a_file(qtbot, welcome):
    welcome.activateWindow()
    qtbot.waitUntil(welcome.file_card.button.hasFocus)
    with qtbot.waitSignal(welcome.import_asked):
        qtbot.keyClick(welcome.file_card.button, Qt.Key.Key_Space)


def test_tab_goes_from_card_to_card(qtbot, welcome):
    qtbot.waitUntil(welcome.file_card.button.hasFocus)
    for button in (welcome.sample_card.button, welcome.empty_card.button, welcome.open_button):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus()


def test_each_button_asks_for_what_it_says(qtbot, welcome):
    asked = {
        welcome.sample_card.button: welcome.sample_asked,
        welcome.empty_card.button: welcome.empty_asked,
        welcome.open_button: welcome.open_asked,
        welcome.restore_button: welcome.restore_asked,
    }
    for button, signal in asked.items():
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_file_can_be_dropped_anywhere_on_the_page(qtbot, welcome, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "고객.xlsx"))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none, place = Qt.KeyboardModifier.NoModifier, QPoint(1300, 800)
    QApplication.sendEvent(welcome, QDragEnterEvent(place, actions, data, buttons, none))
    assert welcome.file_card.dropping
    with qtbot.waitSignal(welcome.files_dropped) as dropped:
        drop = QDropEvent(QPointF(place), actions, data, buttons, none)
        QApplication.sendEvent(welcome, drop)
    assert [path.name for path in dropped.args[0]] == ["고객.xlsx"]
    assert not welcome.file_card.dropping


def test_ctrl_v_asks_for_the_table_that_was_copied(qtbot, welcome):
    welcome.activateWindow()
    qtbot.waitUntil(welcome.file_card.button.hasFocus)
    with qtbot.waitSignal(welcome.paste_asked):
        qtbot.keyClick(welcome.file_card.button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_another_language_is_asked_for_and_spoken_at_once(qtbot, kit, welcome):
    welcome.language_chosen.connect(kit.language.use)
    with qtbot.waitSignal(welcome.language_chosen) as chosen:
        qtbot.keyClick(welcome.language, Qt.Key.Key_Right)
    assert chosen.args == ["ko"]
    assert welcome.language.current == "ko"
    assert kit.language.code == "ko"


def test_the_strip_asks_to_remove_the_sample_shop(qtbot, kit):
    note = SampleNote(kit)
    qtbot.addWidget(note)
    note.show()
    with qtbot.waitSignal(note.remove_asked):
        qtbot.mouseClick(note.button, Qt.MouseButton.LeftButton)


def test_the_sample_shop_is_removed_completely(core):
    demo.fill(core, people=40, seed=1, ticket=Ticket())
    assert demo.step_of_sample(core) is not None
    own = core.contacts.add(ContactForm("내 고객", phone="010-0100-0000"))
    assert demo.remove(core) == 0
    assert core.contacts.count() == 1
    assert core.contacts.name_of(own) == "내 고객"
    assert demo.step_of_sample(core) is None


def test_sample_contacts_somebody_worked_with_go_to_the_trash(core):
    demo.fill(core, people=40, seed=1, ticket=Ticket())
    first = core.contacts.page("name", descending=False, offset=0, limit=1)[0].id
    core.contacts.add_note(first, "부케 상담")
    assert demo.remove(core) == 1
    assert core.contacts.count() == 0
    assert [row.id for row in core.contacts.in_trash()] == [first]
