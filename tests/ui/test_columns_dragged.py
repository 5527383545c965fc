"""Columns of the list are put into another order with the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.contacts.columns import KEPT
from ui.contacts.page import ContactsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
USUAL = ["Name", "Tags", "Last contact", "Phone", "Company"]


def titles(page):
    return [page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(1, 6)]


def middle(header, section, *, share=0.5):
    left = header.sectionViewportPosition(section)
    return QPoint(left + round(header.sectionSize(section) * share), header.height() // 2)


def drag(header, section, *stops):
    """Press the mouse on a header and move it over these points, as a hand does."""
    target = header.viewport()
    start = middle(header, section)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    step = QApplication.startDragDistance() + 1
    for stop in (start + QPoint(step if stops[0].x() > start.x() else -step, 0), *stops):
        QTest.mouseMove(target, stop)


def drop(header, at):
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def chosen(kit):
    kit.state.put_text(KEPT, "tags,last_contact,phone,company")


@pytest.fixture
def shown(qtbot, chosen, people, page):
    page.resize(1600, 900)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert titles(page) == USUAL
    return page


@pytest.mark.parametrize(
    ("section", "over", "share", "order"),
    [
        (2, 4, 0.75, ["Name", "Last contact", "Phone", "Tags", "Company"]),
        (2, 5, 0.9, ["Name", "Last contact", "Phone", "Company", "Tags"]),
        (5, 2, 0.2, ["Name", "Company", "Tags", "Last contact", "Phone"]),
        (4, 1, 0.1, ["Name", "Phone", "Tags", "Last contact", "Company"]),
        (3, 3, 0.9, USUAL),
    ],
)
def test_a_column_goes_where_its_header_is_dropped(shown, section, over, share, order):
    header = shown.table.header
    at = middle(header, over, share=share)
    drag(header, section, at)
    drop(header, at)
    assert titles(shown) == order


def test_a_mark_shows_where_it_would_go_and_nothing_is_sorted(shown, kit):
    header = shown.table.header
    at = middle(header, 5, share=0.1)
    drag(header, 2, at)
    picture = header.grab().toImage()
    ratio = picture.devicePixelRatio()
    edge = QPoint(round(header.sectionViewportPosition(5) * ratio), 10)
    assert picture.pixelColor(edge) == kit.theme.colour("accent")
    drop(header, at)
    assert header.sortIndicatorSection() == 1
    assert shown.model.sorted_by == "name"
    after = header.grab().toImage()
    assert after.pixelColor(edge) != kit.theme.colour("accent")


def test_far_from_the_header_nothing_is_moved(shown):
    header = shown.table.header
    away = middle(header, 5) + QPoint(0, 300)
    drag(header, 2, away)
    drop(header, away)
    assert titles(shown) == USUAL


def test_the_name_and_the_box_stay_and_a_click_still_sorts(shown):
    header = shown.table.header
    at = middle(header, 4)
    drag(header, 1, at)
    drop(header, at)
    assert titles(shown) == USUAL
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle(header, 5))
    assert shown.model.sorted_by == "company"


def test_the_order_is_there_again_next_time(qtbot, shown, core, kit, bridge):
    header = shown.table.header
    at = middle(header, 2, share=0.1)
    drag(header, 5, at)
    drop(header, at)
    assert kit.state.text(KEPT) == "company,tags,last_contact,phone"
    again = ContactsPage(kit, core.contacts, core.segments, core.staff, bridge)
    qtbot.addWidget(again)
    assert titles(again) == ["Name", "Company", "Tags", "Last contact", "Phone"]
