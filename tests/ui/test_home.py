"""Home: what the day begins with, acted on by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.settings import LANGUAGE, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.sales import LineForm, SaleForm
from app.shapes.tasks import TaskForm
from ui.contacts.page import ContactsPage
from ui.history.page import HistoryPage
from ui.home.page import HomePage
from ui.printing.view_dialog import ViewDialog
from ui.tasks.add_dialog import AddDialog
from ui.tasks.finish_dialog import FinishDialog
from ui.tasks.page import TasksPage
from ui.tasks.task_dialog import TaskDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LATE = 30_000


@pytest.fixture
def shop_of_today(core, people):
    """What there is to do on Tuesday, May 12, 9:20 in Seoul; returns the ids of the tasks."""
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    core.staff.rename(core.staff.present_id, "이서연")
    forms = (
        TaskForm(title="Call back", kind="call", due_at="2026-05-08", contact_id=people[0]),
        TaskForm(title="Order paper", kind="buy", due_at="2026-05-11"),
        TaskForm(title="Send the quote", due_at="2026-05-12T11:00", contact_id=people[1]),
        TaskForm(title="Later", due_at="2026-05-20"),
    )
    ids = [core.tasks.add(form) for form in forms]
    core.contacts.edit(people[2], "birthday", "1990-05-14")
    return ids


@pytest.fixture
def at_home(qtbot, shop_of_today, core, open_program):
    """The program as it starts: Home in front, with what there is to do."""
    program = started(qtbot, core, open_program)
    program.window.activateWindow()
    home = page_of(program)
    qtbot.waitUntil(lambda: home.is_read, timeout=LATE)
    return program


def started(qtbot, core, open_program, seen=""):
    core.settings.put(LANGUAGE, "en")
    core.close()
    program = open_program()
    program.kit.state.put_text("start/page", "")
    program.kit.state.put_text("home/seen", seen)
    qtbot.waitUntil(lambda: program.is_open, timeout=LATE)
    return program


def page_of(program):
    return program.window.findChild(HomePage)


def titles(home, code):
    card = home.card_of(code)
    return [line.line.title for line in card.lines] if card is not None else None


def until(qtbot, home, holds):
    qtbot.waitUntil(lambda: home.is_read and holds(), timeout=LATE)


def test_a_shop_with_people_begins_at_home_and_says_what_is_true(at_home):
    home = page_of(at_home)
    assert at_home.window.page() is home
    assert home.greeting.text() == "Good morning, 서연"
    assert home.sentence.text() == "Tuesday, May 12. 2 tasks are late and 1 is for today."
    assert titles(home, "overdue") == ["Call back", "Order paper"]
    assert [line.line.below for line in home.card_of("overdue").lines] == [
        "김민지 · since Friday", "이서연 · since yesterday",
    ]  # fmt: skip
    assert titles(home, "today") == ["Send the quote"]
    assert titles(home, "birthdays") == ["이하은"]
    assert home.card_of("birthdays").lines[0].line.below == "Thursday, May 14 · turns 36"


def test_the_keys_are_on_the_first_line_at_once(qtbot, at_home):
    home = page_of(at_home)
    first = home.card_of("overdue").lines[0]
    assert QApplication.focusWidget() is first
    qtbot.keyClick(at_home.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not home.isVisible())
    qtbot.keyClick(at_home.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)


def test_enter_opens_the_task_and_t_asks_for_a_new_one(qtbot, at_home):
    home, window = page_of(at_home), at_home.window
    line = home.card_of("overdue").lines[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(TaskDialog) is not None, timeout=LATE)
    window.findChild(TaskDialog).reject()
    line = home.card_of("birthdays").lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: window.findChild(AddDialog) is not None, timeout=LATE)
    window.findChild(AddDialog).reject()


def test_heads_lead_to_everything_of_their_kind(qtbot, at_home):
    home, window = page_of(at_home), at_home.window
    home.card_of("today").head_button.click()
    assert isinstance(window.page(), TasksPage)
    window.open_page_of(home)
    home.card_of("happened").head_button.click()
    assert isinstance(window.page(), HistoryPage)


def test_a_card_with_nothing_in_it_is_not_there(at_home):
    home = page_of(at_home)
    assert {card.look.code for card in home.cards} == {
        "overdue", "today", "birthdays", "happened",
    }  # fmt: skip


def test_space_finishes_a_task_and_the_focus_goes_to_the_next(qtbot, at_home):
    home = page_of(at_home)
    line = home.card_of("overdue").lines[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    until(qtbot, home, lambda: titles(home, "overdue") == ["Call back"])
    assert QApplication.focusWidget() is home.card_of("overdue").lines[0]


def test_a_task_about_somebody_asks_what_came_of_it_first(qtbot, at_home):
    home = page_of(at_home)
    line = home.card_of("overdue").lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    dialog = at_home.window.findChild(FinishDialog)
    dialog.result_line.setText("Comes on Saturday")
    qtbot.keyClick(dialog.result_line, Qt.Key.Key_Return)
    until(qtbot, home, lambda: titles(home, "overdue") == ["Order paper"])


def test_s_offers_times_to_put_a_task_off_to(qtbot, at_home):
    home = page_of(at_home)
    line = home.card_of("overdue").lines[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    tomorrow = next(action for action in menu.actions() if "omorrow" in action.text())
    tomorrow.trigger()
    menu.close()
    until(qtbot, home, lambda: titles(home, "overdue") == ["Call back"])


def test_everything_late_is_moved_to_today_by_one_click(qtbot, at_home):
    home = page_of(at_home)
    home.card_of("overdue").head_button.click()
    until(qtbot, home, lambda: home.card_of("overdue") is None)
    assert len(titles(home, "today")) == 3
    assert home.sentence.text().endswith("Nothing is late. 3 tasks today.")


def test_arrows_go_from_line_to_line_and_on_into_the_next_card(qtbot, at_home):
    home = page_of(at_home)
    order = [line for card in home.columns.in_order() for line in card.lines if line.line.acts]
    order[0].setFocus()
    for line in order[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert QApplication.focusWidget() is line
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is order[-2]


def test_enter_opens_somebody_whose_birthday_it_is_and_l_logs_a_greeting(qtbot, at_home):
    home, window = page_of(at_home), at_home.window
    line = home.card_of("birthdays").lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: window.findChild(QDialog) is not None)
    window.findChild(QDialog).reject()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.page().contact_id == line.line.subject


def test_every_line_and_button_has_a_name_and_tells_its_keys(at_home):
    home = page_of(at_home)
    for card in home.cards:
        assert card.accessibleName()
        for line in card.lines:
            assert line.accessibleName().startswith(line.line.mark.hour or line.line.title)
            if line.line.acts:
                assert line.line.acts[0].words in line.accessibleDescription()
                assert line.button.accessibleName().endswith(line.line.title)


def test_korean_words_stand_on_it_at_once(at_home):
    home = page_of(at_home)
    at_home.kit.language.use("ko")
    assert "5월 12일 화요일" in home.sentence.text()
    assert "금요일" in home.card_of("overdue").lines[0].line.below


def test_what_is_owed_for_long_can_be_paid_from_home(qtbot, core, people, open_program, clock):
    clock.move(days=-60)
    core.sales.sell(SaleForm((LineForm(18_000, description="꽃"),), contact_id=people[0]))
    clock.move(days=60)
    program = started(qtbot, core, open_program)
    home = page_of(program)
    until(qtbot, home, lambda: titles(home, "owed") == ["김민지"])
    line = home.card_of("owed").lines[0]
    assert line.line.below == "₩18,000 · since Mar 13"
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: program.window.findChild(QDialog) is not None)
    program.window.findChild(QDialog).reject()


def test_the_day_is_shown_as_it_comes_out_on_paper_and_saved(qtbot, at_home, tmp_path):
    at_home.window.menus.print_asked.emit()
    dialog = at_home.window.findChild(ViewDialog)
    assert dialog.document.page_count == 1
    path = tmp_path / "today.pdf"
    with qtbot.waitSignal(dialog.delivery.ended, timeout=LATE):
        dialog.delivery.save(dialog.document, path)
    assert path.read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_somebody_who_wants_the_list_first_gets_it(qtbot, program):
    assert isinstance(program.window.page(), ContactsPage)


def test_what_happened_since_last_time_is_told(qtbot, core, people, open_program, clock):
    program = started(qtbot, core, open_program, seen="2026-05-11T09:00:00.000Z")
    home = page_of(program)
    until(qtbot, home, lambda: home.card_of("happened") is not None)
    told = home.card_of("happened").lines[0].line.title
    assert "3 new contacts" in told
    program.window.close()
    assert program.kit.state.text("home/seen") > "2026-05-11"


def test_a_shop_without_people_does_not_begin_at_home(qtbot, core, open_program):
    program = started(qtbot, core, open_program)
    assert isinstance(program.window.page(), ContactsPage)


def test_the_same_card_is_not_made_anew_when_nothing_in_it_changed(qtbot, at_home):
    home = page_of(at_home)
    before = home.card_of("birthdays")
    home.card_of("overdue").head_button.click()
    until(qtbot, home, lambda: home.card_of("overdue") is None)
    assert home.card_of("birthdays") is before


def test_somebody_added_later_has_their_birthday_shown(qtbot, at_home):
    home, core = page_of(at_home), at_home.core

    def add(_ticket):
        core.contacts.edit(core.contacts.add(ContactForm("노을")), "birthday", "1980-05-13")

    at_home.kit.runner.write(add)
    until(qtbot, home, lambda: titles(home, "birthdays") == ["노을", "이하은"])
