"""The month with its dots: days by key and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from ui.common.formats import Formats
from ui.common.kit import Kit
from ui.common.widgets.month_grid import MonthGrid

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 5, 12)


@pytest.fixture
def grid(qtbot: QtBot, kit: Kit) -> MonthGrid:
    grid = MonthGrid(kit.theme, kit.formats)
    qtbot.addWidget(grid)
    grid.resize(356, grid.sizeHint().height())
    with qtbot.waitActive(grid):
        grid.show()
        grid.activateWindow()
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    return grid


def middle(grid: MonthGrid, day: date) -> QPointF:
    """The middle of a day's cell, found as an eye would: by asking what lies there."""
    inside = [
        QPointF(x, y)
        for x in range(0, grid.width(), 4)
        for y in range(0, grid.height(), 4)
        if grid.day_at(QPointF(x, y)) == day
    ]
    return QPointF(
        sum(at.x() for at in inside) / len(inside), sum(at.y() for at in inside) / len(inside)
    )


def test_it_shows_six_weeks_from_sunday_around_the_month(grid: MonthGrid):
    assert (grid.day, grid.month) == (TODAY, date(2026, 5, 1))
    assert (grid.days[0], grid.days[-1]) == (date(2026, 4, 26), date(2026, 6, 6))
    assert all(day.weekday() == 6 for day in grid.days[::7])


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 5, 11)),
        (Qt.Key.Key_Right, date(2026, 5, 13)),
        (Qt.Key.Key_Up, date(2026, 5, 5)),
        (Qt.Key.Key_Down, date(2026, 5, 19)),
        (Qt.Key.Key_Home, date(2026, 5, 10)),
        (Qt.Key.Key_End, date(2026, 5, 16)),
        (Qt.Key.Key_PageUp, date(2026, 4, 12)),
        (Qt.Key.Key_PageDown, date(2026, 6, 12)),
    ],
)
def test_keys_choose_a_day(qtbot: QtBot, grid: MonthGrid, key: Qt.Key, day: date):
    with qtbot.waitSignal(grid.chosen) as told:
        qtbot.keyClick(grid, key)
    assert told.args == [day]
    assert (grid.day, grid.month) == (day, day.replace(day=1))


def test_a_month_on_from_the_31st_is_the_last_of_a_shorter_one(qtbot: QtBot, grid: MonthGrid):
    grid.choose(date(2026, 1, 31))
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.day == date(2026, 2, 28)


def test_nothing_lies_beyond_the_end_of_the_calendar(qtbot: QtBot, grid: MonthGrid):
    grid.choose(date(9998, 12, 31))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
        assert grid.day == date(9998, 12, 31)
    assert grid.grab().width()


def test_a_click_chooses_and_a_double_click_or_enter_opens(qtbot: QtBot, grid: MonthGrid):
    at = middle(grid, date(2026, 5, 20)).toPoint()
    with qtbot.waitSignal(grid.chosen) as told:
        qtbot.mouseClick(grid, LEFT, pos=at)
    assert told.args == [date(2026, 5, 20)]
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseDClick(grid, LEFT, pos=at)
    assert opened.args == [date(2026, 5, 20)]
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [date(2026, 5, 20)]


def test_a_day_of_the_next_month_turns_the_page_and_says_which_days_are_shown(
    qtbot: QtBot, grid: MonthGrid
):
    with qtbot.waitSignal(grid.turned) as told:
        qtbot.mouseClick(grid, LEFT, pos=middle(grid, date(2026, 6, 3)).toPoint())
    assert told.args == [date(2026, 5, 31)]
    assert grid.month == date(2026, 6, 1)


def test_turning_leaves_the_chosen_day(grid: MonthGrid):
    grid.turn(8)
    assert (grid.day, grid.month) == (TODAY, date(2027, 1, 1))


def test_dots_are_in_their_colours_and_no_more_than_three(grid: MonthGrid, kit: Kit):
    day = date(2026, 5, 20)
    grid.set_marks({day: ("danger", "success", "warning", "accent")})
    picture, at = grid.grab().toImage(), middle(grid, day).toPoint()
    shown = {
        picture.pixelColor(at.x() + x, at.y() + y).name() for x in range(-16, 17) for y in (10, 11)
    }
    wanted = {kit.theme.colour(name).name() for name in ("danger", "success", "warning")}
    assert wanted <= shown
    assert kit.theme.colour("accent").name() not in shown


def test_letters_of_the_weekdays_follow_the_language(grid: MonthGrid, kit: Kit):
    english = grid.grab().toImage()
    kit.language.use("ko")
    assert isinstance(kit.formats, Formats)
    assert grid.grab().toImage() != english
