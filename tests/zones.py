"""A PC in another time zone, for as long as a test wants."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

settable = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="the zone of a program cannot be set here"
)


@contextmanager
def zone(name: str) -> Iterator[None]:
    """Let the PC's clock show the time of a place ('Asia/Seoul')."""
    try:
        with pytest.MonkeyPatch.context() as there:
            there.setenv("TZ", name)
            time.tzset()
            yield
    finally:
        time.tzset()
