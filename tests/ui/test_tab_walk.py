"""Every page can be walked through by Tab: everything named, seen and left again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.shapes.filters import Condition, Filter
from tests.ui.focus_parts import is_by_arrows, is_seen, name_of, shows_focus
from tests.ui.sale_parts import sell
from ui.common.page import Page
from ui.common.widgets.toast import ToastButton
from ui.program import Program
from ui.sales.page import SalesPage
from ui.shell.smart_lists import SmartLists
from ui.waiting import settle, wait_until

MOST_STEPS = 120


def reachable(window: QWidget) -> set[QWidget]:
    """What can be pressed or typed into and is on the screen."""
    kinds = (QAbstractButton, QLineEdit)
    return {
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if is_seen(widget, window)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_by_arrows(widget)
    }


def walk(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it was before; return what had it."""
    first = QApplication.focusWidget()
    seen: list[QWidget] = []
    for _step in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        settle(5)
        here = QApplication.focusWidget()
        assert here is not None, f"the focus was lost after {seen[-1:]}"
        if here is first and seen:
            return [first, *seen]
        if seen:
            assert here is not seen[-1], f"Tab does not leave {here}"
        if here in seen:
            return seen
        seen.append(here)
    raise AssertionError("the walk did not come to its end")


def pages(program: Program) -> list[Page]:
    return program.window.findChildren(Page)


@pytest.fixture
def walked(qtbot: QtBot, program: Program) -> Callable[[Page], list[QWidget]]:
    window = program.window
    window.resize(1440, 900)
    assert program.core is not None
    program.core.contacts.trash([program.core.contacts.search("이하은")[0][0]])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def go(page: Page) -> list[QWidget]:
        window.open_page_of(page)
        settle(120)
        wait_until(lambda: not program.kit.runner.is_busy)  # its words may come late
        page.setFocus()
        QTest.keyClick(window, Qt.Key.Key_Tab)
        return walk(window)

    return go


def test_each_page_is_walked_by_tab_and_all_of_it_is_reached_named_and_seen(
    program: Program, walked: Callable[[Page], list[QWidget]]
) -> None:
    window = program.window
    for page in pages(program):
        seen = walked(page)
        assert len(seen) > 5, page.title()  # the navigation alone has more
        nameless = [widget for widget in seen if not name_of(widget)]
        assert not nameless, page.title()
        hidden = [widget for widget in seen if not widget.isVisible()]
        assert not hidden, page.title()
        missed = reachable(window) - set(seen)
        assert not missed, (page.title(), [name_of(widget) for widget in missed])
        for widget in seen:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            settle(5)
            assert shows_focus(window, widget), (page.title(), name_of(widget))


def in_regions(window: QWidget, seen: list[QWidget]) -> list[str]:
    """Return where Tab went, once for each run of stops in the same part of the window."""
    runs: list[str] = []
    for widget in seen:
        part = "navigation" if window.nav.isAncestorOf(widget) else "page"
        if isinstance(widget, ToastButton):
            continue
        if runs[-1:] != [part]:
            runs.append(part)
    return runs


@pytest.mark.parametrize("view", ["list", "totals", "owed", "close"])
def test_tab_goes_through_the_navigation_and_then_the_sales_page_without_coming_back(
    program: Program, walked: Callable[[Page], list[QWidget]], view: str
) -> None:
    core = program.core
    assert core is not None
    core.segments.save("Friends", Filter((Condition("tag", "any_of", ("단골",)),)))
    sell(core, None, 1000, method="")
    page = program.window.findChild(SalesPage)
    page.show_view(view)
    settle(200)
    seen = walked(page)
    start = seen.index(program.window.nav.brand)
    around = [*seen[start:], *seen[:start]]
    assert in_regions(program.window, around) == ["navigation", "page"]
    lists = program.window.findChild(SmartLists)
    stops = [widget for widget in around if lists.isAncestorOf(widget)]
    assert stops == [lists.new_button, *lists.items()]


def test_the_fields_of_the_day_close_come_in_the_order_they_stand_in(
    program: Program, walked: Callable[[Page], list[QWidget]]
) -> None:
    page = program.window.findChild(SalesPage)
    page.show_view("close")
    settle(200)
    view = page.close_view
    seen = [widget for widget in walked(page) if view.isAncestorOf(widget)]
    fields = [line.field for line in view.lines]
    start = seen.index(view.back_button)
    around = [*seen[start:], *seen[:start]]
    assert around == [view.back_button, *fields, view.note, view.close_button]
