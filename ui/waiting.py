"""Letting the window live for a while, for pictures and the self-test."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

STEP = 20  # ms between two looks


class TookTooLongError(Exception):
    """What was waited for did not come."""


def wait_until(happened: Callable[[], object], *, seconds: float = 30) -> None:
    """Run the event loop until something has happened; raise TookTooLongError if it does not.

    An event loop of its own, because QTest.qWait keeps the worker threads from running.
    """
    loop = QEventLoop()
    late = QTimer(loop, singleShot=True, interval=round(seconds * 1000))
    late.timeout.connect(loop.quit)
    look = QTimer(loop, interval=STEP)
    look.timeout.connect(lambda: loop.quit() if happened() else None)
    if not happened():
        late.start()
        look.start()
        loop.exec()
        late.stop()
        look.stop()
    loop.deleteLater()  # or it would live for ever in what its own timers call
    if not happened():
        raise TookTooLongError


def settle(milliseconds: int = 60) -> None:
    """Let pending events and short timers run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()
