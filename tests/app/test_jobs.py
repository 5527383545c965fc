"""A task reports at the pace of a screen, always its end, and stops where it is asked to."""

import pytest

from app.jobs import CancelledError, Ticket


def test_of_many_steps_few_are_reported_and_the_last_one_always():
    told = []
    ticket = Ticket(lambda done, total: told.append((done, total)))
    for done in range(1, 10_001):
        ticket.advance(done, 10_000)
    assert told[0] == (1, 10_000)
    assert told[-1] == (10_000, 10_000)
    assert len(told) < 1_000
    ticket.advance(3, 3)
    ticket.advance(5, 5)
    assert told[-2:] == [(3, 3), (5, 5)]


def test_a_task_that_was_called_off_stops_at_its_next_step_and_tells_no_more():
    told = []
    ticket = Ticket(lambda *step: told.append(step))
    ticket.check()
    ticket.cancel()
    with pytest.raises(CancelledError):
        ticket.check()
    with pytest.raises(CancelledError):
        ticket.advance(1, 1)
    assert told == []
