"""What reports have read, for others that need the same of the same state of the file."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

MOST = 16  # as many as two questions of a page need


class _Cell:
    def __init__(self) -> None:
        self.reading = Lock()
        self.found: tuple[Any] | None = None


class Kept:
    """Findings of one state of the file; of any other they are let go.

    Several threads may ask: who asks for what another one reads at the moment waits for it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: Hashable = None
        self._cells: OrderedDict[Hashable, _Cell] = OrderedDict()

    def read(self, version: Hashable, what: Hashable, read: Callable[[], Any]) -> Any:
        """Return what is kept of it, or read it."""
        cell = self._cell(version, what)
        with cell.reading:
            if cell.found is None:
                cell.found = (read(),)
            return cell.found[0]

    def _cell(self, version: Hashable, what: Hashable) -> _Cell:
        with self._lock:
            if version != self._version:
                self._version = version
                self._cells.clear()
            cell = self._cells.setdefault(what, _Cell())
            self._cells.move_to_end(what)
            while len(self._cells) > MOST:
                self._cells.popitem(last=False)
            return cell
