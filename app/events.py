"""How the core tells whoever listens that committed data has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.ops import Op

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Changes:
    """Which rows one committed action touched: an invalidation, never a payload.

    Every row of a table in `reshaped` may have changed, come or gone.
    """

    op: Op
    edited: Mapping[str, frozenset[int]]  # table -> ids
    reshaped: frozenset[str]
    change_set: int


class EventBus:
    """Calls every listener on the thread that committed; knows no Qt."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changes], object]] = []

    def subscribe(self, listener: Callable[[Changes], object]) -> Callable[[], None]:
        """Add a listener and return the call that removes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, changes: Changes) -> None:
        """Tell everybody; the data is safe on disk, so no listener may stop the others."""
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                log.exception("Listener failed on %s", changes.op)
