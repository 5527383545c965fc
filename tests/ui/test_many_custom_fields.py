"""Three hundred fields in one shop: the page opens at once, the choosers scroll."""

import gc
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest

from tests.ui.test_custom_fields import opened, page_of, popup_of  # noqa: F401 - a fixture
from ui.common.widgets.menu import Menu

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MANY = 300
MOST = 0.1  # seconds of the window's thread for one step


@pytest.fixture
def many(core, people):
    """Fields of every kind, made before the window opens, filled for one contact but the files."""
    kinds = ("text", "number", "date", "yes_no", "choice", "choices", "person", "file")
    content = {
        "text": {"text": "백합"}, "number": {"number": 7}, "yes_no": {"number": 1},
        "person": {"person_id": people[1]}, "date": {"text": "2026-05-16"},
    }  # fmt: skip
    made = []
    with core.store.action("set_custom", count=1, field="") as unit:  # in one step: it is quicker
        for n in range(MANY):
            kind, fields = kinds[n % 8], unit.custom_fields
            made.append(fields.add(kind, "", f"Field {n}", in_list=True))
            value = content.get(kind)
            if kind.startswith("choice"):
                value = {"choice_id": fields.add_choice(made[-1], "", "A")}
            if value:
                fields.put(people[:1], made[-1], [value], origin=unit.changes.open_id)
    return made


@pytest.fixture
def no_rubbish():
    """What the making of the fields left is no work of the window."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def longest_step(doing, until):
    """Do something, then one event after the other; return the most CPU time one of them took."""
    began = time.thread_time()
    doing()
    longest = time.thread_time() - began
    deadline = time.monotonic() + 30
    while not until():
        assert time.monotonic() < deadline
        began = time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        longest = max(longest, time.thread_time() - began)
    return longest


def stand_in_order(section):
    places = [row.y() for row in section.lines.values()]
    return all(a < b for a, b in pairwise(places))


def test_a_contact_with_all_of_them_opens_without_a_stop(
    qtbot, many, opened, people, no_rubbish  # noqa: F811
):  # fmt: skip
    section = page_of(qtbot, opened, people[2])
    page = opened.window.page()
    filled = {value.field_id for value in opened.core.custom_fields.of(people[0])}
    assert len(filled) > 250

    def turn(contact, count):
        return longest_step(lambda: page.show_contact(contact), lambda: len(section.lines) == count)

    turn(people[0], len(filled))  # what is only done once is done
    assert turn(people[2], 0) < MOST
    assert turn(people[0], len(filled)) < MOST
    order = [field.id for field in opened.core.custom_fields.all() if field.id in filled]
    assert list(section.lines) == order
    qtbot.waitUntil(lambda: stand_in_order(section))


def test_an_empty_field_far_down_can_be_filled_while_the_others_are_still_drawn(
    qtbot, many, opened, people  # noqa: F811
):  # fmt: skip
    section = page_of(qtbot, opened, people[2])
    page = opened.window.page()
    wanted = next(f for f in many if f not in {v.field_id for v in
                  opened.core.custom_fields.of(people[0])})  # fmt: skip
    page.show_contact(people[0])
    section.start(wanted)
    row = section.lines[wanted]
    assert row.isVisible()
    qtbot.waitUntil(lambda: not section._due, timeout=30_000)
    shown = [f for f in many if f in section.lines]
    assert list(section.lines) == shown
    qtbot.waitUntil(lambda: stand_in_order(section))


def is_whole(menu, action):
    """Whether an entry stands inside its menu, which stands inside the screen."""
    inside = menu.screen().availableGeometry().contains(menu.geometry())
    return inside and menu.rect().contains(menu.actionGeometry(action))


@pytest.mark.parametrize("chooser", ["columns", "fields"])
def test_the_chooser_scrolls_to_the_last_of_them_by_keys(
    qtbot, many, opened, people, chooser  # noqa: F811
):  # fmt: skip
    page = opened.window.page()
    if chooser == "columns":
        qtbot.waitUntil(lambda: len(page.model.layout.offered()) > MANY)
        page._columns.show(opened.window)
    else:
        page_of(qtbot, opened, people[2]).add_asked()
    menu = popup_of(qtbot)
    assert isinstance(menu, Menu)
    assert len(menu.actions()) > MANY
    assert len({menu.actionGeometry(action).x() for action in menu.actions()}) == 1
    QTest.keyClick(menu, Qt.Key.Key_End)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction().text() == f"Field {MANY - 1}"
    assert is_whole(menu, menu.activeAction())
    QTest.keyClick(menu, Qt.Key.Key_Home)
    assert is_whole(menu, menu.actions()[0])
    menu.close()
