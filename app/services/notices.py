"""What the shop is told without asking: of this session, and what still needs somebody.

Nothing is kept for it: what still stands after a restart is found where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock

from app.clock import Clock, stamp
from app.shapes.notices import Notice
from app.store import Store

Source = Callable[[], Sequence[Notice]]
KEPT = 50  # notices of a session that need nobody


class NoticeService:
    """Collects notices; a `Source` returns those that need attention as things are now."""

    def __init__(self, store: Store, now: Clock, sources: Sequence[Source]) -> None:
        self._store = store
        self._now = now
        self._sources = sources
        self._told: dict[str, Notice] = {}
        self._lock = Lock()  # told by workers, read by others

    def tell(self, notice: Notice) -> None:
        """Keep a notice for this session, in the place of an earlier one of the same key."""
        with self._lock:
            self._told.pop(notice.key, None)
            self._told[notice.key] = (
                notice if notice.happened_at else replace(notice, happened_at=stamp(self._now()))
            )
            calm = [key for key, one in self._told.items() if not one.attention]
            for key in calm[:-KEPT]:
                del self._told[key]

    def drop(self, key: str) -> None:
        """Forget a notice of this session; one that still stands comes back."""
        with self._lock:
            self._told.pop(key, None)

    def all(self) -> list[Notice]:
        """Return every notice, the newest first. For a worker thread: sources look at the disk.

        One of this session that needed attention and does not any more is told without asking for
        it; what was taken back is not offered again.
        """
        standing = {one.key: one for source in self._sources for one in source()}
        with self._lock:
            told = dict(self._told)
        with self._store.read() as unit:
            undone = {
                one.change_set
                for one in told.values()
                if one.change_set is not None and unit.changes.is_undone(one.change_set)
            }
        found = {
            key: replace(
                one,
                attention=one.attention and key in standing,
                change_set=None if one.change_set in undone else one.change_set,
            )
            for key, one in told.items()
        }
        rest = [one for key, one in standing.items() if key not in found]
        newest = reversed(found.values())  # of two of the same moment the last one told
        return sorted([*newest, *rest], key=lambda one: one.happened_at, reverse=True)
