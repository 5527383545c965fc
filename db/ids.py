"""Row ids that no two PCs ever give twice."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Lock

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
RANDOM_BITS = 22
LARGEST = (1 << 63) - 1


class IdSource:
    """Hands out 63-bit ids: 41 bits of milliseconds since 2020, then 22 random bits.

    Later ids are larger, also when the clock is set back while the program runs.
    May be called from any thread.
    """

    def __init__(
        self, now: Callable[[], datetime], randomness: random.Random | None = None
    ) -> None:
        self._now = now
        self._random = randomness or random.SystemRandom()
        self._last = 0
        self._lock = Lock()

    def next(self) -> int:
        """Return one new id."""
        return self.reserve(1)

    def reserve(self, count: int) -> int:
        """Return the first of `count` consecutive new ids."""
        with self._lock:
            milliseconds = int((self._now() - EPOCH).total_seconds() * 1000)
            fresh = (max(milliseconds, 1) << RANDOM_BITS) | self._random.getrandbits(RANDOM_BITS)
            first = max(self._last + 1, fresh & LARGEST)
            self._last = first + count - 1
            return first


def meaning_id(*parts: object) -> int:
    """Return the id of a row that is the same row on every PC because it means the same.

    A tag's id is made of its normalised name, a link's of both its ends: two PCs that
    add the same tag while apart add one tag.
    """
    text = "\x1f".join(str(part) for part in parts)
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") & LARGEST or 1
