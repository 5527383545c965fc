"""How long it takes to find duplicates, how much memory, and how many are found.

    python -m tests.bench.duplicate_tasks scan 100000
    python -m tests.bench.duplicate_tasks febrl dataset3.csv [phone] [birthday]

The lines are JSON. A FEBRL set is read from a csv; its files are not kept here.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from itertools import combinations
from pathlib import Path

from app.duplicates.people import Person
from app.duplicates.scan import Book, scan
from tests.bench.duplicate_books import febrl_book

FAMILY = "김이박최정강조윤장임한오서신권황안송류홍"
GIVEN = "민서지수현우영준하은도시아주원예진유나성호경미태연"
TWICE = 10  # one of so many is in the book a second time
TYPED = 50


def book_of(count: int, seed: int = 1) -> tuple[list[Person], set[tuple[int, int]]]:
    """Return invented people and which of them are one."""
    chance = random.Random(seed)
    people: list[Person] = []
    same: set[tuple[int, int]] = set()
    while len(people) < count:
        one = Person(
            id=len(people) + 1,
            name=chance.choice(FAMILY) + chance.choice(GIVEN) + chance.choice(GIVEN),
            phones=(f"010{chance.randrange(10**8):08}",),
            birthday=f"{chance.randrange(1950, 2005)}-{chance.randrange(1, 13):02}-"
            f"{chance.randrange(1, 29):02}",
            address=f"서울 마포구 망원로 {chance.randrange(900)} {chance.randrange(2000)}호",
        )
        people.append(one)
        if chance.randrange(TWICE) == 0 and len(people) < count:
            name = one.name if chance.random() < 0.7 else one.name[:2] + chance.choice(GIVEN)
            again = Person(id=one.id + 1, name=name, phones=one.phones, birthday=one.birthday)
            people.append(again)
            same.add((one.id, again.id))
    return people, same


def told(found: set[tuple[int, int]], same: set[tuple[int, int]]) -> dict[str, float]:
    """Return precision, recall and F1."""
    right = len(found & same)
    precision, recall = right / max(len(found), 1), right / max(len(same), 1)
    both = precision + recall
    return {
        "precision": round(precision, 4), "recall": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
    }  # fmt: skip


def scan_book(count: int) -> dict[str, object]:
    """Search an invented book, then compare somebody typed with it."""
    people, same = book_of(count)
    before = time.process_time()
    book = Book(people)
    seconds = time.process_time() - before
    pairs = {(match.a, match.b) for match in book.found.matches}
    typed = [Person(id=-1, name=p.name[:2] + "라", phones=p.phones) for p in people[:TYPED]]
    before = time.process_time()
    for person in typed:
        book.near(person)
    each = (time.process_time() - before) / len(typed)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "people": count, "cpu_seconds": round(seconds, 2), "peak_mb": memory,
        "compared": book.found.compared, "typed_ms": round(1000 * each, 1), **told(pairs, same),
    }  # fmt: skip


def scan_febrl(path: Path, fields: set[str]) -> dict[str, object]:
    """Search a FEBRL set with the fields a shop has; clusters are judged."""
    people, same = febrl_book([path], fields)
    before = time.process_time()
    found = scan(people, families=False)
    seconds = time.process_time() - before
    pairs = {pair for group in found.clusters for pair in combinations(group, 2)}
    return {
        "set": path.stem, "fields": sorted(fields), "cpu_seconds": round(seconds, 2),
        **told(pairs, same),
    }  # fmt: skip


if __name__ == "__main__":
    task, given, *also = sys.argv[1:]
    result = scan_book(int(given)) if task == "scan" else scan_febrl(Path(given), set(also))
    print(json.dumps(result))
