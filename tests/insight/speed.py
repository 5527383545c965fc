"""How long a fit takes, beside the peer's on the same customers, and how it grows."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from app.insight.buying import KINDS, fit
from app.insight.spending import fit_spending
from tests.insight.rows import Row

SIZES = (10_000, 100_000, 1_000_000)


def speed(columns: Path, peer: dict[str, Any], rounds: int) -> list[Row]:
    """Fit CDNOW master: milliseconds of both, and the ratio."""
    table = np.load(columns)
    x = table["x"].astype(np.int64)
    rows = []
    for kind in KINDS:
        ours = _median(lambda kind=kind: fit(kind, x, table["last"], table["age"]), rounds)
        theirs = peer[kind]["seconds"]
        must = 8.0 if kind == "bgnbd" else None
        rows.append(Row(f"{kind}, ms", ours * 1e3, theirs * 1e3, digits=1))
        rows.append(Row(f"{kind}, times as fast", theirs / ours, 1, None, must, "least", 1))
        found = fit(kind, x, table["last"], table["age"]).model
        for name, value in peer[kind]["parameters"].items():
            rows.append(Row(f"{kind} {name}", getattr(found, name), value, None, value * 0.005))
    again = (x > 0) & (table["mean"] > 0)
    ours = _median(lambda: fit_spending(x[again], table["mean"][again]), rounds)
    rows.append(Row("Gamma-Gamma, ms", ours * 1e3, peer["gammagamma"]["seconds"] * 1e3, digits=1))
    spent = fit_spending(x[again], table["mean"][again]).model
    for name, value in peer["gammagamma"]["parameters"].items():
        rows.append(Row(f"Gamma-Gamma {name}", getattr(spent, name), value, None, value * 0.005))
    return rows


def growth() -> list[Row]:
    """Fit more and more customers; ten times as many may take ten times as long."""
    rows: list[Row] = []
    before = 0.0
    for size in SIZES:
        customers = _made(size)
        took = _median(lambda customers=customers: fit("bgnbd", *customers), 3)
        rows.append(Row(f"{size:,} customers, ms", took * 1e3, digits=1))
        if before:
            # A little more than ten: columns that no longer fit the caches are read from memory.
            rows.append(
                Row(f"{size:,} beside ten times fewer", took / before, None, 10, 20, "most", 1)
            )
        before = took
    return rows


def _made(size: int) -> tuple[Any, Any, Any]:
    """Return customers of days who buy and stop as BG/NBD has it."""
    chance = np.random.default_rng(2)
    age = chance.integers(1, 730, size).astype(np.float64)
    rate, stops = chance.gamma(0.8, 1 / 40.0, size), chance.beta(0.8, 2.5, size)
    x, last, now = np.zeros(size, dtype=np.int64), np.zeros(size), np.zeros(size)
    going = np.ones(size, dtype=bool)
    while going.any():
        now[going] += np.ceil(chance.exponential(1, int(going.sum())) / rate[going])
        going &= now <= age
        x[going] += 1
        last[going] = now[going]
        going &= chance.random(size) > stops
    return x, last, age


def _median(run: Callable[[], object], rounds: int) -> float:
    run()
    times = []
    for _round in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return median(times)
