"""The steps of the first import, at the real controls, by mouse and by keyboard."""

import csv

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.help.beside import beside
from ui.help.coach import Coach, CoachStep, Way

LEFT = Qt.MouseButton.LeftButton
ROOM = QRect(0, 0, 1000, 700)
CARD = QSize(320, 180)


@pytest.fixture
def host(qtbot):
    """Something with two buttons and a field."""
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    host.first, host.second, host.field = QPushButton("1"), QPushButton("2"), QLineEdit()
    for widget in (host.first, host.second, host.field):
        column.addWidget(widget)
    column.addStretch(1)
    host.resize(900, 600)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    return host


@pytest.fixture
def coach(host, kit):
    return Coach(kit, host)


def said(text):
    return lambda: text


def step(find, way=Way.NEXT, **more):
    return CoachStep(said("Title"), said("Text"), said("Wait"), find, way, **more)


@pytest.mark.parametrize(
    ("target", "edge"),
    [
        (QRect(400, 20, 100, 32), Qt.Edge.TopEdge),
        (QRect(400, 640, 100, 32), Qt.Edge.BottomEdge),
        (QRect(20, 60, 300, 600), Qt.Edge.LeftEdge),
        (QRect(600, 60, 390, 600), Qt.Edge.RightEdge),
    ],
)
def test_the_card_stands_beside_its_control_and_covers_none_of_it(target, edge):
    place, facing = beside(target, CARD, ROOM)
    assert facing == edge
    assert not place.intersects(target)
    assert ROOM.contains(place)


def test_where_there_is_no_room_beside_it_the_card_covers_little_and_points_nowhere():
    place, facing = beside(QRect(0, 0, 1000, 600), CARD, ROOM)
    assert facing is None
    assert ROOM.contains(place)
    assert place.bottom() > 600


def test_next_back_and_stop_lead_through_the_steps(qtbot, host, coach):
    coach.start([step(lambda: host.first), step(lambda: host.second)])
    card = coach.card
    assert card.isVisible()
    assert card.count.text() == "Step 1 of 2"
    assert not card.back_button.isEnabled()
    qtbot.mouseClick(card.next_button, LEFT)
    assert card.count.text() == "Step 2 of 2"
    assert card.next_button.text() == "Done"
    qtbot.mouseClick(card.back_button, LEFT)
    assert card.count.text() == "Step 1 of 2"
    with qtbot.waitSignal(coach.ended):
        qtbot.mouseClick(card.stop_button, LEFT)
    assert not card.isVisible()
    assert not coach.ring.isVisible()


def test_the_ring_lets_a_click_through_to_the_control(qtbot, host, coach):
    coach.start([step(lambda: host.first)])
    middle = host.first.geometry().center()
    assert coach.ring.geometry().contains(middle)
    assert host.childAt(middle) is host.first
    assert not coach.card.box().translated(coach.card.pos()).contains(middle)


def test_a_step_begins_when_its_control_appears(qtbot, host, coach):
    host.first.hide()
    coach.start([step(lambda: host.first)])
    assert coach.card.text.text() == "Wait"
    assert not coach.card.next_button.isEnabled()
    host.first.show()
    qtbot.waitUntil(coach.ring.isVisible)
    assert coach.card.text.text() == "Text"
    assert coach.card.next_button.hasFocus()


def test_a_control_that_moves_or_goes_is_followed(qtbot, host, coach):
    coach.start([step(lambda: host.second)])
    before = coach.ring.pos()
    host.first.hide()
    qtbot.waitUntil(lambda: coach.ring.pos() != before)
    host.second.deleteLater()
    qtbot.waitUntil(lambda: not coach.ring.isVisible())


def test_doing_what_is_said_leads_on(qtbot, host, coach):
    done = []
    host.first.clicked.connect(lambda: done.append(True))
    coach.start([
        step(lambda: host.first, Way.ACT, is_done=lambda: bool(done)),
        step(lambda: host.second),
    ])  # fmt: skip
    assert host.first.hasFocus()
    assert not coach.card.next_button.isEnabled()
    qtbot.keyClick(host.first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: coach.card.count.text() == "Step 2 of 2")
    qtbot.keyClick(coach.card.next_button, Qt.Key.Key_Space)
    assert not coach.card.isVisible()


def test_what_is_done_already_or_not_needed_is_left_out(host, coach):
    coach.start([
        step(lambda: host.first, is_done=lambda: True),
        step(lambda: host.first, is_needed=lambda: False),
        step(lambda: host.second),
    ])  # fmt: skip
    assert coach.card.count.text() == "Step 2 of 2"


def test_one_may_go_back_to_a_step_that_is_done(qtbot, host, coach):
    coach.start([step(lambda: host.first, is_done=lambda: True), step(lambda: host.second)])
    qtbot.mouseClick(coach.card.back_button, LEFT)
    assert coach.card.count.text() == "Step 1 of 2"
    coach.look()
    assert coach.card.count.text() == "Step 1 of 2"


