"""What reads the shop, timed beside the very same SQL in bare sqlite3."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.tasks import Report

ROUNDS = 9


def beside(
    shop: Path, name: str, ours: Callable[[], object], rounds: int = ROUNDS
) -> Report:  # fmt: skip
    """Return the medians of both, in ms, and of the ratios of the pairs."""
    asked = statements(ours)
    with closing(sqlite3.connect(shop)) as run:

        def bare() -> None:
            for statement in asked:
                run.execute(statement).fetchall()

        pairs = [(took(ours), took(bare)) for _round in range(rounds)][1:]
    return {
        name: median(our[0] for our, _ in pairs),
        f"{name}_cpu": median(our[1] for our, _ in pairs),
        f"{name}_floor": median(floor[0] for _, floor in pairs),
        f"{name}_ratio": median(our[0] / floor[0] for our, floor in pairs),
        f"{name}_cpu_ratio": median(our[1] / floor[1] for our, floor in pairs),
    }


def statements(work: Callable[[], object]) -> list[str]:
    """Return the queries something asks, with their values."""
    from sqlalchemy import Engine, event

    asked: list[str] = []
    traced: list[Any] = []

    def trace(connection: Any) -> None:
        plain = connection.connection.driver_connection
        plain.set_trace_callback(asked.append)
        traced.append(plain)

    work()
    event.listen(Engine, "begin", trace)
    work()
    event.remove(Engine, "begin", trace)
    for plain in traced:
        plain.set_trace_callback(None)
    return [text for text in asked if text.split()[0].upper() in ("SELECT", "WITH")]


def took(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long something takes, in ms on the clock and of the thread."""
    began, worked = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000
