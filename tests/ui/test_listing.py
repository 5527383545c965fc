"""What the list is narrowed to: of several readings under way only the last one counts."""

from threading import Event

import pytest

from app.shapes.filters import Filter
from ui.contacts.listing import Listing


class SlowBook:
    """Answers a search for a letter only once it may; who fits is told by the text itself."""

    def __init__(self):
        self.slow: dict[str, Event] = {}
        self.asked: list[str] = []

    def search(self, text, _wanted):
        self.asked.append(text)
        if text in self.slow:
            self.slow[text].wait(10)
        return [len(text)], len(text) == 1

    def count_found(self, text):
        return 100 * len(text)


@pytest.fixture
def book():
    return SlowBook()


@pytest.fixture
def listing(kit, book, qapp):
    return Listing(kit, book, qapp)


@pytest.fixture
def arrived(listing):
    arrived = []
    listing.arrived.connect(lambda ids, more, keep: arrived.append(list(ids)))
    return arrived


def read(listing, text):
    listing.text, listing.filter = text, Filter()
    listing.read("name", descending=False, keep=False)


def test_the_late_answer_to_an_older_text_is_not_shown(qtbot, kit, book, listing, arrived):
    book.slow["김"] = Event()
    read(listing, "김")
    qtbot.waitUntil(lambda: book.asked == ["김"])
    read(listing, "김민")
    qtbot.waitUntil(lambda: arrived == [[2]])
    book.slow["김"].set()
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    assert arrived == [[2]]


def test_a_reading_that_was_dropped_comes_to_nothing(qtbot, kit, book, listing, arrived):
    book.slow["김"] = Event()
    read(listing, "김")
    listing.drop()
    book.slow["김"].set()
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    assert arrived == []


def test_how_many_there_are_is_counted_where_more_fit_than_arrived(qtbot, listing, arrived):
    counts = []
    listing.counted.connect(counts.append)
    read(listing, "김")
    qtbot.waitUntil(lambda: counts == [100])
    assert arrived == [[1]]
