"""Jobs on pool threads: turns, results, failures and ends, told in the thread of the window."""

import subprocess
import sys
from threading import Event, get_ident, get_native_id

import pytest

from app.errors import NothingToUndoError


def test_a_task_runs_on_another_thread_and_its_result_comes_back(qtbot, runner):
    with qtbot.waitSignal(runner.write(lambda _ticket: get_ident()).succeeded) as heard:
        pass
    assert heard.args[0] != get_ident()


def test_a_failure_comes_back_as_the_exception_and_to_whoever_tells_of_failures(qtbot, runner):
    job = runner.write(lambda _ticket: 1 / 0)
    errors = []
    job.failed.connect(errors.append)
    runner.failed.connect(errors.append)
    with qtbot.waitSignal(job.finished):
        pass
    assert [type(error) for error in errors] == [ZeroDivisionError] * 2


def test_a_quiet_job_tells_of_its_failure_itself(qtbot, runner):
    def task(_ticket):
        raise NothingToUndoError

    job = runner.write(task, quiet=True)
    with qtbot.assertNotEmitted(runner.failed), qtbot.waitSignal(job.failed):
        pass


def test_even_what_is_no_exception_ends_a_job(qtbot, runner):
    class PanicException(BaseException):
        pass

    def task(_ticket):
        raise PanicException

    with qtbot.waitSignal(runner.read(task, quiet=True).failed) as heard:
        pass
    assert isinstance(heard.args[0], PanicException)


def test_a_cancelled_job_neither_succeeds_nor_fails(qtbot, runner):
    may_go_on = Event()

    def task(ticket):
        may_go_on.wait(5)
        ticket.check()

    job = runner.write(task)
    job.cancel()
    with (
        qtbot.assertNotEmitted(job.succeeded),
        qtbot.assertNotEmitted(job.failed),
        qtbot.waitSignal(job.finished),
    ):
        may_go_on.set()


def test_writers_take_turns_and_readers_do_not_wait_for_them(qtbot, runner):
    may_go_on, order = Event(), []
    first = runner.write(lambda _ticket: order.append("first") if may_go_on.wait(5) else None)
    second = runner.write(lambda _ticket: order.append("second"))
    with qtbot.waitSignal(runner.read(lambda _ticket: order.append("reader")).finished):
        pass
    with qtbot.waitSignals([first.finished, second.finished]):
        may_go_on.set()
    assert order == ["reader", "first", "second"]


def test_progress_of_more_rows_than_32_bits_hold_arrives(qtbot, runner):
    many = 5_000_000_000
    job = runner.write(lambda ticket: ticket.advance(many, many))
    with qtbot.waitSignal(job.progressed) as heard:
        pass
    assert heard.args == [many, many]


@pytest.mark.parametrize("count", [200])
def test_no_end_of_a_quick_job_is_missed(qtbot, runner, count):
    heard = []
    for number in range(count):
        runner.write(lambda _ticket, number=number: number).succeeded.connect(heard.append)
    qtbot.waitUntil(lambda: len(heard) == count)
    assert heard == list(range(count))


def test_all_is_drawn_on_one_thread_also_after_everything_was_stopped(qtbot, runner):
    threads = []
    for _time in range(3):
        with qtbot.waitSignal(runner.draw(lambda _ticket: get_native_id()).succeeded) as heard:
            pass
        threads += heard.args
        runner.draw(lambda ticket: ticket.check())
        runner.stop()
        assert not runner.is_busy
    assert len(set(threads)) == 1


LAST_OF_ALL = """
from PySide6.QtCore import QCoreApplication, QEvent
from ui.common.jobs import JobRunner

class Page:
    pass

application = QCoreApplication([])
for _time in range(300):
    page = Page()
    page.runner = JobRunner()
    job = page.runner.read(lambda ticket: None)
    job.succeeded.connect(lambda _none, page=page: page)
    page.runner.stop()
    del page, job
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("alive")
"""


def test_a_job_whose_slot_is_the_last_that_holds_the_runner_goes_without_harm():
    done = subprocess.run(
        [sys.executable, "-c", LAST_OF_ALL], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive")
