"""What a long task may say and must listen to; knows no Qt and no threads but its own."""

from collections.abc import Callable
from threading import Event
from time import monotonic

MIN_GAP = 0.1  # seconds between two reports; faster only slows the task down


class CancelledError(Exception):
    """The user called the task off; the transaction it was in rolls back."""


class Ticket:
    """Travels with one task: progress goes out through it, the wish to stop comes in."""

    def __init__(self, report: Callable[[int, int], object] = lambda _done, _total: None) -> None:
        self._report = report
        self._cancelled = Event()
        self._last = 0.0

    def cancel(self) -> None:
        """Ask the task to stop; may be called from any thread."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise CancelledError if the task should stop."""
        if self._cancelled.is_set():
            raise CancelledError

    def advance(self, done: int, total: int) -> None:
        """Report how far the task has come (units are the task's own); may raise CancelledError."""
        self.check()
        now = monotonic()
        if done == total or now - self._last >= MIN_GAP:
            self._last = now
            self._report(done, total)
