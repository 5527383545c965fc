"""A list that reads on as one scrolls: nothing twice, nothing of what was shown before."""

from threading import Event

import pytest

from ui.common.growing_model import STEP, GrowingModel
from ui.common.paged_model import Column
from ui.common.row_delegate import RowLook


class Numbers(GrowingModel):
    """The numbers from one on, told by themselves."""

    def look(self, row):
        return RowLook(cells=(), sentence=str(row))

    def words(self, row, field):
        return str(row)


class Shelf:
    """Hands out numbers behind those that are known; waits where it is told to."""

    def __init__(self, first=0, last=1000):
        self.first, self.last = first, last
        self.may_go_on = Event()
        self.may_go_on.set()
        self.asked = 0

    def read(self, count, known):
        self.asked += 1
        self.may_go_on.wait(10)
        start = known[-1] + 1 if known else self.first
        return range(start, min(start + count, self.last))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def model(qtbot, runner, shelf):
    model = Numbers(runner, shelf.read)
    model.columns = (Column("number", "Number", "number"),)
    with qtbot.waitSignal(model.arrived):
        model.show(shelf.read)
    return model


def shown(model):
    return [model.row_at(line) for line in range(model.rowCount())]


def test_it_reads_on_once_however_often_it_is_asked(qtbot, runner, model, shelf):
    shelf.may_go_on.clear()
    for _time in range(3):
        model.fetchMore(model.index(-1, -1))
    assert not model.canFetchMore(model.index(-1, -1))
    shelf.may_go_on.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert shown(model) == list(range(2 * STEP))
    assert shelf.asked == 2


def test_what_was_on_its_way_when_the_list_began_anew_is_left_out(qtbot, runner, model, shelf):
    shelf.may_go_on.clear()
    model.fetchMore(model.index(-1, -1))
    other = Shelf(5000, 5003)
    model.show(other.read)
    qtbot.waitUntil(lambda: shown(model) == [5000, 5001, 5002])
    shelf.may_go_on.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert shown(model) == [5000, 5001, 5002]
    assert not model.has_more


def test_reading_again_keeps_as_many_as_there_were(qtbot, model, shelf):
    with qtbot.waitSignal(model.arrived):
        model.fetchMore(model.index(-1, -1))
    shelf.first = 7
    with qtbot.waitSignal(model.arrived):
        model.reload()
    assert shown(model) == list(range(7, 7 + 2 * STEP))
