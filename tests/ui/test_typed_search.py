"""A search field that asks by itself: the last text counts, and Enter waits for its answer."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.errors import GoneError
from ui.common.typed_search import TypedSearch
from ui.common.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot, theme):
    field = SearchField(theme, "Who")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


class Book:
    """Answers with the text itself; some texts only once they may."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.slow: dict[str, Event] = {}
        self.broken: set[str] = set()

    def ask(self, text: str) -> str:
        self.asked.append(text)
        if text in self.slow:
            self.slow[text].wait(10)
        if text in self.broken:
            raise GoneError(text)
        return text


@pytest.fixture
def book():
    return Book()


@pytest.fixture
def told(kit, field, book):
    """What was told, in its order: each answer, and each Enter."""
    search = TypedSearch(kit, field, book.ask)
    told = []
    search.answered.connect(told.append)
    search.entered.connect(lambda: told.append("Enter"))
    return told


def enter(field):
    QTest.keyClick(field.focusProxy(), Qt.Key.Key_Return)


def test_somebody_who_types_on_is_asked_for_once(qtbot, field, book, told):
    QTest.keyClicks(field.focusProxy(), "kim")
    qtbot.waitUntil(lambda: told == ["kim"])
    assert book.asked == ["kim"]


def test_enter_before_the_pause_is_over_comes_after_the_answer(qtbot, field, book, told):
    QTest.keyClicks(field.focusProxy(), "kim")
    enter(field)
    qtbot.waitUntil(lambda: told == ["kim", "Enter"])


def test_enter_while_the_answer_is_on_its_way_waits_for_it(qtbot, field, book, told):
    book.slow["kim"] = Event()
    QTest.keyClicks(field.focusProxy(), "kim")
    qtbot.waitUntil(lambda: book.asked == ["kim"])
    enter(field)
    assert told == []
    book.slow["kim"].set()
    qtbot.waitUntil(lambda: told == ["kim", "Enter"])
    assert book.asked == ["kim"]


def test_the_late_answer_to_an_older_text_is_not_told(qtbot, kit, field, book, told):
    book.slow["k"] = Event()
    QTest.keyClicks(field.focusProxy(), "k")
    qtbot.waitUntil(lambda: book.asked == ["k"])
    QTest.keyClicks(field.focusProxy(), "im")
    qtbot.waitUntil(lambda: told == ["kim"])
    book.slow["k"].set()
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    assert told == ["kim"]


def test_typing_on_takes_a_waiting_enter_back(qtbot, kit, field, book, told):
    book.slow["k"] = Event()
    QTest.keyClicks(field.focusProxy(), "k")
    enter(field)
    QTest.keyClicks(field.focusProxy(), "im")
    book.slow["k"].set()
    qtbot.waitUntil(lambda: told == ["kim"])
    enter(field)
    assert told == ["kim", "Enter"]


def test_enter_asks_again_where_the_first_answer_failed(qtbot, kit, field, book, told):
    book.broken.add("kim")
    QTest.keyClicks(field.focusProxy(), "kim")
    qtbot.waitUntil(lambda: book.asked == ["kim"] and not kit.runner.is_busy)
    book.broken.clear()
    enter(field)
    qtbot.waitUntil(lambda: told == ["kim", "Enter"])
