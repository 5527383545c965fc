"""What nothing refers to any more is cleared away in the window's own thread alone."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from ui.common.jobs import JobRunner

LOOK = 250  # ms between two looks
MUCH = 100_000  # objects, which take some 8 ms to search
YOUNG, GROWN, OLD = range(3)


def give_back() -> None:
    """Give the system the memory that is free again.

    Linux's allocator does so by itself only where nothing that is in use lies behind it: a program
    that runs for days keeps what its busiest moment needed, in pieces. Takes some 2 ms.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not at start

        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)


class GarbageCollector(QObject):
    """Searches for objects that refer to each other only, when so many have come as Python says.

    Left to itself Python searches in whichever thread makes one object too many, also in one of
    a pool, and a widget that is found there is destroyed there, which Qt does not survive. While
    a job is at work only the youngest are searched, and not when they are very many: those are
    what it has in hand, and go with it.
    """

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._had_shop = False
        gc.disable()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def spare(self) -> None:
        """Leave all that is there now out of every search: it stays as long as the shop is open.

        To go through that alone takes a tenth of a second, in which no key is heard. What a shop
        left that was open before is searched for first, or it would be spared for ever.
        """
        if self._had_shop:
            gc.collect()
            give_back()
        self._had_shop = True
        gc.freeze()

    def spare_no_more(self) -> None:
        """Search through everything again, from the next time on that so much is due."""
        gc.unfreeze()

    def look(self) -> None:
        """Search through as much as is due."""
        came, searched_young, searched_grown = gc.get_count()
        most_young, most_grown, most_old = gc.get_threshold()
        busy = self._runner.is_busy
        if came <= most_young or (busy and came > MUCH):
            return
        if busy or searched_young <= most_grown:
            gc.collect(YOUNG)
        elif searched_grown <= most_old:
            gc.collect(GROWN)
        else:
            gc.collect(OLD)
            give_back()