def test_a_step_to_try_leaves_the_focus_where_it_is(host, coach):
    host.field.setFocus()
    coach.start([step(lambda: host.second, Way.TRY)])
    assert host.field.hasFocus()
    assert coach.card.next_button.isEnabled()


def test_esc_stops_and_the_focus_returns_to_the_control(qtbot, host, coach):
    coach.start([step(lambda: host.first)])
    qtbot.waitUntil(coach.card.next_button.hasFocus)
    qtbot.keyClick(coach.card.next_button, Qt.Key.Key_Escape)
    assert not coach.card.isVisible()
    assert host.first.hasFocus()


def test_the_words_follow_the_language_and_the_card_the_text_size(kit, host, coach):
    coach.start([step(lambda: host.first)])
    wide = coach.card.width()
    kit.theme.use(text_scale=1.5)
    assert coach.card.width() > wide
    kit.language.use("ko")
    assert coach.card.accessibleName() == "Title. Text"


# The first import


@pytest.fixture
def list_file(tmp_path):
    path = tmp_path / "list.csv"
    rows = [("이름", "휴대폰"), *((f"손님{n}", f"010-0177-{n:04d}") for n in range(6))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*rows, ("김가나", "12"), ("박다라", "1")])
    return path


def begun(qtbot, program):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    program.window.menus.show_me_action.trigger()
    return program._shop._first_import.coach


def covers(coach):
    """Whether the card lies over the control it points at."""
    card = coach.card.box().toRect().translated(coach.card.pos())
    return card.intersects(coach._place)


def test_the_first_import_is_shown_from_the_button_to_undo(qtbot, program, list_file):
    window, contacts = program.window, program.core.contacts
    coach = begun(qtbot, program)
    card = coach.card
    assert card.title.text() == "Choose your file"
    assert coach._target is program._shop.contacts.import_button
    assert not covers(coach)
    window.files_dropped.emit([list_file])  # as the dialog for files would
    qtbot.waitUntil(lambda: card.title.text() == "What each column is", timeout=20_000)
    qtbot.waitUntil(card.next_button.hasFocus, timeout=20_000)
    for title in ("What will happen", "One row, as it would be", "Rows that need you"):
        qtbot.waitUntil(card.next_button.isEnabled)
        assert not covers(coach)
        qtbot.keyClick(card.next_button, Qt.Key.Key_Space)
        assert card.title.text() == title
    plan = window.findChild(PlanPage)
    assert plan.next_button.hasFocus()
    qtbot.keyClick(plan.next_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.title.text() == "Mend and decide")
    assert plan.check.grid.hasFocus()
    qtbot.keyClick(plan.check.grid, Qt.Key.Key_F6)
    for _region in range(12):
        if card.isAncestorOf(QApplication.focusWidget()):
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    qtbot.keyClick(card.next_button, Qt.Key.Key_Space)
    assert card.title.text() == "Bring them in"
    qtbot.waitUntil(plan.import_button.hasFocus)
    qtbot.keyClick(plan.import_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.title.text() == "Not what you wanted?", timeout=20_000)
    assert contacts.count() == 11
    result = window.findChild(ResultPage)
    qtbot.waitUntil(lambda: coach._target is result.undo_button)
    assert not covers(coach)
    qtbot.mouseClick(result.undo_button, LEFT)
    qtbot.waitUntil(lambda: contacts.count() == 3, timeout=20_000)
    qtbot.waitUntil(lambda: not card.isVisible())


def test_on_the_welcome_page_the_steps_begin_at_its_button(qtbot, core, open_program):
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open)
    coach = begun(qtbot, program)
    button = program._shop.beginning.page.file_card.button
    assert coach._target is button
    assert not covers(coach)


def test_an_import_that_is_closed_leaves_a_way_back_to_the_beginning(qtbot, program, list_file):
    window = program.window
    coach = begun(qtbot, program)
    window.files_dropped.emit([list_file])
    qtbot.waitUntil(coach.card.next_button.hasFocus, timeout=20_000)
    window.findChild(PlanPage).dismissed.emit()
    qtbot.waitUntil(lambda: not coach.ring.isVisible())
    assert "press Back" in coach.card.text.text()
    qtbot.waitUntil(coach.card.back_button.isEnabled)
    qtbot.mouseClick(coach.card.back_button, LEFT)
    assert coach.card.title.text() == "Choose your file"
    assert coach.ring.isVisible()


def test_the_steps_speak_korean_too(qtbot, program):
    coach = begun(qtbot, program)
    before = coach.card.title.text()
    program.kit.language.use("ko")
    assert coach.card.isVisible()
    assert coach.card.title.text() in {before, "파일 고르기"}


def test_the_steps_go_with_their_shop(qtbot, program):
    coach = begun(qtbot, program)
    program.close()
    assert not coach.card.isVisible()
