"""One typed line: shown as it is understood, asked about where it is not, logged by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.shapes.contacts import ContactForm
from app.shapes.interactions import PlannedContact
from tests.ui.contact_parts import focused, press, write
from tests.ui.test_quick_log import logged
from ui.contacts.quick_log import QuickLog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shown(qtbot, core, kit, people):
    """Opens the dialog as the shortcut does."""
    quick = QuickLog(kit, core.contacts, core.interactions)
    qtbot.addWidget(quick)

    def show(contact_id=None):
        quick.open_for(contact_id)
        quick.activateWindow()
        qtbot.waitUntil(lambda: quick.isActiveWindow() and isinstance(focused(), QLineEdit))
        return quick

    return show


def chips(quick):
    return [button.text() for button in quick.chips.buttons]


def typed(qtbot, quick, text):
    write(qtbot, text)
    qtbot.waitUntil(lambda: quick._read is not None and not quick._reader.is_behind)


@pytest.fixture
def minsu(core):
    return core.contacts.add(ContactForm("김민수", phone="010-0142-3377"))


@pytest.fixture
def minsu_kim(core):
    return core.contacts.add(ContactForm("Kim Minsu", phone="010-0142-3388"))


def test_a_korean_line_names_somebody_and_enter_logs_and_plans(qtbot, core, minsu, shown):
    quick = shown()
    typed(qtbot, quick, "김민수 전화 예약 토요일 3시")
    qtbot.waitUntil(lambda: quick.name.text() == "김민수")
    assert quick.kind.current == "call"
    assert chips(quick) == ["Next: Sat 3 PM – 예약", "3 PM, not 3 AM"]
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not quick.isVisible())
    assert logged(core, minsu) == [("call", "talked", "out", "예약")]
    assert core.interactions.planned(minsu) == PlannedContact("2026-05-16T15:00", "예약")
    core.store.undo()
    assert (logged(core, minsu), core.interactions.planned(minsu)) == ([], None)


def test_an_english_line_too(qtbot, core, minsu_kim, shown):
    quick = shown()
    typed(qtbot, quick, "call Kim Minsu, wants delivery Saturday 3pm")
    qtbot.waitUntil(lambda: quick.name.text() == "Kim Minsu")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(logged(core, minsu_kim)) == 1)
    assert core.interactions.planned(minsu_kim) == PlannedContact(
        "2026-05-16T15:00", "wants delivery"
    )


def test_enter_before_the_answer_waits_for_it(qtbot, core, minsu, shown):
    quick = shown()
    write(qtbot, "김민수 방문 5만원 결제")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not quick.isVisible())
    assert logged(core, minsu) == [("visit", None, None, "5만원 결제")]


def test_several_of_a_name_are_chosen_by_number(qtbot, core, minsu, shown):
    other = core.contacts.add(ContactForm("김민수", phone="010-0142-9999"))
    quick = shown()
    typed(qtbot, quick, "김민수 전화 토요일 예약")
    qtbot.waitUntil(quick.found.isVisible)
    press(qtbot, Qt.Key.Key_Return)
    assert focused() is quick.found
    assert logged(core, minsu) == logged(core, other) == []
    wanted = [quick.found.item(n).text() for n in range(2)].index("2. 김민수, 010-0142-9999") + 1 \
        if quick.found.item(1).text().endswith("9999") else 1  # fmt: skip
    press(qtbot, Qt.Key.Key_1 if wanted == 1 else Qt.Key.Key_2)
    assert quick.phone.text() == "010-0142-9999"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(logged(core, other)) == 1)
    assert logged(core, minsu) == []


def test_a_line_that_names_another_than_the_one_in_front_is_about_that_one(
    qtbot, core, people, minsu, shown
):
    quick = shown(people[0])
    typed(qtbot, quick, "김민수 전화 예약 토요일 3시")
    qtbot.waitUntil(lambda: quick.name.text() == "김민수")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(logged(core, minsu)) == 1)
    assert logged(core, people[0]) == []


def test_the_one_in_front_gets_a_line_without_a_name(qtbot, core, people, shown):
    quick = shown(people[0])
    typed(qtbot, quick, "Wants peonies tomorrow 11am")
    assert chips(quick)[0] == "Next: Tomorrow 11 AM – Wants peonies"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.interactions.planned(people[0]) is not None)
    assert logged(core, people[0]) == []  # nothing was said to have happened


def test_what_is_in_doubt_is_turned_by_its_chip(qtbot, core, minsu, shown):
    quick = shown()
    typed(qtbot, quick, "김민수 전화 예약 토요일 3시")
    qtbot.waitUntil(lambda: all(button.isVisible() for button in quick.chips.buttons))
    for _control in quick.findChildren(QWidget):
        press(qtbot, Qt.Key.Key_Tab)
        if focused() in quick.chips.buttons:
            break
    assert focused() in quick.chips.buttons
    press(qtbot, Qt.Key.Key_Space)
    assert chips(quick) == ["Next: Sat 3 AM – 예약", "3 AM, not 3 PM"]


def test_what_somebody_sets_stays_as_it_is(qtbot, core, minsu, shown):
    quick = shown()
    typed(qtbot, quick, "김민수 전화")
    quick.kind.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert quick.kind.current == "visit"
    quick.search.setFocus()
    write(qtbot, " 예약 토요일")
    qtbot.waitUntil(lambda: "예약" in " ".join(chips(quick)))
    assert quick.kind.current == "visit"


def test_a_note_is_kept_as_a_note(qtbot, core, minsu, shown):
    quick = shown()
    typed(qtbot, quick, "메모 김민수 장미를 좋아함")
    qtbot.waitUntil(lambda: quick.name.text() == "김민수")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: logged(core, minsu) == [("note", None, None, "장미를 좋아함")])
