"""The calendar: days by key and mouse, moving and lengthening, what each view shows."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.settings import COUNTRY, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm
from app.shapes.interactions import LineForm
from app.shapes.sales import LineForm as SaleLine
from app.shapes.sales import SaleForm
from app.shapes.tasks import TaskForm
from ui.calendar.desk import CalendarDesk
from ui.calendar.page import CalendarPage
from ui.calendar.view import CalendarView
from ui.common.bridge import ChangeBridge
from ui.common.entry_looks import entry_sentence
from ui.common.kit import Kit

TODAY = date(2026, 5, 12)
LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shop_in_seoul(core: Core) -> None:
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    core.settings.put(COUNTRY, "KR")


@pytest.fixture
def calendar(
    qtbot: QtBot, core: Core, kit: Kit, bridge: ChangeBridge, shop_in_seoul: None
) -> CalendarPage:
    """The page with a few tasks, its month read and in front."""
    add = core.tasks.add
    add(TaskForm(title="Pay rent", due_at="2026-05-20"))
    add(TaskForm(title="Wedding talk", due_at="2026-05-14T14:00", duration_min=60))
    add(TaskForm(title="Market", due_at="2026-05-13T05:30", repeat="FREQ=WEEKLY;BYDAY=WE"))
    desk = CalendarDesk(
        core.agenda, core.tasks, core.interactions, core.sales, core.staff, core.deals,
        core.agenda.shop_clock(),
    )  # fmt: skip
    page = CalendarPage(kit, desk, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.is_read and page.is_idle)
    return page


def show(qtbot: QtBot, page: CalendarPage, key: str, day: date = TODAY) -> CalendarView:
    page.show_view(key, day)
    qtbot.waitUntil(lambda: page.is_idle)
    return page.view


def entry(view: CalendarView, title: str, on: date | None = None):
    return next(one for one in view.agenda.entries if one.title == title and on in (None, one.on))


def rect(view: CalendarView, title: str, on: date | None = None):
    wanted = entry(view, title, on)
    return next(one.rect for one in view.placed if one.entry is wanted)


def spot(view: CalendarView, day: date) -> QPointF:
    """A point of a day, found as an eye would: by asking what lies there."""
    room = view.viewport().rect()
    inside = [
        QPointF(x, y)
        for x in range(0, room.width(), 8)
        for y in range(0, room.height(), 8)
        if (slot := view.slot_at(QPointF(x, y))) and slot.day == day
    ]
    return inside[len(inside) // 2]


def drag(qtbot: QtBot, view: CalendarView, start: QPointF, end: QPointF) -> None:
    ground = view.viewport()
    qtbot.mousePress(ground, LEFT, pos=start.toPoint())
    for step in (QPointF(5, 5), QPointF(9, 9)):
        qtbot.mouseMove(ground, (start + step).toPoint())
    qtbot.mouseMove(ground, end.toPoint())
    qtbot.mouseRelease(ground, LEFT, pos=end.toPoint())


def due(core: Core, title: str) -> list[str]:
    found = core.agenda.days(date(2026, 5, 1), date(2026, 6, 30)).entries
    return [
        f"{one.on}T{one.time}" if one.time else str(one.on) for one in found if one.title == title
    ]


def test_the_month_shows_whole_weeks_from_sunday_and_each_holiday_once(calendar: CalendarPage):
    view = calendar.month
    assert (view.days[0], view.days[-1]) == (date(2026, 4, 26), date(2026, 6, 6))
    assert calendar.heading.text() == "May 2026"
    on = [holiday.on for holiday in view.agenda.holidays]
    assert len(on) == len(set(on))
    assert {date(2026, 5, 5), date(2026, 5, 25)} <= set(on)  # one of them in place of another
    assert {one.entry.title for one in view.placed} == {"Pay rent", "Wedding talk", "Market"}


def test_arrows_go_from_day_to_day_and_on_to_other_months(qtbot: QtBot, calendar: CalendarPage):
    view = calendar.month
    assert view.day == TODAY
    for key, day in (
        (Qt.Key.Key_Right, date(2026, 5, 13)), (Qt.Key.Key_Down, date(2026, 5, 20)),
        (Qt.Key.Key_Home, date(2026, 5, 17)), (Qt.Key.Key_End, date(2026, 5, 23)),
        (Qt.Key.Key_PageDown, date(2026, 6, 23)),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert view.day == day
    assert calendar.heading.text() == "June 2026"
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert (view.day, view.month) == (TODAY, date(2026, 5, 1))


def test_enter_goes_into_a_day_and_opens_what_is_chosen(qtbot: QtBot, calendar: CalendarPage):
    view = calendar.month
    view.choose_day(date(2026, 5, 14))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.entry is entry(view, "Wedding talk")
    with qtbot.waitSignal(calendar.task_asked) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [entry(view, "Wedding talk").task_id]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.entry is None


def test_n_and_enter_on_an_empty_day_ask_for_something_new_then(
    qtbot: QtBot, calendar: CalendarPage
):
    view = calendar.month
    view.choose_day(date(2026, 5, 19))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_N):
        with qtbot.waitSignal(calendar.new_asked) as told:
            qtbot.keyClick(view, key)
        assert told.args == ["2026-05-19"]


def test_alt_and_an_arrow_move_what_is_chosen_and_it_stays_chosen(
    qtbot: QtBot, calendar: CalendarPage, core: Core, clock
):
    view = calendar.month
    view.choose_entry(entry(view, "Pay rent"))
    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: due(core, "Pay rent") == ["2026-05-21"])
    qtbot.waitUntil(lambda: calendar.is_idle and view.entry is not None)
    clock.move(minutes=1)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: due(core, "Pay rent") == ["2026-05-28"])
    qtbot.waitUntil(lambda: calendar.is_idle and view.day == date(2026, 5, 28))
    core.history.undo()
    assert due(core, "Pay rent") == ["2026-05-21"]


def test_a_task_dragged_to_another_day_is_due_then_at_its_hour(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    view = calendar.month
    drag(qtbot, view, rect(view, "Wedding talk").center(), spot(view, date(2026, 5, 22)))
    qtbot.waitUntil(lambda: due(core, "Wedding talk") == ["2026-05-22T14:00"])


def test_escape_lets_go_of_what_is_dragged(qtbot: QtBot, calendar: CalendarPage, core: Core):
    view = calendar.month
    ground, start = view.viewport(), rect(view, "Pay rent").center()
    qtbot.mousePress(ground, LEFT, pos=start.toPoint())
    qtbot.mouseMove(ground, (start + QPointF(30, 30)).toPoint())
    qtbot.mouseMove(ground, (start + QPointF(200, 60)).toPoint())
    assert view.dragged is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(ground, LEFT, pos=(start + QPointF(200, 60)).toPoint())
    assert (view.dragged, due(core, "Pay rent")) == (None, ["2026-05-20"])


def test_a_later_time_of_a_repeat_that_is_moved_stands_alone(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    view = calendar.month
    view.choose_entry(entry(view, "Market", date(2026, 5, 27)))
    qtbot.keyClick(view, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: "2026-05-26T05:30" in due(core, "Market"))
    assert "2026-05-27T05:30" not in due(core, "Market")
    assert "2026-06-03T05:30" in due(core, "Market")


def test_a_birthday_and_what_is_done_stay_on_their_day(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    born = core.contacts.add(ContactForm("김민지"))
    core.contacts.edit(born, "birthday", "1990-05-15")
    qtbot.waitUntil(lambda: any(one.what == "birthday" for one in calendar.month.agenda.entries))
    view = calendar.month
    birthday = next(one for one in view.agenda.entries if one.what == "birthday")
    view.choose_entry(birthday)
    with qtbot.assertNotEmitted(view.moved):
        qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    with qtbot.waitSignal(calendar.contact_asked) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [born]


def test_more_than_a_day_has_room_for_is_counted_and_leads_to_the_list(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    for number in range(30):
        core.tasks.add(TaskForm(title=f"Order {number}", due_at="2026-05-19"))
    view = calendar.month
    qtbot.waitUntil(lambda: len(view.agenda.entries) > 30 and bool(view.more))
    (more,) = view.more
    shown = sum(one.entry.on == date(2026, 5, 19) for one in view.placed)
    assert shown + more.hidden == 30
    qtbot.mouseClick(view.viewport(), LEFT, pos=more.rect.center().toPoint())
    qtbot.waitUntil(lambda: calendar.is_idle)
    assert (calendar.view, calendar.view.day) == (calendar.agenda, date(2026, 5, 19))


def test_a_week_puts_hours_where_they_are_and_the_whole_day_above(
    qtbot: QtBot, calendar: CalendarPage
):
    view = show(qtbot, calendar, "week", date(2026, 5, 14))
    assert calendar.heading.text() == "May 10 – 16, 2026"
    talk = rect(view, "Wedding talk")
    assert talk.top() == pytest.approx(calendar.week.y_of(14 * 60), abs=1)
    assert talk.bottom() == pytest.approx(calendar.week.y_of(15 * 60), abs=2)


def test_what_overlaps_stands_beside_each_other(qtbot: QtBot, calendar: CalendarPage, core: Core):
    core.tasks.add(TaskForm(title="Fitting", due_at="2026-05-14T14:30", duration_min=60))
    view = show(qtbot, calendar, "week", date(2026, 5, 14))
    assert not rect(view, "Wedding talk").intersects(rect(view, "Fitting"))


def test_the_end_of_an_appointment_is_dragged_and_keys_lengthen_it(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    view = show(qtbot, calendar, "week", date(2026, 5, 14))
    talk = rect(view, "Wedding talk")
    end = QPointF(talk.center().x(), talk.bottom() - 1)
    drag(qtbot, view, end, QPointF(end.x(), calendar.week.y_of(16 * 60)))
    qtbot.waitUntil(lambda: length(core) == 120)
    qtbot.waitUntil(lambda: calendar.is_idle and entry(view, "Wedding talk").duration_min == 120)
    view.choose_entry(entry(view, "Wedding talk"))
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: length(core) == 135)


def length(core: Core) -> int | None:
    return minutes(core, "Wedding talk")


def test_in_a_week_up_and_down_move_by_a_quarter_of_an_hour(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    view = show(qtbot, calendar, "week", date(2026, 5, 14))
    view.choose_entry(entry(view, "Wedding talk"))
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: due(core, "Wedding talk") == ["2026-05-14T14:15"])


def test_a_double_click_in_the_hours_asks_for_something_new_then(
    qtbot: QtBot, calendar: CalendarPage
):
    week = calendar.week
    show(qtbot, calendar, "week", date(2026, 5, 14))
    at = QPointF(rect(week, "Wedding talk").center().x(), week.y_of(17 * 60) + 4)
    with qtbot.waitSignal(calendar.new_asked) as told:
        QTest.mouseDClick(week.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at.toPoint())
    assert told.args == ["2026-05-14T17:00"]


def test_an_appointment_over_a_change_of_the_clock_lasts_as_long_as_it_does(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    core.settings.put(TIME_ZONE, "America/New_York")
    core.tasks.add(TaskForm(title="Night", due_at="2026-03-08T01:00", duration_min=120))
    core.tasks.add(TaskForm(title="Twice", due_at="2026-11-01T00:30", duration_min=120))
    week = calendar.week
    show(qtbot, calendar, "week", date(2026, 3, 8))
    week.verticalScrollBar().setValue(0)
    night = rect(week, "Night")
    assert night.bottom() == pytest.approx(week.y_of(4 * 60), abs=2)  # three is after one
    show(qtbot, calendar, "week", date(2026, 11, 1))
    twice = rect(week, "Twice")
    assert twice.bottom() == pytest.approx(week.y_of(90), abs=2)  # half past one comes again


def test_the_list_of_days_is_walked_with_up_and_down(qtbot: QtBot, calendar: CalendarPage):
    view = show(qtbot, calendar, "agenda")
    seen = []
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        seen.append((view.day.day, view.entry.title if view.entry else ""))
    assert seen[:4] == [(13, ""), (13, "Market"), (14, ""), (14, "Wedding talk")]


def test_only_what_somebody_is_to_do_is_shown_where_that_is_asked(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    core.tasks.add(TaskForm(title="Nobody’s", due_at="2026-05-15", assignee_id=None))
    calendar.show_staff((0,), "Nobody")
    qtbot.waitUntil(lambda: calendar.is_idle)
    assert [one.title for one in calendar.month.agenda.entries] == ["Nobody’s"]


def test_nothing_lies_beyond_the_years_worth_looking_at(calendar: CalendarPage):
    view = calendar.month
    view.choose_day(date(2199, 12, 31))
    view.choose_day(date(2200, 1, 1))
    view.turn(1)
    assert view.day <= date(2199, 12, 31)
    assert view.grab().width()


def test_every_view_paints_in_dark_and_large(qtbot: QtBot, calendar: CalendarPage, kit: Kit):
    from ui.common.theme import Scheme

    kit.theme.use(Scheme.DARK, text_scale=1.5)
    for key in ("month", "week", "agenda"):
        show(qtbot, calendar, key)
        assert not calendar.grab().isNull()
    kit.language.use("ko")
    assert calendar.heading.text() == "2026년 5월 12일 – 6월 8일"


def test_what_was_promised_and_a_delivery_are_put_on_another_day_and_taken_back(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    minji = core.contacts.add(ContactForm("김민지"))
    line = LineForm(contact_id=minji, at="2026-05-19T10:00", note="Ask about the vase")
    core.interactions.log_line(line)
    rose = SaleLine(description="Rose", unit_price=9000)
    core.sales.sell(SaleForm(lines=(rose,), due_at="2026-05-21", handover="delivery"))
    view = calendar.month
    qtbot.waitUntil(lambda: {"promise", "handover"} <= {one.what for one in view.agenda.entries})
    start = rect(view, "Ask about the vase").center()
    drag(qtbot, view, start, spot(view, date(2026, 5, 22)))
    qtbot.waitUntil(lambda: due(core, "Ask about the vase") == ["2026-05-22T10:00"])
    planned = core.interactions.planned(minji)
    assert (planned.at, planned.note) == ("2026-05-22T10:00", "Ask about the vase")
    qtbot.waitUntil(lambda: calendar.is_idle)
    view.choose_entry(next(one for one in view.agenda.entries if one.what == "handover"))
    qtbot.keyClick(view, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: handed_over(core) == ["2026-05-20"])
    core.history.undo()
    core.history.undo()
    assert handed_over(core) == ["2026-05-21"]
    assert due(core, "Ask about the vase") == ["2026-05-19T10:00"]


def handed_over(core: Core) -> list[str]:
    found = core.agenda.days(date(2026, 5, 1), date(2026, 5, 31)).entries
    return [str(one.on) for one in found if one.what == "handover"]


def test_what_lasts_over_midnight_is_moved_by_any_of_its_days(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    core.tasks.add(TaskForm(title="Fair", due_at="2026-05-13T15:00", duration_min=43 * 60))
    view = calendar.month
    qtbot.waitUntil(lambda: [one.entry.title for one in view.placed].count("Fair") == 3)
    middle = rect(view, "Fair", date(2026, 5, 14))
    drag(qtbot, view, middle.center(), spot(view, date(2026, 5, 21)))
    qtbot.waitUntil(lambda: due(core, "Fair") == ["2026-05-20T15:00", "2026-05-21", "2026-05-22"])
    qtbot.waitUntil(lambda: calendar.is_idle)
    week = show(qtbot, calendar, "week", date(2026, 5, 22))
    first, last = rect(week, "Fair", date(2026, 5, 20)), rect(week, "Fair", date(2026, 5, 22))
    assert first.top() == pytest.approx(calendar.week.y_of(15 * 60), abs=1)
    assert last.bottom() == pytest.approx(calendar.week.y_of(10 * 60), abs=2)
    end = QPointF(last.center().x(), last.bottom() - 1)
    drag(qtbot, week, end, QPointF(end.x(), calendar.week.y_of(12 * 60)))
    qtbot.waitUntil(lambda: calendar.is_idle and minutes(core, "Fair") == 45 * 60)
    agenda = show(qtbot, calendar, "agenda", date(2026, 5, 22))
    words = entry_sentence(entry(agenda, "Fair", date(2026, 5, 22)), calendar.kit)
    assert words == "until 12:00 PM, Task, Fair, Day 3 of 3"


def minutes(core: Core, title: str) -> int | None:
    found = core.agenda.days(date(2026, 5, 1), date(2026, 5, 31)).entries
    return next(one.duration_min for one in found if one.title == title)


def test_a_deal_stands_on_the_day_it_closes_is_moved_and_opened(
    qtbot: QtBot, calendar: CalendarPage, core: Core
):
    core.pipelines.add_ready_made("sales")
    minji = core.contacts.add(ContactForm("김민지"))
    form = DealForm(
        title="Office lobby", contact_id=minji, amount=1_440_000, expected_close="2026-05-20"
    )
    deal_id = core.deals.add(form)
    view = calendar.month
    qtbot.waitUntil(lambda: "deal" in {one.what for one in view.agenda.entries})
    words = entry_sentence(entry(view, "Office lobby"), calendar.kit)
    assert words == "Deal closing, Office lobby, 김민지 · ₩1,440,000"
    drag(qtbot, view, rect(view, "Office lobby").center(), spot(view, date(2026, 5, 27)))
    qtbot.waitUntil(lambda: due(core, "Office lobby") == ["2026-05-27"])
    qtbot.waitUntil(lambda: calendar.is_idle)
    for key in ("week", "agenda"):
        shown = show(qtbot, calendar, key, date(2026, 5, 27))
        shown.choose_entry(entry(shown, "Office lobby"))
        with qtbot.waitSignal(calendar.deal_asked) as told:
            qtbot.keyClick(shown, Qt.Key.Key_Return)
        assert told.args == [deal_id]
    core.history.undo()
    assert due(core, "Office lobby") == ["2026-05-20"]
    core.deals.remove([deal_id])
    assert due(core, "Office lobby") == []
