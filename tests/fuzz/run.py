"""Hostile files by the hundred: drawn from a seed, read aside, the bad ones kept."""

import hashlib
import math
import random
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.fuzz.mutate import spoilt
from tests.fuzz.own_seeds import others
from tests.fuzz.pool import FAULTS, Taster, Verdict
from tests.fuzz.seeds import made, seeds

OUT = Path(__file__).parents[2] / "out" / "fuzz"


@dataclass(slots=True)
class Outcome:
    """How many files met which fate, and the faults with the files that showed them."""

    fates: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[Path, Verdict]] = field(default_factory=list)
    slowest: float = 0.0  # seconds


def fuzz(
    taster: Taster,
    seed: int,
    *,
    files: int | None = None,
    seconds: float = math.inf,
    good: Mapping[str, bytes] | None = None,
) -> Outcome:
    """Read spoilt files until so many are read or the time is over; `good` ones are spoilt."""
    outcome, until = Outcome(), time.monotonic() + seconds
    if good is None:
        # The same files for the same seed, also when the corpus has grown; a long run takes all.
        good = {**seeds(), **others()} if files is None else made()
    begins = list(good.items())
    with tempfile.TemporaryDirectory(prefix="dangol-fuzz-") as folder:
        for number in count(1):
            if time.monotonic() >= until or number == files:
                break
            _draw(taster, Path(folder), begins, seed * 1_000_000 + number, outcome)
    return outcome


def _draw(
    taster: Taster, folder: Path, good: list[tuple[str, bytes]], seed: int, outcome: Outcome
) -> None:
    rng = random.Random(seed)
    name, content = rng.choice(good)
    path = folder / name
    path.write_bytes(spoilt(content, rng))
    began = time.monotonic()
    verdict = taster.taste(path, seed)
    outcome.slowest = max(outcome.slowest, time.monotonic() - began)
    outcome.fates[verdict.fate] += 1
    if verdict.fate in FAULTS:
        outcome.faults.append((_kept(path), verdict))


def _kept(path: Path) -> Path:
    """Put a file that failed aside; it belongs into tests/fuzz/corpus once it is understood."""
    content = path.read_bytes()
    OUT.mkdir(parents=True, exist_ok=True)
    kept = OUT / f"{hashlib.sha256(content).hexdigest()[:8]}-{path.name}"
    kept.write_bytes(content)
    return kept
