"""What refers to itself alone dies in the window's thread, whatever other threads are doing."""

import gc
import weakref
from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from ui.common.garbage import MUCH, GarbageCollector

ROUNDS = 40 * gc.get_threshold()[0]  # so many objects let Python search several times


class Ring:
    """Something that refers to itself, and to a widget."""

    def __init__(self, widget: QWidget | None = None) -> None:
        self.widget = widget
        self.itself = self


@pytest.fixture
def collector(runner) -> Iterator[GarbageCollector]:
    gc.enable()  # as Python starts
    collector = GarbageCollector(runner)
    yield collector
    delete(collector)
    gc.unfreeze()


def make_rings(how_many: int) -> None:
    for _ in range(how_many):
        Ring()


@pytest.fixture
def died_in() -> list[int]:
    """The thread each widget of a ring was destroyed in."""
    return []


@pytest.fixture
def drop_widget(qapp, died_in):
    """Leaves a widget behind that nothing but itself refers to."""

    def drop() -> None:
        ring = Ring(QWidget())
        weakref.finalize(ring.widget, lambda: died_in.append(get_ident()))

    return drop


def test_a_widget_dies_in_its_own_thread_while_a_job_makes_many_objects(
    qtbot, runner, collector, drop_widget, died_in
):
    made, may_end = Event(), Event()

    def task(_ticket) -> None:
        make_rings(ROUNDS)  # Python would search in this thread, and find the widget
        made.set()
        may_end.wait(10)

    drop_widget()
    job = runner.read(task)
    assert made.wait(10)
    assert died_in == []
    qtbot.waitUntil(lambda: died_in == [get_ident()])
    assert runner.is_busy
    with qtbot.waitSignal(job.finished):
        may_end.set()


def test_what_a_job_has_in_hand_is_not_gone_through(qtbot, runner, collector):
    made, may_end = Event(), Event()

    def task(_ticket) -> None:
        rows = [[number] for number in range(2 * MUCH)]
        made.set()
        may_end.wait(10)
        assert rows

    job = runner.write(task)
    assert made.wait(10)
    searched = gc.get_stats()
    collector.look()
    assert gc.get_stats() == searched
    with qtbot.waitSignal(job.finished):
        may_end.set()


def test_rubbish_does_not_pile_up_however_old_it_has_become(qtbot, collector):
    for _round in range(200):
        make_rings(2 * gc.get_threshold()[0])
        collector.look()
    assert sum(isinstance(found, Ring) for found in gc.get_objects()) <= gc.get_threshold()[0]
    old = Ring()
    gc.collect(0)
    gc.collect(1)
    gone = weakref.ref(old)
    del old
    for _round in range(200):
        make_rings(2 * gc.get_threshold()[0])
        collector.look()
    assert gone() is None


def test_nothing_is_searched_while_little_has_come(qtbot, collector):
    gc.collect()
    searched = gc.get_stats()
    collector.look()
    assert gc.get_stats() == searched


def test_the_program_spares_what_it_is_made_of_for_as_long_as_its_shop_is_open(program):
    assert gc.get_freeze_count() > MUCH
    assert not gc.isenabled()
    program.close()
    assert gc.get_freeze_count() == 0


def test_what_the_open_shop_is_made_of_is_left_out_of_every_search(collector):
    part = Ring()
    collector.spare()
    gone = weakref.ref(part)
    del part
    gc.collect()
    assert gone() is not None
    collector.spare_no_more()
    gc.collect()
    assert gone() is None


def test_what_a_shop_left_is_not_spared_with_the_next(collector, drop_widget, died_in):
    collector.spare()
    drop_widget()
    collector.spare_no_more()
    collector.spare()
    assert died_in == [get_ident()]
