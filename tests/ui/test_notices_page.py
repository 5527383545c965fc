"""The notice centre: what came by itself, what needs somebody, and what is done about it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.settings import TIME_ZONE
from app.shapes.enquiries import EnquiryForm
from app.shapes.notices import Notice
from app.shapes.tasks import ReminderForm, TaskForm
from tests.app.test_sale_sheets import TILL, sold
from tests.files import write_csv
from tests.sale_files import bring_sales
from tests.ui.contact_parts import focused
from ui.common.widgets.nav_item import NavItem
from ui.exchange.plan import PlanPage
from ui.notices.page import NoticesPage
from ui.watching import Watching

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot, core, kit, bridge):
    page = NoticesPage(kit, core.notices, bridge)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    return page


@pytest.fixture
def waiting(core, tmp_path):
    """A file that was put aside in a watched folder, of a till that is known."""
    folder = tmp_path / "till"
    aside = folder / "needs attention"
    aside.mkdir(parents=True)
    bring_sales(core, write_csv(tmp_path / "first.csv", [TILL, sold("20260501001")]))
    core.watched_folders.watch(folder)
    return write_csv(aside / "day.csv", [TILL, sold("20260511001")])


def shown(qtbot, page):
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def words(page):
    return [(line.words, sorted(line.buttons)) for line in page.lines()]


def test_nothing_to_tell_says_what_the_page_is_for(qtbot, page):
    shown(qtbot, page)
    qtbot.waitUntil(page.empty.isVisible)


def test_what_needs_somebody_stands_above_and_is_counted(qtbot, core, page, waiting):
    core.notices.tell(Notice("other", "watch.known", {"file": "old.csv"}))
    counts = []
    page.counted.connect(counts.append)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines()) == 2)
    assert words(page) == [
        (
            "“day.csv” waits in “needs attention” for you to look at it.",
            ["folder", "look", "settle"],
        ),
        ("“old.csv” was imported before; nothing changed.", []),
    ]
    assert page.needed.isVisible()
    assert page.lately.isVisible()
    qtbot.waitUntil(lambda: counts[-1:] == [1])


def test_looking_at_a_file_asks_for_its_import_and_done_puts_it_aside(qtbot, core, page, waiting):
    shown(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines()) == 1)
    with qtbot.waitSignal(page.import_asked) as asked:
        page.lines()[0].buttons["look"].click()
    assert asked.args == [waiting]
    with qtbot.waitSignal(page.settle_asked) as asked:
        page.lines()[0].buttons["settle"].click()
    assert asked.args == [waiting]


def test_the_count_goes_when_the_file_came_in_by_hand(qtbot, core, page, waiting):
    counts = []
    page.counted.connect(counts.append)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: counts[-1:] == [1])
    bring_sales(core, waiting)
    qtbot.waitUntil(lambda: counts[-1:] == [None])
    qtbot.waitUntil(page.empty.isVisible)


def test_the_focus_stays_on_a_button_when_another_notice_comes(qtbot, core, page, waiting):
    shown(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines()) == 1)
    page.lines()[0].buttons["folder"].setFocus(Qt.FocusReason.TabFocusReason)
    core.notices.tell(Notice("other", "watch.known", {"file": "old.csv"}))
    page.refresh()
    qtbot.waitUntil(lambda: len(page.lines()) == 2)
    assert focused() is page.lines()[0].buttons["folder"]


def test_every_button_says_what_it_is_about(qtbot, page, waiting):
    shown(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines()) == 1)
    line = page.lines()[0]
    for button in line.buttons.values():
        assert line.words in button.accessibleName()


def test_in_the_window_a_file_that_came_in_is_told_counted_and_taken_back(qtbot, program, tmp_path):
    core, window = program.core, program.window
    page = window.findChild(NoticesPage)
    watching = window.findChild(Watching)
    folder = tmp_path / "till"
    folder.mkdir()
    bring_sales(core, write_csv(tmp_path / "first.csv", [TILL, sold("20260501001")]))
    core.watched_folders.watch(folder)
    qtbot.waitUntil(watching._timer.isActive)
    qtbot.waitUntil(lambda: not watching._looks)
    write_csv(folder / "day.csv", [TILL, sold("20260511001"), sold("20260511002")])
    write_csv(folder / "odd.csv", [["가", "나"], ["1", "2"]])
    for _look in range(2):
        watching.look()
        qtbot.waitUntil(lambda: not watching._looks)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    item = next(i for i in window.nav.findChildren(NavItem) if i.text() == page.title())
    qtbot.waitUntil(lambda: "1" in item.accessibleName())
    item.click()
    assert window.page() is page
    qtbot.waitUntil(lambda: len(page.lines()) == 2)
    came = next(line for line in page.lines() if "undo" in line.buttons)
    came.buttons["undo"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: all("undo" not in line.buttons for line in page.lines()))
    odd = next(line for line in page.lines() if "look" in line.buttons)
    odd.buttons["look"].click()
    qtbot.waitUntil(lambda: any(p.isVisible() for p in window.findChildren(PlanPage)))


def test_in_the_window_a_file_is_put_with_those_that_are_done(qtbot, program, tmp_path):
    core, window = program.core, program.window
    page = window.findChild(NoticesPage)
    aside = tmp_path / "till" / "needs attention"
    aside.mkdir(parents=True)
    write_csv(aside / "odd.csv", [["가", "나"], ["1", "2"]])
    core.watched_folders.watch(tmp_path / "till")
    window.open_page_of(page)
    qtbot.waitUntil(lambda: len(page.lines()) == 1)
    page.lines()[0].buttons["settle"].click()
    qtbot.waitUntil(page.empty.isVisible)
    assert not (aside / "odd.csv").exists()


def test_a_reminder_is_done_put_off_or_opened_from_its_notice(qtbot, core, page, clock):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    for title in ("Call", "Water", "Order"):
        form = TaskForm(
            title=title, due_at="2026-05-12T09:30", reminders=(ReminderForm(before_min=0),)
        )
        core.tasks.add(form)
    clock.move(minutes=15)
    core.reminders.due()
    shown(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines()) == 3)
    assert {tuple(sorted(line.buttons)) for line in page.lines()} == {("done", "open", "snooze")}
    asked = []
    for signal in (page.done_asked, page.snooze_asked, page.task_asked):
        signal.connect(asked.append)
    first = page.lines()[0]
    for act in ("done", "snooze", "open"):
        first.buttons[act].setFocus()
        QTest.keyClick(first.buttons[act], Qt.Key.Key_Space)
    assert asked == [first.notice.task_id] * 3
    core.tasks.finish(first.notice.task_id)
    qtbot.waitUntil(lambda: len(page.lines()) == 2)


def test_an_enquiry_whose_answer_is_late_is_opened_from_its_notice(qtbot, core, page):
    long_ago = datetime(2026, 5, 8, 2, tzinfo=UTC)
    form = EnquiryForm(channel="phone", text="A wreath", name="Choi Subin", received_at=long_ago)
    late = core.enquiries.add(form)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: len(page.lines()) == 1)
    assert words(page) == [
        ("“Choi Subin” has waited for an answer longer than they should.", ["look"])
    ]
    with qtbot.waitSignal(page.enquiry_asked) as asked:
        QTest.mouseClick(page.lines()[0].buttons["look"], Qt.MouseButton.LeftButton)
    assert asked.args == [late]
    core.enquiries.answered([late])
    qtbot.waitUntil(page.empty.isVisible)
